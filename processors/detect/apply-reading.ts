import { CONTRACT_VERSION } from '../../infra/contracts/common.ts';
import type { Price, Reading } from '../../infra/contracts/price.ts';
import type { PriceChange } from '../../infra/contracts/price-change.ts';
import { compareDecimal } from '../normalise/decimal.ts';
import { Draft } from './draft.ts';
import { neighbours, withPrice, withReading } from './history.ts';
import { restateAround } from './restate.ts';
import type { AddressState, ReadingMark } from './state.ts';

/** Readings kept of an address; what arrives later from before them can no longer be put in its place. */
const KEEP_READINGS = 1_000;

export interface Problem {
  /** no_prices: the source fails, it had prices before. too_old: the reading could not be put in its place. */
  readonly kind: 'no_prices' | 'too_old';
  readonly message: string;
}

export interface Applied {
  readonly changes: readonly PriceChange[];
  /** The state after it; what did not change is the same object as before. */
  readonly state: AddressState;
  readonly problem: Problem | null;
}

/**
 * Puts a reading in its place in the history of its address, and states what that makes of the changes around it: new ones, ones that
 * no longer hold, ones that a second look confirms. Whatever the order and however often readings come, the same changes hold in the end.
 * @param before what is known of the reading's source and address; it is not altered
 * @param keep readings remembered of an address
 */
export function applyReading(before: AddressState, reading: Reading, keep = KEEP_READINGS): Applied {
  if (reading.seen_again === true) return applySecondLook(before, reading);
  if (reading.prices.length === 0) return applyEmpty(before, reading);
  return applyPrices(before, reading, keep);
}

/** What is known of an address before its first reading. */
export function newAddress(source_id: string, url: string): AddressState {
  return {
    address: {
      version: CONTRACT_VERSION,
      record: 'address',
      source_id,
      url,
      authority: null,
      readings: [],
      trimmed: false,
      empty_document_id: null,
    },
    series: new Map(),
  };
}

function applyPrices(state: AddressState, reading: Reading, keep: number): Applied {
  const { readings, trimmed } = state.address;
  const at = reading.observed_at;
  const { before, here, after } = neighbours(readings, at);
  const mark: ReadingMark = {
    observed_at: at,
    document_id: reading.document_id,
    extractor_version: latestVersion(reading.prices),
    seen_again: here?.seen_again === true && here.document_id === reading.document_id,
  };
  if (here !== undefined && !replaces(mark, here)) return { changes: [], state, problem: null };
  if (before === undefined && trimmed) {
    const message = `the reading of ${at} is older than the ${readings.length} readings kept of ${reading.url}, so that its changes are not detected: load history before the live tape runs`;
    return { changes: [], state, problem: { kind: 'too_old', message } };
  }

  const draft = new Draft(state);
  draft.setReadings(withReading(readings, mark), reading.authority);
  if (after === undefined) draft.setEmptyDocument(null);
  const prices = lowestPerSeries(reading.prices);
  for (const price of prices.values()) draft.introduce(price, reading, after === undefined);
  for (const record of draft.records()) {
    const price = prices.get(record.series);
    const point = { at, price: price?.unit_price ?? null, evidence: price?.evidence ?? null };
    const points = withPrice(record.points, point, before?.observed_at, after?.observed_at);
    if (points !== record.points) draft.put({ ...record, points: [...points] });
  }
  const changes = restateAround(draft, at, reading.backfill);
  draft.trim(keep);
  return { changes, state: draft.state(), problem: null };
}

/** The same content once more: what its reading said is no longer suspect, and a page that was empty still is. */
function applySecondLook(state: AddressState, look: Reading): Applied {
  if (look.document_id === state.address.empty_document_id)
    return { changes: [], state, problem: noPrices(state, look) };
  const { readings } = state.address;
  const seen = readings.findLast((one) => one.document_id === look.document_id && one.observed_at < look.observed_at);
  if (seen === undefined || seen.seen_again) return { changes: [], state, problem: null };
  const draft = new Draft(state);
  draft.setReadings(withReading(readings, { ...seen, seen_again: true }));
  const changes = restateAround(draft, seen.observed_at, look.backfill);
  return { changes, state: draft.state(), problem: null };
}

/** No price at all is never a removal, but a failure of a source that had prices before. */
function applyEmpty(state: AddressState, reading: Reading): Applied {
  const last = state.address.readings.at(-1);
  if (last === undefined || reading.observed_at <= last.observed_at) return { changes: [], state, problem: null };
  const draft = new Draft(state);
  draft.setEmptyDocument(reading.document_id);
  return { changes: [], state: draft.state(), problem: noPrices(state, reading) };
}

function noPrices(state: AddressState, reading: Reading): Problem {
  const last = state.address.readings.at(-1)?.observed_at ?? 'before';
  return {
    kind: 'no_prices',
    message: `${reading.url} yields no prices, though it did at ${last}; nothing counts as removed: see \`tokentape sources test ${reading.source_id}\``,
  };
}

/** Of two readings at one time the later extractor's holds; of one extractor's, always the same. */
function replaces(next: ReadingMark, here: ReadingMark): boolean {
  const order = compareVersions(next.extractor_version, here.extractor_version);
  return order === 0 ? next.document_id > here.document_id : order > 0;
}

function latestVersion(prices: readonly Price[]): string {
  return prices.map((price) => price.extractor_version).reduce((a, b) => (compareVersions(a, b) < 0 ? b : a));
}

const versions = new Intl.Collator('en', { numeric: true });

function compareVersions(a: string, b: string): number {
  return a === b ? 0 : versions.compare(a, b);
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
