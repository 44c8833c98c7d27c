import type { Article } from '../analysis.ts';
import type { Draft } from '../draft.ts';
import type { Quantity } from '../quantity.ts';
import type { Reading } from '../reading.ts';
import { hasHan, matches } from '../text.ts';

/** Who speaks or plans, a part of a whole, what only leads to a figure: no chips and no power. */
const NO_CAPACITY =
  /^(?:(?:the|its|their|an?|our|them the|although the|though the) )*(?:(?:compan(?:y|ies)|groups?|firm|management|executives?|partners?|nations?|customers?|investors?|analysts?|months?|plans?|plan calls|target|goal|agreement|deal|pact|contract|first|second|third|initial|planned|needs?|total|rest|remainder|part|part actually|above|below|over|under|about|around|at least|at most|up)(?: |$))+$|^(?:(?:the|its|their|first|second|third|full|initial|another|next) )*(?:\d|(?:ten|five|six|seven|eight|twelve|fifteen|twenty) years)|^(?:管理层|公司|集团|双方|协议|规划|目标|首批|首期|一期|二期|其中|合计|总计)/i;
/** What draws power or has it. */
const POWER =
  /\b((?:(?:committed|contracted|active|connected|total|installed|ai|compute|computing|data[ -]?cent(?:er|re)|chip|power|operating|secured) )*(?:capacity|power|compute|computing|data[ -]?cent(?:er|re)s?|campus(?:es)?|sites?))\b|((?:在运|签约|已投运|总|可用|ai|智算)?(?:电力|算力|容量|数据中心|园区))/g;

/**
 * What so many megawatts are of, where the words found for it name a person, a house at large or nothing: the power, capacity or site
 * that the sentence names, the last before the figure first; else that of the figure before it.
 */
export function capacityThing(
  article: Article,
  reading: Reading,
  q: Quantity,
  found: string | null,
  previous: Draft | null,
): string | null {
  if (q.unit !== 'watts' || found === null || !namesNone(reading, found)) return found;
  const here = powerAround(reading, q.start, q.end);
  if (here !== null) return here;
  if (previous?.kind === 'capacity' && previous.unit === 'watts' && previous.object !== null) return previous.object;
  for (const i of article.thread.before(reading.index, 2)) {
    const above = article.reading(i);
    const named = powerIn(above, 0, above.text.length, 'last');
    if (named !== null) return named;
  }
  return found;
}

/** The power, capacity or site that a sentence names nearest to a figure: before it, else behind it. */
export const powerAround = (reading: Reading, start: number, end: number): string | null =>
  powerIn(reading, 0, start, 'last') ?? powerIn(reading, end, reading.text.length, 'first');

function namesNone({ text, original, entities }: Reading, found: string): boolean {
  if (NO_CAPACITY.test(found)) return true;
  const at = original.indexOf(found);
  return entities.some(
    (e) =>
      e.start <= at &&
      e.end >= at + found.length &&
      (e.kind === 'person' || e.kind === 'reporter' || (e.kind === 'organisation' && hasHan(text))),
  );
}

function powerIn({ text, original }: Reading, from: number, to: number, which: 'first' | 'last'): string | null {
  const found = matches(POWER, text.slice(from, to));
  const match = which === 'last' ? found.at(-1) : found[0];
  return match ? original.slice(from + match.index, from + match.index + match[0].length) : null;
}
