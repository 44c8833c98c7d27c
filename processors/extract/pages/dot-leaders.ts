import { markdownRows } from './markdown-rows.ts';

/**
 * Rows whose name a line of dots leads to its amounts, as print and terminals set them:
 *
 *     Model ............ Input   Output
 *     Orca 3 ........... $2.00   $8.00
 *
 * Rows of several cells become a table, set as Markdown sets it; those without a header go on with the last table of as many columns, which a page
 * break has cut. A name and its one price are a line: "H100: $2.49/hr".
 */
export function withoutLeaders(text: string): string {
  if (!LED.test(text)) return text;
  const lines = text.split('\n');
  const written: string[] = [];
  for (let at = 0; at < lines.length; ) {
    const line = lines[at] ?? '';
    const width = cellsOf(line).length;
    if (width < 3) {
      written.push(width === 2 ? cellsOf(line).join(': ') : line);
      at++;
      continue;
    }
    let end = at + 1;
    while (cellsOf(lines[end] ?? '', SHORT).length === width) end++;
    place(
      lines.slice(at, end).map((row) => cellsOf(row, SHORT)),
      written,
    );
    at = end;
  }
  return written.join('\n');
}

/** Three dots that are no end of a sentence: blanks or a name stand before, cells behind. */
const LEADER =
  /^([ \t]*(?:[-*+] )?[\p{L}\d][^|\n]*?) ?(?:\.{3,}|(?: \.){3,}|…{2,}|(?:· ?){4,}) *(?=[^\s.…·])([^|\n]+)$/u;
const LED = /\.{3}| \. \.|…{2}|·{4}|· ·/;
/** No row is longer. */
const LONGEST = 300;
/** A long name leaves room for a dot, below a row that has more. */
const SHORT = new RegExp(LEADER.source.replace(String.raw`\.{3,}`, String.raw`\.+(?= )`), 'u');
const RULE = /^\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-+:?\s*)+\|?\s*$/;

/** The name and the cells behind its leader, two blanks or more apart; none for any other line. */
function cellsOf(line: string, leader = LEADER): string[] {
  const [, name, rest] = (line.length <= LONGEST ? leader.exec(line) : null) ?? [];
  const cells = rest?.trim().split(/ {2,}|\t/) ?? [];
  // "... and more": what goes on in words.
  return name === undefined || (cells.length === 1 && !/\d/.test(rest ?? '')) ? [] : [name, ...cells];
}

/** Rows as those of a table of their own, or of the one they go on with. */
function place(rows: readonly (readonly string[])[], written: string[]): void {
  const [first = []] = rows;
  if (!first.some((cell, column) => column > 0 && /\d/.test(cell))) {
    written.push('', ...markdownRows(rows), '');
    return;
  }
  const isOfWidth = (line: string | undefined) => barsIn(line) === first.length + 1;
  const ruled = written.findLastIndex((line, index) => RULE.test(line) && isOfWidth(written[index - 1]));
  const set = markdownRows([first.map(() => ''), ...rows]);
  if (ruled < 0) {
    written.push('', ...set, '');
    return;
  }
  let end = ruled + 1;
  while (isOfWidth(written[end])) end++;
  // Without the header and the rule: it has its own.
  written.splice(end, 0, ...set.slice(2));
}

const barsIn = (line: string | undefined): number => line?.match(/(?<!\\)\|/g)?.length ?? 0;
