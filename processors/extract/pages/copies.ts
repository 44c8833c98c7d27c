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
 * The drafts of all blocks, without those that a narrow layout or a section for each product states once more: where nearly all
 * prices of a run of cards stand in tables too, the cards are a copy, and what they call their conditions tells nothing apart.
 * A heading over each card makes it a block of its own: neighbours are a run.
 */
export function withoutCopies(read: readonly BlockDrafts[]): Draft[] {
  const blocks = withoutPointers(read);
  const ofTables = blocks.flatMap(({ table, drafts }) => (table ? drafts : []));
  if (blocks.every(({ table, drafts }) => table || drafts.length === 0)) return ofTables;
  const rows = Map.groupBy(ofTables, keyOf);
  // A copy need not say the region again.
  const tabled = new Set([
    ...rows.keys(),
    ...ofTables.flatMap((draft) => (draft.region === null ? [] : [keyOf({ ...draft, region: null })])),
  ]);
  const isTabled = (draft: Draft): boolean => tabled.has(keyOf(draft)) || isRowOfSize(draft, rows);
  const own = (drafts: readonly Draft[]): readonly Draft[] => {
    const left = drafts.length < 2 ? drafts : drafts.filter((draft) => !isTabled(draft));
    return left.length * 5 <= drafts.length ? left : drafts;
  };
  const tiered = new Set(ofTables.filter(({ conditions }) => conditions.length > 0).map(keyOf));
  // "Storage is $23 per TB, Standard or Business." over the rows of both.
  const isSummary = (draft: Draft): boolean =>
    draft.place.startsWith('prose/') && draft.conditions.length === 0 && tiered.has(keyOf(draft));
  const kept = runsOf(blocks)
    .flatMap(([first, ...others]) =>
      first?.table === true ? first.drafts : own([first, ...others].flatMap((block) => own(block?.drafts ?? []))),
    )
    .filter((draft) => !isSummary(draft));
  if (!kept.some(({ plainlyNamed }) => plainlyNamed === true)) return kept;
  const rates = new Set(ofTables.map(rateKey));
  return kept.filter((draft) => draft.plainlyNamed !== true || !rates.has(rateKey(draft)));
}

/** Blocks without what they only point to: "from $2/hr" in a sentence, or in the card of a product, over the price list that has it. */
function withoutPointers(blocks: readonly BlockDrafts[]): readonly BlockDrafts[] {
  if (!blocks.some(({ drafts }) => drafts.some(({ starting }) => starting === true))) return blocks;
  const stated = Map.groupBy(
    blocks.flatMap(({ drafts }) => drafts.filter(({ starting }) => starting !== true)),
    rateKey,
  );
  const isPointer = (draft: Draft): boolean =>
    draft.starting === true &&
    (stated.get(rateKey(draft)) ?? []).some(
      ({ product, meter }) => meter === draft.meter && (draft.place.startsWith('prose/') || product === draft.product),
    );
  return blocks.map((block) => ({ ...block, drafts: block.drafts.filter((draft) => !isPointer(draft)) }));
}

/** "RTX 4090 24GB" in a card is the RTX 4090 of a table whose row has 24 GB in a column of its own. */
function isRowOfSize(draft: Draft, rows: ReadonlyMap<string, readonly Draft[]>): boolean {
  const [, product, size] = /^(.+?)\s+(\d+)\s?GB$/i.exec(draft.product) ?? [];
  if (product === undefined) return false;
  const ofSize = new RegExp(`(?<!\\d)${size}\\s?gi?b?(?![a-z\\d])`, 'i');
  return (rows.get(keyOf({ ...draft, product })) ?? []).some(({ evidence }) => ofSize.test(evidence));
}

const rateKey = ({ amount, currency, unit }: Draft): string =>
  [currency, unit.dimension, scale(amount, unit.count, 1)].join(' ');

/** Each table alone, blocks of lines with those next to them. */
function runsOf(blocks: readonly BlockDrafts[]): BlockDrafts[][] {
  const runs: BlockDrafts[][] = [];
  for (const block of blocks) {
    const last = runs.at(-1);
    if (last === undefined || block.table || last.at(-1)?.table === true) runs.push([block]);
    else last.push(block);
  }
  return runs;
}

const keyOf = (draft: Draft): string =>
  [
    productKey(draft.product),
    // An hour of the same at the same price: a card without its specifications may be taken for less than a machine.
    draft.meter === 'instance_hour' ? 'gpu_hour' : draft.meter,
    draft.region ?? '',
    draft.currency,
    scale(draft.amount, draft.unit.count, standardUnits(draft.meter)),
  ].join('\n');
