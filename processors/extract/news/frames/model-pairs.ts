import type { Article } from '../analysis.ts';
import type { Quantity } from '../quantity.ts';
import type { Rate } from '../rates.ts';
import type { Reading } from '../reading.ts';
import { hasHan } from '../text.ts';
import type { Amount } from './amount.ts';
import { sidesIn } from './meter.ts';

/** "GPT-5 mini报价2美元和8美元，": one model's two prices, both in the same money. */
const PAIRED = /^ ?(?:和|与|及|、|\/|and(?= )) ?$/;
/** "M2.5 stays on sale at", "M2.5-Lightning, which is twice as fast, at" */
const LEADS_ENGLISH =
  /^(?:,? (?:which|that) [^,;$€£¥]{2,60},|,| (?:on|at|through|via|from) (?!sale|just|only)[\w.]+(?: [a-z][\w.]*){0,2}?)? (?:(?:still|now|is|would|be|itself|stays?|remains?|costs?|sells?|lists?|goes|runs?|comes?|asks|charges|priced|available|on|sale|in|for|at|just|only) )+$/;
/** A model's name ends so, known or not: with a number. */
const NUMBERED = /(?<![\w.])[A-Z][\w-]*\d[\w.-]*(?: [A-Z][\w.-]*)*$/;
const LEADS_ENGLISH_AT_END = new RegExp(LEADS_ENGLISH.source.slice(1));
const LEADS_HAN =
  /^ ?(?:的)?(?:官方|标准)?(?:报价|定价|价格|售价|标价|收费|目前|现在?|不变|维持|保持|[,，]|则|仍|还|为|是|卖|要|收)*[:：(]? ?$/;
const LARGEST = 1000;

/**
 * Bare pairs right behind the names of models, where the lines above priced input and output: input and output again.
 * The rates they borrow, by amount; none where nothing above says what they are per.
 */
export function modelPairs(article: Article, reading: Reading, money: readonly Quantity[]): Map<Quantity, Rate> {
  const found = new Map<Quantity, Rate>();
  if (money.length < 2) return found;
  let above: Rate | null | undefined;
  for (const [i, first] of money.entries()) {
    const second = money[i + 1];
    if (!second || found.has(first) || first.currency !== second.currency) continue;
    if (!PAIRED.test(reading.text.slice(first.end, second.start))) continue;
    if (Number(second.min ?? second.max) > LARGEST || first.large || second.large) continue;
    if (!(hasHan(reading.text) ? isNamedHan(reading, first) : isNamed(reading, first, money[i - 1]))) continue;
    above ??= rateAbove(article, reading);
    if (above === null) break;
    found.set(first, { ...above, start: first.end, end: first.end, side: 'input' });
    found.set(second, { ...above, start: second.end, end: second.end, side: 'output' });
  }
  return found;
}

/** 甲仍为0.15/1.5: two bare numbers of a model in a Chinese sentence, in the money and per as many tokens as the line above priced by input and output. */
export function barePairs(article: Article, reading: Reading): Amount[] {
  if (!hasHan(reading.text)) return [];
  const found: Amount[] = [];
  for (const first of reading.quantities) {
    if (!isBare(first) || !isNamedHan(reading, first)) continue;
    const behind = BARE_SECOND.exec(reading.text.slice(first.end));
    const value = behind?.[1];
    if (!behind || value === undefined || Number(value) >= LARGEST) continue;
    const end = first.end + behind[0].length;
    const second = { ...first, start: end - value.length, end, min: value, max: value };
    const above = pricedAbove(article, reading);
    if (!above) return [];
    const { currency, rate } = above;
    found.push({ q: { ...first, unit: 'money', currency }, currency, meter: 'input', per: rate.per, own: true });
    found.push({ q: { ...second, unit: 'money', currency }, currency, meter: 'output', per: rate.per, own: true });
  }
  return found;
}
/** A sum behind a stroke, which no unit follows. */
const BARE_SECOND = /^ ?\/ ?(\d+(?:\.\d+)?)(?= ?(?:[,，。;；)）]|$))/;
const isBare = (q: Quantity): boolean =>
  q.unit === 'number' && !q.large && q.min !== null && q.min === q.max && Number(q.min) < LARGEST;
/** The money and the unit of the nearest line above that prices tokens by input and output. */
function pricedAbove(article: Article, reading: Reading): { readonly currency: string; readonly rate: Rate } | null {
  for (const i of [reading.index, ...article.thread.before(reading.index, 3)]) {
    const { text, quantities } = article.reading(i);
    const currency = quantities.find((q) => q.unit === 'money')?.currency;
    const rate = tokenRate(text, quantities);
    const sides = sidesIn(text, 0, text.length).map(({ side }) => side);
    if (currency && rate && sides.includes('input') && sides.includes('output')) return { currency, rate };
  }
  return null;
}

function isNamedHan({ text, entities }: Reading, { start }: Quantity): boolean {
  const model = entities.findLast((e) => e.kind === 'product' && e.end <= start);
  return model !== undefined && LEADS_HAN.test(text.slice(model.end, start));
}

function isNamed({ text, original, entities }: Reading, { start }: Quantity, before: Quantity | undefined): boolean {
  const model = entities.findLast((e) => e.kind === 'product' && e.end <= start);
  if (model && LEADS_ENGLISH.test(text.slice(model.end, start))) return true;
  const from = before?.end ?? 0;
  const lead = LEADS_ENGLISH_AT_END.exec(text.slice(from, start));
  return lead !== null && NUMBERED.test(original.slice(from, from + lead.index));
}

/** The rate of a sentence near above that priced tokens by input and output; null where none did. */
function rateAbove(article: Article, reading: Reading): Rate | null {
  for (const i of article.thread.before(reading.index, 2)) {
    const { text, quantities } = article.reading(i);
    const rate = tokenRate(text, quantities);
    const sides = sidesIn(text, 0, text.length).map(({ side }) => side);
    if (rate && sides.includes('input') && sides.includes('output')) return rate;
    if (!hasHan(text) && IN_AND_OUT.test(text)) return { start: 0, end: 0, meter: 'token', per: 1_000_000, side: null };
  }
  return null;
}
/** "($5 in, $25 out)": per million, as the trade quotes them. */
const IN_AND_OUT = /[$€£]\d[\d.]* in(?:put)?\b ?[,/;&]? ?(?:and )?[$€£]\d[\d.]* out(?:put)?\b/;

const MILLION = /每?百万 ?tokens?|\bper (?:1 ?)?million tokens\b|\/ ?1?m(?: tokens)?\b/;

const tokenRate = (text: string, quantities: readonly Quantity[]): Rate | null =>
  quantities.find((q) => q.rate?.meter === 'token')?.rate ??
  (MILLION.test(text) ? { start: 0, end: 0, meter: 'token', per: 1_000_000, side: null } : null);
