import type { Context } from 'hono';
import { streamSSE } from 'hono/streaming';
import type { AppEnv } from '../access/guard.ts';
import { HttpProblem } from '../api/problem.ts';
import type { Parts } from '../parts.ts';
import { matches, type SignalFilter } from '../store/signal-filter.ts';
import { signalsRecordedSince } from '../store/signals.ts';
import type { StoredSignal } from '../store/stored-signal.ts';
import { eventId, eventTime } from './event-id.ts';

const MAX_STREAMS = 500;
/** A reader that falls this far behind is let go; it comes back with Last-Event-ID and misses nothing. */
const MAX_BEHIND = 5000;
const MAX_MISSED = 1000;
const BEAT_MS = 15_000;
/** Clocks of several brokers differ a little: going back repeats some signals and loses none. */
const OVERLAP_MS = 10_000;

/** What came since the event the listener heard last, oldest first, or null where that is not known or too much. */
const missedSince = async (
  { store, hub }: Parts,
  last: string,
  filter: SignalFilter,
  abort: AbortSignal,
): Promise<StoredSignal[] | null> => {
  const time = eventTime(last);
  if (time === null) return null;
  const from = new Date(Date.parse(time) - OVERLAP_MS).toISOString();
  const stored = await signalsRecordedSince(store, from, filter, MAX_MISSED + 1, abort);
  const earliest = stored.at(-1);
  if (stored.length > MAX_MISSED && earliest && earliest.recorded_at > time) return null;
  // The store lags the log by a moment; what came in that moment is still at hand here.
  const heard = hub.recent().filter((signal) => matches(signal, filter) && signal.recorded_at >= from);
  return [...stored, ...heard]
    .filter((signal) => eventId(signal) !== last)
    .sort((a, b) => (a.recorded_at < b.recorded_at ? -1 : a.recorded_at > b.recorded_at ? 1 : 0));
};

/**
 * Server-sent events of the signals that pass the filter. After a break the browser sends Last-Event-ID: what it missed
 * comes from ClickHouse, then from what the hub heard in the meantime, each revision once. Where that is too long ago it gets one
 * `reset` event: load the list anew. Loaded history stays quiet unless backfill asks for it.
 */
export const streamSignals = (
  c: Context<AppEnv>,
  parts: Parts,
  asked: SignalFilter,
  render: (signal: StoredSignal) => string,
): Response => {
  const { hub } = parts;
  const filter = { backfill: false, ...asked };
  if (hub.size >= MAX_STREAMS)
    throw new HttpProblem(
      { status: 503, title: 'Too many streams', detail: 'Try again in a minute, or poll /api/v1/signals.' },
      { 'Retry-After': '60' },
    );
  const last = c.req.header('last-event-id') ?? c.req.query('last_event_id');
  c.header('Cache-Control', 'no-store');
  c.header('X-Accel-Buffering', 'no');

  return streamSSE(c, async (stream) => {
    const waiting: StoredSignal[] = [];
    const sent = new Set<string>();
    const abort = new AbortController();
    let wake = (): void => {};
    const beat = setInterval(() => void stream.write(': beat\n\n'), BEAT_MS);
    const end = (): void => {
      clearInterval(beat);
      unsubscribe();
      abort.abort();
      wake();
    };
    const unsubscribe = hub.subscribe({
      receive(signal) {
        if (!matches(signal, filter)) return;
        if (waiting.push(signal) > MAX_BEHIND) {
          end();
          // The write this reader does not take would wait for ever.
          c.env.outgoing.destroy();
        }
        wake();
      },
      close: end,
    });
    stream.onAbort(end);
    const send = async (signal: StoredSignal): Promise<void> => {
      const id = eventId(signal);
      if (sent.has(id)) return;
      sent.add(id);
      await stream.writeSSE({ event: 'signal', id, data: render(signal) });
    };
    try {
      await stream.write('retry: 2000\n: open\n\n');
      if (last !== undefined) {
        const missed = await missedSince(parts, last, filter, abort.signal);
        if (missed === null) await stream.writeSSE({ event: 'reset', data: '{}' });
        for (const signal of missed ?? []) await send(signal);
      }
      while (!abort.signal.aborted) {
        const next = waiting.shift();
        if (next) await send(next);
        else {
          sent.clear();
          await new Promise<void>((resolve) => {
            wake = resolve;
          });
        }
      }
    } catch (error) {
      if (!abort.signal.aborted) parts.options.logger?.warn({ err: error }, 'a live stream ended early');
    } finally {
      end();
    }
  });
};
