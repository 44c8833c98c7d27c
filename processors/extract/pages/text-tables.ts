import { fold } from '../../normalise/fold.ts';
import { findAmounts } from './amounts.ts';
import { headRole } from './columns.ts';
import { resolveSpans } from './grid.ts';
import type { Label } from './label.ts';
import type { Grid, Line } from './model.ts';
import type { PageContext } from './page-context.ts';

/** A table whose cells stand on a line each: the text copy of a page. */
export interface TextTable {
  readonly start: number;
  readonly end: number;
  readonly grid: Grid;
}

const ACTION = /^(?:actions?|reserve|deploy|link|details|操作)$/i;
const SPEC_HEAD =
  /^(?:v?cpus?|cores?|ram|memory|storage|vram|disk|ssd|network|bandwidth|speed|context|parameters?|gpus?|count|quantity|quality|notes?|description|availability|status|type|provider|size)\b/i;
const EMPTY_PRICE = /^(?:[-—–]+|n\/?a|contact.*|talk to.*|custom|free|coming soon|sold out|联系.*|免费|暂无)$/i;

const isHead = (text: string, label: Label): boolean =>
  text.length <= 60 &&
  !/[.!?。]$/.test(text) &&
  (headRole(text) !== null ||
    ACTION.test(text) ||
    SPEC_HEAD.test(text) ||
    label.measure ||
    label.sum ||
    label.priced ||
    label.directions.length > 0 ||
    (label.unit !== null && label.residue.length <= 1));
const isPriceHead = (label: Label): boolean =>
  !label.measure && !label.sum && (label.priced || label.directions.length > 0 || label.unit !== null);

/** Finds runs of header lines followed by records of as many lines, each with an amount where the header says price. */
export function findTextTables(lines: readonly Line[], page: PageContext): TextTable[] {
  const texts = lines.map((line) => fold(line.text));
  const labels = texts.map((text) => page.label(text));
  const money = texts.map((text) => text.length <= 120 && findAmounts(text, page.currencies).length > 0);
  const head = texts.map((text, index) => !money[index] && labels[index] !== undefined && isHead(text, labels[index]));
  const tables: TextTable[] = [];
  let from = 0;
  while (from < lines.length) {
    if (!head[from]) {
      from++;
      continue;
    }
    let end = from;
    while (end < lines.length && head[end]) end++;
    const found = fitted(from, end);
    if (found === null) from = end;
    else {
      tables.push(found);
      from = found.end;
    }
  }
  return tables;

  function fitted(start: number, end: number): TextTable | null {
    let best: { from: number; width: number; rows: number } | null = null;
    // A data cell may look like a header ("On-demand"): the header may end before the run does.
    for (let stop = end; stop > start + 1 && stop >= end - 2; stop--) {
      for (let width = Math.min(stop - start, 14); width >= 2; width--) {
        const rows = rowsOf(stop - width, stop, width);
        if (
          rows > 0 &&
          (rows > 1 || width >= 3 || headRole(texts[stop - width] ?? '') !== null) &&
          (best === null || rows * width > best.rows * best.width)
        )
          best = { from: stop - width, width, rows };
      }
    }
    if (best === null) return null;
    const { from: first, width, rows } = best;
    const cell = (index: number, header: boolean) => ({
      lines: [lines[index]?.text ?? ''],
      header,
      colspan: 1,
      rowspan: 1,
    });
    const row = (at: number, header: boolean) =>
      Array.from({ length: width }, (_, column) => cell(at + column, header));
    const grid = resolveSpans(Array.from({ length: rows + 1 }, (_, index) => row(first + index * width, index === 0)));
    return { start: first, end: first + (rows + 1) * width, grid: { rows: grid, caption: null } };
  }

  /** How many records of `width` lines follow: an amount under every price header, a name under the first. */
  function rowsOf(first: number, data: number, width: number): number {
    const prices: number[] = [];
    for (let column = 1; column < width; column++) {
      const label = labels[first + column];
      if (label !== undefined && isPriceHead(label)) prices.push(column);
    }
    if (prices.length === 0 || money[first]) return 0;
    const name = labels[first];
    if (name !== undefined && isPriceHead(name) && headRole(texts[first] ?? '') === null) return 0;
    let rows = 0;
    let priced = 0;
    for (let at = data; at + width <= lines.length; at += width) {
      const cells = texts.slice(at, at + width);
      const inPlace = prices.every(
        (column) =>
          (money[at + column] && (cells[column] ?? '').length <= 60 && !/[a-z]{3}[.!?]$/i.test(cells[column] ?? '')) ||
          EMPTY_PRICE.test(cells[column] ?? ''),
      );
      const any = prices.some((column) => money[at + column]);
      if (
        !inPlace ||
        money[at] ||
        cells.some((text) => text.length > 90) ||
        lines.slice(at, at + width).some((line) => line.level > 0 && line.level < 4)
      )
        break;
      rows++;
      if (any) priced = rows;
    }
    return priced === 0 ? 0 : rows;
  }
}
