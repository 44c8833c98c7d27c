import type { Table } from '../../infra/log/port.ts';
import { newAddress } from './apply-reading.ts';
import {
  type AddressState,
  addressKey,
  type DetectRecord,
  detectRecord,
  type SeriesRecord,
  stateKey,
} from './state.ts';

/**
 * One partition of detect's state, always as the log has it: what was computed but not appended is never seen, so that work that
 * is repeated after a failure starts where it started before.
 */
export class StateTable {
  readonly #table: Table;
  /** Address -> keys of its records. May name keys that were never appended. */
  readonly #keys = new Map<string, Set<string>>();
  readonly #parsed = new Map<string, { raw: unknown; record: DetectRecord }>();

  constructor(table: Table) {
    this.#table = table;
    for (const [key] of table.entries()) {
      const record = this.#read(key);
      if (record !== null) this.expect(record);
    }
  }

  /** Makes a record known that is about to be appended. */
  expect(record: DetectRecord): void {
    const address = addressKey(record.source_id, record.url);
    const keys = this.#keys.get(address) ?? new Set();
    this.#keys.set(address, keys.add(stateKey(record)));
  }

  address(source_id: string, url: string): AddressState {
    const empty = newAddress(source_id, url);
    const series = new Map<string, SeriesRecord>();
    let { address } = empty;
    for (const key of this.#keys.get(addressKey(source_id, url)) ?? []) {
      const record = this.#read(key);
      if (record?.record === 'address') address = record;
      else if (record?.record === 'series') series.set(record.series, record);
    }
    return { address, series };
  }

  #read(key: string): DetectRecord | null {
    const raw = this.#table.get(key);
    if (raw === undefined) return null;
    const known = this.#parsed.get(key);
    if (known?.raw === raw) return known.record;
    const record = detectRecord.parse(raw);
    this.#parsed.set(key, { raw, record });
    return record;
  }
}

/** The records that differ between two states of one address: its series first, so that the address is the last to know. */
export function differing(before: AddressState, after: AddressState): DetectRecord[] {
  const records: DetectRecord[] = [...after.series.values()].filter(
    (record) => before.series.get(record.series) !== record,
  );
  return after.address === before.address ? records : [...records, after.address];
}
