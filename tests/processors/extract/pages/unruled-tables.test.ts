import { expect, test } from 'vitest';
import { read } from './read.ts';

/** What the page shows, the page, its prices. */
const cases: readonly [string, string, readonly string[]][] = [
  [
    'rows that lack what spans down to them, a header that spans the labels, a label over two lines',
    `模型与价格
价格以每百万 tokens 计。
| 模型 | lusi-fast(1) | lusi-max
| 上下文 | 256K
| 模式 | 支持思考
见使用说明 | 支持思考
| 价格 | 百万tokens输入
（缓存命中） | 闲时 | 0.03元 | 0.2元
| 忙时 | 0.06元 | 0.4元
| 百万tokens输入
（缓存未命中） | 闲时 | 1元 | 5元
| 忙时 | 2元 | 10元
(1) 旧名仍可用。`,
    [
      'lusi-fast cached_input off_peak CNY 0.03/1000000',
      'lusi-max cached_input off_peak CNY 0.2/1000000',
      'lusi-fast cached_input peak CNY 0.06/1000000',
      'lusi-max cached_input peak CNY 0.4/1000000',
      'lusi-fast input off_peak CNY 1/1000000',
      'lusi-max input off_peak CNY 5/1000000',
      'lusi-fast input peak CNY 2/1000000',
      'lusi-max input peak CNY 10/1000000',
    ],
  ],
  [
    'rows closed by a bar, without a rule',
    `# Pricing

| Model | Input / 1M tokens | Output / 1M tokens |
| Egret 2 | $0.50 | $2.00 |
| Egret 2 mini | $0.10 | $0.40 |

Taxes are extra.`,
    [
      'Egret 2 input USD 0.5/1000000',
      'Egret 2 output USD 2/1000000',
      'Egret 2 mini input USD 0.1/1000000',
      'Egret 2 mini output USD 0.4/1000000',
    ],
  ],
  [
    'names that span down',
    `| GPU | Commitment | Price per hour
| NVIDIA H200 | On-demand | $3.80
| 12 months | $2.90
| NVIDIA L40S | On-demand | $0.99`,
    [
      'NVIDIA H200 gpu_hour On-demand USD 3.8/1',
      'NVIDIA H200 gpu_hour commit_1y 12 months USD 2.9/1',
      'NVIDIA L40S gpu_hour On-demand USD 0.99/1',
    ],
  ],
  [
    'bars without prices',
    `| Model | Context
| Egret 2 | 128K
| Egret 3 | 1M`,
    [],
  ],
];

test.each(cases)('%s', (_name, page, prices) => {
  expect(read(page, 'md')).toEqual(prices);
});

test('rows with bars between their cells and none at their edges', () => {
  expect(
    read(
      'Rates of Tern\nModel | Input / 1M | Output / 1M | Context\nTern 2 | $0.50 | $1.50 | 64K\nTern R | $1.10 | $4.40 | 128K\nTern Nano | Free | Free | 16K\nQuestions? Write to us.',
      'md',
    ),
  ).toEqual([
    'Tern 2 input USD 0.5/1000000',
    'Tern 2 output USD 1.5/1000000',
    'Tern R input USD 1.1/1000000',
    'Tern R output USD 4.4/1000000',
  ]);
});
