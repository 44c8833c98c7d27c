import { goesBack, type Move, type Step } from './moves.ts';

/** Below this many rows, "most of them" says nothing. */
const FEW_ROWS = 4;
const FEW_MOVES = 3;
/** A catalogue that falls back moves this many series, most of them to where they came from. */
export const FALLBACK_MOVES = 10;
const FALLBACK_SHARE = 0.8;

/**
 * Why a whole step between two readings asks for a second look; null where it is plausible. The earlier reading is the contract for the
 * later one's shape: its rows, its currency, the size of its numbers.
 */
export function doubtAboutStep(step: Step, earlier: string, first: string): string | null {
  return newCurrency(step) ?? lostRows(step) ?? commonFactor(step) ?? fallback(step, earlier, first);
}

/** Why one move asks for a second look. */
export function doubtAboutMove(move: Move): string | null {
  const exponent = powerOfTen(move);
  return exponent === null ? null : `the price moved by exactly ${factor(exponent)}`;
}

function newCurrency(step: Step): string | null {
  if (step.rowsBefore < FEW_ROWS || step.rowsAfter === 0) return null;
  if (!step.currenciesBefore.isDisjointFrom(step.currenciesAfter)) return null;
  return `every price is in ${names(step.currenciesAfter)}, where it was ${names(step.currenciesBefore)}`;
}

function lostRows(step: Step): string | null {
  if (step.rowsBefore < FEW_ROWS || step.lost * 2 <= step.rowsBefore) return null;
  return `${step.lost} of ${step.rowsBefore} prices are gone`;
}

function commonFactor(step: Step): string | null {
  const counts = new Map<number, number>();
  for (const move of step.moves) {
    const exponent = powerOfTen(move);
    if (exponent !== null) counts.set(exponent, (counts.get(exponent) ?? 0) + 1);
  }
  for (const [exponent, count] of counts) {
    if (count >= FEW_MOVES && count * 2 > step.comparable) {
      return `${count} of ${step.comparable} prices moved by exactly ${factor(exponent)}`;
    }
  }
  return null;
}

function fallback(step: Step, earlier: string, first: string): string | null {
  const { moves } = step;
  if (moves.length < FALLBACK_MOVES) return null;
  const back = moves.filter((move) => goesBack(move, earlier, first)).length;
  if (back < moves.length * FALLBACK_SHARE) return null;
  return `${back} of ${moves.length} changed prices are back where they were before: an old copy may have been served`;
}

/** The exponent where new is old times a power of ten, to a part in a million. A judgement, so that floats are good enough. */
function powerOfTen({ old, new: now }: Move): number | null {
  if (old === null || now === null) return null;
  const exponent = Math.log10(Number(now) / Number(old));
  const nearest = Math.round(exponent);
  return nearest !== 0 && Number.isFinite(exponent) && Math.abs(exponent - nearest) < 5e-7 ? nearest : null;
}

function factor(exponent: number): string {
  return exponent > 0 ? `× ${10 ** exponent}` : `÷ ${10 ** -exponent}`;
}

function names(currencies: ReadonlySet<string>): string {
  return [...currencies].sort().join(', ');
}
