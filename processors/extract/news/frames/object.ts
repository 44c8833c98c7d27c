import type { Reading } from '../analysis.ts';

const DETERMINER =
  /^(?:the|a|an|its|their|our|his|each|both|and|but|while|with|for|of|in|that|meanwhile|also|now|then|today|其中|这|该|其|而|并|且|但|同时|目前|此外|另外|将|把)(?: |(?=[\u4e00-\u9fff]))+/;
const VERB =
  / (?:is|are|was|were|will|would|has|have|had|can|could|costs?|charges?|goes|go|went|dropped|drops|fell|falls|rose|rises|starts?|comes?|came|runs?|sells?|rents?|lists?|gets?|got|moves?|moved|stays?|remains?|now|increased|increases|decreased|climbed|jumped|reached|hit|grew|surpassed|exceeded|totall?ed|brought|contributed|added|made|generated|stood|accounted|slid|have|being|priced|at|for|expects?|plans?|says|said|reportedly|posted|reported|recorded|generated|turned|announced|intends?|may|lost|earned|spent|invests?|holds?|owns?|operates?|uses?|process(?:es|ed)|handles|consumed?|took|takes|puts?|draws?|shipped|delivered|signed|raised|cuts?|lifted|lowered|doubled|tripled|booked)\b|(?:将|已|为|是|从|由|的?价格|的?费用|上调|下调|上涨|下降|降|涨|达|仅|只|约|近|超|最高|最多|平均|在|仍|要|处于|均价|定价|售价|收费|月费|月租|输入|输出|每|低至|今日|今天|昨日|昨天|日前|近日|周[一二三四五六日天]|当地时间|宣布|发布|公布|公告|表示|披露|透露|:|：)/;

/** What cannot begin a noun phrase: the rest of a predicate, a preposition, a pronoun. */
const NO_NOUN =
  /^(?:up|down|at|after|before|from|to|by|as|about|over|under|than|or|so|not|just|only|it|we|you|he|she|they|i|there|what|which|who|while|if|when|because|taking|knocking|bringing|making|rising|falling|dropping|surpass|contributed|added|spent|expected|including|according|starting|compared|standard|input|output|cached|price|prices|pricing|cost|costs|per|starts?|runs?|monday|tuesday|wednesday|thursday|friday|today|this|these|those|less|more|meanwhile|however|overall|still|also|separately|then|so|along|blended|next|last)(?![a-z])|^[a-z]+(?:ing|ed) (?:the|a|an|it|its|up|down|from|to)\b|^(?:输入|输出|缓存|价格|定价|单价|均价|海外|同比|环比|预计|有望|到|在|从|由|自|按|最高|最低|最多|分别|仅|约|则|也|还|又|都|均|和|与|以|新|同时|即|其|原|需|可|每|如果|以及|混合|它|他|这|该|此外|同时|另外|目前|据悉|金额|规模|\d(?!\d*(?:gb|b)))/;

const headOf = (reading: Reading, start: number, end: number): string | null => {
  const clause = reading.text.slice(start, end);
  let lead = clause.search(/[^ "'*_(|>-]/);
  if (lead < 0) return null;
  let body = clause.slice(lead);
  for (let skipped = DETERMINER.exec(body); skipped; skipped = DETERMINER.exec(body)) {
    lead += skipped[0].length;
    body = body.slice(skipped[0].length);
  }
  const stop = body.search(VERB);
  const phrase = (stop < 0 ? body : body.slice(0, stop)).replace(/[\s"'*_,(:：$€£¥-]+$/, '');
  if (phrase.length < 2 || phrase.length > 60 || NO_NOUN.test(phrase) || !/[a-z\u4e00-\u9fff]/.test(phrase))
    return null;
  return reading.original.slice(start + lead, start + lead + phrase.length);
};

/**
 * The noun phrase a clause begins with, up to its verb: "The Lite plan is 40 yuan" gives "Lite plan". A clause that begins with
 * none ("..., after a first month at 7.9 yuan") takes the one before it in the sentence. Original case.
 */
export function clauseHead(reading: Reading, at: number): string | null {
  const bounds = [0, ...reading.clauses.map((end) => end + 1)].filter((start) => start < at);
  for (let i = bounds.length - 1; i >= 0; i--) {
    const start = bounds[i] ?? 0;
    const head = headOf(reading, start, i === bounds.length - 1 ? at : (bounds[i + 1] ?? at) - 1);
    if (head !== null) return head;
  }
  return null;
}

/** The noun phrase right behind a figure: "6 GW of GPUs", "59 元/月的个人专业版", "6 吉瓦的 AMD Instinct GPU 算力". */
export function phraseBehind(reading: Reading, end: number): string | null {
  const match =
    /^(?:\/[a-z月]+)?(?:(?: worth)? of (?:the |its |their )?([a-z][\w' -]{1,40}?)(?= (?:to|for|in|by|from|at|and|that|which|with|on)\b|[,.;)]|$)| ?的 ?([a-z0-9\u4e00-\u9fff][a-z0-9 \u4e00-\u9fff-]{1,20}))/.exec(
      reading.text.slice(end, end + 60),
    );
  const phrase = match?.[1] ?? match?.[2];
  if (!match || phrase === undefined) return null;
  const start = end + match[0].length - phrase.length;
  return reading.original.slice(start, start + phrase.length).trim();
}

/** Words of a noun phrase around [start, end], grown to the left over modifiers; original case. */
export function growLeft(reading: Reading, start: number, end: number): string {
  const before = reading.text.slice(0, start);
  const english =
    /(?:(?<![a-z])(?!(?:the|a|an|of|in|to|by|from|and|or|its|their|that|with|for|on|as|at|is|was|were|are|will|said|reported|has|have|had|than|this|when|while|where|annual|total|spent|spend|expects?|see|sees|about|over|nearly|up|down|which|generated|posted|whose|brought|made)\b)[a-z0-9&/.'-]+ ){1,4}$/.exec(
      before,
    );
  if (english) return reading.original.slice(start - english[0].length, end);
  const han = /[\u4e00-\u9fffa-z0-9+/]{1,14}$/.exec(before)?.[0];
  if (han && /[\u4e00-\u9fff]/.test(han)) {
    const cut = han.replace(
      /^.*(?:的|为|是|在|其中|显示|表示|年|月|日|季度|半年|了|达|中|约|元|将|使|令|让|：|预计)(?=.)/,
      '',
    );
    return reading.original.slice(start - cut.length, end).replace(/^的/, '');
  }
  return reading.original.slice(start, end).replace(/^的/, '').trim();
}

/** The label a bullet or clause opens with: "Alibaba Cloud: ...", "云：收入 ...". Null where there is none. */
export function labelOf(reading: Reading, at: number): string | null {
  const colon = /^[ "*_]*([^:：,，。;；]{1,40})[:：]/.exec(reading.text.slice(0, at));
  if (!colon?.[1]) return null;
  const start = colon[0].indexOf(colon[1]);
  return reading.original.slice(start, start + colon[1].length).replace(/[*_ ]+$/, '');
}
