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
  for (const line of text.split('\n')) {
    if (BORDER.test(line)) {
      if (rows === 1) kept.push(rule(kept.at(-1) ?? ''));
      continue;
    }
    const row = ROW.test(line);
    rows = row ? rows + 1 : 0;
    kept.push(row ? line.replaceAll(BARS, '|') : line);
  }
  return kept.join('\n');
}

const rule = (header: string): string => `|${'---|'.repeat(Math.max(1, header.split('|').length - 2))}`;
