import type { Article } from '../analysis.ts';
import { isActor } from '../entities.ts';
import type { Quantity } from '../quantity.ts';
import type { Reading } from '../reading.ts';
import type { Amount } from './amount.ts';
import { priceAmounts } from './amounts.ts';
import { whichWasOld } from './old-or-new.ts';

/** "cut this to", "brought it down to": whoever acts, it is the price just told. */
const IT_TAKEN =
  /\b(?:lower|rais|cut|slash|halv|reduc|bring|brought|drop|tak|took|push)(?:ing|e[sd]|s|es|ed|ped)? (?:that|it|this|these|both|the price|the cost) (?:up |down )?to (?:about |just |only )?$/;
const IT_MOVED =
  /^(?:it|that|this|the (?:price|rate|fee)|they) (?:now |then |has |later |will )*(?:went|goes?|gone|rose|rises?|fell|falls?|dropp\w+|jump\w+|climb\w+|com(?:es?|ing)|came|cut|is|becomes?|became|lowered|raised|be) (?:up |down )?to (?:about |just |only )?$/;

/** True where the words before a sum take the price just told to it, whoever does so. */
export const takesItTo = (text: string, to: number): boolean => IT_TAKEN.test(text.slice(0, to));

/** What a sentence opens with that goes on about the price before. */
const TAKES_UP =
  /^(?:but |and |yet )?(?:it|they|that|this|these|those|the (?:same|price|rate|fee|cost|figure|tariff|plan|tier)|now|today|currently|until|till|by|up to|previously|formerly|before|earlier|so far|then|a|two|three|last|since|from|as of|in|on|at) /;

/** A price that moved, told in two sentences. */
interface TakenUp {
  /** The sentence that has the new price. */
  readonly reading: Reading;
  readonly before: Amount;
  readonly after: Amount;
  /** The amount of this sentence. */
  readonly q: Quantity;
}

/**
 * "The plan used to be $3 a month. It went to $10", "Until May it cost $5. The same hour is $4 now": the price of the sentence
 * before and the one of this sentence; null where the sentence takes none up.
 */
export function takenUp(article: Article, reading: Reading, known: readonly Amount[]): TakenUp | null {
  const q: Quantity | undefined = reading.quantities.find((other) => other.unit === 'money' && !other.large);
  if (!q || q.currency === null || !goesOnFrom(article, reading)) return null;
  const own = known.find((amount) => amount.q === q);
  const moves = takesItTo(reading.text, q.start) || IT_MOVED.test(reading.text.slice(0, q.start));
  if (moves ? own?.own || q.rate : !TAKES_UP.test(reading.text) && !NEW_LINE.test(reading.text)) return null;
  if (!isOfTheSame(article, reading)) return null;
  const above = article.reading(article.thread.above(reading.index));
  const last = lastOfWare(above, ofHouse(above, priceAmounts(article, above), reading, q), wareNamed(reading, q));
  if (!last?.own || last.currency !== q.currency) return null;
  if (own && own.meter !== last.meter && own.meter !== 'other' && own.meter !== 'blended') return null;
  const now: Amount = { ...last, q, own: false };
  if (moves) return inOne(reading, last, now, q);
  const old = MOVED_SINCE.test(reading.text.slice(q.end)) ? 'first' : whichWasOld(above, last.q, reading, q);
  if (old === null) return null;
  return old === 'first' ? inOne(reading, last, now, q) : inOne(above, now, last, q);
}

/** "the same contract was quoted at $4.05, a rise of some 30%": it was the other price before. */
const MOVED_SINCE =
  /^[^;.$€£¥]{0,40}?, (?:an? (?:[\w-]+ ){0,2}(?:rise|increase|jump|gain|climb|drop|fall|cut|decline|slide)\b|(?:up|down)(?: by)?(?: about| some| nearly| roughly| more than)* [\d.]+ ?%)/;

/** The old price of another sentence stands where the new one does. */
const inOne = (reading: Reading, before: Amount, after: Amount, q: Quantity): TakenUp => ({
  q,
  reading,
  before: { ...before, q: { ...before.q, start: after.q.start, end: after.q.start } },
  after,
});

const NEW_LINE = /^(?:[-*•] )?new (?:price|rate|fee)s?:/;

/** In one paragraph with the sentence before, or two lines of a sheet: "Old price: $4", "New price: $5". */
function goesOnFrom(article: Article, reading: Reading): boolean {
  const above = article.sentences[article.thread.above(reading.index)];
  if (!above || above.block === reading.block) return above !== undefined;
  return (
    NEW_LINE.test(reading.text) &&
    /^(?:[-*•] )?(?:old|previous|current|former) (?:price|rate|fee)s?:/.test(
      article.folded.slice(above.start, above.end),
    )
  );
}

/** "A month ago the H100 stood at": what a sentence says its price is of. */
const wareNamed = ({ text, entities }: Reading, q: Quantity): string | null => {
  const ware = entities.findLast((e) => (e.kind === 'chip' || e.kind === 'product') && e.end <= q.start);
  return ware ? text.slice(ware.start, ware.end) : null;
};
/** "On RunPod $5.19, on Lambda $4.99. A year ago Lambda wanted $3.79": of the amounts above those of the house that the sentence names. */
function ofHouse(above: Reading, amounts: Amount[], { entities }: Reading, q: Quantity): readonly Amount[] {
  const house = entities.findLast((e) => e.kind === 'organisation' && e.end <= q.start);
  if (!house) return amounts;
  return amounts.filter((amount) => {
    const seller = above.entities.findLast((e) => e.kind === 'organisation' && e.end <= amount.q.start);
    return seller === undefined || seller.slug === house.slug;
  });
}
/** The last amount of a sentence, or the last of those it tells of one ware. */
const lastOfWare = ({ text, entities }: Reading, amounts: readonly Amount[], ware: string | null): Amount | undefined =>
  amounts.findLast(({ q }) => {
    const owner = entities.findLast((e) => (e.kind === 'chip' || e.kind === 'product') && e.end <= q.start);
    return ware === null || owner === undefined || text.slice(owner.start, owner.end).includes(ware);
  });

/** Names nothing but what the sentence before names. */
function isOfTheSame(article: Article, reading: Reading): boolean {
  const above = article.reading(article.thread.above(reading.index));
  return reading.entities.every(
    (e) => !(isActor(e) || e.kind === 'chip') || above.text.includes(reading.text.slice(e.start, e.end)),
  );
}
