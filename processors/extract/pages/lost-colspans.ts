import { findDirections } from '../../normalise/directions.ts';
import { resolveSpans, type SpannedCell } from './grid.ts';
import { type Row, speaksOfPrices, textOf } from './plain-header.ts';
import { showsMoney } from './shows-money.ts';

/**
 * A header that has fewer cells than the rows below it are wide, because some of them reach over several columns: over the words of a
 * second row ("Model | Short | Long" over "Input | Output | Input | Output"), or over columns that share what they are ("Item" over a kind
 * and a name). Any other rows as they are.
 */
export function withLostColspans(rows: readonly SpannedCell[][]): readonly SpannedCell[][] {
  const [above, second, ...rest] = rows;
  if (above === undefined || second === undefined || !isPlain(above) || above.some(isMoney)) return rows;
  const isDivided = rest.length > 0 && isPlain(second) && second.length > 1 && second.every(isWord);
  const body = isDivided ? rest : [second, ...rest];
  const grid = resolveSpans(body);
  const width = grid[0]?.length ?? 0;
  if (above.length >= width || above.length < 2) return rows;
  const ofMoney = Array.from({ length: width }, (_, column) => grid.some((row) => showsMoney(row[column]?.text ?? '')));
  if (isDivided && second.length < width) {
    const divided = dividedOver(above, second, width, ofMoney);
    if (divided !== null) return [above.map((cell, at) => ({ ...cell, ...reach(divided[at] ?? 1) })), second, ...rest];
  }
  if (isDivided) return rows;
  const wide = wideAmong(above, width, ofMoney);
  const over = width - above.length + 1;
  return wide === null
    ? rows
    : [above.map((cell, at) => (at === wide ? { ...cell, colspan: over } : cell)), second, ...rest];
}

const reach = (over: number): Pick<SpannedCell, 'colspan' | 'rowspan'> =>
  over > 1 ? { colspan: over, rowspan: 1 } : { colspan: 1, rowspan: 2 };

const isPlain = (row: Row): boolean => row.every(({ colspan, rowspan }) => colspan === 1 && rowspan === 1);
const isMoney = (cell: SpannedCell): boolean => showsMoney(textOf(cell));
const isWord = (cell: SpannedCell): boolean =>
  /\p{L}/u.test(textOf(cell)) && !isMoney(cell) && textOf(cell).length <= 60;

/** How many columns each cell reaches over where a row of words divides some of them evenly; null where it does not, or could in several ways. */
function dividedOver(above: Row, below: Row, width: number, ofMoney: readonly boolean[]): readonly number[] | null {
  const dividing = above.length + below.length - width;
  const each = below.length / dividing;
  if (dividing < 1 || !Number.isInteger(each) || each < 2) return null;
  const ways: (readonly number[])[] = [];
  // Those that are divided stand side by side.
  for (let from = 0; from + dividing <= above.length; from++) {
    const over = above.map((_, at) => (at >= from && at < from + dividing ? each : 1));
    const columns = Array.from({ length: below.length }, (_, at) => from + at);
    if (columns.every((column) => ofMoney[column] === true)) ways.push(over);
  }
  if (ways.length < 2) return ways[0] ?? null;
  // "Thinking | Non-thinking" divides what comes out.
  const thinks = below.every((cell) => /think|思考|reasoning/i.test(textOf(cell)));
  const outs = ways.filter((over) =>
    above.some(
      (cell, at) => (over[at] ?? 1) > 1 && findDirections(textOf(cell)).some((one) => one.direction === 'output'),
    ),
  );
  return thinks && outs.length === 1 ? (outs[0] ?? null) : null;
}

/** The cell that reaches over several columns where no second row says it: the one that leaves words of prices over money and others over others. */
function wideAmong(above: Row, width: number, ofMoney: readonly boolean[]): number | null {
  const over = width - above.length;
  const priced = above.map((cell) => speaksOfPrices(textOf(cell)));
  const scores = above.map(
    (_, wide) =>
      ofMoney.filter((isPriced, column) => {
        const head = column <= wide ? column : column <= wide + over ? wide : column - over;
        return priced[head] === isPriced;
      }).length,
  );
  const best = Math.max(...scores);
  return best === width ? scores.indexOf(best) : null;
}
