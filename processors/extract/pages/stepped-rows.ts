/**
 * Rows of a table set with bars whose cells hold several lines, on one line each:
 *
 *     |Input |\
 *     |per 1M tokens |Output |\
 *     | |per 1M tokens |
 *
 * A line of a cell ends with a backslash, and the next begins with an empty cell for each column before it: what stands in one column is of one
 * cell.
 */
export function withWholeRows(text: string): string {
  if (!BROKEN.test(text)) return text;
  const whole: string[] = [];
  let open: string[][] = [];
  for (const line of text.split('\n')) {
    const isMore = GOES_ON.test(line);
    if (open.length === 0 && !isMore) {
      whole.push(line);
      continue;
    }
    if (!isMore && !/^\s*\|.*\|\s*$/.test(line)) {
      // A row without an end is none.
      whole.push(...open.map((cells) => rowOf(cells)), line);
      open = [];
      continue;
    }
    open.push(cellsOf(line));
    if (isMore && open.length < MOST_LINES) continue;
    whole.push(rowOf(joined(open)));
    open = [];
  }
  whole.push(...open.map((cells) => rowOf(cells)));
  return whole.join('\n');
}

const GOES_ON = /^\s*\|.*\|[ \t]*\\[ \t]*$/;
const BROKEN = /^[ \t]*\|.*\|[ \t]*\\[ \t]*$/m;
/** Of so many lines no row is. */
const MOST_LINES = 200;

const cellsOf = (line: string): string[] =>
  line
    .trim()
    .replace(/^\|/, '')
    .replace(/\|[ \t]*\\?$/, '')
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim());

const rowOf = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/** The cells of a row, each with its lines. */
function joined(lines: readonly (readonly string[])[]): string[] {
  // The first line may be of blanks alone, one more than there are columns.
  const width = Math.max(...lines.map((cells) => cells.findLastIndex((cell) => cell !== '') + 1));
  return Array.from({ length: width }, (_, column) =>
    lines
      .map((cells) => cells[column] ?? '')
      .filter((cell) => cell !== '')
      .join('<br>'),
  );
}
