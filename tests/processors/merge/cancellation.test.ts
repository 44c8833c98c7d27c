import { describe, expect, it } from 'vitest';
import { isCancellation } from '../../../processors/merge/cancellation.ts';
import { applyAnnouncements, loadMerge } from '../../../processors/merge/merge.ts';
import { announce, Book } from './builders.ts';
import { noon } from './story.ts';

it.each([
  ['Alibaba Cloud called off the increase planned for April.', true],
  ['The company will no longer raise the price of its API.', true],
  ['阿里云宣布取消原定于4月的涨价计划。', true],
  ['公司决定暂缓上调算力价格。', true],
  ['Alibaba Cloud raises prices by 34%.', false],
  ['You can cancel any time; the plan now costs $20.', false],
  ['阿里云取消折扣，价格实际上涨。', false],
  ['阿里云表示不会取消涨价计划。', false],
])('"%s" takes a change back: %s', (quote, expected) => {
  expect(isCancellation({ kind: 'price_change', cancels: false, quote })).toBe(expected);
});

const hike = (fields: object) =>
  announce({ subject: 'openai', direction: 'increase', unit: 'percent', value_min: '20', value_max: '20', ...fields });
const states = (...all: ReturnType<typeof announce>[]) => {
  const book = new Book();
  book.write(applyAnnouncements(loadMerge(book), all, noon('2026-04-12')));
  return Object.fromEntries(book.current().map((signal) => [`${signal.object} ${signal.effective}`, signal.state]));
};
const cancels = (fields: object) =>
  hike({
    value_min: null,
    value_max: null,
    unit: null,
    cancels: true,
    published_at: '2026-04-10T00:00:00.000Z',
    source_id: 'late',
    ...fields,
  });

describe('a cancellation', () => {
  it('takes back the change it names, not its neighbour', () => {
    expect(
      states(
        hike({ object: 'GPT-5', effective: '2026-05-01' }),
        hike({ object: 'o3', effective: '2026-05-01', quote: 'o3 too' }),
        cancels({ object: 'o3' }),
      ),
    ).toEqual({
      'GPT-5 2026-05-01': 'announced',
      'o3 2026-05-01': 'retracted',
    });
  });

  it('takes back the one of its date', () => {
    expect(
      states(
        hike({ effective: '2026-05-01' }),
        hike({ effective: '2026-06-01', quote: 'again in June' }),
        cancels({ effective: '2026-05-01' }),
      ),
    ).toEqual({
      'null 2026-05-01': 'retracted',
      'null 2026-06-01': 'announced',
    });
  });

  it('says nothing about what is announced after it', () => {
    expect(states(hike({ effective: '2026-05-01', published_at: '2026-04-11T00:00:00.000Z' }), cancels({}))).toEqual({
      'null 2026-05-01': 'announced',
      'null null': 'retracted',
    });
  });

  it('says nothing about a change in the other direction', () => {
    expect(states(hike({ direction: 'decrease', effective: '2026-05-01' }), cancels({}))).toMatchObject({
      'null 2026-05-01': 'announced',
    });
  });
});
