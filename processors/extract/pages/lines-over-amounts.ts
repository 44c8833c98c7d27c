import { findDirections } from '../../normalise/directions.ts';
import { findTiers } from '../../normalise/tiers.ts';
import type { Amount } from './amounts.ts';

/** The ways a label names, those of its ranges ("Prompts ≤ 200K") left out. */
function waysOf(label: string): readonly string[] {
  const plain = findTiers(label).reduceRight(
    (rest, { start, end }) => `${rest.slice(0, start)} | ${rest.slice(end)}`,
    label,
  );
  return [...new Set(findDirections(plain).map(({ direction }) => direction))];
}

/**
 * True where lines without an amount head those below them though the cell begins with an amount: "$1 per 1M input tokens",
 * "$4 per 1M output tokens", "Caching", "$1.25 (write)". Each amount before has words of its own, and the last line has an amount.
 */
export function leadsGroups(lines: readonly string[], amounts: readonly (readonly Amount[])[]): boolean {
  const heads = lines.filter((_, at) => amounts[at]?.length === 0);
  if (heads.length === 0 || (amounts.at(-1) ?? []).length === 0) return false;
  const first = lines.findIndex((_, at) => amounts[at]?.length === 0);
  return (
    heads.every((head) => !head.startsWith('(') && (findTiers(head).length > 0 || waysOf(head).length === 1)) &&
    lines.slice(0, first).every((line) => waysOf(line).length === 1)
  );
}

/** True for what may be said of several amounts, one a line: a range alone, or that they are of a cache. */
export function headsSeveral(label: string): boolean {
  if (label === '') return false;
  const ways = waysOf(label);
  return ways.length === 0 ? findTiers(label).length > 0 : ways.length === 1 && ways[0] === 'cached_input';
}

/** What stands over several amounts or before the first of them, one a line, says of those behind it too, where they go a way of their own. */
export function carriedOver(label: string, words: string): string {
  if (label === '' || findTiers(words).length > 0) return '';
  const own = waysOf(words);
  const ofCache = own.length === 0 ? PART.test(words) : /^cache/.test(own[0] ?? '');
  return own.length < 2 && own[0] !== 'storage' && (ofCache || (own.length === 1 && waysOf(label).length === 0))
    ? label
    : '';
}

/** What is done with a cache. */
const PART = /\b(?:writes?|reads?|hits?)\b|写入|读取|命中|创建/i;
