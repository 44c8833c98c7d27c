import type { Article } from '../analysis.ts';
import { clauseAt } from '../context.ts';
import type { Draft } from '../draft.ts';
import { isActor } from '../entities.ts';
import type { Quantity } from '../quantity.ts';
import type { Reading } from '../reading.ts';
import { named } from '../subject.ts';
import { hasHan } from '../text.ts';
import { readFinancial } from './financial.ts';
import type { Found } from './sums.ts';

/** What stands between a name and the sum that it is ranked by. */
const BY_SUM = /^(?:云|集团)?(?:则|也|仍|继续)?(?:以|凭借?|录得|约|为|有|[(（:：,，]| )*(?:约|近|超过?|逾)* ?$/;
/** Behind the sum: its place, or its part of the whole. */
const PLACE =
  /^ ?的?(?:成绩|规模|体量|营收|收入|销售额|[)）])*[,，]?(?:稳)?(?:居首|居第|居[一二三四五六七八九十]|位[居列]|列第|排[在名第]|名列|领先|领跑|夺冠|登顶|拔得头筹|紧[随跟]其后|次之|份额|市占|占比|占(?:了|据|约|全)?[^,，。;；]{0,6}\d)/;
/** How far behind the size of a market its ranking may stand, in UTF-16 units. */
const REACH = 400;

/** What a house is worth or borrows is no part of a market. */
const OF_ITS_WORTH = /[估市]值|融资|筹资|[股债]/;

/** "亚马逊以648亿美元居首，微软410亿美元列第二": what a house takes of the market just told is its revenue there. */
export function readRanked(article: Article, reading: Reading, q: Quantity, previous: Draft | null): Draft | null {
  const { text, start, entities } = reading;
  if (previous === null || !q.large || !hasHan(text)) return null;
  const market = previous.kind === 'market_size' || (previous.kind === 'financial' && previous.rule === RULE);
  if (!market || start - previous.quoteEnd > REACH || !PLACE.test(text.slice(q.end, q.end + 24))) return null;
  if (OF_ITS_WORTH.test(text.slice(clauseAt(reading, q.start)[0], q.start))) return null;
  const house = entities.findLast((e) => isActor(e) && e.end <= q.start);
  if (!house || !BY_SUM.test(text.slice(house.end, q.start))) return null;
  const subject = named(reading, [house], 'clause');
  const found: Found = { cue: { kind: 'revenue', start: q.start, end: q.start }, cost: 20 };
  const draft = readFinancial(article, reading, q, found, subject, null, previous);
  return (
    draft && { ...draft, rule: RULE, object: subject.names[0] ?? null, period: draft.period ?? previous.period ?? null }
  );
}
const RULE = 'financial.ranked';
