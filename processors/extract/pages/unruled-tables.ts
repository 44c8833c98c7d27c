import { showsMoney } from './shows-money.ts';

/** Rows of a table that a converter set with a bar before each cell: no rule under the header, none behind the last cell. */
interface Unruled {
  readonly rows: readonly (readonly string[])[];
  /** One past the last line of the table. */
  readonly next: number;
}

const OPENS = /^\s*\|(?!\|)/;
/** Over how many lines a row goes on. */
const LONGEST_ROW = 3;
/** A line of a cell is no longer. */
const LONGEST_PART = 120;

/**
 * The table whose rows begin with a bar at a line and those below it: "| Model | Orca 3", "| Input | ¥2". What a cell above spans down to
 * is not repeated, so that rows lack cells on the left; a header that spans columns of labels stands once. Null where no such rows begin.
 */
export function unruledTable(lines: readonly string[], start: number): Unruled | null {
  if (!OPENS.test(lines[start] ?? '')) return openTable(lines, start);
  if (!OPENS.test(lines[nextRow(lines, start)] ?? '')) return null;
  const rows: string[][] = [];
  let index = start;
  while (index < lines.length && OPENS.test(lines[index] ?? '')) {
    const end = nextRow(lines, index);
    rows.push(cellsOf(lines.slice(index, end).join(' ')));
    index = end;
  }
  const [header = []] = rows;
  const priced = rows.filter((row) => row.some(showsMoney));
  if (rows.length < 3 || priced.length === 0 || header.length < 2 || header.some(showsMoney)) return null;
  const width = Math.max(header.length, ...priced.map((row) => row.length));
  return {
    rows: rows.map((row, at) => {
      const lacking = Math.max(0, width - row.length);
      // The first cell of a header spans the labels below it; a row lacks what stands above it.
      return [...Array.from({ length: lacking }, () => (at === 0 ? (row[0] ?? '') : '')), ...row];
    }),
    next: index,
  };
}

/** Rows with bars between their cells and none at their edges: "Model | Input / 1M | Output / 1M", "Orca 3 | $2 | $8". */
function openTable(lines: readonly string[], start: number): Unruled | null {
  const header = cellsOf(lines[start] ?? '');
  const rows: string[][] = [];
  if (header.length < 2 || header.some((text) => text === '' || showsMoney(text))) return null;
  let index = start + 1;
  for (; index < lines.length; index++) {
    const cells = cellsOf(lines[index] ?? '');
    if (cells.length !== header.length) break;
    rows.push(cells);
  }
  const priced = rows.filter((row) => row.slice(1).some(showsMoney));
  return rows.length > 1 && priced.length * 2 > rows.length ? { rows: [header, ...rows], next: index } : null;
}

/** The line at which the next row begins: what goes on without a bar before it belongs to the row, where another row follows. */
function nextRow(lines: readonly string[], start: number): number {
  for (let next = start + 1; next <= start + LONGEST_ROW; next++) {
    const line = lines[next] ?? '';
    if (OPENS.test(line)) return next;
    if (line.trim() === '' || line.length > LONGEST_PART) break;
    // "(cached) | ¥2 | ¥3": the cells of the row come behind the rest of its label.
    if (line.includes('|') && !OPENS.test(lines[next + 1] ?? '')) return next + 1;
  }
  return start + 1;
}

/** Cells of a row; escaped bars stay in their cell. */
const cellsOf = (line: string): string[] =>
  line
    .trim()
    .replace(/^\|/, '')
    .replace(/\|$/, '')
    .split(/(?<!\\)\|/)
    .map((cell) => cell.replaceAll('\\|', '|').trim());
