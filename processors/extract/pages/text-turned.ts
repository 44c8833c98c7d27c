import { headRole } from './columns.ts';
import { resolveSpans, type SpannedCell, singleCell } from './grid.ts';
import type { Grid } from './model.ts';
import { FAMILY } from './names.ts';
import type { Token } from './text-tokens.ts';

const LONGEST = 60;

/**
 * A table on its side in a text copy: "Model", the names, then rows of a label and as many amounts as there are names.
 * Rows of anything else in between are passed over. Null where none starts here.
 */
export function turnedTable(tokens: readonly Token[], at: number): { grid: Grid; next: number } | null {
  const corner = tokens[at];
  if (corner === undefined || !corner.head || !/^(?:product|meter)$/.test(headRole(corner.folded) ?? '')) return null;
  let names = 0;
  while (names < 8 && isName(tokens[at + 1 + names])) names++;
  if (names < 2) return null;
  for (let width = names; width >= 2; width--) {
    const found = rowsUnder(tokens, at, width);
    if (found !== null) return found;
  }
  return null;
}

const isName = (token: Token | undefined): boolean =>
  token !== undefined &&
  !token.money &&
  !token.bare &&
  !token.empty &&
  token.folded.length <= 50 &&
  !token.label.isVocabulary &&
  !token.head &&
  !token.label.measure &&
  /\p{L}{2}/u.test(token.folded);

function rowsUnder(tokens: readonly Token[], at: number, width: number): { grid: Grid; next: number } | null {
  const rows: SpannedCell[][] = [
    [
      cell('', true),
      cell(tokens[at]?.text ?? '', true),
      ...tokens.slice(at + 1, at + 1 + width).map((token) => cell(token.text, true)),
    ],
  ];
  let next = at;
  let group = '';
  /** The group says which way the tokens go. */
  let ofWay = false;
  let passed = 0;
  let full = 0;
  for (let index = at + 1 + width; index < tokens.length && passed < LONGEST; ) {
    const label = tokens[index];
    if (label === undefined) break;
    const prices = pricesOf(tokens, index, width);
    const directed = label.label.directions.length > 0;
    const labelled = directed || (label.label.unit !== null && label.label.currency !== null);
    // "1M input tokens" over "Off-peak", two prices, "Peak", two prices.
    const inGroup = label.label.mode !== null && ofWay;
    if (!label.money && (labelled || inGroup) && label.folded.length <= 60 && prices !== null) {
      rows.push([cell(group, false), cell(label.text, false), ...prices.cells.map((token) => cell(token.text, false))]);
      index += 1 + prices.taken;
      if (prices.taken === width) full++;
      next = index;
      passed = 0;
      continue;
    }
    // What stands over rows of prices may say their mode: "Standard price", "Off-peak"; or which way, over rows of modes.
    if ((label.label.mode !== null || (directed && !label.sentence)) && label.folded.length <= 60) {
      group = label.text;
      ofWay = directed;
    }
    if (label.level > 0 && label.level < 3) break;
    index++;
    passed++;
  }
  // Links under "Products" and one amount after the other are no columns: some row has an amount for each, or the names stand in a table.
  const areModels = tokens.slice(at + 1, at + 1 + width).filter(isModel).length * 2 > width;
  const isTable = full > 0 || (areModels && isSide(tokens[at], tokens[at + 1 + width]));
  return rows.length < 3 || !isTable ? null : { grid: { rows: resolveSpans(rows), caption: null }, next };
}

/** "Models", "Docs", "Console" are links. */
const isModel = ({ folded }: Token): boolean => FAMILY.test(folded) || /\d|[a-z]-[a-z]/i.test(folded);

/** "Model", the names, "Context length": the label of another row comes next. */
const isSide = (corner: Token | undefined, next: Token | undefined): boolean =>
  /^(?:models?|模型|モデル|모델)$/i.test(corner?.folded ?? '') &&
  next !== undefined &&
  (next.head || next.label.measure) &&
  next.label.directions.length === 0;

/** The amounts of a row: one per product, or one that spans them all. */
function pricesOf(
  tokens: readonly Token[],
  label: number,
  width: number,
): { cells: readonly Token[]; taken: number } | null {
  const isPrice = (token: Token | undefined) =>
    token !== undefined && (token.money || token.empty || (token.bare && tokens[label]?.label.currency !== null));
  const run: Token[] = [];
  for (let at = label + 1; at < tokens.length && isPrice(tokens[at]) && run.length <= width; at++)
    run.push(...tokens.slice(at, at + 1));
  if (!run.some((token) => !token.empty)) return null;
  if (run.length === width) return { cells: run, taken: width };
  const [only] = run;
  return run.length === 1 && only?.money ? { cells: Array.from({ length: width }, () => only), taken: 1 } : null;
}

const cell = (text: string, header: boolean): SpannedCell => singleCell(text === '' ? [] : [text], header);
