import type { Quantity } from './quantity.ts';
import type { Reading } from './reading.ts';
import { hasHan } from './text.ts';

/** A sentence, and who is named in it. */
export type Line = Pick<Reading, 'index' | 'text' | 'original' | 'entities'>;

const PREPOSITIONS =
  'in|into|near|on|at|by|for|from|to|with|within|across|through|throughout|over|under|until|till|before|after|since|during|inside|outside|among|between|against|versus|vs|than|as|per';
const OTHERS =
  'a|an|the|its|their|this|last|next|and|or|but|while|whereas|when|where|if|once|which|that|now|then|there|here|today|tonight|already|still|so|up|down|again|later|earlier|yet|each|apiece|every|altogether|combined|overall|annually|yesterday|just|only|alone|is|are|was|were|be|will|would|should|may|might|must|can|could|has|have|had|did|came|come|comes|went|go|goes|not';
/** "roughly 40 nine months before" */
const AGO =
  '(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\\d{1,2}) (?:days?|weeks?|months?|quarters?|years?) (?:ago|before|earlier|later)\\b';
/** What a number that has no noun of its own may have behind it. */
const HEADLESS = new RegExp(
  `^(?: (?:more|extra|again|each|apiece))?(?: units(?! of)\\b| of (?:them|these|those|which|it|that|the total)\\b| ${AGO}| (?:${PREPOSITIONS}|${OTHERS})\\b| (?:daily|weekly|monthly)(?= (?:${PREPOSITIONS}|${OTHERS})\\b|[^ ]|$)| (?:on order|[a-z-]+ed|online|live|due|ready|operational|active|idle|running|strong|in service)(?= ?(?:$|[.,;:)]| (?:${PREPOSITIONS}|${OTHERS})\\b))|["'”’)\\]]*(?:$|[.,;:!?](?!\\d))|[)(]| [(—–-]|—| ?/ ?(?:day|week|month)\\b(?! [a-z]{3,}s\\b))`,
);
/** "1,200 to 1,500 engineers": what the second number has, the first has too. */
const SECOND = /^ (?:to|and|or) (?:about |another |some )?[\d.,]*\d(?: (?:million|billion|trillion))?/;
export const HEADLESS_HAN =
  /^ ?(?:左右|上下|以上|以下|出头|之多)?(?:$|[,，。;；、:：)）!！?？—…"”」]|(?:已|将|会|在|于|由|用于|归|属于?|位于|投|为|是|占|较|比|同比|环比|仍|正|尚|还|预计|计划|并|和|与|及|以及|来自|给|交|放|到|至)(?!\d))/;

const OTHER_COUNTED =
  /\b(?:people|staff|workforce|headcount|employ(?:s|ed|ees?|ing)?|workers?|jobs?|hire[sd]?|layoffs?|customers?|users?|developers?|clients?|subscribers?|visitors?|attendees|students?|homes|households|residents|hectares|acres|square (?:feet|metres|meters)|shares?|points?|index|patents?|parameters?|downloads?|stores?|votes?|miles|tons?|tonnes|population|engineers?|researchers?|members?|index|score[sd]?|calls?|requests?|queries|context|window)\b|员工|人员|雇员|用户|客户|开发者|企业|家庭|亩|平方|股|指数|专利|参数|下载|门店|岗位|招聘|裁员|得分|跑分|上下文|窗口/;
const IN_MONEY =
  /\b(?:pric\w+|costs?|pa(?:y|ys|id)|charg\w+|fees?|sells? (?:for|at)|sold (?:for|at)|fetch\w*|worth|valued?|revenues?|sales|profits?|income|earnings|capex|spend\w*|spent|budget\w*|invest\w*|dollars?|yuan|euros?|debt|loan|shares?)\b|价|元|费|成本|营收|收入|利润|投资|投入|支出|开支|亏损|市值|融资/;
/** "the S&P 500", "page 212", "No. 340": a name or a place in a row. */
const NAMED_BY =
  /(?:\b(?:s&p|fortune|ftse|nasdaq|dow|russell|nikkei|csi|no\.|nos\.|number|page|room|route|suite|flight|rule|section|article|item|phases?|stages?|versions?|top|q|chapter|step|level|tier|line|column|unit|hall|building|block|lot|model|gate|since|year|age|at age)|[#№§&])[ -]?$/;
const YEAR = /^(?:19|20)\d\d$/;

/** 到年底要到, 去年还只有: what may stand before a number in Chinese where it counts no other thing than before; names and dates aside. */
const PLAIN_HAN =
  /^(?:[,，、\s]|而|则|也|还|仍|才|就|只有?|仅有?|已|共|各|约|近|逾|超过?|不到|不足|大约|将近|接近|至少|最多|目前|现在|如今|此前|之前|当时|现|今年|明年|去年|后年|年底|年初|年末|年内|月底|上半年|下半年|半年前|一年前|同期|届时|其中|另有?|再|又|是|为|有|到|至|达到?|要|将|会|想|能|可|预计|计划|目标|有望|料|突破|增加?[至到]|升[至到]|涨[至到]|降[至到]|提[高升][至到]|扩[大充]?[至到]|加[至到]|变成|成为|合计|总计|累计|的|从|由|数字|规模|[(（]|截至|全年|每天|每日|每月|每周|日均|周均|月均|一天|一个月|一周|\d{1,4}年|\d{1,2}月|[初底末前后])*$/;

/** True for a number without a noun of its own that says no sum, no year, no name and nothing that the clause counts by another name. */
export function isBareCount({ text, original, entities }: Line, q: Quantity): boolean {
  const said = text.slice(q.start, q.end);
  if (YEAR.test(said)) return false;
  const behind = text.slice(q.end, q.end + 40);
  if (!HEADLESS.test(behind) && !HEADLESS_HAN.test(behind)) return false;
  const second = SECOND.exec(behind)?.[0];
  if (second !== undefined && !HEADLESS.test(text.slice(q.end + second.length, q.end + second.length + 40)))
    return false;
  const lead = text.slice(Math.max(0, q.start - 80), q.start);
  if (NAMED_BY.test(lead.slice(-16))) return false;
  // "Kodiak 900": digits behind a name are part of it.
  if (/^\d{1,4}$/.test(said) && /[A-Z][\w'’-]* $/.test(original.slice(Math.max(0, q.start - 24), q.start)))
    return false;
  // "the Ascend 960 follows and the 970 a year after that": the number of another model.
  if (
    /\bthe $/.test(lead) &&
    entities.some((e) => e.kind !== 'organisation' && e.end <= q.start && NUMBERED.test(text.slice(e.start, e.end)))
  )
    return false;
  const clause = lead.slice(lead.search(/(?:[;；:：。—，]|,(?!\d{3}))[^;；:：。—,，]*$/) + 1);
  if (OTHER_COUNTED.test(clause) || IN_MONEY.test(clause)) return false;
  if (!hasHan(clause)) return true;
  const last = entities.findLast((e) => e.end <= q.start);
  const from = Math.max(q.start - clause.length, last?.end ?? 0);
  return PLAIN_HAN.test(text.slice(from, q.start).replace(DAYS, ''));
}
const NUMBERED = / ?\d{2,4}[a-z]{0,2}$/;
const DAYS = /(?:20\d\d|[今明去前后]) ?年(?:第?[一二三四1-4]季度?|[上下]半年|\d{1,2}月)?(?:\d{1,2}日)?/g;

const STRONG =
  /^(?: more)? (?:of (?:them|these|those)\b|on order\b|in service\b|online\b|installed\b|deployed\b|ordered\b|delivered\b|running\b|live\b|racked\b|energi[sz]ed\b)/;

/** "a million of them", "2,400 on order": said of things that are counted, which need not have been counted before. */
export const isStrong = (text: string, q: Quantity): boolean => STRONG.test(text.slice(q.end, q.end + 24));
