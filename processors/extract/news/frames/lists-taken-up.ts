import type { Article } from '../analysis.ts';
import { isActor } from '../entities.ts';
import type { Quantity } from '../quantity.ts';
import type { Reading } from '../reading.ts';
import { hasHan } from '../text.ts';
import type { Amount } from './amount.ts';
import { priceAmounts } from './amounts.ts';
import { whichWasOld } from './old-or-new.ts';
import { takesItTo } from './taken-up.ts';

/** What a sentence opens with that goes on about the prices before. */
const TAKES_UP =
  /^(?:but |and |yet )?(?:it|they|these|those|both|the (?:same|old|new|previous|former)|now|today|currently|until|till|up to|previously|formerly|before|earlier|so far|then|last|since|from|as of)\b/;
/** Between two sums of a list. */
const JOINT = /^(?: (?:for )?(?:input|output|in|out))?(?:,| and|,? and| ?\/) ?(?:about |just )?$/;

interface Moved {
  /** Where the new prices stand. */
  readonly reading: Reading;
  readonly pairs: readonly (readonly [Amount, Amount])[];
  /** The sums of this sentence. */
  readonly sums: readonly Quantity[];
}

/**
 * "Haiku is $0.80 in and $4 out. Until last week these were $1 and $5.": the prices of the sentence before and as many of this one,
 * which pair one by one; null where the sentence takes up none.
 */
export function listsTakenUp(article: Article, reading: Reading): Moved | null {
  const { text } = reading;
  const sums = reading.quantities.filter((q) => q.unit === 'money' && !q.large);
  const [first] = sums;
  const taken = first !== undefined && sums.length > 1 && takesItTo(text, first.start);
  if (hasHan(text) || !(taken || TAKES_UP.test(text))) return null;
  if (!first || sums.length < 2 || sums.length > 4 || !inRow(text, sums)) return null;
  const index = article.thread.above(reading.index);
  if (article.sentences[index]?.block !== reading.block) return null;
  const above = article.reading(index);
  if (
    !taken &&
    reading.entities.some((e) => (isActor(e) || e.kind === 'chip') && !above.text.includes(text.slice(e.start, e.end)))
  )
    return null;
  const told = priceAmounts(article, above);
  const last = told.at(-1);
  if (told.length !== sums.length || !last || told.some((a) => a.currency !== first.currency)) return null;
  const old = taken ? 'first' : whichWasOld(above, last.q, reading, first);
  if (old === null) return null;
  // The sums of one sentence are told as if they stood in the other.
  const at = (one: Quantity, { start }: Quantity): Quantity => ({ ...one, start, end: start });
  return {
    reading: old === 'first' ? reading : above,
    sums,
    pairs: told.flatMap((amount, i): (readonly [Amount, Amount])[] => {
      const q = sums[i];
      if (!q) return [];
      const here: Amount = { ...amount, q, own: false };
      return old === 'first'
        ? [[{ ...amount, q: at(amount.q, q) }, here]]
        : [[{ ...here, q: at(q, amount.q) }, amount]];
    }),
  };
}

const inRow = (text: string, sums: readonly Quantity[]): boolean =>
  sums.every((q, i) => {
    const before = sums[i - 1];
    return before === undefined || (before.currency === q.currency && JOINT.test(text.slice(before.end, q.start)));
  });
