import type { Reading } from './cell.ts';
import { isTopic, type PageContext } from './page-context.ts';

/**
 * "Text to speech" before "$0.01 / minute": what is done for the price, in words that name nothing by themselves. Null where the words say how it is
 * bought, which way its tokens go, or under what condition.
 */
export function taskBefore(text: string, { amount, of }: Reading, page: PageContext): string | null {
  const kept = keptBefore(text, amount);
  if (kept !== null) return kept;
  const lead = text
    .slice(0, amount.start)
    .replace(/[\s:|(-]+$/, '')
    .trim();
  if (of > 1 || amount.lead || !TASK.test(lead) || LEADS_UP.test(lead) || !isTopic(lead)) return null;
  const { directions, unit, mode, tier, region, priced, measure, sum } = page.label(lead);
  const isPlain = directions.length === 0 && [unit, mode, tier, region].every((one) => one === null);
  return isPlain && !priced && !measure && !sum ? lead : null;
}

/** "Storage: $0.008 per TB-hour", "Storage is $0.10 per GB a month": what is kept, of which no tokens are. */
export const keptBefore = (text: string, { unit }: Reading['amount']): string | null =>
  unit === null || /token/.test(unit.unit.dimension) ? null : (KEPT.exec(text)?.[1] ?? null);
const KEPT = /^((?:\p{L}+ )?storage|存储(?:空间|容量)?)(?::| (?:is|costs)(?: (?:billed|charged|priced) at)?)\s/iu;

/** A few words, the first of them large. */
const TASK = /^\p{Lu}[\p{L}-]+(?:[ -](?:\p{L}[\p{L}-]*|&)){1,4}$/u;
/** "As low as", "Plans start at": words that go on with the amount. */
const LEADS_UP = /\b(?:as|at|from|for|only|just|is|are|costs?|pay)$/i;
