import { type FetchJob, type FetchState, fetchState } from '../../infra/contracts/fetch.ts';
import type { EventLog, Table } from '../../infra/log/port.ts';

/** Feeds have long dropped an article by then; were it named again, the same content would still be the same document. */
const ARTICLE_KEPT_MS = 180 * 86_400_000;

/** What fetch remembers of addresses, beside the partitions of fetch_jobs that it works on. */
export class StateTable {
  readonly #log: EventLog;
  readonly #view: ReturnType<EventLog['table']>;
  readonly #tables = new Map<number, Table>();

  constructor(log: EventLog) {
    this.#log = log;
    this.#view = log.table('fetch_state');
  }

  /** Loads a partition and forgets the articles of long ago, so that memory holds what feeds may still name. */
  async load(partition: number, now: number): Promise<void> {
    const table = await this.#view.load(partition);
    this.#tables.set(partition, table);
    const old = [...table.entries()].flatMap(([key, value]) => {
      const state = parse(value);
      return state?.kind === 'article' && now - Date.parse(state.fetched_at) > ARTICLE_KEPT_MS ? [key] : [];
    });
    if (old.length > 0) {
      await this.#log.append(
        'fetch_state',
        old.map((key) => ({ key, value: null, partition })),
      );
    }
  }

  release(partition: number): void {
    this.#tables.delete(partition);
    this.#view.release(partition);
  }

  get(job: FetchJob, partition: number): FetchState | null {
    return parse(this.#tables.get(partition)?.get(addressKey(job)));
  }

  /** Durable when it resolves. */
  async set(job: FetchJob, partition: number, state: FetchState): Promise<void> {
    await this.#log.append('fetch_state', [{ key: addressKey(job), value: state, partition }]);
  }
}

/** An article is fetched once, whichever feed names it; everything else is a matter of its source. */
export function addressKey(job: FetchJob): string {
  return job.kind === 'article' ? job.url : `${job.source_id} ${job.url}`;
}

function parse(value: unknown): FetchState | null {
  const parsed = fetchState.safeParse(value);
  return parsed.success ? parsed.data : null;
}
