import {
  BrokenCircuitError,
  type CircuitBreakerPolicy,
  ConsecutiveBreaker,
  circuitBreaker,
  handleWhen,
} from 'cockatiel';
import { type Channel, DeliveryError } from './channels/channel.ts';
import type { Message } from './message.ts';

/** What came of one attempt. Times in epoch milliseconds. */
export type Attempt =
  | { readonly outcome: 'sent' }
  | { readonly outcome: 'later'; readonly at: number; readonly error: string }
  | { readonly outcome: 'failed'; readonly error: string }
  /** The breaker is open: nothing was tried, nothing counts. */
  | { readonly outcome: 'untried' };

export interface RetryPlan {
  readonly firstDelayMs: number;
  readonly longestDelayMs: number;
  readonly attempts: number;
}

/** From ten seconds to half an hour apart: a day of trying in all. */
export const RETRY_PLAN: RetryPlan = { firstDelayMs: 10_000, longestDelayMs: 30 * 60_000, attempts: 55 };
const BREAKER = { failures: 5, halfOpenAfterMs: 60_000 };

/** Sends to one channel: one message at a time, at the channel's pace, behind a breaker. */
export class Sender {
  readonly channel: Channel;
  readonly #plan: RetryPlan;
  readonly #breaker: CircuitBreakerPolicy;
  readonly #halfOpenAfterMs: number;
  #sent: number[] = [];
  #brokenUntil = 0;
  busy = false;

  constructor(channel: Channel, plan: RetryPlan = RETRY_PLAN, breaker = BREAKER) {
    this.channel = channel;
    this.#plan = plan;
    this.#halfOpenAfterMs = breaker.halfOpenAfterMs;
    this.#breaker = circuitBreaker(
      handleWhen((error) => !(error instanceof DeliveryError) || error.isTransient),
      { halfOpenAfter: breaker.halfOpenAfterMs, breaker: new ConsecutiveBreaker(breaker.failures) },
    );
  }

  /** When the pace and the breaker allow the next attempt; `now` or earlier when they do already. */
  freeAt(now: number): number {
    const { messages, perMs } = this.channel.pace;
    this.#sent = this.#sent.filter((at) => at > now - perMs);
    const [oldest] = this.#sent.slice(-messages);
    const paced = this.#sent.length < messages || oldest === undefined ? now : oldest + perMs;
    return Math.max(paced, this.#brokenUntil);
  }

  /** Tries once. `attempts` counts the tries before this one. */
  async attempt(message: Message, attempts: number, signal: AbortSignal, now: () => number): Promise<Attempt> {
    try {
      await this.#breaker.execute(() => {
        this.#sent.push(now());
        return this.channel.send(message, signal);
      });
      return { outcome: 'sent' };
    } catch (thrown) {
      if (thrown instanceof BrokenCircuitError) {
        this.#brokenUntil = now() + this.#halfOpenAfterMs / 10;
        return { outcome: 'untried' };
      }
      const error = thrown instanceof Error ? thrown.message : String(thrown);
      const isFinal = thrown instanceof DeliveryError && !thrown.isTransient;
      if (isFinal || attempts + 1 >= this.#plan.attempts) return { outcome: 'failed', error };
      const wanted = thrown instanceof DeliveryError ? thrown.retryAfterMs : null;
      return { outcome: 'later', at: now() + (wanted ?? this.#delay(attempts)), error };
    }
  }

  /** Doubles from try to try, with a quarter of chance so that many do not come back at once. */
  #delay(attempts: number): number {
    const doubled = Math.min(this.#plan.longestDelayMs, this.#plan.firstDelayMs * 2 ** attempts);
    return doubled * (0.75 + Math.random() / 2);
  }
}
