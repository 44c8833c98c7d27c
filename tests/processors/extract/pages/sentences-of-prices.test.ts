import { expect, test } from 'vitest';
import { readPage } from '../../../../processors/extract/pages/read-page.ts';
import { pageOf } from './page-of.ts';
import { read, readInFull } from './read.ts';

/** What the sentence shows, its page, its prices. */
const cases: readonly [string, string, readonly string[]][] = [
  [
    'the verb of a clause goes for the next',
    '<h1>Prices</h1><h2>Disks</h2><p>Fast disks cost $0.30/GB/month and archive disks $0.04/GB/month.</p>',
    ['Fast disks storage_gb_month standard - USD 0.3/1', 'archive disks storage_gb_month standard - USD 0.04/1'],
  ],
  [
    'two ways of one subject stay with it',
    '<h1>Prices</h1><p>Egret 2 costs $3 per 1M input tokens and $9 per 1M output tokens.</p>',
    ['Egret 2 input standard - USD 3/1000000', 'Egret 2 output standard - USD 9/1000000'],
  ],
  [
    'a condition before the subject holds for all clauses',
    `<h1>Prices</h1><h2>Pay as you go</h2><p>Batch dictation costs $0.40 per hour of audio. Real-time dictation costs $0.70 per hour of audio.</p>
<h2>Growing</h2><p>Above 300 hours a month, batch dictation is billed at $0.30 per hour of audio, and real-time dictation at $0.50 per hour of audio.</p>`,
    [
      'Batch dictation other batch - USD 0.4/1',
      'Real-time dictation other standard - USD 0.7/1',
      'batch dictation other batch Above 300 hours a month USD 0.3/1',
      'real-time dictation other standard Above 300 hours a month USD 0.5/1',
    ],
  ],
  [
    'a heading that names something says more than plain words of a sentence',
    '<h1>Prices</h1><h2>Egret Scribe</h2><p>Image input costs $0.002 per image.</p>',
    ['Egret Scribe image standard - USD 0.002/1'],
  ],
  [
    'a remark between a name and its verb, and prices for those outside a free tier',
    `<h1>Prices</h1><p>Egret Wide models (9B and 30B) on the API are charged at $0.40 per 1M input tokens.</p>
<p><b>Egret Plain voices</b> are priced at $3.00 per 1 million characters (when outside the free tier).</p>`,
    ['Egret Wide input standard - USD 0.4/1000000', 'Egret Plain voices other standard - USD 3/1000000'],
  ],
];

test.each(cases)('%s', (_, page, expected) => {
  expect(readInFull(page)).toEqual(expected);
});

test('the rate of a later sentence is of what the one before was about', () => {
  expect(
    read(
      '## Disks\n\n- **Shared disks:** Storage that is reached from anywhere, billed at $0.08 per GB per month. For anything beyond 2 TB, the rate is $0.06 per GB per month.',
      'md',
    ),
  ).toEqual(['Shared disks storage_gb_month USD 0.08/1', 'Shared disks storage_gb_month beyond 2 TB USD 0.06/1']);
});

test('what a house charges for, and what is sold in lots', () => {
  expect(
    read(
      '<h2>Network</h2><ul><li><p>We do not charge for our addresses of type IPv6.</p></li><li><p>We charge an extra cost of € 0.60/month (excl. VAT) for our Floating IPs of type IPv4.</p></li></ul>',
    ),
  ).toEqual(['Floating IPs of type IPv4 month EUR 0.6/1']);
  expect(
    read(
      '## Minutes of sound kept\n\nStorage is a prepaid dimension purchased in lots of $4 per 1,000 minutes kept, whatever the size.',
      'md',
    ),
  ).toEqual(['Minutes of sound kept other USD 4/1000']);
});

test('requests beyond a quota are counted by a bare number', () => {
  expect(
    read(
      '<h1>Queue pricing</h1><p>The first million requests of a month are free.</p><p>After that, requests are charged at $0.40 per million.</p>',
    ),
  ).toEqual(['Queue request USD 0.4/1000000']);
  expect(read('# Wren Hooks\n\nCalls beyond the included 50,000 are billed at $0.25 per thousand.\n', 'md')).toEqual([
    'Wren Hooks request USD 0.25/1000',
  ]);
  expect(read('# Wren Mail\n\nMessages over the quota are charged at $0.60 per thousand.\n', 'md')).toEqual([
    'Messages over the quota other USD 0.6/1000',
  ]);
});

test('a step that is free goes before the ones that cost, and a subject that is a unit is that of its amounts', () => {
  expect(
    read(
      '<h1>Lyre document AI</h1><h2>Handwriting</h2><p>The first 2,000 pages each month are free, then $1.20 per 1,000 pages.</p><h2>Sketches</h2><p>Every generated image costs $0.03, however large it is.</p><h2>Archive</h2><p>Files are kept for $0.021 per GB-month; cold access is $0.0115 per GB-month.</p>',
    ),
  ).toEqual([
    'Handwriting other USD 1.2/1000',
    'Sketches image USD 0.03/1',
    'Files storage_gb_month USD 0.021/1',
    'cold access storage_gb_month USD 0.0115/1',
  ]);
  expect(read('<h1>语音服务</h1><p>录音转写：0.0003元/秒；实时转写 3.2元/小时，购买资源包更优惠。</p>')).toEqual([
    '录音转写 second CNY 0.0003/1',
    '实时转写 other CNY 3.2/1',
  ]);
});

test('what credits cost, and no example', () => {
  expect(read('# Ferret Search API\n\n$1 = **2,000 credits**. Credits never expire.\n', 'md')).toEqual([
    'credits other USD 1/2000',
  ]);
  expect(read('# Ferret Search API\n\nEach credit costs $0.004.\n', 'md')).toEqual(['credits other USD 0.004/1']);
  expect(read('# Ferret Search API\n\n1 credit equals $1. Every account begins with $5 in credits.\n', 'md')).toEqual(
    [],
  );
  expect(
    read(
      '# Loon Apps\n\nA small web app with a database costs about $44 a month.\n\n## What does a typical app cost?\n\nThe app and its volume cost $5.19 per month.\n',
      'md',
    ),
  ).toEqual([]);
});

test('names right before their rates, without a verb', () => {
  expect(
    read(
      '# Kestrel GPU cloud\n\n## Storage\n\nNetwork volumes $0.07/GB/mo, whatever their size. Container disk $0.10/GB/mo while running, and nothing else is charged.\n\n## Models\n\n**Embeddings**: `kestrel-embed-2` at $0.10 per 1M tokens. For audio, **Kestrel Ear** costs $0.006 per minute.\n\nYou get $5/month in credits. Save $20/month with the annual plan.\n',
      'md',
    ),
  ).toEqual([
    'Network volumes storage_gb_month USD 0.07/1',
    'Container disk storage_gb_month USD 0.1/1',
    'kestrel-embed-2 input USD 0.1/1000000',
    'Kestrel Ear other USD 0.006/1',
  ]);
});

test('the evidence of what credits cost is the words of the page', () => {
  const { prices } = readPage(
    pageOf('# Ferret Search API\n\n$1 = 2,000 credits, which never expire.\n', { format: 'md' }),
  );
  expect(prices.map(({ evidence }) => evidence)).toEqual(['credits → $1 = 2,000 credits, which never expire.']);
});

test('what is done costs so much for a model, and a note is called nothing', () => {
  expect(
    read(
      `# Pricing\n\nNote: Volumes cost $0.05 per GB per month.\n\n- Training costs $8.00 per million tokens for \`tern-base\`.\n- Inference is $3 per million tokens for Tern 2 Mini.`,
      'md',
    ),
  ).toEqual([
    'Volumes storage_gb_month USD 0.05/1',
    'tern-base other USD 8/1000000',
    'Tern 2 Mini other USD 3/1000000',
  ]);
});
