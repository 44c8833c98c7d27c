import type { Article } from '../analysis.ts';
import type { Draft } from '../draft.ts';
import { readFinancial } from '../frames/financial.ts';
import { subjectOfSum } from '../frames/money-subject.ts';
import type { CueKind } from '../lexicon.ts';
import type { Quantity } from '../quantity.ts';
import type { Reading } from '../reading.ts';
import { judge } from './judge.ts';
import type { Told, ToldBefore } from './scene.ts';
import { sceneOf } from './scene-of.ts';
import { featuresOf, MEANINGS, type Meaning, meaningsOf, type Sum } from './sum-features.ts';
import { wordsOf } from './tokens.ts';

/** The word that would have told each, had one stood there. */
const CUES: Partial<Record<Meaning, CueKind>> = {
  revenue: 'revenue',
  capex: 'capex',
  investment: 'investment',
  net_income: 'net_income',
  operating_profit: 'operating_profit',
  other: 'commerce',
};
/** So sure the scores must be that a sum is an organisation's. */
const SURE = 0.8;
/** Smaller sums are no organisation's. */
export const SMALLEST = 1_000_000;

/** A sum that no rule reads: an organisation's, where the scores are sure of it. `earlier` is what has been read so far. */
export function readUntold(
  article: Article,
  reading: Reading,
  q: Quantity,
  previous: Draft | null,
  earlier: readonly Draft[],
): Draft | null {
  const value = Number(q.min ?? q.max);
  if (q.rate !== null || Math.abs(value) < SMALLEST || !article.inDomain) return null;
  if (article.blocks[reading.block]?.kind === 'row') return null;
  const sum = sumOf(article, reading, q, earlier);
  const shares = judge('sum', meaningsOf(featuresOf(sceneOf(article), wordsOf(article.titleText), sum)));
  const told = MEANINGS.map((meaning, i) => ({ kind: CUES[meaning], share: shares[i] ?? 0 })).filter(
    ({ kind }) => kind !== undefined,
  );
  const sure = told.reduce((all, { share }) => all + share, 0);
  const best = told.reduce((most, each) => (each.share > most.share ? each : most));
  if (sure < SURE || best.kind === undefined || isToldAbove(article, reading, q)) return null;
  const found = { cue: { kind: best.kind, start: q.start, end: q.start }, cost: 0 };
  const draft = readFinancial(article, reading, q, found, subjectOfSum(article, reading, q), null, previous);
  return (
    draft && {
      ...draft,
      rule: 'financial.scored',
      reasons: [...draft.reasons.filter((reason) => !reason.startsWith('metric')), `scored ${sure.toFixed(2)}`],
      confidence: draft.confidence - 0.2,
    }
  );
}

/** A sum as the scorers look at it. */
export const sumOf = (article: Article, reading: Reading, q: Quantity, earlier: readonly Draft[]): Sum => ({
  line: reading.index,
  start: reading.start + q.start,
  end: reading.start + q.end,
  currency: q.currency,
  value: Number(q.min ?? q.max),
  cues: reading.cues,
  told: toldBefore(article, reading, reading.start + q.start, earlier),
});

/** Claims without a figure, and of nothing, tell a sum nothing. */
function toldBefore(article: Article, { start }: Reading, sum: number, earlier: readonly Draft[]): ToldBefore {
  const before = earlier.filter(
    ({ min, max, valueStart }) => valueStart !== undefined && valueStart < sum && Number(min ?? max) !== 0,
  );
  const isHere = ({ valueStart = 0 }: Draft): boolean => valueStart >= start;
  const toldBy = (draft: Draft | undefined): Told | null =>
    draft === undefined
      ? null
      : {
          line: article.sentences.findLastIndex((sentence) => sentence.start <= (draft.valueStart ?? 0)),
          kind: draft.kind,
          metric: draft.metric,
          unit: draft.unit,
          value: Number(draft.min ?? draft.max),
        };
  return {
    kinds: new Set(before.map(({ kind }) => kind)),
    here: toldBy(before.findLast(isHere)),
    above: toldBy(before.findLast((draft) => !isHere(draft))),
  };
}

/** "Beyond the $4 billion": a sum that the text has told before. */
const isToldAbove = (article: Article, reading: Reading, q: Quantity): boolean =>
  article.sentences
    .slice(0, reading.index + 1)
    .some((_, i) =>
      article
        .reading(i)
        .quantities.some(
          (other) =>
            other.currency === q.currency &&
            (other.min ?? other.max) === (q.min ?? q.max) &&
            (i < reading.index || other.start < q.start),
        ),
    );
