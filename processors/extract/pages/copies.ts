import { scale } from '../../normalise/decimal.ts';
import { standardUnits } from '../../normalise/price.ts';
import { productKey } from '../../normalise/product-key.ts';
import type { Draft } from './draft.ts';

/** Drafts of one block of a page, and whether the block is a table. */
export interface BlockDrafts {
  readonly table: boolean;
  readonly drafts: readonly Draft[];
}

/**
 * The drafts of all blocks, without those that a narrow layout states once more: where nearly all prices of a run of cards
 * stand in tables too, the cards are a copy, and what they call their conditions tells nothing apart.
 */
export function withoutCopies(blocks: readonly BlockDrafts[]): Draft[] {
  // A copy need not say the region again.
  const tabled = new Set(
    blocks.flatMap(({ table, drafts }) =>
      table ? drafts.flatMap((draft) => [keyOf(draft), keyOf({ ...draft, region: null })]) : [],
    ),
  );
  return blocks.flatMap(({ table, drafts }) => {
    if (table || drafts.length < 2) return drafts;
    const own = drafts.filter((draft) => !tabled.has(keyOf(draft)));
    return own.length * 5 <= drafts.length ? own : drafts;
  });
}

const keyOf = (draft: Draft): string =>
  [
    productKey(draft.product),
    draft.meter,
    draft.region ?? '',
    draft.currency,
    scale(draft.amount, draft.unit.count, standardUnits(draft.meter)),
  ].join('\n');
