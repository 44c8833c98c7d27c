import { fold } from '../../normalise/fold.ts';
import { findAmounts } from './amounts.ts';
import { isCalculator, isReckoned, isWorked } from './decoys.ts';
import type { Line } from './model.ts';
import type { PageContext } from './page-context.ts';

/** "Model provider estimates", "Estimated rates": what something costs about, as against what all of it comes to. */
const ESTIMATES =
  /^(?!.*\b(?:bills?|totals?|budgets?|spend|month|savings?)).*(?:\bestimates|^estimated (?:prices|rates))$/i;

/** "~$0.20/min", not "$40 / month": by time that somebody pays for, no amount comes to more with use. */
const BY_THE_PERIOD = new Set(['month', 'seat_month', 'year']);

/** True for lines under a heading of estimates that say so much per minute or per token, name by name: rates, and no sum of them. */
export function areEstimatedRates(heading: string, lines: readonly Line[], { currencies }: PageContext): boolean {
  if (!ESTIMATES.test(heading)) return false;
  const texts = lines.map(({ text }) => fold(text));
  const amounts = texts.flatMap((text) => findAmounts(text, currencies));
  return (
    amounts.length > 0 &&
    amounts.every(({ unit }) => unit !== null && !BY_THE_PERIOD.has(unit.unit.dimension)) &&
    !texts.some(isReckoned)
  );
}

/** The heading over worked examples that a line stands under: until another of its level, or out of its card. */
export function exampleOver(lines: readonly Line[], at: number, example: Line | null, page: PageContext): Line | null {
  const line = lines[at];
  if (line === undefined) return example;
  if (line.level > 0 && headsExamples(lines, at, page)) return line;
  if (example === null) return null;
  const left = example.path.some((id, depth) => line.path[depth] !== id);
  return left || (line.level > 0 && line.level <= example.level) ? null : example;
}

function headsExamples(lines: readonly Line[], at: number, page: PageContext): boolean {
  const heading = fold(lines[at]?.text ?? '');
  if (!isWorked(heading) || (page.inCalculators && isCalculator(heading))) return false;
  const next = lines.findIndex(({ level }, index) => index > at && level > 0);
  return !areEstimatedRates(heading, lines.slice(at + 1, next < 0 ? lines.length : next), page);
}
