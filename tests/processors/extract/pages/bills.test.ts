import { expect, test } from 'vitest';
import { read } from './read.ts';

const table = (lines: readonly (readonly string[])[]) =>
  `<table>${lines.map((cells) => `<tr>${cells.map((text) => `<td>${text}</td>`).join('')}</tr>`).join('')}</table>`;

test('amounts that add up to the total under them are a bill', () => {
  const bill = [
    ['Component', 'Cost'],
    ['Input tokens', '$0.0042'],
    ['Output tokens', '$0.0105'],
    ['web lookup', '$0.0100'],
    ['Total', '$0.0247'],
  ];
  expect(read(`<h2>Agent with a lookup</h2><p>1,400 input + 700 output tokens</p>${table(bill)}`)).toEqual([]);
});

test('the same in two columns, and in Markdown', () => {
  expect(
    read(
      '## A week of the crawler\n\n| Part | Day | Week |\n|---|---|---|\n| Tokens in | $1.20 | $8.40 |\n| Tokens out | $0.80 | $5.60 |\n| **Total** | **$2.00** | **$14.00** |\n',
      'md',
    ),
  ).toEqual([]);
});

test('rates over a total that they do not add up to are prices', () => {
  const rates = [
    ['Model', 'Input / 1M tokens'],
    ['tern-4', '$2.00'],
    ['tern-5', '$3.00'],
    ['Total models', '2'],
  ];
  expect(read(table(rates))).toEqual(['tern-4 input USD 2/1000000', 'tern-5 input USD 3/1000000']);
});

test('columns of the most tokens of an answer hold no prices', () => {
  const models = [
    ['Model', 'Price per 1M tokens', 'Max completion tokens', 'Maximum response tokens'],
    ['tern-4', '$0.20 input<br>$0.60 output', '32,768', '8,192'],
    ['tern-5', 'Contact sales', '16,384', '4,096'],
  ];
  expect(read(table(models))).toEqual(['tern-4 input USD 0.2/1000000', 'tern-4 output USD 0.6/1000000']);
});

test('how large a picture is, and how many megapixels, count no pictures', () => {
  const images = [
    ['Model', 'Price'],
    ['Tern Image', '$0.02 per 0.5K image, $0.03 per 1K image, $0.05 per 2K resolution image'],
    ['Tern Edit', '$0.004 per input image MP'],
  ];
  expect(read(`<h2>Image models</h2>${table(images)}`)).toEqual([
    'Tern Image image 0.5K USD 0.02/1',
    'Tern Image image 1K USD 0.03/1',
    'Tern Image image 2K USD 0.05/1',
    'Tern Edit other image USD 0.004/1',
  ]);
});

test('what a month of hours comes to, about, is no price beside that of the hour', () => {
  const card = (name: string, hour: string, month: string) =>
    `<article class="card"><h3>${name}</h3><p>${hour}<small>/h</small></p><ul><li>12 vCPU</li></ul><p>${month}</p></article>`;
  const cards = (month: string) =>
    `<h2>GPUs</h2><div>${card('L40S', '$0.90', month)}${card('H200', '$2.99', month)}</div>`;
  const hours = ['L40S gpu_hour USD 0.9/1', 'H200 gpu_hour USD 2.99/1'];
  expect(read(cards('≈ $648/month'))).toEqual(hours);
  expect(read(cards('(approx. $648 per month)'))).toEqual(hours);
  expect(read(cards('$599/month'))).toHaveLength(4);
});
