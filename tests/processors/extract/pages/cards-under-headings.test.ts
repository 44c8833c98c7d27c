import { expect, test } from 'vitest';
import { read } from './read.ts';

test('places that head cards are where the price of what stands over them holds', () => {
  const card = (place: string, price: string) =>
    `<div class="zone-card"><img alt=""><h5>${place}</h5><span>${price}</span><span>/GB</span></div>`;
  const tier = (text: string) => `<div class="step"><span>${text}</span></div>`;
  expect(
    read(`<h1>Simple rates</h1><section><h2>Hopper CDN</h2><h3>Core Network</h3><p>80 places.</p>
<div class="zones">${card('Europe & North America', '$0.02')}${card('Latin America', '$0.06')}${card('Oceania', '$0.05')}</div>
<h3>Volume Network</h3><p>Six places.</p><div class="steps">${tier('First 300 TB</span><span>$0.006/GB')}${tier('300 TB – 2 PB</span><span>$0.004/GB')}${tier('2 PB+</span><span>Contact us')}</div></section>`),
  ).toEqual([
    'Core Network other Europe & North America USD 0.02/1',
    'Core Network other Latin America USD 0.06/1',
    'Core Network other Oceania USD 0.05/1',
    'Volume Network other First 300 TB USD 0.006/1',
    'Volume Network other 300 TB - 2 PB USD 0.004/1',
  ]);
});

test('numbers without a sign under what a page says of all its prices', () => {
  const period = (name: string, ...values: readonly string[]) =>
    `<div class="span"><h4>${name}</h4><dl>${['输入（缓存未命中）', '输入（缓存命中）', '输出'].map((label, index) => `<dt>${label}</dt><dd>${values[index] ?? ''}</dd>`).join('')}</dl></div>`;
  expect(
    read(`<h1>定价说明</h1><p>价格单位为元/百万tokens，优惠时段为 00:30-08:30。</p>
<section class="m"><h3>lan-4</h3>${period('标准时段', '6', '1.5', '12')}${period('优惠时段', '3', '0.75', '6')}</section>
<section class="m"><h3>lan-4-mini</h3>${period('标准时段', '0.9', '0.2', '1.8')}${period('优惠时段', '0.5', '0.1', '0.9')}</section>`),
  ).toEqual([
    'lan-4 input CNY 6/1000000',
    'lan-4 cached_input CNY 1.5/1000000',
    'lan-4 output CNY 12/1000000',
    'lan-4 input off_peak CNY 3/1000000',
    'lan-4 cached_input off_peak CNY 0.75/1000000',
    'lan-4 output off_peak CNY 6/1000000',
    'lan-4-mini input CNY 0.9/1000000',
    'lan-4-mini cached_input CNY 0.2/1000000',
    'lan-4-mini output CNY 1.8/1000000',
    'lan-4-mini input off_peak CNY 0.5/1000000',
    'lan-4-mini cached_input off_peak CNY 0.1/1000000',
    'lan-4-mini output off_peak CNY 0.9/1000000',
  ]);
});

test('sizes beside amounts with a currency stay sizes', () => {
  expect(
    read(
      `<h1>Models</h1><p>Prices in USD per 1M tokens.</p><div class="card"><h3>Orla 2</h3><p>Input</p><p>128000</p><p>Output</p><p>8192</p><p>$0.40 per 1M input tokens</p></div>`,
    ),
  ).toEqual(['Orla 2 input USD 0.4/1000000']);
});

test('a plan that costs nothing has a price', () => {
  const plan = (name: string, price: string) =>
    `<div class="plan"><h2>${name}</h2><p class="price"><span>${price}</span> / month</p><ul><li>Three seats</li></ul></div>`;
  expect(read(`<h1>Plans</h1>${plan('Hobby', '$0')}${plan('Crew', '$120')}`)).toEqual([
    'Hobby month USD 0/1',
    'Crew month USD 120/1',
  ]);
});

test('prices per instance are those of machines, whatever their codes', () => {
  const offer = (name: string, parts: string, price: string) =>
    `<div class="offer"><dt class="offer__name">${name}</dt><dd>${parts}</dd><dd>${price}<span>/hour</span></dd></div>`;
  expect(
    read(
      `<h1>GPU machines</h1><p>All prices are per instance, without tax.</p><dl>${offer('B200-1-180G', '1 × B200, 28 vCPU', '€4.10')}${offer('B200-8-180G', '8 × B200, 224 vCPU', '€32.80')}</dl>`,
    ),
  ).toEqual(['B200-1-180G instance_hour EUR 4.1/1', 'B200-8-180G instance_hour EUR 32.8/1']);
  expect(
    read(
      `<h2>Instances GPU</h2><table><tr><th>Nom</th><th>Mémoire</th><th>Prix / heure</th></tr><tr><td>b200-360</td><td>360 Go</td><td>4,20 €</td></tr><tr><td>b200-720</td><td>720 Go</td><td>8,40 €</td></tr></table>`,
    ),
  ).toEqual(['b200-360 instance_hour EUR 4.2/1', 'b200-720 instance_hour EUR 8.4/1']);
  expect(
    read(
      `<h2>コンテナ</h2><p>1コンテナあたりの料金です。</p><table><tr><th>プラン</th><th>従量（1時間）</th></tr><tr><td>M B200</td><td>980円</td></tr></table>`,
    ),
  ).toEqual(['M B200 instance_hour JPY 980/1']);
});

test('a component called price list strikes nothing', () => {
  const item = (name: string, price: string) =>
    `<li class="x-price-list-item"><span class="x-price-list-title">${name}</span><span class="x-price-list-price">${price}</span></li>`;
  expect(
    read(
      `<h1>Preise</h1><h2>Stundenweise</h2><ul>${item('RTX 5090 32 GB', '0,79 € / GPU / Std.')}${item('H200 141 GB', '3,29 € / GPU / Std.')}</ul><h3>Rechenbeispiel</h3><p>40 Stunden kosten 40 × 0,79 € = 31,60 €.</p>`,
    ),
  ).toEqual(['RTX 5090 32 GB gpu_hour EUR 0.79/1', 'H200 141 GB gpu_hour EUR 3.29/1']);
});

test('sentences under a table set one cell a line are none of its rows', () => {
  expect(
    read(`<h3>임베딩</h3><p>과금 단위: 1,000 토큰</p><div class="tbl"><div class="tr th"><div>모델</div><div>입력</div></div><div class="tr"><div>미르 v3</div><div>0.2원</div></div><div class="tr"><div>gaon-emb</div><div>0.3원</div></div></div>
<ul><li>가입하시면 5만 원 크레딧을 드립니다.</li><li>월 이용 금액이 2,000원 미만이면 청구되지 않습니다.</li><li>예) 입력 10,000 토큰을 사용한 경우 2원 + 3원 = 5원</li></ul>`),
  ).toEqual(['미르 v3 input KRW 0.2/1000', 'gaon-emb input KRW 0.3/1000']);
});

test('currencies and units of more languages', () => {
  expect(
    read(
      `<h1>أسعار</h1><div class="c"><h3>NVIDIA B200</h3><p>١٨٫٤٠ ر.س <span>/ ساعة</span></p></div><div class="c"><h3>NVIDIA L4</h3><p>2.10 ر.س <span>/ ساعة</span></p></div>`,
    ),
  ).toEqual(['NVIDIA B200 gpu_hour SAR 18.4/1', 'NVIDIA L4 gpu_hour SAR 2.1/1']);
  expect(
    read(
      `<html lang="da"><body><h1>Priser</h1><table><tr><th>GPU</th><th>Pris</th></tr><tr><td>NVIDIA L40S</td><td>9,50 kr/time</td></tr></table></body></html>`,
    ),
  ).toEqual(['NVIDIA L40S gpu_hour DKK 9.5/1']);
  expect(read(`<h2>Lukis 2</h2><p>Rp 450 / gambar</p><h2>Pixel 7</h2><p>1024 × 768 ₹2.50 per image</p>`)).toEqual([
    'Lukis 2 image IDR 450/1',
    'Pixel 7 image 1024 × 768 INR 2.5/1',
  ]);
});
