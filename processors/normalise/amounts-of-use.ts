const SCALE = '(?:[kmb]|千|万|百万|千万|亿|thousand|million|billion)';
const THING =
  '(?:[kmgtp]i?b|[kmgt]bps|[gtp]|(?:次|条|张|个|页|分钟|小时|秒|字符|核|用户)(?:调用|请求)?|tokens?|(?:api )?(?:requests?|calls?)|messages?|emails?|e-mails?|sms|images?|pages?|minutes?|hours?|characters?|operations?|queries|searches|events?|lookups?|transactions?|units?|users?|seats?|nodes?|instances?|gpus?|mau)';
const AMOUNT = String.raw`\d[\d,]*(?:\.\d+)?(?:\s*${SCALE}(?![a-z]))?(?:\s*${THING}(?![a-z]))?`;
/** "10 TB (含) - 50 TB", "0 - 10 TB (inclusive)": which end is within. */
const END = String.raw`(?:\s*\((?:不?包?含|incl|excl)[^()]{0,16}\))?`;
const WHEN = String.raw`(?:\s*(?:\/|per|a|each|每)\s*(?:month|mo|day|hour|year|月|日|天))?`;
const LEAD =
  '(?:(?:the )?(?:first|next)|up to|over|above|below|under|beyond|after|exceeding|at least|at most|(?:less|more|greater|fewer) than(?: or equal to)?|前|[超大高][过出于]|[小低少][于]|不超过|不足|至少|[<>≤≥]=?)';
const TAIL = String.raw`(?:\s*(?:及|或|\()?以[上下内外]\)?|之内|\s*\+|\s*(?:and|or) (?:above|over|more|up|below|less|fewer|under))`;
const BETWEEN = String.raw`\s*(?:[~-]|至|到|to|and|[<≤]=?[^\d<>≤≥]{0,16}[<≤]=?)\s*`;
const FORMS = [
  // 1 GB ~ 10 TB, 0 to 10, between 1,000 and 5,000, 10 TB < 流量 ≤ 50 TB
  `(?:between |从)?${AMOUNT}${END}${BETWEEN}${AMOUNT}${END}`,
  // [0, 10 TB), (500 Mbps, +∞)
  String.raw`[\[(]\s*${AMOUNT}\s*[,~-]\s*(?:${AMOUNT}|\+?\s*∞)\s*\)(?<=\[.*|,.*)`,
  String.raw`[\[(]\s*${AMOUNT}\s*[,~-]\s*(?:${AMOUNT}|\+?\s*∞)\s*\]`,
  // first 10 TB, 超出 1 PB, ≥ 50 TB, 用量 > 5 Gbps; what is cached is no use
  String.raw`(?:(?!cache|缓存)\p{L}[^\d<>≤≥]{0,12}(?=[<>≤≥]))?${LEAD}\s*${AMOUNT}${END}`,
  // 100 万次以上, 10,000 and above, 500+, 500,000+ requests
  String.raw`${AMOUNT}${END}${TAIL}(?:\s*${THING}(?![a-z]))?`,
].join('|');

const ONLY = new RegExp(String.raw`^(?:每月|monthly )?(?:${FORMS})(?:\s*的?部分)?${WHEN}$`, 'iu');

/** "2024-2025": years, and no amounts. */
const YEARS = /^(?:19|20)\d\d ?[-~] ?(?:19|20)?\d\d$/;

/** True for a folded text that says from where to where an amount of use goes, and nothing else: "10 TB (incl.) - 50 TB", "0 to 10", "100 万次以上". */
export const isAmountOfUse = (text: string): boolean => text.length <= 60 && ONLY.test(text) && !YEARS.test(text);
