import type { Announcement } from '../../infra/contracts/announcement.ts';

/** Verbs that take an announced change back, in the clause that names the change. */
const ENGLISH =
  /\b(cancel(s|led|ed|ling)?|call(s|ed)? off|scrap(s|ped|ping)?|withdr(aws?|ew|awn)|shelv(es?|ed|ing)|abandon(s|ed)?|revok(es?|ed)|rescind(s|ed)?|drop(s|ped)? (its|the) plan|no longer (raise|increase|hike|go up)|will not (go ahead|proceed)|reversed? (its|the) (planned |announced )?(price )?(increase|hike|rise|cut))\b/i;
const CHINESE = /取消|撤回|撤销|叫停|搁置|暂缓|中止|不再(上调|涨价|提价|下调|降价)|放弃(上调|涨价|提价)/;
/** Not about the change but about what users may do, or about things customers lose: "cancel any time", "取消折扣". */
const OTHER =
  /\b(cancel(s|led|ed)? (any ?time|(your|their|my) (plan|subscription|order))|not cancel|subscribers? cancel|(without|rather than) cancel)|取消(订阅|折扣|优惠|免费|补贴|订单|限制)|不会取消|未取消|并未撤回/i;

/** True where the announcement says that an announced change will not happen. The extractor's word counts; else its quote is read. */
export function isCancellation(claim: Pick<Announcement, 'kind' | 'cancels' | 'quote'>): boolean {
  if (claim.kind !== 'price_change') return false;
  return claim.cancels || ((ENGLISH.test(claim.quote) || CHINESE.test(claim.quote)) && !OTHER.test(claim.quote));
}
