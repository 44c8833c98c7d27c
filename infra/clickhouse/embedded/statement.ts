import { isKeyword, type Token, tokens } from '../sql/lex.ts';

/** The output format a statement names itself, if it does (`SELECT ... FORMAT JSON [SETTINGS ...]`). */
export function namedFormat(sql: string): string | null {
  let format: string | null = null;
  let depth = 0;
  let before: Token | undefined;
  for (const token of tokens(sql)) {
    if (token.kind === 'sign' && '([{'.includes(token.text)) depth++;
    if (token.kind === 'sign' && ')]}'.includes(token.text)) depth--;
    if (depth === 0 && token.kind === 'word' && isKeyword(before, 'FORMAT')) format = token.text;
    before = token;
  }
  return format;
}

export function firstKeyword(sql: string): string {
  for (const token of tokens(sql)) if (token.kind === 'word') return token.text.toUpperCase();
  return '';
}

/** Where an INSERT that brings its rows along ends and its data begin. */
export interface InsertHead {
  /** Up to the clause that names the format, without it. */
  readonly target: string;
  /** The statement's own SETTINGS clause, or nothing. */
  readonly settings: string;
  readonly format: string;
  /** Offset of the first byte of data. */
  readonly dataStart: number;
}

/**
 * Splits `INSERT INTO t (a, b) [SETTINGS ...] FORMAT X <data>` or `... VALUES <data>`.
 * Null for every other statement, INSERT ... SELECT and FROM INFILE among them.
 */
export function splitInsert(sql: string): InsertHead | null {
  let depth = 0;
  let previous: Token | undefined;
  let format: Token | undefined;
  let settingsAt: number | null = null;
  let first = true;
  const head = (end: number, format: string, dataStart: number): InsertHead => ({
    target: sql.slice(0, settingsAt ?? end),
    settings: settingsAt === null ? '' : sql.slice(settingsAt, end),
    format,
    dataStart,
  });
  for (const token of tokens(sql)) {
    if (first && !isKeyword(token, 'INSERT')) return null;
    first = false;
    if (token.text === '(' && token.kind === 'sign') depth++;
    else if (token.text === ')' && token.kind === 'sign') depth--;
    else if (depth === 0) {
      const names = isKeyword(previous, 'INTO', 'TABLE') || (previous?.kind === 'sign' && previous.text === '.');
      if (names) {
        // A table may be called `format` or `values`.
      } else if (format !== undefined) return head(format.start, token.text, dataOffset(sql, token.end));
      else if (isKeyword(token, 'SELECT', 'WITH', 'INFILE')) return null;
      else if (isKeyword(token, 'SETTINGS')) settingsAt = token.start;
      else if (isKeyword(token, 'VALUES')) return head(token.start, 'Values', token.end);
      else if (isKeyword(token, 'FORMAT')) format = token;
    }
    previous = token;
  }
  return null;
}

/** Blanks and one line end after the format's name belong to the statement, as on a server. */
function dataOffset(sql: string, after: number): number {
  return after + (/^[ \t]*;?[ \t]*(\r?\n)?/.exec(sql.slice(after, after + 256))?.[0].length ?? 0);
}
