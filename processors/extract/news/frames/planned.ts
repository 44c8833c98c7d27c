import type { Announcement } from '../../../../infra/contracts/announcement.ts';
import { hasHan } from '../text.ts';

const PLANNED = /(?:计划|(?<![虚模])拟|打算|准备)(?![价书])[^,，。;；:：已]{0,40}$/;
const EXPECTED = /(?:预计|预测|预期|考虑|或将|恐将|有望|料将|料)[^,，。;；:：已]{0,24}$/;

/** What the words before a move of prices make of it, in Chinese: 计划下调 is a plan, 预计上涨 what somebody expects, all else has been decided. */
export function statusOfMove(text: string, at: number): Announcement['status'] {
  if (!hasHan(text)) return 'actual';
  const lead = text.slice(Math.max(0, at - 60), at);
  return PLANNED.test(lead) ? 'target' : EXPECTED.test(lead) ? 'forecast' : 'actual';
}
