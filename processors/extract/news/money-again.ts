import { type CueKind, findCues, SUM_CUES } from './lexicon.ts';
import type { MoneyAround } from './money-around.ts';
import type { Quantity, Unit } from './quantity.ts';
import { hasHan } from './text.ts';

/** What carries a claim of its own. */
const COUNTED: ReadonlySet<Unit> = new Set(['money', 'tokens', 'chips', 'watts']);
/** Behind a sum that needs no unit of its own. */
const BEHIND =
  /^["”]? ?(?:[.,;:)]|$|(?:in|by|at|for|on|and|or|this|last|next|from|to|during|after|over|as|when|while|but|with|than|before|according|altogether|against|annuali[sz]ed|a (?:year|quarter|month)|respectively)\b)/;
const BEHIND_HAN =
  /^ ?(?:[,，。;；、)）—…(]|$|左右|上下|[以之]上|之间|[多少高低增减](?:出|了|于|加|长)|(?:[飙升涨增跃攀翻降跌减窜冲]|攀升|飙升|跃升|提高|提升|扩大|增长|猛增|激增|缩水|收窄)[到至]|翻[倍番了]|的?[两二三四五]倍|区间|规模|大关|关口|出头|多?(?=[,，。;；]|$)|(?:和|与|及|以及|至|到|或) ?(?=\d)|的?(?:资本|营收|收入|净?利润|亏损|投入|投资|支出|开支|预算|计划|目标|指引|预期|大?订单|合同|市场))/;
/** What else may have been counted on the way. */
const OTHERS =
  /\b(?:users?|customers|subscribers|people(?! (?:familiar|close|briefed|with (?:direct )?knowledge|who know))|developers|parameters|downloads|queries|calls|requests|tokens?|chips?|gpus?|shares?|times|devices|units|images|visits|hours|active)\b|用户|客户|开发者|粉丝|[日周月]活|活跃|席位|会员|人次|参数|下载|调用|[Tt]oken|词元|芯片|[张颗枚块]卡|股|台|次|家|个(?!月|季)/;
/** "In 2025 it was 7.4 billion.": of the sum that the sentence before tells. */
const TAKEN_UP =
  /(?:^|, )(?:(?:but|and|now|today|then) )?(?:in|for|by|during|at|this|last|next)?[^,;]{0,24}\b(?:it|that|this|the (?:figure|number|total|sum|market|amount)) (?:was|is|had been|will be|should be|came to|comes to|reached|hit|stood at|could be|would be) (?:about |around |nearly |over |more than |only |just |some )*$/;

/** 到了2026年,这个数字升到了4200亿 */
const TAKEN_UP_HAN =
  /(?:^|[,，] ?)(?:而|但|其中)?(?:[这该此]一?个?(?:数字|规模|金额|数额|数据|指标|费用|投入|支出|开支|收入)|前者|后者|它|其)[^,，。;；\d]{0,12}$/;

/** "Infrastructure brought in 91.5 billion": of what the sentence before tells the whole of. */
const PART_BRINGS =
  /^(?:of (?:that|this|it|which),? )?(?:the )?(?:[\w&/-]+ ){1,5}(?:brought in|made up|accounted for|contributed|generated|was worth|were worth) (?:about |some |nearly |over )?$/;
/** "In the spring it was expecting 83 billion." */
const EXPECTED =
  /(?:^|, )[^,;]{0,24}\b(?:it|they|the (?:firm|house|group|bank|company)|analysts) (?:(?:was|were|had been|had|is|are) )?(?:still )?(?:expecting|forecasting|predicting|projecting|forecast|expected|predicted|projected|looking for) (?:only |just |about |some )*$/;

const SUMS: ReadonlySet<CueKind> = new Set(SUM_CUES);
/** 数十亿: how many noughts. */
const VAGUE = /^[数几上]/;
/** So far before a sum stands the word for it. */
const NEAR = 24;

/** 市场规模约为, 全年营收预计在: the word nearest before a number, in its clause, where it is one for sums; else null. */
function calledSum(lead: string): CueKind | null {
  const near = /[^,，。;；]*$/.exec(lead.slice(-NEAR))?.[0] ?? '';
  if (PUTS_IN.test(near)) return 'investment';
  // ARR目标破500亿: what is aimed at is what the word before calls it.
  const cue = findCues(near).findLast(({ start, end }) => near.slice(start, end) !== '目标');
  return cue !== undefined &&
    SUMS.has(cue.kind) &&
    !OTHERS.test(near.slice(cue.end)) &&
    !/\d ?[^\d年月日季qh]*$/.test(near.slice(cue.end))
    ? cue.kind
    : null;
}
/** 微软投50亿，英伟达投100亿: what is done with money alone. */
const PUTS_IN = /(?:[^开中主\d]投|砸|掏|豪掷|斥资)了?(?:大?约|近|超过?|逾)*$/;
/** What a house reports. */
const REPORTED: ReadonlySet<CueKind> = new Set(['revenue', 'net_income', 'operating_profit', 'capex', 'commerce']);

/** So small a number may count anything in English. */
const SMALLEST = 10_000_000;
/** Between an English word for a sum and a number: what it does, no noun that is counted. */
const COMES_TO =
  /^(?:,?(?: (?!of\b)[a-z'’-]+){0,5},)?(?: [a-z'’-]+){0,4} (?:was|were|is|are|be|been|reach(?:ed|es)?|hitting|reaching|topping|passing|crossing|came to|comes to|come to|came in at|fell to|rose to|grew to|climbed to|dropped to|slipped to|jumped to|hit|stood at|at|of|to|between|from|totall?ed)(?: (?:about|around|nearly|over|more than|only|just|some|roughly|almost|up to|between|at least|under))* $/;
/** "Capital spending came to 370 million", "free cash flow should reach 8 billion": what an English sentence calls a sum. */
function isSumInEnglish(lead: string): boolean {
  const near = /[^.;\d]*$/.exec(lead.slice(-80))?.[0] ?? '';
  const cue = findCues(near).findLast(({ kind }) => SUMS.has(kind) && kind !== 'market');
  return (
    cue !== undefined &&
    COMES_TO.test(near.slice(cue.end)) &&
    !OTHERS.test(near.slice(0, cue.end).replace(/^.*,/, '') + near.slice(cue.end))
  );
}

/** The currency a bare large number is counted in, that of the sum before it: "20 billion yuan in 2025 and 35 billion in 2026". Null where it is no sum. */
export function moneyAgain(
  text: string,
  quantities: readonly Quantity[],
  i: number,
  around: MoneyAround,
): string | null {
  const q = quantities[i];
  if (!q?.large || q.unit !== 'number' || Number(q.min ?? q.max) < 1_000_000) return null;
  if (!(hasHan(text) ? BEHIND_HAN : BEHIND).test(text.slice(q.end))) return null;
  // 预计全年营收60亿至70亿，上年为11.7亿元: what the words before it call a sum is in the money told nearest.
  const called = hasHan(text) && !VAGUE.test(text.slice(q.start, q.end)) ? calledSum(text.slice(0, q.start)) : null;
  if (called !== null) {
    const isMoney = (other: Quantity): boolean => other.unit === 'money';
    return (
      (quantities.slice(0, i).findLast(isMoney) ?? quantities.slice(i).find(isMoney))?.currency ??
      around.above() ??
      around.sole() ??
      (REPORTED.has(called) ? around.home() : null)
    );
  }
  const at = quantities.findLastIndex((other, k) => k < i && (COUNTED.has(other.unit) || other.large));
  const before = quantities[at];
  if (before) {
    if (OTHERS.test(text.slice(before.end, q.start))) return null;
    return before.unit === 'number' ? moneyAgain(text, quantities, at, around) : before.currency;
  }
  const lead = text.slice(0, q.start);
  if (!hasHan(text) && Number(q.min ?? q.max) >= SMALLEST && isSumInEnglish(lead)) return around.above();
  const goesOn = hasHan(text)
    ? TAKEN_UP_HAN.test(lead)
    : TAKEN_UP.test(lead) || PART_BRINGS.test(lead) || EXPECTED.test(lead);
  if (!goesOn) return null;
  return OTHERS.test(text.replace(/[这该此][一个]{1,2}/g, '')) ? null : around.above();
}
