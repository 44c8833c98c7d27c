import type { Article } from '../analysis.ts';
import { shift } from '../numbers.ts';
import type { Quantity } from '../quantity.ts';
import type { Reading } from '../reading.ts';

/** "（单位：百万美元）", "(US$ million)", "in billions of dollars", "Spending, $ billion", "（亿元）": what bare numbers below are counted in. */
const DECLARED =
  /(?:单位|unit)s? ?[:：]? ?(?<pre>新台币|港[元币]|日元|美元|人民币)? ?(?<zh>百万|千万|亿|十亿|万|千)(?<zhc>美元|港[元币]|欧元|日元|元|人民币|新台币)|[(](?:in )?(?<sign>us\$|usd|\$|rmb|cny|€|eur)?,? ?(?<en>millions?|billions?|mn|bn|m|b)(?: of)?(?: (?<enc>us dollars|u\.s\. dollars|dollars|yuan|rmb|usd|euros))?[)]|(?:[(](?:单位)?|[/,，、] ?)(?<zh2>百万|千万|十亿|亿|万|千)(?<zhc2>美元|元|人民币)(?:人民币)?(?:[)]|$)|\b(?<en2>millions|billions) of (?<enc2>us dollars|u\.s\. dollars|dollars|yuan|rmb|usd|euros)|(?:[,:] ?|^)(?:in )?(?<sign3>us\$|usd|\$|rmb|cny|€|eur) ?(?<en3>millions?|billions?|mn|bn|m|b)$/;
const EXPONENTS: Readonly<Record<string, number>> = {
  千: 3,
  万: 4,
  百万: 6,
  千万: 7,
  亿: 8,
  十亿: 9,
  million: 6,
  millions: 6,
  mn: 6,
  m: 6,
  billion: 9,
  billions: 9,
  bn: 9,
  b: 9,
};

export interface DeclaredUnit {
  readonly currency: string;
  readonly exponent: number;
  /** Only the currency is said: of sums that have their millions and billions beside them. */
  readonly ofLarge?: true;
}

/** "All figures in US dollars." */
const CURRENCY_ALONE =
  /\b(?:figures|amounts|sums|numbers|values) (?:are |is |stated |given |shown |reported )*in (us dollars|u\.s\. dollars|dollars|yuan|renminbi|rmb|usd|euros)\b|(?:金额|数字|数据)(?:均|都|皆)?(?:以|按|为)(美元|人民币|欧元)/;

export function readDeclaredUnit(text: string): DeclaredUnit | null {
  const g = DECLARED.exec(text)?.groups;
  if (!g) {
    const alone = CURRENCY_ALONE.exec(text);
    const word = alone?.[1] ?? alone?.[2];
    return word === undefined ? null : { currency: currencyNamed(word), exponent: 0, ofLarge: true };
  }
  const magnitude = g['zh'] ?? g['en'] ?? g['zh2'] ?? g['en2'] ?? g['en3'] ?? '';
  const word = g['pre'] ?? g['pre2'] ?? g['zhc'] ?? g['sign'] ?? g['enc'] ?? g['zhc2'] ?? g['enc2'] ?? g['sign3'];
  if (word === undefined) return null;
  return { currency: currencyNamed(word), exponent: EXPONENTS[magnitude] ?? 0 };
}

const currencyNamed = (word: string): string => NAMED.find(([pattern]) => pattern.test(word))?.[1] ?? 'CNY';
const NAMED: readonly (readonly [RegExp, string])[] = [
  [/美|\$|usd|dollar/, 'USD'],
  [/€|eur|欧/, 'EUR'],
  [/台/, 'TWD'],
  [/港/, 'HKD'],
  [/日/, 'JPY'],
];

/** Bare numbers of a sentence as money, where a unit was declared for them above; the others as they are. */
export function withDeclaredUnit(article: Article, reading: Reading): Reading {
  const mayBe = (q: Quantity): boolean =>
    q.unit === 'number' &&
    !NUMBERED.test(reading.text.slice(0, q.start)) &&
    Number(q.min ?? q.max) >= 1 &&
    !COUNTED.test(reading.text.slice(q.end));
  if (!reading.quantities.some(mayBe)) return reading;
  for (let i = reading.index; i >= 0 && i >= reading.index - 12; i--) {
    const sentence = article.sentences[i];
    if (!sentence) break;
    const unit = readDeclaredUnit(article.folded.slice(sentence.start, sentence.end));
    if (!unit) continue;
    const isSum = (q: Quantity): boolean => mayBe(q) && q.large === (unit.ofLarge ?? false);
    return reading.with({ declared: reading.quantities.map((q) => (isSum(q) ? asMoney(q, unit) : q)) });
  }
  // 上半年各家资本开支（亿元）: the title, of the lines that a text begins with.
  const titled = reading.index < 12 && LINE.test(reading.text) ? readDeclaredUnit(article.titleText) : null;
  if (titled === null) return reading;
  return reading.with({
    declared: reading.quantities.map((q) => (mayBe(q) && !q.large && !titled.ofLarge ? asMoney(q, titled) : q)),
  });
}

/** "400 customers", 超过6900万辆: of things, no money. */
const COUNTED = /^ [a-z]{3,}s\b|^ ?(?:[多余]?[万亿] ?)?[多余]?[辆户家人台张颗块枚架座个款项次名位片件套件股倍头平吨度]/;

/** 阿里巴巴：672: a name and its figure. */
const LINE =
  /^[\u4e00-\u9fff\w .&()（）-]{2,24}(?:[:：]|\s{1,8}| ?——? ?)[\d.,]+[^\u4e00-\u9fff]{0,3}(?:[（(][^（）()]*[）)])?$/;

/** 表1：…（亿美元）: which table it is, no sum. */
const NUMBERED = /(?:图表?|表格?|附[图表录]|\b(?:table|figure|fig\.?|exhibit|chart)) ?$/;

const asMoney = (q: Quantity, { currency, exponent }: DeclaredUnit): Quantity => ({
  ...q,
  unit: 'money',
  currency,
  min: q.min === null ? null : shift(q.min, exponent),
  max: q.max === null ? null : shift(q.max, exponent),
  large: true,
});
