import { expect, test } from 'vitest';
import { hour, Tape } from './make-reading.ts';

test('the first reading is the baseline; then moves, arrivals and departures are changes', () => {
  const tape = new Tape();
  tape.read(
    { at: 0, prices: { gpt: '2', opus: '15', glm: '1' } },
    { at: 1, prices: { gpt: '2', opus: '12', glm: '1', qwen: '3' } },
    { at: 2, prices: { gpt: '2', opus: '12', qwen: '3' } },
  );
  expect(tape.story()).toEqual(['1: opus 15 -> 12', '1: qwen - -> 3', '2: glm 1 -> -']);
  const [cut, arrival, departure] = tape.holds();
  expect(cut).toMatchObject({
    direction: 'decrease',
    pct: -20,
    previous_observed_at: hour(0),
    observed_at: hour(1),
    evidence: 'opus 12',
    provider: 'acme',
    authority: 'own',
    revision: 0,
  });
  expect(cut?.previous_document_id).toMatch(/^d-0/);
  expect(cut?.document_id).toMatch(/^d-1/);
  expect(arrival).toMatchObject({ direction: 'new', pct: null, old_unit_price: null });
  expect(departure).toMatchObject({ direction: 'removed', pct: null, new_unit_price: null, evidence: null });
});

test('0 is a price; a rise from it has no percentage', () => {
  const tape = new Tape();
  tape.read({ at: 0, prices: { gpt: '0', opus: '4' } }, { at: 1, prices: { gpt: '2', opus: '0' } });
  expect(tape.holds()).toMatchObject([
    { product: 'gpt', direction: 'increase', pct: null },
    { product: 'opus', direction: 'decrease', pct: -100 },
  ]);
});

test('the same amount written otherwise and float residue are no changes', () => {
  const tape = new Tape();
  tape.read(
    { at: 0, prices: { gpt: '2.5', opus: '0.125' } },
    { at: 1, prices: { gpt: '2.50', opus: '0.12500000000000002' } },
    { at: 2, prices: { gpt: '2.5', opus: '0.125' } },
  );
  expect(tape.story()).toEqual([]);
});

test('a reading without prices removes nothing, and is a failure of the source until one has prices again', () => {
  const tape = new Tape();
  expect(tape.read({ at: 0, prices: {} })?.problem).toBeNull();
  tape.read({ at: 1, prices: { gpt: '2' } });
  const empty = tape.read({ at: 2, prices: {}, document_id: 'shell' });
  expect(empty?.problem).toMatchObject({ kind: 'no_prices', message: expect.stringContaining(hour(1)) });
  expect(tape.read({ at: 3, prices: {}, document_id: 'shell', seen_again: true })?.problem?.kind).toBe('no_prices');
  expect(tape.read({ at: 4, prices: { gpt: '3' } })?.problem).toBeNull();
  expect(tape.read({ at: 5, prices: {}, document_id: 'shell', seen_again: true })?.problem).toBeNull();
  expect(tape.story()).toEqual(['4: gpt 2 -> 3']);
});

test('a meter worth 0 comes and goes with the spelling of a feed; a free product comes and goes', () => {
  const tape = new Tape();
  tape.read(
    { at: 0, prices: { gpt: '2', 'gpt output': '0', free: '0', 'free output': '0' } },
    { at: 1, prices: { gpt: '2', free: '0' } },
    { at: 2, prices: { gpt: '2', 'gpt output': '0' } },
    { at: 3, prices: { gpt: '2', 'gpt output': '1' } },
  );
  expect(tape.story()).toEqual(['2: free 0 -> -', '3: gpt 0 -> 1']);
});

test('a series that comes back after its removal is new again', () => {
  const tape = new Tape();
  tape.read(
    { at: 0, prices: { gpt: '2', opus: '5' } },
    { at: 1, prices: { opus: '5' } },
    { at: 2, prices: { gpt: '2', opus: '5' } },
  );
  expect(tape.story()).toEqual(['1: gpt 2 -> -', '2: gpt - -> 2']);
});

test('a late reading between two others corrects what was stated, by revision', () => {
  const tape = new Tape();
  tape.read({ at: 0, prices: { gpt: '2' } }, { at: 4, prices: { gpt: '5' } });
  const [first] = tape.holds();
  tape.read({ at: 2, prices: { gpt: '3' } });
  expect(tape.story()).toEqual(['2: gpt 2 -> 3', '4: gpt 3 -> 5']);
  const taken = tape.stated.filter((change) => change.change_id === first?.change_id);
  expect(taken.map(({ revision, retracted }) => [revision, retracted])).toEqual([
    [0, false],
    [1, true],
  ]);
});

test('a late reading that says what came before it moves the change nearer to its time', () => {
  const tape = new Tape();
  tape.read({ at: 0, prices: { gpt: '2' } }, { at: 4, prices: { gpt: '5' } }, { at: 2, prices: { gpt: '2' } });
  expect(tape.holds()).toMatchObject([{ previous_observed_at: hour(2), observed_at: hour(4), evidence: 'gpt 5' }]);
});

test('a reading from before the baseline becomes the baseline', () => {
  const tape = new Tape();
  tape.read({ at: 4, prices: { gpt: '5', opus: '1' } }, { at: 2, prices: { gpt: '2' } });
  expect(tape.story()).toEqual(['4: gpt 2 -> 5', '4: opus - -> 1']);
});

test('the same reading again has no effect', () => {
  const tape = new Tape();
  const readings = [
    { at: 0, prices: { gpt: '2' } },
    { at: 1, prices: { gpt: '3' } },
  ];
  tape.read(...readings);
  const { state } = tape;
  const again = tape.read(...readings);
  expect(again?.changes).toEqual([]);
  expect(tape.state).toBe(state);
});

test('an unchanged reading touches one record', () => {
  const tape = new Tape();
  tape.read({ at: 0, prices: { gpt: '2', opus: '5' } });
  const before = tape.state;
  tape.read({ at: 1, prices: { gpt: '2', opus: '5' } });
  expect(tape.state.address).not.toBe(before.address);
  for (const [key, record] of tape.state.series) expect(record).toBe(before.series.get(key));
});

test('a later extractor reads the same document anew, an earlier one does not', () => {
  const tape = new Tape();
  tape.read(
    { at: 0, prices: { gpt: '2' } },
    { at: 1, prices: { gpt: '300' }, extractor_version: '9', document_id: 'd' },
    { at: 1, prices: { gpt: '3' }, extractor_version: '10', document_id: 'd' },
    { at: 1, prices: { gpt: '30' }, extractor_version: '2', document_id: 'd' },
  );
  expect(tape.story()).toEqual(['1: gpt 2 -> 3']);
  expect(tape.stated.at(-1)).toMatchObject({ revision: 1, new_unit_price: '3' });
});

test('of a series quoted twice the lowest stands, whatever the order of the rows', () => {
  const tape = new Tape();
  tape.read({ at: 0, prices: { 'GPT 4': '2', 'gpt-4': '3' } }, { at: 1, prices: { 'gpt-4': '3', 'GPT 4': '2' } });
  expect(tape.state.series.size).toBe(1);
  expect(tape.story()).toEqual([]);
});

test('history is remembered up to a limit; what is older is refused with a reason', () => {
  const tape = new Tape(3);
  tape.read(...[2, 3, 4, 5, 6].map((at) => ({ at, prices: { gpt: String(at) } })));
  expect(tape.state.address.readings.map((reading) => reading.observed_at)).toEqual([hour(4), hour(5), hour(6)]);
  const [series] = tape.state.series.values();
  expect(series?.points).toHaveLength(3);
  expect(tape.read({ at: 1, prices: { gpt: '1' } })?.problem).toMatchObject({ kind: 'too_old' });
  tape.read({ at: 7, prices: { gpt: '6' } });
  expect(tape.story()).toEqual(['3: gpt 2 -> 3', '4: gpt 3 -> 4', '5: gpt 4 -> 5', '6: gpt 5 -> 6']);
});

test('changes stated because history was loaded say so, also when they are stated anew', () => {
  const tape = new Tape();
  tape.read(
    { at: 0, prices: { gpt: '1' }, backfill: true },
    { at: 1, prices: { gpt: '10' }, backfill: true },
    { at: 2, prices: { gpt: '10' } },
    { at: 3, prices: { gpt: '12' } },
  );
  expect(tape.holds().map(({ backfill, revision }) => [backfill, revision])).toEqual([
    [true, 1],
    [false, 0],
  ]);
});
