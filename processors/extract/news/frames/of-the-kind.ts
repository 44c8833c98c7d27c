import { isActor } from '../entities.ts';
import type { Quantity } from '../quantity.ts';
import type { Reading } from '../reading.ts';
import { hasHan } from '../text.ts';

/** 典型的数据中心只有几百兆瓦, 单集群不太可能到30万卡, 同样的24GW: of the kind at large, what will not be, or spoken of again. */
export const NOBODYS =
  /(?:典型|一般|普通|常规|传统|通常|大多数?)的?[^,，。;；]{0,8}(?:数据中心|园区|集群|机房)[^,，。;；]{0,8}$|(?:不太?可能|难以|无法|未必能?|不足以)[^,，。;；]{0,10}$|(?:同样|同等|相同)的? ?$/;

/** "its largest 3,072-A100 case", "a 16,384-GPU training run": how large what was tried is, which is nobody's stock. */
export const isSizeOfRun = (text: string, { start, end }: Quantity): boolean =>
  /^[\d,.]+k?-/.test(text.slice(start)) && OF_A_RUN.test(text.slice(end, end + 40));
const OF_A_RUN =
  /^(?:[ -][a-z\d]+){0,2}? (?:case|run|benchmark|test|experiment|set-?up|configuration|trial|job|simulation|result|submission|scale)s?\b/;

/** "On a 1GW build, a rise of that size would add $5 billion": one of the kind, to reckon with. */
export const isScenario = (text: string, { start, end }: Quantity): boolean =>
  /(?:^|[,;:] ?)(?:on|for|at|in|across|take) an? (?:typical |single |hypothetical |new )?$/.test(
    text.slice(0, start),
  ) && /^[^,;.]{3,50},[^;]*\b(?:would|could|might|adds up|comes to|works out)\b/.test(text.slice(end));

/** 10GW（10亿瓦）, 200MW（百万瓦）: what a bracket says of the unit just named. */
export function isGloss({ text, quantities }: Reading, q: Quantity): boolean {
  const before = quantities[quantities.indexOf(q) - 1];
  return (
    before?.unit === q.unit &&
    /^ ?[(（](?:即|约|相当于)?$/.test(text.slice(before.end, q.start)) &&
    // "1.0 GW (850 MW at year-end)": what it was.
    (hasHan(text) || (before.min === q.min && before.max === q.max))
  );
}

/** 建设1GW数据中心的成本: what one of the kind costs, nobody's. */
export const isUnitCost = (text: string, { start, end }: Quantity): boolean =>
  /^ ?的?(?:ai)?(?:数据中心|算力|计算能力|容量|机房|园区|集群)*的?(?:总|建设|建造|可能|大约|约)*(?:成本|造价|费用|投入需|耗资|花费)/.test(
    text.slice(end),
  ) ||
  /每(?:建设|新增|部署|建成|外售|出售|卖出|售出|出货|交付|租出|增加|多卖?)? ?$/.test(
    text.slice(Math.max(0, start - 4), start),
  );

const ONE_UNIT =
  /(?:^|[,;:] |\bthat |\b(?:says?|said|reckons?|estimates?|puts?) )(?:(?:the |an? )?(?:cost|price|bill) (?:of|for) )?(?:(?:each|every|one|a single|a typical) (?:[\w-]+ ){0,3}?|an? (?:[\w-]+[ -])?)(?:gigawatt|gw|megawatt|mw|data ?cent(?:er|re)|facility|campus|cluster|rack|gpu|chip|server|fab)s?(?: (?:data ?cent(?:er|re)|facility|campus|cluster|site|plant))?\b(?! in | at | near | outside )(?:[^,;.]|\.\d){0,70}$/;
const COST =
  /\b(?:costs?|costing|sells? (?:for|at)|goes for|retails?|fetch(?:es)?|takes?|requires?|needs?|runs? to|comes? to|price|bill|worth|houses?)\b/;

/** 每外售50万颗可带来约130亿美元收入, 每GW投资约500亿美元 */
const EACH_HAN =
  /每(?:外售|出售|卖出|售出|出货|交付|租出|增加|新增|部署|建设)?[^,，。;；\d]{0,2}(?:\d[\d.]*|[一1])?[^,，。;；\d]{0,3}(?:颗|张|片|块|卡|gw|mw|吉瓦|兆瓦|机柜|机架)[^,，。;；\d]{0,10}(?:带来|产生|创造|贡献|耗资|需要?|投入|投资|造价|成本)[^,，。;；\d]{0,8}$/;

const BY_UNIT =
  /^ (?:per|a|for (?:each|every|one)|each) (?:megawatt|mw|gigawatt|gw|kilowatt|rack|server|cabinet|hall|(?:square )?(?:foot|metre|meter))\b/;
/** "Each gigawatt costs about $50 billion, of which $35 billion goes to chips": what one of the kind takes, nobody's spending. */
export function isOfOneUnit(text: string, q: Quantity): boolean {
  if (hasHan(text)) return EACH_HAN.test(text.slice(0, q.start));
  // "about $12 million per megawatt"
  if (q.unit === 'money' && BY_UNIT.test(text.slice(q.end))) return true;
  const lead = text
    .slice(0, q.start)
    .replace(
      /(?:[$€£¥]|\b)\d[\d.,]*(?: ?(?:m|b|tr)illion)?,? (?:of which|including|to) (?:about |roughly |some |around )*$/,
      '',
    );
  return COST.test(lead) && ONE_UNIT.test(lead);
}

const ANYONES =
  /(?:^|[,;:] |\bfor )(?:an?|any|every|one) (?:[\w-]+ ){0,2}(?:team|firm|company|customer|business|developer|user|start-?up|workload|shop|organi[sz]ation|lab|agent|app|enterprise)s? (?:(?:that|which|who) (?:(?!has\b|was\b|is\b)[a-z]+s|must|would|may|might)|using|sending|processing|needing|spending|running)\b[^;]*$/;

/** 找不到任何一家公司能把营收从…增长到…, 超过1亿美元的订单数量翻倍: of any there may be, or what counts as one. */
const ANYONES_HAN = /(?:任何|哪|没有)一?[家个][^,，。;；]{0,4}(?:公司|企业|厂商|机构)[^;；]*$/;
/** 国内头部五家互联网公司一年的采购空间: how much all of a kind might buy. */
const ROOM_HAN =
  /(?:头部|领先的?|主要的?)(?:[\d一二两三四五六七八九十几多]+[大家])?[^,，。;；]{0,6}(?:公司|企业|厂商|大厂)[^;；]{0,24}(?:空间|需求)[^;；]{0,8}$/;
const THRESHOLD = /^的[^,，。;；\d]{0,6}(?:订单|合同|客户|交易|企业|公司|项目|大单)(?:数量|数|个数|总数|占比|比例)/;

/** 用掉一万亿以上Token的企业客户, 一个月处理5亿token的创业公司: what makes one of a kind. */
const USERS_OF =
  /^[^,，。;；\d]{0,8}的(?!(?:平台|模型))[^,，。;；\d]{0,6}(?:公司|企业|团队|开发者|用户|客户|应用|工作室|商家|买家)(?!的)/;

/** 手握数千亿美元现金的巨头: how large whoever is spoken of is, in no figure. */
const VAGUE = /[数几上好]/;
const OF_A_GIANT =
  /^[^,，。;；]{0,10}的(?:科技|互联网|云计算|云)?(?:巨头|大厂|公司|企业|玩家|对手|买家|云厂商|厂商|庞然大物)/;

/** "a firm that needs so much must spend $33 billion a year", "for a team that sends 200 million tokens a month": anybody of the kind. */
export const isAnyones = ({ text, entities }: Reading, q: Quantity): boolean =>
  hasHan(text)
    ? ANYONES_HAN.test(text.slice(0, q.start)) ||
      (q.unit !== 'money' && USERS_OF.test(text.slice(q.end, q.end + 28))) ||
      (q.max === null && VAGUE.test(text[q.start] ?? '') && OF_A_GIANT.test(text.slice(q.end, q.end + 18))) ||
      ROOM_HAN.test(text.slice(0, q.start)) ||
      (q.max === null && THRESHOLD.test(text.slice(q.end, q.end + 20)))
    : / (?:that|which|who|\w+ing) /.test(text) &&
      ANYONES.test(text.slice(0, q.start)) &&
      !entities.some((e) => isActor(e) && e.end <= q.start);
