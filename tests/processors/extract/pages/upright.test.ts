import { expect, test } from 'vitest';
import { readPage } from '../../../../processors/extract/pages/read-page.ts';
import { pageOf } from './page-of.ts';

const read = (body: string): string[] =>
  readPage(pageOf(body, { format: 'html' })).prices.map(
    ({ product, meter, mode, tier, currency, amount, per }) =>
      `${product} ${meter} ${mode}${tier === null ? '' : ` [${tier}]`} ${currency} ${amount}/${per}`,
  );

const table = (rows: readonly (readonly string[])[]) =>
  `<table>${rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table>`;
const onItsSide = (rows: readonly (readonly string[])[]) =>
  (rows[0] ?? []).map((_, at) => rows.map((row) => row[at] ?? ''));

/** The table is read the same standing and on its side. */
const expectBothWays = (heading: string, rows: readonly (readonly string[])[], prices: readonly string[]) => {
  for (const turned of [rows, onItsSide(rows)])
    expect(read(`<h1>Pricing</h1><h2>${heading}</h2>${table(turned)}`).sort()).toEqual([...prices].sort());
};

test('units and kinds in rows of their own', () => {
  expectBothWays(
    'Models',
    [
      ['Model', 'Kind', 'Input', 'Output', 'Unit'],
      ['orca-3-large', 'Chat', '$1.50', '$6.00', '1M tokens'],
      ['orca-3-mini', 'Chat', '$0.20', '$0.80', '1M tokens'],
      ['heron-embed-2', 'Embedding', '$0.05', '-', '1M tokens'],
    ],
    [
      'orca-3-large input standard USD 1.5/1000000',
      'orca-3-large output standard USD 6/1000000',
      'orca-3-mini input standard USD 0.2/1000000',
      'orca-3-mini output standard USD 0.8/1000000',
      'heron-embed-2 input standard USD 0.05/1000000',
    ],
  );
});

test('machines and what they are made of, in words of another language', () => {
  expectBothWays(
    'Instances GPU',
    [
      ['Nom', 'Mémoire', 'vCœurs', 'GPU', 'Prix à l’heure'],
      ['h100-1-80', '240 Go', '24', '1× H100 80 Go', '2,70 €'],
      ['l40s-1-48', '96 Go', '8', '1× L40S 48 Go', '1,30 €'],
      ['l4-1-24', '48 Go', '8', '1× L4 24 Go', '0,70 €'],
    ],
    [
      'h100-1-80 instance_hour standard EUR 2.7/1',
      'l40s-1-48 instance_hour standard EUR 1.3/1',
      'l4-1-24 instance_hour standard EUR 0.7/1',
    ],
  );
});

test('services that differ in what they are counted in', () => {
  expectBothWays(
    'Services',
    [
      ['Service', 'Price'],
      ['Web search', '$5 / 1K requests'],
      ['Code sandbox', '$0.03 / session'],
      ['orca-embed-2', '$0.02 / 1M tokens'],
    ],
    [
      'Web search request standard USD 5/1000',
      'Code sandbox other standard USD 0.03/1',
      'orca-embed-2 input standard USD 0.02/1000000',
    ],
  );
});

test('what stands over the names in their cells', () => {
  const name = (over: string, model: string) => `<div>${over}</div><div>${model}</div>`;
  expectBothWays(
    'Compare',
    [
      ['', 'Context window', 'Input per 1M tokens', 'Output per 1M tokens'],
      [name('Most capable', 'Gannet Max'), '400K', '$4', '$16'],
      [name('Fastest', 'Gannet Tiny'), '128K', '$0.10', '$0.50'],
    ],
    [
      'Gannet Max input standard USD 4/1000000',
      'Gannet Max output standard USD 16/1000000',
      'Gannet Tiny input standard USD 0.1/1000000',
      'Gannet Tiny output standard USD 0.5/1000000',
    ],
  );
});

test('what is used under plans stays in its rows', () => {
  const page = table([
    ['', 'Free', 'Starter', 'Pro'],
    ['Clear voice v2 per 1K characters', '-', '$0.30', '$0.24'],
    ['Quick voice v3 per 1K characters', '-', '$0.15', '$0.12'],
  ]);
  expect(read(`<h1>Speech pricing</h1>${page}`)).toEqual([
    'Clear voice v2 per 1K characters other standard [Starter] USD 0.3/1000',
    'Clear voice v2 per 1K characters other standard [Pro] USD 0.24/1000',
    'Quick voice v3 per 1K characters other standard [Starter] USD 0.15/1000',
    'Quick voice v3 per 1K characters other standard [Pro] USD 0.12/1000',
  ]);
});

test('rows that are called like sizes, over prices, are what is sold', () => {
  const page = table([
    ['Disk type', 'Running pods', 'Idle pods'],
    ['Volume', '$0.10/GB/month', '$0.20/GB/month'],
    ['Local disk', '$0.08/GB/month', 'N/A'],
  ]);
  expect(
    read(`<h1>Pod pricing</h1><h2>Storage pricing</h2>${page}`).filter((price) => /pods [a-z]/.test(price)),
  ).toEqual([]);
});
