import { describe, expect, it } from 'vitest';
import { readNews } from '../../../../processors/extract/news/read-news.ts';
import { articleOf } from './fixtures.ts';

const objectsOf = (text: string): (string | null)[] => readNews(articleOf(text, '2026-05-07')).map((a) => a.object);

describe('what a sum is of, where a house or no thing was found for it', () => {
  it.each([
    [
      'the deal it is the worth of',
      'Oracle is negotiating a multi-year AI cloud deal with xAI, reportedly worth about $12 billion.',
      ['multi-year AI cloud deal'],
    ],
    [
      'what is bought',
      'Nscale is buying those systems and their racks from Dell for about $3.1 billion and will install them in its GPU halls.',
      ['those systems and their racks'],
    ],
    [
      'the words of a report right before it',
      'Meta published its AI budget. Capital expenditures were $19 billion in the first quarter. Total expenses for 2026 are put at $150 billion.',
      ['Capital expenditures', 'Total expenses'],
    ],
    [
      'the part of a house that sells',
      'By the end of 2026 CoreWeave wants its AI cloud to be selling at an annual rate of $9 billion.',
      ['AI cloud'],
    ],
    [
      'no other figure',
      'Anthropic made promises: commitments come to about $80 billion for some 3 gigawatts.',
      ['Anthropic', 'commitments'],
    ],
  ])('%s', (_, text, objects) => expect(objectsOf(text)).toEqual(objects));
});

describe('what a figure of a market is of', () => {
  it.each([
    [
      'what money goes on, no buyer and no verb',
      'Buyers laid out $40 billion on cloud infrastructure in the second quarter of 2025, Omdia says. Nearly all of it, $38 billion, went on AI servers.',
      ['cloud infrastructure', 'AI servers'],
    ],
    [
      'the noun before an apposition',
      'AI accelerators, sold for the most part to clouds, amount to a market of $210 billion in 2026, Gartner forecasts.',
      ['AI accelerators'],
    ],
    [
      'the market, as the sentence has it',
      'Spending on AI cloud services came to $30 billion in 2025, IDC says. It expects the market to reach $90 billion in 2029.',
      ['AI cloud services', 'the market'],
    ],
  ])('%s', (_, text, objects) => expect(objectsOf(text)).toEqual(objects));
});
