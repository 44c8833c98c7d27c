import type { Reading } from './cell.ts';
import type { Found } from './found.ts';
import type { Label } from './label.ts';
import type { PageContext } from './page-context.ts';

const ITEM = /^(?=.*\p{L})[\p{L}\d][\p{L}\d .×+-]{0,23}$/u;

/** "(`low` / `medium` / `high`)", "Per image: low / medium / high", "On-demand / Spot": as many words as a cell has amounts; null where a text lists none. */
export function partsIn(text: string, count: number): readonly string[] | null {
  if (count < 2 || !/[/|]/.test(text) || /\p{Sc}\s?\d/u.test(text)) return null;
  const bare = text.replaceAll('`', '');
  for (const part of [...bracketed(bare), bare.slice(bare.lastIndexOf(':') + 1)]) {
    const items = part.split(/[/|]/).map((item) => item.trim());
    if (items.length === count && items.every((item) => ITEM.test(item)) && new Set(items).size === count) return items;
  }
  return null;
}

const bracketed = (text: string): string[] => [...text.matchAll(/\(([^()]{3,80})\)/g)].map((match) => match[1] ?? '');

/** Lists of ways of tokens are read where ways are (`directionOf`); "USD / hour" is a unit, whatever it is split by. */
function namesParts(items: readonly string[], page: PageContext): boolean {
  const labels = items.map(page.label);
  return (
    labels.every(({ directions, currency, priced }) => directions.length === 0 && currency === null && !priced) &&
    (labels.every(({ unit }) => unit === null) || labels.every(isTime))
  );
}

const isTime = ({ unit }: Label): boolean => unit !== null && /^(?:hour|day|month|year)$/.test(unit.dimension);

/** The words that a label gives amounts that share a cell: null where it gives none. */
export function partsOf(label: Label, count: number, page: PageContext): readonly string[] | null {
  const items = partsIn(label.text, count);
  return items !== null && namesParts(items, page) ? items : null;
}

/**
 * "$2 / $1" under "Price (on-demand / spot)", or under a text that says "low / medium / high" of all cells: each amount has the word in
 * its own place as its nearest label, and the list itself says nothing more of it.
 */
export function withPart(found: Found, page: PageContext): Found {
  const { reading, head } = found;
  if (reading.of < 2 || saysItself(reading, page)) return found;
  for (const label of [...head, ...found.far, ...found.prose, ...found.notes]) {
    const item = partsOf(label, reading.of, page)?.[reading.index];
    if (item === undefined) continue;
    const part = page.label(item);
    const own = part.mode === null && part.unit === null ? part.with({ tier: item, qualifiers: [] }) : part;
    const others = head.map((one) => (one === label ? one.with({ mode: null, tier: null, qualifiers: [] }) : one));
    return { ...found, head: [own, ...others] };
  }
  return found;
}

function saysItself({ words }: Reading, page: PageContext): boolean {
  const { mode, tier, directions, qualifiers, residue } = page.label(words);
  return mode !== null || tier !== null || directions.length > 0 || qualifiers.length > 0 || residue.length > 1;
}
