import { expect, test } from 'vitest';
import { read } from './read.ts';

test('what a call of a model of videos comes to is no price of tokens', () => {
  const page = `| 模型 | 输入（元/千tokens） |
|---|---|
| 白鹭-4 | 0.002 |

图生视频

| 模型名称 | 视频时长（秒） | 消耗积分 | 调用消耗（元） |
|---|---|---|---|
| 白鹭-I2V | 5 | 1 | 1.2 |
| 白鹭-I2V-Pro | 10 | 2 | 2.4 |`;
  expect(read(page, 'md')).toEqual([
    '白鹭-4 input CNY 0.002/1000',
    '白鹭-I2V other 5 CNY 1.2/1',
    '白鹭-I2V-Pro other 10 CNY 2.4/1',
  ]);
});

test('a remark below a name and a word for prices behind one are none of it', () => {
  const page = `## 고정 IP 요금
고정 IP는 1달러/월의 비율로 비용이 청구됩니다.
`;
  expect(read(page, 'md')).toEqual(['고정 IP month USD 1/1']);
  const cell = `<table><tr><th>模型</th><th>输入（元/百万tokens）</th></tr><tr><td>鹭-max
    > 更多详情参考[快速模式](/fast)</td><td>12</td></tr></table>`;
  expect(read(cell, 'md')).toEqual(['鹭-max input CNY 12/1000000']);
});
