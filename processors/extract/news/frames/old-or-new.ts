import { isActor } from '../entities.ts';
import type { Quantity } from '../quantity.ts';
import type { Reading } from '../reading.ts';
import { hasHan } from '../text.ts';
import { measuredByOld } from './measured-by-old.ts';
import { nowAndThen, thenAndNow, toldBesideThen } from './then-and-now.ts';

/** What was, whatever stands beside it. */
const SURELY_PAST =
  /\b(?:used to|(?:have|has|had) been paying|previously|formerly|originally|until (?:now|then|recently|yesterday|today|last|this|the|(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:\d{1,2} )?(?:[a-z]+(?:ary|ember|ober|ril|une|uly|ust)|march|may))|so far|yesterday|before|earlier|(?:a|one|two|three|six|\d+) (?:year|month|week|day)s? (?:ago|earlier)|last (?:week|month|year|quarter|spring|summer|autumn|fall|winter)|at launch|in the (?:early |late )?(?:spring|summer|autumn|fall|winter)|at the (?:start|beginning) of|(?:during|in) (?:the |its )?(?:preview|beta|trial)|(?:old|former|previous|earlier|outgoing) (?:price|rate|fee|tariff|list|one))\b/;
const PAST =
  /\b(?:was|were|had been|had cost|(?:it|that|this|which|once|then) cost|charged|paid|asked|billed|fetched|(?:rented|leased|listed|traded|changed hands|retailed|hired)(?: out)? (?:for|at)|could be had|stood at|sold for|went for|started (?:out )?at|began at)\b/;
const PRESENT =
  /\b(?:now|today|currently|at present|these days|nowadays|is|are|has become|have become|(?:has|have) been|costs|asks|charges|wants|takes|bills|sells|goes|go for|sets|pays?|will|to be|becomes?|from (?:now|next|monday|tuesday|wednesday|thursday|friday|the)|as of|the new|new (?:price|rate|fee)|since)\b/;
/** Where the words of one amount end and those of the next begin. */
const BREAK =
  /[,;:—–(]|\. | (?:and|but|while|where|whereas|against|compared|versus|instead|half|down|up|can|now|so for \w+) | (?=(?:is|are|has|have|was|were) (?:now|being|currently|today)\b)/;

const COMING =
  /\b(?:will|soon|going to|(?:is|are) to|to be|from (?:next|[a-z]+day|january|february|march|april|may|june|july|august|september|october|november|december)|next (?:week|month|year|quarter))\b/;
const AT_PRESENT = /\b(?:today|currently|at present|presently|now)\b/;

const MONTH = '(?:january|february|march|april|may|june|july|august|september|october|november|december)';
/** "on 1 April it becomes" */
const BECOMES_ON = new RegExp(
  `\\b(?:on|from|as of|starting|with effect from) (?:the )?(?:\\d{1,2}(?:st|nd|rd|th)? (?:of )?${MONTH}|${MONTH} \\d{1,2})\\b[^;.]{0,40}\\b(?:becomes|goes|moves|rises|falls|drops|changes|climbs)\\b`,
);

type Era = 'past' | 'present' | 'surely past' | 'at present' | 'coming' | null;

function eraOf(words: string): Era {
  if (SURELY_PAST.test(words)) return 'surely past';
  if (COMING.test(words)) return 'coming';
  if (AT_PRESENT.test(words) && !PAST.test(words)) return 'at present';
  if (PRESENT.test(words)) return PAST.test(words) && !/\b(?:has|have) been\b/.test(words) ? null : 'present';
  return PAST.test(words) ? 'past' : null;
}

/** The words about the last amount of a stretch that ends at it, those about the first of one that begins with it. */
const leadOf = (text: string, from: number, at: number): string => text.slice(Math.max(from, at - 90), at);
const tailOf = (text: string, at: number): string => {
  const rest = text.slice(at, at + 60);
  const stop = rest.search(/[,;:)—–]|\. |\.$| (?:and|but|while|where) /);
  return stop < 0 ? rest : rest.slice(0, stop);
};

/**
 * Which of two neighbouring amounts of an English sentence is what the other one was: told by the tense and the times around
 * them ("$2.10 yesterday, is $1.95 today", "will pay $30; until now it was $25"). Null where they are of different things, or
 * nothing tells.
 */
export function whichIsOld(reading: Reading, first: Quantity, second: Quantity): 'first' | 'second' | null {
  const { text, entities, quantities } = reading;
  const gap = text.slice(first.end, second.start);
  if (gap.length > 110 || hasHan(text)) return null;
  const cut = gap.search(BREAK);
  const from = first.end + Math.max(cut, 0);
  if (entities.some((e) => (isActor(e) || e.kind === 'chip') && e.start >= from && e.end <= second.start)) return null;
  const earlier = quantities.findLast((q) => q.unit === 'money' && q.end <= first.start);
  // "$2.85, 12% lower than a year earlier; spot averages $1.95": behind a semicolon another statement begins.
  const [tail, lead] = cut < 0 ? [gap, gap] : [gap.slice(0, cut), gap.slice(Math.max(cut, gap.lastIndexOf(';')))];
  const one = eraOf(`${leadOf(text, earlier?.end ?? 0, first.start)} # ${tail}`);
  const other = eraOf(`${lead} # ${tailOf(text, second.end)}`);
  return older(one, other);
}

/** "had at $1.70 in October 2025 was costing $2.35 by March 2026": each has a time of its own. */
export function datedEarlier(
  { dates, quantities }: Reading,
  first: Quantity,
  second: Quantity,
): 'first' | 'second' | null {
  const timeOf = (q: Quantity): string | null => {
    const end = Math.max(q.end, q.rate?.end ?? 0);
    const next = quantities.find((other) => other.start >= end)?.start ?? Number.POSITIVE_INFINITY;
    return dates.find((d) => d.start >= end && d.start - end < 12 && d.end <= next && !d.comparison)?.iso ?? null;
  };
  const [one, other] = [timeOf(first), timeOf(second)];
  if (one === null || other === null || one.length !== other.length || one === other) return null;
  return one < other ? 'first' : 'second';
}

const is = (era: Era): boolean => era === 'present' || era === 'at present' || era === 'coming';

function older(one: Era, other: Era): 'first' | 'second' | null {
  const [oneIs, otherIs] = [is(one), is(other)];
  if (one === 'at present' && other === 'coming') return 'first';
  if (one === 'coming' && other === 'at present') return 'second';
  if (other === 'surely past' && (oneIs || one === null)) return 'second';
  if ((one === 'surely past' || one === 'past') && otherIs) return 'first';
  return oneIs && other === 'past' ? 'second' : null;
}

/** The same of the last amount of a sentence and the first of the next one. */
export function whichWasOld(
  above: Reading,
  last: Quantity,
  reading: Reading,
  first: Quantity,
): 'first' | 'second' | null {
  if (hasHan(reading.text)) return null;
  const one = eraOf(`${leadOf(above.text, 0, last.start)} # ${tailOf(above.text, last.end)}`);
  const other = eraOf(`${leadOf(reading.text, 0, first.start)} # ${tailOf(reading.text, first.end)}`);
  // "It has cost $2 since 2013. On 1 April it becomes $3."
  return one === 'present' && (other === 'coming' || BECOMES_ON.test(reading.text.slice(0, first.start)))
    ? 'first'
    : older(one, other);
}

/** True where one of two neighbouring amounts is what the other has become: they are per the same. */
export const isBeforeAndAfter = (reading: Reading, first: Quantity, second: Quantity): boolean =>
  thenAndNow(reading.text, first, second) ||
  nowAndThen(reading.text, first, second) ||
  toldBesideThen(reading.text, first, second) ||
  measuredByOld(reading.text, first, second) ||
  whichIsOld(reading, first, second) !== null;
