import { expect, test } from 'vitest';
import { read } from './read.ts';

const TOKENS = [
  'Osprey 4 input USD 3/1000000',
  'Osprey 4 output USD 12/1000000',
  'Osprey 4 mini input USD 0.5/1000000',
  'Osprey 4 mini output USD 2/1000000',
];

const list = (...items: readonly string[]): string => `<ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`;
const lines = (...items: readonly string[]): string => items.map((item) => `<p>${item}</p>`).join('');
const bullets = (...items: readonly string[]): string => items.map((item) => `- ${item}\n`).join('');

/** What an item says of each of two models, in ways that lists write it. */
const ways: readonly [string, string, string][] = [
  ['labels and amounts', '<b>Osprey 4</b>: Input $3, Output $12', '<b>Osprey 4 mini</b>: Input $0.50, Output $2'],
  ['colons behind the labels', 'Osprey 4 — Input: $3, Output: $12', 'Osprey 4 mini — Input: $0.50, Output: $2'],
  ['amounts and labels', 'Osprey 4: $3 input, $12 output', 'Osprey 4 mini: $0.50 input, $2 output'],
  [
    'strokes, the unit at the end',
    'Osprey 4 — $3 input / $12 output per 1M tokens',
    'Osprey 4 mini — $0.50 input / $2 output per 1M tokens',
  ],
  [
    'bars',
    'Osprey 4 – Input $3 / 1M tokens | Output $12 / 1M tokens',
    'Osprey 4 mini – Input $0.50 / 1M tokens | Output $2 / 1M tokens',
  ],
  [
    'other figures between',
    'Osprey 4: Context 128K, Input $3, Output $12, Rate limit 500 RPM',
    'Osprey 4 mini: Context 200K, Input $0.50, Output $2, Rate limit 60 RPM',
  ],
  [
    'a list within',
    'Osprey 4: Sizes 256, 512, 1024, Input $3, Output $12',
    'Osprey 4 mini: Sizes 128, 256, Input $0.50, Output $2',
  ],
  [
    'units within the labels',
    'Osprey 4: Input (USD/1M tokens) 3, Output (USD/1M tokens) 12',
    'Osprey 4 mini: Input (USD/1M tokens) 0.50, Output (USD/1M tokens) 2',
  ],
];

test.each(ways)('rows in a list: %s', (_, one, other) => {
  const over = '<h1>Pricing</h1><p>Prices per 1M tokens</p>';
  expect(read(over + list(one, other))).toEqual(TOKENS);
  expect(read(over + lines(one, other))).toEqual(TOKENS);
  expect(read(`# Pricing\n\nPrices per 1M tokens\n\n${bullets(one, other).replaceAll(/<\/?b>/g, '**')}`, 'md')).toEqual(
    TOKENS,
  );
});

test('rows in a Chinese list', () => {
  expect(
    read(
      `<html lang="zh"><h1>价格</h1>${list('白鹭-2：输入 2 元/百万tokens，输出 8 元/百万tokens', '白鹭-2-轻：输入 0.5 元/百万tokens，输出 2 元/百万tokens')}`,
    ),
  ).toEqual([
    '白鹭-2 input CNY 2/1000000',
    '白鹭-2 output CNY 8/1000000',
    '白鹭-2-轻 input CNY 0.5/1000000',
    '白鹭-2-轻 output CNY 2/1000000',
  ]);
});

test('machines in a list, with what they are made of', () => {
  expect(
    read(
      `<h1>GPU prices</h1>${list(
        'H100 SXM: VRAM 80GB, On-demand $2.40/hr, Spot $1.10/hr',
        'L40S: VRAM 48GB, On-demand $0.90/hr, Spot $0.40/hr',
      )}`,
    ),
  ).toEqual([
    'H100 SXM gpu_hour USD 2.4/1',
    'H100 SXM gpu_hour spot USD 1.1/1',
    'L40S gpu_hour USD 0.9/1',
    'L40S gpu_hour spot USD 0.4/1',
  ]);
});

test('steps of what the card of a list is about', () => {
  const card = (name: string, ...items: readonly string[]) =>
    `<div class="card"><h3>${name}</h3>${list(...items)}</div>`;
  expect(
    read(
      `<h1>Pricing</h1><p>per 1M tokens</p>${card('osprey-4', '≤ 128K tokens: Input $2, Output $8', '&gt; 128K tokens: Input $4, Output $14')}${card('osprey-5', '≤ 128K tokens: Input $1, Output $4', '&gt; 128K tokens: Input $2, Output $7')}`,
    ),
  ).toEqual([
    'osprey-4 input ≤ 128K tokens USD 2/1000000',
    'osprey-4 output ≤ 128K tokens USD 8/1000000',
    'osprey-4 input > 128K tokens USD 4/1000000',
    'osprey-4 output > 128K tokens USD 14/1000000',
    'osprey-5 input ≤ 128K tokens USD 1/1000000',
    'osprey-5 output ≤ 128K tokens USD 4/1000000',
    'osprey-5 input > 128K tokens USD 2/1000000',
    'osprey-5 output > 128K tokens USD 7/1000000',
  ]);
});

test('what an item says in a sentence, reckons or answers is no row', () => {
  expect(
    read(
      `<h1>Pricing</h1>${list(
        'Ten minutes: 10 = 0.17 hours × $0.20 = $0.034',
        'Five minutes: 5 = 0.08 hours × $0.20 = $0.016',
      )}<pre>{ "usage": { "prompt_tokens": 42, "completion_tokens": 17 }, "balance_usd": "18.2" }</pre>`,
    ),
  ).toEqual([]);
});

test('machines whose names are numbers and letters, all with one card; pictures by their size', () => {
  expect(
    read(
      `<h1>Machines</h1>${list(
        '1B200.30V: GPU model B200 180GB, CPU 30, On-demand $3.60/h, Spot $0.80/h',
        '2B200.60V: GPU model B200 180GB, CPU 60, On-demand $7.20/h, Spot $1.60/h',
      )}`,
    ),
  ).toEqual([
    '1B200.30V instance_hour USD 3.6/1',
    '1B200.30V instance_hour spot USD 0.8/1',
    '2B200.60V instance_hour USD 7.2/1',
    '2B200.60V instance_hour spot USD 1.6/1',
  ]);
  expect(
    read(
      `<h1>Pricing</h1><h2>Osprey Brush price per image</h2>${list('1024 × 1024: Low $0.01, High $0.17', '2048 × 2048: Low $0.04, High $0.56')}`,
    ),
  ).toEqual([
    'Osprey Brush image 1024 × 1024; Low USD 0.01/1',
    'Osprey Brush image 1024 × 1024; High USD 0.17/1',
    'Osprey Brush image 2048 × 2048; Low USD 0.04/1',
    'Osprey Brush image 2048 × 2048; High USD 0.56/1',
  ]);
});

test('cards of a line with a name and its price over labels and values are no table', () => {
  const card = (name: string, price: string) =>
    `<div class="card"><div><strong>${name}</strong><span>$${price}/hr</span></div><dl><dt>vCPU</dt><dd>6</dd><dt>RAM</dt><dd>44GB</dd></dl></div>`;
  expect(
    read(`<h1>Rent</h1><h2>Machines with a GPU</h2><div><span>Price per</span><button>Month</button><button>Hour</button></div>
<div>${card('Vole L4', '0.70')}${card('Vole A100', '1.60')}${card('Vole A100 SXM', '2.15')}</div>`).map((line) =>
      line.replace(/ (?:gpu|instance)_hour.*(?= USD)/, ''),
    ),
  ).toEqual(['Vole L4 USD 0.7/1', 'Vole A100 USD 1.6/1', 'Vole A100 SXM USD 2.15/1']);
});
