import type { Draft } from '../draft.ts';
import type { Quantity } from '../quantity.ts';
import type { Reading } from '../reading.ts';
import { hasHan, matches } from '../text.ts';

/** Words before a count that only say which part of it, how much or what is done: 首批, 余下的, 目标, 最终扩到, 规划容量. */
const NO_THING =
  /^(?:[首第末][一二三四五1-5]?[批期个座]|[一二三四五]期|余下|其余|剩下|其中|目标|最终|先做|后者|前者|累[计計]|功率|耗[电電]|[升扩增][到至]|规划|总?规模|系统规模|供电|目前|(?:规划|签约|设计|初始)?容量|给了|全部)|(?:扩|增|升|做|做到|建|给|点亮|部署|新增|约为|改成[^,，]{0,4})[了到至前]?$|(?:\d|目标[^,，]{0,6})年?(?:底|末)?前?$|[说称估计]$|分析师/;
/** 公司运营的GPU共有4.1万块, 平台在线加速卡总数达到9600张: the cards a count is of, in the words before it. */
const CARDS =
  /((?:国产|自研|昇腾|在线|在用)?(?:ai|智算|算力)?(?:加速卡|算力卡|推理卡|训练卡|显卡|芯片|gpu|tpu|npu)(?:总数|总量)?)(?=(?:已经?|一?共有?|合计|目前|刚好|达到?|超过?|约|近|逾|为|是|有|过|部署|数量|规模| )*$)/;
/** 已投运的容量, 签约电力, 总功率: the power that is counted. */
const POWER =
  /((?:已?(?:签约|合同|在用|投运|通电|上电|交付|规划|新增|总)的?)(?:电力|供电|容量|功率|算力|部分)(?:容量|规模|能力)?)(?=[^,，。;；:：\d]{0,8}$)/;
/** What stands on a site and draws power. */
const SITE = /(?<![a-z\d])[\u4e00-\u9fffa-z\d ]{0,12}?(?:数据中心|智算中心|算力中心|园区|集群|超算|机房)/g;

/** 宣布在瑞典建设数据中心: what is done there. */
const BUILT_THERE = /^.*(?:宣布|建设|兴建|扩建|新建|建造|打造|位于|[在于将])(?=.{2})/;

/**
 * What chips or power a Chinese sentence counts, where the words its clause begins with name none: the cards or the power named
 * before the count, what was counted before, the site, the chip or the `house` that the sentence names. Null where
 * it names none.
 */
export function countedHan(
  reading: Reading,
  q: Quantity,
  head: string | null,
  house: string | null,
  previous: Draft | null,
): string | null {
  const { text, original, entities, clauses } = reading;
  if (!hasHan(text)) return null;
  const from = Math.max(0, ...clauses.map((at) => at + 1).filter((at) => at <= q.start));
  const lead = text.slice(from, q.start);
  // 对应1GW算力
  const behind = /^ ?的? ?((?:ai)?(?:算力|电力|容量|产能|负载))(?!中心|集群|平台)/.exec(text.slice(q.end));
  if (behind?.[1] && q.unit === 'watts') {
    const start = q.end + behind[0].length - behind[1].length;
    return original.slice(start, start + behind[1].length);
  }
  const named = (q.unit === 'chips' ? CARDS : POWER).exec(lead);
  if (named?.[1]) return original.slice(from + named.index, from + named.index + named[1].length);
  // 一期由甲5GW、乙2.4GW组成
  const beside = entities.findLast((e) => e.end <= q.start);
  if (beside && q.unit === 'watts' && /^ ?[约近超逾]? ?$/.test(text.slice(beside.end, q.start)))
    return original.slice(beside.start, beside.end);
  const inClause = head !== null && original.lastIndexOf(head, q.start) >= from;
  const empty = head === null || NO_THING.test(head.replace(/ /g, '')) || !inClause;
  if (!empty) return null;
  if (q.unit === 'watts') {
    // Meta在俄亥俄的“普罗米修斯”明年上线，功率1吉瓦
    const quoted = matches(/[“"「]([^”"」，,。]{2,10})[”"」]/g, original.slice(0, q.start)).at(-1);
    if (quoted?.[1]) return quoted[1];
    const site = matches(SITE, text.slice(0, q.start)).at(-1);
    if (site) {
      const begins = site.index + (BUILT_THERE.exec(site[0])?.[0].length ?? 0);
      return original.slice(begins, site.index + site[0].length).trim();
    }
  }
  if (previous?.kind === 'capacity' && previous.unit === q.unit && previous.quoteEnd > reading.start)
    return previous.object;
  const chip = entities.findLast((e) => e.kind === 'chip' && e.end <= q.start);
  if (chip && q.unit === 'chips') return original.slice(chip.start, chip.end);
  return inClause ? house : null;
}
