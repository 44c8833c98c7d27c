import type { Article } from '../analysis.ts';
import { clauseAt } from '../context.ts';
import type { Quantity } from '../quantity.ts';
import type { Reading } from '../reading.ts';
import { fold, hasHan, matches } from '../text.ts';

/** So many sentences up a market may be named. */
const REACH = 5;
/** What only takes up a market, measures it or says who does: 该细分市场, 合计规模, 前者. */
const NO_NAME =
  /^(?:而|其中|收入|总|整体|合计|市场|行业|产业|规模|盘子|空间|这个?|该|此|整个|细分|同一个?|的|前者|后者|全年|机构)*$|同一个市场$|[该此这]个?$/;
/** 中国AI云规模, 智算中心IT设备投资, AI大模型解决方案的盘子, 国内云计算整体: the branch whose size a clause tells. */
const SIZED =
  /([\u4e00-\u9fffa-z][\u4e00-\u9fffa-z\d /+-]{1,20}?)的?(?:市场|行业|产业)?(?:总体?|整体|合计|年)?(?:规模|盘子|投资|支出|开支|花费|销售额?|整体|(?<=市场|行业|产业))(?=[^,，。;；:：]{0,16}$)/;
/** 花在云基础设施上的钱, 在云基础设施上花掉 */
const SPENT_ON = /(?:花在|用在|投在|在)([\u4e00-\u9fffa-z\d ]{2,16}?)上(?:的|花|支出|投)/;
const LEAD = /^.*(?:认为|预计|预测|估计|显示|指出|称|其中|今年|明年|去年|[年月季度][底末]?|[上下]半年)(?=..)/;
const NAMED =
  /[\u4e00-\u9fffa-z][\u4e00-\u9fffa-z\d /+-]{1,20}?(?:市场|云服务|公有云|云计算|云基础设施|解决方案|maas|即服务(?:\([a-z]+\))?)/g;

const trimmed = (reading: Reading, start: number, noun: string): string | null => {
  const lead = LEAD.exec(noun)?.[0].length ?? 0;
  const name = reading.original
    .slice(start + lead, start + noun.length)
    .replace(/^(?:[ 的,，把给对]|关于)+|[ 的]+$/g, '');
  const folded = fold(name);
  const counter = reading.entities.some(
    (e) => e.kind === 'reporter' && folded.startsWith(reading.text.slice(e.start, e.end)),
  );
  return name.length < 2 || counter || NO_NAME.test(folded) ? null : name;
};

/** The name of the market a Chinese sentence measures, where the words found for it only take it up or say who counts: the branch its clause tells, or the one named before. */
export function marketNoun(article: Article, reading: Reading, q: Quantity, found: string): string {
  const folded = fold(found).replace(/ /g, '');
  const counter = reading.entities.find(
    (e) => e.kind === 'reporter' && folded.includes(reading.text.slice(e.start, e.end)),
  );
  if (!hasHan(reading.text))
    return counter || NO_ENGLISH_NAME.test(found) ? (englishAbove(article, reading, q) ?? found) : found;
  // Business Insights认为2025年该市场: who counts, and no name.
  if (!(counter || NO_NAME.test(folded.replace(LEAD, '')))) return found;
  const [from] = clauseAt(reading, q.start);
  for (const start of from > 0 ? [from, 0] : [from]) {
    const stretch = reading.text.slice(start, start === from ? q.start : from);
    const match = SIZED.exec(stretch) ?? SPENT_ON.exec(stretch);
    const noun = match?.[1];
    const name =
      match && noun !== undefined ? trimmed(reading, start + match.index + match[0].indexOf(noun), noun) : null;
    if (name !== null) return name;
  }
  for (let i = reading.index; i >= 0 && i >= reading.index - REACH; i--) {
    const above = i === reading.index ? reading : article.reading(i);
    for (const { index, 0: noun } of matches(NAMED, above.text).reverse()) {
      if (i === reading.index && index >= q.start) continue;
      const name = trimmed(above, index, noun);
      if (name !== null) return name;
    }
  }
  return found;
}

/** "the category", "the figure", "Market size in the first half": a market named elsewhere. */
const NO_ENGLISH_NAME =
  /^(?:(?:the|this|that|its|whole|entire|total|same|overall|cloud|research|separate|latest|new) )*(?:category|figure|firm|house|tracker|report|projection|number|total|market(?: size| tracker)?|business|segment|sector|industry|estimate|forecast|count|bill)(?: (?:in|for) .*|:.*)?$/i;
/** "AI-optimized IaaS", "cloud infrastructure services", "full-stack AI cloud": the name of a branch in English. */
const BRANCH =
  /\b(?:(?:(?:public|sovereign|private|full-stack|generative|enterprise|serverless|global|worldwide|hosted|neo|ai(?:-[a-z]+)?|gpu|cloud|edge|data[ -]cent(?:er|re)|inference) )*(?:iaas|paas|saas|maas|cloud(?: infrastructure)?(?: services?| computing)?|inference|gpu (?:rentals?|clouds?)|(?:ai|cloud|gpu|inference) (?:infrastructure|services?|chips?|servers?|software|hardware|compute|accelerators?|agents?)|neoclouds?))\b/g;

/** The branch that an English sentence, or one of those above it, names last before the figure; null where none does. */
function englishAbove(article: Article, reading: Reading, q: Quantity): string | null {
  for (const i of [reading.index, ...article.thread.before(reading.index, REACH)]) {
    const above = i === reading.index ? reading : article.reading(i);
    const named = matches(BRANCH, above.text).findLast(({ index }) => i !== reading.index || index < q.start);
    if (named) return above.original.slice(named.index, named.index + named[0].length);
  }
  return null;
}
