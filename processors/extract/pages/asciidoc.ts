import { markdownRows } from './markdown-rows.ts';

/**
 * A text in AsciiDoc with its tables and titles as Markdown has them:
 *
 *     [cols="2,1",options="header"]
 *     |===
 *     |Model |Price per hour
 *
 *     |H100
 *     |$2.50
 *     |===
 *
 * The cells of a row stand on one line or on as many; how many there are is said over the table, or shows in its first line.
 */
export const fromAsciidoc = (text: string): string =>
  text.includes('\n|===')
    ? text
        .replaceAll(TABLE, (_, manner: string, title: string, rows: string) => asPipes(manner, title, rows))
        .replaceAll(TITLE, (marks) => '#'.repeat(marks.length))
    : text;

/** Attributes and a title stand over a table, in either order. */
const TABLE =
  /(?<=^|\n)((?:\[[^\]\n]*\]\n)*)(\.[^\s.][^\n]*\n)?(?:\[[^\]\n]*\]\n)*\|===[ \t]*\n([\s\S]*?)\n\|===(?=[ \t]*(?:\n|$))/g;
const TITLE = /(?<=^|\n)=+(?= \S)/g;
/** `|`, `2+|`, `.3+a|`: what begins a cell, how far it reaches and how it is set. */
const CELL = /(?:(?<=^|\s)(?:(\d+)?(?:\.\d+)?\+)?[<^>.]*[aehlmsd]?)(?<!\\)\|/g;

function asPipes(manner: string, title: string | undefined, text: string): string {
  const lines = text.split('\n').filter((line) => !line.trim().startsWith('//'));
  const first = lines.find((line) => line.trim() !== '') ?? '';
  const cells = cellsOf(lines.join('\n'));
  const width = columnsIn(manner) ?? cellsOf(first).length;
  const rows = Array.from({ length: Math.ceil(cells.length / width) }, (_, row) =>
    cells.slice(row * width, (row + 1) * width),
  );
  return ['', ...(title === undefined ? [] : [title.slice(1).trim(), '']), ...markdownRows(rows), ''].join('\n');
}

/** `cols="2,1,1"`, `cols="3*"`: how many columns there are; null where it is not said. */
function columnsIn(manner: string): number | null {
  const said = /\bcols\s*=\s*"?([^"\]]+)/.exec(manner)?.[1];
  if (said === undefined) return null;
  const times = /^\s*(\d+)\s*\*/.exec(said)?.[1];
  return times === undefined ? said.split(/[,;]/).filter((part) => part.trim() !== '').length : Number(times);
}

function cellsOf(text: string): string[] {
  const starts = [...text.matchAll(CELL)];
  return starts.flatMap((start, index) => {
    const cell = text
      .slice(start.index + start[0].length, starts[index + 1]?.index)
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '')
      .join('<br>')
      .replaceAll('\\|', '&#124;');
    return [cell, ...Array.from({ length: Number(start[1] ?? 1) - 1 }, () => cell)];
  });
}
