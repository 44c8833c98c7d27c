/**
 * Something the work depends on is away (a server, the broker, the disk): the work is retried until it is back and the record is
 * never blamed. The message says what is away, where, and how to mend it.
 */
export class Unavailable extends Error {
  override readonly name = 'Unavailable';
  readonly isRetriable = true;
}

/** Any error that says `isRetriable: true` of itself counts, so that rooms keep their own error classes. */
export function isRetriable(error: unknown): boolean {
  return error instanceof Error && 'isRetriable' in error && error.isRetriable === true;
}

export function toError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error(String(thrown));
}
