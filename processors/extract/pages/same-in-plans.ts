import type { Seen } from './card-records.ts';
import { PLAN_NAME } from './names.ts';

/** So many plans must cost the same. */
const FEWEST = 3;

/**
 * "Extra bandwidth", "$0.02/GB", "$0.02/GB", "$0.02/GB", "Custom": a row of a comparison of plans in a text copy, where more of something costs
 * the same in each. The line that names the row, by the place of each of its prices.
 */
export function sameInPlans(seen: readonly Seen[]): ReadonlyMap<number, Seen> {
  const named = new Map<number, Seen>();
  for (let at = 1; at < seen.length; ) {
    const [name, first] = [seen[at - 1], seen[at]];
    let end = at + 1;
    while (first?.kind === 'money' && isAgain(seen[end], first)) end++;
    if (name !== undefined && end - at >= FEWEST && mayNameRow(name)) for (; at < end; at++) named.set(at, name);
    at = end;
  }
  return named;
}

const isAgain = (one: Seen | undefined, first: Seen): boolean =>
  one?.kind === 'money' && one.text === first.text && one.line.path.length === 0;

const mayNameRow = ({ kind, text, line }: Seen): boolean =>
  (kind === 'title' || kind === 'spec' || kind === 'label') &&
  /\p{L}{2} ?\p{L}{2}/u.test(line.text) &&
  !PLAN_NAME.test(text);
