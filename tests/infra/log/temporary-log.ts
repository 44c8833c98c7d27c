import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type EmbeddedLog, type EmbeddedLogOptions, openEmbeddedLog } from '../../../infra/log/embedded/log.ts';

export interface TemporaryLog extends AsyncDisposable {
  readonly log: EmbeddedLog;
  readonly path: string;
}

/** An embedded log in a directory of its own, gone at the end of the block: `await using { log } = ...`. */
export async function temporaryLog(options: Omit<EmbeddedLogOptions, 'path'> = {}): Promise<TemporaryLog> {
  const directory = await mkdtemp(join(tmpdir(), 'tokentape-log-'));
  const path = join(directory, 'log.db');
  const log = openEmbeddedLog({ partitions: 2, ...options, path });
  return {
    log,
    path,
    [Symbol.asyncDispose]: async () => {
      await log.close();
      await rm(directory, { recursive: true });
    },
  };
}
