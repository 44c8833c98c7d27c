import { describe, expect, it } from 'vitest';
import { readNews } from '../../../../processors/extract/news/read-news.ts';
import { articleOf } from './fixtures.ts';

const told = (text: string): (string | null)[][] =>
  readNews(articleOf(text, '2026-05-07')).map(({ metric, period }) => [metric, period]);

describe('the period of a sum, by the words right beside it', () => {
  it.each([
    [
      'a year, in a text about a quarter',
      'Snowflake reported its first quarter of 2026 on Tuesday. Its AI revenue now stands at about $300 million a year.',
      [['revenue', 'year']],
    ],
    ['the quarter guided to', 'Microsoft guided that Q4 capex would exceed $44 billion.', [['capex', 'quarter']]],
    [
      'a single quarter',
      'Spending on cloud infrastructure services reached $118 billion in a single quarter, Omdia says.',
      [[null, 'quarter']],
    ],
    [
      'four quarters',
      'Spending on cloud infrastructure services grew again in the first quarter of 2026, IDC says. Over the past four quarters the market has brought in $420 billion.',
      [[null, 'year']],
    ],
    [
      'the year that a budget is for',
      'Meta reported its first quarter of 2026. It raised its capital budget for the year from $90 billion to about $110 billion.',
      [
        ['capex', 'year'],
        ['capex', 'year'],
      ],
    ],
    [
      'the year of a column, whenever its source is from',
      '## Hyperscaler capex\n\n| Company | 2025 Capex | 2026 Guidance | Source |\n|---|---|---|---|\n| Amazon | $118B | $190B | Q4 2025 call |',
      [
        ['capex', 'year'],
        ['capex', 'year'],
      ],
    ],
    [
      'all the years of a pledge',
      'Google will invest $9 billion over the four years to 2029 in AI data centers in Spain.',
      [['investment', 'total']],
    ],
  ])('%s', (_, text, claims) => expect(told(text)).toEqual(claims));
});

describe('the metric of a sum, by the words it is of', () => {
  it.each([
    [
      'orders are no revenue',
      'CoreWeave grew fast: revenue rose 80% and backlog topped $90 billion.',
      [['other', 'total']],
    ],
    [
      'guidance for capex is capex',
      'Alphabet raised its full-year 2026 capex guidance to $190 billion.',
      [['capex', 'year']],
    ],
  ])('%s', (_, text, claims) => expect(told(text)).toEqual(claims));
});
