import type { Draft } from './draft.ts';
import { cloudOf } from './families.ts';
import { withOldPrices } from './old-prices.ts';
import { isEndOf, isMarkOf, isNamelessAgain, isRoundingOf } from './rounded.ts';

/** A group and its cloud arm are told apart by some reports and not by others. */
const family = (slug: string | null): string | null => (slug === null ? null : cloudOf(slug));

/** What comes in is never what goes out, though both come to the same. */
const EARNED: ReadonlySet<string> = new Set(['revenue', 'net_income', 'operating_profit']);

const claim = (draft: Draft): string =>
  [
    draft.kind,
    draft.kind === 'market_size' ? null : family(draft.subject),
    draft.unit,
    ...new Set([draft.min, draft.max].filter((value) => value !== null)),
    '',
    draft.direction ?? null,
    draft.kind === 'financial' && EARNED.has(draft.metric ?? 'other'),
    draft.meter ?? null,
    draft.meter === 'other' ? (draft.per ?? null) : null,
    // A fee that goes, or what the others cost, is not said by a heading that speaks of lower prices.
    draft.unit === null && (draft.rule === 'price.fee' || draft.rule === 'price.others'),
  ].join('|');

/** How far behind a price the change it began may be told, in UTF-16 units: a short sentence between says nothing of it. */
const CLOSE = 60;

/** "... cost 90 cents. Today we are lowering that to 55": the old price of a change told right behind it is no quote of its own. */
const isOldOf = (quote: Draft, change: Draft): boolean =>
  quote.kind === 'price_quote' &&
  change.kind === 'price_change' &&
  quote.quoteEnd <= change.quoteStart &&
  change.quoteStart - quote.quoteEnd < CLOSE &&
  // "went as high as $8. Now it is $2"
  change.oldValue === (quote.min ?? quote.max) &&
  change.unit === quote.unit &&
  change.meter === quote.meter &&
  !areVersions(words(quote.object), words(change.object));

/** "M3" and "M2.5-Lightning": versions apart, whether we know them or not. */
const areVersions = (x: string, y: string): boolean =>
  VERSIONED.test(x) && VERSIONED.test(y) && !x.includes(y) && !y.includes(x);

/** "Now it costs $4. It was $5 until May": the very amount that the next sentence makes the end of a change. */
const isNewBefore = (quote: Draft, change: Draft): boolean =>
  quote.kind === 'price_quote' &&
  change.kind === 'price_change' &&
  quote.valueStart !== undefined &&
  quote.valueStart === change.valueStart &&
  quote.unit === change.unit &&
  quote.meter === change.meter;

/** "… is cut to $4 …. The new price is $4": what a change has led to is no quote of its own. */
const isNewOf = (quote: Draft, change: Draft): boolean =>
  quote.kind === 'price_quote' &&
  change.kind === 'price_change' &&
  change.unit === quote.unit &&
  change.meter === quote.meter &&
  change.per === quote.per &&
  change.min !== null &&
  change.min === quote.min &&
  change.max === quote.max &&
  change.quoteStart < quote.quoteStart &&
  family(change.subject) === family(quote.subject) &&
  sameQuote({ ...change, kind: 'price_quote' }, quote);

/** 每百万tokens 15美元看着不多: the price of one side, spoken of again without it. */
const isSideless = (quote: Draft, told: Draft): boolean =>
  quote.kind === 'price_quote' &&
  told.kind === 'price_quote' &&
  quote.meter === 'blended' &&
  told.meter !== 'blended' &&
  told.quoteStart !== quote.quoteStart &&
  told.per === quote.per &&
  told.unit === quote.unit &&
  told.min === quote.min &&
  told.max === quote.max &&
  // "V4 Flash at $0.25 is basically as good as GPT-4o": of the thing told, whoever else the sentence names.
  (family(told.subject) === family(quote.subject) ||
    (quote.object !== null && words(quote.object) === words(told.object))) &&
  !(quote.namedObject && told.namedObject && words(quote.object) !== words(told.object));

const words = (text: string | null): string => (text ?? '').toLowerCase().replace(/[^\p{L}\p{N}.]+/gu, '');

/** Rows of tables that name different things tell of each. */
const inOtherRow = (a: Draft, b: Draft): boolean =>
  a.rule.startsWith('price.table') &&
  b.rule.startsWith('price.table') &&
  a.quoteStart !== b.quoteStart &&
  words(a.object) !== words(b.object);

/** So near to each other stand the lines that tell of the same over time. */
const NEAR_LINES = 200;

/** So near to each other stand the items of a list, in UTF-16 units. */
const BESIDE = 60;

/** 平均降20%，最高55%。ECS最多36%，OSS最多55%: the most of all, and the item of a list below that moves so far. */
function isMostOfAll(headline: Draft, item: Draft, drafts: readonly Draft[]): boolean {
  if (headline.kind !== 'price_change' || headline.unit !== 'percent' || headline.min !== null) return false;
  if (headline.quoteStart === item.quoteStart || alike(headline, item)) return false;
  const at = item.valueStart ?? 0;
  return drafts.some(
    (d) =>
      d !== item &&
      d.kind === 'price_change' &&
      d.unit === 'percent' &&
      d.max !== item.max &&
      d.quoteStart !== headline.quoteStart &&
      Math.abs((d.valueStart ?? 0) - at) < BESIDE &&
      words(d.object) !== words(item.object),
  );
}

const VERSIONED = /^[a-z]+-?\d/;

/** Lite, Pro+, Business Premium, 加强版: the name of a plan, and no more. */
const isPlan = (object: string | null): boolean =>
  object !== null && /^(?:[A-Z][A-Za-z]*\+?(?: [A-Z][A-Za-z\d]*\+?){0,2}|[\u4e00-\u9fff]{1,3}[版档])$/.test(object);

/** 34.61 and 34.6: the same, told round. */
const isNear = (one: number, other: number): boolean => Math.abs(one / other - 1) < 0.02;

/** Two products may cost the same: said in one breath, or both by a name of their own, they are two quotes. */
const sameQuote = (a: Draft, b: Draft): boolean => {
  if (a.kind === 'financial' && a.quoteStart === b.quoteStart && a.asOf && b.asOf && a.asOf !== b.asOf) return false;
  // "2023: $250 million", "H1 2025: $250 million": two lines of a list, each with its time.
  if (
    a.kind === 'financial' &&
    a.asOf &&
    b.asOf &&
    a.asOf !== b.asOf &&
    a.period !== b.period &&
    Math.abs(a.quoteStart - b.quoteStart) < NEAR_LINES
  )
    return false;
  // "10 gigawatts from Nvidia, six from AMD and 10 gigawatts of its own chips": told in one breath, two sites or orders.
  if (a.kind === 'capacity' && a.quoteStart === b.quoteStart) {
    // 第二批150MW排在2026年，最后150MW要到2027年
    if (a.asOf && b.asOf && a.asOf !== b.asOf) return false;
    const apart = Math.abs((a.valueStart ?? 0) - (b.valueStart ?? 0));
    return apart < 24 || apart > 320;
  }
  if (a.kind === 'price_change' && a.unit === null)
    return (
      !inOtherMonth(a.asOf ?? a.effective, b.asOf ?? b.effective) &&
      !onOtherDay(a.effective, b.effective) &&
      !ofOtherCards(a, b)
    );
  if (a.kind !== 'price_quote' && a.kind !== 'price_change') return true;
  if (inOtherRow(a, b)) return false;
  // 北美由0.04美元调至0.08美元。欧洲由0.05美元调至0.08美元: they end alike.
  if (a.oldValue && b.oldValue && !isNear(Number(a.oldValue), Number(b.oldValue))) return false;
  if (a.object === b.object || (a.oldValue && a.oldValue === b.oldValue)) return true;
  // "from 0.04 to 0.08 in America, from 0.05 to 0.08 in Europe": two changes that end alike.
  if (a.oldValue && b.oldValue && a.quoteStart === b.quoteStart) return false;
  const [x, y] = [words(a.object), words(b.object)];
  // Pro+维持39美元, Enterprise每人每月39美元: two plans of one house.
  if (a.meter === 'month' && isPlan(a.object) && isPlan(b.object) && !x.includes(y) && !y.includes(x)) return false;
  // "Google AI Ultra" and "AI Ultra" are one; "GPT-4" and "GPT-4 Turbo" are two.
  if (a.namedObject && b.namedObject) return x.endsWith(y) || y.endsWith(x);
  if (x === y || x === '' || y === '' || x.includes(y) || y.includes(x)) return true;
  if (areVersions(x, y)) return false;
  if (a.quoteStart === b.quoteStart || a.rule === 'price.table') return false;
  return true;
};

/** "H100 prices have dropped. MI300X pricing is softening too": nobody's moves, of two cards. */
const ofOtherCards = (a: Draft, b: Draft): boolean => {
  const [x, y] = [words(a.object), words(b.object)];
  return a.subject === null && b.subject === null && CARD.test(x) && CARD.test(y) && !x.includes(y) && !y.includes(x);
};
/** A card by its number, not "gpu" or "cards". */
const CARD = /^(?:nvidia|amd)?(?:[a-z]{1,4}\d{2,4}|rtx)/;

/** "From June 15 it will cost more, unlike April 1, when prices went up": two moves, each with a day or month of its own. */
const inOtherMonth = (a: string | null | undefined, b: string | null | undefined): boolean =>
  a != null && b != null && MONTH.test(a) && MONTH.test(b) && a.slice(0, 7) !== b.slice(0, 7);
const MONTH = /^\d{4}-\d\d/;
/** "April 1: monthly prices raised. April 29: set-up fees raised." */
const onOtherDay = (a: string | null | undefined, b: string | null | undefined): boolean =>
  a != null && b != null && a.length === 10 && b.length === 10 && a !== b;

/** The draft that knows the old price, then the one with the higher confidence. */
const surer = (a: Draft, b: Draft): boolean =>
  (a.oldValue != null) === (b.oldValue != null) ? a.confidence > b.confidence : a.oldValue != null;

/** "输入价涨463%" in a headline, where the text below has the two prices it comes to, or the new one and the percentage. */
const restated = (d: Draft, drafts: Iterable<Draft>): boolean => {
  if (d.kind !== 'price_change' || d.unit !== 'percent' || d.min !== d.max) return false;
  for (const other of drafts)
    if (
      other.kind === 'price_change' &&
      (other.oldValue != null || (other.growth != null && other.quoteStart >= d.quoteEnd && alike(d, other))) &&
      other.direction === d.direction &&
      family(other.subject) === family(d.subject) &&
      Math.abs(other.growth ?? 0) === Number(d.min) &&
      // "Cached context drops by 64% as well": behind the two prices another thing is named.
      (d.quoteStart < other.quoteEnd || d.namedObject || alike(d, other))
    )
      return true;
  return false;
};

/** 旗下九款模型全部降价，其中甲直降97%: a move of so many products is not told by the figures of one. */
const ofSeveral = (move: Draft, drafts: Iterable<Draft>): boolean => {
  if (move.counted !== true) return false;
  let figured = 0;
  for (const d of drafts)
    if (d.kind === 'price_change' && d.unit !== null && family(d.subject) === family(move.subject)) figured++;
  return figured > 0 && figured < 3;
};

/** How far behind a change its percentage may stand, in UTF-16 units. */
const NEAR = 700;

/** "... $4, down from $5. That is a 20 percent cut.": the percentage that two amounts come to, told again in a sentence of its own. */
function comesTo(percent: Draft, change: Draft, drafts: readonly Draft[]): boolean {
  if (percent.kind !== 'price_change' || percent.unit !== 'percent' || percent.min !== percent.max) return false;
  if (change.kind !== 'price_change' || change.oldValue == null || change.direction !== percent.direction) return false;
  if (family(change.subject) !== family(percent.subject)) return false;
  const behind = percent.quoteStart - change.quoteEnd;
  if (behind > NEAR || (behind < 0 && !leadsTo(percent, change, drafts))) return false;
  return movedBy(percent, change) && alike(percent, change);
}

/** The two amounts of a change come to the percentage. */
const movedBy = (percent: Draft, { min, max, oldValue }: Draft): boolean =>
  oldValue != null && Math.abs(Math.abs(Number(min ?? max) / Number(oldValue) - 1) * 100 - Number(percent.min)) <= 0.6;

/** Of the same thing, as far as both name one. */
function alike(a: Draft, b: Draft): boolean {
  const [x, y] = [thingOf(a), thingOf(b)];
  return x === '' || y === '' || x.includes(y) || y.includes(x);
}

/** What a claim is about; empty where it names its house and nothing more. */
const thingOf = ({ object, subject }: Draft): string => (words(object) === words(subject) ? '' : words(object));

/** So much may stand between a percentage and the amounts it leads to, in UTF-16 units: a sentence that states nothing. */
const ASIDE = 60;

/**
 * "下调80%。从5元降至1元。": the percentage right before the change that it comes to, or before those of one thing that all come to it;
 * over several it is a claim of its own.
 */
const leadsTo = (percent: Draft, change: Draft, drafts: readonly Draft[]): boolean =>
  percent.quoteEnd <= change.quoteStart &&
  change.quoteStart - percent.quoteEnd < ASIDE &&
  drafts
    .filter((d) => d.kind === 'price_change' && d.quoteStart >= change.quoteStart && d.quoteStart < change.quoteEnd)
    .every((d) => d === change || (words(d.object) === words(change.object) && movedBy(percent, d)));

/** Percentages that only say again what two amounts come to go into the growth of those changes. */
function withPercents(drafts: readonly Draft[]): Draft[] {
  const again = drafts.filter((d) => d.unit === 'percent' && drafts.some((other) => comesTo(d, other, drafts)));
  if (again.length === 0) return [...drafts];
  return drafts
    .filter((d) => !again.includes(d))
    .map((d) => {
      const percent = d.growth == null ? again.find((other) => comesTo(other, d, drafts)) : undefined;
      return percent
        ? {
            ...d,
            object: thingOf(d) === '' ? percent.object : d.object,
            growth: (d.direction === 'decrease' ? -1 : 1) * Number(percent.min),
          }
        : d;
    });
}

/** "H100 prices have dropped. Only AWS has cut its H100 instances, by 44%": the market's move of a card, where only houses tell how far. */
function isOfCard(move: Draft, drafts: Iterable<Draft>): boolean {
  if (move.rule !== 'price.move' && move.rule !== 'price.follow-suit') return false;
  if (!CARD.test(words(move.object))) return false;
  for (const d of drafts)
    if (d.kind === 'price_change' && d.unit !== null && d.subject === null && d.direction === move.direction)
      return false;
  return true;
}

/** One draft per claim: the surest of those that repeat it; a bare "raised prices" yields to the same change with figures. */
export function distinct(all: readonly Draft[]): Draft[] {
  if (all.length < 2) return [...all];
  const drafts = withPercents(withOldPrices(all));
  const byClaim = new Map<string, Draft[]>();
  /** "$300M ARR" in a heading, "January 2026: $300M": what only the repeat dates. */
  const dates = new Map<Draft, string>();
  for (const draft of drafts) {
    const key = claim(draft);
    const known = byClaim.get(key) ?? [];
    const at = known.findIndex((other) => sameQuote(other, draft) && !isMostOfAll(other, draft, drafts));
    const twin = known[at];
    if (twin === undefined) known.push(draft);
    else {
      const [better, other] = surer(draft, twin) ? [draft, twin] : [twin, draft];
      known[at] = better;
      const asOf = better.asOf ?? other.asOf ?? dates.get(other);
      if (asOf != null) dates.set(better, asOf);
    }
    byClaim.set(key, known);
  }
  const kept = new Set([...byClaim.values()].flat());
  const figured = new Set(
    [...kept]
      .filter((d) => d.kind === 'price_change' && d.unit !== null)
      .map((d) => `${family(d.subject)}|${d.direction}`),
  );
  const opening = new Map<Draft['direction'], number>();
  for (const d of kept)
    if (d.kind === 'price_change' && d.unit !== null)
      opening.set(d.direction, Math.min(opening.get(d.direction) ?? d.quoteStart, d.quoteStart));
  return drafts
    .filter(
      (d, i) =>
        kept.has(d) &&
        !drafts.some((other, at) => at < i && kept.has(other) && isRoundingOf(other, d)) &&
        !drafts.some(
          (other) =>
            isOldOf(d, other) ||
            isNewBefore(d, other) ||
            isNewOf(d, other) ||
            isSideless(d, other) ||
            isMarkOf(d, other) ||
            isNamelessAgain(d, other) ||
            (kept.has(other) && isEndOf(d, other)),
        ) &&
        !restated(d, kept) &&
        !(
          d.kind === 'price_change' &&
          d.unit === null &&
          d.rule !== 'price.fee' &&
          d.rule !== 'price.others' &&
          (d.subject === null
            ? // A headline without a name, the figures below.
              (opening.get(d.direction) ?? -1) > d.quoteStart && !isOfCard(d, kept)
            : figured.has(`${family(d.subject)}|${d.direction}`) && !ofSeveral(d, kept))
        ),
    )
    .map((d) => (d.asOf == null && dates.has(d) ? { ...d, asOf: dates.get(d) ?? null } : d));
}
