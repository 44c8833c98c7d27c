import type { Quantity } from '../quantity.ts';

/** "30% more billable tokens for the same words" */
const MORE_THINGS =
  /^ ?(?:more|fewer|less) (?:(?!(?:for|to|on|in|at|from|than|with|by|as)\b)[a-z-]+ ){0,2}(?:tokens|words|requests|calls|characters|credits|users|queries|customers|compute|capacity|throughput)\b/;
/** "lets you download three times what you keep" */
const TIMES_WHAT =
  /^ (?:what|as (?:much|many) as|the (?:amount|volume|data)) (?:you|they|we|it|a customer|customers|users)\b/;

/** True where a percentage or a multiple says how much is counted or used, not what it costs. */
export const countsThings = (text: string, { unit, end }: Quantity): boolean =>
  MORE_THINGS.test(text.slice(end)) || (unit === 'times' && TIMES_WHAT.test(text.slice(end)));
