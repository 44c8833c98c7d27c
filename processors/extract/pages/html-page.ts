import { load } from 'cheerio';
import type { Document } from 'domhandler';
import { CODES } from '../../normalise/currency.ts';
import { tidy } from '../../normalise/fold.ts';
import { parseFragment } from '../html/parse-html.ts';
import { BlockBuilder } from './builder.ts';
import { cardGrid } from './card-grid.ts';
import {
  attribute,
  type Element,
  elementsOf,
  isBlock,
  isElement,
  isSkipped,
  isStruck,
  type Parent,
  paneLabel,
  signatureOf,
  textContent,
} from './dom.ts';
import { fractionPart, isRowOfSpans, isSecondPart, isTitleByClass, secondPart, unitHint } from './dom-hints.ts';
import { isFootnoteMark, linesOf, standsApart, withoutPart, withText } from './element-lines.ts';
import { flatGrid } from './flat-grid.ts';
import { ariaGrid, plainGrid, plainRun, tableGrid } from './html-grids.ts';
import { islandLabel } from './islands.ts';
import type { PageModel } from './model.ts';
import { CARD_NUMBER } from './names.ts';
import { openPanels } from './panels.ts';
import { markHeadings } from './plain-headings.ts';
import { preformattedTables } from './preformatted.ts';
import { showsMoney } from './shows-money.ts';
import { strikeByStyle } from './struck-classes.ts';
import { Subtrees } from './subtree.ts';
import { isSwitchWord } from './switches.ts';
import { unsignedPairs } from './unsigned-pairs.ts';
import { unveil } from './unveiled.ts';

const HEADING = /^h([1-6])$/;
const DEEPEST = 400;
/** Of the title of a card that only its class tells: under every heading. */
const LOWEST_HEADING = 6;

/** An HTML page as blocks. `scope` limits it to what a CSS selector matches. */
export function htmlPage(document: Document, scope: string | undefined): PageModel {
  const builder = new BlockBuilder();
  strikeByStyle(document);
  unveil(document);
  const tabs = openPanels(document);
  markHeadings(document);
  const title = titleOf(document);
  for (const root of rootsOf(document, scope)) new Walk(builder, tabs, new Subtrees(root)).children(root, [], 0);
  return builder.done(title);
}

/** HTML inside another format: its blocks go to a builder that is already under way. */
export function htmlFragment(html: string, builder: BlockBuilder): void {
  const root = parseFragment(html);
  new Walk(builder, openPanels(root), new Subtrees(root)).children(root, [], 0);
}

/** The element at a path of names from the top: reading the whole page for what stands at its top takes long. */
export function below(parent: Parent, name: string, ...names: readonly string[]): Element | undefined {
  const found = parent.children.filter(isElement).find((child) => child.name === name);
  const [next, ...others] = names;
  return found === undefined || next === undefined ? found : below(found, next, ...others);
}

const titleOf = (document: Parent): string | null => {
  const title = below(document, 'html', 'head', 'title');
  return title === undefined ? null : linesOf(title).join(' ') || null;
};

function rootsOf(document: Document, scope: string | undefined): Parent[] {
  if (scope !== undefined) {
    const found = load(document)(scope).toArray().filter(isElement);
    if (found.length > 0) return found;
  }
  const body = below(document, 'html', 'body');
  return body === undefined ? [] : [body];
}

class Walk {
  readonly #builder: BlockBuilder;
  readonly #tabs: ReadonlyMap<Element, string>;
  readonly #sizes: Subtrees;
  #line = '';
  #apart = false;
  #groups = 0;

  constructor(builder: BlockBuilder, tabs: ReadonlyMap<Element, string>, sizes: Subtrees) {
    this.#builder = builder;
    this.#tabs = tabs;
    this.#sizes = sizes;
  }

  children(parent: Parent, path: readonly number[], depth: number): void {
    if (depth > DEEPEST) return;
    const elements = elementsOf(parent);
    const repeated = repeatedKinds(elements);
    const before: Element[] = [];
    let position = -1;
    let runUntil = 0;
    const cells = 'attribs' in parent && isRowOfSpans(parent);
    const pairs = 'name' in parent && parent.name === 'dl' && this.#sizes.namesThings(parent);
    let pair = 0;
    for (const child of parent.children) {
      if (child.type === 'text') {
        this.#line = withText(this.#line, child.data, this.#apart);
        this.#apart = false;
      }
      if (!isElement(child)) continue;
      position++;
      if (position < runUntil) continue;
      this.#apart ||= standsApart(child);
      if (isBlock(child) || cells) this.#flush(path);
      const run = this.#sizes.mayHead(elements, position) ? plainRun(elements, position) : null;
      if (run !== null) {
        this.#builder.table(run.grid, path);
        runUntil = position + run.taken;
        continue;
      }
      // What a list of definitions names and what it says of it are one record.
      if (pairs && child.name === 'dt' && before[0]?.name !== 'dt') pair = ++this.#groups;
      const grouped =
        repeated.size > 0 &&
        repeated.has(signatureOf(child)) &&
        !headsWhatFollows(child, elements[position + 1]) &&
        !unfoldsPrices(child, elements[position + 1]) &&
        !headsSection(elements, position);
      this.#element(child, pair > 0 ? [...path, pair] : grouped ? [...path, ++this.#groups] : path, depth, before);
      before.unshift(child);
      if (before.length > 3) before.pop();
    }
    if (depth === 0) this.#flush(path);
  }

  #element(element: Element, path: readonly number[], depth: number, before: readonly Element[]): void {
    if (element.name === 'br') {
      this.#flush(path);
      return;
    }
    const fraction = fractionPart(element);
    if (fraction !== null) {
      this.#line += fraction;
      return;
    }
    const hint = unitHint(element);
    if (hint !== null) {
      this.#flush(path);
      this.#builder.line(hint, path);
      return;
    }
    if (
      isSkipped(element) ||
      isStruck(element) ||
      attribute(element, 'role') === 'tab' ||
      isContents(element) ||
      isSwitchWord(element) ||
      saysAgain(element, before[0]) ||
      (element.name === 'sup' && isFootnoteMark(element, linesOf(element).join(' ')))
    ) {
      this.#line = withoutPart(this.#line);
      return;
    }
    const level = headingLevel(element) ?? (path.length > 0 && isTitleByClass(element) ? LOWEST_HEADING : null);
    if (level !== null) {
      this.#flush(path);
      if (isSecondPart(element)) return;
      const second = secondPart(element);
      const lines = second === null ? linesOf(element) : [...linesOf(element), ...linesOf(second)];
      this.#builder.heading(level, lines.join(' '), path);
      return;
    }
    if (preformattedTables(element, this.#builder)) return;
    const grid =
      element.name === 'table'
        ? tableGrid(element)
        : (ariaGrid(element) ??
          (isBlock(element) && this.#sizes.maybeGrid(element)
            ? (cardGrid(element) ?? plainGrid(element, before) ?? flatGrid(element))
            : null) ??
          (isBlock(element) ? unsignedPairs(element) : null));
    const block = isBlock(element);
    if (block || grid !== null) this.#flush(path);
    const tab = this.#tabs.get(element) ?? (block ? (paneLabel(element) ?? islandLabel(element)) : null) ?? undefined;
    if (tab !== undefined) this.#builder.openTab(tab);
    if (grid === null) this.children(element, path, depth + 1);
    else this.#builder.table(grid, path);
    if (block && grid === null) this.#flush(path);
    if (tab !== undefined) this.#builder.closeTab();
  }

  #flush(path: readonly number[]): void {
    if (this.#line === '') return;
    const text = tidy(this.#line);
    this.#line = '';
    // "### Stockholm" between tables: Markdown that nobody turned into headings.
    const marks = text.startsWith('##') ? MARKED_HEADING.exec(text) : null;
    if (marks === null) this.#builder.line(text, path);
    else this.#builder.heading((marks[1] ?? '').length, marks[2] ?? '', path);
  }
}

/** What a screen reader says in place of the element before it. */
const saysAgain = (element: Element, before: Element | undefined): boolean =>
  before !== undefined &&
  attribute(before, 'aria-hidden') === 'true' &&
  /\bsr-only\b|visually-hidden|screen-reader/i.test(attribute(element, 'class'));

/** One of several links side by side into the page itself: a table of contents. */
function isContents(element: Element): boolean {
  const { parent } = element;
  if (element.name !== 'a' || !attribute(element, 'href').startsWith('#') || parent === null || !('attribs' in parent))
    return false;
  const links = elementsOf(parent).filter((one) => one.name === 'a' && attribute(one, 'href').startsWith('#'));
  return links.length > 1 && !links.some((one) => /[$€£¥￥元]/.test(textContent(one)));
}

/** The heading that is all an element shows, as README pages wrap each with its anchor: `<div><h2>Rates</h2><a></a></div>`. Null where it shows more. */
function onlyHeading(element: Element): Element | null {
  const parts = elementsOf(element);
  const heading = parts.find((part) => HEADING.test(part.name));
  if (heading === undefined || parts.length > 3) return null;
  const bare = element.children.every(
    (child) =>
      child === heading ||
      (child.type === 'text'
        ? child.data.trim() === ''
        : !isElement(child) || (!isBlock(child) && /^[\s#¶§🔗]*$/u.test(textContent(child)))),
  );
  return bare ? heading : null;
}

/** True for a heading in a wrapper of its own over what comes next: no card, whatever other wrappers there are. Names in cells side by side head nothing. */
function headsWhatFollows(element: Element, next: Element | undefined): boolean {
  const heading = onlyHeading(element);
  if (heading === null || next === undefined) return false;
  return signatureOf(next) !== signatureOf(element) || (onlyHeading(next)?.name ?? heading.name) > heading.name;
}

/** True for a wrapper with a heading and no price between siblings of other kinds: a title and its remarks over what comes next, time and again. */
function headsSection(siblings: readonly Element[], position: number): boolean {
  const [before, element, next] = [siblings[position - 1], siblings[position], siblings[position + 1]];
  if (element === undefined || next === undefined || !hasHeading(element, 3)) return false;
  const kind = signatureOf(element);
  if (signatureOf(next) === kind || (before !== undefined && signatureOf(before) === kind)) return false;
  const text = textContent(element);
  return text.length < 600 && !showsMoney(text);
}

const hasHeading = (element: Element, depth: number): boolean =>
  elementsOf(element).some((part) => HEADING.test(part.name) || (depth > 0 && hasHeading(part, depth - 1)));

/** "2.24*", set large between its sign and its unit: an amount in the tag of a heading. */
const LONE_AMOUNT = new RegExp(
  String.raw`^\s*(?:[$€£¥￥]|(?:${CODES})(?=\s?\d))?\s*\d[\d.,]*(?:\s?(?:${CODES}))?\s*\*{0,3}\s*$`,
);

const isLoneAmount = (text: string): boolean => LONE_AMOUNT.test(text) && !CARD_NUMBER.test(text);

function headingLevel(element: Element): number | null {
  const tag = HEADING.exec(element.name)?.[1];
  if (tag !== undefined) return isLoneAmount(textContent(element)) ? null : Number(tag);
  if (element.name === 'summary' || element.name === 'legend' || unfoldsPrices(element, nextElement(element))) return 6;
  if (attribute(element, 'role') === 'heading') return Number(attribute(element, 'aria-level')) || 4;
  return null;
}

function nextElement({ next }: Element): Element | undefined {
  while (next !== null && !isElement(next)) next = next.next;
  return next ?? undefined;
}

/** A button over what it unfolds, prices among it. */
const unfoldsPrices = (element: Element, next: Element | undefined): boolean =>
  element.name === 'button' &&
  element.attribs['aria-expanded'] !== undefined &&
  next !== undefined &&
  next.name !== 'button' &&
  isBlock(next) &&
  showsMoney(textContent(next));

const NONE: ReadonlySet<string> = new Set();

/** Kinds of block siblings that occur twice or more: cards, rows, list items. */
function repeatedKinds(elements: readonly Element[]): ReadonlySet<string> {
  if (elements.length < 2) return NONE;
  const counts = new Map<string, number>();
  for (const element of elements) {
    if (!isBlock(element) && element.name !== 'a' && element.name !== 'span') continue;
    if (element.name === 'p' || HEADING.test(element.name) || element.name === 'table') continue;
    const signature = signatureOf(element);
    counts.set(signature, (counts.get(signature) ?? 0) + 1);
  }
  return new Set([...counts].filter(([, count]) => count > 1).map(([signature]) => signature));
}

const MARKED_HEADING = /^(#{2,6})\s+(\S.{1,79})$/;
