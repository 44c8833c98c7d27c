import { Decimal } from 'decimal.js';
import { asCounted } from './as-counted.ts';
import { readBound } from './bounds.ts';
import { goesOn } from './goes-on.ts';
import { MAGNITUDES, readEnglishNumeral, readHanNumeral, shift } from './numbers.ts';
import type { Quantity, Unit } from './quantity.ts';
import { changesFrom, GIVES_WAY, SPREAD, stepsTo } from './range-or-move.ts';
import { withRatedNumbers } from './rated-number.ts';
import { type Rate, rateAfter, rateBefore } from './rates.ts';
import { isUnitAlone } from './unit-alone.ts';
import { currencyAfter, currencyBefore, unitAfter } from './units.ts';

const HAN = '(?<![个十百千万]位)[一二两三四五六七八九十百千万数几半上][零一二两三四五六七八九十百千万亿兆]*';
const EN_WORD =
  'half|dozens?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|an?|hundreds|tens|several|hundred';
const EN_DIGIT = 'zero|oh|one|two|three|four|five|six|seven|eight|nine';
const EN_MAGNITUDE = 'hundred|thousand|lakh|million|crore|billion|trillion|quadrillion';
const HAN_MAGNITUDE =
  '万万亿|千万亿|百万亿|百万兆|万亿|亿亿|千亿|百亿|十亿|亿|千万|百万|十万|万|兆(?!瓦)|千(?!瓦)|百(?!分)';
const DIGITS =
  '0,\\d+(?![,\\d])|\\d{1,3},\\d{1,2}(?=[ -]?(?:million|billion|trillion|mn\\b|bn\\b)| ?€)|\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?';

const CANDIDATE = new RegExp(
  `(?<digits>${DIGITS})|(?<percent>百分之)(?<hanpercent>[零一二三四五六七八九十百]+)|(?<han>${HAN})(?= ?(?:个?(?:tokens?|词元)|倍|美元|美金|元|人民币|欧元|日元|港元|[张片颗块卡](?!面)|吉瓦|兆瓦|[多来余]?[亿万]))|\\b(?<words>(?:${EN_WORD})(?:[ -](?:(?<=hundred )and |and (?=(?:an? )?(?:half|quarter)))?(?:${EN_WORD}))*(?: point (?:${EN_DIGIT})(?:[ -](?:${EN_DIGIT}))*)?)(?=(?:[ -](?:of )?(?:${EN_MAGNITUDE})s?\\b)|[ -]?fold\\b|[ -](?:giga|mega)watts?\\b| (?:to|and) (?:${EN_WORD})[ -](?:(?:${EN_MAGNITUDE})s?|(?:giga|mega)watts?)\\b| (?:us )?(?:cents|dollars|yuan|renminbi|euros|pounds|rupees|yen)\\b| dollar (?=per |an? |each |for (?:a|each|every) |or )| (?:percent|per cent|times)\\b)`,
  'g',
);
const MAGNITUDE = new RegExp(
  `(?<odd>[余多来])? ?(?<han>${HAN_MAGNITUDE})(?<odd2>余|多(?!出|于|了))?|[ -](?:of )?(?<en>${EN_MAGNITUDE})s?\\b(?:(?<en2> (?:${EN_MAGNITUDE}))s?\\b)?|(?<letter>mln|bln|trn|bn|tn|mn|mm|k|m|b|t)(?![a-z0-9])| (?<spaced>bn|tn|mn|mln|bln)(?![a-z0-9])|(?<wan>w)(?=[\\/元张个+])`,
  'y',
);
const PLUS = 43;
const RANGE = / ?(?:-{1,2}|~|至|到|—|–| to | and ) ?/y;
/** What it may begin with. */
const BEFORE_RANGE: ReadonlySet<string> = new Set(' -~至到—–');
/** "$5 — $50 — $90": a row, no range. */
const GOES_ON = /^ [—–-] [$€£¥]\d/;
const WENT_BEFORE = /[$€£¥]\d[\d.,]* [—–-] $/;
const SECOND = new RegExp(
  `(?:(?:more than|over|as much as|as high as|up to|about|around|nearly|almost|roughly|well over) )?(?<sign>[+＋-](?=\\d[\\d.,]* ?%))?(?:us\\$|hk\\$|\\$|€|£|¥|rmb |usd )?(?:(?<digits>${DIGITS})|(?<word>${EN_WORD})(?=[ -](?:(?:${EN_MAGNITUDE})s?|(?:giga|mega)watts?)\\b))`,
  'y',
);

/** "3:1" and clock times are no amounts; "Sonnet 5: 4.3" is a label and its figure. */
const RATIO = /\d:\d|\d : \d/;
const HUNDREDS = /(?:hundreds|dozens|tens|several|数|几|上)/;

interface Amount {
  readonly start: number;
  readonly end: number;
  readonly literal: string;
  readonly exponent: number;
  readonly atLeast: boolean;
  /** 七八千: the upper end of two neighbouring numbers said in one. */
  readonly upTo?: string | null;
}

const ONE_OR_TWO = /^(?:一二|[一二]三|两三|三四|四五|五六|六七|七八|八九)(?=[十百千万亿]*$)/;

const readMagnitude = (sentence: string, at: number): { end: number; exponent: number; odd: boolean } => {
  MAGNITUDE.lastIndex = at;
  const groups = MAGNITUDE.exec(sentence)?.groups;
  if (!groups) return { end: at, exponent: 0, odd: false };
  const first = groups['han'] ?? groups['en'] ?? groups['letter'] ?? groups['spaced'] ?? groups['wan'] ?? '';
  const second = groups['en2']?.trim() ?? '';
  return {
    end: MAGNITUDE.lastIndex,
    exponent: (MAGNITUDES[first] ?? 0) + (second === '' ? 0 : (MAGNITUDES[second] ?? 0)),
    odd: (groups['odd'] ?? '来') !== '来' || groups['odd2'] !== undefined,
  };
};

const SMALLER = /(?<digits>\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)(?<han>亿|万)(?=[元美港]| ?(?:个?tokens?|词元))/y;

/** 1兆1341亿, 1亿5000万: two magnitudes of one figure, counted in the smaller. */
const readCompound = (
  sentence: string,
  literal: string,
  larger: { end: number; exponent: number },
): { end: number; literal: string; exponent: number } | null => {
  if (larger.exponent < 8) return null;
  SMALLER.lastIndex = larger.end;
  const groups = SMALLER.exec(sentence)?.groups;
  const exponent = MAGNITUDES[groups?.['han'] ?? ''] ?? 0;
  if (!groups?.['digits'] || exponent === 0 || exponent >= larger.exponent) return null;
  const whole = new Decimal(literal.replaceAll(',', '')).times(new Decimal(10).pow(larger.exponent - exponent));
  return { end: SMALLER.lastIndex, literal: whole.plus(groups['digits'].replaceAll(',', '')).toFixed(), exponent };
};

const readAmount = (sentence: string, match: RegExpExecArray): Amount | null => {
  const groups = match.groups ?? {};
  const start = match.index;
  const after = start + match[0].length;
  // "$(626)M": accountants bracket what is below zero.
  if (
    groups['digits'] !== undefined &&
    sentence[start - 1] === '(' &&
    sentence[after] === ')' &&
    currencyBefore(sentence, start - 1) !== null
  ) {
    const magnitude = readMagnitude(sentence, after + 1);
    return {
      start: start - 1,
      end: magnitude.end,
      literal: groups['digits'],
      exponent: magnitude.exponent,
      atLeast: false,
    };
  }
  if (groups['digits'] !== undefined) {
    // "27+ trillion", "$60+ billion": the plus stands between the figure and its magnitude.
    const more = sentence.charCodeAt(after) === PLUS ? readMagnitude(sentence, after + 1) : null;
    if (more && more.exponent > 0)
      return { start, end: more.end, literal: groups['digits'], exponent: more.exponent, atLeast: true };
    const magnitude = readMagnitude(sentence, after);
    const compound = readCompound(sentence, groups['digits'], magnitude);
    if (compound) return { start, ...compound, atLeast: false };
    return {
      start,
      end: magnitude.end,
      literal: groups['digits'],
      exponent: magnitude.exponent,
      atLeast: magnitude.odd,
    };
  }
  if (groups['hanpercent'] !== undefined) {
    const literal = readHanNumeral(groups['hanpercent']);
    return literal === null ? null : { start, end: after, literal, exponent: 0, atLeast: false };
  }
  if (groups['han'] !== undefined) {
    const vague = HUNDREDS.test(groups['han']);
    const text = groups['han'].replace(/^[数几上]/, '');
    if (ONE_OR_TWO.test(text)) {
      const [low, high] = [readHanNumeral(text[0] + text.slice(2)), readHanNumeral(text.slice(1))];
      const magnitude = readMagnitude(sentence, after);
      if (low === null || high === null) return null;
      return { start, end: magnitude.end, literal: low, exponent: magnitude.exponent, atLeast: false, upTo: high };
    }
    const literal = readHanNumeral(text === '' ? '一' : text);
    if (literal === null) return null;
    const magnitude = readMagnitude(sentence, after);
    return { start, end: magnitude.end, literal, exponent: magnitude.exponent, atLeast: vague || magnitude.odd };
  }
  // "a one-gigawatt campus": the article counts nothing.
  const words = (groups['words'] ?? '').replace(/^an? (?!hundred|dozen|half|an?\b)/, '');
  const vague = HUNDREDS.test(words) || /dozens/.test(words);
  const literal = vague
    ? /hundreds/.test(words)
      ? '100'
      : /dozens|tens/.test(words)
        ? '10'
        : / hundred$/.test(words)
          ? '200'
          : '2'
    : readEnglishNumeral(words);
  if (literal === null) return null;
  const magnitude = readMagnitude(sentence, after);
  return { start, end: magnitude.end, literal, exponent: magnitude.exponent, atLeast: vague };
};

/** True where the digits belong to a name (GPT-5, M2.5, v1.2, p5.48xlarge), a version or a longer number. */
const insideName = (sentence: string, start: number): boolean => {
  const before = sentence.charCodeAt(start - 1);
  if (Number.isNaN(before)) return false;
  const letter = (unit: number): boolean => unit >= 97 && unit <= 122;
  if (letter(before)) return currencyBefore(sentence, start) === null;
  if (before === 46 || before === 95) return true;
  if (before === 45) {
    const earlier = sentence.charCodeAt(start - 2);
    return letter(earlier) || (earlier >= 48 && earlier <= 57);
  }
  return before === 47 && sentence.charCodeAt(start - 2) >= 48 && sentence.charCodeAt(start - 2) <= 57;
};

const BARE = { unit: 'number', currency: null, rate: null, noun: null, large: false } as const;
/** 2026年, 3月, 18日: no sum and no count, whatever stands around; dates are half of all numbers in Chinese news. */
function isOfDate(sentence: string, { start, end, literal, exponent, atLeast, upTo }: Amount): boolean {
  if (exponent > 0 || atLeast || upTo || end - start !== literal.length || literal.length > 4) return false;
  const next = sentence[end];
  return (
    (next === '年' || next === '月' || (next === '日' && !/^日[元圆]/.test(sentence.slice(end, end + 2)))) &&
    !'$€£¥'.includes(sentence[start - 1] ?? '年')
  );
}

/** All quantities of one sentence of folded text, in order. */
export function scanQuantities(sentence: string): Quantity[] {
  const found: Quantity[] = [];
  CANDIDATE.lastIndex = 0;
  for (let match = CANDIDATE.exec(sentence); match; match = CANDIDATE.exec(sentence)) {
    if (match.groups?.['digits'] !== undefined && insideName(sentence, match.index)) continue;
    // "[2]": the number of a note.
    if (sentence[match.index - 1] === '[' && sentence[match.index + match[0].length] === ']') continue;
    if (match.groups?.['han'] !== undefined && isUnitAlone(sentence, match.index, match.index + match[0].length))
      continue;
    if (RATIO.test(sentence.slice(Math.max(0, match.index - 3), match.index + match[0].length + 2))) continue;
    const amount = readAmount(sentence, match);
    if (amount === null) continue;
    if (isOfDate(sentence, amount)) {
      const value = amount.literal;
      found.push({ ...BARE, start: amount.start, end: amount.end, min: value, max: value });
      CANDIDATE.lastIndex = amount.end;
      continue;
    }
    const quantity = complete(sentence, amount, match.groups?.['percent'] !== undefined);
    found.push(sharesBound(sentence, found.at(-1), quantity));
    CANDIDATE.lastIndex = Math.max(quantity.end, quantity.rate?.end ?? 0, match.index + 1);
  }
  return goesOn(sentence, withRatedNumbers(sentence, sharesUnit(sentence, found)));
}

/** "308亿、356亿和198亿美元": the unit said behind the last number of a list is that of all. */
function sharesUnit(sentence: string, found: Quantity[]): Quantity[] {
  for (let i = found.length - 2; i >= 0; i--) {
    const [q, next] = [found[i], found[i + 1]];
    // "from 27 to 32 yuan"
    if (
      q?.unit === 'number' &&
      next?.unit === 'money' &&
      /^ ?(?:to|→|(?:[\u4e00-\u9fff]{0,4}[到至]|[上下]调为|(?:提高|调整|修正)为)(?:约|近|超过?|逾)?) ?$/.test(
        sentence.slice(q.end, next.start),
      ) &&
      /(?:\bfrom|从|由) ?$/.test(sentence.slice(Math.max(0, q.start - 5), q.start))
    ) {
      found[i] = asCounted(sentence, q, next);
      continue;
    }
    // "to 3 and 9 yuan per million tokens", "stood at 1.59 and 6.36 yuan"
    if (
      q?.unit === 'number' &&
      next?.unit === 'money' &&
      (next.rate !== null || (!next.large && !q.large && /[a-z]$/.test(sentence.slice(next.start, next.end)))) &&
      /^ ?and ?$/.test(sentence.slice(q.end, next.start)) &&
      /\b(?:to|at|from|is|are|of) $/.test(sentence.slice(0, q.start))
    ) {
      found[i] = asCounted(sentence, q, next);
      continue;
    }
    if (!q || !next || q.unit !== 'number' || !q.large || next.rate !== null) continue;
    if (next.unit !== 'money' && next.unit !== 'tokens') continue;
    if (!/^ ?(?:、|,|，|和|与|及|以及|,? ?and|vs\.?|versus|对) ?$/.test(sentence.slice(q.end, next.start))) continue;
    found[i] = { ...q, unit: next.unit, currency: next.currency };
  }
  return found;
}

/** "最高涨幅分别为30%和25%": a bound said once holds for the list. */
function sharesBound(sentence: string, previous: Quantity | undefined, q: Quantity): Quantity {
  if (!previous || q.unit !== 'percent' || previous.unit !== q.unit || q.min !== q.max) return q;
  if ((previous.min === null) === (previous.max === null)) return q;
  if (!/^ ?(?:和|、|及|与|and|&) ?$/.test(sentence.slice(previous.end, q.start))) return q;
  return previous.min === null ? { ...q, min: null } : { ...q, max: null };
}

function complete(sentence: string, amount: Amount, spelledPercent: boolean): Quantity {
  const prefix = currencyBefore(sentence, amount.start);
  const start = prefix?.start ?? amount.start;
  let end = amount.end;
  let atLeast = amount.atLeast;
  // 9000多块
  if ((sentence[end] === '多' || sentence[end] === '余') && '张块片颗枚个卡'.includes(sentence[end + 1] ?? ' '))
    atLeast = true;
  if (sentence[end] === '+' || sentence[end] === '＋') {
    atLeast = true;
    end++;
  }
  let unit = spelledPercent
    ? { unit: 'percent' as const, end, exponent: 0, noun: null }
    : (chipUnits(sentence, start, end) ?? unitAfter(sentence, end));
  let suffix = currencyAfter(sentence, end);
  let low = { literal: amount.literal, exponent: amount.exponent };
  let high: typeof low | null = amount.upTo ? { literal: amount.upTo, exponent: amount.exponent } : null;
  // A range: "35-50%", "$2.49-2.85", "40-60 万片", "9.9元至299.9元". The first number takes what only the second says.
  RANGE.lastIndex = suffix?.end ?? unit?.end ?? end;
  if (
    BEFORE_RANGE.has(sentence[RANGE.lastIndex] ?? '') &&
    RANGE.test(sentence) &&
    !(
      /[至到o]/.test(sentence.slice(suffix?.end ?? unit?.end ?? end, RANGE.lastIndex)) &&
      ((changesFrom(sentence, start) &&
        !GIVES_WAY.test(sentence.slice(RANGE.lastIndex)) &&
        !SPREAD.test(sentence.slice(RANGE.lastIndex))) ||
        (suffix !== null && stepsTo(sentence, start)))
    )
  ) {
    const joiner = sentence.slice(suffix?.end ?? unit?.end ?? end, RANGE.lastIndex);
    SECOND.lastIndex = RANGE.lastIndex;
    const second = SECOND.exec(sentence);
    let digits = second?.groups?.['digits'] ?? readEnglishNumeral(second?.groups?.['word'] ?? '') ?? undefined;
    const falls = second?.groups?.['sign'] === '-';
    if (
      digits !== undefined &&
      // "-5% to -10%"; "+5% to -3%" has no two ends on one side.
      (!falls || sentence[start - 1] === '-') &&
      (joiner.trim() !== 'and' ||
        /\bbetween (?:us)?[$€£¥]?$/.test(sentence.slice(0, start + (prefix ? 1 : 0)).slice(-14)) ||
        /\bbetween $/.test(sentence.slice(0, start)))
    ) {
      const magnitude = readMagnitude(sentence, SECOND.lastIndex);
      const secondUnit = unitAfter(sentence, magnitude.end);
      const secondSuffix = currencyAfter(sentence, magnitude.end);
      const money = prefix ?? suffix ?? secondSuffix;
      const sameUnit =
        (unit === null && suffix === null) ||
        unit?.unit === secondUnit?.unit ||
        (money !== null && secondUnit === null && unit === null);
      // "-30% to -10%": the smaller fall is said last.
      if (falls && Number(digits) < Number(low.literal)) [low, digits] = [{ ...low, literal: digits }, low.literal];
      // "800 MW to 1 GW": each end in steps of its own.
      const steps = unit !== null && secondUnit !== null ? unit.exponent - secondUnit.exponent : 0;
      const ascending =
        Number(shift(low.literal, (low.exponent || magnitude.exponent) + steps)) <=
        Number(shift(digits, magnitude.exponent));
      // "go up by €5 to €29.99", "up by more than 600 MW to 2.9 GW": how far, and where to.
      const step =
        (money !== null || (unit !== null && unit.unit !== 'percent')) &&
        joiner.trim() === 'to' &&
        BY.test(sentence.slice(Math.max(0, start - 22), amount.start)) &&
        Number(shift(digits, magnitude.exponent)) > 2 * Number(shift(low.literal, low.exponent + steps));
      const plausible =
        !GOES_ON.test(sentence.slice(SECOND.lastIndex)) &&
        !WENT_BEFORE.test(sentence.slice(0, start)) &&
        sameUnit &&
        ascending &&
        !step &&
        !(
          money === null &&
          unit === null &&
          joiner.startsWith(' ') &&
          joiner !== ' and ' &&
          endsName(sentence, start, magnitude.end)
        ) &&
        !(
          money === null &&
          secondUnit === null &&
          magnitude.exponent === 0 &&
          /^\d{1,4}$/.test(digits) &&
          /^\d{1,4}$/.test(amount.literal)
        );
      if (plausible) {
        if (unit === null && suffix === null && low.exponent === 0 && magnitude.exponent > 0)
          low = { literal: low.literal, exponent: magnitude.exponent };
        low = { literal: low.literal, exponent: low.exponent + steps };
        high = { literal: digits, exponent: magnitude.exponent };
        // "$7–$12+/hr": the upper end of what was seen.
        end = magnitude.end + (secondSuffix === null && secondUnit === null && sentence[magnitude.end] === '+' ? 1 : 0);
        unit = secondUnit ?? unit;
        suffix = secondSuffix ?? (suffix === null ? null : { ...suffix, end });
        if (unit !== null && secondUnit === null) unit = { ...unit, end };
      }
    }
  }
  // "9W/片": a price in 万元 per piece, as Chinese traders write it.
  const wan = sentence[end - 1] === 'w' && /^\/[片张台块颗]/.test(sentence.slice(end, end + 2));
  const currency = prefix?.currency ?? suffix?.currency ?? (wan ? 'CNY' : null);
  const kind: Unit = currency !== null ? 'money' : (unit?.unit ?? 'number');
  const cents = currency !== null ? (suffix?.exponent ?? 0) : (unit?.exponent ?? 0);
  const finish = Math.max(end, currency !== null ? (suffix?.end ?? end) : (unit?.end ?? end));
  const min = shift(low.literal, low.exponent + cents);
  const max = high === null ? min : shift(high.literal, high.exponent + cents);
  const bound = high !== null ? 'both' : readBound(sentence, start, finish, atLeast);
  let rate: Rate | null = null;
  if (kind === 'money') rate = rateAfter(sentence, finish) ?? rateBefore(sentence, start);
  return {
    start,
    end: finish,
    unit: kind,
    currency,
    min: bound === 'max' ? null : min,
    max: bound === 'min' ? null : max,
    rate,
    noun: currency === null ? (unit?.noun ?? null) : null,
    large: low.exponent >= 6,
  };
}

const BY = /\bby (?:(?:about|around|roughly|nearly|almost|some|over|another|at least|more than) )*(?:us)?[$€£¥]?$/;

/** "Grok 5 – 900B": the number of a name, and the one figure of its line. */
const endsName = (sentence: string, start: number, end: number): boolean =>
  /^[a-z][a-z0-9.' -]{1,40} $/.test(sentence.slice(0, start)) && /^[ *_]*(?:tokens?)?[ .]*$/.test(sentence.slice(end));

/** "raised its GPU orders to two million units": units of what was named before them; null for all other units. */
function chipUnits(sentence: string, start: number, at: number): ReturnType<typeof unitAfter> {
  if (!sentence.startsWith(' units', at) || !/^ units\b/.test(sentence.slice(at, at + 7))) return null;
  const from = Math.max(0, start - 70);
  const noun = CHIPS_ORDERED.exec(sentence.slice(from, start));
  if (!noun?.[1]) return null;
  const first = from + noun.index;
  return { unit: 'chips', end: at + 6, exponent: 0, noun: [first, first + noun[1].length] };
}
const CHIPS_ORDERED =
  /\b((?:(?:nvidia|amd|ai|trainium|ascend) )?(?:gpu|tpu|accelerator|chip))s? (?:orders?|commitments?|purchases?|shipments?|deployments?|deliver(?:y|ies)|fleet|reservations?|output) (?:[\w-]+ ){0,4}(?:to|of|at|by) (?:about |around |over |nearly |some |up to |more than )?$/;
