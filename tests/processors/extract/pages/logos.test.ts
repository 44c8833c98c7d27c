import { expect, test } from 'vitest';
import { read } from './read.ts';

const row = (name: string, ...cells: readonly string[]) =>
  `<tr><td>${name}</td>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;

test('a picture names its row, by what stands for it', () => {
  expect(
    read(
      `<table><tr><th></th><th>Input / 1M tokens</th><th>Output / 1M tokens</th></tr>
      ${row('<img src="a.png" alt="Osprey Large icon">', '$2', '$6')}
      ${row('<a href="/s"><img src="b.png" alt="Osprey Small"></a>', '$0.2', '$0.6')}</table>`,
    ),
  ).toEqual([
    'Osprey Large input USD 2/1000000',
    'Osprey Large output USD 6/1000000',
    'Osprey Small input USD 0.2/1000000',
    'Osprey Small output USD 0.6/1000000',
  ]);
});

test('rows of what others ask, with how much more it is, are no prices of the page', () => {
  expect(
    read(
      `<table><tr><th></th><th>Storage ($/GB/month)</th><th>Download ($/GB)</th></tr>
      ${row('<img src="a.png" alt="Heron Cold Storage">', '$0.004', '$0.01')}
      ${row('<img src="b.png" alt="Kite Storage logo">', '$0.023<br>+475%', '$0.09<br>+800%')}
      ${row('<img src="c.png" alt="Teal Storage">', '$0.020<br>+400%', '$0.12<br>+1100%')}</table>`,
    ),
  ).toEqual(['Heron Cold Storage storage_gb_month USD 0.004/1', 'Heron Cold Storage other USD 0.01/1']);
});
