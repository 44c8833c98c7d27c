import type { Article } from '../analysis.ts';
import { clauseAt } from '../context.ts';
import { isActor } from '../entities.ts';
import type { Cue, CueKind } from '../lexicon.ts';
import type { Quantity } from '../quantity.ts';
import type { Reading } from '../reading.ts';
import { fold } from '../text.ts';
import { RUN_RATE } from './financial-period.ts';
import { metricOfList } from './metric-of-list.ts';
import { severalOf } from './several.ts';
import type { Found } from './sums.ts';

const METRIC: ReadonlySet<CueKind> = new Set(['revenue', 'operating_profit', 'net_income', 'capex']);

/** What a heading may name beside. */
const TOPICS: ReadonlySet<CueKind> = new Set([...METRIC, 'spend', 'investment']);

/** What may stand between a house and its sum where the metric goes without saying. */
const FILLER =
  /^(?:['’]s\b|[ :：、/和与及"~≈=→➜➡–—-]|合计|合共|共计|总计|加起来|共|则|也|仍|只有|仅|还|约|近|为|是|达到?|分别|当季|单季|同期|各家|其中|全年|指引|预算|又|再|已|(?:[上下][调修]|调[高低]|提[高升]|抬[高升]|加码|增加|削减|压缩|放宽|给|定|[升增加降砍压抬提])(?:至|到|在|为|了)+|给出了?|us(?=\$)|\b(?:plans?|planning|expects?|expecting|leads?|follows?|tops?|targets?|guid(?:es|ed)|spent|spends?|is|are|was|were|will|still|comes?|came|at|with|to|for|the|an?|by|just|only|stands|stood|reached|hit|totall?ed|rose|fell|grew|climbed|dropped|doubled|far|largest|biggest|smallest|highest|lowest|most|least|second|third|fourth|next|last|about|around|roughly|nearly|some|over|more|than|up|as|much|then|and|list|pack|field)\b)*$/;

/**
 * "资本开支。二季度亚马逊583亿美元、微软487亿美元", "单季营收：\n- 阿里云：334亿元": the metric was said in the sentence before or in the line a
 * list stands under, and here stand only houses with their sums. Null where this sentence says more, or nothing was said.
 */
export function metricAbove(article: Article, reading: Reading, q: Quantity): Found | null {
  const behind = metricBehind(reading);
  if (behind && bare(article, reading, q)) return { cue: behind, cost: 61 };
  const asked = askedAbove(article, reading, q);
  if (asked) return { cue: { kind: asked.kind, start: q.start, end: q.start }, cost: 61 };
  const topic = topicTakenUp(article, reading, q);
  if (topic) return { cue: { kind: topic.cue.kind, start: q.start, end: q.start }, cost: 61 };
  if (!bare(article, reading, q)) return null;
  const said = saidAbove(article, reading);
  const kind = said?.kind ?? metricOfList(article, reading);
  if (kind === null) return null;
  const found = { cue: { kind, start: q.start, end: q.start }, cost: 61 };
  return said ? { ...found, above: said } : found;
}

/** "About $190 billion, according to" under "How much will Microsoft spend?": what a heading asks for that the figure answers right below it. */
function askedAbove(article: Article, { index, block, text }: Reading, q: Quantity): Cue | null {
  const above = article.sentences[index - 1];
  if (!above || q.start > 40 || article.blocks[above.block]?.kind !== 'heading' || above.block === block) return null;
  const heading = article.reading(index - 1);
  if (!/[?]["”’)*_ ]*$/.test(heading.text) || !ANSWERS.test(text.slice(0, q.start))) return null;
  const topics = heading.cues.filter((cue) => TOPICS.has(cue.kind));
  const [cue] = topics;
  return cue && topics.every(({ kind }) => kind === cue.kind) ? cue : null;
}
const ANSWERS =
  /^["“*_ ]*(?:(?:roughly|about|around|some|nearly|almost|over|more than|at least|up to|just|between|an estimated|a total of|it (?:is|was|will be)|that (?:is|was|will be)|probably|currently|now|in 20\d\d,?) ?)*[*_]*$/;

/** "In 2023 it was $15 billion", 这个季度只花了130亿元: the one metric of the sentence before, which a figure takes up that says only when and how much. */
function topicTakenUp(article: Article, reading: Reading, q: Quantity): { reading: Reading; cue: Cue } | null {
  const i = article.thread.above(reading.index);
  if (!elliptic(reading, q) || article.sentences[i]?.block !== reading.block) return null;
  const above = article.reading(i);
  const topics = above.cues.filter((cue) => TOPICS.has(cue.kind));
  const [cue] = topics;
  return cue && topics.every(({ kind }) => kind === cue.kind) ? { reading: above, cue } : null;
}

/** What the sentence before calls the metric that a figure takes up. */
export function metricTakenUp(article: Article, reading: Reading, q: Quantity): string | null {
  const topic = topicTakenUp(article, reading, q);
  return topic ? topic.reading.original.slice(topic.cue.start, topic.cue.end) : null;
}

/** 花了130亿元: a verb that says no more than that money was spent. */
export const onlySpends = ({ text }: Reading, { cue }: Found): boolean =>
  cue.kind === 'spend' && /^[花用砸投掏]了?$/.test(text.slice(cue.start, cue.end));

/** "In 2023 it was $15 billion.": of what the sentence before speaks of. */
const ELLIPTIC =
  /^(?:(?:and |but |then )?(?:back )?(?:in|for|by|during|over|between|from|since|through|until) [^,;]{3,40}?,? )?(?:it|that|this|the (?:new |revised |updated |latest |earlier |previous |old |prior )?(?:figure|number|total|sum|amount|commitment|pledge|range|forecast|outlook|guidance|projection|budget|target|plan)) (?:was|is|is now|now stands at|stands at|comes to|adds up to|totals|totalled|totaled|amounts to|runs to|will come to|now runs from|runs from|stood at|came to|had been|reached)(?: just| only| about| around| between)? $/;

/** 去年是722亿美元: when and how much, of what the sentence before speaks of. */
function elliptic({ text, dates }: Reading, q: Quantity): boolean {
  const lead = text.slice(0, q.start);
  if (ELLIPTIC.test(lead)) return true;
  const date = dates.find((d) => d.end <= q.start && BESIDE.test(lead.slice(0, d.start)));
  const told = date?.end ?? THIS_QUARTER.exec(lead)?.[0].length;
  return told !== undefined && WAS_HAN.test(lead.slice(told));
}
const THIS_QUARTER = /^ ?(?:这一?个?|本|当|该)(?:季度?|财季|财年)/;
/** What leads to a figure set beside another: 作为参照, 相比之下. */
const BESIDE =
  /^ ?(?:而|但|不过|其中|在)?(?:(?:作为|做个?)(?:参照|对照|对比|比较|参考)|相比之下|相较之下)?[,，]?(?:在|到)?$/;
const WAS_HAN =
  /^(?:时|底|末|度|全年)?[,，]?(?:则|还|才|只|也|一共|总共|这个?(?:数字|数)|(?:这家|该)?公司|这一块|它)*(?:的(?:上限|数字|目标|预算|计划|指引))?(?:是|为|有|达到?|只有|仅|(?:花|用|砸|投|掏)(?:了|掉|出|去)*)(?:约|近|超过?|逾)*$/;

/** "A约2000亿美元，B 1750亿美元，都是今年的资本开支指引": what a list of sums is of, said at its end. */
function metricBehind({ text, cues, quantities }: Reading): Cue | null {
  const last = quantities.findLast((q) => q.unit === 'money');
  const said = last && /^ ?[,，—]+ ?(?:以上)?(?:[均都皆全]是?|[均都皆]为)/.exec(text.slice(last.end));
  return (said && cues.find((cue) => cue.start >= last.end && TOPICS.has(cue.kind))) ?? null;
}

function bare(article: Article, reading: Reading, q: Quantity): boolean {
  if (article.blocks[reading.block]?.kind === 'bullet' && opensItem(reading, q)) return true;
  let [start] = clauseAt(reading, q.start);
  // "- 阿里云：334亿元", "- 阿里云：Q2 334亿元", "- Amazon - $200 billion"
  if (
    /^ ?[:：–—-]/.test(reading.text.slice(start - 1, start + 1)) &&
    start > 0 &&
    !reading.entities.some((e) => e.start >= start && e.end <= q.start)
  )
    [start] = clauseAt(reading, start - 1);
  const named = reading.entities.filter((e) => isActor(e) && e.start >= start && e.end <= q.start);
  const dated = reading.dates.filter((d) => d.start >= start && d.end <= q.start);
  const from = reading.quantities.findLast((other) => other.end <= q.start && other.end > start)?.end ?? start;
  let rest = reading.text.slice(from, q.start);
  for (const { start: a, end: b } of [...named, ...dated])
    if (a >= from) rest = rest.slice(0, a - from) + ' '.repeat(b - a) + rest.slice(b - from);
  const several = severalOf(article, reading, q);
  if (several?.name) rest = rest.replace(fold(several.name), '');
  return (
    (several !== null ||
      named.some((e) => e.start >= from) ||
      // "- 2023年：16亿美元" under 某公司营收时间线
      (dated.length > 0 && article.blocks[reading.block]?.kind === 'bullet')) &&
    FILLER.test(rest.replace(/[(（][^()（）]*[)）]|\($/g, ''))
  );
}

/** "3. Amazon, with $200 billion": an item of a house and its sum. */
const opensItem = ({ text, entities }: Reading, q: Quantity): boolean =>
  entities.some(
    (e) =>
      isActor(e) &&
      /^[\d. *_•)-]*$/.test(text.slice(0, e.start)) &&
      /^[*_]*, (?:with |at |on |about |up to |some )*$/.test(text.slice(e.end, q.start)),
  );

/** "Net losses:" over a list of years. */
const LOSS = /\bloss(?:es)?$|亏损?$/;
/** What is sold and not delivered, by its names. */
const ORDERS = /backlog|performance obligations|\brpo\b/;
/** The one metric of the nearest line above that speaks of a metric and states no sum; null where it states one, or speaks of two. */
function saidAbove(article: Article, reading: Reading): (NonNullable<Found['above']> & { kind: CueKind }) | null {
  const block = article.blocks[reading.block];
  for (const i of article.thread.before(reading.index, 12)) {
    const sentence = article.sentences[i];
    const other = article.blocks[sentence?.block ?? -1];
    if (!sentence || !other || other.kind === 'row') return null;
    const own = sentence.block === reading.block;
    // Another item of the same list.
    if (!own && block?.kind === 'bullet' && other.kind === 'bullet' && other.level >= block.level) continue;
    const above = article.reading(i);
    if (!own && other.kind !== 'heading' && !/[:：] *$/.test(above.text)) return null;
    if (above.quantities.some((figure) => figure.unit === 'money')) return null;
    const topics = above.cues.filter(
      (cue) => METRIC.has(cue.kind) || (cue.kind === 'commerce' && ORDERS.test(above.text.slice(cue.start, cue.end))),
    );
    const [topic] = topics;
    if (topic)
      return topics.every(({ kind }) => kind === topic.kind)
        ? {
            kind: topic.kind,
            words: above.original.slice(topic.start, topic.end),
            annual: RUN_RATE.test(above.text),
            lost: topics.every((cue) => LOSS.test(above.text.slice(cue.start, cue.end))),
          }
        : null;
    if (!own && other.kind === 'heading') return null;
  }
  return null;
}

/** "1、资本开支。亚马逊583亿美元…": what the sums of a paragraph are, said once at its head. */
export function metricAtHead(article: Article, reading: Reading): Found | null {
  let first = reading.index;
  while (article.sentences[first - 1]?.block === reading.block) first--;
  if (first === reading.index || article.thread.before(reading.index, 4).at(3) === first) return null;
  const head = article.reading(first);
  if (head.text.length > 24 || head.quantities.some((q) => q.unit === 'money')) return null;
  const cue = head.cues.find(({ kind }) => TOPICS.has(kind));
  const bare =
    cue && /^[\s\d(（)）、.*#一二三四五六七八九十]*$/.test(head.text.slice(0, cue.start).replace(/云|ai|cloud/g, ''));
  return cue && bare ? { cue: { kind: cue.kind, start: 0, end: 0 }, cost: 40 } : null;
}
