import { compareDecimal } from '../normalise/decimal.ts';
import type { Point, ReadingMark } from './state.ts';

/** Index of the first element whose time is not before `at`. Times are ISO 8601 in UTC: their text order is their order. */
export function lowerBound<T>(list: readonly T[], at: string, timeOf: (item: T) => string): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const item = list[middle];
    if (item !== undefined && timeOf(item) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

const readingTime = (reading: ReadingMark): string => reading.observed_at;
const pointTime = (point: Point): string => point.at;

export interface Neighbours {
  readonly before: ReadingMark | undefined;
  readonly here: ReadingMark | undefined;
  readonly after: ReadingMark | undefined;
}

/** The readings around a time, and the one at it. */
export function neighbours(readings: readonly ReadingMark[], at: string): Neighbours {
  const index = lowerBound(readings, at, readingTime);
  const here = readings[index]?.observed_at === at ? readings[index] : undefined;
  return { before: readings[index - 1], here, after: readings[here === undefined ? index : index + 1] };
}

/** The readings with this one in its place, instead of the one that had its time. */
export function withReading(readings: readonly ReadingMark[], reading: ReadingMark): ReadingMark[] {
  const index = lowerBound(readings, reading.observed_at, readingTime);
  const replaced = readings[index]?.observed_at === reading.observed_at ? 1 : 0;
  return readings.toSpliced(index, replaced, reading);
}

/** Index of the point that holds at a time; -1 before the first. */
export function pointAt(points: readonly Point[], at: string): number {
  const last = points.length - 1;
  const newest = points[last];
  if (newest === undefined || newest.at <= at) return last;
  const index = lowerBound(points, at, pointTime);
  return points[index]?.at === at ? index : index - 1;
}

/** The price at a time; null where the series was not there. */
export function priceAt(points: readonly Point[], at: string): string | null {
  return points[pointAt(points, at)]?.price ?? null;
}

/**
 * The points with this price at the time of a reading, whose neighbours in time are `before` and `after`. Points stand exactly
 * where a reading differs from the one before it, so that the order in which readings came leaves no trace.
 * @returns the same list where nothing changes.
 */
export function withPrice(
  points: readonly Point[],
  next: Point,
  before: string | undefined,
  after: string | undefined,
): readonly Point[] {
  const previous = before === undefined ? null : priceAt(points, before);
  const startsHere = !equal(previous, next.price);
  const here = points[pointAt(points, next.at)];
  const later = after === undefined ? undefined : points[pointAt(points, after)];
  const following = later?.price ?? null;
  const startsAfter = after !== undefined && !equal(following, next.price);
  const samePlaces =
    startsHere === (here?.at === next.at) && (after === undefined || startsAfter === (later?.at === after));
  if (samePlaces && (!startsHere || (here !== undefined && equal(here.price, next.price)))) return points;
  const kept = points.filter((point) => point.at !== next.at && point.at !== after);
  const made = [
    ...(startsHere ? [next] : []),
    ...(startsAfter && after !== undefined
      ? [{ at: after, price: following, evidence: later?.at === after ? later.evidence : null }]
      : []),
  ];
  const place = lowerBound(kept, next.at, pointTime);
  return kept.toSpliced(place, 0, ...made);
}

/** Exactly the same: even a float's residue starts a point, so that "same as the neighbour" never adds up to a drift. */
function equal(a: string | null, b: string | null): boolean {
  return a === b || (a !== null && b !== null && compareDecimal(a, b) === 0);
}
