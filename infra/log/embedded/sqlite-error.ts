import { Unavailable } from '../errors.ts';

const BUSY = 5;
const LOCKED = 6;
const READONLY = 8;
const IOERR = 10;
const CORRUPT = 11;
const FULL = 13;
const CANTOPEN = 14;
const NOTADB = 26;

/** SQLite's primary result code (https://www.sqlite.org/rescode.html), or null for another kind of error. */
function resultCode(error: unknown): number | null {
  if (!(error instanceof Error) || !('errcode' in error) || typeof error.errcode !== 'number') return null;
  return error.errcode & 0xff;
}

export function isBusy(error: unknown): boolean {
  const code = resultCode(error);
  return code === BUSY || code === LOCKED;
}

/** The same failure in words a user can act on. `Unavailable` where waiting can help. */
export function explain(error: unknown, path: string): Error {
  const detail = error instanceof Error ? error.message : String(error);
  switch (resultCode(error)) {
    case FULL:
      return new Unavailable(
        `the disk that holds ${path} is full; free some space, nothing is lost and work goes on by itself`,
      );
    case IOERR:
      return new Unavailable(`${path} cannot be read or written (${detail}); check the disk`);
    case BUSY:
    case LOCKED:
      return new Unavailable(
        `another process keeps ${path} locked; stop it, or set TOKENTAPE_DATA_DIR to a directory of its own`,
      );
    case READONLY:
      return new Error(`${path} is read-only; give this user the right to write it`);
    case CANTOPEN:
      return new Error(`${path} cannot be opened (${detail}); check that its directory exists and is writable`);
    case CORRUPT:
    case NOTADB:
      return new Error(`${path} is no event log or is damaged (${detail}); restore it from a backup or move it away`);
    default:
      return error instanceof Error ? error : new Error(detail);
  }
}
