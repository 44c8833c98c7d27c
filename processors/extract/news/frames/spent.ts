import type { Quantity } from '../quantity.ts';
import type { Reading } from '../reading.ts';
import { isAnyones } from './of-the-kind.ts';

/** What somebody spends, earns or is allowed, up to a sum. */
const SPENDS =
  /\b(?:spend(?:s|ing)?|spent|budget(?:s|ed)?|burn(?:s|ed|ing)?(?: through)?|earn(?:s|ed|ing)?|mak(?:es|ing)|made|salar(?:y|ies)|worth)(?: (?!(?:costs?|charges?|asks?|prices?|pays?|plans?|for|on a)\b)[\w.'-]+){0,7}? $/;
/** 我一个月充50块 */
const SPENDS_HAN = /(?:充|花|烧|砸|赚|省|付出|报销|账单)[了掉到去]{0,2}(?:大?约|近|超过?|不到)?$/;
/** "capped spending at", "a ceiling of". */
const CAPPED =
  /\b(?:cap(?:s|ped|ping)?|ceiling|limit(?:s|ed|ing)?|allowance)\b(?:[^,;.$€£¥]|\.\d){0,60} (?:at|of|to) $/;
/** "a $1,500 monthly spending cap" */
const CAP_BEHIND =
  /^(?:[ -](?:a[ -]|per[ -])?(?:monthly|month|annual|yearly|year|daily|weekly))?(?: (?:spending|usage|budget|per-\w+|hard|soft))* (?:caps?|limits?|ceilings?|allowances?|budgets?)\b/;
const SELDOM_A_PRICE = 1000;

/** What somebody pays in, saves or earns, by whatever it is counted. */
export const isPaidIn = ({ text }: Reading, q: Quantity): boolean =>
  SPENDS_HAN.test(text.slice(Math.max(0, q.start - 12), q.start));

/**
 * "Some users spend up to $35,000 a month", "accounts worth over $100,000 a year", "capped its use of Claude at $1,500 a month": what goes
 * out, comes in or is allowed by the month or the year, which nobody asks for anything.
 */
export function isSpentByTime(reading: Reading, q: Quantity): boolean {
  const lead = reading.text.slice(Math.max(0, q.start - 90), q.start);
  return (
    SPENDS.test(lead) ||
    isPaidIn(reading, q) ||
    CAPPED.test(lead) ||
    CAP_BEHIND.test(reading.text.slice(q.end, q.end + 60)) ||
    (Number(q.min ?? q.max) >= SELDOM_A_PRICE && isAnyones(reading, q))
  );
}
