import { expect, test } from 'vitest';
import { readPage } from '../../../../processors/extract/pages/read-page.ts';
import { pageOf } from './page-of.ts';

const read = (body: string): string[] =>
  readPage(pageOf(body, { format: 'html' })).prices.map(
    ({ product, meter, mode, currency, amount, per, region }) =>
      `${product} ${meter} ${mode} ${currency} ${amount}/${per}${region === null ? '' : ` in ${region}`}`,
  );

test('an amount whose fraction stands in an element of its own', () => {
  const card = (plan: string, whole: string, fraction: string) =>
    `<div class="plan"><h3>${plan}</h3><div class="price"><span class="price__currency">$</span><span class="price__whole">${whole}</span><div class="price__after"><span class="price__fractional-part">${fraction}</span></div><span>/month</span></div></div>`;
  expect(read(`<h1>Plans</h1>${card('Solo', '9', '99')}${card('Crew', '1,029', '5')}`)).toEqual([
    'Solo month standard USD 9.99/1',
    'Crew month standard USD 1029.5/1',
  ]);
});

test('a number of two digits by a class of fractions is one only behind a whole number', () => {
  const page =
    '<h1>Plans</h1><div><h3>Solo</h3><p>Decimals kept: <b class="decimal">12</b></p><p>$4.50 / month</p></div>';
  expect(read(page)).toEqual(['Solo month standard USD 4.5/1']);
});

test('the unit that an icon tells who points at it', () => {
  const icon = (label: string) => `<button aria-label="${label}"><svg></svg></button>`;
  const head = ['Input', 'Output']
    .map((name) => `<th>${name} ${icon('US dollars per 1 thousand tokens')}</th>`)
    .join('');
  const page = `<h1>Pricing</h1><h2>Disks</h2><ul><li class="a1"><div>Fast disk ${icon('per GiB, per month')}</div><div>$0.07</div></li><li class="a2"><div>Cold disk ${icon('per GiB, per month')}</div><div>$0.01</div></li></ul>
<h2>Models</h2><table><tr><th>Model</th>${head}</tr><tr><td>Orca 3</td><td>0.002</td><td>0.008</td></tr></table>
<button aria-label="Chat with us, 24 hours a day">2</button>`;
  expect(read(page)).toEqual([
    'Fast disk storage_gb_month standard USD 0.07/1',
    'Cold disk storage_gb_month standard USD 0.01/1',
    'Orca 3 input standard USD 0.002/1000',
    'Orca 3 output standard USD 0.008/1000',
  ]);
});

test('cards that are one link each keep their lines to themselves', () => {
  const card = (name: string, prices: string) =>
    `<a class="card" href="/m"><div>${name}</div>${prices}<span>Open</span></a>`;
  const page = `<h1>Models</h1><p>Prices per 1M tokens.</p><div>${card('Orca 3', '<p>Input <em>$1</em></p><p>Output <em>$4</em></p>')}${card('Orca 4', '<p>Input <em>$2</em></p><p>Output <em>$8</em></p>')}</div>`;
  expect(read(page)).toEqual([
    'Orca 3 input standard USD 1/1000000',
    'Orca 3 output standard USD 4/1000000',
    'Orca 4 input standard USD 2/1000000',
    'Orca 4 output standard USD 8/1000000',
  ]);
});

test('rows in wrappers beside their header, names set in two headings', () => {
  const row = (name: string, ...prices: string[]) =>
    `<div class="item"><div class="row"><div><div>${name}</div></div>${prices.map((price) => `<div><p>${price}</p></div>`).join('')}</div></div>`;
  const page = `<h1>Pricing</h1><h3>Hosted models</h3><div class="gap"><div class="space"></div><div class="head"><div><div>Model</div><div>(Price per 1 million tokens)</div></div><div>Input tokens</div><div>Output tokens</div></div>
<div class="list"><div role="list">${row('<h4>Orca</h4><h4>V4 Pro</h4>', '$1.70', '$3.40')}${row('<h4>Orca 5</h4><h4>31B</h4>', '$0.10', '$0.40')}</div></div></div>`;
  expect(read(page)).toEqual([
    'Orca V4 Pro input standard USD 1.7/1000000',
    'Orca V4 Pro output standard USD 3.4/1000000',
    'Orca 5 31B input standard USD 0.1/1000000',
    'Orca 5 31B output standard USD 0.4/1000000',
  ]);
});

test('a list of definitions names what it prices; labels that several lists share name nothing', () => {
  const page = `<h1>Speech</h1><h2>Extras</h2><dl><dt>Redaction</dt><dd>+$0.05/hr</dd><dt>Dictionary packs</dt><dd>$49 / month</dd></dl>
<div class="narrow"><div class="card"><p>Echo v3</p><dl><dt>Pay as you go</dt><dd>$0.12 /1K characters</dd></dl></div><div class="card"><p>Echo v4</p><dl><dt>Pay as you go</dt><dd>$0.15 /1K characters</dd></dl></div></div>`;
  expect(read(page)).toEqual([
    'Redaction other standard USD 0.05/1',
    'Dictionary packs month standard USD 49/1',
    'Echo v3 other standard USD 0.12/1000',
    'Echo v4 other standard USD 0.15/1000',
  ]);
});

test("what the page's style sheet strikes through is an old price", () => {
  const page = `<html><head><title>Pricing</title><style>.box{color:red}.was9,.x a{color:#999;text-decoration:line-through}.card:hover{text-decoration:line-through}</style></head><body><h1>Pricing</h1>
<table><tr><th>Model</th><th>Input ($ per 1M tokens)</th></tr><tr><td>Orca 3</td><td><span class="was9">3.00</span><span class="box">2.00</span></td></tr><tr class="card"><td>Orca 4</td><td><span class="was90">5.00</span></td></tr></table></body></html>`;
  expect(read(page)).toEqual(['Orca 3 input standard USD 2/1000000', 'Orca 4 input standard USD 5/1000000']);
});

test('rows that a choice of region takes out of sight are read, rows hidden without one are not', () => {
  const row = (region: string, name: string, price: string, style = '') =>
    `<tr data-zone="${region}"${style}><td>${name}</td><td>${region}</td><td>$${price} / hour</td></tr>`;
  const page = `<h1>Machines</h1><table><tr data-zone=""><th>Instance type</th><th>Region</th><th>Price</th></tr>${row('us-east-1', 'g2.large', '3.00')}${row('eu-west-1', 'g2.large', '3.30', ' style="display:none"')}${row('us-east-1', 'g2.old', '9.00', ' hidden')}</table>`;
  expect(read(page)).toEqual([
    'g2.large instance_hour standard USD 3/1 in us-east-1',
    'g2.large instance_hour standard USD 3.3/1 in eu-west-1',
  ]);
});

test('the heading of the next section within the one before, which nobody closed, heads what comes after it', () => {
  const section = (price: string) =>
    `<div><section><h3>Standard</h3><table><tr><th></th><th>Price, per 1M tokens in USD</th></tr><tr><td>Input</td><td>${price}</td></tr></table>`;
  expect(
    read(
      `<h2>Orla 3</h2><p>For hard tasks.</p>${section('$2.00')}<h2>Orla 3 Mini</h2></div><p>For simple ones.</p>${section('$0.20')}`,
    ),
  ).toEqual(['Orla 3 input standard USD 2/1000000', 'Orla 3 Mini input standard USD 0.2/1000000']);
});
