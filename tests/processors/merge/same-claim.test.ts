import { describe, expect, it } from 'vitest';
import type { Announcement } from '../../../infra/contracts/announcement.ts';
import { applyAnnouncements, loadMerge } from '../../../processors/merge/merge.ts';
import { announce, Book } from './builders.ts';
import { noon } from './story.ts';

type Fields = Partial<Announcement>;

/** How many signals two announcements of two documents make. */
function signalsOf(common: Fields, a: Fields, b: Fields): number {
  const book = new Book();
  const all = [announce({ ...common, source_id: 'a', ...a }), announce({ ...common, source_id: 'b', ...b })];
  book.write(applyAnnouncements(loadMerge(book), all, noon('2026-04-01')));
  return book.current().length;
}

const hike: Fields = {
  subject: 'openai',
  direction: 'increase',
  unit: 'percent',
  value_min: '20',
  value_max: '20',
  effective: '2026-05-01',
};
const volume: Fields = {
  kind: 'token_volume',
  subject: 'volcano-engine',
  unit: 'tokens',
  period: 'day',
  value_min: '120000000000000',
  value_max: null,
  as_of: '2026-03',
};
const market: Fields = {
  kind: 'market_size',
  subject: 'china-maas',
  unit: 'CNY',
  period: 'half',
  value_min: '1290000000',
  value_max: '1290000000',
  as_of: '2025-H1',
  attribution: 'idc',
};
const quote: Fields = {
  kind: 'price_quote',
  subject: 'openai',
  object: 'GPT-5',
  unit: 'USD',
  meter: 'input',
  per: 1_000_000,
  value_min: '1.25',
  value_max: '1.25',
};

describe('one and the same', () => {
  it.each<[string, Fields, Fields, Fields]>([
    ['company and cloud', { ...hike, subject: 'alibaba' }, {}, { subject: 'alibaba-cloud' }],
    ['day and month', hike, {}, { effective: '2026-05' }],
    ['neighbouring days of two time zones', hike, {}, { effective: '2026-04-30' }],
    ['with and without a date', hike, {}, { effective: null, published_at: '2026-04-15T00:00:00.000Z' }],
    ['with and without a figure, same day', hike, {}, { value_min: null, value_max: null, unit: null }],
    ['a range and its upper end', { ...hike, value_min: '5' }, {}, { value_min: null }],
    [
      'a multiple and its percentage',
      hike,
      { unit: 'times', value_min: '2', value_max: '2' },
      { value_min: '100', value_max: '100' },
    ],
    [
      'from-to and percent',
      hike,
      { unit: 'USD', meter: 'input', per: 1_000_000, old_value: '10', value_min: '12', value_max: '12' },
      {},
    ],
    [
      'per thousand and per million',
      { ...hike, unit: 'USD', meter: 'input' },
      { per: 1_000, value_min: '0.012', value_max: '0.012' },
      { per: 1_000_000, value_min: '12', value_max: '12' },
    ],
    ['"over" and "about"', volume, {}, { value_max: '120000000000000' }],
    ['a figure repeated months later', volume, {}, { as_of: null, published_at: '2026-06-01T00:00:00.000Z' }],
    ['a rounded figure', market, {}, { value_min: '1300000000', value_max: '1300000000' }],
    ['a market under two names', market, {}, { subject: 'china-model-as-a-service' }],
    [
      'a price per thousand and per million',
      quote,
      { published_at: '2025-09-01T00:00:00.000Z' },
      { per: 1_000, value_min: '0.00125', value_max: '0.00125' },
    ],
  ])('%s', (_name, common, a, b) => {
    expect(signalsOf(common, a, b)).toBe(1);
  });
});

describe('two things', () => {
  it.each<[string, Fields, Fields, Fields]>([
    ['two providers', hike, {}, { subject: 'anthropic' }],
    ['up and down', hike, {}, { direction: 'decrease' }],
    ['two dates', hike, {}, { effective: '2026-06-01' }],
    ['two sizes', hike, {}, { value_min: '30', value_max: '30' }],
    ['two products', hike, { object: 'GPT-5' }, { object: 'GPT-5 mini' }],
    [
      'a range and another product beyond it',
      { ...hike, value_min: '5', value_max: '34' },
      { object: 'Zhenwu 810E' },
      { object: 'CPFS', value_min: '50', value_max: '50' },
    ],
    ['two meters', { ...hike, unit: 'USD', per: 1_000_000 }, { meter: 'input' }, { meter: 'output' }],
    ['the same a year later', { ...hike, effective: null }, {}, { published_at: '2027-03-20T00:00:00.000Z' }],
    [
      'a general remark and one product',
      { ...hike, effective: null },
      { object: 'GPT-5' },
      { value_min: null, value_max: null },
    ],
    ['two periods', volume, {}, { as_of: '2026-01' }],
    ['per day and per month', volume, {}, { period: 'month' }],
    ['figures that are near', volume, {}, { value_min: '122000000000000' }],
    ['a target and what was reached', volume, { status: 'target' }, {}],
    ['two currencies', market, {}, { unit: 'USD' }],
    [
      'revenue and profit',
      { ...market, kind: 'financial', subject: 'alibaba' },
      { metric: 'revenue' },
      { metric: 'net_income' },
    ],
    ['two prices', quote, {}, { value_min: '1.5', value_max: '1.5' }],
    ['two models', quote, {}, { object: 'GPT-5 mini' }],
  ])('%s', (_name, common, a, b) => {
    expect(signalsOf(common, a, b)).toBe(2);
  });
});

describe('restatements', () => {
  const target: Fields = {
    kind: 'financial',
    subject: 'alibaba',
    unit: 'CNY',
    metric: 'capex',
    status: 'target',
    value_min: '100',
    value_max: '100',
    as_of: '2027',
    published_at: '2026-01-10T00:00:00.000Z',
  };

  it.each<[string, Fields]>([
    ['that name the figure they replace', { old_value: '100', value_min: '110', value_max: '110', as_of: null }],
    ['for the same period', { value_min: '110', value_max: '110' }],
  ])('%s are linked, not merged', (_name, later) => {
    const book = new Book();
    const all = [
      announce({ ...target, source_id: 'a' }),
      announce({ ...target, source_id: 'b', published_at: '2026-03-10T00:00:00.000Z', ...later }),
    ];
    book.write(applyAnnouncements(loadMerge(book), all, noon('2026-04-01')));
    const [first, second] = [...book.current()].sort((a, b) => Number(a.value_min) - Number(b.value_min));
    expect(second?.related).toEqual([{ signal_id: first?.signal_id, relation: 'restates' }]);
    expect(first?.related).toEqual([]);
  });

  it('of a date take the first one back', () => {
    const book = new Book();
    const all = [
      announce({ ...hike, source_id: 'a' }),
      announce({
        ...hike,
        source_id: 'b',
        effective: '2026-06-15',
        published_at: '2026-04-10T00:00:00.000Z',
        quote: 'OpenAI postpones the increase of 20 percent to June 15.',
      }),
    ];
    book.write(applyAnnouncements(loadMerge(book), all, noon('2026-04-12')));
    const [may, june] = [...book.current()].sort((a, b) => (a.effective ?? '').localeCompare(b.effective ?? ''));
    expect([may?.state, june?.state]).toEqual(['retracted', 'announced']);
    expect(june?.related).toEqual([{ signal_id: may?.signal_id, relation: 'restates' }]);
  });
});
