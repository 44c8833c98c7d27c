import { describe, expect, test } from 'vitest';
import type { TopicName } from '../../../infra/contracts/topics.ts';
import { DecodeError, decode } from '../../../infra/log/decode.ts';

const record = (topic: TopicName, value: unknown) => ({
  topic,
  partition: 3,
  offset: 1204,
  key: 'k',
  bytes: value instanceof Buffer ? value : Buffer.from(JSON.stringify(value)),
  arrivedAt: 0,
});

const attempt = {
  fetch_id: 'f',
  job_id: 'j',
  source_id: 's',
  url: 'https://prices.example/',
  started_at: '2026-04-18T08:00:00.000Z',
  duration_ms: 12,
  outcome: 'timeout',
};

describe('decode', () => {
  test('fills in what the contract gives by default', () => {
    expect(decode('fetches', record('fetches', attempt))).toMatchObject({ version: 1, status: null, error: null });
  });

  test.each([
    ['a field of the wrong kind', { ...attempt, duration_ms: '12' }, /^fetches 3@1204: duration_ms: .*expected number/],
    ['a missing field', { ...attempt, url: undefined }, /^fetches 3@1204: url: .*expected string/],
    [
      'a value that is none of the allowed',
      { ...attempt, outcome: 'lost' },
      /^fetches 3@1204: outcome: .*"not_modified"/,
    ],
    ['several faults', { ...attempt, url: 1, outcome: 2 }, /\(and 1 more\)$/],
    ['something that is no record', [], /^fetches 3@1204: the record: .*expected object/],
    ['a tombstone', null, /^fetches 3@1204: the record: /],
    ['no JSON', Buffer.from('{"url"'), /^fetches 3@1204: expected UTF-8 JSON \(/],
    ['no UTF-8', Buffer.from([0x22, 0xff, 0x22]), /^fetches 3@1204: expected UTF-8 JSON \(/],
    ['nothing', Buffer.alloc(0), /^fetches 3@1204: expected UTF-8 JSON \(/],
  ])('%s is named, with its place', (_what, value, message) => {
    expect(() => decode('fetches', record('fetches', value))).toThrow(DecodeError);
    expect(() => decode('fetches', record('fetches', value))).toThrow(message);
  });

  test('a place deep inside is written as a path', () => {
    const reading = {
      document_id: 'd',
      source_id: 's',
      url: 'u',
      observed_at: '2026-04-18T08:00:00.000Z',
      prices: [{}],
    };
    expect(() => decode('prices', record('prices', reading))).toThrow(/^prices 3@1204: prices\[0\]\./);
  });
});
