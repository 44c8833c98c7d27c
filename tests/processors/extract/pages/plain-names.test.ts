import { expect, test } from 'vitest';
import { readPage } from '../../../../processors/extract/pages/read-page.ts';
import { pageOf } from './page-of.ts';
import { read } from './read.ts';

/** What the page shows, the page, its prices. */
const cases: readonly [string, string, readonly string[]][] = [
  [
    'a plain heading names a rate that nothing else names, where it says more than rates',
    `<h1>Pricing</h1><h2>Transcription</h2><p>$0.31 / hour</p><h2>Data transfer</h2><p>$12</p><h2>Rates</h2><p>$0.55 / hour</p>`,
    ['Transcription other USD 0.31/1'],
  ],
  [
    'a plain heading names no sum without a unit',
    `<h1>Pricing</h1><h2>GPU clusters</h2><p>$12</p><h2>Data transfer</h2><p>$0.31 / GB</p>`,
    ['Data transfer other USD 0.31/1'],
  ],
  [
    'an overview names nothing',
    `<h1>Pricing</h1><h2>Overview</h2><p>$0.02 per request</p><h2>Storage</h2><p>$0.03 per GB</p>`,
    ['Storage storage_gb_month USD 0.03/1'],
  ],
  [
    'examples and notes over a rate name nothing',
    `<h1>Pricing</h1><h2>Transcription examples</h2><p>$0.31 / hour</p><h2>Notes</h2><p>$0.77 / hour</p>`,
    [],
  ],
  [
    'what only a plain heading names is left to the table that states it too',
    `<h1>Pricing</h1>
<h2>Transcription</h2><p>$0.31 / hour</p>
<h2>Transfer</h2><p>$0.02 / GB</p>
<h2>All prices</h2><table><tr><th>Model</th><th>Per hour</th></tr>
<tr><td>Quill 2 ear</td><td>$0.31</td></tr>
<tr><td>Quill 1 ear</td><td>$0.22</td></tr></table>`,
    ['Transfer other USD 0.02/1', 'Quill 2 ear other USD 0.31/1', 'Quill 1 ear other USD 0.22/1'],
  ],
  [
    'a name before how fast it answers',
    `<h1>Pricing</h1><ul><li>Quill Rapid sub-80ms latency $0.05 / 1K characters</li><li>Quill Broad 300 ms latency $0.03 / 1K characters</li></ul>`,
    ['Quill Rapid other USD 0.05/1000', 'Quill Broad other USD 0.03/1000'],
  ],
  [
    'a sentence that charges under a plain heading',
    `<h1>Pricing</h1>
<h2>Storage</h2><p>Kept copies are free at first, then we charge $0.07 per GB per month.</p><p>The service charges $0.09 per GB per month.</p>`,
    ['Storage storage_gb_month USD 0.09/1'],
  ],
  [
    'what one is charged for under a plain heading',
    `<h1>Pricing</h1><h2>Data transfer</h2><p>For whatever leaves our rooms at night we charge $0.02 per GB.</p>`,
    ['Data transfer other USD 0.02/1'],
  ],
  [
    'a heading of fees names no sentence',
    `<h1>Pricing</h1><h2>Fees</h2><p>For whatever leaves our rooms at night we charge $0.02 per GB.</p>`,
    [],
  ],
  [
    'words that begin with a preposition are no name',
    `<h1>Quill hosting</h1><ul><li>In Oslo: $0.04 / GB</li></ul><p>Before Quill Store is moved it is billed at $0.04 per GB.</p>`,
    ['Quill hosting other USD 0.04/1'],
  ],
  [
    'the rate of a subscription is no name',
    `<h1>Pricing</h1><h2>Quill Desk 2</h2><p>The base rate of a subscription is $12 per month. Quill Phone is $5 per month.</p>`,
    ['Quill Desk 2 month USD 12/1', 'Quill Phone month USD 5/1'],
  ],
  [
    'what there may be up to so many of has a price',
    `<h1>Pricing</h1><h2>Quill Desk 2</h2><p>Quill Phone is $5 per month with up to 9 lines.</p>`,
    ['Quill Phone month up to 9 USD 5/1'],
  ],
  [
    'as low as is no price',
    `<h1>Pricing</h1><p>Quill Phone is billed at $5 per month. Quill Fax is priced as low as $2 per month.</p>`,
    ['Quill Phone month USD 5/1'],
  ],
  [
    'steps of an instruction name nothing',
    `<h1>Quill Desk 2</h1><h2>Step 2 Pick a size</h2><p>$0.44 / hour</p><h2>Stepwise 2</h2><p>$0.55 / hour</p>`,
    ['Quill Desk 2 other USD 0.44/1', 'Stepwise 2 other USD 0.55/1'],
  ],
  [
    'the names of makers before the prices of every card are what is sold',
    `<h1>Gateway</h1>
<div><div><h3>Text</h3><p>Mistral: $0.20 / request</p><p>Cohere: $0.30 / request</p></div>
<div><h3>Search</h3><p>Mistral: $0.40 / request</p><p>Cohere: $0.60 / request</p></div></div>`,
    [
      'Mistral request Text USD 0.2/1',
      'Mistral request Search USD 0.4/1',
      'Cohere request Text USD 0.3/1',
      'Cohere request Search USD 0.6/1',
    ],
  ],
  [
    'words before the prices of every card are labels',
    `<h1>Gateway</h1><div><div><h3>Quill Text 2</h3><p>Alone: $0.20 / request</p></div><div><h3>Quill Find 2</h3><p>Alone: $0.40 / request</p></div></div>`,
    ['Quill Text 2 request USD 0.2/1', 'Quill Find 2 request USD 0.4/1'],
  ],
  [
    'a step in the line of its price names nothing',
    `<h1>Pricing</h1><div><h3>Quill SMS 2</h3><p>Level 1: $0.05 / request</p><p>Level 2: $0.04 / request</p></div>`,
    ['Quill SMS 2 request Level 1 USD 0.05/1', 'Quill SMS 2 request Level 2 USD 0.04/1'],
  ],
  [
    'words of Chinese before their prices in a list are names',
    `<html lang="zh"><h1>价格</h1><h2>其他服务</h2><ul><li>实时听写 2.4 元/小时</li><li>会议纪要 0.9 元/次</li></ul>`,
    ['实时听写 other CNY 2.4/1', '会议纪要 request CNY 0.9/1'],
  ],
  [
    'words of Chinese before a price that goes on are none',
    `<html lang="zh"><h1>价格</h1><h2>其他服务</h2><ul><li>实时听写 2.4 元/小时</li><li>实时翻译 0.2 元/小时 起步</li></ul>`,
    ['实时听写 other CNY 2.4/1', '其他服务 other CNY 0.2/1'],
  ],
  [
    'words of Chinese that say which way tokens go are none',
    `<html lang="zh"><h1>价格</h1><h2>其他服务</h2><ul><li>实时听写 2.4 元/小时</li><li>长文输入 0.9 元/千tokens</li></ul>`,
    ['实时听写 other CNY 2.4/1', '其他服务 input CNY 0.9/1000'],
  ],
  [
    'nor under a model',
    `<html lang="zh"><h1>价格</h1><h2>青竹-3 大模型</h2><ul><li>输入 2.4 元/百万tokens</li><li>输出 9 元/百万tokens</li></ul>`,
    ['青竹-3 大模型 input CNY 2.4/1000000', '青竹-3 大模型 output CNY 9/1000000'],
  ],
  [
    'words of Chinese under a model are none',
    `<html lang="zh"><h1>价格</h1><div><h3>青竹-3</h3><p>实时听写 2.4 元/小时</p></div>`,
    ['青竹-3 other CNY 2.4/1'],
  ],
  [
    'the letters of a currency before two amounts are no part of the name',
    `<h1>Pricing</h1>
<ul><li>Quill box: HK$210 per hour on demand, HK$150 per hour reserved</li><li>Quill boat: HK$410 per hour on demand, HK$250 per hour reserved</li></ul>`,
    [
      'Quill box other HKD 210/1',
      'Quill box other reserved HKD 150/1',
      'Quill boat other HKD 410/1',
      'Quill boat other reserved HKD 250/1',
    ],
  ],
];

test.each(cases)('%s', (_, page, expected) => {
  expect(read(page)).toEqual(expected);
});

test.each([
  ['層級 1', '層級 2', '元/次'],
  ['档位 1', '档位 2', '元/次'],
  ['Level 1', 'Level 2', 'USD / request'],
])('steps on lines of their own, "%s" and "%s", name nothing', (first, second, unit) => {
  const page = `<h1>Prices</h1><div><h3>Quill SMS 2</h3><p>${first}</p><p>0.05 ${unit}</p><p>${second}</p><p>0.04 ${unit}</p></div>`;
  const names = readPage(pageOf(page)).prices.map(({ product }) => product);
  expect([...new Set(names)]).toEqual(['Quill SMS 2']);
});
