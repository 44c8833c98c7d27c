import type { Edit } from './edited.ts';
import { matches } from './text.ts';

const MONEY: Readonly<Record<string, string>> = { dollars: '$', euros: '€', pounds: '£' };
/** "Power, in gigawatts: ", "Capex in billions of dollars: ", "Traffic, in trillion tokens a day: ", and what is listed behind it. */
const HEAD =
  /,? \(?(?:in |(?=dollars per))(?:(?<prices>(?:US )?dollars per million(?: (?:input |output )?tokens)?)|(?<watts>(?:giga|mega)watts|[GM]W)|billions of (?<money>dollars|euros|pounds)|(?<usd>\$ ?(?:billion|bn))|(?<tokens>trillions? (?:of )?tokens))\)?(?<rate> (?:a|per) (?:day|week|month))?(?:,? [a-z ]{3,24})?: (?<list>[^\n:;]{3,200})/g;
const MAY_HEAD = /watts|[GM]W|billions of|\$ ?(?:billion|bn)|trillions? |dollars per million/;
const FIGURE = /(?<![\w$€£¥.,-])(?<!\d )\d{1,4}(?:\.\d{1,3})?(?![\w%]|[.,]\d|-)/g;
const A_YEAR = /^(?:19|20)\d\d$/;
/** Behind a figure that says no more than so many of them. */
const ENDS =
  /^(?:[,.)]|$| (?:\(|in\b|at\b|by\b|for\b|now\b|today\b|then\b|last\b|this\b|next\b|a year\b|and\b|after\b|from\b|up\b|down\b|as of\b|mid-|end-|early\b|late\b|before\b|during\b|planned\b|live\b|under\b))/;

/** "Microsoft's power, in gigawatts: 5.0 in mid-2025, 7.2 now, 12 by 2027": bare figures of an English list with the unit that its head says. */
export function unitEdits(body: string): Edit[] {
  if (!MAY_HEAD.test(body)) return [];
  return matches(HEAD, body).flatMap((match) => {
    const { prices, watts, money, usd, tokens, rate = '', list = '' } = match.groups ?? {};
    const from = match.index + match[0].length - list.length;
    const lead = usd === undefined && prices === undefined ? (MONEY[money ?? ''] ?? '') : '$';
    const tail = prices ? ` per million tokens` : watts ? ` ${watts}` : tokens ? ` trillion tokens${rate}` : ` billion`;
    return matches(FIGURE, list).flatMap(({ index, 0: figure }): Edit[] => {
      const [at, end] = [from + index, from + index + figure.length];
      if (A_YEAR.test(figure) || !ENDS.test(list.slice(index + figure.length))) return [];
      return [...(lead === '' ? [] : [{ start: at, end: at, text: lead }]), { start: end, end, text: tail }];
    });
  });
}
