import type { Announcement } from '../../../../infra/contracts/announcement.ts';
import type { Entity } from '../entities.ts';
import type { Quantity } from '../quantity.ts';
import type { Reading } from '../reading.ts';

/** How chips come to somebody who pays for them. */
export const BUYS =
  /[采认订]购|购[买入置]|买[下入进了]|下了?单|下订|试订|预订|先[订买]|订[了下走]|锁定|抢[下到]|拿下|囤/;
const EACH = /(?:每[颗张块片枚个]|单[价颗张片]|均价)(?:的?价格?|售价)?(?:为|是|大?约|近|超过?|逾|合|在)* ?$/;
const RENTED = /租/;

/** 字节打算先试订2万颗H200，每颗约2万美元: what a buyer pays for chips is the price of who makes them. */
export function makerBoughtFrom({ text, entities }: Reading, q: Quantity, meter: Announcement['meter']): Entity | null {
  if (meter !== 'other') return null;
  const lead = text.slice(0, q.start);
  if (!EACH.test(lead) || !BUYS.test(lead) || RENTED.test(lead)) return null;
  return entities.findLast((e) => e.kind === 'chip' && e.end <= q.start) ?? null;
}
