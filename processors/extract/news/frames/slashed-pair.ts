import type { Quantity } from '../quantity.ts';
import type { Rate } from '../rates.ts';
import type { Reading } from '../reading.ts';
import { hasHan } from '../text.ts';
import { PER_MILLION, shareOf, tame } from './borrowed.ts';

/** A model, or the house of one in a sentence about models, stands before: its prices are per million tokens unless said otherwise. */
export const namesModel = (reading: Reading, q: Quantity): boolean =>
  reading.entities.some(
    (e) =>
      e.end <= q.start &&
      (e.kind === 'product' ||
        /\d/.test(reading.text.slice(e.start, e.end)) ||
        (e.kind === 'organisation' && /\b(?:context|models?|api|tokens?|input|output)\b/.test(reading.text))),
  );

/** "Grok 5 Fast is $0.20/$0.50": two prices of a model side by side are for input and output; beside prices of a unit of their own, those in a bracket right behind a model. */
export function slashedPair(
  reading: Reading,
  money: readonly Quantity[],
  rates: Map<Quantity, { rate: Rate; own: boolean }>,
): void {
  const first = rates.size === 0;
  if (first) joinedPairs(reading, money, rates);
  for (const [i, input] of money.entries()) {
    const output = money[i + 1];
    if (!output || !tame(input) || !tame(output)) continue;
    if (!first && (rates.has(input) || rates.has(output))) continue;
    if (Number(output.min ?? output.max) > 1000) continue;
    if (!isPaired(reading.text, input, output)) continue;
    const before = money[i - 1];
    const known = before && rates.get(before)?.rate;
    // "was $0.50 / $2.00 per million tokens, now $0.40 / $1.60"
    if (
      known?.meter === 'token' &&
      NEXT_PAIR.test(reading.text.slice(Math.max(before?.end ?? 0, known.end), input.start))
    ) {
      for (const q of [input, output]) rates.set(q, { rate: { ...shareOf(known, q), side: null }, own: false });
      continue;
    }
    if (
      first
        ? !namesModel(reading, input) && !opensForModel(reading, input, output)
        : !isBehindModel(reading, input, output)
    )
      continue;
    for (const q of [input, output]) rates.set(q, { rate: shareOf(PER_MILLION, q), own: false });
  }
}

/** $0.20/$0.50; 0.25美元与1.5美元的定价. */
const isPaired = (text: string, input: Quantity, output: Quantity): boolean => {
  const gap = text.slice(input.end, output.start);
  return /^ ?\/ ?$/.test(gap) || (/^[和与及]$/.test(gap) && /^的?(?:定价|价格|单价|报价)/.test(text.slice(output.end)));
};

/** "GPT-5.4 costs $2.50 and $15 everywhere, rather than $2.75 and $16.50": one model's two prices, and what they were. */
function joinedPairs(
  reading: Reading,
  money: readonly Quantity[],
  rates: Map<Quantity, { rate: Rate; own: boolean }>,
): void {
  const { text } = reading;
  if (hasHan(text) || BY_TIME.test(text)) return;
  for (const [i, input] of money.entries()) {
    const output = money[i + 1];
    if (!output || !tame(input) || !tame(output) || rates.has(input)) continue;
    const ratio = Number(output.min) / Number(input.min);
    if (
      !/^ and $/.test(text.slice(input.end, output.start)) ||
      !(ratio > 1.5 && ratio < 12) ||
      Number(output.min) > 200
    )
      continue;
    const before = money[i - 1];
    const again = before !== undefined && rates.has(before) && OLD_ONES.test(text.slice(before.end, input.start));
    if (!again && !leadsFromModel(reading, input, rates.size > 0)) continue;
    for (const [q, side] of [
      [input, 'input'],
      [output, 'output'],
    ] as const)
      rates.set(q, { rate: { ...shareOf(PER_MILLION, q), side }, own: false });
  }
}
const NEXT_PAIR = /^[^;.$€£¥]{0,30}(?:\bnow|\bto|→|\bfrom|\bwas|\bwere|\bpreviously)(?: (?:at|for))? ?$/;
const OLD_ONES = /^[^;.]{0,24}\b(?:rather than|instead of|(?:down|up) from|was|were|used to (?:be|cost)) $/;
const BY_TIME =
  /\b(?:months?|monthly|years?|annual(?:ly)?|hours?|hourly|seats?|users?|plans?|tiers?|editions?|images?|seconds?|minutes?)\b/;
const ASKS = /^(?: (?:now|still|itself|stays|remains|is|are|priced|list(?:s|ed)|costs?|at|charges|for|on|offer))+ $/;
/** A numbered model, and what it costs; `goesOn` where another's two prices stand before: "Haiku 4.5 is $1 and $5, Opus 4.7 $5 and $25". */
const leadsFromModel = ({ text, entities }: Reading, { start }: Quantity, goesOn: boolean): boolean =>
  entities.some(
    (e) =>
      e.kind === 'product' &&
      e.end <= start &&
      /\d/.test(text.slice(e.start, e.end)) &&
      (ASKS.test(text.slice(e.end, start)) || (goesOn && start === e.end + 1)),
  );

/** "At $0.10/$0.30, Grok 5 Fast undercuts ...", "compared with the $5/$25 of Opus 4.7": the model right behind its two prices. */
const opensForModel = ({ text, entities }: Reading, input: Quantity, output: Quantity): boolean => {
  const joint = /^(?:at|for) (?:just |only )?$/.test(text.slice(0, input.start)) ? /^, (?:the )?$/ : OF_MODEL;
  return entities.some(
    (e) => e.kind === 'product' && e.start >= output.end && joint.test(text.slice(output.end, e.start)),
  );
};
const OF_MODEL = /^ (?:of|for|on) (?:the )?$/;

/** "... undercuts GPT-5.4 nano ($0.20/$1.25)" */
const isBehindModel = ({ text, entities }: Reading, input: Quantity, output: Quantity): boolean =>
  text[output.end] === ')' && entities.some((e) => e.kind === 'product' && text.slice(e.end, input.start) === ' (');
