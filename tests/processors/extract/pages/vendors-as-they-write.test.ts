import { expect, test } from 'vitest';
import { read, readInFull } from './read.ts';

test('a batch price is of what the price beside it is of', () => {
  expect(
    read(
      '# Prices\n\nPer 1M tokens unless noted.\n\n| Model | Price per audio minute | Batch API price |\n|---|---|---|\n| Tern Ear | $0.002 | $0.001 |\n\n| Model | Price per image | Batch |\n|---|---|---|\n| Tern Paint | $0.04 | $0.02 |\n',
      'md',
    ),
  ).toEqual([
    'Tern Ear other USD 0.002/1',
    'Tern Ear other batch USD 0.001/1',
    'Tern Paint image USD 0.04/1',
    'Tern Paint image batch USD 0.02/1',
  ]);
});

test('a plan by any name stands over what is used in it', () => {
  expect(
    read(
      '<h1>Tern Voice</h1><table><tr><th></th><th>Starter</th><th>Maker</th><th>Pro</th><th>Scale</th></tr><tr><td>Price</td><td>$4/month</td><td>$21/month</td><td>$90/month</td><td>$300/month</td></tr></table>',
    ),
  ).toEqual(['Starter month USD 4/1', 'Maker month USD 21/1', 'Pro month USD 90/1', 'Scale month USD 300/1']);
});

test('training across the columns of every length is one price', () => {
  const [input, tuning] = [
    '<td>Input</td><td>$1</td><td>$2</td>',
    '<td>Tuning</td><td colspan="2">$4 / 1M training tokens</td>',
  ];
  expect(
    read(
      `<table><tr><th>Model</th><th>Type</th><th>≤ 200K</th><th>> 200K</th></tr><tr><td rowspan="2">tern-4</td>${input}</tr><tr>${tuning}</tr></table>`,
    ),
  ).toEqual(['tern-4 input ≤ 200K USD 1/1000000', 'tern-4 input > 200K USD 2/1000000', 'tern-4 other USD 4/1000000']);
});

test('a gigabyte by the hour or the day is neither a machine nor a month of it', () => {
  expect(
    read(
      '<table><tr><th>Service</th><th>Unit price</th><th>Unit</th></tr><tr><td>Tern Index</td><td>$0.0084</td><td>Gigabyte storage per hour</td></tr><tr><td>Tern Runner</td><td>$1.20</td><td>Runner unit per hour</td></tr></table><table><tr><th>Tool</th><th>Price</th></tr><tr><td>Tern Files</td><td>$0.11 per GB of vector storage per day (1 GB free)</td></tr></table>',
    ),
  ).toEqual(['Tern Index other USD 0.0084/1', 'Tern Runner other USD 1.2/1', 'Tern Files other USD 0.11/1']);
});

test('what leads up to an amount, and who buys, names nothing', () => {
  expect(read('<h1>Ternery</h1><h2>For businesses</h2><p>As little as $0.15/hr</p>')).toEqual([
    'Ternery other USD 0.15/1',
  ]);
  expect(
    read('<h1>Plans</h1><h2>For teams</h2><p>Additional build minutes can be purchased at $0.04 per minute.</p>'),
  ).toEqual(['build minutes other USD 0.04/1']);
});

test('conditions under the way of tokens, each over its amount, in the text of a page', () => {
  const lines = [
    'tern-5',
    'Keeps calm at any length',
    'Input',
    'Prompts ≤ 200K tokens',
    '$3 / MTok',
    'Prompts > 200K tokens',
    '$6 / MTok',
    'Output',
    'Prompts ≤ 200K tokens',
    '$15 / MTok',
    'Prompts > 200K tokens',
    '$22 / MTok',
  ];
  expect(readInFull(lines.join('\n'), 'md')).toEqual([
    'tern-5 input standard Prompts ≤ 200K tokens USD 3/1000000',
    'tern-5 input standard Prompts > 200K tokens USD 6/1000000',
    'tern-5 output standard Prompts ≤ 200K tokens USD 15/1000000',
    'tern-5 output standard Prompts > 200K tokens USD 22/1000000',
  ]);
});

test('plans in the text of a page, the unit at the beginning of the remark below', () => {
  const lines = [
    'Plans',
    'Pro',
    'For every day',
    '$17',
    'Per month with annual discount ($200 billed up front). $20 if billed monthly.',
    'Max',
    'For every night',
    'From $100',
    'Per person billed monthly',
  ];
  expect(read(lines.join('\n'), 'md')).toEqual(['Pro month USD 17/1', 'Max month USD 100/1']);
});

test('a name stands before what is said of it', () => {
  const lines = ['Web lookup', 'Let Claude read what stands on the web today', 'Price', '$10 / 1K searches'];
  expect(read(lines.join('\n'), 'md')).toEqual(['Web lookup request USD 10/1000']);
});

test('a header that every cell repeats, clouds over the prices, and names with what is said of them', () => {
  const row = (name: string, a: string, b: string) =>
    `<tr><td>${name}</td><td><span class="cell-label">AWS</span>${a}</td><td><span class="cell-label">Azure</span>${b}</td></tr>`;
  expect(
    read(
      `<h1>Ternbase</h1><h2>Storage</h2><table><tr><th>Component</th><th>AWS</th><th>Azure</th></tr>${row('Live storage: disks that grow with what you keep in the database', '$0.30/GB-month', '$0.33/GB-month')}${row('Snapshots: copies that stay until you take them away again', '$0.08/GB-month', '$0.09/GB-month')}</table>`,
    ).map((price) => price.replace(/ (?:AWS|Azure)/, '')),
  ).toEqual([
    'Live storage storage_gb_month USD 0.3/1',
    'Live storage storage_gb_month USD 0.33/1',
    'Snapshots storage_gb_month USD 0.08/1',
    'Snapshots storage_gb_month USD 0.09/1',
  ]);
});

test('a unit at the end of a line leads the amount below', () => {
  const card = (name: string, hour: string, month: string) =>
    `<div class="card"><div class="title">${name}</div><ul><li>2 vCPU</li><li>2 GB RAM</li></ul><div>${hour}/hour, or per month:</div><div>${month}</div></div>`;
  expect(
    read(`<h1>Servers</h1>${card('VPS 10 T1', '€0.005', '€3.20')}${card('VPS 20 T1', '€0.009', '€6.40')}`),
  ).toEqual([
    'VPS 10 T1 instance_hour EUR 0.005/1',
    'VPS 10 T1 month EUR 3.2/1',
    'VPS 20 T1 instance_hour EUR 0.009/1',
    'VPS 20 T1 month EUR 6.4/1',
  ]);
});

test('items of a list are no table', () => {
  expect(
    read(
      '<div><h3>Tern Postgres</h3><p>$0.05<span>/hour</span></p><ul><li>Sleeps when idle</li><li>Pay-per-use pricing</li><li>Automatic scaling</li><li>$1.40 per GB storage/month</li></ul></div>',
    ).filter((price) => /scaling/.test(price)),
  ).toEqual([]);
});

test('which way a model is run, and what a price list calls it, are no names', () => {
  const row = (cells: readonly string[]) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
  expect(
    read(
      `<h1>Rates</h1><p>Per 1M tokens</p><table>${[
        ['Model', 'Flavor', 'Input', 'Output'],
        ['Llama-4-70B', 'Fast', '$0.25', '$0.75'],
        ['Llama-4-70B', 'Base', '$0.13', '$0.40'],
        ['Qwen4-32B', 'Fast', '$0.20', '$0.60'],
        ['Qwen4-32B', 'Base', '$0.10', '$0.30'],
      ]
        .map(row)
        .join('')}</table>`,
    ).sort(),
  ).toEqual([
    'Llama-4-70B input Base USD 0.13/1000000',
    'Llama-4-70B input Fast USD 0.25/1000000',
    'Llama-4-70B output Base USD 0.4/1000000',
    'Llama-4-70B output Fast USD 0.75/1000000',
    'Qwen4-32B input Base USD 0.1/1000000',
    'Qwen4-32B input Fast USD 0.2/1000000',
    'Qwen4-32B output Base USD 0.3/1000000',
    'Qwen4-32B output Fast USD 0.6/1000000',
  ]);
  expect(
    read(
      `<h1>Speech</h1><table>${[
        ['Model', 'SKU', 'Price'],
        ['Warble voices', 'A977-2280-6F1B', '$0.00003 per character'],
        ['Chirrup voices', 'B147-37D7-C094', '$0.00006 per character'],
      ]
        .map(row)
        .join('')}</table>`,
    ),
  ).toEqual(['Warble voices other USD 0.00003/1', 'Chirrup voices other USD 0.00006/1']);
});

test('under the name of the house alone a size of model, a shelf of storage and a task name what is sold', () => {
  expect(
    read(
      '# Ternery pricing\n\n## Post-training\n\n| Model size | LoRA, per 1M tokens |\n|---|---|\n| Up to 20B | $0.40 |\n| 20B - 80B | $2.80 |\n',
      'md',
    ),
  ).toEqual(['Up to 20B other USD 0.4/1000000', '20B - 80B other USD 2.8/1000000']);
  expect(
    read(
      '<title>Vendor – Pricing</title><h2>Storage</h2><table><tr><th>Volume</th><th>Public</th><th>Private</th></tr><tr><td>Base</td><td>$12/TB/month</td><td>$18/TB/month</td></tr><tr><td>50TB+</td><td>$10/TB/month</td><td>$16/TB/month</td></tr></table>',
    ).every((price) => price.startsWith('Storage ')),
  ).toBe(true);
  expect(
    read(
      '<h2>Extras</h2><ul><li><span>Image generation</span> <span>$90 / 1K images</span></li><li><span>Web lookup</span> <span>$20 / 1K calls</span></li></ul>',
    ),
  ).toEqual(['Image generation image USD 90/1000', 'Web lookup request USD 20/1000']);
});

test('a formula is no price', () => {
  expect(
    read(
      '<h2>Images</h2><table><tr><th>Model</th><th>Price</th></tr><tr><td>FLUX-9-fast</td><td>$0.0005 x (width / 1024) x (height / 1024) x steps</td></tr><tr><td>FLUX-9-pro</td><td>$0.05 / img</td></tr></table>',
    ),
  ).toEqual(['FLUX-9-pro image USD 0.05/1']);
});

test('the copy of a table whose cells have several lines, under a name on a line of its own', () => {
  const copy = [
    'Developer pricing',
    '',
    'Gemini 7 Pro',
    'gemini-7-pro',
    '',
    'Sees further than the others.',
    '',
    '\tFree Tier\tPaid Tier, per 1M tokens in USD',
    'Input price\tFree of charge\t$1.20, prompts <= 200k tokens',
    '$2.40, prompts > 200k tokens',
    'Output price',
    '(with thinking)\tFree of charge\t$9.00',
    'Caching price\tNot available\t$0.12 (text)',
    '$0.30 (audio)',
    'Used to improve our products\tYes\tNo',
  ];
  expect(read(copy.join('\n'), 'md').sort()).toEqual([
    'gemini-7-pro cached_input audio USD 0.3/1000000',
    'gemini-7-pro cached_input text USD 0.12/1000000',
    'gemini-7-pro input prompts > 200k tokens USD 2.4/1000000',
    'gemini-7-pro input prompts ≤ 200k tokens USD 1.2/1000000',
    'gemini-7-pro output thinking USD 9/1000000',
  ]);
});

test('rows of one line and titles between them stay what they are', () => {
  const copy = [
    'Model\tInput\tOutput',
    'Small models',
    'tern-4\t$0.10 / M\t$0.40 / M',
    'Large models',
    'tern-5\t$1.00 / M\t$4.00 / M',
  ];
  expect(read(copy.join('\n'), 'md').filter((price) => price.startsWith('tern-5'))).toEqual([
    'tern-5 input USD 1/1000000',
    'tern-5 output USD 4/1000000',
  ]);
});

test('a part of a cell that has no price is none of the words of the other', () => {
  expect(
    read(
      '<table><tr><th>Model</th><th>Input</th><th>Cache</th><th>Web search</th></tr><tr><td>tern-4</td><td>$0.50/M</td><td>Read: $0.05/M<br>Write: -</td><td>$12/K</td></tr></table>',
    ),
  ).toEqual(['tern-4 input USD 0.5/1000000', 'tern-4 cached_input USD 0.05/1000000', 'tern-4 request USD 12/1000']);
});
