import { samePrice } from '../normalise/decimal.ts';
import { pointAt, priceAt } from './history.ts';
import type { SeriesRecord } from './state.ts';

/** One series between two neighbouring readings. */
export interface Move {
  readonly record: SeriesRecord;
  readonly old: string | null;
  readonly new: string | null;
}

/** What happened between two neighbouring readings, and how much stayed as it was. */
export interface Step {
  readonly moves: readonly Move[];
  /** Series of the earlier reading that the later one lacks. */
  readonly lost: number;
  /** Series in the earlier and in the later reading. */
  readonly rowsBefore: number;
  readonly rowsAfter: number;
  readonly currenciesBefore: ReadonlySet<string>;
  readonly currenciesAfter: ReadonlySet<string>;
  /** Series in both, with a price above 0. */
  readonly comparable: number;
}

/**
 * Compares two readings. A meter worth 0 that comes or goes while its product stays is no move: feeds start and stop spelling out
 * what costs nothing, a thousand series at a time.
 */
export function stepBetween(series: readonly SeriesRecord[], earlier: string, later: string): Step {
  const moves: Move[] = [];
  const currenciesBefore = new Set<string>();
  const currenciesAfter = new Set<string>();
  let rowsBefore = 0;
  let rowsAfter = 0;
  let comparable = 0;
  for (const record of series) {
    const old = priceAt(record.points, earlier);
    const now = priceAt(record.points, later);
    if (old !== null) {
      rowsBefore += 1;
      currenciesBefore.add(record.parts.currency);
    }
    if (now !== null) {
      rowsAfter += 1;
      currenciesAfter.add(record.parts.currency);
    }
    if (old !== null && now !== null && old !== '0' && now !== '0') comparable += 1;
    if (moved(old, now)) moves.push({ record, old, new: now });
  }
  return {
    moves: withoutSpelling(moves, series, earlier, later),
    lost: moves.filter((move) => move.new === null).length,
    rowsBefore,
    rowsAfter,
    currenciesBefore,
    currenciesAfter,
    comparable,
  };
}

function withoutSpelling(moves: Move[], series: readonly SeriesRecord[], earlier: string, later: string): Move[] {
  const isCandidate = ({ old, new: now }: Move): boolean => (old === null || now === null) && (old ?? now) === '0';
  if (!moves.some(isCandidate)) return moves;
  const productsAt = (time: string): ReadonlySet<string> =>
    new Set(series.filter(({ points }) => priceAt(points, time) !== null).map(productOf));
  const before = productsAt(earlier);
  const after = productsAt(later);
  const stays = (record: SeriesRecord): boolean => before.has(productOf(record)) && after.has(productOf(record));
  return moves.filter((move) => !isCandidate(move) || !stays(move.record));
}

function productOf({ parts }: SeriesRecord): string {
  return `${parts.provider}/${parts.product_key}`;
}

/** True where the two are a change: one is missing, or they differ by more than float residue. */
export function moved(old: string | null, now: string | null): boolean {
  if (old === now) return false;
  return old === null || now === null || !samePrice(old, now);
}

/**
 * True where a move takes the series back to what it was before its last move: A -> B -> A.
 * @param first time of the first reading known: what stood there came from nowhere.
 */
export function goesBack(move: Move, earlier: string, first: string): boolean {
  const { points } = move.record;
  const index = pointAt(points, earlier);
  const last = points[index];
  if (last === undefined || last.at <= first) return false;
  return !moved(points[index - 1]?.price ?? null, move.new);
}
