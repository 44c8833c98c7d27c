import { type SpannedCell, singleCell } from './grid.ts';
import { type Row, speaksOfPrices, textOf } from './plain-header.ts';
import { showsMoney } from './shows-money.ts';

/** Columns of names before the prices. */
const MOST_NAMES = 3;

/**
 * A header of two rows whose first has lost its spans: "Short | Long" over "Model | Input | Output | Input | Output". The words below
 * repeat once for each word above: every one of those heads as many columns. Any other rows as they are.
 */
export function withLostSpans(written: readonly SpannedCell[][]): readonly SpannedCell[][] {
  const rows = withRepeatedHeads(written);
  const [above, below, ...body] = rows;
  if (above === undefined || below === undefined || body.length === 0) return rows;
  if (below.length < 5 || above.length > below.length || above.some(isSpanning) || below.some(isSpanning)) return rows;
  const texts = below.map(textOf);
  if (texts.some(showsMoney) || !texts.some(speaksOfPrices)) return rows;
  for (let names = 1; names <= MOST_NAMES; names++) {
    const filled = above.filter(({ lines }) => lines.length > 0);
    const heads = headsOf(filled, names, texts.slice(names));
    if (heads.length === 0) continue;
    const lead = filled.slice(0, filled.length - heads.length);
    const corner = Array.from({ length: names }, (_, index) => lead[index] ?? singleCell([], true));
    const colspan = (texts.length - names) / heads.length;
    return [[...corner, ...heads.map((head) => ({ ...head, colspan }))], below, ...body];
  }
  return rows;
}

/** "Model | Price | Price" over "| On-demand | Spot": a head that is written again over each of the columns that it spans is one. */
function withRepeatedHeads(rows: readonly SpannedCell[][]): readonly SpannedCell[][] {
  const [above = [], below = [], ...body] = rows;
  const isAgain = (at: number): boolean => {
    const text = textOf(above[at] ?? NOTHING);
    return at > 1 && text !== '' && text === textOf(above[at - 1] ?? NOTHING);
  };
  if (above.length !== below.length || !above.some((_, at) => isAgain(at)) || above.some(isSpanning)) return rows;
  const texts = below.map(textOf);
  if (texts.some((text) => /^\W*\d[\d.,]*\W*$/.test(text) || showsMoney(text))) return rows;
  if (!above.every((_, at) => !isAgain(at) || (texts[at] !== '' && texts[at] !== texts[at - 1]))) return rows;
  const heads = above.flatMap((cell, at) => {
    if (isAgain(at)) return [];
    let colspan = 1;
    while (isAgain(at + colspan)) colspan++;
    return [{ ...cell, colspan }];
  });
  return [heads, below, ...body];
}
const NOTHING = singleCell([], true);

const isSpanning = ({ colspan, rowspan }: SpannedCell): boolean => colspan !== 1 || rowspan !== 1;

/** The words above that head as many columns each; none where the words below do not repeat. */
function headsOf(filled: Row, names: number, texts: readonly string[]): Row {
  const tails = Array.from({ length: names + 1 }, (_, lead) => filled.slice(lead));
  const found = tails.find((heads) => {
    const size = texts.length / heads.length;
    const repeats = texts.every((text, at) => text !== '' && text === texts[at % size]);
    return heads.length > 1 && size > 1 && Number.isInteger(size) && repeats && new Set(texts).size === size;
  });
  return found ?? [];
}
