import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { explain, isBusy } from './sqlite-error.ts';

/**
 * Holds a group for this process until it is released or the process dies, however it dies: the lock is the operating system's, taken
 * by SQLite on a file of its own. Without it, two processes on one directory would both work on every record.
 */
export function lockGroup(logPath: string, group: string): () => void {
  const directory = `${logPath}-groups`;
  const path = join(directory, `${encodeURIComponent(group)}.lock`);
  try {
    mkdirSync(directory, { recursive: true });
    const lock = new DatabaseSync(path, { timeout: 0 });
    lock.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE;');
    return () => {
      // Unlinked while it is still held: nobody can come to hold a file that is about to go.
      rmSync(path, { force: true });
      lock.close();
    };
  } catch (error) {
    if (!isBusy(error)) throw explain(error, path);
    throw new Error(
      `another process already runs "${group}" on ${logPath}; stop it, or set TOKENTAPE_DATA_DIR to a directory of its own`,
    );
  }
}
