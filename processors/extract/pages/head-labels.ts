import { fold } from '../../normalise/fold.ts';
import { findMode } from '../../normalise/modes.ts';
import { unitOnly } from '../../normalise/unit-phrase.ts';
import type { Unit } from '../../normalise/units.ts';
import type { Label } from './label.ts';
import type { PageContext } from './page-context.ts';
import { placesOver } from './places-over-prices.ts';

/**
 * A reader of the headers over prices. "1 hour", "1 day", "1 month" beside each other are what each price buys; "1 month" and "1 year"
 * without a shorter time are terms that one commits to.
 */
export function headLabels(leaves: readonly string[], page: PageContext): (text: string) => Label {
  const read = placesOver(leaves, page);
  // "1 year price" beside "On-demand price": committed to for a year.
  if (leaves.some((leaf) => page.label(leaf).mode === 'standard') && leaves.some(isTerm))
    return (text) => {
      const label = read(text);
      return label.mode === null && isTerm(text) ? label.with({ mode: findMode(fold(text), true) }) : label;
    };
  const periods = leaves.map(periodOf);
  const rented = periods.some((unit) => unit?.dimension === 'hour' || unit?.dimension === 'day');
  if (!rented || periods.filter((unit) => unit !== null).length < 2) return withUnitBeside(leaves, read);
  return (text) => {
    const label = read(text);
    return label.unit === null ? label.with({ unit: periodOf(text) }) : label;
  };
}

/** "Batch price" beside "Price per audio minute": of the same. Tokens have ways that tell their prices apart. */
function withUnitBeside(leaves: readonly string[], read: (text: string) => Label): (text: string) => Label {
  const labels = leaves.map(read);
  const [unit, ...others] = labels.flatMap((label) => label.unit ?? []);
  const isOne =
    unit !== undefined && others.every(({ dimension, count }) => dimension === unit.dimension && count === unit.count);
  if (!isOne || unit.dimension === 'token' || others.length + 1 === labels.length) return read;
  return (text) => {
    const label = read(text);
    const saysMode = label.mode !== null && label.directions.length === 0 && label.residue.length <= 3;
    return saysMode && label.unit === null ? label.with({ unit }) : label;
  };
}

const isTerm = (text: string): boolean =>
  /^\d{1,2}[ -](?:months?|years?) (?:price|rate|cost|term|commit(?:ment)?)s?\b|^(?:\d[ -]years?|(?:3|6|12|24|36)[ -]months?)$/i.test(
    fold(text),
  );

function periodOf(text: string): Unit | null {
  const unit = text.length > 12 ? null : unitOnly(fold(text));
  return unit?.count === 1 && /^(?:hour|day|month|year)$/.test(unit.dimension) ? unit : null;
}
