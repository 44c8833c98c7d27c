import type { Unit } from '../../normalise/units.ts';
import type { Reading } from './cell.ts';
import type { Column } from './columns.ts';
import type { Label } from './label.ts';
import type { Machine } from './resolve.ts';

/** One reading with everything that stands for it. */
export interface Found {
  readonly reading: Reading;
  readonly names: string;
  /** Headers over it, nearest first. */
  readonly head: readonly Label[];
  readonly rowLabels: readonly { readonly column: Pick<Column, 'role' | 'header'>; readonly text: string }[];
  /** The label in the product column where it names a meter, not a product. */
  readonly productLabel: Label | null;
  /** The label of the cell that names the product, or the header over the names: it may state the unit. */
  readonly nameLabel: Label | null;
  /** The table sells packages: a price without a unit is for all that is in one. */
  readonly packages?: boolean;
  /** The names are those of endpoints or tools: a price without a unit is that of a call. */
  readonly calls?: boolean;
  /** The condition that the cell of the name states with it. */
  readonly nameTier?: string | null;
  /** The time that the other amounts of its row are for, where one of them says it. */
  readonly besides?: Unit | null;
  readonly sections: readonly Label[];
  readonly far: readonly Label[];
  /** Text over the block, nearest first. */
  readonly prose: readonly Label[];
  /** Notes under the block. */
  readonly notes: readonly Label[];
  readonly machine: Machine;
  readonly discriminators: readonly string[];
  /** Those of them that the row says, and the place that the table stands under. */
  readonly ofRow?: readonly string[];
  readonly evidence: string;
  readonly place: string;
}
