import type { CurrencyContext } from '../../normalise/currency.ts';
import { percentChange } from '../../normalise/decimal.ts';
import { findDirections } from '../../normalise/directions.ts';
import { fold } from '../../normalise/fold.ts';
import { spelledOut } from '../../normalise/in-and-out.ts';
import { findTiers } from '../../normalise/tiers.ts';
import { unitOnly } from '../../normalise/unit-phrase.ts';
import { convert, isConvertible } from '../../normalise/units.ts';
import { type Amount, bareAmount, findAmounts } from './amounts.ts';
import { carriedOver, headsSeveral, leadsGroups } from './lines-over-amounts.ts';
import { withoutTaxed } from './said-with-taxes.ts';
import { waysOverLines } from './ways-over-lines.ts';

/** One price of a cell with the words that belong to it. */
export interface Reading {
  readonly amount: Amount;
  /** The words beside the amount, the unit among them, the number left out. */
  readonly words: string;
  /** Position among the prices of the cell, and how many there are: "Input / Output" headers are split by it. */
  readonly index: number;
  readonly of: number;
  /** "min" or "max" where the cell gives a range. */
  readonly bound: 'min' | 'max' | null;
  /** True where the amount beside it says that it is of what is cached, and this one says nothing: "$2, $0.4 (cached)". */
  readonly uncached?: true;
  /** True for each of three amounts of which the second is the least and the third the most: "$2.50 $0.25 $15". */
  readonly dips?: true;
}

const SIGN_ONLY = /^(?:us\$|\$|¥|€|£|usd|cny|rmb|eur)$/i;
const OLD = /(?:原价|划线价|list price|was|regular(?:ly)?|original(?:ly)?|standard price|before)\s*[:：]?\s*$/i;
/** "0.002（限时优惠，原价0.004）": what it cost before, in brackets behind it. */
const OLD_REMARK = /\s*\([^()]*(?:原价|原(?=\s*\d)|限时|优惠|\bwas\b|list price|regular(?:ly)?)[^()]*\)$/i;
const OLD_BRACKET = /\s*\((?:原价|划线价|was|list price|regular(?:ly)?|original(?:ly)?(?: price)?)(?![a-z])[^()]*\)/gi;
const NEW = /现价|限时|优惠|折后|促销|活动价|now\b|promo|discounted|sale/i;

/** Lines as they are read: a lone currency sign joins the amount below it, a lone unit the amount above it. */
export function joinLines(lines: readonly string[]): string[] {
  const joined: string[] = [];
  if (lines.length === 1) {
    const only = fold(lines[0] ?? '');
    return only === '' ? [] : [only];
  }
  for (const raw of lines) {
    const line = fold(raw);
    if (line === '') continue;
    const last = joined.at(-1);
    const unitLine =
      /^(?:\/|per\b|每(?![天日周月年].*\d)|usd\b|billed)/i.test(line) ||
      (last !== undefined && /\d$/.test(last) && /^\s*[*]?(?:元|美元)?\s*\//.test(line)) ||
      (unitOnly(line) !== null && !/\d{2}/.test(line));
    const fraction = /^\.\d+/.test(line) && last !== undefined && /\d$/.test(last);
    const unsplit = last !== undefined && (SIGN_ONLY.test(last) || /(?:^|\s)[$¥€£]$/.test(last)) && /^[\d.]/.test(line);
    if (last !== undefined && fraction) joined[joined.length - 1] = last + line;
    else if (last !== undefined && (unsplit || (unitLine && /\d/.test(last))))
      joined[joined.length - 1] = `${last} ${line}`;
    else joined.push(line);
  }
  return joined;
}

/** "¥4 (原价 ¥5)": an old price in brackets behind the one that is paid goes. */
function withoutOldRemark(line: string, context: CurrencyContext): string {
  if (!line.includes('(')) return line;
  const paid = line.replaceAll(OLD_BRACKET, '');
  return paid !== line && findAmounts(paid, context).length > 0 ? paid.trim() : line;
}

/** "Write: -" beside "Read: $0.05 / M": of this there is no price. */
const SAYS_NONE = /^\p{L}[\p{L} ]{1,29}[:：]\s*(?:[-–—]+|n\/?a|none|not available|无)$/iu;

/** "Same as Standard" over the amounts that are: where they come from, not how one buys. */
const SAME_AS =
  /^\(?(?:the )?same (?:prices? |rates? )?as (?:the |for |in )?[\p{L}][\p{L} -]{2,30}\)?[:：]?$|^[(（]?[同与和]\s?\p{L}{2,8}?(?:价格?)?(?:相同|一致|同价)?[)）]?$/iu;

/** The prices of one cell, in order. `bare` lets numbers without a currency count. */
export function readCell(written: readonly string[], context: CurrencyContext, bare: boolean): Reading[] {
  const lines = joinLines(written.slice(0, 60))
    .filter((line) => !SAYS_NONE.test(line) && !SAME_AS.test(line))
    .map((line) => withoutOldRemark(spelledOut(line), context));
  const perLine = withoutTaxed(
    lines,
    lines.map((line) => withoutConverted(line, findAmounts(line, context))),
  );
  const total = perLine.reduce((sum, amounts) => sum + amounts.length, 0);
  if (total === 0) return bare ? bareReadings(lines, context.comma) : [];
  const firstPriced = perLine.findIndex((amounts) => amounts.length > 0);
  const labelsFirst = firstPriced > 0 || leadsGroups(lines, perLine);
  const readings: { amount: Amount; words: string; bound: Reading['bound'] }[] = [];
  const ways = waysOverLines(lines, perLine);
  let pending: string[] = [];
  let over = '';
  lines.forEach((line, position) => {
    const amounts = perLine[position] ?? [];
    if (amounts.length === 0) {
      const last = readings.at(-1);
      if (labelsFirst || last === undefined) pending.push(line);
      else last.words = `${last.words} ${line}`;
      return;
    }
    const led = pending.length > 0 ? pending.join(' ') : line.slice(0, amounts[0]?.start).trim();
    if ((lines.length > 1 || amounts.length > 1) && headsSeveral(led)) over = led;
    const split = splitLine(line, amounts);
    split.forEach((reading, index) => {
      const own = index === 0 ? (ways.get(position) ?? (pending.length > 0 ? led : null)) : null;
      const lead = own ?? carriedOver(over, reading.words);
      readings.push({ ...reading, words: `${lead} ${reading.words}`.trim() });
    });
    pending = [];
  });
  const last = readings.at(-1);
  if (pending.length > 0 && last !== undefined) last.words = `${last.words} ${pending.join(' ')}`;
  const current = withoutOld(readings);
  const both = current.length === 2 ? current.map(({ words }) => findDirections(words)) : [];
  const isCached = both.map((found) => found.length === 1 && found[0]?.direction === 'cached_input');
  const dips = current.length === 3 && dipsBetween(current.map(({ amount }) => Number(amount.amount)));
  return current.map((reading, index) => ({
    ...reading,
    index,
    of: current.length,
    ...(dips ? { dips } : {}),
    ...(both[index]?.length === 0 && isCached[1 - index] === true ? { uncached: true } : {}),
  }));
}

const dipsBetween = ([first = 0, second = 0, third = 0]: readonly number[]): boolean => second < first && first < third;

/** Reads a bare number as its page writes decimals. */
type AmountOf = (text: string) => Amount | null;

function bareReadings(written: readonly string[], comma: boolean): Reading[] {
  const lines = written.map((line) => line.replace(OLD_REMARK, '').replace(STARTS, ''));
  const amountOf: AmountOf = (text) => bareAmount(text, comma);
  const whole = lines.join(' ');
  const several =
    tieredBare(lines, amountOf) ??
    remarkedBare(lines, amountOf) ??
    bracketedBare(whole, amountOf) ??
    rangeBare(whole, amountOf);
  if (several !== null) return several;
  const parts = lines.length === 1 ? partsOf(lines[0] ?? '') : lines;
  const amounts = parts.map(amountOf);
  const single = amountOf(lines.join(' '));
  if (single !== null)
    return [
      {
        amount: single,
        words: lines.join(' ').slice(0, 0) + unitWords(lines.join(' '), single),
        index: 0,
        of: 1,
        bound: null,
      },
    ];
  if (amounts.length === 0) return [];
  if (amounts.some((amount) => amount === null)) return labelledBare(lines, amountOf);
  return amounts.flatMap((amount, index) =>
    amount === null
      ? []
      : [{ amount, words: unitWords(parts[index] ?? '', amount), index, of: amounts.length, bound: null }],
  );
}

/** "from 0.3": the least of several. */
const STARTS = /^(?:from|starting (?:at|from)|as low as|低至|最低)\s*(?=\d)/i;

/** "0.3 / 0.9", "(0.05 / minute) + (0.02 / 1K tokens)": what stands side by side, and what adds up. */
function partsOf(line: string): string[] {
  const sum = line.split(/\s+\+\s+/).map((part) => part.replace(/^\((.*)\)$/, '$1'));
  const adds = sum.length > 1 && sum.every((part) => bareAmount(part)?.unit);
  return adds ? sum : line.split(/\s+\/\s+|\s*\|\s*|(?<=^[\d.]+)\/(?=[\d.]+$)/);
}

/** "2.00, prompts ≤ 200K" and "4.00, prompts > 200K", each on a line or two: numbers with the range they hold for. Null where it is none. */
function tieredBare(lines: readonly string[], amountOf: AmountOf): Reading[] | null {
  const found: { amount: Amount; words: string }[] = [];
  let pending = '';
  for (const part of lines.flatMap((line) => line.split(/\s+\/\s+|\s*\|\s*/))) {
    const [, number = '', rest = ''] = /^([\d.,]+)(?:$|[\s,;:(]\s*(.*)$)/.exec(part) ?? [];
    const amount = number === '' ? null : amountOf(number.replace(/[.,]$/, ''));
    if (rest !== '' && findTiers(rest).length === 0) return null;
    if (amount !== null) {
      found.push({ amount, words: `${pending} ${rest}`.trim() });
      pending = '';
      continue;
    }
    if (findTiers(part).length === 0) return null;
    const last = found.at(-1);
    if (last?.words === '') last.words = part;
    else pending = part;
  }
  if (found.length < 2 || pending !== '' || found.some((one) => one.words === '')) return null;
  return found.map((one, index) => ({ ...one, index, of: found.length, bound: null }));
}

const REMARKED = /^([\d.,]+)\s*\(([^()\d]{1,20})\)$/;

/** "16（有声）" over "8（无声）": numbers with a remark each. Null where any is without one. */
function remarkedBare(lines: readonly string[], amountOf: AmountOf): Reading[] | null {
  const found = lines.map((line) => REMARKED.exec(line));
  const amounts = found.map((one) => (one === null ? null : amountOf(one[1] ?? '')));
  if (lines.length < 2 || amounts.includes(null)) return null;
  return amounts.flatMap((amount, index) =>
    amount === null ? [] : [{ amount, words: found[index]?.[2] ?? '', index, of: lines.length, bound: null }],
  );
}

const BRACKETED = /^([\d.,]+)\s*\(([^\d()]{0,20}?)\s*(?:为|是|[:=])?\s*([\d.,]+)\s*([^\d()]{0,20})\)$/;

/** "4 (cache hit: 1)", "2（缓存命中为0.5）": in brackets what is cached, or written to the cache. Null where they say something else. */
function bracketedBare(text: string, amountOf: AmountOf): Reading[] | null {
  const [, plain = '', before = '', bracketed = '', behind = ''] = BRACKETED.exec(text) ?? [];
  const words = `${before} ${behind}`.trim();
  const amounts = [amountOf(plain), amountOf(bracketed)].flatMap((amount) => amount ?? []);
  const ways = findDirections(words);
  if (amounts.length < 2 || ways.length !== 1 || !/^cache/.test(ways[0]?.direction ?? '')) return null;
  return amounts.map((amount, index) => ({ amount, words: index === 0 ? '' : words, index, of: 2, bound: null }));
}

/** "0.5 - 0.8": from the least to the most; whole numbers may count something. Null where it is none. */
function rangeBare(text: string, amountOf: AmountOf): Reading[] | null {
  const ends = /^(\d+\.\d+|\d+(?=.*\.))\s*[-~]\s*(\d+(?:\.\d+)?)$/.exec(text)?.slice(1) ?? [];
  const amounts = ends.flatMap((end) => amountOf(end) ?? []);
  const [least, most] = amounts;
  if (least === undefined || most === undefined || Number(least.amount) >= Number(most.amount)) return null;
  return amounts.map((amount, index) => ({ amount, words: '', index, of: 2, bound: index === 0 ? 'min' : 'max' }));
}

/** A label with its number: "Text input: 0.70". */
const LABELLED = /^((?=[^:：]*\p{L})[^:：]{1,40}?)\s*[:：]\s*(.+)$/u;
/** "without sound 0.8": words and a number behind them. */
const WORDED = /^(\p{L}[\p{L} ]{2,30}?)\s+(\d[\d.,]*)$/u;

/** "文本输入：0.70", one a line or one behind the other ("With sound: 2; without sound: 1"): numbers that carry their label with them. */
function labelledBare(lines: readonly string[], amountOf: AmountOf): Reading[] {
  const parts = lines
    .flatMap((line) => line.split(/\s*[;；]\s*|(?<=[:：][^,]*\d[^,]*),\s*(?=\p{L})/u))
    .filter((part) => part !== '');
  let group = '';
  const pairs = parts.flatMap((part) => {
    const pair = LABELLED.exec(part);
    // "输出视频分辨率为 1080p" over pairs: a condition of those below it.
    if (pair === null && parts.length > 2 && part.length <= 40 && !/[。.!]$/.test(part) && !WORDED.test(part)) {
      group = part;
      return [];
    }
    // "720p: without sound 0.8 / with sound 1.2": what leads is of all.
    const [lead = '', rest = part] = pair === null || bareAmount(pair[2] ?? '') !== null ? [] : pair.slice(1);
    const worded = rest.split(/\s+\/\s+/).map((one) => WORDED.exec(one));
    return worded.length > 1 && worded.every((one) => one !== null)
      ? worded.map((one) => [`${group} ${lead} ${one[1] ?? ''}`.trim(), one[2] ?? ''] as const)
      : [[`${group} ${pair?.[1] ?? ''}`.trim(), pair?.[2] ?? ''] as const];
  });
  const readings = pairs.flatMap(([label, written], index) => {
    const amount = amountOf(written);
    return amount === null
      ? []
      : [{ amount, words: `${label} ${unitWords(written, amount)}`, index, of: pairs.length, bound: null }];
  });
  return readings.length === pairs.length ? readings : [];
}

const unitWords = (text: string, amount: Amount): string =>
  amount.unit === null ? '' : text.slice(amount.unit.start, amount.unit.end);

/** Words go to the amount they stand before where the line starts with words, and to the amount they follow where it does not. */
function splitLine(
  line: string,
  amounts: readonly Amount[],
): { amount: Amount; words: string; bound: Reading['bound'] }[] {
  const first = amounts[0];
  if (first === undefined) return [];
  const lead = line.slice(0, first.start).replace(/(?:from|starting (?:at|from)|as low as|约|低至)\s*$/i, '');
  const tail = line.slice(amounts.at(-1)?.end ?? line.length);
  const remarked = amounts.length > 1 && eachRemarked(line, amounts);
  // "Input: ¥4 / M tokens (≤ 32K); ¥6 / M tokens (> 32K)": what leads is of all, a remark of the one before it.
  const forAll = remarked && findDirections(lead).length === 1 ? lead : '';
  // "Orca 2: $1 / 1M tokens for input, $4 / 1M tokens for output": a name leads, what the amounts are of follows each.
  const follows =
    forAll !== '' ||
    (amounts.length > 1 &&
      findDirections(lead).length === 0 &&
      ((/^[^,;，；]{0,12}$/.test(tail) && findDirections(tail).length > 0) || remarked));
  const leads = /[\p{L}≤≥<>]/u.test(lead) && !follows;
  return amounts.map((amount, index) => {
    const next = amounts[index + 1];
    const previous = amounts[index - 1];
    const from = previous === undefined ? 0 : previous.end + remarkLength(line.slice(previous.end, amount.start));
    const own = previous === undefined ? undefined : LABEL_BEFORE.exec(line.slice(previous.end, amount.start))?.[0];
    const before = leads || previous === undefined ? line.slice(from, amount.start) : (own ?? forAll);
    const tail = amount.unit === null ? '' : line.slice(amount.unit.start, amount.unit.end);
    const labelled = next === undefined ? 0 : (LABEL_BEFORE.exec(line.slice(amount.end, next.start))?.[0].length ?? 0);
    const until = next === undefined ? line.length : next.start - labelled;
    const behind =
      leads && next !== undefined
        ? line.slice(amount.end, amount.end + remarkLength(line.slice(amount.end, until)))
        : line.slice(amount.end, until);
    if (amount.lead && amount.unit !== null) {
      // "每百万输入 tokens 0.5 元（缓存命中）": the unit leads, a remark follows.
      const until =
        next === undefined
          ? line.length
          : next.lead && next.unit !== null && next.unit.start > amount.end
            ? next.unit.start
            : next.start;
      return { amount, words: `${tail} ${line.slice(amount.end, until)}`.trim(), bound: null };
    }
    const gapBefore = previous === undefined ? null : line.slice(previous.end, amount.start);
    const gapAfter = next === undefined ? null : line.slice(amount.end, next.start);
    const isRange = (gap: string | null) => gap !== null && /^\s*(?:-|~|to|至|到)\s*$/i.test(gap);
    const bound = isRange(gapAfter) ? 'min' : isRange(gapBefore) ? 'max' : null;
    return {
      amount: bound === 'min' && amount.unit === null && next?.unit ? { ...amount, unit: next.unit } : amount,
      words: `${before} ${tail} ${behind}`.trim(),
      bound,
    };
  });
}

/** "$0.05/sec (720p), $0.07/sec (4K)", "$0.03/sec fast, $0.06/sec exact": words behind each amount, the last one too. */
const eachRemarked = (line: string, amounts: readonly Amount[]): boolean =>
  amounts.every(({ end }, index) => {
    const next = amounts[index + 1];
    return (next === undefined ? LAST_REMARK : REMARK_BETWEEN).test(line.slice(end, next?.start ?? line.length));
  });
const REMARK_BETWEEN = /^\s*(?:\([^()]{2,30}\)|\p{L}{2}[\p{L} -]{0,20})\s*[,;，；、/]\s*$/u;
const LAST_REMARK = /^\s*(?:\([^()]{2,30}\)|\p{L}{2}[\p{L} -]{0,20})[.。]?$/u;

/** "(spot: ", ", batch: ", "· Cache read " before an amount behind another: its own label. */
const LABEL_BEFORE =
  /(?:[(,;]\s*\p{L}[\p{L} -]{1,20}:|[·•]\s*\p{L}[\p{L} -]{1,24}:?|[,;]\s*(?:[Cc]ached?|[Cc]ache [\p{L}]{3,6}|缓存\p{L}{0,4})(?: (?:inputs?|reads?|tokens?))?)\s*$/u;

/** Length of what a gap between two amounts says of the first: "for input" in "$0.15 for input, $0.60 for output", "(idle)". */
const remarkLength = (gap: string): number =>
  /^\s*(?:for [^,;，；、]{2,30}(?=[,;，；、]|\s(?:and|or)\s)|\([^()\d]{2,30}\))/i.exec(gap)?.[0].length ?? 0;

/** "(i.e. $10/mo)", "(= $0.60/hr)", "($10/mo amortised over a year)": what an amount comes to. */
const COMES_TO =
  /^\(\s*(?:[=~≈约]|soit\b|i\.e\.|that is|equals|works out|minimum|you save|saves?\b|deposit|about|approx|roughly)|\bamorti[sz]ed\b/i;

/** "0.0008 元/千 tokens（0.8 元/百万 tokens）", "$0.0015 / minute ($0.000025 / second)": one rate, said twice and rounded once. */
function isSameRate(a: Amount, b: Amount): boolean {
  const [one, other] = [a.unit?.unit, b.unit?.unit];
  if (one === undefined || other === undefined || !isConvertible(one, other)) return false;
  const apart = percentChange(b.amount, convert(a.amount, one, other));
  return apart !== null && Math.abs(apart) < 0.5;
}

/** "$120/yr ($10/mo amortised)", "¥2 ($0.28)", "0,13 €$0.15": the bracket converts, and so does another currency glued behind. "$0.03 / MTok ($0.0024/minute)" states a second price and stays. */
function withoutConverted(line: string, amounts: readonly Amount[]): Amount[] {
  const first = amounts[0];
  if (first === undefined || amounts.length < 2) return [...amounts];
  return amounts.filter((amount) => {
    if (amount === first) return true;
    const opened = line.lastIndexOf('(', amount.start);
    const closed = line.lastIndexOf(')', amount.start);
    if (amount.currency === first.currency)
      return !(
        opened > closed &&
        opened >= first.start &&
        (COMES_TO.test(line.slice(opened).split(')')[0] ?? '') || isSameRate(amount, first))
      );
    const marked = /(?:≈|~|约|approx\.?|equivalent to|\bor)\s*$/i.test(line.slice(first.end, amount.start));
    const glued = amounts.some((other) => other.currency !== amount.currency && other.end === amount.start);
    // "(capped at €4.99 / $5.99 per month)": a price of its own, in both currencies.
    const ofItsOwn = amounts.some(
      (other) =>
        other.currency === first.currency &&
        other.start > opened &&
        other.start < amount.start &&
        other.unit?.unit.dimension !== first.unit?.unit.dimension,
    );
    return !(opened > closed && opened >= first.start && !ofItsOwn) && !marked && !glued;
  });
}

/** "原价 4 元 现价 2 元" and "was $10 now $8" state one price: the one that is paid. */
function withoutOld<T extends { words: string }>(readings: readonly T[]): readonly T[] {
  if (readings.length < 2) return readings;
  const isOld = (reading: T) => OLD.test(reading.words) || /原价|划线价|original price|\bwas\b/i.test(reading.words);
  const fresh = readings.filter((reading) => !isOld(reading) || NEW.test(reading.words));
  return fresh.length > 0 && readings.some((reading) => isOld(reading)) ? fresh : readings;
}
