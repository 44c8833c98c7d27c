import { fold } from '../../normalise/fold.ts';
import { type Element, elementsOf, isBlock, isSkipped, isStruck } from './dom.ts';
import { linesOf } from './element-lines.ts';
import { resolveSpans, type SpannedCell } from './grid.ts';
import { isAmount } from './heads-amounts.ts';
import type { Grid } from './model.ts';
import { showsMoney } from './shows-money.ts';

/** A card in the order it is read: its headings, lines, and labels with the values beside them. */
type Part =
  | { readonly kind: 'heading' | 'line'; readonly text: string }
  | { readonly kind: 'pair'; readonly label: string; readonly value: readonly string[]; readonly text: string };

const LONGEST_LABEL = 60;
const DEEPEST = 12;

/**
 * Cards that repeat the same labels, each with its value beside it, are rows of a table whose header they carry along:
 * "GPT X: Input $2, Output $8" beside "GPT Y: Input $1, Output $4". Null where the labels do not agree, a card has no
 * name, or shows money that stands beside no label: such cards are read line by line.
 */
export function cardGrid(root: Element): Grid | null {
  const items = elementsOf(root).filter((child) => !isSkipped(child) && child.name !== 'hr');
  if (items.length < 2 || items.length > 500) return null;
  const cards = items.map((item) => partsOf(item, 0));
  if (cards.some((card) => card.length < 2 || card.length > 60)) return null;
  const counts = new Map<string, number>();
  for (const card of cards)
    for (const part of card) if (part.kind === 'pair') counts.set(part.label, (counts.get(part.label) ?? 0) + 1);
  const isShared = (part: Part) => part.kind === 'pair' && (counts.get(part.label) ?? 0) > 1;
  const labels = [
    ...new Set(cards.flatMap((card) => card.flatMap((part) => (part.kind === 'pair' && isShared(part) ? part.label : [])))),
  ];
  if (labels.length === 0 || labels.length > 30) return null;
  const rows: SpannedCell[][] = [];
  for (const card of cards) {
    const values = new Map<string, readonly string[]>();
    const rest: string[] = [];
    let title: string | null = null;
    for (const part of card) {
      if (part.kind === 'pair' && isShared(part)) {
        if (values.has(part.label)) return null;
        values.set(part.label, part.value);
      } else if (part.kind === 'heading' && (title === null || !rest.includes(title))) title ??= part.text;
      else rest.push(part.text);
    }
    const [first, ...others] = title === null ? rest : [title, ...rest];
    if (first === undefined || first.length > 80 || showsMoney(first) || others.some(showsMoney)) return null;
    rows.push([cellOf([first]), ...labels.map((label) => cellOf(values.get(label) ?? []))]);
  }
  const priced = rows.filter((row) => row.slice(1).some((cell) => isAmount(fold(cell.lines.join(' ')))));
  if (priced.length < 2 || priced.length * 2 < rows.length) return null;
  return { rows: resolveSpans([[headOf(''), ...labels.map(headOf)], ...rows]), caption: null };
}

const cellOf = (lines: readonly string[]): SpannedCell => ({ lines, header: false, colspan: 1, rowspan: 1 });
const headOf = (text: string): SpannedCell => ({
  lines: text === '' ? [] : [text],
  header: true,
  colspan: 1,
  rowspan: 1,
});

const HEADING = /^h[1-6]$/;

function partsOf(element: Element, depth: number): Part[] {
  if (isSkipped(element) || isStruck(element) || depth > DEEPEST) return [];
  if (HEADING.test(element.name)) return [{ kind: 'heading', text: textOf(element) }].filter((part) => part.text !== '') as Part[];
  const children = elementsOf(element).filter((child) => textOf(child) !== '');
  const bare = element.children.every((child) => child.type !== 'text' || child.data.trim() === '');
  if (bare && element.name === 'dl') return definitions(children);
  if (bare && children.length > 1 && !children.some((child) => HEADING.test(child.name))) {
    const pair = pairOf(children.map((child) => linesOf(child)));
    if (pair !== null) return [pair];
  }
  if (bare && children.some(isBlock)) return children.flatMap((child) => partsOf(child, depth + 1));
  if (bare && children.length === 1 && children[0] !== undefined) return partsOf(children[0], depth + 1);
  return linesOf(element).map(partOfLine);
}

const textOf = (element: Element): string => linesOf(element).join(' ');

function definitions(children: readonly Element[]): Part[] {
  const parts: Part[] = [];
  children.forEach((child, index) => {
    const value = children[index + 1];
    if (child.name === 'dt' && value?.name === 'dd') parts.push(pair(textOf(child), linesOf(value)));
    else if (child.name !== 'dd') parts.push(...partsOf(child, 1));
  });
  return parts;
}

const pair = (label: string, value: readonly string[]): Part => ({
  kind: 'pair',
  label: label.replace(/\s*[:：]$/, ''),
  value,
  text: `${label} ${value.join(' ')}`,
});

const UNIT_LEAD = /^(?:\/|per\b|each\b|每|起|\+|~|-|usd\b|eur\b|元)/i;

/** A label and what stands beside it, or a value and its label below it. Null for anything else. */
function pairOf(cells: readonly (readonly string[])[]): Part | null {
  const [first = [], ...others] = cells;
  const label = first.join(' ');
  const value = others.flat();
  if (cells.some((lines) => lines.length > 3) || value.length > 4) return null;
  const text = value.join(' ');
  if (isLabel(label) && (isAmount(fold(text)) || cells.length === 2)) return pair(label, value);
  if (isAmount(fold(label)) && !UNIT_LEAD.test(text) && isLabel(text)) return pair(text, first);
  return null;
}

const isLabel = (text: string): boolean =>
  text.length <= LONGEST_LABEL && /\p{L}/u.test(text) && !showsMoney(text) && !isAmount(fold(text)) && !/[.。!?！？]$/.test(text);

/** "Input: $2 / 1M tokens", "Input $2": a label and its value in one line. */
function partOfLine(text: string): Part {
  const [, label = '', value = ''] = /^([^:：]{1,60}?)\s*[:：]\s*(\S.*)$/.exec(text) ?? [];
  if (isLabel(label) && value.length <= 80) return pair(label, [value]);
  const [, lead = '', amount = ''] = /^([^\p{Sc}￥\d]*\p{L}[^\p{Sc}￥\d]*?)\s*(?:from\s+)?([\p{Sc}￥]\s*\d.*)$/iu.exec(text) ?? [];
  if (isLabel(lead) && amount.length <= 60) return pair(lead, [amount]);
  return { kind: 'line', text };
}
