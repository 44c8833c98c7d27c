import type { Block } from '../blocks.ts';
import type { Draft } from '../draft.ts';
import type { EntityKind } from '../entities.ts';
import type { Unit } from '../quantity.ts';

// What is looked at to judge whose figure one is. Offsets are into the whole folded text.

/** A house, a product, a chip, a person or a country, where a text names it; by the slug of the house it belongs to. */
export interface Mention {
  readonly start: number;
  readonly end: number;
  readonly slug: string;
  readonly kind: EntityKind | 'place';
}

export interface Figure {
  readonly start: number;
  readonly end: number;
  readonly unit: Unit;
}

export interface Line {
  readonly start: number;
  readonly end: number;
  readonly block: number;
  readonly kind: Block['kind'];
  /** Names of the gazetteer, and of houses in no list. */
  readonly mentions: readonly Mention[];
  /** Countries, where they are no part of a name. */
  readonly places: readonly Mention[];
  readonly figures: readonly Figure[];
}

export interface Scene {
  readonly text: string;
  /** One for every sentence; each is looked up when it is asked for. */
  readonly lines: readonly Line[];
  /** Whom the title names, in its order. */
  readonly title: readonly Mention[];
  /** The house whose own text it is. */
  readonly speaker: string | null;
}

/** A figure whose owner is asked for. */
export interface Claim {
  /** The number of its line. */
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly kind: Draft['kind'];
  readonly metric: Draft['metric'];
}

/** A claim told before the figure that is asked about. */
export interface Told {
  /** The number of its line. */
  readonly line: number;
  readonly kind: Draft['kind'];
  readonly metric: Draft['metric'];
  readonly unit: string | null;
  readonly value: number;
}

/** What a text has told before a figure. */
export interface ToldBefore {
  readonly kinds: ReadonlySet<Draft['kind']>;
  /** The nearest in the figure's own line. */
  readonly here: Told | null;
  /** The nearest in the lines above. */
  readonly above: Told | null;
}
