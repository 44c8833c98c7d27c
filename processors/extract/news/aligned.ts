/** Columns set apart by at least two spaces. */
const GAP = / {2,}/;
const WIDEST_CELL = 40;

/** The cells of a line whose columns only spaces keep apart; empty where it has fewer than three. A header may lack its first. */
function columnsOf(line: string): string[] {
  if (line.includes('|') || !line.includes('  ')) return [];
  const cells = line.trim().split(GAP);
  if (cells.length < 2 || cells.some((cell) => cell.length > WIDEST_CELL)) return [];
  return /^ {4}/.test(line) ? ['', ...cells] : cells;
}

/** A name, and a figure in every other column. */
const isFigures = (cells: readonly string[]): boolean =>
  cells.length >= 3 &&
  cells[0] !== '' &&
  cells.slice(1).every((cell) => /^[$¥€]?\d[\d.,]*[^ ]{0,12}$|^[-—/]$/.test(cell));

/**
 * Which lines are rows of a plain-text table: at least two of figures under one another, with as many columns in the headers
 * right above them. Indexes into `lines`; a header without figures is needed.
 */
export function alignedRows(lines: readonly string[]): Set<number> {
  const rows = new Set<number>();
  const columns = lines.map(columnsOf);
  for (let i = 1; i < lines.length; i++) {
    const cells = columns[i] ?? [];
    const width = cells.length;
    if (rows.has(i) || !isFigures(cells) || !same(columns[i + 1], width) || !isFigures(columns[i + 1] ?? [])) continue;
    let first = i;
    while (first > 0 && i - first < 2 && same(columns[first - 1], width) && !isFigures(columns[first - 1] ?? []))
      first--;
    if (first === i) continue;
    for (let at = first; at < lines.length && (at < i || isFigures(columns[at] ?? [])); at++) {
      if (!same(columns[at], width)) break;
      rows.add(at);
    }
  }
  return rows;
}

const same = (cells: readonly string[] | undefined, width: number): boolean => cells?.length === width;
