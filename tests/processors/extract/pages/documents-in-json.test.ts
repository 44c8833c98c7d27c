import { expect, test } from 'vitest';
import { extract } from '../../../../processors/extract/extract.ts';
import { pageOf } from './page-of.ts';
import { read } from './read.ts';

const markdown = `本文介绍各模型的价格，方便您查阅和比较。

## 在线推理

|模型名称 |条件 |输入<br>元/百万token |输出<br>元/百万token |
|---|---|---|---|
|lusi\\-3 |空闲时段 |1.00 |4.00 |
||高峰时段 |2.00 |8.00 |
`;
const html =
  '<p>Rates of our models, in US dollars.</p><table><tr><th>Model</th><th>Input / 1M tokens</th></tr><tr><td>Orla 2</td><td>$1.50</td></tr></table>';

const readJson = (data: unknown): string[] =>
  (extract(pageOf(JSON.stringify(data), { format: 'json' })).reading?.prices ?? []).map(
    ({ product, meter, mode, currency, amount, per }) => `${product} ${meter} ${mode} ${currency} ${amount}/${per}`,
  );

test('an answer that holds a page as Markdown states what the page does', () => {
  expect(readJson({ Meta: { Id: '77' }, Result: { Title: '模型价格', DocumentID: 1544, Content: markdown } })).toEqual([
    'lusi-3 input off_peak CNY 1/1000000',
    'lusi-3 output off_peak CNY 4/1000000',
    'lusi-3 input peak CNY 2/1000000',
    'lusi-3 output peak CNY 8/1000000',
  ]);
});

test('as HTML too, and once where it stands there twice', () => {
  const article = { id: 9, title: 'Pricing', content: { rendered: html }, copy: html };
  expect(readJson([article])).toEqual(['Orla 2 input standard USD 1.5/1000000']);
});

test('prices that the keys of JSON name go before its texts', () => {
  const data = { models: [{ name: 'Orla 3', price_per_1m_tokens_usd: { input: 2 } }], help: html };
  expect(readJson(data)).toEqual(['Orla 3 input standard USD 2/1000000']);
});

test('a page whose script carries it as a text is read there', () => {
  const data = JSON.stringify({ props: { page: { body: html } } });
  expect(read(`<div id="app"></div><script type="application/json">${data}</script>`)).toEqual([
    'Orla 2 input USD 1.5/1000000',
  ]);
});

test('texts without prices and short remarks are none', () => {
  expect(readJson({ body: `<p>${'Words about models. '.repeat(10)}</p>`, note: '<p>$3 / image</p>' })).toEqual([]);
});
