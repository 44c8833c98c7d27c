import { expect, test } from 'vitest';
import { read } from './read.ts';

/** Ways in which pages write dollars. */
const writings: readonly [string, (amount: string) => string][] = [
  ['a sign before', (amount) => `$${amount}`],
  ['a country and a sign before', (amount) => `US$${amount}`],
  ['a code before', (amount) => `USD ${amount}`],
  ['a code behind', (amount) => `${amount} USD`],
];

test.each(writings)('prices in tables, cards, lists and sentences with %s', (_, money) => {
  const page = `<h1>Pricing</h1>
<table><tr><th>Model</th><th>Price per image</th></tr><tr><td>Heron Brush</td><td>${money('0.04')}</td></tr></table>
<h2>GPUs</h2><ul><li>RTX 4090 ${money('0.44')}/GPU/hr</li><li>H100 80GB ${money('2.49')}/GPU/hr</li></ul>
<h2>Plans</h2><div><div class="plan"><h3>Heron Team</h3><p>${money('20')} / month</p></div><div class="plan"><h3>Heron Studio</h3><p>${money('90')} / month</p></div></div>
<h2>Backups</h2><ul><li>${money('5')} per month for up to 10 GB of backups.</li></ul>
<h2>Older models</h2><p>Heron R 02-2026: ${money('0.15')} / 1M tokens for input, ${money('0.60')} / 1M tokens for output.</p><p>H200 is ${money('6.00')}/hour.</p>`;
  expect(read(page)).toEqual([
    'Heron Brush image USD 0.04/1',
    'RTX 4090 gpu_hour USD 0.44/1',
    'H100 80GB gpu_hour USD 2.49/1',
    'Heron Team month USD 20/1',
    'Heron Studio month USD 90/1',
    'Backups month up to 10 GB USD 5/1',
    'Heron R 02-2026 input USD 0.15/1000000',
    'Heron R 02-2026 output USD 0.6/1000000',
    'H200 gpu_hour USD 6/1',
  ]);
});

test('dots that lead to an amount are none of it', () => {
  expect(
    read(
      '<h1>Rates</h1><p>Every amount buys one million tokens.</p><div><div class="m"><h3>Heron Verse</h3><p>Prompt tokens......5.00 USD</p><p>Completion tokens......15.00 USD</p></div><div class="m"><h3>Heron Prose</h3><p>Prompt tokens......1.50 USD</p><p>Completion tokens......4.50 USD</p></div></div>',
    ),
  ).toEqual([
    'Heron Verse input USD 5/1000000',
    'Heron Verse output USD 15/1000000',
    'Heron Prose input USD 1.5/1000000',
    'Heron Prose output USD 4.5/1000000',
  ]);
});

test('a word right before a sign is no country', () => {
  expect(
    read(
      '<h1>Pricing</h1><table><tr><th>Model</th><th>Price</th></tr><tr><td>Heron Digest</td><td>$0.30/1k input tokens$0.60/1k output tokens</td></tr></table>',
    ),
  ).toEqual(['Heron Digest input USD 0.3/1000', 'Heron Digest output USD 0.6/1000']);
});

test('thousands and millions counted by a word, where it says for how long; sums are no prices', () => {
  expect(
    read(
      `<h1>Servers</h1><div><div class="c"><h3>VPS Kecil</h3><h4><sup>Rp</sup>65K<span> / bulan</span></h4></div><div class="c"><h3>VPS Besar</h3><h4><sup>Rp</sup>1,5 jt<span> / bulan</span></h4></div></div>
<table><tr><th>Plan</th><th>Price</th></tr><tr><td>Heron Reserve</td><td>$12K/month</td></tr><tr><td>Heron Year</td><td>¥1.2万/年</td></tr><tr><td>Committed spend</td><td>$5M</td></tr></table>`,
    ),
  ).toEqual([
    'VPS Kecil month IDR 65000/1',
    'VPS Besar month IDR 1500000/1',
    'Heron Reserve month USD 12000/1',
    'Heron Year year CNY 12000/1',
  ]);
});

test('won in ten thousands and thousands', () => {
  expect(
    read(
      `<html lang="ko"><h1>GPU 서버</h1><div class="box"><h3>G2 서버</h3><p><span>38만 5천원</span><br><strong>/ 월</strong></p></div>
<table><tr><th>업그레이드</th><th>가격</th></tr><tr><td>메모리 추가</td><td>9만 2천원/월</td></tr><tr><td>주소 추가</td><td>4천원/월</td></tr><tr><td>디스크 추가</td><td>12만원/월</td></tr><tr><td>설치</td><td>무료</td></tr></table>`,
    ),
  ).toEqual([
    'G2 서버 month KRW 385000/1',
    '메모리 추가 month KRW 92000/1',
    '주소 추가 month KRW 4000/1',
    '디스크 추가 month KRW 120000/1',
  ]);
});
