import { isAmountOfUse } from './amounts-of-use.ts';
import { finder } from './may-match.ts';
import { remembered } from './remembered.ts';

const QUANTITY = String.raw`\d[\d,]*(?:\.\d+)?\s*(?:k|m|b|万|千|百万)?(?![a-z\d])`;
const WHAT = String.raw`(?:input|output|prompts?|contexts?|requests?|tokens?|length|输入|输出|单次|请求|上下文|长度|的|token数?|字数|text|\s)*`;
/** A range in brackets belongs to a length; "输入(0-32k)" is the input price of that range. */
const OF_LENGTH = String.raw`(?:(?:input|output|输入|输出)(?=\s*(?:的|token|length|长度|context))|prompts?|contexts?|requests?|tokens?|length|单次|请求|上下文|长度|的|token数?|字数|text|,|\s)*`;
const THING = String.raw`(?:\s*(?:input|output|context|prompt)?\s*(?:tokens?|字|k tokens?|tb|gb|pb|tib|gib|requests?|calls?|images?|次|hours?|gpus?))?(?:\s*\/\s*(?:month|mo|月))?(?:\s*(?:context|prompts?|window|length))?`;

/** Ranges of context, volume or length that a price depends on, as pages write them. Folded text, case-insensitive. */
const PATTERNS: readonly string[] = [
  // 输入长度 [0, 32], (32, 128], [0.2+)
  String.raw`${OF_LENGTH}[\[(]\s*\d+(?:\.\d+)?\s*[km]?\s*(?:[,，~-]\s*(?:\d+(?:\.\d+)?\s*[km]?|\+?\s*∞|inf|\+)|\+)\s*[\])](?:\s*[km](?![a-z]))?`,
  // 0<调用量≤300万, 3000万<调用量
  String.raw`(?<![\w.])${QUANTITY}\s*[<≤]=?\s*(?:[a-z ]{2,16}|[\u4e00-\u9fff]{1,10})(?:\s*[<≤]=?\s*${QUANTITY}|$)`,
  // 0<Token≤128K, prompts ≤ 200k tokens, > 200K
  String.raw`(?:(?<!per\s|\/\s?|每)${QUANTITY}\s*(?=[^,]{0,30}[<>≤≥]))?${WHAT}[<>≤≥]\s*${WHAT}[<>≤≥]?\s*${QUANTITY}${THING}`,
  // 4K(3840×2160)及以下, HD (1280x720) and below
  String.raw`(?:\b(?:[248]k|u?hd|fhd|qhd|sd|\d{3,4}p)\s*)?\(?\d{3,4}\s*[x×*]\s*\d{3,4}\)?\s*(?:及?以[上下内]|(?:and|or) (?:above|below|less|lower|higher|smaller|larger)\b)`,
  // ≤ 200K written after the quantity: 200K以上
  String.raw`${WHAT}${QUANTITY}\s*(?:tokens?)?\s*(?:及?以[上下内]|之内)`,
  // 256K~1M, 32k - 128k, 0-128K
  String.raw`(?<![\w.$¥€£/-])${OF_LENGTH}\d[\d,.]*\s*(?:[km]|万|[tgp]i?b|b|million|billion)?\s*(?:~|-|至|到|\bto\b)\s*\d[\d,.]*\s*(?:[km]|万|[tgp]i?b|b|million|billion)(?![a-z])${THING}`,
  // First 50 TB / Month, Next 450 TB, over 500 TB, up to 128K tokens
  String.raw`\b(?:first|next|up to|over|above|below|under|less than|more than|greater than|beyond|exceeding|after|at least|maximum)\s+\d[\d,.]*\s*(?:(?:k|m|b|million|billion|thousand)?(?![a-z\d])|(?=[kmgtp]i?b\b))${THING}`,
  String.raw`(?:前|超过|超出|小于|大于|低于|不超过|不足|少于|大于等于|小于等于)\s*${QUANTITY}${THING}`,
  // 50 TB and above, 10,000 requests or more
  String.raw`(?<![\w.$¥€£/-])\d[\d,.]*\s*(?:[kmb]|[kmgtp]i?b|million|billion)?(?:\s(?:tokens?|requests?|calls?|images?|gpus?))? (?:and|or) (?:above|over|more|up|below|less|fewer)\b`,
  // 100GiBを超過した分, 1万トークン以上
  String.raw`\d[\d,.]*\s*(?:[kmgt]i?b|[km]|万|千)?(?:トークン|文字|件|回)?(?:を?超(?:[過过]|え)(?:した|る)?分?|以上|以下|未満|まで)`,
  // 128K+, 200K+ context
  String.raw`(?<![\w.$¥€£/-])\d+\s*(?:[km]|[tp]i?b)\s*\+${THING}`,
  String.raw`\b(?:short|long)[\s-]+context\b(?:\s*\([^)]*\))?|(?:短|长)(?:上下文|文本)`,
];
const TIER = new RegExp(PATTERNS.map((source) => `(?:${source})`).join('|'), 'gi');
const tiersIn = finder(TIER);

/** Some part of every range: most labels have none of them. */
const HINT =
  /[<>≤≥[~+]|\(\s*\d|\d\s*(?:k|m|b|万|[tgp]i?b)?\s*(?:-|至|到|to\b)|以[上下内]|之内|未満|まで|\d.*(?:前|超|小于|大于|低于|不|少于)|(?:前|超|小于|大于|低于|不|少于).*\d|\b(?:first|next|up to|over|above|below|under|less|more|greater|beyond|exceeding|after|at least|maximum)\b.*\d|\d.* (?:and|or) (?:above|over|more|up|below|less|fewer)\b|context|上下文|文本/i;

export interface TierFound {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** The ranges a folded text names. */
export function findTiers(text: string): TierFound[] {
  const found: TierFound[] = [];
  // "0 to 10 TB", and "5,001 to 50,000 images: $1.00".
  const head = text.slice(0, text.indexOf(': ') + 1).replace(/:$/, '') || text;
  if (isAmountOfUse(head)) return [{ text: head, start: 0, end: head.length }];
  if (!/\d|context|上下文|文本/i.test(text) || !HINT.test(text)) return found;
  for (const match of tiersIn(text)) {
    const written = match[0].replace(/^[\s,]+|[\s,]+$/g, '');
    if (written === '') continue;
    const start = match.index + match[0].indexOf(written);
    // "(32, 128]" is an interval, the brackets of "(0-32k)" are only brackets.
    found.push({ text: written.replace(/^\(([^,，\])]*)\)$/, '$1'), start, end: start + written.length });
  }
  return found;
}

/** True where a whole cell is a range or a count: a column of such cells is a tier column. */
export const isTierOnly = remembered((text: string): boolean => {
  let rest = text;
  for (const tier of findTiers(text).reverse()) rest = `${rest.slice(0, tier.start)} ${rest.slice(tier.end)}`;
  if (rest === text) return false;
  return (
    rest.replaceAll(
      /\b(?:tokens?|and|且|or|input|output|context|length|prompts?|requests?|month)\b|输入|输出|长度|上下文|阶梯|[\s,;:，；：()&/.-]/gi,
      '',
    ) === ''
  );
});
