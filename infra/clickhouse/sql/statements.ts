import { tokens } from './lex.ts';

/** The statements of a text, without their semicolons and without comments before them. */
export function statements(sql: string): string[] {
  const found: string[] = [];
  let start: number | null = null;
  let end = 0;
  for (const token of tokens(sql)) {
    if (token.kind === 'sign' && token.text === ';') {
      if (start !== null) found.push(sql.slice(start, end));
      start = null;
    } else {
      start ??= token.start;
      end = token.end;
    }
  }
  if (start !== null) found.push(sql.slice(start, end));
  return found;
}
