import { MONEY_BEGINS } from '../../normalise/currency.ts';

const MONEY = String.raw`${MONEY_BEGINS}(?:[\d.,]*\d)?`;
const COUNT = String.raw`\d[\d,]*(?: ?(?:k|thousand|million))?`;
/** "$1 = 1,000 credits" */
const BUYS = new RegExp(
  String.raw`(${MONEY}) ?(?:=|equals?|buys(?: you)?|gets you|gives you) ?(${COUNT}) (?:api )?credits\b`,
  'iu',
);
/** "1 credit = $0.002", "Each credit costs $0.01" */
const ONE_IS = new RegExp(
  String.raw`\b(?:1|one|an?|each|every) (?:api )?credit ?(?:=|equals?|costs?|is (?:worth|equal to|priced at)) ?(${MONEY})(?!\S*\d)`,
  'iu',
);
/** "Credits cost $5 per 1,000" */
const SOLD = new RegExp(
  String.raw`^credits (?:cost|are (?:sold|priced|billed) (?:at|for)|are) (${MONEY}) (?:per|for) (${COUNT})\b`,
  'iu',
);

/** What credits cost, as a line of a price list would say it: "credits: $1 per 1,000 credits". Null where a text does not say that. */
export function creditPrice(folded: string): string | null {
  if (folded.length > 200) return null;
  const [, money, count = '1'] = BUYS.exec(folded) ?? SOLD.exec(folded) ?? ONE_IS.exec(folded) ?? [];
  // "1 credit equals $1": another word for the money.
  return money === undefined || (count === '1' && /\D1(?:\.0+)?$/.test(money))
    ? null
    : `credits: ${money} per ${count} credits`;
}

/** True for a line that `creditPrice` wrote: what it names is what is counted. */
export const isOfCredits = (line: string): boolean => /^credits: .* credits$/.test(line);
