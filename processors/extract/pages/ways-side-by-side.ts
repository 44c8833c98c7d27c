import type { Found } from './found.ts';
import type { Label } from './label.ts';
import { FAMILY } from './names.ts';
import type { PageContext } from './page-context.ts';
import { type directionOf, GPU, type Labels, unitOf } from './resolve.ts';

/**
 * "$1 / $3", "$1$3" under "Price per 1M tokens", or beside a model where the text over it speaks of tokens: what goes in, and what comes
 * out. Of three in a cell the one between them, less than both, is of what is cached.
 */
export function waySideBySide(
  { reading, names, sections, far, prose, place }: Found,
  labels: Labels,
  page: PageContext,
): ReturnType<typeof directionOf> {
  // "On-demand / spot", "≤ 200K / > 200K" over them: two conditions, and no ways.
  const isList = ({ tier, mode, text }: Label) => (tier !== null || mode !== null) && /[/|]|\band\b|\bor\b/i.test(text);
  const ways = reading.of === 2 ? PAIR : reading.dips === true && !place.startsWith('prose/') ? TRIPLE : null;
  if (ways === null || reading.bound !== null || labels.near.some(isList)) return null;
  const { residue, mode, tier } = page.label(reading.words);
  if (residue.length > 1 || mode !== null || tier !== null) return null;
  const { unit } = unitOf(labels, reading, null);
  const ofTokens =
    unit === null
      ? FAMILY.test(names) &&
        !GPU.test(names) &&
        [...sections, ...far, ...prose].some(({ text }) => /\btokens?\b/i.test(text))
      : unit.dimension === 'token' && unit.count >= 1000;
  return ofTokens ? (ways[reading.index] ?? null) : null;
}

const PAIR = ['input', 'output'] as const;
const TRIPLE = ['input', 'cached_input', 'output'] as const;
