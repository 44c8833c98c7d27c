import { CONTRACT_VERSION } from '../../../infra/contracts/common.ts';
import type { Price, Reading } from '../../../infra/contracts/price.ts';

/** Readings of every six hours, so that days have an open, a high, a low and a close. */
const EVERY_MS = 6 * 3_600_000;
const START = Date.UTC(2026, 0, 1);

export interface Inputs {
  /** In the order in which they are appended; some come twice, as a producer that was killed would send them. */
  readonly readings: readonly Reading[];
  /** Distinct prices in them. */
  readonly prices: number;
}

/**
 * A market of so many prices: sources of 50 series each, read again and again; at each reading one series in 25 moves by 1 to 5 percent.
 * The same seed makes the same market.
 */
export function makeInputs(prices: number, seed: number): Inputs {
  const random = mulberry32(seed);
  const sources = 40;
  const series = 50;
  const rounds = Math.ceil(prices / (sources * series));
  const cents = Array.from({ length: sources }, () =>
    Array.from({ length: series }, () => 100 + Math.floor(random() * 90_000)),
  );
  const readings: Reading[] = [];
  for (let round = 0; round < rounds; round++) {
    for (const [source, amounts] of cents.entries()) {
      if (round > 0) {
        for (const [index, amount] of amounts.entries()) {
          if (random() >= 0.04) continue;
          const move = Math.max(1, Math.round(amount * (0.01 + 0.04 * random())));
          amounts[index] = random() < 0.5 && amount - move > 50 ? amount - move : amount + move;
        }
      }
      const reading = makeReading(source, round, amounts);
      readings.push(reading);
      if (random() < 0.01) readings.push(reading);
    }
  }
  return { readings, prices: rounds * sources * series };
}

function makeReading(source: number, round: number, cents: readonly number[]): Reading {
  const source_id = `source-${String(source).padStart(2, '0')}`;
  const observed_at = new Date(START + round * EVERY_MS).toISOString();
  const document_id = `${source_id}-${round}`;
  return {
    version: CONTRACT_VERSION,
    document_id,
    source_id,
    url: `https://${source_id}.example/pricing`,
    authority: 'own',
    observed_at,
    prices: cents.map((amount, index) => makePrice({ source_id, observed_at, document_id }, index, amount)),
    backfill: false,
  };
}

function makePrice(of: Pick<Price, 'source_id' | 'observed_at' | 'document_id'>, index: number, cents: number): Price {
  const amount = `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`;
  const product = `model-${index}`;
  return {
    ...of,
    version: CONTRACT_VERSION,
    series: `${of.source_id}/${product}/input`,
    provider: of.source_id,
    product,
    product_key: product,
    meter: 'input',
    mode: 'standard',
    tier: null,
    region: null,
    currency: 'USD',
    per: 1_000_000,
    amount,
    unit_price: amount,
    unit_price_usd: amount,
    effective_at: null,
    evidence: `row ${index}`,
    extractor: 'chaos',
    extractor_version: '1',
  };
}

/** A small, well-spread generator (public domain, Tommy Ettinger): tests must be repeatable. */
export function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
