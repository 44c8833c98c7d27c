import { createTask } from 'node-cron';
import { z } from 'zod';
import { timestamp } from '../../../infra/contracts/common.ts';
import { fetchOutcome } from '../../../infra/contracts/fetch.ts';
import type { CatalogSource } from '../options.ts';
import type { Store } from './store.ts';
import { ANNOUNCEMENTS, LATEST_PRICES, SOURCE_HEALTH } from './tables.ts';

const fetched = z.object({
  source_id: z.string(),
  last_attempt_at: timestamp,
  last_outcome: fetchOutcome,
  last_success_at: timestamp.nullable(),
  failures_since_success: z.number().int(),
  last_error: z.string().nullable(),
  attempts_24h: z.number().int(),
  failures_24h: z.number().int(),
  /** Share of good attempts in 30 days, 0 to 1. */
  success_ratio: z.number(),
});

export const sourceHealth = fetched.partial().extend({
  source_id: z.string(),
  name: z.string(),
  provider: z.string().nullable(),
  kind: z.string(),
  url: z.string(),
  schedule: z.string(),
  /** ok; stale: no good read for two turns of its schedule; failing: not one good attempt since the last failure; never: not attempted in 30 days. */
  health: z.enum(['ok', 'stale', 'failing', 'never']),
  /** By its schedule, in UTC. */
  next_due_at: timestamp.nullable(),
  /** Series it lists now. */
  prices: z.number().int(),
  /** Statements read from it so far. */
  announcements: z.number().int(),
});
export type SourceHealth = z.infer<typeof sourceHealth>;

const TURNS = 8;

/** The next turn of a source's schedule, and how far apart turns are at most. */
const turns = ({ schedule, timezone = 'UTC' }: CatalogSource): { next: string | null; everyMs: number | null } => {
  try {
    const task = createTask(schedule, () => undefined, { timezone });
    const times = task.getNextRuns(TURNS).map((date) => date.getTime());
    void task.destroy();
    const [first] = times;
    if (first === undefined) return { next: null, everyMs: null };
    const gaps = times.slice(1).map((time, n) => time - (times[n] ?? time));
    return { next: new Date(first).toISOString(), everyMs: Math.max(...gaps) };
  } catch {
    return { next: null, everyMs: null };
  }
};

const healthOf = (
  row: z.infer<typeof fetched> | undefined,
  everyMs: number | null,
  now: number,
): SourceHealth['health'] => {
  if (!row) return 'never';
  if (row.failures_since_success > 0 || row.last_success_at === null) return 'failing';
  return everyMs !== null && now - Date.parse(row.last_success_at) > 2 * everyMs ? 'stale' : 'ok';
};

const counted = z.object({ source_id: z.string(), n: z.number().int() });
const countsOf = async (store: Store, sql: string): Promise<Map<string, number>> =>
  new Map((await store.rows({ sql, params: {} }, counted)).map(({ source_id, n }) => [source_id, n]));

/** Every source of the catalogue with what became of its fetches and what it yields. */
export const sourcesHealth = async (
  store: Store,
  catalog: readonly CatalogSource[],
  now = Date.now(),
): Promise<SourceHealth[]> => {
  const [attempts, prices, announcements] = await Promise.all([
    store.rows({ sql: `SELECT * FROM ${SOURCE_HEALTH}`, params: {} }, fetched),
    countsOf(store, `SELECT source_id, count() AS n FROM ${LATEST_PRICES} WHERE listed GROUP BY source_id`),
    countsOf(store, `SELECT source_id, count() AS n FROM ${ANNOUNCEMENTS} GROUP BY source_id`),
  ]);
  const rows = new Map(attempts.map((row) => [row.source_id, row]));
  return catalog.map((source) => {
    const row = rows.get(source.id);
    const { next, everyMs } = turns(source);
    return {
      ...row,
      source_id: source.id,
      name: source.name,
      provider: source.provider,
      kind: source.kind,
      url: source.url,
      schedule: source.schedule,
      health: healthOf(row, everyMs, now),
      next_due_at: next,
      prices: prices.get(source.id) ?? 0,
      announcements: announcements.get(source.id) ?? 0,
    };
  });
};
