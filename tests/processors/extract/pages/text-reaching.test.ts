import { expect, test } from 'vitest';
import { read } from './read.ts';

const page = (...lines: readonly (readonly string[])[]) => read(lines.flat().join('\n'), 'md');

test('a row that lacks its name is of the one above it', () => {
  expect(
    page(
      ['Realtime models', 'Prices per 1M tokens.', 'Model', 'Modality', 'Input', 'Output'],
      ['heron-live-2', 'Audio', '$32.00', '$64.00', 'Text', '$4.00', '$24.00', 'Image', '$5.00', '-'],
      ['heron-live-2-mini', 'Audio', '$10.00', '$20.00', 'Text', '$0.60', '$2.40'],
      ['All models are offered in two regions.'],
    ),
  ).toEqual([
    'heron-live-2 input Audio USD 32/1000000',
    'heron-live-2 input Text USD 4/1000000',
    'heron-live-2 input Image USD 5/1000000',
    'heron-live-2 output Audio USD 64/1000000',
    'heron-live-2 output Text USD 24/1000000',
    'heron-live-2-mini input Audio USD 10/1000000',
    'heron-live-2-mini input Text USD 0.6/1000000',
    'heron-live-2-mini output Audio USD 20/1000000',
    'heron-live-2-mini output Text USD 2.4/1000000',
  ]);
});

test('names over the same amounts share them', () => {
  expect(
    page(
      [
        'Prices of older models.',
        'Model',
        'Price per thousand tokens',
        'Price per million tokens',
        'fjord-embed-3',
        '$0.00018',
        '$0.18',
      ],
      ['fjord-embed-2', '$0.00006', '$0.06', 'fjord-code-2', '$0.00018', '$0.18'],
      [
        'fjord-embed-1-multi',
        'fjord-embed-1-large',
        'fjord-embed-01',
        '$0.00012',
        '$0.12',
        'fjord-rerank-1',
        '$0.00005',
        '$0.05',
        'Questions',
      ],
    ),
  ).toEqual([
    'fjord-embed-3 input USD 0.18/1000000',
    'fjord-embed-2 input USD 0.06/1000000',
    'fjord-code-2 input USD 0.18/1000000',
    'fjord-embed-1-multi input USD 0.12/1000000',
    'fjord-embed-1-large input USD 0.12/1000000',
    'fjord-embed-01 input USD 0.12/1000000',
    'fjord-rerank-1 input USD 0.05/1000000',
  ]);
});

test('a badge names no card, nor is the section behind a card of it', () => {
  expect(
    page(
      [
        'GPU prices',
        'H100 SXM',
        '80 GB VRAM',
        'from',
        '$1.73',
        '/hr',
        'A100 PCIE',
        '80 GB VRAM',
        'from',
        '$1.13',
        '/hr',
      ],
      ['Consumer cards', '5 GPUs', '5090', 'PRO', 'Fast for small models.', 'from', '$0.21', '/hr'],
    ),
  ).toEqual(['H100 SXM gpu_hour USD 1.73/1', 'A100 PCIE gpu_hour USD 1.13/1', '5090 gpu_hour USD 0.21/1']);
});
