import { finder } from './may-match.ts';

/** What the signs that several currencies share mean on one page. */
export interface CurrencyContext {
  /** Of "$". */
  readonly dollar: string;
  /** Of "¥". */
  readonly yuan: string;
  /** Of 元: on a page of Taiwan or Hong Kong their own dollar. */
  readonly element: string;
  /** True where decimals have a comma, so that "1.990" is a thousand and more. */
  readonly comma: boolean;
  /** Of "kr". */
  readonly krone: string;
}

/** A sign or word before or after an amount, the currency it names, and how much of it one unit is (1 分 = 0.01 元). */
export interface CurrencySign {
  /** Null where the sign alone does not tell: "$", "¥" and 元. */
  readonly currency: string | null;
  readonly factor: string;
}

/** ISO codes of the currencies that price lists are written in, as alternatives of a pattern. */
export const CODES =
  'USD|CNY|RMB|EUR|GBP|JPY|HKD|SGD|AUD|CAD|INR|KRW|TWD|CHF|BRL|SEK|NOK|DKK|PLN|THB|IDR|MYR|VND|AED|SAR|MXN|NZD|ILS|ZAR|TRY|RUB|UAH|PHP|NGN|KZT|CZK|HUF|RON|BGN|ISK|EGP|QAR|KWD|BHD|OMR|CLP|COP|ARS|PKR|BDT|LKR|KES';

const SIGNS: Readonly<Record<string, string | null>> = {
  us$: 'USD',
  'u.s.$': 'USD',
  hk$: 'HKD',
  nt$: 'TWD',
  s$: 'SGD',
  a$: 'AUD',
  au$: 'AUD',
  c$: 'CAD',
  ca$: 'CAD',
  r$: 'BRL',
  mx$: 'MXN',
  nz$: 'NZD',
  'cn¥': 'CNY',
  'jp¥': 'JPY',
  'rmb¥': 'CNY',
  '€': 'EUR',
  '£': 'GBP',
  '₩': 'KRW',
  '₹': 'INR',
  '₪': 'ILS',
  '₺': 'TRY',
  '฿': 'THB',
  '₫': 'VND',
  '₽': 'RUB',
  'руб.': 'RUB',
  руб: 'RUB',
  rub: 'RUB',
  '₴': 'UAH',
  '₱': 'PHP',
  '₦': 'NGN',
  '₸': 'KZT',
  zł: 'PLN',
  'kr.': null,
  kr: null,
  лв: 'BGN',
  грн: 'UAH',
  บาท: 'THB',
  '﷼': 'SAR',
  'ج.م': 'EGP',
  kč: 'CZK',
  ft: 'HUF',
  lei: 'RON',
  tl: 'TRY',
  đ: 'VND',
  vnđ: 'VND',
  đồng: 'VND',
  rp: 'IDR',
  'rp.': 'IDR',
  rm: 'MYR',
  rs: 'INR',
  'rs.': 'INR',
  'ر.س': 'SAR',
  ريال: 'SAR',
  'د.إ': 'AED',
  درهم: 'AED',
  $: null,
  '¥': null,
  rmb: 'CNY',
  人民币: 'CNY',
  元: null,
  块: 'CNY',
  圆: 'CNY',
  yuan: 'CNY',
  美元: 'USD',
  美金: 'USD',
  美刀: 'USD',
  港元: 'HKD',
  港币: 'HKD',
  欧元: 'EUR',
  英镑: 'GBP',
  日元: 'JPY',
  円: 'JPY',
  新台币: 'TWD',
  ntd: 'TWD',
  台币: 'TWD',
  新加坡元: 'SGD',
  韩元: 'KRW',
  원: 'KRW',
  달러: 'USD',
  엔: 'JPY',
  유로: 'EUR',
  ドル: 'USD',
  米ドル: 'USD',
  ユーロ: 'EUR',
  dollars: 'USD',
  dollar: 'USD',
  euros: 'EUR',
  euro: 'EUR',
};

const FRACTIONS: Readonly<Record<string, CurrencySign>> = {
  角: { currency: 'CNY', factor: '0.1' },
  毛: { currency: 'CNY', factor: '0.1' },
  分: { currency: 'CNY', factor: '0.01' },
  厘: { currency: 'CNY', factor: '0.001' },
  毫: { currency: 'CNY', factor: '0.0001' },
  万元: { currency: null, factor: '10000' },
  '¢': { currency: 'USD', factor: '0.01' },
  cents: { currency: 'USD', factor: '0.01' },
  cent: { currency: 'USD', factor: '0.01' },
};

const escaped = (text: string) => text.replaceAll(/[.$]/g, String.raw`\$&`);
/** A letter before "s$" makes it the end of a word: "1k tokens$0.50". */
const word = (text: string) =>
  `${/^[a-zđ]/.test(text) ? '(?<![a-z])' : ''}${escaped(text)}${/^[a-zđ].*[a-złčđ]$/.test(text) ? '(?![a-z])' : ''}`;
const longestFirst = (names: readonly string[]) => [...names].sort((a, b) => b.length - a.length);

const BEFORE = Object.keys(SIGNS).filter(
  (sign) =>
    !/^(元|块|圆|yuan|美|港|欧|英|日|円|新|台|韩|원|달러|엔|유로|米?ドル|ユーロ|dollar|euro|zł|k[rč]|ft|lei|tl|đ|vnđ|лв|грн|บาท)/.test(
      sign,
    ),
);
const AFTER = Object.keys(SIGNS).filter(
  (sign) => !/^([a-z]+\$|[a-z]+¥|\$|¥|rmb¥|u\.s\.|r[pms]\.?$)/.test(sign) || sign === '$',
);

/** Source text of a pattern for what may stand before an amount (folded, case-insensitive). */
export const SIGN_BEFORE = `(?:${[...longestFirst(BEFORE).map(word), `(?<![a-z])(?:${CODES})(?![a-z])`].join('|')})`;
/** ... and after one. 分 of 分钟 (minutes) is no money. */
export const SIGN_AFTER = `(?:${[
  '万元',
  ...longestFirst(AFTER.filter((sign) => sign !== '$')).map(word),
  `(?:${CODES})(?![a-z])`,
  '[角毛厘]',
  // "1,20 $ pro TB"; the sign of "4090 $0.44" is of what comes behind it.
  String.raw`\$(?!\s*[\d.])`,
  '分(?![钟辨間毎以\\d]| ?TTL)',
  '¢',
  'cents?(?![a-z])',
].join('|')})`;

/** Source text of a pattern for the beginning of an amount in a text as written: "$5", "US$5", "USD 5". Signs and codes alone, for a quick look. */
export const MONEY_BEGINS = String.raw`(?:(?:[A-Z]{1,3})?[$€£¥￥₹₩₽₪₺฿₫₴₱₦₸﷼]|(?:ر\.س|د\.إ|ريال|درهم) ?|(?<![A-Za-z])(?:${CODES}|Rp\.?|Rs\.?|RM) ?)\s?\d`;
/** ... and for the end of one: "5 元", "5 USD". */
export const MONEY_ENDS = String.raw`\d\s?(?:[元円원$€£₽₩₹₪₺฿₫₴₱₸đ]|달러|ドル|ر\.س|د\.إ|ريال|درهم|ج\.م|﷼|บาท|(?:${CODES}|zł|kr|Kč|Ft|TL|lei|VNĐ|руб|лв|грн)(?![A-Za-zа-я]))`;

/** What a sign, code or word names; null where it is none. */
export function currencySign(sign: string): CurrencySign | null {
  // "RS 2000" is a server, "Rs 2000" are rupees.
  if (sign === 'RS') return null;
  // "Try it" names no lira, and "20 ft" no forint.
  if (/^(?:try|ft|tl|rm|rs|cop|ars)$/i.test(sign) && !/^\p{Lu}/u.test(sign)) return null;
  const key = sign.toLowerCase().replaceAll(/\s/g, '');
  const fraction = FRACTIONS[key];
  if (fraction !== undefined) return fraction;
  const named = SIGNS[key];
  if (named !== undefined) return { currency: named, factor: '1' };
  if (new RegExp(`^(?:${CODES})$`, 'i').test(key)) return { currency: key.toUpperCase(), factor: '1' };
  return null;
}

const PRICES_IN = String.raw`\b(?:prices?|pricing|amounts?|shown|listed|quoted|billed|charged|values?)\b[^.\n]{0,40}\b`;
const DOLLARS: readonly [string, RegExp][] = [
  ['AUD', new RegExp(`${PRICES_IN}(?:AUD|australian dollars)\\b`, 'i')],
  ['CAD', new RegExp(`${PRICES_IN}(?:CAD|canadian dollars)\\b`, 'i')],
  ['SGD', new RegExp(`${PRICES_IN}(?:SGD|singapore dollars)\\b`, 'i')],
  ['HKD', new RegExp(`${PRICES_IN}(?:HKD|hong kong dollars)\\b`, 'i')],
];

const OTHER_DOLLARS = /AUD|CAD|SGD|HKD|(?:australian|canadian|singapore|hong kong) dollars/i;

const dollarOf = (text: string): string =>
  (OTHER_DOLLARS.test(text) ? DOLLARS.find(([, pattern]) => pattern.test(text))?.[0] : undefined) ?? 'USD';

/** Whose 元 a page in traditional Chinese speaks of; mainland pages name those currencies too. */
const ELEMENTS: readonly [string, RegExp][] = [
  ['TWD', /新[台臺][币幣]|\bNTD\b|\bNT\$/i],
  ['HKD', /港[币幣]|\bHK\$/i],
];

const elementOf = (text: string): string =>
  (/[價費計幣]/.test(text) && !/人民[币幣]|\bRMB\b|\bCNY\b/i.test(text)
    ? ELEMENTS.find(([, pattern]) => pattern.test(text))?.[0]
    : undefined) ?? 'CNY';

/**
 * What "$" and "¥" mean on a page. "$" is the US dollar unless the page names another dollar as that of its prices; "¥" is the
 * renminbi unless the page is Japanese, or speaks of yen and not of yuan; 元 is the
 * renminbi unless a page in traditional Chinese names the dollar of Taiwan or Hong Kong.
 */
export function currencyContext(page: {
  readonly lang: string | null;
  readonly url: string;
  readonly text: string;
}): CurrencyContext {
  return {
    dollar: dollarOf(page.text),
    yuan: yenOrYuan(page),
    element: elementOf(page.text),
    comma: writesComma(page.lang, page.text),
    krone: kroneOf(page),
  };
}

const SIGNED = String.raw`(?:[$€£₺]|R\$|(?<!\p{L})(?:EUR|BRL|TRY|TL|zł|kr|Kč)(?!\p{L}))`;
const DIGITS = String.raw`\d{1,3}(?:[. ]?\d{3})*`;
const WITH_COMMA = new RegExp(
  `${SIGNED}\\s?${DIGITS},\\d{1,2}(?!\\d)|(?<![\\d.,])${DIGITS},\\d{1,2}\\s?${SIGNED}`,
  'u',
);
const WITH_POINT = new RegExp(
  `${SIGNED}\\s?\\d+\\.\\d{1,2}(?!\\d)|(?<![\\d.,])\\d+\\.\\d{1,2}\\s?${SIGNED}|(?<![\\d.,])0\\.\\d`,
  'u',
);
/** Languages whose decimals have a comma. */
const COMMA_LANGUAGES = /^(?:de|fr|es|it|pt|nl|pl|cs|sk|tr|id|vi|da|sv|nb|no|fi|el|ro|hu|ru|uk)\b/i;

/** True where the amounts of a page have decimals behind a comma and none behind a point; where they have none at all, its language tells. */
const writesComma = (lang: string | null, text: string): boolean =>
  !WITH_POINT.test(text) && (WITH_COMMA.test(text) || COMMA_LANGUAGES.test(lang ?? ''));
const KRONER: readonly [string, RegExp][] = [
  ['DKK', /^da\b|\.dk(?:[/:]|$)|\bDKK\b|\bdanske kroner\b/i],
  ['NOK', /^n[bno]\b|\.no(?:[/:]|$)|\bNOK\b|\bnorske kroner\b/i],
  ['ISK', /^is\b|\.is(?:[/:]|$)|\bISK\b/i],
];

const kroneOf = ({ lang, url, text }: Parameters<typeof currencyContext>[0]): string =>
  KRONER.find(
    ([, pattern]) => pattern.test(lang ?? '') || pattern.test(url) || (/\bkr\b/i.test(text) && pattern.test(text)),
  )?.[0] ?? 'SEK';

function yenOrYuan({
  lang,
  url,
  text,
}: {
  readonly lang: string | null;
  readonly url: string;
  readonly text: string;
}): string {
  if (lang?.startsWith('zh')) return 'CNY';
  if (lang?.startsWith('ja') || /\.jp(?:[/:]|$)|\/ja(?:-jp)?\//i.test(url) || /[ぁ-んァ-ヶ]/.test(text)) return 'JPY';
  const yuan = /元|人民币|RMB|CNY|yuan/i.test(text);
  return !yuan && /円|日元|JPY|\byen\b/i.test(text) ? 'JPY' : 'CNY';
}

const SCAN = new RegExp(
  `${SIGN_BEFORE}|(?<![a-zà-ɏ])(?:zł|kč|vnđ)(?![a-zà-ɏ])|元|新台币|美元|美金|港元|欧元|日元|円|yuan|(?<![a-z])(?:US )?dollars?(?![a-z])|(?<![a-z])euros?(?![a-z])`,
  'gi',
);
const signsIn = finder(SCAN);

/** The currency a label speaks of: "Price (USD)", "元/千tokens", "$ / hour". Null where it names none. */
export function findCurrency(folded: string, context: CurrencyContext): string | null {
  for (const match of signsIn(folded)) {
    const sign = currencySign(match[0].replace(/^us /i, ''));
    if (sign !== null) return resolveSign(sign, match[0], context);
  }
  return null;
}

/** The currency of a sign in the light of its page. */
export function resolveSign(sign: CurrencySign, written: string, context: CurrencyContext): string {
  if (sign.currency !== null) return sign.currency;
  if (written.endsWith('元')) return context.element;
  if (/^kr/i.test(written)) return context.krone;
  return written.includes('$') ? context.dollar : context.yuan;
}
