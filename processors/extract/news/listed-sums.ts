import { withHanRows } from './han-rows.ts';
import type { MoneyAround } from './money-around.ts';
import type { Quantity } from './quantity.ts';
import { rateAfter } from './rates.ts';
import { hasHan, matches } from './text.ts';

/**
 * Bare numbers in a row that are sums of one money, told once: ahead of the row ("yuan rates of 0.2, 2 and 8"), in a row beside it
 * ("$1, $3 and $9, down from 2, 6 and 18"), or, where something holds at them, in the sentence above ("stays at 0.1, 1 and 2").
 */
export function withListedSums(
  text: string,
  quantities: readonly Quantity[],
  around: MoneyAround,
): readonly Quantity[] {
  if (hasHan(text)) return withHanRows(text, quantities);
  if (quantities.filter(isBare).length < 2) return quantities;
  let made = [...quantities];
  for (const match of MAY_NAME.test(text) ? matches(MONEY_NAMED, text) : []) {
    const currency = CURRENCIES[match[1] ?? ''];
    const first = made.find((q) => q.start === match.index + match[0].length);
    if (currency !== undefined && first) made = asMoney(text, made, rowFrom(text, made, first), currency);
  }
  for (const first of made) {
    if (!isBare(first) || !made.includes(first)) continue;
    const lead = text.slice(0, first.start);
    const before = made.findLast((q) => q.end <= first.start);
    const row = rowFrom(text, made, first);
    if (row.length < 2) continue;
    const beside =
      before?.unit === 'money' && !before.large && TURNS.test(text.slice(before.end, first.start))
        ? before.currency
        : null;
    const currency = beside ?? (HOLDS.test(lead) && ENDS.test(text.slice(row.at(-1)?.end)) ? around.above() : null);
    if (currency !== null) made = asMoney(text, made, row, currency);
  }
  return made;
}

const MAY_NAME = /yuan|rmb|renminbi|dollar|usd|cny|euro?\b|pence|rupee/;
const MONEY_NAMED =
  /\b(yuan|rmb|renminbi|cny|dollar|us dollar|u\.s\. dollar|usd|euro|eur)(?:-denominated)? (?:(?:list|token|api|per-token|new|old|input|output) )?(?:rates?|prices?|pricing|tariffs?|fees)(?: (?:for|per|a) [\w -]{2,30}?)?(?: (?:of|at|are|is|were|was|from|to|become|set at|go to|fall to|rise to)|:)+ (?:about |just )?/g;
const CURRENCIES: Readonly<Record<string, string>> = {
  yuan: 'CNY',
  rmb: 'CNY',
  renminbi: 'CNY',
  cny: 'CNY',
  dollar: 'USD',
  'us dollar': 'USD',
  'u.s. dollar': 'USD',
  usd: 'USD',
  euro: 'EUR',
  eur: 'EUR',
};

const isBare = (q: Quantity): boolean =>
  q.unit === 'number' && !q.large && q.min !== null && q.min === q.max && Number(q.min) < 10_000;

const JOINT = /^ ?(?:,|\/|\||—|–|,? and|&) ?$/;

/** The bare numbers in a row from one on, what they buy behind the last. */
function rowFrom(text: string, quantities: readonly Quantity[], first: Quantity): readonly Quantity[] {
  const row: Quantity[] = [];
  for (let i = quantities.indexOf(first); i < quantities.length; i++) {
    const [q, last] = [quantities[i], row.at(-1)];
    if (!q || !isBare(q) || (last && !JOINT.test(text.slice(last.end, q.start)))) break;
    row.push(q);
  }
  return row;
}

const asMoney = (
  text: string,
  quantities: readonly Quantity[],
  row: readonly Quantity[],
  currency: string,
): Quantity[] =>
  quantities.map((q) => (row.includes(q) ? { ...q, unit: 'money', currency, rate: rateAfter(text, q.end) } : q));

/** Between the sums that are and those that were. */
const TURNS =
  /(?:\b(?:down|up|instead of|rather than|raised|cut)?,? ?from|\bpreviously|\bformerly|\bwas|\bwere|\bto|→|->) ?$/;
/** What stays at its sums. */
const HOLDS =
  /\b(?:unchanged|stays?|remains?|remain|holds?|kept|keeps?|still|steady|flat)(?: (?:on|at|to|the same|put|unchanged|steady|flat|priced))* at $/;
const ENDS = /^(?: (?:yuan|respectively)|,? respectively)?[.;]?["”)]*$/;
