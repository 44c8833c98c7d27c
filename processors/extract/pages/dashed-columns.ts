import { markdownRows } from './markdown-rows.ts';

/**
 * A text whose columns stand under rules of their own, as Pandoc and terminals set them, with those tables as Markdown has them:
 *
 *     Queue      Machine          Rate per hour
 *     ---------- --------------- --------------
 *     gpu-a100   1 x A100 40GB            $0.95
 */
export function withDashedColumns(text: string): string {
  if (!text.includes('--- ---') && !text.includes('---  ---')) return text;
  const lines = text.split('\n');
  const kept: string[] = [];
  for (let at = 0; at < lines.length; at++) {
    const rule = lines[at + 1] ?? '';
    const header = lines[at] ?? '';
    const rows = RULE.test(rule) && header.trim() !== '' && !header.includes('|') ? rowsBelow(lines, at + 2) : [];
    if (rows.length === 0) {
      kept.push(header);
      continue;
    }
    const cells = cellsUnder(rule);
    kept.push('', ...markdownRows([header, ...rows].map(cells)), '');
    at += rows.length + 1;
  }
  return kept.join('\n');
}

const RULE = /^\s*-{2,}(?: {1,3}-{2,})+\s*$/;

/** Lines of a table: up to a blank one, or the rule that ends it. */
function rowsBelow(lines: readonly string[], from: number): readonly string[] {
  const end = lines.findIndex((line, index) => index >= from && (line.trim() === '' || /^\s*-[-\s]*$/.test(line)));
  return lines.slice(from, end < 0 ? lines.length : end);
}

/** Cells begin where the rule of their column does; what is set to the right ends with it. */
function cellsUnder(rule: string): (line: string) => string[] {
  const starts = [...rule.matchAll(/-+/g)].map(({ index }) => index);
  return (line) =>
    starts.map((start, column) =>
      line
        .slice(column === 0 ? 0 : start, starts[column + 1])
        .trim()
        .replaceAll('|', '&#124;'),
    );
}
