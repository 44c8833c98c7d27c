import type { Article } from '../analysis.ts';
import { ofAnotherTopic } from '../context.ts';
import type { DateMention } from '../dates.ts';
import type { Draft } from '../draft.ts';
import { cloudOf } from '../families.ts';
import type { Quantity } from '../quantity.ts';
import type { Reading } from '../reading.ts';
import { hasHan } from '../text.ts';

/** "When all eight are finished in mid-2027": no period that money was spent in. */
const ahead = (article: Article, { iso }: DateMention): boolean =>
  article.published !== null && /^\d{4}/.test(iso) && iso.slice(0, 4) > article.published.slice(0, 4);
/** "capital spending of $35 billion in fiscal 2026": a year that still runs is guided to. */
const running = (article: Article, { iso, grain }: DateMention): boolean =>
  grain === 'fiscal' && article.published !== null && iso.slice(2, 6) > article.published.slice(0, 4);
const LOOKS_AHEAD =
  /\b(?:will|would|could|may|should|expect\w*|forecast\w*|plan\w*|target\w*|aim\w*|guid\w*|sees?|project\w*|outlook|predict\w*|estimate\w*|likely)\b/;

/** "It now expects $50 billion this fiscal year. Revenue rose 34% to ...": the year guided to is not the one that has been counted. */
const guidedTo = (article: Article, reading: Reading, { text }: Reading, { iso, grain }: DateMention): boolean =>
  (grain === 'year' || grain === 'fiscal') &&
  (article.published === null || (/\d{4}/.exec(iso)?.[0] ?? '') >= article.published.slice(0, 4)) &&
  looksAhead(text) &&
  !looksAhead(reading.text);
/** True for a sentence that tells what is expected. */
export const looksAhead = (text: string): boolean => AHEAD.test(text);
const AHEAD = new RegExp(
  `${LOOKS_AHEAD.source}|\\b(?:pegged|wants?|seeks?|look(?:s|ing) for|budget\\w*|set to)\\b|预[计期测估]|指引|展望|有望|目标`,
);

/** "For the third quarter we expect ...": a quarter still to end is what is guided to, not reported on. */
const unfinished = (article: Article, { text }: Reading, { iso, start, end }: DateMention): boolean => {
  const quarter = /^(\d{4})-Q([1-4])$/.exec(iso);
  // "the quarter ended May 1", told of in May
  if (!quarter || article.published === null || / ended /.test(text.slice(start, end))) return false;
  return `${quarter[1]}-${String(Number(quarter[2]) * 3).padStart(2, '0')}` >= article.published.slice(0, 7);
};

/** "Mistral booked ... in the first half. Fireworks is at $800 million": the period of one house is not the other's. */
function ofAnotherHouse(article: Article, reading: Reading, index: number): boolean {
  const houses = (i: number): string[] =>
    article
      .entitiesOf(i)
      .filter((e) => e.kind === 'organisation')
      .map((e) => cloudOf(e.slug));
  const [ours, theirs] = [houses(reading.index), houses(index)];
  return ours.length > 0 && theirs.length > 0 && !theirs.some((house) => ours.includes(house));
}

/** 第三财季营收570亿美元。公司预估本季营收650亿美元: what is guided to for "this" quarter is of the one after that reported on. */
export function guidedQuarter(text: string, q: Quantity, reported: DateMention | null): DateMention | null {
  const quarter = /^((?:FY)?)(\d{4})-Q([1-4])$/.exec(reported?.iso ?? '');
  if (!reported || !quarter || !GUIDES_TO.test(text.slice(0, q.start))) return reported;
  const [year, next] = [Number(quarter[2]), Number(quarter[3]) + 1];
  return { ...reported, iso: `${quarter[1]}${next > 4 ? year + 1 : year}-Q${next > 4 ? 1 : next}` };
}
const GUIDES_TO =
  /(?:(?:预[计估期测]|展望|指引)[^,，。;；\d]{0,10}(?:本|当前|这一?个?|下一?个?)(?:财?季度?)|(?:对于?)?(?:本|当前|这一?个?|下一?个?)(?:财?季度?)[^。;；\d]{0,16}(?:预[计估期测]|展望|指引|财测))[^。;；\d]{0,16}$/;

/** "Guidance for 2025 came down. Revenue is seen at": the year that the sentence right above opens an outlook for, where this one names no time. */
export function outlookYear(article: Article, reading: Reading): DateMention | null {
  if (reading.dates.length > 0 || !(LOOKS_AHEAD.test(reading.text) || IS_SEEN.test(reading.text))) return null;
  const above = article.thread.above(reading.index);
  if (above === reading.index || article.sentences[above]?.block !== reading.block) return null;
  const { text, dates, quantities } = article.reading(above);
  if (!OUTLOOK.test(text) || quantities.some((q) => q.unit === 'money')) return null;
  const [year, ...others] = dates.filter((d) => !d.comparison && (d.grain === 'year' || d.grain === 'fiscal'));
  return others.length === 0 ? (year ?? null) : null;
}
const IS_SEEN = /\b(?:is|are) (?:now )?(?:seen|put|set) at\b|\bpencill?ed in\b/;
const OUTLOOK =
  /^(?:the |its |their |our |new |full-year |annual )*(?:guidance|outlook|forecasts?|projections?|targets?) (?:for|of) /;

/** "guides to about $10.7 billion for the second": the quarter of that number after the one just reported on. */
export function quarterGuidedTo(article: Article, reading: Reading, q: Quantity): DateMention | null {
  const said = FOR_THE.exec(reading.text.slice(q.end))?.[1];
  if (said === undefined || !LOOKS_AHEAD.test(reading.text.slice(0, q.start))) return null;
  const base = reportingPeriod(article, reading);
  const quarter = /^((?:FY)?)(\d{4})-Q([1-4])$/.exec(base?.iso ?? '');
  if (!base || !quarter) return null;
  const number = ORDINALS.indexOf(said) + 1;
  const year = Number(quarter[2]) + (number <= Number(quarter[3]) ? 1 : 0);
  return { ...base, iso: `${quarter[1]}${year}-Q${number}` };
}
const ORDINALS = ['first', 'second', 'third', 'fourth'];
const FOR_THE =
  /^(?: (?:of|in) (?:[\w-]+ ){0,2}[\w-]+)? (?:for|in) the (first|second|third|fourth)(?: quarter)?(?=[,.;]|$| (?:and|but|while|with|when)\b)/;

/** The period the article reports on: the nearest quarter, half or fiscal year named above, else in the title's vicinity. */
export function reportingPeriod(article: Article, reading: Reading, ofHouse = false): DateMention | null {
  for (const i of article.thread.before(reading.index, 12)) {
    if (ofAnotherTopic(article, reading, i) || (ofHouse && ofAnotherHouse(article, reading, i))) continue;
    const told = article.reading(i).dates.filter(
      (d) =>
        !d.comparison &&
        // "Outlook for the fourth quarter:" over a list holds for its items.
        (/[:：]\s*$/.test(article.reading(i).text) || !unfinished(article, article.reading(i), d)) &&
        !((ahead(article, d) || running(article, d)) && !LOOKS_AHEAD.test(reading.text)) &&
        !guidedTo(article, reading, article.reading(i), d) &&
        (d.grain === 'quarter' ||
          d.grain === 'half' ||
          d.grain === 'fiscal' ||
          // "It added 4 gigawatts in 2025.": no year that is reported on.
          (d.grain === 'year' &&
            reading.index - i <= 2 &&
            // 微软全年云收入首破1500亿。谷歌云收入200亿: of a year that only the one before spoke of.
            !(hasHan(reading.text) && !d.explicit && ofAnotherHouse(article, reading, i)) &&
            (article.reading(i).quantities.some((q) => q.unit === 'money') ||
              // 三家公布了今年的资本开支预算。甲1366亿元…
              (reading.index - i === 1 && article.reading(i).cues.some(({ kind }) => kind === 'capex'))))),
    );
    // "its capex range for 2025, having spent $19 billion in the third quarter": what is reported is the quarter's.
    const date =
      (LOOKS_AHEAD.test(reading.text) ? null : told.find(({ grain }) => grain === 'quarter' || grain === 'half')) ??
      told[0];
    if (date) return date;
  }
  return null;
}

/** "over the four years to 2029": when it is to be spent by. */
export const toDate = (reading: Reading, q: Quantity): DateMention | null => {
  const to = TO_YEAR.exec(reading.text.slice(q.end, q.end + 48));
  return (to && reading.dates.find((d) => d.start >= q.end && d.end === q.end + to[0].length)) ?? null;
};
const TO_YEAR = /^ (?:over|in) the (?:[a-z]+|\d+) years (?:to|through|until|ending in) 20\d\d/;

/** 2027年营收挑战百亿美元；全年资本支出约100亿元: behind a year to come told of something else, 全年 is the year that runs. */
export function thisWholeYear(
  article: Article,
  { text }: Reading,
  q: Quantity,
  date: DateMention | null,
): DateMention | null {
  const year = article.published?.slice(0, 4);
  if (date?.grain !== 'year' || !year || date.iso <= year || !WHOLE_YEAR_HAN.test(text.slice(date.end, q.start)))
    return date;
  return { ...date, iso: year };
}
const WHOLE_YEAR_HAN = /[,，;；。](?:而|预计|公司)?(?:今年)?全年[^,，;；。\d]*$/;

/** 甲二季度营收5.8亿美元。乙本财年资本开支约500亿美元: of the year that the quarter of the other is in. */
export const THAT_YEAR_HAN = /本财年|全财?年/;

/** 甲5月营收3105亿元；乙营收1024亿元: the figure before it in one row, of whose month this one is; null where none is. */
export const monthOfRow = ({ start }: Reading, metric: Draft['metric'], previous: Draft | null): Draft | null =>
  metric === 'revenue' && previous?.metric === 'revenue' && previous.period === 'month' && previous.quoteEnd > start
    ? previous
    : null;
