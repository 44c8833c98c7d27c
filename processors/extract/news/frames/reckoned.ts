import type { Article } from '../analysis.ts';
import { lastAsked } from '../last-asked.ts';
import type { Quantity } from '../quantity.ts';
import type { Reading } from '../reading.ts';
import { hasHan } from '../text.ts';
import type { Amount } from './amount.ts';

/** "Cursor plus Claude Code = $220/month total", "$45 a month combined": of several things together. */
const TOGETHER =
  /^(?: ?\/ ?[a-z]+| (?:a|per) [a-z]+)? ?(?:in )?(?:total|combined|altogether|all told|all[- ]in|between them)\b/;
/** "and that is $17,222 for thirty days" */
const FOR_SO_LONG =
  /^ (?:for|over) (?:the |a |an )?(?:\d+|one|two|three|four|five|six|ten|twelve|thirty|full|whole|entire)[ -](?:days?|weeks?|months?|years?)\b/;
/** "$5.6 million at $2 an hour": what a sum was worked out with. */
const WORKED_WITH =
  /\d ?(?:k|m|bn|thousand|million|billion)?,? at (?:an? (?:assumed |average |market |rental )?(?:rate|price) of )?(?:about |roughly |around |just )?$/;
const SUM_OF_MONEY = /[$€£¥]\d[\d.,]* ?(?:k|m|bn|thousand|million|billion),? at [^,;]*$/;
/** "62% would pay $20 a month", 62%的人愿意每月付20元: what people say in a poll. */
const POLLED =
  /\d ?(?:%|percent|per cent)(?: of [^,;.]{2,40})? (?:would|(?:said|say|says|are|were) (?:[a-z]+ ){0,3}?(?:would|willing|ready|happy|prepared)(?: to)?) [^;.]*$/;
const POLLED_HAN = /\d ?%[^。;；]{0,30}(?:愿意|乐意|只肯|最多能接受)[^。;；]{0,16}$/;
/** 折算下来每个有效卡时要44元, 跑满三十天约11.2万元 */
const WORKED_OUT_HAN =
  /(?:折算下来|算下来)[^,，。;；]{0,6}(?:有效|实际|真正)[^,，。;；]{0,12}$|(?:平摊|摊[到下]|分摊|跑满|用满|满打满算)[^,，。;；]{0,16}$|(?:来算|计算)[,，][^。;；\d]{0,10}(?:要|得|会|大概|约|就)花[^,，。;；\d]{0,4}$/;

/** "We saved $22,000 a month", "my bill", 月账单: a text that tells what somebody spent. */
const ACCOUNT =
  /\b(?:we|i) (?:have |had |only |just )*(?:saved|spent|burned|paid)\b [^.;]{0,24}[$€£¥]\d|\b(?:our|my) (?:[\w-]+ ){0,3}(?:bills?|invoices?)\b|(?:每月|一个月|一年)(?:能|可|能够)?省下?[^,，。;；]{0,6}\d|(?:我们|自家|我)的?[^,，。;；]{0,8}账单|月账单/;
const isAccount = lastAsked((article: Article): boolean => ACCOUNT.test(article.folded));

/** "For a workload of 10M input a day that's $100": a bill, and no price. */
const FOR_A_LOAD =
  /\b(?:for|at|with|on|assuming) (?:an? |the |our |your |this |that )?(?:[\w-]+ ){0,2}(?:workload|usage|traffic|volume|mix|load) (?:of|like|with) [^;]*\b(?:that(?:'s| is)|it(?:'s| is)|costs?|comes? to|works? out|you(?:'d| would)? pay|is|=)\b[^;]*$/;
/** "run it 24x7 and it's $5,095 a month": an hour's price, for all hours. */
const ALL_HOURS =
  /\b24 ?[×x*/] ?7\b|\baround[ -]the[ -]clock\b|\bnon-?stop\b|\b(?:7[0-4]\d|8,?7\d\d) hours\b|\b(?:left|leave it|leaving it|keep it|run(?:ning)? it|kept) (?:on|running|up|all)\b|\b(?:all (?:month|year)|never (?:turn|shut|switch))\b/;
const WORKED_OUT =
  /(?:\b(?:about|works? out (?:to|at)|com(?:es?|ing) (?:out )?(?:to|at)|equals|equates to|that(?:'s| is)|this is|it's|i\.e\.,?)(?: about| just| some)?|[~≈=(]) ?$/;
/** A month or a year that costs all the hours it has is worked out of one. */
function isOfAllHours({ text, quantities }: Reading, { q, meter }: Amount): boolean {
  if (meter !== 'month' && meter !== 'year') return false;
  if (ALL_HOURS.test(text)) return true;
  if (!WORKED_OUT.test(text.slice(0, q.start))) return false;
  const [least, most] = meter === 'month' ? [700, 750] : [8400, 8800];
  return quantities.some((hour) => {
    const times = Number(q.min ?? q.max) / Number(hour.min ?? hour.max);
    return hour.end <= q.start && hour.currency === q.currency && times > least && times < most;
  });
}

/** True where an amount is worked out of prices, added up, spent or only polled for: nobody asks it. */
export function isReckoned(article: Article, reading: Reading, amount: Amount): boolean {
  const { text } = reading;
  const { q, own, meter } = amount;
  const lead = text.slice(0, q.start);
  if (hasHan(lead))
    return (
      (lead.includes('%') && POLLED_HAN.test(lead)) ||
      WORKED_OUT_HAN.test(lead) ||
      (!own && q.rate === null && isAccount(article) && (SPENT_ON.has(meter) || lead.includes('账单')))
    );
  const behind = text.slice(q.end);
  return (
    TOGETHER.test(behind) ||
    FOR_A_LOAD.test(lead) ||
    isOfAllHours(reading, amount) ||
    (WORKED_WITH.test(lead) && SUM_OF_MONEY.test(lead)) ||
    (lead.includes('would') && POLLED.test(lead)) ||
    (!own && q.rate === null && (FOR_SO_LONG.test(behind) || (SPENT_ON.has(meter) && isAccount(article))))
  );
}
/** What a bill is told by. */
const SPENT_ON: ReadonlySet<Amount['meter']> = new Set(['month', 'year', 'instance_hour', 'gpu_hour']);

/** "cut our inference costs by 87%", "my bill fell by half", "its cost per token has halved": what whoever writes or sells pays, not what is asked. */
const OUR_COSTS =
  /\b(?:its|their) (?:[\w-]+ ){0,3}?(?:unit costs?|costs? (?:per|of (?:a|each|every|one|serving|running|making|generating|producing|processing)))\b|\bcosts? (?:per|of an?|of each|of every) (?:\w+ )?token (?:to|for) (?:it|them|the \w+|[a-z]+)\b|\bwhat (?:an?|each|every) (?:\w+ )?token costs (?:it|them|the \w+|[a-z]+) to\b|\b(?:our|my) (?:[\w-]+ ){0,3}(?:costs?|bills?|invoices?|spend(?:ing)?|expenses)\b|\b(?:its|their|his|her) (?:[\w-]+ ){0,3}?spend(?:ing)?\b|\boperat(?:ing|ional) (?:costs?|expenses?)\b|(?:我们|自家|公司)的?[^,，。;；\d]{0,8}(?:成本|账单|开销|花费)/;
export const isOwnCost = (text: string, start: number, { start: at, end }: Quantity): boolean =>
  OUR_COSTS.test(text.slice(start, at)) || OUR_COSTS_BEHIND.test(text.slice(end, end + 50));
/** "took 40% off our", "halved its cloud spend" */
const OUR_COSTS_BEHIND =
  /^[^,;.]{0,12}\b(?:off|from) (?:our|my)\b|^ (?:its|their|his|her|our|my) (?:[\w-]+ ){0,3}?(?:bills?|invoices?|spend(?:ing)?)\b/;
