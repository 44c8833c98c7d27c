import type { Article } from './analysis.ts';
import { between, ofAnotherActor, ofAnotherTopic, weighty } from './context.ts';
import type { DateMention } from './dates.ts';
import { endsInColon, lineOverList, linesOverList } from './list-opening.ts';
import { readEnglishNumeral } from './numbers.ts';
import { type Quantity, rowAround } from './quantity.ts';
import type { Reading } from './reading.ts';

/**
 * 2017年至2019年营收分别为7.84亿元、11.2亿元和14.4亿元，净利润…: as many figures side by side as years of the span named last before
 * them.
 */
function yearInTurn({ text, dates, quantities }: Reading, q: Quantity): DateMention | null {
  const row = rowAround(
    quantities,
    q,
    (one, next) => one.unit === next.unit && /^(?:、|,|，|和|与|及|以及) ?-?$/.test(text.slice(one.end, next.start)),
  );
  if (row.length < 2) return null;
  const before = text.slice(0, row[0]?.start);
  const said = SPAN_OF_YEARS.exec(before);
  if (!said || Number(said[2]) - Number(said[1]) + 1 !== row.length) return null;
  const date = dates.findLast((d) => d.end <= q.start && d.grain !== 'day' && !d.comparison);
  if (!date?.iso.endsWith(said[2] ?? '')) return null;
  return { ...date, iso: date.iso.replace(/\d{4}$/, String(Number(said[1]) + row.indexOf(q))) };
}
const SPAN_OF_YEARS = /^.*(20\d\d)[ae]? ?年?(?:[至到]|[-–—~])(?:fy)?(20\d\d)[ae]?(?! ?年?[底末初])/;

/**
 * "$18 billion this fiscal year, then $32 billion, $73 billion and $114 billion in the three years after that": as many sums side by
 * side as years that follow the one named before them. Null for any other figure.
 */
function yearFollowing({ text, dates, quantities }: Reading, q: Quantity): DateMention | null {
  if (!/\b(?:following|next|years after|after that)\b/.test(text)) return null;
  const row = rowAround(quantities, q, (one, next) => BESIDE.test(text.slice(one.end, next.start)));
  const last = row.at(-1);
  const base = dates.findLast((d) => d.end <= q.start && (d.grain === 'year' || d.grain === 'fiscal') && !d.comparison);
  const years = last === undefined ? null : YEARS_BEHIND.exec(text.slice(last.end));
  const count = years && Number(readEnglishNumeral(years[1] ?? years[2] ?? '') ?? Number.NaN);
  if (!base || row.length < 2 || count !== row.length) return null;
  return { ...base, iso: base.iso.replace(/\d{4}/, (year) => String(Number(year) + row.indexOf(q) + 1)) };
}
const BESIDE = /^(?:,|,? and|,? then|,? and (?:then|finally)) $/;
const YEARS_BEHIND =
  /^ (?:in|over|across|during|for) the (?:(?:following|next|subsequent) ([a-z]+)(?= years|[,.;)]|$)|([a-z]+) (?:fiscal )?years (?:after (?:that|this|it)|that follow|to follow|beyond|following)\b)/;

/** 2026财年180亿美元，此后四年分别为320亿、730亿…: as many sums side by side as years that come after the one named before them. */
function yearAfterHan({ text, dates, quantities }: Reading, q: Quantity): DateMention | null {
  if (!text.includes('后') && !text.includes('接下来')) return null;
  const row = rowAround(quantities, q, (one, next) =>
    /^(?:[、,，和与及]|以及) ?$/.test(text.slice(one.end, next.start)),
  );
  const first = row[0]?.start ?? q.start;
  const count = AFTER_HAN.exec(text.slice(0, first))?.[1];
  const base = dates.findLast((d) => d.end <= first && (d.grain === 'year' || d.grain === 'fiscal') && !d.comparison);
  if (
    !base ||
    count === undefined ||
    ('一二三四五六'.indexOf(count.replace('两', '二')) + 1 || Number(count)) !== row.length
  )
    return null;
  return { ...base, iso: base.iso.replace(/\d{4}/, (year) => String(Number(year) + row.indexOf(q) + 1)) };
}
const AFTER_HAN = /(?:[此其随之]?后|接下来)的?([两三四五六]|[2-6])个?(?:财|年度)?年[^,，。;；\d]{0,10}$/;

/** 年化营收300亿美元(2025年底约90亿), 甲上调至1900亿(预计2027年更高)，乙…: true where a bracket that a figure is not in tells of another time. */
function inBracketOfAnother({ text, quantities }: Reading, q: Quantity, date: DateMention): boolean {
  const open = text.lastIndexOf('(', date.start);
  const close = open < 0 ? -1 : text.indexOf(')', open);
  if (close < date.end || (q.start > open && q.start < close)) return false;
  // "$59.89B (Q4 2025, beat $58.59B estimate)": what was expected of the same time.
  if (date.start === open + 1 && EXPECTED.test(text.slice(date.end, close))) return false;
  return (
    ANOTHER_TIME.test(text.slice(open, close)) ||
    quantities.some((other) => weighty(other) && other.start > open && other.end <= close)
  );
}
const EXPECTED =
  /^[,;:] ?(?:(?:it|which) )?(?:beat|beating|miss(?:ed|ing)?|top(?:ped|ping)|vs\.?|versus|against|above|below|ahead of|short of|estimates?|consensus|expected)\b/;
const ANOTHER_TIME = /预[计期测]|将|目标|此前|之前|高于|低于/;

/** 去年同期还亏5.3亿元, 一年前同季亏的是3.6亿: what a clause says that opens with the period compared with, and compares nothing. */
const SAID_OF_IT = /^[^,，。;；:：\d%增降涨升减跌多少高低扩翻倍比较]{1,10}$/;
/** "A year earlier revenue had been": up to the figure of then. */
const HAD_BEEN =
  /^,? (?:[a-z][\w'’-]* ){1,5}?(?:had (?:been|stood at|come to|reached)|was|were|stood at|came to) (?:about |around |just |only |nearly |some |over )*$/;
const opensClause = (text: string, at: number): boolean =>
  /(?:^|[,，。;；:：]) ?(?:而|但|在|可)?$/.test(text.slice(0, at));

const IS_OF_NOW = /^ now(?=[,;.)]|$)/;
/** The date a quantity belongs to; null where the sentence names none. */
export function dateOf(reading: Reading, q: Quantity, period = false): DateMention | null {
  // "5.0 GW in mid-2025, 7.2 now"
  if (IS_OF_NOW.test(reading.text.slice(q.end, q.end + 12))) return null;
  const inTurn = yearInTurn(reading, q) ?? yearFollowing(reading, q) ?? yearAfterHan(reading, q);
  if (inTurn) return inTurn;
  const figures = reading.quantities.filter((other) => other !== q && weighty(other)).map((other) => other.start);
  const cited = reading.text.includes('《') && !reading.dates.every((d) => inTitle(reading.text, d));
  let best: DateMention | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const date of reading.dates) {
    if (period && date.newsDay) continue;
    if (date.end <= q.start && ofAnotherActor(reading, date.start, q)) continue;
    if (ofOrigin(reading, date, q) || inBracketOfAnother(reading, q, date)) continue;
    if (cited && inTitle(reading.text, date)) continue;
    const before = date.end <= q.start;
    const from = before ? date.end : q.end;
    const to = before ? q.start : date.start;
    if (to < from) continue;
    let cost = to - from + 40 * between(figures, from - 1, to + 1) + 8 * between(reading.clauses, from - 1, to);
    const gap = reading.text.slice(from, to);
    // "added 4 GW over the last year and expects to double that by 2027"
    if (!before && (GOES_ON_TO.test(gap) || OF_A_PART.test(gap))) continue;
    const attached =
      (before && date.comparison && opensClause(reading.text, date.start) && HAD_BEEN.test(gap)) ||
      (before && date.comparison && opensClause(reading.text, date.start) && SAID_OF_IT.test(gap)) ||
      (before &&
        /^(?:[初中底末](?!期))?(?:的|则?[为是]|(?:还|才|尚)?(?:只有|仅有?|不过|是)| of| was| were|'s)? ?(?:约|近|about )?-?$|^为净?(?:亏损|利润|收入|营收)(?:人民币|约)?$/.test(
          gap,
        ));
    // 超过650亿美元(约为一年前7倍): what it is a multiple of.
    const multiple =
      !before &&
      /^(?:全年|同期|整年)? ?的? ?(?:约|近)?[\d.两三四五六七八九十]+ ?[多余]?倍/.test(reading.text.slice(date.end));
    if (date.comparison) cost += attached ? 0 : !before && !multiple && /^[^,，;；较比]{0,14}$/.test(gap) ? -6 : 120;
    else if (!before && FALLS_IN.test(gap) && between(figures, from - 1, to + 1) === 0) cost = Math.min(cost, 0);
    else if (!before) cost += multiple ? 120 : belongsToNext(reading, q, date) ? 40 : 0;
    if (
      before &&
      reading.quantities.some(
        (other) =>
          other !== q &&
          weighty(other) &&
          other.end <= date.start &&
          /^(?: (?:a|per|each|every) (?:day|week|month|quarter|year|minute))? ?(?:in|for|during|by|at|as of)? ?(?:the )?$/.test(
            reading.text.slice(other.end, date.start),
          ),
      )
    )
      cost += 20;
    // 由去年底的100万亿升至150万亿: the date owns the figure that it leads up to.
    if (
      before &&
      '的初中底末'.includes(reading.text[date.end] ?? '.') &&
      reading.quantities.some(
        (other) =>
          weighty(other) &&
          other.start >= date.end &&
          other.end <= q.start &&
          /^[初中底末]?的(?:约|近|逾|超过?)*$/.test(reading.text.slice(date.end, other.start)),
      )
    )
      cost += 60;
    if (!before && /^ (?:in|for|during|by|as of) (?:the )?$/.test(gap)) cost -= 3;
    // "sales of $3 million, and sees $9 million for the full year": the date of what is foreseen.
    if (!before && PREDICTS.test(gap) && between(figures, from - 1, to + 1) > 0) cost += 120;
    if (date.grain === 'day') cost += 15;
    if (cost < least) {
      best = date;
      least = cost;
    }
  }
  const before = reading.dates.findLast(
    (d) =>
      d.end <= q.start &&
      !d.comparison &&
      !(period && d.newsDay) &&
      !ofOrigin(reading, d, q) &&
      !inBracketOfAnother(reading, q, d),
  );
  if (best === null || (best.comparison && least > 100))
    return sharedDate(reading) ?? (before && goesOnTo(reading.text, before, q) ? before : null);
  // "In May it was 480 billion; the figure is now above 900 billion"
  if (best.end <= q.start && IS_NOW.test(reading.text.slice(best.end, q.start))) return null;
  // "some 40 billion a day, by the count for April": one figure, one date.
  const lonely =
    reading.dates.length === 1 &&
    figures.length === 0 &&
    !best.comparison &&
    !best.newsDay &&
    !GOES_ON.test(reading.text.slice(q.end, best.start));
  if (
    best.start >= q.end &&
    PREDICTS.test(reading.text.slice(q.end, best.start)) &&
    between(figures, q.end - 1, best.start) > 0
  )
    return null;
  if (least < 48 || lonely || best.start < q.end || !/[,，;；]/.test(reading.text.slice(q.end, best.start)))
    return best;
  // "2027财年营收900亿,资本开支750亿,2026财年为500亿": the date goes on until the next one is named.
  const running = reading.dates.findLast((d) => d.end <= q.start && !d.comparison && !(period && d.newsDay));
  return sharedDate(reading) ?? (running && goesOnTo(reading.text, running, q) ? running : null);
}

/** Up to the next semicolon a date goes on; one in the label of a sentence (甲2025年年报：…；…) for all of its items. */
const goesOnTo = (text: string, date: DateMention, q: Quantity): boolean =>
  !/[;；]/.test(text.slice(date.end, q.start)) ||
  (/^[^,，。;；:：]{0,20}$/.test(text.slice(0, date.start)) && /^[^,，。;；:：]{0,12}[:：]/.test(text.slice(date.end)));

/** "half of it, 50 trillion, fell in March", "the first gigawatt, built on the MI450, is due in 2027": behind a figure its own date. */
const FALLS_IN =
  /^[^.;]{0,60}?(?:\b(?:fell|came|arrived|landed)|\b(?:is|are|was|were|being|falls?|comes?)(?: now| first| only)? (?:due|expected|planned|scheduled|slated|promised|reached|online|live|ready)(?: (?:online|live|ready|to (?:open|start|come|arrive|go live|come online|be (?:ready|online|live))))?) (?:in|by|from|for|on|during) (?:the |early |late |mid-)*$|^(?: of [\w-]+)?,? (?:planned|targeted|slated|scheduled|promised|wanted|(?:as |is |being )*(?:the|its) (?:goal|target|plan|aim)) (?:for|by|in|at) (?:the |early |late |mid-)*$/;

/** "leapt from 48 million in 2024 to 190 million": true where a date is that of what a move to the figure starts from. */
function ofOrigin({ text, quantities }: Reading, date: DateMention, q: Quantity): boolean {
  if (ofOriginHan(text, quantities, date, q)) return true;
  const origin = quantities.findLast((other) => other !== q && weighty(other) && other.end <= date.start);
  return (
    origin !== undefined &&
    /\bfrom (?:about |around |just |only |some |roughly |nearly )*$/.test(
      text.slice(Math.max(0, origin.start - 20), origin.start),
    ) &&
    /^(?: of [\w ]{2,24})? (?:(?:in|for|during|at|by) (?:the |early |late |mid-|end of )*)?$/.test(
      text.slice(origin.end, date.start),
    ) &&
    /^,? to (?:about |around |just |only |some |roughly |nearly |over |more than )*$/.test(
      text.slice(date.end, q.start),
    )
  );
}

/** 从去年底的90亿升至300亿: the date of what it rose from; 提升到2022年的十倍: of what it is a multiple of. */
function ofOriginHan(text: string, quantities: readonly Quantity[], date: DateMention, q: Quantity): boolean {
  if (date.end > q.start) return false;
  if (/^[年底末初]{0,2}的? ?(?:约|近)?[\d.两三四五六七八九十百]+ ?[多余]?倍/.test(text.slice(date.end, date.end + 14)))
    return true;
  if (!/[从由自较比] ?$/.test(text.slice(Math.max(0, date.start - 2), date.start))) return false;
  const origin = quantities.find((other) => other !== q && weighty(other) && other.start >= date.end);
  return (
    origin !== undefined &&
    origin.end <= q.start &&
    /^[初中底末]?的?(?:约|近|逾|超过?|仅)*$/.test(text.slice(date.end, origin.start)) &&
    /^[^,，。;；\d]{0,4}[升增涨降跌飙扩提翻跃攀][^,，。;；\d]{0,3}[至到](?:了|约|近|逾|超过?)*$/.test(
      text.slice(origin.end, q.start),
    )
  );
}

/** Another clause that says what is so today. */
const IS_NOW =
  /[;,] (?:and |but |while )?(?:(?:the|that|this|its) [a-z]+|it|they)(?: [a-z]+){0,2} (?:is|are|stands?|has|have) now\b[^,;]*$/;

const PREDICTS =
  /\b(?:and|but|while) (?:it |they |now |still |also )*(?:expects?|expected|sees|saw|forecasts?|guid(?:es|ed)|plans|predicts?|projects|will|would|aims|targets|anticipates?|looks|sticks?|stuck|keeps|kept|maintains|(?:told|warned|asked) [a-z]+ to expect)\b/;

/** Between a figure and a date: another predicate, or another language. */
const GOES_ON = /[\u4e00-\u9fff]|\b(?:and|but|while|whereas|expects?|will|would|plans?|aims?)\b/;

/** "3.1 GW under contract, most of it due by 2027": of a part. */
const OF_A_PART =
  /^[^;.]{0,50}, (?:with )?(?:most|much|half|some|part|the (?:rest|bulk|majority|remainder)|all but \w+|two thirds|a (?:third|quarter|part)) (?:of (?:it|them|that|which|this) )?(?:is |are |being |to be )?[^;.]*$/;
/** The next predicate of a sentence begins, which looks ahead. */
const GOES_ON_TO =
  / (?:and|but|while) (?:(?:it|they|the company|still|now|also|then) )*(?:expects?|plans?|aims?|wants?|hopes?|intends?|will|targets?|is (?:set|due|expected|planned|to))\b/;

/** "..., $91.4 billion and $88.7 billion respectively in 2025": one date for the whole list. */
const sharedDate = (reading: Reading): DateMention | null =>
  /respectively|分别/.test(reading.text) ? (reading.dates.find((d) => !d.comparison && !d.newsDay) ?? null) : null;

const ARROW = /^[^,，。;；]{0,6}(?:→|➜|➡|=>|->|[-—]{1,2}>) ?$/;
/** A date behind a figure and a comma, or closer to the figure after it, belongs to that one. */
function belongsToNext(reading: Reading, q: Quantity, date: DateMention): boolean {
  const gap = reading.text.slice(q.end, date.start);
  const next = reading.quantities.find((other) => other !== q && weighty(other) && other.start >= date.end);
  if (!next) return /[;；,，]/.test(gap);
  // 12月日均2710亿→4月日均1.03万亿
  if (ARROW.test(gap)) return true;
  const ahead = reading.text.slice(date.end, next.start);
  return (
    /[,，;；]/.test(gap) ||
    (ahead.length < gap.length && !/[,，;；]|^ ?(?:and|or|to|alone|和|与|及|以及|到|至)/.test(ahead))
  );
}

/** The last date named before this sentence, in its block and then above it; never a comparison. */
export function carriedDate(article: Article, reading: Reading, reach: number): DateMention | null {
  for (const i of article.thread.before(reading.index, reach)) {
    if (ofAnotherTopic(article, reading, i)) continue;
    const earlier = article.reading(i);
    const dates = earlier.dates.filter((d) => !d.comparison && d.grain !== 'day');
    const date = dates.find((d) => !inTitle(earlier.text, d)) ?? dates[0];
    if (date) return date;
  }
  return null;
}

/** 到2030年将达2280亿元。同期，MaaS市场为38.9亿元: of what was counted, where the sentence says nothing of what is to come. */
export function sameSpan(article: Article, { index, text }: Reading, q: Quantity): DateMention | null {
  const today = article.published?.slice(0, 4);
  if (!today || !/^(?:而|与此)?同期/.test(text) || /预[计测期]|将|有望/.test(text.slice(0, q.start))) return null;
  for (const i of article.thread.before(index, 6)) {
    const told = article.reading(i).dates.find(({ iso, comparison }) => !comparison && iso.slice(0, 4) <= today);
    if (told) return told;
  }
  return null;
}

/** 《云计算蓝皮书（2025年）》: the year a report is called by, not that of its figures. */
const inTitle = (text: string, date: DateMention): boolean =>
  text.lastIndexOf('《', date.start) > text.lastIndexOf('》', date.start) && text.includes('》', date.end - 1);

/** 到2028年：… over a list: the date that its items are of; null where the sentence is none. */
export function openingDate(article: Article, reading: Reading): DateMention | null {
  const [opening, ...before] = lineOverList(article, reading);
  if (!opening || !endsInColon(opening)) return null;
  for (const { dates } of [opening, ...before]) {
    const told = dates.find((d) => !d.comparison);
    if (told) return told;
  }
  return null;
}

/** "... will spend $600 billion in 2026. Here is how:" over a list of houses and sums: the period that its items are of; null where none is told. */
export function dateOverList(article: Article, reading: Reading): DateMention | null {
  for (const { dates } of linesOverList(article, reading)) {
    const date = dates.find((d) => !d.comparison && !d.newsDay && d.grain !== 'day');
    if (date) return date;
  }
  return null;
}
