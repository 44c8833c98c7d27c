import type { PriceChange } from '../../infra/contracts/price-change.ts';
import type { Signal } from '../../infra/contracts/signal.ts';

/** A price change as a signal lists it. */
export function signalChange(change: PriceChange): Signal['changes'][number] {
  const { change_id, series, product, meter, mode, currency, direction, old_unit_price, new_unit_price, pct } = change;
  return { change_id, series, product, meter, mode, currency, direction, old_unit_price, new_unit_price, pct };
}
