import { clauseAt } from '../context.ts';
import type { Draft } from '../draft.ts';
import { isActor } from '../entities.ts';
import type { Quantity } from '../quantity.ts';
import type { Reading } from '../reading.ts';
import { isOfOneUnit } from './of-the-kind.ts';
import { businessBehind } from './sum-object.ts';

/** "also loaned the company $700 million": lent or borrowed, neither earned nor spent. */
const LENT =
  /\b(?:loan(?:s|ed|ing)|len[dt]s?|lending)(?: (?:(?!(?:for|to|on|at|by|with|that|and)\b)[\w.&'’-]+)){0,3} (?:about |another |a further |up to |some |over |more than |nearly )*$/;
/** "which would value it at $700 billion": no sum anybody pays. */
const VALUES_AT =
  /\bvalu(?:ed?|es|ing) (?:it|them|the [\w-]+) at (?:about |around |nearly |over |more than |some |up to )*$/;
/** "would be a $50 billion business if it were sold" */
const WOULD_BE =
  /\bwould (?:be|have been|come to|amount to|make|run at|bring(?: in)?|earn) (?:an? |about |some |over |more than |nearly )*$/;
const RECKONED =
  /(?:^|[\s,(])(?:if (?:we|you|one|i) (?:assume|suppose|take|say)|(?:subtract|deduct)ing (?:the|this|that|these|those|it|one|capex|capital|cash)\b|napkin|back-of-(?:the-)?(?:envelope|napkin)|let's (?:assume|say))\b/;
/** "If Corvane spends $2 billion by itself, the others may well": what follows from a figure told elsewhere. */
const SUPPOSED = /^(?:and |but |so |even )?if (?!approved|completed|all goes|successful)[^,;:]*$/;
const UNTOLD =
  /\b(?:(?:does|did|do|has|have|would|could) ?(?:not|n't)|declined to|refused to|without) (?:yet )?(?:provid\w*|giv\w*|disclos\w*|offer\w*|break out|specif\w*|elaborat\w*|explain\w*|itemi[sz]\w*|say how)\b[^,;]{0,60}\bthe $/;
/** "Data centres are projected to require $6.7 trillion": a need, nobody's spending. */
const REQUIRED =
  /\b(?:require|need|demand|call for|necessitate)s? (?:about |over |some |more than |up to |an estimated |another |roughly |at least )*$/;
/** "$6.7 trillion worldwide in capital expenditures": foreseen of all, whoever needs it. */
const IN_CAPEX =
  /^ (?:worldwide |globally |overall )?(?:in|of) (?:capex|capital (?:expenditures?|spending|investments?|outlays?))\b/;
const TAKEN_TO =
  /, (?:taking|bringing|lifting|pushing|raising) (?:its|the|their|that) (?:total|cumulative|overall|combined|whole|investment|commitment|pledge|stake|bet)(?: [\w-]+){0,5} to (?:about |around |over |more than |nearly )?$/;
const RAISES_SUM =
  /\b(?:the|that|this|a) (?:sum|total|figure|value|amount|price)(?: (?:that|which))? (?:could|may|might|can|will|would|is to|is set to) (?:still |yet |later |eventually )?(?:reach|hit|(?:rise|grow|climb|go up|swell|increase) to) (?:about |around |as much as |up to |more than |over |nearly )*$|\b(?:rais|lift|increas|expand|push|tak|bring|grow)(?:e[sd]?|s|ed|ing)? (?:the|that|this) (?:sum|total|figure|value|amount)(?: of [\w ]{3,24})? to (?:about |as much as |up to |more than )?$/;
const COUNTER_GOES_ON =
  /^(?:[^,;]{3,20} )?it (?:was|is|had been) (?:still )?(?:expecting|forecasting|predicting|projecting|looking for)\b|^(?:(?:for|in|by|over) [^,;$€£¥]{3,30}?,? )?(?:the|its) (?:research |market |consulting |advisory )?(?:firm|house|group|company|researchers?|analysts?|tracker|report) (?:now |also |still |then )?(?:sees?|expects?|forecasts?|predicts?|projects?|puts?|estimates?|reckons?)\b|^(?:(?:and|in|six|three|a|for|by) [^,;$€£¥]{2,20},? )?its (?:[a-z]+ )?(?:projection|forecast|estimate|count|call|prediction) for 20\d\d\b/;
const COUNTS_ON =
  /^ (?:now |also |still |then )?(?:projects?|expects?|forecasts?|sees?|predicts?|estimates?|reckons?|looks for|counts on|pencils in) (?:about |around |some |a total of |as much as |over |nearly )*[$€£¥\d]/;
const OF_TOTAL =
  /(?:^|\d(?: (?:m|b|tr)illion)?) of (?:the )?(?:20\d\d(?:'s)?|that|this|whole|overall|annual|year's)? ?(?:total|sum|pie|pool|whole|spend(?:ing)?)\b/;
/** "In 2025 the bill was $91 billion.": of what was just told. */
const THE_BILL =
  /^(?:[^,;]{3,30},? )?(?:the|that|this|its) (?:bill|tab|outlay|figure|number|total|sum|amount|comparable figure) (?:was|is|came to|had been|stood at|will be|would be|reached) (?:about |around |nearly |over |just |only |some )*$/;
/** "$3 billion of that came from", "of which $90 million was": a part of the sum before. */
const isPart = (text: string, q: Quantity, together: boolean): boolean =>
  /^ of (?:that|this|it|which|the total)\b (?:came|comes|was|is|went|goes|will|has)\b/.test(text.slice(q.end)) ||
  (together && /^ of (?:that|this|it|which) (?:for|on|in|to|towards?)\b/.test(text.slice(q.end))) ||
  // "$9.8 billion, of which Microsoft is $7.1 billion": whose custom a part of it is.
  (together && OF_CUSTOMER.test(text.slice(0, q.start))) ||
  (together &&
    /\bof (?:which|that),? (?:(?:[^;.]|\.\d){0,80} and )?(?:about |some |roughly |nearly |over |more than |just )*$/.test(
      text.slice(0, q.start),
    ));
const OF_CUSTOMER =
  /\b(?:backlog|obligations|rpo|revenue|sales|orders|contracts)\b[^;]{0,60}\bof (?:which|that),? (?:the )?[\w.& -]{2,24} (?:is|was|are|accounts? for|makes? up|represents?) (?:about |roughly |some )*$/;
/** "Another $7.9 billion will follow" */
const FURTHER = /^(?:and |then )?(?:another|an? (?:further|additional|extra)) (?:about |some |up to |nearly )?$/;
const FOLLOWS =
  /^ (?:(?:will|is to|are to|should|would|may|is expected to) )?(?:follows?|come|be added|be spent|be invested)\b/;
const OF_THAT = /^(?:some |about |roughly )?of (?:that|this|it|the total|these),? (?!year|month|week|quarter)/;

/** "$1.1 billion or so in the bank", "2.6 billion yuan in cash", "a cash pile of": what a house has, not what it makes or spends. */
const HAS_BEHIND =
  /^(?: or so| or more)? (?:(?:left|sitting|still) )?(?:in (?:the bank|(?:net )?cash\b(?! flow)|hand\b|reserves?\b|its (?:coffers|war chest))|of (?:net )?cash\b(?! flow)|(?:net )?cash (?:and|on|in|pile|balance|position|reserves?|hoard|cushion)\b|war chest)/;
/** "operations threw off 911 million yuan of cash": what came in, not what lies there. */
const OPERATIONS_GAVE =
  /\boperat(?:ions|ing activities)\b[^;.]{0,24}\b(?:threw off|throws? off|generate[sd]?|brought in|brings? in|produce[sd]?|provide[sd]?|yield(?:s|ed)?|burn(?:s|ed|t)?|consume[sd]?|swallow(?:s|ed)?) (?:about |around |some |over |nearly |roughly |more than )*$/;
const HAS_BEFORE =
  /\bow(?:es|ed|ing) (?:about |some |over |nearly |roughly |more than |around )*$|\b(?:cash|cash (?:pile|balance|position|reserves?|hoard)|war chest|cash and (?:[\w-]+ ){1,4}) (?:of|was|were|stood at|stands at|totall?ed|came to|amounted to|at) (?:about |some |over |nearly |roughly |more than |around )*$/;

/** "lost $315 billion in market value", "added $170 billion to its market cap": what the shares come to. */
const VALUE_BEHIND =
  /^ (?:(?:in|of|off|from|to|worth of) )?(?:(?:its|their|the|paper|stock|shareholder|combined) ){0,2}(?:market (?:value|cap(?:itali[sz]ation)?)|shareholder value|paper (?:wealth|gains?|losses))\b/;

/** 有媒体称…将达1600亿元，公司回应称消息不实; "denied reports that it would spend $5 billion" */
const DENIED_AT_ONCE =
  /(?:不实|不属实|假消息|谣言|辟谣)|(?:予以|已|对此|随后)否认|\bden(?:y|ies|ied) (?:a |the |that )?(?:[\w-]+ ){0,3}(?:reports?|rumou?rs?|plans?|claims?|it|he|she|they)\b|\b(?:reports?|rumou?rs?|figure|number) (?:is|was|were|are) (?:false|untrue|wrong|made up)\b/;
/** 指引再提高150亿美元，至约500亿美元: how far a sum moved, and where to. */
const MOVED_BY = /(?:[上下]调|[提调][高低升]|追加|增加)了?(?:约|近|逾|超)? ?$/;
const ARRIVES = /^ ?[,，]? ?(?:增?[至到]|达到?|升至)(?:约|近|逾|超)? ?[\d$¥]/;
/** 否认“2026年采购200亿元芯片”的传闻 */
const DENIES = /(?:否认|驳斥|澄清)[^。;；]{0,40}$/;
const RUMOUR = /^[^。;；]{0,30}(?:传闻|传言|说法|报道|消息|一事|计划|打算)/;
/** 不能因6.5亿美元而推导: named only to say what does not follow. */
const NO_PROOF =
  /(?:不能|不应|不可|无法|难以|不宜|不足以|并不能)(?:仅|只|单)?[因凭由用以拿从]了?(?:这|那|此)?(?:笔|个)?(?:约|近)? ?$/;
/** 获得近3000万美元净买入: what traders of a share did. */
const SHARES_BOUGHT = /^的? ?(?:资金)?净(?:买入|卖出|申购|赎回|增持|减持)/;

/** "did without $8 billion of sales", "missed out on": what did not come in. */
const FORGONE =
  /\b(?:(?:did|do|does|doing|go|goes|going|gone|went) without|(?:miss|los)(?:e|es|ed|ing|t|ses)? out on|forgo(?:es|ne|ing)?|forwent|pass(?:ed|es|ing)? up) (?:about |some |nearly |roughly |up to |as much as |more than |an? (?:estimated |expected )?)*$/;

/** A sum that is reckoned, needed or only spoken of: nobody's figure. */
export const tellsNothing = (reading: Reading, q: Quantity): boolean => {
  const lead = reading.text.slice(0, q.start);
  return (
    DENIED_AT_ONCE.test(reading.text) ||
    NO_PROOF.test(lead) ||
    (DENIES.test(lead) && RUMOUR.test(reading.text.slice(q.end))) ||
    (ARRIVES.test(reading.text.slice(q.end)) && MOVED_BY.test(lead)) ||
    SHARES_BOUGHT.test(reading.text.slice(q.end)) ||
    // "It also sold $900 million of convertible notes": borrowed, not earned.
    FORGONE.test(lead) ||
    (PAPERS.test(reading.text.slice(q.end)) && ISSUED.test(lead)) ||
    LENT.test(lead) ||
    VALUES_AT.test(lead) ||
    (WOULD_BE.test(lead) && /\bif\b/.test(reading.text.slice(q.end, q.end + 80))) ||
    RECKONED.test(lead) ||
    SUPPOSED.test(lead) ||
    (HAS_BEHIND.test(reading.text.slice(q.end)) && !OPERATIONS_GAVE.test(lead)) ||
    HAS_BEFORE.test(lead) ||
    isOfOneUnit(reading.text, q) ||
    VALUE_BEHIND.test(reading.text.slice(q.end)) ||
    DEBT.test(reading.text.slice(q.end)) ||
    SETTLED.test(reading.text.slice(q.end)) ||
    DIFFERENCE.test(lead) ||
    ADDED_UP.test(lead) ||
    PERCENTILE.test(lead) ||
    COST_LABEL.test(lead) ||
    GOES_OUT.test(lead) ||
    STATE_PAYS.test(lead) ||
    (REQUIRED.test(lead) && !reading.entities.some(isActor) && !IN_CAPEX.test(reading.text.slice(q.end))) ||
    isPassedMark(reading, q) ||
    SIZED_BY.test(lead) ||
    isOrderOfSize(reading.text, q) ||
    isTakenOff(lead, reading.text.slice(q.end)) ||
    isLeastOfEach(lead, reading.text.slice(q.end)) ||
    buysHouse(reading, q) ||
    (COSTS.test(lead) && !reading.entities.some((e) => isActor(e) && e.end <= q.start)) ||
    UNTOLD.test(reading.text.slice(clauseAt(reading, q.start)[0], q.start))
  );
};

/** "at a valuation of $380 billion, up from $183 billion": what a sum that tells nothing was before tells nothing either. */
export function measuredByNothing({ text, start, quantities }: Reading, q: Quantity, previous: Draft | null): boolean {
  const before = quantities[quantities.indexOf(q) - 1];
  return (
    before?.unit === 'money' &&
    before.large &&
    MEASURED.test(text.slice(before.end, q.start)) &&
    !(previous !== null && (previous.valueEnd ?? 0) > start)
  );
}
const MEASURED =
  /^(?: (?:on|in|last|this) [\w ]{3,24})?,? (?:up|down) from (?:about |around |just |nearly |only |the )*$|^,? (?:against|versus|compared (?:with|to)) (?:about |just |the )*$|^,? (?:below|above|under|over|short of|ahead of) (?:an? |its |the )(?:own |internal |earlier )?$/;

/** "after $267 million of interest", "including a $16 billion charge": what was taken off, or put on top, before a sum came about. */
const isTakenOff = (lead: string, behind: string): boolean =>
  TAKEN_OFF.test(lead) &&
  /^ (?:(?:of|in|for|on) )?(?:[\w-]+ ){0,3}?(?:interest|charges?|costs?|tax(?:es)?|write-?(?:down|off)s?|impairments?|expenses?|gains?|amorti[sz]ation|depreciation|compensation)\b/.test(
    behind,
  );
const TAKEN_OFF =
  /\b(?:after|before|despite|excluding|including|net of|less|without) (?:an? |the |its |some |about |nearly |roughly |more than |over |another |one-off |one-time )*$/;

/** "contracts worth more than $250 million have doubled in number", "the number of deals above $100 million": what each of them comes to at least. */
const isLeastOfEach = (lead: string, behind: string): boolean =>
  CUSTOMERS_SPEND.test(lead) ||
  (EACH_OF.test(lead) &&
    (COUNTED_BEHIND.test(behind) || /\b(?:number|count|how many) (?:of )?[^,;]{0,40}$/.test(lead)));
/** "three times as many customers now spend over $100 million" */
const CUSTOMERS_SPEND =
  /\b(?:as many|number of|how many|\d+|dozens? of|hundreds of|more|several) (?:[a-z-]+ ){0,2}(?:customers|clients|accounts|tenants)\b[^;$€£¥]{0,40}\b(?:spend|spent|spending|pay|paid|paying) (?:at least|more than|over|above|upwards of|in excess of) $/;
const EACH_OF =
  /\b(?:contracts|deals|orders|customers|clients|accounts|agreements|commitments)\b (?:[\w-]+ )?(?:worth|of|above|over|exceeding|topping|spending|paying|valued at) (?:(?:at least|more than|over|above|upwards of) )?$/;
const COUNTED_BEHIND =
  /^(?: (?:or more|a year|each|apiece|annually))* (?:(?:has|have|had) )?(?:(?:more than|nearly|almost|about) )?(?:doubled|tripled|quadrupled|multiplied|rose|risen|grew|grown|climbed|increased|jumped|numbered|fell|fallen)\b(?! (?:to|by) (?:[a-z]+ )*[$€£¥])/;

/** 亏损收窄0.6亿元, 较上年减少3亿元: how far a sum moved, not what it came to. */
const DIFFERENCE =
  /(?:(?:[同环]比|[比较][^,，。;；\d]{2,12})(?:增加|减少|增长|下降|收窄|扩大|多|少)了?|亏损(?:[^,，。;；\d]{0,10})(?:收窄|减少|扩大|增加)了?)(?:约|近|超过?|逾)? ?$/;

/** "agreed to pay $2.5 billion to settle the case", "set aside 25 million euros for the lawsuit" */
const SETTLED =
  /^ (?:to (?:settle|resolve|end) (?!in\b)|in (?:(?:a|its|the) )?(?:[a-z]+ )?(?:settlements?|damages|fines|penalt(?:y|ies)|restitution|back taxes)\b|for (?:the|its|a) (?:[a-z]+ )?(?:case|lawsuit|suit|fine|penalty|settlement|dispute|litigation)\b)/;

/** 发行4.1万亿美元的债务: what is borrowed. */
const DEBT = /^ ?(?:规模)?的? ?(?:无担保|优先|高级|投资级|可转换?|公司|美元|企业)*(?:债务|债券|票据|可转债)(?!市场)/;

/** 把四个数加起来，一个季度1124亿美元: of all that was told, by whoever writes. */
const ADDED_UP =
  /[把将][^,，。;；]{0,6}(?:数字?|项|笔|者|栏|个)(?:加|合)(?:起来|总|在一起|计)[,，]?[^,，。;；\d]{0,8}$/;

/** "of which the state pays": nobody's of those who build. */
const STATE_PAYS =
  /\bof which (?:the )?(?:[\w-]+ )?(?:state|government|taxpayers?|ministry|public purse|union) (?:pays?|will pay|bears?|covers?|funds?|contributes?|puts? up|is to pay) (?:about |some |up to )*$/;
/** "- Sales and marketing, 2024:", "Interest paid:": what goes out, and is none of what a house is measured by. */
const COST_LABEL =
  /(?:^|[.;] |\n)[*_\s•·-]*(?:sales (?:and|&) marketing|marketing|(?:s)?g&a|general (?:and|&) administrati(?:on|ve)|interest(?: paid| expenses?)?|cash(?! flow)|depreciation|stock(?:-based)? compensation|dividends?|tax(?:es)?(?: paid)?)\b[^:;.$€£¥]{0,30}: ?[*_]*$/;

/** "interest expense net of $536M" */
const GOES_OUT =
  /\b(?:interest (?:expenses?|costs?|payments?)|depreciation(?: and amorti[sz]ation)?|(?:stock|share)(?:-based)? compensation(?: expenses?)?|income tax(?:es)?(?: expenses?)?),?(?: net,?)? (?:of|at|was|were|came to|reached|totall?ed|hit|rose to|grew to) (?:about |around |nearly |over |roughly |more than )*$/;

/** 设计7nm芯片平均成本达2亿美元，5nm为4亿: what one of the kind costs, nobody's. */
const COSTS =
  /(?:每|一|1) ?(?:gw|吉瓦|千兆瓦)[^,，。;；]{0,24}(?:成本|造价|费用|耗资|花费)(?:大?约|近|超过?|为|高达|达)*$|(?:设计|制造|流片|单位|单颗|单台|平均|训练一[个次]|建设一[座个])[^,，。;；]{0,16}(?:成本|造价|费用)(?:[^。;；]|\d\.)*$/;

const FIRST_PAST =
  /\b(?:first|second|third|best|only) (?:\w+ )?(?:quarter|year|month|half)(?: ever)? (?:above|over|past|beyond|with (?:more than|over)|to (?:top|pass|exceed)|of more than) (?:the )?$/;
/** "revenue of $20.03 billion, its first quarter above $20 billion": the mark that the sum before has passed. */
const isPassedMark = ({ text, quantities }: Reading, q: Quantity): boolean =>
  FIRST_PAST.test(text.slice(Math.max(0, q.start - 60), q.start)) &&
  quantities.some(
    (o) =>
      o.unit === 'money' && o.end <= q.start && o.currency === q.currency && Number(o.min) >= Number(q.min ?? q.max),
  );
/** "a business only a third the size of Oracle's, which is heading for": of what another is measured by. */
const SIZED_BY = /\bthe size of [^,;]{2,30}['’]s?, which\b[^,;]*$/;

/** 数百亿美元级别, 一边是万亿美元基建投入: how many noughts, no figure. */
const isOrderOfSize = (text: string, q: Quantity): boolean =>
  /^["”」』]? ?(?:级别|量级|级距|俱乐部|体量|级(?:别)?的?[^,，。;；\d]{0,6}(?:投入|投资|市场|赛道|合同|订单|协议|交易))/.test(
    text.slice(q.end, q.end + 16),
  ) ||
  (/^[百千万]{1,2}亿/.test(text.slice(q.start, q.end)) &&
    !/[^\u4e00-\u9fff]$|[超破达近过迈约逾到至入上有为]了?$/.test(text.slice(0, q.start)));

/** "puts $40 billion into X, of which $30 billion is its own": whose the whole is, the part is; null where the part names a house. */
export function ownerOfWhole(reading: Reading, q: Quantity, previous: Draft): { slug: string; name: string } | null {
  const { text, start, entities } = reading;
  const from = (previous.valueEnd ?? 0) - start;
  if (from < 0 || previous.subject === null || !isPart(text, q, true)) return null;
  // What the money went into stands before the joint.
  const joint = Math.max(from, text.lastIndexOf(',', q.start), text.lastIndexOf(' and ', q.start));
  return !OF_CUSTOMER.test(text.slice(0, q.start)) &&
    entities.some((e) => isActor(e) && e.start >= joint && e.end <= q.start)
    ? null
    : { slug: previous.subject, name: businessBehind(reading, q) ?? previous.object ?? previous.subject };
}

/** Between a figure and the one it came from, or was before: "$1.03B (2024: $425M)". */
export const CAME_FROM =
  /^(?: (?:last|this|in|for|over|a) (?:[\w'’-]+ ?){1,4})?,? (?:up |down |and )?from (?:about |around |just |only |some |nearly )*$|^ ?\((?:20\d\d|fy ?\d{2,4}|q[1-4](?: ?(?:20)?\d\d)?|(?:the )?(?:prior|previous|last) (?:year|quarter)|(?:a )?year (?:ago|earlier)|previously)[:,]? ?(?:about |~)?$/;

/** "$6.7 trillion in capital spending, with $5.2 trillion dedicated to AI" */
const MEANT_FOR =
  /^ (?:of (?:it|that) )?(?:dedicated|going|earmarked|devoted|allocated|set aside|reserved|destined|directed|bound|headed|meant) (?:[a-z]+ )?(?:to|for|towards?|into)\b/;

/** A sum that says by its words that it goes on from the one told before it; `near` where both stand in one block. */
export function goesOnFrom({ text, start, entities }: Reading, q: Quantity, previous: Draft, near: boolean): boolean {
  if (previous.unit !== q.currency) return false;
  const lead = text.slice(0, q.start);
  const together = previous.quoteEnd > start;
  if (
    previous.kind === 'financial' &&
    together &&
    MEANT_FOR.test(text.slice(q.end)) &&
    /[,—–-] with (?:[a-z]+ )?$/.test(lead)
  )
    return true;
  if (previous.kind === 'financial' && near && (THE_BILL.test(lead) || isPart(text, q, together))) return true;
  if (previous.kind === 'financial' && near && FURTHER.test(lead) && FOLLOWS.test(text.slice(q.end))) return true;
  if (previous.kind === 'financial') return (near && RAISES_SUM.test(lead)) || (together && TAKEN_TO.test(lead));
  if (previous.kind !== 'market_size' || entities.some(isActor)) return false;
  // "For 2025 as a whole Omdia projects 51.8 billion yuan": who counted before counts on.
  if (
    start - previous.quoteEnd < 500 &&
    entities.some(
      (e) => e.kind === 'reporter' && e.slug === previous.attribution && COUNTS_ON.test(text.slice(e.end)),
    ) &&
    !/\bmarket\b/.test(text)
  )
    return true;
  // The next paragraph of a text about one count.
  if (start - previous.quoteEnd < 200 && previous.attribution != null && COUNTER_GOES_ON.test(text)) return true;
  if (!near) return false;
  return (
    (previous.attribution != null && COUNTER_GOES_ON.test(text)) ||
    OF_THAT.test(text) ||
    OF_TOTAL.test(text.slice(q.end, q.end + 40)) ||
    (together && /;[^;]*$/.test(lead) && OF_TOTAL.test(text))
  );
}

const HAS_SHARE =
  /\bof (?:which|that|it),? (?:the )?[\w.&'’ -]{2,30} (?:brings?|will bring|contributes?|provides?|puts? (?:up|in)|pays?|will pay|covers?|bears?|funds?|finances?|shoulders?) (?:about |some |around |nearly |up to |over )*$/;
/** "7 trillion won, of which AWS brings $4 billion": who has a part of the sum just told, in whatever money; null elsewhere. */
export function shareOf(
  { text, original, entities, start }: Reading,
  q: Quantity,
  previous: Draft | null,
): { slug: string; name: string } | null {
  if (previous?.kind !== 'financial' || previous.quoteEnd <= start || !HAS_SHARE.test(text.slice(0, q.start)))
    return null;
  const who = entities.findLast((e) => isActor(e) && e.end <= q.start);
  return who ? { slug: who.slug, name: original.slice(who.start, who.end) } : null;
}

const PAYS_FOR =
  /\b(?:pa(?:id|ys?|ying)|spen(?:t|ds?|ding)|offer(?:s|ed|ing)?|bids?|shell(?:s|ed) out|agreed to pay) (?:a (?:reported|rumou?red|total) |about |around |up to |some |nearly |more than |over |roughly |an estimated )*$/;
/** "(10th: $35B, 90th: $90B)": how far off a guess may be. */
const PERCENTILE = /\b(?:\d0th|\d5th|p\d0|p\d5)(?: percentile)?[:=]? (?:about |~)?$/;
const FOR_ALL_OF =
  /^ (?:in (?:cash|stock|shares)(?: and (?:cash|stock|shares))? )?for (?:(?:half|all|most|control|a third|the (?:rest|whole)|\d+ ?%|an? (?:[\w-]+ )?(?:stake|share)) (?:of|in) )?(?:the )?$/;
/** "Stripe paid $7 billion for OpenRouter": a house is bought, as it stands, and none of what it sells. */
function buysHouse({ text, entities }: Reading, q: Quantity): boolean {
  if (!PAYS_FOR.test(text.slice(Math.max(0, q.start - 60), q.start))) return false;
  const bought = entities.find((e) => e.kind === 'organisation' && e.start >= q.end);
  return (
    bought !== undefined &&
    FOR_ALL_OF.test(text.slice(q.end, bought.start)) &&
    /^(?:[,.;:]|$| (?:in (?:[a-z]+|20\d\d)|last|this|on|earlier|and|to|after|as|which|a)\b)/.test(
      text.slice(bought.end),
    )
  );
}

const PAPERS =
  /^ (?:worth )?of (?:(?:its|new|senior|junior|convertible|secured|unsecured|corporate|junk|high-yield|investment-grade|common|class [ab]|\w+-year) )*(?:bonds?|notes|debt|stock|shares|equity|securities|convertibles)\b/;
const ISSUED =
  /\b(?:sold|sells?|selling|issu(?:e[sd]?|ing)|plac(?:e[sd]|ing)|raised|raises|raising|borrowed|offer(?:ed|s|ing)?|(?:financed|funded|backed|paid for|met) (?:with|by|through|from)) (?:about |around |another |a further |up to |over |more than |nearly )*$/;
