import { expect, test } from 'vitest';
import { read } from './read.ts';

test('a column of families names no models where another does', () => {
  const page = `<h1>文本模型</h1><table>
    <tr><th>模型名称</th><th>规格名称</th><th>输入（元/百万tokens）</th><th>输出（元/百万tokens）</th></tr>
    <tr><td rowspan="2">DeepSeek系列</td><td>DeepSeek-R1</td><td>4.4</td><td>17.6</td></tr>
    <tr><td>DeepSeek-V3</td><td>2.2</td><td>8.8</td></tr>
    <tr><td>Qwen系列</td><td>Qwen3.5-35B-A3B</td><td>0.9</td><td>2.4</td></tr></table>`;
  expect(read(page)).toEqual([
    'DeepSeek-R1 input CNY 4.4/1000000',
    'DeepSeek-R1 output CNY 17.6/1000000',
    'DeepSeek-V3 input CNY 2.2/1000000',
    'DeepSeek-V3 output CNY 8.8/1000000',
    'Qwen3.5-35B-A3B input CNY 0.9/1000000',
    'Qwen3.5-35B-A3B output CNY 2.4/1000000',
  ]);
});

test('families in English, and one that is sold as a whole', () => {
  const page = `<h1>Pricing</h1><table>
    <tr><th>Model</th><th>Version</th><th>Input / 1M tokens</th></tr>
    <tr><td>Orca Series</td><td>orca-2-mini</td><td>$0.20</td></tr>
    <tr><td>Heron Series</td><td>heron-1.5-large</td><td>$2.20</td></tr></table>`;
  expect(read(page)).toEqual(['orca-2-mini input USD 0.2/1000000', 'heron-1.5-large input USD 2.2/1000000']);
  const whole = `<h1>价格</h1><table><tr><th>模型名称</th><th>输入（元/百万tokens）</th></tr>
    <tr><td>Qwen系列</td><td>0.9</td></tr><tr><td>GLM系列</td><td>1.2</td></tr></table>`;
  expect(read(whole)).toEqual(['Qwen系列 input CNY 0.9/1000000', 'GLM系列 input CNY 1.2/1000000']);
});
