import { z } from 'zod';
import type { Signal } from '../../infra/contracts/signal.ts';
import { signalChange, signalState } from '../../infra/contracts/signal.ts';

export const reason = z.enum([
  'new',
  'state_change',
  'update',
  'retracted',
  'source_new',
  'source_failing',
  'source_stale',
  'source_recovered',
]);
export type Reason = z.infer<typeof reason>;

/** More changes than a message shows are counted only. */
const MOST_CHANGES = 40;
const LONGEST_QUOTE = 600;

/** One thing a message tells: everything a channel needs, and nothing it has to look up. */
export const entry = z.object({
  /** Stable per rule, signal revision (or source event) and channel; null until it is known which. */
  alert_id: z.string().nullable(),
  reason,
  /** Null for news about a source. */
  signal_id: z.string().nullable(),
  revision: z.number().int().nullable(),
  subject: z.string().nullable(),
  headline: z.string(),
  headline_zh: z.string().nullable(),
  detail: z.string().nullable(),
  state: signalState.nullable(),
  effective: z.string().nullable(),
  lag_days: z.number().nullable(),
  changes: z.array(signalChange),
  more_changes: z.number().int(),
  mentions: z.number().int(),
  url: z.string().nullable(),
  source_title: z.string().nullable(),
  quote: z.string().nullable(),
});
export type Entry = z.infer<typeof entry>;

export function entryOf(signal: Signal, why: Reason): Entry {
  const [first] = signal.citations;
  return {
    alert_id: null,
    reason: why,
    signal_id: signal.signal_id,
    revision: signal.revision,
    subject: signal.subject,
    headline: signal.headline,
    headline_zh: signal.headline_zh,
    detail: null,
    state: signal.state,
    effective: signal.effective,
    lag_days: signal.lag_days,
    changes: largestFirst(signal.changes).slice(0, MOST_CHANGES),
    more_changes: Math.max(0, signal.changes.length - MOST_CHANGES),
    mentions: signal.mentions,
    url: first?.url ?? signal.url,
    source_title: first?.title ?? null,
    quote: first === undefined ? null : first.quote.slice(0, LONGEST_QUOTE),
  };
}

/** News about a source that is no signal. */
export function sourceEntry(
  why: Reason,
  source: { readonly source_id: string; readonly url: string | null },
  headline: { en: string; zh: string },
  detail: string | null,
): Entry {
  return {
    alert_id: null,
    reason: why,
    signal_id: null,
    revision: null,
    subject: source.source_id,
    headline: headline.en,
    headline_zh: headline.zh,
    detail,
    state: null,
    effective: null,
    lag_days: null,
    changes: [],
    more_changes: 0,
    mentions: 0,
    url: source.url,
    source_title: null,
    quote: null,
  };
}

function largestFirst(changes: Signal['changes']): Signal['changes'] {
  return [...changes].sort((a, b) => Math.abs(b.pct ?? 0) - Math.abs(a.pct ?? 0));
}
