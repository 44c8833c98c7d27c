/**
 * Rows of a table without bars at its edges, as crawlers write them, whose cells hold several lines:
 *
 *     Model| Input
 *     ## per 1M tokens
 *     Price ID 17| Output
 *     per 1M tokens
 *     ---|---|---
 *
 * The rule says how many cells the header has. Where each row ends with two blanks, those below go on until then.
 */
export function withWideRows(text: string): string {
  if (!RULE.test(text)) return text;
  const lines = text.split('\n');
  const whole: string[] = [];
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? '';
    const width = IS_RULE.test(line) ? bars(line) + 1 : 0;
    const last = lines[at - 1] ?? '';
    const start = width > 1 && bars(last) + 1 < width ? headerStart(whole, width) : null;
    if (start !== null) whole.splice(start, whole.length, joined(whole.slice(start)));
    whole.push(line);
    if (width < 2 || !ENDS.test(last)) continue;
    // A row that is not closed goes on.
    for (let end = rowEnd(lines, at + 1, width); end !== null; end = rowEnd(lines, at + 1, width)) {
      whole.push(joined(lines.slice(at + 1, end)));
      at = end - 1;
    }
  }
  return whole.join('\n');
}

const RULE = /^[ \t]*:?-+:?[ \t]*\|[ \t]*:?-+:?(?:[ \t]*\|[ \t]*:?-+:?)*[ \t]*$/m;
const IS_RULE = new RegExp(RULE.source);
/** Two blanks close a row. */
const ENDS = / {2,}$/;
/** Over so many lines no header goes, and no other row. */
const LONGEST_HEADER = 60;
const LONGEST_ROW = 12;

const bars = (line: string): number => line.match(/(?<!\\)\|/g)?.length ?? 0;

/** The lines of a row as one; a crawler may have taken a line of a cell for a heading. */
const joined = (lines: readonly string[]): string =>
  lines
    .map((line) => line.replace(/^\s*#{1,6}\s+/, '').trim())
    .filter((line) => line !== '')
    .join('<br>')
    .replaceAll(NUMBERED, '');
/** "SKU: 7B54-0EBF" below a header: what a price list calls the column, and nobody else. */
const NUMBERED = /<br>[^|<>]{0,40}\b(?:ID|SKU):?\s*(?:<br>)?(?=[A-Z-]*\d)[\dA-Z]{2,}(?:-[\dA-Z]{2,})+/g;

/** Where the header begins whose last line is the last of these: at the line that has its first bar. Null where it never has as many cells. */
function headerStart(lines: readonly string[], width: number): number | null {
  let found = 0;
  for (let at = lines.length - 1; at >= 0 && at >= lines.length - LONGEST_HEADER; at--) {
    const line = lines[at] ?? '';
    if (/^\s*\|/.test(line) || IS_RULE.test(line)) return null;
    found += bars(line);
    if (found >= width - 1) return found === width - 1 ? at : null;
  }
  return null;
}

/** One past the last line of the row that begins at a line; null where none does. */
function rowEnd(lines: readonly string[], start: number, width: number): number | null {
  let found = 0;
  for (let at = start; at < start + LONGEST_ROW && at < lines.length; at++) {
    const line = lines[at] ?? '';
    if (IS_RULE.test(line) || line.trim() === '') return null;
    found += bars(line);
    if (found >= width) return null;
    if (found > 0 && ENDS.test(line)) return at + 1;
  }
  return null;
}
