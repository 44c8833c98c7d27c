import { CONTRACT_VERSION } from '../../infra/contracts/common.ts';
import type { Price, Reading } from '../../infra/contracts/price.ts';
import type { PriceChange } from '../../infra/contracts/price-change.ts';
import { compareDecimal } from '../normalise/decimal.ts';
import { Draft } from './draft.ts';
import { neighbours, withPrice, withReading } from './history.ts';
import { restateAround } from './restate.ts';
import type { AddressState, ReadingMark } from './state.ts';

/** Readings kept of an address; a later arrival from before them can no longer be put in its place. */
const KEEP_READINGS = 1_000;

export interface Applied {
  readonly changes: readonly PriceChange[];
  /** The state after it; only records that differ from before are new objects. */
  readonly state: AddressState;
  readonly problem: string | null;
}

/**
 * Puts a reading in its place in the history of its address, and states what that makes of the changes around it: new ones, ones that
 * no longer hold, ones that a second look confirms. Whatever the order and however often readings come, the same changes hold in the end.
 * @param state what is known of reading's source and address; it is not altered
 */
export function applyReading(state: AddressState, reading: Reading, keep = KEEP_READINGS): Applied {
  const { readings, trimmed } = state.address;
  if (reading.prices.length === 0) return emptyReading(state, reading);
  const at = reading.observed_at;
  const mark: ReadingMark = {
    observed_at: at,
    document_id: reading.document_id,
    extractor_version: latestVersion(reading.prices),
    seen_again: false,
  };
  const { before, here, after } = neighbours(readings, at);
  if (here !== undefined && !replaces(mark, here)) return { changes: [], state, problem: null };
  if (before === undefined && trimmed) {
    const problem = `a reading of ${at} came after ${readings.length} later ones of ${reading.url} and is too old to be put in its place; load history before the live tape runs`;
    return { changes: [], state, problem };
  }

  const draft = new Draft(state);
  draft.setReadings(withReading(readings, mark));
  const prices = lowestPerSeries(reading.prices);
  for (const price of prices.values()) draft.introduce(price, reading, after === undefined);
  for (const [series, record] of draft.series()) {
    const price = prices.get(series);
    const point = { at, price: price?.unit_price ?? null, evidence: price?.evidence ?? null };
    const points = withPrice(record.points, point, before?.observed_at, after?.observed_at);
    if (points !== record.points) draft.put({ ...record, points: [...points] });
  }
  const changes = restateAround(draft, at, reading);
  draft.trim(keep);
  return { changes, state: draft.state(), problem: null };
}

/** Where nothing was known of an address. */
export function newAddress(source_id: string, url: string): AddressState {
  return {
    address: {
      version: CONTRACT_VERSION,
      record: 'address',
      source_id,
      url,
      readings: [],
      trimmed: false,
    },
    series: new Map(),
  };
}

/** No price at all: never a removal, but a failure of the source where it had prices before. */
function emptyReading(state: AddressState, reading: Reading): Applied {
  const last = state.address.readings.at(-1);
  if (last === undefined || reading.observed_at <= last.observed_at) return { changes: [], state, problem: null };
  const problem = `${reading.url} yields no prices, where it yielded some at ${last.observed_at}; nothing counts as removed`;
  return { changes: [], state, problem };
}

/** Of two readings at one time the later extractor's holds; of one extractor's, always the same. */
function replaces(next: ReadingMark, here: ReadingMark): boolean {
  const order = next.extractor_version.localeCompare(here.extractor_version, 'en', { numeric: true });
  return order === 0 ? next.document_id > here.document_id : order > 0;
}

function latestVersion(prices: readonly Price[]): string {
  return prices
    .map((price) => price.extractor_version)
    .reduce((a, b) => (a.localeCompare(b, 'en', { numeric: true }) < 0 ? b : a));
}

/** A page may quote a series twice: the lowest stands, whatever the order of its rows. */
function lowestPerSeries(prices: readonly Price[]): Map<string, Price> {
  const lowest = new Map<string, Price>();
  for (const price of prices) {
    const known = lowest.get(price.series);
    if (known === undefined || compareDecimal(price.unit_price, known.unit_price) < 0) lowest.set(price.series, price);
  }
  return lowest;
}
