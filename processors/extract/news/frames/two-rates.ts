import type { Announcement } from '../../../../infra/contracts/announcement.ts';
import type { Quantity } from '../quantity.ts';
import { hasHan } from '../text.ts';
import type { Amount } from './amount.ts';

const FROM = /(?:从|由|自)(?:每[^,，;；。\d]{1,10}|目前的?|原来的?|此前的?)*[^,，;；。\d]{0,4}$/;
const TO = /^[^,，;；。]{0,14}?(?:[调涨升降改提][整至到为高成]|[至到为])[^,，;；。\d]{0,16}$/;
const SIDES: readonly (readonly [RegExp, Announcement['meter']])[] = [
  [/未命中|缓存未/g, 'input'],
  [/命中|缓存/g, 'cached_input'],
  [/输入/g, 'input'],
  [/输出/g, 'output'],
];

/** The side of a token price that a Chinese clause named last; null where it names none. */
function sideOf(text: string): Announcement['meter'] | null {
  const clause = /[^,，;；。:：]*$/.exec(text)?.[0] ?? '';
  return SIDES.find(([pattern]) => clause.search(pattern) >= 0)?.[1] ?? null;
}

/**
 * 输出从0.9美元调整为2美元/4美元: what one side of a price was, and what it is now at two rates, as by the hour of the day: a change to
 * each of them. Only where the clause says of which side; two sums of no side are for input and output.
 */
export function toTwoRates(text: string, amounts: readonly Amount[]): (readonly [Amount, Amount])[] {
  if (amounts.length < 3) return [];
  if (!hasHan(text)) return toTwoHours(text, amounts);
  const pairs: (readonly [Amount, Amount])[] = [];
  for (const [i, low] of amounts.entries()) {
    const [old, high] = [amounts[i - 1], amounts[i + 1]];
    if (!old || !high || !/^ ?\/ ?$/.test(text.slice(low.q.end, high.q.start))) continue;
    const lead = text.slice(0, old.q.start);
    if (!FROM.test(lead) || !TO.test(text.slice(Math.max(old.q.end, old.q.rate?.end ?? 0), low.q.start))) continue;
    const meter = sideOf(lead);
    if (meter === null) continue;
    for (const now of [low, high])
      pairs.push([
        { ...old, meter },
        { ...now, meter, per: old.per },
      ]);
  }
  return pairs;
}

const HOURS =
  '(?:(?:at|in|during|outside|by|on) (?:the )?)?(?:off[- ]?peak|peak|night|day(?:time)?|weekends?|weekdays|busy|quiet|rush|normal|standard)(?: (?:hours|times?|periods?))?';
const FROM_ENGLISH = /\bfrom (?:about |just )?$/;
const TO_ENGLISH = /^[^,;]{0,50}\bto (?:about |just )?$/;
const AND_AT = new RegExp(`^[^,;]{0,30}? ${HOURS}(?:,| and|, and| or) (?:to )?$`);
const AT_HOURS = new RegExp(`^[^,;.]{0,30}? ?${HOURS}(?![\\w-])`);

/** "$1.20 at peak, $0.80 off-peak": one price at two times of the day or the week. */
export const atOtherHours = (text: string, one: Quantity, other: Quantity): boolean =>
  AND_AT.test(text.slice(one.end, other.start)) && AT_HOURS.test(text.slice(other.end, other.end + 40));

/** "from $0.50 to $1.20 at peak, $0.80 off-peak": what a price was, and what it is now by the hour: a change to each. */
function toTwoHours(text: string, amounts: readonly Amount[]): (readonly [Amount, Amount])[] {
  return amounts.flatMap((high, i): (readonly [Amount, Amount])[] => {
    const [old, low] = [amounts[i - 1], amounts[i + 1]];
    if (!old || !low || !atOtherHours(text, high.q, low.q)) return [];
    if (!FROM_ENGLISH.test(text.slice(0, old.q.start)) || !TO_ENGLISH.test(text.slice(old.q.end, high.q.start)))
      return [];
    return [high, low].map((now) => [old, { ...now, meter: old.meter, per: old.per }]);
  });
}
