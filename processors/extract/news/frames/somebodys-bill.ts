import type { Quantity } from '../quantity.ts';
import { hasHan } from '../text.ts';
import type { Amount } from './amount.ts';

const ALL_TOLD = /^ (?:in total|total|all told|altogether|combined|all[- ]in)\b/;
const ADDED_UP = /(?:\+|\bplus\b|×|\btimes\b)[^;.]*= ?~? ?$/;
const BUYER =
  /(?:^|[:,;] |\bthat |\band )(?:an?|one|each|every|the (?:average|typical)|two|three) (?:[\w-]+ ){0,3}(?:engineer|developer|programmer|team|company|start-?up|agency|workload|app|agent|chatbot|site|shop|store|household)s?\b[^,;]*\b(?:runs?|pays?|spends?|costs?|burns?|racks? up|comes? to|works? out (?:at|to)) (?:up )?(?:about |around |roughly |some |over |nearly |more than )*$/;
/** From so much on, what a month or a year costs an engineer or a team is a bill, below it may be a plan. */
const BILL = 200;

/** 对于一个月处理5亿token的创业公司，…差距可能达到, 一家日均调用20亿token的公司，月账单: of any that uses so much. */
const BILL_HAN =
  /(?:^|[。;；,，:：])(?:但|而|如果|假如)?(?:对于?|以|按|假设|比如|例如)?(?:一[个家支位名]|任一|每[个家])[^,，。;；]{0,30}\d[^,，。;；]{0,16}的[^,，。;；\d]{0,6}(?:公司|企业|团队|开发者|用户|客户|应用|工作室|商家)[^。;；]*$/;

/** "cost our team $13 per developer per active day, or about $190 a month" */
const COST_OURS =
  /\bcosts? (?:our|my|his|her|their) (?:[a-z-]+ )?(?:team|company|firm|department|developers?|engineers?|organi[sz]ation|start-?up|shop|lab|group|office)s?\b[^;.]{0,90}$/;
const A_DAY = /(?:\/ ?|\b(?:per|a|each|every) )day$/;
const USED_DAILY = /\btokens?(?: ?\/ ?| (?:a|per|each|every) )day\b/;
/** What costs so much a day is nobody's offer. */
const A_DAYS_BILL = 1000;

/** "3 billion tokens a day (about $900 a day)", "Cursor plus Claude Code = $220/month total", "an engineer using both runs about $36,000 a year": what somebody's use comes to, no price. */
export function isSomebodysBill(text: string, { q, meter }: Amount): boolean {
  if (meter !== 'month' && meter !== 'year' && meter !== 'other') return false;
  if (hasHan(text)) return BILL_HAN.test(text.slice(0, q.start));
  const told = Math.max(q.end, q.rate?.end ?? 0);
  const [before, behind] = [text.slice(0, q.start), text.slice(told)];
  if (
    meter === 'other' &&
    A_DAY.test(text.slice(q.end, told)) &&
    (USED_DAILY.test(before) || Number(q.min ?? q.max) >= A_DAYS_BILL)
  )
    return true;
  return (
    /\ball[- ]in,? (?:about |at |for |around |just )*$/.test(before) ||
    ALL_TOLD.test(behind) ||
    COST_OURS.test(before) ||
    ADDED_UP.test(before) ||
    (Number(q.min ?? q.max) >= BILL && BUYER.test(before))
  );
}

const LEAST = '(?:about |around |roughly |just |only |under |over |a |some )*$';
/** "the bill was", "the same job cost me", "my tab for the evening came to" */
const OF_A_TASK = new RegExp(
  `\\b(?:the|my|our|this|that|same|one|whole|entire) (?:[a-z]+ )?(?:bill|invoice|tab|job|task|run|session|refactor|rewrite|experiment|eval|evaluation|benchmark|test|thing|lot)\\b(?: for [\\w' -]{2,30})? (?:was|were|came (?:in )?(?:to|at)|comes (?:in )?(?:to|at)|cost(?:s|ed)?|ran to|totall?ed|ended up at)(?: (?:me|us|him|her|them))? ${LEAST}`,
);
/** "it came to", "Sonnet 5 did it for", "finished the same work at" */
const CAME_TO = new RegExp(
  `\\b(?:(?:it|that|this) (?:all )?(?:came to|added up to|set (?:me|us) back)|(?:did|does|finished|managed|handled) (?:it|that|this|the (?:same|job|task|lot|work)(?: \\w+)?) (?:for|at)) ${LEAST}`,
);

/** 你是一家电商公司的工程师，每月API费用, 我们团队每月账单: what somebody who uses models pays. */
const USER_HAN =
  /(?:^|[。;；,，:：])(?:假设|假如|如果|比如|例如|有)?(?:[你您我](?:们|是|的|在)|一[家个]|某|团队|笔者)[^。;；]*(?:月费|账单|开销|费用|花费?|成本)[^。;；]*$/;
/** The work goes to another model: 迁到本地, 路由到, 改走. */
const REROUTED = /(?:迁移?|路由|分流|改走|改用|换|切换?|转|搬|跑)[到至成去在给]|改[走用]|(?:加|开|上|用)了?缓存/;

/** "With Opus ($5 in, $25 out) the bill was $14.20; GPT did it for $11.90": what one piece of work cost, beside the prices it was worked out of. */
export const isBillOfTask = (text: string, { start, rate, unit }: Quantity): boolean => {
  if (unit !== 'money' || (rate !== null && rate.meter !== 'month')) return false;
  if (rate !== null && !hasHan(text)) return false;
  if (hasHan(text)) return USER_HAN.test(text.slice(0, start)) && REROUTED.test(text);
  const before = text.slice(Math.max(0, start - 80), start);
  return OF_A_TASK.test(before) || CAME_TO.test(before);
};
