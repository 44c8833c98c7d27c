import { scale } from './decimal.ts';

/** Words and letters behind a number that count thousands and millions, folded: "Rp55K", "1.5 juta", "1.2万". */
const COUNTS: Readonly<Record<string, number>> = {
  k: 1e3,
  rb: 1e3,
  ribu: 1e3,
  thousand: 1e3,
  万: 1e4,
  m: 1e6,
  jt: 1e6,
  juta: 1e6,
  million: 1e6,
  亿: 1e8,
  b: 1e9,
  billion: 1e9,
};

/** Source text of a pattern for such a count. */
export const COUNT = `(?:(?:[kmb]|rb|ribu|jt|juta|thousand|million|billion)(?![a-z])|[万亿])`;

/** An exact decimal times the count behind it. */
export const counted = (amount: string, count: string): string =>
  scale(amount, 1, COUNTS[count.trim().toLowerCase()] ?? 1);

/** Source text of a pattern for a sum of won in ten thousands and thousands: "44만 5천원", "3천원". */
export const WON = String.raw`(?=\d)(?:(?<manwon>\d[\d,.]*)만)?(?:(?<=만)\s?)?(?:(?<cheonwon>\d)천)?(?<=[만천])\s?(?<won>원)`;

/** The won of such a sum, written without its separators. */
export function wonOf(tenThousands: string | undefined, thousands: string | undefined): string {
  const whole = BigInt(scale(tenThousands?.replaceAll(',', '') ?? '0', 1, 10_000)) + BigInt(thousands ?? '0') * 1000n;
  return whole.toString();
}
