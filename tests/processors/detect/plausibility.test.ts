import { expect, test } from 'vitest';
import { Tape } from './make-reading.ts';

const many = (names: string, price: (index: number) => string): Record<string, string> =>
  Object.fromEntries([...names].map((name, index) => [name, price(index)]));

test('a move by exactly a power of ten waits for a second look', () => {
  const tape = new Tape();
  tape.read({ at: 0, prices: { gpt: '3', opus: '5' } }, { at: 1, prices: { gpt: '0.03', opus: '5.5' } });
  expect(tape.story()).toEqual(['1: gpt 3 -> 0.03 ?', '1: opus 5 -> 5.5']);
  expect(tape.holds()[0]?.suspect_reason).toBe('the price moved by exactly ÷ 100');
  tape.read({ at: 2, prices: { gpt: '0.03', opus: '5.5' } });
  expect(tape.story()).toEqual(['1: gpt 3 -> 0.03', '1: opus 5 -> 5.5']);
  expect(tape.holds()[0]).toMatchObject({ revision: 1, suspect: false, suspect_reason: null });
});

test('the next reading that goes back leaves the suspicion, and is itself no news', () => {
  const tape = new Tape();
  tape.read(
    { at: 0, prices: { gpt: '3' } },
    { at: 1, prices: { gpt: '30' } },
    { at: 2, prices: { gpt: '3' } },
    { at: 3, prices: { gpt: '3' } },
  );
  expect(tape.story()).toEqual(['1: gpt 3 -> 30 ?', '2: gpt 30 -> 3 ?']);
  expect(tape.holds()[1]?.suspect_reason).toMatch(/^takes back a suspect move/);
});

test('a third price confirms nothing: 3, 33, 3.3', () => {
  const tape = new Tape();
  tape.read({ at: 0, prices: { gpt: '3.3' } }, { at: 1, prices: { gpt: '33' } }, { at: 2, prices: { gpt: '30' } });
  expect(tape.story()).toEqual(['1: gpt 3.3 -> 33 ?', '2: gpt 33 -> 30']);
});

test('the same document seen again is a second look, once', () => {
  const tape = new Tape();
  tape.read({ at: 0, prices: { gpt: '3' } }, { at: 1, prices: { gpt: '30' }, document_id: 'd' });
  expect(tape.read({ at: 1, prices: {}, document_id: 'd', seen_again: true })?.changes).toEqual([]);
  tape.read({ at: 2, prices: {}, document_id: 'd', seen_again: true });
  expect(tape.story()).toEqual(['1: gpt 3 -> 30']);
  expect(tape.stated.at(-1)).toMatchObject({ authority: 'own', revision: 1 });
  const { state } = tape;
  tape.read({ at: 3, prices: {}, document_id: 'd', seen_again: true });
  expect(tape.state).toBe(state);
  tape.read({ at: 4, prices: {}, document_id: 'never read', seen_again: true });
  expect(tape.state).toBe(state);
});

test('most prices moved by one factor: every change of the reading is suspect', () => {
  const tape = new Tape();
  tape.read(
    { at: 0, prices: many('abcdefgh', (i) => String(i + 1)) },
    { at: 1, prices: { ...many('abcdef', (i) => String((i + 1) * 1000)), g: '8.5', h: '8' } },
  );
  const changes = tape.holds();
  expect(changes).toHaveLength(7);
  for (const change of changes) {
    expect(change.suspect_reason).toBe('6 of 8 prices moved by exactly × 1000');
  }
});

test('most rows gone: removed, but suspect; half of them is plausible', () => {
  const tape = new Tape();
  const full = many('abcdefgh', () => '2');
  tape.read({ at: 0, prices: full }, { at: 1, prices: many('abc', () => '2') });
  expect(tape.holds().map((change) => change.suspect_reason)).toEqual(Array(5).fill('5 of 8 prices are gone'));
  tape.read({ at: 2, prices: full });
  expect(tape.holds().every((change) => change.suspect)).toBe(true);

  const half = new Tape();
  half.read({ at: 0, prices: full }, { at: 1, prices: many('abcd', () => '2') });
  expect(half.holds().map((change) => change.suspect)).toEqual([false, false, false, false]);
});

test('another currency throughout is suspect, and clears when it stays', () => {
  const tape = new Tape();
  const prices = many('abcd', () => '2');
  tape.read({ at: 0, prices }, { at: 1, prices, currency: 'EUR' });
  expect(tape.holds()).toHaveLength(8);
  expect(new Set(tape.holds().map((change) => change.suspect_reason))).toEqual(
    new Set(['every price is in EUR, where it was USD']),
  );
  tape.read({ at: 2, prices: { ...prices, e: '1' }, currency: 'EUR' });
  expect(tape.holds().every((change) => !change.suspect)).toBe(true);
});

test('a catalogue that falls back to what it was is suspect; one product that flaps is not', () => {
  const names = 'abcdefghijkl';
  const tape = new Tape();
  const early = { ...many(names, () => '2'), z: '7' };
  const later = { ...many(names, () => '2.2'), z: '7' };
  tape.read({ at: 0, prices: early }, { at: 1, prices: later }, { at: 2, prices: { ...later, z: '8' } });
  expect(tape.holds().some((change) => change.suspect)).toBe(false);
  tape.read({ at: 3, prices: early });
  const back = tape.holds().filter((change) => change.observed_at.includes('T03'));
  expect(back).toHaveLength(13);
  expect(back[0]?.suspect_reason).toMatch(/^13 of 13 changed prices are back where they were/);

  const flapping = new Tape();
  flapping.read(...[2, 3, 2, 3].map((price, at) => ({ at, prices: { ...early, z: String(price) } })));
  expect(flapping.holds().map((change) => change.suspect)).toEqual([false, false, false]);
});
