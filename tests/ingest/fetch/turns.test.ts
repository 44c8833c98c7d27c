import { expect, test } from 'vitest';
import { takeTurns } from '../../../ingest/fetch/turns.ts';

const ask = (delayMs: number) => (job: string) => (job.startsWith('known') ? null : { host: job.slice(0, 1), delayMs });

test('a host gets as many as its pace allows in a turn, the others wait in their order', () => {
  const jobs = ['a1', 'a2', 'a3', 'a4', 'a5', 'b1'];
  expect(takeTurns(jobs, ask(2_000))).toEqual({ now: ['a1', 'a2', 'a3', 'b1'], later: ['a4', 'a5'] });
});

test('the slowest host still gets one', () => {
  expect(takeTurns(['a1', 'a2'], ask(3_600_000))).toEqual({ now: ['a1'], later: ['a2'] });
});

test('a job that asks nothing of its host costs nothing', () => {
  const known = Array.from({ length: 100 }, (_, index) => `known${index}`);
  expect(takeTurns([...known, 'a1'], ask(10_000))).toEqual({ now: [...known, 'a1'], later: [] });
});

test('a host without a pace does not take the turn for ever', () => {
  const jobs = Array.from({ length: 80 }, (_, index) => `a${index}`);
  expect(takeTurns(jobs, ask(0)).later).toHaveLength(30);
});
