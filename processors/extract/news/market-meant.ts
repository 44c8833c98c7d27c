import { OUR_MARKET } from './frames/market.ts';
import { nounPhrase } from './frames/noun-phrase.ts';
import { isNoThing } from './no-thing.ts';
import type { Quantity } from './quantity.ts';
import type { Reading } from './reading.ts';
import { hasHan } from './text.ts';

/** Money, who counts or buys, and verbs: the name of no market. */
const NO_MARKET =
  /[$€£¥]|\b(?:billion|trillion|million)\b|\b(?:went|goes|amounts?|laid|paid|spent|spend|pencils?|bring|brought|sell|sold|make|made|come|came|take|took|worth|reach|expects?|predicts?|forecasts?|foresees?|sees?|puts?|says?|thinks?|reckons?)\b|^(?:(?:the|its|this) )?(?:it|firms?|house|scale|buyers|companies|customers|enterprises|analysts|businesses|forecasters?|world)(?: |$)/i;
/** True where words name no market. */
export const isNoMarket = (phrase: string): boolean => NO_MARKET.test(phrase);

const THING =
  "((?:(?!(?:in|for|over|during|at|by|this|last|next|to|from|as|that|which|with|compared|up|down|while|when|worldwide|globally|against|after|than)\\b)[\\w&/.'-]+(?: |(?=[,.;:)]|$))){1,4}(?:for (?:ai|artificial intelligence|inference|training)\\b)?)";
/** "went on servers", "$86 billion on storage for AI", "$3 trillion in AI spending" */
const BEHIND = new RegExp(
  `^(?:['’]s?)?(?: worth of)?,?(?: (?:of (?:that|it|this)|alone))?,?(?: (?:went|goes|go|was spent|is spent|will go|came|comes|poured|flowed))?(?:(?<=worth of)| on| into|to|from|for| (?:in|of)(?= (?:[\\w-]+ ){1,4}(?:spending|outlays|expenditures?|investments?|build-?outs?)\\b)) (?:the |buying |building |renting )?${THING}`,
);
/** "paid for cloud infrastructure", "outlays for inference": before a figure */
const BEFORE = new RegExp(
  `\\b(?:paid|pay|laid out|lay out|spent|spend|shelled out|spending|outlays?|money|bills?) (?:on|for) (?:the |buying |building |renting )?${THING}`,
);

/** What a figure of a market in English is of, where the words found for it are none: what money goes on, what its clause or one before it begins with, "the market" itself. */
export function marketMeant(reading: Reading, q: Quantity): string | null {
  if (hasHan(reading.text)) return null;
  const { text, original } = reading;
  const ok = (phrase: string | null): phrase is string =>
    phrase !== null && !isNoMarket(phrase) && !isNoThing(reading, phrase, 'market_size');
  const at = (start: number, thing: string | undefined): string | null =>
    thing === undefined ? null : original.slice(start, start + thing.length).replace(/[ .]+$/, '');
  const behind = BEHIND.exec(text.slice(q.end));
  const next = behind && at(q.end + behind[0].length - (behind[1]?.length ?? 0), behind[1]);
  if (ok(next) && !reading.dates.some((d) => original.slice(d.start, d.end).startsWith(next))) return next;
  const before = BEFORE.exec(text.slice(0, q.start));
  const paid = before && at(before.index + before[0].length - (before[1]?.length ?? 0), before[1]);
  if (ok(paid)) return paid;
  for (const bound of [q.start, ...reading.clauses.filter((end) => end < q.start).reverse()]) {
    const head = nounPhrase(reading, bound);
    if (ok(head) && OUR_MARKET.test(head.toLowerCase()) && !/^(?:becoming|making|built)\b/.test(head)) return head;
  }
  return marketTakenUp(reading, q);
}

/** "expects the market to pass": as the sentence itself has it; null where it does not take up a market before the figure. */
export function marketTakenUp({ text, original }: Reading, { start }: Quantity): string | null {
  const taken = TAKEN_UP.exec(text.slice(0, start));
  return taken ? original.slice(taken.index, taken.index + taken[0].length) : null;
}
const TAKEN_UP = /\b(?:the|this|that) (?:whole |entire |overall )?market\b(?! (?:leader|share|research|tracker))/;
