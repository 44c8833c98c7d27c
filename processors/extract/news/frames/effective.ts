import type { Article } from '../analysis.ts';
import { ofAnotherItem } from '../context.ts';
import { pad, shiftMonths } from '../date-anchor.ts';
import { monthOf } from '../date-english.ts';
import type { DateMention } from '../dates.ts';
import { isActor } from '../entities.ts';
import { cloudOf } from '../families.ts';
import { openingOfList } from '../list-opening.ts';
import { readEnglishNumeral } from '../numbers.ts';
import type { Quantity } from '../quantity.ts';
import type { Reading } from '../reading.ts';
import { hasHan } from '../text.ts';
import { carriedDate, dateOf } from '../which-date.ts';
import { dayOfChange, tellsOfAnother } from './effective-above.ts';
import { effectiveOfText, hasHeldSince } from './effective-of-text.ts';
import { dayTold } from './effective-told.ts';
import { dayFromBefore, dayToldHan } from './effective-told-han.ts';
import { noticeDate } from './notice.ts';

const TAKES_EFFECT =
  /effective|take[s]? effect|will change|changes? on|apply|applies|starting|beginning|from|kick[s]? in|生效|起|执行|实施|开始/;

/** The new date of a change that was put off or brought forward. */
const MOVED_TO =
  /(?:推迟|延后|延期|顺延|提前)(?:至|到)? ?$|(?:postponed|delayed|deferred|pushed back|brought forward) (?:to|until) (?:the )?$/;

/** "until May 31", "since October": not when it begins to hold. */
const ENDS = /\b(?:until|till|through|since|before|ends?(?: on)?|expires?(?: on)?) (?:the )?$/;

/** 2025年6月以来首次 */
const SINCE = /^ ?(?:以来|至今|迄今)/;

/** When a change of price takes effect: a date that begins something, else the sentence's date, else the notice around it. */
export function effectiveDate(article: Article, reading: Reading, q: Quantity | null): string | null {
  const moved = reading.dates.find((d) => MOVED_TO.test(reading.text.slice(Math.max(0, d.start - 24), d.start)));
  if (moved) return moved.iso;
  const beginning = reading.dates.find(
    (d) =>
      (d.begins || hasHeldSince(reading.text, d)) &&
      !d.comparison &&
      (d.grain === 'day' || d.grain === 'month') &&
      !(q && ofAnother(reading, d, q)),
  );
  if (beginning) return beginning.iso;
  const behind = q
    ? reading.dates.find(
        (d) => d.start > q.end && IN.test(reading.text.slice(Math.max(q.end, q.rate?.end ?? 0), d.start)),
      )
    : undefined;
  if (behind && !behind.comparison && (behind.grain === 'day' || behind.grain === 'month')) return behind.iso;
  const ago = monthsBefore(article, reading.text);
  if (ago) return ago;
  const same = SAME_DAY.exec(reading.text)
    ?.slice(1)
    .find((word) => word !== undefined);
  if (same && !reading.dates.some((d) => !d.comparison && d.grain === 'day')) {
    for (const i of article.thread.before(reading.index, 4)) {
      const day = article.reading(i).dates.find((d) => d.grain === 'day' && !d.comparison);
      if (day) return same === 'week' || same === 'month' ? day.iso.slice(0, 7) : day.iso;
    }
  }
  const since = dayFromBefore(article, reading);
  if (since) return since;
  const own = q ? dateOf(reading, q) : (reading.dates.find((d) => !d.comparison) ?? null);
  if (
    own &&
    !own.comparison &&
    own.grain !== 'fiscal' &&
    !ENDS.test(reading.text.slice(0, own.start)) &&
    !SINCE.test(reading.text.slice(own.end))
  )
    return firstOfSpan(reading.text, own) ?? own.iso;
  const days = reading.dates.filter((d) => d.grain === 'day' && d.explicit && !d.comparison);
  const [day] = days;
  if (day && days.length === 1 && !ENDS.test(reading.text.slice(0, day.start))) return day.iso;
  const above = carriedDate(article, reading, 2);
  const nearby =
    above?.explicit &&
    above.grain !== 'quarter' &&
    (above.grain !== 'year' || q !== null) &&
    above.iso !== article.published?.slice(0, 4)
      ? above.iso
      : null;
  // "自5月1日起调整如下：" and its items.
  const opening = openingOfList(article, reading);
  const opened = opening?.dates.find(
    (d) =>
      (d.begins || FROM_THEN_ON.test(opening.text.slice(0, d.start))) &&
      !d.comparison &&
      (d.grain === 'day' || d.grain === 'month'),
  );
  if (opened) return opened.iso;
  const notice = noticeDate(article);
  if (notice) return notice;
  const block = reading.block;
  for (const step of [1, -1, 2, -2, 3, -3]) {
    const index = reading.index + step;
    const sentence = article.sentences[index];
    if (!sentence || Math.abs(sentence.block - block) > 2) continue;
    const text = article.folded.slice(sentence.start, sentence.end);
    if (!TAKES_EFFECT.test(text) || tellsOfAnother(article, reading, index) || ofAnotherItem(article, reading, index))
      continue;
    const date = article
      .reading(index)
      .dates.find(
        (d) =>
          d.begins &&
          !d.comparison &&
          (d.grain === 'day' || (hasHan(text) ? d.grain !== 'year' : d.grain === 'month' && d.explicit)),
      );
    if (date) return date.iso;
  }
  return (
    nearby ??
    dayOfChange(article, reading) ??
    headlined(article) ??
    dayOfNews(article, reading) ??
    (PAST.test(reading.text)
      ? null
      : (dayTold(article, reading) ?? effectiveOfText(article, reading) ?? dayToldHan(article, reading)))
  );
}

/** "between April and September 2026": it begins with the first. */
function firstOfSpan(text: string, { start, end, iso }: DateMention): string | null {
  const first = SPAN.exec(text.slice(Math.max(0, start - 9), end))?.[1];
  const month = first === undefined ? 0 : monthOf(first);
  return month > 0 && /^\d{4}/.test(iso) ? `${iso.slice(0, 4)}-${pad(month)}` : null;
}
const SPAN = /\bbetween ([a-z]+) and [a-z]+(?: 20\d\d)?$/;

/** A change of another time. */
const PAST =
  /\b(?:last|previous|earlier) (?:year|month|quarter|spring|summer|autumn|fall|winter)\b|\b(?:months?|years?) (?:ago|earlier|before)\b|去年|此前曾|上次/;

/** "by 12% in May" */
const IN = /^ (?:in|on|by|from|effective|starting|beginning)(?: in| on| from)? (?:the )?(?:early |late |mid-)?$/;

/** "From your first renewal after 1 March:" */
const FROM_THEN_ON = /\bafter (?:the )?$/;

/** 阿里云今日加入价格战。某某降价97%: an announcement at the head of the news, with no other day, holds from the day it is made. */
function dayOfNews(article: Article, reading: Reading): string | null {
  if (reading.index > OPENING || !hasHan(reading.text) || STILL_TO_COME.test(reading.text)) return null;
  let announced = ANNOUNCES.test(reading.text) && reading.dates.length === 0;
  for (let i = reading.index - 1; i >= 0; i--) {
    if (tellsOfAnother(article, reading, i)) continue;
    const above = article.reading(i);
    const day = above.dates.find((d) => d.newsDay && d.grain === 'day' && !d.comparison);
    if (day) return day.iso;
    if (above.dates.length > 0) return null;
    announced ||= ANNOUNCES.test(above.text) && reading.dates.length === 0;
  }
  return announced ? article.published : null;
}
/** How many sentences tell the news itself. */
const OPENING = 2;
const ANNOUNCES = /宣布|官宣|推出|公告|通知|刚刚|正式(?:上线|下调|上调|执行)/;
const STILL_TO_COME = /计划|拟|预计|预期|有望|或将|可能|考虑|曾|此前|去年|过去|以来|累计/;

/** "on the same day", "from that date": the day told just before; of "the same week" no more than its month is sure. */
const SAME_DAY = /\b(?:(?:the same|that) (day|date)|the same (week|month))\b/;

/** "This comes about seven months after AWS announced ...": counted back from the day of the news. */
function monthsBefore(article: Article, text: string): string | null {
  const said =
    /\b(?:comes?|came|follows) (?:about |roughly |just |only |some |barely |nearly )*([a-z]+|\d+) months after\b/.exec(
      text,
    )?.[1];
  const months = said === undefined ? null : (readEnglishNumeral(said) ?? (/^\d+$/.test(said) ? said : null));
  return months === null ? null : shiftMonths({ published: article.published, previous: null }, -Number(months));
}

/** "A在1月上调15%,B宣布自5月1日起…": between the figure and the date another seller begins. */
function ofAnother({ entities }: Reading, date: DateMention, q: Quantity): boolean {
  const next = entities.find((e) => isActor(e) && e.start >= q.end && e.end <= date.start);
  const own = entities.findLast((e) => isActor(e) && e.end <= q.start);
  return next !== undefined && (own === undefined || cloudOf(own.slug) !== cloudOf(next.slug));
}

/** "Price changes in effect August 1": the first line of a notice says when. */
function headlined(article: Article): string | null {
  const first = article.sentences[0];
  if (!first || first.end - first.start > 90) return null;
  const text = article.folded.slice(first.start, first.end);
  if (!/pric|rates|fees|cost/.test(text) || !/effect|from |starting|beginning| as of /.test(text)) return null;
  return article.reading(0).dates.find((d) => !d.comparison && d.grain === 'day')?.iso ?? null;
}
