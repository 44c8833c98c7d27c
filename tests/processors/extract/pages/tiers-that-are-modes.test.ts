import { expect, test } from 'vitest';
import { read } from './read.ts';

test('hours of much and little use are ways of buying, wherever they stand', () => {
  const page = `<h1>Rates</h1><table><tr><th>Model</th><th>Tier</th><th>Input / 1M tokens</th></tr>
<tr><td rowspan="3">Wren 4</td><td>Busy hours</td><td>$0.80</td></tr><tr><td>Idle hours</td><td>$0.40</td></tr><tr><td>Batch</td><td>$0.30</td></tr></table>`;
  expect(read(page)).toEqual([
    'Wren 4 input peak USD 0.8/1000000',
    'Wren 4 input off_peak USD 0.4/1000000',
    'Wren 4 input batch USD 0.3/1000000',
  ]);
});

test('both in one cell', () => {
  const page = `# Rates\n\n| Model | Input (per 1M tokens) |\n|---|---|\n| Wren 4 | Busy hours: $0.80 Idle hours: $0.40 |\n`;
  expect(read(page, 'md')).toEqual(['Wren 4 input peak USD 0.8/1000000', 'Wren 4 input off_peak USD 0.4/1000000']);
});

test('what is not of a kind is no price of that kind', () => {
  const page = `# 价格\n\n## 在线推理（低延迟）\n\n| 模型 | 输入(非音频)<br>元/百万token | 输入(音频)<br>元/百万token |\n|---|---|---|\n| lusi-omni | 3 | 9 |\n`;
  expect(read(page, 'md')).toEqual([
    'lusi-omni input low_latency 非音频 CNY 3/1000000',
    'lusi-omni input low_latency 音频 CNY 9/1000000',
  ]);
});

test('a plan of a plain word beside others', () => {
  const card = (name: string, price: string) => `<div class="card"><h3>${name}</h3><p>${price}</p></div>`;
  const page = `<h1>Wren pricing</h1><div>${card('Free', 'Free')}${card('Go', '$6 / month')}${card('Plus', '$18 / month')}</div>`;
  expect(read(page)).toEqual(['Go month USD 6/1', 'Plus month USD 18/1']);
});

test('spans as MDX writes them', () => {
  const page = `# Rates

<table>
<tr><th rowSpan={2}>Model</th><th colSpan={2}>Output price (per 1M tokens)</th></tr>
<tr><th>Non-Thinking mode</th><th>Thinking mode</th></tr>
<tr><td>wren-4</td><td>\\$0.2</td><td>\\$0.7</td></tr>
</table>`;
  expect(read(page, 'md')).toEqual([
    'wren-4 output Non-Thinking mode USD 0.2/1000000',
    'wren-4 output Thinking mode USD 0.7/1000000',
  ]);
});

test('a heading over training and what is run speaks of both', () => {
  expect(
    read(
      '<h1>Fine-tuning &amp; inference rates</h1><table><tr><th>Model</th><th>Input (per 1M tokens)</th><th>Output (per 1M tokens)</th></tr><tr><td>gale-9b</td><td>$0.10</td><td>$0.30</td></tr></table>',
    ),
  ).toEqual(['gale-9b input USD 0.1/1000000', 'gale-9b output USD 0.3/1000000']);
});
