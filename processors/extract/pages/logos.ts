import { attribute, type Element, elementsOf } from './dom.ts';
import type { SpannedCell } from './grid.ts';
import { textOf } from './plain-header.ts';
import { showsMoney } from './shows-money.ts';

/** A row whose name is a picture, beside amounts: what stands for the picture names it. Any other row as it is. */
export function withLogo(cells: readonly SpannedCell[], row: Element): readonly SpannedCell[] {
  const [first, ...others] = cells;
  if (first === undefined || first.lines.length > 0 || !others.some((cell) => showsMoney(textOf(cell)))) return cells;
  const name = altIn(elementsOf(row)[0]);
  return name === null ? cells : [{ ...first, lines: [name] }, ...others];
}

/** The words of the one picture in an element; null where they are none, or say what it is and not whose. */
function altIn(element: Element | undefined): string | null {
  if (element === undefined) return null;
  const pictures = elementsOf(element).filter((one) => one.name === 'img');
  const [only] = pictures;
  if (only === undefined) {
    const inner = elementsOf(element).map(altIn);
    return inner.length === 1 ? (inner[0] ?? null) : null;
  }
  const words = attribute(only, 'alt')
    .replace(/\s*\b(?:logo|icon|image|badge)\b\s*$/i, '')
    .trim();
  return pictures.length === 1 && words.length <= 60 && /\p{L}{2}/u.test(words) && !GENERIC.test(words) ? words : null;
}

const GENERIC = /^(?:logo|icon|image|check(?:mark)?|tick|cross|yes|no|included|arrow|flag|star|illustration)\b/i;
