import type { Article } from './analysis.ts';
import { cloudOf } from './families.ts';
import type { Cue, CueKind } from './lexicon.ts';
import { type Quantity, rowAround } from './quantity.ts';
import type { Reading } from './reading.ts';
import { matches } from './text.ts';

/** The clause around a position, as [start, end] in the sentence. */
export function clauseAt(reading: Reading, position: number): [number, number] {
  let start = 0;
  for (const end of reading.clauses) {
    if (end >= position) return [start, end];
    start = end + 1;
  }
  return [start, reading.text.length];
}

/** How many of `points` lie strictly between two positions. */
export const between = (points: readonly number[], from: number, to: number): number => {
  let n = 0;
  for (const point of points) if (point > from && point < to) n++;
  return n;
};

const SEMI = /[;；]/;

/** Figures that carry a claim of their own; a cue rarely reaches past one. */
export const weighty = (q: Quantity): boolean =>
  q.unit === 'money' ||
  q.unit === 'tokens' ||
  q.unit === 'chips' ||
  q.unit === 'watts' ||
  (q.unit === 'number' && q.large);

/** "raised by $15 billion to about $50 billion": how far it moved, told on the way to where. */
const isStep = (reading: Reading, q: Quantity): boolean =>
  (/\bby (?:about |over |nearly |another |a further )?$/.test(reading.text.slice(Math.max(0, q.start - 20), q.start)) &&
    /^,? to /.test(reading.text.slice(q.end, q.end + 5))) ||
  (/^[,，]?[至到达]/.test(reading.text.slice(q.end, q.end + 2)) &&
    /(?:增|减)(?:加|长|少)?(?:了|约|近|逾|超过?)*$/.test(reading.text.slice(Math.max(0, q.start - 8), q.start)));

/** 利润从9亿增至21亿美元: what a figure came from stands on the way to it. */
const isOrigin = ({ text }: Reading, other: Quantity, q: Quantity): boolean =>
  other.end <= q.start &&
  q.start - other.end < 16 &&
  /^ ?(?:[\u4e00-\u9fff ]{0,8}[至到为]|to |→)(?:约|近|超过?|逾)? ?$/.test(text.slice(other.end, q.start)) &&
  /(?:[从由]|\bfrom)(?:约|近)? ?$/.test(text.slice(Math.max(0, other.start - 6), other.start));

/** "ARR (the annualized value of all contracts) hit", "capex, including leases of halls, was": how much of a gap is a remark. */
const remarked = (gap: string): number =>
  (gap.includes('(') ? matches(/\([^()]*\)/g, gap).reduce((sum, match) => sum + match[0].length, 0) : 0) +
  (gap.includes('cluding ') ? (/, (?:in|ex)cluding [^,;]*,/.exec(gap)?.[0].length ?? 0) : 0);

/**
 * The cue that governs a quantity: near, in the same clause, not beyond another figure, rather before than after it.
 * Cost is in characters.
 */
export function governingCue(
  reading: Reading,
  q: Quantity,
  kinds: ReadonlySet<CueKind>,
): { cue: Cue; cost: number } | null {
  const beside = /分别|respectively|、/.test(reading.text) ? inRowWith(reading, q) : [];
  const figures = reading.quantities
    .filter(
      (other) =>
        other !== q &&
        weighty(other) &&
        !beside.includes(other) &&
        !isStep(reading, other) &&
        !isOrigin(reading, other, q),
    )
    .map((other) => other.start);
  const front = q.start < 12 && IN_FRONT.test(reading.text.slice(q.end));
  let best: { cue: Cue; cost: number } | null = null;
  for (const cue of reading.cues) {
    if (!kinds.has(cue.kind)) continue;
    const before = cue.end <= q.start;
    // 1450亿(年化): by which reckoning, of whatever was told of.
    if (!before && ANNUALISED.test(reading.text.slice(cue.start - 1, cue.end + 1))) continue;
    const from = before ? cue.end : q.end;
    const to = before ? q.start : cue.start;
    // 预付款高达140亿美元，相当于英伟达全年净利润的六成: what it is set against.
    if (!before && /(?:相当于|等于)[^,，;；]*$/.test(reading.text.slice(from, to))) continue;
    if (to < from) {
      // Inside the quantity's own words.
      return { cue, cost: 0 };
    }
    // "$17 billion in cash flow": its own noun.
    const own =
      !before && /^ (?:in|of) (?:(?!the|its|their|a|an|which|that|this)[a-z-]+ )?$/.test(reading.text.slice(from, to));
    let cost = own ? 2 : to - from - remarked(reading.text.slice(from, to)) + (before ? 0 : 12);
    cost += 45 * between(figures, from - 1, to + 1) + 10 * between(reading.clauses, from - 1, to);
    if (to - from > 0 && SEMI.test(reading.text.slice(from, to))) cost += 60;
    // "Capex including leased assets was $2.6 billion": what is counted in governs nothing.
    if (
      before &&
      INCLUDED.test(reading.text.slice(Math.max(0, cue.start - 80), cue.start)) &&
      WAS.test(reading.text.slice(cue.end, q.start))
    )
      cost += 60;
    if (!before && front) cost -= 40;
    // "Corvane, which rents out no halls, of $3 billion": what an aside says governs nothing behind it.
    if (before && (cue.kind === 'price' || cue.kind === 'excluded') && inRelative(reading.text, cue.start, q.start))
      cost += 60;
    // 微软(含融资租赁)487亿美元: what a bracket remarks governs nothing outside.
    if (before && inBracket(reading.text, cue, q.start)) cost += 60;
    // "... to $50 billion after revenue grew": another clause begins.
    if (
      !before &&
      /^(?:[^,]{0,30} )?(?:after|as|while|when|because|since|amid|whereas|where)(?: |$)/.test(
        reading.text.slice(from, to).trimStart(),
      )
    )
      cost += 40;
    // "an operating profit on $131 million of assets": set against it.
    if (before && / on (?:total |net )?$/.test(reading.text.slice(from, to))) cost += 30;
    // "an operating income of $6.6 billion on sales of $20 billion": the next figure's.
    if (
      !before &&
      / on (?:total |net )?$/.test(reading.text.slice(from, to)) &&
      /^ of /.test(reading.text.slice(cue.end))
    )
      cost += 60;
    if (!before && /[,，]/.test(reading.text.slice(from, to))) cost += cue.kind === 'excluded' ? 70 : 25;
    if (best === null || cost < best.cost) best = { cue, cost };
  }
  return best;
}

/** True where a position stands in a relative clause between commas that closes before another. */
export function inRelative(text: string, at: number, to: number): boolean {
  const open = text.lastIndexOf(', ', at);
  return open >= 0 && /^, (?:which|who|whose)\b/.test(text.slice(open, open + 8)) && text.slice(at, to).includes(', ');
}

const ANNUALISED = /^[(（]年化[)）]$/;

/** "360亿元，这是火山引擎定下的收入目标", "$2 billion: that is what ...": a figure set in front of what it is. */
export const IN_FRONT = /^[^,，:：—–;；。.]{0,16}(?:[,，:：]|[—–-]{1,2}) ?(?:这|that|this|it|which)(?![a-z])/;

/** "分别为15.1亿元、16.4亿元": figures that stand side by side with one. */
const inRowWith = ({ text, quantities }: Reading, q: Quantity): readonly Quantity[] =>
  rowAround(
    quantities,
    q,
    (one, next) => one.unit === next.unit && /^ ?(?:、|,|，|和|与|及|,? and) ?$/.test(text.slice(one.end, next.start)),
  );

const INCLUDED =
  /\b(?:revenues?|sales|income|profits?|loss(?:es)?|capex|expenditures?|spending|outlays?|investments?|backlog|debt),? (?:including|excluding|net of) (?:[\w-]+ ){0,6}$/;
const WAS =
  /^(?: [\w-]+)?,? (?:to|at|between|was|were|came to|reached|totall?ed|hit|stood at|rose|fell|climbed|jumped|of|is|are)\b/;

const inBracket = (text: string, { start, end }: Cue, limit: number): boolean => {
  const open = text.lastIndexOf('(', start);
  const close = open < 0 ? -1 : text.indexOf(')', open);
  return close >= end && close < limit;
};

/** "up from $595.7 billion in 2024", "against $21 billion": what another figure is compared with. */
export const isCompared = (reading: Reading, q: Quantity): boolean =>
  /(?:\bfrom|\bagainst|\bversus|\bthan|compared (?:with|to)|\bhad been|\bahead of|\babove|\bbelow|\bbeating|\btopping|\bshort of|\bon) (?:the |an? |just |only |about |around |roughly )*$/.test(
    reading.text.slice(Math.max(0, q.start - 32), q.start),
  ) && reading.quantities.some((other) => weighty(other) && other.end <= q.start);

/** True where an earlier sentence stands in another item of the same list. */
export function ofAnotherItem(article: Article, reading: Reading, index: number): boolean {
  const [own, other] = [article.blocks[reading.block], article.blocks[article.sentences[index]?.block ?? -1]];
  return own?.kind === 'bullet' && other?.kind === 'bullet' && own !== other && other.level >= own.level;
}

/** True where an earlier sentence is another item of the same list, or this one opens a topic of its own with a label. */
export function ofAnotherTopic(article: Article, reading: Reading, index: number): boolean {
  const [own, other] = [article.blocks[reading.block], article.blocks[article.sentences[index]?.block ?? -1]];
  if (own === undefined || own === other || other?.kind === 'heading') return false;
  if (own.kind === 'bullet') return ofAnotherItem(article, reading, index);
  return own.kind === 'paragraph' && TOPIC.test(article.folded.slice(own.start, own.start + 16));
}
/** 租金走势：... */
const TOPIC = /^[^:：,，。;；\d]{2,14}[:：]/;

/** "A的目标是年底突破100万亿；B的数字是8万亿": behind a semicolon and another name, what was said of the first is over. */
export function ofAnotherActor(reading: Reading, at: number, q: Quantity): boolean {
  const stop = Math.max(reading.text.lastIndexOf('；', q.start), reading.text.lastIndexOf(';', q.start));
  if (stop < at) return false;
  const houses = (from: number, to: number): string[] =>
    reading.entities
      .filter((e) => (e.kind === 'organisation' || e.kind === 'product') && e.start >= from && e.end <= to)
      .map((e) => cloudOf(e.slug));
  const [first, second] = [houses(0, at), houses(stop, q.start)];
  return first.length > 0 && second.length > 0 && !second.some((house) => first.includes(house));
}

/** A second currency in brackets or apposition right after an amount: "RMB 380 billion (about $53 billion)". */
export function isConversion(reading: Reading, first: Quantity, second: Quantity): boolean {
  if (
    first.unit !== 'money' ||
    second.unit !== 'money' ||
    first.currency === second.currency ||
    second.start < first.end
  )
    return false;
  const gap = reading.text.slice(
    first.rate?.end && first.rate.end > first.end ? first.rate.end : first.end,
    second.start,
  );
  return (
    gap.length <= 30 &&
    /^ ?(?:[(,，[/]|or |合|折|约|人民币)? ?(?:or |about |around |approximately |roughly |nearly |some |around |equivalent to |the equivalent of |(?:按|以)?(?:现|当前|现行|最新|今日)?汇率(?:计算|折算|计)?[,，]?|合|折合|约合|约[为等于]*|相当于|人民币|即|[近逾超]|~| )*$/.test(
      gap,
    )
  );
}
