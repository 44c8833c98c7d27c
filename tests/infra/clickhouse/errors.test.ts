import { ClickHouseError } from '@clickhouse/client';
import { expect, test } from 'vitest';
import { failureKind } from '../../../infra/clickhouse/errors.ts';

const coded = (code: number) => new ClickHouseError({ message: 'x', code: String(code), type: 'X' });

test.each([
  [27, 'split'],
  [407, 'split'],
  [60, 'stop'],
  [516, 'stop'],
  [241, 'retry'],
  [202, 'retry'],
  [252, 'retry'],
  [33, 'retry'],
  [243, 'retry'],
  [99_999, 'retry'],
] as const)('code %i: %s', (code, kind) => {
  expect(failureKind(coded(code))).toBe(kind);
});

test('a connection that broke may come back', () => {
  expect(failureKind(Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' }))).toBe('retry');
  expect(failureKind('anything')).toBe('retry');
});
