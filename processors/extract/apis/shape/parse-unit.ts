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
  // "perhr"
  const written = text.replaceAll('_', ' ').replace(/^per(?=[a-z])/i, 'per ');
  const unit = unitOnly(written) ?? findUnit(text)?.unit;
  return unit === undefined || unit.dimension === 'other' ? null : { unit, text };
}
