import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PriceChange } from '../../../infra/contracts/price-change.ts';
import { detectRecord } from '../../../processors/detect/state.ts';
import { samePrice } from '../../../processors/normalise/decimal.ts';
import { type Given, hour, makeReading, Tape } from './make-reading.ts';

/** A catalogue of single models and one of a dozen that move together, so that every rule of plausibility is met. */
const prices = fc
  .record({
    singles: fc.dictionary(
      fc.constantFrom('a', 'a output', 'b', 'b output'),
      fc.constantFrom('0', '1', '1.0000004', '1.0000008', '2', '10'),
      {
        maxKeys: 4,
      },
    ),
    herd: fc.constantFrom(null, null, '1', '1', '3', '1000'),
  })
  .map(({ singles, herd }) => ({
    ...singles,
    ...(herd === null ? {} : Object.fromEntries([...'efghijklmnop'].map((name) => [name, herd]))),
  }));
const reading: fc.Arbitrary<Given> = fc.record({
  at: fc.integer({ min: 0, max: 14 }),
  prices,
  document_id: fc.constantFrom('d1', 'd2', 'd3'),
  extractor_version: fc.constantFrom('1', '2'),
});
/** One time and extractor hold one content of one document: what a deterministic extractor gives. */
const readings = fc.uniqueArray(reading, {
  maxLength: 12,
  selector: ({ at, document_id, extractor_version }) => `${at} ${document_id} ${extractor_version}`,
});

const facts = (changes: readonly PriceChange[]) =>
  changes.map(
    ({
      change_id,
      direction,
      old_unit_price,
      new_unit_price,
      pct,
      document_id,
      previous_document_id,
      suspect,
      suspect_reason,
    }) => ({
      change_id,
      direction,
      old_unit_price,
      new_unit_price,
      pct,
      document_id,
      previous_document_id,
      suspect,
      suspect_reason,
    }),
  );

test('any order and any repetition of readings leaves the same changes', () => {
  const property = fc.property(
    readings.chain((list) =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray([...list, ...list], { minLength: list.length * 2 })),
    ),
    ([list, shuffled]) => {
      const inOrder = new Tape();
      inOrder.read(...[...list].sort((a, b) => a.at - b.at));
      const anyhow = new Tape();
      anyhow.read(...shuffled);
      expect(facts(anyhow.holds())).toEqual(facts(inOrder.holds()));
    },
  );
  fc.assert(property, { numRuns: 150 });
});

test('the changes are those of comparing each reading with the one before it', () => {
  const property = fc.property(readings, (list) => {
    const tape = new Tape();
    tape.read(...list);
    expect(
      tape
        .holds()
        .map(({ observed_at, previous_observed_at, series, old_unit_price, new_unit_price }) => [
          observed_at,
          previous_observed_at,
          series,
          old_unit_price,
          new_unit_price,
        ]),
    ).toEqual(compareNeighbours(list));
  });
  fc.assert(property, { numRuns: 150 });
});

test('a crash between any two records of the state leaves the same state and the same statements', () => {
  const property = fc.property(readings, fc.nat(), (list, cut) => {
    const whole = new Tape();
    const torn = new Tape();
    for (const given of list) {
      const before = torn.state;
      whole.read(given);
      torn.read(given);
      const written = [...torn.state.series.values()].filter((record) => before.series.get(record.series) !== record);
      const kept = written.slice(0, cut % (written.length + 1));
      torn.state = {
        ...before,
        series: new Map([...before.series, ...kept.map((record) => [record.series, record] as const)]),
      };
      torn.read(given);
    }
    expect(torn.state).toEqual(whole.state);
    const key = (change: PriceChange) => `${change.change_id} ${change.revision} ${change.retracted} ${change.suspect}`;
    expect(new Set(torn.stated.map(key))).toEqual(new Set(whole.stated.map(key)));
  });
  fc.assert(property, { numRuns: 100 });
});

test('the state survives the log: JSON and back is the same state', () => {
  fc.assert(
    fc.property(readings, (list) => {
      const tape = new Tape();
      tape.read(...list);
      for (const record of [tape.state.address, ...tape.state.series.values()]) {
        expect(detectRecord.parse(JSON.parse(JSON.stringify(record)))).toEqual(record);
      }
    }),
    { numRuns: 50 },
  );
});

/** The rule in its plainest form. */
function compareNeighbours(list: readonly Given[]): unknown[] {
  const rank = (given: Given) => `${given.extractor_version} ${given.document_id}`;
  const byTime = new Map<number, Given>();
  for (const given of list) {
    const known = byTime.get(given.at);
    if (Object.keys(given.prices).length > 0 && (known === undefined || rank(given) > rank(known)))
      byTime.set(given.at, given);
  }
  const columns = [...byTime.values()]
    .sort((a, b) => a.at - b.at)
    .map((given) => ({
      at: hour(given.at),
      prices: new Map(makeReading(given).prices.map((price) => [price.series, price.unit_price])),
    }));
  const changes: (readonly [string, string, string, string | null, string | null])[] = [];
  columns.forEach((column, index) => {
    const previous = columns[index - 1];
    if (previous === undefined) return;
    const products = (prices: ReadonlyMap<string, string>) =>
      new Set([...prices.keys()].map((key) => key.split('/')[1]));
    const [before, after] = [products(previous.prices), products(column.prices)];
    for (const series of [...new Set([...previous.prices.keys(), ...column.prices.keys()])].sort()) {
      const old = previous.prices.get(series) ?? null;
      const now = column.prices.get(series) ?? null;
      const product = series.split('/')[1];
      const isSpelling = (old ?? now) === '0' && before.has(product) && after.has(product);
      if (old === null || now === null ? old !== now && !isSpelling : !samePrice(old, now)) {
        changes.push([column.at, previous.at, series, old, now]);
      }
    }
  });
  return changes;
}
