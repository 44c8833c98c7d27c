import { expect, test } from 'vitest';
import { askedAbout } from '../../../../processors/extract/pages/asked-about.ts';
import { read } from './read.ts';

test.each([
  ['How much does a load balancer cost?', 'load balancer'],
  ['What is the price of a floating IP?', 'floating IP'],
  ['What does Wren Sandbox cost?', 'Wren Sandbox'],
  ['How is storage billed?', 'storage'],
  ['图像审核如何计费？', '图像审核'],
  ['向量检索的价格是多少？', '向量检索'],
  ['How much does it cost?', null],
  ['How is the base price billed?', null],
  ['What locations are available?', null],
  ['What is your pricing model?', null],
  ['How much does a load balancer cost', null],
])('%s is about %s', (question, subject) => {
  expect(askedAbout(question)).toBe(subject);
});

test('an answer under a question is of what it asks about', () => {
  expect(
    read(
      '<h2>FAQ</h2><h3>How much does Wren Sandbox cost?</h3><p>It costs $0.05 per hour while a sandbox runs.</p><h3>How is storage billed?</h3><p>You pay $0.10 per GB per month.</p>',
    ),
  ).toEqual(['Wren Sandbox other USD 0.05/1', 'storage storage_gb_month USD 0.1/1']);
  expect(
    read(
      '## 常见问题\n\n### 向量检索如何计费？\n\n按调用次数计费，每千次 0.5 元。\n\n### 图像审核的价格是多少？\n\n价格为 1.2 元/千次。\n',
      'md',
    ),
  ).toEqual(['向量检索 request CNY 0.5/1000', '图像审核 request CNY 1.2/1000']);
});

test('storage before a colon is what is charged for where nothing over it has a name', () => {
  expect(
    read('## Prices\n\n* Storage: € 0.0052 / $ 0.0061 per TB-hour.\n* Outbound traffic: $ 0.02 per GB.\n', 'md'),
  ).toEqual(['Storage other EUR 0.0052/1', 'Storage other USD 0.0061/1', 'Outbound traffic other USD 0.02/1']);
});

test('gifts for new customers are no prices', () => {
  expect(
    read(
      '<h1>松云存储</h1><h2>标准存储</h2><p>0.12元/GB/月</p><section><h2>给新用户的好礼</h2><p>代付短信</p><p>每月 20 元</p></section>',
    ),
  ).toEqual(['标准存储 storage_gb_month CNY 0.12/1']);
});
