import { CONTRACT_VERSION } from '../../infra/contracts/common.ts';
import { stableId } from '../../infra/contracts/ids.ts';
import type { PriceChange } from '../../infra/contracts/price-change.ts';
import { compareDecimal, percentChange } from '../normalise/decimal.ts';
import type { AddressRecord, SeriesRecord, StatedChange } from './state.ts';

/** The record that states a change. */
export function toPriceChange(
  record: SeriesRecord,
  change: StatedChange,
  authority: AddressRecord['authority'],
): PriceChange {
  const { source_id, url, series, parts } = record;
  return {
    ...parts,
    version: CONTRACT_VERSION,
    change_id: stableId('price_change', source_id, url, series, change.previous, change.at),
    source_id,
    authority,
    url,
    series,
    direction: direction(change),
    old_unit_price: change.old,
    new_unit_price: change.new,
    pct: change.old === null || change.new === null ? null : percentChange(change.old, change.new),
    previous_observed_at: change.previous,
    observed_at: change.at,
    previous_document_id: change.previous_document_id,
    document_id: change.document_id,
    evidence: change.evidence,
    suspect: change.suspect,
    suspect_reason: change.suspect ? reason(change) : null,
    revision: change.revision,
    retracted: change.retracted,
    backfill: change.backfill,
  };
}

function reason({ takes_back, undoes, doubt }: StatedChange): string | null {
  return takes_back ? `takes back a suspect move: ${undoes ?? ''}` : doubt;
}

function direction({ old, new: now }: StatedChange): PriceChange['direction'] {
  if (old === null) return 'new';
  if (now === null) return 'removed';
  return compareDecimal(now, old) > 0 ? 'increase' : 'decrease';
}
