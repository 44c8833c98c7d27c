import { expect, test } from 'vitest';
import { read } from './read.ts';

/** What the page shows, the page, its prices. */
const cases: readonly [string, string, readonly string[]][] = [
  [
    'rows between double bars',
    `# Цены

#|
|| **Ресурс** | **Цена за 1 час, вкл. НДС** ||
|| GPU A100 | 400,50 ₽ ||
|| GPU V100 | 200,10 ₽ ||
|#`,
    ['GPU A100 gpu_hour RUB 400.5/1', 'GPU V100 gpu_hour RUB 200.1/1'],
  ],
  [
    'cells that go on past blank lines',
    `#|
||

Model

|

Input, per 1M tokens

|

Output, per 1M tokens

||
||

Orca 3

|

$2.50

|

$10.00

||
||Orca 3 mini|$0.15
|$0.60||
|#`,
    [
      'Orca 3 input USD 2.5/1000000',
      'Orca 3 output USD 10/1000000',
      'Orca 3 mini input USD 0.15/1000000',
      'Orca 3 mini output USD 0.6/1000000',
    ],
  ],
  [
    'cells that go on with the one above or before',
    `#|
|| **Ресурс** {.cell-align-center} | **Стоимость за 1 час** | > ||
|| ^ | On-demand | Прерываемая ||
|| NVIDIA A100 | 400,50 ₽ | 210,00 ₽ ||
|| NVIDIA V100 | 200,10 ₽ | 99,00 ₽ ||
|#`,
    [
      'NVIDIA A100 gpu_hour RUB 400.5/1',
      'NVIDIA A100 gpu_hour spot RUB 210/1',
      'NVIDIA V100 gpu_hour RUB 200.1/1',
      'NVIDIA V100 gpu_hour spot RUB 99/1',
    ],
  ],
];

test.each(cases)('reads tables of Diplodoc: %s', (_, page, prices) => {
  expect(read(page, 'md').toSorted()).toEqual(prices.toSorted());
});
