import type { Announcement } from '../../../infra/contracts/announcement.ts';
import { CONTRACT_VERSION } from '../../../infra/contracts/common.ts';
import type { Document } from '../../../infra/contracts/document.ts';
import { stableId } from '../../../infra/contracts/ids.ts';
import type { Draft } from './draft.ts';
import { GAZETTEER_VERSION } from './entities.ts';
import { operatorOf } from './families.ts';

export const EXTRACTOR = 'news';
export const EXTRACTOR_VERSION = `1.17.0+${GAZETTEER_VERSION}`;

/** Anything malformed is dropped rather than guessed at. */
const PARTIAL = /^(FY\d{4}(-(Q[1-4]|H[12]))?|\d{4}(-(Q[1-4]|H[12]|\d{2}(-\d{2})?))?)$/;
const partial = (text: string | null | undefined): string | null => (text && PARTIAL.test(text) ? text : null);

const subjectSlug = (draft: Draft): string | null =>
  draft.subject !== null && draft.kind !== 'financial' ? operatorOf(draft.subject) : draft.subject;

/** The announcement a draft states, with its provenance. Deterministic: the same document gives the same ids. */
export function toAnnouncement(document: Document, draft: Draft): Announcement {
  const id = stableId(
    document.document_id,
    draft.kind,
    draft.quoteStart,
    draft.quoteEnd,
    draft.subject,
    draft.min,
    draft.max,
    draft.unit,
    draft.meter ?? null,
    draft.direction ?? null,
    draft.object,
    draft.asOf ?? null,
  );
  return {
    version: CONTRACT_VERSION,
    announcement_id: id,
    kind: draft.kind,
    subject: subjectSlug(draft),
    object: draft.object,
    direction: draft.direction ?? null,
    value_min: draft.min,
    value_max: draft.max,
    unit: draft.unit,
    old_value: draft.oldValue ?? null,
    meter: draft.meter ?? null,
    per: draft.per ?? null,
    period: draft.period ?? null,
    as_of: partial(draft.asOf),
    effective: partial(draft.effective),
    growth_pct: draft.growth ?? null,
    metric: draft.metric ?? null,
    status: draft.status,
    cancels: draft.cancels ?? false,
    attribution: draft.attribution === draft.subject ? null : draft.attribution,
    quote: document.body.slice(draft.quoteStart, draft.quoteEnd),
    quote_start: draft.quoteStart,
    quote_end: draft.quoteEnd,
    confidence: Math.max(0.05, Math.round(draft.confidence * 100) / 100),
    reasons: [draft.rule, ...draft.reasons],
    document_id: document.document_id,
    source_id: document.source_id,
    url: document.url,
    title: document.title,
    lang: document.lang,
    published_at: document.published_at,
    observed_at: document.fetched_at,
    extractor: EXTRACTOR,
    extractor_version: EXTRACTOR_VERSION,
    backfill: document.backfill,
  };
}
