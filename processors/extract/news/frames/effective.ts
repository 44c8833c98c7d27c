import type { Article } from '../analysis.ts';
import { ofAnotherItem } from '../context.ts';
import type { DateMention } from '../dates.ts';
import { isActor } from '../entities.ts';
import { cloudOf } from '../families.ts';
import type { Quantity } from '../quantity.ts';
import type { Reading } from '../reading.ts';
import { hasHan } from '../text.ts';
import { carriedDate, dateOf } from '../which-date.ts';
import { noticeDate } from './notice.ts';

const TAKES_EFFECT =
  /effective|take[s]? effect|will change|changes? on|apply|applies|starting|beginning|from|kick[s]? in|生效|起|执行|实施|开始/;

/** The new date of a change that was put off or brought forward. */
const MOVED_TO =
  /(?:推迟|延后|延期|顺延|提前)(?:至|到)? ?$|(?:postponed|delayed|deferred|pushed back|brought forward) (?:to|until) (?:the )?$/;

/** "until May 31", "since October": not when it begins to hold. */
const ENDS = /\b(?:until|till|through|since|before|ends?(?: on)?|expires?(?: on)?) (?:the )?$/;

/** When a change of price takes effect: a date that begins something, else the sentence's date, else the notice around it. */
export function effectiveDate(article: Article, reading: Reading, q: Quantity | null): string | null {
  const moved = reading.dates.find((d) => MOVED_TO.test(reading.text.slice(Math.max(0, d.start - 24), d.start)));
  if (moved) return moved.iso;
  const beginning = reading.dates.find(
    (d) => d.begins && !d.comparison && (d.grain === 'day' || d.grain === 'month') && !(q && ofAnother(reading, d, q)),
  );
  if (beginning) return beginning.iso;
  const same = SAME_DAY.test(reading.text) ? article.sentences[reading.index - 1] : undefined;
  if (same && !reading.dates.some((d) => !d.comparison && d.grain === 'day')) {
    for (let i = reading.index - 1; i >= 0 && i >= reading.index - 4; i--) {
      const day = article.reading(i).dates.find((d) => d.grain === 'day' && !d.comparison);
      if (day) return day.iso;
    }
  }
  const own = q ? dateOf(reading, q) : (reading.dates.find((d) => !d.comparison) ?? null);
  if (own && !own.comparison && own.grain !== 'fiscal' && !ENDS.test(reading.text.slice(0, own.start))) return own.iso;
  const above = carriedDate(article, reading, 2);
  const nearby =
    above?.explicit && above.grain !== 'quarter' && above.iso !== article.published?.slice(0, 4) ? above.iso : null;
  const opened = openingOf(article, reading)?.iso;
  if (opened) return opened;
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
          d.begins && !d.comparison && (d.grain === 'day' || (d.grain === 'month' && (d.explicit || hasHan(text)))),
      );
    if (date) return date.iso;
  }
  return nearby ?? namedChange(article, reading) ?? headlined(article);
}

/** "on the same day", "from that date": the day told just before. */
const SAME_DAY = /\b(?:the same|that) (?:day|date)\b/;

/** "The August 17 price adjustment was ..." some sentences above: the day a change goes by. */
function namedChange(article: Article, reading: Reading): string | null {
  for (let i = reading.index - 1; i >= 0 && i >= reading.index - 8; i--) {
    const sentence = article.sentences[i];
    if (!sentence) break;
    if (!CHANGE.test(article.folded.slice(sentence.start, sentence.end)) || ofAnotherItem(article, reading, i))
      continue;
    const above = article.reading(i);
    const date = above.dates.find(
      (d) =>
        d.grain === 'day' &&
        !d.comparison &&
        (OF_CHANGE.test(above.text.slice(d.end, d.end + 40)) ||
          (sentence.block === reading.block && MOVES_ON.test(above.text.slice(0, d.start)))),
    );
    if (date) return tellsOfAnother(article, reading, i) ? null : date.iso;
  }
  return null;
}
const CHANGE = /adjust|chang|increas|hik|cut|reduc|repricing|update|rais|lower/;
/** "Hetzner will raise the prices of its cloud servers on April 1." */
const MOVES_ON =
  /\b(?:will|to|is|are) (?:be )?(?:rais|hik|increas|lower|cut|reduc|adjust|chang)\w* (?:[\w'-]+ ){0,8}(?:prices?|pricing|rates|fees) (?:[\w'-]+ ){0,6}on $/;
const OF_CHANGE =
  /^ (?:price |pricing |list-price )?(?:adjustment|change|increase|hike|cut|reduction|repricing|update)s?\b/;

/** "A在1月上调15%,B宣布自5月1日起…": between the figure and the date another seller begins. */
const ofAnother = (reading: Reading, date: DateMention, q: Quantity): boolean =>
  date.start >= q.end && reading.entities.some((e) => isActor(e) && e.start >= q.end && e.end <= date.start);

/** A sentence nearby that speaks of other sellers only. */
function tellsOfAnother(article: Article, reading: Reading, index: number): boolean {
  const sellers = (i: number): string[] =>
    article
      .entitiesOf(i)
      .filter(isActor)
      .map((e) => cloudOf(e.slug));
  const [ours, theirs] = [sellers(reading.index), sellers(index)];
  return ours.length > 0 && theirs.length > 0 && !theirs.some((slug) => ours.includes(slug));
}

/** "Price changes in effect August 1": the first line of a notice says when. */
function headlined(article: Article): string | null {
  const first = article.sentences[0];
  if (!first || first.end - first.start > 90) return null;
  const text = article.folded.slice(first.start, first.end);
  if (!/pric|rates|fees|cost/.test(text) || !/effect|from |starting|beginning| as of /.test(text)) return null;
  return article.reading(0).dates.find((d) => !d.comparison && d.grain === 'day')?.iso ?? null;
}

/** The date that the opening of this list names ("自5月1日起调整如下：" and its items). */
function openingOf(article: Article, reading: Reading): DateMention | undefined {
  const isBullet = (i: number): boolean => article.blocks[article.sentences[i]?.block ?? -1]?.kind === 'bullet';
  let i = reading.index;
  while (i > 0 && isBullet(i)) i--;
  return i === reading.index
    ? undefined
    : article.reading(i).dates.find((d) => d.begins && !d.comparison && (d.grain === 'day' || d.grain === 'month'));
}
