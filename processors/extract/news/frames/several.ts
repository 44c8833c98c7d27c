import type { Article } from '../analysis.ts';
import { clauseAt, weighty } from '../context.ts';
import { coordinated } from '../coordinated.ts';
import { isActor } from '../entities.ts';
import { groupOf } from '../families.ts';
import { groupMeant, groupNamed } from '../group-meant.ts';
import type { Quantity } from '../quantity.ts';
import type { Reading } from '../reading.ts';
import { relativeOwner } from '../relative-owner.ts';
import { matches } from '../text.ts';

/** Whose a sum of several houses is: `slug` null where they are no trade that has a name of its own. */
interface Several {
  readonly slug: string | null;
  /** The houses, or their trade, are ones we know. */
  readonly known: boolean;
  /** The words that name them; null where the houses themselves do. */
  readonly name: string | null;
}

/** Together they are what the trade calls big tech. */
const GIANTS = new Set([
  'amazon',
  'microsoft',
  'google',
  'meta',
  'oracle',
  'apple',
  'alibaba',
  'tencent',
  'baidu',
  'bytedance',
  'jd',
  'meituan',
]);
const BIG_TECH =
  /云(?!网)|科技|科企|互联网|internet|hyperscaler|\bcsps?\b|大厂|big ?tech|big (?:three|four|five|six|seven)|cloud|云端/;
const BAT =
  /(?<![a-z])bb?at[jm]?(?![a-z])[^,，。;；\d]{0,14}(?:20\d\d ?年)?[^,，。;；\d]{0,6}(?:合计|总计|共计?|一共|加起来)/;
const CARRIERS = /运营商|电信/;

const TRADE =
  '(?:北美|美国|海外|国内|中国|全球|头部|主要|大型|超大规模)?(?:公有)?(?:云端?(?:计算)?服务(?:提供|供应)?商|云端?业者|云端?巨头|云计算厂商|云厂商?|云公司|云端?分部|科技公司|科技巨头|科企巨头|科企|科技股|互联网公司|互联网大厂|互联网企业|互联网巨头|internet ?公司|hyperscalers?|csp厂?|电信运营商|运营商|巨头|大厂|公司|厂商|企业|业者)';
/** 四家, 前五大Hyperscaler, 三大运营商: how many, and of what trade; a bare number only where the predicate follows. */
const COUNTED = new RegExp(
  `(?:前|这|上述|以上)?(?:[两三四五六七八九十]|\\d{1,2}) ?(?:(?:家|大|巨头) ?${TRADE}|(?:家|巨头)(?= ?(?:就|便|已|光)*(?:在?(?:20\\d\\d|今年|去年|明年|[一二三四上下全][季半年]|\\dq|q\\d)|合计|共计?|总|加起来|加总|的?(?:资本|capex|营收|收入|净?利润|支出|投入))))`,
  'g',
);
/** 中国云厂商, 各大互联网公司: a trade as a whole, uncounted. */
const WHOLE =
  /(?:中国|全球|美国|美股|北美|国内|海外|主要|头部|各大?|整体|整个|所有|全体)[^,，。;；]{0,10}(?:云厂商|云服务商|云巨头|科技公司|科技巨头|互联网公司|互联网大厂|互联网企业|大厂|运营商|巨头|csp|hyperscaler)/;

/** 云厂商总资本开支, hyperscaler的年度capex: a trade whose spending is told of it as a whole. */
const WHOLE_SPENDS =
  /(?<![\u4e00-\u9fff](?:家|大|个) ?)(?:云厂商|云服务商|云巨头|科技巨头|科技大厂|互联网大厂|互联网巨头|运营商|csp|hyperscalers?) ?(?:在?(?:20\d\d|[今去明本]) ?(?:财?年)(?:度|全年)?)?的?(?:年度?|季度|合计)?的?(?:总体?|整体|合计|全部)?的? ?(?:ai)?(?:相关)? ?(?:资本(?:开支|支出)|capex|投入|投资|支出)/;

/** "Hyperscalers are on track to spend": a trade as a whole, in English. */
const WHOLE_EN =
  /(?<!\b(?:these|those|both|all|two|three|four|five|six) )\b(?:(?:us|american|chinese|global|large|big|major|largest|top|leading|biggest) )?(?:hyperscalers|tech giants|big tech(?: companies)?|cloud giants|cloud service providers|cloud providers|technology giants|big (?:three|four|five|six|seven)(?= (?:(?:cloud|tech|technology) )?(?:companies|firms|groups|giants|providers|spenders|hyperscalers|clouds|will|would|plan|are|have|had|spen[dt]|alone|together|combined|should|could|expect)\b)|(?<=\b(?:of|by|for|at|from) the )big (?:three|four|five|six|seven)(?! (?:accounting|banks?|consult|audit|us|airlines|retailers)))\b(?!['’])|\b(?:hyperscaler|cloud giant|tech giant)(?:s?['’]s?|s)? (?:(?:ai|combined|total|aggregate|global) )*(?:capex|capital (?:spending|expenditures?|outlays)|spending|outlays)\b|\bbig tech(?:['’]s)? (?:(?:ai|combined|total) )*(?:capex|capital (?:spending|expenditures?|outlays)|spending)\b/;

const OPENS_WHOLE =
  /^(?:hyperscaler|cloud giant|tech giant|big tech)(?:s?['’]s?|s)? (?:(?:ai|combined|total|aggregate|global) )*(?:capex|capital (?:spending|expenditures?|outlays)|spending|outlays)(?=,)/;

const SUMS_UP = /^[^\u4e00-\u9fffa-z\d]*(?:合计|总计|合共|共计|加总|总和)[:：,，]?[^,，。;；\d]{0,6}\d/;

const SET_BESIDE =
  /\b(?:versus|against|vs\.?|compared (?:with|to)|(?:up|down) from) (?:about |some |around |just |only )*$/;

/** "四家合计", "美国四大CSP", "AWS/Azure/GCP合计": a sum of several houses is none of theirs; null where it is of one. */
export function severalOf(article: Article, reading: Reading, q: Quantity): Several | null {
  // "the big four will spend $650 billion this year versus $410 billion in 2025": of the same.
  const beside = SET_BESIDE.test(reading.text.slice(Math.max(0, q.start - 30), q.start))
    ? reading.quantities.findLast((other) => other.unit === 'money' && other.end <= q.start && q.start - other.end < 50)
    : undefined;
  if (beside && !reading.entities.some((e) => isActor(e) && e.start >= beside.end && e.end <= q.start))
    return severalOf(article, reading, beside);
  // "A and B together paid for half of the $114 million Lambda made": the sum is Lambda's.
  if (relativeOwner(reading, q.start, q.end)) return null;
  const [clause] = clauseAt(reading, q.start);
  // What was said of the figure before is not said of this one.
  const start = Math.max(clause, told(reading, q));
  // 八大CSP（谷歌、AWS、Meta）: the bracket tells who they are.
  const bracketed = (at: number): boolean =>
    /^[^()（）]*[)）]/.test(reading.text.slice(at, q.start)) && /[(（][^()（）]*$/.test(reading.text.slice(0, at));
  const last = reading.entities.findLast((e) => isActor(e) && e.end <= q.start && !bracketed(e.end));
  // "谷歌、微软、百度等八家云服务商，2025年合计": a list that ends in how many they are speaks for the next clause too.
  const free = last && (last.end >= start || endsInCount(reading, last.end, start)) ? last.end : start;
  const counted = matches(COUNTED, reading.text.slice(free, q.start)).at(-1);
  if (counted) {
    const from = free + counted.index;
    const name = reading.original.slice(from, from + counted[0].length);
    const listed =
      last && /^ ?(?:等|这)? ?$/.test(reading.text.slice(last.end, from)) ? coordinated(reading, last) : [];
    const members = listed.length > 1 ? listed.map((e) => e.slug) : (groupMeant(article, reading)?.slugs ?? []);
    const trade = named(counted[0]) ? counted[0] : tradeAbove(article, reading);
    return { slug: tradeOf(members, trade), known: members.length > 1 || trade !== '', name };
  }
  // "This year the four will put in": none of those named above alone.
  const group = groupNamed(reading.text.slice(free, q.start));
  if (group) {
    const meant = groupMeant(article, reading)?.slugs ?? actorsAbove(article, reading);
    if (meant.length > 1)
      return {
        slug: tradeOf(meant, group.words),
        known: true,
        name: reading.original.slice(free + group.index, free + group.index + group.words.length),
      };
  }
  // "亚马逊、谷歌以及微软等北美四大云服务商，…，总额3200亿", "亚马逊、谷歌、Meta等公司，…将达7000亿": the list the sentence began with.
  const list = last ? listOf(reading, last.end, q) : totalOf(article, reading, q);
  if (list) return list;
  // ①亚马逊：…②谷歌：…合计：逾9000亿美元: the line that sums a list up.
  if (!last && SUMS_UP.test(reading.text)) {
    const members = actorsAbove(article, reading);
    if (members.length > 2) return { slug: tradeOf(members, ''), known: true, name: null };
  }
  // BAT加字节合计6200亿元
  if (BAT.test(reading.text.slice(start, q.start))) return { slug: 'big-tech', known: true, name: null };
  if (addsUp(reading, q)) {
    const members = [...new Set(reading.entities.filter((e) => isActor(e) && e.end <= q.start).map((e) => e.slug))];
    return { slug: tradeOf(members, reading.text.slice(0, q.start)), known: true, name: null };
  }
  const all = ACROSS_ALL.exec(reading.text.slice(q.end));
  if (all) return { slug: tradeOf([], all[1] ?? ''), known: true, name: all[1] ?? null };
  if (combinedOf(reading, q)) return { slug: null, known: true, name: null };
  if (joint(reading, q) || actAsOne(reading, q)) {
    const members = last ? coordinated(reading, last).map((e) => e.slug) : [];
    const words = reading.text.slice(start, q.start);
    return { slug: tradeOf(members, words), known: members.length > 1 || named(words), name: null };
  }
  const words = reading.text.slice(start, q.start);
  const whole =
    last && last.start >= start ? null : (WHOLE.exec(words) ?? WHOLE_SPENDS.exec(words) ?? WHOLE_EN.exec(words));
  // "Hyperscaler capex, in our model, reaches": the subject of the sentence, an aside before its verb.
  if (!whole && !last && start > 0 && OPENS_WHOLE.test(reading.text)) {
    const name = OPENS_WHOLE.exec(reading.text)?.[0] ?? '';
    return { slug: tradeOf([], name), known: true, name: reading.original.slice(0, name.length) };
  }
  return whole
    ? {
        slug: tradeOf([], whole[0]),
        known: true,
        name: reading.original.slice(start + whole.index, start + whole.index + whole[0].length),
      }
    : null;
}

/** Right behind a name stands how many they are, and nothing was told since. */
const endsInCount = (reading: Reading, end: number, clause: number): boolean =>
  told(reading, { start: clause }) <= end &&
  new RegExp(`^ ?(?:等|这)? ?(?:${COUNTED.source})[,，]$`).test(reading.text.slice(end, clause));

/** Everybody named in this sentence and the three above it. */
const actorsAbove = (article: Article, reading: Reading): string[] => [
  ...new Set(
    [0, 1, 2, 3].flatMap((back) =>
      reading.index < back
        ? []
        : article
            .entitiesOf(reading.index - back)
            .filter(isActor)
            .map((e) => e.slug),
    ),
  ),
];

/** "Total: $588 billion" below a list of houses with their sums: of all of them. */
function totalOf(article: Article, reading: Reading, q: Quantity): Several | null {
  const said = TOTAL.exec(reading.text.slice(0, q.start));
  if (!said) return null;
  const members = new Set<string>();
  for (let i = reading.index - 1; i >= 0 && i >= reading.index - 12; i--) {
    const kind = article.blocks[article.sentences[i]?.block ?? -1]?.kind;
    if (kind !== 'bullet' && kind !== 'row') break;
    for (const e of article.entitiesOf(i)) if (isActor(e)) members.add(e.slug);
  }
  return members.size < 2
    ? null
    : {
        slug: tradeOf([...members], ''),
        known: true,
        name: reading.original.slice(said[0].search(/[a-z]/), said[0].search(/\W*$/)),
      };
}
const TOTAL =
  /^\W*(?:(?:the |a )?(?:combined|grand|overall|collective)? ?(?:total|sum)|combined|together|altogether|all told|in all|in total|all (?:two|three|four|five|six|seven|eight|nine|ten))(?: [a-z][\w-]*){0,3}(?::| ?[-=–—→]| is| comes to| of)?[ ~≈]*(?:about |around |roughly |over |nearly |more than |some )?$/;

function listOf({ text, original, entities }: Reading, from: number, q: Quantity): Several | null {
  const said = LISTED.exec(text.slice(from, q.start));
  if (!said) return null;
  const members = new Set(entities.filter((e) => isActor(e) && e.end <= from).map((e) => e.slug));
  return members.size < 3
    ? null
    : { slug: tradeOf([...members], said[0]), known: true, name: original.slice(from, from + said[0].length).trim() };
}
const LISTED = new RegExp(
  `^(?:[(（][^()（）]*[)）])? ?(?:等|在内的|为代表的|为首的)[^,，。;；]{0,4}?(?:(?:[三四五六七八九十几数多]|\\d{1,2}) ?(?:家|大) ?)?(?:${TRADE}(?:[(（][^()（）]*[)）])?(?=[,，]|在?(?:今|去|明|全|这|20\\d\\d|[一二三四上本当]季?)|的?(?:年度?)?(?:资本|合计|总))|(?=在?(?:今|去|明)年|合计|共计?|总计))`,
);

/** Where the last figure before this one ends; of "6000亿元、7800亿元" the one before the first. */
function told(reading: Reading, q: Pick<Quantity, 'start'>): number {
  const before = reading.quantities.findLast((o) => weighty(o) && o.end <= q.start);
  if (!before) return 0;
  return /^ ?[、和与及] ?$/.test(reading.text.slice(before.end, q.start)) ? told(reading, before) : before.end;
}

const named = (words: string): boolean => BIG_TECH.test(words) || CARRIERS.test(words);

/** 三家 of no kind: the trade the lines above spoke of. */
function tradeAbove(article: Article, reading: Reading): string {
  for (let i = reading.index; i >= 0 && i >= reading.index - 12; i--) {
    const { text } = article.reading(i);
    const words =
      matches(COUNTED, text)
        .map((match) => match[0])
        .find(named) ??
      WHOLE.exec(text)?.[0] ??
      WHOLE_SPENDS.exec(text)?.[0];
    if (words) return words;
  }
  return '';
}

const TOGETHER = /合计|共计|总计|加起来|\btogether\b(?! with\b)|\bcombined\b|\bbetween them\b/;

const IN_ALL =
  /\bcollective(?:ly)?\b|\bin aggregate\b|\b(?:a|grand) total of\b|\btotal (?:\d{4} )?(?:capital|capex|spending|investments?|outlays|infrastructure)\b/;

/** "阿里、腾讯和字节合计", "Amazon, Microsoft and Meta together": the houses named before the figure share it. */
function joint(reading: Reading, q: Quantity): boolean {
  const from = reading.quantities.findLast((o) => weighty(o) && o.end <= q.start)?.end ?? 0;
  const around = reading.text.slice(Math.max(from, q.start - 60), q.end + 44);
  if (!TOGETHER.test(around) && !(q.unit === 'money' && IN_ALL.test(around))) return false;
  const lead = reading.text.slice(from, q.start);
  if (/(?:[两三四五六七八九十]|\d)(?:家|大|巨头)[^,，。;；]{0,24}(?:合计|共计|总计)/.test(lead)) return true;
  const last = reading.entities.findLast((e) => isActor(e) && e.end <= q.start);
  // "OpenAI与AMD达成协议，将部署总计6吉瓦": a total of the thing, not of the two.
  if (last && /[,，;；][^,，;；]*(?:合计|共计|总计)/.test(reading.text.slice(last.end, q.start))) return false;
  return last !== undefined && new Set(coordinated(reading, last).map((e) => e.slug)).size > 1;
}

/** "Microsoft, Meta and Amazon are about to spend $588 billion": three or more houses share one predicate and its one sum. */
function actAsOne({ text, entities, quantities }: Reading, q: Quantity): boolean {
  if (q.unit !== 'money' || quantities.some((o) => o !== q && o.unit === 'money')) return false;
  const last = entities.findLast((e) => isActor(e) && e.end <= q.start);
  if (!last || !PREDICATE.test(text.slice(last.end, q.start))) return false;
  const all = coordinated({ text, entities }, last);
  return all.at(-1) === last && new Set(all.map((e) => e.slug)).size > 2;
}
const PREDICATE =
  /^ (?:(?:now|alone|are|will|would|could|plan|expect|intend|aim|have|spent|spend|invested|invest|poured|pour|set|about|going|to|be|collectively) )+(?:(?!each\b)[a-z]+ ){0,5}$/;

/** 甲584亿元，乙338亿，丙212亿，合计1134亿: the sums of several houses right before it come to the figure. */
function addsUp({ text, quantities, entities }: Reading, q: Quantity): boolean {
  const parts = quantities.filter((o) => o.unit === q.unit && o.currency === q.currency && o.end <= q.start);
  const last = parts.at(-1);
  if (!last || parts.length < 2 || !TOGETHER.test(text.slice(last.end, q.start))) return false;
  let [sum, from] = [0, q.start];
  for (const part of parts.toReversed()) {
    sum += Number(part.min ?? part.max);
    from = part.start;
    if (sum > Number(q.min ?? q.max) * (1 - ROUNDED)) break;
  }
  return (
    Math.abs(sum / Number(q.min ?? q.max) - 1) < ROUNDED &&
    new Set(entities.filter((e) => isActor(e) && e.end <= last.start && e.end > from - FAR).map((e) => e.slug)).size > 1
  );
}
/** How far a total may be rounded. */
const ROUNDED = 0.03;
/** So far before its sum a house may be named, in UTF-16 units. */
const FAR = 30;

/** "That's >$600B across the big four" */
const ACROSS_ALL =
  /^ (?:across|for|from|among|between|by) (?:the |all )?(?:of the )?((?:big|top|largest) (?:three|four|five|six|seven)|(?:us |major |big )?(?:hyperscalers|cloud giants|tech giants))\b/;

/** "combined annualized revenue for OpenAI, Anthropic and xAI will reach": of the houses that a list behind the word names. */
function combinedOf({ text, entities }: Reading, q: Quantity): boolean {
  // "December 2025 (annualized): ~$30.8B combined"
  if (ALL_TOLD.test(text.slice(q.end)) && !entities.some(isActor)) return true;
  // "$725 billion: combined 2026 capex of Amazon, Microsoft and Meta"
  const ahead = LEADS_COMBINED.test(text.slice(q.end)) ? COMBINED.exec(text.slice(q.end)) : null;
  if (ahead) {
    const list = q.end + ahead.index + ahead[0].length;
    return new Set(entities.filter((e) => isActor(e) && e.start >= list).map((e) => e.slug)).size > 1;
  }
  const at = COMBINED.exec(text.slice(0, q.start));
  if (!at) return false;
  const from = at.index + at[0].length;
  const listed = new Set(entities.filter((e) => isActor(e) && e.start >= from && e.end <= q.start).map((e) => e.slug));
  return listed.size > 1;
}
const ALL_TOLD = /^[*_]* combined\b(?! (?:cycle|with|heat))/;
const LEADS_COMBINED = /^[*_]*(?::|,| -| –| —| is| was) (?:the |what )?(?:combined|joint|aggregate|collective)\b/;
const COMBINED = /\b(?:combined|joint|aggregate|collective)(?: [\w-]+){1,4} (?:for|of|at|by|across|from) (?=[a-z])/;

/** One name for the large houses together, whatever a text calls them: what they spend is then one series. */
const tradeOf = (members: readonly string[], words: string): string | null =>
  HYPERSCALERS.test(words) ||
  ((members.length > 1 ? members.every((slug) => GIANTS.has(groupOf(slug))) : BIG_TECH.test(words)) &&
    !CARRIERS.test(words))
    ? 'big-tech'
    : null;
const HYPERSCALERS = /hyperscaler/;
