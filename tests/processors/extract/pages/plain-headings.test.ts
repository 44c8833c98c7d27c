import { expect, test } from 'vitest';
import { readPage } from '../../../../processors/extract/pages/read-page.ts';
import { pageOf } from './page-of.ts';

const read = (body: string): string[] =>
  readPage(pageOf(body, { format: 'html' })).prices.map(
    ({ product, meter, mode, currency, amount, per }) => `${product} ${meter} ${mode} ${currency} ${amount}/${per}`,
  );

/** A table of the meters of one model. */
const meters = (input: string, output: string) =>
  `<table><tr><th>Meter</th><th>Price per 1M tokens</th></tr><tr><td>Input</td><td>${input}</td></tr><tr><td>Output</td><td>${output}</td></tr></table>`;

const ORCAS = [
  'Orca 3 input standard USD 1/1000000',
  'Orca 3 output standard USD 4/1000000',
  'Orca 3 Mini input standard USD 0.2/1000000',
  'Orca 3 Mini output standard USD 0.8/1000000',
];

test('bold lines over tables are headings', () => {
  const page = (title: (text: string) => string) =>
    read(
      `<h1>Pricing</h1>${title('Orca 3')}<p>For long work.</p>${meters('$1', '$4')}${title('Orca 3 Mini')}${meters('$0.20', '$0.80')}`,
    );
  expect(page((text) => `<p><strong>${text}</strong></p>`)).toEqual(ORCAS);
  expect(page((text) => `<div><b>${text}</b></div>`)).toEqual(ORCAS);
});

test('lines of a class of their own over what follows are headings, the class inside another one lower', () => {
  const title = (text: string) => `<div class="kx"><div></div><span>${text}</span></div>`;
  const part = (text: string) => `<div class="ky">${text}</div>`;
  const card = (name: string, ...halves: [string, string][]) =>
    `${title(name)}<p>Our words about it.</p>${halves.map(([input, output], at) => `<section>${part(at === 0 ? 'Standard' : 'Batch')}${meters(input, output)}</section>`).join('')}`;
  expect(
    read(
      `<h1>Pricing</h1>${card('Orca 3', ['$1', '$4'], ['$0.50', '$2'])}${card('Heron 2', ['$3', '$9'], ['$1.50', '$4.50'])}`,
    ),
  ).toEqual([
    'Orca 3 input standard USD 1/1000000',
    'Orca 3 output standard USD 4/1000000',
    'Orca 3 input batch USD 0.5/1000000',
    'Orca 3 output batch USD 2/1000000',
    'Heron 2 input standard USD 3/1000000',
    'Heron 2 output standard USD 9/1000000',
    'Heron 2 input batch USD 1.5/1000000',
    'Heron 2 output batch USD 4.5/1000000',
  ]);
});

test('of bold lines alike those that come again are parts of those that do not', () => {
  const bold = (text: string) => `<p><strong>${text}</strong></p>`;
  const model = (name: string, input: string, half: string) =>
    `${bold(name)}<p>Our words about it.</p>${bold('Standard')}${meters(input, input)}${bold('Batch')}${meters(half, half)}`;
  expect(
    read(`<h1>Pricing</h1>${model('Orca 3', '$1', '$0.50')}${model('Heron 2', '$3', '$1.50')}`).filter((price) =>
      price.includes('input'),
    ),
  ).toEqual([
    'Orca 3 input standard USD 1/1000000',
    'Orca 3 input batch USD 0.5/1000000',
    'Heron 2 input standard USD 3/1000000',
    'Heron 2 input batch USD 1.5/1000000',
  ]);
});

test('names in rows, what is said under a name and what is said of a price are no headings', () => {
  const row = (name: string, input: string, output: string) =>
    `<div class="c name">${name}</div><div class="c in">${input}</div><div class="c out">${output}</div>`;
  const grid = `<h2>Inference</h2><p>Prices per 1M tokens.</p><div class="g"><div class="c name">Model</div><div class="c in">Input</div><div class="c out">Output</div>${row('Orca 3', '$1', '$4')}${row('Orca 3 Mini', '$0.20', '$0.80')}</div>`;
  const card = (name: string, remark: string, input: string, output: string) =>
    `<div class="card"><span class="n">${name}</span><div class="s">${remark}</div><ul><li>Input ${input} / 1M tokens</li><li>Output ${output} / 1M tokens</li></ul></div>`;
  expect(read(`<h1>Pricing</h1>${grid}`)).toEqual(ORCAS);
  expect(
    read(
      `<h1>Pricing</h1><div>${card('Orca 3', 'For long work', '$1', '$4')}${card('Orca 3 Mini', 'For quick work', '$0.20', '$0.80')}</div>`,
    ),
  ).toEqual(ORCAS);
  const plan = (name: string, amount: string, terms: string) =>
    `<div class="plan"><h3>${name}</h3><p class="a">${amount}</p><p class="t">${terms}</p><ul><li>Support by mail</li><li>All models</li></ul></div>`;
  expect(
    read(`<h1>Plans</h1>${plan('Solo', '$9', 'per month, without tax')}${plan('Crew', '$29', 'per month and team')}`),
  ).toEqual(['Solo month standard USD 9/1', 'Crew month standard USD 29/1']);
});

test('a heading with currency and unit over rows without a header', () => {
  const page = `<h1>Models</h1><h2>Embeddings, in US dollars per 1M input tokens</h2><table><tr><td>orca-embed-2</td><td>512</td><td>0.10</td></tr><tr><td>orca-embed-mini</td><td>512</td><td>0.02</td></tr></table>`;
  expect(read(page)).toEqual([
    'orca-embed-2 input standard USD 0.1/1000000',
    'orca-embed-mini input standard USD 0.02/1000000',
  ]);
});

test('plain lines are headings where every table has one of its own right before it', () => {
  const page = (title: (name: string) => string) =>
    read(
      `<h1>Pricing</h1><p>For all paid accounts.</p>${title('Orca 3')}${meters('$1', '$4')}${title('Orca 3 Mini')}${meters('$0.20', '$0.80')}`,
    );
  expect(page((name) => `<p>${name}</p>`)).toEqual(ORCAS);
  expect(page((name) => `<div>${name}</div>`)).toEqual(ORCAS);
});

test('a menu heads no rows, and a heading inside a section ends the one before it', () => {
  const menu = `<header><nav><ul>${['Home', 'Products', 'Pricing'].map((text) => `<li><a href="/">${text}</a></li>`).join('')}</ul></nav></header>`;
  const row = (name: string, input: string, output: string) =>
    `<div class="row"><div>${name}</div><div>Input ${input} / 1M tokens</div><div>Output ${output} / 1M tokens</div></div>`;
  expect(read(`${menu}<div>${row('Orca 3', '$1', '$4')}${row('Orca 3 Mini', '$0.20', '$0.80')}</div>`)).toEqual(ORCAS);
  const questions = `<h2>FAQ</h2><p>How do I estimate? A small team spends about $320 a month in all.</p>`;
  const outro = ['Trusted by teams', 'Ready to begin?'].map(
    (text) => `<section><h2>${text}</h2><p>Sign up now.</p></section>`,
  );
  expect(read(`<h1>Prices</h1><h2>Orca 3</h2>${meters('$1', '$4')}${questions}${outro.join('')}`)).toEqual(
    ORCAS.slice(0, 2),
  );
});
