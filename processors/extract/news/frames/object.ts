import type { Reading } from '../analysis.ts';
import { clauseAt } from '../context.ts';

const DETERMINER =
  /^(?:the|a|an|its|their|our|his|each|both|and|but|while|with|for|of|in|that|meanwhile|also|now|then|today|其中|这|该|其|而|并|且|但|同时|目前|此外|另外|将|把)(?: |(?=[\u4e00-\u9fff]))+/;
const VERB =
  / (?:is|are|was|were|will|would|has|have|had|can|could|costs?|charges?|goes|go|went|dropped|drops|fell|falls|rose|rises|starts?|comes?|came|runs?|sells?|rents?|lists?|gets?|got|moves?|moved|stays?|remains?|now|increased|increases|decreased|climbed|jumped|reached|hit|grew|surpassed|exceeded|totall?ed|brought|contributed|added|made|generated|stood|accounted|slid|have|being|priced|at|for)\b|(?:将|已|为|是|从|由|的?价格|的?费用|上调|下调|上涨|下降|降|涨|达|仅|只|约|近|超|最高|最多|平均|定价|售价|收费|月费|月租|输入|输出|每|低至|:|：)/;

/** The noun phrase a clause begins with, up to its verb: "The Lite plan is 40 yuan" gives "Lite plan". Original case. */
export function clauseHead(reading: Reading, at: number): string | null {
  const [start] = clauseAt(reading, at);
  const clause = reading.text.slice(start, at);
  let lead = clause.search(/[^ "'*_(|>-]/);
  if (lead < 0) return null;
  let body = clause.slice(lead);
  for (let skipped = DETERMINER.exec(body); skipped; skipped = DETERMINER.exec(body)) {
    lead += skipped[0].length;
    body = body.slice(skipped[0].length);
  }
  const stop = body.search(VERB);
  const phrase = (stop < 0 ? body : body.slice(0, stop)).replace(/[\s"'*_,(:：$€£¥-]+$/, '');
  if (phrase.length < 1 || phrase.length > 60 || /^\d+$/.test(phrase)) return null;
  return reading.original.slice(start + lead, start + lead + phrase.length);
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
    return reading.original.slice(start - cut.length, end);
  }
  return reading.original.slice(start, end);
}

/** The label a bullet or clause opens with: "Alibaba Cloud: ...", "云：收入 ...". Null where there is none. */
export function labelOf(reading: Reading, at: number): string | null {
  const colon = /^[ "*_]*([^:：,，。;；]{1,40})[:：]/.exec(reading.text.slice(0, at));
  if (!colon?.[1]) return null;
  const start = colon[0].indexOf(colon[1]);
  return reading.original.slice(start, start + colon[1].length).replace(/[*_ ]+$/, '');
}
