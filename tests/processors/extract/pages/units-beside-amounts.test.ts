import { expect, test } from 'vitest';
import { read } from './read.ts';

const card = (name: string, ...lines: readonly string[]) =>
  `<article><h2>${name}</h2>${lines.map((line) => `<p>${line}</p>`).join('')}</article>`;

test('to be billed by the token is no price of a single one', () => {
  const model = (name: string, input: string, output: string) =>
    `<div class="m"><div class="label">${name}</div><div><div class="p"><div>Input</div><div>${input}</div></div><div class="p"><div>Output</div><div>${output}</div></div></div><div>200K context · per M tokens</div></div>`;
  expect(
    read(
      `<h2>Model pricing</h2><p>Pay per token from a prepaid balance</p><div>${model('Heron 4 Flash', '$0.07', '$0.21')}${model('Heron 4 Pro', '$1.10', '$2.90')}</div>`,
    ),
  ).toEqual([
    'Heron 4 Flash input USD 0.07/1000000',
    'Heron 4 Flash output USD 0.21/1000000',
    'Heron 4 Pro input USD 1.1/1000000',
    'Heron 4 Pro output USD 2.9/1000000',
  ]);
  expect(
    read(
      '| Model | Input price per token | Output price per token |\n|---|---|---|\n| Heron 5 | $0.0000011 | $0.0000044 |',
      'md',
    ),
  ).toEqual(['Heron 5 input USD 0.0000011/1', 'Heron 5 output USD 0.0000044/1']);
});

test('tokens of what is written to a cache for some minutes are tokens', () => {
  expect(
    read(
      `<table><thead><tr><th>Model</th><th>Serverless</th></tr></thead><tbody><tr><td>Heron 6</td><td><span>Input/output tokens</span><br>$2.00 per 1M input tokens<br>$9.00 per 1M output tokens<br><span>Prompt caching</span><br>$2.50 per 1M cache creation 5m input tokens<br>$4.00 per 1M cache creation 1h input tokens<br>$0.20 per 1M cache read input tokens</td></tr></tbody></table>`,
    ),
  ).toEqual([
    'Heron 6 input USD 2/1000000',
    'Heron 6 output USD 9/1000000',
    'Heron 6 cache_write 5m USD 2.5/1000000',
    'Heron 6 cache_write 1h USD 4/1000000',
    'Heron 6 cached_input USD 0.2/1000000',
  ]);
});

test('words behind a dot are of the amount behind them', () => {
  expect(
    read(
      `<table><thead><tr><th>Model</th><th>Input</th><th>Output</th></tr></thead><tbody><tr><td>Heron 7</td><td>$1.20 /Mt · Cache Read $0.15 /Mt</td><td>$3.40 /Mt</td></tr><tr><td>Heron 7 Mini</td><td>$0.30 /Mt · Cache Read $0.04 /Mt</td><td>$0.90 /Mt</td></tr></tbody></table>`,
    ),
  ).toEqual([
    'Heron 7 input USD 1.2/1000000',
    'Heron 7 cached_input USD 0.15/1000000',
    'Heron 7 output USD 3.4/1000000',
    'Heron 7 Mini input USD 0.3/1000000',
    'Heron 7 Mini cached_input USD 0.04/1000000',
    'Heron 7 Mini output USD 0.9/1000000',
  ]);
});

test('what is paid by the year beside a price by the month', () => {
  expect(
    read(
      card('Nest', '$8.50<span>/月</span>', '按年支付 $102.00', '每年 4,800 积分', '最多 60 个视频') +
        card('Flock', '$18.50<span>/月</span>', '按年付费 $222.00', '每年 19,200 积分', '最多 240 个视频'),
    ),
  ).toEqual(['Nest month USD 8.5/1', 'Nest year USD 102/1', 'Flock month USD 18.5/1', 'Flock year USD 222/1']);
});

test('what is paid once is of no hour', () => {
  expect(
    read(
      card('RTX 4090 rig', '$1,950 <span>one-time</span>', '24 GB') +
        card('RTX 5090 rig', '$2,900 <span>one-time</span>', '32 GB'),
    ),
  ).toEqual(['RTX 4090 rig other 24 GB USD 1950/1', 'RTX 5090 rig other 32 GB USD 2900/1']);
});

test('two amounts of a model are what goes in and what comes out, where tokens are spoken of', () => {
  const table = (over: string) =>
    read(
      `## Rates by length\n\n${over}\n\n| Model | Threshold | Standard | Long Context |\n|---|---|---|---|\n| Llama 6 Large | 200K | $2/$9 | $4/$14 |\n| Qwen 5 Max | 128K | $1.10/$3 | $2.20/$6 |`,
      'md',
    );
  expect(table('Rates follow the number of input tokens:')).toEqual([
    'Llama 6 Large input USD 2/1000000',
    'Llama 6 Large output USD 9/1000000',
    'Llama 6 Large input Long Context USD 4/1000000',
    'Llama 6 Large output Long Context USD 14/1000000',
    'Qwen 5 Max input USD 1.1/1000000',
    'Qwen 5 Max output USD 3/1000000',
    'Qwen 5 Max input Long Context USD 2.2/1000000',
    'Qwen 5 Max output Long Context USD 6/1000000',
  ]);
  // Two ways of buying.
  expect(
    read('Tokens are free.\n\n| Card | Price per hour (on-demand / spot) |\n|---|---|\n| H100 | $2.90/$1.40 |', 'md'),
  ).toEqual(['H100 gpu_hour USD 2.9/1', 'H100 gpu_hour spot USD 1.4/1']);
});

test('what one currency is in another is no price', () => {
  for (const rate of ['1 USD = 7.1 CNY', '€1 ≈ $1.09', '1 美元 = 7.1 元'])
    expect(
      read(
        `<table><tr><th>Item</th><th>Remark</th></tr><tr><td>Calls</td><td>Amounts are changed at ${rate}</td></tr></table>`,
      ),
    ).toEqual([]);
  expect(read('<h2>Heron 8</h2><p>1M tokens = $1.50 per call</p>')).not.toEqual([]);
});

test('a line that names two ways, over as many lines of one amount', () => {
  const row = (name: string, input: string, output: string, cached: string, end: string) =>
    `<tr><td>${name}</td><td><span>Input/output tokens</span>${end}${input} per 1M tokens<br>${output} per 1M tokens<br><span>Prompt caching</span>${end}${cached} per 1M tokens</td></tr>`;
  expect(
    read(
      `<table><thead><tr><th>Model</th><th>Serverless</th></tr></thead><tbody>${row('Heron 9', '$1.50', '$7.00', '$0.15', '<br>')}${row('Heron 9 Mini', '$0.20', '$0.80', '$0.02', ' ')}</tbody></table>`,
    ),
  ).toEqual([
    'Heron 9 input USD 1.5/1000000',
    'Heron 9 output USD 7/1000000',
    'Heron 9 cached_input USD 0.15/1000000',
    'Heron 9 Mini input USD 0.2/1000000',
    'Heron 9 Mini output USD 0.8/1000000',
    'Heron 9 Mini cached_input USD 0.02/1000000',
  ]);
});

test('what a price would be is none', () => {
  expect(
    read(
      '## How billing works\n\n- If a model charges $2.00 per 1M input tokens\n- and a prompt has 3,000 of them',
      'md',
    ),
  ).toEqual([]);
});

test('the unit of one way of buying is that of the others, and of no other column', () => {
  expect(
    read(
      '<table><tr><th>Product</th><th>Billed annually</th><th>Month-to-month</th><th>On-demand</th></tr><tr><td>Log ingestion</td><td>$0.11 per ingested GB</td><td>$0.13</td><td>$0.16</td></tr></table>',
    ),
  ).toEqual([
    'Log ingestion other annual USD 0.11/1',
    'Log ingestion other Month-to-month USD 0.13/1',
    'Log ingestion other USD 0.16/1',
  ]);
  expect(
    read(
      '<table><tr><th>Product</th><th>Rate</th><th>Deposit</th></tr><tr><td>Log ingestion</td><td>$0.11 per ingested GB</td><td>$50</td></tr></table>',
    ),
  ).toEqual(['Log ingestion other USD 0.11/1']);
});

test('German adverbs of time behind amounts', () => {
  expect(
    read(
      '<h2>GPU-Server</h2><ul><li>GX4 (RTX 4000 Ada): 199,00 € mtl., einmalig 79,00 € Setup</li><li>GX6 (RTX 6000): 0,99 € stündlich</li></ul>',
    ),
  ).toEqual(['GX4 (RTX 4000 Ada) month EUR 199/1', 'GX6 (RTX 6000) gpu_hour EUR 0.99/1']);
});

test('drives sold by the gigabyte and the month, and memory that is rented', () => {
  expect(
    read(
      '| Part | Unit | Price | Max |\n|---|---|---|---|\n| Memory | GB | $2.50/month | 512 |\n| NVMe drive | GB | $0.12/month | 10,000 |\n| HDD | GB | $0.04/month | 10,000 |',
      'md',
    ),
  ).toEqual(['Memory month USD 2.5/1', 'NVMe drive storage_gb_month USD 0.12/1', 'HDD storage_gb_month USD 0.04/1']);
});
