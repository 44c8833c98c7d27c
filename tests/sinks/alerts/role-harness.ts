import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { pino } from 'pino';
import { type Alert, alert } from '../../../infra/contracts/alert.ts';
import { signalKey } from '../../../infra/contracts/market.ts';
import type { Signal } from '../../../infra/contracts/signal.ts';
import type { TopicName } from '../../../infra/contracts/topics.ts';
import { openEmbeddedLog } from '../../../infra/log/embedded/log.ts';
import type { EventLog } from '../../../infra/log/port.ts';

export const quiet = pino({ level: 'silent' });

/** Waits for a condition; the test's own timeout is the limit. */
export async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await condition())) await delay(5);
}

/** A log of its own in a folder of its own. */
export async function openLog() {
  const folder = await mkdtemp(join(tmpdir(), 'tokentape-alerts-'));
  const path = join(folder, 'log.sqlite');
  const log = openEmbeddedLog({ path, partitions: 2 });
  return {
    log,
    path,
    close: async () => {
      await log.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

export async function appendSignals(log: EventLog, signals: readonly Signal[]): Promise<void> {
  await log.append(
    'signals',
    signals.map((value) => ({ key: signalKey(value), value })),
  );
}

/** Everything that lies on a topic, as JSON. */
export async function collect(log: EventLog, topic: TopicName): Promise<unknown[]> {
  const all: unknown[] = [];
  for await (const record of log.read(topic)) all.push(JSON.parse(record.bytes.toString()));
  return all;
}

/** The delivery log: the last line about each alert. */
export async function deliveryLog(log: EventLog): Promise<Alert[]> {
  const last = new Map<string, Alert>();
  for (const one of await collect(log, 'alerts')) {
    const line = alert.parse(one);
    last.set(line.alert_id, line);
  }
  return [...last.values()];
}
