import { Alternatives } from './alternatives.ts';
import { AFTER, BEFORE, type RateMeter } from './rate-forms.ts';

/** What an amount of money buys. */
export interface Rate {
  readonly start: number;
  readonly end: number;
  readonly meter: RateMeter;
  /** How many units: 1000000 for "per million tokens". */
  readonly per: number;
  readonly side: TokenSide | null;
}
export type TokenSide = 'input' | 'output' | 'cached_input' | 'cache_write' | 'blended';

const CAPTURES = /(?<![\\[])\((?!\?)/g;

/** Says which of them matches first, trying those only that may begin there. */
const AFTER_BY_INDEX = new Alternatives(
  AFTER.map(({ re }, index): [number, string] => [index, re.source.replace(CAPTURES, '(?:')]),
);

const COUNTS: Readonly<Record<string, number>> = {
  k: 1e3,
  thousand: 1e3,
  million: 1e6,
  m: 1e6,
  mn: 1e6,
  mm: 1e6,
  b: 1e9,
  billion: 1e9,
  千: 1e3,
  万: 1e4,
  十万: 1e5,
  百万: 1e6,
  千万: 1e7,
  亿: 1e8,
};
const readCount = (text: string | undefined): number | null => {
  if (!text) return null;
  const match = /^(?:(\d[\d, ]*)|one|a|一)? ?([a-z千万百十亿]*)$/.exec(text.trim());
  if (!match) return null;
  const magnitude = match[2] ? COUNTS[match[2]] : 1;
  if (magnitude === undefined) return null;
  const count = Number((match[1] ?? '1').replace(/[, ]/g, '')) * magnitude;
  return Number.isFinite(count) && count > 0 ? count : null;
};

/** Which token meter a word names; null for none. */
export function readSide(word: string | undefined): TokenSide | null {
  if (!word) return null;
  if (/写入|writ|storage|创建|creation/.test(word)) return 'cache_write';
  if (/uncached|fresh|未命中/.test(word)) return 'input';
  if (/cach|缓存|命中/.test(word)) return 'cached_input';
  if (/(?:going|coming) out/.test(word)) return 'output';
  if (/input|prompt|going in|coming in|输入|^进$/.test(word)) return 'input';
  if (/output|completion|generated|输出|^出$/.test(word)) return 'output';
  if (/blend|混合/.test(word)) return 'blended';
  if (word === 'in') return 'input';
  if (word === 'out') return 'output';
  return null;
}

const toRate = (match: RegExpExecArray, meter: Rate['meter'], start: number): Rate => {
  const end = start + match[0].length;
  const tb = meter === 'storage_gb_month' && /tb|terabyte/.test(match[0]) ? 1000 : 1;
  const mtok = /mtok/.test(match[0]) ? 1e6 : null;
  const bare = /(?:\/|per|for) ?(1 ?million|one million|million|1 ?m|m|1 ?k|k|百万|千)/.exec(match[0]);
  const counted = meter === 'token' || meter === 'request' || meter === 'image' || meter === 'other';
  const per = counted
    ? (mtok ??
      match
        .slice(1, 3)
        .map(readCount)
        .find((count) => count !== null) ??
      (meter === 'token' ? readCount(bare?.[1]) : null) ??
      1)
    : tb;
  const side =
    meter === 'token'
      ? (readSide(/缓存未?命中/.exec(match[0])?.[0]) ??
        match
          .slice(1)
          .map(readSide)
          .find((side) => side !== null) ??
        null)
      : null;
  return { start, end, meter, per, side };
};

const CONVERTED = /^ ?\((?:about |约)?(?:us|hk|a|c)?[$€£¥][\d.,]+\)/;

/** The rate that follows an amount ending at `at`; null where none does. */
export function rateAfter(sentence: string, end: number): Rate | null {
  // "12 yuan (US$1.77) for every million output tokens": the rate stands behind the sum in other money.
  const aside =
    sentence.charCodeAt(end + 1) === 40 || sentence.charCodeAt(end) === 40
      ? CONVERTED.exec(sentence.slice(end, end + 24))?.[0]
      : undefined;
  let at = end + (aside?.length ?? 0);
  // Markup set aside leaves several spaces.
  while (sentence.charCodeAt(at) === 32 && sentence.charCodeAt(at + 1) === 32) at++;
  const next = sentence.charCodeAt(at);
  // Cheap way out: a rate starts with a space, a slash or 每.
  if (next !== 32 && next !== 40 && next !== 45 && next !== 47 && next !== 44 && next !== 0x6bcf && next < 0x4e00)
    return null;
  const index = AFTER_BY_INDEX.at(sentence, at);
  const pattern = index === null ? undefined : AFTER[index];
  if (!pattern) return null;
  pattern.re.lastIndex = at;
  const match = pattern.re.exec(sentence);
  return match && toRate(match, pattern.meter, at);
}

/** The rate that leads up to an amount starting at `at`; null where none does. */
export function rateBefore(sentence: string, at: number): Rate | null {
  const from = Math.max(0, at - 96);
  const lead = sentence.slice(from, at);
  if (
    !/[每月年时租包]|按[天日周]|[一1]个?[张次秒小]|一[百千万]|[的,，、;；至到仅为约]百万|per |each |every |tokens?|\b(?:one|an?|a single) (?:[a-z-]+ )?(?:credit|unit|neuron|point|page|image|picture|request|query|search|gi|gb|te|tb)|month|year of|hour|second|annual|yearly|thousand|million|000 of|\/|^\d{0,2} ?百万/.test(
      lead,
    )
  )
    return null;
  for (const { re, meter } of BEFORE) {
    const match = re.exec(lead);
    // "$0.10 per million input tokens, $0.01 for cached input": the rate of the amount before it.
    if (match && /[\d.] ?$/.test(lead.slice(0, match.index)) && /^(?:per|\/)/.test(match[0])) continue;
    if (match) return toRate(match, meter, from + match.index);
  }
  return null;
}
