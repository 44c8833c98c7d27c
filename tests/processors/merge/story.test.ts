import { describe, expect, it } from 'vitest';
import { applyAnnouncements, applyChanges, applyClock, loadMerge } from '../../../processors/merge/merge.ts';
import { announce, Book, move } from './builders.ts';
import { noon, reports, repriced } from './story.ts';

function begin() {
  const book = new Book();
  return { book, state: loadMerge(book) };
}

describe('one hike, many reports', () => {
  it('is one signal with all its citations, the first named first', () => {
    const { book, state } = begin();
    for (const report of reports) book.write(applyAnnouncements(state, [report], noon('2026-03-26')));
    const [signal, ...others] = book.current();
    expect(others).toEqual([]);
    expect(signal).toMatchObject({
      kind: 'price_change',
      subject: 'alibaba-cloud',
      direction: 'increase',
      value_min: '5',
      value_max: '34',
      unit: 'percent',
      effective: '2026-04-18',
      state: 'announced',
      origin: 'announced',
      mentions: 4,
      sources: ['wire-en', 'daily-zh', 'blog-en', 'portal-zh'],
      first_seen_at: '2026-03-18T03:00:00.000Z',
    });
    expect(signal?.citations.map((citation) => citation.announcement_id).sort()).toEqual(
      reports.map((report) => report.announcement_id).sort(),
    );
    expect(signal?.citations[0]?.source_id).toBe('wire-en');
    expect(signal?.revision).toBe(reports.length);
  });

  it('is confirmed when the price page moves on the day', () => {
    const { book, state } = begin();
    book.write(applyAnnouncements(state, reports, noon('2026-03-26')));
    book.write(applyChanges(state, repriced, noon('2026-04-18')));
    const [signal, ...others] = book.current();
    expect(others).toEqual([]);
    expect(signal).toMatchObject({ state: 'confirmed', origin: 'both', lag_days: 0 });
    expect(signal?.changes.map((change) => change.product)).toEqual(['CPFS', 'GPU gn8v', 'Zhenwu 810E']);
  });

  it('is overdue when nothing moves, unconfirmed after a month, and still confirmed by a late move', () => {
    const { book, state } = begin();
    book.write(applyAnnouncements(state, reports, noon('2026-03-26')));
    expect(book.write(applyClock(state, noon('2026-04-20')))).toEqual([]);
    expect(book.write(applyClock(state, noon('2026-04-21'))).map((signal) => signal.state)).toEqual(['overdue']);
    expect(book.write(applyClock(state, noon('2026-04-22')))).toEqual([]);
    expect(book.write(applyClock(state, noon('2026-05-19'))).map((signal) => signal.state)).toEqual(['unconfirmed']);
    const late = repriced.map((change) => ({ ...change, observed_at: '2026-05-20T02:00:00.000Z' }));
    book.write(applyChanges(state, late, noon('2026-05-20')));
    expect(book.current()).toMatchObject([{ state: 'confirmed', lag_days: 32 }]);
  });

  it('is retracted when a later announcement cancels it', () => {
    const { book, state } = begin();
    book.write(applyAnnouncements(state, reports, noon('2026-03-26')));
    const cancellation = announce({
      subject: 'alibaba-cloud',
      direction: 'increase',
      source_id: 'wire-en',
      published_at: '2026-04-10T03:00:00.000Z',
      quote: 'Alibaba Cloud has called off the price increase it had planned for April.',
    });
    book.write(applyAnnouncements(state, [cancellation], noon('2026-04-10')));
    expect(book.current()).toMatchObject([{ state: 'retracted', mentions: 5 }]);
    expect(book.write(applyClock(state, noon('2026-05-21')))).toEqual([]);
  });

  it('is partly confirmed while only some of the products it names have moved', () => {
    const { book, state } = begin();
    const object = 'Zhenwu 810E, Lingjun 900 and H20 cards';
    const list = announce({
      subject: 'alibaba-cloud',
      direction: 'increase',
      unit: 'percent',
      effective: '2026-04-18',
      object,
      value_min: '10',
      value_max: '30',
    });
    const prices = ['Zhenwu 810E', 'Lingjun 900', 'gpu.h20.8x'].map((product) =>
      move({ product, before: '10', after: '12', at: '2026-04-18T00:00:00.000Z' }),
    );
    book.write(applyAnnouncements(state, [list], noon('2026-04-01')));
    book.write(applyChanges(state, prices.slice(0, 2), noon('2026-04-18')));
    expect(book.current()).toMatchObject([{ state: 'partly_confirmed', changes: [{}, {}] }]);
    book.write(applyChanges(state, prices.slice(2), noon('2026-04-18')));
    expect(book.current()).toMatchObject([{ state: 'confirmed', changes: [{}, {}, {}] }]);
  });

  it('is partly confirmed when the product moves, but by another size', () => {
    const { book, state } = begin();
    const said = announce({
      subject: 'alibaba-cloud',
      direction: 'increase',
      unit: 'percent',
      effective: '2026-04-18',
      object: 'CPFS',
      value_min: '30',
      value_max: '30',
    });
    book.write(applyAnnouncements(state, [said], noon('2026-04-01')));
    book.write(
      applyChanges(
        state,
        [move({ product: 'CPFS', before: '10', after: '11', at: '2026-04-18T00:00:00.000Z' })],
        noon('2026-04-18'),
      ),
    );
    expect(book.current()).toMatchObject([{ state: 'partly_confirmed', lag_days: 0 }]);
  });

  it.each([
    ['of the other direction', { product: 'CPFS', before: '10', after: '9' }],
    ['of another size, on a provider-wide claim', { product: 'ECS g9', before: '10', after: '16' }],
    ['before it was meant', { product: 'CPFS', before: '10', after: '12', at: '2026-04-10T00:00:00.000Z' }],
    ['long after', { product: 'CPFS', before: '10', after: '12', at: '2026-07-01T00:00:00.000Z' }],
    ['of another provider', { provider: 'aws', product: 'CPFS', before: '10', after: '12' }],
    ['on an aggregator’s list', { source_id: 'litellm', product: 'CPFS', before: '10', after: '12' }],
    ['that is suspect', { product: 'CPFS', before: '10', after: '12', suspect: true }],
  ])('is not confirmed by a change %s', (_name, change) => {
    const { book, state } = begin();
    book.write(applyAnnouncements(state, reports, noon('2026-03-26')));
    book.write(applyChanges(state, [move({ at: '2026-04-18T00:00:00.000Z', ...change })], noon('2026-04-19')));
    expect(
      book
        .current()
        .map((signal) => signal.state)
        .sort(),
    ).toEqual(['announced', 'unannounced']);
  });
});

describe('an unannounced repricing', () => {
  it('is one signal with its list and a headline', () => {
    const { book, state } = begin();
    book.write(applyChanges(state, repriced, noon('2026-04-18')));
    expect(book.current()).toMatchObject([
      {
        origin: 'observed',
        state: 'unannounced',
        headline: 'Alibaba Cloud raises 3 prices, 5 to 34 percent',
        headline_zh: '阿里云上调 3 项价格，涨幅 5% 至 34%',
        direction: 'increase',
        changes: [{}, {}, {}],
      },
    ]);
  });

  it('becomes part of the announcement that is found later, and says so', () => {
    const { book, state } = begin();
    const [observed] = book.write(applyChanges(state, repriced, noon('2026-04-18')));
    const after = book.write(applyAnnouncements(state, reports, noon('2026-04-19')));
    const announced = after.find((signal) => !signal.retracted);
    expect(announced).toMatchObject({ state: 'confirmed', origin: 'both' });
    expect(after.find((signal) => signal.signal_id === observed?.signal_id)).toMatchObject({
      retracted: true,
      revision: 2,
      related: [{ signal_id: announced?.signal_id, relation: 'merged_into' }],
    });
  });

  it('keeps what the announcement does not cover, and points to it', () => {
    const { book, state } = begin();
    book.write(applyAnnouncements(state, reports, noon('2026-03-26')));
    const cut = move({ product: 'Qwen Max', meter: 'input', before: '10', after: '8', at: '2026-04-18T02:00:00.000Z' });
    book.write(applyChanges(state, [...repriced, cut], noon('2026-04-18')));
    const [announced, observed] = [...book.current()].sort((a, b) => a.origin.localeCompare(b.origin));
    expect(announced).toMatchObject({ origin: 'both', changes: [{}, {}, {}] });
    expect(observed).toMatchObject({
      headline: 'Alibaba Cloud cuts Qwen Max input from ¥10 to ¥8 per 1M tokens (−20%)',
      related: [{ signal_id: announced?.signal_id, relation: 'confirms' }],
    });
  });

  it('is held as suspect until a second look, then restated', () => {
    const { book, state } = begin();
    const [change] = repriced;
    if (change === undefined) throw new Error('no change');
    const doubted = { ...change, suspect: true, suspect_reason: 'every price moved by the same power of ten' };
    expect(book.write(applyChanges(state, [doubted], noon('2026-04-18')))).toMatchObject([{ suspect: true }]);
    expect(book.write(applyChanges(state, [{ ...change, revision: 1 }], noon('2026-04-18')))).toMatchObject([
      { suspect: false, revision: 2 },
    ]);
    expect(
      book.write(applyChanges(state, [{ ...change, revision: 2, retracted: true }], noon('2026-04-18'))),
    ).toMatchObject([{ retracted: true, revision: 3 }]);
  });
});
