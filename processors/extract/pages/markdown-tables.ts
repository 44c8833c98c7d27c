import { withAmountsForAll } from './amounts-for-all.ts';
import { resolveSpans, singleCell } from './grid.ts';
import { withLostColspans } from './lost-colspans.ts';
import { withLostRowspans } from './lost-rowspans.ts';
import { withLostSpans } from './lost-spans.ts';
import { markdownLines } from './markdown-inline.ts';
import type { Grid } from './model.ts';
import { tabRows } from './tab-rows.ts';
import { unruledTable } from './unruled-tables.ts';

interface Found {
  readonly grid: Grid;
  /** One past the last line of the table. */
  readonly next: number;
}

/** The table that begins at a line of Markdown or plain text: set with bars, tabs or columns of spaces. Null where none does. */
export function tableAt(lines: readonly string[], at: number): Found | null {
  const line = lines[at] ?? '';
  if (line.includes('|')) {
    const rule = ruleAfter(lines, at);
    if (rule !== null) return pipeTable(lines, at, rule);
    const unruled = unruledTable(lines, at);
    if (unruled !== null) return { grid: gridOf(unruled.rows, true), next: unruled.next };
  }
  if (line.includes('\t')) {
    const { rows, next } = tabRows(lines, at);
    return rows.filter((row) => row.length > 1).length > 1 ? { grid: gridOf(rows, false), next } : null;
  }
  return spacedTable(lines, at);
}

const RULE = /^(?=.*(?:--|:-|-:))\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$/;
/** How many lines a row may be broken over. */
const LONGEST_ROW = 5;

function gridOf(written: readonly (readonly string[])[], headed: boolean): Grid {
  const rows = written.map((row, at) => row.map((text) => singleCell(markdownLines(text), headed && at === 0)));
  return {
    rows: resolveSpans(withLostColspans(withLostSpans(withAmountsForAll(rows) ?? withLostRowspans(rows, headed)))),
    caption: null,
  };
}

/** Cells of a pipe row; escaped pipes stay in their cell. */
function pipeCells(line: string): string[] {
  const bare = line
    .trim()
    .replace(/^\|/, '')
    .replace(/(?<!\\)\|$/, '');
  return bare.split(/(?<!\\)\|/).map((cell) => cell.replaceAll('\\|', '|').trim());
}

/** Where the rule under a header stands that begins at `at`: a converter may have broken the header over lines. Null where none is. */
function ruleAfter(lines: readonly string[], at: number): number | null {
  if (RULE.test(lines[at + 1] ?? '')) return at + 1;
  if (!/^\s*\|/.test(lines[at] ?? '')) return null;
  for (let next = at + 1; next < at + LONGEST_ROW; next++) {
    const line = lines[next] ?? '';
    if (RULE.test(line)) return line.includes('|') ? next : null;
    if (line.trim() !== '' && !/\|\s*$/.test(line)) return null;
  }
  return null;
}

function pipeTable(lines: readonly string[], start: number, rule: number): Found {
  const header = pipeCells(lines.slice(start, rule).join(' '));
  const blank = header.every((text) => text === '');
  const rows = blank ? [] : [header];
  let index = rule + 1;
  while (index < lines.length && (lines[index] ?? '').includes('|')) {
    const next = rowEnd(lines, index, header.length);
    const row = lines.slice(index, next).join(' ');
    if (!RULE.test(row)) rows.push(pipeCells(row));
    index = next;
  }
  return { grid: gridOf(rows, !blank), next: index };
}

/** One past the last line of a row: what is opened with a bar and lacks cells may go on below, past blank lines. */
function rowEnd(lines: readonly string[], start: number, width: number): number {
  const line = lines[start] ?? '';
  if (!/^\s*\|/.test(line) || /\|\s*$/.test(line) || pipeCells(line).length >= width) return start + 1;
  for (let next = start + 1; next < start + LONGEST_ROW; next++) {
    const more = lines[next] ?? '';
    if (/\|\s*$/.test(more)) {
      const whole = pipeCells(lines.slice(start, next + 1).join(' '));
      return whole.length <= width ? next + 1 : start + 1;
    }
    if (more.includes('|')) break;
  }
  return start + 1;
}

/** Cells of a line in columns: two spaces or more between them. */
const spacedCells = (line: string): string[] =>
  line.length < 300 && /\S {2,}\S/.test(line) ? line.trim().split(/ {2,}/) : [];

/** Columns of plain text: a header without figures, and two rows or more of as many cells, the figures in them. */
function spacedTable(lines: readonly string[], start: number): Found | null {
  const header = spacedCells(lines[start] ?? '');
  if (header.length < 2 || header.some((text) => /\d|^[-*+•]$/.test(text))) return null;
  const rows = [header];
  for (let index = start + 1; index < lines.length; index++) {
    const cells = spacedCells(lines[index] ?? '');
    if (cells.length !== header.length) break;
    rows.push(cells);
  }
  const priced = rows.slice(1).filter((row) => /\d/.test(row.at(-1) ?? ''));
  return rows.length > 2 && priced.length * 2 >= rows.length - 1
    ? { grid: gridOf(rows, true), next: start + rows.length }
    : null;
}
