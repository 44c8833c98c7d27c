import type { Draft } from './draft.ts';
import { cloudOf } from './families.ts';

/** Prices are never rounded so. */
const FIGURES: ReadonlySet<Draft['kind']> = new Set(['financial', 'market_size', 'token_volume', 'capacity']);
/** Two roundings of one figure lie no further apart. */
const APART = 0.005;

/** "profit of $1.2 billion" in the head of an article, "$1.198 billion" below: one claim, told once in round figures. */
export function isRoundingOf(a: Draft, b: Draft): boolean {
  if (!FIGURES.has(a.kind) || a.kind !== b.kind || a.unit !== b.unit || a.metric !== b.metric) return false;
  if (a.quoteStart === b.quoteStart || a.status !== b.status || a.min === null || b.min === null) return false;
  if (a.max !== a.min || b.max !== b.min || a.compared !== b.compared) return false;
  if (a.asOf != null && b.asOf != null && !a.asOf.startsWith(b.asOf) && !b.asOf.startsWith(a.asOf)) return false;
  if (a.period != null && b.period != null && a.period !== b.period) return false;
  // Two who count may come out close to each other.
  if (family(a.subject) !== family(b.subject) || (a.attribution ?? b.attribution) !== (b.attribution ?? a.attribution))
    return false;
  const [x, y] = [Number(a.min), Number(b.min)];
  if (x === y || Math.abs(x - y) > APART * Math.abs(x)) return false;
  const digits = Math.min(significant(a.min), significant(b.min));
  return digits >= 2 && x.toPrecision(digits) === y.toPrecision(digits);
}

const OF_MONEY: ReadonlySet<Draft['kind']> = new Set(['financial', 'market_size']);
/** How far above a mark what passed it lies at most. */
const PAST = 0.06;

/** "its first quarter with more than $100 billion of sales", "revenue was $102.4 billion": the mark, where the figure itself stands too. */
export function isMarkOf(mark: Draft, figure: Draft): boolean {
  if (!OF_MONEY.has(mark.kind) || mark.kind !== figure.kind || mark.metric !== figure.metric) return false;
  if (mark.min === null || mark.max !== null || figure.min === null || figure.min !== figure.max) return false;
  if (mark.unit !== figure.unit || mark.status !== figure.status || mark.period !== figure.period) return false;
  if (mark.asOf != null && mark.asOf !== figure.asOf) return false;
  if (family(mark.subject) !== family(figure.subject)) return false;
  const [low, exact] = [Number(mark.min), Number(figure.min)];
  return (
    exact > low &&
    exact <= low * (1 + PAST) &&
    significant(mark.min) <= 2 &&
    significant(figure.min) > significant(mark.min)
  );
}

/** 一家新公司每日处理10万亿, told again where nobody can be told: the figure of a sentence before, of whoever that was. */
export const isNamelessAgain = (again: Draft, told: Draft): boolean =>
  again !== told &&
  again.subject === null &&
  FIGURES.has(again.kind) &&
  again.kind === told.kind &&
  again.unit === told.unit &&
  again.period === told.period &&
  again.min === told.min &&
  again.max === told.max &&
  told.quoteEnd <= again.quoteStart &&
  again.quoteStart - told.quoteEnd < 400;

/** "Raises capex to $145 billion" in a heading, "$125 billion to $145 billion" below: one end of the range that another sentence tells whole. */
export function isEndOf(end: Draft, range: Draft): boolean {
  if (end.kind !== 'financial' || range.kind !== 'financial') return false;
  // What a heading says is spent, the text calls capital expenditure.
  if (end.metric !== range.metric && !(end.metric === 'investment' && range.metric === 'capex')) return false;
  if (range.min === null || range.max === null || range.min === range.max || end.quoteStart >= range.quoteStart)
    return false;
  const value = end.max ?? end.min;
  if (end.unit !== range.unit || (value !== range.min && value !== range.max)) return false;
  if (end.min !== null && end.max !== null && end.min !== end.max) return false;
  return family(end.subject) === family(range.subject) && (end.asOf ?? range.asOf) === (range.asOf ?? end.asOf);
}

const family = (slug: string | null): string => (slug === null ? '' : cloudOf(slug));

/** 39820000000: four. */
export const significant = (value: string): number => value.replace(/^[-0.]+|\./g, '').replace(/0+$/, '').length;
