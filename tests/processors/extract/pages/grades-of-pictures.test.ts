import { expect, test } from 'vitest';
import { read } from './read.ts';

/** What the page shows, the page, its prices. */
const cases: readonly [string, string, readonly string[]][] = [
  [
    'resolutions over amounts are of what the rows name',
    `<html lang="zh"><h1>价格</h1><table><tr><th>模型</th><th>480P</th><th>720P</th></tr><tr><td>lusi-video（元/秒）</td><td>0.15</td><td>0.3</td></tr></table>`,
    ['lusi-video second 480P CNY 0.15/1', 'lusi-video second 720P CNY 0.3/1'],
  ],
  [
    'a 4K image is one image, 1K images are a thousand',
    `<h1>Tern Paint</h1><table><tr><th>Service</th><th>Price</th></tr><tr><td>Large picture</td><td>$0.22 per 4K image</td></tr><tr><td>Small picture</td><td>$0.11 per 1K/2K image</td></tr><tr><td>Moderation</td><td>$1.50 per 1K images</td></tr></table>`,
    ['Large picture image 4K USD 0.22/1', 'Small picture image 2K USD 0.11/1', 'Moderation image USD 1.5/1000'],
  ],
  [
    'what is written to a cache, in the words of its amount',
    `<h1>Rates</h1><table><tr><th>Model</th><th>Input</th><th>Prompt caching</th></tr><tr><td>Tern 5</td><td>$4 / MTok</td><td><div>Write $5 / MTok</div><div>Read $0.40 / MTok</div></td></tr></table>`,
    ['Tern 5 input USD 4/1000000', 'Tern 5 cache_write USD 5/1000000', 'Tern 5 cached_input USD 0.4/1000000'],
  ],
];

test.each(cases)('%s', (_name, page, prices) => {
  expect(read(page)).toEqual(prices);
});

test('sizes over amounts are of pictures, whatever a text far above says of tokens', () => {
  expect(
    read(
      'Prices are per million tokens unless noted.\n\n## Models\n\n| Model | Input | Output |\n|---|---|---|\n| tern-2 | $2 | $6 |\n\n## Images\n\n| Model | 512×512 | 1024×1024 |\n|---|---|---|\n| tern-paint | $0.008 | $0.016 |',
      'md',
    ),
  ).toEqual([
    'tern-2 input USD 2/1000000',
    'tern-2 output USD 6/1000000',
    'tern-paint image 512×512 USD 0.008/1',
    'tern-paint image 1024×1024 USD 0.016/1',
  ]);
});
