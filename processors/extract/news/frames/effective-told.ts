import type { Article } from '../analysis.ts';
import type { DateMention } from '../dates.ts';
import type { Reading } from '../reading.ts';
import { hasHan } from '../text.ts';
import { tellsOfAnother } from './effective-above.ts';

/** So many sentences tell the news itself. */
const OPENING = 2;
/** Before a day that something else holds from, or to. */
const LIMIT =
  /\b(?:since|before|ends?(?: on)?|expires?(?: on)?|founded in|launched in|by) (?:the |early |late |mid-)*$/;
/** "Until yesterday it was": what is told now is so since then. */
const NOT_FIRST = /^.+\b(?:until|till|through) (?:the )?$/;
/** A change of another time than what the text tells. */
const OTHER_TIME =
  /\b(?:last|previous|earlier|next) (?:year|month|quarter|spring|summer|autumn|fall|winter)\b|\b(?:months?|years?) (?:ago|earlier|before|later)\b|\b(?:used to|had (?:been|cost|already))\b|\bwill\b|\bgoing to\b/;

/**
 * The day, or the month, that the sentences above tell in the paragraph of an English change of price, or those at the head of the
 * text: what is told under "On September 6 the discount was abolished" holds from that day. Null where they tell none or several.
 */
export function dayTold(article: Article, reading: Reading): string | null {
  if (hasHan(reading.text) || OTHER_TIME.test(reading.text)) return null;
  for (let i = reading.index - 1; i >= 0; i--) {
    const here = article.sentences[i]?.block === reading.block;
    if (!here && i >= OPENING) continue;
    if (article.blocks[article.sentences[i]?.block ?? -1]?.kind === 'row') return null;
    const days = daysOf(article, i);
    if (days.size === 0) continue;
    const [day] = days;
    return days.size > 1 || tellsOfAnother(article, reading, i) ? null : (day ?? null);
  }
  return null;
}

function daysOf(article: Article, index: number): ReadonlySet<string> {
  const { text, dates } = article.reading(index);
  const dated = (d: DateMention): boolean =>
    (d.grain === 'day' || d.grain === 'month') &&
    !d.comparison &&
    !LIMIT.test(text.slice(0, d.start)) &&
    !NOT_FIRST.test(text.slice(0, d.start));
  return new Set(dates.filter(dated).map(({ iso }) => iso));
}
