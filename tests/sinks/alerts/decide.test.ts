import { describe, expect, it } from 'vitest';
import type { Signal } from '../../../infra/contracts/signal.ts';
import { decide } from '../../../sinks/alerts/decide.ts';
import { change, citation, NOW, Remembered, rule, signal } from './builders.ts';

/** What a rule says to statements that come one after the other: the reason, or why nobody is told. */
function decisions(fields: object, statements: readonly Signal[], now = NOW): string[] {
  const memories = new Remembered();
  return statements.map((one) => {
    const decision = decide(rule(fields), one, memories, now);
    if (decision.outcome === 'none') return 'none';
    memories.all.push(decision.memory);
    return decision.outcome === 'tell' ? decision.reason : decision.why;
  });
}

const announced = signal({
  signal_id: 'announced',
  origin: 'announced',
  state: 'announced',
  citations: [citation()],
  changes: [],
});

describe('who is told', () => {
  it('of a new signal once, however often it is restated or redelivered', () => {
    expect(decisions({}, [signal(), signal(), signal({ revision: 2, mentions: 5 }), signal({ revision: 3 })])).toEqual([
      'new',
      'none',
      'known',
      'known',
    ]);
  });

  it('of a change of state, unless the rule does not want it', () => {
    const story = [announced, { ...announced, revision: 2, state: 'confirmed' as const }];
    expect(decisions({}, story)).toEqual(['new', 'state_change']);
    expect(decisions({ on: 'new' }, story)).toEqual(['new', 'known']);
  });

  it('of every update, when the rule asks for them', () => {
    expect(decisions({ on: ['new', 'update'] }, [signal(), signal({ revision: 2 })])).toEqual(['new', 'update']);
  });

  it('of a signal that first matches later as of a new one', () => {
    expect(decisions({ when: { min_mentions: 2 } }, [announced, { ...announced, revision: 2, mentions: 2 }])).toEqual([
      'none',
      'new',
    ]);
  });

  it('of a suspect only when it is confirmed', () => {
    expect(decisions({}, [signal({ suspect: true }), signal({ revision: 2 })])).toEqual(['suspect', 'new']);
    expect(decisions({}, [signal({ suspect: true }), signal({ revision: 2, retracted: true })])).toEqual([
      'suspect',
      'known',
    ]);
  });

  it('of a backfill never, unless the rule wants history; of what follows, yes', () => {
    const history = { ...announced, backfill: true };
    expect(decisions({}, [history, { ...announced, revision: 2 }])).toEqual(['backfill', 'known']);
    expect(decisions({}, [history, { ...announced, revision: 2, state: 'confirmed' as const }])).toEqual([
      'backfill',
      'state_change',
    ]);
    expect(decisions({ backfill: true }, [history])).toEqual(['new']);
  });

  it('of old news never', () => {
    expect(decisions({}, [signal({ updated_at: '2026-04-01T00:00:00.000Z' })])).toEqual(['old']);
    expect(decisions({ max_age: '30d' }, [signal({ updated_at: '2026-04-01T00:00:00.000Z' })])).toEqual(['new']);
  });

  it('of what was told and does not hold, as a correction', () => {
    expect(decisions({}, [signal(), signal({ revision: 2, retracted: true, changes: [] })])).toEqual([
      'new',
      'retracted',
    ]);
    expect(decisions({ when: { provider: 'aws' } }, [signal({ retracted: true })])).toEqual(['none']);
  });
});

describe('a signal that takes over another', () => {
  const observed = signal({ changes: [change()] });
  const merged: Signal = {
    ...observed,
    revision: 2,
    retracted: true,
    changes: [],
    related: [{ signal_id: 'announced', relation: 'merged_into' }],
  };
  const taking: Signal = { ...announced, origin: 'both', state: 'confirmed', changes: [change()] };

  it('is a change of state of the same thing, whichever is stated first', () => {
    expect(decisions({}, [observed, merged, taking])).toEqual(['new', 'known', 'state_change']);
    expect(decisions({}, [observed, taking, merged])).toEqual(['new', 'state_change', 'known']);
  });

  it('is no news when only the first citation changed', () => {
    const earlier: Signal = {
      ...announced,
      signal_id: 'earlier',
      citations: [citation({ announcement_id: 'announcement-0' }), citation()],
    };
    expect(decisions({}, [announced, earlier])).toEqual(['new', 'known']);
  });
});
