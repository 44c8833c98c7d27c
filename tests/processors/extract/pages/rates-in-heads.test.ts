import { expect, test } from 'vitest';
import { readInFull } from './read.ts';

test('a rate in a header, where other columns hold the prices, is of what its column counts', () => {
  const page = `# Servers

| Plan | vCPU | Extra storage ($0.08 / GB-month) | Price / month |
|---|---|---|---|
| Small | 1 | 25 GB | $5 |
| Medium | 2 | 50 GB | $10 |
`;
  expect(readInFull(page, 'md')).toEqual([
    'Extra storage storage_gb_month standard - USD 0.08/1',
    'Small month standard - USD 5/1',
    'Medium month standard - USD 10/1',
  ]);
});

test('a row of header cells with rates in brackets heads the rows all the same', () => {
  const page = `<h1>Cards</h1><table><tr><th>GPU model</th><th>VRAM (GB)</th><th>RAM (GB) per card ($0.005/hr)</th><th>On-demand (/hr)</th></tr>
<tr><td>H100 SXM</td><td>80</td><td>256</td><td>$4.10</td></tr><tr><td>A40</td><td>48</td><td>128</td><td>$0.90</td></tr></table>`;
  expect(readInFull(page)).toEqual([
    'RAM (GB) per card other standard - USD 0.005/1',
    'H100 SXM gpu_hour standard - USD 4.1/1',
    'A40 gpu_hour standard - USD 0.9/1',
  ]);
});
