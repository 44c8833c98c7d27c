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
    'Write units request USD 5/1000000',
    'Write units request USD 7/1000000',
    'Read units request USD 14/1000000',
    'Read units request USD 21/1000000',
  ]);
});

test('a unit that JSON states beside its amounts is no amount', () => {
  const data = {
    models: [
      { name: 'Heron 90B', limits: 8192, pricing: { currency: 'USD', unit: '1M tokens', input: 0.7, output: 1.4 } },
      { name: 'Heron 7B', limits: 8192, pricing: { currency: 'USD', unit: '1M tokens', input: 0.06, output: 0.12 } },
    ],
  };
  expect(
    read(
      `<html><body><div id="__next"></div><script id="__NEXT_DATA__" type="application/json">${JSON.stringify(data)}</script></body></html>`,
    ),
  ).toEqual([
    'Heron 90B input USD 0.7/1000000',
    'Heron 90B output USD 1.4/1000000',
    'Heron 7B input USD 0.06/1000000',
    'Heron 7B output USD 0.12/1000000',
  ]);
});
