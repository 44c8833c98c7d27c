import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { channelSettings, openChannel } from '../../../sinks/alerts/channels/open.ts';
import { Dispatcher, type Due } from '../../../sinks/alerts/dispatcher.ts';
import { message, NOW } from './builders.ts';
import { type Receiver, startReceiver } from './channels/receiver.ts';
import { quiet } from './role-harness.ts';

let receiver: Receiver;
let now = NOW;
const arrivals: number[] = [];
beforeEach(async () => {
  now = NOW;
  arrivals.length = 0;
  receiver = await startReceiver(() => {
    arrivals.push(now);
    return { body: '{"errcode":0,"code":0}' };
  });
});
afterEach(() => receiver.close());

/** Most arrivals in any window of `ms`. */
const most = (ms: number) =>
  Math.max(...arrivals.map((start) => arrivals.filter((at) => at >= start && at < start + ms).length));

describe('a burst of messages', () => {
  it.each([
    ['dingtalk', 60_000, 20],
    ['wecom', 60_000, 20],
    ['feishu', 60_000, 100],
    ['feishu', 1_000, 5],
    ['slack', 1_000, 1],
    ['teams', 1_000, 4],
  ])('reaches %s at its pace: in %i ms at most %i', async (type, ms, limit) => {
    if (type === 'slack') {
      receiver.answer(() => {
        arrivals.push(now);
        return { body: 'ok' };
      });
    }
    const waiting = new Map<string, Due>();
    for (let index = 0; index < 130; index++) {
      const one = message({ message_id: `m${index}`, created_at: NOW + index });
      waiting.set(one.message_id, {
        partition: 0,
        outgoing: {
          message: one,
          channel: 'c',
          status: 'pending',
          attempts: 0,
          next_at: NOW,
          error: null,
          updated_at: NOW,
        },
      });
    }
    let free = Promise.withResolvers<void>();
    const dispatcher = new Dispatcher({
      channels: [
        openChannel(channelSettings.parse({ name: 'c', type, url: receiver.url, allow_private: true }), process.stdout),
      ],
      logger: quiet,
      now: () => now,
      settle: async ({ outgoing }, attempt) => {
        if (attempt.outcome === 'sent') waiting.delete(outgoing.message.message_id);
      },
      onFree: () => free.resolve(),
    });
    while (waiting.size > 0) {
      free = Promise.withResolvers<void>();
      const before = arrivals.length;
      if (dispatcher.start([...waiting.values()]) > 0) await free.promise;
      if (arrivals.length === before) now += 50;
    }
    await dispatcher.stop();
    expect(arrivals).toHaveLength(130);
    expect(most(ms)).toBeLessThanOrEqual(limit);
  });
});
