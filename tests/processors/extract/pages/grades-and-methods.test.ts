import { expect, test } from 'vitest';
import { read } from './read.ts';

const table = (...rows: (readonly string[])[]): string =>
  `<table>${rows.map((cells, index) => `<tr>${cells.map((cell) => (index === 0 ? `<th>${cell}</th>` : `<td>${cell}</td>`)).join('')}</tr>`).join('')}</table>`;

test('a grade of a picture is a tier of what the table is about', () => {
  expect(
    read(
      `<h1>API</h1><h2>Fresco 3</h2>${table(
        ['', 'Free', 'Paid, per image in USD'],
        ['Standard image price', 'Not available', '$0.03'],
        ['Ultra image price', 'Not available', '$0.05'],
      )}`,
    ),
  ).toEqual(['Fresco 3 image Standard USD 0.03/1', 'Fresco 3 image Ultra USD 0.05/1']);
});

test('sizes of models are what is tuned, the ways of tuning over the columns are no products', () => {
  expect(
    read(
      `<html><head><title>Pricing: Everything your team needs to ship | Alder</title></head><body><h2>Fine-tuning</h2><p>Prices are per 1M training tokens.</p>${table(
        ['Model size', 'LoRA', 'Full fine-tuning'],
        ['Up to 8B', '$0.40', '$0.60'],
        ['9B - 40B', '$1.20', '$1.90'],
      )}</body></html>`,
    ).map((line) => line.replace(/ fine_tuned.*(?= USD)/, '')),
  ).toEqual([
    'Up to 8B other USD 0.4/1000000',
    'Up to 8B other USD 0.6/1000000',
    '9B - 40B other USD 1.2/1000000',
    '9B - 40B other USD 1.9/1000000',
  ]);
});

test('what is metered under plans has its own name', () => {
  expect(
    read(
      `<h2>Hosted indexes</h2>${table(
        ['Meter', 'Standard plan', 'Enterprise plan'],
        ['Storage', '$0.30 per GB per month', '$0.35 per GB per month'],
        ['Write units', '$5 per million', '$7 per million'],
        ['Read units', '$14 per million', '$21 per million'],
      )}`,
    ).map((line) => line.replace(/ (?:Standard|Enterprise) plan/, '')),
  ).toEqual([
    'Storage storage_gb_month USD 0.3/1',
    'Storage storage_gb_month USD 0.35/1',
    'Write units other USD 5/1000000',
    'Write units other USD 7/1000000',
    'Read units other USD 14/1000000',
    'Read units other USD 21/1000000',
  ]);
});

test('a size of model among names is a name, and sizes under the name of the house are', () => {
  const sizes = (first: string, second: string, third: string) =>
    table(
      ['Base model', 'LoRA', 'Full'],
      [first, '$0.40', '$0.60'],
      [second, '$1.20', '$1.90'],
      [third, '$3.00', '$4.00'],
    );
  const names = (page: string) => [...new Set(read(page).map((line) => line.replace(/ other .*/, '')))];
  const said = '<p>Prices are per 1M training tokens.</p>';
  const models = ['Models up to 8B parameters', 'Models 8.1B - 40B', 'Models over 40B (e.g. Alder 90B)'] as const;
  expect(names(`<h1>Pricing</h1><h2>Managed tuning</h2>${said}${sizes(...models)}`)).toEqual([...models]);
});

test('the first of several classes is called standard', () => {
  expect(
    read(
      `<h1>Alder Store</h1><h2>Requests &amp; retrievals</h2>${table(
        ['', 'Write requests (per 1,000 requests)'],
        ['Standard', '$0.005'],
        ['Seldom read', '$0.010'],
        ['Deep archive', '$0.050'],
      )}`,
    ),
  ).toEqual([
    'Standard request USD 0.005/1000',
    'Seldom read request USD 0.01/1000',
    'Deep archive request USD 0.05/1000',
  ]);
});

test('a row across the table names what is below it, the remark behind its dash does not', () => {
  const row = (name: string, price: string) => `<tr><td>${name}</td><td>${price}</td></tr>`;
  expect(
    read(`<h1>Alder Store pricing</h1><table><tbody>
<tr><td colspan="2"><b>Shelf</b> - For files that many people read</td></tr>
${row('First 50 TB / Month', '$0.023 per GB')}${row('Over 50 TB / Month', '$0.021 per GB')}
<tr><td colspan="2"><b>Cellar</b> ** - For files that hardly anybody reads</td></tr>
${row('All Storage / Month', '$0.002 per GB')}</tbody></table>`).map((line) =>
      line.replace(/ (?:First|Over|All) .*(?= USD)/, ''),
    ),
  ).toEqual([
    'Shelf storage_gb_month USD 0.023/1',
    'Shelf storage_gb_month USD 0.021/1',
    'Cellar storage_gb_month USD 0.002/1',
  ]);
});

test('what a cache is written and read for stands below its name, in cards that repeat their labels', () => {
  const value = (label: string, price: string) =>
    `<div class="v"><div>${label}</div><div><span>$</span><span>${price}</span><span> / MTok</span></div></div>`;
  const card = (name: string, [input, write, hit]: readonly [string, string, string]) =>
    `<div class="card"><h3>${name}</h3>${value('Input', input)}<div class="sub"><div>Prompt caching</div>${value('Write', write)}${value('Read', hit)}</div></div>`;
  expect(
    read(`<h1>Prices</h1><h2>Models</h2><div>Save 40% with batch requests.</div>
<div>${card('Alder 5', ['10', '12.50', '1'])}${card('Alder 4', ['2', '2.50', '0.20'])}</div>`),
  ).toEqual([
    'Alder 5 input USD 10/1000000',
    'Alder 5 cache_write USD 12.5/1000000',
    'Alder 5 cached_input USD 1/1000000',
    'Alder 4 input USD 2/1000000',
    'Alder 4 cache_write USD 2.5/1000000',
    'Alder 4 cached_input USD 0.2/1000000',
  ]);
});
