import { describe, expect, test } from 'vitest';
import { firstKeyword, namedFormat, splitInsert } from '../../../../infra/clickhouse/embedded/statement.ts';

describe('the format a statement names', () => {
  test.each([
    ['SELECT 1', null],
    ['SELECT 1 FORMAT JSON', 'JSON'],
    ['SELECT 1 format CSVWithNames SETTINGS max_threads = 1', 'CSVWithNames'],
    ["SELECT 'FORMAT JSON'", null],
    ['SELECT 1 -- FORMAT JSON', null],
    ['SELECT * FROM (SELECT 1 AS format FORMAT JSON)', null],
    ["SELECT format('{}', 1)", null],
  ])('%s', (sql, expected) => {
    expect(namedFormat(sql)).toBe(expected);
  });
});

describe('an INSERT and its data', () => {
  test.each([
    ['INSERT INTO t FORMAT CSV\n1,2', 'INSERT INTO t ', '', 'CSV', '1,2'],
    ['INSERT INTO t (a, b) FORMAT JSONEachRow {"a":1}', 'INSERT INTO t (a, b) ', '', 'JSONEachRow', '{"a":1}'],
    ["insert into d.t values (1, 'x')", 'insert into d.t ', '', 'Values', " (1, 'x')"],
    [
      'INSERT INTO t SETTINGS async_insert = 1 FORMAT TSV\n\n1',
      'INSERT INTO t ',
      'SETTINGS async_insert = 1 ',
      'TSV',
      '\n1',
    ],
    ['/* c */ INSERT INTO format FORMAT Native\r\n\u0001', '/* c */ INSERT INTO format ', '', 'Native', '\u0001'],
    [
      'INSERT INTO d.values (`format`) FORMAT RowBinary\nFORMAT',
      'INSERT INTO d.values (`format`) ',
      '',
      'RowBinary',
      'FORMAT',
    ],
  ])('%s', (sql, target, settings, format, data) => {
    const head = splitInsert(sql);
    expect(head).toMatchObject({ target, settings, format });
    expect(sql.slice(head?.dataStart)).toBe(data);
  });

  test.each([
    'SELECT 1 FORMAT CSV',
    'INSERT INTO t SELECT * FROM u FORMAT CSV',
    'INSERT INTO t WITH 1 AS a SELECT a',
    "INSERT INTO t FROM INFILE 'x' FORMAT CSV",
    'INSERT INTO t (a)',
    '',
  ])('%s has none', (sql) => {
    expect(splitInsert(sql)).toBeNull();
  });
});

test('the first keyword is behind comments and parentheses', () => {
  expect(firstKeyword('/* a */ -- b\n ((select 1))')).toBe('SELECT');
  expect(firstKeyword('')).toBe('');
});
