/**
 * ClickHouse's lexer, as far as the endpoint needs it: where words, quoted names and strings begin and end.
 * The gate runs it over the engine's own canonical text; everything else only looks for FORMAT and VALUES.
 */
export interface Token {
  readonly kind: 'word' | 'name' | 'string' | 'number' | 'sign';
  /** Words as written; quoted names and strings without their quotes and escapes. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const WORD = /[A-Za-z_][A-Za-z0-9_$]*/y;
const NUMBER = /\d[\w.]*/y;
const BLANK = /\s+/y;
const HEREDOC = /\$\w*\$/y;
const LINE_COMMENT = /--[^\n]*|#[! ][^\n]*/y;

function matchAt(pattern: RegExp, sql: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(sql)?.[0];
}

/** The end of a quoted piece that starts at `start`; the end of the text where it is never closed. */
function quotedEnd(sql: string, start: number): number {
  const quote = sql[start];
  for (let i = start + 1; i < sql.length; i++) {
    if (sql[i] === '\\') i++;
    else if (sql[i] === quote) {
      if (sql[i + 1] !== quote) return i + 1;
      i++;
    }
  }
  return sql.length;
}

function unquote(raw: string): string {
  const quote = raw[0] ?? '';
  return raw.slice(1, -1).replace(/\\(.)|(.)\2/gs, (pair, escaped: string | undefined, twin: string | undefined) => {
    if (escaped !== undefined) return escaped;
    return twin === quote ? quote : pair;
  });
}

/** Tokens of the text, lazily: a caller that found what it looked for leaves the rest (which may be megabytes of data) alone. */
export function* tokens(sql: string): Generator<Token> {
  let at = 0;
  while (at < sql.length) {
    const char = sql[at] ?? '';
    const skipped = matchAt(BLANK, sql, at) ?? matchAt(LINE_COMMENT, sql, at);
    if (skipped !== undefined) {
      at += skipped.length;
      continue;
    }
    if (sql.startsWith('/*', at)) {
      const close = sql.indexOf('*/', at + 2);
      at = close < 0 ? sql.length : close + 2;
      continue;
    }
    const start = at;
    const word = matchAt(WORD, sql, at);
    const number = word === undefined ? matchAt(NUMBER, sql, at) : undefined;
    const heredoc = char === '$' ? matchAt(HEREDOC, sql, at) : undefined;
    if (word !== undefined) {
      at += word.length;
      yield { kind: 'word', text: word, start, end: at };
    } else if (number !== undefined) {
      at += number.length;
      yield { kind: 'number', text: number, start, end: at };
    } else if (char === "'" || char === '"' || char === '`') {
      at = quotedEnd(sql, at);
      yield { kind: char === "'" ? 'string' : 'name', text: unquote(sql.slice(start, at)), start, end: at };
    } else if (heredoc !== undefined) {
      const close = sql.indexOf(heredoc, at + heredoc.length);
      at = close < 0 ? sql.length : close + heredoc.length;
      yield { kind: 'string', text: sql.slice(start + heredoc.length, at - heredoc.length), start, end: at };
    } else {
      at += 1;
      yield { kind: 'sign', text: char, start, end: at };
    }
  }
}

/** True for the keyword, however it is cased; a quoted name is no keyword. */
export function isKeyword(token: Token | undefined, ...keywords: string[]): boolean {
  return token?.kind === 'word' && keywords.includes(token.text.toUpperCase());
}

/** A string literal the engine reads back as exactly this text. */
export function literal(text: string): string {
  return `'${text.replace(/\\/g, '\\\\').replace(/'/g, "\\'").replace(/\0/g, '\\0')}'`;
}
