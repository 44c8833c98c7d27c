import { expect, test } from 'vitest';
import { read } from './read.ts';

test('names that dots lead to their prices', () => {
  const page = `# GPU rates

H100 SXM 80GB ............. $2.49/hr
L40S ...................... $0.79/hr

# Token rates (per 1M tokens)

Model ................ Input   Output
Orla 3 ............... $2.00   $8.00
Orla 3 Mini .......... $0.40   $1.60

Read on ... and see what comes next.`;
  expect(read(page, 'md')).toEqual([
    'H100 SXM 80GB gpu_hour USD 2.49/1',
    'L40S gpu_hour USD 0.79/1',
    'Orla 3 input USD 2/1000000',
    'Orla 3 output USD 8/1000000',
    'Orla 3 Mini input USD 0.4/1000000',
    'Orla 3 Mini output USD 1.6/1000000',
  ]);
});

test('rows without a header go on with the table that a page break has cut', () => {
  const page = `## Audio

Prices per 1M tokens.

| Model | Input | Cached input | Output |
|---|---|---|---|
| orla-live | $30.00 | $0.40 | $60.00 |

Page 1 | Orla

# Pricing

orla-audio ...... $40.00  -  $80.00
orla-audio-for-phones . $10.00  -  $20.00`;
  expect(read(page, 'md')).toEqual([
    'orla-live input USD 30/1000000',
    'orla-live cached_input USD 0.4/1000000',
    'orla-live output USD 60/1000000',
    'orla-audio input USD 40/1000000',
    'orla-audio output USD 80/1000000',
    'orla-audio-for-phones input USD 10/1000000',
    'orla-audio-for-phones output USD 20/1000000',
  ]);
});
