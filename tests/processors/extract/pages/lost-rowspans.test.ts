import { expect, test } from 'vitest';
import { read } from './read.ts';

/** What the page shows, the copy that lost the spans of its table, its prices. */
const cases: readonly [string, string, readonly string[]][] = [
  [
    'families over machines',
    `## Instances

| Family | Instance | vCPU | Price (USD/hour) |
|---|---|---|---|
| General | g1.large | 2 | 0.10 |
| g1.xlarge | 4 | 0.20 |
| Compute | c1.large | 2 | 0.08 |
| c1.xlarge | 4 | 0.16 |`,
    [
      'g1.large instance_hour USD 0.1/1',
      'g1.xlarge instance_hour USD 0.2/1',
      'c1.large instance_hour USD 0.08/1',
      'c1.xlarge instance_hour USD 0.16/1',
    ],
  ],
  [
    'a place, a name and a kind, each over other rows',
    `## Models (USD per 1M tokens)

| Region | Model | Kind | Prompt length | Input | Output |
|---|---|---|---|---|---|
| US, EU | Tern-3-Max | Text (thinking) | - | $1.20 | $6.00 |
| Tern-3-Plus | ≤256K | $0.40 | $2.40 |
| 256K~1M | $0.50 | $3.00 |
| Tern-3-Air | ≤128K | $0.10 | $0.40 |`,
    [
      'Tern-3-Max input US, EU USD 1.2/1000000',
      'Tern-3-Max output US, EU USD 6/1000000',
      'Tern-3-Plus input ≤256K US, EU USD 0.4/1000000',
      'Tern-3-Plus output ≤256K US, EU USD 2.4/1000000',
      'Tern-3-Plus input 256K~1M US, EU USD 0.5/1000000',
      'Tern-3-Plus output 256K~1M US, EU USD 3/1000000',
      'Tern-3-Air input ≤128K US, EU USD 0.1/1000000',
      'Tern-3-Air output ≤128K US, EU USD 0.4/1000000',
    ],
  ],
  [
    'all but the item and its price',
    `| Model | Version | Service | Item | Online | Unit |
|---|---|---|---|---|---|
| Tern 5 | TERN-5.0 | Inference | Input | 1.4 | $/M tokens |
| Output | 5.6 | $/M tokens |
| Tern 4 | TERN-4.5 | Inference | Input | 0.55 | $/M tokens |
| Output | 2.2 | $/M tokens |`,
    [
      'Tern 5 input USD 1.4/1000000',
      'Tern 5 output USD 5.6/1000000',
      'Tern 4 input USD 0.55/1000000',
      'Tern 4 output USD 2.2/1000000',
    ],
  ],
  [
    'heads over the columns of two lengths',
    `Prices per 1M tokens.

| Model | Short context | Long context |
|---|---|---|
| Input | Cached input | Output | Input | Cached input | Output |
| tern-6 | $2.00 | $0.20 | $8.00 | $4.00 | $0.40 | $12.00 |
| tern-6-mini | $0.50 | $0.05 | $2.00 | - | - | - |`,
    [
      'tern-6 input Short context USD 2/1000000',
      'tern-6 cached_input Short context USD 0.2/1000000',
      'tern-6 output Short context USD 8/1000000',
      'tern-6 input Long context USD 4/1000000',
      'tern-6 cached_input Long context USD 0.4/1000000',
      'tern-6 output Long context USD 12/1000000',
      'tern-6-mini input Short context USD 0.5/1000000',
      'tern-6-mini cached_input Short context USD 0.05/1000000',
      'tern-6-mini output Short context USD 2/1000000',
    ],
  ],
  [
    'a unit that holds for the rows below, set with tabs',
    `Pricing

Product\tUnit\tInput list price\tOutput list price
Tern-1\tper 1M tokens\t$1\t$4
Tern-2-Turbo\t$0.8\t$2
Tern-3-Lite\t$0.3\t$0.9`,
    [
      'Tern-1 input USD 1/1000000',
      'Tern-1 output USD 4/1000000',
      'Tern-2-Turbo input USD 0.8/1000000',
      'Tern-2-Turbo output USD 2/1000000',
      'Tern-3-Lite input USD 0.3/1000000',
      'Tern-3-Lite output USD 0.9/1000000',
    ],
  ],
  [
    'a header that reaches over a kind and a name',
    `| Item | Context | Price | Notes |
|---|---|---|---|
| Calls | Tern-M3-Plus | 32k | Input: $0.5 / 1M tokens<br>Output: $0.9 / 1M tokens | all of the dialogue |
| Tern-M3 | 32k | Input: $1 / 1M tokens<br>Output: $3 / 1M tokens | |`,
    [
      'Tern-M3-Plus input USD 0.5/1000000',
      'Tern-M3-Plus output USD 0.9/1000000',
      'Tern-M3 input USD 1/1000000',
      'Tern-M3 output USD 3/1000000',
    ],
  ],
];

test.each(cases)('%s', (_name, page, prices) => {
  expect(read(page, 'md')).toEqual(prices);
});

test('"Thinking" and its contrary divide what comes out', () => {
  expect(
    read(
      `| | | | | |
|---|---|---|---|---|
| Model | Prompt | Input price (per 1M tokens) | Output price (per 1M tokens) |
| Non-thinking mode | Thinking mode |
| tern-plus | ≤256K | $0.4 | $1.2 | $4 |
| >256K | $1.2 | $3.6 | $12 |`,
      'md',
    ).map((price) => price.replace(/ (?:Non-)?thinking(?: mode)?/i, '')),
  ).toEqual([
    'tern-plus input ≤256K USD 0.4/1000000',
    'tern-plus output ≤256K; USD 1.2/1000000',
    'tern-plus output ≤256K; USD 4/1000000',
    'tern-plus input >256K USD 1.2/1000000',
    'tern-plus output >256K; USD 3.6/1000000',
    'tern-plus output >256K; USD 12/1000000',
  ]);
});

test('a row that lacks its last cells is written so', () => {
  expect(
    read(
      `| Model | Context | Input per 1M tokens | Output per 1M tokens | Note |
|---|---|---|---|---|
| tern-2 | 64K | $1 | $4 | swift |
| tern-1 | 32K | $0.5 | $2 |
| tern-embed | 8K | $0.1 |`,
      'md',
    ),
  ).toEqual([
    'tern-2 input USD 1/1000000',
    'tern-2 output USD 4/1000000',
    'tern-1 input USD 0.5/1000000',
    'tern-1 output USD 2/1000000',
    'tern-embed input USD 0.1/1000000',
  ]);
});

test('set with tabs, a row that lacks cells ends where its price does', () => {
  expect(
    read(
      [
        'Prices',
        '',
        'Model\tType\t≤ 200K, per 1M tokens\t> 200K, per 1M tokens',
        'tern-5\tInput\t$5.00\t$10.00',
        'Output\t$25.00\t$37.50',
        '5m cache write\t$6.25\t$12.50',
        'Cache hit\t$0.50\t$1.00',
      ].join('\n'),
      'md',
    ),
  ).toEqual([
    'tern-5 input ≤ 200K USD 5/1000000',
    'tern-5 input > 200K USD 10/1000000',
    'tern-5 output ≤ 200K USD 25/1000000',
    'tern-5 output > 200K USD 37.5/1000000',
    'tern-5 cache_write ≤ 200K; 5m USD 6.25/1000000',
    'tern-5 cache_write > 200K; 5m USD 12.5/1000000',
    'tern-5 cached_input ≤ 200K USD 0.5/1000000',
    'tern-5 cached_input > 200K USD 1/1000000',
  ]);
});

test('words that a copy has set behind a unit without a blank', () => {
  expect(
    read('# GPU pricing\n\n### H900 SXM\n\n$3.59/hrSecure Cloud\n\n### L9\n\nStarting at$0.69/hrRent Now', 'md'),
  ).toEqual(['H900 SXM gpu_hour secure USD 3.59/1', 'L9 gpu_hour USD 0.69/1']);
});
