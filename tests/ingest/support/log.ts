import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { RecordOf, TopicName } from '../../../infra/contracts/topics.ts';
import { decode } from '../../../infra/log/decode.ts';
import { openEmbeddedLog } from '../../../infra/log/embedded/log.ts';
import type { EventLog } from '../../../infra/log/port.ts';

/** A real event log in a folder of its own, for one test. */
export function testLog(): EventLog {
  const dir = mkdtempSync(join(tmpdir(), 'tokentape-ingest-'));
  const log = openEmbeddedLog({ path: join(dir, 'log.sqlite') });
  onTestFinished(async () => {
    await log.close();
    rmSync(dir, { recursive: true });
  });
  return log;
}

/** Everything on a topic now, in order of arrival. */
export async function recordsOf<T extends TopicName>(log: EventLog, topic: T): Promise<RecordOf<T>[]> {
  const found: { value: RecordOf<T>; arrivedAt: number }[] = [];
  for await (const record of log.read(topic)) {
    found.push({ value: decode(topic, record), arrivedAt: record.arrivedAt });
  }
  return found.sort((a, b) => a.arrivedAt - b.arrivedAt).map(({ value }) => value);
}
