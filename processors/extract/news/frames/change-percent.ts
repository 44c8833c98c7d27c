import type { Announcement } from '../../../../infra/contracts/announcement.ts';
import { growthOf } from '../context.ts';
import type { Quantity } from '../quantity.ts';
import type { Reading } from '../reading.ts';
import type { Amount } from './amounts.ts';

/** The percentage that restates a change of price in the same sentence, signed. */
export function changePercent(
  reading: Reading,
  q: Quantity,
  direction: Announcement['direction'],
  before: Amount | null,
): number | null {
  const signed = (value: number): number => (direction === 'decrease' ? -Math.abs(value) : Math.abs(value));
  // "…调至95美元；一般机型调幅3%至5%": behind a semicolon and a name of its own, another's.
  const percents = reading.quantities.filter(
    (other) =>
      other.unit === 'percent' &&
      !(other.start > q.end && /[;；][^,，;；]{4,}$/.test(reading.text.slice(q.end, other.start))),
  );
  const sizeOf = (percent: Quantity): number => Number(percent.min ?? percent.max);
  // The percentage that the two amounts themselves come to, wherever it stands.
  const old = Number(before?.q.min ?? before?.q.max);
  const now = Number(q.min ?? q.max);
  const exact = percents.find((percent) => Math.abs(Math.abs(now / old - 1) * 100 - sizeOf(percent)) < 2.5);
  if (exact) return signed(sizeOf(exact));
  if (Number.isFinite(old)) {
    // 从5.5万元涨至7.5万元,涨幅超三成: a bound that the amounts keep to.
    const change = Math.abs(now / old - 1) * 100;
    const kept = percents.find((p) => p.min !== p.max && Math.abs(change - sizeOf(p)) < 12);
    return kept ? signed(sizeOf(kept)) : null;
  }
  const stated = percents.length > 0 ? growthOf(reading, q) : null;
  if (stated !== null) return signed(stated);
  const amounts = reading.quantities.filter((other) => other.unit === 'money' && other !== before?.q && other !== q);
  const lonely = (percent: Quantity): boolean =>
    !amounts.some((other) => between(other, Math.min(percent.start, q.start), Math.max(percent.end, q.end)));
  const own = percents.find((percent) => percent.start > q.end && lonely(percent)) ?? percents.findLast(lonely);
  return own ? signed(sizeOf(own)) : null;
}

const between = (q: Quantity, from: number, to: number): boolean => q.start >= from && q.end <= to;
