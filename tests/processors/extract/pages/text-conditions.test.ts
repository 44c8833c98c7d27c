import { expect, test } from 'vitest';
import { read } from './read.ts';

const page = (...lines: readonly (readonly string[])[]) => read(lines.flat().join('\n'), 'md');
const HEADER = ['Vendor', 'Model', 'Input (per 1M tokens)', 'Output (per 1M tokens)', 'Cached (per 1M tokens)'];

test('cells that say the same before their amounts are a row of one condition', () => {
  expect(
    page(
      HEADER,
      ['Orca Labs', 'Orca 3', 'Prompt ≤ 200K $1.00', 'Prompt ≤ 200K $4.00', 'Prompt ≤ 200K $0.10'],
      ['Prompt > 200K $2.00', 'Prompt > 200K $8.00', '-'],
      ['Orca 3 Mini', '$0.20', '$0.80', '-'],
    ),
  ).toEqual([
    'Orca 3 input Prompt ≤ 200K USD 1/1000000',
    'Orca 3 output Prompt ≤ 200K USD 4/1000000',
    'Orca 3 cached_input Prompt ≤ 200K USD 0.1/1000000',
    'Orca 3 input Prompt > 200K USD 2/1000000',
    'Orca 3 output Prompt > 200K USD 8/1000000',
    'Orca 3 Mini input USD 0.2/1000000',
    'Orca 3 Mini output USD 0.8/1000000',
  ]);
});

test('conditions of one row, and hours of the day under a label', () => {
  expect(
    page(
      ['Model', 'Input per 1M tokens', 'Output per 1M tokens'],
      ['Puffin 8B', 'Peak: 9:00-18:00 $0.90', 'Peak: 9:00-18:00 $1.80'],
      ['Off-peak: 18:00-9:00 $0.45', 'Off-peak: 18:00-9:00 $0.90'],
      ['Puffin 1B', '$0.05', '$0.10'],
    ),
  ).toEqual([
    'Puffin 8B input peak USD 0.9/1000000',
    'Puffin 8B output peak USD 1.8/1000000',
    'Puffin 8B input off_peak USD 0.45/1000000',
    'Puffin 8B output off_peak USD 0.9/1000000',
    'Puffin 1B input USD 0.05/1000000',
    'Puffin 1B output USD 0.1/1000000',
  ]);
});

test('words before all amounts of one row are no condition', () => {
  expect(
    page(
      ['Model', 'Input per 1M tokens', 'Output per 1M tokens'],
      ['Puffin 8B', 'From $0.90', 'From $1.80'],
      ['Puffin 1B', 'From $0.05', 'From $0.10'],
    ),
  ).toEqual([
    'Puffin 8B input USD 0.9/1000000',
    'Puffin 8B output USD 1.8/1000000',
    'Puffin 1B input USD 0.05/1000000',
    'Puffin 1B output USD 0.1/1000000',
  ]);
});

test('an id below a name is no column, and the vendor of a row above is none of its name', () => {
  expect(
    page(
      HEADER,
      ['Orca Labs', 'Orca 3', 'orca-labs/orca-3', '$1.00', '$4.00', '$0.10'],
      ['Orca 3 (Turbo)', 'turbo/orca-labs/orca-3', '$2.00', '$8.00', '-Show 4 more models'],
      ['Puffin', 'Puffin 8B', 'puffin/puffin-8b', 'Free', 'Free', '-Show 1 more model'],
      ['Terns', 'Tern 70B', 'terns/Tern-70B', '$0.90', '$1.80', '-'],
    ),
  ).toEqual([
    'Orca 3 input USD 1/1000000',
    'Orca 3 output USD 4/1000000',
    'Orca 3 cached_input USD 0.1/1000000',
    'Orca 3 (Turbo) input USD 2/1000000',
    'Orca 3 (Turbo) output USD 8/1000000',
    'Tern 70B input USD 0.9/1000000',
    'Tern 70B output USD 1.8/1000000',
  ]);
});
