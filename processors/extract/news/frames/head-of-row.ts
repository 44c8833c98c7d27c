import type { Quantity } from '../quantity.ts';
import type { Reading } from '../reading.ts';
import { hasHan } from '../text.ts';

/** Between a sum and the next of its row: what the first one buys, and a joint. */
const JOINED = /^(?:[^,;.$€£¥]|\.\d){0,44}?(?:,|\/|\||—|–|,? and|&) ?$/;

/** The first of the sums that stand in a row up to one, in English: "$3 per million input tokens and $15". */
export function headOfRow({ text, quantities, entities }: Reading, q: Quantity): Quantity {
  if (hasHan(text)) return q;
  let head = q;
  for (let i = quantities.indexOf(q) - 1; i >= 0; i--) {
    const before = quantities[i];
    if (!before) break;
    if (before.unit !== 'money' || before.currency !== head.currency) break;
    if (!JOINED.test(text.slice(before.end, head.start))) break;
    if (entities.some((e) => e.start >= before.end && e.end <= head.start)) break;
    head = before;
  }
  return head;
}
