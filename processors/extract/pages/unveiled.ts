import { type Element, elementsOf, isBlock, isHidden, type Parent, show } from './dom.ts';

/** How far from the top a page is kept out of sight as a whole. */
const DEEPEST = 8;
/** Of an element's text, the share that makes a child the page itself. */
const WHOLE = 0.8;

/** Shows what a page keeps out of sight until its script has run: of a page that hides nearly all it says, that is the page. */
export function unveil(root: Parent): void {
  const lengths = new Map<Element, number>();
  let parent = root;
  for (let depth = 0; depth < DEEPEST; depth++) {
    const parts = elementsOf(parent).filter((one) => isBlock(one) && !NEVER.has(one.name));
    const sizes = parts.map((one) => lengthOf(one, lengths));
    const all = sizes.reduce((sum, size) => sum + size, 0);
    const largest = parts.find((_, index) => (sizes[index] ?? 0) > all * WHOLE);
    if (largest === undefined) return;
    if (isHidden(largest)) show(largest);
    parent = largest;
  }
}

const NEVER: ReadonlySet<string> = new Set(['table', 'nav', 'footer', 'dialog']);
const UNREAD: ReadonlySet<string> = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'svg',
  'dialog',
  'nav',
  'footer',
]);

function lengthOf(element: Element, known: Map<Element, number>): number {
  const before = known.get(element);
  if (before !== undefined) return before;
  let length = 0;
  for (const child of element.children) {
    if (child.type === 'text') length += child.data.trim().length;
    else if ('attribs' in child && !UNREAD.has(child.name)) length += lengthOf(child, known);
  }
  known.set(element, length);
  return length;
}
