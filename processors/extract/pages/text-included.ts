import { resolveSpans, type SpannedCell, singleCell } from './grid.ts';
import type { Grid } from './model.ts';
import type { Token } from './text-tokens.ts';

/** So many rows must say what is included before what more costs. */
const FEWEST = 3;
/** A row has no more cells, and a copy no more rows. */
const WIDEST = 24;
const LONGEST = 200;

/** "Unlimited", "5M tokens/mo included", "Up to 10": what a plan comes with. */
const INCLUDED = /^unlimited\b|\bincluded\b|^up to \d/i;

/** A label, and what stands below it for each plan. */
interface Row {
  readonly label: Token;
  readonly values: readonly Token[];
}

/**
 * Rows of a comparison of plans in a text copy whose header stands elsewhere: "Uploads", "2 GB included", "Unlimited", "$3 / GB", "Unlimited",
 * "$3 / GB", each a label and for each plan what it comes with, and below that what it costs, empty cells dropped. Their sections and what they cost are
 * the table. Null where none start here.
 */
export function tableOfIncluded(tokens: readonly Token[], at: number): { grid: Grid; next: number } | null {
  if (!mayLabel(tokens[at])) return null;
  const rows: (Row | Token)[] = [];
  let next = at;
  let end = at;
  for (
    let label = tokens[next];
    label !== undefined && mayLabel(label) && rows.length < LONGEST;
    label = tokens[next]
  ) {
    const values = valuesFrom(tokens, next + 1);
    // A label over labels is the name of a section; several in a row are something else.
    const below = tokens[next + 1];
    if (values.length === 0 && (!mayLabel(below) || valuesFrom(tokens, next + 2).length === 0)) break;
    rows.push(values.length === 0 ? label : { label, values });
    next += 1 + values.length;
    if (values.some(({ money }) => money)) end = next;
  }
  const priced = rows.filter((row): row is Row => 'values' in row && row.values.some(({ money }) => money));
  if (priced.filter(({ values }) => amountsBeyond(values) > 0).length < FEWEST) return null;
  const width = 1 + Math.max(...priced.map((row) => amountsOf(row).length));
  const cells = rows.flatMap((row): SpannedCell[][] => {
    if (!('values' in row)) return [[{ lines: [row.text], header: false, colspan: width, rowspan: 1 }]];
    const amounts = amountsOf(row);
    return amounts.length === 0 ? [] : [[row.label.text, ...amounts].map((text) => singleCell([text], false))];
  });
  return { grid: { rows: resolveSpans(cells), caption: null }, next: end };
}

/** True where enough cells say what is included over what more costs, for such rows to be looked for. */
export const saysIncluded = (tokens: readonly Token[]): boolean => amountsBeyond(tokens) >= FEWEST;

const amountsBeyond = (tokens: readonly Token[]): number =>
  tokens.filter(({ money }, index) => money && INCLUDED.test(tokens[index - 1]?.folded ?? '')).length;

/** What it costs, said once where it is the same under several plans. */
const amountsOf = ({ values }: Row): readonly string[] => [
  ...new Set(values.filter(({ money }) => money).map(({ text }) => text)),
];

function valuesFrom(tokens: readonly Token[], from: number): readonly Token[] {
  let end = from;
  while (end - from < WIDEST && isValue(tokens[end])) end++;
  return tokens.slice(from, end);
}

const isValue = (token: Token | undefined): boolean =>
  token !== undefined &&
  !token.sentence &&
  (token.money || token.empty || token.bare || /^\d/.test(token.folded) || INCLUDED.test(token.folded));

const mayLabel = (token: Token | undefined): boolean =>
  token !== undefined && !isValue(token) && !token.sentence && token.level === 0 && token.folded.length <= 60;
