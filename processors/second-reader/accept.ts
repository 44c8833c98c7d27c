import { Decimal } from 'decimal.js';
import { type Announcement, announcement } from '../../infra/contracts/announcement.ts';
import { partialDate } from '../../infra/contracts/common.ts';
import type { Document } from '../../infra/contracts/document.ts';
import { stableId } from '../../infra/contracts/ids.ts';
import { scanQuantities } from '../extract/news/quantities.ts';
import { parseDecimal } from '../normalise/decimal.ts';
import type { ClaimAnswer } from './claims.ts';

export const SECOND_READER = 'second-reader';
export const SECOND_READER_VERSION = '1.0.0';

/** A model's word counts less than a rule's. */
const CONFIDENCE = 0.6;

/**
 * Those claims that the text bears out: the quote stands in it word for word, and our own quantity reader finds every value in the
 * quote. What the deterministic reader has read already is left to it.
 */
export function acceptClaims(
  source: Document,
  answers: readonly ClaimAnswer[],
  known: readonly Announcement[],
): Announcement[] {
  const taken = new Set(known.map(claimKey));
  return answers.flatMap((answer) => {
    const start = answer.quote.trim() === '' ? -1 : source.body.indexOf(answer.quote);
    if (start < 0 || !valuesStand(answer)) return [];
    const accepted = toAnnouncement(source, answer, start);
    const key = claimKey(accepted);
    if (taken.has(key)) return [];
    taken.add(key);
    return [accepted];
  });
}

/** True where each value is one our quantity reader finds in the quote. A claim without any value says nothing that could be checked. */
function valuesStand(answer: ClaimAnswer): boolean {
  const said = [answer.value_min, answer.value_max, answer.old_value, answer.growth_pct].filter(
    (value) => value !== null,
  );
  if (said.length === 0) return false;
  const found = scanQuantities(answer.quote)
    .flatMap(({ min, max }) => [min, max])
    .filter((value) => value !== null)
    .map((value) => new Decimal(value).abs());
  return said.every((value) => found.some((figure) => figure.minus(Math.abs(value)).abs().lte(figure.times('0.001'))));
}

function toAnnouncement(source: Document, answer: ClaimAnswer, start: number): Announcement {
  const amount = (value: number | null) => (value === null ? null : parseDecimal(value));
  const date = (text: string | null) => (text !== null && partialDate.safeParse(text).success ? text : null);
  return announcement.parse({
    ...answer,
    announcement_id: stableId(
      SECOND_READER,
      source.document_id,
      answer.kind,
      start,
      answer.value_min,
      answer.value_max,
      answer.subject,
    ),
    value_min: amount(answer.value_min),
    value_max: amount(answer.value_max),
    old_value: amount(answer.old_value),
    as_of: date(answer.as_of),
    effective: date(answer.effective),
    quote_start: start,
    quote_end: start + answer.quote.length,
    confidence: CONFIDENCE,
    reasons: ['second reader: a language model read it, the quantity reader found every value in the quote'],
    document_id: source.document_id,
    source_id: source.source_id,
    url: source.url,
    title: source.title,
    lang: source.lang,
    published_at: source.published_at,
    observed_at: source.fetched_at,
    extractor: SECOND_READER,
    extractor_version: SECOND_READER_VERSION,
    backfill: source.backfill,
  });
}

/** The same figures of the same kind in one text are the same claim, whatever either reader calls its subject. */
function claimKey({ kind, value_min, value_max, unit }: Announcement): string {
  return JSON.stringify([kind, value_min, value_max, unit]);
}
