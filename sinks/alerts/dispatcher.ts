import type { Logger } from '../../infra/telemetry/logger.ts';
import { type Channel, DeliveryError } from './channels/channel.ts';
import { type Attempt, type RetryPlan, Sender } from './sender.ts';
import type { Outgoing } from './state.ts';

/** A message that may be sent now, and the partition its state lies in. */
export interface Due {
  readonly partition: number;
  readonly outgoing: Outgoing;
}

export interface DispatcherOptions {
  readonly channels: readonly Channel[];
  readonly retry?: RetryPlan | undefined;
  readonly logger: Logger;
  readonly now: () => number;
  /** Writes down what came of an attempt; resolves when it is durable. The message is not touched before. */
  readonly settle: (due: Due, attempt: Attempt) => Promise<void>;
  /** Called when a channel is free again. */
  readonly onFree: () => void;
}

const SEND_MS = 30_000;

/** Hands messages to their channels, one at a time each, oldest first. */
export class Dispatcher {
  readonly #options: DispatcherOptions;
  readonly #senders: Map<string, Sender>;
  readonly #flights = new Map<string, Promise<void>>();
  #isStopping = false;

  constructor(options: DispatcherOptions) {
    this.#options = options;
    this.#senders = new Map(options.channels.map((channel) => [channel.name, new Sender(channel, options.retry)]));
  }

  /** Starts an attempt on every channel that is free and has something due; returns how many it started. */
  start(due: readonly Due[]): number {
    const { now } = this.#options;
    let started = 0;
    for (const one of [...due].sort((a, b) => a.outgoing.message.created_at - b.outgoing.message.created_at)) {
      const { message, channel } = one.outgoing;
      const sender = this.#senderOf(channel);
      if (this.#isStopping || this.#flights.has(message.message_id)) continue;
      if (sender.busy || sender.freeAt(now()) > now()) continue;
      sender.busy = true;
      const flight = this.#send(sender, one).finally(() => {
        sender.busy = false;
        this.#flights.delete(message.message_id);
        this.#options.onFree();
      });
      this.#flights.set(message.message_id, flight);
      started++;
    }
    return started;
  }

  /** Waits for what is under way (cut off, it would have to be sent again), then closes the channels. */
  async stop(): Promise<void> {
    this.#isStopping = true;
    await Promise.all(this.#flights.values());
    await Promise.all(this.#options.channels.map((channel) => channel.close()));
  }

  async #send(sender: Sender, due: Due): Promise<void> {
    const { logger, now, settle } = this.#options;
    const { message, attempts, channel } = due.outgoing;
    const attempt = await sender.attempt(message, attempts, AbortSignal.timeout(SEND_MS), now);
    const where = { channel, rule: message.rule, message: message.message_id, attempt: attempts + 1 };
    if (attempt.outcome === 'sent') logger.debug(where, 'alert sent');
    if (attempt.outcome === 'later')
      logger.warn({ ...where, error: attempt.error }, 'alert not sent, tried again later');
    if (attempt.outcome === 'failed')
      logger.error({ ...where, error: attempt.error }, 'alert given up, see `tokentape dlq`');
    try {
      await settle(due, attempt);
    } catch (error) {
      logger.error({ ...where, err: error }, 'what came of an alert could not be written; it may be sent again');
    }
  }

  #senderOf(name: string): Sender {
    const sender = this.#senders.get(name) ?? new Sender(gone(name));
    this.#senders.set(name, sender);
    return sender;
  }
}

/** Stands in for a channel that is not configured any more: what was on its way to it is given up. */
function gone(name: string): Channel {
  return {
    name,
    type: 'gone',
    pace: { messages: 100, perMs: 1_000 },
    send: async () => {
      throw new DeliveryError(`no channel is called ${name} any more`, { isTransient: false });
    },
    close: async () => undefined,
  };
}
