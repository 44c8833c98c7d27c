import { describe, expect, test } from 'vitest';
import { READER_LIMITS, readerSettings, turnstile } from '../../../../infra/clickhouse/embedded/limits.ts';

const limits = { ...READER_LIMITS, seconds: 10, resultRows: 1_000 };
const settings = (asked: Record<string, string>) => readerSettings(new Map(Object.entries(asked)), limits);

describe('settings of a reader', () => {
  test('limits may be tightened, never loosened or lifted', () => {
    expect(settings({ max_execution_time: '3' }).get('max_execution_time')).toBe('3');
    for (const asked of ['0', '11', '-1', 'x', '1e9', '']) {
      expect(settings({ max_execution_time: asked }).get('max_execution_time')).toBe('10');
    }
    expect(settings({}).get('max_result_rows')).toBe('1000');
  });

  test('what only changes the answer is passed on, what drivers send by habit is dropped, the rest refused', () => {
    const found = settings({
      join_use_nulls: '1',
      output_format_json_quote_decimals: '1',
      async_insert: '1',
      readonly: '0',
    });
    expect(found.get('join_use_nulls')).toBe('1');
    expect(found.get('output_format_json_quote_decimals')).toBe('1');
    expect(found.has('async_insert')).toBe(false);
    expect(found.has('readonly')).toBe(false);
    for (const name of [
      'format_schema',
      'output_format_schema',
      'dialect',
      'allow_introspection_functions',
      'user_files_path',
      'a b',
    ]) {
      expect(() => settings({ [name]: '1' })).toThrow(/Cannot modify/);
    }
  });
});

test('a turnstile lets so many through at a time, the rest in order, failures included', async () => {
  const turn = turnstile(2);
  const order: number[] = [];
  let running = 0;
  let most = 0;
  const work = (n: number) =>
    turn(async () => {
      running += 1;
      most = Math.max(most, running);
      order.push(n);
      await Promise.resolve();
      running -= 1;
      if (n % 2 === 1) throw new Error(`no ${n}`);
      return n;
    });
  const results = await Promise.allSettled([0, 1, 2, 3, 4, 5].map(work));
  expect(most).toBe(2);
  expect(order).toEqual([0, 1, 2, 3, 4, 5]);
  expect(results.map(({ status }) => status)).toEqual([
    'fulfilled',
    'rejected',
    'fulfilled',
    'rejected',
    'fulfilled',
    'rejected',
  ]);
});
