import { isActor } from '../entities.ts';
import { isOnceAsked } from '../old-prices.ts';
import type { Quantity } from '../quantity.ts';
import type { Reading } from '../reading.ts';
import { matches } from '../text.ts';
import type { Amount } from './amount.ts';
import { hasDirection } from './direction.ts';
import { measuredByOld } from './measured-by-old.ts';
import { datedEarlier, whichIsOld } from './old-or-new.ts';
import { billedYearly, isOfCommitted, isOtherWay } from './other-way.ts';
import { nowAndThen, thenAndNow, toldBesideThen } from './then-and-now.ts';
import { TIER } from './tiers.ts';

/** "from A to B", "A → B", 从A降至B, 原A…降至B: text between the two amounts. */
export const FROM_TO =
  /^ ?(?:\/[^,;，；]{0,14}|per [^,;，；]{0,24})?[,—–)]* ?(?:(?:has |have |had |now |then |is |was |will )*(?:jump|ris|ros|climb|rais|increas|go|went|mov|f[ae]ll|drop|lower|reduc|cut|slash|doubl|tripl|sink|sank|surg|soar)[a-z]* (?:up |down )?to|[,;]? ?(?:and )?(?:(?:it|they) )?(?:(?:is|are) )?now(?: (?:at|for))?|[,;]? ?(?:and|it) (?:became|becomes|has become|is(?: now)?|now is|stands at|goes for)|to|→|->|=>|down to|up to(?= )|[^,，;；]{0,22}(?:回到了?|回升至|反弹至|降至|降到|调到|调至|下调至|下调到|调整为|调整至|上调至|上调到|涨至|涨到|升至|升到|升为|涨为|提为|减为|提高到|提高至|提至|提到(?=\d|每| )|来到|调到|拉到|变到|压到|砍到|降为|降成|调为|变为|变成|改成|改为|(?<![低高])至|到|减至)|(?:左右|上下|之间|附近)?[,，] ?(?:[而但])?(?:现在|现|如今|目前|眼下)?(?:已经?|[均都])*(?:跌|降|涨|升|回落|回升|回|反弹|攀升|下滑|上涨|下跌)(?:到|至)(?:了|如今的?|现在的?|目前的?|约|近)*)(?:[今去前明同]?[年月日初底末季度旬中上下半第一二三四的约近了每个百万千小时卡张人席台户自从起\d/ ]|目前|现在|如今|当前|最新|tokens?|词元){0,18} ?(?:just |only |仅|now )?$/;
const FROM_BEFORE = /(?:\bfrom|从|由)(?: (?:about|over|around|nearly|as much as|more than))? ?$/;
/** "from $60 per million tokens in March 2023 to under $0.50" */
const TO_AT_END =
  /^(?:[^,;，；]|,\d){0,70}(?:\bto|至|到|为)(?: (?:under|over|about|around|just|only|as low as|less than|nearly|roughly|below))? ?$/;
const BEFORE_OLD =
  /(?:from|was|had been|previously|formerly|originally|used to (?:pay|cost|be|ask|set \w+ back)|instead of|原价?|原来|原先|此前|之前|从|由|自|原每月)[^,;，；]{0,22}$/;
/** "at present €0.0146 per GB per month, will be billed at €0.0169" */
const PRESENT_THEN =
  /\b(?:at present|presently|currently|today|until now|so far)(?: at)? ?[^;,]{0,34}[,;]? (?:it |and |but )?(?:will (?:be (?:billed|charged|priced) at|be|cost|become)|becomes|(?:will )?(?:go|move|rise|climb|fall|drop|increase|change|shift)(?:e?s)? (?:up |down )?to)(?: about)? $/;
/** "$25 per thousand sources before, costs $5 now" */
const BEFORE_NOW =
  /^[^;.]{0,34}\b(?:before|previously|until now|formerly|originally|a year ago|last year)\b[^;.]{0,20}$/;
/** "B from A", "B, down from A", "B (previously A)". */
const TO_FROM =
  /^(?:[^,;]|,\d){0,30}?,? ?(?:\(|, )?(?:down |up )?(?:from(?: (?:the |its |a |their )?(?:standard|regular|current|previous|old|usual|existing|list|base) (?:rate|price|fee|tariff|level) of)?|with the (?:previous|old|former|earlier)|(?:where )?(?:it |they |which |that )?(?:was|were|used to (?:be|cost))|having (?:been|cost|stood at)|previously|currently|instead of|rather than|versus|vs\.?|(?:(?:double|twice|triple|three times|half|a third of|a quarter of) )(?:today's|(?:the|its|their) (?:present|current|old|previous|former|existing|earlier))(?: (?:rate|price|fee))?(?: of)?|此前为?|原价?为?|之前为?|原为)[^,;，；]{0,12}$/;
/** "$4.19 an hour for on-demand nodes from May 18, down from $4.99", "$2.82 (April 2026), down 57% from $6.62": whatever stands between. */
const DOWN_FROM =
  /^(?:[^;.(]|\.\d|\([^()$€£¥]{3,24}\)){0,70}, (?:down|up) (?:(?:by )?(?:about |some |roughly )?\d[\d.]*% )?from (?:the |its |about |around |previous |current |old )*$|^ ?[;,.(—–-]* ?(?:you|customers) (?:are )?(?:currently|now|today|presently) (?:pay|paying|charged|billed(?: at)?) $/;
/** "$6 a month till now, goes to $4" */
const TILL_NOW =
  /^[^;.]{0,34}\b(?:until now|till now|so far|at present|today|until then),? (?:it |they |and )?(?:(?:will|is to|are to) )?(?:go|fall|drop|rise|climb|move|come|jump|sink|slip)(?:e?s)? (?:up |down )?to (?:about |just |only )?$/;
/** "The old Gemini Pro cost $7 per million and the new one asks $2" */
const NEW_ONE =
  /(?:,|;| and| while| but|,? whereas) (?:the |its |their )?(?:new|latest|current|successor|newer)(?: (?:one|version|model|rate|price|plan|tier))?(?:'s)? (?:asks|costs|is|charges|takes|wants|comes in at|goes for|sells for)(?: just| only| about)? $/;
const OLD_ONE = /\b(?:old|former|previous|earlier|outgoing|original) [^;.]{2,40}$/;
/** "bottomed out at $0.66 in December and has since recovered to $0.95" */
const SINCE_MOVED =
  /^ ?(?:(?:in|at|by|last|during|on) [\w ]{3,24}|a (?:year|month|week) (?:ago|earlier))?(?:,| and| but|, but|, and) (?:it |they )?(?:has|have|had)(?: since| now| then| already)* (?:recovered|rebounded|climbed|risen|fallen|dropped|slid|bounced|come|gone|crept|jumped|declined|eased|shot|sunk|slipped)(?: back)?(?: up| down)? to (?:about |around |just |only )?$/;
/** "$2.40 for Sonar Pro, where yesterday it showed $3.00" */
const WHERE_BEFORE =
  /,? where (?:yesterday |before |previously |until now |last (?:week|month|year) )?(?:it|they|one|the (?:company|firm|house|old one)) (?:had |once )?(?:showed|listed|read|said|was|were|cost|paid|wanted|asked|charged|took|billed|been)(?: for)? $|^(?: (?:a|an|per|each) [a-z]+)? after (?:an? |the old )?$/;
/** "moves to $1.90 an hour (now $1.67)" */
const NOW_ASIDE = /^[^;.()]{0,30}[(,] ?(?:now|today|at present|presently|currently|still)(?: at|:)? ?(?:about )?$/;
/** "H100 SXM, on demand: $2.76 (today $2.29)": an item of a list, and what it costs until then. */
const TODAY_ASIDE =
  /^ ?(?:(?:\/|an? |per )[^,;()]{2,24})?\((?:today|at present|presently|currently|until (?:then|now)|so far|currently at|now)(?: at|:)? ?(?:about )?$/;
const ITEM = /^[^;.!?$€£¥]{2,60}(?::|—|–|-) ?$/;
const MOVES_TO = /\b(?:to|becomes|will (?:be|cost)) (?:about |just )?$/;
/** "down 80% to $1.20 and Terra down 20% to $2.00": true where a sum that prices came to is followed by one that others came to. */
export const cameByItsOwn = (text: string, one: Quantity, next: Quantity): boolean =>
  (CAME_TO.test(text.slice(0, one.start)) && CAME_BY.test(text.slice(one.end, next.start))) ||
  BY_ITS_OWN.test(text.slice(one.end, next.start));
const BY_ITS_OWN = /\b(?:and|while) [^,;]{1,40} [a-z]{3,}(?:ing|ed|en|s)? (?:by )?\d+(?:\.\d+)?% to $/;
const CAME_TO = /\bto (?:about |around |just |only )?$/;
const CAME_BY =
  /\d(?:%| ?per ?cent)(?: [a-z]+)?,? to (?:about |around |just |only )?$(?<!\b(?:then|since|later|before|again|back)\b.*)/;
/** 上调至每月 */
const COME_TO = /(?:[上下]调|提高|提升|降低|[涨降升跌]|调整)(?:至|到|为)了?(?:每[^,，。;；\d]{1,6}|约)? ?$/;
/** 40元/月调整为58元/月: the verb says from what to what, without 由. */
const MOVED_TO = /^ ?(?:上调|下调|[提调][高升]|降低|涨|升|降|调整|调|改|变)(?:至|到|为|成) ?$/;
/** "2023: $4.10/hr → 2024: $2.20/hr → 2025: $1.35/hr": what it was at each of several times. */
const isSeries = (text: string): boolean => text.includes('→') && matches(NEXT_TIME, text).length > 1;
const NEXT_TIME = /→ ?[^→:,;]{1,20}: ?[~≈约]?(?=[$€£¥]?\d)/g;
/** 起价$6.99/TB/月，2026-07-01调至$7.99/TB/月: what is asked now, and from a day on. */
const FROM_A_DAY =
  /[,，;；] ?(?:[自从]|将?[于在])?(?:20\d\d[-/.]\d{1,2}[-/.]\d{1,2}|(?:20\d\d年|[今明]年)?\d{1,2}月(?:\d{1,2}日|[底初中]旬?)?|[明下]个?[年月周季]度?) ?(?:起|开始|之?后)?[,，]?(?:将|会|拟|正式|统一)*(?:[上下]调|调整?|[涨降提升])(?:至|到|为)(?:每[^,，。;；\d]{1,12}|约)? ?$/;
const ROW_GOES_ON = /^ ?[/、和与] ?[$¥€£]?\d/;
/** Of two neighbouring amounts the old price and the new one; null where they are two prices. */
export function oldAndNew(reading: Reading, amount: Amount, next: Amount): [Amount, Amount] | null {
  const { text } = reading;
  // "go up by €5 to €29.99": how far is no old price.
  if (/\bby (?:about |another )?$/.test(text.slice(0, amount.q.start))) return null;
  const gap = text.slice(amount.q.end, next.q.start);
  if (cameByItsOwn(text, amount.q, next.q) || isSeries(text)) return null;
  // 输入降至$2、输出降至$10（原始费率为$3/$15）: a row of old ones, for each of those before.
  if (ROW_GOES_ON.test(text.slice(next.q.end, next.q.end + 4)) && isOnceAsked(reading, next.q)) return null;
  // Lite费用上调至每月49元，Pro费用上调至每月149元: each has come to its own.
  if (COME_TO.test(text.slice(0, amount.q.start)) && COME_TO.test(gap) && /[,，、;；]/.test(gap)) return null;
  // V4-Flash输出2元；V4-Pro原价分别为…: behind the semicolon another one is spoken of.
  const stop = gap.search(/[;；]/);
  if (stop >= 0 && reading.entities.some((e) => isActor(e) && e.start >= amount.q.end + stop && e.end <= next.q.start))
    return null;
  // "cost $8 at launch, now ranges from $1.47 to $6.88": where a spread begins.
  if (/\b(?:rang\w+|start\w*|begin\w*|vari(?:es|ed)|vary\w*|anywhere|spread\w*) from $/.test(gap)) return null;
  if (
    /\b(?:rang\w+|vari(?:es|ed)|vary\w*|anywhere|runs?|running|span\w*|stretch\w*|extend\w*|differs?) from $/.test(
      text.slice(0, amount.q.start),
    )
  )
    return null;
  if (
    isOtherWay(text, gap, next.q) ||
    isOfCommitted(text.slice(0, amount.q.start)) ||
    billedYearly(text, amount.q, next.q)
  )
    return null;
  // "from $6 when the card was new to $2": whatever is said in between.
  if (FROM_BEFORE.test(text.slice(0, amount.q.start)) && TO_AT_END.test(gap) && !TIER.test(text.slice(0, next.q.start)))
    return [amount, next];
  // "input $6 to $4, output $22.50 to $15": no spread runs downwards.
  if (besideAnother(reading, gap, next.q)) return null;
  const dated = isAlike(amount, next) ? datedEarlier(reading, amount.q, next.q) : null;
  if (dated !== null) return dated === 'first' ? [amount, next] : [next, amount];
  const fallen =
    /^ ?(?:to|→|->) ?$/.test(gap) && Number(next.q.max ?? next.q.min) < Number(amount.q.min ?? amount.q.max);
  const bare = text.slice(Math.max(amount.q.end, amount.q.rate?.end ?? 0), next.q.start);
  const forward =
    !TIER.test(text.slice(0, next.q.start)) &&
    (fallen ||
      (FROM_TO.test(gap) &&
        (BEFORE_OLD.test(text.slice(0, amount.q.start)) ||
          hasDirection(text, amount.q.start) ||
          /→|->|=>|[,，] ?[而但]?(?:现在|现已|如今|目前|眼下)/.test(gap) ||
          MOVED_TO.test(bare))) ||
      (NEW_ONE.test(gap) && OLD_ONE.test(text.slice(0, amount.q.start))) ||
      SINCE_MOVED.test(gap) ||
      TILL_NOW.test(gap) ||
      FROM_A_DAY.test(gap) ||
      thenAndNow(text, amount.q, next.q) ||
      PRESENT_THEN.test(text.slice(Math.max(0, amount.q.start - 30), next.q.start)) ||
      (BEFORE_NOW.test(gap) && /\bnow\b/.test(gap + text.slice(next.q.end, next.q.end + 30))));
  const backward =
    nowAndThen(text, amount.q, next.q) ||
    toldBesideThen(text, amount.q, next.q) ||
    TO_FROM.test(gap) ||
    TO_FROM.test(bare) ||
    DOWN_FROM.test(bare) ||
    WHERE_BEFORE.test(gap) ||
    (TODAY_ASIDE.test(gap) && ITEM.test(text.slice(0, amount.q.start))) ||
    (NOW_ASIDE.test(bare) && MOVES_TO.test(text.slice(Math.max(0, amount.q.start - 30), amount.q.start))) ||
    measuredByOld(text, amount.q, next.q);
  const past =
    !forward &&
    !backward &&
    // "used to cost $2 and $6": two prices of then.
    !/^ ?(?:and|\/|,|&) ?$/.test(bare) &&
    (/used to (?:pay|cost|charge|be|ask|run|set (?:you|them|us|customers|users) back|come to|(?:rent|sell|go|list|retail) (?:for|at))|(?:formerly|previously|originally|initially) (?:priced |sold |listed |billed )?(?:at|for) /.test(
      text.slice(Math.max(0, amount.q.start - 30), amount.q.start),
    ) ||
      (/\b(?:(?<!\b(?:will|would|to|must|shall|then) )cost|paid|was|once|originally|initially) $/.test(
        text.slice(Math.max(0, amount.q.start - 14), amount.q.start),
      ) &&
        /\b(?:now|today)\b/.test(gap)));
  if (backward) return [next, amount];
  if (forward || past) return [amount, next];
  const old = isAlike(amount, next) ? whichIsOld(reading, amount.q, next.q) : null;
  if (old === null) return null;
  return old === 'first' ? [amount, next] : [next, amount];
}

/** "$0.015 per GB-month, versus $0.023 for S3 Standard": what something else costs. */
function besideAnother({ text, entities }: Reading, gap: string, { end, rate }: Quantity): boolean {
  if (!/\b(?:versus|vs\.?|against|compared (?:with|to)) (?:about |around |the )?$/.test(gap)) return false;
  const from = Math.max(end, rate?.end ?? 0);
  // "$34/hour (CoreWeave) vs $98/hour (hyperscaler)", "for an equivalent instance": two sellers.
  if (/\([a-z][^()\d]*\)/.test(gap) || OF_ITS_KIND.test(text.slice(from))) return true;
  const named = entities.find((e) => e.start >= from && ON.test(text.slice(from, e.start)));
  return (
    named !== undefined &&
    !entities.some((e) => e.end <= end && text.slice(e.start, e.end) === text.slice(named.start, named.end))
  );
}
const OF_ITS_KIND =
  /^ (?:\([a-z][^()\d]*\) )?for (?:an? |the )?(?:equivalent|comparable|similar|same|like-for-like|identical)\b|^ \((?:hyperscalers?|big cloud|incumbents?|competitors?|rivals?|others?|self-hosted|on-prem)\)/;
const ON = /^ (?:for|at|on|with|from) (?:the |its |an? )?$/;

/** Of one meter, as far as both are known. */
const isAlike = (a: Amount, b: Amount): boolean =>
  a.meter === b.meter || [a.meter, b.meter].some((meter) => meter === 'blended' || meter === 'other');

/** "0.0008元/千tokens（0.8元/百万tokens）": the same price per another count. */
export const restatedInBrackets = (text: string, amounts: readonly Amount[]): Amount[] =>
  amounts.filter((amount, i) => {
    const before = amounts[i - 1];
    if (!before || before.currency !== amount.currency || before.per === amount.per) return false;
    const unit = ({ q, per }: Amount): number => Number(q.min ?? q.max) / per;
    return (
      /[(][^()]*$/.test(text.slice(before.q.end, amount.q.start)) && Math.abs(unit(before) / unit(amount) - 1) < 0.01
    );
  });

/** "$2 in and $8 out, where it used to be $10 and $40": as many old prices as new ones, in the same order. */
export function usedToBe(text: string, amounts: readonly Amount[]): [Amount, Amount][] {
  const cue =
    /used to be|used to cost|\b(?:until now|so far|before that|until then),? (?:it|they|both|these|that) (?:was|were|cost|had been)|(?:down|up|reduction|cut|drop|decrease|increase|rise) from|compared (?:with|to)|(?:was|were) previously|previously|instead of|rather than|此前分别为|原来分别为|原先分别为|此前为/.exec(
      text,
    );
  if (!cue) return [];
  const now = amounts.filter((a) => a.q.end <= cue.index);
  const old = amounts.filter((a) => a.q.start >= cue.index + cue[0].length);
  if (now.length < 2 || now.length !== old.length) return [];
  // "A at $1, down from $2, and B at $3": the old ones stand together.
  const together = old.every(
    (a, i) => i === 0 || /^[^,;]{0,30}(?:and|\/|和|与|、)[^,;]{0,12}$/.test(text.slice(old[i - 1]?.q.end, a.q.start)),
  );
  if (!together) return [];
  return now.flatMap((after, i): [Amount, Amount][] => {
    const before = old[i];
    return before ? [[{ ...before, meter: after.meter, per: after.per }, after]] : [];
  });
}

/** 原价分别为0.1元、12元、24元，2.5折后为0.025元、3元、6元: what a discount leaves of as many prices, in their order. */
export function afterDiscount(text: string, amounts: readonly Amount[]): [Amount, Amount][] {
  const cue = DISCOUNTED.exec(text);
  if (!cue) return [];
  const end = cue.index + cue[0].length;
  const next = amounts.findIndex((a) => a.q.start >= end);
  let size = next < 0 ? 0 : 1;
  while (next >= 0 && sideBySide(text, amounts[next + size - 1], amounts[next + size])) size++;
  const old = amounts.slice(Math.max(0, next - size), next);
  const [first, last] = [old[0], old.at(-1)];
  if (size === 0 || old.length < size || !first || !last || last.q.end > cue.index) return [];
  const lead = text.slice(amounts[next - size - 1]?.q.end ?? 0, first.q.start);
  // 原价59.9元/月，连续包月优惠价49.9元/月: as it always is.
  if (STANDING.test(text.slice(first.q.start, end))) return [];
  if (!/原|刊例价|标价|定价|正价/.test(lead) || !old.every((a, i) => i === 0 || sideBySide(text, old[i - 1], a)))
    return [];
  return old.flatMap((before, i): [Amount, Amount][] => {
    const after = amounts[next + i];
    const falls = after && Number(after.q.min ?? after.q.max) < Number(before.q.min ?? before.q.max);
    return falls && after.currency === before.currency
      ? [[{ ...before, meter: after.meter, per: after.per }, after]]
      : [];
  });
}
const DISCOUNTED =
  /(?:折|半价|优惠|折扣)(?:之?后|价|期|期间)?(?:[,，]?即)?(?:的?(?:实际|到手|活动|优惠)?(?:单价|价格|价|费用))?(?:分别|依次|仅|只要|降?至|低至|[为即约是])*(?=每?[^,，。;；\d]{0,12} ?\d[\d.]* ?元)/;
const STANDING = /连续包|包年|包季|年付|季付|首购|首单|新客|新用户|学生|会员价/;
const sideBySide = (text: string, a: Amount | undefined, b: Amount | undefined): boolean =>
  a !== undefined &&
  b !== undefined &&
  /^[^,，。;；、]{0,14}[、,，/和与] ?(?:输入|输出|缓存[^,，。;；\d]{0,8})?$/.test(text.slice(a.q.end, b.q.start));

/** "from $2.50/$7.50 to $2.00/$6.00", "$4 in and $20 out down to $2 and $10", "2.4元、9.6元下调至1.2元、4.8元": as many new prices as old ones, for the same meters in the same order. */
export function movedTogether(text: string, amounts: readonly Amount[]): [Amount, Amount][] {
  const pairs: [Amount, Amount][] = [];
  for (let at = 0; at < amounts.length; at++) {
    const size = [3, 2].find((n) => isMove(text, amounts.slice(at, at + n), amounts.slice(at + n, at + 2 * n)));
    if (size === undefined) continue;
    for (let i = at; i < at + size; i++) {
      const [one, other] = [amounts[i], amounts[i + size]];
      if (!one || !other) continue;
      // The new prices may come without their meters.
      const now = other.own ? other : { ...other, meter: one.meter, per: one.per };
      pairs.push(backwards(text, amounts, at + size) ? [other, one] : [one, now]);
    }
    at += 2 * size - 1;
  }
  return pairs;
}

const BACK = /\b(?:from|was|were|previously|formerly|used to be|instead of|compared (?:with|to))|此前|原来|原价|原为/;
const backwards = (text: string, amounts: readonly Amount[], at: number): boolean =>
  BACK.test(text.slice(amounts[at - 1]?.q.end, amounts[at]?.q.start));

function isMove(text: string, first: readonly Amount[], second: readonly Amount[]): boolean {
  const [last, next] = [first.at(-1), second[0]];
  if (!last || !next || first.length !== second.length) return false;
  // "从输入0.20元、输出1.20元降至0.10元和0.50元": in the same order, their meters not said again.
  const unsaid =
    second.every((amount) => !amount.own) &&
    second.every(
      (amount, i) => i === 0 || /^ ?(?:和|与|、) ?$/.test(text.slice(second[i - 1]?.q.end, amount.q.start)),
    ) &&
    /[从由][^,，。;；]*$/.test(text.slice(0, first[0]?.q.start));
  const alike = first.every((amount, i) => {
    const other = second[i];
    return (amount.meter === other?.meter || unsaid) && amount.currency === other?.currency && amount.q !== other.q;
  });
  if (!alike || new Set(first.map(({ meter }) => meter)).size < first.length) return false;
  const gap = text
    .slice(Math.max(last.q.end, last.q.rate?.end ?? 0), next.q.start)
    .replace(/^ ?(?:tokens? |for )?(?:in|out)(?:put)?(?![a-z])/, '')
    .replace(/(?:输入|输出|缓存命中|命中缓存)价?(?:每百?[千万](?:个)?(?:tokens?|词元))? ?$/, '');
  return FROM_TO.test(gap) || TO_FROM.test(gap) || DOWN_FROM.test(gap);
}
