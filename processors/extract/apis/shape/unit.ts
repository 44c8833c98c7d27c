import { findUnit, unitOnly } from '../../../normalise/unit-phrase.ts';
import type { Unit } from '../../../normalise/units.ts';
import { isObject, type Json } from '../json.ts';
import type { Candidate } from './candidates.ts';
import { phraseOf } from './words.ts';

const UNIT_KEY =
  /\b(?:units?|uom|measure|per|billing (?:unit|period|cycle)|interval|granularity|pricing type|currency)\b/;
/** Prose about a whole list: only there, and only where it speaks of prices. A model's own description speaks of its context. */
const NOTE_KEY = /\b(?:notes?|description|comment|info|disclaimer|title)\b/;
const PRICED = /\bpric|\bcosts?\b|\b(?:usd|cny|rmb|eur)\b|[$€£¥元]/i;

/** The unit of a price, from what is nearest: its text, its keys, a unit field beside it or further out. Null where nothing says it. */
export function unitOf(candidate: Candidate): Unit | null {
  const { after, phrase, around, steps } = candidate;
  if (after !== '') {
    const written = unitOnly(after) ?? findUnit(after)?.unit;
    if (written !== undefined) return written;
  }
  const said = findUnit(phrase)?.unit ?? findUnit(`${around} ${phrase}`)?.unit;
  if (said !== undefined && said.dimension !== 'other') return said;
  for (let index = steps.length - 1; index >= 0; index -= 1) {
    const near = unitField(steps[index]?.within, index < candidate.entry.depth);
    if (near !== null) return near;
  }
  return null;
}

function unitField(within: Json | undefined, aboveEntry: boolean): Unit | null {
  if (!isObject(within)) return null;
  for (const [key, value] of Object.entries(within)) {
    if (typeof value !== 'string' || value.length > 300) continue;
    const phrase = phraseOf(key);
    const unit = UNIT_KEY.test(phrase)
      ? (unitOnly(value.replaceAll('_', ' ')) ?? findUnit(value)?.unit)
      : aboveEntry && NOTE_KEY.test(phrase) && PRICED.test(value)
        ? findUnit(value)?.unit
        : undefined;
    if (unit !== undefined && unit.dimension !== 'other') return unit;
  }
  return null;
}

/**
 * Tokens that unlabelled token prices buy, by their size: today's models cost some 1e-8 to 1e-5 dollars a token, a thousand times
 * that per thousand, a million times per million, and the median of a list lies well inside its range.
 */
export function tokensBySize(amounts: readonly string[]): number {
  const sorted = amounts
    .map(Number)
    .filter((amount) => amount > 0)
    .sort((a, b) => a - b);
  const median = sorted[Math.floor(sorted.length / 2)] ?? 1;
  if (median < 2e-5) return 1;
  return median < 0.008 ? 1000 : 1_000_000;
}
