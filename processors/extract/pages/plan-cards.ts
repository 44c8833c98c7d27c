import { fold } from '../../normalise/fold.ts';
import { IS_MODEL, NOISE, PLAN_NAME } from './names.ts';

/** A card is read no further than this. */
const LONGEST = 45;
/** A label is no longer. */
const LABEL = 60;
/** Rows of a table are shorter, in words and in lines. */
const FEATURE = /(?:\S+ ){3}\S/;

const MONEY = /^(?:[A-Z]{2,3} ?)?\p{Sc} ?\d|^\d[\d.,]* ?(?:\p{Sc}|元|円|원|USD|EUR|CNY)/u;
/** What an amount of a plan stands beside: "/month", "Per unit / hr". */
const PERIOD = /(?:\/|\bper ) ?(?:[\w ]+ ?\/ ?)?(?:mo(?:nth)?|year|yr|user|seat|hr|hour)\b|[/每](?:月|年)/i;
/** By the month or the year, and not by what is used in it. */
const BY_TIME =
  /(?:^|[\d ]) ?(?:\/ ?|per |a )(?:(?:user|seat|member|editor|developer|organi[sz]ation|workspace)\W{0,3}(?:\/ ?|per |a )?)?(?:mo(?:nth)?|year|yr|annum)\b|[/每](?:月|年)/i;
const ASKS = /^(?:custom|contact|talk to|let['’]s talk|get a quote|联系|定制)/i;
/** "Everything in", "Pro": the name stands in a sentence. */
const LEADS_ON = /\b(?:in|the|from|to|with|on|of|and|or|for|your|our)$|[,:(]$/i;
const GOES_ON = /^(?:[,.;:)]|plans?\b|tier\b|plus\b|and\b|or\b|to\b|users?\b)/i;

/** "Individual", "Team": a few words that may name a plan. */
const MAY_NAME = /^\p{Lu}[\p{L}+-]*(?: [\p{Lu}&+][\p{L}+-]*){0,2}$/u;
/** "Most popular", "For growing teams": what may stand between a name and its price. */
const REMARKS = 4;
/** "From", "$", "25": parts of a price on lines of their own. */
const LEADS_TO_PRICE = /^(?:from|starting (?:at|from)|\p{Sc})$/iu;

/**
 * Cards of plans in a text copy of a page, which has lost what set their titles apart: lines that name a plan, "Starter", "Pro", each over what
 * it costs and what it comes with. By their first line, one past the last.
 */
export function planCards(lines: readonly string[]): ReadonlyMap<number, number> {
  const texts = lines.map(fold);
  const filled = texts.flatMap((text, at) => (text === '' ? [] : [at]));
  const textAt = (place: number): string => texts[filled[place] ?? -1] ?? '';
  /** "$", "25", "/ month": the sign may stand on a line of its own. */
  const isMoney = (place: number): boolean =>
    MONEY.test(textAt(place)) || (/^\p{Sc}$/u.test(textAt(place - 1)) && /^\d/.test(textAt(place)));
  const isPriced = (place: number): boolean =>
    isMoney(place) && (PERIOD.test(textAt(place)) || PERIOD.test(textAt(place + 1)));
  const isPlanPrice = (place: number): boolean =>
    isMoney(place) &&
    (BY_TIME.test(textAt(place)) || BY_TIME.test(textAt(place + (textAt(place + 1) === '+' ? 2 : 1))));
  const overPrice = (place: number): string =>
    LEADS_TO_PRICE.test(textAt(place - 1)) ? overPrice(place - 1) : textAt(place - 1);
  const names = filled.flatMap((at, place) =>
    (PLAN_NAME.test(textAt(place)) || MAY_NAME.test(lines[at]?.trim() ?? '')) &&
    !LEADS_TO_PRICE.test(textAt(place)) &&
    !NOISE.test(textAt(place)) &&
    !LEADS_ON.test(textAt(place - 1)) &&
    !GOES_ON.test(textAt(place + 1))
      ? [{ at, place, known: PLAN_NAME.test(textAt(place)) }]
      : [],
  );
  // Right over a price, or over what a plan without one says.
  const leads = names.filter(({ place }) => {
    let below = place + 1;
    if (ASKS.test(textAt(below)) || /^free$/i.test(textAt(below))) return true;
    for (let remarks = 0; remarks <= REMARKS && below < filled.length; below++) {
      if (isPlanPrice(below)) return true;
      if (PLAN_NAME.test(textAt(below)) || IS_MODEL.test(lines[filled[below] ?? -1] ?? '')) return false;
      if (!NOISE.test(textAt(below)) && !LEADS_TO_PRICE.test(textAt(below))) remarks++;
    }
    return false;
  });
  const isDirect = leads.filter(({ known, place }) => known && !ASKS.test(textAt(place + 1))).length > 1;
  const starts = isDirect ? leads : names.filter(({ known }) => known);
  const cards = starts.map(({ at, place }, index) => {
    const end = Math.min(starts[index + 1]?.at ?? lines.length, at + LONGEST);
    const inside = filled.flatMap((line, position) => (line > at && line < end ? [position] : []));
    return {
      start: at,
      end,
      asks: ASKS.test(textAt(place + 1)),
      priced: inside.some(isPriced),
      /** What stands over the first price. */
      over: overPrice(inside.find(isPriced) ?? 0),
      told: inside.some((position) => FEATURE.test(textAt(position))),
    };
  });
  const sold = cards.filter(({ priced }) => priced);
  // Prices at the end of the cards stand under the same labels in each: "Storage", "Compute"; and not under what is told of something.
  const isTold = sold.some(({ over }) => over.length > LABEL);
  if (!isDirect && (isTold || new Set(sold.map(({ over }) => over)).size === sold.length)) return new Map();
  if (sold.filter(({ told }) => told).length < 2 || new Set(sold.map(({ start }) => texts[start])).size < 2)
    return new Map();
  const longest = Math.max(...sold.slice(0, -1).map(({ start, end }) => end - start));
  return new Map(
    cards.filter(({ priced, asks }) => priced || asks).map(({ start, end }) => [start, Math.min(end, start + longest)]),
  );
}
