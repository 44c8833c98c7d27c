import type { Article } from '../analysis.ts';
import { ofAnotherItem } from '../context.ts';
import type { DateMention } from '../dates.ts';
import { isActor } from '../entities.ts';
import { cloudOf } from '../families.ts';
import type { Reading } from '../reading.ts';

/** How far from a change its day may be told, in sentences: above it, and below. */
const ABOVE = 12;
const BELOW = 8;

/** The day on which the same house's prices changed, where another sentence or the heading tells it; null where none does. */
export function dayOfChange(article: Article, reading: Reading): string | null {
  if (RELATIVE.test(reading.text)) return null;
  for (let i = reading.index - 1; i >= 0 && i >= reading.index - ABOVE; i--) {
    const day = dayTold(article, reading, i);
    if (day) return tellsOfAnother(article, reading, i) ? null : day;
  }
  const headed = headingDay(article, reading);
  if (headed) return headed;
  for (let i = reading.index + 1; i < article.sentences.length && i <= reading.index + BELOW; i++) {
    const day = tellsOfAnother(article, reading, i) ? null : dayTold(article, reading, i);
    if (day) return day;
  }
  return null;
}

/** "The day before the launch": near a day, not on it. A change still to come has a day of its own. */
const RELATIVE = /^(?:[\w'’-]+ ){0,3}(?:days?|weeks?|months?) (?:before|after)\b|\bwill\b|\bgoing to\b/;

/** The day a sentence tells for a change of price. */
function dayTold(article: Article, reading: Reading, index: number): string | null {
  const sentence = article.sentences[index];
  if (!sentence || article.blocks[sentence.block]?.kind === 'row') return null;
  if (!CHANGE.test(article.folded.slice(sentence.start, sentence.end)) || ofAnotherItem(article, reading, index))
    return null;
  const { text, dates } = article.reading(index);
  const moved = MOVED.test(text);
  const date = dates.find(
    (d) =>
      isDay(d) &&
      (OF_CHANGE.test(text.slice(d.end, d.end + 40)) ||
        (moved && !LIMIT.test(text.slice(0, d.start))) ||
        (sentence.block === reading.block && MOVES_ON.test(text.slice(0, d.start)))),
  );
  return date?.iso ?? null;
}

const isDay = (d: DateMention): boolean => d.grain === 'day' && !d.comparison;

const CHANGE = /adjust|chang|increas|hik|cut|reduc|repricing|update|rais|lower|slash|halv|drop/;
/** "OpenAI cut the price of its largest model on Friday, August 21", "The October 7 launch also halved the price of ...". */
const MOVED =
  /\b(?:cut|cuts|slash(?:e[sd])|lower(?:s|ed)|reduc(?:e[sd])|halv(?:e[sd])|drop(?:s|ped)|rais(?:e[sd])|hik(?:e[sd])|increas(?:e[sd])|doubl(?:e[sd])) (?:[\w'’.-]+ ){0,6}(?:prices?|pricing|rates?|fees?|tariffs?)\b|\b(?:prices?|pricing|rates|fees) (?:[\w'’.-]+ ){0,6}(?:fell|rose|dropped|were (?:cut|raised|lowered|reduced))\b/;
/** A day until which, or since which, something else holds. */
const LIMIT =
  /\b(?:until|till|through|since|before|by|ends?(?: on)?|expires?(?: on)?) (?:at least )?(?:the )?(?:\w+day, )?$/;
/** "Hetzner will raise the prices of its cloud servers on April 1." */
const MOVES_ON =
  /\b(?:will|to|is|are) (?:be )?(?:rais|hik|increas|lower|cut|reduc|adjust|chang)\w* (?:[\w'-]+ ){0,8}(?:prices?|pricing|rates|fees) (?:[\w'-]+ ){0,6}on $/;
/** "The August 17 price adjustment was ...": the day a change goes by. */
const OF_CHANGE =
  /^ (?:price |pricing |list-price )?(?:adjustment|change|increase|hike|cut|reduction|repricing|update)s?\b/;

/** "### February 19, 2026" of a changelog, "What happened on September 22": the day the section is of. */
function headingDay(article: Article, reading: Reading): string | null {
  for (let i = reading.index - 1; i >= 0; i--) {
    const sentence = article.sentences[i];
    if (!sentence) continue;
    const { text, dates } = article.reading(i);
    if (article.blocks[sentence.block]?.kind !== 'heading' && !opensEntry(article, reading, i)) continue;
    return ISSUE.test(text) ? null : (dates.find(isDay)?.iso ?? null);
  }
  return null;
}

/** "2025-11-24 · Claude Opus 4.5" over a list: a line that begins with a day, as the entries of a changelog do. */
function opensEntry(article: Article, reading: Reading, i: number): boolean {
  const { block, text, dates } = article.reading(i);
  return (
    article.blocks[reading.block]?.kind === 'bullet' &&
    article.blocks[block]?.kind === 'paragraph' &&
    text.length < 60 &&
    dates.some((d) => isDay(d) && d.explicit && d.start <= 1)
  );
}

/** The day an issue came out is not the day of what it tells. */
const ISSUE = /digest|brief|newsletter|\bissue\b|round-?up|recap|\bdaily\b|\bweekly\b|summary|\bnews\b/;

/** A sentence nearby that speaks of other sellers only. */
export function tellsOfAnother(article: Article, reading: Reading, index: number): boolean {
  const sellers = (i: number): string[] =>
    article
      .entitiesOf(i)
      .filter(isActor)
      .map((e) => cloudOf(e.slug));
  const [ours, theirs] = [sellers(reading.index), sellers(index)];
  return ours.length > 0 && theirs.length > 0 && !theirs.some((slug) => ours.includes(slug));
}
