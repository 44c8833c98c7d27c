import type { Article } from '../analysis.ts';
import type { DateMention } from '../dates.ts';
import { readHanNumeral } from '../numbers.ts';
import type { Reading } from '../reading.ts';
import { hasHan } from '../text.ts';
import { tellsOfAnother } from './effective-above.ts';

/** So many sentences up the day of a change may be told. */
const REACH = 6;
const DAY = 86_400_000;
/** 当天下午, 次日, 六天后, at the head of a sentence or a label's: a day told from the one before. */
const RELATIVE =
  /^(?:[^:：,，。;；]{1,14}[:：])? ?(?:(?<same>同一?[日天](?!起)|当[日天晚](?!起)|几个?小时[之以]?后|不久[之以]?后)|(?<next>次日|翌日|隔[日天]|第二天|又过了?一天|一天[之以]?后)|(?<later>[一二两三四五六七八九十\d]{1,3}) ?[天日][之以]?后)/;
/** A change of another time, or one still to come. */
const OTHER_TIME = /去年|前年|上次|早在|过去|将[于在会]|计划|拟[于在]|预计|有望|考虑|或将/;
const OF_PRICES = /价|费|折|便宜|涨|降|提/;
/** 活动持续至5月31日: until when, since when something else holds. */
const LIMIT = /(?:至|到|截至|截止|延[至到]|前|以来|自从) ?$/;

const dayIn = ({ text, dates }: Reading): DateMention | undefined =>
  dates.find((d) => d.grain === 'day' && !d.comparison && !LIMIT.test(text.slice(0, d.start)));

/** The day that a sentence tells, in itself or by how long it was after the day told before; null where it tells none. */
function dayOf(article: Article, index: number, reach: number): string | null {
  const reading = article.reading(index);
  const relative = RELATIVE.exec(reading.text)?.groups;
  if (!relative) return dayIn(reading)?.iso ?? null;
  if (reach === 0) return null;
  for (const above of article.thread.before(index, REACH)) {
    const day = dayOf(article, above, reach - 1);
    if (day === null) continue;
    const count = relative['later'];
    const days = relative['next'] ? 1 : count ? Number(readHanNumeral(count) ?? count) : 0;
    return Number.isNaN(days) ? null : new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10);
  }
  return null;
}

/** 同一天下午，百度宣布…免费: the day of a change that its sentence tells from the day told before; null where it says none so. */
export const dayFromBefore = (article: Article, { index, text }: Reading): string | null =>
  hasHan(text) && RELATIVE.test(text) ? dayOf(article, index, REACH) : null;

/** The day of a Chinese change of price that the sentences above tell: the nearest that any of them names, unless it is another seller's. */
export function dayToldHan(article: Article, reading: Reading): string | null {
  if (!hasHan(reading.text) || OTHER_TIME.test(reading.text)) return null;
  for (const above of article.thread.before(reading.index, REACH)) {
    if (article.blocks[article.sentences[above]?.block ?? -1]?.kind === 'row') return null;
    const { text } = article.reading(above);
    const day = dayOf(article, above, REACH);
    if (day === null) continue;
    return OF_PRICES.test(text) && !OTHER_TIME.test(text) && !tellsOfAnother(article, reading, above) ? day : null;
  }
  return null;
}
