/** "1,5 trillion", "0,0165": no thousands stand behind such a comma. */
const DECIMAL_COMMA = /^(?:0,\d+|\d+,\d{1,2})$/;

/** `literal` times ten to the `exponent`, as a plain decimal string; exact, never through a float. */
export function shift(literal: string, exponent: number): string {
  if (exponent === 0 && /^[1-9]\d*$/.test(literal)) return literal;
  const plain = DECIMAL_COMMA.test(literal) ? literal.replace(',', '.') : literal.replaceAll(',', '');
  const dot = plain.indexOf('.');
  let digits = dot < 0 ? plain : plain.slice(0, dot) + plain.slice(dot + 1);
  let point = (dot < 0 ? plain.length : dot) + exponent;
  if (point < 0) {
    digits = '0'.repeat(-point) + digits;
    point = 0;
  }
  if (point > digits.length) digits = digits.padEnd(point, '0');
  const integer = digits.slice(0, point).replace(/^0+(?=\d)/, '') || '0';
  const rest = digits.slice(point).replace(/0+$/, '');
  return rest === '' ? integer : `${integer}.${rest}`;
}

const HAN_DIGITS: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  半: 0,
};
const HAN_TENS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };
const HAN_MYRIADS: Readonly<Record<string, number>> = { 万: 4, 亿: 8, 兆: 12 };

/** A Chinese numeral (三十二, 一千三百万亿, 千亿, 二〇二六) as a decimal string; null where it is none. */
export function readHanNumeral(text: string): string | null {
  if (/^[零〇一二三四五六七八九]{2,}$/.test(text)) return [...text].map((c) => String(HAN_DIGITS[c] ?? 0)).join('');
  let total = 0n;
  let section = 0;
  let digit = -1;
  for (const char of text) {
    const value = HAN_DIGITS[char];
    const ten = HAN_TENS[char];
    const myriad = HAN_MYRIADS[char];
    if (value !== undefined) digit = value;
    else if (ten !== undefined) {
      section += (digit < 0 ? 1 : digit) * ten;
      digit = -1;
    } else if (myriad !== undefined) {
      const low = section + Math.max(digit, 0);
      // 万亿 multiplies what stands before it; 一亿三千万 adds to it.
      const grown = 10n ** BigInt(myriad);
      if (low === 0 && total === 0n) total = grown;
      else if (low === 0) total *= grown;
      else
        total =
          (total % grown === 0n && total > grown ? total : 0n) +
          (total > 0n && total < grown ? (total + BigInt(low)) * grown : BigInt(low) * grown);
      section = 0;
      digit = -1;
    } else return null;
  }
  return String(total + BigInt(section + Math.max(digit, 0)));
}

const ENGLISH_UNITS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const ENGLISH_TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const ENGLISH_VALUES = new Map<string, number>([
  ['a', 1],
  ['an', 1],
  ['half', 0.5],
  ['dozen', 12],
  ...ENGLISH_UNITS.map((word, i): [string, number] => [word, i]),
  ...ENGLISH_TENS.map((word, i): [string, number] => [word, 20 + 10 * i]),
]);

/** An English numeral below a thousand ("a", "half a", "thirty-five", "two hundred and ten", "one point five") as a decimal string. */
export function readEnglishNumeral(text: string): string | null {
  // "twenty-eight point five"
  const [whole, places] = text.split(' point ');
  if (whole !== undefined && places !== undefined) {
    const integer = readEnglishNumeral(whole);
    const digits = places.split(/[\s-]+/).map((word) => (word === 'oh' ? 0 : ENGLISH_VALUES.get(word)));
    return integer === null || digits.includes(undefined) ? null : `${integer}.${digits.join('')}`;
  }
  let total = 0;
  let seen = false;
  for (const word of text.split(/[\s-]+/)) {
    if (word === 'and' || word === '') continue;
    if (word === 'hundred') total = (total || 1) * 100;
    else {
      const value = ENGLISH_VALUES.get(word);
      if (value === undefined) return null;
      if ((word === 'a' || word === 'an') && seen) continue;
      total += value;
    }
    seen = true;
  }
  return seen ? String(total) : null;
}

/** Power of ten of a magnitude word or letter, both languages; 0 for none. 兆 is 10^12 except before 瓦 (see units). */
export const MAGNITUDES: Readonly<Record<string, number>> = {
  hundred: 2,
  thousand: 3,
  lakh: 5,
  million: 6,
  crore: 7,
  billion: 9,
  trillion: 12,
  quadrillion: 15,
  thousands: 3,
  millions: 6,
  billions: 9,
  trillions: 12,
  k: 3,
  m: 6,
  mn: 6,
  mln: 6,
  mm: 6,
  b: 9,
  bn: 9,
  bln: 9,
  t: 12,
  tn: 12,
  trn: 12,
  w: 4,
  千: 3,
  百: 2,
  万: 4,
  十万: 5,
  百万: 6,
  千万: 7,
  亿: 8,
  十亿: 9,
  百亿: 10,
  千亿: 11,
  万亿: 12,
  百万亿: 14,
  千万亿: 15,
  兆: 12,
  亿亿: 16,
  万万亿: 16,
  百万兆: 18,
};
