import { isActor } from '../entities.ts';
import type { Reading } from '../reading.ts';
import { fold, hasHan, matches } from '../text.ts';
import { nounPhrase } from './noun-phrase.ts';

const DETERMINER =
  /^(?:其中|例如|比如|譬如|具体为|这|该|其|而|并(?!行)|且|但|同时|目前|此外|另外|将|把|对(?!象)|旗下|部分)+ ?(?=[\u4e00-\u9fffa-z])/;
const VERB =
  /(?:将|自(?=20\d\d|\d{1,2}月|[今即本明下])|已|为|是|从|由|的?价格|的?费用|上调|下调|上涨|下降|降|涨|达|来到|仅|只|(?<![合签预履公条节续违制特])约|近|超|最高|最多|平均|在|仍|要|处于|全线|一律|普(?=[遍涨降])|均价|定价|售价|刊例价|报价|报(?=[\d¥$])|提价|降价|涨价|上浮|下浮|统一|现|直降|持平|维持|可能|或将|即日起|没[动变涨降]|目前|当前|门槛|提高[至到]|有望|预计|预期|预测|也|则|还|同步|跟进|收费|月费|月租|(?<=.)[首次]月|输入|输出|每|低至|一个?小时|\d[\d.]*元|今日|今天|昨日|昨天|日前|近日|周[一二三四五六日天]|当地时间|宣布|官宣|推出|上线|挂[出着]|标着|写着|列出|宣布|发布|公布|公告|表示|披露|透露|:|：)/;

/** 将A的价格上调, 对B提价: what is done something to. 将 may only tell the future: 将上调, 将于. */
const DISPOSED =
  /(?:[将把]|对(?!象)|给(?=[^,，。;；]{2,24}(?:[加提降涨]价|打[\d.一二三四五六七八九]+折|[降涨]了)))((?!于|在|会|达|从|自|由|分别|进行|统一|全面|整体|上|下|提|降|涨|调|继续|再|进一步|超|突破|被|以|至|增|升|可|成|为|同|与|比|应|价格)[^,，。;；:：将对把]{2,40}?)(?:的)?(?:api)?(?:输入|输出|缓存)?(?:价格|定价|单价|刊例价|租金|费用|资费|收费|月费|售价|价|进行|统一|分别|平均|上调|下调|上浮|下浮|涨|提价|加价|提高|降|调|打)/;

const MOVES_THING =
  /(?:上调|下调|提高|降低|调高|调低|调整)了? ?((?:(?!价|至|到|为|对|将)[^\d,，。;；:：])(?:(?!价)[^,，。;；:：]){1,26}?) ?的?(?:api)? ?(?:输入|输出|缓存)?(?:单价|定价|价格|刊例价|价|计费|费用|租金|资费)/g;

/** "下月起上调 Step 3 输出价", "调整豆包 Pro 企业版计费": the thing whose price is moved, behind its verb; null where none is. */
export function movedThing(reading: Reading, to: number): string | null {
  const text = maskNames(reading, 0, to);
  const match = matches(MOVES_THING, text).at(-1);
  if (match?.[1] === undefined) return null;
  const start = match.index + match[0].indexOf(match[1]);
  const thing = reading.original.slice(start, start + match[1].length).trim();
  return thing.length >= 2 && !NO_THING.test(thing.toLowerCase()) ? thing : null;
}

/** "GLM-5's Max plan", "MiniMax's Ultra subscription tier": what a house or a model calls the offer; null where no such name stands before the price. */
export function planNamed({ text, original, entities }: Reading, to: number): string | null {
  if (!PLAN.test(text)) return null;
  const owner = entities.findLast((e) => e.end <= to && isActor(e));
  const plan =
    owner &&
    /^['’]s ((?:[\w.+-]+ ){1,3}(?:plans?|tiers?|subscriptions?|memberships?|packages?|editions?))\b/.exec(
      text.slice(owner.end, to),
    );
  return owner && plan?.[1]
    ? original.slice(owner.end + plan[0].length - plan[1].length, owner.end + plan[0].length)
    : null;
}
const PLAN = /\b(?:plan|tier|subscription|membership|package|edition)/;

/** "by half" is one figure with its "by": where what leads to a figure ends. */
export const behindBy = (text: string, { start }: { readonly start: number }): number =>
  text.startsWith('by ', start) ? start + 3 : start;

/** "reducing the price of compute by up to 35%": what the price is of, said right before how far it moved. */
export function pricedOf({ text, original, entities }: Reading, to: number): string | null {
  const match =
    /\b(?:price|pricing|cost|fee|rate|charge)s? (?:of|for|on) (?:(?:the|its|our|their|all) )*([a-z][\w-]*(?: [\w-]+){0,3}?)(?: (?:will|to|has|have|are|is|f[ae]ll(?:s|en|ing)?|r[io]s(?:e|es|en|ing)|climb(?:s|ed|ing)?|drop(?:s|ped|ping)?|go(?:es)?|went|up|down))* by (?:(?:about|around|up to|as much as|over|roughly|nearly|approximately|between|more than|at least) )*$/.exec(
      text.slice(0, to),
    );
  if (!match?.[1]) return null;
  const start = to - match[0].length + match[0].indexOf(` ${match[1]} `) + 1;
  const end = start + match[1].length;
  return entities.some((e) => e.kind === 'organisation' && e.start <= start && e.end >= end)
    ? null
    : original.slice(start, end);
}

/** What cannot begin a noun phrase: the rest of a predicate, a preposition, a pronoun. */
const NO_NOUN =
  /^(?:(?:前?副?董事长|(?:副|执行|高级)*总裁|首席|创始人|ceo|总经理|分析师|发言人|总监|高管|一位|有人|[答问]$|的|此前|之前|以前|从前|原先|同样(?!版)|生成|读取|写入)|未?命中|(?:普通|标准|常规|基础)?(?:输入|输出)|缓存|价格|定价|单价|均价|海外|同比|环比|预计|有望|到|在|从|由|自|按|最高|最低|最多|分别|仅|约|则|也|再|还|又|都|均|和|与|以|新|同时|即|其|原|需|可|每|如果|以及|混合|较|比|在|为|合计|总计|共计|约合|截至|有可能|可能|高于|低于|追加|增至|升至|降至|随后|其后|此后|之后|限时|首月|次月|实现|承诺|季内|期内|年内|综合|整体|活动价|高峰|低峰|闲时|忙时|平时|峰时|谷时|同时给出|完全依赖|包月|按量|包年|月付|按需|(?:调价|调整|降价|涨价)后|幅度|涨幅|降幅|节奏|展望|以后|届时|过去|计划|未来|今年|明年|去年|上年|规划(?=20\d\d|于|到|在|[明今后]年|年底)|它|他|这|该|此外|同时|另外|目前|据悉|金额|规模|继|\d(?!\d*(?:gb|b|卡)))/;

/** Who says so, or where it is written: 某平台数据, 招股书, 一位租赁商告诉我们. */
const SPOKEN =
  /(?:数据|显示|告诉(?:我们|记者)?|介绍|坦言|透露|认为|看来|招股书|招股说明书|财报|年报|公告|报告|报道|消息)$|^(?:刚|如今|现在|眼下|当下|早前)/;

/** A clause with its Chinese names blotted out: the 达 of 英伟达 is no verb. As long as the clause. */
const maskNames = (reading: Reading, start: number, end: number): string => {
  let clause = reading.text.slice(start, end);
  for (const e of reading.entities)
    if (e.start >= start && e.end <= end)
      clause =
        clause.slice(0, e.start - start) +
        clause.slice(e.start - start, e.end - start).replace(/[\u4e00-\u9fff]/g, '\u4e00') +
        clause.slice(e.end - start);
  return clause;
};

const headOf = (reading: Reading, start: number, end: number): string | null => {
  const clause = maskNames(reading, start, end);
  const disposed = DISPOSED.exec(clause);
  if (disposed?.[1] !== undefined) {
    const from = start + disposed.index + 1;
    return reading.original.slice(from, from + disposed[1].length).replace(/[的 ]+$/, '');
  }
  let lead = clause.search(/[^ "'*_(|>-]/);
  if (lead < 0) return null;
  let body = clause.slice(lead);
  for (let skipped = DETERMINER.exec(body); skipped; skipped = DETERMINER.exec(body)) {
    lead += skipped[0].length;
    body = body.slice(skipped[0].length);
  }
  const date = reading.dates.find((d) => d.start === start + lead);
  if (date && date.end < end && /^(?:[\u4e00-\u9fff]|[a-z]+\d)/.test(reading.text.slice(date.end, end))) {
    // 1日起算力租赁提价
    const end = date.end + (reading.text[date.end] === '起' ? 1 : 0);
    body = body.slice(end - date.start);
    lead = end - start;
  }
  const stop = body.search(VERB);
  const phrase = (stop < 0 ? body : body.slice(0, stop)).replace(
    /(?<=..)[(][含如包][^)]*[)]?.*$|[\s"'*_,(:：$€£¥-]+$|的$/,
    '',
  );
  if (
    phrase.length < 2 ||
    phrase.length > 60 ||
    NO_NOUN.test(phrase) ||
    SPOKEN.test(phrase) ||
    !/[a-z\u4e00-\u9fff]/.test(phrase)
  )
    return null;
  // 甲云实例3月起平均涨价: when is no part of what.
  const close = start + lead + phrase.replace(/起$/, '').length;
  const dated = reading.dates.find((d) => d.end === close && d.start > start + lead + 1);
  return reading.original.slice(start + lead, dated?.start ?? start + lead + phrase.length).trimEnd();
};

/**
 * The noun phrase a clause begins with, up to its verb: "The Lite plan is 40 yuan" gives "Lite plan". A clause that begins with
 * none ("..., after a first month at 7.9 yuan") takes the one before it in the sentence. Original case.
 */
export function clauseHead(reading: Reading, at: number): string | null {
  if (!hasHan(reading.text)) {
    const phrase = nounPhrase(reading, at);
    // "0.2, 2 and": sums of the same row name nothing.
    return phrase !== null && SUMS_ONLY.test(phrase) ? null : phrase;
  }
  const bounds = [0, ...reading.clauses.map((end) => end + 1)].filter((start) => start < at);
  for (let i = bounds.length - 1; i >= 0; i--) {
    const start = i === bounds.length - 1 ? itemStart(reading, bounds[i] ?? 0, at) : (bounds[i] ?? 0);
    const head = headOf(reading, start, i === bounds.length - 1 ? at : (bounds[i + 1] ?? at) - 1);
    if (head !== null) return head;
    // Behind a semicolon another thing is spoken of.
    if (/[;；]/.test(reading.text[(bounds[i] ?? 0) - 1] ?? '')) break;
  }
  return null;
}

const SUMS_ONLY = /^[\d.,$€£ ]+(?: (?:and|or))?$/;

/** The noun phrase that the very clause of a figure begins with, in Chinese; null where it begins with none. */
export function ownHead(reading: Reading, at: number): string | null {
  const start = Math.max(0, ...reading.clauses.map((end) => end + 1).filter((bound) => bound < at));
  return headOf(reading, itemStart(reading, start, at), at);
}

/** "Lite 20元/月、Pro 100元/月": where the item of a list begins that ends in a figure at `at`. */
function itemStart(reading: Reading, start: number, at: number): number {
  const before = reading.quantities.findLast((q) => q.unit === 'money' && q.start > start && q.end <= at);
  const end = Math.max(before?.end ?? 0, before?.rate?.end ?? 0);
  return before && /^ ?[、和与及] ?[^ ]/.test(reading.text.slice(end, at)) ? end + 1 : start;
}

/** The noun phrase right behind a figure: "6 GW of GPUs", "59 元/月的个人专业版", "6 吉瓦的 AMD Instinct GPU 算力". */
export function phraseBehind(reading: Reading, end: number): string | null {
  const match =
    /^(?:\/[a-z月]+)?(?:(?: worth)? of (?:the |its |their )?(?!which|them|that|this|it\b|these|those|whom)([a-z][\w' -]{1,40}?)(?= (?:to|for|in|by|from|at|and|that|which|with|on|are|is|was|were|will|would|has|have|had|using|across|over|under|when|as|until|due)\b|[,.;)]|$)| ?的 ?([a-z0-9\u4e00-\u9fff][a-z0-9 \u4e00-\u9fff-]{1,20}))/.exec(
      reading.text.slice(end, end + 60),
    );
  const phrase = match?.[1] ?? match?.[2];
  if (!match || phrase === undefined) return null;
  const start = end + match[0].length - phrase.length;
  return reading.original.slice(start, start + phrase.length).trim();
}

/** Words of a noun phrase around [start, end], grown to the left over modifiers; original case. */
export function growLeft(reading: Reading, start: number, end: number): string {
  const before = reading.text.slice(0, start);
  const english =
    /(?:(?<![a-z])(?!(?:the|a|an|of|in|to|by|from|and|or|its|their|that|with|for|on|as|at|is|was|were|are|will|said|reported|has|have|had|than|this|when|while|where|annual|total|spent|spend|plans?|kept|keeps|worth|raised|lifted|beating|expects?|forecasts?|projects?|predicts?|estimates?|puts?|says?|counts?|see|sees|about|over|nearly|up|down|went|earlier|ago|later|which|generated|posted|whose|brought|made|million|billion|trillion|bn|mn|\d[\d.]*(?:[bmt]|bn|mn|[mg]w)(?![a-z]))\b)[a-z0-9&/.'-]+ ){1,4}$/.exec(
      before,
    );
  if (english) return reading.original.slice(start - english[0].length, end);
  const han = /(?<![a-z0-9](?=[a-z0-9]))[\u4e00-\u9fffa-z0-9+/ ()-]{1,36}$/.exec(maskNames(reading, 0, start))?.[0];
  if (han && hasHan(han)) {
    let from =
      start -
      han.length +
      (/^.*(?:显示|表示|指出|预计|预期|预测|认为|宣布|公布|披露|透露|实现|录得|是|在(?![手途建])|其中|了|将|使|令|让|：|就|达(?!成)|(?<![合签预履公条节续违制])约|元(?!素)) ?(?=.)/.exec(
        han,
      )?.[0].length ?? 0);
    // 2025年营收: the date is no part of the thing.
    for (const date of reading.dates) if (date.start <= from && date.end > from && date.end <= start) from = date.end;
    return reading.original
      .slice(from, end)
      .replace(/^[ 的,(）)-]*(?:其(?![他它余中])|该|公司|度)?(?:计划|维持|上调|下调)?/, '')
      .replace(/[（(][^（(）)]*$/, '')
      .trim();
  }
  return reading.original.slice(start, end).replace(/^的/, '').trim();
}

/** The label a bullet or clause opens with: "Alibaba Cloud: ...", "云：收入 ...". Null where there is none. */
export function labelOf(reading: Reading, at: number): string | null {
  const colon = /^[ "*_]*([^:：,，。;；]{1,40})[:：]/.exec(reading.text.slice(0, at));
  // "快手发布2025年年报：...": a statement is no label, nor is the name of a part of an article.
  if (
    !colon?.[1] ||
    PART.test(colon[1]) ||
    /发布|公布|披露|宣布|公告|显示|表示|指出|透露|认为|称$|[是为]$|如下|通知|\([^)]*$|^(?:q|a|question|answer)$|^(?:we|it|they|this|that|these|those|here|there|i|you)(?: |')/.test(
      colon[1],
    )
  )
    return null;
  const start = colon[0].indexOf(colon[1]);
  return reading.original.slice(start, start + colon[1].length).replace(/[*_ ]+$/, '');
}

const PART =
  /^ ?(?:核心|业绩|后市|未来|投资|事件)?(?:摘要|要点|亮点|观点|点评|评论|解读|背景|影响|展望|指引|总结|小结|结论|建议|看点|提示|概况|事件|[\u4e00-\u9fff]{2,6}(?:新闻|日报|时报|晚报|财经|快讯))\W*$/;

/** "小米宣布MiMo-V2.5-Pro API降价": in a Chinese sentence a Latin word with a number in it is the name of a model or an instance. */
export function latinName(reading: Reading, from: number, to: number): string | null {
  // What a bracket adds is not the name.
  const text = reading.original.slice(from, to).replace(/[（(][^）)]*[）)]?/g, ' ');
  if (!hasHan(text)) return null;
  const names = text.match(
    /(?<![A-Za-z\d.$€£¥])[A-Za-z][A-Za-z.]*(?:[- ]?[A-Za-z]*\d[\w.]*)(?![\w.]| ?(?:元|美元|块|%|万|亿|[年月日]))(?:[- ](?!API|Token|token|tokens|GPU)[A-Za-z][A-Za-z]+)*(?![A-Za-z\d])(?: ?(?:系列|云服务器|服务器|加速卡|显卡|实例|机型|集群|模型|整机|芯片))?/g,
  );
  return (
    names?.findLast(
      (word) =>
        !/^(?:FY|Q|H|V|M|K|(?:MX|NV)?FP|BF|INT|NF|TF)-?\d|^(?:token|api|gpu|fy|q|h)s?[ -]?\d/i.test(word) &&
        word.length > 2,
    ) ?? null
  );
}

const PRICE_NOUN =
  /(?:的)?(?:api)?(?:输入|输出|缓存(?:命中)?)?(?:刊例价|目录价|价格|定价|单价|售价|报价|租金|费用|资费|收费|月费|月租|时租)/g;
const NO_THING =
  /^(?:其|该|部分|相关|整体|平均|最新|上述|新|原|后|api|输入|输出|缓存|产品|服务|模型|起|每.*|的|了|统一|与|和|及)+$/;

/** "阿里云宣布RDS、PolarDB等数据库产品7月15日起涨价，最高涨幅20%": what an announcement is about. */
export function announcedThing(reading: Reading, to: number): string | null {
  const match =
    /(?:宣布|公告|表示|称)[,，]?(?:将|对|把)*([^,，。;；\d][^,，。;；]{1,30}?)(?:自|于|从|今起|即日起?|将|进行|统一|全面|全线|集体)*(?:涨价|提价|降价|调价)/.exec(
      maskNames(reading, 0, to),
    );
  if (!match?.[1]) return null;
  const start = match.index + match[0].indexOf(match[1]);
  const date = reading.dates.find((d) => d.start > start && d.start < start + (match[1]?.length ?? 0));
  const thing = reading.original
    .slice(start, date ? date.start : start + match[1].length)
    .replace(/[自于从的 ]+$|[的 ]*(?:API|api)$/g, '');
  return thing.length >= 2 && !NO_THING.test(thing.toLowerCase()) ? thing : null;
}

/** 5月1日起北美数据传输费由…: a fee with a name of its own. */
function feeNoun(reading: Reading, from: number, text: string): string | null {
  const fee = /(?:起|对|将|把|[,，:： ]|^)([\u4e00-\u9fffa-z0-9]{2,12}?费)(?=由|从|将|每|[上下]调|[涨降])/.exec(text);
  const at = fee ? from + fee.index + fee[0].length - (fee[1]?.length ?? 0) : 0;
  return fee?.[1] && !NO_THING.test(fee[1]) ? reading.original.slice(at, at + fee[1].length) : null;
}

/** "自5月1日起北美数据传输价格翻倍": the noun right before the word for price, in Chinese; null where it names nothing. */
export function beforePriceNoun(reading: Reading, from: number, to: number): string | null {
  const text = maskNames(reading, from, to);
  const price = matches(PRICE_NOUN, text).at(-1);
  if (!price) return feeNoun(reading, from, text);
  const before = /[\u4e00-\u9fffa-z0-9+/ 、.-]{2,30}$/.exec(text.slice(0, price.index))?.[0] ?? '';
  let start =
    from +
    price.index -
    before.length +
    (/^.*(?:宣布|表示|称|公告|通知|披露|将|对(?!象)|把|上调|下调|提高|降低|调整|从|由|起|后|的|在|使|令|导致|也|则|还) ?(?=.)/.exec(
      before,
    )?.[0].length ?? 0);
  for (const date of reading.dates) if (date.start <= start && date.end > start) start = date.end;
  const thing = reading.original.slice(start, from + price.index).replace(/^[ ,，]+|[ 的]+$|(?<=.)每.*$/g, '');
  const named = reading.entities.some(
    (e) => e.kind === 'organisation' && reading.original.slice(e.start, e.end) === thing,
  );
  return thing.length >= 2 &&
    !named &&
    !/(?:宣布|表示|公告|通知|披露)$/.test(thing) &&
    !NO_THING.test(fold(thing)) &&
    !NO_NOUN.test(fold(thing))
    ? thing
    : null;
}
