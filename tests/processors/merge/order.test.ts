import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Announcement } from '../../../infra/contracts/announcement.ts';
import type { PriceChange } from '../../../infra/contracts/price-change.ts';
import type { Signal } from '../../../infra/contracts/signal.ts';
import {
  applyAnnouncements,
  applyChanges,
  applyClock,
  loadMerge,
  type MergeState,
  resume,
} from '../../../processors/merge/merge.ts';
import { announce, Book, move } from './builders.ts';
import { noon, reports, repriced } from './story.ts';

type Evidence = { readonly announcement: Announcement } | { readonly change: PriceChange };

/** What stands, without what depends on how often it was restated. */
const standing = (book: Book) => book.current().map(({ revision: _, ...signal }) => signal);

function take(book: Book, state: MergeState, piece: Evidence, now: number): void {
  if ('announcement' in piece) book.write(applyAnnouncements(state, [piece.announcement], now));
  else book.write(applyChanges(state, [piece.change], now));
}

function inOrder(pieces: readonly Evidence[], restarts: ReadonlySet<number> = new Set()): Omit<Signal, 'revision'>[] {
  const book = new Book();
  let state = loadMerge(book);
  for (const [index, piece] of pieces.entries()) {
    if (restarts.has(index)) state = loadMerge(book);
    take(book, state, piece, noon('2026-03-01') + index);
  }
  book.write(applyClock(state, noon('2027-01-01')));
  return standing(book);
}

const story: Evidence[] = [
  ...reports.map((announcement) => ({ announcement })),
  ...repriced.map((change) => ({ change })),
];

const day = fc
  .integer({ min: 0, max: 200 })
  .map((days) => new Date(noon('2026-01-01') + days * 86_400_000).toISOString());
const announcement = fc
  .record({
    published_at: day,
    source_id: fc.constantFrom('a', 'b', 'c'),
    subject: fc.constantFrom('alibaba', 'alibaba-cloud', 'openai'),
    kind: fc.constantFrom('price_change' as const, 'token_volume' as const, 'financial' as const),
    object: fc.constantFrom(
      null,
      'AI computing power',
      'Qwen Max',
      'qwen-max',
      '通义千问 Max',
      'GPT-5',
      'GPT-5 mini',
      'CPFS',
    ),
    direction: fc.constantFrom('increase' as const, 'decrease' as const, null),
    value_min: fc.constantFrom(null, '5', '10', '100'),
    value_max: fc.constantFrom(null, '10', '30', '34', '100.5'),
    effective: fc.constantFrom(null, '2026-04-18', '2026-04', '2026-06-01'),
    as_of: fc.constantFrom(null, '2026-03', '2026-Q1'),
    cancels: fc.constantFrom(false, false, false, true),
    extractor_version: fc.constantFrom('1', '1', '2'),
  })
  .map((fields) => ({
    announcement: announce({ ...fields, unit: fields.kind === 'price_change' ? 'percent' : 'tokens' }),
  }));
const change = fc
  .record({
    at: day,
    provider: fc.constantFrom('alibaba-cloud', 'openai'),
    product: fc.constantFrom('qwen-max', 'GPT-5', 'CPFS', 'ecs.gn8'),
    before: fc.constantFrom('10', '20'),
    after: fc.constantFrom('11', '13', '8'),
    suspect: fc.constantFrom(false, false, true),
    revision: fc.constantFrom(0, 1),
  })
  .map((fields) => ({ change: move(fields) }));

describe('the order of arrival', () => {
  it('does not matter to the story', () => {
    const expected = inOrder(story);
    fc.assert(
      fc.property(fc.shuffledSubarray(story, { minLength: story.length }), (shuffled) => {
        expect(inOrder(shuffled)).toEqual(expected);
      }),
      { numRuns: 30 },
    );
  });

  it('does not matter to any evidence, nor do repeats and restarts', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.oneof(announcement, change), {
          minLength: 2,
          maxLength: 14,
          selector: (piece) => JSON.stringify(piece),
        }),
        fc.infiniteStream(fc.nat()),
        (pieces, numbers) => {
          // Two revisions of one change with different content are detect's to order; here each has one.
          const known = new Map(
            pieces.map((piece) => [
              'change' in piece ? piece.change.change_id : piece.announcement.announcement_id,
              piece,
            ]),
          );
          const evidence = [...known.values()];
          const next = () => numbers.next().value ?? 0;
          const shuffled = evidence
            .map((piece) => [next(), piece] as const)
            .sort(([a], [b]) => a - b)
            .map(([, piece]) => piece);
          const repeated = shuffled.flatMap((piece) => (next() % 4 === 0 ? [piece, piece] : [piece]));
          const restarts = new Set(repeated.map(() => next() % repeated.length).slice(0, 3));
          expect(inOrder(repeated, restarts)).toEqual(inOrder(evidence));
        },
      ),
      { numRuns: 150 },
    );
  });

  it('every claim and change is told by exactly one signal', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(announcement, change), { maxLength: 14 }), (pieces) => {
        const signals = inOrder(pieces);
        const told = signals.flatMap((signal) => [
          ...signal.citations.map((one) => one.announcement_id),
          ...signal.changes.map((one) => one.change_id),
        ]);
        expect(new Set(told).size).toBe(told.length);
      }),
      { numRuns: 100 },
    );
  });
});

describe('a crash', () => {
  it('before anything is on record changes nothing', () => {
    const book = new Book();
    const lost = applyAnnouncements(loadMerge(book), reports, noon('2026-03-26'));
    const again = applyAnnouncements(loadMerge(book), reports, noon('2026-03-26'));
    expect(again.signals).toEqual(lost.signals);
  });

  it('between state and signals is made good: what is on record is said, as it was', () => {
    const book = new Book();
    const unsaid = applyAnnouncements(loadMerge(book), reports, noon('2026-03-26'));
    book.write({ ...unsaid, signals: [] });
    const state = loadMerge(book);
    expect(resume(state, noon('2026-03-27')).signals).toEqual(unsaid.signals);
    expect(applyAnnouncements(state, reports, noon('2026-03-27')).signals).toEqual([]);
  });

  it('does not hide a signal that was taken back', () => {
    const book = new Book();
    const state = loadMerge(book);
    book.write(applyChanges(state, repriced, noon('2026-04-18')));
    const unsaid = applyAnnouncements(state, reports, noon('2026-04-19'));
    book.write({ ...unsaid, signals: [] });
    const said = resume(loadMerge(book), noon('2026-04-19')).signals;
    const byId = (signals: readonly Signal[]) => [...signals].sort((a, b) => (a.signal_id < b.signal_id ? -1 : 1));
    expect(byId(said)).toEqual(byId(unsaid.signals));
    expect(said.some((signal) => signal.retracted)).toBe(true);
  });
});
