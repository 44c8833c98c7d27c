import { describe, expect, test } from 'vitest';
import { readNews } from '../../../processors/extract/news/read-news.ts';
import { acceptClaims } from '../../../processors/second-reader/accept.ts';
import type { ClaimAnswer } from '../../../processors/second-reader/claims.ts';
import { makeDocument } from '../../support/document.ts';

const quote = 'The fleet at Acme Compute chewed through 12 trillion tokens each day in May';
const source = makeDocument({
  kind: 'article',
  format: 'text',
  lang: 'en',
  body: `An interview. ${quote}, its founder told us.`,
});
const answer = (more: Partial<ClaimAnswer>): ClaimAnswer => ({
  kind: 'token_volume',
  subject: 'acme-compute',
  object: null,
  direction: null,
  value_min: 12e12,
  value_max: 12e12,
  unit: 'tokens',
  old_value: null,
  meter: null,
  per: null,
  period: 'day',
  as_of: '2026-05',
  effective: null,
  growth_pct: null,
  metric: null,
  status: 'actual',
  quote,
  ...more,
});

describe('a claim is accepted only where the text bears it out', () => {
  test('quote word for word, every value in it', () => {
    const [found] = acceptClaims(source, [answer({})], []);
    expect(found).toMatchObject({
      value_min: '12000000000000',
      quote_start: 14,
      extractor: 'second-reader',
      as_of: '2026-05',
    });
    expect(source.body.slice(found?.quote_start, found?.quote_end)).toBe(quote);
  });

  test.each([
    ['a value that is not in the quote', { value_min: 13e12, value_max: 13e12 }],
    ['a value off by a thousand', { value_min: 12e9, value_max: 12e9 }],
    ['a growth nobody stated', { growth_pct: 40 }],
    ['a quote that was touched up', { quote: quote.replace('chewed', 'worked') }],
    ['no quote', { quote: '' }],
    ['no value at all', { value_min: null, value_max: null }],
  ])('%s is refused', (_name, more) => {
    expect(acceptClaims(source, [answer(more)], [])).toEqual([]);
  });

  test('a date that is none is left out, the claim stays', () => {
    expect(acceptClaims(source, [answer({ as_of: 'last May' })], [])[0]?.as_of).toBeNull();
  });

  test('what the deterministic reader has read is left to it, and the same claim counts once', () => {
    const plain = makeDocument({
      kind: 'article',
      format: 'text',
      lang: 'en',
      body: 'OpenRouter processes 12 trillion tokens a day.',
    });
    const known = readNews(plain);
    expect(known).toHaveLength(1);
    const [first] = known;
    const same = answer({
      quote: plain.body,
      value_min: first?.value_min == null ? null : Number(first.value_min),
      value_max: first?.value_max == null ? null : Number(first.value_max),
    });
    expect(acceptClaims(plain, [same], known)).toEqual([]);
    expect(acceptClaims(source, [answer({}), answer({ subject: 'acme' })], [])).toHaveLength(1);
  });
});
