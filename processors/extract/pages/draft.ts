import type { Meter } from '../../../infra/contracts/price.ts';
import type { Unit } from '../../normalise/units.ts';

/** A price read from a page, before its page makes it a record. */
export interface Draft {
  readonly product: string;
  readonly meter: Meter;
  readonly mode: string;
  readonly region: string | null;
  /** Context tier, volume tier, modality, cache kind, resolution: every condition, nearest first. */
  readonly conditions: readonly string[];
  /** What else stands in its row or around it: used only where two prices would otherwise be one series. */
  readonly discriminators: readonly string[];
  /** Those of them that its own row says, and the place its table stands under. */
  readonly ofRow?: readonly string[];
  readonly amount: string;
  readonly currency: string;
  readonly unit: Unit;
  readonly evidence: string;
  /** Where on the page: a layout printed twice repeats everything but this. */
  readonly place: string;
  /** Nothing but a plain heading ("Speech to text") names it: where a table of the page states the price too, this is its summary. */
  readonly plainlyNamed?: true;
  /** "Starting at $0.05/GB": where the page states that price elsewhere, this only points to it. */
  readonly starting?: true;
}
