import { z } from 'zod';
import { authority } from '../../infra/contracts/authority.ts';
import { decimal, orNull, timestamp, version } from '../../infra/contracts/common.ts';
import { seriesParts } from '../../infra/contracts/price.ts';

/** A good reading of an address, as detect remembers it. */
const readingMark = z.object({
  observed_at: timestamp,
  document_id: z.string(),
  /** Of two readings at one time the later extractor's holds. */
  extractor_version: z.string(),
  /** The same content was seen again later: what it says is confirmed. */
  seen_again: z.boolean().default(false),
});
export type ReadingMark = z.infer<typeof readingMark>;

/** From this reading on the series had this price, until the next point. Null: the reading lacks the series. */
const point = z.object({ at: timestamp, price: orNull(decimal), evidence: orNull(z.string()) });
export type Point = z.infer<typeof point>;

/** A change that was stated, so that it can be stated anew: taken back, or cleared of suspicion. */
const statedChange = z.object({
  previous: timestamp,
  at: timestamp,
  old: orNull(decimal),
  new: orNull(decimal),
  previous_document_id: z.string(),
  document_id: z.string(),
  evidence: orNull(z.string()),
  /** Why a second look is asked for; stays when the second look has agreed. */
  doubt: orNull(z.string()),
  suspect: z.boolean(),
  /** The doubt of the move right before it that no second look had cleared, where this one undoes that move. */
  undoes: orNull(z.string()),
  /** It undoes a move that undid none itself: nobody was told of that one, and no second look makes this one news. */
  takes_back: z.boolean(),
  revision: z.number().int().nonnegative(),
  retracted: z.boolean(),
  backfill: z.boolean(),
});
export type StatedChange = z.infer<typeof statedChange>;

/** One record per source address: its readings in order of their time. */
export const addressRecord = z.object({
  version,
  record: z.literal('address'),
  source_id: z.string(),
  url: z.string(),
  authority: orNull(authority),
  readings: z.array(readingMark),
  /** Readings before the first one here were dropped: it is no baseline, and nothing can be put before it. */
  trimmed: z.boolean().default(false),
  /** A document without any price, later than every good reading. */
  empty_document_id: orNull(z.string()),
});
export type AddressRecord = z.infer<typeof addressRecord>;

/** One record per series of an address: only the readings where its price moved. */
export const seriesRecord = z.object({
  version,
  record: z.literal('series'),
  source_id: z.string(),
  url: z.string(),
  series: z.string(),
  parts: seriesParts,
  points: z.array(point),
  changes: z.array(statedChange),
});
export type SeriesRecord = z.infer<typeof seriesRecord>;

/** What lies on the detect_state topic. */
export const detectRecord = z.discriminatedUnion('record', [addressRecord, seriesRecord]);
export type DetectRecord = z.infer<typeof detectRecord>;

/** Everything known of one address of one source. */
export interface AddressState {
  readonly address: AddressRecord;
  readonly series: ReadonlyMap<string, SeriesRecord>;
}

export function addressKey(source_id: string, url: string): string {
  return `${source_id}|${url}`;
}

export function stateKey(record: DetectRecord): string {
  const address = addressKey(record.source_id, record.url);
  return record.record === 'address' ? address : `${address}|${record.series}`;
}
