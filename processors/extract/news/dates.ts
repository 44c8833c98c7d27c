import type { Anchor } from './date-anchor.ts';
import { dateMatches, HAN_ONLY, LATIN_ONLY, MIXED } from './date-forms.ts';
import type { DateGrain } from './date-parts.ts';
import { readDate } from './date-read.ts';
import { hasHan } from './text.ts';

/** A point or stretch of time that a text names. Offsets are into the sentence. */
export interface DateMention {
  readonly start: number;
  readonly end: number;
  /** Partial ISO: 2026, 2026-04, 2026-04-18, 2025-Q3, 2025-H1, FY2025. */
  readonly iso: string;
  readonly grain: DateGrain;
  /** True for "from", "starting", "effective", 自…起: when something begins to hold. */
  readonly begins: boolean;
  /** True for "a year earlier", 去年同期: the period a figure is compared with. */
  readonly comparison: boolean;
  /** True for "on Wednesday", 昨日, 近日: the day of the news, not the period of a figure. */
  readonly newsDay: boolean;
  /** True where the text says the year itself, false where it was inferred. */
  readonly explicit: boolean;
}

/** Words before a date that make it a beginning. */
const BEGINS =
  /(?:from|starting(?: on| in)?|starts? (?:on|in)|effective(?: from| on| as of)?|backdated to|retroactive(?:ly)? to|beginning(?: on| in)?|as of|takes? effect(?: on| from| in)?|kicks? in(?: on| from)?|with effect from|go(?:es)? live on|(?:will |to )?(?:change|rise|increase|go up|apply|applies) (?:on|from)|自|从|于|将于|将自|将在|生效(?:日期|时间|日)?[为是:： ]*)(?: (?:early|late|the|next|this|coming|(?:\d{1,2}:\d\d|midnight|noon|\d{1,2} ?[ap]\.?m\.?)(?: utc| gmt| [cep][es]?t)?(?: on)?))*[ (]?$/;
const BEGINS_AFTER =
  /^ ?(?:起|开始|生效|后|零[时点]|凌晨|0点|\d{1,2}:\d{2}|00:00|\((?:北京时间|utc)|\d{1,2}[点时]|正式|实施|执行)/;
const COMPARED_WITH =
  /(?:比|较|相比|than(?: (?:it|they) (?:did|was|were|had been|cost|stood))?(?: (?:in|on|at|last))?|compared (?:with|to)|versus|vs\.?|against) ?$/;
/** "the best rate since 2022": of another time than the figure. */
const BEST_SINCE =
  /\b(?:[a-z]{2,}est|best|most|worst|least|record|first(?: time)?)\b(?: [\w-]+){0,4},? since (?:the |at least |early |late |mid-)*$/;
const NEWS_DAY =
  /^(?:on )?(?:mon|tues|wednes|thurs|fri|satur|sun)day|^yesterday|^today|^this (?:morning|afternoon|evening)|^this week|^last week|^昨[日天晚]|^前天|^今[日天早晚晨]|^[上本这]?(?:周|星期|礼拜)[一二三四五六日天]|^近日|^日前|^本周|^上周/;
const CANDIDATE =
  /(?:19|20)\d\d|\d ?[年月日号]|[年月季周日]|[昨今明前]天|星期|礼拜|\d[qh]\d|[qh][1-4]|'\d\d|january|february|march|april|\bmay\b|june|july|august|september|october|november|december|\b(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b|year|quarter|half|month|week|day|tomorrow|morning|afternoon|evening|fiscal|\bfy|immediately|今起|同期|同比|中期|decade/;

/** "reached 50 trillion by December": it has. */
const HAPPENED =
  /^(?!.*\b(?:will|would|should|wants?|expects?|aims?|hopes?|plans?|targets?|sees|to be|due|meant|supposed|ought)\b).*\b(?:reached|hit|passed|stood|grew|rose|climbed|surpassed|topped|exceeded|had (?!to)|(?:was|were) (?!exp|to|plan|set|due|proj|fore|sched))[^.;]*$/;

/** "at the end of September the run rate was": behind us, whatever year was named last. */
const BEHIND_US = /^,? (?:[a-z'’-]+ ){0,5}(?:was|were|stood|came|totall?ed|reached|hit)\b/;

/** How old a house is says nothing of its news. */
const FOUNDED =
  /\b(?:founded|established|incorporated|set up|formed|created) (?:back )?in $|(?:成立于|创立于|创办于|创建于|始建于) ?$/;

/** "from Monday", "next Friday", "will rise on Tuesday": a day still to come. */
const COMING_TO =
  /\b(?:(?:next|coming|from|starting|effective|beginning|as of|until|by)(?: on| next)?|effect(?: on)?) $|\b(?:will|to be|going to|is to|are to|set to|due to|due|plans? to)\b[^,;]*$/;
const comingAt = (sentence: string, at: number): boolean =>
  COMING_TO.test(sentence.slice(Math.max(0, at - 60), at)) ||
  /(?:将[于在]?|自|从)$/.test(sentence.slice(Math.max(0, at - 3), at));

/** Behind "two years ago": who was, or did, up to a figure. */
const OWN_CLAUSE =
  /^,? (?:it|they|that|this|(?:the|its|their) [a-z-]+(?: [a-z-]+)?|[a-z-]+s) (?:(?:still|only|just|already) )?(?:was|were|had been|stood|served|made|took|handled|processed|cost|came|counted|ran|had)\b[^.;]*?\d/;
const SET_AGAINST =
  /\b(?:from|than|of|over|versus|against|to|with|on|as|what|where|since) (?:just |only |about |some |the |it |they |(?:it|they|that) (?:was|were|had|did|made) )*$/;

const LAST_QUARTER = /^(?:(?:last|the (?:previous|prior)) quarter|上一?个?季度?)$/;
/** "up from 4 billion last quarter", 一季度亏4亿，上季度亏2亿 beside a figure of a quarter: the one before that. */
function quarterCompared(sentence: string, at: number, previous: string | null): string | null {
  const quarter = /^(FY)?(\d{4})-Q([1-4])$/.exec(previous ?? '');
  if (
    !quarter ||
    !/\b(?:from|than|versus|against|compared (?:with|to)) [^,;]{0,40}$|[,，、;；(（较比](?:而|但)?$/.test(
      sentence.slice(Math.max(0, at - 60), at),
    )
  )
    return null;
  const index = Number(quarter[2]) * 4 + Number(quarter[3]) - 2;
  return `${quarter[1] ?? ''}${Math.floor(index / 4)}-Q${(index % 4) + 1}`;
}

const LATER =
  /\b(?:will|to be|going to|(?:is|are) (?:to|due|set|scheduled|slated)|should|ought to|(?:expects?|expected|forecasts?|guid(?:es?|ed|ing)|guidance|outlook|sees|guide|raised|lifted|reaffirm(?:s|ed)|pencill?ed in)(?=(?:[^.;]|\.\d)*\bfor $)|(?:expects|forecasts|guides|sees|projects)(?=(?:[^.;]|\.\d)*\b(?:for|in)(?: the| its)? $)|(?:due|planned|slated|scheduled|targeted)(?= (?:in|by|for)\b[^,;]*$)|(?:is|are) (?:meant|supposed) to|plans? to|expects? to|takes? effect|comes? into (?:force|effect)|kicks? in|goes? live)\b(?! have (?:[a-z]+ed|been)\b)[^,;]*$/;
/** "the year-end figure ought to be above": what the figure of a day will be. */
const TO_COME =
  /^ (?:(?:figure|number|target|goal|total|level|count) )?(?:should|ought|will|would|is (?:to|due|expected|guided|forecast|seen|put))\b/;
const WAS =
  /\b(?:said|says|was|were|had|did|told|rose|fell|grew|came|took|cut|put|made|spent|went|became|began|held|hit|stood|(?!need|speed|embed|exceed|feed|proceed|succeed)[a-z]{2,}ed)\b/;
const WILL_BE =
  /\b(?:will|would|should|could|may(?! \d)|might|expect\w*|plan\w*|forecast\w*|guid\w*|sees?|aim\w*|target\w*|intend\w*|due|next|coming|from(?! (?:us|rmb|hk)?[$€£¥\d])|until|till|by|starting|effective|beginning|as of|takes?|ends?|expires?|upcoming|scheduled|slated|planned|set|going|(?:begins?|starts?) (?:on|in)|to (?:be|take|go|rise|start|begin|launch|open|come|end|retire))\b/;
/** 业绩快报：全年实现营收…: what has been, and nothing of what will be. */
const REPORTS = /业绩快报|年报|年度业绩|实现(?:营业|净利|营收|收入)|同比|净利|亏损/;
const LOOKS_AHEAD_HAN = /预[计期测估]|指引|目标|计划|规划|预算|展望|将|今年|本年|有望|上调|下调/;
/** "In May the company said": of what lies behind, in a sentence that looks ahead nowhere. */
function happened(sentence: string, at: number): boolean {
  // 早在1月就把价格上调了
  if (sentence.startsWith('早在', at - 2)) return true;
  if (!/\b(?:in|since|during|last|late|early|mid)[ -]$/.test(sentence.slice(Math.max(0, at - 8), at))) return false;
  // "It bottomed at $1.70 in October; by March it was $2.35": each part by itself.
  const end = sentence.indexOf('; ', at);
  const part = sentence.slice(sentence.lastIndexOf('; ', at) + 1, end < 0 ? sentence.length : end);
  return WAS.test(part) && !WILL_BE.test(part);
}

/** "from $9 billion at the end of 2025 to $14 billion in February, $19 billion in March": months that come after the date before them. */
function goneOn(
  iso: string,
  grain: DateMention['grain'],
  before: DateMention | undefined,
  between: string,
  { published }: Anchor,
): string {
  if (
    grain !== 'month' ||
    !before ||
    published === null ||
    before.iso.length > 7 ||
    !/^\d{4}(?:-\d\d)?$/.test(before.iso)
  )
    return iso;
  const on = / to /.test(between) || (/^,/.test(between) && before.grain === 'month');
  if (!on || iso > (before.grain === 'year' ? `${before.iso}-12` : before.iso)) return iso;
  const next = `${Number(iso.slice(0, 4)) + 1}${iso.slice(4)}`;
  return next <= published.slice(0, 7) ? next : iso;
}

/** "$180 billion, twice what it spent in 2025", "13.6 billion, 49% above last year's level": the time of what a figure is measured by. */
const MEASURED_BY =
  /(?:\b(?:twice|double|triple|treble|times) (?:what (?:[\w.'-]+ ){2,5}(?:in|for|during|over) |that of |the |its |their )?|\bhalf (?:what (?:[\w.'-]+ ){2,5}(?:in|for|during|over) |that of |its |their )|(?:%|percent) (?:above|below|more than|less than|higher than|lower than|ahead of) (?:what (?:[\w.'-]+ ){2,5}(?:in|for|during|over) |the |its |their )?)(?:(?:level|figure|total|number|outlay|sum|bill|revenue|spending|mark) (?:of|in|for) )?$/;

/** (截至, "(ended": in a bracket right behind a quarter. */
const ENDED =
  /^[度报]? ?\((?:截[至止]|止于|结束于|(?:which |that )?end(?:ed|ing|s) |(?:the )?(?:three|six) months (?:ended|to) )[^()\d]{0,8}$/;

/** All dates of one sentence of folded text that the text or the publication date anchors, in order. */
export function scanDates(sentence: string, anchor: Anchor): DateMention[] {
  const found: DateMention[] = [];
  let previous = anchor.previous;
  let local = anchor.local ?? false;
  const han = hasHan(sentence);
  const finder = !han ? LATIN_ONLY : /[a-z]{3}|fy ?\d/.test(sentence) ? MIXED : HAN_ONLY;
  const written = dateMatches(finder, sentence);
  if (written.length === 0 || !CANDIDATE.test(sentence)) return found;
  for (const match of written) {
    // gpt-4o-2024-08-06: part of a name.
    if (
      sentence[match.index - 1] === '-' &&
      /[a-z\d]/.test(sentence[match.index - 2] ?? '') &&
      /^\d{4}-\d\d-\d\d/.test(match.text)
    )
      continue;
    const result = readDate(match.text, match.groups, {
      published: anchor.published,
      previous,
      ahead:
        /\b(?:by|before) (?:early |late |mid-)?$/.test(sentence.slice(Math.max(0, match.index - 13), match.index)) &&
        !HAPPENED.test(sentence.slice(0, match.index)),
      past:
        /\b(?:last|since) $/.test(sentence.slice(Math.max(0, match.index - 7), match.index)) ||
        BEHIND_US.test(sentence.slice(match.index + match.text.length, match.index + match.text.length + 40)) ||
        (match.text === '全年' && REPORTS.test(sentence) && !LOOKS_AHEAD_HAN.test(sentence)),
      coming: comingAt(sentence, match.index),
      happened: happened(sentence, match.index),
      later:
        LATER.test(sentence.slice(Math.max(0, match.index - 70), match.index)) ||
        TO_COME.test(sentence.slice(match.index + match.text.length, match.index + match.text.length + 30)),
      following: /\bfollowing $/.test(sentence.slice(Math.max(0, match.index - 11), match.index)),
      local:
        local &&
        !/\b(?:this|last|next|past|今|本)[ -]?$/.test(sentence.slice(Math.max(0, match.index - 6), match.index)),
    });
    const beside = found.findLast((d) => d.grain === 'quarter' && !d.comparison)?.iso ?? null;
    const compared = LAST_QUARTER.test(match.text)
      ? quarterCompared(sentence, match.index, han ? beside : previous)
      : null;
    const told = compared ?? result?.iso;
    if (!result || told == null) continue;
    const iso = goneOn(told, result.grain, found.at(-1), sentence.slice(found.at(-1)?.end ?? 0, match.index), anchor);
    const end = match.index + match.text.length;
    if (FOUNDED.test(sentence.slice(Math.max(0, match.index - 20), match.index))) continue;
    // 较2024年全年: the whole of the year just named.
    const year = found.at(-1);
    if (match.text === '全年' && year?.grain === 'year' && year.end === match.index) {
      found[found.length - 1] = { ...year, end };
      continue;
    }
    const begins =
      // 从去年10月的1.7美元涨到...: a date that owns a figure begins nothing.
      (sentence[end] !== '的' &&
        // 自2025年6月以来首次: since when, not from when.
        !/^ ?(?:以来|至今|迄今)/.test(sentence.slice(end, end + 4)) &&
        // "from May 31 baseline prices": what is compared with.
        !/^ (?:baseline|levels?|prices|list)\b/.test(sentence.slice(end, end + 10)) &&
        BEGINS.test(sentence.slice(Math.max(0, match.index - 32), match.index))) ||
      BEGINS_AFTER.test(sentence.slice(end, end + 12)) ||
      /即[日刻时]|今起|immediately/.test(match.text);
    // "Two years ago it served", "when it was launched two years ago it was 40": when it was so, where its figure follows.
    const opens =
      /\bago$/.test(match.text) &&
      (/^[\s"'“‘]*(?:and |but |just |only |about |some )?$/.test(sentence.slice(0, match.index)) ||
        (OWN_CLAUSE.test(sentence.slice(end, end + 60)) &&
          !SET_AGAINST.test(sentence.slice(Math.max(0, match.index - 24), match.index))));
    const comparison =
      (!opens && (result.comparison ?? false)) ||
      COMPARED_WITH.test(sentence.slice(Math.max(0, match.index - 24), match.index)) ||
      (/[%s]|half|twice|double|tr[ie]/.test(sentence) &&
        MEASURED_BY.test(sentence.slice(Math.max(0, match.index - 70), match.index))) ||
      BEST_SINCE.test(sentence.slice(Math.max(0, match.index - 60), match.index));
    found.push({
      start: match.index,
      end,
      iso,
      grain: result.grain,
      begins,
      comparison: comparison || compared !== null,
      newsDay: NEWS_DAY.test(match.text),
      explicit: result.explicit ?? false,
    });
    if (!comparison && !(han && compared !== null)) {
      previous = iso;
      local ||= result.explicit ?? false;
    }
  }
  // 上周(4月6日至12日): the bracket says which week.
  return found.filter((date, i) => {
    const [before, next] = [found[i - 1], found[i + 1]];
    // 2026财年第二季（截至11月底）: when that quarter ended.
    if (
      (before?.grain === 'quarter' || before?.grain === 'half' || before?.grain === 'fiscal') &&
      ENDED.test(sentence.slice(before.end, date.start))
    )
      return false;
    // 1月3日是周六
    if (date.newsDay && before?.grain === 'day' && /^ ?(?:是|\() ?$/.test(sentence.slice(before.end, date.start)))
      return false;
    return !(date.newsDay && next && !next.newsDay && /^ ?\( ?$/.test(sentence.slice(date.end, next.start)));
  });
}
