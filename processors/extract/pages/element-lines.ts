import { MONEY_ENDS } from '../../normalise/currency.ts';
import { tidy } from '../../normalise/fold.ts';
import { attribute, type Element, isBlock, isElement, isSkipped, isStruck, type Node, textContent } from './dom.ts';
import { fractionPart, isSecondPart, secondPart, unitHint } from './dom-hints.ts';
import { STRUCK_OUT, withoutStruck } from './struck-brackets.ts';

const NOTE_MARK = /^[\s[(（]*(?:\d{1,2}|[a-z]|[*⁕※†‡§¶#]+|[ivx]{1,4})(?:\s*[,，]\s*\d{1,2})*[\s\])）]*$/i;

/** A superscript that only points to a footnote. */
export const isFootnoteMark = (element: Element, text: string): boolean =>
  element.name === 'sup' && NOTE_MARK.test(text);

/** A word, an amount, or a number with its measure: "128K", "128k context", "80GB", "8 × H100". */
const BEGINS = new RegExp(
  String.raw`^[\p{L}\p{Sc}(（]|^[\d.,]*${MONEY_ENDS}|^\d[\d.,]*\s*(?:美元|[gt]i?b\b|[x×]\s|(?:[kmgt]i?b?)?\s+\p{L}{3}|\d{1,4}[km](?![\p{L}\d]))`,
  'iu',
);

/** Adds the text of one inline element to a line; elements that only a layout sets apart get a space. */
export function withText(line: string, data: string, apart: boolean): string {
  const gap =
    apart && ((/[\p{L}\d)）]$/u.test(line) && BEGINS.test(data)) || (/\p{Ll}{3}$/u.test(line) && /^\d/.test(data)));
  return gap ? `${line} ${data}` : line + data;
}

/** A line out of which something was left: digits on its two sides are no one number. */
export const withoutPart = (line: string): string => (/\d$/.test(line) ? `${line} ` : line);

/** True for a `span` right after another element: a layout may set the two apart. */
export const standsApart = (element: Element): boolean => {
  const previous = element.prev;
  return /^(?:span|a|small|b|strong|em|i|label)$/.test(element.name) && previous !== null && isElement(previous);
};

/** `<a>Orca 3</a><span>Our fastest model for everyday work</span>`, and nothing else beside it: what is said of a name, on a line of its own. */
function isRemark(element: Element): boolean {
  const { prev, next, parent } = element;
  if (!/^(?:span|small)$/.test(element.name) || prev === null || next !== null || prev.prev !== null) return false;
  if (parent === null || !isElement(prev) || !/^(?:a|b|strong|span)$/.test(prev.name)) return false;
  return REMARK.test(textContent(element)) && /^[^:：]{2,40}$/.test(textContent(prev).trim());
}
/** Four words or more, none of them a number. */
const REMARK = /^\s*\p{Lu}(?:[^\s\d\p{Sc}]+\s+){3,}[^\d\p{Sc}]*$/u;

const DATA_AMOUNT = /^\s*(?:\{[^{}]*"value"\s*:\s*(\d+(?:\.\d+)?)[^{}]*\}|(\d+(?:\.\d+)?))\s*$/;

/** `{"regional": {"us-east": 0.5, "us-west": 0.5}}`: the amount, where every region has the same. */
function regionalAmount(written: string): string | null {
  const values = /^\s*\{\s*"regional"\s*:\s*\{([^{}]*)\}\s*\}\s*$/.exec(written)?.[1];
  const amounts = new Set(Array.from(values?.matchAll(/:\s*(\d+(?:\.\d+)?)/g) ?? [], ([, amount = '']) => amount));
  const [only] = amounts;
  return amounts.size === 1 && only !== undefined ? only : null;
}

/** `data-price`, `data-price-usd`: what a script fills a place with, and in which currency. */
const PRICE_KEYS = [
  'data-amount',
  'data-price',
  'data-price-usd',
  'data-usd',
  'data-price-eur',
  'data-price-cny',
] as const;

/** What a script would put in place of "$-" or of nothing: `data-amount` or `data-price` (a number, or an object with value and currency) and `data-unit`. Null elsewhere. */
function placeholderAmount(element: Element): string | null {
  const key = PRICE_KEYS.find((name) => element.attribs[name] !== undefined);
  if (key === undefined) return null;
  const written = element.attribs[key];
  const found = written === undefined ? null : DATA_AMOUNT.exec(regionalAmount(written) ?? written);
  if (written === undefined || found === null) return null;
  const shown = textContent(element).trim();
  if (!/^[$€£¥]?\s*(?:[-–—]+(?:\.[-–—]+)?|\.{3}|…)?$/.test(shown)) return null;
  const named = /-(usd|eur|cny)$/.exec(key)?.[1]?.toUpperCase();
  const sign = /"currency"\s*:\s*"([A-Z]{3})"/.exec(written)?.[1] ?? /^[$€£¥]/.exec(shown)?.[0] ?? named ?? '';
  return `${sign} ${found[1] ?? found[2]} ${attribute(element, 'data-unit')}`.trim();
}

/** A bracket that is still open. */
const OPENED = /[(（[][^)）\]]*$/;

/** Lines of blocks, by the block. */
type Known = WeakMap<Element, readonly string[]>;

const settled: Known = new WeakMap();

/**
 * Lines of an element as a reader sees them; struck text, hidden text and footnote marks are left out. Of a page of which it is settled what
 * is shown and what heads it: each block is read once, however many of those around it are asked.
 */
export const linesOf = (root: Element): readonly string[] => ownLines(root, settled);

/** The lines of an element as it is now, before it is settled what its page shows. */
export const linesNow = (root: Element): readonly string[] => ownLines(root, new WeakMap());

function ownLines(root: Element, known: Known): readonly string[] {
  const own = placeholderAmount(root);
  return own === null ? linesIn(root, known) : [own];
}

function linesIn(root: Element, known: Known): readonly string[] {
  const before = known.get(root);
  if (before !== undefined) return before;
  const lines: string[] = [];
  let line = '';
  const flush = () => {
    const text = line === '' ? '' : tidy(withoutStruck(line));
    if (text !== '') lines.push(text);
    line = '';
  };
  let apart = false;
  const visit = (node: Node) => {
    if (node.type === 'text') {
      line = withText(line, node.data, apart);
      apart = false;
    }
    if (!isElement(node)) return;
    if (node.name === 'br') return flush();
    const amount = placeholderAmount(node);
    if (amount !== null) {
      line = withText(line, amount, true);
      return;
    }
    const fraction = fractionPart(node);
    if (fraction !== null) {
      line += fraction;
      return;
    }
    const hint = unitHint(node);
    if (hint !== null) {
      flush();
      lines.push(hint);
      return;
    }
    if (isRemark(node)) flush();
    apart ||= standsApart(node);
    if (
      isSkipped(node) ||
      isStruck(node) ||
      /\bsr-only\b|visually-hidden|screen-reader/i.test(attribute(node, 'class')) ||
      (node.name === 'sup' && isFootnoteMark(node, textContent(node)))
    ) {
      line = withoutPart(line);
      if (OPENED.test(line) && isStruck(node)) line += STRUCK_OUT;
      return;
    }
    const part = isSecondPart(node);
    const whole = isBlock(node) && secondPart(node) === null;
    if (whole && !part) {
      flush();
      for (const one of linesIn(node, known)) lines.push(one);
      return;
    }
    if (part) line += ' ';
    else if (isBlock(node)) flush();
    for (const child of node.children) visit(child);
    if (whole) flush();
  };
  for (const child of root.children) visit(child);
  flush();
  known.set(root, lines);
  return lines;
}
