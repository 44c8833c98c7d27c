import type { Article } from '../analysis.ts';
import type { Quantity } from '../quantity.ts';
import type { Reading } from '../reading.ts';
import { type Amount, priceAmounts } from './amounts.ts';

const TAKEN_UP =
  /^(?:it|that|this|the (?:price|rate|fee)|they) (?:now |then |has |later |will )*(?:went|goes?|gone|rose|rises?|fell|falls?|dropp\w+|jump\w+|climb\w+|com(?:es?|ing)|came|cut|is|becomes?|became|lowered|raised|be) (?:up |down )?to (?:about |just |only )?$|\b(?:lower|rais|cut|reduc|bring|brought|drop|tak|took|push)(?:ing|e[sd]|s|es|ed|ped)? (?:that|it|this|the price|the cost) (?:up |down )?to (?:about |just |only )?$/;

/**
 * "The plan used to be $3 a month. It went to $10": the price of the sentence before and the one it moved to; null where the
 * sentence takes none up.
 */
export function takenUp(article: Article, reading: Reading, known: readonly Amount[]): [Amount, Amount] | null {
  const q: Quantity | undefined = reading.quantities.find(
    (other) => other.unit === 'money' && other.rate === null && !other.large,
  );
  if (!q || q.currency === null || known.some((amount) => amount.q === q)) return null;
  const above = article.sentences[reading.index - 1];
  if (above?.block !== reading.block || !TAKEN_UP.test(reading.text.slice(0, q.start))) return null;
  const before = priceAmounts(article, article.reading(reading.index - 1)).at(-1);
  if (!before?.own || before.currency !== q.currency) return null;
  return [before, { ...before, q, own: false }];
}
