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

test('sizes beside amounts with a currency stay sizes', () => {
  expect(
    read(
      `<h1>Models</h1><p>Prices in USD per 1M tokens.</p><div class="card"><h3>Orla 2</h3><p>Input</p><p>128000</p><p>Output</p><p>8192</p><p>$0.40 per 1M input tokens</p></div>`,
    ),
  ).toEqual(['Orla 2 input USD 0.4/1000000']);
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
