import type { Json, JsonObject } from '../json.ts';

/** One step from the document's root towards a value. */
export interface Step {
  /** The object or list the step is taken in. */
  readonly within: Json;
  readonly key: string;
}

/** What a price is of: its product, and where the keys begin that lead from there to the price. */
export interface Entry {
  readonly product: string;
  /** The steps from this index on are below the entry. */
  readonly depth: number;
  readonly object: JsonObject | null;
}
