import { fold } from '../../normalise/fold.ts';
import { findAmounts } from './amounts.ts';
import type { Label } from './label.ts';
import { type Cell, EMPTY_CELL, type Line } from './model.ts';
import type { PageContext } from './page-context.ts';
import type { TextTable } from './text-tables.ts';

/** How many lines over a list may say what its amounts are of. */
const NEAR = 3;
const NAMED = /^(\p{L}[^:：$€£¥]{1,59}?)\s*(?:[:：]|\s[-–—]|\s=)\s+(?=\p{Sc}?\s?\d|\S{1,4}\s?\d|n\/?a\b|free\b)(.+)$/iu;
/** "$2.50 / $10", and what is said behind it. */
const PAIR = /^(\p{Sc}?\s?[\d.,]*\d\s?\p{Sc}?)\s*\/\s*(\p{Sc}?\s?[\d.,]*\d\s?\p{Sc}?)(?:[\s,]+(.*))?$/u;
/** "(cached input $0.25)", "cached: $0.25" behind a pair. */
const CACHED =
  /^\(?(?:with )?(?:cached?(?: inputs?| hits?| reads?)?|缓存(?:命中)?)\s*[:：]?\s*(\p{Sc}?\s?[\d.,]*\d\s?\p{Sc}?)\)?$/iu;

interface Row {
  readonly name: string;
  readonly pair: readonly [string, string];
  readonly cached: string;
  readonly condition: string;
}

/**
 * Lists of names with two amounts each, under a text that says of what both are: "Costs per 1M tokens, input / output:", then
 * "Orca 3 – $2.50 / $10.00 (cached input $0.25)", "Orca 3 mini – $0.15 / $0.60".
 */
export function pairedItems(lines: readonly Line[], page: PageContext): TextTable[] {
  const tables: TextTable[] = [];
  for (let start = 0; start < lines.length; start++) {
    let end = start;
    const rows: Row[] = [];
    for (; isBeside(lines[start], lines[end]); end++) {
      const found = rowsOf(lines[end]?.text ?? '', page);
      if (found === null) break;
      rows.push(...found);
    }
    const ways = rows.length < 2 ? null : waysOver(lines, start, page);
    if (ways !== null) tables.push({ start, end, grid: { rows: gridOf(rows, ways), caption: null } });
    start = Math.max(start, end - 1);
  }
  return tables;
}

const isBeside = (one: Line | undefined, other: Line | undefined): boolean =>
  one?.level === 0 && other?.level === 0 && one.path.length === other.path.length;

/** The rows of one item, several where its amounts hold for a range each; none where it has no price, null where it is no item. */
function rowsOf(written: string, page: PageContext): Row[] | null {
  const [, name = '', rest = ''] = NAMED.exec(fold(written)) ?? [];
  if (name === '' || page.label(name).isVocabulary) return null;
  if (/^(?:n\/?a|free)\b/i.test(rest)) return [];
  const rows: Row[] = [];
  for (const clause of rest.split(/[,;]\s+(?=\p{Sc}\s?\d)/u)) {
    const [, first = '', second = '', behind = ''] = PAIR.exec(clause.trim()) ?? [];
    const cached = CACHED.exec(behind)?.[1] ?? '';
    const condition = cached === '' ? behind : '';
    // What has a unit of its own needs no text over it.
    if (first === '' || /^(?:\/|per\b|每)/i.test(behind) || findAmounts(condition, page.currencies).length > 0)
      return null;
    rows.push({ name: name.trim(), pair: [first.trim(), second.trim()], cached, condition });
  }
  return rows;
}

/** What the two amounts are of, as a text or a heading over the list says it; null where none does. */
function waysOver(lines: readonly Line[], start: number, page: PageContext): readonly [string, string] | null {
  const over = lines.slice(Math.max(0, start - NEAR), start).reverse();
  const label = over.map(({ text }) => page.label(text)).find(saysBoth);
  const [first] = label?.directions ?? [];
  return first === undefined ? null : first === 'input' ? ['Input', 'Output'] : ['Output', 'Input'];
}

const saysBoth = ({ directions }: Label): boolean =>
  directions.length === 2 && directions.includes('input') && directions.includes('output');

function gridOf(rows: readonly Row[], ways: readonly [string, string]): (readonly Cell[])[] {
  const header = ['Name', ...ways, 'Cached input', '条件'].map((text) => cellOf(text, true));
  const body = rows.map(({ name, pair, cached, condition }) =>
    [name, ...pair, cached, condition].map((text) => cellOf(text, false)),
  );
  return [header, ...body];
}

const cellOf = (text: string, header: boolean): Cell =>
  text === '' ? { ...EMPTY_CELL, header } : { text, lines: [text], header, origin: true, across: true };
