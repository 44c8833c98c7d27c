import fc from 'fast-check';
import { expect, test } from 'vitest';
import { changesStatement } from '../../../../sinks/web/store/changes.ts';
import { historyStatement } from '../../../../sinks/web/store/history.ts';
import { latestPricesStatement } from '../../../../sinks/web/store/prices.ts';
import { signalsStatement } from '../../../../sinks/web/store/signals.ts';

const hostile = fc.string({ minLength: 3, unit: 'binary' }).map((text) => `'; DROP TABLE signals; --${text}`);

test('whatever a caller sends, it is a bound value and never part of the SQL', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      const position = { at: '2026-01-01T00:00:00.000Z', id: text };
      const statements = [
        signalsStatement({ subject: [text], source: [text], series: [text], q: text }, position, 5),
        changesStatement({ provider: [text], series: [text], q: text }, position, 5),
        latestPricesStatement({ provider: [text], mode: [text], region: [text], q: text }, position, 5),
        historyStatement({ series: [text], source: [text] }, position, 5),
      ];
      for (const { sql, params } of statements) {
        expect(sql).not.toContain('DROP');
        expect(JSON.stringify(params)).toContain('DROP');
      }
    }),
  );
});

test('every placeholder has its value and every value its placeholder', () => {
  const { sql, params } = signalsStatement(
    { kind: ['capacity'], q: 'x', since: '2026-01-01', min_confidence: 0.5, suspect: false },
    undefined,
    9,
  );
  const named = new Set([...sql.matchAll(/\{(\w+):/g)].map(([, name]) => name));
  expect(named).toEqual(new Set(Object.keys(params)));
  expect(params['since']).toBe('2026-01-01 00:00:00.000');
});
