import type { UnitPhrase } from '../../normalise/unit-phrase.ts';

/** As much of an amount as tells whether it shares a unit. */
interface Told {
  readonly currency: string | null;
  readonly start: number;
  readonly end: number;
  readonly unit: UnitPhrase | null;
  readonly lead: boolean;
}

/** "€0.044 / $0.048 per GB": what stands between two amounts of one price, a sign said twice among it. */
const BETWEEN = /^\s*\p{Sc}?\s*(?:[/|]|或|\bor\b)\s*$/u;

/** One price told in several currencies: all amounts have the unit that stands behind the last one. */
export function withUnitOfAll<A extends Told>(text: string, amounts: readonly A[]): readonly A[] {
  const [first] = amounts;
  if (amounts.length < 2 || amounts.every(({ currency }) => currency === first?.currency)) return amounts;
  const shared = [...amounts];
  for (let at = shared.length - 2; at >= 0; at--) {
    const [one, next] = [shared[at], shared[at + 1]];
    if (one === undefined || next === undefined || one.unit !== null || next.unit === null || next.lead) continue;
    if (one.currency !== null && one.currency !== next.currency && BETWEEN.test(text.slice(one.end, next.start)))
      shared[at] = { ...one, unit: next.unit };
  }
  return shared;
}
