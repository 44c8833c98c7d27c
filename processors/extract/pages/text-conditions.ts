import { fold } from '../../normalise/fold.ts';
import { findTiers } from '../../normalise/tiers.ts';
import type { Token } from './text-tokens.ts';

/** A row of prices and the condition that each of its cells states before its amount. */
export interface Conditioned {
  readonly condition: Token;
  readonly prices: readonly (readonly Token[])[];
}

/**
 * "[0, 32k) $6", "[0, 32k) $24", "[32k, +∞) $8", "[32k, +∞) $28" under "Input" and "Output": row after row of one record, where the cells of
 * a row say the same before their amounts. Null for any other run of prices.
 */
export function inConditions(run: readonly Token[], columns: number): Conditioned[] | null {
  if (columns < 2 || run.length % columns !== 0 || !run.some(({ lead }) => lead !== '')) return null;
  const rows: Conditioned[] = [];
  for (let at = 0; at < run.length; at += columns) {
    const cells = run.slice(at, at + columns);
    const [first, ...others] = cells.filter(({ money }) => money);
    if (first === undefined || first.lead === '' || others.some(({ lead }) => lead !== first.lead)) return null;
    if (rows.some(({ condition }) => condition.lead === first.lead)) return null;
    const said = first.text.slice(0, amountIn(first)).trim();
    rows.push({
      condition: { ...first, text: first.label.mode === null ? said.replaceAll(LABEL, '') : said, money: false },
      prices: cells.map((cell) => [cell.money ? { ...cell, text: cell.text.slice(amountIn(cell)).trim() } : cell]),
    });
  }
  // "From $6", "From $24": of one row alone the words must be a range by themselves.
  return rows.length > 1 || rows.some(({ condition }) => findTiers(condition.lead).length > 0) ? rows : null;
}

/** "Billed at: 2:00-8:00", "0-32K:" */
const LABEL = /^[\p{L} ]{2,16}[:：]\s*(?=\S)|[:：]$/gu;

/** What stands over a column of conditions. */
export const headOfConditions = (conditions: readonly Token[]): string =>
  conditions.every(({ label }) => label.mode !== null) ? '时段' : '条件';

/** Where the amount of a cell begins in the text as it is written. */
function amountIn({ text, folded, lead }: Token): number {
  const amount = folded.slice(lead.length).trim();
  let at = 0;
  while (at < text.length && fold(text.slice(at)) !== amount) at++;
  return at;
}
