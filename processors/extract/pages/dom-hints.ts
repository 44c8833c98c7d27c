import { fold, tidy } from '../../normalise/fold.ts';
import { findMode } from '../../normalise/modes.ts';
import { isRegionOnly } from '../../normalise/regions.ts';
import { findUnit } from '../../normalise/unit-phrase.ts';
import {
  attribute,
  type Element,
  elementsOf,
  isBlock,
  isElement,
  isHidden,
  isSkipped,
  type Node,
  textContent,
} from './dom.ts';
import { isPriced } from './label.ts';
import { showsMoney } from './shows-money.ts';

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

/** "MOST POPULAR", "EDGE" on a label of its own right before the name of a card: none of the name, unless it says how or where one buys. */
export function isBadge(element: Element): boolean {
  if (!BADGE.test(attribute(element, 'class'))) return false;
  const text = fold(textContent(element)).trim();
  let next: Node | null = element.next;
  while (next !== null && next.type === 'text' && next.data.trim() === '') next = next.next;
  const named = next !== null && isElement(next) && (HEADING.test(next.name) || NAME.test(attribute(next, 'class')));
  return named && text.length <= 30 && !/\d/.test(text) && findMode(text) === null && !isRegionOnly(text);
}
/** `<div class="plan-name">` first in a card, badges aside: its title by its class. */
export function isTitleByClass(element: Element): boolean {
  const { parent } = element;
  if (!isBlock(element) || !NAME.test(attribute(element, 'class')) || parent === null || !('attribs' in parent))
    return false;
  const first = elementsOf(parent).find((child) => !isSkipped(child) && !BADGE.test(attribute(child, 'class')));
  const text = textContent(element).trim();
  return first === element && text.length <= 60 && /\p{L}/u.test(text) && !showsMoney(text) && !isPriced(fold(text));
}

const BADGE = /(?:^|[\s_-])(?:badge|ribbon|eyebrow)(?:$|[\s_-])/i;
const NAME = /(?:^|[\s_-])(?:name|title|heading)(?:$|\s)/i;

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

/**
 * `<div><span class="name">…</span><span class="about">…</span><span class="price">$5.90 / hour</span></div>`: cells of a row, the first of a
 * class of its own, the last with the price or several of them.
 */
export function isRowOfSpans(element: Element): boolean {
  const cells = elementsOf(element);
  if (cells.length < 3 || cells.length > 8 || !isBlock(element)) return false;
  const [first = '', ...others] = cells.map((cell) => (cell.name === 'span' ? attribute(cell, 'class') : ''));
  if (first === '' || others.includes('') || others.includes(first)) return false;
  if (element.children.some((child) => child.type === 'text' && child.data.trim() !== '')) return false;
  const priced = cells.map((cell) => showsMoney(textContent(cell)));
  const from = priced.indexOf(true);
  return from > 1 && !priced.slice(from).includes(false) && cells.every((cell) => textContent(cell).trim().length > 1);
}
