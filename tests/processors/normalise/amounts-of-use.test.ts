import { expect, test } from 'vitest';
import { isAmountOfUse } from '../../../processors/normalise/amounts-of-use.ts';
import { fold } from '../../../processors/normalise/fold.ts';
import { findTiers } from '../../../processors/normalise/tiers.ts';

test.each([
  '2GB~20TB',
  '20TB（含）~80TB',
  '0~20TB（含20TB）',
  '0GB-20TB (Inclusive)',
  '0 – 20 TB (incl.)',
  '0-300Mbps（含）',
  '300Mbps-2Gbps',
  '>2Gbps',
  '0 to 30',
  '1,000 to 4,999',
  'over 300',
  '200万次以上',
  '200万次以上部分',
  '大于 80TB 部分',
  '超出 2PB 的部分',
  'First 20TB per month',
  '[0, 20TB)',
  '(20TB, 80TB]',
  '[80TB, +∞)',
  '0 ≤ x < 20TB',
  '20TB < 流量 ≤ 80TB',
  '流量<20TB',
  '2 million - 20 million requests',
  '300+',
  '300,000+ emails',
  '20,000 and above',
  '20 TB or more',
  '50T以上',
  '20 - 60 users',
  'Between 20 TB and 80 TB',
  '6 Mbps及以上',
])('%s says how much is used, and no more', (text) => {
  expect(isAmountOfUse(fold(text))).toBe(true);
  expect(findTiers(fold(text)).map((one) => one.text)).toEqual([fold(text)]);
});

test.each([
  '8 vCPU',
  '4090',
  'Orca-4',
  'A100',
  '3-5 years',
  '2024-2025',
  '80 GB',
  '1 TB',
  ', prompts ≤ 200k tokens',
  'Storage 0-10 TB',
  'First responder',
])('%s says something else', (text) => {
  expect(isAmountOfUse(fold(text))).toBe(false);
});

test('a range before a colon, and one that words close', () => {
  expect(findTiers('2,001 to 30,000 images: $1.00').map((one) => one.text)).toEqual(['2,001 to 30,000 images']);
  expect(findTiers('egress of 80 tb and above').map((one) => one.text)).toEqual(['80 tb and above']);
});
