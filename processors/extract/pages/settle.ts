import { samePrice, scale } from '../../normalise/decimal.ts';
import { type Quote, seriesKey, standardUnits } from '../../normalise/price.ts';
import { productKey } from '../../normalise/product-key.ts';
import type { Draft } from './draft.ts';
import { PLAN_NAME } from './names.ts';

/**
 * Drafts become quotes, one per series: a price printed twice (two layouts, a repeated table) is stated once, and prices that
 * would share a series though they stand in different rows are told apart by what else their rows say.
 */
export function settle(drafts: readonly Draft[], provider: string, effectiveAt: string | null): Quote[] {
  const groups = new Map<string, Draft[]>();
  for (const draft of withoutSummaries(drafts)) {
    const key = keyOf(quoteOf(draft, provider, draft.conditions));
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [draft]);
    else group.push(draft);
  }
  const settled: Quote[] = [];
  const known = new Set<string>();
  const told = [...groups.values()].flatMap((group) => toldApart(firstPrinting(withoutRestated(group))));
  for (const { draft, conditions } of toldApartByUnit(told, provider)) {
    const quote = quoteOf(draft, provider, conditions);
    const key = `${keyOf(quote)} ${quote.amount} ${quote.per}`;
    if (known.has(key)) continue;
    known.add(key);
    settled.push({ ...quote, effective_at: effectiveAt });
  }
  return settled;
}

/** "$1.25 • $10" at the head of a page, and "$1.25", "$10.00" under "Text tokens" below: the fuller says it all. */
function withoutSummaries(drafts: readonly Draft[]): readonly Draft[] {
  const ofText = drafts.filter(({ conditions: [only, ...others] }) => others.length === 0 && TEXT.test(only ?? ''));
  if (ofText.length === 0) return drafts;
  const thing = ({ product, meter, mode, region }: Draft) => [productKey(product), meter, mode, region].join('\n');
  const rates = new Map(ofText.map((draft) => [thing(draft), rateOf(draft)]));
  return drafts.filter((draft) => draft.conditions.length > 0 || rates.get(thing(draft)) !== rateOf(draft));
}
const TEXT = /^(?:text|文本)$/i;

interface Told {
  readonly draft: Draft;
  readonly conditions: readonly string[];
}

/** "$0.0075 per TiB scanned", "$0.09 per GiB returned": the series of the meter `other` does not say what is counted, so its tier does. */
function toldApartByUnit(told: readonly Told[], provider: string): Told[] {
  const seriesOf = ({ draft, conditions }: Told): string => {
    const quote = quoteOf(draft, provider, conditions);
    return seriesKey({ ...quote, product_key: productKey(quote.product) });
  };
  const nouns = new Map<string, Set<string>>();
  for (const one of told) {
    if (one.draft.meter !== 'other') continue;
    const key = seriesOf(one);
    nouns.set(key, (nouns.get(key) ?? new Set()).add(one.draft.unit.noun));
  }
  return told.map((one) => {
    const several = one.draft.meter === 'other' && (nouns.get(seriesOf(one))?.size ?? 0) > 1;
    return several ? { ...one, conditions: [...new Set([...one.conditions, one.draft.unit.noun])] } : one;
  });
}

const keyOf = (quote: Quote): string =>
  `${seriesKey({ ...quote, product_key: productKey(quote.product) })} ${quote.meter === 'other' ? quote.per : ''}`;

function quoteOf(draft: Draft, provider: string, conditions: readonly string[]): Quote {
  return {
    provider,
    product: draft.product,
    meter: draft.meter,
    mode: draft.mode,
    tier: conditions.length === 0 ? null : conditions.join('; '),
    region: draft.region,
    amount: draft.amount,
    currency: draft.currency,
    per: draft.unit.count,
    effective_at: null,
    evidence: draft.evidence,
  };
}

const rateOf = (draft: Draft): string => scale(draft.amount, draft.unit.count, standardUnits(draft.meter));

/** "0.0008 元/千 tokens" and "0.8 元/百万 tokens" in one cell: the last says it for the unit in use. A sentence that says a rate again says no other. */
const withoutRestated = (group: readonly Draft[]): Draft[] =>
  group.filter(
    (draft, index) =>
      !group.slice(index + 1).some((next) => next.place === draft.place && rateOf(next) === rateOf(draft)) &&
      !(
        isPlainSaying(draft) && group.slice(0, index).some((one) => isPlainSaying(one) && rateOf(one) === rateOf(draft))
      ),
  );

/** A sentence of words alone: "For 540p it costs ..." says of what the rate is. */
const isPlainSaying = ({ place, discriminators }: Draft): boolean =>
  place.startsWith('prose/') && !discriminators.some((text) => /\d/.test(text));

const tableOf = (draft: Draft): string | undefined => draft.place.split('/')[0];

/**
 * Different prices that come again in the same order are printed again: a page has a layout for every width. So are those of
 * another table, in whatever order: a summary sorts by price what its sections sort by name.
 */
function firstPrinting(group: readonly Draft[]): readonly Draft[] {
  const rates = group.map(rateOf);
  for (let period = 2; period * 2 <= rates.length; period++) {
    if (rates.length % period !== 0 || new Set(rates.slice(0, period)).size < period) continue;
    if (rates.every((rate, index) => rate === rates[index % period])) return group.slice(0, period);
  }
  const [first = group, ...others] = Map.groupBy(group, tableOf).values();
  const sorted = (drafts: readonly Draft[]) => drafts.map(rateOf).sort().join(' ');
  const again = others.length > 0 && others.every((drafts) => sorted(drafts) === sorted(first));
  return again && new Set(first.map(rateOf)).size > 1 ? first : group;
}

/** A plan costs what it costs, in however many layouts its card comes. */
const eachRateOnce = (group: readonly Draft[]): readonly Draft[] =>
  group.filter((draft, index) => !group.slice(0, index).some((other) => isCardAgain(draft, other)));

const isCardAgain = (draft: Draft, other: Draft): boolean =>
  PLAN_NAME.test(draft.product) &&
  rateOf(draft) === rateOf(other) &&
  draft.conditions.join() === other.conditions.join();

/** Adds to each draft of a series what its row says and the others' rows do not. Rows that say the same are one. */
function toldApart(given: readonly Draft[]): Told[] {
  const group = given.every(({ meter }) => /^(?:month|year|instance_hour)$/.test(meter)) ? eachRateOnce(given) : given;
  const plain = group.map((draft) => ({ draft, conditions: draft.conditions }));
  if (group.length === 1) return plain;
  const first = group[0];
  if (first === undefined) return [];
  const row = (draft: Draft) => draft.place.split('/').slice(0, 2).join('/');
  const sameTable = group.filter((draft) => tableOf(draft) === tableOf(first));
  const differ = group.some(
    (draft) =>
      !samePrice(rateOf(draft), rateOf(first)) || (draft.unit.noun !== first.unit.noun && draft.meter === 'other'),
  );
  // "Per thousand" and "per million" beside each other state one price.
  const counts = new Set(group.map((draft) => draft.unit.count));
  if (!differ && counts.size > 1 && group.every((draft) => row(draft) === row(first))) return plain.slice(-1);
  // The same price in another table is the same price in another layout, unless their rows say that they are of different things.
  if (!differ && sameTable.length < 2) {
    const [kept, ...more] = group.filter(
      (draft, index) => !group.slice(0, index).some((other) => isAgain(draft, other)),
    );
    return kept === undefined || more.length === 0 ? plain.slice(0, 1) : toldApartBy([kept, ...more]);
  }
  return toldApartBy(group);
}

/** True where neither of two rows says what the other does not. */
function isAgain({ ofRow: one = [] }: Draft, { ofRow: other = [] }: Draft): boolean {
  return one.every((text) => other.includes(text)) || other.every((text) => one.includes(text));
}

/** Said before in more words: "input 512x512 tile". */
const WAY = /^(?:in|out)put$/;

function toldApartBy(group: readonly Draft[]): Told[] {
  const [first] = group;
  if (first === undefined) return [];
  const shared = new Set(
    first.discriminators.filter((text) => group.every((draft) => draft.discriminators.includes(text))),
  );
  const nouns = new Set(group.map((draft) => draft.unit.noun));
  return group.map((draft) => {
    const own = draft.discriminators
      .filter((text) => !shared.has(text) && text !== draft.product && /[\p{L}\d]/u.test(text))
      .filter((text, at, all) => !WAY.test(text) || !all.slice(0, at).some((before) => before.includes(text)))
      .slice(0, 2);
    // "2年", "24 months", "Quarterly": a series of its own for each term.
    const ofTerm = /^(?:month|year)$/.test(draft.meter) && /\d|ly$/.test(draft.unit.noun);
    const isNoun = draft.unit.dimension === 'other' || draft.meter === 'other' || ofTerm;
    const noun = nouns.size > 1 && isNoun ? [draft.unit.noun] : [];
    return {
      draft,
      conditions: [...new Set([...draft.conditions, ...own, ...(own.length === 0 ? noun : [])])].filter(
        (text) => text !== '',
      ),
    };
  });
}
