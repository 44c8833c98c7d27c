import { type UnitPhrase, unitAt } from './unit-phrase.ts';
import type { Unit } from './units.ts';

/** "1GiBあたり月額", "100万トークンにつき", "月額": what stands right before an amount. */
const POSTED = /(?:(あたり|当たり|につき|당)\s*)?(月額|年額|월)?[\s:]*$/;
const LONGEST = 24;

/** The unit that Japanese and Korean set before an amount, with its particle behind it: "1GiBあたり5円", "月額 5,000円", "시간당 1,200원". Null where none stands there. */
export function postposedUnit(text: string, position: number): UnitPhrase | null {
  if (position === 0) return null;
  const from = Math.max(0, position - 2 * LONGEST);
  const match = POSTED.exec(text.slice(from, position));
  const [whole = '', particle, period] = match ?? [];
  if (match === null || (particle === undefined && period === undefined)) return null;
  const start = from + match.index;
  const counted = particle === undefined ? null : unitEndingAt(text, start);
  if (counted === null && period === undefined) return null;
  return {
    unit: timed(counted?.unit ?? null, period),
    start: counted?.start ?? start,
    end: start + whole.length,
    words: counted?.words ?? '',
    implied: false,
  };
}

/** The longest unit that ends at a place. */
function unitEndingAt(text: string, end: number): UnitPhrase | null {
  for (let start = Math.max(0, end - LONGEST); start < end; start++) {
    if (/[\d.,]/.test(text[start - 1] ?? '')) continue;
    const phrase = unitAt(text, start, false);
    if (phrase !== null && phrase.end === end) return phrase;
  }
  return null;
}

function timed(unit: Unit | null, period: string | undefined): Unit {
  const time = period === '年額' ? 'year' : 'month';
  if (unit === null) return { dimension: time, count: 1, noun: period ?? '' };
  if (period === undefined) return unit;
  if (unit.dimension === 'gb' && time === 'month') return { ...unit, dimension: 'gb_month' };
  return /^(?:instance_hour|other)$/.test(unit.dimension) && unit.count === 1 ? { ...unit, dimension: time } : unit;
}
