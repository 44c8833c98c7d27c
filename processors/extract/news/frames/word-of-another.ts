import { isActor } from '../entities.ts';
import type { Quantity } from '../quantity.ts';
import type { Reading } from '../reading.ts';
import { hasHan } from '../text.ts';
import type { Found } from './sums.ts';

/** The word stands in a bracket of its own: closed before the figure, or opened behind a name that follows it. */
export const isInBracket = ({ text, entities }: Reading, q: Quantity, { cue }: Found): boolean =>
  cue.end <= q.start
    ? entities.some((e) => e.end <= cue.start && /^ ?[(（][^()（）]*$/.test(text.slice(e.end, cue.start))) &&
      /^[^()（）]*[)）]/.test(text.slice(cue.end, q.start))
    : /[^\s(（][(（][^()（）]*$/.test(text.slice(q.end, cue.start));

/** "移动1512亿元；电信836亿元，算力方面的投入要加22%", 营收109亿（一季度48亿），营业利润…: the word belongs to the clause behind the sum. */
export const isOfNextClause = ({ text, entities }: Reading, q: Quantity, { cue }: Found): boolean =>
  hasHan(text) &&
  cue.start >= q.end &&
  /[,，;；]/.test(text.slice(q.end, cue.start)) &&
  // 2026年计划1366亿元，其中算力投资占比提至35%: a part, behind the whole.
  (/[,，;；] ?其中/.test(text.slice(q.end, cue.start)) ||
    BRACKET_CLOSES.test(text.slice(q.end, cue.start)) ||
    entities.some((e) => isActor(e) && e.end <= q.start && /^ ?[约近超逾]? ?$/.test(text.slice(e.end, q.start))));
const BRACKET_CLOSES = /^[^()（）]*[)）][^()（）]*$/;
