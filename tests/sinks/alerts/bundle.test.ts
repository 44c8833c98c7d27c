import { describe, expect, it } from 'vitest';
import { Book } from '../../../sinks/alerts/book.ts';
import { bundle } from '../../../sinks/alerts/bundle.ts';
import type { Rule } from '../../../sinks/alerts/rule.ts';
import { SendLedger } from '../../../sinks/alerts/send-ledger.ts';
import { takeInSignal } from '../../../sinks/alerts/take-in.ts';
import { NOW, rule, signal } from './builders.ts';

const MINUTE = 60_000;

function desk(...all: readonly Rule[]) {
  const book = new Book(new Map<string, unknown>());
  const ledger = new SendLedger();
  return {
    book,
    take: (id: string, subject: string, now = NOW) =>
      book.follow(
        takeInSignal(
          all,
          signal({ signal_id: id, subject, changes: [], origin: 'announced', updated_at: new Date(now).toISOString() }),
          book,
          now,
        ).writes,
      ),
    /** Signals of each message that became ready, and the states of what did not. */
    at: (now: number, use: readonly Rule[] = all) => {
      const { writes, alerts } = bundle(use, book.items, ledger, now);
      book.follow(writes);
      const messages = writes.flatMap(([, value]) => (value?.type === 'message' ? [value.outgoing.message] : []));
      return {
        told: messages.map((one) => one.entries.map(({ signal_id }) => signal_id)),
        digest: messages.map((one) => one.digest),
        logged: alerts.map(({ status }) => status),
        ids: messages.map((one) => one.message_id),
      };
    },
  };
}

describe('messages', () => {
  it('wait for more about the same provider, then take everything along', () => {
    const { take, at } = desk(rule());
    take('a', 'aws');
    take('b', 'aws', NOW + 20_000);
    take('c', 'azure', NOW + 25_000);
    expect(at(NOW + 29_999).told).toEqual([]);
    expect(at(NOW + 30_000).told).toEqual([['a', 'b']]);
    expect(at(NOW + 30_000).told).toEqual([]);
    expect(at(NOW + 55_000).told).toEqual([['c']]);
  });

  it('hold one signal or all of a rule, as the rule wants', () => {
    const single = desk(rule({ group_by: 'signal' }));
    const all = desk(rule({ group_by: 'rule' }));
    for (const { take } of [single, all])
      for (const [id, subject] of [
        ['a', 'aws'],
        ['b', 'aws'],
        ['c', 'azure'],
      ] as const)
        take(id, subject);
    expect(single.at(NOW + MINUTE).told).toEqual([['a'], ['b'], ['c']]);
    expect(all.at(NOW + MINUTE).told).toEqual([['a', 'b', 'c']]);
  });

  it('go to every channel of the rule', () => {
    const { take, at } = desk(rule({ channels: ['ops', 'mail'] }));
    take('a', 'aws');
    expect(at(NOW + MINUTE).told).toEqual([['a'], ['a']]);
  });

  it('have the same id however often they are made', () => {
    const [one, other] = [desk(rule()), desk(rule())];
    for (const { take } of [one, other]) take('a', 'aws');
    expect(one.at(NOW + MINUTE).ids).toEqual(other.at(NOW + MINUTE).ids);
  });

  it('beyond the limit become one digest when the period is over', () => {
    const { take, at } = desk(rule({ limit: { messages: 2, per: '1h' } }));
    for (const [index, subject] of ['aws', 'azure', 'openai', 'xai'].entries()) take(`${index}`, subject);
    const first = at(NOW + MINUTE);
    expect(first.told).toEqual([['0'], ['1']]);
    expect(first.logged).toEqual(['digested', 'digested']);
    take('4', 'meta', NOW + 2 * MINUTE);
    expect(at(NOW + 3 * MINUTE)).toMatchObject({ told: [], logged: ['digested'] });
    expect(at(NOW + 60 * MINUTE).told).toEqual([]);
    expect(at(NOW + 61 * MINUTE)).toMatchObject({ told: [['2', '3', '4']], digest: [true] });
  });

  it('of quiet hours go out together when they end', () => {
    const { take, at } = desk(rule({ quiet_hours: { from: '10:00', until: '12:00', time_zone: 'UTC' } }));
    take('a', 'aws');
    expect(at(NOW + MINUTE)).toMatchObject({ told: [], logged: ['held'] });
    take('b', 'azure', NOW + 30 * MINUTE);
    expect(at(NOW + 31 * MINUTE)).toMatchObject({ told: [], logged: ['held'] });
    expect(at(NOW + 120 * MINUTE).told).toEqual([['a', 'b']]);
  });

  it('of a rule that is gone are dropped, and the log says so', () => {
    const { take, at, book } = desk(rule());
    take('a', 'aws');
    expect(at(NOW + MINUTE, [])).toMatchObject({ told: [], logged: ['suppressed'] });
    expect([...book.items]).toEqual([]);
  });
});
