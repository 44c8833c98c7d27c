import type { Unit } from '../../normalise/units.ts';
import { ALONE, beyondIncluded } from './beyond-plan.ts';
import { OPERATIONS, type Seen } from './card-records.ts';
import { type Reading, readCell } from './cell.ts';
import { PLAN_NAME } from './names.ts';
import type { PageContext } from './page-context.ts';
import { isOfUse } from './plan-rows.ts';
import { isOpaque } from './turned-tables.ts';

/** What is used under a plan, at the price of a line; its unit where the line has one of its own kind. */
export interface Used {
  readonly item: string;
  readonly plan: string;
  readonly unit: Unit | null;
}

/**
 * Rates in the cards of plans, each led by what is used: "Live captions", "$0.70 / hour" under "Starter", and again under "Business". The item is what is
 * sold, the plan a condition of its price. By the line that holds the amount.
 */
export function usedInPlans(seen: readonly Seen[], page: PageContext): ReadonlyMap<number, Used> {
  const found: (Used & { readonly at: number; readonly isSaid: boolean })[] = [];
  let plan: string | null = null;
  for (const one of seen) {
    if (one.kind === 'heading') plan = isPlan(one) ? one.line.text : null;
    if (plan === null || one.kind !== 'money') continue;
    const beyond = beyondIncluded(one, seen);
    const item = beyond?.item ?? leadOf(one, seen[one.at - 1]);
    const unit = beyond?.unit ?? null;
    if (
      item === null ||
      (unit === null &&
        (OF_PLAN.test(item) || (beyond === null && !isOpaque(page.label(item)) && !OPERATIONS.test(item))))
    )
      continue;
    const rates = readCell([one.line.text], page.currencies, false);
    if (rates.length !== 1) continue;
    if (unit !== null || rates.every(({ amount }) => amount.unit !== null && isOfUse(amount.unit.unit)))
      found.push({ at: one.at, item, plan, unit, isSaid: beyond !== null });
  }
  const plans = Map.groupBy(found, ({ item }) => item);
  return new Map(
    found
      .filter(({ item, isSaid }) => isSaid || new Set((plans.get(item) ?? []).map((one) => one.plan)).size > 1)
      .map(({ at, item, plan, unit }) => [at, { item, plan, unit }]),
  );
}

/** What a plan is called on the market, or a card of a text copy that was told by its price. */
export const isPlan = (one: Seen | undefined): boolean =>
  one !== undefined && (PLAN_NAME.test(one.text) || isPlanCard(one));

/** A card of a text copy, told by what stands over prices of plans. */
export const isPlanCard = ({ line }: Seen): boolean => line.level === 6 && (line.path[0] ?? 0) < 0;

/** "Additional credits": more of what the plan itself is counted in. */
const OF_PLAN = /\b(?:credits|seats)$|积分$/i;

/** What leads an amount, in its line or on the line before it. */
function leadOf({ text, line }: Seen, before: Seen | undefined): string | null {
  const lead = /^([^:：]{2,40})[:：]\s/.exec(line.text)?.[1];
  if (lead !== undefined) return lead;
  return ALONE.test(text) && before?.kind === 'title' ? before.line.text : null;
}

/** The amount of a line that says in its own way what it is of: "Then $10/month per 50". */
export const asUsed = (reading: Reading, used: Used | undefined): Reading =>
  used === undefined || used.unit === null
    ? reading
    : {
        ...reading,
        words: '',
        amount: {
          ...reading.amount,
          unit: { unit: used.unit, start: reading.amount.end, end: reading.amount.end, words: '', implied: false },
        },
      };
