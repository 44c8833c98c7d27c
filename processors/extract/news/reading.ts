import type { DateMention } from './dates.ts';
import type { Entity } from './entities.ts';
import type { Cue } from './lexicon.ts';
import type { Quantity } from './quantity.ts';
import type { Sentence } from './sentences.ts';

/** How a sentence's layers are read, each when it is first asked for: most sentences are set aside before that. */
export interface Layers {
  quantities(): readonly Quantity[];
  dates(): readonly DateMention[];
  entities(): readonly Entity[];
  cues(): readonly Cue[];
  clauses(): readonly number[];
}

/**
 * One sentence with everything the frames look at. All offsets inside are relative to `start`.
 * A class, so that all readings have one shape: the frames read their properties all the time.
 */
export class Reading implements Sentence {
  readonly start: number;
  readonly end: number;
  readonly block: number;
  readonly index: number;
  /** Folded. */
  readonly text: string;
  readonly original: string;
  /** True where bare numbers were given a unit declared above. */
  readonly declared: boolean;
  readonly #layers: Layers;
  #quantities: readonly Quantity[] | null = null;
  #dates: readonly DateMention[] | null = null;
  #cues: readonly Cue[] | null = null;
  #clauses: readonly number[] | null = null;

  constructor(
    { start, end, block }: Sentence,
    index: number,
    text: string,
    original: string,
    layers: Layers,
    declared = false,
  ) {
    this.start = start;
    this.end = end;
    this.block = block;
    this.index = index;
    this.text = text;
    this.original = original;
    this.declared = declared;
    this.#layers = layers;
  }

  get quantities(): readonly Quantity[] {
    this.#quantities ??= this.#layers.quantities();
    return this.#quantities;
  }
  get dates(): readonly DateMention[] {
    this.#dates ??= this.#layers.dates();
    return this.#dates;
  }
  get entities(): readonly Entity[] {
    return this.#layers.entities();
  }
  get cues(): readonly Cue[] {
    this.#cues ??= this.#layers.cues();
    return this.#cues;
  }
  get clauses(): readonly number[] {
    this.#clauses ??= this.#layers.clauses();
    return this.#clauses;
  }

  /** The same sentence with other dates; or with other quantities, its bare numbers given the unit declared above. */
  with({ dates, declared }: { dates?: readonly DateMention[]; declared?: readonly Quantity[] }): Reading {
    const isDeclared = this.declared || declared !== undefined;
    const other = new Reading(this, this.index, this.text, this.original, this.#layers, isDeclared);
    other.#quantities = declared ?? this.quantities;
    other.#dates = dates ?? this.#dates;
    other.#cues = this.#cues;
    other.#clauses = this.#clauses;
    return other;
  }
}
