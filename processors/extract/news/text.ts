import { Converter } from 'opencc-js/t2cn';
import { MAINLAND_WORDS } from '../../normalise/simplified.ts';

/**
 * Full-width forms that mean the same as their ASCII counterparts. Chinese commas, colons, semicolons and stops stay:
 * they end clauses and never belong to a number.
 */
const KEEP_WIDE = new Set('，：；！？');
const LOOKALIKES: readonly (readonly [string, string])[] = [
  ['\u00a0\u2002\u2003\u2005\u2009\u200a\u202f\u3000\u200b\ufeff\t', ' '],
  ['\u2010\u2011\u2012\u2013\u2212\ufe63', '-'],
  ['\u2018\u2019\u201b\u02bc', "'"],
  ['\u201c\u201d\u201f', '"'],
  ['\u2248\u223c\u301c\u02dc\u2241', '~'],
  ['\u2265\u2a7e', '≥'],
  ['\u2264\u2a7d', '≤'],
];

/** One entry per UTF-16 unit: lower case, half width, simplified Chinese. Built once, about 30 ms. */
const buildTable = (): Uint16Array => {
  const table = new Uint16Array(65_536);
  for (let unit = 0; unit < 65_536; unit++) {
    const char = String.fromCharCode(unit);
    const lower = char.toLowerCase();
    table[unit] = lower.length === 1 ? lower.charCodeAt(0) : unit;
  }
  for (let unit = 0xff01; unit <= 0xff5e; unit++) {
    if (KEEP_WIDE.has(String.fromCharCode(unit))) continue;
    table[unit] = String.fromCharCode(unit - 0xfee0)
      .toLowerCase()
      .charCodeAt(0);
  }
  table['￥'.charCodeAt(0)] = '¥'.charCodeAt(0);
  table['﹪'.charCodeAt(0)] = '%'.charCodeAt(0);
  for (const [from, to] of LOOKALIKES) for (const char of from) table[char.charCodeAt(0)] = to.charCodeAt(0);
  // 昇 has its own place in simplified names (昇腾).
  const simplify = Converter({ from: 't', to: 'cn' });
  for (let unit = 0x4e00; unit <= 0x9fff; unit++) {
    const simple = simplify(String.fromCharCode(unit));
    if (simple.length === 1 && unit !== 0x6607) table[unit] = simple.charCodeAt(0);
  }
  return table;
};
let table: Uint16Array | null = null;
/** Scratch of `fold`, as long as the longest text so far: the units, and their low bytes. */
let units = new Uint16Array(4096);
let bytes = Buffer.alloc(4096);

/** Words of Taiwan and Hong Kong, and a translation of "token", with their equals of the same length. */
const MAINLAND: Readonly<Record<string, string>> = {
  ...MAINLAND_WORDS,
  令牌: '词元',
  计画: '计划',
  规画: '规划',
  客制: '定制',
  '，当中': '，其中',
  '；当中': '；其中',
  '。当中': '。其中',
};
const ISLAND = new RegExp(Object.keys(MAINLAND).join('|'), 'g');

/** 二零二六年六月三十日, as Hong Kong's filings write it. */
const HAN_DATE =
  /(二[零〇○][一二三四][零〇○一二三四五六七八九])年(?:([一二三四五六七八九]|十[一二])月(?:(三十一?|二?十[一二三四五六七八九]|[一二三四五六七八九])日)?)?/g;
/** 一块半美金, 三块五美元: units and tenths, as one says them. */
const AND_A_HALF = /([一二两三四五六七八九])块([半一二三四五六七八九])(?=美[金元]|刀)/g;
/** A text may have one of these. */
const ODD = new RegExp([HAN_DATE, ISLAND, AND_A_HALF].map(({ source }) => source).join('|'));
const DIGIT_OF = (han: string): string => String('一二三四五六七八九'.indexOf(han) + 1);

/** The same date in digits, as long as it was. */
const inDigits = (date: string, year: string, month?: string, day?: string): string => {
  const number = (han: string): string => {
    const [tens, ones] = han.includes('十') ? han.split('十') : ['', han];
    const ten = han.includes('十') ? (tens === '' ? '1' : DIGIT_OF(tens ?? '')) : '';
    return `${ten}${ones === '' ? '0' : DIGIT_OF(ones ?? '')}`.padEnd(han.length, ' ');
  };
  const digits = [...year].map(DIGIT_OF).join('');
  return month === undefined
    ? `${digits}年`
    : `${digits}年${number(month)}月${day === undefined ? '' : `${number(day)}日`}`.padEnd(date.length, ' ');
};

/**
 * The text as every rule of the reader sees it: lower case, half width, simplified Chinese, plain quotes and dashes.
 * Exactly as long as the original, so that an offset in one is an offset in the other.
 */
export function fold(text: string): string {
  table ??= buildTable();
  if (units.length < text.length) {
    units = new Uint16Array(2 * text.length);
    bytes = Buffer.alloc(2 * text.length);
  }
  let narrow = 0;
  for (; narrow < text.length; narrow++) {
    const unit = table[text.charCodeAt(narrow)] ?? 0;
    if (unit > 255) break;
    bytes[narrow] = unit;
  }
  const wide = narrow < text.length;
  if (wide) {
    for (let i = 0; i < narrow; i++) units[i] = bytes[i] ?? 0;
    for (let i = narrow; i < text.length; i++) units[i] = table[text.charCodeAt(i)] ?? 0;
  }
  // A byte a character where that is enough: patterns run faster over it.
  const plain = wide
    ? Buffer.from(units.buffer, 0, 2 * text.length).toString('utf16le')
    : bytes.toString('latin1', 0, text.length);
  return wide && ODD.test(plain) ? inUsualWords(plain) : plain;
}

const inUsualWords = (text: string): string =>
  text
    .replace(HAN_DATE, inDigits)
    .replace(ISLAND, (word) => MAINLAND[word] ?? word)
    .replace(AND_A_HALF, decimal);

const decimal = (_: string, units: string, tenths: string): string =>
  `${units === '两' ? 2 : DIGIT_OF(units)}.${tenths === '半' ? 5 : DIGIT_OF(tenths)}`;

/** True where a character does not fit into a byte, as a dash or a euro sign does not. */
export const isWide = (text: string): boolean => /[^\0-\xff]/.test(text);

/**
 * The same text, held with a byte a character where all fit. A Latin sentence cut from a wide text is held with two, and
 * patterns with Chinese words among their alternatives take longer over it.
 */
export const narrow = (text: string): string => (isWide(text) ? text : Buffer.from(text, 'latin1').toString('latin1'));

/** Every match of a global pattern, as `matchAll` finds them, but without a copy of the pattern for every text. */
export function matches(pattern: RegExp, text: string): RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    found.push(match);
    if (match[0] === '') pattern.lastIndex++;
  }
  return found;
}

/** True for a Chinese character (the common block; rarer ones do not occur in the gazetteer). */
export const isHan = (unit: number): boolean => unit >= 0x4e00 && unit <= 0x9fff;

/** True where a text has a Chinese character. The same sentence is asked about dozens of times in a row. */
export function hasHan(text: string): boolean {
  if (text !== asked) {
    asked = text;
    isHanText = HAN.test(text);
  }
  return isHanText;
}
const HAN = /[\u4e00-\u9fff]/;
let asked = '';
let isHanText = false;

/** True for a letter or digit of the Latin alphabet, lower case as `fold` leaves it. */
export const isWordUnit = (unit: number): boolean => (unit >= 97 && unit <= 122) || (unit >= 48 && unit <= 57);
