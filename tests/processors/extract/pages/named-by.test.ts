import { expect, test } from 'vitest';
import { readInFull } from './read.ts';

test('a name that begins with the way its tokens go', () => {
  const page = `<h1>Agent pricing</h1><table><tr><th>Item</th><th>Standard</th><th>Flex</th></tr><tr><td>Input tokens (agents)</td><td>$4.00 per 1M tokens</td><td>$1.00 per 1M tokens</td></tr><tr><td>Output tokens (agents)</td><td>$16.00 per 1M tokens</td><td>$4.00 per 1M tokens</td></tr></table>`;
  expect(readInFull(page)).toEqual([
    'Input tokens (agents) input standard - USD 4/1000000',
    'Input tokens (agents) input flex - USD 1/1000000',
    'Output tokens (agents) output standard - USD 16/1000000',
    'Output tokens (agents) output flex - USD 4/1000000',
  ]);
});

test('things billed side by side, each with its unit in brackets, by region', () => {
  const page = `<h1>Nimbus 检索服务</h1><h2>定价介绍</h2><table><tr><th rowspan="2">地域</th><th colspan="2">计费项</th></tr><tr><th>写入流量（元/GB）</th><th>接口调用（元/百万次）</th></tr><tr><td>北京/上海</td><td>0.31</td><td>0.2</td></tr><tr><td>中国香港</td><td>0.36</td><td>0.24</td></tr></table>`;
  expect(readInFull(page)).toEqual([
    '写入流量 other standard - CNY 0.31/1',
    '接口调用 request standard - CNY 0.2/1000000',
    '写入流量 other standard - CNY 0.36/1',
    '接口调用 request standard - CNY 0.24/1000000',
  ]);
});

test('credits are no prices, money for a million tokens is one', () => {
  const page = `<h1>Serverless</h1><table><tr><th>Model size</th><th>Credits per 1M tokens</th></tr><tr><td>Llama 4 (70B)</td><td>$0.55</td></tr><tr><td>Qwen 3 (32B)</td><td>$0.75</td></tr></table>`;
  expect(readInFull(page)).toEqual([
    'Llama 4 (70B) other standard - USD 0.55/1000000',
    'Qwen 3 (32B) other standard - USD 0.75/1000000',
  ]);
});

test('a column of kinds beside one that describes each card names nothing', () => {
  const row = (kind: string, name: string, label: string, price: string) =>
    `<tr><td>${kind}</td><td>${name}</td><td>${label}</td><td>${price}</td></tr>`;
  const page = `<h1>Resources</h1><table><tr><th>Type</th><th>Description</th><th>Resource Label</th><th>Cost per Hour</th></tr>${row('GPU', 'NVIDIA A40 for PCIE', 'A40_PCIE', '$1.35')}${row('GPU', 'NVIDIA L40S for PCIE', 'L40S_PCIE', '$1.75')}${row('GPU', 'NVIDIA H100 for NVLINK', 'H100_NVLINK', '$4.85')}</table>`;
  expect(readInFull(page)).toEqual([
    'NVIDIA A40 for PCIE gpu_hour standard - USD 1.35/1',
    'NVIDIA L40S for PCIE gpu_hour standard - USD 1.75/1',
    'NVIDIA H100 for NVLINK gpu_hour standard - USD 4.85/1',
  ]);
});

test('a column of points beside one of money', () => {
  const page = `<h1>模型计费</h1><table><tr><th>模型</th><th>类型</th><th>单价-积分结算（积分/千tokens）</th><th>单价-现金结算（元/千tokens）</th></tr><tr><td>kiwi-2.0-pro</td><td>输入</td><td>3.4</td><td>0.0034</td></tr><tr><td>kiwi-2.0-pro</td><td>输出</td><td>17</td><td>0.017</td></tr></table>`;
  expect(readInFull(page)).toEqual([
    'kiwi-2.0-pro input standard - CNY 0.0034/1000',
    'kiwi-2.0-pro output standard - CNY 0.017/1000',
  ]);
});
