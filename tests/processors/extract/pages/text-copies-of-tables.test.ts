import { describe, expect, test } from 'vitest';
import { withoutBreaks } from '../../../../processors/extract/pages/broken-sentences.ts';
import { read } from './read.ts';

describe('tables of a page that was copied as text, one cell a line', () => {
  test('a header nobody knows at the end of the columns is told by how many cells the records have', () => {
    const page = `GPU
VRAM
List price
Down to
A10
24GB
$1.10/h
$0.80/h
L4
24GB
$0.90/h
$0.55/h
H200
141GB
$4.20/h
$2.30/h
T4
16GB
$0.50/h
$0.30/h
`;
    expect(read(page, 'md')).toEqual([
      'A10 gpu_hour List price USD 1.1/1',
      'A10 gpu_hour Down to USD 0.8/1',
      'L4 gpu_hour List price USD 0.9/1',
      'L4 gpu_hour Down to USD 0.55/1',
      'H200 gpu_hour List price USD 4.2/1',
      'H200 gpu_hour Down to USD 2.3/1',
      'T4 gpu_hour List price USD 0.5/1',
      'T4 gpu_hour Down to USD 0.3/1',
    ]);
  });

  test('names of two lines and a unit nobody knows', () => {
    const page = `Model
Unit
Price
Units per $1
Heron Film 2
egret/heron-film-2/text-to-video
seconds
$0.05
20 seconds
Heron Draw
egret/heron-draw/v1
images
$0.02
50 images
Heron Shape
egret/heron-shape
meshes
$0.25
4 meshes
Heron Paint
egret/heron-paint/edit
images
$0.04
25 images
Heron Loop
egret/heron-loop/v3
seconds
$0.10
10 seconds
`;
    expect(read(page, 'md').map((price) => price.replace(/^\S+ /, ''))).toEqual([
      'second USD 0.05/1',
      'image USD 0.02/1',
      'other USD 0.25/1',
      'image USD 0.04/1',
      'second USD 0.1/1',
    ]);
  });

  test('a first row that costs nothing, dashes in its columns', () => {
    const page = `Name
CPU
Memory
Accelerator
VRAM
Hourly price
CPU Small
2 vCPU
16 GB
-
-
FREE
CPU Large
8 vCPU
32 GB
-
-
$0.05
Nvidia L4 - small
4 vCPU
15 GB
Nvidia L4
24 GB
$0.85
`;
    expect(read(page, 'md')).toEqual([
      'CPU Large instance_hour USD 0.05/1',
      'Nvidia L4 - small instance_hour USD 0.85/1',
    ]);
  });

  test('modes under what they are modes of', () => {
    const page = `Prices are in USD per 1M tokens.
MODEL
heron-flash
heron-pro
CONTEXT LENGTH
128K
128K
1M INPUT TOKENS
OFF-PEAK
$0.10
$0.50
PEAK
$0.20
$1.00
1M OUTPUT TOKENS
OFF-PEAK
$0.40
$2.00
PEAK
$0.80
$4.00
`;
    expect(read(page, 'md').sort()).toEqual(
      [
        'heron-flash input off_peak USD 0.1/1000000',
        'heron-pro input off_peak USD 0.5/1000000',
        'heron-flash input peak USD 0.2/1000000',
        'heron-pro input peak USD 1/1000000',
        'heron-flash output off_peak USD 0.4/1000000',
        'heron-pro output off_peak USD 2/1000000',
        'heron-flash output peak USD 0.8/1000000',
        'heron-pro output peak USD 4/1000000',
      ].sort(),
    );
  });

  test('an amount in brackets stands in the cell of the one before it', () => {
    const page = `Price per 1M tokens
Model
Input
Output
Heron Max
$1.20
$0.12
(cached)
$4.80
Heron Mini
$0.15
$0.60
Egret 3
$0.40
$0.04
(cached)
$1.60
`;
    expect(read(page, 'md').sort()).toEqual(
      [
        'Heron Max input USD 1.2/1000000',
        'Heron Max cached_input USD 0.12/1000000',
        'Heron Max output USD 4.8/1000000',
        'Heron Mini input USD 0.15/1000000',
        'Heron Mini output USD 0.6/1000000',
        'Egret 3 input USD 0.4/1000000',
        'Egret 3 cached_input USD 0.04/1000000',
        'Egret 3 output USD 1.6/1000000',
      ].sort(),
    );
  });

  test('rows whose header is not there', () => {
    const page = `Usage
Backups
Free
$0.03 / GB / month
$0.02 / GB / month
Queries
Free
$0.40 / 1M requests
$0.30 / 1M requests
`;
    const prices = read(page, 'md');
    expect(prices).toContain('Backups storage_gb_month USD 0.03/1');
    expect(prices).toContain('Queries request USD 0.3/1000000');
    expect(prices).toHaveLength(4);
  });
});

describe('cards of a page that was copied as text', () => {
  test('the name stands right over the price, what the card above comes with over that', () => {
    const page = `Droplets
Starting at
$4
/month
Efficient virtual machines
Deploy in seconds
View pricing
Managed Kubernetes
Starting at
$12
/month
Free control plane
Highly available
View pricing
Load Balancers
Starting at
$10
/month
Highly available
View pricing
`;
    expect(read(page, 'md')).toEqual([
      'Droplets month USD 4/1',
      'Managed Kubernetes month USD 12/1',
      'Load Balancers month USD 10/1',
    ]);
  });

  test('plans by what stands over their prices, with what more of something costs', () => {
    const page = `Free
For trying things out
$0
/ mo.
Community support
Developer
For one person
$9
/ mo.
Storage
10GB
+
$0.60 / GB
Everything you need to build
Get Developer
Team
Most popular
For growing teams
$49
/ mo.
Storage
50GB
+
$0.40 / GB
Everything in Developer, plus single sign-on
Get Team
Enterprise
Custom
Everything in Team, plus an account manager
`;
    const prices = read(page, 'md');
    expect(prices).toContain('Developer month USD 9/1');
    expect(prices).toContain('Team month USD 49/1');
    expect(prices).toContain('Storage storage_gb_month Developer USD 0.6/1');
    expect(prices).toContain('Storage storage_gb_month Team USD 0.4/1');
  });
});

test('a sentence that was broken at its links is one again, cells are not', () => {
  expect(
    withoutBreaks(`The first 200 million tokens for
heron-4
,
heron-4-lite
and
egret-2
are free. See
the docs
.
Model
Price
heron-4
$0.12`),
  ).toBe(`The first 200 million tokens for heron-4, heron-4-lite and egret-2 are free. See the docs.
Model
Price
heron-4
$0.12`);
});

test('a copy whose header lacks the column of what is free; the id of a name below it', () => {
  const page = `Orla 3 Pro
orla-3-pro
Try it in the studio
Paid Tier, per 1M tokens in USD
Input price
Free of charge
$2.50, prompts <= 200k tokens
$5.00, prompts > 200k tokens
Output price (including thinking tokens)
Free of charge
$12.00, prompts <= 200k tokens
$18.00, prompts > 200k tokens
Context caching price
Not available
$0.25

Orla 3 Flash
orla-3-flash
Free Tier
Paid Tier, per 1M tokens in USD
Input price
Free of charge
$0.30 (text / image / video)
$1.00 (audio)
Output price
Free of charge
$2.50
Used to improve our products
Yes
No`;
  expect(read(page, 'md')).toEqual([
    'Orla 3 Pro input prompts ≤ 200k tokens USD 2.5/1000000',
    'Orla 3 Pro input prompts > 200k tokens USD 5/1000000',
    'Orla 3 Pro output prompts ≤ 200k tokens USD 12/1000000',
    'Orla 3 Pro output prompts > 200k tokens USD 18/1000000',
    'Orla 3 Pro cached_input USD 0.25/1000000',
    'Orla 3 Flash input text / image / video USD 0.3/1000000',
    'Orla 3 Flash input audio USD 1/1000000',
    'Orla 3 Flash output USD 2.5/1000000',
  ]);
});

test('of one row: what it costs in the free plan is none of its labels', () => {
  const page = `<h2>Orla Embedding</h2><p>Paid plan, per 1M tokens in USD</p><p>Input price</p><p>Free of charge</p><p>$0.15</p>`;
  expect(read(page)).toEqual(['Orla Embedding input USD 0.15/1000000']);
});

test('bare amounts under a text that says their unit is yuan', () => {
  expect(
    read(
      '产品定价\n以下价格均为百万 tokens 的价格，单位：元\n模型\n上下文\n输入（缓存命中）\n输入（缓存未命中）\n输出\nhx-2-chat\n64K\n0.5\n2\n8\nhx-2-think\n64K\n1\n4\n16\n扣费规则',
      'md',
    ),
  ).toEqual([
    'hx-2-chat cached_input CNY 0.5/1000000',
    'hx-2-chat input CNY 2/1000000',
    'hx-2-chat output CNY 8/1000000',
    'hx-2-think cached_input CNY 1/1000000',
    'hx-2-think input CNY 4/1000000',
    'hx-2-think output CNY 16/1000000',
  ]);
});
