import { tidy } from '../../normalise/fold.ts';
import { attribute, type Element, elementsOf, isBlock, isElement, isSkipped, type Node, type Parent } from './dom.ts';
import { isBadge } from './dom-hints.ts';
import { showsMoney } from './shows-money.ts';

export type Ancestor = Element['parent'];

/** What a page shows, in reading order, as far as it tells its headings from its text. */
export type Shown =
  | { readonly is: 'table' | 'list' }
  | { readonly is: 'text' | 'money'; readonly text: string; readonly block: Ancestor }
  | { readonly is: 'heading'; readonly element: Element; readonly level: number }
  | { readonly is: 'candidate'; readonly element: Element; readonly kind: string; readonly text: string };

const HEADING = /^h([1-6])$/;
const DEEPEST = 400;
const LONGEST = 80;
/** How the kinds of lines end that are bold as a whole. */
export const BOLD = '>strong';
/** The kind of lines that nothing sets apart. */
export const PLAIN = '';

export interface Survey {
  readonly shown: Shown[];
  /** Labels beside names that are none of them. */
  readonly badges: readonly Element[];
  /** Kinds that other text is of too. */
  readonly mixed: ReadonlySet<string>;
}

/** Reads a page for its headings: those by their tag, and the lines that may be some. */
export function survey(document: Parent): Survey {
  const shown: Shown[] = [];
  const badges: Element[] = [];
  const others = new Map<string, number>();
  const kept = new Map<string, number>();
  let line = '';
  const flush = (block: Ancestor) => {
    const text = line === '' ? '' : tidy(line);
    line = '';
    if (/[\p{L}\d]/u.test(text)) shown.push({ is: showsMoney(text) ? 'money' : 'text', text, block });
  };
  const count = (counts: Map<string, number>, kind: string) => counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const enter = (element: Element, depth: number) => {
    if (isSkipped(element)) return;
    if (isBadge(element)) {
      badges.push(element);
      return;
    }
    const level = HEADING.exec(element.name)?.[1];
    const block = isBlock(element);
    if (block) flush(element.parent);
    if (level !== undefined || element.name === 'summary' || element.name === 'legend') {
      shown.push({ is: 'heading', element, level: Number(level ?? 6) });
      return;
    }
    if (element.name === 'table' || /^(?:table|grid|treegrid)$/.test(attribute(element, 'role'))) {
      shown.push({ is: 'table' });
      return;
    }
    if (element.name === 'dl' || (/^[ou]l$/.test(element.name) && elementsOf(element).length > 1))
      shown.push({ is: 'list' });
    const from = shown.length;
    walk(element, depth + 1);
    if (!block) {
      if (element.name === 'br') line += ' ';
      return;
    }
    flush(element);
    if (element.name !== 'div' && element.name !== 'p') return;
    const only = shown.length === from + 1 ? shown[from] : undefined;
    if (only?.is === 'candidate' && only.kind !== PLAIN) return;
    const kind = kindOf(element);
    if (kind === null) return;
    if (only?.is === 'text' && mayHead(only.text)) {
      shown[from] = { is: 'candidate', element, kind, text: only.text };
      count(kept, kind);
    } else count(others, kind);
  };
  const walk = (parent: Parent, depth: number) => {
    for (const child of parent.children) {
      if (child.type === 'text') {
        if (line.length < 200) line += child.data;
      } else if (isElement(child) && depth < DEEPEST) enter(child, depth);
    }
  };
  walk(document, 0);
  const mixed = [...others].filter(([kind, count]) => count * 10 > (kept.get(kind) ?? 0));
  return { shown, badges, mixed: new Set(mixed.map(([kind]) => kind)) };
}

/** A line without a price that ends like no sentence. */
export const mayHead = (text: string): boolean =>
  text.length >= 2 && text.length <= LONGEST && /\p{L}{2}/u.test(text) && !/[.,;。，；…*]$/.test(text);

/**
 * What tells headings of one kind: their class, or that all of them is bold. Text like any other is plain right before a table, and
 * of no kind elsewhere.
 */
function kindOf(element: Element): string | null {
  const bold = isBold(element);
  const names = attribute(element, 'class');
  if (names !== '' || bold) return `${element.name}.${names}${bold ? BOLD : ''}`;
  return isBeforeTable(element) ? PLAIN : null;
}

/** True right before a table, in wrappers of its own or not. */
function isBeforeTable(element: Element): boolean {
  let next: Node | null | undefined = element.next;
  while (next !== null && !isElement(next)) next = next.next;
  for (let depth = 0; depth < 3 && next !== null && next !== undefined && next.name !== 'table'; depth++)
    next = elementsOf(next)[0];
  return next?.name === 'table';
}

function isBold(element: Element): boolean {
  const [only, ...others] = element.children.filter((child) => child.type !== 'text' || child.data.trim() !== '');
  return (
    only !== undefined && others.length === 0 && isElement(only) && (/^(?:strong|b)$/.test(only.name) || isBold(only))
  );
}
