import { expect, test } from 'vitest';
import { read } from './read.ts';

/** What the page shows, the page in Markdown, its prices. */
const cases: readonly [string, string, readonly string[]][] = [
  [
    'a row that lacks the name above it',
    `| Model | Range | Input per 1M tokens | Output per 1M tokens |
| --- | --- | --- | --- |
| Egret 2 | up to 64K | $1.10 | $4.40 |
| over 64K | $2.20 | $8.80 |
| Egret 1 | all | $0.30 | $0.90 |`,
    [
      'Egret 2 input up to 64K USD 1.1/1000000',
      'Egret 2 output up to 64K USD 4.4/1000000',
      'Egret 2 input over 64K USD 2.2/1000000',
      'Egret 2 output over 64K USD 8.8/1000000',
      'Egret 1 input USD 0.3/1000000',
      'Egret 1 output USD 0.9/1000000',
    ],
  ],
  [
    'with the sign of a yuan behind its numbers',
    `| 模型 | 档位 | 价格 |
| --- | --- | --- |
| 白鹭-2 | 白天 | 3 元/百万tokens |
| 夜间 | 1 元/百万tokens |`,
    ['白鹭-2 other 白天 CNY 3/1000000', '白鹭-2 other 夜间 CNY 1/1000000'],
  ],
  [
    'a row that lacks its last cells',
    `| Model | Input per 1M tokens | Output per 1M tokens | Note |
| --- | --- | --- | --- |
| Egret 2 | $1.10 | $4.40 | swift |
| Egret 1 | $2.20 | $8.80 |
| Egret Vector | $0.30 |`,
    [
      'Egret 2 input USD 1.1/1000000',
      'Egret 2 output USD 4.4/1000000',
      'Egret 1 input USD 2.2/1000000',
      'Egret 1 output USD 8.8/1000000',
      'Egret Vector input USD 0.3/1000000',
    ],
  ],
  [
    'a row that lacks its last price',
    `| Model | Context | Input per 1M tokens | Output per 1M tokens |
| --- | --- | --- | --- |
| Egret 2 | 64K | $1.10 | $4.40 |
| Egret Vector | 8K | $0.30 |`,
    ['Egret 2 input USD 1.1/1000000', 'Egret 2 output USD 4.4/1000000', 'Egret Vector input USD 0.3/1000000'],
  ],
  [
    'amounts in a note do not move a row',
    `| Model | Input per 1M tokens | Output per 1M tokens | Note |
| --- | --- | --- | --- |
| Egret 2 | $1.10 | $4.40 | once $9 |
| Egret 1 | $2.20 | $8.80 |`,
    [
      'Egret 2 input USD 1.1/1000000',
      'Egret 2 output USD 4.4/1000000',
      'Egret 1 input USD 2.2/1000000',
      'Egret 1 output USD 8.8/1000000',
    ],
  ],

  [
    'amounts that stand where others have none',
    `| Model | Cached per 1M tokens | Input per 1M tokens | Output per 1M tokens |
| --- | --- | --- | --- |
| Egret 2 | - | $1.10 | $4.40 |
| Egret 1 | $0.30 | $0.50 |`,
    [
      'Egret 2 input USD 1.1/1000000',
      'Egret 2 output USD 4.4/1000000',
      'Egret 1 cached_input USD 0.3/1000000',
      'Egret 1 input USD 0.5/1000000',
    ],
  ],
  [
    'amounts that stand where others have some',
    `| Model | Size | Input per 1M tokens | Output per 1M tokens |
| --- | --- | --- | --- |
| Egret 2 | 8B | $1.10 | free |
| Egret 3 | 9B | free | $4.40 |
| Egret 1 | 1B | $0.30 |`,
    ['Egret 2 input 8B USD 1.1/1000000', 'Egret 3 output 9B USD 4.4/1000000', 'Egret 1 input 1B USD 0.3/1000000'],
  ],
  [
    'amounts that would stand where none has any',
    `| Model | Size | Input per 1M tokens | Output per 1M tokens |
| --- | --- | --- | --- |
| Egret 2 | 8B | $1.10 | - |
| Egret 1 | $0.30 |`,
    ['Egret 2 input USD 1.1/1000000'],
  ],
];

test.each(cases)('%s', (_, page, expected) => {
  expect(read(page, 'md')).toEqual(expected);
});

/** What the page shows, a table that says nowhere how far its cells reach down, its prices. */
const tables: readonly [string, string, readonly string[]][] = [
  [
    'cards and ways of buying them',
    `<table><tr><th>GPU</th><th>Konfiguration</th><th>Abrechnung</th><th>Preis</th></tr>
<tr><td>H100</td><td>1x</td><td>On-Demand</td><td>2,90 € / Stunde</td></tr>
<tr><td>Spot</td><td>1,45 € / Stunde</td></tr>
<tr><td>L40S</td><td>1x</td><td>On-Demand</td><td>1,20 € / Stunde</td></tr>
<tr><td>Spot</td><td>0,60 € / Stunde</td></tr></table>`,
    [
      'H100 gpu_hour EUR 2.9/1',
      'H100 gpu_hour spot EUR 1.45/1',
      'L40S gpu_hour EUR 1.2/1',
      'L40S gpu_hour spot EUR 0.6/1',
    ],
  ],
  [
    'models side by side over ways and hours',
    `<table><tr><th>Modèle</th><th>lynx-lite</th><th>lynx-pro</th></tr>
<tr><td>Contexte</td><td colspan="2">256K</td></tr>
<tr><td>Tarifs par million de tokens</td><td>Entrée</td><td>Heures creuses</td><td>0,10 €</td><td>0,20 €</td></tr>
<tr><td>Heures pleines</td><td>0,30 €</td><td>0,60 €</td></tr>
<tr><td>Sortie</td><td>Heures creuses</td><td>0,40 €</td><td>0,80 €</td></tr>
<tr><td>Heures pleines</td><td>0,90 €</td><td>1,80 €</td></tr></table>`,
    [
      'lynx-lite input off_peak EUR 0.1/1000000',
      'lynx-pro input off_peak EUR 0.2/1000000',
      'lynx-lite input peak EUR 0.3/1000000',
      'lynx-pro input peak EUR 0.6/1000000',
      'lynx-lite output off_peak EUR 0.4/1000000',
      'lynx-pro output off_peak EUR 0.8/1000000',
      'lynx-lite output peak EUR 0.9/1000000',
      'lynx-pro output peak EUR 1.8/1000000',
    ],
  ],
  [
    'a header with a cell too many, over rows that lack none',
    `<table><tr><th>Model</th><th>Unit</th><th>Price</th><th>Output per $1</th><th></th></tr>
<tr><td>Heron Paint</td><td>image</td><td>$0.03</td><td>33 images</td></tr>
<tr><td>Heron Sketch</td><td>image</td><td>$0.05</td><td>20 images</td></tr></table>`,
    ['Heron Paint image USD 0.03/1', 'Heron Sketch image USD 0.05/1'],
  ],
];

test.each(tables)('rows of HTML that lack cells: %s', (_, page, expected) => {
  expect(read(page)).toEqual(expected);
});
