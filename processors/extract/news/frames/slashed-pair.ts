import type { Quantity } from '../quantity.ts';
import type { Rate } from '../rates.ts';
import type { Reading } from '../reading.ts';
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
  for (const [i, input] of money.entries()) {
    const output = money[i + 1];
    if (!output || !tame(input) || !tame(output)) continue;
    if (!first && (rates.has(input) || rates.has(output))) continue;
    if (Number(output.min ?? output.max) > 1000) continue;
    if (!/^ ?\/ ?$/.test(reading.text.slice(input.end, output.start))) continue;
    if (
      first
        ? !namesModel(reading, input) && !opensForModel(reading, input, output)
        : !isBehindModel(reading, input, output)
    )
      continue;
    for (const q of [input, output]) rates.set(q, { rate: shareOf(PER_MILLION, q), own: false });
  }
}

/** "At $0.10/$0.30, Grok 5 Fast undercuts ...": the model right behind its two prices. */
const opensForModel = ({ text, entities }: Reading, input: Quantity, output: Quantity): boolean =>
  /^(?:at|for) (?:just |only )?$/.test(text.slice(0, input.start)) &&
  entities.some((e) => e.kind === 'product' && /^, (?:the )?$/.test(text.slice(output.end, e.start)));

/** "... undercuts GPT-5.4 nano ($0.20/$1.25)" */
const isBehindModel = ({ text, entities }: Reading, input: Quantity, output: Quantity): boolean =>
  text[output.end] === ')' && entities.some((e) => e.kind === 'product' && text.slice(e.end, input.start) === ' (');
