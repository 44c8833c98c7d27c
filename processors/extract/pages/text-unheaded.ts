import { fold } from '../../normalise/fold.ts';
import { findAmounts } from './amounts.ts';
import { resolveSpans, type SpannedCell, singleCell } from './grid.ts';
import type { Grid } from './model.ts';
import type { PageContext } from './page-context.ts';
import { isCell, type Token } from './text-tokens.ts';

/** So many rows must be alike. */
const FEWEST = 2;
const WIDEST = 8;

/**
 * Rows in a text copy whose header stands elsewhere or nowhere: "Storage", "Free", "$0.12 / GB", "$0.10 / GB", each a label and equally many
 * values, their units beside them. Null where none start here.
 */
export function unheadedTable(
  tokens: readonly Token[],
  at: number,
  page: PageContext,
): { grid: Grid; next: number } | null {
  if (!isCell(tokens[at + 1])) return null;
  const width = valuesAt(tokens, at + 1).length;
  if (width < 2 || width > WIDEST) return null;
  const rows: { label: Token; values: readonly Token[] }[] = [];
  let next = at;
  for (; ; next += 1 + width) {
    const label = tokens[next];
    const values = valuesAt(tokens, next + 1);
    if (label === undefined || !mayLabel(label) || values.length !== width) break;
    rows.push({ label, values });
  }
  const priced = rows.filter(({ values }) => values.filter((token) => saysUnit(token, page)).length > 1);
  if (priced.length < FEWEST || new Set(rows.map(({ label }) => label.folded)).size < rows.length) return null;
  const cells = priced.map(({ label, values }): SpannedCell[] => [
    singleCell([label.text], false),
    ...values.map((token) => singleCell([token.text], false)),
  ]);
  return { grid: { rows: resolveSpans(cells), caption: null }, next };
}

const valuesAt = (tokens: readonly Token[], from: number): readonly Token[] => {
  let end = from;
  while (isCell(tokens[end])) end++;
  return tokens.slice(from, end);
};

const mayLabel = ({ money, empty, bare, sentence, level, folded, label }: Token): boolean =>
  !money &&
  !empty &&
  !bare &&
  !sentence &&
  level === 0 &&
  folded.length <= 60 &&
  label.directions.length === 0 &&
  label.residue.length > 1;

const saysUnit = ({ money, text }: Token, page: PageContext): boolean =>
  money && findAmounts(fold(text), page.currencies).some(({ unit }) => unit !== null);
