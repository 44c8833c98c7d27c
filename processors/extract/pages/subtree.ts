import { type Element, elementsOf, isBlock, isElement, isSkipped, type Parent, textContent } from './dom.ts';
import { showsCurrency } from './shows-money.ts';

interface Size {
  readonly chars: number;
  readonly elements: number;
  readonly money: boolean;
  readonly table: boolean;
}

const LARGEST = 60_000;

/** A currency, or a number with decimals: the text around it may say that it is money. */
const isFigure = (text: string): boolean => /\d[.,]\d/.test(text) || showsCurrency(text);

/** How much stands below every element: measured once, so that a large page is not read again at every level. */
export class Subtrees {
  readonly #sizes = new WeakMap<Element, Size>();
  readonly #terms = new Map<string, number>();

  constructor(root: Parent) {
    for (const element of elementsOf(root)) this.#measure(element, 0);
  }

  /** True where an element may be a table made of plain elements: some money, no real table, and not half the page. */
  maybeGrid(element: Element): boolean {
    const size = this.#sizes.get(element);
    return size?.money === true && !size.table && size.chars <= LARGEST && size.elements >= 4;
  }

  /** True where an element may be the header of rows that follow it: no money in it, some in what comes next. */
  mayHead(siblings: readonly Element[], at: number): boolean {
    const head = siblings[at];
    const next = siblings[at + 1];
    if (head === undefined || next === undefined || !isBlock(head) || head.name !== next.name) return false;
    const own = this.#sizes.get(head);
    const below = this.#sizes.get(next);
    return own?.money === false && own.elements >= 2 && below?.money === true && !below.table && below.chars < 2000;
  }

  /** True for a list whose terms stand in no other list: it names things; terms of several lists are labels of one thing each. */
  namesThings(list: Element): boolean {
    const terms = elementsOf(list).filter((child) => child.name === 'dt');
    return terms.length > 0 && terms.every((term) => this.#terms.get(textContent(term).trim()) === 1);
  }

  #measure(element: Element, depth: number): Size {
    if (element.name === 'dt') {
      const term = textContent(element).trim();
      this.#terms.set(term, (this.#terms.get(term) ?? 0) + 1);
    }
    let chars = 0;
    let elements = 0;
    let money = false;
    let table = element.name === 'table';
    if (depth < 400 && !isSkipped(element)) {
      for (const child of element.children) {
        if (child.type === 'text') {
          chars += child.data.length;
          money ||= isFigure(child.data);
        } else if (isElement(child)) {
          const below = this.#measure(child, depth + 1);
          chars += below.chars;
          elements += below.elements + 1;
          money ||= below.money;
          table ||= below.table;
        }
      }
    }
    const size = { chars, elements, money, table };
    this.#sizes.set(element, size);
    return size;
  }
}
