import { findDirections } from '../../normalise/directions.ts';
import type { Amount } from './amounts.ts';

/**
 * "Input/output tokens" on a line over "$2 per 1M tokens" and "$6 per 1M tokens", or before the first of them, and as many amounts one a
 * line as it names ways: which is of which, by the place of its line.
 */
export function waysOverLines(
  lines: readonly string[],
  amounts: readonly (readonly Amount[])[],
): ReadonlyMap<number, string> {
  const told = new Map<number, string>();
  if (lines.length < 2) return told;
  const isBare = (at: number): boolean => amounts[at]?.length === 1 && findDirections(lines[at] ?? '').length === 0;
  for (const [at, line] of lines.entries()) {
    const [first, ...others] = amounts[at] ?? [];
    const ways = others.length > 0 ? [] : findDirections(first === undefined ? line : line.slice(0, first.start));
    if (ways.length < 2) continue;
    const from = first === undefined ? at + 1 : at;
    let to = at + 1;
    while (isBare(to)) to++;
    if (to - from !== ways.length) continue;
    for (const [step, { start, end }] of ways.entries()) told.set(from + step, line.slice(start, end));
  }
  return told;
}
