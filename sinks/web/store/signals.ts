import { z } from 'zod';
import { type SignalFilter, signalConditions } from './signal-filter.ts';
import { after, type Position, type Statement, select, when } from './statement.ts';
import type { Store } from './store.ts';
import { type StoredSignal, storedSignal } from './stored-signal.ts';
import { SIGNAL_REVISIONS, SIGNALS, SIGNALS_AND_RETRACTED } from './tables.ts';

export const signalsStatement = (filter: SignalFilter, position: Position | undefined, limit: number): Statement =>
  select({
    columns: '*',
    from: SIGNALS,
    where: [...signalConditions(filter), ...after('first_seen_at', 'signal_id', position)],
    order: 'first_seen_at DESC, signal_id DESC',
    limit,
  });

/** What came since a moment, last first, taken-back ones included: what a live listener missed. */
export const signalsRecordedSince = (
  store: Store,
  since: string,
  filter: SignalFilter,
  limit: number,
  abort?: AbortSignal,
): Promise<StoredSignal[]> =>
  store.rows(
    select({
      columns: '*',
      from: SIGNALS_AND_RETRACTED,
      where: signalConditions({ ...filter, recorded_since: since }),
      order: 'recorded_at DESC, signal_id DESC',
      limit,
    }),
    storedSignal,
    abort,
  );

/** Last learnt first: what a feed shows, so that a correction comes up again. */
export const signalsForFeed = (store: Store, filter: SignalFilter, limit: number): Promise<StoredSignal[]> =>
  store.rows(
    select({
      columns: '*',
      from: SIGNALS,
      where: signalConditions(filter),
      order: 'recorded_at DESC, signal_id DESC',
      limit,
    }),
    storedSignal,
  );

/** Every revision of one signal, the one that holds first, then those before it, newest first. Empty where there is none. */
export const signalRevisions = async (store: Store, id: string): Promise<StoredSignal[]> => {
  const where = when(id, 'signal_id = {id:String}', { id });
  const [[current], all] = await Promise.all([
    store.rows(select({ columns: '*', from: SIGNALS_AND_RETRACTED, where, limit: 1 }), storedSignal),
    store.rows(
      select({ columns: '*', from: SIGNAL_REVISIONS, where, order: 'revision DESC', limit: 200 }),
      storedSignal,
    ),
  ]);
  return current ? [current, ...all.filter(({ revision }) => revision < current.revision)] : [];
};

/** Signals by id, for "related". */
export const signalsById = (store: Store, ids: readonly string[]): Promise<StoredSignal[]> =>
  ids.length === 0
    ? Promise.resolve([])
    : store.rows(
        select({
          columns: '*',
          from: SIGNALS_AND_RETRACTED,
          where: when(ids, 'signal_id IN {ids:Array(String)}', { ids }),
          limit: 100,
        }),
        storedSignal,
      );

/** Who the tape is about, most talked of first: the choices of the provider filter. */
export const subjects = async (store: Store): Promise<string[]> =>
  (
    await store.rows(
      {
        sql: `SELECT assumeNotNull(subject) AS subject FROM ${SIGNALS}
WHERE subject IS NOT NULL AND subject != ''
GROUP BY subject ORDER BY count() DESC, subject LIMIT 200`,
        params: {},
      },
      z.object({ subject: z.string() }),
    )
  ).map(({ subject }) => subject);
