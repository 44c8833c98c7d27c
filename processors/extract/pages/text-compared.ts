import { resolveSpans, singleCell } from './grid.ts';
import type { Grid } from './model.ts';
import { PLAN_NAME } from './names.ts';
import type { Token } from './text-tokens.ts';

/** So many rows must say what something costs, so many must there be. */
const FEWEST_PRICED = 2;
const FEWEST = 3;
/** Lines that may stand between the names of two plans over a comparison: what it costs, whom it is for, a button. */
const BETWEEN = 6;
/** Lines of words over the cells of a row: its section, its label, what is said of it. */
const LONGEST = 5000;
/** So many words that head columns are the header of another table. */
const HEADS = 3;
/** What may stand in a cell of a plan: a number of something, or whether it comes with it. */
const VALUE =
  /^(?:[<~≤≥]?\s?\d[\d.,]*(?![\p{L}\d]* [\p{L}-]+ [\p{L}-]+ [\p{L}-]+)|<\p{L}+>$|unlimited\b|custom$|(?:not |also )?included$|not available$|available$|(?:up to|from|starting at) [\p{Sc}\d]|yes$|no$|add-on$|coming soon$|limited$|[-–—✓✔✗x]$)/iu;
/** "(then $2/M)", "+ $0.10 per GB after": more of what the line before it says. */
const FURTHER = /^(?:[(+]|then\b|after\b|thereafter\b|plus\b|beyond\b)/i;
/** "Calls that reach your functions": small words in a row are said of a label. */
const TOLD = /(?: \p{Ll}[\p{L}'’-]*,?){4}|.{61}/u;

interface Row {
  readonly label: string;
  readonly cells: readonly string[];
  readonly next: number;
}

/**
 * A comparison of plans in a text copy, row by row: "Hobby", "Pro", "Scale", each with its price or alone, then "Requests", "Calls that reach your
 * functions", "1M", "5M", "(then $3/M)", "50M", "(then $2/M)": a label, what is said of it, and for each plan a cell of one line or two. The rows that say
 * what something costs are the table. Null where none starts here.
 */
export function tableOfCompared(
  tokens: readonly Token[],
  at: number,
): { grid: Grid; first: number; next: number } | null {
  const plans = plansFrom(tokens, at);
  const width = plans.length;
  const last = plans.at(-1);
  if (width < 2 || last === undefined) return null;
  const rows: Row[] = [];
  let alike = 0;
  let further = 0;
  let told = 0;
  let whole = 0;
  let first: number | null = null;
  let end = at;
  for (let from = last + 1; from < tokens.length && from - at < LONGEST; ) {
    let words = from;
    while (words < tokens.length && !isValue(tokens[words])) words++;
    if (words >= tokens.length || isPlanHead(tokens, words)) break;
    const cells = cellsFrom(tokens, words, width);
    const next = words + cells.reduce((sum, cell) => sum + cell.length, 0);
    const over = tokens.slice(from, words);
    if (over.filter(({ head }) => head).length >= HEADS) break;
    // The header once more, over the next part.
    const label = labelOf(over.slice(over.findLastIndex(isPlan) + 1));
    if (label !== null && cells.length === width) alike++;
    // What goes in and out of models is another table.
    if (
      label !== null &&
      label.label.directions.length === 0 &&
      cells.flat().some(({ money }) => money) &&
      cells.length <= width &&
      (cells.length > 1 || over.indexOf(label) < over.length - 1)
    ) {
      first ??= from + over.indexOf(label);
      // A plan that lacks it has an empty cell, which a copy drops: the first ones do.
      const lacking = Array.from({ length: width - cells.length }, () => '—');
      if (cells.some(saysFurther)) further++;
      if (over.indexOf(label) < over.length - 1) told++;
      if (cells.length === width) whole++;
      rows.push({ label: nameOf(label.text), cells: [...lacking, ...cells.map(priceOf)], next });
      end = next;
    }
    from = next;
  }
  if (first === null || rows.length < FEWEST_PRICED) return null;
  // "Change feed", "Streams every change to your queues.", "$0.01", "$0.03": things that are told of, right under the names of plans.
  const areTold = told === rows.length && last - at === width - 1;
  // "Backups", "-", "$0.10", "$0.10" right under the names of three plans or more: rows as whole as the header.
  const areWhole = last - at === width - 1 && width >= FEWEST && rows.length > FEWEST && whole === rows.length;
  if (!areTold && !areWhole && (alike < FEWEST || further < FEWEST_PRICED)) return null;
  // Names alone are the header; those of cards are over what they cost.
  if (last - at === width - 1) first = at;
  const heads = plans.map((place) => tokens[place]?.text ?? '');
  return {
    grid: {
      rows: resolveSpans([
        ['', ...heads].map((text) => singleCell([text], true)),
        ...rows.map(({ label, cells }) => [label, ...cells].map((text) => singleCell([text], false))),
      ]),
      caption: null,
    },
    first,
    next: end,
  };
}

const isPlan = (token: Token | undefined): boolean =>
  token !== undefined && (token.level === 6 || PLAN_NAME.test(token.folded)) && token.folded.length <= 40;

/** Places of plans, one after another, each its own; names of cards are plans in whatever letters. */
function plansFrom(tokens: readonly Token[], at: number): readonly number[] {
  if (!isPlan(tokens[at])) return [];
  const cards = new Set(tokens.filter(({ level }) => level === 6).map(({ folded }) => folded.toLowerCase()));
  const places = [at];
  const names = new Set([tokens[at]?.folded]);
  for (let next = at + 1; next - (places.at(-1) ?? at) <= BETWEEN; next++) {
    const token = tokens[next];
    // "Custom" below a plan is what it costs.
    if (
      !(isPlan(token) || cards.has(token?.folded.toLowerCase() ?? '')) ||
      (token?.level === 0 && /^(?:custom|free)$/i.test(token.folded) && places.length > 1)
    )
      continue;
    if (names.has(token?.folded)) break;
    names.add(token?.folded);
    places.push(next);
  }
  return places;
}

/** The first plan of another header. */
const isPlanHead = (tokens: readonly Token[], place: number): boolean =>
  isPlan(tokens[place]) && tokens[place]?.level === 6;

const isValue = (token: Token | undefined): boolean =>
  token !== undefined &&
  !token.sentence &&
  (token.money || token.empty || token.bare || VALUE.test(token.folded)) &&
  token.folded.length <= 60;

/** Cells of a row: a line that goes on is of the cell before it, and so is an amount where there are more lines than plans. */
function cellsFrom(tokens: readonly Token[], from: number, width: number): readonly (readonly Token[])[] {
  const joined: Token[][] = [];
  for (let at = from; at < tokens.length && isValue(tokens[at]); at++) {
    const token = tokens[at];
    if (token === undefined) break;
    const last = joined.at(-1);
    if (last !== undefined && FURTHER.test(token.folded) && !last.some(({ money }) => money)) last.push(token);
    else joined.push([token]);
  }
  if (joined.length <= width) return joined;
  return joined.reduce<Token[][]>((cells, cell) => {
    const last = cells.at(-1);
    const goesOn = cell[0]?.money === true && last?.length === 1 && last[0]?.money === false && !last[0].empty;
    if (last !== undefined && goesOn) last.push(...cell);
    else cells.push([...cell]);
    return cells;
  }, []);
}

/** The line of words that names a row: the last one that says nothing of another. */
function labelOf(words: readonly Token[]): Token | null {
  const label = words.findLast(({ sentence, folded }) => !sentence && !TOLD.test(folded));
  return label !== undefined && words.length - words.indexOf(label) <= 3 ? label : null;
}

/** "Requests/month", "Reads (4 KiB)": without what it is counted in. */
const nameOf = (label: string): string =>
  label
    .replace(/\s*\([^()]*\d[^()]*\)$/, '')
    .replace(/\s*(?:\/|\bper )\s?(?:month|mo)$/i, '')
    .trim();

/** What is included, and what more costs. */
const saysFurther = (cell: readonly Token[]): boolean =>
  cell.some(({ money, text }) => money && ((cell.length > 1 && cell[0]?.bare === false) || THEN.test(text)));
const THEN = /^.*\S ?(?:[(+]\s?(?:then,? )?|\b(?:then|after(?: that)?|thereafter|plus|beyond that),? )\p{Sc}/iu;

/** What more costs, without what is included. */
const priceOf = (cell: readonly Token[]): string =>
  cell
    .findLast(({ money }) => money)
    ?.text.replace(LEADS, '')
    .replace(/^([^()]*)\)$/, '$1') ?? '—';
const LEADS = /^.*?(?:[(+]|\b(?:then|after(?: that)?|thereafter|plus|beyond that)),?\s*(?:then\s+)?(?=\p{Sc})/iu;
