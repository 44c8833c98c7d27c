import { expect, test } from 'vitest';
import { readInFull } from './read.ts';

test('amounts of one cell count the same, each for the plan named behind it', () => {
  const page = `# Search APIs

| API | Free tier | Pricing model |
|---|---|---|
| Osprey Search | 1,000 queries/month free | $2 per 1k queries for Basic, $4 per 1k for Plus |
| Merlin OCR | 100 pages | $1.50 per 1,000 pages, $0.60 per 1,000 after 1M pages |
| Egret Image | - | $40 per 1,000 images on Standard; $60 per 1,000 on HD |
`;
  expect(readInFull(page, 'md')).toEqual([
    'Osprey Search request standard Basic USD 2/1000',
    'Osprey Search request standard Plus USD 4/1000',
    'Merlin OCR other standard - USD 1.5/1000',
    'Merlin OCR other standard after 1M USD 0.6/1000',
    'Egret Image image standard Standard USD 40/1000',
    'Egret Image image standard HD USD 60/1000',
  ]);
});

test('"Standard" beside "Business" is a plan, in rows and in headers', () => {
  const page = `# Lark Store pricing

Lark Store costs $23 per TB per month at the moment, in both of its editions.

| Edition | Price per TB per month |
|---|---|
| Standard | $23 |
| Business | $23 |

## Warehouses

| Size | Hourly (Standard) | Hourly (Business) |
|---|---|---|
| XSmall | $2 | $3 |
`;
  expect(readInFull(page, 'md')).toEqual([
    'Lark Store storage_gb_month standard Standard USD 23/1000',
    'Lark Store storage_gb_month standard Business USD 23/1000',
    'Warehouses XSmall instance_hour standard Hourly (Standard) USD 2/1',
    'Warehouses XSmall instance_hour standard Hourly (Business) USD 3/1',
  ]);
});

test('cards of plans are no rows: a heading among lines begins a card', () => {
  const card = (name: string, price: string, ...items: string[]) =>
    `<div class="col"><h3>${name}</h3><p>${price}</p><ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul></div>`;
  const page = `<h1>Curlew pricing</h1><div>${card('Hobby', '$0/month', '1,000 API calls', 'Community support')}${card('Pro', '$29/month', '50,000 API calls', '$0.50 per additional 1,000 calls', 'Email support')}${card('Scale', '$299/month', '1M API calls', '$0.30 per additional 1,000 calls')}</div>`;
  expect(readInFull(page)).toEqual([
    'Hobby month standard - USD 0/1',
    'Pro month standard - USD 29/1',
    'Pro request standard - USD 0.5/1000',
    'Scale month standard - USD 299/1',
    'Scale request standard - USD 0.3/1000',
  ]);
});

test('years beside on-demand prices are what one commits to; a dedicated address is no way of buying', () => {
  const page = `<table><tr><th>Instance</th><th>On-demand</th><th>1-year</th><th>3-year</th></tr><tr><td>g-h100-8</td><td>$23.90/h</td><td>$17.20/h</td><td>$12.80/h</td></tr></table><h2>Add-ons</h2><dl><dt>Dedicated IP</dt><dd>$25 / month</dd><dt>Extra seat</dt><dd>$12 / month</dd></dl>`;
  expect(readInFull(page)).toEqual([
    'g-h100-8 instance_hour standard - USD 23.9/1',
    'g-h100-8 instance_hour commit_1y - USD 17.2/1',
    'g-h100-8 instance_hour commit_3y - USD 12.8/1',
    'Dedicated IP month standard - USD 25/1',
    'Extra seat month standard - USD 12/1',
  ]);
});

test('"元/个" is for each of what is named', () => {
  expect(readInFull('- 声音复刻：99 元/个\n- 语音合成：2 元/万字符\n', 'md')).toEqual([
    '声音复刻 other standard - CNY 99/1',
    '语音合成 other standard - CNY 2/10000',
  ]);
});
