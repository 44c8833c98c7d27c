import type { Announcement } from '../../../../infra/contracts/announcement.ts';
import type { Article } from '../analysis.ts';
import { clauseAt, dateOf, isConversion } from '../context.ts';
import type { DateMention } from '../dates.ts';
import type { Draft } from '../draft.ts';
import { HYPOTHETICAL, NEGATED, PRICE_DOWN, PRICE_UP } from '../lexicon.ts';
import type { Quantity } from '../quantity.ts';
import type { Reading } from '../reading.ts';
import { attributionOf, type Subject } from '../subject.ts';
import { hasHan } from '../text.ts';
import { unknownName } from '../unknown-name.ts';
import { type Amount, priceAmounts } from './amounts.ts';
import { changePercent } from './change-percent.ts';
import { directionNear, hasDirection } from './direction.ts';
import { effectiveDate } from './effective.ts';
import { hourMeter } from './meter.ts';
import { clauseHead } from './object.ts';
import { priceObject, priceSubject, sellerOf, severalProviders } from './price-subject.ts';
import { quoteAround, valueSpan } from './quote.ts';
import { takenUp } from './taken-up.ts';

/** "from A to B", "A → B", 从A降至B, 原A…降至B: text between the two amounts. */
const FROM_TO =
  /^ ?(?:\/[^,;，；]{0,14}|per [^,;，；]{0,24})?,? ?(?:to|→|->|=>|down to|up to(?= )|[^,，;；]{0,22}(?:回到了?|回升至|反弹至|降至|降到|下调至|下调到|调整为|调整至|上调至|上调到|涨至|涨到|升至|升到|提高到|提高至|降为|降成|调为|变为|变成|改成|改为|至|到|减至)|(?:左右|上下)?[,，] ?(?:现已|已|如今|目前)?(?:跌|降|涨|升|回落|回升|回|反弹|攀升|下滑|上涨|下跌)(?:到|至)(?:了|如今的?|现在的?|目前的?|约|近)*)(?:[今去前明同]?[年月日初底末季度旬中上下半第一二三四的约近了每个百万千小时卡张\d/ ]|目前|现在|如今|当前|最新|tokens?|词元){0,18} ?(?:just |only |仅|now )?$/;
const FROM_BEFORE = /(?:\bfrom|从|由)(?: (?:about|over|around|nearly|as much as|more than))? ?$/;
/** "from $60 per million tokens in March 2023 to under $0.50" */
const TO_AT_END =
  /^[^,;，；]{0,70}(?:\bto|至|到|为)(?: (?:under|over|about|around|just|only|as low as|less than|nearly|roughly|below))? ?$/;
const BEFORE_OLD =
  /(?:from|was|previously|formerly|originally|used to (?:pay|cost|be)|instead of|原价?|原来|原先|此前|之前|从|由|自|原每月)[^,;，；]{0,22}$/;
/** "at present €0.0146 per GB per month, will be billed at €0.0169" */
const PRESENT_THEN =
  /\b(?:at present|presently|currently|today|until now|so far)(?: at)? ?[^;,]{0,34}[,;]? (?:it |and |but )?(?:will (?:be (?:billed|charged|priced) at|be|cost|rise to|go (?:up )?to|become)|becomes|goes (?:up |down )?to)(?: about)? $/;
/** "$25 per thousand sources before, costs $5 now" */
const BEFORE_NOW =
  /^[^;.]{0,34}\b(?:before|previously|until now|formerly|originally|a year ago|last year)\b[^;.]{0,20}$/;
/** "B from A", "B, down from A", "B (previously A)". */
const TO_FROM =
  /^[^,;]{0,30}?,? ?(?:\(|, )?(?:down |up )?(?:from|(?:it |they |which )?(?:was|were)|previously|currently|instead of|versus|vs\.?|此前为?|原价?为?|之前为?|原为)[^,;，；]{0,12}$/;
const TO_BEFORE =
  /(?:\bto|→|至|到|降为|降成|调为|改为|改成|变为|变成|调整为)(?: just| only| about| around| between| under| over| nearly|每[^,，。;；:：]{1,14})? ?$/;
const WORKED_EXAMPLE =
  /\bsuppose\b|\bimagine\b|\bif you\b|would (?:cost|come|pay|be)|your bill|\bcomes to\b|works out|for a typical|per (?:request|call) costs?|算下来|相当于|假设|如果你?|费用如下|总费用|也就是说|账单/;

/** Meters that need a subject of the trade: anything may cost so much a month, a picture or a second. */
const OPEN_METERS = new Set<Announcement['meter']>([
  'month',
  'year',
  'image',
  'second',
  'request',
  'other',
  'instance_hour',
  'storage_gb_month',
]);

export interface Priced {
  readonly drafts: readonly Draft[];
  /** Quantities that are spoken for. */
  readonly used: ReadonlySet<Quantity>;
}

/** Prices of one sentence: quotes, and changes where an old or new price is marked as such. */
export function readPrices(article: Article, reading: Reading): Priced {
  const used = new Set<Quantity>();
  const drafts: Draft[] = [];
  if (!article.inDomain) return { drafts, used };
  const amounts = [...priceAmounts(article, reading)];
  const handled = new Set<Amount>();
  addUnmetered(article, reading, amounts);
  const { text } = reading;
  const moves: Move[] = [];
  const taken = takenUp(article, reading, amounts);
  if (taken) {
    const made = change(article, reading, ...taken);
    drafts.push(...made);
    if (made.length > 0) used.add(taken[1].q);
  }
  for (const [before, after] of usedToBe(text, amounts)) {
    const made = change(article, reading, before, after);
    drafts.push(...made);
    used.add(before.q).add(after.q);
  }
  for (const amount of amounts) if (used.has(amount.q)) handled.add(amount);
  for (const amount of restatedInBrackets(text, amounts)) {
    used.add(amount.q);
    amounts.splice(amounts.indexOf(amount), 1);
  }
  for (const amount of amounts) {
    if (handled.has(amount)) continue;
    const conversion = amounts.find((other) => other !== amount && isConversion(reading, other.q, amount.q));
    if (conversion) {
      used.add(amount.q);
      continue;
    }
    const rest = amounts.filter((other) => other.q.start > amount.q.start && !isConversion(reading, amount.q, other.q));
    const next = rest[0];
    const gapEnd = next ? next.q.start : text.length;
    const gap = text.slice(amount.q.end, gapEnd);
    if (next && next.currency === amount.currency) {
      const slash = slashed(reading, amount, amounts);
      if (slash) {
        drafts.push(...slash.flatMap(([a, b]) => change(article, reading, a, b)));
        for (const pair of slash) for (const part of pair) used.add(part.q);
        for (const other of amounts) if (used.has(other.q)) handled.add(other);
        continue;
      }
      const forward =
        !TIER.test(text.slice(0, next.q.start)) &&
        ((FROM_TO.test(gap) &&
          (BEFORE_OLD.test(text.slice(0, amount.q.start)) ||
            hasDirection(text, amount.q.start) ||
            /→|->|=>|^ ?(?:上调|下调|涨|升|降|调整)(?:至|到|为) ?$/.test(gap))) ||
          (FROM_BEFORE.test(text.slice(0, amount.q.start)) && TO_AT_END.test(gap)) ||
          PRESENT_THEN.test(text.slice(Math.max(0, amount.q.start - 30), next.q.start)) ||
          (BEFORE_NOW.test(gap) && /\bnow\b/.test(gap + text.slice(next.q.end, next.q.end + 30))));
      const backward = TO_FROM.test(gap);
      const past =
        !forward &&
        !backward &&
        (/used to (?:pay|cost)/.test(text.slice(Math.max(0, amount.q.start - 30), amount.q.start)) ||
          (/\b(?:cost|paid|was) $/.test(text.slice(Math.max(0, amount.q.start - 6), amount.q.start)) &&
            /\b(?:now|today)\b/.test(gap)));
      if (forward || backward || past) {
        const [before, after] = backward ? [next, amount] : [amount, next];
        const made = change(article, reading, before, after);
        if (made.length > 0) {
          drafts.push(...made);
          used.add(before.q).add(after.q);
          handled.add(before).add(after);
          continue;
        }
      }
    }
    if (amount.own === false && !reading.quantities.includes(amount.q)) continue;
    const lead = text.slice(Math.max(0, amount.q.start - 60), amount.q.start);
    const prior = moves.at(-1);
    const tier = TIER.test(text.slice(0, amount.q.start));
    const joined =
      prior !== undefined &&
      /^(?:\/[a-z]+| per [\w ]{1,20}| in| out|输入|输出)? ?(?:\/|and|和|、|与|及|以及|,|，) ?(?:输入|输出|缓存(?:命中)?)?(?:价格?)?(?:为|至|到|升至|降至)? ?$/.test(
        text.slice(prior.end, amount.q.start),
      );
    const moved: Announcement['direction'] =
      TO_BEFORE.test(lead) && !tier
        ? directionNear(reading, amount.q)
        : joined && prior
          ? prior.direction
          : announcedMove(text, amount.q.start);
    if (moved) moves.push({ end: amount.q.end, direction: moved });
    used.add(amount.q);
    for (const object of objectsOf(reading, amount, amounts)) {
      drafts.push(
        ...(moved && !NEGATED.test(clauseText(reading, amount.q))
          ? statePrice(article, reading, amount, 'price_change', moved, earlier(amounts, amount), object)
          : statePrice(article, reading, amount, 'price_quote', null, null, object)),
      );
    }
  }
  return { drafts, used };
}

/** "0.0008元/千tokens（0.8元/百万tokens）": the same price per another count. */
const restatedInBrackets = (text: string, amounts: readonly Amount[]): Amount[] =>
  amounts.filter((amount, i) => {
    const before = amounts[i - 1];
    if (!before || before.currency !== amount.currency || before.per === amount.per) return false;
    const unit = ({ q, per }: Amount): number => Number(q.min ?? q.max) / per;
    return (
      /[(][^()]*$/.test(text.slice(before.q.end, amount.q.start)) && Math.abs(unit(before) / unit(amount) - 1) < 0.01
    );
  });

/** The price of the same meter told before in the sentence: "$0.75 per 1M, rising later to $1.50". */
const earlier = (amounts: readonly Amount[], amount: Amount): Amount | null =>
  amounts
    .filter(
      (a) =>
        a.q.start < amount.q.start &&
        a.meter === amount.meter &&
        a.currency === amount.currency &&
        a.own &&
        a.meter !== 'other',
    )
    .at(-1) ?? null;

/** 从去年底的5.5万元涨至7.5万元: the date of the old price is none of the new one. */
const datesOfNew = (reading: Reading, old: Quantity): DateMention[] =>
  reading.dates.filter(
    (d) =>
      !(
        d.end <= old.start &&
        /^(?:的|时|,? ?at| at)?(?:约|近|每[^,，。;；\d]{0,10})? ?$/.test(reading.text.slice(d.end, old.start)) &&
        /(?:从|由|自|较|from) ?(?:the )?$/.test(reading.text.slice(Math.max(0, d.start - 10), d.start))
      ),
  );

/** "X也进行了降价，价格为…": the price that an announced move leads to; null where none was announced right before. */
function announcedMove(text: string, at: number): Announcement['direction'] {
  const move =
    /(?:(降价|调降|下调|降费)|(涨价|提价|上调))[^,，。;；:：]{0,10}[,，:：](?:调整后|降价后|涨价后|新|现|其|目前|最新)*的?(?:价格|定价|售价|单价|现价)[^,，。;；]{0,14}$/.exec(
      text.slice(Math.max(0, at - 60), at),
    );
  return move ? (move[1] ? 'decrease' : 'increase') : null;
}

/** "above that the price rises to ...": the next tier, not a later day. */
const TIER =
  /\b(?:above|below|beyond|past|over|up to|超过|以上)(?: that| this|[ \d][\w,.]*)?,? ?(?:the |it |价格?|则)?(?:price |rate )?(?:rises?|goes up|increases?|doubles?|drops?|falls?|climbs?|升|涨|为)?(?: to|至|到)? ?\$?$/;
const SOLD_AT =
  /(?:\blists? (?:at|for)|\bsells? (?:at|for)|\bpriced at|\bcosts?|\bgoes for|\bhad for|\bretails? (?:at|for)|售价|单价|报价|均价|含税价|整机价|价格|卖到?)[为约是达 ]*(?:about |around |roughly |nearly |over |up to )?$/;

interface Move {
  readonly end: number;
  readonly direction: Announcement['direction'];
}

/** "A and B cost $5 each", "企业标准版和企业 VPC 版分别上调至 99 元和 199 元": the things priced; [null] where it is one. */
function objectsOf(reading: Reading, amount: Amount, amounts: readonly Amount[]): (string | null)[] {
  const { text, original } = reading;
  const each =
    /\beach\b|\bboth\b|均为|都是|均|都/.test(text.slice(amount.q.start, amount.q.end + 40)) ||
    /均为?|都是?|\bboth\b (?!input|output|the input|of)|\beach\b/.test(
      text.slice(Math.max(0, amount.q.start - (hasHan(text) ? 12 : 24)), amount.q.start),
    );
  const respectively = /respectively|分别/.test(text);
  if (!each && !respectively) return [null];
  const [start] = clauseAt(reading, amounts[0]?.q.start ?? amount.q.start);
  const head = clauseHead(reading, respectively ? (amounts[0]?.q.start ?? amount.q.start) : amount.q.start);
  if (!head) return [null];
  const parts = head
    .split(/ and | & |、|和(?!谐)|与|以及|及|, ?/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  if (respectively) return [parts.length === amounts.length ? (parts[amounts.indexOf(amount)] ?? null) : null];
  if (parts.length < 2 || start > amount.q.start) return [null];
  const also = /,? as (?:does|do|is|are) (?:the |its )?([a-z0-9][\w -]{1,30})/.exec(text.slice(amount.q.end));
  if (also?.[1]) {
    const at = amount.q.end + also.index + also[0].length - also[1].length;
    parts.push(original.slice(at, at + also[1].length));
  }
  return parts;
}

/** "从 250美元 降至 200美元": no rate, but a change of price; the meter is the month where the sentence says so. */
function addUnmetered(article: Article, reading: Reading, amounts: Amount[]): void {
  const known = new Set(amounts.map((a) => a.q));
  const bare = reading.quantities.filter(
    (q) =>
      q.unit === 'money' &&
      !known.has(q) &&
      !(q.large && /[a-z]/.test(reading.text.slice(q.start, q.end).replace(/[a-z]*\$/, ''))) &&
      q.rate === null &&
      q.currency !== null &&
      Number(q.min ?? q.max) < 10_000_000,
  );
  if (bare.length === 0) return;
  const priced = reading.cues.some((cue) => cue.kind === 'price');
  if (!priced && amounts.length === 0 && !reading.entities.some((e) => e.kind === 'chip')) return;
  for (const q of bare) {
    const gap = reading.text.slice(Math.max(0, q.start - 30), q.start);
    const behind = reading.text.slice(q.end, q.end + 24);
    const pair =
      /(?:\bfrom|\bto|\bnow (?:just |only )?(?:costs?|pays?|is)|\bwas|\bwere|\bpreviously|\bcurrently|\bformerly|\binstead of|此前|原价|原为|从|由|原|(?<!低)至|到|→)[^,;，；]{0,12}$/.test(
        gap,
      ) ||
      /^ ?(?:to |→|instead of |降|涨|上调|下调|调整)/.test(behind) ||
      (amounts.length > 0 && /(?:和|与|、| and )$/.test(gap));
    // "The DGX Station lists at $85,000": the price of the hardware itself.
    const hardware =
      SOLD_AT.test(gap) && reading.entities.some((e) => e.kind === 'chip' && e.end <= q.start && q.start - e.end < 40);
    if (!pair && !hardware) continue;
    if (hardware && Number(q.min ?? q.max) >= 500) {
      amounts.push({ q, currency: q.currency ?? '', meter: 'other', per: 1, own: true });
      continue;
    }
    const last = bare[bare.indexOf(q) - 1];
    // A bare pair after input and output prices is input and output again.
    const second = last !== undefined && /^ ?(?:and|\/|和|与|、) ?$/.test(reading.text.slice(last.end, q.start));
    const near =
      (second ? amounts.find((a) => a.meter === 'output' && a.own) : undefined) ??
      amounts.find((a) => a.q.currency === q.currency);
    const before = near ? null : hourAbove(article, reading);
    const monthly = /month|每月|月费|月租|\/mo|\/月|包月|monthly/.test(reading.text);
    if (!near && !PRICE_UP.test(reading.text) && !PRICE_DOWN.test(reading.text)) continue;
    amounts.push({
      q,
      currency: q.currency ?? '',
      meter: near?.meter ?? before ?? (monthly ? 'month' : 'other'),
      per: near?.per ?? 1,
      own: false,
    });
  }
  amounts.sort((a, b) => a.q.start - b.q.start);
}

/** "Rates there rose from $43.26 to $49.75": the hours the sentence before priced. */
function hourAbove(article: Article, reading: Reading): Amount['meter'] | null {
  const above = article.sentences[reading.index - 1];
  if (above?.block !== reading.block || !/\b(?:rates?|prices?|there|it|that)\b/.test(reading.text)) return null;
  const priced = article.reading(reading.index - 1);
  const q = priced.quantities.find((other) => other.rate?.meter === 'hour' || other.rate?.meter === 'gpu_hour');
  if (!q) return null;
  return q.rate?.meter === 'gpu_hour' ? 'gpu_hour' : hourMeter(priced, q, '');
}

/** "$2 in and $8 out, where it used to be $10 and $40": as many old prices as new ones, in the same order. */
function usedToBe(text: string, amounts: readonly Amount[]): [Amount, Amount][] {
  const cue =
    /used to be|used to cost|(?:down|up|reduction|cut|drop|decrease|increase|rise) from|compared (?:with|to)|(?:was|were) previously|previously|instead of|此前分别为|原来分别为|原先分别为|此前为/.exec(
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

/** "from $2.50/$7.50 to $2.00/$6.00": pairs of old and new, side by side. */
function slashed(reading: Reading, first: Amount, amounts: readonly Amount[]): [Amount, Amount][] | null {
  const at = amounts.indexOf(first);
  const [a, b, c, d] = [amounts[at], amounts[at + 1], amounts[at + 2], amounts[at + 3]];
  if (!a || !b || !c || !d) return null;
  const gap = (x: Amount, y: Amount): string => reading.text.slice(x.q.end, y.q.start);
  const slash = /^ ?\/ ?$/;
  if (!slash.test(gap(a, b)) || !slash.test(gap(c, d)) || !FROM_TO.test(gap(b, c))) return null;
  return [
    [
      { ...a, meter: 'input' },
      { ...c, meter: 'input' },
    ],
    [
      { ...b, meter: 'output' },
      { ...d, meter: 'output' },
    ],
  ];
}

const clauseText = (reading: Reading, q: Quantity): string => reading.text.slice(...clauseAt(reading, q.start));

function change(article: Article, reading: Reading, before: Amount, after: Amount): Draft[] {
  const old = Number(before.q.min ?? before.q.max);
  const now = Number(after.q.min ?? after.q.max);
  if (old === now || NEGATED.test(clauseText(reading, after.q))) return [];
  const meter = after.meter === 'blended' || after.meter === 'other' ? (before.meter ?? after.meter) : after.meter;
  return statePrice(
    article,
    reading,
    { ...after, meter, per: perOf(meter, before, after) },
    'price_change',
    now > old ? 'increase' : 'decrease',
    before,
  );
}

/** Token prices told without their unit ("from $2.50/$7.50 to $2.00/$6.00 input/output") are per million, as the trade quotes them. */
const perOf = (meter: Amount['meter'], before: Amount, after: Amount): number => {
  const stated = after.per === 1 ? before.per : after.per;
  return stated === 1 && !after.own && !before.own && (meter === 'input' || meter === 'output') ? 1_000_000 : stated;
};

function statePrice(
  article: Article,
  reading: Reading,
  amount: Amount,
  kind: 'price_quote' | 'price_change',
  direction: Announcement['direction'],
  before: Amount | null,
  object: string | null = null,
): Draft[] {
  const { q } = amount;
  const { text } = reading;
  // 一块钱能看284张: what money buys, told the other way round.
  if (/^ ?(?:就|便)?(?:能|可以)(?![达超])/.test(text.slice(q.end))) return [];
  // A question states nothing.
  if (/[?？]["”」]?$/.test(text.trimEnd())) return [];
  if (
    /(?:rather than|instead of|而不是|而非)(?: (?:going|rising|moving|go|rise|move)?(?: ?to)?)? ?$/.test(
      text.slice(Math.max(0, q.start - 34), q.start),
    )
  )
    return [];
  if (HYPOTHETICAL.test(text) && WORKED_EXAMPLE.test(text)) return [];
  // 若按每小时2美元计: the rate of an estimate, not an offer.
  if (
    /(?:若|如|假设|假定|均)按[^,，;；]{0,14}$/.test(text.slice(Math.max(0, q.start - 20), q.start)) &&
    /^[^,，;；。]{0,10}(?:计(?![费价])|估算|测算|折算)/.test(text.slice(q.end))
  )
    return [];
  const found = priceSubject(article, reading, q, amount.meter);
  const stranger =
    found.how === 'clause' ||
    found.how === 'sentence' ||
    (found.how === 'source' && found.slugs.length > 0) ||
    amount.meter === 'month' ||
    amount.meter === 'year'
      ? null
      : unknownName(reading, q.start, clauseAt(reading, q.start)[0]);
  const subject: Subject = stranger ? { slugs: [stranger.slug], names: [stranger.name], how: 'unknown' } : found;
  if (
    OPEN_METERS.has(amount.meter) &&
    subject.slugs.length === 0 &&
    !/\bgpus?\b|算力|显卡|大模型|\bllms?\b/.test(text) &&
    !(amount.meter === 'storage_gb_month' && /存储|storage/.test(text)) &&
    !reading.entities.some((e) => e.kind === 'chip')
  )
    return [];
  if (OPEN_METERS.has(amount.meter) && /\bbills?\b|\bwe (?:paid|spent|spend)\b|账单/.test(text)) return [];
  if (/natural gas|btu|barrel|groceries|gold|copper|electricity price|电价|油价/.test(text)) return [];
  const several = severalProviders(reading, q);
  const [quoteStart, quoteEnd] = quoteAround(
    reading,
    Math.min(before?.q.start ?? q.start, q.start),
    Math.max(before?.q.end ?? q.end, q.end),
  );
  const dated = before ? reading.with({ dates: datesOfNew(reading, before.q) }) : reading;
  const thing = object ?? priceObject(article, reading, q, subject);
  // "GPT-6 and Claude Fable both hold at $10": each maker sells its own.
  const made =
    object !== null && subject.how !== 'source'
      ? reading.entities.find((e) => e.kind === 'product' && object.includes(reading.original.slice(e.start, e.end)))
      : undefined;
  const slug = several ? null : sellerOf(article, reading, made?.slug ?? subject.slugs[0] ?? null);
  return [
    {
      kind,
      rule: kind === 'price_quote' ? 'price.quote' : before ? 'price.from-to' : 'price.to',
      quoteStart,
      quoteEnd,
      subject: slug,
      object: thing,
      namedObject: reading.entities.some(
        (e) => (e.kind === 'product' || e.kind === 'chip') && reading.original.slice(e.start, e.end) === thing,
      ),
      direction,
      ...valueSpan(reading, q),
      min: q.min,
      max: q.max,
      unit: amount.currency,
      oldValue: before?.q.min ?? before?.q.max ?? null,
      meter: amount.meter,
      per: amount.per,
      asOf: dateOf(dated, q)?.iso ?? null,
      effective: kind === 'price_change' ? effectiveDate(article, dated, q) : null,
      growth: kind === 'price_change' ? changePercent(reading, q, direction, before) : null,
      status: 'actual',
      attribution: attributionOf(article, reading, slug, q.start),
      reasons: [`subject:${subject.how}`, amount.own ? 'rate with the amount' : 'rate shared'],
      confidence: 0.95 - (amount.own ? 0 : 0.1) - (subject.how === 'clause' || subject.how === 'sentence' ? 0 : 0.1),
    },
  ];
}
