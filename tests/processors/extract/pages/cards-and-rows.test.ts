import { expect, test } from 'vitest';
import { read } from './read.ts';

const row = (...cells: readonly string[]): string =>
  `<div class="row">${cells.map((text) => `<span>${text}</span>`).join('')}</div>`;

/** What the page shows, the page, its prices. */
const cases: readonly [string, string, readonly string[]][] = [
  [
    'rows without a header: a name, words about it, a rate',
    `<h1>Compute</h1><div>${row('g1.small', '4 vCPU', '€0.05/h')}${row('g1.large', '16 vCPU', '€0.20/h')}</div>`,
    ['g1.small instance_hour EUR 0.05/1', 'g1.large instance_hour EUR 0.2/1'],
  ],
  [
    'cards that begin with their price',
    `<h1>Speech pricing</h1><div>
<div class="s"><strong>$0.0043</strong><small>per minute</small><p>Orca Ear 2</p></div>
<div class="s"><strong>$0.030</strong><small>per 1,000 characters</small><p>Orca Voice</p></div></div>`,
    ['Orca Ear 2 other USD 0.0043/1', 'Orca Voice other USD 0.03/1000'],
  ],
  [
    'so many cards under the heading that names them',
    `<h1>Rent</h1><h2>Vole A100</h2><div>${row('1 GPU', '$1.20/hr')}${row('8 GPUs', '$9.60/hr')}</div><h2>Vole L4</h2><div><div><p>2x GPUs</p><p>$1.10/hr</p></div><div><p>4x GPUs</p><p>$2.20/hr</p></div></div>`,
    [
      'Vole A100 instance_hour 1 GPU USD 1.2/1',
      'Vole A100 instance_hour 8 GPUs USD 9.6/1',
      'Vole L4 instance_hour 2x GPUs USD 1.1/1',
      'Vole L4 instance_hour 4x GPUs USD 2.2/1',
    ],
  ],
  [
    'a plan that costs nothing, and what is not offered',
    `<h1>Pricing</h1><div><div class="p"><h3>Starter</h3><p>$0 / month</p></div><div class="p"><h3>Team</h3><p>$30 / month</p></div></div><h2>Speech</h2><div><h3>Orca Ear 2</h3><p>$0 / minute</p></div>`,
    ['Starter month USD 0/1', 'Team month USD 30/1'],
  ],
  [
    'elements stacked in a column are lines, and strokes in a name make no rate',
    `<h1>Models</h1><div>${['quarry/orca-4/dev', 'quarry/orca-4/fast']
      .map(
        (name, index) =>
          `<a class="m"><div class="flex flex-col"><span>${name}</span><span>image</span></div><div><span>$0.0${index + 2}</span> <span>per megapixel</span></div></a>`,
      )
      .join('')}</div>`,
    ['quarry/orca-4/dev other USD 0.02/1', 'quarry/orca-4/fast other USD 0.03/1'],
  ],
  [
    'machines under a header of resources',
    `<html lang="zh"><h2>包周期（专属资源）</h2><table><tr><th>资源规格</th><th>标准价（元/月）</th></tr><tr><td>昇腾910C 8卡</td><td>61,000</td></tr><tr><td>L20 4卡</td><td>19,800</td></tr></table>`,
    ['昇腾910C 8卡 month CNY 61000/1', 'L20 4卡 month CNY 19800/1'],
  ],
];

test.each(cases)('cards and rows of plain elements: %s', (_, page, prices) => {
  expect(read(page)).toEqual(prices);
});
