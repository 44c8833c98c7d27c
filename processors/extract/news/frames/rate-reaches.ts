import type { Quantity } from '../quantity.ts';
import type { Rate } from '../rates.ts';
import type { Reading } from '../reading.ts';
import { hasHan } from '../text.ts';
import { isStep, standsAsPrice } from './as-above.ts';
import { shareOf, tame } from './borrowed.ts';
import { sidesIn, tokenSides } from './meter.ts';
import { isBeforeAndAfter } from './old-or-new.ts';
import { billedYearly, isOrOtherWay } from './other-way.ts';
import { OTHER_HOURS } from './tiers.ts';
import { atOtherHours } from './two-rates.ts';

const MOVES_TO = /^[^,，。;；]{0,6}(?:[上下]?[调涨降升]|提|调整|恢复)[到至为] ?$/;

const SHORT_JOIN = /^(?:[^.;；。]|\.(?! )){0,60}$/;

/** "... $3.90 per hour, while specialists like A and B offer the same for $1.49": a contrast of offers goes further. */
const CONTRAST =
  /^[^,.;]{0,30}, (?:while|whereas|compared with|versus|against) (?:[^.;]|\.(?! )){0,100} (?:for|at|from|to) (?:about |around |as little as |just |only )?$/;

/** "...; cached input is billed at $0.25": the next meter of the same list. */
const NEXT_METER = /^[^.;]{0,30};[^.;]{0,60}$/;

/** "...; Enterprise is $39": the next item of a list, its unit left out. */
const NEXT_ITEM =
  /^(?: (?:on|at|from) [\p{L}\p{N}. -]{2,24})?[;,；，、·] ?(?:and )?[\p{L}\p{N}. -]{1,28}(?: ?\([\p{L}\p{N} ×-]{1,10}\))?(?: is| are| costs?| at| for| on|分别为?|为|是|由|从)? ?$/u;

/** "... of Spark Max; the Lite edition is 0.002 yuan" */
const NEXT_EDITION =
  /^(?: (?:of|for|on) [\w. -]{2,28})?(?:[;,] (?:and |while )?| and | while )(?:the |its )?[\w. -]{2,28} (?:edition|version|tier|variant|model|one)(?: is| costs?| at| for| asks| takes| charges| wants)(?: just| only| about)? ?$/;

/** 32K到128K之间收4元，再往上是7元 */
const HAN_TIER =
  /^[,，;；] ?(?:再往上|再[长高大]|更[长高大](?:的|者)?|超[过出](?:的?部分)?|其余(?:部分)?)(?:的?话)?(?:则|就|便|只|仅|是|为|收|要|按)* ?$/;

/** 标准版每百万tokens 3元起，旗舰版15元起 */
const HAN_EDITION =
  /^起?[,，、;；] ?[^,，。;；\d]{1,12}(?:版|款|档|模型|型|类|层|系列|区)(?:的?(?:价格|定价|售价|单价))?(?:则|仅|只|也|为|是|要|收|卖|低至)* ?$/;

/** "We spent $3,400 on calls at $3 per million tokens" */
const OUTLAY =
  /\b(?:spen[dt]|spending|burn(?:s|ed|t|ing)?|invested|raised|saved?|budgeted|worth|totall?ed) (?:about |around |over |nearly |some |more than |just |only )*$/;

type Rates = Map<Quantity, { rate: Rate; own: boolean }>;

/** Gives a sum the rate of the one behind it: "$3 input and $15 output per million tokens". */
export function reachBack(reading: Reading, money: readonly Quantity[], rates: Rates): void {
  const { text } = reading;
  for (let i = money.length - 2; i >= 0; i--) {
    const q = money[i];
    const next = money[i + 1];
    const rate = next ? rates.get(next) : undefined;
    if (!q || !next || rates.has(q) || !rate || q.currency !== next.currency) continue;
    const gap = text.slice(q.end, next.start);
    // "$20 ($17 billed yearly)": by the year is only what the bracket adds.
    if (rate.rate.meter === 'year' && gap.endsWith('(')) continue;
    // 月费由49元上调到59元，年费则从499元: where a move ends that has a rate of its own.
    const start = money[i - 1];
    if (start && rates.has(start) && MOVES_TO.test(text.slice(start.end, q.start))) continue;
    // 标准存储0.09元/GB/月，低频0.06元，流出流量每GB 0.5元: of the one before it, whose unit does not stand ahead.
    const goesOn = goesOnFromRated(text, money, i, rates);
    if (goesOn && rate.rate.meter !== 'token' && rate.rate.start < next.start && rate.rate.start > q.end) continue;
    if (OUTLAY.test(text.slice(0, q.start)) || isBesideAhead(reading, q, next, rate.rate)) continue;
    // "With A at $3/$15 that is $0.15 a task": what comes out of the prices is counted otherwise.
    if (/\b(?:that|this|which) (?:is|was|would be|comes|works|makes|means)\b|[=≈]/.test(gap)) continue;
    if (SHORT_JOIN.test(gap) && !/, but /.test(gap) && rate.rate.start > q.start && tame(q))
      rates.set(q, { rate: shareOf(rate.rate, q), own: false });
  }
}

/** True where a sum is an item of a row whose first has a rate of its own. */
function goesOnFromRated(text: string, money: readonly Quantity[], i: number, rates: Rates): boolean {
  for (let at = i; at > 0; at--) {
    const [q, before] = [money[at], money[at - 1]];
    if (!q || !before) return false;
    const rate = rates.get(before);
    if (!NEXT_ITEM.test(text.slice(Math.max(before.end, rate?.rate.end ?? 0), q.start))) return false;
    if (rate) return rate.own;
  }
  return false;
}

/** Gives a sum the rate of the one before it: "$5 for 1M input and $30 for output". */
export function reachForward(reading: Reading, money: readonly Quantity[], rates: Rates): void {
  const { text } = reading;
  for (let i = 1; i < money.length; i++) {
    const q = money[i];
    const previous = money[i - 1];
    const rate = previous ? rates.get(previous) : undefined;
    if (
      !q ||
      !previous ||
      !rate ||
      (rates.has(q) && !billedYearly(text, previous, q)) ||
      q.currency !== previous.currency ||
      !tame(q)
    )
      continue;
    const gap = text.slice(Math.max(previous.end, rate.rate.end), q.start);
    if (rate.rate.meter === 'year' && gap.startsWith(')')) continue;
    // "8元(Lite) / 40元(Pro)"
    if (/^ ?(?:\([^()]{1,14}\))? ?\/ ?$/.test(gap)) {
      rates.set(q, { rate: shareOf(rate.rate, q), own: false });
      continue;
    }
    if (isOrOtherWay(text, gap, rate.rate, previous, q)) {
      rates.set(q, { rate: shareOf(rate.rate, q), own: false });
      continue;
    }
    if (
      NEXT_ITEM.test(gap.replace(/^ ?\([^()]*\)/, '')) &&
      !isStep(text, q) &&
      (rate.rate.meter !== 'token' || /分别|respectively/.test(text.slice(previous.end)))
    ) {
      rates.set(q, { rate: shareOf(rate.rate, q), own: false });
      continue;
    }
    if (isBeforeAndAfter(reading, previous, q) || (rate.rate.meter !== 'token' && atOtherHours(text, previous, q))) {
      rates.set(q, { rate: shareOf(rate.rate, q), own: false });
      continue;
    }
    // "V4 Pro输出价为每百万tokens 6元，V4 Flash为2元": the same meter of another model, or at another hour.
    if (
      rate.rate.meter === 'token' &&
      sidesIn(gap, 0, gap.length).length === 0 &&
      (OTHER_HOURS.test(gap) ||
        atOtherHours(text, previous, q) ||
        (/^[,，;；、] ?[^,，;；、]{2,24}?(?:则|也|都|均)*(?:为|是|仅需?|只要|只需|[收卖报要挂])? ?$/.test(gap) &&
          reading.entities.some(
            (e) =>
              (e.kind === 'product' || (e.kind === 'organisation' && hasHan(gap))) &&
              e.start >= previous.end &&
              e.end <= q.start,
          )))
    ) {
      const sides = tokenSides(reading, previous, rate.rate, money[i - 2]?.end ?? 0, q.start);
      if (sides.length === 1 && sides[0]) {
        rates.set(q, { rate: { ...shareOf(rate.rate, q), side: sides[0] }, own: false });
        continue;
      }
    }
    if (rate.rate.meter === 'token' && (NEXT_EDITION.test(gap) || HAN_EDITION.test(gap) || HAN_TIER.test(gap))) {
      rates.set(q, { rate: shareOf(rate.rate, q), own: false });
      continue;
    }
    if (!SHORT_JOIN.test(gap) && !(rate.rate.meter === 'token' ? NEXT_METER : CONTRAST).test(gap)) continue;
    if (
      rate.rate.meter === 'token'
        ? sidesIn(gap, 0, gap.length).length > 0 ||
          /分别|respectively/.test(text) ||
          (/^ ?(?:and|和|与|、) ?$/.test(gap) && rates.get(previous)?.own === false) ||
          anotherModel(reading, q, money[i + 1], gap, previous.end) ||
          sidesIn(text, q.end, q.end + 24).length > 0 ||
          /[至到→]|\bto\b|\bfrom\b|\b(?:previous|former|old|earlier) $|; now (?:it|they) (?:is|are|costs?) $/.test(gap)
        : (/[至到→]|[降涨调升改提变减]为|\bto\b|\bfrom\b|\binstead of\b|\brather than\b|and |和|、|,/.test(gap) ||
            (gap.includes('，') && standsAsPrice(text, q))) &&
          !/\b(?:spen[dt]s?|spending|pays?|paid|bills?|invest\w*|earn\w*|sav(?:e[sd]?|ing)|comes? with|includ\w+|credits?)\b/.test(
            gap,
          )
    )
      rates.set(q, { rate: shareOf(rate.rate, q), own: false });
  }
}

/** "A卖0.02美元，流量不收钱，请求每百万次4美元": a unit ahead of a sum is that sum's own, and another clause stands between. */
const isBesideAhead = ({ text }: Reading, q: Quantity, next: Quantity, rate: Rate): boolean =>
  rate.start < next.start && rate.meter !== 'token' && /[,，;；][^,，;；]+[,，;；]/.test(text.slice(q.end, rate.start));

/** "... per million output tokens, against Opus 4.8 at around $5 and $25": the pair of another model. */
const anotherModel = (reading: Reading, q: Quantity, next: Quantity | undefined, gap: string, from: number): boolean =>
  next !== undefined &&
  /^ ?(?:and|\/) ?$/.test(reading.text.slice(q.end, next.start)) &&
  /\b(?:at|for|is|costs?|charges?|asks?|wants|takes|lists)(?: about| around| roughly)? $/.test(gap) &&
  reading.entities.some(
    (e) => (e.kind === 'product' || e.kind === 'organisation') && e.start >= from && e.end <= q.start,
  );
