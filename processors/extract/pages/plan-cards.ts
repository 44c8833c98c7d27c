import { fold } from '../../normalise/fold.ts';
import { NOISE, PLAN_NAME } from './names.ts';
import { isPlanNameOver, planNames } from './plan-names.ts';
import { ASKS, copyOf, PERIOD } from './plan-prices.ts';

/** A card is read no further than this. */
const LONGEST = 45;
/** A label is no longer. */
const LABEL = 60;
/** "~~$10~~ $5": what it cost. */
const STRUCK = /^\s*~~[^~]*~~\s*(?=\S)/;
/** Rows of a table are shorter, in words and in lines, and have no buttons. */
const FEATURE = /(?:\S+ ){3}\S/;

/**
 * Cards of plans in a text copy of a page, which has lost what set their titles apart: lines that name a plan, "Starter", "Pro", each over what
 * it costs and what it comes with. By their first line, one past the last.
 */
export function planCards(lines: readonly string[]): ReadonlyMap<number, number> {
  const copy = copyOf(lines.map((line) => fold(line.replace(STRUCK, ''))));
  const { filled, textAt, isMoney } = copy;
  const isPriced = (place: number): boolean =>
    isMoney(place) && (PERIOD.test(textAt(place)) || PERIOD.test(textAt(place + 1)));
  const direct = planNames(copy, lines);
  const isDirect = direct.length > 0;
  const starts = isDirect
    ? direct
    : filled.flatMap((at, place) =>
        PLAN_NAME.test(textAt(place)) && !NOISE.test(textAt(place)) && isPlanNameOver(copy, place)
          ? [{ at, place }]
          : [],
      );
  const cards = starts.map(({ at, place }, index) => {
    const end = Math.min(starts[index + 1]?.at ?? lines.length, at + LONGEST);
    const inside = filled.flatMap((line, position) => (line > at && line < end ? [position] : []));
    const first = inside.find(isPriced) ?? 0;
    return {
      start: at,
      end,
      asks: ASKS.test(textAt(place + 1)),
      priced: inside.some((one) => isPriced(one) || copy.isPlanPrice(one) || copy.isHourly(one)),
      /** What stands over the first price. */
      over: textAt(copy.firstOf(first) - 1),
      told: inside.some((position) => FEATURE.test(textAt(position)) || (isDirect && NOISE.test(textAt(position)))),
    };
  });
  const sold = cards.filter(({ priced }) => priced);
  // Prices at the end of the cards stand under the same labels in each: "Storage", "Compute"; and not under what is told of something.
  const isTold = sold.some(({ over }) => over.length > LABEL);
  if (!isDirect && (isTold || new Set(sold.map(({ over }) => over)).size === sold.length)) return new Map();
  const names = new Set(sold.map(({ start }) => fold(lines[start] ?? '')));
  if (sold.filter(({ told }) => told).length < 2 || names.size < 2) return new Map();
  const longest = Math.max(...sold.slice(0, -1).map(({ start, end }) => end - start));
  return new Map(
    cards.filter(({ priced, asks }) => priced || asks).map(({ start, end }) => [start, Math.min(end, start + longest)]),
  );
}
