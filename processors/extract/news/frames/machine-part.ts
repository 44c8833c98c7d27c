import type { Quantity } from '../quantity.ts';
import type { Reading } from '../reading.ts';

const PART =
  '(?:v?cpus?(?: cores?)?|cores?|(?:gi?b|gigabytes?)(?: of|-hour of)? ?(?:ram|memory)|(?:system )?(?:ram|memory))';
/** "an hour for each vCPU", "per GB of RAM per hour": told with the price. */
const WITHIN = new RegExp(
  `^(?:.*?(?:\\/|\\b(?:per|each|every|an?|the|one) ) ?)(${PART})(?![a-z])|^.*gb[- ]hours? of (ram|memory)\\b`,
);
/** "each vCPU $0.03 an hour", "Extra memory on Fly.io is $5 per GB per month": told ahead of it. */
const AHEAD = new RegExp(
  `(?:^|[,;:|(•*-] ?|(?<!with )\\b(?:an?|each|every|per|one|the|its|extra|additional|physical|and|for) )(${PART})(?: more)?(?: (?:on|at) [\\w.-]+(?: cloud)?)?(?:[,:]| (?:costs?|is|are|now|at|for|goes|comes|to|runs|billed|priced|charged|will|be|another|then|just|only|about))* ?[*_]*$`,
);
const NAMES_PART = new RegExp(`^[\`*_ ]*(?:extra |additional )?${PART}[\`*_ ]*$`);

/** True where the label of a row is a part of a machine: "Memory", "vCPU". */
export const isMachinePart = (label: string): boolean => NAMES_PART.test(label);

/** The vCPU or the memory that a price is of, told behind the sum before it; null where it is of a whole machine or of anything else. */
export function machinePart({ text, original, quantities }: Reading, q: Quantity): string | null {
  const { rate } = q;
  if (!rate || !BILLED.has(rate.meter)) return null;
  const before = quantities.findLast((other) => other.unit === 'money' && other.end <= q.start);
  const from = Math.max(before?.end ?? 0, before?.rate?.end ?? 0);
  const behind = rate.start >= q.end;
  const within = behind ? WITHIN.exec(text.slice(rate.start, rate.end) + OF_MEMORY(text, rate.end)) : null;
  const thing = within?.[1] ?? within?.[2];
  if (within && thing !== undefined) {
    const end = rate.start + within[0].length;
    return original.slice(end - thing.replace(SIZE, '').length, end);
  }
  const ahead = AHEAD.exec(text.slice(from, q.start));
  if (!ahead?.[1]) return null;
  const end = from + ahead.index + ahead[0].indexOf(ahead[1]) + ahead[1].length;
  return original.slice(end - ahead[1].replace(SIZE, '').length, end);
}
const SIZE = /^(?:gi?b|gigabytes?)(?:-hour)?(?: of)? (?=[rm])/;
const BILLED: ReadonlySet<string> = new Set(['hour', 'storage_gb_month', 'other']);
/** "$0.0035 per GB-hour of memory": what the gigabyte is of stands behind its hour. */
const OF_MEMORY = (text: string, end: number): string =>
  /^(?:[- ]hours?)? of (?:ram|memory)\b/.exec(text.slice(end, end + 16))?.[0] ?? '';
