import type { Announcement } from '../../../../infra/contracts/announcement.ts';
import { hasHan } from '../text.ts';

const PLANNED = /(?:计划|(?<![虚模])拟|打算|准备)(?![价书])[^,，。;；:：已]{0,40}$/;
const EXPECTED = /(?:预计|预测|预期|考虑|或将|恐将|有望|料将|料)[^,，。;；:：已]{0,24}$/;

/** "prices are expected to ease", "analysts expect rents to fall": what only somebody expects, up to the move or in its own words. */
const EXPECTED_ENGLISH =
  /\b(?:(?:is|are|was|were|be) (?:also |widely |now |generally |still )*(?:expected|forecast|projected|predicted|anticipated|likely)|(?:expects?|forecasts?|predicts?|anticipates?|projects)(?: that)?(?: [\w'-]+){1,5}) (?:to|will)\b[^,.;]{0,40}$/;

/** What the words before a move of prices make of it: 计划下调 is a plan, 预计上涨 what somebody expects, all else has been decided. `end` is where the words of the move end. */
export function statusOfMove(text: string, at: number, end = at): Announcement['status'] {
  if (!hasHan(text)) return EXPECTED_ENGLISH.test(text.slice(Math.max(0, at - 60), end)) ? 'forecast' : 'actual';
  const lead = text.slice(Math.max(0, at - 60), at);
  return PLANNED.test(lead) ? 'target' : EXPECTED.test(lead) ? 'forecast' : 'actual';
}
