import { SIGN_BEFORE } from '../../normalise/currency.ts';
import { fold } from '../../normalise/fold.ts';
import { namesProvider } from '../../normalise/providers.ts';
import { headsCacheParts, isCachePart } from './cache-parts.ts';
import { joinLines } from './cell.ts';
import { type Element, elementsOf, isBlock, isElement, isSkipped, isStruck, signatureOf } from './dom.ts';
import { linesOf } from './element-lines.ts';
import { resolveSpans, type SpannedCell, singleCell } from './grid.ts';
import { isAmount } from './heads-amounts.ts';
import type { Grid } from './model.ts';
import { FAMILY, PLAN_NAME } from './names.ts';
import { isSaving } from './savings.ts';
import { showsMoney } from './shows-money.ts';

/** A card in the order it is read: its headings, lines, and labels with the values beside them. */
type Part =
  | { readonly kind: 'heading' | 'line'; readonly text: string }
  | {
      readonly kind: 'pair';
      readonly first: readonly string[];
      readonly second: readonly string[];
      readonly text: string;
    };

const LONGEST_LABEL = 60;
const DEEPEST = 12;

/** What the title of a card is, in the words of a header. */
const NAME = 'Name';
const PLAN = 'Plan';

/**
 * Cards that repeat the same labels, each with its value beside it, are rows of a table whose header they carry along:
 * "GPT X: Input $2, Output $8" beside "GPT Y: Input $1, Output $4". Null where the labels do not agree, a card has no
 * name, or shows money that stands beside no label: such cards are read line by line.
 */
export function cardGrid(root: Element): Grid | null {
  const items = elementsOf(root).filter((child) => !isSkipped(child) && child.name !== 'hr');
  const [one] = items;
  if (one === undefined || items.length < 2 || items.length > 500) return null;
  if (items.some((item) => signatureOf(item) !== signatureOf(one))) return null;
  const cards = items.map((item) => withCache(partsOf(item, 0)));
  if (cards.some((card) => card.length < 2 || card.length > 60)) return null;
  const labelOf = labelling(cards);
  const labels = [...new Set(cards.flatMap((card) => card.flatMap((part) => labelOf(part)?.label ?? [])))];
  // Names are no labels: "Text: Mistral $0.20, Cohere $0.30".
  if (labels.length === 0 || labels.length > 30 || labels.every((label) => FAMILY.test(label) || namesProvider(label)))
    return null;
  // "GPU model: H100, Price: $49": the name has a label as well.
  const titled = cards.some((card) => card.some((part) => labelOf(part) === null));
  const rows: SpannedCell[][] = [];
  for (const card of cards) {
    const values = new Map<string, readonly string[]>();
    const rest: string[] = [];
    let title: string | null = null;
    for (const part of card) {
      const labelled = labelOf(part);
      if (labelled !== null) {
        if (values.has(labelled.label)) return null;
        values.set(labelled.label, labelled.value);
      } else if (part.kind === 'heading' && title === null) title = part.text;
      else rest.push(...(part.kind === 'pair' ? [part.first.join(' '), part.second.join(' ')] : [part.text]));
    }
    const [first = '', ...others] = title === null ? rest : [title, ...rest];
    if ((titled && first === '') || first.length > 80 || showsMoney(first) || others.some(showsMoney)) return null;
    rows.push([
      ...(titled ? [singleCell([first], false)] : []),
      ...labels.map((label) => singleCell(values.get(label) ?? [], false)),
    ]);
  }
  const priced = rows.filter((row) => row.some((cell) => isAmount(fold(cell.lines.join(' ')))));
  if (priced.length < 2 || priced.length * 2 < rows.length) return null;
  const arePlans = rows.every(([title]) => PLAN_NAME.test(title?.lines[0] ?? ''));
  return {
    rows: resolveSpans([
      [
        ...(titled ? [singleCell([arePlans ? PLAN : NAME], true)] : []),
        ...labels.map((label) => singleCell([label], true)),
      ],
      ...rows,
    ]),
    caption: null,
  };
}

/** "Prompt caching", and below it "Write" and "Read": labels of their own say what is written and read. */
function withCache(card: readonly Part[]): Part[] {
  let over: string | null = null;
  return card.map((part): Part => {
    const isPart = part.kind === 'pair' && isCachePart(fold(labelText(part.first)));
    if (over !== null && isPart) return { ...part, first: [`${over} ${labelText(part.first)}`] };
    over = part.kind === 'line' && headsCacheParts(fold(part.text)) ? part.text : null;
    return part;
  });
}

/**
 * Which side of a pair is its label: the one that other cards have as well, the first of equals. Words beside words
 * ("Context: long", but also a name beside a badge) are a label and a value only where most cards have that label.
 * Null where neither side is one.
 */
function labelling(
  cards: readonly (readonly Part[])[],
): (part: Part) => { label: string; value: readonly string[] } | null {
  const counts = [new Map<string, number>(), new Map<string, number>()] as const;
  for (const card of cards)
    for (const part of card) {
      if (part.kind !== 'pair') continue;
      const sides = [labelText(part.first), labelText(part.second)] as const;
      for (const [side, text] of sides.entries()) counts[side]?.set(text, (counts[side].get(text) ?? 0) + 1);
    }
  return (part) => {
    if (part.kind !== 'pair') return null;
    const [first, second] = [labelText(part.first), labelText(part.second)];
    const before = isLabel(first) ? (counts[0].get(first) ?? 0) : 0;
    const behind = isLabel(second) ? (counts[1].get(second) ?? 0) : 0;
    const valued = isAmount(fold(first)) || isAmount(fold(second));
    const enough = valued ? 2 : Math.max(2, cards.length * 0.6);
    if (Math.max(before, behind) < enough) return null;
    return before >= behind ? { label: first, value: part.second } : { label: second, value: part.first };
  };
}

const labelText = (lines: readonly string[]): string => lines.join(' ').replace(/\s*[:：]$/, '');

const HEADING = /^h[1-6]$/;

function partsOf(element: Element, depth: number): Part[] {
  if (isSkipped(element) || isStruck(element) || depth > DEEPEST) return [];
  if (HEADING.test(element.name)) {
    const text = textOf(element);
    return text === '' ? [] : [{ kind: 'heading', text }];
  }
  const lines = linesOf(element);
  // "$", "9.98" and "/hr" in blocks of their own are one amount.
  const amount = lines.length > 1 && lines.length <= 4 ? joinLines(lines) : [];
  if (amount.length === 1 && amount[0] !== undefined && isAmount(amount[0])) return [partOfLine(amount[0])];
  const children = elementsOf(element).filter((child) => !isUnsaid(textOf(child)));
  const bare = element.children.every((child) => child.type !== 'text' || child.data.trim() === '');
  if (bare && element.name === 'dl') return definitions(children);
  const beside = bare ? besidePair(children) : null;
  if (beside !== null) return [beside];
  if (bare && children.some(isBlock)) return children.flatMap((child) => partsOf(child, depth + 1));
  if (bare && children.length === 1 && children[0] !== undefined) return partsOf(children[0], depth + 1);
  // A name and its badge with nothing between them: a layout sets them apart.
  if (bare && children.length > 1 && element.children.every(isElement) && !showsMoney(textOf(element)))
    return children.flatMap((child) => linesOf(child).map(partOfLine));
  return linesOf(element).map(partOfLine);
}

/** Nothing, or how much one saves: no part of a card. */
const isUnsaid = (text: string): boolean => text === '' || isSaving(fold(text));

/** The pair that elements side by side make; none where one of them is a heading, several blocks or such a pair itself. */
function besidePair(children: readonly Element[]): Part | null {
  if (children.length < 2 || children.some((child) => HEADING.test(child.name) || holdsParts(child))) return null;
  return pairOf(children.map((child) => linesOf(child)));
}

function holdsParts(element: Element): boolean {
  const children = elementsOf(element).filter((child) => textOf(child) !== '');
  const blocks = children.filter(isBlock);
  const [only] = children;
  if (blocks.length > 1 || (isBlock(element) && besidePair(children) !== null)) return true;
  return children.length === 1 && only !== undefined && holdsParts(only);
}

const textOf = (element: Element): string => linesOf(element).join(' ');

function definitions(children: readonly Element[]): Part[] {
  const parts: Part[] = [];
  children.forEach((child, index) => {
    const value = children[index + 1];
    if (child.name === 'dt' && value?.name === 'dd') parts.push(pair(linesOf(child), linesOf(value)));
    else if (child.name !== 'dd') parts.push(...partsOf(child, 1));
  });
  return parts;
}

const pair = (first: readonly string[], second: readonly string[]): Part => ({
  kind: 'pair',
  first,
  second,
  text: [...first, ...second].join(' '),
});

/** A label and what stands beside it, or a value and its label below it. Null for anything else. */
function pairOf(cells: readonly (readonly string[])[]): Part | null {
  const [first = [], ...others] = cells;
  const second = others.flat();
  if (cells.some((lines) => lines.length > 3) || second.length > 4) return null;
  const [before, behind] = [fold(first.join(' ')), fold(second.join(' '))];
  if (isAmount(before)) return isLabel(behind) ? pair(first, second) : null;
  return isLabel(before) && (isAmount(behind) || cells.length === 2) ? pair(first, second) : null;
}

/** Words; a number first only where it counts something: "1 Year price", not "128K". */
const LABEL = /^[^\p{L}\d]*(?:\d+[ -]?(?=\p{L}{3}|[年月日小]))?\p{L}/u;

const isLabel = (text: string): boolean =>
  text.length <= LONGEST_LABEL &&
  LABEL.test(text) &&
  !showsMoney(text) &&
  !isAmount(fold(text)) &&
  !/[.。!?！？]$/.test(text);

/** Where an amount begins, with the sign before it. */
const MONEY = new RegExp(`${SIGN_BEFORE}\\s*\\d`, 'iu');

/** "Input: $2 / 1M tokens", "Input $2": a label and its value in one line. */
function partOfLine(text: string): Part {
  const [, label = '', value = ''] = /^([^:：]{1,60}?)\s*[:：]\s*(\S.*)$/.exec(text) ?? [];
  if (isLabel(label) && value.length <= 80) return pair([label], [value]);
  const at = MONEY.exec(text)?.index ?? 0;
  const [lead, amount] = [text.slice(0, at).replace(/(?:\bfrom|\bstarting at|低至)?\s*$/i, ''), text.slice(at)];
  if (isLabel(lead) && !/\d/.test(lead) && amount.length <= 60) return pair([lead], [amount]);
  return { kind: 'line', text };
}
