import type { Article } from './analysis.ts';
import type { DateMention } from './dates.ts';
import type { Entity } from './entities.ts';
import { cloudOf } from './families.ts';
import type { Cue, CueKind } from './lexicon.ts';
import type { Quantity } from './quantity.ts';
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
const between = (points: readonly number[], from: number, to: number): number => {
  let n = 0;
  for (const point of points) if (point > from && point < to) n++;
  return n;
};

const SEMI = /[;；]/;

/** Figures that carry a claim of their own; a cue rarely reaches past one. */
const weighty = (q: Quantity): boolean =>
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

/** "ARR (the annualized value of all contracts) hit": how much of a gap is a remark in brackets. */
const remarked = (gap: string): number =>
  gap.includes('(') ? matches(/\([^()]*\)/g, gap).reduce((sum, match) => sum + match[0].length, 0) : 0;

/**
 * The cue that governs a quantity: near, in the same clause, not beyond another figure, rather before than after it.
 * Cost is in characters.
 */
export function governingCue(
  reading: Reading,
  q: Quantity,
  kinds: ReadonlySet<CueKind>,
): { cue: Cue; cost: number } | null {
  const figures = reading.quantities
    .filter((other) => other !== q && weighty(other) && !isStep(reading, other))
    .map((other) => other.start);
  let best: { cue: Cue; cost: number } | null = null;
  for (const cue of reading.cues) {
    if (!kinds.has(cue.kind)) continue;
    const before = cue.end <= q.start;
    const from = before ? cue.end : q.end;
    const to = before ? q.start : cue.start;
    if (to < from) {
      // Inside the quantity's own words.
      return { cue, cost: 0 };
    }
    // "$17 billion in cash flow": its own noun.
    const own = !before && /^ (?:in|of) $/.test(reading.text.slice(from, to));
    let cost = own ? 2 : to - from - remarked(reading.text.slice(from, to)) + (before ? 0 : 12);
    cost += 45 * between(figures, from - 1, to + 1) + 10 * between(reading.clauses, from - 1, to);
    if (to - from > 0 && SEMI.test(reading.text.slice(from, to))) cost += 60;
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

/** The date a quantity belongs to; null where the sentence names none. */
export function dateOf(reading: Reading, q: Quantity, period = false): DateMention | null {
  const figures = reading.quantities.filter((other) => other !== q && weighty(other)).map((other) => other.start);
  let best: DateMention | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const date of reading.dates) {
    if (period && date.newsDay) continue;
    if (date.end <= q.start && ofAnotherActor(reading, date.start, q)) continue;
    const before = date.end <= q.start;
    const from = before ? date.end : q.end;
    const to = before ? q.start : date.start;
    if (to < from) continue;
    let cost = to - from + 40 * between(figures, from - 1, to + 1) + 8 * between(reading.clauses, from - 1, to);
    const gap = reading.text.slice(from, to);
    const attached =
      before &&
      /^(?:[初中底末](?!期))?(?:的|则?[为是]|(?:还|才|尚)?(?:只有|仅有?|不过|是)| of| was| were)? ?(?:约|近|about )?-?$|^为净?(?:亏损|利润|收入|营收)(?:人民币|约)?$/.test(
        gap,
      );
    // 超过650亿美元(约为一年前7倍): what it is a multiple of.
    const multiple =
      !before && /^ ?的? ?(?:约|近)?[\d.两三四五六七八九十]+ ?[多余]?倍/.test(reading.text.slice(date.end));
    if (date.comparison) cost += attached ? 0 : !before && !multiple && /^[^,，;；较比]{0,14}$/.test(gap) ? -6 : 120;
    else if (!before) cost += belongsToNext(reading, q, date) ? 40 : 0;
    if (
      before &&
      reading.quantities.some(
        (other) =>
          other !== q &&
          weighty(other) &&
          other.end <= date.start &&
          /^ ?(?:in|for|during|by|at|as of)? ?(?:the )?$/.test(reading.text.slice(other.end, date.start)),
      )
    )
      cost += 20;
    if (!before && /^ (?:in|for|during|by|as of) (?:the )?$/.test(gap)) cost -= 3;
    if (date.grain === 'day') cost += 15;
    if (cost < least) {
      best = date;
      least = cost;
    }
  }
  const before = reading.dates.findLast((d) => d.end <= q.start && !d.comparison && !(period && d.newsDay));
  if (best === null || (best.comparison && least > 100))
    return sharedDate(reading) ?? (before && !/[;；]/.test(reading.text.slice(before.end, q.start)) ? before : null);
  if (least < 48 || best.start < q.end || !/[,，;；]/.test(reading.text.slice(q.end, best.start))) return best;
  // "2027财年营收900亿,资本开支750亿,2026财年为500亿": the date goes on until the next one is named.
  const running = reading.dates.findLast((d) => d.end <= q.start && !d.comparison && !(period && d.newsDay));
  return sharedDate(reading) ?? (running && !/[;；]/.test(reading.text.slice(running.end, q.start)) ? running : null);
}

/** "..., $91.4 billion and $88.7 billion respectively in 2025": one date for the whole list. */
const sharedDate = (reading: Reading): DateMention | null =>
  /respectively|分别/.test(reading.text) ? (reading.dates.find((d) => !d.comparison && !d.newsDay) ?? null) : null;

/** A date behind a figure and a comma, or closer to the figure after it, belongs to that one. */
function belongsToNext(reading: Reading, q: Quantity, date: DateMention): boolean {
  const gap = reading.text.slice(q.end, date.start);
  const next = reading.quantities.find((other) => other !== q && weighty(other) && other.start >= date.end);
  if (!next) return /[;；,，]/.test(gap);
  const ahead = reading.text.slice(date.end, next.start);
  return (
    /[,，;；]/.test(gap) ||
    (ahead.length < gap.length && !/[,，;；]|^ ?(?:and|or|to|alone|和|与|及|以及|到|至)/.test(ahead))
  );
}

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
  return own.kind === 'paragraph' && TOPIC.test(article.folded.slice(own.start, own.start + 12));
}
/** 租金走势：... */
const TOPIC = /^[^:：,，。;；\d]{2,8}[:：]/;

/** The last date named before this sentence, in its block and then above it; never a comparison. */
export function carriedDate(article: Article, reading: Reading, reach: number): DateMention | null {
  for (let i = reading.index - 1; i >= 0 && i >= reading.index - reach; i--) {
    if (ofAnotherTopic(article, reading, i)) continue;
    const earlier = article.reading(i);
    const dates = earlier.dates.filter((d) => !d.comparison && d.grain !== 'day');
    const date = dates.find((d) => !inTitle(earlier.text, d)) ?? dates[0];
    if (date) return date;
  }
  return null;
}

/** 《云计算蓝皮书（2025年）》: the year a report is called by, not that of its figures. */
const inTitle = (text: string, date: DateMention): boolean =>
  text.lastIndexOf('《', date.start) > text.lastIndexOf('》', date.start) && text.includes('》', date.end - 1);

const FORECAST =
  /\b(?:expect(?:s|ed|ing|ations?)?|forecast(?:s|ed|ing)?|predict(?:s|ed|ing|ions?)?|project(?:s|ed|ions?)\b|projecting|estimat(?:es|ed)(?= .{0,60}\b(?:will|would|could|by 20))|will|would|could|(?<!\b(?:in|since|by|from|late|early|mid|of|until|last|this|to|through) )may(?! \d|,|\.)|might|should|likely|anticipat(?:e[sd]?|ing)|guid(?:e[sd]?|ing|ance)|reaffirm(?:s|ed|ing)?|reiterat(?:es|ed|ing)|outlook|on (?:track|course) (?:to|for)|poised to|set to|consensus|in mind|heading for|look(?:s|ing|ed)? for|see(?:s|ing)? (?=(?:us)?\$|(?:the |its |a )?(?:[a-z]+[ -]){0,3}(?:total|market|spending|figure|revenue|sales|capex) (?:at|of|reaching|rising) )|(?:is|are) seen|estimates? for|by 20[3-9]\d|potential(?:ly)?|in talks|talks to)\b|预计|预测|预估|有望|可望|上看|(?<!(?:不及|低于|高于|超出?|超过|符合|逊于|好于|优于)(?:市场|分析师|华尔街|机构|此前|一致)*的?)预期|预算|或将|料将|将(?:达|超|增|突破|升|[跳跃攀]升|扩大|翻|至|在|于|会|可|继续|从|由|为|有|突|逼|接)|或达|或超|可能|指引|展望|可达|看好|洽谈|潜在|届时|(?<!\d)20\d\d ?e(?![a-z0-9])/g;
const TARGET =
  /\b(?:target(?:s|ed|ing)?|(?:is|are) planned|mean(?:s|t)? to|plan(?:s|ned|ning)? (?:to|for|on)|plans?(?= (?:over|about|up|more|at))|aim(?:s|ed|ing)?|goal|pledg(?:e[sd]?|ing)|commit(?:s|ted|ting|ments?)?|(?<!(?:expect\w*|plan\w*|continue\w*|going|likely|set|forecast\w*|guid\w*|intend\w*|want\w*|had|have|has|need\w*|able|used|track|due) )to (?:pay|open|lease|supply)|(?:is|are) (?:spending|investing|building)|under construction|due (?:by|in)|developed by|intend(?:s|ed)?|promis(?:e[sd]?|ing)|ambitions?|vow(?:s|ed)?|hope(?:s|d)?(?: to)?|would (?:invest|supply|build|deploy|buy|spend|install|develop|draw|need|house|host)|wants? (?:to|(?=[\d$€]))|set(?:s|ting)? aside|will (?:be home to|invest|spend|build|deploy|pour|buy|add|install|bring|secure|develop|operate|construct|deliver|house|host|expand)|to (?:deliver|build|deploy|develop|secure)|earmark\w*|(?:broke|breaks?|breaking) ground|production plan|agree[ds]? to|deal to|sign(?:s|ed) .{0,40}(?:to (?:deliver|buy|deploy|supply))|to be (?:built|deployed))\b|目标|计划|规划|(?<![虚模])拟|承诺|奔着|冲着|瞄准|剑指|力争|力求|希望|争取|打算|共建|拟建|同意(?=[^,，。;；]{0,20}(?:投资|购买|采购|租))|完工后|建成后|落成后|准备|将(?:(?:在|于|向|对)[^,，。;；]{1,12})?(?:[^,，。;；]{0,6}年[^,，。;；]{0,6})?(?:把|投资|投入|部署|建设|建成|采购|购买|购入|供应|斥资|新增|交付|砸|追加|扩容|扩建|扩至|增建|续建|做到|建到)|还要再[上建添]|宣布(?:投资|投入)|未来(?=.{0,4}年.{0,12}投)/g;
const ACTUAL =
  /\b(?:was|were|reached|(?<!\b(?:to|will|would|could|may|might|should) )hit|reported|posted|grew|rose|fell|climbed|jumped|totall?ed|surpassed|exceeded|delivered|shipped|spent|invested|generated|recorded|came in|stood at|came to|has been|have been|(?:has|have) (?:already |now |since |just |also )?(?:deployed|delivered|shipped|invested|spent|passed|ordered|bought|installed|paid|taken)|earned|made|booked|turned in|brought in|took in|pulled in|logged|notched|rang up|netted)\b|达到了|已达?|(?<!(?:预计|有望|力争|争取|计划|拟|将)[^,，。;；]{0,12})实现|录得|同比|完成|累计|交付了|投入了|已经|目前|(?<!\d)20\d\d ?a(?![a-z0-9])/g;

interface Modal {
  readonly at: number;
  readonly status: 'actual' | 'forecast' | 'target';
}
const modalCache = new WeakMap<Reading, Modal[]>();
const modalsOf = (reading: Reading): Modal[] => {
  const known = modalCache.get(reading);
  if (known) return known;
  const found: Modal[] = [];
  const collect = (pattern: RegExp, status: Modal['status']): void => {
    for (const match of matches(pattern, reading.text)) found.push({ at: match.index, status });
  };
  collect(FORECAST, 'forecast');
  collect(TARGET, 'target');
  collect(ACTUAL, 'actual');
  found.sort((a, b) => a.at - b.at || (a.status === 'target' ? 1 : -1));
  modalCache.set(reading, found);
  return found;
};

/** 营收681亿,市场预期662亿;数据中心营收623亿: what others expected governs its own figure only. */
const reaches = (reading: Reading, modal: Modal, q: Quantity): boolean =>
  !inAside(reading.text, modal.at, q.start) &&
  !guidesAnother(reading, modal, q) &&
  !ofFigureBefore(reading, modal) &&
  !ofAnotherActor(reading, modal.at, q) &&
  (!/(?:市场|分析师|华尔街|机构|一致|此前)$/.test(reading.text.slice(Math.max(0, modal.at - 4), modal.at)) ||
    modal.status !== 'forecast' ||
    !reading.quantities.some(
      (other) => other !== q && weighty(other) && other.start > modal.at && other.end <= q.start,
    ));

/** "versus $1.29 billion expected, with a net loss": a participle right behind a figure is that one's. */
const ofFigureBefore = (reading: Reading, modal: Modal): boolean =>
  /^(?:expected|estimated|forecast|projected|predicted|planned|targeted)(?: [a-z]+)?[,;.)]/.test(
    reading.text.slice(modal.at, modal.at + 24),
  ) && reading.quantities.some((other) => weighty(other) && other.end === modal.at - 1);

/** "Alibaba, which swore it would not be outspent, put 123 billion yuan": what an aside says governs nothing behind it. */
function inAside(text: string, at: number, to: number): boolean {
  const open = text.lastIndexOf(', ', at);
  return open >= 0 && /^, (?:which|who|whose)\b/.test(text.slice(open, open + 8)) && text.slice(at, to).includes(', ');
}

/** "A的目标是年底突破100万亿；B的数字是8万亿": behind a semicolon and another name, what was said of the first is over. */
function ofAnotherActor(reading: Reading, at: number, q: Quantity): boolean {
  const stop = Math.max(reading.text.lastIndexOf('；', q.start), reading.text.lastIndexOf(';', q.start));
  if (stop < at) return false;
  const houses = (from: number, to: number): string[] =>
    reading.entities
      .filter((e) => (e.kind === 'organisation' || e.kind === 'product') && e.start >= from && e.end <= to)
      .map((e) => cloudOf(e.slug));
  const [first, second] = [houses(0, at), houses(stop, q.start)];
  return first.length > 0 && second.length > 0 && !second.some((house) => first.includes(house));
}

/** "资本支出指引上调为310亿美元,一季度营收20.8亿美元": guidance ends where a figure has a name of its own. */
function guidesAnother(reading: Reading, modal: Modal, q: Quantity): boolean {
  if (!/^(?:指引|展望)/.test(reading.text.slice(modal.at, modal.at + 2))) return false;
  const [clause] = clauseAt(reading, q.start);
  return (
    clause > modal.at &&
    reading.cues.some(
      (cue) =>
        (cue.kind === 'revenue' ||
          cue.kind === 'net_income' ||
          cue.kind === 'operating_profit' ||
          cue.kind === 'commerce' ||
          cue.kind === 'capex') &&
        cue.start >= clause &&
        cue.end <= q.start,
    )
  );
}

const ANALYSTS =
  /^ (?:expected|estimated|forecast|projected)(?=[,.;)])|^[^.;]{0,40}(?:analysts?|wall street|consensus|street)\b[^.;]{0,14}(?:expected|forecast|projected|estimated|anticipated|had in mind|(?:had )?pencill?ed in|counted on|predicted|looked for)|^(?!.{0,16}\b(?:compared|versus|vs|against|than|above|below|beat\w*|topp\w*|ahead|exceed\w*|miss\w*|short)\b)[^.;]{0,20}(?:consensus|expected by|analysts' )/;
const ANALYSTS_BEFORE =
  /(?:expect(?:ation|ed)s?|estimates?|consensus|forecasts?|(?:分析师|市场|华尔街|机构)?(?:预期|预估|预测))(?: of| for| was| were|的|为| )*(?:revenue|profit|earnings)?(?: of)?[的为约 ]*$/;
const LATE_SPEECH =
  /^(?:(?! (?:but|and|while|though) )[^;；。]){0,60}?(?<!analysts'? |consensus |street |average )\b(?:expects?|forecasts?|predicts?|projects|estimates|in mind|is expected|are expected)\b/;

const nextFigure = (reading: Reading, q: Quantity): number =>
  reading.quantities.find((other) => other.start >= q.end && weighty(other))?.start ?? reading.text.length;

/** Fact, forecast or target: the modal word that governs a quantity, else the tense its date implies. */
export function statusOf(article: Article, reading: Reading, q: Quantity, date: string | null): Modal['status'] {
  if (
    ANALYSTS.test(reading.text.slice(q.end, Math.min(q.end + 70, nextFigure(reading, q)))) ||
    ANALYSTS_BEFORE.test(reading.text.slice(Math.max(0, q.start - 40), q.start))
  )
    return 'forecast';
  if (/(?:由|从|自) ?20\d\d ?年的? ?约? ?$/.test(reading.text.slice(Math.max(0, q.start - 15), q.start)))
    return 'actual';
  const modals = modalsOf(reading);
  let governing: Modal | null = null;
  for (const modal of modals) if (modal.at < q.start && reaches(reading, modal, q)) governing = modal;
  // 指引合计已超过6500亿: guidance stays one, however far it has come.
  if (governing?.status === 'actual' && /指引[^,，。;；]{0,12}$/.test(reading.text.slice(0, q.start)))
    return 'forecast';
  // 按照规划，到2028年…将达到10万张: what a plan says is one.
  if (governing?.status === 'forecast' && PLANNED.test(reading.text.slice(0, governing.at))) return 'target';
  const future = isFuture(article, date);
  if (governing !== null && governing.status !== 'actual') {
    // "... will reach X, up from Y in 2024", 而去年10月是5000亿: what it is compared with has happened.
    if (
      isPast(article, date) &&
      (/[,，;；]/.test(reading.text.slice(governing.at, q.start)) ||
        /(?:from|than|against|versus|较|比)(?: the| about| just)? ?$/.test(
          reading.text.slice(Math.max(0, q.start - 14), q.start),
        ))
    )
      return 'actual';
    if (
      governing.status === 'target' &&
      reading.entities.some(
        (e) => e.kind === 'reporter' && e.end <= q.start && !/[;；]/.test(reading.text.slice(e.end, q.start)),
      )
    )
      return 'forecast';
    return governing.status;
  }
  if (LATE_SPEECH.test(reading.text.slice(q.end, q.end + 90))) return isPast(article, date) ? 'actual' : 'forecast';
  if (governing === null) {
    const after = modals.find((modal) => modal.at >= q.end && modal.at < q.end + 60 && modal.status !== 'actual');
    const next = reading.quantities.find((other) => other.start > q.end && weighty(other));
    if (after && (next === undefined || after.at < next.start) && !/[,，;；]/.test(reading.text.slice(q.end, after.at)))
      return after.status;
  }
  return future || (governing === null && underForecast(article, reading)) ? 'forecast' : 'actual';
}

const PLANNED = /(?:按照?|根据|依照)[^,，。;；]{0,8}(?:规划|计划|目标)[,，]/;

/** The line a list stands under speaks of forecasts: "分项预测（单位：百万美元）". */
function underForecast(article: Article, reading: Reading): boolean {
  const isBullet = article.blocks[reading.block]?.kind === 'bullet';
  for (let i = reading.index - 1; i >= 0 && i >= reading.index - 8; i--) {
    const sentence = article.sentences[i];
    const kind = article.blocks[sentence?.block ?? -1]?.kind;
    if (!sentence || sentence.block === reading.block || (kind === 'bullet' && isBullet)) continue;
    const text = article.folded.slice(sentence.start, sentence.end);
    if (kind === 'heading' || /单位|[:：]$|million|billion/.test(text))
      return text.length < 80 && /预测|预计|forecast|outlook|projection/.test(text);
  }
  return false;
}

const isFuture = (article: Article, date: string | null): boolean => {
  const year = date === null ? null : /\d{4}/.exec(date);
  return (
    year !== null &&
    article.published !== null &&
    Number(year[0]) > Number(article.published.slice(0, 4)) &&
    !date?.startsWith('FY')
  );
};
const isPast = (article: Article, date: string | null): boolean => {
  const year = date === null ? null : /\d{4}/.exec(date);
  return year !== null && article.published !== null && Number(year[0]) < Number(article.published.slice(0, 4));
};

const SHARE =
  /\b(?:share|of (?:the|its|total|all|that|revenue|sales)|accounts? for|contributed|per cent of|% of)|占|份额|贡献|比重|占比/;
const GROWTH_BEFORE =
  /(?:\bup|\brose|\brise(?: of)?|\brisen|\bgrew|\bgrow(?:n|ing|th|s)?(?: rates?)?(?: of| by| at)?|\bincrease[sd]?(?: of| by)?|\bincreasing(?: by)?|\bjump(?:ed|s|ing)?(?: of)?|\bsurg(?:ed|e|es|ing)|\bclimb(?:ed|s|ing)?|\bgain(?:ed|s)?(?: of)?|\bsoar(?:ed|s|ing)?|\bclimb|\bexpand(?:ed|ing|s)?(?: by)?|\badvanc\w+|\bleap(?:ed|t)?|\bhigher|\bplus|\+|\brate of|\bcagr(?: of)?(?: around| about)?|同比|环比|按年升?|按季升?|增长率?|增速|增幅|增加|上升|上涨|提升|涨|升|增|提高|增长了|复合增长率|攀升|扩大|多出?|高出?|增至|\( ?\+?)(?:了|约|为|近|超|超过|逾|高达|达到?|大幅|大增|增长|增|涨|上升|提升|提高|nearly|almost|about|around|roughly|over|more than|by|of|an?|as much as|some|to|a further|another| |:|：|年均)*$/;
const FALL_BEFORE =
  /(?:\bdown|\bfell|\bfall(?:s|ing|en)?|\bdrop(?:ped|s)?|\bdeclin(?:ed|e|es|ing)|\bdecreas(?:ed|e|es|ing)|\blower|\bslid|\bslipp?ed|(?<!plus or )\bminus|\bshr[aiu]nk|\( ?-|下降|下滑|减少|下跌|降|跌|减|萎缩|缩水)(?:了|约|为|近|超|幅|达|nearly|almost|about|around|roughly|over|more than|by|of|an?| )*$/;
const GROWTH_AFTER =
  /^ ?(?:\)|\w+ (?:increase|growth|rise|jump|gain|surge)\b|year[- ]?(?:over|on)[- ]?year|yoy|y\/y|y-o-y|annual(?:ly)?|cagr|compound|increase|growth|rise|jump|gain|surge|more than|above|higher|up on|from a year|quarter[- ]o|qoq|month[- ]o|的?(?:同比)?(?:增长|增速|增幅|以上的?速度)|(?:以上)?的?(?:复合)?(?:年均|年)?(?:增长|增速|增幅))/;
const FALL_AFTER = /^ ?(?:decline|decrease|drop|fall|lower|less than|below|的?降幅|的?下滑|reduction)/;

/** Figures of one unit around the one at `at`, joined by commas and "and". */
function listAround(text: string, quantities: readonly Quantity[], at: number): Quantity[] {
  const joined = (a: Quantity | undefined, b: Quantity | undefined): boolean =>
    a !== undefined &&
    b !== undefined &&
    a.unit === b.unit &&
    /^ ?(?:、|,|，|和|与|及|以及|,? ?and) ?$/.test(text.slice(a.end, b.start));
  let [first, last] = [at, at];
  while (joined(quantities[first - 1], quantities[first])) first--;
  while (joined(quantities[last], quantities[last + 1])) last++;
  return quantities.slice(first, last + 1);
}

/** "分别为30亿、15亿和33亿美元，同比依次增长28%、34%和20%": as many rates as figures, in their order. */
function rateInTurn({ text, quantities }: Reading, q: Quantity): number | null {
  const figures = listAround(text, quantities, quantities.indexOf(q));
  const last = figures.at(-1);
  if (figures.length < 2 || !last) return null;
  const rates = listAround(text, quantities, quantities.indexOf(last) + 1);
  const [first, own] = [rates[0], rates[figures.indexOf(q)]];
  if (!first || !own || first.unit !== 'percent' || rates.length !== figures.length) return null;
  if (/[;；]/.test(text.slice(last.end, first.start))) return null;
  const growth = readGrowth(text, first, last.end);
  return growth === null ? null : Math.sign(growth) * Number(own.min ?? own.max);
}

/** The growth rate stated with a figure, signed percent; null where there is none. */
export function growthOf(reading: Reading, q: Quantity): number | null {
  const { text, quantities } = reading;
  if (comparedWith(text, q)) return null;
  const inTurn = rateInTurn(reading, q);
  if (inTurn !== null) return inTurn;
  const at = quantities.indexOf(q);
  let spare: number | null = null;
  const before = quantities[at - 1];
  if (before?.unit === 'percent') {
    const led = growthBefore(reading, before, q);
    if (led !== null) return led;
  }
  for (const other of quantities.slice(at + 1)) {
    // The next figure, or the next item of a list, has a rate of its own.
    if (weighty(other) && !isConversion(reading, q, other) && !comparedWith(text, other)) break;
    if (/[;；]|[,，][^,，]{0,16}(?:收入|营收|利润)/.test(text.slice(q.end, other.start))) break;
    const rate = other.unit === 'percent' ? readGrowth(text, other, q.end) : null;
    if (rate === null) continue;
    // 月减1.1%,年增17.5%: the rate of a year, where both are told.
    if (!SHORT_SPAN.test(text.slice(Math.max(0, other.start - 8), other.start))) return rate;
    spare ??= rate;
  }
  return spare;
}
const SHORT_SPAN = /(?:环比|按月|按季|月[增减]|季[增减]|较上(?:个?月|一?季度?))[^,，]{0,5}$/;

/** 较上年同期的1557亿美元增长17%: the figure compared with, whose growth is that of the figure before. */
const comparedWith = (text: string, q: Quantity): boolean =>
  /[较比][^,，;；。]{0,14}的 ?$/.test(text.slice(Math.max(0, q.start - 20), q.start));

/** "rose 73% to $68.13 billion", "今后五年的复合增速为 42%, 2025 年将超过 240 亿美元": the rate stands first. */
function growthBefore({ text, quantities }: Reading, percent: Quantity, q: Quantity): number | null {
  const gap = text.slice(percent.end, q.start);
  if (/^[^;]{0,80}, (?:reaching|hitting|to reach|to hit) (?:about |nearly |over |just )?$/.test(gap))
    return readGrowth(text, percent, 0);
  if (/^[^,;，；]{0,30}?(?:\bto|至|到|达)[^,;，；]{0,14}$/.test(gap)) {
    const value = Number(percent.min ?? percent.max);
    const verb =
      /.*\b(grows?|rises?|climbs?|jumps?|grew|rose|jumped|climbed|surged|added|up|gained|expanded|increased|soared|fell|dropped|declined|slid|shrank)\b/.exec(
        text.slice(Math.max(0, percent.start - 40), percent.start),
      )?.[1];
    if (verb) return /fell|dropped|declined|slid|shrank/.test(verb) ? -value : value;
    return readGrowth(text, percent, 0);
  }
  const compound = /(?:复合|年均)(?:增长率|增速)|cagr/.test(text.slice(0, percent.start)) && gap.length <= 24;
  return compound && !quantities.slice(0, quantities.indexOf(percent)).some(weighty)
    ? readGrowth(text, percent, 0)
    : null;
}

const readGrowth = (text: string, percent: Quantity, from: number): number | null => {
  const lead = text.slice(Math.max(from, percent.start - 40), percent.start);
  const tail = text.slice(percent.end, percent.end + 30);
  const value = Number(percent.min ?? percent.max);
  if (/占[^,，()（）;；]{0,10}$/.test(lead)) return null;
  if (FALL_BEFORE.test(lead) || FALL_AFTER.test(tail)) return -value;
  if (GROWTH_BEFORE.test(lead) && !/^ ?of /.test(tail)) return value;
  if (GROWTH_AFTER.test(tail) && !SHARE.test(text.slice(percent.end, percent.end + 12))) return value;
  return null;
};

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
    /^ ?(?:[(,，[/]|or |合|折|约|人民币)? ?(?:or |about |around |approximately |roughly |nearly |some |around |equivalent to |the equivalent of |合|折合|约合|约|相当于|人民币|即|~| )*$/.test(
      gap,
    )
  );
}

export type { Entity };
export { weighty };
