/**
 * A process for tests to kill. It says on stdout what it has done, synchronously: what was said before the kill had happened.
 * Usage: crash-worker.ts append|consume '<opening as JSON>'
 */
import { writeSync } from 'node:fs';
import { openEmbeddedLog } from '../../../infra/log/embedded/log.ts';
import { openKafkaLog } from '../../../infra/log/kafka/log.ts';
import type { EventLog } from '../../../infra/log/port.ts';
import { type Opening, parseOpening } from './opening.ts';

const [mode, json = ''] = process.argv.slice(2);
const log = await open(parseOpening(json));
if (mode === 'append') await append();
else await consume();

async function open(opening: Opening): Promise<EventLog> {
  return opening.adapter === 'embedded' ? openEmbeddedLog(opening) : openKafkaLog(opening);
}

/** Appends numbered records, several calls at a time, and says each number once its append has resolved. */
async function append(): Promise<void> {
  let next = 0;
  const appender = async () => {
    for (;;) {
      const n = next++;
      await log.append('fetch_jobs', [{ key: `host-${n % 7}`, value: { run: process.pid, n } }]);
      writeSync(1, `${process.pid} ${n}\n`);
    }
  };
  await Promise.all(Array.from({ length: 8 }, appender));
}

/** Says each record, then lets its offset be committed. */
async function consume(): Promise<void> {
  await log.consume({
    topics: ['fetch_jobs'],
    group: 'crash',
    maxRecords: 10,
    onBatch: async ({ records }) => {
      for (const { partition, offset } of records) writeSync(1, `${partition} ${offset}\n`);
    },
  });
}
