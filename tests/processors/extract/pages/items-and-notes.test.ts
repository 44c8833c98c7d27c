import { expect, test } from 'vitest';
import { read } from './read.ts';

/** What the page shows, the page, its prices. */
const cases: readonly [string, string, readonly string[]][] = [
  [
    'a note below a list says which way its amounts are',
    `<h1>Models</h1><ul><li><b>orca-4-large</b> <span>$3.40 / $3.80</span></li><li><b>orca-4-mini</b> <span>$0.70 / $0.90</span></li></ul><p>Prices are input / output, per 1M tokens.</p>`,
    [
      'orca-4-large input USD 3.4/1000000',
      'orca-4-large output USD 3.8/1000000',
      'orca-4-mini input USD 0.7/1000000',
      'orca-4-mini output USD 0.9/1000000',
    ],
  ],
  [
    'the one item under a heading that says what it does, beside a list of several',
    `<h1>Pricing</h1><details open><summary>Speech to text</summary><ul><li><strong>Orca Ear</strong><br>$0.31/hour</li><li><strong>Orca Whisper</strong><br>$0.22/hour</li></ul></details>
<details><summary>Document parsing</summary><ul><li><strong>Orca Leaf</strong><br>$0.012/page</li></ul></details>`,
    ['Orca Ear other USD 0.31/1', 'Orca Whisper other USD 0.22/1', 'Orca Leaf other USD 0.012/1'],
  ],
  [
    'the name of a card is its heading, whatever is said below it',
    `<h1>Pricing</h1><div><div class="c"><h3>Orca Ear</h3><p>For small teams</p><p>$0.31/hour</p></div><div class="c"><h3>Orca Leaf</h3><p>Best Value</p><p>$0.012/page</p></div></div>`,
    ['Orca Ear other USD 0.31/1', 'Orca Leaf other USD 0.012/1'],
  ],
  [
    'a size right before an amount and its sign',
    `<h1>Images</h1><div><p>Paint-4</p><div><span>1024 × 1024</span><strong>₹1.35 per image</strong></div></div><div><p>Paint-4 Mini</p><div><span>1024 × 1024</span><strong>₹0.65 per image</strong></div></div><p>Vole RTX 4090 €0.44 per hour</p>`,
    [
      'Paint-4 image 1024 × 1024 INR 1.35/1',
      'Paint-4 Mini image 1024 × 1024 INR 0.65/1',
      'Vole RTX 4090 gpu_hour EUR 0.44/1',
    ],
  ],
  [
    'minutes of Japanese, and a sentence of Korean that charges nothing',
    `<html lang="ja"><h2>音声認識</h2><p>1分あたり 2.4円（税抜）</p><p>월 이용 금액이 1,000원 미만이면 청구되지 않습니다.</p>`,
    ['音声認識 other JPY 2.4/1'],
  ],
];

test.each(cases)('items, notes and signs: %s', (_, page, prices) => {
  expect(read(page)).toEqual(prices);
});
