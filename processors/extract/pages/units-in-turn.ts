import { fold } from '../../normalise/fold.ts';
import { remembered } from '../../normalise/remembered.ts';
import { unitOnly } from '../../normalise/unit-phrase.ts';
import type { Unit } from '../../normalise/units.ts';
import type { Reading } from './cell.ts';

const STROKE = /\s*[/|]\s*/;
const IN_BRACKETS = /\(([^()]+)\)\s*$/;
/** Holds the place of a price that there is none of. */
const NONE = /^(?:[-–—×✗]+|n\/?a|无)?$/i;

/** "Price (day / month / year)": the units that the amounts of a cell are in, in turn; null for any other header. */
const unitsOf = remembered((header: string): Unit[] | null => {
  const parts = IN_BRACKETS.exec(header)?.[1]?.split(STROKE) ?? [];
  if (parts.length < 2) return null;
  const units = parts.map((part) => unitOnly(part));
  const known = units.filter((unit) => unit !== null);
  // "(input / output)" names ways, "(per GPU / hour)" one unit.
  if (known.length * 2 <= parts.length || new Set(known.map(({ dimension }) => dimension)).size < known.length)
    return null;
  return units.map((unit, index) => unit ?? { dimension: 'other', count: 1, noun: parts[index] ?? '' });
});

/** The prices of a cell, each with the unit that its place in the cell has in the header. */
export function withUnitsInTurn(readings: readonly Reading[], written: string, header: string): readonly Reading[] {
  if (!header.endsWith(')') || !STROKE.test(written)) return readings;
  const units = unitsOf(header);
  const places = units === null ? [] : fold(written).split(STROKE);
  if (units === null || places.length !== units.length) return readings;
  const priced = places.flatMap((place, index) => (NONE.test(place) ? [] : [index]));
  if (priced.length !== readings.length || readings.some(({ amount }) => amount.unit !== null)) return readings;
  return readings.map((reading, index) => {
    const unit = units[priced[index] ?? -1];
    if (unit === undefined) return reading;
    const { end } = reading.amount;
    const phrase = { unit, start: end, end, words: unit.noun, implied: false };
    return { ...reading, index: 0, of: 1, amount: { ...reading.amount, unit: phrase } };
  });
}
