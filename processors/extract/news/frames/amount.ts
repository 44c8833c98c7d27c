import type { Meter } from '../../../../infra/contracts/price.ts';
import type { Quantity } from '../quantity.ts';

/** A price as the sentence gives it, its meter known. */
export interface Amount {
  readonly q: Quantity;
  readonly currency: string;
  readonly meter: Meter;
  readonly per: number;
  /** True where the rate stands with this very amount. */
  readonly own: boolean;
}
