import type { Article } from '../analysis.ts';
import { endsInColon, openingOfList } from '../list-opening.ts';
import type { Quantity } from '../quantity.ts';
import { type Rate, rateAfter, type TokenSide } from '../rates.ts';
import type { Reading } from '../reading.ts';
import { hasHan } from '../text.ts';
import { shareOf, tame } from './borrowed.ts';
import { sidesIn } from './meter.ts';

type Rates = Map<Quantity, { rate: Rate; own: boolean }>;

/** What is bought, said ahead of its prices: the month, the hour, the gigabyte and month. */
const UNITS: readonly (readonly [Rate['meter'], RegExp])[] = [
  [
    'storage_gb_month',
    /\b(?:an?|per|each|every|one) (?:gigabyte|gi?b|terabyte|ti?b)(?:[ -](?:a |per |and (?:per )?)?month|\b[^.;:$€£¥]{0,30} (?:a|per|for a) month)\b/,
  ],
  [
    'gpu_hour',
    /\b(?:gpu|card|chip|[a-z]{1,3}\d{2,4}[a-z]?)[- ]hours?\b|\bper (?:gpu|card|chip),? (?:and )?(?:per|an) hour\b/,
  ],
  [
    'hour',
    /\b(?:an|one|per|every|by the) hour\b|\bthe (?:same )?hour (?:costs?|goes|went|runs|comes|is|was|fetche[sd])\b|\bhourly\b/,
  ],
  ['month', /\bmonthly\b|\b(?:a|per|each|every|by the) month\b/],
  ['image', /\b(?:an?|per|each|every|one|by the) (?:[\d.]*[a-z]+ )?(?:image|picture)\b/],
  [
    'token',
    /\b(?:(?:per|a|one|every|each) (?:1 ?)?(?:million|m|thousand|k|1,000)|1k|1m) (?:[a-z]+ )?tokens\b|\btokens\b[^.;:$€£¥]{0,30} (?:per|a|for every|by the) (?:million|thousand)\b/,
  ],
  ['second', /\b(?:a|per|each|every|one|by the) second\b/],
];
const PRICED =
  /\b(?:pric(?:e[sd]?|ing)|rates?|costs?|charg(?:e[sd]?|ing)|rents?|rentals?|fees?|pay|asks?|list(?:s|ed)?|bill(?:s|ed|ing)?|quotes?|quoted|tariffs?|(?:dollars|cents|euros|yuan|usd|eur)(?= per )|(?:an|one|the|same) hour (?:of|on|with|went|goes|sold|rented|runs|comes|is|was|fetche[sd])|(?:an?|one|each|every) [a-z]{1,3}\d{2,4}[a-z]?[- ]hour)\b/;
/** A large sum is no price of an hour or a picture. */
const MOST: Partial<Record<Rate['meter'], number>> = {
  hour: 500,
  gpu_hour: 200,
  image: 20,
  second: 20,
};

/**
 * "Hourly rates for the H200: A $3, B $2.10", "What does an hour cost? $4.99": what is bought stands ahead of its prices, in
 * their English sentence or in the question or the heading above it.
 */
export function unitAhead(article: Article, reading: Reading, money: readonly Quantity[], rates: Rates): void {
  const [first] = money;
  if (!first || hasHan(reading.text) || money.some((q) => !tame(q))) return;
  const lead = reading.text.slice(0, first.start);
  const rate = unitIn(lead, PRICED.test(lead) || PER_COLON.test(lead)) ?? unitAbove(article, reading);
  if (!rate || money.some((q) => Number(q.max ?? q.min) > mostOf(rate))) return;
  for (const q of money) rates.set(q, { rate: { ...shareOf(rate, q), side: rate.side }, own: true });
}
const mostOf = ({ meter, per }: Rate): number =>
  MOST[meter] ?? (meter === 'token' ? 200 : meter === 'storage_gb_month' ? 5 * per : 2000);

/** "H100s per GPU-hour: CoreWeave $2.95, Nebius $2.60": the unit right before the colon. */
const PER_COLON = /(?:^|[ (,])per [a-z\d][\w -]{2,24}\)?: [^:]{2,60}$/;

/** "GPU board (dollars per GPU-hour, on demand)" */
const MONEY_PER = /[(,] ?(?:in |all in )?(?:us )?(?:dollars|cents|euros|pounds|yuan|usd|eur|[$€£]) per /;

/** "Claude Haiku 4.5 (per million tokens)", "H200 — USD per hour", "What to expect per GPU per hour:": a line that ends in the unit of what it heads. */
export const ENDS_IN_UNIT =
  /[([,:—–-] ?(?:(?:all|in|us|usd|us\$|\$|dollars|eur|euros|€|,|values|prices|rates|costs|amounts|figures|are|list|listed|quoted|shown) ?)*\b(?:per|an?(?= (?:month|hour|gigabyte|terabyte|gb|tb)\b)|by the(?= (?:month|hour)\b)) [a-z\d][\w -]{2,28}?(?:,? unless (?:otherwise |\w+ )?(?:noted|stated|specified|said)|,? \(?(?:excl(?:uding|\.)?|before|without|net of|plus|ex|incl(?:uding|\.)?) (?:local )?(?:vat|tax(?:es)?))?[)\]]?:?[*_]*$|\bper [a-z\d][\w -]{2,28}:[*_]*$/;

/** The unit that a question or a line with a colon right above asks for or announces. */
function unitAbove(article: Article, reading: Reading): Rate | null {
  const opening = article.blocks[reading.block]?.kind === 'bullet' ? openingOfList(article, reading) : null;
  if (
    opening &&
    (endsInColon(opening) ||
      article.blocks[opening.block]?.kind === 'heading' ||
      MONEY_PER.test(opening.text) ||
      ENDS_IN_UNIT.test(opening.text.trimEnd())) &&
    !opening.quantities.some((q) => q.unit === 'money')
  )
    return unitOfLine(opening.text) ?? unitBefore(article, opening);
  const above = article.sentences[article.thread.above(reading.index)];
  if (!above) return null;
  const text = article.folded.slice(above.start, above.end).trimEnd();
  const opens = article.blocks[above.block]?.kind === 'heading' || /[?:]["”)*_]*$/.test(text);
  if (!opens || text.length > 200) return null;
  return article.reading(article.thread.above(reading.index)).quantities.some((q) => q.unit === 'money')
    ? null
    : unitOfLine(text);
}

/** "... to $0.0005 per 1K tokens. Over time this amounts to:": of a line that only opens a list of prices, the unit of the sentence it goes on from. */
function unitBefore(article: Article, opening: Reading): Rate | null {
  if (!OVER_TIME.test(opening.text) || article.sentences[opening.index - 1]?.block !== opening.block) return null;
  const rates = article
    .reading(opening.index - 1)
    .quantities.flatMap((q) => (q.unit === 'money' && q.rate ? [q.rate] : []));
  return rates.at(-1) ?? null;
}
const OVER_TIME =
  /\b(?:histor(?:y|ical|ically)|over (?:time|the years)|timeline|since (?:then|launch)|so far|step by step|before that|the steps|looking back|went (?:like this|as follows))\b/;

/** The unit that a line above its prices names, if only at its end. */
export const unitOfLine = (line: string): Rate | null => unitIn(line, ENDS_IN_UNIT.test(line.trimEnd()));

/** The unit of prices that a stretch of a sentence names; null where it speaks of no price, or names none. */
export function unitIn(lead: string, priced = PRICED.test(lead)): Rate | null {
  if (!priced && !PRICED.test(lead)) return null;
  for (const [meter, pattern] of UNITS) {
    const said = pattern.exec(lead);
    if (said && meter === 'token')
      return {
        start: said.index,
        end: said.index,
        meter,
        per: THOUSAND.test(said[0]) ? 1000 : 1_000_000,
        side: sidesIn(said[0], 0, said[0].length)[0]?.side ?? soleSideOf(lead),
      };
    const per = meter === 'storage_gb_month' && /\b(?:terabyte|ti?b)\b/.test(said?.[0] ?? '') ? 1000 : 1;
    if (said) return { start: said.index, end: said.index, meter, per, side: null };
  }
  // "Per million characters: ...", "API calls (dollars per thousand searches)"
  const at = lead.search(COUNTED);
  const rate = at < 0 ? null : rateAfter(` ${lead.slice(at)}`, 0);
  return rate && { ...rate, start: at, end: at };
}
const COUNTED =
  /\bper (?:1 ?)?(?:million|m|thousand|k|1,000|1000) (?:characters|pages|searches|requests|queries|calls|images)\b/;
const THOUSAND = /thousand|1,000|\bk\b|1k/;
/** "Output price per million tokens": the one way of tokens that a line speaks of. */
function soleSideOf(lead: string): TokenSide | null {
  const [only, ...others] = new Set(sidesIn(lead, 0, lead.length).map(({ side }) => side));
  return others.length === 0 ? (only ?? null) : null;
}
