import { isCell, type Token } from './text-tokens.ts';

/** At most so many columns with headers no vocabulary knows. */
const MOST = 3;
/** So many records must agree before their number of cells says where the header ends. */
const AGREED = 3;

/** How many cells a record has in front of its prices, and how many prices. */
interface Shape {
  /** The first of them; behind the prices of the record above where those are not its last cells. */
  readonly first: Token;
  readonly words: number;
  readonly prices: number;
}

/**
 * A header with the columns at its end whose words are not known ("As low as", "Units per $1"): where all records below have the same number
 * of cells, it tells how many of them the header takes, and whether they stand over prices or behind them.
 */
export function withUnknownHeads(
  tokens: readonly Token[],
  start: number,
  end: number,
): { tokens: readonly Token[]; end: number } {
  const known = { tokens, end };
  let priced = 0;
  while (priced < end - start && tokens[end - 1 - priced]?.priceHead) priced++;
  if (priced === 0) return known;
  for (let unknown = 1; unknown <= MOST && mayHead(tokens[end + unknown - 1]); unknown++) {
    const [first, ...others] = shapesFrom(tokens, end + unknown);
    const [usual] = others;
    if (first === undefined || usual === undefined || others.length < AGREED) continue;
    if (!others.every(({ words, prices }) => words === usual.words && prices === usual.prices)) continue;
    const overPrices = first.words === usual.words && usual.prices === priced + unknown;
    // Whether a cell belongs to the record above or to the one below is told by what it holds: numbers are no names.
    const behind =
      first.words + unknown === usual.words &&
      usual.prices === priced &&
      others.every((shape) => /^\d/.test(shape.first.folded)) &&
      !/^\d/.test(first.first.folded) &&
      !/^\d/.test(tokens[end]?.folded ?? '');
    if (!overPrices && !behind) continue;
    const heads = tokens
      .slice(end, end + unknown)
      .map((token): Token => ({ ...token, head: true, priceHead: overPrices }));
    return { tokens: tokens.toSpliced(end, unknown, ...heads), end: end + unknown };
  }
  return known;
}

const mayHead = (token: Token | undefined): boolean =>
  token !== undefined && !isCell(token) && !token.bare && !token.sentence && !token.head && token.folded.length <= 40;

/** The shapes of the first records from a place on. */
function shapesFrom(tokens: readonly Token[], from: number): Shape[] {
  const shapes: Shape[] = [];
  let at = from;
  while (shapes.length <= AGREED) {
    const start = at;
    while (at < tokens.length && at - start <= 12 && !isCell(tokens[at])) at++;
    const words = at - start;
    while (isCell(tokens[at])) at++;
    const [first] = tokens.slice(start, at);
    if (first === undefined || at - start === words) break;
    shapes.push({ first, words, prices: at - start - words });
  }
  return shapes;
}
