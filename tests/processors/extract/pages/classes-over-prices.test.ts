import { expect, test } from 'vitest';
import { read } from './read.ts';

const table = (...rows: readonly (readonly string[])[]): string =>
  `<table>${rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table>`;

test('classes over columns of prices are what is priced, in steps', () => {
  expect(
    read(
      '# Object store\n\n| Volume | Standard storage price ($/GB/month) | Archive storage price ($/GB/month) |\n|---|---|---|\n| 0 - 50 TB | 0.021 | 0.004 |\n| over 50 TB | 0.019 | 0.003 |\n',
      'md',
    ),
  ).toEqual([
    'Standard storage storage_gb_month 0 - 50 TB USD 0.021/1',
    'Archive storage storage_gb_month 0 - 50 TB USD 0.004/1',
    'Standard storage storage_gb_month over 50 TB USD 0.019/1',
    'Archive storage storage_gb_month over 50 TB USD 0.003/1',
  ]);
});

test('with a unit in place of the word price, and of other things than storage', () => {
  expect(
    read(
      `<h1>内容安全</h1>${table(['月调用量', '图片检测（元/千次）', '语音检测（元/千次）'], ['0-100万', '1.2', '1.5'], ['100万-500万', '1.1', '1.4'])}`,
    ),
  ).toEqual([
    '内容安全 图片检测 request 0-100万 CNY 1.2/1000',
    '内容安全 语音检测 request 0-100万 CNY 1.5/1000',
    '内容安全 图片检测 request 100万-500万 CNY 1.1/1000',
    '内容安全 语音检测 request 100万-500万 CNY 1.4/1000',
  ]);
});

test('what a row charges for is of the class of its column; what is moved is not stored', () => {
  expect(
    read(
      `<h1>Pricing</h1>${table(
        ['', 'Standard storage price', 'Cold storage price'],
        ['Storage', '$0.02 per GB-month', '$0.005 per GB-month'],
        ['Data retrieval', '-', '$0.01 per GB'],
        ['Write requests', '$0.05 per 10,000', '$0.10 per 10,000'],
      )}`,
    ),
  ).toEqual([
    'Standard storage storage_gb_month USD 0.02/1',
    'Cold storage storage_gb_month USD 0.005/1',
    'Cold storage Data retrieval other USD 0.01/1',
    'Standard storage Write requests request USD 0.05/10000',
    'Cold storage Write requests request USD 0.1/10000',
  ]);
});

test('a second header below says the unit anew, the classes stay', () => {
  const page = `<h1>存储</h1><table>
    <tr><th rowspan="2">容量费用</th><th>阶梯</th><th>标准存储单价（元/GB/月）</th><th>归档存储单价（元/GB/月）</th></tr>
    <tr><td>0-10TB</td><td>0.12</td><td>0.03</td></tr>
    <tr><td rowspan="3">外网流量费用</td><td>阶梯</td><td>单价（元/GB）</td><td>单价（元/GB）</td></tr>
    <tr><td>0-1TB</td><td>0.5</td><td>0.6</td></tr>
    <tr><td>1TB以上</td><td>0.4</td><td>0.55</td></tr>
    <tr><td>取回</td><td></td><td>免费</td><td>0.06元/GB</td></tr></table>`;
  expect(read(page)).toEqual([
    '标准存储 容量费用 storage_gb_month 0-10TB CNY 0.12/1',
    '归档存储 容量费用 storage_gb_month 0-10TB CNY 0.03/1',
    '标准存储 外网流量费用 other 0-1TB CNY 0.5/1',
    '归档存储 外网流量费用 other 0-1TB CNY 0.6/1',
    '标准存储 外网流量费用 other 1TB以上 CNY 0.4/1',
    '归档存储 外网流量费用 other 1TB以上 CNY 0.55/1',
    '归档存储 取回 other CNY 0.06/1',
  ]);
});

test('what buyers pay is no class, nor is a way of working of a model', () => {
  expect(
    read(
      `<h1>短信</h1>${table(['短信类型', '目录价格', '会员价格'], ['验证码短信', '0.045元/条', '0.04元/条'], ['营销短信', '0.055元/条', '0.05元/条'])}`,
    ).map((line) => line.split(' ')[0]),
  ).toEqual(['验证码短信', '验证码短信', '营销短信', '营销短信']);
  expect(
    read(
      `<h1>Heron-7 Video</h1>${table(['Resolution', 'Text to video price ($/s)', 'Image to video price ($/s)'], ['720p', '0.1', '0.12'], ['1080p', '0.2', '0.22'])}`,
    ).every((line) => line.startsWith('Heron-7 Video second')),
  ).toBe(true);
});
