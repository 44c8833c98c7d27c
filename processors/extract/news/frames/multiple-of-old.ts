import type { Article } from '../analysis.ts';
import { attributionOf } from '../attribution.ts';
import { clauseAt } from '../context.ts';
import type { Draft } from '../draft.ts';
import { HYPOTHETICAL, NEGATED } from '../lexicon.ts';
import type { Quantity } from '../quantity.ts';
import type { Reading } from '../reading.ts';
import { hasHan } from '../text.ts';
import { dateOf } from '../which-date.ts';
import { isAtLarge } from './at-large.ts';
import { effectiveDate } from './effective.ts';
import { isEveryday } from './everyday.ts';
import { isAboutPrices } from './moves-by-topic.ts';
import { statusOfMove } from './planned.ts';
import { priceObject } from './price-object.ts';
import { priceSubject } from './price-subject.ts';
import { quoteAround } from './quote.ts';
import { sellerOf } from './seller-of.ts';

const NUMBERS: Readonly<Record<string, string>> = { two: '2', three: '3', four: '4', five: '5', six: '6', ten: '10' };
const NUMBER = `\\d+(?:\\.\\d+)?|${Object.keys(NUMBERS).join('|')}`;
const RATIO = `(?<word>half|twice|double|triple)|(?<low>${NUMBER})(?: ?[x×]| times)?(?: ?(?:-|–|to) ?(?<high>${NUMBER}))?(?: ?[x×]| times)`;
/** "what they asked a year ago", "as much as it did", "the old price". */
const ITS_PAST =
  '(?:of )?(?:what|as much as) (?:it|they|one|that|he|we|you|customers|users|developers) (?:did|was|were|asked|cost|charged|fetched|paid|went for|rented for|sold for|commanded|used to\\b|had (?:been|cost|asked|paid))\\b(?! (?:new|when new)\\b)|(?:of )?(?:the|its|their) (?:old|previous|former|earlier|prior|original|launch)(?: (?:list|hourly|monthly))? (?:price|rate|cost|fee|tariff|level|one)s?\\b';
const OF_OLD = new RegExp(`(?:^|[\\s(~≈])(?<ratio>${RATIO}) (?:${ITS_PAST})`);
/** What is asked of every sentence before it is read. */
const MAYBE = /(?:\b(?:half|twice|double|triple|times)|[x×]) (?:of )?(?:what|as much as|the|its|their) /;
const PRICED =
  /\b(?:costs?|asks?|asking|fetch(?:es)?|charg(?:es?|ing)|rents?|renting|sells?|goes|go|lists?|pric(?:e[sd]?|ing)|pays?|paying|takes|wants|bills?|rates?|fees?|tariffs?)\b/;
const NO_PRICE =
  /\b(?:power|energy|electricity|speed|memory|tokens?|bandwidth|throughput|latency|revenue|sales|capex|spending|hiring|salar\w+|to (?:build|train|make|run))\b/;

/** What has a price, and is not counted. */
const TOKENS_PRICED = /\b(?:cache-hit|cached|input|output|prompt|completion)(?: and (?:input|output))? tokens?\b/g;

/** So near a price that is told says it already. */
const BESIDE = 90;

export const speaksOfOldPrice = (text: string): boolean => MAYBE.test(text) && OF_OLD.test(text);

/** "H200s fetch 1.5 times what they fetched last summer", "costs half what it did a year ago", "4x the old price": how far a price moved, told as a multiple of what it was. */
export function readMultipleOfOld(article: Article, reading: Reading, told: readonly Draft[]): Draft[] {
  const { text } = reading;
  if (!article.inDomain || hasHan(text) || !MAYBE.test(text)) return [];
  const match = OF_OLD.exec(text);
  const said = match?.groups;
  if (!match || !said) return [];
  const start = match.index + match[0].indexOf(said['ratio'] ?? '');
  const end = start + (said['ratio'] ?? '').length;
  const [from, to] = clauseAt(reading, start);
  const clause = text.slice(from, to);
  const valueStart = reading.start + start;
  // "dropped to $0.55, half the old price": the sum has told it.
  const priced = (draft: Draft): boolean => draft.kind === 'price_change' || draft.kind === 'price_quote';
  if (told.some((d) => priced(d) && Math.abs((d.valueStart ?? 0) - valueStart) < BESIDE)) return [];
  if (!PRICED.test(clause) && !/\bprice|\brate|\bfee/.test(match[0])) return [];
  if (NO_PRICE.test(clause.replace(TOKENS_PRICED, '')) || NEGATED.test(clause) || HYPOTHETICAL.test(text)) return [];
  const value = ratioOf(said);
  if (value === null) return [];
  const q: Quantity = { ...value, start, end, currency: null, rate: null, noun: null, large: false };
  if (isEveryday(reading, q)) return [];
  const subject = priceSubject(article, reading, q);
  const ware = reading.entities.some((e) => e.kind === 'chip' || e.kind === 'product');
  if (subject.slugs.length === 0 && !ware && !isAboutPrices(article)) return [];
  const slug =
    isAtLarge(article, reading, clause, subject) || subject.slugs[0] === undefined
      ? null
      : sellerOf(article, reading, subject.slugs[0]);
  // "what it did in 2023": when it was something else.
  const since = reading.dates.some((date) => date.start >= end);
  const [quoteStart, quoteEnd] = quoteAround(reading, start, end);
  return [
    {
      kind: 'price_change',
      rule: 'price.multiple-of-old',
      quoteStart,
      quoteEnd,
      subject: slug,
      object: priceObject(article, reading, q, subject),
      direction: value.unit === 'percent' ? 'decrease' : 'increase',
      valueStart,
      valueEnd: reading.start + end,
      min: value.min,
      max: value.max,
      unit: value.unit,
      effective: since ? null : effectiveDate(article, reading, q),
      asOf: since ? null : (dateOf(reading, q)?.iso ?? null),
      status: statusOfMove(text, start),
      attribution: attributionOf(article, reading, slug, start),
      reasons: [`subject:${subject.how}`, 'a multiple of what it was'],
      confidence: 0.8,
    },
  ];
}

const WORDS: Readonly<Record<string, string>> = { twice: '2', double: '2', triple: '3' };

function ratioOf(
  said: Readonly<Record<string, string | undefined>>,
): { readonly unit: 'percent' | 'times'; readonly min: string; readonly max: string } | null {
  if (said['word'] === 'half') return { unit: 'percent', min: '50', max: '50' };
  const low = WORDS[said['word'] ?? ''] ?? numberOf(said['low']);
  const high = numberOf(said['high']) ?? low;
  return low === null || high === null || Number(low) <= 1 ? null : { unit: 'times', min: low, max: high };
}
const numberOf = (said: string | undefined): string | null => (said === undefined ? null : (NUMBERS[said] ?? said));
