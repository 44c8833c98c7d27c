import { CONTRACT_VERSION } from '../../infra/contracts/common.ts';
import { type Price, type Reading, seriesParts } from '../../infra/contracts/price.ts';
import type { AddressRecord, AddressState, ReadingMark, SeriesRecord } from './state.ts';

/** A state while one reading is worked in: what is unchanged stays the same object, the given state is never altered. */
export class Draft {
  readonly #before: AddressState;
  #address: AddressRecord;
  readonly #touched = new Map<string, SeriesRecord>();

  constructor(before: AddressState) {
    this.#before = before;
    this.#address = before.address;
  }

  get address(): AddressRecord {
    return this.#address;
  }

  setReadings(readings: ReadingMark[], authority = this.#address.authority): void {
    this.#address = { ...this.#address, readings, authority };
  }

  setEmptyDocument(document_id: string | null): void {
    if (this.#address.empty_document_id === document_id) return;
    this.#address = { ...this.#address, empty_document_id: document_id };
  }

  put(record: SeriesRecord): void {
    this.#touched.set(record.series, record);
  }

  /** Makes room for a series that is new here; the newest reading also says how the product is written. */
  introduce(price: Price, reading: Reading, newest: boolean): void {
    const known = this.#before.series.get(price.series);
    if (known !== undefined && (!newest || (known.parts.product === price.product && known.parts.per === price.per)))
      return;
    this.put({
      version: CONTRACT_VERSION,
      record: 'series',
      source_id: reading.source_id,
      url: reading.url,
      series: price.series,
      points: known?.points ?? [],
      changes: known?.changes ?? [],
      parts: seriesParts.parse(price),
    });
  }

  /** Every series; one may be put anew while they are gone through. */
  *records(): IterableIterator<SeriesRecord> {
    for (const [series, record] of this.#before.series) yield this.#touched.get(series) ?? record;
    for (const [series, record] of this.#touched) if (!this.#before.series.has(series)) yield record;
  }

  /** Forgets readings beyond the newest `keep`, and in the touched series what lies before them. */
  trim(keep: number): void {
    const { readings } = this.#address;
    if (readings.length > keep) this.#address = { ...this.#address, readings: readings.slice(-keep), trimmed: true };
    const first = this.#address.readings[0];
    if (!this.#address.trimmed || first === undefined) return;
    for (const record of this.#touched.values()) {
      const points = record.points.filter((_point, index) => {
        const next = record.points[index + 1];
        return next === undefined || next.at > first.observed_at;
      });
      this.put({ ...record, points, changes: record.changes.filter((change) => change.at > first.observed_at) });
    }
  }

  state(): AddressState {
    const series = new Map(this.#before.series);
    for (const [key, record] of this.#touched) series.set(key, record);
    return { address: this.#address, series };
  }
}
