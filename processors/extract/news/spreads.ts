import type { Entity } from './entities.ts';
import { PRICE_DOWN, PRICE_UP } from './lexicon.ts';
import type { Quantity } from './quantity.ts';

/** "ranges from", "anywhere from", "varies between", "has not moved from": what stands right before the lower end of a spread. */
const SPREADS =
  /\b(?:rang(?:e[sd]?|ing)|var(?:y|ies|ied|ying)|span(?:s|ned|ning)?|stretch(?:es|ed|ing)?|spread(?:s|ing)?|differ(?:s|ed|ing)?|extend(?:s|ed|ing)?|run(?:s|ning)?|anywhere|anything|(?:not|n't) (?:moved?|changed?|budged?|shifted)|unchanged|unmoved|(?:hikes|increases|rises|cuts|discounts)(?= from))(?: (?:widely|wildly|greatly|all the way|now|today|currently|on [\w -]{3,20}|by [\w -]{3,20}))*,? (from|between) (?:about |around |roughly |just |as little as |as low as |a low of |under |~)*$/;
/** "offers the H200 from $3.20 to $4.10 an hour": an offer between two prices, which moves nothing. */
const OFFERED =
  /\b(?:offers?|sells?|rents?(?: out)?|lists?|asks?|charges?|costs?|advertises?|priced|available|listed)(?: (?!(?:or|and|to|of|went|goes|moved)\b)[\w.'-]+){0,4} (from) $/;
function offered(lead: string): RegExpExecArray | null {
  const said = OFFERED.exec(lead) ?? HAS_PRICES.exec(lead);
  return said && !PRICE_UP.test(said[0]) && !PRICE_DOWN.test(said[0]) ? said : null;
}
/** "offering competitive pricing from $0.05 to", "With prices from $0.34 to": what somebody has, which moves nothing. */
const HAS_PRICES =
  /\b(?:offering|with|has|have|having|boasts?|boasting|featur(?:es?|ing)|provid(?:es?|ing)|advertising|listing|at) (?:[\w-]+ ){0,3}(?:prices|pricing|rates|tiers|plans) (from) $/;
/** Between the ends: who sells at the lower one, to the upper one. */
const TO =
  /^(?![\s\S]*(?:\bfrom\b|[;:→]|, (?:and|but|then)))(?:[^.]|\.\d){0,80} (?:(?:all the way |right )?(?:up )?to|through) (?:about |around |roughly |over |more than |as much as |as high as |a high of |~)*$/;
const AND = /^(?:[^.,;]|\.\d){0,60} and (?:about |around |roughly |over |~)*$/;

/** 下限抬到310亿美元，上限仍是350亿: the ends of a range, each called by its name. */
const LOW_HAN = /(?:下[限沿端]|低端)[^,，。;；\d]{0,12}$/;
const HIGH_HAN = /^[^。;；\d]{0,8}[,，][^,，。;；\d]{0,6}(?:上[限沿端]|高端)[^,，。;；\d]{0,12}$/;

const upper = (q: Quantity): number => Number(q.max ?? q.min);
const lower = (q: Quantity): number => Number(q.min ?? q.max);

/** "ranges from $1.20 at marketplaces to $7 at the hyperscalers", "from 5% for storage to 30% for GPUs": two figures that are the ends of one spread. */
export function withSpreads(sentence: string, found: readonly Quantity[], entities: readonly Entity[]): Quantity[] {
  const read: Quantity[] = [];
  for (const q of found) {
    const last = read.at(-1);
    if (
      last &&
      isSpread(sentence, last, q) &&
      !(isAtHouse(sentence, last, entities) && isAtHouse(sentence, q, entities))
    )
      read[read.length - 1] = {
        ...q,
        start: last.start,
        min: last.min ?? last.max,
        max: q.max ?? q.min,
        rate: q.rate ?? (last.rate && { ...last.rate, start: q.end, end: q.end }),
      };
    else read.push(q);
  }
  return read;
}

function isSpread(sentence: string, low: Quantity, high: Quantity): boolean {
  if (low.unit !== high.unit || low.currency !== high.currency || (low.unit !== 'money' && low.unit !== 'percent'))
    return false;
  if (low.end > high.start || upper(low) >= lower(high)) return false;
  const lead = sentence.slice(Math.max(0, low.start - 80), low.start);
  if (LOW_HAN.test(lead) && HIGH_HAN.test(sentence.slice(low.end, high.start))) return true;
  const said = SPREADS.exec(lead) ?? offered(lead);
  if (!said) return false;
  const gap = sentence.slice(low.end, high.start);
  if (!(said[1] === 'from' ? TO : AND).test(gap)) return false;
  // "discounts from $2 to $3" may be a move.
  return low.unit === 'percent' || !/(?:hikes|increases|rises|cuts|discounts) /.test(said[0]);
}

/** "from $1.90 an hour at Lambda to $4.20 at Azure": each end is the price of a house of its own. */
const isAtHouse = (sentence: string, { end, rate }: Quantity, entities: readonly Entity[]): boolean =>
  entities.some(
    (e) =>
      / (?:at|on|with|from) $/.test(sentence.slice(0, e.start)) &&
      e.start >= end &&
      e.start - Math.max(end, rate?.end ?? 0) < 8,
  );
