import { afterAll, beforeAll, expect, test } from 'vitest';
import { elementType, fixedBytes, parseType } from '../../../../infra/clickhouse/embedded/http/native-type.ts';
import { type TestClickHouse, withClickHouse } from '../../../support/clickhouse.ts';

let store: TestClickHouse;
beforeAll(async () => {
  store = await withClickHouse({ migrated: false });
});
afterAll(() => store.stop());

async function native(sql: string, revision: number): Promise<Buffer> {
  const query = new URLSearchParams({
    default_format: 'Native',
    client_protocol_version: String(revision),
    query: sql,
  });
  const answer = await fetch(`${store.server.url}/?${query}`);
  const bytes = Buffer.from(await answer.arrayBuffer());
  if (answer.status !== 200) throw new Error(bytes.toString());
  return bytes;
}

const INFO = Buffer.from([1, 0, 2, 0xff, 0xff, 0xff, 0xff, 0]);

/** The walk over a column ends where its bytes end: only then are the last column's type and marker found again. */
test.each([
  'toUInt8(number)',
  'number',
  'toString(number)',
  'repeat(toString(number), 100)',
  'toFixedString(toString(number % 10), 1)',
  'toDecimal32(number, 2)',
  'toDecimal64(number, 4)',
  'toDecimal128(number, 18)',
  'toDecimal256(number, 40)',
  'toDate(number)',
  "toDateTime(number, 'Asia/Shanghai')",
  "toDateTime64(number, 3, 'UTC')",
  "CAST(number % 2, 'Enum8(\\'a, (b\\' = 0, \\'c\\' = 1)')",
  "UUIDNumToString(toFixedString(leftPad(toString(number), 16, 'x'), 16))::UUID",
  "toIPv4('1.2.3.4')",
  'toIntervalDay(number)',
  'number % 3 = 0 ? NULL : toString(number)',
  'toLowCardinality(toString(number % 7))',
  'toLowCardinality(number % 3 = 0 ? NULL : toString(number % 7))',
  "[toString(number), 'x']",
  'emptyArrayString()',
  '[[number], []]',
  'arrayMap(x -> toLowCardinality(toString(x)), range(number % 4))',
  "CAST([], 'Array(LowCardinality(String))')",
  "map('a', number, toString(number), 1)",
  '(number, toString(number), [number])',
  "CAST((1, 'x'), 'Tuple(a UInt8, `b c` Nullable(String))')",
  "CAST([(1, 'x')], 'Array(Tuple(a UInt8, b LowCardinality(String)))')",
  "CAST([(1, 'x')], 'Nested(a UInt8, b String)')",
  '(1., 2.)::Point',
  '[[(1., 2.), (3., 4.)]]::Polygon',
  'NULL',
  'true',
])('column %s', async (expression) => {
  const sql = `SELECT ${expression} AS c, 'the-end' AS last FROM numbers(300)`;
  const plain = await native(sql, 0);
  const marked = await native(sql, 54454);
  expect(marked.subarray(0, 8)).toEqual(INFO);
  expect((await native(sql, 54405)).equals(Buffer.concat([INFO, plain]))).toBe(true);
  // Two more bytes, one for each column; without them it is what it was.
  const last = marked.lastIndexOf(Buffer.from('\u0004last\u0006String\u0000'));
  expect(last).toBeGreaterThan(0);
  expect(marked.length).toBe(plain.length + 8 + 2);
  expect(plain.subarray(-(marked.length - last - 13))).toEqual(marked.subarray(last + 13));
});

test('several blocks are each marked', async () => {
  const sql = 'SELECT number, toString(number) FROM numbers(200000)';
  const plain = await native(sql, 0);
  const marked = await native(sql, 54454);
  expect((marked.length - plain.length) % 10).toBe(0);
  expect(marked.length).toBeGreaterThan(plain.length + 10);
});

test('a type that cannot be walked is said to be so', async () => {
  await expect(native("SELECT CAST(1, 'Dynamic')", 54454)).rejects.toThrow(
    /cannot send columns of type Dynamic .* toString/,
  );
});

test('types are read with names, quotes and parentheses', () => {
  expect(parseType("Tuple(`a, (b` Enum8('x, ''y(' = 1), c Decimal(9, 2))").args).toEqual([
    "`a, (b` Enum8('x, ''y(' = 1)",
    'c Decimal(9, 2)',
  ]);
  expect(elementType('`a b` Array(UInt8)')).toBe('Array(UInt8)');
  expect(elementType("DateTime64(3, 'UTC')")).toBe("DateTime64(3, 'UTC')");
  expect(elementType('a DateTime64(3)')).toBe('DateTime64(3)');
  expect([9, 10, 18, 19, 38, 39].map((p) => fixedBytes(parseType(`Decimal(${p}, 2)`)))).toEqual([4, 8, 8, 16, 16, 32]);
});
