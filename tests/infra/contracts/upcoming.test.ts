import { describe, expect, it } from 'vitest';
import { announcementKey, changeSubject, marketOf, OPEN_MARKET } from '../../../infra/contracts/market.ts';
import { isoDay, spanOf } from '../../../infra/contracts/partial-date.ts';
import { signal } from '../../../infra/contracts/signal.ts';
import { upcomingChange } from '../../../infra/contracts/upcoming.ts';

it.each([
  ['2026', '2026-01-01', '2026-12-31'],
  ['2026-02', '2026-02-01', '2026-02-28'],
  ['2024-02', '2024-02-01', '2024-02-29'],
  ['2026-04-18', '2026-04-18', '2026-04-18'],
  ['2025-Q3', '2025-07-01', '2025-09-30'],
  ['2025-Q4', '2025-10-01', '2025-12-31'],
  ['2025-H1', '2025-01-01', '2025-06-30'],
  ['2025-H2', '2025-07-01', '2025-12-31'],
  ['FY2026-Q4', '2025-02-01', '2027-03-31'],
])('%s spans %s to %s', (partial, start, end) => {
  const span = spanOf(partial);
  expect([isoDay(span.start), isoDay(span.end)]).toEqual([start, end]);
});

describe('prices about to move', () => {
  const announced = (fields: object) =>
    upcomingChange(
      signal.parse({
        signal_id: 's',
        revision: 1,
        kind: 'price_change',
        origin: 'announced',
        subject: 'alibaba-cloud',
        headline: 'h',
        state: 'announced',
        effective: '2026-04-18',
        first_seen_at: '2026-03-18T00:00:00.000Z',
        updated_at: '2026-03-18T00:00:00.000Z',
        mentions: 1,
        sources: [],
        citations: [],
        changes: [],
        related: [],
        ...fields,
      }),
    );

  it('are watched from the day before until days after', () => {
    expect(announced({})).toEqual({
      signal_id: 's',
      provider: 'alibaba-cloud',
      from: '2026-04-17',
      until: '2026-04-21',
    });
    expect(announced({ effective: '2026-05' })).toMatchObject({ from: '2026-04-30', until: '2026-06-03' });
  });

  it.each([
    { effective: null },
    { effective: '2026' },
    { state: 'confirmed' },
    { state: 'retracted' },
    { state: 'unconfirmed' },
    { retracted: true },
    { kind: 'financial' },
    { subject: null },
  ])('are not waited for: %j', (fields) => {
    expect(announced(fields)).toBeNull();
  });
});

describe('one market', () => {
  it('holds a company and its cloud', () => {
    for (const [company, cloud] of [
      ['alibaba', 'alibaba-cloud'],
      ['baidu', 'baidu-ai-cloud'],
      ['tencent', 'tencent-cloud'],
      ['bytedance', 'volcano-engine'],
      ['huawei', 'huawei-cloud'],
      ['amazon', 'aws'],
      ['microsoft', 'azure'],
      ['google', 'google-cloud'],
      ['oracle', 'oracle-oci'],
    ] as const) {
      expect(marketOf(company)).toBe(marketOf(cloud));
    }
    expect(announcementKey({ kind: 'market_size', subject: 'china-maas' })).toBe(OPEN_MARKET);
    expect(announcementKey({ kind: 'financial', subject: null })).toBe(OPEN_MARKET);
  });

  it('is the aggregator’s own where an aggregator’s list moved', () => {
    expect(changeSubject({ provider: 'openai', source_id: 'litellm-prices', authority: null })).toBe('litellm');
    expect(changeSubject({ provider: 'openai', source_id: 'some-list', authority: 'aggregator' })).toBe('some-list');
    expect(changeSubject({ provider: 'openai', source_id: 'openai-pricing', authority: 'own' })).toBe('openai');
  });
});
