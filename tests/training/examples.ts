import type { Article } from '../../processors/extract/news/analysis.ts';
import { openText } from '../../processors/extract/news/open-text.ts';
import type { Quantity } from '../../processors/extract/news/quantity.ts';
import { readDrafts } from '../../processors/extract/news/read-news.ts';
import type { Reading } from '../../processors/extract/news/reading.ts';
import { familyOf, NOBODY } from '../../processors/extract/news/scored/houses-named.ts';
import type { Example } from '../../processors/extract/news/scored/learn.ts';
import { sceneOf } from '../../processors/extract/news/scored/scene-of.ts';
import { candidatesOf } from '../../processors/extract/news/scored/subject-features.ts';
import { featuresOf, MEANINGS, meaningsOf } from '../../processors/extract/news/scored/sum-features.ts';
import { wordsOf } from '../../processors/extract/news/scored/tokens.ts';
import { SMALLEST, sumOf } from '../../processors/extract/news/scored/untold-sum.ts';
import type { Labelled, LabelledClaim } from './labelled.ts';

const near = (a: number | null, b: number | null): boolean =>
  a !== null && b !== null && Math.abs(Math.abs(a) - Math.abs(b)) <= 0.005 * Math.max(Math.abs(a), Math.abs(b));
const numberOf = (value: string | null): number | null => (value === null ? null : Number(value));
const COUNTED = new Set<string>(['tokens', 'chips', 'watts', 'percent', 'times']);

/** True where a figure of a text may be the one that a claim tells. */
function isOf(q: Quantity, claim: LabelledClaim): boolean {
  if (claim.unit === null) return false;
  if (q.unit === 'money' ? claim.unit.length !== 3 : COUNTED.has(q.unit) && claim.unit !== q.unit) return false;
  return [claim.value_min, claim.value_max].some((told) => [q.min, q.max].some((value) => near(told, numberOf(value))));
}

const words = (text: string): Set<string> =>
  new Set(text.toLowerCase().match(/[a-z]+|[\u4e00-\u9fff]|\d[\d.,]*/g) ?? []);
/** How much of a quotation a sentence has, from 0 to 1. */
const likeness = (quote: string, sentence: string): number =>
  words(quote).intersection(words(sentence)).size / Math.max(1, words(quote).size);

/** The figure that tells a claim: of those of its value, the one whose sentence is likest its quotation. */
function figureOf(readings: readonly Reading[], claim: LabelledClaim): { reading: Reading; q: Quantity } | null {
  let best: { reading: Reading; q: Quantity; like: number } | null = null;
  for (const reading of readings)
    for (const q of reading.quantities) {
      if (!isOf(q, claim)) continue;
      const like = claim.quote === null ? 0 : likeness(claim.quote, reading.original);
      if (best === null || like > best.like) best = { reading, q, like };
    }
  return best;
}

const readingsOf = (article: Article): Reading[] => article.sentences.map((_, i) => article.reading(i));

/** Whose each figure is, among all houses in reach. */
export function subjectExamples({ document, claims }: Labelled, weight: number): Example[] {
  const { article } = openText(document);
  const readings = readingsOf(article);
  return claims.flatMap((claim) => {
    const found = claim.kind === 'market_size' ? null : figureOf(readings, claim);
    if (!found) return [];
    const { reading, q } = found;
    const candidates = candidatesOf(sceneOf(article), {
      line: reading.index,
      start: reading.start + q.start,
      end: reading.start + q.end,
      kind: claim.kind,
      metric: claim.metric,
    });
    const right = [...candidates.keys()].indexOf(claim.subject === null ? NOBODY : familyOf(claim.subject));
    return [{ candidates: [...candidates.values()], right: right < 0 ? [] : [right], weight }];
  });
}

const FINANCIAL = MEANINGS.flatMap((meaning, i) => (/none|price|market/.test(meaning) ? [] : [i]));

/** What each large sum is; of a financial figure whose metric no label tells, any of them. */
export function sumExamples({ document, claims }: Labelled, weight: number): Example[] {
  const { article } = openText(document);
  const title = wordsOf(article.titleText);
  // What rules tell, whatever was learnt before.
  const told = readDrafts(article, false);
  return readingsOf(article).flatMap((reading) =>
    reading.quantities.flatMap((q) => {
      const value = Number(q.min ?? q.max);
      if (q.unit !== 'money' || q.rate !== null || Math.abs(value) < SMALLEST) return [];
      const features = featuresOf(sceneOf(article), title, sumOf(article, reading, q, told));
      return [{ candidates: meaningsOf(features), right: meaningOf(claims.find((claim) => isOf(q, claim))), weight }];
    }),
  );
}

function meaningOf(claim: LabelledClaim | undefined): number[] {
  if (claim?.kind === 'financial' && claim.metric === null) return FINANCIAL;
  const told =
    claim?.kind === 'financial'
      ? claim.metric
      : claim?.kind === 'market_size'
        ? 'market_size'
        : claim?.kind === 'price_quote' || claim?.kind === 'price_change'
          ? 'price'
          : 'none';
  return [MEANINGS.indexOf(told ?? 'none')];
}
