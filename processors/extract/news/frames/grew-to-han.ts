import type { Quantity } from '../quantity.ts';
import type { Reading } from '../reading.ts';
import type { Found } from './sums.ts';

/** A part of a house: what it grows to is what it takes in. */
const BUSINESS = '(?:业务|板块|部门|分部|事业[群部]|(?<=[\\u4e00-\\u9fff])(?:服务|云)|云计算)';
const WHEN =
  '(?:在?(?:最近|过去|截至|该|本|上|当|首|这|第?[一二三四]|20\\d\\d年?|[今去]年|q[1-4]|[上下]半年|\\d{1,2}月|财年|财季|季度|季|年|全年|期内|[一1]个|的|第|末|止|底|单| )*)';
const GREW =
  '(?:[同环]比)?(?:大幅|强劲|继续|再度?|又|仍|加速|高速|快速|仅|只|微)*(?:增长|大增|劲增|激增|提升|提高|攀升|飙升|猛增|暴增|大涨|增加|上升|上涨|增|涨|升|下降|下滑|减少|下跌|萎缩|降)(?:了|约|近|超过?|逾|高达|达)*';
const LEAD = new RegExp(`(?:(?<business>${BUSINESS})|(?<name>[a-z]))${WHEN}[,，]? ?${GREW} ?$`);
const REACHED =
  /^[,，] ?(?:[首再]次|首度|已|并|规模)*(?:达到?|创[下出]|录得|至|为|突破|超过?|逾|实现|[升增][至到]|攀升[至到]|站上|来到)(?:了|约|近|超过?|逾|创纪录的|创(?:下|历史)(?:新高的)?|历史最高的)* ?$|^(?:[升增]?[至到]|达到?)(?:了|约|近|超过?|逾)* ?$/;

/** 云业务同比增长63%，首次突破200亿美元; AWS本季增长28%，达到376亿美元: what a business or a house grew to, where no word says of what, is its revenue. */
export function grewToHan({ text, quantities, entities }: Reading, q: Quantity): Found | null {
  const percent = quantities[quantities.indexOf(q) - 1];
  if (percent?.unit !== 'percent' || !q.large || !REACHED.test(text.slice(percent.end, q.start))) return null;
  const lead = LEAD.exec(text.slice(0, percent.start));
  if (!lead) return null;
  // A name in Latin letters is one we know: 用户 and 调用 of nobody grow too.
  const name = lead.groups?.['name'];
  if (name !== undefined && !entities.some((e) => e.kind === 'organisation' && e.end === lead.index + name.length))
    return null;
  const end = lead.index + (lead.groups?.['business'] ?? 'x').length;
  return { cue: { kind: 'revenue', start: lead.index, end }, cost: 41 };
}
