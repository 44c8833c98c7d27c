import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type EmbeddedLog, type EmbeddedLogOptions, openEmbeddedLog } from '../../../infra/log/embedded/log.ts';

export interface TemporaryLog {
  readonly log: EmbeddedLog;
  readonly path: string;
}

/** An embedded log in a directory of its own, gone when the test has ended. */
export async function temporaryLog(options: Omit<EmbeddedLogOptions, 'path'> = {}): Promise<TemporaryLog> {
  const directory = await mkdtemp(join(tmpdir(), 'tokentape-log-'));
  const path = join(directory, 'log.db');
  const log = openEmbeddedLog({ partitions: 2, ...options, path });
  onTestFinished(async () => {
    await log.close();
    await rm(directory, { recursive: true });
  });
  return { log, path };
}
