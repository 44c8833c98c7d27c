import { findDirections } from '../../../normalise/directions.ts';

/** A key as the words it is made of: inputCostPer1MTokens, input_cost_per_1m_tokens -> "input cost per 1m tokens". */
export function phraseOf(key: string): string {
  const known = phrases.get(key);
  if (known !== undefined) return known;
  const phrase = split(key);
  if (phrases.size < MOST_PHRASES) phrases.set(key, phrase);
  return phrase;
}

/** The same few keys stand in every entry of a document, and in every document of a source. */
const phrases = new Map<string, string>();
const MOST_PHRASES = 20_000;

function split(key: string): string {
  return key
    .replace(/(?:<=?|≤)\s*(?=\d)/, ' up to ')
    .replace(/(?:>=?|≥)\s*(?=\d)/, ' above ')
    .replaceAll(/[_\-./:()[\],;\s]+/g, ' ')
    .replaceAll(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
    .replaceAll(/(\p{Lu}+)(\p{Lu}\p{Ll})/gu, '$1 $2')
    .replaceAll(/\b(per)(?=\d)/giu, '$1 ')
    .trim()
    .toLowerCase();
}

const PRICE =
  /\b(?:on ?demand|spot|prices?|pricing|costs?|fees?|charges?|tariffs?|bid|dph|hourly|overages?(?= (?:per|rate)\b)|usd|cents?|cny|rmb|eur|gbp|chf|aud|sgd|hkd|brl|sek|nok|dkk|pln|inr|jpy|krw|mtok|rate card|hourly rate|rate per)\b|价|费用/;
/** Numbers that say how much of something there is, was or may be: never a price, whatever stands around them. */
const NO_PRICE =
  /\b(?:discounts?|ratio|multiplier|percent(?:age)?|pct|savings?|credits?|balance|budget|minimum(?! bid)|maximum|max (?:cost|price|spend|bid)|(?:monthly|daily|hourly|spending|budget|usd) limits?|spend|(?<!(?:excl|excluding|incl|including|with|without) )tax|vat rate|origin(?:al)?|old|previous|before|was|index|id|version|count|updated?|created?|timestamp|date|elo|score|rank|win|benchmarks?|threshold|estimated|conversion|factor|dbu|db cost|neurons?|points?|included|allowance|scale|exponent|precision|decimals?|num|conditions?|operands?|free (?:devices?|gpus?|nodes?|instances?|slots?)|availab(?:le|ility))\b/;
/** The same, unless the key itself speaks of a price: "memory" is a size, "memory price" is none. */
const NO_PRICE_BARE =
  /\b(?:context|window|length|limits?|max|min|quota|rpm|tpm|rpd|memory|vram|ram|gb|mb|vcpus?|cpus?|cores|disk|bandwidth|num|number|quantity|size|start|end|from|to|above|below|duration|latency|throughput|parameters?|params|release|knowledge|days?|dimensions?|ranges?|widths?|heights?|iterations?|steps?)\b/;

/** Keys that say how much an amount buys: {"price": 1.1, "per": 1000000}. */
export const COUNT_KEY = /^per(?: tokens?)?$|^(?:price )?unit (?:size|quantity)$/;

const PER_TIME = /^per .*\b(?:hr|hour|day|month|mo|minute|min|second|sec)$/;

/** True where a key (as a phrase) names a price; `keys` are those between its entry and it. */
export function namesPrice(phrase: string, keys: string): boolean {
  if (COUNT_KEY.test(phrase)) return false;
  const around = keys.replaceAll(THRESHOLD, ' ');
  if (NO_PRICE.test(phrase) || NO_PRICE.test(around)) return false;
  if (PRICE.test(phrase) || /\b(?:cost|price)s? per\b/.test(around)) return true;
  // {"pricing": {"per_vcpu_hr": 0.003}}: what is bought, and for how long.
  if (PER_TIME.test(phrase) && PRICE.test(around)) return true;
  return !NO_PRICE_BARE.test(phrase) && !NO_PRICE_BARE.test(around) && PRICE.test(around);
}

/** "egress per gb", "per image": so much for each, where a currency or prices are spoken of. "Requests per minute" counts requests. */
export const isRate = (phrase: string): boolean => RATE.test(phrase) && !NO_PRICE.test(phrase) && !COUNTS.test(phrase);
const RATE =
  /^(?:\p{L}+ ){0,3}per (?:gb|gib|tb|tib|image|megapixel|video|song|page|document|minute|min|hour|hr|second|sec|day|month|request|call|query|search|user|seat|gpu|1k|1m|1000|million|thousand)\b/u;
const COUNTS =
  /\b(?:requests?|tokens?|images?|quer(?:y|ies)|calls?|frames?|words?|messages?|i?ops|max(?:imum)?|limits?|concurrent|size|rpm|tpm|gpus?|vcpus?|cores?|memory|bytes|iterations?|seconds|minutes|hours|users|seats)(?: \p{L}+)? per\b/u;

/** "storage overage per gb month": so much for each of it, whatever stands around; "iops per gb" is none. */
export const isRateOfData = (phrase: string): boolean =>
  /\bper (?:gb|gib|tb|tib)\b/.test(phrase) &&
  isRate(phrase) &&
  !/\b(?:throughput|bandwidth|baseline|speed|mbps)\b/.test(phrase);

/** "input per 1m tokens", "completion per 1k": so much for so many of a way of tokens. */
export const isRateOfTokens = (phrase: string): boolean =>
  PER_TOKENS.test(phrase) && !NO_PRICE.test(phrase) && directionOf(phrase) !== null;
const PER_TOKENS =
  /^(?:\p{L}+ ){1,3}per (?:1 ?[mk]|1000|1000000|million|thousand|m|k|m ?toks?|mtokens|k ?toks?)(?: (?:\p{L}+ )?tok(?:en)?s?)?(?: (?:usd|eur|cny))?$/u;

/** "1024x1536", "720p", "high": how large or how good a picture is. */
export const isGrade = (phrase: string): boolean => GRADE.test(phrase);
const GRADE = /^(?:\d{3,4} ?[x×] ?\d{3,4}|\d{3,4}p|[1248]k|low|medium|high|hd|uhd|standard|auto)$/;

/** "reserved 1y", "commit 12 months": for how long one buys. */
export const isTerm = (phrase: string): boolean =>
  /^(?:reserved|commit(?:ted|ment)?|prepaid|cud|ri|savings plan)(?: use)?(?: ?\d+ ?(?:m|mo|months?|y|yrs?|years?))?$|^(?:\d+ ?|(?:one|two|three|six|twelve) )(?:mo|months?|y|yrs?|years?)(?: (?:reserved|commit(?:ted|ment)?|term|ri|cud|savings plan))?$/.test(
    phrase,
  );

/** True where a key could be a price if the keys beside it say so: {"input": 2.5, "output": 10}. */
export function isBareDirection(phrase: string, around: string): boolean {
  const whole = `${around.replace(OF_TIERS, '')} ${phrase}`;
  if (NO_PRICE.test(whole) || NO_PRICE_BARE.test(whole) || /\btokens?\b|. in$/.test(phrase)) return false;
  return directionOf(phrase) !== null;
}

/** "context tiers": ranges that prices hold for. */
const OF_TIERS = /\b(?:context|prompt|length|volume|token) (?:tiers?|ranges?|overrides?|brackets?|pricing)\b/g;

export type Direction = 'input' | 'output' | 'cached_input' | 'cache_write';

type Found = ReturnType<typeof findDirections>[number]['direction'];

function tokenDirection(found: Found | undefined): Direction | null {
  return found === undefined || found === 'storage' || found === 'training' ? null : found;
}

/** Which way tokens go, as the words of keys say it. */
export function directionOf(phrase: string): Direction | null {
  if (/\P{ASCII}/u.test(phrase)) return tokenDirection(findDirections(phrase)[0]?.direction);
  if (/\bstorage\b|\btrain/.test(phrase)) return null;
  if (/\bcach/.test(phrase) && !/\bmiss\b|\buncached\b|\bnon cach/.test(phrase)) {
    return /\b(?:writes?|written|creat\w*|store)\b/.test(phrase) ? 'cache_write' : 'cached_input';
  }
  if (
    /\b(?:outputs?|completions?|generat\w+|responses?|reasoning|thinking)\b|\bout(?: tokens?)?$|^out (?:price|cost)\b/.test(
      phrase,
    )
  )
    return 'output';
  return /\b(?:inputs?|prompts?|miss|uncached|request tokens?)\b|\bin(?: tokens?)?$|^in (?:price|cost)\b/.test(phrase)
    ? 'input'
    : null;
}

const KNOWN =
  /\b(?:prices?|pricing|costs?|fees?|charges?|rates?|tariffs?|bid|dph|hourly|monthly|yearly|annual|amount|value|specification|usd|cents?|micros?|cny|rmb|eur|gbp|chf|aud|cad|sgd|hkd|brl|sek|nok|dkk|pln|inr|jpy|krw|per|in|of|the|for|us|1m|1k|m|k|million|thousand|mtok|tokens?|toks?|base|list|retail|standard|default|current|units?|total|net|(?:excl|excluding|without) (?:vat|tax)|inputs?|outputs?|prompts?|completions?|out|cached?|caching|reads?|writes?|creation|hits?|miss|hours?|hrs?|hr|months?|years?|seconds?|secs?|minutes?|requests?|calls?|query|queries|gpus?|instances?|gb|on|demand|ondemand|spot|internal|api|model|data|result|info|details?|code|text|label|formatted|dollars?|euros?|options?|tiers?|overrides?|tiered|min|minimum|lowest|history|uninterruptable|avg|average|and|refresh(?:es)?)\b|\b\d+\b|价格?|费用|单价|输入|输出|缓存|命中|未|写入|读取|元|每|百万|千|[$€£¥￥]/g;

/** "context over 200k", "above 128k tokens": a context tier written into a key. */
const THRESHOLD = /\b(?:context )?(?:above|over|below|under|up to|gt|lt|lte|gte) \d+ ?[km]?\b/g;

/** "up to 200k": a context tier is all a key says. */
export const isThreshold = (phrase: string): boolean => phrase !== '' && phrase.replaceAll(THRESHOLD, '').trim() === '';

export function thresholdOf(phrase: string): string | null {
  return phrase.match(THRESHOLD)?.join(' ') ?? null;
}

/** What the last key says beyond meter, unit and money ("web search", "1h"), and keys before it of a modality or system. */
export function qualifierOf(phrase: string, around = ''): string | null {
  const last = phrase.replaceAll(THRESHOLD, ' ').replaceAll(KNOWN, ' ');
  const words = new Set(
    [...(around.match(MODALITY) ?? []), ...last.split(/\s+/)].filter((word) => /[\p{L}\p{N}]/u.test(word)),
  );
  return words.size === 0 ? null : [...words].join(' ');
}

/** Other keys on the way are structure ("properties", "localizations"): only these say what a price is of. */
const MODALITY =
  /\b(?:audio|images?|video|speech|reasoning|thinking|search|linux|windows|rhel|suse|hd|low|medium|high|5m|1h|gross|net)\b|\b(?:add ?ons?|backups?|snapshots?|egress|ingress|traffic|bandwidth|ipv4|licen[sc]es?|support)\b/g;

/** True where the keys price something sold beside the product: its backups, its traffic. */
export function isExtra(around: string): boolean {
  return /\b(?:add ?ons?|backups?|snapshots?|egress|ingress|traffic|bandwidth|ipv4|licen[sc]es?|support)\b/.test(
    around,
  );
}
