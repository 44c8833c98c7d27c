import { PartitionTurns } from '../../infra/log/partition-turns.ts';
import type { EventLog } from '../../infra/log/port.ts';
import { runStage, type Stage } from '../../infra/log/stage.ts';
import type { StageObserver } from '../../infra/log/stage-status.ts';
import type { Logger } from '../../infra/telemetry/logger.ts';
import { messageRecords } from './alert-record.ts';
import { Book } from './book.ts';
import { bundle } from './bundle.ts';
import { type Channel, DeliveryError } from './channels/channel.ts';
import type { Rule } from './rule.ts';
import { SendLedger } from './send-ledger.ts';
import { type RetryPlan, Sender } from './sender.ts';
import { type Settled, settle } from './settle.ts';
import { alertState, type Outgoing } from './state.ts';
import { type TakenIn, takeInClock, takeInFetch, takeInSignal } from './take-in.ts';

export interface AlertsOptions {
  readonly log: EventLog;
  readonly logger: Logger;
  readonly rules: readonly Rule[];
  readonly channels: readonly Channel[];
  /** Epoch milliseconds. Default: the clock. */
  readonly now?: () => number;
  /** How often to look for what is due. Default 500 ms. */
  readonly tickMs?: number;
  readonly retry?: RetryPlan;
  readonly observer?: StageObserver;
}

/** Somebody else may have put a message back on its way. */
const REFRESH_MS = 30_000;
const SEND_MS = 30_000;
/** Older outcomes are on the delivery log for certain. */
const LOG_AGAIN_MS = 15 * 60_000;

/**
 * Signals and fetches become alerts, alerts become messages, messages go out. Every step is on the log before the next one begins: a
 * message is written before it is sent and acknowledged after, so a crash loses none and repeats only what was not acknowledged.
 */
export async function runAlerts(options: AlertsOptions): Promise<Stage> {
  const { log, logger, rules, now = Date.now, tickMs = 500 } = options;
  const senders = new Map(options.channels.map((channel) => [channel.name, new Sender(channel, options.retry)]));
  const ledger = new SendLedger();
  const table = log.table('alert_state');
  let isStopping = false;
  const inFlight = new Set<Promise<void>>();
  const turns = new PartitionTurns<Book>(
    async (partition) => {
      const view = await table.load(partition);
      const messages = [...messagesOf(view.entries())];
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
        await write(log, partition, result);
      } catch (error) {
        book.refresh();
        throw error;
      }
    });

  const stage = await runStage(log, {
    name: 'alerts',
    topics: ['signals', 'fetches'],
    ...(options.observer === undefined ? {} : { observer: options.observer }),
    onAssigned: (topic, partition) => turns.assigned(topic, partition),
    onRevoked: (topic, partition) => turns.revoked(topic, partition),
    handle: async (records, { partition }) => {
      await apply(partition, (book) => {
        const all: TakenIn[] = [];
        for (const record of records) {
          const one =
            record.topic === 'signals'
              ? takeInSignal(rules, record.value, book, now())
              : takeInFetch(rules, record.value, book, now());
          // The next record of the batch must see what this one decided.
          book.follow(one.writes);
          all.push(one);
        }
        return { writes: all.flatMap(({ writes }) => writes), alerts: all.flatMap(({ alerts }) => alerts) };
      });
      return [];
    },
  });

  let refreshed = now();
  const tick = async (): Promise<void> => {
    const isRefreshDue = now() - refreshed >= REFRESH_MS;
    if (isRefreshDue) refreshed = now();
    for (const partition of turns.partitions()) {
      await apply(partition, (book) => {
        if (isRefreshDue) book.refresh();
        const passed = takeInClock(rules, book, now());
        return isRefreshDue ? { ...passed, writes: [...passed.writes, ...book.expired(now())] } : passed;
      });
      await apply(partition, (book) => bundle(rules, book.items, ledger, now()));
      await turns.take(partition, async (book) => sendDue(partition, book));
    }
  };

  /** Starts an attempt on every channel that is free. */
  const sendDue = (partition: number, book: Book): void => {
    const due = [...book.pending].filter(({ next_at }) => next_at <= now());
    for (const outgoing of due.sort((a, b) => a.message.created_at - b.message.created_at)) {
      const sender = senders.get(outgoing.channel) ?? missing(outgoing.channel);
      if (isStopping || sender.busy || sender.freeAt(now()) > now()) continue;
      sender.busy = true;
      const flight: Promise<void> = send(partition, sender, outgoing).finally(() => {
        sender.busy = false;
        inFlight.delete(flight);
        wake();
      });
      inFlight.add(flight);
    }
  };

  const send = async (partition: number, sender: Sender, outgoing: Outgoing): Promise<void> => {
    const attempt = await sender.attempt(outgoing.message, outgoing.attempts, AbortSignal.timeout(SEND_MS), now);
    const where = { channel: outgoing.channel, rule: outgoing.message.rule, message: outgoing.message.message_id };
    if (attempt.outcome === 'later' || attempt.outcome === 'failed')
      logger.warn({ ...where, error: attempt.error }, `alert ${attempt.outcome}`);
    try {
      await apply(partition, () => settle(outgoing, attempt, partition, now()));
    } catch (error) {
      logger.error({ ...where, err: error }, 'what came of an alert could not be written; it may be sent again');
    }
  };

  let ticking = Promise.resolve();
  const timer = setInterval(() => {
    ticking = ticking
      .then(tick)
      .catch((error: unknown) => logger.warn({ err: error }, 'alerts could not go on; tried again'));
  }, tickMs);

  return {
    ...stage,
    stop: async () => {
      clearInterval(timer);
      isStopping = true;
      await ticking;
      // What is under way is waited for: cut off, it would have to be sent again.
      await Promise.all(inFlight);
      await turns.idle();
      await stage.stop();
      await Promise.all([...senders.values()].map(({ channel }) => channel.close()));
    },
  };
}

/** State last: what is on the delivery log twice is seen once, what is in the state is done. */
async function write(log: EventLog, partition: number, result: TakenIn | Settled): Promise<void> {
  const { writes, alerts } = result;
  if ('letter' in result && result.letter !== null)
    await log.append('dead_letters', [{ key: result.letter.stage, value: result.letter }]);
  if (writes.length > 0) {
    await log.append(
      'alert_state',
      writes.map(([key, value]) => ({ key, value, partition })),
    );
  }
  if (alerts.length > 0) {
    await log.append(
      'alerts',
      alerts.map((value) => ({ key: value.alert_id, value })),
    );
  }
}

function* messagesOf(entries: Iterable<[string, unknown]>): Generator<Outgoing> {
  for (const [, value] of entries) {
    const state = alertState.parse(value);
    if (state.type === 'message') yield state.outgoing;
  }
}

/** A crash between state and delivery log leaves a line out: the latest are written again, under their ids. */
async function logAgain(log: EventLog, messages: readonly Outgoing[], now: number): Promise<void> {
  const recent = messages.filter(({ status, updated_at }) => status !== 'pending' && now - updated_at < LOG_AGAIN_MS);
  const records = recent.flatMap((outgoing) =>
    messageRecords(outgoing, outgoing.status === 'sent' ? 'sent' : 'failed'),
  );
  if (records.length > 0)
    await log.append(
      'alerts',
      records.map((value) => ({ key: value.alert_id, value })),
    );
}

/** Stands in for a channel that is not configured any more: what was on its way to it is given up. */
function missing(name: string): Sender {
  return new Sender({
    name,
    type: 'none',
    pace: { messages: 1, perMs: 1 },
    send: async () => {
      throw new DeliveryError(`no channel is called ${name} any more`, { isTransient: false });
    },
    close: async () => undefined,
  });
}
