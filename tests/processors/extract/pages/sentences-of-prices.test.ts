import { expect, test } from 'vitest';
import { readInFull } from './read.ts';

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
