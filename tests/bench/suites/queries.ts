import { readFileSync } from 'node:fs';
import type { ClickHouseClient } from '@clickhouse/client';
import { type Bench, median, timed } from '../harness.ts';
import { millions, OBSERVATIONS, openMarket } from '../support/market-store.ts';
import { marketSize } from '../support/observations.ts';
import { PLAIN } from '../support/plain.ts';

const RUNS = 5;
/** Quick answers are asked for more often: the first few after a plain question that was given up come late. */
const QUICK = { runs: 15, withinMs: 1_500 };
/** A question that takes longer on the plain table is not asked again. */
const PATIENCE_MS = 5_000;
/** Nor waited for any longer than this. */
const GIVE_UP_S = 30;
const DAY_MS = 86_400_000;

/** The twenty questions of docs/queries.md, on our schema and on plain tables of the same rows. */
export async function queries(bench: Bench): Promise<void> {
  for (const wanted of bench.full ? OBSERVATIONS.full : OBSERVATIONS.normal) {
    const observations = bench.size(wanted);
    const store = await openMarket(bench.cache, observations);
    try {
      const [ours, plain] = [store.client('tokentape'), store.client(PLAIN)];
      const { hours } = marketSize(observations);
      for (const { title, sql } of questions(new Date(Date.now() - (hours / 2) * 3_600_000))) {
        const theirs = await ask(plain, sql);
        const answer = await ask(ours, sql);
        const beside = theirs.error === null ? 'plain tables' : 'plain tables, given up after';
        bench.figure(`${millions(observations)}: ${title}`, answer.ms, 'ms', { [beside]: theirs.ms });
        if (answer.error !== null) bench.note(`${title}: ${answer.error}`);
        else if (theirs.error === null && answer.rows !== theirs.rows) {
          bench.note(`${title}: ${answer.rows} rows, on plain tables ${theirs.rows}`);
        }
      }
    } finally {
      await store.stop();
    }
  }
}

/** Every statement of the page, in order; the day it asks about is put where the generated history has its middle. */
function questions(middle: Date): { title: string; sql: string }[] {
  const page = readFileSync(new URL('../../../docs/queries.md', import.meta.url), 'utf8');
  const day = (offset: number) => new Date(middle.getTime() + offset * DAY_MS).toISOString().slice(0, 10);
  return page
    .split(/^### /m)
    .slice(1)
    .flatMap((section) => {
      const title = section.split('\n')[0] ?? '';
      const found = [...section.matchAll(/```sql\n(.*?)```/gs)];
      return found.map(([, sql = ''], index) => ({
        title: index === 0 ? title : `${title} (${index + 1})`,
        sql: sql.replaceAll('2026-02-10', day(0)).replaceAll('2026-02-11', day(1)),
      }));
    });
}

/** Median time of an answer, read to its end. The first asking warms up, unless it took too long to be repeated. */
async function ask(
  client: ClickHouseClient,
  query: string,
): Promise<{ ms: number; rows: number | null; error: string | null }> {
  const start = performance.now();
  let rows: number | null = null;
  const once = () =>
    timed(async () => {
      const result = await client.query({
        query,
        format: 'JSONCompactEachRow',
        clickhouse_settings: { max_execution_time: GIVE_UP_S },
      });
      const text = await result.text();
      rows = text === '' ? 0 : text.trimEnd().split('\n').length;
    });
  try {
    const first = await once();
    if (first > PATIENCE_MS) return { ms: first, rows, error: null };
    const times: number[] = [];
    const enough = () =>
      times.length >= QUICK.runs || (times.length >= RUNS && times.reduce((sum, ms) => sum + ms, 0) >= QUICK.withinMs);
    while (!enough()) times.push(await once());
    return { ms: median(times), rows, error: null };
  } catch (cause) {
    return {
      ms: performance.now() - start,
      rows,
      error: cause instanceof Error ? (cause.message.split('\n')[0] ?? '') : String(cause),
    };
  }
}
