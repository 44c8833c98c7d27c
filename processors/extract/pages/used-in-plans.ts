import type { Seen } from './card-records.ts';
import { readCell } from './cell.ts';
import { PLAN_NAME } from './names.ts';
import type { PageContext } from './page-context.ts';
import { isOfUse } from './plan-rows.ts';
import { isOpaque } from './turned-tables.ts';

/** What is used under a plan, at the price of a line. */
interface Used {
  readonly item: string;
  readonly plan: string;
}

/**
 * Rates in the cards of plans, each led by what is used: "Live captions", "$0.70 / hour" under "Starter", and again under "Business". The item is what is
 * sold, the plan a condition of its price. By the line that holds the amount.
 */
export function usedInPlans(seen: readonly Seen[], page: PageContext): ReadonlyMap<number, Used> {
  const found: (Used & { readonly at: number; readonly isSaid: boolean })[] = [];
  let plan: string | null = null;
  for (const one of seen) {
    if (one.kind === 'heading') plan = PLAN_NAME.test(one.text) ? one.line.text : null;
    if (plan === null || one.kind !== 'money') continue;
    const beyond = beyondIncluded(one, seen);
    const item = beyond ?? leadOf(one, seen[one.at - 1]);
    if (item === null || OF_PLAN.test(item) || (beyond === null && !isOpaque(page.label(item)))) continue;
    const rates = readCell([one.line.text], page.currencies, false);
    if (rates.length === 1 && rates.every(({ amount }) => amount.unit !== null && isOfUse(amount.unit.unit)))
      found.push({ at: one.at, item, plan, isSaid: beyond !== null });
  }
  const plans = Map.groupBy(found, ({ item }) => item);
  return new Map(
    found
      .filter(({ item, isSaid }) => isSaid || new Set((plans.get(item) ?? []).map((one) => one.plan)).size > 1)
      .map(({ at, item, plan }) => [at, { item, plan }]),
  );
}

/** "Additional credits": more of what the plan itself is counted in. */
const OF_PLAN = /\b(?:credits|seats)$|积分$/i;

/** What leads an amount, in its line or on the line before it. */
function leadOf({ text, line }: Seen, before: Seen | undefined): string | null {
  const lead = /^([^:：]{2,40})[:：]\s/.exec(line.text)?.[1];
  if (lead !== undefined) return lead;
  return ALONE.test(text) && before?.kind === 'title' ? before.line.text : null;
}

/**
 * "Storage", "9 GB", "+", "$0.75 / GB", or "9 GB of storage", "then $0.75 per GB": what there may be more of than the plan includes.
 */
function beyondIncluded({ text, at }: Seen, seen: readonly Seen[]): string | null {
  const counted = /^then\b/i.test(text) ? COUNTED.exec(seen[at - 1]?.line.text ?? '')?.[1] : undefined;
  if (counted !== undefined) return counted;
  const [item, included, plus] = seen.slice(Math.max(0, at - 3), at);
  return ALONE.test(text) &&
    plus?.text === '+' &&
    INCLUDED.test(included?.text ?? '') &&
    item !== undefined &&
    /^\p{L}/u.test(item.text) &&
    !INCLUDED.test(item.text)
    ? item.line.text
    : null;
}

const COUNTED =
  /^[\d.,]+ ?(?:[kmgtp]i?b|thousand|million|billion|[kmb])?(?: of)? (\p{L}[\p{L} -]{3,30}?)(?: (?:per|included|a)\b.*)?$/iu;
const ALONE = /^(?:\W{0,2}|from |starting (?:at|from) )\W{0,3}[\d.]/i;
const INCLUDED = /^(?:[\d.,]+ ?(?:[kmgtp]i?b|thousand|million|billion|[kmb])?|unlimited)(?![a-z])/i;
