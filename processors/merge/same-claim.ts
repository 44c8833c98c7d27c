import type { Claim } from './claim.ts';
import { isSilent, oneWithinOther, sameFigures } from './magnitude.ts';
import { isGeneric, relate } from './product-name.ts';

/** Figures are rounded in the telling: "1.29 billion" and "1.3 billion" are the same, "51.8" and "55" are not. */
const FIGURE_TOLERANCE = 0.01;
/** A date line may be another time zone's. */
const DATE_TOLERANCE_DAYS = 1;
/** Reports of one change that give no date come within weeks of each other, */
const NEWS_WINDOW_DAYS = 45;
/** while a figure ("100 trillion tokens a day") is repeated for months. */
const FIGURE_WINDOW_DAYS = 200;

/** How well two announcements agree that they state the same thing: 0 when they do not, more when more of it is the same. */
export function sameness(a: Claim, b: Claim): number {
  if (a.source.kind !== b.source.kind || a.cancels !== b.cancels) return 0;
  const score = a.source.kind === 'price_change' ? sameChange(a, b) : sameFigure(a, b);
  return score === 0 ? 0 : score + (a.source.document_id === b.source.document_id ? 1 : 0);
}

function sameChange(a: Claim, b: Claim): number {
  if (conflict(a.source.direction, b.source.direction) || conflict(a.source.meter, b.source.meter)) return 0;
  const dates = compareDates(a, b, NEWS_WINDOW_DAYS);
  const names = relate(a.name, b.name);
  if (dates === 'apart' || names === 'disjoint') return 0;
  const base = (dates === 'same' ? 4 : 1) + (names === 'equal' ? 2 : 1);
  if (isSilent(a.magnitude) || isSilent(b.magnitude)) return base;
  if (sameFigures(a.magnitude, b.magnitude, FIGURE_TOLERANCE)) return base + 4;
  // "30 percent" is part of "5 to 34 percent" only where both speak of the same day.
  const inPercent = a.magnitude.unit === 'percent';
  return dates === 'same' && inPercent && oneWithinOther(a.magnitude, b.magnitude, FIGURE_TOLERANCE) ? base + 2 : 0;
}

function sameFigure(a: Claim, b: Claim): number {
  const [x, y] = [a.source, b.source];
  if (x.unit !== y.unit || conflict(x.period, y.period) || conflict(x.metric, y.metric) || conflict(x.meter, y.meter))
    return 0;
  if (!sameFigures(a.magnitude, b.magnitude, FIGURE_TOLERANCE)) return 0;
  const dates = compareDates(a, b, FIGURE_WINDOW_DAYS);
  if (dates === 'apart') return 0;
  // Outside prices an object is a wording ("cloud and AI infrastructure") more often than a name: only names can disagree.
  const names = relate(a.name, b.name);
  if (names === 'disjoint' && isNamed(a) && isNamed(b)) return 0;
  if (x.subject !== y.subject) {
    if (x.kind !== 'market_size' || dates !== 'same' || conflict(x.attribution, y.attribution)) return 0;
    return names === 'disjoint' ? 0 : 5;
  }
  return (dates === 'same' ? 4 : 1) + (names === 'equal' ? 2 : 1) + 4;
}

function compareDates(a: Claim, b: Claim, windowDays: number): 'same' | 'open' | 'apart' {
  if (a.when !== null && b.when !== null) {
    const gap = Math.max(a.when.start, b.when.start) - Math.min(a.when.end, b.when.end);
    return gap <= DATE_TOLERANCE_DAYS ? 'same' : 'apart';
  }
  if (Math.abs(a.said - b.said) <= windowDays) return 'open';
  const [dated, undated] = a.when === null ? [b, a] : [a, b];
  if (dated.when === null) return 'apart';
  const isAround = undated.said >= dated.when.start - windowDays && undated.said <= dated.when.end + windowDays;
  return isAround ? 'open' : 'apart';
}

/** Both say something, and not the same. */
function conflict(a: string | null, b: string | null): boolean {
  return a !== null && b !== null && a !== b;
}

function isNamed(claim: Claim): boolean {
  return !isGeneric(claim.name) && [...claim.name.words].some((word) => /\d/.test(word));
}
