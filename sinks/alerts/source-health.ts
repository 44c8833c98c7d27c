import { z } from 'zod';
import type { FetchAttempt } from '../../infra/contracts/fetch.ts';
import { type Entry, sourceEntry } from './entry.ts';
import { glob } from './match.ts';
import type { SourceRule } from './rule.ts';

const DAY = 86_400_000;

/** What a rule remembers of a source. Times in epoch milliseconds. */
export const sourceMemory = z.object({
  rule: z.string(),
  source_id: z.string(),
  url: z.string().nullable(),
  first_at: z.number(),
  /** Last good answer, or the first attempt where there was none yet. */
  good_at: z.number(),
  failures: z.number().int(),
  last_at: z.number(),
  last_error: z.string().nullable(),
  /** What somebody was told and has not been taken back. */
  failing: z.boolean(),
  stale: z.boolean(),
});
export type SourceMemory = z.infer<typeof sourceMemory>;

/** Something to tell about a source; the id is the same however often it is worked out. */
export interface SourceEvent {
  readonly key: string;
  readonly entry: Entry;
}

export interface SourceUpdate {
  readonly memory: SourceMemory;
  readonly events: readonly SourceEvent[];
}

const GOOD: ReadonlySet<FetchAttempt['outcome']> = new Set(['new_content', 'unchanged', 'not_modified']);

export function concerns(rule: SourceRule, sourceId: string): boolean {
  return rule.source.sources?.some((pattern) => glob(pattern, sourceId)) ?? true;
}

/** Takes one attempt in. Attempts known already (not later than the last one) change nothing. */
export function observeFetch(rule: SourceRule, before: SourceMemory | undefined, attempt: FetchAttempt): SourceUpdate {
  const at = Date.parse(attempt.started_at);
  if (attempt.outcome === 'skipped' || (before !== undefined && at <= before.last_at))
    return { memory: before ?? fresh(rule, attempt, at), events: [] };
  const known = before ?? fresh(rule, attempt, at);
  const events: SourceEvent[] = [];
  if (before === undefined) events.push(event(rule, 'source_new', known, at, null));
  if (!GOOD.has(attempt.outcome)) {
    const last_error = `${attempt.outcome.replaceAll('_', ' ')}${attempt.error === null ? '' : `: ${attempt.error}`}`;
    const failures = known.failures + 1;
    const memory = {
      ...known,
      url: attempt.url,
      failures,
      last_at: at,
      last_error,
      failing: known.failing || failures >= rule.source.failures,
    };
    if (memory.failing && !known.failing) events.push(event(rule, 'source_failing', memory, at, last_error));
    return { memory, events: wanted(rule, events) };
  }
  const memory = {
    ...known,
    url: attempt.url,
    failures: 0,
    last_at: at,
    good_at: at,
    last_error: null,
    failing: false,
    stale: false,
  };
  if (known.failing || known.stale) events.push(event(rule, 'source_recovered', memory, at, null));
  return { memory, events: wanted(rule, events) };
}

/** A source of which nothing good was heard for too long, once. */
export function observeSilence(rule: SourceRule, memory: SourceMemory, now: number): SourceUpdate {
  if (memory.stale || now - memory.good_at < rule.source.stale_after) return { memory, events: [] };
  const stale = { ...memory, stale: true };
  return {
    memory: stale,
    events: wanted(rule, [event(rule, 'source_stale', stale, memory.good_at, memory.last_error)]),
  };
}

function wanted(rule: SourceRule, events: readonly SourceEvent[]): SourceEvent[] {
  return events.filter(({ entry }) => rule.source.events.some((name) => `source_${name}` === entry.reason));
}

type SourceReason = 'source_new' | 'source_failing' | 'source_stale' | 'source_recovered';

function event(
  rule: SourceRule,
  why: SourceReason,
  memory: SourceMemory,
  since: number,
  detail: string | null,
): SourceEvent {
  const { source_id, failures } = memory;
  const days = Math.round(rule.source.stale_after / DAY);
  const headlines = {
    source_new: { en: `New source: ${source_id}`, zh: `新数据源：${source_id}` },
    source_failing: {
      en: `${source_id} failed ${failures} times in a row`,
      zh: `${source_id} 连续失败 ${failures} 次`,
    },
    source_stale: {
      en: `Nothing good from ${source_id} since ${new Date(since).toISOString().slice(0, 16)}Z`,
      zh: `${source_id} 已超过 ${days} 天没有有效数据`,
    },
    source_recovered: { en: `${source_id} answers again`, zh: `${source_id} 已恢复` },
  };
  return { key: `${why}|${source_id}|${since}`, entry: sourceEntry(why, memory, headlines[why], detail) };
}

function fresh(rule: SourceRule, attempt: FetchAttempt, at: number): SourceMemory {
  return {
    rule: rule.name,
    source_id: attempt.source_id,
    url: attempt.url,
    first_at: at,
    good_at: at,
    failures: 0,
    last_at: 0,
    last_error: null,
    failing: false,
    stale: false,
  };
}
