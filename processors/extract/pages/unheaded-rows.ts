import { type Element, signatureOf } from './dom.ts';
import { singleCell } from './grid.ts';
import { isAmount } from './heads-amounts.ts';
import { type Row, textOf } from './plain-header.ts';
import { showsMoney } from './shows-money.ts';

const LONGEST_NAME = 60;
const LONGEST_WORDS = 100;

/**
 * The header that rows of one kind do without: "g1.small | 4 vCPU | €0.05/h". Each begins with a name of its own, goes on with words about it, and has one
 * rate, in the same place in all. Null for anything else: rows of a name and a price are read as lines, and so are cards.
 */
export function unheadedRows(rows: readonly Element[], body: readonly Row[]): Row | null {
  const [first] = rows;
  const width = body[0]?.length ?? 0;
  if (first === undefined || width < 3 || body.length < 2 || body.length !== rows.length) return null;
  if (rows.some((row) => signatureOf(row) !== signatureOf(first))) return null;
  const texts = body.map((row) => row.map(textOf));
  const names = texts.map(([name = '']) => name);
  const isName = (text: string): boolean => /\p{L}/u.test(text) && text.length <= LONGEST_NAME && !isAmount(text);
  if (!names.every(isName) || new Set(names).size < names.length) return null;
  const isWords = (text: string): boolean => text.length <= LONGEST_WORDS && !/\p{L}[.!?。]$/u.test(text);
  const columns = Array.from({ length: width }, (_, column) => texts.map((row) => row[column] ?? ''));
  const priced = columns.filter((cells) => cells.some(showsMoney));
  const [rates] = priced;
  if (
    priced.length !== 1 ||
    rates === undefined ||
    !rates.every((text) => text.length <= LONGEST_NAME && showsMoney(text) && RATE.test(text))
  )
    return null;
  // "5,90 zł / godz." ends with a word cut short, and is no sentence.
  return columns.every((cells) => cells === rates || cells.every(isWords))
    ? columns.map((_, column) => singleCell(column === 0 ? ['Name'] : [], true))
    : null;
}

/** So much per something. */
const RATE = /\d[^\d]{0,8}(?:\/|\bper\b|每)\s*\p{L}/iu;
