import type { Article } from '../analysis.ts';
import { clauseAt } from '../context.ts';
import { PRICE_DOWN, PRICE_UP } from '../lexicon.ts';
import type { Quantity } from '../quantity.ts';
import type { Reading } from '../reading.ts';
import type { Amount } from './amount.ts';
import { cardSoldAt } from './card-sold-at.ts';
import { hourMeter, sidesIn } from './meter.ts';
import { isNotice } from './notice.ts';
import { inOtherMoney } from './other-money.ts';
import { labelledOldAndNew } from './then-and-now.ts';

const SOLD_AT =
  /(?:\blists? (?:at|for)|\bsells? (?:at|for)|\bpriced at|\bcosts?|\bgoes for|\bhad for|\bretails? (?:at|for)|售价|单价|报价|均价|含税价|整机价|价格|卖到?)[为约是达 ]*(?:about |around |roughly |nearly |over |up to )?$/;

/** "an H100, roughly $30K on the street", "$2,900 retail" */
const STREET = /^ (?:on the street|street|retail|msrp|at retail|on the (?:open|grey|gray|spot) market)\b/;

/** "从 250美元 降至 200美元": no rate, but a change of price; the meter is the month where the sentence says so. */
export function addUnmetered(article: Article, reading: Reading, amounts: Amount[]): void {
  const known = new Set(amounts.map((a) => a.q));
  const bare = reading.quantities.filter(
    (q) =>
      q.unit === 'money' &&
      !known.has(q) &&
      !inOtherMoney(article, reading, q) &&
      !(q.large && /[a-z]/.test(reading.text.slice(q.start, q.end).replace(/[a-z]*\$/, ''))) &&
      q.rate === null &&
      q.currency !== null &&
      Number(q.min ?? q.max) < 10_000_000,
  );
  if (bare.length === 0) return;
  const above = article.sentences[article.thread.above(reading.index)];
  // 一、北美：原0.04美元，调整后0.08美元: an item of a notice.
  const labelled =
    (isNotice(article) || /[价费][^,，。;；]{0,6}(?:调整|变更|[上下]调)|调价/.test(article.titleText)) &&
    bare.some((q, i) => bare[i + 1] && labelledOldAndNew(reading.text, q, bare[i + 1] ?? q));
  const priced =
    labelled ||
    reading.cues.some((cue) => cue.kind === 'price') ||
    // "Hetzner will raise prices. The CX23 goes up from €2.99 to €3.99, ..."
    (above?.block === reading.block &&
      /\bfrom (?:us)?[$€£]\d/.test(reading.text) &&
      article.reading(article.thread.above(reading.index)).cues.some((cue) => cue.kind === 'price'));
  const sold = new Set(bare.filter((q) => cardSoldAt(article, reading, q)));
  if (!priced && amounts.length === 0 && sold.size === 0 && !reading.entities.some((e) => e.kind === 'chip')) return;
  for (const q of bare) {
    const gap = reading.text.slice(Math.max(0, q.start - 30), q.start);
    const behind = reading.text.slice(q.end, q.end + 24);
    const pair =
      /(?:\bfrom|\bto|\bnow (?:just |only )?(?:costs?|pays?|is)|[(;] ?(?:now|today|at present|presently)\b|\bwas|\bwere|\bpreviously|\bcurrently|\bformerly|\binstead of|此前|原价|原为|从|由|原|调[整价]?后|新价|(?<!低)至|到|[降涨调升改提变减整]为|→|(?:[,，] ?[而但]?(?:到了?)?(?:现在?|如今|眼下|目前)))(?:(?<=previously|formerly) an? [a-z][a-z -]{1,16}|[^,;，；]{0,12})$/.test(
        gap,
      ) ||
      /^ ?(?:to |→|instead of |降|涨|上调|下调|调整)/.test(behind) ||
      (amounts.length > 0 && /(?:和|与|、| and )$/.test(gap));
    // "The DGX Station lists at $85,000": the price of the hardware itself.
    const hardware =
      ((SOLD_AT.test(gap) || STREET.test(behind)) &&
        reading.entities.some((e) => e.kind === 'chip' && e.end <= q.start && q.start - e.end < 40)) ||
      sold.has(q);
    if (!pair && !hardware && isRent(reading, q)) {
      amounts.push({ q, currency: q.currency ?? '', meter: 'gpu_hour', per: 1, own: false });
      continue;
    }
    if (!pair && !hardware) continue;
    if (hardware && Number(q.min ?? q.max) >= 500) {
      amounts.push({ q, currency: q.currency ?? '', meter: 'other', per: 1, own: true });
      continue;
    }
    const last = bare[bare.indexOf(q) - 1];
    // A bare pair after input and output prices is input and output again.
    const second = last !== undefined && /^ ?(?:and|\/|和|与|、) ?$/.test(reading.text.slice(last.end, q.start));
    const near =
      (second ? amounts.find((a) => a.meter === 'output' && a.own) : undefined) ??
      amounts.find((a) => a.q.currency === q.currency);
    const before = near ? null : hourAbove(article, reading);
    const moves = [last, q].some((one) => one !== undefined && movesOn(reading.text, one, bare[bare.indexOf(one) + 1]));
    if (!near && !moves && !labelled && !PRICE_UP.test(reading.text) && !PRICE_DOWN.test(reading.text)) continue;
    const side = before ? undefined : tokensSaid(reading, q);
    amounts.push({
      q,
      currency: q.currency ?? '',
      meter: side ?? near?.meter ?? before ?? meterSaid(reading, q),
      per: near?.per ?? (side ? 1_000_000 : 1),
      own: false,
    });
  }
  amounts.sort((a, b) => a.q.start - b.q.start);
}

/** "Rental prices for H100s bottomed at $1.70 and now stand at $2.40": so little is asked for a card by the hour. */
const isRent = ({ text, entities }: Reading, q: Quantity): boolean =>
  Number(q.min ?? q.max) >= CHEAPEST_HOUR &&
  Number(q.max ?? q.min) <= DEAREST_HOUR &&
  entities.some((e) => e.kind === 'chip' && e.end <= q.start) &&
  RENTS_AT.test(text.slice(0, q.start));
const CHEAPEST_HOUR = 0.2;
const DEAREST_HOUR = 20;
const RENTS_AT =
  /\b(?:rents|rentals?|rental (?:prices?|rates?)|hourly (?:prices?|rates?)|rent of)\b(?:[^;.]|\.\d)*\b(?:at|to|near|around|below|above|under|is|was|are|were)(?: about| around| just| only| roughly| some)* $/;

/** "from $2.40 to $2.75": a move, whatever the verb. */
const movesOn = (text: string, from: Quantity, to: Quantity | undefined): boolean =>
  to !== undefined &&
  ((/\bfrom $/.test(text.slice(Math.max(0, from.start - 5), from.start)) &&
    /^ to $/.test(text.slice(from.end, to.start))) ||
    // 价格从3.5元调到2.8元
    (/[从由](?:原[来先]?的?)?(?:约|近)?$/.test(text.slice(Math.max(0, from.start - 6), from.start)) &&
      /^[调改变]整?[到至为成]了?(?:约|近)?$/.test(text.slice(from.end, to.start))));

/** "Prices for uncached input tokens will increase from 3 yuan to 6": which tokens, told per million as the trade quotes them. */
function tokensSaid(reading: Reading, q: Quantity): Amount['meter'] | undefined {
  const [start] = clauseAt(reading, q.start);
  return /\btokens?\b/.test(reading.text.slice(start, q.start)) || SIDE_HAN.test(reading.text.slice(start, q.start))
    ? sidesIn(reading.text, start, q.start).at(-1)?.side
    : undefined;
}

/** Composer输入降至0.5美元 */
const SIDE_HAN =
  /(?:输入|输出)(?:价格?|单价|费用|成本)?[^,，。;；\d元$¥]{0,6}(?:[\d.]+[^,，。;；\d]{0,8})?[降涨调升提减]价?[到至为] ?$/;

/** More than any card rents for by the hour, less than any costs, in whole units of money. */
const CARD_HOUR = 60;

/** What the sentence says its prices are for: "the hourly rate", 月费. */
function meterSaid(reading: Reading, q: Quantity): Amount['meter'] {
  if (/\bhourly\b|每小时|时租|\/hr\b/.test(reading.text)) return hourMeter(reading, q, '');
  // "The median H100 listing fell from $2.99 to $2.40": so little a card costs by the hour.
  if (
    Number(q.min ?? q.max) < CARD_HOUR &&
    (reading.entities.some((e) => e.kind === 'chip' && e.end <= q.start) ||
      /\bgpus?\b/.test(reading.text.slice(0, q.start)))
  )
    return 'gpu_hour';
  return /month|每月|月费|月租|\/mo|\/月|包月/.test(reading.text) ? 'month' : 'other';
}

/** "Rates there rose from $43.26 to $49.75": the hours the sentence before priced. */
function hourAbove(article: Article, reading: Reading): Amount['meter'] | null {
  const above = article.sentences[article.thread.above(reading.index)];
  if (above?.block !== reading.block || !/\b(?:rates?|prices?|there|it|that)\b/.test(reading.text)) return null;
  const priced = article.reading(article.thread.above(reading.index));
  const q = priced.quantities.find((other) => other.rate?.meter === 'hour' || other.rate?.meter === 'gpu_hour');
  if (!q) return null;
  return q.rate?.meter === 'gpu_hour' ? 'gpu_hour' : hourMeter(priced, q, '');
}
