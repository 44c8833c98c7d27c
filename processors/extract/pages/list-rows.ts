import { isAmountOfUse } from '../../normalise/amounts-of-use.ts';
import { fold } from '../../normalise/fold.ts';
import { unitAfter } from '../../normalise/unit-phrase.ts';
import { bareAmount, findAmounts } from './amounts.ts';
import { headRole } from './columns.ts';
import { clausesOf } from './list-clauses.ts';
import { type Item, labelsOf, type Part } from './list-labels.ts';
import { stepsInFull } from './list-steps.ts';
import { type Cell, EMPTY_CELL, type Line } from './model.ts';
import { PLAN_NAME } from './names.ts';
import type { PageContext } from './page-context.ts';
import type { TextTable } from './text-tables.ts';

/**
 * Lists whose items are rows of a table written out: "Orca 3: Context 128K, Input $2, Output $8", "Orca 3 — $2 input / $8 output per 1M tokens".
 * The name stands before the first colon or dash; of the parts behind it, what the items of a list share are the headers.
 */
export function findListRows(lines: readonly Line[], page: PageContext): TextTable[] {
  const tables: TextTable[] = [];
  let start = 0;
  while (start < lines.length) {
    const items: Item[] = [];
    let end = start;
    for (; end < lines.length && isBeside(lines[start], lines[end]); end++) {
      const found = itemsOf(lines[end]?.text ?? '', page);
      if (found.length === 0) break;
      items.push(...found);
    }
    const grid = items.length === 0 ? null : gridOf(items, page);
    if (grid !== null) tables.push({ start, end, grid: { rows: grid, caption: null } });
    start = Math.max(end, start + 1);
  }
  return tables;
}

/** Items of one list, or lines of one text. */
const isBeside = (one: Line | undefined, other: Line | undefined): boolean =>
  one?.level === 0 &&
  other?.level === 0 &&
  one.path.length === other.path.length &&
  one.path.every((id, depth) => depth === one.path.length - 1 || id === other.path[depth]);

const LONGEST = 700;
const COLON = /^((?:[^:：]|:(?!\s))+?)\s*(?::\s+|：\s*)(.+)$/su;
const DASH = /^(.+?)\s+[-–—]\s+(?!(?<=\d\s+[-–—]\s+)\d)(.+)$/su;

/** The name of an item and its parts, once for each of its clauses; none for any other line. */
function itemsOf(text: string, page: PageContext): Item[] {
  if (text.length > LONGEST || !/\d|free|免费/i.test(text)) return [];
  for (const pattern of [COLON, DASH]) {
    const [, topic = '', told = ''] = pattern.exec(text) ?? [];
    const [, code, price = ''] = CODED.exec(told) ?? [];
    const [name, rest] = code === undefined ? [topic, told] : [code, price];
    // "Rule of thumb: a page costs about $0.02"
    if (ROUGHLY.test(rest)) return [];
    // "Orca 3 — Input: $2, Output: $8"
    if (!/\p{L}{2}|\d/u.test(name) || name.length > 100 || /[{}"?]/.test(name) || isLabelled(name, page)) continue;
    const label = page.label(name);
    if (label.directions.length > 0 || label.priced || label.sum || isMoney(name, page)) continue;
    if (label.isVocabulary && label.tier === null && label.mode === null) continue;
    const clauses = clausesOf(rest);
    if (clauses !== null)
      return clauses.map(({ condition, rest: prices }) => ({
        name,
        parts: [...(condition === '' ? [] : [conditionPart(condition)]), ...partsOf(prices, page)],
      }));
    const parts = partsOf(rest, page);
    return parts.length === 0 ? [] : [{ name, parts }];
  }
  return [];
}

/** "Embeddings: orca-embed-3 $0.02 / 1M": of what kind it is, and its code. */
const CODED = /^([a-z][\w./]*-[\w./-]+)[:：]?\s+(?=\p{Sc})(.+)$/su;
const ROUGHLY = /\b(?:costs?|pays?|spends?) (?:about|around|roughly|approximately|~) ?\p{Sc}/iu;

const conditionPart = (text: string): Part => ({ text, valueAt: null, money: false, label: '条件' });

const isMoney = (text: string, page: PageContext): boolean => findAmounts(fold(text), page.currencies).length > 0;

/** "Orca 3 — Input": the colon behind it is that of its first part. */
function isLabelled(name: string, page: PageContext): boolean {
  const tail = isAmountOfUse(fold(name)) ? undefined : DASH.exec(name)?.[2];
  return tail !== undefined && page.label(tail).isVocabulary;
}

/** What stands behind a name, part by part: between commas, semicolons, bars, or strokes that each have an amount on both sides. */
function partsOf(rest: string, page: PageContext): Part[] {
  const commas = apart(rest, /^(?:[,;]\s+|[，；;、]\s*|\s+[·•|]\s+)/);
  const steps = commas.map((text) => {
    const strokes = apart(text, /^\s*[/·]\s*(?=\S)/);
    return strokes.length > 1 && strokes.every((one) => isMoney(one, page)) ? strokes : [text];
  });
  return stepsInFull(steps)
    .map((text) => partOf(text.trim(), page))
    .filter(({ text }) => text !== '');
}

/** A text cut where a pattern matches outside of brackets. */
function apart(text: string, separator: RegExp): string[] {
  const parts: string[] = [];
  let from = 0;
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    if (/[(（[]/.test(text[at] ?? '')) depth++;
    else if (/[)）\]]/.test(text[at] ?? '')) depth = Math.max(0, depth - 1);
    if (depth > 0 || !/[\s,;，；、·•|/]/.test(text[at] ?? '')) continue;
    const found = separator.exec(text.slice(at, at + 8));
    if (found === null || unitAfter(fold(text.slice(at, at + 40)), 0) !== null) continue;
    parts.push(text.slice(from, at));
    from = at + found[0].length;
    at = from - 1;
  }
  return [...parts, text.slice(from)];
}

/** Where the value of a part begins: at its amount, or at the number or the dash that it ends with. */
function partOf(text: string, page: PageContext): Part {
  const folded = fold(text);
  const [first] = folded.length === text.length ? findAmounts(folded, page.currencies) : [];
  if (first !== undefined) return { text, valueAt: first.start, money: true };
  const [, label = '', number = ''] = /^(\D+?)\s*(\d.*)$/u.exec(text) ?? [];
  const value =
    bareAmount(fold(number)) !== null && /[\s:：\p{Script=Han}]$/u.test(text.slice(0, -number.length))
      ? number
      : lastWord(text);
  return {
    text,
    valueAt: label === '' && value === '' ? null : value === '' ? null : text.length - value.length,
    money: false,
  };
}

/** The number, the dash or the "free" at the end of a part. */
function lastWord(text: string): string {
  const value = /(?:^|[\s:：])([-–—]|\S+)$/u.exec(text)?.[1] ?? '';
  return /^(?:[-–—]|free|免费|n\/a)$/i.test(value) || bareAmount(fold(value)) !== null ? value : '';
}

/** The rows of a list, under the labels of their parts; null where these are no prices of what the items name. */
function gridOf(items: readonly Item[], page: PageContext): (readonly Cell[])[] | null {
  const { labels, rows } = labelsOf(items, {
    isKind: (text) => {
      const label = page.label(text);
      return label.isVocabulary || label.priced || label.directions.length > 0;
    },
    isHead: (text) => headRole(fold(text)) !== null || page.label(text).measure,
  });
  if (labels.some((label) => /[=×→]/.test(label)) || areCells(items, page)) return null;
  const says = (text: string): boolean => {
    const { directions, mode, unit, tier, region, qualifiers, priced } = page.label(text);
    return (
      directions.length + qualifiers.length > 0 ||
      [mode, unit, tier, region].some((one) => one !== null) ||
      (priced && !LEAD.test(text))
    );
  };
  /** A number under a label that says of what, or with its own words. */
  const priced = (row: readonly string[]): number =>
    row.filter((value, column) => {
      const label = labels[column] ?? '';
      return /\d/.test(value) && (label === '' ? page.label(value).directions.length > 0 : says(label));
    }).length;
  const prices = rows.filter((row) => priced(row) > (items.length === 1 ? 1 : 0)).length;
  // "Low $0.02, High $0.08" item by item: whatever the labels say.
  const money = labels.filter(
    (label, column) => label !== '' && rows.filter((row) => isMoney(row[column] ?? '', page)).length > 1,
  ).length;
  if (prices * 2 <= items.length - 1 && money < 2) return null;
  // "1024 × 1024", "≤ 128K tokens": conditions of what the list is about.
  const conditions = items.some(({ name }) => {
    const label = page.label(name);
    return label.isVocabulary || label.qualifiers.some((one) => one.length === name.length);
  });
  const head = items.every(({ name }) => PLAN_NAME.test(name)) ? 'Plan' : conditions ? '' : 'Name';
  const header = [head, ...labels].map((text) => cellOf(text, true));
  const names = withoutRemarks(items.map(({ name }) => name));
  return [header, ...rows.map((row, at) => [names[at] ?? '', ...row].map((text) => cellOf(text, false)))];
}

/** "Heron 5 (our latest, 1M context)": several things said of it in brackets are no part of a name, where the rest tells it from the others. */
function withoutRemarks(names: readonly string[]): readonly string[] {
  const short = names.map((name) => name.replace(REMARKS, ''));
  return new Set(short).size === new Set(names).size ? short : names;
}
const REMARKS =
  /(?<=\S)\s*[(（](?=[^()（）]*[、，;；]|[^()（）]*, )(?=[^()（）]*(?:上下文|模态|旗舰|最新|\bcontext\b|modal\b|\blatest\b))[^()（）]+[)）]$/i;

/** "Peak: 9:00-18:00 $2", "Peak: 9:00-18:00 $4": the cells of a row, each with the condition of all. */
const areCells = (items: readonly Item[], page: PageContext): boolean =>
  new Set(items.map(({ name }) => name)).size < items.length &&
  items.every(({ name, parts }) => parts.length === 1 && page.label(name).isVocabulary);

/** "From $2": nothing that a price is of. */
const LEAD = /^(?:starts?|starting|from|at|only|just|low as|\s)+$/i;

const cellOf = (text: string, header: boolean): Cell =>
  text === '' ? { ...EMPTY_CELL, header } : { text, lines: [text], header, origin: true, across: true };
