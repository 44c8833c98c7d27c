import { withBarsBetween } from './blank-columns.ts';

const BARS = /[║│┃]/g;
/** A line of a drawn table: `+-----+-----+`, `╠═════╬═════╣`. */
const BORDER =
  /^\s*(?=.*[+╔╦╗╠╬╣╚╩╝┌┬┐├┼┤└┴┘╭╮╰╯┏┳┓┣╋┫┗┻┛╟╢╫╤╧╪])[+╔╦╗╠╬╣╚╩╝┌┬┐├┼┤└┴┘╭╮╰╯┏┳┓┣╋┫┗┻┛╟╢╫╤╧╪═─━=-]{3,}\s*$/;
const ROW = /^\s*[|║│┃].*[|║│┃]\s*$/;

/** A text whose drawn tables, as terminals print them, are tables of Markdown: bars between cells, a rule under the header, no other borders. */
export function withoutBorders(text: string): string {
  if (!/^\s*[+╔┌╭┏╠├┣╟][-=─═━]/m.test(text)) return text;
  const kept: string[] = [];
  let rows = 0;
  for (const line of withDividedRows(text.split('\n'))) {
    if (BORDER.test(line)) {
      if (rows === 1) kept.push(rule(kept.at(-1) ?? ''));
      continue;
    }
    const row = ROW.test(line);
    rows = row ? rows + 1 : 0;
    kept.push(row ? barred(line) : line);
  }
  return kept.join('\n');
}

/** The lines of a text, with bars between the cells of drawn tables whose columns are set with blanks. */
function withDividedRows(lines: readonly string[]): string[] {
  const kept: string[] = [];
  for (let at = 0; at < lines.length; at++) {
    const start = at;
    if (BORDER.test(lines[at] ?? '')) while (isDrawn(lines[at + 1] ?? '')) at++;
    const drawn = lines.slice(start, at + 1);
    const rows = at > start ? withBarsBetween(drawn.filter((line) => ROW.test(line)).map(barred)) : null;
    const [header = '', ...others] = rows ?? [];
    kept.push(...(rows === null ? drawn : [header, rule(header), ...others]));
  }
  return kept;
}

const isDrawn = (line: string): boolean => ROW.test(line) || BORDER.test(line);
const barred = (line: string): string => line.replaceAll(BARS, '|');

const rule = (header: string): string => `|${'---|'.repeat(Math.max(1, header.split('|').length - 2))}`;
