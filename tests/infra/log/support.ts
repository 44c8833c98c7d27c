import { setTimeout as delay } from 'node:timers/promises';
import type { ConsumedRecord, EventLog } from '../../../infra/log/port.ts';

/** Waits for a condition; the test's own timeout is the limit. */
export async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await condition())) await delay(5);
}

/** A promise the test holds in its hand. */
export function gate(): { readonly passed: Promise<void>; open(): void } {
  const { promise, resolve } = Promise.withResolvers<void>();
  return { passed: promise, open: () => resolve() };
}

export const jsonOf = (record: ConsumedRecord): unknown => JSON.parse(record.bytes.toString());

export async function readAll(log: EventLog, topic: Parameters<EventLog['read']>[0]): Promise<ConsumedRecord[]> {
  return collect(log.read(topic));
}

export async function totalLag(log: EventLog, group: string, topic: Parameters<EventLog['read']>[0]): Promise<number> {
  return (await log.lag(group, [topic])).reduce((sum, { lag }) => sum + lag, 0);
}

export async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}
