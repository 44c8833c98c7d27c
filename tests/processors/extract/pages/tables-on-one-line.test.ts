import { expect, test } from 'vitest';
import { read } from './read.ts';

test('rows behind each other, with blanks between their cells', () => {
  const page = `GPU PRICES

GPU VRAM On-demand Spot H100 SXM 80 GB $2.99 / hr $1.49 / hr A100 PCIe 80 GB $1.69 / hr $0.80 / hr RTX 4090 24 GB $0.44 / hr $0.20 / hr

TOKENS

Model Speed Price per 1M tokens (input/output) Kiwi 2 70B (32K context) ~300 tokens/s $0.70/$0.80 Kiwi Mini
(8K context) ~750 tokens/s $0.10/$0.15`;
  expect(read(page, 'md')).toEqual([
    'H100 SXM gpu_hour USD 2.99/1',
    'H100 SXM gpu_hour spot USD 1.49/1',
    'A100 PCIe gpu_hour USD 1.69/1',
    'A100 PCIe gpu_hour spot USD 0.8/1',
    'RTX 4090 gpu_hour USD 0.44/1',
    'RTX 4090 gpu_hour spot USD 0.2/1',
    'Kiwi 2 70B input USD 0.7/1000000',
    'Kiwi 2 70B output USD 0.8/1000000',
    'Kiwi Mini input USD 0.1/1000000',
    'Kiwi Mini output USD 0.15/1000000',
  ]);
});

test('cells without blanks between them, ids right behind their names', () => {
  const page = `ModelEndpointInput (USD)Output (USD)Input (EUR)Output (EUR)Orla 3open-orla-3x0.25$ / 1M tokens0.5$ / 1M tokens0.2€ / 1M tokens0.4€ / 1M tokensOrla Smallorla-small-latest2$ / 1M tokens6$ / 1M tokens1.85€ / 1M tokens5.55€ / 1M tokens

ModelInput (USD)Input (EUR)Orla Embed0.1$ / 1M tokens0.09€ / 1M tokens`;
  expect(read(page, 'md')).toEqual([
    'Orla 3 input USD 0.25/1000000',
    'Orla 3 output USD 0.5/1000000',
    'Orla 3 input EUR 0.2/1000000',
    'Orla 3 output EUR 0.4/1000000',
    'Orla Small input USD 2/1000000',
    'Orla Small output USD 6/1000000',
    'Orla Small input EUR 1.85/1000000',
    'Orla Small output EUR 5.55/1000000',
    'Orla Embed input USD 0.1/1000000',
    'Orla Embed input EUR 0.09/1000000',
  ]);
});

test('a sentence about models and their prices is no table', () => {
  expect(read('Models cost $2 for input and $8 for output per 1M tokens; older ones $1 and $3.', 'md')).not.toContain(
    'older ones input USD 1/1000000',
  );
});
