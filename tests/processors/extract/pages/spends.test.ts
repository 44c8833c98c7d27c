import { expect, test } from 'vitest';
import { read, readInFull } from './read.ts';

const table = (...rows: string[][]) =>
  `<table>${rows.map((cells, at) => `<tr>${cells.map((cell) => (at === 0 ? `<th>${cell}</th>` : `<td>${cell}</td>`)).join('')}</tr>`).join('')}</table>`;

test('what one spends over columns of shares is no price', () => {
  const page = table(
    ['Service', 'Silver (0-$500)', 'Gold ($500-$5K)', 'Diamond ($5K+)'],
    ['Inference', '4%', '2%', '1%'],
  );
  expect(read(page)).toEqual([]);
});

test('what one spends over prices is their tier', () => {
  const page = table(['GPU', 'Starter ($0-$1K)', 'Max ($1K+)'], ['H100', '$2.90/hr', '$2.50/hr']);
  expect(readInFull(page)).toEqual([
    'H100 gpu_hour standard Starter ($0-$1K) USD 2.9/1',
    'H100 gpu_hour standard Max ($1K+) USD 2.5/1',
  ]);
});

test('one machine below cards leaves them cards', () => {
  const page = table(
    ['GPU', 'VRAM', 'Price/hour'],
    ['H100 SXM', '80 GB', '$2.69'],
    ['L40S', '48 GB', '$1.10'],
    ['RTX A6000', '48 GB', '$0.90'],
    ['8x H100', '640 GB', '$21'],
  );
  expect(read(page)).toEqual([
    'H100 SXM gpu_hour USD 2.69/1',
    'L40S gpu_hour USD 1.1/1',
    'RTX A6000 gpu_hour USD 0.9/1',
    '8x H100 instance_hour USD 21/1',
  ]);
});

test('what one pays in for a level is no price', () => {
  const list = `# Pricing\n\n## Levels\n\n- By paying $500 a user gets the level Grove\n- When you top up $50 a user is Seed\n\n## Rates\n\n- Egret 2: $0.20 / hour\n`;
  expect(read(list, 'md')).toEqual(['Egret 2 other USD 0.2/1']);
});
