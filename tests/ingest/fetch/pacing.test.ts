import { describe, expect, test } from 'vitest';
import { HostPacer } from '../../../ingest/fetch/pacing.ts';
import { TestClock } from '../support/clock.ts';

const setUp = () => {
  const clock = new TestClock(0);
  return { clock, pacer: new HostPacer(clock) };
};

test('requests to one host start at least the delay apart, in their order', async () => {
  const { clock, pacer } = setUp();
  const starts: [string, number][] = [];
  const run = (name: string) =>
    pacer.run('a', { delayMs: 2000, concurrency: 1 }, undefined, async () => void starts.push([name, clock.now()]));
  await Promise.all([run('first'), run('second'), run('third')]);
  expect(starts).toEqual([
    ['first', 0],
    ['second', 2000],
    ['third', 4000],
  ]);
});

test('another host does not wait', async () => {
  const { clock, pacer } = setUp();
  const pace = { delayMs: 60_000, concurrency: 1 };
  await pacer.run('a', pace, undefined, async () => {});
  await pacer.run('b', pace, undefined, async () => {});
  expect(clock.slept).toEqual([]);
});

test('no more requests under way than allowed', async () => {
  const { pacer } = setUp();
  let active = 0;
  let most = 0;
  const gates: (() => void)[] = [];
  const runs = Array.from({ length: 5 }, () =>
    pacer.run('a', { delayMs: 0, concurrency: 2 }, undefined, async () => {
      active += 1;
      most = Math.max(most, active);
      await new Promise<void>((open) => gates.push(open));
      active -= 1;
    }),
  );
  for (let open = 0; open < 5; open++) {
    while (gates.length === 0) await Promise.resolve();
    gates.shift()?.();
  }
  await Promise.all(runs);
  expect(most).toBe(2);
});

test('a failed request gives its place free', async () => {
  const { pacer } = setUp();
  const pace = { delayMs: 0, concurrency: 1 };
  await expect(pacer.run('a', pace, undefined, () => Promise.reject(new Error('x')))).rejects.toThrow('x');
  expect(await pacer.run('a', pace, undefined, async () => 'next')).toBe('next');
});

describe('a host that asked for a pause', () => {
  test('is waited for when it is short', async () => {
    const { clock, pacer } = setUp();
    pacer.pause('a', 5_000);
    await pacer.run('a', { delayMs: 0, concurrency: 1 }, undefined, async () => {});
    expect(clock.now()).toBe(5_000);
  });

  test('fails the job with the time to come back when it is long', async () => {
    const { pacer } = setUp();
    pacer.pause('a', 3_600_000);
    await expect(pacer.run('a', { delayMs: 0, concurrency: 1 }, undefined, async () => {})).rejects.toMatchObject({
      kind: 'rate_limited',
      retryAfter: 3_600_000,
    });
  });
});

test('waiting ends when the work is called off', async () => {
  const { pacer } = setUp();
  await expect(
    pacer.run('a', { delayMs: 0, concurrency: 1 }, AbortSignal.abort(new Error('stop')), async () => {}),
  ).rejects.toThrow('stop');
});
