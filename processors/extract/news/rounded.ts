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

const family = (slug: string | null): string => (slug === null ? '' : cloudOf(slug));

/** 39820000000: four. */
const significant = (value: string): number => value.replace(/^[-0.]+|\./g, '').replace(/0+$/, '').length;
