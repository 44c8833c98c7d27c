import { expect, test } from 'vitest';
import { dropDeadLetter, listDeadLetters, retryDeadLetter, showDeadLetter } from '../../../infra/log/dead-letters.ts';
import type { EventLog } from '../../../infra/log/port.ts';
import { runStage } from '../../../infra/log/stage.ts';
import { readAll, totalLag, until } from './support.ts';
import { temporaryLog } from './temporary-log.ts';

/** Two records of schedule_state that no contract allows, one in each partition, dead-lettered by a stage. */
async function twoLetters(log: EventLog) {
  await log.append('schedule_state', [
    { key: 'a', value: Buffer.from('{"broken":'), partition: 0 },
    { key: 'b', value: { version: 1, source_id: 'b' }, partition: 1 },
  ]);
  const stage = await runStage(log, { name: 'schedule', topics: ['schedule_state'], handle: async () => undefined });
  await until(async () => (await totalLag(log, 'schedule', 'schedule_state')) === 0);
  await stage.stop();
  const letters = await listDeadLetters(log);
  const of = (key: string) => letters.find((letter) => letter.key === key)?.dead_letter_id ?? '';
  return { a: of('a'), b: of('b') };
}

test('letters are listed by stage and topic, without their records', async () => {
  const { log } = await temporaryLog();
  await twoLetters(log);
  const letters = await listDeadLetters(log, { stage: 'schedule', topic: 'schedule_state' });
  expect(letters).toHaveLength(2);
  expect(letters.find(({ key }) => key === 'a')).toMatchObject({ size_bytes: 10, status: 'open' });
  expect(Object.keys(letters[0] ?? {})).not.toContain('raw');
  expect(await listDeadLetters(log, { stage: 'detect' })).toEqual([]);
  expect(await listDeadLetters(log, { topic: 'prices' })).toEqual([]);
});

test('retry puts the very bytes back at their partition and closes the letter', async () => {
  const { log } = await temporaryLog();
  const { a, b } = await twoLetters(log);
  await retryDeadLetter(log, a);
  const again = (await readAll(log, 'schedule_state')).filter(({ partition, key }) => partition === 0 && key === 'a');
  expect(again.at(-1)?.bytes.toString()).toBe('{"broken":');
  expect((await listDeadLetters(log)).map((letter) => letter.dead_letter_id)).toEqual([b]);
  expect(await showDeadLetter(log, a)).toMatchObject({ status: 'retried', resolved_at: expect.any(String) });
});

test('what still fails after a retry gets a letter of its own', async () => {
  const { log } = await temporaryLog();
  const { a } = await twoLetters(log);
  await retryDeadLetter(log, a);
  const stage = await runStage(log, { name: 'schedule', topics: ['schedule_state'], handle: async () => undefined });
  await until(() => stage.status.deadLetters === 1);
  await stage.stop();
  const letters = await listDeadLetters(log);
  expect(letters.map(({ key, offset }) => ({ key, offset })).toSorted((x, y) => x.offset - y.offset)).toEqual([
    { key: 'b', offset: 0 },
    { key: 'a', offset: 1 },
  ]);
});

test('drop closes the letter and leaves the topic alone', async () => {
  const { log } = await temporaryLog();
  const { a, b } = await twoLetters(log);
  const before = (await readAll(log, 'schedule_state')).length;
  expect(await dropDeadLetter(log, b)).toMatchObject({ status: 'dropped' });
  expect((await listDeadLetters(log)).map((letter) => letter.dead_letter_id)).toEqual([a]);
  expect(await listDeadLetters(log, { all: true })).toHaveLength(2);
  expect((await readAll(log, 'schedule_state')).length).toBe(before);
});

test('the beginning of an id is enough when it is the only one; otherwise the message says what to do', async () => {
  const { log } = await temporaryLog();
  const { a } = await twoLetters(log);
  expect((await showDeadLetter(log, a.slice(0, 8))).dead_letter_id).toBe(a);
  await expect(showDeadLetter(log, 'zzz')).rejects.toThrow('no dead letter zzz; `tokentape dlq list --all`');
  await expect(showDeadLetter(log, '')).rejects.toThrow('2 dead letters begin with');
});
