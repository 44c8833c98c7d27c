import type { Quantity } from '../quantity.ts';
import type { Reading } from '../reading.ts';
import { isAnyones } from './of-the-kind.ts';

/** What somebody spends, earns or is allowed, up to a sum. */
const SPENDS =
  /\b(?:spend(?:s|ing)?|spent|budget(?:s|ed)?|burn(?:s|ed|ing)?(?: through)?|earn(?:s|ed|ing)?|mak(?:es|ing)|made|salar(?:y|ies)|worth)(?: (?!(?:costs?|charges?|asks?|prices?|pays?|plans?|for|on a)\b)[\w.'-]+){0,7}? $/;
/** "capped spending at", "a ceiling of". */
const CAPPED =
  /\b(?:cap(?:s|ped|ping)?|ceiling|limit(?:s|ed|ing)?|allowance)\b(?:[^,;.$€£¥]|\.\d){0,60} (?:at|of|to) $/;
const SELDOM_A_PRICE = 1000;

/**
 * "Some users spend up to $35,000 a month", "accounts worth over $100,000 a year", "capped its use of Claude at $1,500 a month": what goes
 * out, comes in or is allowed by the month or the year, which nobody asks for anything.
 */
export function isSpentByTime(reading: Reading, q: Quantity): boolean {
  const lead = reading.text.slice(Math.max(0, q.start - 90), q.start);
  return SPENDS.test(lead) || CAPPED.test(lead) || (Number(q.min ?? q.max) >= SELDOM_A_PRICE && isAnyones(reading, q));
}
