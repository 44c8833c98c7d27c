import type { Article } from '../analysis.ts';
import type { DateMention } from '../dates.ts';
import { lastAsked } from '../last-asked.ts';
import type { Reading } from '../reading.ts';
import { tellsOfAnother } from './effective-above.ts';

/** Longer texts speak of several changes. */
const MOST_SENTENCES = 60;

/** What a date at which something begins to hold stands among: cheap to ask before the sentence is read. */
const SPEAKS_OF_BEGINNING =
  /\bfrom\b|\bas of\b|effect|starting|beginning|\bonce\b|\bwhen\b|\bsince\b|kicks? in|appl(?:y|ies)|go(?:es)? live|起|生效|执行|实施|开始|[将于自]/;
/** "Once September 5 comes", "Since Wednesday o4-mini has been billed at". */
const COMES = /^ (?:comes|arrives|rolls around|is here)\b/;
const SINCE_THEN = /\bsince $/;
const HAS_BEEN =
  /^[^.;]{0,60}\b(?:has|have) (?:been )?(?:cost|charged|billed|priced|paid|had)\b|^,? [^.,;]{2,60} (?:costs?|charges|asks|bills|lists at|goes for|sells for) /;
/** "has been at 4.5 yuan since March 13" */
const HAS_STOOD = /\b(?:has|have) (?:been|cost|stood)\b[^;]*$/;

/** True where a text says that something has been so since a date, rather than what else has been since. */
export const hasHeldSince = (text: string, { start, end }: DateMention): boolean =>
  SINCE_THEN.test(text.slice(Math.max(0, start - 6), start)) &&
  (HAS_BEEN.test(text.slice(end)) ||
    HAS_STOOD.test(text.slice(0, start)) ||
    /^ (?:at )?[$€£¥]\d/.test(text.slice(end)));

/** "When: May 1, 2026.", "Effective date: 1 June": a line of a notice. */
const LABEL =
  /^[*_ ]*(?:when|effective(?: date)?|start(?:s|ing)?(?: date)?|from|in force|applies)[*_ ]*: ?[*_ ]*(?:from |on |the )*$/;

const begins = (text: string, date: DateMention): boolean =>
  date.begins ||
  LABEL.test(text.slice(0, date.start)) ||
  COMES.test(text.slice(date.end, date.end + 16)) ||
  hasHeldSince(text, date);

interface Beginning {
  readonly index: number;
  readonly iso: string;
}

/** The sentences that say from which day, or month, something holds; none where they name several. */
const beginningsOf = lastAsked((article: Article): readonly Beginning[] => {
  const found: Beginning[] = [];
  if (article.sentences.length > MOST_SENTENCES) return found;
  for (const [index, { start, end, block }] of article.sentences.entries()) {
    if (article.blocks[block]?.kind === 'row' || !SPEAKS_OF_BEGINNING.test(article.folded.slice(start, end))) continue;
    const { text, dates } = article.reading(index);
    for (const date of dates)
      if (!date.comparison && (date.grain === 'day' || date.grain === 'month') && begins(text, date))
        found.push({ index, iso: date.iso });
  }
  return new Set(found.map(({ iso }) => iso)).size === 1 ? found : [];
});

/** The one day from which a text says its prices hold, for a change of price that has none of its own; null where it names none or several, or tells it of another seller. */
export function effectiveOfText(article: Article, reading: Reading): string | null {
  const found = beginningsOf(article).find(({ index }) => !tellsOfAnother(article, reading, index));
  return found?.iso ?? null;
}
