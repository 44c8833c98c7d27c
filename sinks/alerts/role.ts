import { PartitionTurns } from '../../infra/log/partition-turns.ts';
import type { EventLog } from '../../infra/log/port.ts';
import { withRetry } from '../../infra/log/retry.ts';
import { runStage, type Stage, type StageRecord } from '../../infra/log/stage.ts';
import type { StageObserver } from '../../infra/log/stage-status.ts';
import type { Logger } from '../../infra/telemetry/logger.ts';
import { Book } from './book.ts';
import { bundle } from './bundle.ts';
import type { Channel } from './channels/channel.ts';
import { logAgain, messagesOf, writeDown } from './delivery-log.ts';
import { Dispatcher, type Due } from './dispatcher.ts';
import type { Rule } from './rule.ts';
import { SendLedger } from './send-ledger.ts';
import type { RetryPlan } from './sender.ts';
import { type Settled, settle } from './settle.ts';
import { type TakenIn, takeInClock, takeInFetch, takeInSignal } from './take-in.ts';

export interface AlertsOptions {
  readonly log: EventLog;
  readonly logger: Logger;
  readonly rules: readonly Rule[];
  /** Closed when the role stops. */
  readonly channels: readonly Channel[];
  /** Epoch milliseconds. Default: the clock. */
  readonly now?: () => number;
  /** How often to look for what is due. Default 500 ms. */
  readonly tickMs?: number;
  readonly retry?: RetryPlan;
  readonly observer?: StageObserver;
}

/** How often to look for messages that `tokentape dlq retry` has put back on their way, */
const PICK_UP_MS = 30_000;
/** and for state that has served its time. */
const EXPIRE_MS = 3_600_000;
const STOP_MS = 40_000;

/**
 * Signals and fetches become alerts, alerts become messages, messages go out. Every step is on the log before the next one begins: a
 * message is written before it is sent and acknowledged after, so a crash loses none and repeats only what was not acknowledged.
 */
export async function runAlerts(options: AlertsOptions): Promise<Stage> {
  const { log, logger, rules, channels, retry, now = Date.now, tickMs = 500 } = options;
  const ledger = new SendLedger();
  const table = log.table('alert_state');
  const stopped = new AbortController();
  const turns = new PartitionTurns<Book>(
    async (partition) => {
      const view = await table.load(partition);
      const messages = messagesOf(view.entries());
      for (const outgoing of messages) ledger.add(outgoing);
      await logAgain(log, messages, now());
      return new Book(view);
    },
    (partition) => table.release(partition),
  );

  /** Works something out and writes it; the book shows it only if the log does. */
  const apply = (partition: number, work: (book: Book) => TakenIn | Settled) =>
    turns.take(partition, async (book) => {
      try {
        const result = work(book);
        book.follow(result.writes);
        await writeDown(log, partition, result);
      } catch (error) {
        book.refresh();
        throw error;
      }
    });

  const dispatcher = new Dispatcher({
    channels,
    retry,
    logger,
    now,
    settle: async (due, attempt) => {
      const policy = { retryIf: () => true, initialDelayMs: 200, maxDelayMs: 5_000, signal: stopped.signal };
      await withRetry(policy, () => apply(due.partition, () => settle(due.outgoing, attempt, due.partition, now())));
    },
    onFree: () => wake(),
  });

  const isPickUpDue = every(PICK_UP_MS);
  const isExpiryDue = every(EXPIRE_MS);
  const tick = async (): Promise<void> => {
    const [picksUp, expires] = [isPickUpDue(now()), isExpiryDue(now())];
    const due: Due[] = [];
    for (const partition of turns.partitions()) {
      await apply(partition, (book) => {
        if (picksUp) book.pickUp();
        const passed = takeInClock(rules, book, now());
        return expires ? { ...passed, writes: [...passed.writes, ...book.expired(now())] } : passed;
      });
      await apply(partition, (book) => bundle(rules, book.items, ledger, now()));
      await turns.take(partition, async (book) => {
        for (const outgoing of book.pending) if (outgoing.next_at <= now()) due.push({ partition, outgoing });
      });
    }
    dispatcher.start(due);
  };

  let ticking = Promise.resolve();
  let isAwake = false;
  const wake = (): void => {
    if (isAwake || stopped.signal.aborted) return;
    isAwake = true;
    ticking = ticking.then(async () => {
      isAwake = false;
      await tick().catch((error: unknown) => logger.warn({ err: error }, 'alerts could not go on; tried again'));
    });
  };

  const stage = await runStage(log, {
    name: 'alerts',
    topics: ['signals', 'fetches'],
    ...(options.observer === undefined ? {} : { observer: options.observer }),
    onAssigned: (topic, partition) => turns.assigned(topic, partition),
    onRevoked: (topic, partition) => turns.revoked(topic, partition),
    handle: async (records, { partition }) => {
      await apply(partition, (book) => takeInAll(rules, records, book, now()));
      return [];
    },
  });
  const timer = setInterval(wake, tickMs);

  return {
    ...stage,
    stop: async () => {
      clearInterval(timer);
      await ticking;
      // Where the log is away, what came of the last attempts cannot be written down; it is not waited for without end.
      const patience = setTimeout(() => stopped.abort(), STOP_MS);
      await dispatcher.stop();
      clearTimeout(patience);
      stopped.abort();
      await turns.idle();
      await stage.stop();
    },
  };
}

/** Says true once in every period, for the first time after one has passed. */
function every(ms: number): (now: number) => boolean {
  let last: number | null = null;
  return (now) => {
    const isDue = last !== null && now - last >= ms;
    if (isDue || last === null) last = now;
    return isDue;
  };
}

/** One after the other: each record must see what the one before decided. */
function takeInAll(
  rules: readonly Rule[],
  records: readonly StageRecord<'signals' | 'fetches'>[],
  book: Book,
  now: number,
): TakenIn {
  const all = records.map((record) => {
    const one =
      record.topic === 'signals'
        ? takeInSignal(rules, record.value, book, now)
        : takeInFetch(rules, record.value, book, now);
    book.follow(one.writes);
    return one;
  });
  return { writes: all.flatMap(({ writes }) => writes), alerts: all.flatMap(({ alerts }) => alerts) };
}
