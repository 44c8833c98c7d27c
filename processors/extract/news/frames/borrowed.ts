import type { Article } from '../analysis.ts';
import type { Quantity } from '../quantity.ts';
import type { Rate, TokenSide } from '../rates.ts';
import type { Reading } from '../reading.ts';
import { hasHan } from '../text.ts';
import { isMarketsRate } from './market-rate.ts';
import { sidesIn } from './meter.ts';
import { instanceName } from './noun-phrase.ts';

/** Token prices told as "$0.55 in / $2.20 out" are per million, as the trade quotes them. */
export const PER_MILLION: Rate = { start: 0, end: 0, meter: 'token', per: 1_000_000, side: null };

/** A rate borrowed from a neighbour: it stands with this amount, its side is still to be found. */
export const shareOf = (rate: Rate, q: Quantity): Rate => ({ ...rate, start: q.end, end: q.end, side: null });

export const tame = (q: Quantity): boolean => !q.large && Number(q.min ?? q.max) < 1_000_000;

const EXTREMES = /\b(?:cheapest|lowest|dearest|highest|most expensive|priciest)\b/;

/** "Hopper cards are back at $2.35": a bare amount for a chip after a sentence of hourly rents is one too. */
export function hourAsBefore(
  article: Article,
  reading: Reading,
  money: readonly Quantity[],
  rates: Map<Quantity, { rate: Rate; own: boolean }>,
): void {
  const offer =
    money.some((q) => isMarketsRate(reading, q)) ||
    ((reading.text.length < 110 || EXTREMES.test(reading.text)) &&
      reading.entities.some((e) => e.kind === 'organisation')) ||
    /\b(?:on-demand|spot|reserved|committed|interruptible|pre-?emptible) (?:\w+ )?(?:prices?|rates?|instances?|capacity|pricing)\b/.test(
      reading.text,
    );
  if (
    (!offer && !reading.entities.some((e) => e.kind === 'chip') && !instanceName(reading, 0, reading.text.length)) ||
    article.sentences[article.thread.above(reading.index)]?.block !== reading.block
  )
    return;
  let rate: Rate | null | undefined;
  // A list of offers goes on: each sentence above names a sum, one of them what it buys.
  for (const i of article.thread.before(reading.index, 3)) {
    if (rate) break;
    const above = article.sentences[i]?.block === reading.block ? article.reading(i).quantities : [];
    rate = above.find((q) => q.rate?.meter === 'hour' || q.rate?.meter === 'gpu_hour')?.rate;
    if (!above.some((q) => q.unit === 'money')) break;
  }
  if (!rate) return;
  for (const q of money) {
    if (
      Number(q.min ?? q.max) > 200 ||
      !/(?:\bat|\bfor|\bto|\bis|\b(?:dearest|cheapest|highest|lowest)|\bwas|\bcosts?|\basks|\bcharges|\bwants|\btakes|\bfrom|\bquotes|\bbills|\bcomes to|\baverages|在|为|到|至) ?(?:now |about |around |just |only |约)?$/.test(
        reading.text.slice(Math.max(0, q.start - 16), q.start),
      )
    )
      continue;
    rates.set(q, { rate: shareOf(rate, q), own: false });
    if (!EXTREMES.test(reading.text) && !/^(?: (?:and|,)|[,;] (?:it|and)) /.test(reading.text.slice(q.end))) return;
  }
}

/** "Above 200K it is $4.00 and $18.00": two bare amounts after a sentence of token prices are its input and output again. */
export function pairAsBefore(
  article: Article,
  reading: Reading,
  money: readonly Quantity[],
  rates: Map<Quantity, { rate: Rate; own: boolean }>,
): void {
  const pairs = pairsOf(reading, money);
  if (pairs.length === 0) return;
  let rate: Rate | null = null;
  // A list of pairs goes on: each sentence above names sums, one of them what they buy.
  for (const i of article.thread.before(reading.index, 4)) {
    if (rate) break;
    if (article.sentences[i]?.block !== reading.block) return;
    const before = article.reading(i);
    rate =
      before.quantities.find((q) => q.rate?.meter === 'token')?.rate ??
      (/per million tokens|\/ ?1?m\b|[$€£][\d.]+ in\b(?:[^;.]|\.\d){0,12}[$€£][\d.]+ out\b|每?百万 ?tokens?/.test(
        before.text,
      )
        ? PER_MILLION
        : null);
    if (!before.quantities.some((q) => q.unit === 'money')) break;
  }
  if (!rate) return;
  for (const [input, output] of pairs) {
    rates.set(input, { rate: { ...shareOf(rate, input), side: 'input' }, own: false });
    rates.set(output, { rate: { ...shareOf(rate, output), side: 'output' }, own: false });
  }
}

/** All sums of a sentence two by two: one pair joined as it may be, or several with a stroke between. */
function pairsOf({ text }: Reading, money: readonly Quantity[]): [Quantity, Quantity][] {
  const pairs: [Quantity, Quantity][] = [];
  // "$0.15 and $0.95; Alibaba itself, $0.25 and $1.49": a pair in each half of a sentence.
  const halved = money.length === 4 && /;/.test(text.slice(money[1]?.end, money[2]?.start));
  const joint = money.length === 2 || halved ? /^ ?(?:and|\/|和|与|、) ?$/ : /^ ?\/ ?$/;
  for (let i = 0; i < money.length; i += 2) {
    const [first, second] = [money[i], money[i + 1]];
    if (!first || !second || !tame(first) || !tame(second) || !joint.test(text.slice(first.end, second.start)))
      return [];
    pairs.push([first, second]);
  }
  return pairs;
}

/** "Class A costs $4.50 per million requests. Class B costs $0.36 per million.": what is counted, said once. */
export function requestsAsBefore(
  article: Article,
  reading: Reading,
  rates: Map<Quantity, { rate: Rate; own: boolean }>,
): void {
  if (/tokens?\b|词元/.test(reading.text)) return;
  const uncounted = [...rates].filter(
    ([q, { rate }]) =>
      rate.meter === 'token' &&
      rate.side === null &&
      rate.per > 1 &&
      UNCOUNTED.test(reading.text.slice(q.end, rate.end)),
  );
  if (uncounted.length === 0) return;
  // "$9.00 per million for Class A", "$10.00 per million for PUT"
  if (CALLED.test(article.folded) && uncounted.every(([q, { rate }]) => isOfCalls(reading.text, q, rate))) {
    for (const [q, known] of uncounted) rates.set(q, { ...known, rate: { ...known.rate, meter: 'request' } });
    return;
  }
  for (const i of article.thread.before(reading.index, 2)) {
    if (article.sentences[i]?.block !== reading.block) return;
    const rate = article.reading(i).quantities.find((q) => q.rate !== null)?.rate;
    if (!rate) continue;
    if (rate.meter !== 'request') return;
    for (const [q, known] of uncounted) rates.set(q, { ...known, rate: { ...known.rate, meter: 'request' } });
    return;
  }
}
const CALLED = /\b(?:requests|operations|transactions|calls)\b/;
const isOfCalls = (text: string, q: Quantity, rate: Rate): boolean =>
  CALLS_BEHIND.test(text.slice(rate.end)) || CALLS_BEFORE.test(text.slice(0, q.start));
const CALLS = '(?:class [a-d]|put|get|list|post|copy|delete|head)';
const CALLS_BEHIND = new RegExp(`^ (?:for|on) (?:all |the )?${CALLS}\\b`);
const CALLS_BEFORE = new RegExp(
  `\\b${CALLS}(?: (?:requests|operations|transactions|calls))?(?: (?:is|are|costs?|at|come at|for|stay at))*:? $`,
);
const UNCOUNTED = /^ ?(?:per|\/|for|a|each|every|每) ?(?:(?:one |1 ?|a )?(?:million|thousand)|1,000|[mk]|百万|[千万])$/;

/** "Copilot Pro+ stays at $39", "Ultra keeps its $200 price": plans after one that is told by the month, in this sentence or right above. */
export function planAsBefore(
  article: Article,
  reading: Reading,
  money: readonly Quantity[],
  rates: Map<Quantity, { rate: Rate; own: boolean }>,
): void {
  if (hasHan(reading.text)) return;
  for (const [i, q] of money.entries()) {
    if (rates.has(q) || q.rate !== null || !tame(q) || Number(q.min ?? q.max) > 1000) continue;
    const before = money[i - 1];
    const joined =
      before !== undefined &&
      rates.get(before)?.rate.meter === 'month' &&
      AND.test(reading.text.slice(before.end, q.start));
    if (
      !joined &&
      !PLAN.test(reading.text.slice(0, q.start)) &&
      !PLAN_BEHIND.test(reading.text.slice(q.end, q.end + 24))
    )
      continue;
    const rate = money.slice(0, i).find((other) => other.rate?.meter === 'month')?.rate ?? monthAbove(article, reading);
    if (rate) rates.set(q, { rate: shareOf(rate, q), own: false });
  }
}
function monthAbove(article: Article, reading: Reading): Rate | null {
  for (const i of article.thread.before(reading.index, 3)) {
    if (article.sentences[i]?.block !== reading.block) return null;
    const rate = article.reading(i).quantities.find((other) => other.rate?.meter === 'month')?.rate;
    if (rate) return rate;
  }
  return null;
}
const AND = /^(?:,? (?:and|or)|,|\/) ?$/;
const EDITION =
  '(?:pro\\+?|plus|max|ultra|teams?|business|enterprise|premium|go|lite|basic|starter|standard|scale|plan|tier|subscription|seat)';
const PLAN = new RegExp(
  `\\b${EDITION}(?: (?:plan|tier|seat|edition))?s?,? (?:still |now |will )?(?:(?:stays?|remains?)(?: at)?|is new,?(?: at)?|comes in (?:two|three) sizes,|is|are|costs?|goes for|sells for|at|for|keeps (?:its|the) price of|rises? to|goes? (?:up )?to|falls? to|drops? to)? ?(?:about |just |only )?$`,
);
/** "its $200 price", "a new $100 Pro tier", "the $200 one" */
const PLAN_BEHIND = new RegExp(
  `^ (?:price\\b|${EDITION}(?: (?:plan|tier|seat|edition|subscription))\\b|plan\\b|tier\\b)`,
);

/** "..., and open models such as DeepSeek V3.2 go for 32 cents": one sum of another model after a sentence of token prices. */
export function tokensAsBefore(
  article: Article,
  reading: Reading,
  money: readonly Quantity[],
  rates: Map<Quantity, { rate: Rate; own: boolean }>,
): void {
  for (const q of money) {
    if (rates.has(q) || q.rate !== null || !tame(q) || Number(q.min ?? q.max) > 200) continue;
    const model = reading.entities.findLast((e) => e.kind === 'product' && e.end <= q.start);
    const side = SIDE_MOVES.test(reading.text.slice(0, q.start));
    if (!side && (!model || !COSTS.test(reading.text.slice(model.end, q.start)))) continue;
    let reach = 2;
    for (const [back, i] of article.thread.before(reading.index, FARTHEST).entries()) {
      if (reach === 0) break;
      if (article.sentences[i]?.block !== reading.block) return;
      const above = article.reading(i);
      const { quantities, text } = above;
      const rate = quantities.find((other) => other.rate?.meter === 'token' || other.rate?.meter === 'hour')?.rate;
      if (rate) {
        if (rate.meter === 'token')
          rates.set(q, { rate: { ...shareOf(rate, q), side: side ? null : soleSide(above, reading) }, own: false });
        break;
      }
      // "GPT-5.5 charges $30. Claude Fable 5 charges $50.": models in turn, the rate said with the first.
      if (back >= 6 || !pricesModel(above)) reach--;
      // "a million tokens of GPT-4 cost $36"
      if (MILLION_COST.test(text)) {
        rates.set(q, { rate: shareOf(PER_MILLION, q), own: false });
        break;
      }
    }
  }
}
const pricesModel = ({ entities, quantities, text }: Reading): boolean =>
  quantities.length === 1 &&
  quantities.some(
    (q) =>
      q.unit === 'money' &&
      entities.some((e) => e.kind === 'product' && e.end <= q.start && COSTS.test(text.slice(e.end, q.start))),
  );

/** "... output costs $3.96 per million tokens. X charges $25 for the same million.": the one meter said above, where this sentence has none. */
function soleSide(above: Reading, reading: Reading): TokenSide | null {
  const said = new Set(sidesIn(above.text, 0, above.text.length).map(({ side }) => side));
  const [only] = said;
  return only && said.size === 1 && sidesIn(reading.text, 0, reading.text.length).length === 0 ? only : null;
}

/** "Cache reads, though, fall from 30 cents to 15", "Output goes to $12": a meter, and what it costs now. */
const SIDE_MOVES =
  /^(?:the )?(?:(?:price|cost|rate) (?:of|for) )?(?:input|output|cached input|cache reads?|cache writes?|cached tokens|input tokens|output tokens)(?: tokens| prices?| pricing)?,? ?(?:though|however|meanwhile)?,? (?:now |then |also )?(?:f[ae]ll|drop|go|went|ris|rose|climb|mov|slid|is|are|stays?|remains?|costs?)\w*(?: (?:from|to|at|up|down|back))*(?: [\w$€.]{1,10} to)? (?:about |just |only )?$/;
const COSTS =
  /^ (?:(?:[\w.-]+ ){0,2})?(?:go(?:es)? for|costs?|is|are|sells? (?:for|at)|asks?|charges?|comes? in at|lists? at|runs? at) (?:about |just |only |roughly )?$/;
/** So far back models may be priced in turn. */
const FARTHEST = 12;
const MILLION_COST = /\b(?:a|one|per|each|every) million tokens\b/;

/** "Standard-Infrequent Access is a flat $0.0125, Glacier Deep Archive $0.00099": classes of storage after a price per gigabyte and month. */
export function storageAsBefore(
  article: Article,
  reading: Reading,
  money: readonly Quantity[],
  rates: Map<Quantity, { rate: Rate; own: boolean }>,
): void {
  if (money.length === 0 || !STORAGE_CLASS.test(reading.text)) return;
  for (const i of article.thread.before(reading.index, 3)) {
    if (article.sentences[i]?.block !== reading.block) return;
    const rate = article.reading(i).quantities.find((other) => other.rate?.meter === 'storage_gb_month')?.rate;
    if (!rate) continue;
    for (const q of money)
      if (!rates.has(q) && q.rate === null && Number(q.min ?? q.max) < (rate.per > 1 ? 100 : 0.5) && tame(q))
        rates.set(q, { rate: shareOf(rate, q), own: false });
    return;
  }
}
/** "Wasabi $6.99 a terabyte, B2 $6", "R2 is $0.015", after a price per gigabyte and month: what else is kept so. */
export function storesAsBefore(
  article: Article,
  reading: Reading,
  money: readonly Quantity[],
  rates: Map<Quantity, { rate: Rate; own: boolean }>,
): void {
  if (money.length === 0 || !STORES.test(reading.text)) return;
  let kept: Rate | null | undefined;
  let large = false;
  for (const [i, q] of money.entries()) {
    const said = q.rate === null ? '' : reading.text.slice(q.rate.start, q.rate.end);
    large = said === '' ? large && i > 0 : /tb|terabyte/.test(said);
    if (
      said === ''
        ? (rates.has(q) && !isLent(rates, q)) || !tame(q) || !STORE_AT.test(reading.text.slice(0, q.start))
        : !OF_SIZE.test(said)
    )
      continue;
    kept ??= keptAbove(article, reading);
    if (kept === null) return;
    // So little buys a gigabyte, more a terabyte.
    const per = large || (said === '' && Number(q.min ?? q.max) > 1) ? 1000 : 1;
    rates.set(q, { rate: { ...shareOf(kept, q), per }, own: false });
  }
}
/** A size lent by the sum behind it: "Tigris quotes $0.02, Wasabi $6.99 a terabyte". */
const isLent = (rates: ReadonlyMap<Quantity, { rate: Rate; own: boolean }>, q: Quantity): boolean => {
  const known = rates.get(q);
  return known?.own === false && known.rate.meter === 'other';
};
function keptAbove(article: Article, reading: Reading): Rate | null {
  for (const i of article.thread.before(reading.index, 3)) {
    if (article.sentences[i]?.block !== reading.block) return null;
    const rate = article.reading(i).quantities.find((other) => other.rate?.meter === 'storage_gb_month')?.rate;
    if (rate) return rate;
  }
  return null;
}
const STORES = /\b(?:s3|r2|b2|wasabi|tigris|backblaze|storj|gcs|blob storage|object storage|cloud storage|spaces)\b/;
const STORE_AT = new RegExp(
  `${STORES.source}(?: (?:standard|itself|now|still|is|are|at|costs?|charges?|quotes?|asks?|for|just|only|a|flat|comes|in))* $`,
);
const OF_SIZE = /^ ?(?:\/|per|an?|each|every) ?(?:tb|gb|terabyte|gigabyte)$/;

const STORAGE_CLASS =
  /\b(?:infrequent|archive|glacier|coldline|nearline|cold|cool|hot|standard|frequent|one[ -]zone) (?:access|archive|tier|class|storage|retrieval|is|at)\b|\b(?:archive|glacier|coldline|nearline)\b/;
