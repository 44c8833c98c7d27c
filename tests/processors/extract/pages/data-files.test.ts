import { expect, test } from 'vitest';
import { dataFile } from '../../../../processors/extract/pages/data-files.ts';
import { readPage } from '../../../../processors/extract/pages/read-page.ts';
import { makeDocument } from '../../../support/document.ts';

const rows = (body: string) =>
  readPage(makeDocument({ kind: 'page', format: 'text', body })).prices.map(
    ({ product, meter, mode, amount }) => `${product} ${meter} ${mode} ${amount}`,
  );

test('comma-separated values', () => {
  const csv = `InstanceType,Accelerator,vCPUs,Price,SpotPrice,Note
p9.48xlarge,H100,192,98.32,29.50,"8 cards, NVLink"
m9.large,,2,0.096,,
`;
  expect(rows(csv)).toEqual([
    'p9.48xlarge instance_hour standard 98.32',
    'p9.48xlarge instance_hour spot 29.5',
    'm9.large instance_hour standard 0.096',
  ]);
  expect(rows(csv.replaceAll(',', '\t').replace('cards\t', 'cards,'))).toHaveLength(3);
});

test('a YAML file', () => {
  const yaml = `# USD per million tokens
currency: USD
models:
  - id: kite-1
    context_window: 128000
    pricing:
      input: 0.50
      output: 1.50
`;
  expect(rows(yaml)).toEqual(['kite-1 input standard 0.5', 'kite-1 output standard 1.5']);
  // More digits than a float holds.
  expect(rows(yaml.replace('1.50', '1.50000000000000000007'))[1]).toBe('kite-1 output standard 1.50000000000000000007');
});

test('maps with a name in a script', () => {
  const python = `"""What models cost."""
import os

MODEL_PRICING = {
    # the large one
    "kite-1": {"input": 2.50, "output": 10.00, "cached": None},  # since May
    "kite-2": {"input": 0.15, "output": 0.60},
}

def cost(model):
    return MODEL_PRICING[model]
`;
  expect(rows(python)).toEqual([
    'kite-1 input standard 2.5',
    'kite-1 output standard 10',
    'kite-2 input standard 0.15',
    'kite-2 output standard 0.6',
  ]);
  const script = `import { x } from './x';
export const PRICES: Record<string, { input: number; output: number }> = {
  'kite-1': { input: 2.5, output: 10 },
};
export const limits = { rpm: 60 };`;
  expect(rows(script)).toEqual(['kite-1 input standard 2.5', 'kite-1 output standard 10']);
});

test('texts are no data', () => {
  expect(dataFile('Our prices, our plans, our cards.\nThey are low.\nAsk us.')).toBeNull();
  expect(dataFile('# Limits\n\nRequests: 60 a minute\n\nTokens are counted in both ways.')).toBeNull();
  expect(dataFile('Note: prices change.\n  They do.')).toBeNull();
});
