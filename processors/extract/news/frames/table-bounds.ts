import type { Draft } from '../draft.ts';
import type { Cell } from './table-model.ts';

const LOW = /^(.*?)[ ,(–—-]*\b(?:low|lower|min|minimum|bottom)(?:[ -](?:end|case|estimate|bound))?\)?$/;
const HIGH = /^(.*?)[ ,(–—-]*\b(?:high|higher|upper|max|maximum|top)(?:[ -](?:end|case|estimate|bound))?\)?$/;

/**
 * What the columns of a row state, first to last: figures under "Low" and "High", or "Capex, low" and "Capex, high", are the two ends
 * of one range.
 */
export function withBounds(header: readonly Cell[], columns: readonly (readonly Draft[])[]): Draft[] {
  const joined: Draft[] = [];
  for (let i = 0; i < columns.length; i++) {
    const [low, high] = [columns[i] ?? [], columns[i + 1] ?? []];
    const [from, to] = [low[0], high[0]];
    const ends = from && to && low.length === 1 && high.length === 1 && isPair(header[i], header[i + 1]);
    if (ends && from.kind === to.kind && from.unit === to.unit && Number(from.min) < Number(to.max)) {
      joined.push({ ...from, max: to.max ?? null, valueEnd: to.valueEnd ?? to.quoteEnd });
      i++;
    } else joined.push(...low);
  }
  return joined;
}

const isPair = (left: Cell | undefined, right: Cell | undefined): boolean => {
  const [low, high] = [LOW.exec(left?.text ?? ''), HIGH.exec(right?.text ?? '')];
  return low !== null && high !== null && low[1] === high[1];
};
