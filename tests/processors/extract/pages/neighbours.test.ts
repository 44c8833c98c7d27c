import { expect, test } from 'vitest';
import { read } from './read.ts';

/** Pages beside those that a rule is for: what it must not reach, and what it must not miss. */
const cases: readonly [string, string, readonly string[]][] = [
  [
    'plans under a header with a month are sold by the month',
    '<h1>Quill runners</h1><table><tr><th>Plan</th><th>Price per month</th></tr><tr><td>Starter</td><td>$12</td></tr><tr><td>Team</td><td>$39</td></tr></table>',
    ['Starter month USD 12/1', 'Team month USD 39/1'],
  ],
  [
    'the kind of a model is none of its name',
    '<html lang="zh"><h1>价格</h1><table><tr><th>类型</th><th>模型</th><th>输入（元/百万tokens）</th></tr><tr><td>大语言模型</td><td>quill-3-pro</td><td>2</td></tr><tr><td>大语言模型</td><td>quill-3-lite</td><td>0.5</td></tr><tr><td>大语言模型</td><td>quill-3-mini</td><td>0.2</td></tr></table>',
    ['quill-3-pro input CNY 2/1000000', 'quill-3-lite input CNY 0.5/1000000', 'quill-3-mini input CNY 0.2/1000000'],
  ],
  [
    'a charge of up to so much is no price',
    '<h1>Pricing</h1><h2>Quill Desk 2</h2><p>Quill Phone is $5 per month.</p><p>Quill Fax is charged at up to $9 per month.</p>',
    ['Quill Phone month USD 5/1'],
  ],
  [
    'questions in traditional characters',
    '<html lang="zh-TW"><h1>價格</h1><table><tr><th>模型</th><th>輸入（元/百萬tokens）</th></tr><tr><td>quill-3</td><td>2</td></tr></table><h2>常見問題</h2><div><h3>多少錢？</h3><p>quill-3 舊版：4.6 元/百萬tokens</p></div>',
    ['quill-3 input CNY 2/1000000'],
  ],
  [
    'amounts of other meters that happen to be equal',
    '<h1>Models</h1><table><tr><th>Model</th><th>Price per 1M tokens</th><th>Cache write per 1M tokens</th><th>Training per 1M tokens</th></tr><tr><td>Quill 3</td><td>Input $1, output $2</td><td>$1</td><td>$2</td></tr></table>',
    [
      'Quill 3 input USD 1/1000000',
      'Quill 3 output USD 2/1000000',
      'Quill 3 cache_write USD 1/1000000',
      'Quill 3 other USD 2/1000000',
    ],
  ],
  [
    'a bare number beside an equal price of something else',
    '<h1>Models</h1><table><tr><th>Model</th><th>Input ($ per 1M tokens)</th><th>Output ($ per 1M tokens)</th><th>Search</th></tr><tr><td>Quill 3</td><td>2</td><td>10</td><td>$10 / 1K requests</td></tr></table>',
    ['Quill 3 input USD 2/1000000', 'Quill 3 output USD 10/1000000', 'Quill 3 request USD 10/1000'],
  ],
  [
    'to balance load is no balance',
    '<h1>Pricing</h1><ul><li>Load balance: $0.02 / hour</li><li>Object lock: $0.01 / hour</li></ul>',
    ['Load balance other USD 0.02/1', 'Object lock other USD 0.01/1'],
  ],
  [
    'a machine with its licence is a machine',
    '<h1>Virtual machines</h1><table><tr><th>Instance</th><th>Price per hour</th></tr><tr><td>w2.large (license included)</td><td>$0.22</td></tr><tr><td>w2.large</td><td>$0.11</td></tr></table>',
    ['w2.large (license included) instance_hour USD 0.22/1', 'w2.large instance_hour USD 0.11/1'],
  ],
  [
    'a card of a machine with eight GPUs',
    '<h1>Rent</h1><div><div class="card"><h3>Vole H900</h3><p>GPU count 8</p><p>$17.60 / hour</p></div><div class="card"><h3>Vole H700</h3><p>GPU count 4</p><p>$9.40 / hour</p></div></div>',
    ['Vole H900 instance_hour USD 17.6/1', 'Vole H700 instance_hour USD 9.4/1'],
  ],
  [
    'counted in money, not in tokens',
    '<html lang="zh"><h1>支付</h1><table><tr><th>服务</th><th>价格</th></tr><tr><td>代收</td><td>6 元/万元</td></tr></table>',
    ['代收 other CNY 6/1'],
  ],
  [
    'a column of ways beside a column of counts',
    '<h1>Pricing</h1><table><tr><th>Model</th><th>Type</th><th>Unit</th><th>Price</th></tr><tr><td>Quill 3</td><td>Output tokens</td><td>Per 1M</td><td>$4</td></tr><tr><td>Quill 3</td><td>Input tokens</td><td>Per 1M</td><td>$2</td></tr></table>',
    ['Quill 3 output USD 4/1000000', 'Quill 3 input USD 2/1000000'],
  ],
  [
    'operations of a kind, counted by a column',
    '<h1>Pricing</h1><table><tr><th>Product</th><th>Type</th><th>Unit</th><th>Price</th></tr><tr><td>Quill Store</td><td>Class A operations</td><td>Per 10,000</td><td>$0.05</td></tr><tr><td>Quill Store</td><td>Class B operations</td><td>Per 10,000</td><td>$0.004</td></tr></table>',
    ['Quill Store request Class A operations USD 0.05/10000', 'Quill Store request Class B operations USD 0.004/10000'],
  ],
  [
    'a price by so many hundred thousand, under a heading that names a meter',
    '<h1>Cache plans</h1><table><tr><th></th><th>Starter</th><th>Scale</th></tr><tr><td>Price (per 200K commands)</td><td>$0.30</td><td>$0.25</td></tr></table>',
    ['Starter request USD 0.3/200000', 'Scale request USD 0.25/200000'],
  ],
  [
    'every step of a card',
    '<h1>Prices</h1><div><h3>Quill SMS 2</h3><p>Level 1</p><p>$0.05 / request</p><p>Level 2</p><p>$0.04 / request</p></div>',
    ['Quill SMS 2 request Level 1 USD 0.05/1', 'Quill SMS 2 request Level 2 USD 0.04/1'],
  ],
  [
    'a sentence that begins with where its price begins',
    '<h1>Pricing</h1><h2>Storage</h2><p>Beyond it we charge $0.03 per GB.</p>',
    ['Storage storage_gb_month USD 0.03/1'],
  ],
  [
    'a name that begins with its version',
    '<h1>Pricing</h1><h2>4.5 Quill</h2><p>$2.84 per hour</p>',
    ['4.5 Quill other USD 2.84/1'],
  ],
  ['a slogan over a rate names nothing', '<h1>Pricing</h1><h2>Scale without any limit</h2><p>$0.31 / hour</p>', []],
];

test.each(cases)('%s', (_, page, expected) => {
  expect(read(page)).toEqual(expected);
});
