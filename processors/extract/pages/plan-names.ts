import { IS_MODEL, NOISE, PLAN_NAME } from './names.ts';
import { FEATURE } from './names-above.ts';
import { ASKS, type Copy } from './plan-prices.ts';

/** "Everything in", "Pro": the name stands in a sentence. */
const LEADS_ON = /\b(?:in|the|from|to|with|on|of|and|or|for|your|our)$|[,:(]$/i;
const GOES_ON = /^(?:[,.;:)]|plans?\b|tier\b|plus\b|and\b|or\b|to\b|users?\b)/i;
/** "Individual", "Xata Cloud", "dotUltimate": a few words that may name a plan. */
const MAY_NAME = /^(?:\p{Lu}|\p{Ll}+\p{Lu})[\p{L}+-]*(?: [\p{Lu}&+][\p{L}+-]*){0,2}(?: \(\p{Lu}{2,6}\))?$/u;
/** "Most popular", "Best value", "14-day trial": what is stuck on a card. */
const BADGE =
  /^(?:(?:most|very|our) )?(?:popular|recommended|bestseller|favou?rite)$|^best\b|^(?:\d+[- ]day |free )?trial$|^(?:save|limited|coming soon|early access|current plan|always|everything\b|includes?\b|features?\b|monthly|yearly|annual(?:ly)?|hourly)\b|^(?:add-?ons|pricing|plans|overview)$/i;
/** So many lines of words may stand between a name and its price, what is the same in all cards aside. */
const REMARKS = 4;
/** What comes so often is of no card. */
const EVERYWHERE = 4;
/** So much of a name is taken away by each line between it and its price. */
const DISTANCE = 0.4;

interface Name {
  readonly at: number;
  readonly place: number;
}

const FREE = /^free$/i;
const ZERO = /^\p{Sc} ?0$/u;

/** "All Team plan features", "Everything in Grove", "Standard, plus:": a plan that another builds on. */
const BUILDS_ON =
  /^(?:(?:all|everything|includes all)(?: of)?(?: the)?(?: features)?(?: in| from)? (?<named>\p{Lu}[\p{L}+ -]*?)(?: plan)?(?: features)?(?:,? (?:and|plus)\b.*|[ ,+:]*)|(?<plain>\p{Lu}[\p{L} -]*), plus:?)$/u;

/** A line of its own, and no part of a sentence that goes on over lines. */
export const isPlanNameOver = ({ textAt }: Copy, place: number): boolean =>
  !LEADS_ON.test(textAt(place - 1)) && !GOES_ON.test(textAt(place + 1));

/**
 * Lines that name plans, each near what it costs: of the lines of words over a price the one that looks most like a name, as plans are called on
 * the market, as others on the page refer to it, or by its letters. None where nothing says that these are plans.
 */
export function planNames(copy: Copy, lines: readonly string[]): readonly Name[] {
  const { filled, textAt } = copy;
  const written = (place: number): string => lines[filled[place] ?? -1]?.trim() ?? '';
  const times = new Map<string, number>();
  const builtOn = new Set<string>();
  filled.forEach((_, place) => {
    times.set(textAt(place), (times.get(textAt(place)) ?? 0) + 1);
    const { named, plain } = BUILDS_ON.exec(written(place))?.groups ?? {};
    const plan = named ?? plain;
    if (plan !== undefined) builtOn.add(plan.toLowerCase());
  });
  const isKnown = (place: number): boolean =>
    PLAN_NAME.test(textAt(place)) || (builtOn.has(textAt(place).toLowerCase()) && MAY_NAME.test(written(place)));
  const mayName = (place: number): boolean =>
    (isKnown(place) || (MAY_NAME.test(written(place)) && !BADGE.test(textAt(place)) && !FEATURE.test(textAt(place)))) &&
    !copy.leadsToPrice(place) &&
    !NOISE.test(textAt(place)) &&
    isPlanNameOver(copy, place);
  const isEverywhere = (place: number): boolean => !isKnown(place) && (times.get(textAt(place)) ?? 0) >= EVERYWHERE;
  const nameOver = (price: number): { name: number; known: boolean } | null => {
    let best: { name: number; score: number } | null = null;
    let remarks = 0;
    for (let place = copy.firstOf(price) - 1; place >= 0 && remarks <= REMARKS; place--) {
      if (copy.isPlanPrice(place) || copy.isHourly(place) || IS_MODEL.test(written(place))) break;
      const passes = isEverywhere(place) || BADGE.test(textAt(place)) || NOISE.test(textAt(place));
      if (!passes || isKnown(place)) {
        const score = (isKnown(place) ? 2 : 1.5) - remarks * DISTANCE;
        if (mayName(place) && (best === null || score > best.score)) best = { name: place, score };
        remarks++;
      }
      // What a plan is told by stands below its name.
      if (isKnown(place) && best?.name === place) break;
    }
    return best === null ? null : { name: best.name, known: isKnown(best.name) };
  };
  const prices = filled.flatMap((_, place) => {
    const over = copy.isPlanPrice(place) || copy.isHourly(place) ? nameOver(place) : null;
    return over === null ? [] : [{ ...over, hourly: !copy.isPlanPrice(place), seats: copy.isBySeat(place) }];
  });
  // "Free", "Free"; "Custom", "Contact us" right under a name.
  const unpriced = filled.flatMap((_, place) =>
    mayName(place) &&
    (ASKS.test(textAt(place + 1)) || FREE.test(textAt(place + 1)) || (isKnown(place) && ZERO.test(textAt(place + 1))))
      ? [place]
      : [],
  );
  const sold = [
    ...prices.filter(({ known }) => known).map(({ name }) => name),
    ...unpriced.filter((place) => isKnown(place) && !ASKS.test(textAt(place + 1))),
  ];
  // By the seat nothing but plans are sold.
  const bySeat = prices.filter(({ seats }) => seats).map(({ name }) => textAt(name));
  if (new Set(sold.map(textAt)).size < 2 && new Set(bySeat).size < (sold.length === 0 ? 3 : 2)) return [];
  // By the hour runs much that is no plan.
  const named = new Set(prices.filter(({ hourly, known, seats }) => !hourly || known || seats).map(({ name }) => name));
  return [...new Set([...named, ...unpriced])]
    .sort((a, b) => a - b)
    .map((place) => ({ at: filled[place] ?? 0, place }));
}
