import type { Article } from '../analysis.ts';
import type { Draft } from '../draft.ts';
import { isActor } from '../entities.ts';
import type { Quantity } from '../quantity.ts';
import type { Reading } from '../reading.ts';
import { sourceSubject } from '../source-subject.ts';
import { named } from '../subject.ts';
import { readFinancial } from './financial.ts';

/** The bracket that a heading ends in: a sum and how far it grew. */
const SUM_AND_GROWTH = /[(（] ?$/;
const GROWTH_BEHIND =
  /^ ?[,，、|/;；] ?(?:同比|年增|年增率|年减|yoy|y\/y)? ?(?:增长?|成长|下降|下滑|减少?)? ?[-+−–▲▼↑↓]? ?\d+(?:\.\d+)? ?% ?(?:yoy|y\/y|同比|年增)? ?[)）][\s*_]*$/;
/** "1. AWS", "Data Center": a name, and no words that tell something. */
const NAME = /^[\s*_]*(?:\d{1,2}[.)、] ?)?([^,，。;；:：()（）]{2,40}?)[\s*_]*[(（] ?$/;
/** What else than a business may stand so: the metric itself, deals, orders. */
const SAYS_ELSE =
  /利润|净利|毛利|亏损|收益|资本|开支|支出|现金|订单|合同|市值|估值|融资|投资|回购|分红|市场|profit|income|loss|capex|spending|cash|backlog|orders?\b|market\b|valuation|funding|investment|margin|ebitda/;
const REPORT =
  /财报|季报|年报|中报|半年报|业绩|成绩单|\bearnings\b|\bresults\b|\b(?:q[1-4]|[1-4]q)(?: ?(?:fy)? ?'?\d{2,4})?\b|营收|收入|revenue/;
/** So many lines up the head of a report may stand. */
const LINES = 40;

/** "### 2. Google Cloud ($15.2B, +34%)", 智慧雲端（$329億，+29%）: in a report a heading tells the revenue of a business in brackets. Null elsewhere. */
export function readSegmentHead(article: Article, reading: Reading, q: Quantity, previous: Draft | null): Draft | null {
  const { text } = reading;
  if (text.length > 90 || !SUM_AND_GROWTH.test(text.slice(0, q.start)) || !GROWTH_BEHIND.test(text.slice(q.end)))
    return null;
  const name = NAME.exec(text.slice(0, q.start))?.[1]?.trim();
  if (name === undefined || SAYS_ELSE.test(name) || !isInReport(article, reading.index)) return null;
  const own = reading.entities.find((e) => isActor(e) && e.end <= q.start);
  const subject = own ? named(reading, [own], 'clause') : sourceSubject(article);
  if (subject.slugs.length === 0) return null;
  const cue = { kind: 'revenue' as const, start: q.start, end: q.start };
  const draft = readFinancial(article, reading, q, { cue, cost: 41 }, subject, null, previous);
  const at = text.indexOf(name);
  return draft && { ...draft, object: reading.original.slice(at, at + name.length) };
}

function isInReport(article: Article, index: number): boolean {
  if (REPORT.test(article.titleText)) return true;
  for (let i = index - 1; i >= 0 && i >= index - LINES; i--) {
    const { start, end, block } = article.sentences[i] ?? { start: 0, end: 0, block: -1 };
    if (article.blocks[block]?.kind === 'heading' && REPORT.test(article.folded.slice(start, end))) return true;
  }
  return false;
}
