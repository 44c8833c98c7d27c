import { expect, test } from 'vitest';
import { read } from './read.ts';

test('what stands below a name tells it from the same name in another row', () => {
  expect(
    read(`<h1>Fine-tuning</h1><table><tr><th>Model</th><th>Training</th><th>Input</th></tr>
      <tr><td>Heron-7</td><td>$40 / hour</td><td>$1 / 1M tokens</td></tr>
      <tr><td>Heron-7<br>with data sharing*</td><td>$40 / hour</td><td>$0.5 / 1M tokens</td></tr>
      <tr><td>Egret-2<br>vision and tools</td><td>$60 / hour</td><td>$2 / 1M tokens</td></tr></table>`),
  ).toEqual([
    'Heron-7 other fine_tuned USD 40/1',
    'Heron-7 input fine_tuned USD 1/1000000',
    'Heron-7 other fine_tuned with data sharing USD 40/1',
    'Heron-7 input fine_tuned with data sharing USD 0.5/1000000',
    'Egret-2 other fine_tuned USD 60/1',
    'Egret-2 input fine_tuned USD 2/1000000',
  ]);
});

test('a line that all of a name have is none of it, and a range is said alone', () => {
  expect(
    read(`<h1>Prices</h1><table><tr><th>Model</th><th>Input</th></tr>
      <tr><td>Heron-7<br>≤ 512K input tokens now half price</td><td>$1 / 1M tokens</td></tr>
      <tr><td>Heron-7<br>&gt; 512K input tokens now half price</td><td>$2 / 1M tokens</td></tr>
      <tr><td>Egret<br>Half price<br>EU data residency</td><td>$3 / 1M tokens</td></tr>
      <tr><td>Egret<br>Half price</td><td>$2.5 / 1M tokens</td></tr></table>`),
  ).toEqual([
    'Heron-7 input ≤ 512K input tokens USD 1/1000000',
    'Heron-7 input > 512K input tokens USD 2/1000000',
    'Egret input EU data residency USD 3/1000000',
    'Egret input USD 2.5/1000000',
  ]);
});

test('in brackets', () => {
  expect(
    read(`<h1>价格</h1><table><tr><th>模型</th><th>输入</th></tr>
      <tr><td>鹭-7<br>（含数据共享）</td><td>3元/百万tokens</td></tr><tr><td>鹭-7</td><td>4元/百万tokens</td></tr></table>`),
  ).toEqual(['鹭-7 input 含数据共享 CNY 3/1000000', '鹭-7 input CNY 4/1000000']);
});

test('amounts that are the same as elsewhere are of where they stand', () => {
  const row = (...cells: readonly string[]) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
  expect(
    read(
      `<h1>Prices</h1><table>${row('Model', 'Standard', 'Batch')}${row('Heron-7', '$1 / 1M input<br>$4 / 1M output', '<i>Same as standard:</i><br>$1 / 1M input<br>$4 / 1M output')}</table>`,
    ),
  ).toEqual([
    'Heron-7 input USD 1/1000000',
    'Heron-7 output USD 4/1000000',
    'Heron-7 input batch USD 1/1000000',
    'Heron-7 output batch USD 4/1000000',
  ]);
  expect(
    read(
      `<table>${row('模型', '实时输入', '批量输入')}${row('鹭-7', '1元/百万tokens', '与实时价格相同<br>1元/百万tokens')}</table>`,
    ),
  ).toEqual(['鹭-7 input CNY 1/1000000', '鹭-7 input batch CNY 1/1000000']);
});
