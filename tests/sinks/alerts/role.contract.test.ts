import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { deadLetter } from '../../../infra/contracts/dead-letter.ts';
import { fetchAttempt } from '../../../infra/contracts/fetch.ts';
import { retryDeadLetter } from '../../../infra/log/dead-letters.ts';
import { Unavailable } from '../../../infra/log/errors.ts';
import type { EventLog } from '../../../infra/log/port.ts';
import type { Stage } from '../../../infra/log/stage.ts';
import { type Channel, DeliveryError } from '../../../sinks/alerts/channels/channel.ts';
import type { Message } from '../../../sinks/alerts/message.ts';
import { runAlerts } from '../../../sinks/alerts/role.ts';
import type { Rule } from '../../../sinks/alerts/rule.ts';
import { rules as build, change, NOW, rule, signal } from './builders.ts';
import { appendSignals, collect, deliveryLog, openLog, quiet, until } from './role-harness.ts';

/** A channel that does what the test tells it to, and keeps what it took. */
function channel(behave: (message: Message) => void = () => undefined) {
  const taken: Message[] = [];
  let tries = 0;
  const made: Channel = {
    name: 'ops',
    type: 'test',
    pace: { messages: 1_000, perMs: 1 },
    send: async (message) => {
      tries++;
      behave(message);
      taken.push(message);
    },
    close: async () => undefined,
  };
  return { channel: made, taken, tries: () => tries };
}

let place: Awaited<ReturnType<typeof openLog>>;
let running: Stage[] = [];
let clock = NOW;
beforeEach(async () => {
  place = await openLog();
  clock = NOW;
});
afterEach(async () => {
  for (const stage of running) await stage.stop();
  running = [];
  await place.close();
});

const prompt = (fields: object = {}) => rule({ group_wait: '0s', group_by: 'signal', ...fields });
async function start(
  channels: readonly Channel[],
  rules: readonly Rule[] = [prompt()],
  log: EventLog = place.log,
): Promise<Stage> {
  const retry = { firstDelayMs: 1, longestDelayMs: 2, attempts: 3 };
  const stage = await runAlerts({ log, logger: quiet, rules, channels, now: () => clock, tickMs: 5, retry });
  running.push(stage);
  return stage;
}
const stop = async (stage: Stage) => {
  running = running.filter((one) => one !== stage);
  await stage.stop();
};
const some = (count: number) =>
  Array.from({ length: count }, (_, index) =>
    signal({
      signal_id: `s${index}`,
      subject: `provider-${index}`,
      changes: [change({ change_id: `c${index}` }), change({ change_id: `d${index}` })],
    }),
  );

describe('the alerts role', () => {
  it('tells each signal once, over restarts and redeliveries, and writes down what it did', async () => {
    const first = channel();
    const stage = await start([first.channel]);
    await appendSignals(place.log, some(5));
    await until(async () => (await deliveryLog(place.log)).filter(({ status }) => status === 'sent').length === 5);
    await stop(stage);
    await appendSignals(place.log, some(6));
    const second = channel();
    await start([second.channel]);
    await until(() => second.taken.length > 0);
    await until(async () => (await deliveryLog(place.log)).filter(({ status }) => status === 'sent').length === 6);
    expect(first.taken).toHaveLength(5);
    expect(second.taken.map(({ entries }) => entries[0]?.signal_id)).toEqual(['s5']);
    const [one] = await deliveryLog(place.log);
    expect(one).toMatchObject({
      rule: 'prices',
      channel: 'ops',
      attempts: 1,
      title: 'Alibaba Cloud raises 2 prices, 25 percent',
      error: null,
      text: expect.stringContaining('qwen-max input: ¥10 → ¥12.5'),
    });
  });

  it('tries again what failed for the moment', async () => {
    let failures = 2;
    const { channel: unsteady, taken } = channel(() => {
      if (failures-- > 0) throw new DeliveryError('busy', { isTransient: true });
    });
    await start([unsteady]);
    await appendSignals(place.log, some(1));
    await until(() => {
      clock += 10;
      return taken.length === 1;
    });
    await until(async () => (await deliveryLog(place.log))[0]?.status === 'sent');
    expect((await deliveryLog(place.log))[0]).toMatchObject({ attempts: 3, error: null });
  });

  it('gives up what cannot work, keeps it in dead_letters, and sends it when it is put back', async () => {
    let isRefused = true;
    const {
      channel: strict,
      taken,
      tries,
    } = channel(() => {
      if (isRefused) throw new DeliveryError('no such channel', { isTransient: false });
    });
    await start([strict]);
    await appendSignals(place.log, some(1));
    await until(async () => (await deliveryLog(place.log))[0]?.status === 'failed');
    expect(tries()).toBe(1);
    const [letter] = (await collect(place.log, 'dead_letters')).map((one) => deadLetter.parse(one));
    expect(letter).toMatchObject({
      stage: 'alerts',
      topic: 'alert_state',
      error: expect.stringContaining('no such channel'),
    });
    isRefused = false;
    await retryDeadLetter(place.log, letter?.dead_letter_id ?? '');
    clock += 60_000;
    await until(() => taken.length === 1);
    await until(async () => (await deliveryLog(place.log))[0]?.status === 'sent');
  });

  it('stops asking a channel that fails again and again', async () => {
    const { channel: broken, tries } = channel(() => {
      throw new DeliveryError('away', { isTransient: true });
    });
    await start([broken]);
    await appendSignals(place.log, some(12));
    await until(() => tries() >= 5);
    for (let turns = 0; turns < 50; turns++) {
      clock += 1;
      await until(() => true);
    }
    expect(tries()).toBe(5);
    expect((await deliveryLog(place.log)).filter(({ status }) => status === 'failed')).toEqual([]);
  });

  it('does not repeat what was acknowledged when the log was away just then', async () => {
    let isAway = true;
    const log: EventLog = {
      ...place.log,
      append: async (topic, records) => {
        const tellsSent = topic === 'alert_state' && JSON.stringify(records).includes('"status":"sent"');
        if (tellsSent && isAway) throw new Unavailable('the disk is full');
        await place.log.append(topic, records);
      },
    };
    const { channel: steady, taken } = channel();
    await start([steady], [prompt()], log);
    await appendSignals(place.log, some(1));
    await until(() => taken.length === 1);
    clock += 60_000;
    await until(() => running[0] !== undefined && running[0].status.recordsIn === 1);
    isAway = false;
    await until(async () => (await deliveryLog(place.log))[0]?.status === 'sent');
    expect(taken).toHaveLength(1);
  });

  it('gives up what was meant for a channel that is configured no more', async () => {
    const { channel: gone } = channel(() => {
      throw new DeliveryError('busy', { isTransient: true });
    });
    const stage = await start([gone]);
    await appendSignals(place.log, some(1));
    await until(async () => (await deliveryLog(place.log))[0]?.status === 'retrying');
    await stop(stage);
    clock += 10;
    await start([]);
    await until(async () => (await deliveryLog(place.log))[0]?.status === 'failed');
  });

  it('tells about sources in trouble, and in one message', async () => {
    const { channel: steady, taken } = channel();
    await start([steady], [build.source({ group_wait: '1s', source: { events: ['failing', 'stale'], failures: 2 } })]);
    const attempts = ['a', 'b'].flatMap((source_id) =>
      [1, 2, 3].map((minute) =>
        fetchAttempt.parse({
          fetch_id: `${source_id}${minute}`,
          job_id: 'j',
          source_id,
          url: 'https://x.example',
          started_at: new Date(NOW + minute * 60_000).toISOString(),
          duration_ms: 1,
          outcome: 'http_error',
          status: 503,
        }),
      ),
    );
    await place.log.append(
      'fetches',
      attempts.map((value) => ({ key: 'same', value })),
    );
    await until(() => {
      clock += 100;
      return taken.length === 1;
    });
    expect(taken[0]?.entries.map(({ headline }) => headline).sort()).toEqual([
      'a failed 2 times in a row',
      'b failed 2 times in a row',
    ]);
    clock = NOW + 49 * 3_600_000;
    await until(() => {
      clock += 100;
      return taken.length === 2;
    });
    expect(taken[1]?.entries.map(({ reason }) => reason)).toEqual(['source_stale', 'source_stale']);
  });
});
