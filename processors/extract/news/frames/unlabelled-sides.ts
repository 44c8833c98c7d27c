import type { Reading } from '../reading.ts';
import type { Amount } from './amount.ts';
import { sideGoesOn } from './side-goes-on.ts';

/**
 * Token prices that name no meter: two side by side are for input and output ("cut to $2 / $12 per million"), three for input, cached
 * input and output as the trade lists them, the cheapest for what is cached; one alone is for that of the price it is joined to.
 */
export function unlabelledSides(reading: Reading, amounts: Amount[]): Amount[] {
  const three = threeInTurn(reading, amounts);
  if (three) return three;
  const { text } = reading;
  const slashed = (a: Amount | undefined, b: Amount | undefined): boolean =>
    a?.meter === 'blended' &&
    b?.meter === 'blended' &&
    a.q !== b.q &&
    Number(a.q.min) < Number(b.q.min) &&
    /^ ?\/ ?$/.test(text.slice(a.q.end, b.q.start));
  // "at $3 and $15 per million tokens for Sonnet 5": of one model, for what goes in and what comes out.
  const models = new Set(reading.entities.filter((e) => e.kind === 'product').map((e) => text.slice(e.start, e.end)));
  // "Novita wants $0.55 and $2.00 per million": of the one told before.
  const houses = new Set(reading.entities.filter((e) => e.kind === 'organisation').map((e) => e.slug));
  const paired = (a: Amount | undefined, b: Amount | undefined): boolean =>
    a?.meter === 'blended' &&
    b?.meter === 'blended' &&
    amounts.length === 2 &&
    (models.size === 1 || (models.size === 0 && houses.size <= 1)) &&
    b.per === 1_000_000 &&
    Number(a.q.min) < Number(b.q.min) &&
    // "$0.25/M and $1.50/M"
    /^ ?(?:and|[和与及]) ?$/.test(
      text.slice(Math.max(a.q.end, a.q.rate?.start === a.q.end ? a.q.rate.end : 0), b.q.start),
    ) &&
    !/respectively|分别/.test(text);
  const pairs = isPairs(reading, amounts);
  const read = amounts.map((amount, i) => {
    const before = amounts[i - 1];
    if (pairs) return { ...amount, meter: i % 2 === 0 ? ('input' as const) : ('output' as const) };
    if (slashed(amount, amounts[i + 1]) || paired(amount, amounts[i + 1]))
      return { ...amount, meter: 'input' as const };
    return slashed(before, amount) || paired(before, amount) ? { ...amount, meter: 'output' as const } : amount;
  });
  return sideGoesOn(text, read);
}

/** "GPT-5 at $0.625 and $5, GPT-5 mini at $0.125 and $1 per million tokens": nothing but pairs, one to each model named. */
function isPairs({ text, entities }: Reading, amounts: readonly Amount[]): boolean {
  const models = new Set(entities.filter((e) => e.kind === 'product').map((e) => text.slice(e.start, e.end)));
  return (
    amounts.length > 2 &&
    amounts.length === models.size * 2 &&
    !text.includes('respectively') &&
    amounts.every((a, i) => {
      const b = amounts[i + 1];
      if (a.meter !== 'blended' || a.per !== 1_000_000) return false;
      if (i % 2 > 0) return true;
      return b !== undefined && Number(a.q.min) < Number(b.q.min) && /^ ?and ?$/.test(text.slice(a.q.end, b.q.start));
    })
  );
}

const JOINT = /^ ?(?:,|\/|\||—|–|,? and) ?$/;

/** "rates of $0.03, $0.30 and $1.20 per million tokens": null where there are not just three. */
function threeInTurn({ text }: Reading, amounts: readonly Amount[]): Amount[] | null {
  const [a, b, c] = amounts;
  if (!a || !b || !c || amounts.length > 3) return null;
  if (amounts.some((amount) => amount.meter !== 'blended' || amount.per !== 1_000_000)) return null;
  if (!JOINT.test(text.slice(a.q.end, b.q.start)) || !JOINT.test(text.slice(b.q.end, c.q.start))) return null;
  const [first, second, third] = [a, b, c].map(({ q }) => Number(q.min ?? q.max));
  if (first === undefined || second === undefined || third === undefined || Math.max(first, second) >= third)
    return null;
  const sides = first < second ? (['cached_input', 'input'] as const) : (['input', 'cached_input'] as const);
  return [
    { ...a, meter: sides[0] },
    { ...b, meter: sides[1] },
    { ...c, meter: 'output' },
  ];
}
