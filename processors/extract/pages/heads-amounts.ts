import { isNoPrice } from './no-price.ts';
import { showsMoney } from './shows-money.ts';

/** What a cell of a table made of plain elements holds, as far as a look tells: an amount, something in place of one, words, nothing. */
type Kind = 'amount' | 'none' | 'words' | 'blank';

const NUMBER = /^[^\p{L}\d]{0,4}\d[\d.,\s]*(?![\p{L}\p{N}\s.,])/u;

/** True for a cell of an amount: money, or a number that its header may make money. */
export const isAmount = (text: string): boolean => kindOf(text) === 'amount';

/** What goes on from the amount before it. */
const PER = /^(?:\/|per\b|每)/i;

const WORDS = /\p{L}{2}|\p{Script=Han}/u;

const kindOf = (text: string): Kind =>
  text === ''
    ? 'blank'
    : isNoPrice(text)
      ? 'none'
      : NUMBER.test(text) || showsMoney(text)
        ? 'amount'
        : WORDS.test(text)
          ? 'words'
          : 'blank';

/**
 * True where a row heads the rows below it in whatever language: words over columns of amounts, and names in the first column.
 * Two columns are a list of labels and values as well, two rows the lines of one card: three are asked for.
 */
export function headsAmounts(row: readonly string[], below: readonly (readonly string[])[]): boolean {
  if (row.length < 3 || below.length < 2) return false;
  // What keeps a label from its value is no column.
  if (row.filter((text, at) => text !== '' || below.some((one) => one[at] !== '')).length < 3) return false;
  const [corner = '', ...heads] = row;
  if (row.some((text) => text.length >= 60) || row.some(showsMoney)) return false;
  if (kindOf(corner) === 'amount' || kindOf(corner) === 'none') return false;
  // "Input | ¥2 | /M tokens" under "Orca 3 | Chat | 128K": the parts of one line of a card.
  if (below.every((one) => one.some((text, at) => at > 1 && PER.test(text) && kindOf(one[at - 1] ?? '') === 'amount')))
    return false;
  let columns = 0;
  for (const [index, head] of heads.entries()) {
    const kinds = below.map((one) => kindOf(one[index + 1] ?? '')).filter((kind) => kind !== 'blank');
    const amounts = kinds.filter((kind) => kind === 'amount').length;
    if (amounts * 2 <= kinds.filter((kind) => kind !== 'none').length) continue;
    if (kindOf(head) !== 'words') return false;
    columns++;
  }
  return columns > 0;
}
