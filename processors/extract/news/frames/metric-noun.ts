import type { Draft } from '../draft.ts';
import { isActor } from '../entities.ts';
import type { Cue } from '../lexicon.ts';
import type { Quantity } from '../quantity.ts';
import type { Reading } from '../reading.ts';
import { hasHan } from '../text.ts';
import { labelOf } from './object.ts';

/** What the noun of a metric goes on with: 收入指引, 合同总额, 订单储备. */
const TAIL = /^(?:指引|目标|总额|总数|储备|余额|规模|预算|计划)/;
/** A metric of its own clause, of some time, of the house spoken of. */
const BARE =
  /^(?:我们|预[计测期]|分别|该?公司|该?集团|其|本|的|当|单|全|上|下|度|整体|合并|实现|录得|累计|约|季|年|财|净|[\d ~—–至-])*$/;
/** Words before a metric that are no part of its noun. */
const LEAD = /^(?:.*[把将](?=.)|[而但却可则给对]|[均都][是为]|我们|预[计测]|其中|管理层|公司|该)+ ?/;

/**
 * The noun of a metric in a Chinese clause that says no more of it than whose or of when it is: with the house where that stands
 * right before (甲公司的年化收入), else as it stands (公司营收: 营收). Null where the clause says more, or the metric is none.
 */
export function metricNoun(reading: Reading, q: Quantity, cue: Cue, phrase: string): string | null {
  const { text, original, entities, dates, clauses } = reading;
  if (!hasHan(text) || cue.start >= q.end || cue.end <= cue.start) return null;
  const end = cue.end + (TAIL.exec(text.slice(cue.end, q.start))?.[0].length ?? 0);
  const start = Math.max(0, ...clauses.map((at) => at + 1).filter((at) => at <= cue.start));
  const house = entities.findLast((e) => isActor(e) && e.start >= start && e.end <= cue.start);
  const from = house?.end ?? start;
  let between = text.slice(from, cue.start);
  for (const d of dates)
    if (d.start >= from && d.end <= cue.start)
      between = between.slice(0, d.start - from) + ' '.repeat(d.end - d.start) + between.slice(d.end - from);
  if (BARE.test(between)) {
    // 百度核心：收入
    const label = !house && /[:：] ?$/.test(text.slice(0, start)) ? labelOf(reading, start) : null;
    const whose = label !== null && label.length <= 12 ? original.indexOf(label) : cue.start;
    // 甲公司预计2026年收入: what it expects.
    return original.slice(/预/.test(between) ? cue.start : (house?.start ?? whose), end);
  }
  const lead = LEAD.exec(phrase)?.[0].length ?? 0;
  const at = original.lastIndexOf(phrase, q.start);
  return at < 0 || (lead === 0 && end === cue.end)
    ? null
    : original.slice(at + lead, Math.max(end, at + phrase.length));
}

/** 246亿美元的剩余履约义务, 210亿美元AI收入, 380亿美元的云服务: what a sum is of, said right behind it in Chinese, where the metric is told there or `bought`; null where nothing is. */
export function nounBehind({ text, original }: Reading, q: Quantity, cue: Cue, bought: boolean): string | null {
  if (!hasHan(text)) return null;
  const lead = /^ ?(?:左右|以上|上下)? ?的? ?/.exec(text.slice(q.end))?.[0].length ?? 0;
  const start = q.end + lead;
  if (cue.start > start && cue.start - start <= 12 && !/[,，。;；:：、]/.test(text.slice(start, cue.start)))
    return original.slice(start, cue.end + (TAIL.exec(text.slice(cue.end))?.[0].length ?? 0));
  const thing = bought && /的 ?$/.test(text.slice(q.end, start)) ? THING.exec(text.slice(start))?.[0] : undefined;
  return thing === undefined ? null : original.slice(start, start + thing.length);
}
const THING = /^[\u4e00-\u9fffa-z\d ]{0,12}?(?:服务|算力|合同|订单|协议|容量|服务器|芯片|设备|采购|计划|规划)/;

/** 在算力上花850亿元, 花在云基础设施上的钱, 拨给算力的是373亿元: what money is put into, said before the sum in Chinese. */
export function putInto({ text, original }: Reading, q: Quantity, from: number): string | null {
  const match = INTO.exec(text.slice(from, q.start));
  const thing = match?.slice(1).find((group) => group !== undefined);
  if (!match || thing === undefined) return null;
  const start = from + match.index + match[0].indexOf(thing, 1);
  return original.slice(start, start + thing.length);
}
const INTO =
  /(?:在|对|向)([\u4e00-\u9fffa-z\d ]{2,14}?)(?:上|方面|领域)(?:的)?(?:投入|投资|支出|开支|花|砸|投)|(?:花|用|投|砸)(?:在|到|向)([\u4e00-\u9fffa-z\d ]{2,14}?)(?:上|里|方面)?的|(?:拨|划|留|分)给([\u4e00-\u9fffa-z\d ]{2,10}?)的/;

/** What only says when, how or by whom a sum goes on from the one before it: 上一季亏, 便越过了, 这个数字, 远高于去年. */
const NO_NOUN =
  /^(?:[便就已仅只不也还才又再则而但]|会|将|要|大约|实际|同(?:一?季度?|期)|上一?[年季]|这?两?个?(?:数(?!据)字?|指标)|合计|总计|预[计期算]|展望|目标|指引|上看|中值|其余|此前|原先|[前后]者|更受关注)|(?:[花投用亏赚砸掏付]|用掉|完成|落|越过|迈过|突破|[高低多少]于|超过)了?(?:去年|前年|上年)?$|数分别$|展望$/;

/** True for words that a Chinese clause begins with and that name nothing a sum could be of. */
export const namesNothing = (head: string): boolean => NO_NOUN.test(head.replace(/ /g, ''));

/** What a sum that goes on from the one before it is of, in Chinese: `head` is what its clause begins with, `label` that of its line. */
export function goesOnWith(
  reading: Reading,
  q: Quantity,
  head: string | null,
  label: string | null,
  previous: Pick<Draft, 'object' | 'quoteEnd' | 'valueEnd'>,
): string | null {
  const from = Math.max(0, ...reading.clauses.map((at) => at + 1).filter((at) => at < q.start));
  const behind = FOR.exec(reading.text.slice(q.end))?.[1];
  if (behind !== undefined) {
    const start = reading.text.indexOf(behind, q.end);
    return reading.original.slice(start, start + behind.length);
  }
  const into = putInto(reading, q, from);
  if (into !== null) return into;
  // 甲3000亿美元、乙380亿美元: who stands right before the sum.
  const beside = reading.entities.findLast((e) => isActor(e) && e.end <= q.start);
  if (beside && /^ ?[约近超逾]? ?$/.test(reading.text.slice(beside.end, q.start)))
    return reading.original.slice(beside.start, beside.end);
  const noun = head?.replace(/(?<=..)(?:贡献|带来)了?$/, '') ?? null;
  // 应用软件只增13%，为40亿元: the clause of the sum names nothing.
  const reach = BARE_LEAD.test(reading.text.slice(from, q.start)) ? (previous.valueEnd ?? 0) - reading.start : from;
  const own =
    noun !== null && !namesNothing(noun) && reading.original.lastIndexOf(noun, q.start) >= reach ? noun : null;
  // 资本开支1600亿元，今年约为1500亿元: under the same label, of the same.
  return own ?? (previous.quoteEnd > reading.start ? previous.object : (label ?? previous.object));
}
const BARE_LEAD = /^ ?(?:[则也约为是达到有近超逾]|合计|同样)* ?$/;
const FOR =
  /^ ?(?:准备|将|主要|计划|全部|都|则|会|被)*(?:用于|用来|用在|投向|拨给|给了)(?:购买|采购|买|建设|建|扩建)?([\u4e00-\u9fffa-z\d ]{2,12}?)(?=[,，。;；]|$)/;
