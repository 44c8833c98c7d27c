import { describe, expect, it } from 'vitest';
import { type FetchAttempt, fetchAttempt } from '../../../infra/contracts/fetch.ts';
import { observeFetch, observeSilence, type SourceMemory } from '../../../sinks/alerts/source-health.ts';
import { NOW, rules } from './builders.ts';

const HOUR = 3_600_000;
const attempt = (outcome: FetchAttempt['outcome'], hours: number, error: string | null = null) =>
  fetchAttempt.parse({
    fetch_id: `${outcome}${hours}`,
    job_id: 'job',
    source_id: 'aws-pricing',
    url: 'https://aws.example/pricing',
    started_at: new Date(NOW + hours * HOUR).toISOString(),
    duration_ms: 1,
    outcome,
    error,
  });

function story(rule = rules.source({ source: { events: ['new', 'failing', 'stale', 'recovered'] } })) {
  let memory: SourceMemory | undefined;
  return {
    fetch: (...args: Parameters<typeof attempt>) => {
      const update = observeFetch(rule, memory, attempt(...args));
      memory = update.memory;
      return update.events.map(({ entry }) => entry.reason);
    },
    silence: (hours: number) => {
      if (memory === undefined) throw new Error('no source yet');
      const update = observeSilence(rule, memory, NOW + hours * HOUR);
      memory = update.memory;
      return update.events.map(({ entry }) => entry.reason);
    },
  };
}

describe('a source', () => {
  it('is new once', () => {
    const { fetch } = story();
    expect(fetch('new_content', 0)).toEqual(['source_new']);
    expect(fetch('unchanged', 1)).toEqual([]);
  });

  it('fails after so many failures in a row, once, and recovers', () => {
    const { fetch } = story();
    fetch('new_content', 0);
    expect([fetch('http_error', 1), fetch('timeout', 2)]).toEqual([[], []]);
    expect(fetch('challenge', 3, 'a challenge page')).toEqual(['source_failing']);
    expect(fetch('http_error', 4)).toEqual([]);
    expect(fetch('not_modified', 5)).toEqual(['source_recovered']);
    expect(fetch('http_error', 6)).toEqual([]);
  });

  it('is not blamed for what was skipped, nor twice for one attempt', () => {
    const { fetch } = story();
    fetch('new_content', 0);
    for (const hours of [1, 1, 1, 1]) expect(fetch('http_error', hours)).toEqual([]);
    for (const hours of [2, 3, 4]) expect(fetch('skipped', hours)).toEqual([]);
  });

  it('is stale when nothing good has come for too long, failing or not asked at all', () => {
    const { fetch, silence } = story();
    fetch('new_content', 0);
    expect(silence(47.9)).toEqual([]);
    expect(silence(48)).toEqual(['source_stale']);
    expect(silence(99)).toEqual([]);
    expect(fetch('unchanged', 100)).toEqual(['source_recovered']);
  });

  it('is told about only as far as the rule asks', () => {
    const { fetch } = story(rules.source({ source: { events: 'new' } }));
    expect(fetch('http_error', 0)).toEqual(['source_new']);
    expect([fetch('http_error', 1), fetch('http_error', 2)]).toEqual([[], []]);
  });
});
