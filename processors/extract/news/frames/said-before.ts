import type { Article } from '../analysis.ts';
import type { Quantity } from '../quantity.ts';
import type { Rate, TokenSide } from '../rates.ts';
import type { Reading } from '../reading.ts';
import { hasHan, matches } from '../text.ts';
import { shareOf, tame } from './borrowed.ts';
import { sidesIn } from './meter.ts';
import { plansAtLarge } from './plans-at-large.ts';
import { unitIn } from './unit-ahead.ts';

type Rates = Map<Quantity, { rate: Rate; own: boolean }>;

/** What a house does with a price, or how a price is joined to its thing, right before the sum. */
const OFFERED =
  /\b(?:ask(?:s|ed|ing)?|charg(?:es?|ed|ing)|cost(?:s|ing)?|want(?:s|ed|ing)?|bill(?:s|ed|ing)?|tak(?:es|ing)|sell(?:s|ing)?|list(?:s|ed|ing)?|quot(?:es?|ed|ing)|offer(?:s|ed|ing)?|rent(?:s|ed|ing)?|demand(?:s|ed|ing)?|fetch(?:es|ed)?|averag(?:es|ed|ing)(?= between )|hit|touched|reached|is|are|was|were|remains?|stays?|at|for|pays?|paid|pric(?:es|ed|ing)|comes?|runs?|goes|costs you|sets? you back|than|to|under|below|over|above)(?: (?:it|them|one|both))?(?: (?:at|for|from|to|in at|between))?(?: (?:just|only|about|around|roughly|nearly|some|a flat|a mere|a modest|the same|still|now|bottom at|as little as|exactly|less than|more than))* ?$/;
/** "Lambda, $2.99", "Deutsche Telekom €3.15", "Claude Pro (€18)": a name and its sum. */
const NAMED =
  /(?:^|[\s(])[A-Z][\w.+-]*(?: (?:[A-Z\d][\w.+-]*|mini|nano|pro|max|plus|lite|flash|turbo|air)){0,4}(?:, too)?[,:]? ?[(–—-]? ?$/;
/** Sums of something else than an offer. */
const NO_OFFER =
  /\b(?:sav|spen[dt]|budget|bills? (?:of|for|came|comes)|invoice|(?:your|our|my|the|a|monthly|total|their|its) (?:\w+ )?bill\b|total|credit|revenue|rais|valu|worth|fund|shares?\b|stock|invest|earn|profit|loss|fine|tax|discount|deposit|bonus|refund|cap(?:ped)?\b|limit|by (?:another |a further )?$|extra|test|order|deal|contract|round|debt)/;
const NO_PRICE_BEHIND =
  /^ (?:more|less|off|cheaper|dearer|extra|apart|(?:in|of|worth of) (?:savings?|credits?|revenue|sales|cash|funding|spending|compute|annual|tokens|usage)|(?:m|b|tr)illion|a share|per share)\b|^[.,]?\d/;
/** What takes up the thing priced before, where it is not named again. */
const THE_SAME =
  /\b(?:it|they|that|one|this|the (?:[\w-]+ ){0,2}(?:rates?|prices?|rents?|plan|tier|version|model|card|output|input))\b/;

/** How far one price may be from another of the same meter. */
const SPREAD: Partial<Record<Rate['meter'], number>> = { token: 60, hour: 25, gpu_hour: 25, month: 30, year: 30 };
const near = (a: Quantity, b: Quantity, meter: Rate['meter']): boolean => {
  const ratio = Number(a.max ?? a.min) / Number(b.max ?? b.min);
  const spread = SPREAD[meter] ?? 20;
  return ratio > 1 / spread && ratio < spread;
};

/**
 * "Azure wants $7 per GPU-hour where Google Cloud wants $3", "Claude Pro, too, is $20", "Cloudflare's R2 asks $0.015": a sum that
 * an offer or a name leads up to is per what the price before it is per, in this sentence or one of the last, unless the words
 * around it say that it is no price or it is far from that price.
 */
export function rateOfOthers(article: Article, reading: Reading, money: readonly Quantity[], rates: Rates): void {
  if (money.every((q) => rates.has(q)) || hasHan(reading.text)) return;
  for (const [i, q] of money.entries()) {
    if (rates.has(q) || q.rate !== null || !tame(q) || !isOffer(article, reading, q, money[i - 1])) continue;
    const donor = money.findLast((other) => other.start < q.start && rates.has(other)) ?? null;
    const rate = donor && rates.get(donor)?.rate;
    if (donor && rate) {
      if (donor.currency === q.currency && near(q, donor, rate.meter) && !isSeat(reading, q, rate))
        share(reading, q, rate, donor, rates);
      continue;
    }
    const above = priceAbove(article, reading, q);
    if (above) rates.set(q, { rate: { ...shareOf(above.rate, q), side: above.side }, own: false });
  }
}

function share(reading: Reading, q: Quantity, rate: Rate, donor: Quantity, rates: Rates): void {
  const behind = sidesIn(reading.text, q.end, q.end + 24).length > 0;
  const between = sidesIn(reading.text, Math.max(donor.end, rate.end), q.start).length > 0;
  const side = rate.meter === 'token' && !behind && !between ? (rate.side ?? sideBefore(reading, donor)) : null;
  rates.set(q, { rate: { ...shareOf(rate, q), side }, own: false });
}

const sideBefore = (reading: Reading, { end, rate }: Quantity): TokenSide | null =>
  rate?.side ?? sidesIn(reading.text, 0, Math.max(end, rate?.end ?? 0)).at(-1)?.side ?? null;

/** Something is offered at this sum: an offer leads up to it, or a name of its own. */
function isOffer(article: Article, reading: Reading, q: Quantity, previous: Quantity | undefined): boolean {
  const { text, original } = reading;
  const from = Math.max(previous?.end ?? 0, q.start - 70);
  const lead = text.slice(from, q.start);
  if (NO_OFFER.test(lead) || NO_PRICE_BEHIND.test(text.slice(q.end, q.end + 24))) return false;
  if (NAMED.test(original.slice(from, q.start))) return true;
  // "$0.55 per million, against $3 for Claude Sonnet 5"
  if (previous && BESIDE.test(lead)) return true;
  // "- 2025: drifts to ~$2.30 (marketplace)": an item of a list of prices.
  if (isBullet(article, reading) && ITEM.test(lead)) return true;
  if (plansAtLarge(article, reading, q) !== null) return true;
  if (!OFFERED.test(lead)) return false;
  return (
    THE_SAME.test(lead) ||
    // "A cache hit is billed at $0.15": another side of what was priced above.
    sidesIn(text, from, q.start).length > 0 ||
    matches(/[A-Z][\w.]*/g, original.slice(from, q.start)).some(
      (m) => !/^(?:I|It|The|In|On|At|For|And|But|By|As|An?)$/.test(m[0]),
    )
  );
}

/** A seat, a plan or a subscription is not paid by the token. */
const isSeat = ({ text }: Reading, { start }: Quantity, rate: Rate): boolean =>
  rate.meter === 'token' && SEAT.test(text.slice(Math.max(0, start - 40), start));
const SEAT = /\b(?:seats?|plans?|subscriptions?|memberships?|licen[cs]es?)\b[^;.$€£¥]*$/;
/** The monthly price that the sentence above another told. */
function seatAbove(article: Article, index: number): Rate | undefined {
  const above = article.thread.above(index);
  const sentence = article.sentences[above];
  return sentence && sentence.block === article.sentences[index]?.block
    ? (article.reading(above).quantities.find((q) => q.rate?.meter === 'month')?.rate ?? undefined)
    : undefined;
}

const isBullet = (article: Article, { block }: Reading): boolean => article.blocks[block]?.kind === 'bullet';
const BESIDE = /\b(?:versus|vs\.?|against|compared (?:with|to)) (?:about |around )?$/;
const ITEM = /(?:[:—–-]|\b(?:to|at|is|was|around|about|near)) ?~?$/;

/** "Spot H200: $2.74", a line of a list without marks. */
const LABELLED = /^[^:;,.$€£¥]{2,40}: ?[$€£¥][\d.]+(?: ?(?:\/|per |an? )[^;]{1,40})?$/;
/** So many sentences above may say what a sum is per; so many lines of a list. */
const REACH = 3;
const LINES = 12;

/** The price that the sentences above lead up to with, at most three back, or the lines of its list; each between names a sum as well. */
function priceAbove(article: Article, reading: Reading, q: Quantity): { rate: Rate; side: TokenSide | null } | null {
  const listed = LABELLED.test(reading.text);
  const between: Quantity[] = [];
  for (const i of article.thread.before(reading.index, listed ? LINES : REACH)) {
    const above = article.reading(i);
    const inList = isBullet(article, reading) && isBullet(article, above);
    if (listed ? !LABELLED.test(above.text) : above.block !== reading.block && !inList) return null;
    const money = above.quantities.filter((other) => other.unit === 'money' && other.currency === q.currency);
    if (money.length === 0) return null;
    const priced = money.findLast((other) => other.rate !== null && !other.large) ?? money[0];
    const rate = priced && (priced.rate ?? unitIn(above.text.slice(0, priced.start)));
    between.push(...money);
    if (!rate) continue;
    // "tokens cost $0.80 and $4 per million. Enterprise seats, at $45, stay.": no tokens; by the month, where that was told.
    if (isSeat(reading, q, rate)) {
      const monthly = money.find((other) => other.rate?.meter === 'month')?.rate ?? seatAbove(article, i);
      return monthly ? { rate: monthly, side: null } : null;
    }
    // "$60 in 2023, then $10, and now 30 cents": each is near the one before it.
    if (rate.meter === 'other' || !between.some((other) => near(q, other, rate.meter))) return null;
    const sides = new Set(sidesIn(above.text, 0, above.text.length).map(({ side }) => side));
    const own = sidesIn(reading.text, 0, reading.text.length).length > 0;
    return { rate, side: rate.meter === 'token' && !own && sides.size === 1 ? ([...sides][0] ?? null) : null };
  }
  return null;
}
