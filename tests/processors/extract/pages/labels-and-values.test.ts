import { expect, test } from 'vitest';
import { isPriced } from '../../../../processors/extract/pages/label.ts';
import { read } from './read.ts';

const item = (label: string, value: string) =>
  `<div class="item"><span class="label">${label}</span><span class="tab">\t</span><span class="value">${value}</span></div>`;
const card = (name: string, ...items: readonly (readonly [string, string])[]) =>
  `<div class="card"><h4>${name}</h4>${items.map(([label, value]) => item(label, value)).join('')}</div>`;

test('what keeps a label from its value is no column, and a value of words heads no prices', () => {
  expect(
    read(
      `<h2>模型</h2><div class="cards">${card('鹭-OCR', ['上下文', '32K'], ['输入模态', 'PDF、图片'], ['输入价格', '0.2元/百万Tokens'], ['输出价格', '0.3元/百万Tokens'])}</div>`,
    ),
  ).toEqual(['鹭-OCR input CNY 0.2/1000000', '鹭-OCR output CNY 0.3/1000000']);
});

test('a way of buying that there is no price of is none of the prices beside it', () => {
  const page = (value: string, between = '</span> <span>') =>
    `<h2>Models</h2><div class="cards">${['Heron-7', 'Egret-2']
      .map(
        (name) =>
          `<div class="card"><h4>${name}</h4><div><span>Input price${between}$2 / 1M tokens</span></div><div><span>Batch price${between}${value}</span></div></div>`,
      )
      .join('')}</div>`;
  for (const value of ['not supported', 'N/A', 'Contact sales'])
    expect(read(page(value))).toEqual(['Heron-7 input USD 2/1000000', 'Egret-2 input USD 2/1000000']);
});

test('comments in the code of a page are no headings', () => {
  expect(
    read(
      '## Heron rates\n\n```python\n# Standard mode, lowest price\nclient.run(fast=False)\n```\n\n| Resolution | Price |\n|---|---|\n| 720p | $0.02 / image |\n| 1080p | $0.08 / image |\n',
      'md',
    ),
  ).toEqual(['Heron image 720p USD 0.02/1', 'Heron image 1080p USD 0.08/1']);
});

test('"sample" beside "prefill" is what comes out', () => {
  const page = (first: string) =>
    `| Model | ${first} | Sample | Train |\n|---|---|---|---|\n| Heron-7 | $1.00 / 1M tokens | $3.00 / 1M tokens | $4.00 / 1M tokens |\n`;
  expect(read(page('Prefill'), 'md').map((line) => line.split(' USD')[0])).toEqual([
    'Heron-7 input',
    'Heron-7 output',
    'Heron-7 other',
  ]);
  expect(read(page('Other'), 'md').some((line) => line.includes(' output'))).toBe(false);
});

test('a way of buying with a word in brackets heads no product', () => {
  expect(
    read(
      '# Heron jobs\n\n| Machine | Standard (`fast=False`) | Performance (`fast=True`) |\n|---|---|---|\n| Heron S | $0.10/hr | $0.20/hr |\n| Heron M | $0.30/hr | $0.45/hr |\n',
      'md',
    ).map((line) => line.split(' ').slice(0, 2).join(' ')),
  ).toEqual(['Heron S', 'Heron S', 'Heron M', 'Heron M']);
});

test('"from" is of prices before an amount, and before what tempers one', () => {
  for (const text of ['from $5', 'from just $5 a month', 'from only 5 usd', 'from about $2.50/hr'])
    expect(isPriced(text), text).toBe(true);
  for (const text of ['from your repository', 'images from the web']) expect(isPriced(text), text).toBe(false);
});
