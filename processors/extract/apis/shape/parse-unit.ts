import { findUnit, unitOnly } from '../../../normalise/unit-phrase.ts';
import type { Unit } from '../../../normalise/units.ts';

export interface FoundUnit {
  readonly unit: Unit;
  /** The text that says it; it may name a direction too: "per M input tokens". */
  readonly text: string;
}

/** What a text that is a unit, or speaks of one, says. */
export function parseUnit(text: string): FoundUnit | null {
  if (text === '') return null;
  // "perhr", "cents/hour"
  const written = text
    .replaceAll('_', ' ')
    .replace(/^per(?=[a-z])/i, 'per ')
    .replace(/^(?:us |euro ?)?(?:cents?|dollars?|euros?) ?(?=\/|per )/i, '');
  const unit = unitOnly(written) ?? findUnit(written)?.unit;
  return unit === undefined || unit.dimension === 'other' ? null : { unit, text };
}
