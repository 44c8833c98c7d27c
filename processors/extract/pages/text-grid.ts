import { resolveSpans, type SpannedCell, singleCell } from './grid.ts';
import type { Grid } from './model.ts';
import { headOfConditions } from './text-conditions.ts';
import type { Token } from './text-tokens.ts';

/** A record under the columns of its table. */
export interface Row {
  readonly sections: readonly Token[];
  /** Its name is one of several over the same amounts. */
  readonly shared: boolean;
  /** Cells by column of words; several where a cell has several lines. */
  readonly words: readonly (readonly Token[])[];
  readonly prices: readonly (readonly Token[])[];
  readonly condition?: Token;
}

/** Lines of a text copy as the table they were. */
export interface Fit {
  readonly header: readonly Token[];
  /** Columns of words (null: one without a header) in front of the prices, prices, and columns behind them. */
  readonly front: readonly (Token | null)[];
  readonly priced: readonly Token[];
  /** The header that spans the priced columns. */
  readonly group: Token | null;
  readonly rows: readonly Row[];
  readonly next: number;
  readonly score: number;
}

export function gridOf(fit: Fit): Grid {
  const cell = (tokens: readonly (Token | null)[], header: boolean, colspan = 1): SpannedCell => ({
    lines: tokens.flatMap((token) => (token === null ? [] : [token.text])),
    header,
    colspan,
    rowspan: 1,
  });
  const conditions = fit.rows.flatMap(({ condition }) => condition ?? []);
  const hasConditions = conditions.length > 0;
  const width = fit.front.length + fit.priced.length + (hasConditions ? 1 : 0);
  const rows: SpannedCell[][] = [
    [
      ...fit.front.map((token) => cell([token], true)),
      ...(hasConditions ? [singleCell([headOfConditions(conditions)], true)] : []),
      ...fit.priced.map((token) => cell([fit.group, token], true)),
    ],
  ];
  for (const row of fit.rows) {
    if (row.sections.length > 0) rows.push([cell(row.sections, false, width)]);
    rows.push([
      ...row.words.map((tokens) => cell(tokens, false)),
      ...(hasConditions ? [cell([row.condition ?? null], false)] : []),
      ...row.prices.map((tokens) => cell(tokens, false)),
    ]);
  }
  return { rows: resolveSpans(rows), caption: null };
}
