import { fold } from '../../normalise/fold.ts';
import type { Line } from './model.ts';
import { isNoPrice } from './no-price.ts';
import type { PageContext } from './page-context.ts';

/** "5,000 free lookups per month (shared by all models), then $14 per 1,000 requests.": a cell, though it ends like a sentence. */
export const isFreeThenPaid = (folded: string): boolean => folded.length <= 140 && FREE_THEN.test(folded);
const FREE_THEN =
  /^(?:first )?[\d.,]+ ?[kmb]? \p{L}.*(?:then|thereafter|after that),? \p{Sc}\s?[\d.,]+\s?(?:\/|per )[^.]{1,40}\.?$/iu;

/** "Input price", "Free of charge", "$0.15": what it costs in the free plan, and what it costs. Without the first. */
export const withoutFreeBefore = (lines: readonly Line[], page: PageContext): readonly Line[] =>
  lines.filter(({ text, level }, index) => {
    const [label, price] = [lines[index - 1], lines[index + 1]];
    const stands = level === 0 && label !== undefined && price !== undefined && isNoPrice(fold(text));
    return !(stands && /^\p{Sc}\s?\d/u.test(fold(price.text)) && page.label(label.text).directions.length === 1);
  });
