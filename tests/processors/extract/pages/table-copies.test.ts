import { expect, test } from 'vitest';
import { readPage } from '../../../../processors/extract/pages/read-page.ts';
import { pageOf } from './page-of.ts';

const read = (body: string): string[] =>
  readPage(pageOf(body, { format: 'html' })).prices.map(
    ({ product, meter, tier, currency, amount, per }) =>
      `${product} ${meter}${tier === null ? '' : ` [${tier}]`} ${currency} ${amount}/${per}`,
  );

const HEAD = ['Resource', 'Size', 'Price per hour', 'Price per 30 days'];
const ROWS = [
  ['GPU pod', '1 x NVIDIA H100', '$3.10', '$2,232.00'],
  ['GPU rack', '8 x NVIDIA H100', '$24.80', '$17,856.00'],
];
const table = `<table><tr>${HEAD.map((cell) => `<th>${cell}</th>`).join('')}</tr>${ROWS.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table>`;
const cards = (rows: readonly (readonly string[])[]) =>
  `<div class="m">${rows.map(([name, ...cells]) => `<div class="card"><h4>${name}</h4>${cells.map((cell, at) => `<div><span>${HEAD[at + 1]}</span><span>${cell}</span></div>`).join('')}</div>`).join('')}</div>`;
const example = '<p>Worked: a GPU pod for 10 hours comes to about $31 in all.</p>';

test('cards that say the rows of a table once more are no prices of their own', () => {
  const stated = read(`<h1>Cloud pricing</h1><h2>Machines</h2>${table}`);
  expect(stated.map((price) => price.replace(/ \S+_hour/, ''))).toHaveLength(4);
  for (const body of [`${table}${cards(ROWS)}`, `${cards(ROWS)}${table}`, `${table}${cards(ROWS)}${example}`])
    expect(read(`<h1>Cloud pricing</h1><h2>Machines</h2>${body}`)).toEqual(stated);
});

test('cards of the same names with other prices are read', () => {
  const other = ROWS.map(([name, size]) => [name, size, '$1.00', '$720.00'].map(String));
  const prices = read(`<h1>Cloud pricing</h1><h2>On demand</h2>${table}<h2>Interruptible</h2>${cards(other)}`);
  expect(prices.some((price) => price.includes('USD 1/1'))).toBe(true);
});

test('cards of labels and values that say a table once more, before it or behind', () => {
  const head = ['Size', 'Low', 'High'];
  const rows = [
    ['1024 × 1024', '$0.01', '$0.16'],
    ['1024 × 1536', '$0.02', '$0.24'],
  ];
  const sizes = `<table>${[head, ...rows].map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table>`;
  const copy = `<div class="m">${rows.map(([size, ...cells]) => `<div class="card"><h4>${size}</h4>${cells.map((cell, at) => `<div class="l"><span>${head[at + 1]}</span><span>${cell}</span></div>`).join('')}</div>`).join('')}</div>`;
  const stated = read(`<h1>Image pricing</h1><h2>Pigment 2 price per image</h2>${sizes}`);
  expect(stated).toHaveLength(4);
  for (const body of [`${sizes}${copy}`, `${copy}${sizes}`])
    expect(read(`<h1>Image pricing</h1><h2>Pigment 2 price per image</h2>${body}`)).toEqual(stated);
});

test('tables alike under headings of their own are each read', () => {
  const both = ['Europe', 'Asia'].map((region) => `<h2>${region}</h2>${table}`).join('');
  expect(read(`<h1>Cloud pricing</h1>${both}`).length).toBeGreaterThanOrEqual(4);
});
