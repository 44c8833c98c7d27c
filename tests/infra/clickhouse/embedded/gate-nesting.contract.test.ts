import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestClickHouse, withClickHouse } from '../../../support/clickhouse.ts';

/** Whatever an attack is wrapped in, however it is spelled: it is refused, and what it is after is never in the answer. */
let store: TestClickHouse;
const scratch = mkdtempSync(join(tmpdir(), 'tokentape-nesting-'));
const secret = join(scratch, 'secret.csv');
beforeAll(async () => {
  writeFileSync(secret, 'the-secret,1\n');
  store = await withClickHouse({ migrated: false });
});
afterAll(async () => {
  await store.stop();
  rmSync(scratch, { recursive: true, force: true });
});

/** Expressions that reach what is closed. */
const expressions = fc.constantFrom(
  `file('${secret}')`,
  `arrayMap(file, ['${secret}'])[1]`,
  `arrayMap(x -> file(x), ['${secret}'])[1]`,
  `(SELECT a FROM file('${secret}', 'CSV', 'a String, b String'))`,
  `(SELECT x FROM (SELECT * APPLY(file) AS x FROM (SELECT '${secret}')) LIMIT 1)`,
  `(SELECT toString(count()) FROM system.processes)`,
  `dictGet('d', 'a', 1)`,
  `(SELECT toString(sleep(0)))`,
);

type Around = (inner: string) => string;

/** Ways to hide an expression in another. */
const wrappings: readonly Around[] = [
  (inner) => `upper(${inner})`,
  (inner) => `if(1, ${inner}, '')`,
  (inner) => `CASE WHEN 1 THEN ${inner} ELSE '' END`,
  (inner) => `[${inner}][1]`,
  (inner) => `(${inner}, 1).1`,
  (inner) => `(SELECT ${inner})`,
  (inner) => `(SELECT any(a) FROM (SELECT ${inner} AS a SETTINGS max_threads = 1))`,
  (inner) => `(WITH ${inner} AS z SELECT z)`,
  (inner) => `arrayMap(y -> ${inner}, [1])[1]`,
  (inner) => `arrayFold((acc, y) -> ${inner}, [1], '')`,
  (inner) => `concat(${inner}, '')`,
  (inner) => `${inner}::String`,
  (inner) => `map('k', ${inner})['k']`,
  (inner) => `argMax(${inner}, 1)`,
];

const statements: readonly Around[] = [
  (inner) => `SELECT ${inner}`,
  (inner) => `SELECT 1 WHERE ${inner} != ''`,
  (inner) => `SELECT count() FROM numbers(2) GROUP BY ${inner}`,
  (inner) => `SELECT number FROM numbers(2) ORDER BY ${inner}`,
  (inner) => `SELECT 1 UNION ALL SELECT length(${inner})`,
  (inner) => `SELECT * FROM numbers(2) AS a JOIN numbers(2) AS b ON a.number = b.number AND ${inner} != ''`,
  (inner) => `SELECT * FROM view(SELECT ${inner})`,
  (inner) => `SELECT sum(number) OVER (PARTITION BY ${inner}) FROM numbers(2)`,
  (inner) => `SELECT * FROM numbers(length(${inner}))`,
  (inner) => `DESCRIBE (SELECT ${inner})`,
  (inner) => `EXPLAIN SELECT ${inner}`,
];

const spellings: readonly Around[] = [
  (sql) => sql,
  (sql) => `/* SELECT 1 */ ${sql} -- harmless`,
  (sql) => sql.replaceAll('(', '/**/('),
  (sql) => sql.replace(/\bfile\b/g, '`file`'),
  (sql) => sql.replace(/\bsystem\b/g, '"system"'),
  (sql) => sql.replaceAll(' ', '\n\t'),
  (sql) => `(${sql})`,
];

test('nested at random', async () => {
  const attack = fc
    .tuple(
      expressions,
      fc.array(fc.constantFrom(...wrappings), { maxLength: 4 }),
      fc.constantFrom(...statements),
      fc.constantFrom(...spellings),
    )
    .map(([inner, around, statement, spell]) =>
      spell(statement(around.reduce<string>((text, wrap) => wrap(text), inner))),
    );
  await fc.assert(
    fc.asyncProperty(attack, async (sql) => {
      const answer = await fetch(store.server.url, { method: 'POST', body: sql });
      const text = await answer.text();
      expect(answer.status, `${sql}\n${text}`).toBeGreaterThanOrEqual(400);
      expect(text).not.toContain('the-secret,');
    }),
    { numRuns: 200 },
  );
});
