import type { Article } from '../analysis.ts';
import { clauseAt } from '../context.ts';
import type { Draft } from '../draft.ts';
import type { Quantity } from '../quantity.ts';
import type { Reading } from '../reading.ts';
import { endsRightAbove } from '../thread.ts';

/** A difference, not a level: "$15.7 billion above the third quarter", 增加了 20 亿元. */
const DELTA_BEFORE =
  /(?:an (?:increase|rise|addition|extra) of|plus or minus|plus-or-minus|give or take|±|an extra|(?<!\b(?:backed|supported|underpinned|led|funded|followed|driven|accompanied|fuel?led|boosted|secured) )by (?:about |over |nearly )?|增加了?|增长了?|减少了?|(?:[垫抬]高|上[调修]|下[调修]|调[高低]|提高|压低)了(?:约|近|逾|超过?)*|(?:(?<![环同])比|较|则|各)[^,，。;；\d]{0,8}(?:[垫抬]高|[多少][花投赚亏]?|高|低)(?:约|近|逾|超过?)*|[高多]出(?:了|约|近|逾|超过?)*|浮动(?:约|不超过|区间)*|(?<!消费|计算)处理了?(?:约|近|逾|超过?)*|正负|[多少](?:花|投|赚|亏|掉)?了(?:约|近|逾|超过?)*|(?:影响|拖累|拉低|侵蚀|吃掉|抵消)[^,，。;；\d]{0,8}|增量|净增|\b(?:jump|rise|increase|gain|leap|addition|step up)(?: (?:ever|yet|on record|so far|in \w+))?,? (?:at|of) (?:about |some |nearly )?|(?<!\b(?:put|puts|putting|made|makes?|making|ends?|ended|adds?|added) )\b(?:up|down) (?:over |about |nearly |roughly |more than |some |another )?|\b(?:adds|adding) (?:over |about |nearly |roughly |more than |some |another )?) ?$|(?:增|减)(?:加|长|少)?(?:了|约|近|逾|超过?)+$/;
const DELTA_AFTER =
  /^的?[^,，。;；\d]{0,8}(?:差异|差额|差距|缺口|落差|减值|商誉|摊销|客户|用户)|^ off (?:its|the|their|that|quarterly|annual|net|operating|pre-?tax|reported|[a-z.-]+'s) |^ (?:more )?(?:added|of additions?) (?:in|during|over|since)\b|^ (?:more )?to (?:its|their|the) (?:[\w-]+ )?(?:backlog|order book|orders|revenues?|sales|capex|budget|bill)\b|^(?:,? or [\d.]+ ?(?:%|percent|per cent),?)? ?(?:(?:higher|lower) than\b|(?:more|less) than (?:was|were|had been|is|are) |(?:above|more than|less than|below|over) (?:(?<!over )the|the(?! (?:past|last|next|coming|following|course|life|term|same|period|whole|full|entire|quarter|half|year(?!-)|two|three|four|five|six|ten|twelve)\b)|a year|last|its|that|what|it|they|previously|planned|analysts|expected|consensus|expectations|estimates|forecasts|guidance|wall street)\b)|^ (?:short|ahead|shy) of (?:the |its |analysts?['’]? |wall street['’]?s? )?(?:consensus|expectations?|estimates?|forecasts?|guidance|target|plan|street)\b|^ ?(?:more|less) than (?:in|during) (?:the|a) |^ (?:more|less|higher|lower) at (?:both|either|each|the) (?:ends?|top|bottom|low|high)\b|^ (?:(?:sequential|quarterly|annual|yearly|monthly|year-over-year|year-on-year|quarter-over-quarter|further|net) )*(?:jump|increase|rise|gain|leap|drop|decline|decrease|improvement|step-up) ?(?=[.,;)—–-]| (?:from|over|on|versus|compared|sequentially|in (?:a|one|the|just))\b|$)/;

/** 放弃了一笔70亿美元的芯片收购: nothing comes of it. */
const GIVEN_UP = /(?:放弃|搁置|叫停|否决|拒绝|回绝|谈崩)了?[^,，。;；\d]{0,10}$/;
const WHAT = /^的?[^,，。;；\d]{0,8}(?:收购|并购|交易|报价|要约|计划|方案|协议|合同|订单|投资)/;

/** "Beyond the $30 billion, it may contract for more": the sum told before. */
const BEYOND = /\b(?:beyond|besides|apart from|on top of|in addition to) (?:the|that|this|those) $/;

/** "raised its commitment to CoreWeave by $21 billion": another deal. */
const DEAL_GROWS =
  /\b(?:rais|expand|increas|extend|enlarg|upsiz|grow|widen|lift)(?:e[sd]?|ed|ing|s)? (?:its|their|the|an?) (?:[\w-]+ ){0,3}(?:commitment|contract|deal|agreement|pact|order)s? (?:to|with|at|for) [^;.$€£]{2,40} by (?:about |another |a further |up to |over )*$|\b(?:rais|expand|increas|extend)(?:e[sd]?|ed|ing|s)? (?:its|their|the|an?) (?:[\w-]+ ){0,3}(?:commitment|contract|deal|agreement|pact|order)s? by (?:about |another |a further |up to |over )*$/;

/** "on top of the $8 billion it had already invested": told here for the first time. */
const PUT_BEFORE =
  /^ (?:(?:that )?(?:it|they|[a-z]+) (?:had|has|have) )?(?:already |previously |earlier )*(?:invested|put in|poured|committed|spent|pledged)\b/;

/** "This $100 billion is not spent at once": the sum told before, whoever the sentence names. */
const isToldAgain = (lead: string, q: Quantity, { kind, unit, min, max }: Draft): boolean =>
  kind === 'financial' &&
  unit === q.currency &&
  min === q.min &&
  max === q.max &&
  /\b(?:this|that|the(?: same| full| entire| whole)?) $/.test(lead);

/** 净利556亿元…相当于每天赚进25亿: the same again, reckoned by the day. */
const BY_THE_DAY =
  /(?:(?:相当于|等于|折合)(?:平均|每(?:一)?[天日]|日均|每(?:小时|分钟|秒))?|(?:平均|约)?(?:每(?:一)?[天日]|日|每(?:小时|分钟|秒钟?))净?(?:赚|入账|进账|盈利))[^,，。;；\d]{0,8}$/;

/** 但407亿美元中，大部分投向了: a sum told before, of which a part is told. */
const WHOLE_OF =
  /^(?:当?中|里|之中|里面)[,，]?(?:约?有|大部分|大头|多数|绝大|[\d一二三四五六七八九]+成|超过?一?半|近半|一半|不到|只有)/;
const OPENS = /(?:^|[,，。;；:：] ?)(?:但|而|不过|这|那|在|上述|该)*$/;

const MARK = /^(?:关口|大关|门槛| (?:mark|threshold|barrier|milestone)\b)/;
/** 跨过千亿美元门槛，达到1026亿美元 */
const HAS_COME_TO =
  /^(?:关口|大关|门槛)[,，](?:达到?|至|升至|增至|来到|为|录得)了?约?$|^ (?:mark|threshold|barrier|milestone)\b[^;$€£¥]{0,40}(?::|,? (?:to reach|to hit|reaching|hitting|at)) ?$/;

/** The sum is no level of anything: a difference, a sum told before, a mark that was passed on the way to a figure. */
export function isNoLevel(article: Article, reading: Reading, q: Quantity, previous: Draft | null): boolean {
  const { text } = reading;
  const right = text.slice(Math.max(0, q.start - 24), q.start);
  return (
    (DELTA_BEFORE.test(text.slice(Math.max(clauseAt(reading, q.start)[0], q.start - 24), q.start)) &&
      !DEAL_GROWS.test(text.slice(Math.max(0, q.start - 90), q.start))) ||
    DELTA_AFTER.test(text.slice(q.end, q.end + 40)) ||
    (BEYOND.test(right) && !PUT_BEFORE.test(text.slice(q.end))) ||
    (GIVEN_UP.test(right) && WHAT.test(text.slice(q.end, q.end + 14))) ||
    isAdded(reading, q) ||
    (WHOLE_OF.test(text.slice(q.end, q.end + 12)) && OPENS.test(right)) ||
    (previous !== null && isToldAgain(right, q, previous)) ||
    (BY_THE_DAY.test(right) && reading.quantities.some((other) => other.unit === 'money' && other.end <= q.start)) ||
    (MARK.test(text.slice(q.end)) && (hasComeTo(reading, q) || allPassed(article, reading, q, previous)))
  );
}

/** "backlog $514B (+~$50B QoQ)", 1.2万亿元（+2000亿）: by how much it grew. */
const isAdded = ({ text, quantities }: Reading, q: Quantity): boolean =>
  quantities.some(
    (sum) =>
      sum.unit === 'money' && sum.end <= q.start && /^ ?[(（,，;] ?[+＋] ?[~≈约]?$/.test(text.slice(sum.end, q.start)),
  );

/** 达10126亿元，首次突破万亿元关口: the mark passed is no second figure. */
const hasComeTo = (reading: Reading, mark: Quantity): boolean =>
  reading.quantities.some(
    (other) => other.unit === 'money' && (other.end <= mark.start || comesBehind(reading, mark, other)),
  );

/** The figure that passed a mark stands behind it. */
export const comesBehind = (reading: Reading, mark: Quantity, sum: Quantity): boolean =>
  HAS_COME_TO.test(reading.text.slice(mark.end, sum.start));

/** 四家的开支都已列出。四家均首次突破千亿大关。 */
const allPassed = (article: Article, reading: Reading, mark: Quantity, previous: Draft | null): boolean =>
  previous?.kind === 'financial' &&
  previous.quoteEnd <= reading.start + 1 &&
  endsRightAbove(article, reading, previous.quoteEnd, 2) &&
  /均|都|双双|皆/.test(reading.text.slice(0, mark.start));
