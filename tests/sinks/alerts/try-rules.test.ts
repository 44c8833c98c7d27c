import { describe, expect, it } from 'vitest';
import { testRules } from '../../../sinks/alerts/try-rules.ts';
import { citation, rule, signal } from './builders.ts';

const hour = (hours: number) => new Date(Date.parse('2025-01-01T08:00:00.000Z') + hours * 3_600_000).toISOString();

describe('rules tried on history', () => {
  it('tell what they would have told, however old it is, in its order', () => {
    const announced = signal({
      signal_id: 'a',
      origin: 'announced',
      state: 'announced',
      changes: [],
      citations: [citation()],
      updated_at: hour(0),
      backfill: true,
    });
    const trials = testRules(
      [rule(), rule({ name: 'cuts', when: { direction: 'decrease' } })],
      [
        { ...announced, revision: 2, state: 'confirmed', updated_at: hour(5) },
        announced,
        signal({ signal_id: 'b', direction: 'decrease', changes: [], origin: 'announced', updated_at: hour(2) }),
      ],
    );
    expect(trials.map(({ rule: name, reason, signal_id }) => [name, reason, signal_id])).toEqual([
      ['prices', 'new', 'a'],
      ['prices', 'new', 'b'],
      ['cuts', 'new', 'b'],
      ['prices', 'state_change', 'a'],
    ]);
  });

  it('show what quiet hours, limits and suspicion would have done', () => {
    const all = [0, 1, 2].map((hours) =>
      signal({ signal_id: `${hours}`, changes: [], origin: 'announced', updated_at: hour(hours) }),
    );
    expect(testRules([rule({ limit: { messages: 1, per: '1d' } })], all).map(({ outcome }) => outcome)).toEqual([
      'send',
      'digest',
      'digest',
    ]);
    const quiet = { from: '09:00', until: '10:00', time_zone: 'UTC' };
    expect(testRules([rule({ quiet_hours: quiet })], all).map(({ outcome }) => outcome)).toEqual([
      'send',
      'held',
      'send',
    ]);
    expect(testRules([rule()], [signal({ suspect: true })]).map(({ outcome }) => outcome)).toEqual(['held']);
  });
});
