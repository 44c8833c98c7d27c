import { expect, test } from 'vitest';
import { statements } from '../../../../infra/clickhouse/sql/statements.ts';

test('a file is cut at its semicolons, not at those in strings and comments', () => {
  const sql = `-- first; not a statement
CREATE TABLE a (b String DEFAULT ';') -- x;
ENGINE = Memory;

/* ; */
SELECT ';' FROM \`a;b\`;
;
SELECT 1`;
  expect(statements(sql)).toEqual([
    "CREATE TABLE a (b String DEFAULT ';') -- x;\nENGINE = Memory",
    "SELECT ';' FROM `a;b`",
    'SELECT 1',
  ]);
});
