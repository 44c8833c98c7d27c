import { COUNT, counted, WON, wonOf } from '../../normalise/counted-money.ts';
import { type CurrencyContext, currencySign, resolveSign, SIGN_AFTER, SIGN_BEFORE } from '../../normalise/currency.ts';
import { parseDecimal, scale } from '../../normalise/decimal.ts';
import { findDirections } from '../../normalise/directions.ts';
import { finder } from '../../normalise/may-match.ts';
import { remembered } from '../../normalise/remembered.ts';
import { type UnitPhrase, unitAfter, unitBefore } from '../../normalise/unit-phrase.ts';
import { postposedUnit } from '../../normalise/unit-postposed.ts';
import { withUnitOfAll } from './in-several-currencies.ts';

/** One amount of money in a text. */
export interface Amount {
  /** Exact plain decimal in whole units of the currency. */
  readonly amount: string;
  /** Null for a bare number: its column says what it is. */
  readonly currency: string | null;
  readonly start: number;
  /** End of the number and its sign, and of the unit that follows. */
  readonly end: number;
  readonly unit: UnitPhrase | null;
  /** True where the unit stands before the amount. */
  readonly lead: boolean;
}

/** No line of prices is longer; what is, is cut. */
const LONGEST = 2000;
const NUMBER = String.raw`\d{1,3}(?:\.\d{3}){2,}(?![\d,])|(?:0|\d{1,3}(?:[ .]\d{3})*),\d{4,}(?![\d,.])|0,\d{3}(?![\d,.])|\d{1,3}(?:\.\d{3})+,\d{2}(?!\d)|\d{1,3}(?: \d{3})+(?:,\d{2}(?!\d)|(?= ?(?:€|zł|kč|kr|ft|₽|руб|₸|₴|eur|pln|czk|sek|nok|dkk|huf|rub|kzt|uah)))|(?:\d{1,2}(?:,\d{2})+,\d{3}(?!\d)|\d{1,3}(?:[,'’]\d{3})+(?!\d)|\d+)(?:\s?\.\s?\d+(?:e-?\d+)?|,\d{1,2}(?!\d))?|\.\d+`;
/** "RTX 4090 USD 0.44": the code belongs to the price behind it. */
const OF_NEXT = String.raw`(?<=[A-Z]{3}) ?\d[\d,]*(?:\.\d+)?\*{0,3}\s*(?:$|[/;)]|per\b)`;
const MONEY = new RegExp(
  `(?<![\\d.,])${WON}|(?<sign>${SIGN_BEFORE})\\s*(?<before>(?<![\\d.])(?:${NUMBER})(?!\\d|[.,]\\d))(?<count>\\s*${COUNT}(?!\\s*(?:tok|char|req|字)))?(?:\\s*(?<extra>USD|CNY|RMB|EUR)(?![a-z]))?|(?<!(?<!\\.\\.)\\.|[\\d,a-z$¥€£-])(?<after>${NUMBER})\\s*(?<unit>${SIGN_AFTER})(?!${OF_NEXT})(?!(?<=\\s\\p{Sc})\\d)`,
  'giu',
);
const moneyIn = finder(MONEY);

/** The number as an exact decimal: separators of thousands and lakhs ("2,19,102", "1'299") go, "0,20" is 0.20, "0,012" is 0.012, "$2 .0000" is 2.0000. */
export function numberOf(written: string, comma = false): string | null {
  if (/^\d+(?:\.\d+)?$/.test(written) && !(comma && GROUPED.test(written))) return parseDecimal(written);
  const bare = written.replaceAll(/\s/g, '');
  // "1.249,00", "1 423,50"
  if (/^\d{1,3}(?:\.?\d{3})+,\d{2}$/.test(bare)) return parseDecimal(bare.replaceAll('.', '').replace(',', '.'));
  // No number of thousands begins with a nought, or has four digits in its last group: "0,012", "1 252,8000".
  if (/^(?:\d+,\d{1,2}|0,\d{3}|\d{1,3}(?:\.?\d{3})*,\d{4,})$/.test(bare))
    return parseDecimal(bare.replaceAll('.', '').replace(',', '.'));
  // "1.990 €" where decimals have a comma, "15.500.000" anywhere.
  if (GROUPED.test(bare) && (comma || bare.indexOf('.') < bare.lastIndexOf('.')))
    return parseDecimal(bare.replaceAll('.', ''));
  return parseDecimal(bare.replaceAll(/[,'’]/g, ''));
}

const GROUPED = /^[1-9]\d{0,2}(?:\.\d{3})+$/;
/** Currencies nobody counts in hundredths. */
const WHOLE = /^(?:IDR|VND|CLP|COP|KRW|JPY|HUF)$/;

/**
 * Amounts with a currency in a folded text, each with the unit that follows it. Sums ("$5 million") are no prices,
 * and neither is what a unit counts in money ("9.09M / $1").
 */
export function findAmounts(whole: string, context: CurrencyContext): readonly Amount[] {
  if (!/\d/.test(whole)) return NONE;
  let known = knownAmounts.get(context);
  if (known === undefined) {
    known = new Map();
    knownAmounts.set(context, known);
  }
  const cached = known.get(whole);
  if (cached !== undefined) return cached;
  const found = scanAmounts(whole, context);
  known.set(whole, found);
  return found;
}

const NONE: readonly Amount[] = [];

/** What the texts of a page hold, by the page's context: a cell is asked about several times. */
const knownAmounts = new WeakMap<CurrencyContext, Map<string, readonly Amount[]>>();

function scanAmounts(whole: string, context: CurrencyContext): readonly Amount[] {
  const found: Amount[] = [];
  const text = unbracketed(whole.length > LONGEST ? whole.slice(0, LONGEST) : whole);
  if (/\d{30}/.test(text)) return found;
  for (const match of moneyIn(text)) {
    const groups = match.groups ?? {};
    const written =
      groups['before'] ?? groups['after'] ?? (groups['won'] && wonOf(groups['manwon'], groups['cheonwon']));
    const sign = groups['sign'] ?? groups['unit'] ?? groups['won'];
    if (written === undefined || sign === undefined) continue;
    const start = match.index;
    // "キャッシュ書き込み（5分）": minutes.
    if (sign === '分' && KANA.test(whole)) continue;
    let end = start + match[0].length;
    const count = groups['count'];
    // "$100K" is a sum, "Rp55K / month" a price. The M of "$0.15/M" has its slash.
    if (count !== undefined && (!isTime(unitAfter(text, end)) || FROM.test(text.slice(0, start)))) continue;
    if (start > 0 && isOtherwiseBefore(text, start, written)) continue;
    if (end < text.length && isOtherwiseBehind(text, end)) continue;
    if (isExchanged(text, start, end, written)) continue;
    // "RS 1000 G12" is a machine.
    if (/^\p{L}{2}$/u.test(sign) && /^ \p{L}{1,2}\d/u.test(text.slice(end, end + 4))) continue;
    const meaning = currencySign(sign === '元' ? namedBefore(text, start) : sign);
    if (meaning === null) continue;
    const currency = resolveSign(meaning, sign, context);
    const plain = numberOf(written, context.comma || WHOLE.test(currency));
    if (plain === null) continue;
    const number = count === undefined ? plain : counted(plain, count);
    const behind = unitAfter(text, end);
    if (behind !== null) end = behind.end;
    // "$120/yr for $15/mo of usage": what the price buys.
    if (
      start > 0 &&
      /\b(?:for|includes?|with|gets?)\s*$/i.test(text.slice(Math.max(0, start - 9), start)) &&
      /^\s*of (?:\w+ )?(?:usage|credits?|compute)\b/i.test(text.slice(end, end + 30))
    )
      continue;
    const previous = found.at(-1);
    // "每百万 tokens 0.5 元（缓存命中）/ 2 元": the second amount is per the same.
    const same =
      previous?.lead && /^(?:\s*[(（][^)）]*[)）])?\s*[/、,，]\s*$/.test(text.slice(previous.end, start))
        ? previous.unit
        : null;
    const before = behind === null ? (unitBefore(text, start) ?? postposedUnit(text, start) ?? same) : null;
    const unit = behind === null ? before : ofSame(behind, previous?.unit ?? null);
    found.push({ amount: scale(number, 1, Number(meaning.factor)), currency, start, end, unit, lead: before !== null });
    if (groups['before'] !== undefined && unit === null) found.push(...upperEnd(text, end, currency));
  }
  if (found.length === 0) return found;
  return withUnitOfAll(
    text,
    [...found, ...bareRates(text, found)].sort((a, b) => a.start - b.start),
  );
}

/** "$3 per 1K searches for Basic, $5 per 1K for Plus": the second counts what the first counts. */
const ofSame = (unit: UnitPhrase, before: UnitPhrase | null): UnitPhrase =>
  unit.implied && before !== null && !before.implied && COUNTED.has(before.unit.dimension)
    ? { ...unit, unit: { ...before.unit, count: unit.unit.count }, implied: false }
    : unit;
const COUNTED: ReadonlySet<string> = new Set(['request', 'image', 'page', 'character', 'word', 'second', 'minute']);

const KANA = /[ぁ-ヿ]/;

/** "0.03 (元/次)": a number with its currency and unit in brackets says them as if they stood plainly behind it. */
const unbracketed = (text: string): string =>
  text.endsWith(')') && text.length < 40 ? text.replace(IN_BRACKETS, '$1 $2 ') : text;
const IN_BRACKETS = /^(\d[\d.,]*\s*)\(((?:元|人民币|美元|rmb|cny|usd|eur|[$¥€])\s*(?:\/|每|per )[^()]{1,20})\)$/i;

/** "1 USD = 7 CNY", "€1 ≈ $1.08": what one unit of money is in another, no price. */
const isExchanged = (text: string, start: number, end: number, written: string): boolean =>
  (/^1(?:\.0+)?$/.test(written) && /^\s*[=≈]\s*[^\s\d]{0,4}\s?\d/.test(text.slice(end, end + 10))) ||
  (start > 0 && EXCHANGED_FOR.test(text.slice(Math.max(0, start - 16), start)));
const EXCHANGED_FOR = /(?:^|[^\d.,])(?:1 ?(?:usd|eur|gbp|cny|rmb|美[元金]|欧元|元)|[$€£¥]1)\s*[=≈]\s*$/i;

/** "Growth from $4K a year": about as much. */
const FROM = /\b(?:from|starting at|minimum(?: of)?|at least)\s*$/i;

/** "/ month", "per hour": for how long. */
const isTime = (phrase: UnitPhrase | null): boolean =>
  phrase !== null && /^(?:hour|day|month|seat_month|year)$/.test(phrase.unit.dimension);

/** "9.09M /", "25 images for": how many of something; "$0.25 /" is another amount. */
const GETS =
  /(?<![$¥€£₩₹₽][\d.,]{0,12})\d[\d.,]*\s*[kmb]?\s*(?:(?!(?:usd|eur|gbp|cny|rmb)\b)[a-z]+\s+){0,2}(?:\/|per|for)\s*$/i;

/** True where what stands before an amount makes it something else than a price. */
function isOtherwiseBefore(text: string, start: number, written: string): boolean {
  const before = (chars: number) => text.slice(Math.max(0, start - chars), start);
  // "9.09M / $1", "25 images for $1": what one unit of money buys.
  if (/^1(?:\.0+)?$/.test(written) && GETS.test(before(40))) return true;
  return (
    /\bper\s*$/i.test(before(6)) ||
    // "Light (input ≤ $1 / M)": a bound.
    /[<≤≥]\s*$/.test(before(2)) ||
    // "75 GPUs * 24 h * $3": a calculation.
    /[\p{L}\d)]\s*[*×]\s*$/u.test(before(6)) ||
    (/[-+]\s*$/.test(before(2)) && /(?:save|discount|减|优惠)/i.test(text.slice(0, start)))
  );
}

function isOtherwiseBehind(text: string, end: number): boolean {
  const behind = text.slice(end, end + 10);
  // "For high-volume usage ($50,000+ a month)": from how much on.
  return (
    /^\+\s*(?:\/|per|a)\s*(?:mo|year|yr)/i.test(behind) ||
    // "$0.0005 x (width / 1024) x steps": a formula.
    /^\s*[x×*]\s*\(/.test(behind) ||
    /^\s*(?:%|off\b|credits?\b|折|or (?:more|less|above)\b|,? whichever\b|and (?:above|up)\b)|^\s*(?:미만|이상|이하|초과|未満|以上|以下|以内|不足|を超)/i.test(
      behind,
    )
  );
}

const BARE_RATE = new RegExp(
  String.raw`(?<![\d.,a-z$¥€£])(${NUMBER})(?=\s*\/\s*(?:千|万|百万|1?\s?[km]|1,000,000|million)\s?tok)`,
  'gi',
);
const bareRatesIn = finder(BARE_RATE);

/** "输入 0.004 元/千 tokens，输出 0.016/千 tokens": the second goes without the currency of the first. */
function bareRates(text: string, found: readonly Amount[]): Amount[] {
  return bareRatesIn(text).flatMap((match) => {
    const start = match.index;
    const before = found.findLast((one) => one.end <= start);
    const amount = numberOf(match[1] ?? '');
    const unit = unitAfter(text, start + match[0].length);
    const isLabelled = findDirections(text.slice(Math.max(0, start - 8), start)).length > 0;
    if (before === undefined || amount === null || unit === null || !isLabelled) return [];
    return [{ amount, currency: before.currency, start, end: unit.end, unit, lead: false }];
  });
}

/** "美金 0.003 元", "人民币 8 元": the name before the number says which 元. */
const namedBefore = (text: string, start: number): string =>
  /(新台币|台币|美[元金]|港[元币]|欧元|日元)\s*$/.exec(text.slice(Math.max(0, start - 5), start))?.[1] ?? '元';

const UPPER = new RegExp(String.raw`\s*[-~]\s*(${NUMBER})(?=\s*(?:\/|per\b|$))`, 'iy');

/** "$4-6 / GB": the upper end of a range goes without a sign. */
function upperEnd(text: string, position: number, currency: string): Amount[] {
  UPPER.lastIndex = position;
  const match = UPPER.exec(text);
  const amount = match === null ? null : numberOf(match[1] ?? '');
  if (match === null || amount === null) return [];
  const numberEnd = position + match[0].length;
  const unit = unitAfter(text, numberEnd);
  return [
    { amount, currency, start: numberEnd - (match[1] ?? '').length, end: unit?.end ?? numberEnd, unit, lead: false },
  ];
}

const BARE = new RegExp(`^(?:[~≈约]|approx\\.?)?\\s*(?<number>${NUMBER})\\s*[*]*`, 'i');

/** A cell that is one number, with at most a unit behind it: "0.0144", "2.00 / 1M tokens". Null where it says more. `comma`: its page writes decimals with one. */
export const bareAmount = (text: string, comma = false): Amount | null => (comma ? bareOfComma : bareOfPoint)(text);

const bareReader = (comma: boolean) =>
  remembered((text: string): Amount | null => {
    if (text.length > 80) return null;
    const match = BARE.exec(text);
    const written = match?.groups?.['number'];
    if (match === null || written === undefined) return null;
    const amount = numberOf(written, comma);
    if (amount === null) return null;
    const unit = unitAfter(text, match[0].length);
    const end = unit?.end ?? match[0].length;
    if (/[^\s*)。.]/.test(text.slice(end))) return null;
    return { amount, currency: null, start: 0, end, unit, lead: false };
  });
const bareOfPoint = bareReader(false);
const bareOfComma = bareReader(true);
