import { fold } from '../../normalise/fold.ts';
import type { Line } from './model.ts';
import { headsPlan } from './names.ts';

/** A row set on a stack: its label, then under the head of each column its cell. By the places of its lines. */
interface Stack {
  readonly label: number;
  readonly heads: readonly string[];
  readonly end: number;
}

const MOST_HEADS = 6;
/** A cell has at most so many lines: "$0.02", "/ GB". */
const TALLEST = 3;
/** So many rows under plans are a table. */
const FEWEST = 3;
/** So far over a row its heads may stand, and so many lines like its label and its first head are looked at. */
const FARTHEST = 300;
const ROWS = 4;
const HEADERS = 64;

/**
 * Without the copy of a table for narrow screens below it, row after row on a stack: "Storage", "Free", "5 GB", "Paid", "$0.02 / GB" says once
 * more what stands in the table as "Storage", "5 GB", "$0.02 / GB" under "Free" and "Paid".
 */
export function withoutStackedCopies(lines: readonly Line[]): readonly Line[] {
  const texts = lines.map(({ text }) => fold(text));
  const before = sameBefore(texts);
  const kept: Line[] = [];
  for (let at = 0; at < lines.length; ) {
    const stack = stackAt(texts, at, before);
    if (stack !== null && texts.slice(at + 1, stack.end).some((text) => /\p{Nd}/u.test(text))) at = stack.end;
    else kept.push(...lines.slice(at, ++at));
  }
  return laidOut(kept);
}

/** Rows on a stack under the same plans, whose table stands nowhere, as one: the plans once, then the rows without them. */
function laidOut(lines: readonly Line[]): readonly Line[] {
  const out: Line[] = [];
  for (let at = 0; at < lines.length; ) {
    const heads = plansBelow(lines, at);
    const rows: Line[][] = [];
    let end = at;
    while (heads.length > 1) {
      const cells = rowUnder(lines, end, heads);
      if (cells === null) break;
      rows.push(cells);
      end += cells.length + heads.length;
    }
    const [first] = lines.slice(at, at + 1);
    if (rows.length >= FEWEST && first !== undefined) {
      out.push(...['Item', ...heads].map((text) => ({ ...first, text })), ...rows.flat());
      at = end;
    } else out.push(...lines.slice(at, ++at));
  }
  return out;
}

/** "Free", "Paid" below a label, each over a line of its own. */
function plansBelow(lines: readonly Line[], at: number): readonly string[] {
  const heads: string[] = [];
  for (let next = at + 1; heads.length < MOST_HEADS; next += 2) {
    const head = lines[next]?.text ?? '';
    if (!headsPlan(head) || heads.includes(head)) break;
    heads.push(head);
  }
  return heads;
}

/** The label and the cells of a row on a stack, one line each. */
function rowUnder(lines: readonly Line[], at: number, heads: readonly string[]): Line[] | null {
  const cells = lines.slice(at, at + 1);
  for (const [column, head] of heads.entries()) {
    if (lines[at + 1 + 2 * column]?.text !== head) return null;
    cells.push(...lines.slice(at + 2 + 2 * column, at + 3 + 2 * column));
  }
  return cells.length === heads.length + 1 ? cells : null;
}

/** The stack of a row that starts here, by its row in the table above it; null where none does. */
function stackAt(texts: readonly string[], at: number, before: readonly number[]): Stack | null {
  if (texts[at] === '' || texts[at] === texts[at + 1]) return null;
  for (const row of placesBefore(before, at, ROWS)) {
    // The heads stand in a run over the row: "Component", "Free", "Paid".
    const header = placesBefore(before, at + 1, HEADERS).find((place) => place < row);
    if (header === undefined || header < row - FARTHEST || texts[header - 1] === texts[at]) continue;
    const stack = underHeads(texts, at, row, header);
    if (stack !== null) return stack;
  }
  return null;
}

/** The places above a line that say the same, nearest first, so many at most. */
function placesBefore(before: readonly number[], at: number, most: number): readonly number[] {
  const places: number[] = [];
  for (let place = before[at] ?? -1; place >= 0 && places.length < most; place = before[place] ?? -1)
    places.push(place);
  return places;
}

/** For each line the nearest above it that says the same; -1 where there is none. */
function sameBefore(texts: readonly string[]): readonly number[] {
  const last = new Map<string, number>();
  return texts.map((text, at) => {
    const before = last.get(text) ?? -1;
    last.set(text, at);
    return before;
  });
}

function underHeads(texts: readonly string[], at: number, row: number, header: number): Stack | null {
  const heads = [texts[header] ?? ''];
  let next = at + 2;
  for (let column = 1; column < MOST_HEADS; column++) {
    const head = texts[header + column] ?? '';
    const found = texts.slice(next + 1, next + 1 + TALLEST).indexOf(head);
    if (head === '' || heads.includes(head) || found < 0) break;
    heads.push(head);
    next += found + 2;
  }
  if (heads.length < 2 || header + heads.length > row) return null;
  // As many lines as the row has in the table, the heads aside: its last cell may have several.
  const before = next - at - heads.length;
  let end = next + 1;
  const goesOn = () => texts[end] !== undefined && texts[end] === texts[row + before + end - next];
  while (end - next < TALLEST && goesOn() && texts[end + 1] !== heads[0]) end++;
  return texts[row + before] === texts[next] ? { label: at, heads, end } : null;
}
