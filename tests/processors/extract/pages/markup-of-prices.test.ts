import { expect, test } from 'vitest';
import { read as readAs } from './read.ts';

const read = (body: string): string[] => readAs(body, body.startsWith('<') ? 'html' : 'md');

/** What the page shows, the page, its prices. */
const cases: readonly [string, string, readonly string[]][] = [
  [
    'an amount set in the tag of a heading',
    `<h1>Pricing</h1>
<div class="card"><h3>Vole L77</h3><p>$</p>
<h2>1.84*</h2><p>/ hour</p></div>
<div class="card"><h3>Vole L55</h3><p>$</p>
<h2>0.96*</h2><p>/ hour</p></div>`,
    ['Vole L77 other USD 1.84/1', 'Vole L55 other USD 0.96/1'],
  ],
  [
    'with its sign as well',
    `<h1>Pricing</h1>
<div class="card"><h4>Vole L77</h4><h3>$1.84</h3><p>per hour</p></div>
<div class="card"><h4>Vole L55</h4><h3>$0.96</h3><p>per hour</p></div>`,
    ['Vole L77 other USD 1.84/1', 'Vole L55 other USD 0.96/1'],
  ],
  [
    'a number with words in a heading is a name',
    `<h1>Pricing</h1><h2>Quill 3.5</h2><p>$1.84 per hour</p><h2>Quill 4</h2><p>$2.84 per hour</p>`,
    ['Quill 3.5 other USD 1.84/1', 'Quill 4 other USD 2.84/1'],
  ],
  [
    'the class hide takes away, a class that begins with it does not',
    `<h1>Pricing</h1>
<table><tr><th>Model</th><th>Price per hour</th></tr>
<tr><td>Quill 3</td><td>$1.10</td></tr>
<tr class="hide"><td>Quill 2</td><td>$9.90</td></tr>
<tr class="hide-mobile"><td>Quill 4</td><td>$1.40</td></tr></table><div class="card hide"><h3>Quill 1</h3><p>$7.70 / hour</p></div>`,
    ['Quill 3 other USD 1.1/1', 'Quill 4 other USD 1.4/1'],
  ],
  [
    'a panel of tabs with the class hide is read in its turn',
    `<h1>Pricing</h1>
<div role="tablist"><button role="tab" aria-controls="a">Monthly</button><button role="tab" aria-controls="b">Yearly</button></div><div role="tabpanel" id="a"><h3>Quill Team</h3><p>$20 / month</p></div><div role="tabpanel" id="b" class="hide"><h3>Quill Team</h3><p>$200 / year</p></div>`,
    ['Quill Team month USD 20/1', 'Quill Team year USD 200/1'],
  ],
  [
    'and a pane without a role',
    `<h1>Pricing</h1>
<div class="tab-pane" id="a"><h3>Quill Team</h3><p>$20 / month</p></div><div class="tab-pane hide" id="b"><h3>Quill Crew</h3><p>$200 / year</p></div>`,
    ['Quill Team month USD 20/1', 'Quill Crew year USD 200/1'],
  ],
  [
    'words and a number that elements set apart',
    `<h1>Pricing</h1>
<div class="card"><div><span>Worker</span><span>12</span></div><div>$0.31 / hour</div></div>
<div class="card"><div><span>Worker</span><span>24</span></div><div>$0.62 / hour</div></div>`,
    ['Worker 12 other USD 0.31/1', 'Worker 24 other USD 0.62/1'],
  ],
  [
    'a letter and a number in two elements are one name',
    `<h1>Pricing</h1>
<table><tr><th>Worker</th><th>Price per hour</th></tr>
<tr><td><div class="flex"><span>Worker</span><span>12</span></div></td><td>$0.31</td></tr>
<tr><td><div class="flex"><span>P</span><span>24</span></div></td><td>$0.51</td></tr></table>`,
    ['Worker 12 other USD 0.31/1', 'P24 other USD 0.51/1'],
  ],
  [
    'a component whose name only seems to strike, and one beside another price',
    `<h1>Pricing</h1>
<div class="card"><h3>Quill Team</h3><p><span class="Card_strikePrice__x1">$20</span> / month</p></div>
<div class="card"><h3>Quill Crew</h3><p><span class="Card_strikePrice__x1">$90</span> <span class="Card_price__x1">$70</span> / month</p></div>`,
    ['Quill Team month USD 20/1', 'Quill Crew month USD 70/1'],
  ],
  [
    'such a component in the cells of a table',
    `<h1>Pricing</h1>
<table><tr><th>Product</th><th>Price per hour</th></tr>
<tr><td>Quill Box</td><td><span class="Cell_strikePrice__x1">$0.90</span> <span class="Cell_price__x1">$0.70</span></td></tr>
<tr><td>Quill Barrel</td><td><span class="Cell_strikePrice__x1">$1.30</span></td></tr></table>`,
    ['Quill Box other USD 0.7/1', 'Quill Barrel other USD 1.3/1'],
  ],
  [
    'a plain class strikes beside another price',
    `<h1>Pricing</h1><div class="card"><h3>Quill Team</h3><p><span class="strike">$20</span> / month</p><p>$15 / month</p></div>`,
    ['Quill Team month USD 15/1'],
  ],
  [
    'and where no other stands beside it',
    `<h1>Pricing</h1><div class="card"><h3>Quill Team</h3><p><span class="strike-price">$20</span> / month</p></div>`,
    [],
  ],
  [
    'a sentence that leads a list',
    `<h1>Pricing</h1>
<h2>Quill Store 2</h2><p>Copies beyond the free ones are billed $0.10 per GB per month like this:</p><p>Cold shelf $0.02 / GB / month</p>`,
    ['Cold shelf storage_gb_month USD 0.02/1'],
  ],
  [
    'a Markdown table with a rule of one dash',
    `# Pricing

| Model | Input per 1M tokens | Output per 1M tokens |
|:-|-:|-:|
| Quill 3 | $0.20 | $0.70 |
| Quill 4 | $0.40 | $1.30 |`,
    [
      'Quill 3 input USD 0.2/1000000',
      'Quill 3 output USD 0.7/1000000',
      'Quill 4 input USD 0.4/1000000',
      'Quill 4 output USD 1.3/1000000',
    ],
  ],
  [
    'with one dash under one column alone',
    `# Pricing

Model | Price per hour
- | --
Quill 3 ear | $0.20
Quill 4 ear | $0.40`,
    ['Quill 3 ear other USD 0.2/1', 'Quill 4 ear other USD 0.4/1'],
  ],
  [
    'rows of one dash in a Markdown table are data',
    `# Pricing

| Model | Input per 1M tokens | Output per 1M tokens |
| --- | --- | --- |
| Quill 3 | $0.20 | $0.70 |
| - | - | - |
| Quill 4 | $0.40 | $1.30 |`,
    [
      'Quill 3 input USD 0.2/1000000',
      'Quill 3 output USD 0.7/1000000',
      'Quill 4 input USD 0.4/1000000',
      'Quill 4 output USD 1.3/1000000',
    ],
  ],
];

test.each(cases)('%s', (_, page, expected) => {
  expect(read(page)).toEqual(expected);
});

test('a list price is struck beside another price, and holds alone', () => {
  const item = (name: string, prices: string) =>
    `<li class="price-list-item"><span class="name">${name}</span> ${prices}</li>`;
  const listed = (price: string) => `<span class="price-list-price">${price}</span>`;
  expect(
    read(`<h1>Rent</h1><ul>${item('Vole A100', listed('$1.40/hour'))}${item('Vole L4', listed('$0.60/hour'))}</ul>`),
  ).toEqual(['Vole A100 gpu_hour USD 1.4/1', 'Vole L4 gpu_hour USD 0.6/1']);
  expect(
    read(`<h1>Rent</h1><ul>${item('Vole A100', '<span class="list-price">$1.40</span><span>$1.20/hour</span>')}</ul>`),
  ).toEqual(['Vole A100 gpu_hour USD 1.2/1']);
});

test('a component called price list strikes nothing', () => {
  const item = (name: string, price: string) =>
    `<li class="x-price-list-item"><span class="x-price-list-title">${name}</span><span class="x-price-list-price">${price}</span></li>`;
  expect(
    read(
      `<h1>Preise</h1><h2>Stundenweise</h2><ul>${item('RTX 5090 32 GB', '0,79 € / GPU / Std.')}${item('H200 141 GB', '3,29 € / GPU / Std.')}</ul><h3>Rechenbeispiel</h3><p>40 Stunden kosten 40 × 0,79 € = 31,60 €.</p>`,
    ),
  ).toEqual(['RTX 5090 32 GB gpu_hour EUR 0.79/1', 'H200 141 GB gpu_hour EUR 3.29/1']);
});
