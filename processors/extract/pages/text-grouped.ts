import { resolveSpans, type SpannedCell, singleCell } from './grid.ts';
import type { Grid } from './model.ts';
import type { Token } from './text-tokens.ts';

/** So many groups must be alike, and one of them have as many rows. */
const FEWEST = 2;
/** Sizes in front of an amount: "4", "16 GB". */
const MOST_SIZES = 3;
/** What is said of the time that is paid for stands at most so far above. */
const NEAR = 16;

/** As many lines may stand between two groups: a section's name, a group of another shape. */
const SKIPPED = 14;

/** A name, what else is said of it once, and its rows. */
interface Group {
  readonly over: readonly Token[];
  readonly rows: readonly (readonly Token[])[];
  readonly next: number;
}

/**
 * Groups of rows that share a name, which a text copy says once: "Heron X2", "eu", "1", "4 GB", "$0.04", "2", "8 GB", "$0.08", below a text that says
 * that they are paid for by the hour. Null where none start here.
 */
export function groupedTable(tokens: readonly Token[], at: number): { grid: Grid; next: number } | null {
  const first = groupAt(tokens, at);
  if (first === null || !tokens.slice(Math.max(0, at - NEAR), at).some(({ folded }) => BY_THE_HOUR.test(folded)))
    return null;
  const groups = [first];
  for (let group: Group | null = first; group !== null; ) {
    const { next, over, rows }: Group = group;
    group = null;
    for (let skipped = 0; group === null && skipped <= SKIPPED && isBetween(tokens, next, skipped); skipped++)
      group = groupAt(tokens, next + skipped, over.length, rows[0]?.length);
    if (group !== null) groups.push(group);
  }
  if (groups.length < FEWEST || !groups.some(({ rows }) => rows.length >= FEWEST)) return null;
  const header = [
    'Instance',
    ...first.over.slice(1).map(() => ''),
    'Count',
    ...(first.rows[0] ?? []).slice(2).map(() => 'Memory'),
    'Price per hour',
  ];
  const cells = groups.flatMap(({ over, rows }) =>
    rows.map((row): SpannedCell[] => [...over, ...row].map(({ text }) => singleCell([text], false))),
  );
  const grid = { rows: resolveSpans([header.map((text) => singleCell([text], true)), ...cells]), caption: null };
  return { grid, next: groups.at(-1)?.next ?? at };
}

const isBetween = (tokens: readonly Token[], from: number, count: number): boolean =>
  tokens.slice(from, from + count).every(({ sentence, level }) => !sentence && level === 0);

const BY_THE_HOUR = /\bhourly\b|(?:\/ ?|\bper |\ban )(?:hour|hr)\b/i;

/** A group that starts here, of so many words over rows of so many cells where that is known. */
function groupAt(tokens: readonly Token[], at: number, words?: number, width?: number): Group | null {
  let first = at;
  while (first - at < 2 && isWords(tokens[first])) first++;
  if (first === at || (words !== undefined && first - at !== words) || !/\p{Lu}/u.test(tokens[at]?.text ?? ''))
    return null;
  const rows: (readonly Token[])[] = [];
  let next = first;
  for (
    let row = rowAt(tokens, next);
    row !== null && row.length === (width ?? rows[0]?.length ?? row.length);
    row = rowAt(tokens, next)
  ) {
    rows.push(row);
    next += row.length;
  }
  return rows.length === 0 ? null : { over: tokens.slice(at, first), rows, next };
}

/** Sizes and an amount that says no unit of its own. */
function rowAt(tokens: readonly Token[], at: number): readonly Token[] | null {
  let end = at;
  while (end - at < MOST_SIZES && isSize(tokens[end])) end++;
  const amount = tokens[end];
  return end - at >= 2 && amount?.money && amount.label.unit === null ? tokens.slice(at, end + 1) : null;
}

const isSize = (token: Token | undefined): boolean =>
  token !== undefined && !token.money && /^\d[\d.,x]*\s?(?:[gt]i?b)?$/i.test(token.folded);

const isWords = (token: Token | undefined): boolean =>
  token !== undefined &&
  !token.money &&
  !token.bare &&
  !token.empty &&
  !token.sentence &&
  token.level === 0 &&
  token.folded.length <= 40 &&
  /^\p{L}/u.test(token.folded);
