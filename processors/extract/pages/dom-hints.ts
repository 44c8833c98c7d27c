import { fold, tidy } from '../../normalise/fold.ts';
import { findUnit } from '../../normalise/unit-phrase.ts';
import { attribute, type Element, isElement, isHidden, type Node, textContent } from './dom.ts';

/** Attributes that say in words what a mark or an icon stands for. */
const TOLD = ['aria-label', 'title', 'data-tooltip', 'data-tip', 'data-original-title'] as const;
const LONGEST = 80;

/** The unit that a mark without words tells who points at it: an "ⓘ" labelled "per GiB, per month". Null for anything else. */
export function unitHint(element: Element): string | null {
  for (const name of TOLD) {
    const told = element.attribs[name];
    if (told === undefined || told.length > LONGEST || !/\bper\b|\/|每/i.test(told)) continue;
    if (isHidden(element) || /[\p{L}\d]/u.test(textContent(element))) return null;
    if (findUnit(fold(told)) !== null) return tidy(told);
  }
  return null;
}

const FRACTION = /(?:^|[\s_-])(?:fraction(?:al)?|decimals?|cents)(?:$|[\s_-])/i;

/** The part behind the decimal point where an element of its own holds it: "$9" and "99". Null for anything else. */
export function fractionPart(element: Element): string | null {
  if (!FRACTION.test(attribute(element, 'class'))) return null;
  const digits = textContent(element).trim();
  return /^\d{1,2}$/.test(digits) && /^\d[\d,]*$|[^\d.,]\d[\d,]*$/.test(textBefore(element)) ? `.${digits}` : null;
}

/** The text right before an element, out of wrappers that hold nothing else before it. */
function textBefore(element: Element): string {
  let at: Element = element;
  for (let level = 0; level < 3; level++) {
    for (let before: Node | null = at.prev; before !== null; before = before.prev) {
      const text = isElement(before) ? textContent(before) : before.type === 'text' ? before.data : '';
      if (text.trim() !== '') return text.trim();
    }
    const { parent } = at;
    if (parent === null || !('attribs' in parent)) return '';
    at = parent;
  }
  return '';
}

const HEADING = /^h[1-6]$/;

/** The heading of the same level right beside a heading: a title set in two parts. */
function beside(element: Element, side: 'prev' | 'next'): Element | null {
  if (!HEADING.test(element.name)) return null;
  let other: Node | null = element[side];
  while (other !== null && other.type === 'text' && other.data.trim() === '') other = other[side];
  return other !== null && isElement(other) && other.name === element.name ? other : null;
}

/** The second part of a title set in two headings of one level, one right beside the other: "Gemma 4" and "31B". */
export function secondPart(element: Element): Element | null {
  const next = beside(element, 'next');
  return next === null || beside(element, 'prev') !== null || beside(next, 'next') !== null ? null : next;
}

export function isSecondPart(element: Element): boolean {
  const first = beside(element, 'prev');
  return first !== null && secondPart(first) !== null;
}
