import { expect, test } from 'vitest';
import { read } from './read.ts';

/** What the page shows, the page in Markdown, its prices. */
const cases: readonly [string, string, readonly string[]][] = [
  [
    'a sentence of several subjects',
    `## Disks\n\nNetwork drives are $0.08/GB/month; container disk is $0.11/GB/month while a pod runs.\n\nObject storage costs $0.021 per GB-month and egress costs $0.012 per GB.\n`,
    [
      'Network drives storage_gb_month USD 0.08/1',
      'container disk storage_gb_month USD 0.11/1',
      'Object storage storage_gb_month USD 0.021/1',
      'egress other USD 0.012/1',
    ],
  ],
  [
    'a sentence that begins with an identifier',
    `## Prices\n\nquarry/orca-4-mini costs $0.35 per million input tokens and $1.45 per million output tokens.\n`,
    ['quarry/orca-4-mini input USD 0.35/1000000', 'quarry/orca-4-mini output USD 1.45/1000000'],
  ],
  [
    'a note below bare numbers says what they are, under short words for the ways',
    `## Models\n\n| model | in | out |\n|---|--:|--:|\n| orca-4 | 3.10 | 14.00 |\n| orca-4-mini | 0.35 | 1.45 |\n\nAll prices in USD per 1M tokens.\n`,
    [
      'orca-4 input USD 3.1/1000000',
      'orca-4 output USD 14/1000000',
      'orca-4-mini input USD 0.35/1000000',
      'orca-4-mini output USD 1.45/1000000',
    ],
  ],
  [
    'ways of buying over bare numbers',
    `## GPU\n\nAll prices USD, per GPU per hour.\n\nGPU | On-demand | Spot\n--- | --- | ---\nH200 | 3.70 | 2.10\nL40S | 1.15 | 0.60\n`,
    [
      'H200 gpu_hour USD 3.7/1',
      'H200 gpu_hour spot USD 2.1/1',
      'L40S gpu_hour USD 1.15/1',
      'L40S gpu_hour spot USD 0.6/1',
    ],
  ],
  [
    'Chinese words and their prices in a row',
    `## 语音\n\n语音识别 3.6 元/小时，语音合成 2.2 元/万字符。\n`,
    ['语音识别 other CNY 3.6/1', '语音合成 other CNY 2.2/10000'],
  ],
  [
    'a plan called Standard beside others',
    `# Pricing\n\n### Standard\n\n- $25 / month\n\n### Enterprise\n\n- $480 / month\n`,
    ['Standard month USD 25/1', 'Enterprise month USD 480/1'],
  ],
];

test.each(cases)('what clauses, notes and neighbours say: %s', (_, page, prices) => {
  expect(read(page, 'md')).toEqual(prices);
});
