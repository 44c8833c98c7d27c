import type { Quantity } from '../quantity.ts';
import type { Rate } from '../rates.ts';

/** How else the same is sold than by the hour on demand. */
const OTHER_WAY =
  /\b(?:spot|reserved|reservations?|interruptible|pre-?emptible|community|secure|committed|commitment|prepaid|batch|off-peak|annual|on[- ]demand|(?:one|two|three|[123])-years?|\d{1,2}-months?)\b/;
/** Up to the next stop or comma behind a sum and its unit. */
const behind = (text: string, q: Quantity): string =>
  /^[^,;.]{0,30}/.exec(text.slice(Math.max(q.end, q.rate?.end ?? 0)))?.[0] ?? '';

const FROM = /[,;(–—|-] ?(?:(?:or|and|but) )?(?:[a-z-]+ )?from (?:about |just |only )?$/;
const MOVED = /\b(?:down|up|cut|lower|rais|reduc|drop|fell|rose|now)/;
/** "$2.99 an hour on demand, from $1.89 spot": where the price of another way to buy begins, which is no old price. */
export const isOtherWay = (text: string, gap: string, next: Quantity): boolean =>
  FROM.test(gap) && !MOVED.test(gap) && OTHER_WAY.test(gap + behind(text, next));

/** "customers who commit for a year pay $2.00 instead of $2.95": what those always pay who buy in another way. */
export const isOfCommitted = (lead: string): boolean => COMMITTED.test(lead);
const COMMITTED =
  /\b(?:customers|users|those|anyone|whoever|buyers|teams|tenants|developers|companies|if you)(?: who| that)? (?:commit(?:ting)?|reserv(?:e|ing)|prepay(?:ing)?|pay(?:ing)? (?:up front|upfront|yearly|annually|by the year)|sign(?:ing)?|book(?:ing)?)\b[^,;.$€£¥]{0,40},? (?:you )?(?:pay|get|are charged|are billed)\b(?:[^;.]|\.\d)*$/;

const OR = /^(?:[^.;,]|\.\d){0,40},? (?:or|and) (?:about |just |only |from |at )*$/;
/** "$2.29 per GPU-hour on a 36-month contract or $2.95 on demand", "$20 a month, or $17 if billed annually": the same, bought in another way, is billed by the same unit. */
export const isOrOtherWay = (text: string, gap: string, { meter }: Rate, previous: Quantity, next: Quantity): boolean =>
  ((meter === 'hour' || meter === 'gpu_hour') && OR.test(gap) && OTHER_WAY.test(behind(text, next))) ||
  (!next.rate && OR_ALONE.test(gap) && WITH_MORE.test(behind(text, next))) ||
  billedYearly(text, previous, next);

/** "$2 per thousand pages, or $3 with tables": the same with something more, by the same unit. */
const OR_ALONE = /,? or (?:about |just |only |from )*$/;
const WITH_MORE = /^ (?:with|without|including) /;

/** The price of a month, of those who pay for a year at once: a year would cost more than a month. */
export const billedYearly = (text: string, previous: Quantity, next: Quantity): boolean =>
  previous.rate?.meter === 'month' &&
  Number(next.min ?? next.max) < Number(previous.min ?? previous.max) &&
  (next.rate?.meter === 'year'
    ? /\b(?:billed|paid|pay|paying)\b/.test(text.slice(next.end, next.rate.end))
    : BY_THE_YEAR.test(text.slice(Math.max(next.end, next.rate?.end ?? 0))));
const BY_THE_YEAR =
  /^,? (?:if |when )?(?:you )?(?:billed|paid|pay|paying|charged|on|with)(?: for)? (?:an? )?(?:yearly|annual|annually|by the year|year)\b/;
