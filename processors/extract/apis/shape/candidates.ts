import { type Amount, amountOf } from '../amount.ts';
import { isList, isObject, type Json, Numeral } from '../json.ts';
import { joinPath } from '../path.ts';
import { entryOf, PERIOD } from './entry.ts';
import { machineByPlace } from './machines-by-place.ts';
import { isNotAsked } from './not-asked.ts';
import { perObject } from './per-object.ts';
import { severalAmounts } from './several-amounts.ts';
import { CODE, statedCurrency } from './stated-currency.ts';
import type { Entry, Step } from './steps.ts';
import { isSuperseded } from './superseded.ts';
import {
  COUNT_KEY,
  isBareDirection,
  isGrade,
  isRate,
  isRateOfData,
  isRateOfTokens,
  isTerm,
  isThreshold,
  namesPrice,
  phraseOf,
} from './words.ts';

/** A value that is a price by its keys. */
export interface Candidate {
  readonly amount: Amount;
  readonly entry: Entry;
  readonly steps: readonly Step[];
  /** The last key, as words. */
  readonly phrase: string;
  /** The keys between entry and last key, as words. */
  readonly around: string;
  /** What follows the amount in a text: "$3.00 / 1M tokens". */
  readonly after: string;
  readonly path: string;
}

const MAX_DEPTH = 40;
const WRITTEN =
  /^\s*((?:US\$|[$€£¥￥])\s*[\d,]*\.?\d+|[\d,]*\.?\d+\s*(?:[$€£¥￥元]|美元|(?:USD|CNY|RMB|EUR|GBP|JPY|KRW|INR)\b))\s*(.*)$/is;

/** Every price in a document, with what it is of; `nameless` counts those of which nothing says what they are of. */
export function candidates(document: Json): { found: Candidate[]; nameless: string[] } {
  const found: Candidate[] = [];
  const nameless: string[] = [];
  const walk = (value: Json, steps: readonly Step[], path: string): void => {
    if (steps.length > MAX_DEPTH) return;
    if (isList(value)) {
      value.forEach((inner, index) => {
        walk(inner, [...steps, { within: value, key: String(index) }], `${path}[${index}]`);
      });
    } else if (isObject(value) && !('nanos' in value)) {
      for (const [key, inner] of Object.entries(value)) {
        walk(inner, [...steps, { within: value, key }], joinPath(path, key));
      }
    } else {
      const several = typeof value === 'string' ? severalAmounts(value) : null;
      const read = several === null ? readLeaf(value) : WHOLE;
      if (read === null) return;
      const entry = entryOf(steps);
      if (!isPrice(value, steps, entry?.depth ?? 0, read.signed)) return;
      if (entry !== null && isSuperseded(steps, entry)) return;
      if (entry === null) nameless.push(path);
      else {
        const words = wordsOf(steps, entry.depth);
        if (several === null) found.push({ ...read, entry, steps, path, ...words });
        for (const { amount, after, way } of several ?? [])
          found.push({ amount, after, entry, steps, path, ...words, phrase: `${words.phrase} ${way ?? ''}`.trim() });
      }
    }
  };
  walk(document, [], '');
  return { found, nameless };
}

/** A text of several amounts: what each is, its part says. */
const WHOLE = { amount: { amount: '0', currency: null, literal: '' }, after: '', signed: true };

function readLeaf(value: Json): { amount: Amount; after: string; signed: boolean } | null {
  const plain = amountOf(value);
  if (plain !== null) return { amount: plain, after: '', signed: plain.currency !== null };
  const match = typeof value === 'string' && value.length < 80 ? WRITTEN.exec(withoutTags(value)) : null;
  const amount = match === null ? null : amountOf(match[1] ?? '');
  return amount === null
    ? null
    : { amount: { ...amount, literal: String(value) }, after: match?.[2] ?? '', signed: true };
}

/** "<p>$0.40</p>": a text as an editor of pages keeps it. */
const withoutTags = (text: string): string => (text.includes('<') ? text.replaceAll(/<\/?[a-z][^<>]*>/gi, '') : text);

/** Keys of lists are positions: they say nothing. */
export function wordsOf(steps: readonly Step[], depth: number): { phrase: string; around: string } {
  const keys = steps.slice(depth).filter(({ within }) => !isList(within));
  const last = keys.pop();
  // {"input": {"<=200k": 1.25, ">200k": 2.5}}
  const over = last !== undefined && isThreshold(phraseOf(last.key)) ? keys.pop() : undefined;
  if (last !== undefined && over !== undefined)
    return {
      phrase: `${phraseOf(over.key)} ${phraseOf(last.key)}`,
      around: keys.map(({ key }) => phraseOf(key)).join(' '),
    };
  if (last !== undefined) return { phrase: phraseOf(last.key), around: keys.map(({ key }) => phraseOf(key)).join(' ') };
  // A map of plain numbers: its own key says what they are.
  return { phrase: phraseOf(steps[depth - 2]?.key ?? ''), around: '' };
}

function isPrice(value: Json, steps: readonly Step[], depth: number, signed: boolean): boolean {
  const { phrase, around } = wordsOf(steps, depth);
  if (signed) return true;
  const within = steps.at(-1)?.within;
  if (isOtherMoney(steps.at(-1)?.key ?? '', within) || isNotAsked(steps)) return false;
  if (namesPrice(phrase, around))
    return !isPartOfTotal(phrase, within) && !isWrittenOut(value, phrase, within) && !isRetold(phrase, within);
  // {"amount": 1, "price": 118.75}: how many.
  if (phrase === 'amount' && isObject(within) && 'price' in within) return false;
  // "amount", or a number under "hour", where a currency is spoken of.
  if ((BARE_PRICE.test(phrase) && isPlain(around)) || (PERIOD.test(phrase) && depth === steps.length))
    return statedCurrency(steps) !== null;
  if (isRate(phrase) && (statedCurrency(steps) !== null || steps.some(({ key }) => namesPrice(phraseOf(key), ''))))
    return true;
  if (isRateOfData(phrase) || (isRateOfTokens(phrase) && isSmall(value))) return true;
  if (isGrade(phrase) && isSmall(value) && arePicturesPriced(steps)) return true;
  // {"hourly": 2.4, "monthly": 1700}
  if (/^(?:dai|week|month|year)ly$/.test(phrase) && isBesidePrice(value, within)) return true;
  if (isTerm(phrase) && isBesidePrice(value, within)) return Number(amountOf(value)?.amount) > 0;
  // {"on_demand": 2.49, "reserved": {"1m": 2.2, "12m": 1.9}}
  const outer = steps.at(-2)?.within;
  if (isTerm(`${around} ${phrase}`) && isSmall(value) && isBesidePrice(value, outer)) return true;
  if (!isObject(within)) return false;
  if (machineByPlace(steps) !== null) return true;
  if (isThreshold(phraseOf(steps.at(-1)?.key ?? '')))
    return isBareDirection(phraseOf(steps.at(-2)?.key ?? ''), around) && Object.values(within).every(isSmall);
  // {"unit": "1M tokens", "input": {"text": 0.5, "audio": 1}}
  if (/^(?:text|audio|image|video)s?$/.test(phrase) && isBareDirection(around, ''))
    return (
      Object.values(within).every(isSmall) &&
      (statedCurrency(steps) !== null || steps.some((step) => byToken(step.within) !== null))
    );
  if (!isBareDirection(phrase, around) || !isSmall(value)) return false;
  // {"prompt": 0.02, "per_tokens": 1000}
  if (Object.keys(within).some((key) => COUNT_KEY.test(phraseOf(key)))) return true;
  return Object.entries(within).some(
    ([key, other]) => other !== value && isSmall(other) && isBareDirection(phraseOf(key), around),
  );
}

/** {"image_pricing": {"orca-draw": {"low": {"1024x1024": 0.01}}}}, {"unit": "per image", ...}: further out stands what numbers by grade are. */
const arePicturesPriced = (steps: readonly Step[]): boolean =>
  steps.some(({ within, key }) => namesPrice(phraseOf(key), '') || byPicture(within) !== null);

/** {"unit": "per image"}, {"pricing_type": "tokens"}: whether an object says that its prices are of such things. */
const isPricedBy = (things: RegExp) =>
  perObject((object): true | null =>
    Object.entries(object).some(
      ([key, value]) => typeof value === 'string' && UNIT_KEY.test(phraseOf(key)) && things.test(value),
    )
      ? true
      : null,
  );

const UNIT_KEY = /\b(?:units?|per|pricing type)\b/;
const byPicture = isPricedBy(/\b(?:image|picture|video|second)s?$/i);
const byToken = isPricedBy(/\btok(?:en)?s?\b/i);

const BARE_PRICE = /^(?:unit )?(?:amount|rate)$/;
const isPlain = (around: string): boolean => namesPrice('price', around);

/** {"on_demand": 2.49, "reserved_1y": 1.89}: a way of buying beside others. */
const isBesidePrice = (value: Json, within: Json | undefined): boolean =>
  isObject(within) &&
  Object.entries(within).some(
    ([key, other]) => other !== value && other instanceof Numeral && namesPrice(phraseOf(key), ''),
  );

/** "rounded value", "value as int" beside "value": the same in another form. */
const isRetold = (phrase: string, within: Json | undefined): boolean => {
  if (!FORM.test(phrase) || !isObject(within)) return false;
  const plain = phrase.replace(FORM, '').replaceAll(/\s+/g, ' ').trim();
  return Object.keys(within).some((key) => phraseOf(key) === plain);
};
const FORM = /\b(?:rounded|truncated|as (?:int(?:eger)?|float|string|text|decimal)|(?:int|integer|string|raw)$)/;

/** {"price": 249900000000, "formatted_price": "2499.00 €"}: parts of a currency, and beside them what they come to. */
const isWrittenOut = (value: Json, phrase: string, within: Json | undefined): boolean =>
  value instanceof Numeral &&
  Number(value.literal) >= LEAST_PARTS &&
  isObject(within) &&
  Object.entries(within).some(([key, text]) => {
    const other = phraseOf(key);
    const written =
      typeof text === 'string' && FORMATTED.test(other) && other.replace(FORMATTED, '').trim() === phrase
        ? readLeaf(text)
        : null;
    return written?.signed === true && Number(written.amount.amount) * LEAST_PARTS <= Number(value.literal);
  });
const LEAST_PARTS = 100;
const FORMATTED = /\b(?:formatted|display(?:ed)?|text|label|string)\b/;

/** {"usd": 0.95, "tao": 0.0033}: beside a currency, a coin. */
const isOtherMoney = (key: string, within: Json | undefined): boolean =>
  isObject(within) &&
  /^[a-z]{3,5}$/i.test(key) &&
  !CODE.test(key) &&
  Object.keys(within).every((other) => /^[a-z]{3,5}$/i.test(other)) &&
  Object.keys(within).some((other) => other.length === 3 && CODE.test(other));

/** "dph_base" beside "dph_total", "gpuCostPerHour" beside "totalHour": the total is what one pays. */
function isPartOfTotal(phrase: string, within: Json | undefined): boolean {
  if (!isObject(within)) return false;
  if (/ per hour$/.test(phrase) && Object.keys(within).some((key) => phraseOf(key) === 'total hour')) return true;
  if (!/\bbase\b/.test(phrase)) return false;
  const total = phrase.replace('base', 'total');
  return Object.keys(within).some((key) => phraseOf(key) === total);
}

/** A bare "output" of 4096 is a limit; of 10 or 0.6 it may be a price. */
function isSmall(value: Json): boolean {
  const literal = value instanceof Numeral ? value.literal : value;
  return typeof literal === 'string' && amountOf(literal) !== null && Number(literal) < 1000;
}
