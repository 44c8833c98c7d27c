/** A row between two bars, with none inside. */
const UNDIVIDED = /^\s*\|[^|]*\|\s*$/;
const RULE = /^\s*\|[-=─═]{3,}\|\s*$/;

interface Placed {
  readonly text: string;
  readonly start: number;
}

/** "price per hour   $0.40     $0.35": what stands two blanks or more apart, and where. */
const cellsOf = (row: string): Placed[] =>
  [...row.replaceAll('|', ' ').matchAll(/\S+(?: \S+)*/g)].map(({ 0: text, index }) => ({ text, start: index }));

/**
 * The rows of a drawn table that has bars at its edges alone, its columns set with blanks, with bars between their cells: each under the header
 * that begins nearest. Null where the table has bars inside, or no header of several cells over such rows.
 */
export function withBarsBetween(rows: readonly string[]): string[] | null {
  const [, ...below] = rows;
  if (below.length < 3 || !below.every((row) => UNDIVIDED.test(row))) return null;
  const texts = rows
    .filter((row) => !RULE.test(row))
    .map(cellsOf)
    .filter((cells) => cells.length > 0);
  const [header = []] = texts;
  if (header.length < 3 || !texts.every((cells) => cells.length <= header.length)) return null;
  return texts.map((cells) => `| ${under(header, cells).join(' | ')} |`);
}

/** The texts of a row under its headers; what begins at one is under it, and what two share is written on. */
function under(header: readonly Placed[], cells: readonly Placed[]): string[] {
  const row = header.map(() => '');
  for (const { text, start } of cells) {
    const far = header.map((head) => Math.abs(head.start - start));
    const column = far.indexOf(Math.min(...far));
    row[column] = `${row[column] ?? ''} ${text}`.trim();
  }
  return row;
}
