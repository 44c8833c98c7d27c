/** How long one batch may keep its partition by the paces of its hosts alone. */
const TURN_MS = 5_000;
/** Of a host without a pace: what a request takes at least. */
const LEAST_MS = 100;

/** What a job asks of its host; null for one that asks nothing. */
export interface Asked {
  readonly host: string;
  /** Least time between two requests to it. */
  readonly delayMs: number;
}

export interface Turns<T> {
  readonly now: readonly T[];
  /** Beyond what their hosts' paces allow in one turn: they go to the end of the queue, so that no host's many hold up another's few. */
  readonly later: readonly T[];
}

/** Shares a batch of jobs out, each host's in their order; at least one of every host is for now. */
export function takeTurns<T>(jobs: readonly T[], ask: (job: T) => Asked | null): Turns<T> {
  const spent = new Map<string, number>();
  const now: T[] = [];
  const later: T[] = [];
  for (const job of jobs) {
    const asked = ask(job);
    const before = asked === null ? 0 : (spent.get(asked.host) ?? 0);
    if (before >= TURN_MS) {
      later.push(job);
      continue;
    }
    if (asked !== null) spent.set(asked.host, before + Math.max(asked.delayMs, LEAST_MS));
    now.push(job);
  }
  return { now, later };
}
