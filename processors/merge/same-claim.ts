import type { Claim } from './claim.ts';
import { isSilent, oneWithinOther, sameFigures } from './magnitude.ts';
import { type NameRelation, relate } from './product-name.ts';

/** A day may be another time zone's; a month or a quarter is the same everywhere. */
const DAY_TOLERANCE = 1;
/** "In 2026" is no date of a price change. */
const LONGEST_SPAN_DAYS = 92;
/** Reports of one change that give no date come within weeks of each other, */
const NEWS_WINDOW_DAYS = 45;
/** while a figure ("100 trillion tokens a day") is repeated for months. */
const FIGURE_WINDOW_DAYS = 200;

/** Less than any two that agree on what they are about. */
const PART = 1;

/** How well two announcements agree that they state the same thing: 0 when they do not, more when more of it is the same. */
export function sameness(a: Claim, b: Claim): number {
  if (a.source.kind !== b.source.kind || a.cancels !== b.cancels) return 0;
  const score = a.source.kind === 'price_change' ? sameChange(a, b) : sameFigure(a, b);
  return score === 0 ? 0 : score + (a.source.document_id === b.source.document_id ? 1 : 0);
}

function sameChange(a: Claim, b: Claim): number {
  if (conflict(a.source.direction, b.source.direction) || conflict(a.source.meter, b.source.meter)) return 0;
  const isVague = [a, b].some(({ when }) => when !== null && when.end - when.start > LONGEST_SPAN_DAYS);
  const overlap = compareDates(a, b, NEWS_WINDOW_DAYS);
  const dates = isVague && overlap === 'same' ? 'open' : overlap;
  if (dates === 'apart') return 0;
  const names = relate(a.name, b.name);
  if (names === 'disjoint') return dates === 'same' && areParts(a, b) ? PART : 0;
  // "GPU prices fall" of nobody in particular says little: only the very same thing is the same.
  if (a.source.subject === null && b.source.subject === null && names !== 'equal') return 0;
  const base = (dates === 'same' ? 4 : 1) + (names === 'equal' ? 2 : 1);
  if (isSilent(a.magnitude) || isSilent(b.magnitude)) return canBeReport(a, b, dates, names) ? base : 0;
  if (sameFigures(a.magnitude, b.magnitude)) return base + 4;
  // "30 percent" is part of "5 to 34 percent" only where both speak of the same day.
  const inPercent = a.magnitude.unit === 'percent';
  return dates === 'same' && inPercent && oneWithinOther(a.magnitude, b.magnitude) ? base + 2 : 0;
}

/** "5 to 34 percent" on cards and "30 percent" on storage, on one day: a repricing and a part of it. Two single figures are two changes. */
function areParts(a: Claim, b: Claim): boolean {
  const isOneDay = [a, b].every(({ when }) => when !== null && when.start === when.end);
  const hasRange = [a, b].some(({ magnitude: { low, high } }) => low === null || high === null || low < high);
  return isOneDay && hasRange && a.magnitude.unit === 'percent' && oneWithinOther(a.magnitude, b.magnitude);
}

/** "Raises prices", no figure: a report of a dated change, or of one that is as general, never of one amount or one product. */
function canBeReport(a: Claim, b: Claim, dates: 'same' | 'open', names: NameRelation): boolean {
  if (dates === 'same') return true;
  return names === 'equal' && [a, b].every(({ magnitude }) => isSilent(magnitude) || magnitude.unit === 'percent');
}

function sameFigure(a: Claim, b: Claim): number {
  const [x, y] = [a.source, b.source];
  if (x.unit !== y.unit || conflict(x.period, y.period) || conflict(x.metric, y.metric) || conflict(x.meter, y.meter))
    return 0;
  // A forecast and the figure it became are told alike; what is aimed at is not there yet.
  if (conflict(x.status, y.status) && x.status !== 'forecast' && y.status !== 'forecast') return 0;
  if (!sameFigures(a.magnitude, b.magnitude)) return 0;
  const dates = compareDates(a, b, FIGURE_WINDOW_DAYS);
  // Fiscal quarters have no days that are known; their names tell them apart.
  const areFiscal = x.as_of?.startsWith('FY') === true && y.as_of?.startsWith('FY') === true;
  if (dates === 'apart' || (areFiscal && x.as_of !== y.as_of)) return 0;
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
    const areDays = a.when.start === a.when.end && b.when.start === b.when.end;
    return gap <= (areDays ? DAY_TOLERANCE : 0) ? 'same' : 'apart';
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
  return claim.name.products.some((words) => [...words].some((word) => /\d/.test(word)));
}
