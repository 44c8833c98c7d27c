import { Readable } from 'node:stream';
import { gunzipSync, gzipSync } from 'node:zlib';
import { ClickHouseError, ClickHouseLogLevel, createClient } from '@clickhouse/client';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { type TestClickHouse, withClickHouse } from '../../../support/clickhouse.ts';

let store: TestClickHouse;
beforeAll(async () => {
  store = await withClickHouse({ migrated: false });
});
afterAll(() => store.stop());

/** A client as anybody would make it, without our settings. */
const plain = (options: Parameters<typeof createClient>[0] = {}) =>
  createClient({
    log: { level: ClickHouseLogLevel.OFF },
    url: store.server.url,
    username: store.server.user,
    password: store.server.password,
    ...options,
  });

const http = (path: string, init: RequestInit = {}) =>
  fetch(`${store.server.url}${path}`, {
    ...init,
    headers: { 'X-ClickHouse-User': store.server.user, 'X-ClickHouse-Key': store.server.password, ...init.headers },
  });

describe.each([
  ['plain', { request: false, response: false }],
  ['gzip both ways', { request: true, response: true }],
])('@clickhouse/client, %s', (_name, compression) => {
  const client = () => plain({ compression });

  test('ping', async () => {
    expect(await client().ping()).toEqual({ success: true });
  });

  test.each([
    ['JSONEachRow', [{ a: 1, b: 'x' }]],
    ['JSONCompactEachRow', [[1, 'x']]],
    ['JSONStringsEachRow', [{ a: '1', b: 'x' }]],
  ] as const)('rows as %s', async (format, expected) => {
    const result = await client().query({ query: "SELECT toUInt8(1) AS a, 'x' AS b", format });
    expect(await result.json()).toEqual(expected);
  });

  test.each([
    ['CSVWithNames', '"a"\n1\n2\n'],
    ['TabSeparated', '1\n2\n'],
    ['CSV', '1\n2\n'],
  ] as const)('text as %s', async (format, expected) => {
    const result = await client().query({ query: 'SELECT number + 1 AS a FROM numbers(2)', format });
    expect(await result.text()).toBe(expected);
  });

  test('JSON with statistics, and a format the statement names itself', async () => {
    const result = await client().query({ query: 'SELECT 1 AS a', format: 'JSON' });
    expect(await result.json()).toMatchObject({ meta: [{ name: 'a', type: 'UInt8' }], data: [{ a: 1 }], rows: 1 });
    const { stream } = await client().exec({ query: 'SELECT 7 AS a FORMAT JSONEachRow SETTINGS max_threads = 1' });
    expect(await text(stream)).toBe('{"a":7}\n');
  });

  test.each([
    ['String', 'a\tb\nc\\d\'e"f`g\u0000h 中文 \u{1f600}'],
    ['String', '{x:UInt8}; DROP TABLE t'],
    ['Int64', '-9223372036854775808'],
    ['UInt64', '18446744073709551615'],
    ['Float64', 1.5],
    ['Decimal(38, 18)', '0.000000025'],
    ['Array(String)', ["a'b", 'c,d', '[e]']],
    ['Bool', true],
    ['Nullable(String)', null],
  ])('a parameter of type %s arrives as it was', async (type, value) => {
    const result = await client().query({
      query: `SELECT {v:${type}} AS v`,
      query_params: { v: value },
      format: 'JSONEachRow',
      clickhouse_settings: { output_format_json_quote_64bit_integers: 1, output_format_json_quote_decimals: 1 },
    });
    expect(await result.json()).toEqual([{ v: value }]);
  });

  test('Date, Identifier and Map parameters', async () => {
    const result = await client().query({
      query:
        'SELECT {d:DateTime64(3)} AS d, {m:Map(String, UInt8)} AS m, count() AS n FROM system.{t:Identifier} GROUP BY ALL',
      query_params: { d: new Date('2026-03-01T08:00:00.123Z'), m: { a: 1 }, t: 'one' },
      format: 'JSONEachRow',
    });
    expect(await result.json()).toEqual([{ d: '2026-03-01 08:00:00.123', m: { a: 1 }, n: 1 }]);
  });

  test('a long answer streams', async () => {
    const result = await client().query({ query: 'SELECT number FROM numbers(300000)', format: 'JSONEachRow' });
    let rows = 0;
    for await (const chunk of result.stream()) rows += chunk.length;
    expect(rows).toBe(300_000);
  });

  describe('inserts', () => {
    beforeEach(async () => {
      await client().command({ query: 'CREATE DATABASE IF NOT EXISTS scratch' });
      await client().command({ query: 'DROP TABLE IF EXISTS scratch.t' });
      await client().command({ query: 'CREATE TABLE scratch.t (a UInt32, b String) ENGINE = MergeTree ORDER BY a' });
    });
    const stored = async () =>
      (await client().query({ query: 'SELECT * FROM scratch.t ORDER BY a', format: 'JSONEachRow' })).json();
    const awkward = 'one\n\nDROP TABLE scratch.t;\n\r\n"two"\t\u0000 中文';

    test('arrays of objects, with the rows written in the summary', async () => {
      const { summary } = await client().insert({
        table: 'scratch.t',
        values: [
          { a: 1, b: awkward },
          { a: 2, b: '' },
        ],
        format: 'JSONEachRow',
      });
      expect(summary?.written_rows).toBe('2');
      expect(await stored()).toEqual([
        { a: 1, b: awkward },
        { a: 2, b: '' },
      ]);
    });

    test('a stream of rows, chosen columns, no rows at all', async () => {
      const values = Readable.from(
        [
          { a: 1, b: 'x' },
          { a: 2, b: awkward },
        ],
        { objectMode: true },
      );
      await client().insert({ table: 'scratch.t', values, format: 'JSONEachRow' });
      await client().insert({ table: 'scratch.t', values: [[3]], columns: ['a'], format: 'JSONCompactEachRow' });
      await client().insert({ table: 'scratch.t', values: [], format: 'JSONEachRow' });
      expect(await stored()).toHaveLength(3);
    });

    test('CSV whose cells hold blank lines, quotes and statements is data, never SQL', async () => {
      const csv = Readable.from([`1,"${awkward.replaceAll('"', '""')}"\n`, '2,"x"\n'], { objectMode: false });
      await client().insert({ table: 'scratch.t', values: csv, format: 'CSV' });
      expect(await stored()).toEqual([
        // A carriage return before a line feed in CSV is a line end.
        { a: 1, b: awkward },
        { a: 2, b: 'x' },
      ]);
    });

    test("a row that cannot be read fails the whole insert, by ClickHouse's code", async () => {
      const values = [{ a: 1 }, { a: 'not a number' }];
      await expect(client().insert({ table: 'scratch.t', values, format: 'JSONEachRow' })).rejects.toMatchObject({
        code: '27',
      });
      expect(await stored()).toEqual([]);
    });

    test('INSERT ... SELECT is a statement like any other', async () => {
      await client().command({ query: "INSERT INTO scratch.t SELECT number, 'x' FROM numbers(5)" });
      expect(await stored()).toHaveLength(5);
    });
  });

  test.each([
    ['SELECT nope', '47', 'UNKNOWN_IDENTIFIER'],
    ['SELECT * FROM nope', '60', 'UNKNOWN_TABLE'],
    ['SELECT (1', '62', 'SYNTAX_ERROR'],
    ["SELECT toUInt8('x')", '6', 'CANNOT_PARSE_TEXT'],
    ['SELECT {x:UInt8}', '456', 'UNKNOWN_QUERY_PARAMETER'],
    ['SELECT 1; SELECT 2', '62', 'SYNTAX_ERROR'],
    ["SELECT throwIf(1, 'mine')", '395', 'FUNCTION_THROW_IF_VALUE_IS_NON_ZERO'],
  ])('%s fails with code %s', async (query, code, type) => {
    const failure = client().query({ query, format: 'JSON' });
    await expect(failure).rejects.toBeInstanceOf(ClickHouseError);
    await expect(failure).rejects.toMatchObject({ code, type });
  });

  test('an error after the first rows is an error, not the end of the answer', async () => {
    const result = await client().query({
      query: 'SELECT throwIf(number = 3000000) FROM numbers(4000000)',
      format: 'JSONEachRow',
      clickhouse_settings: { max_block_size: '1000', max_threads: 1 },
    });
    await expect(result.json()).rejects.toMatchObject({ code: '395' });
  });

  test('what one request set, and what went wrong in it, is gone with it', async () => {
    const one = client();
    const setting = async (clickhouse_settings = {}) => {
      const query = "SELECT value FROM system.settings WHERE name = 'max_threads'";
      return (await one.query({ query, format: 'JSONEachRow', clickhouse_settings })).json();
    };
    const before = await setting();
    expect(await setting({ max_threads: 3 })).toEqual([{ value: '3' }]);
    expect(await setting()).toEqual(before);
    for (let round = 0; round < 5; round += 1) {
      const failing = one.query({ query: 'SELECT throwIf(number = 50000) FROM numbers(100000)', format: 'CSV' });
      await failing.then((result) => result.text()).catch(() => undefined);
      expect(await (await one.query({ query: 'SELECT 42', format: 'CSV' })).text()).toBe('42\n');
    }
    await expect(setting({ no_such_setting: 1 })).rejects.toMatchObject({ code: '115' });
  });

  test('a session keeps temporary tables and its own settings, and a setting of one request ends with it', async () => {
    const session = plain({ compression, session_id: `s-${Math.random()}` });
    await session.command({ query: 'CREATE TEMPORARY TABLE mine (a UInt8)' });
    await session.insert({ table: 'mine', values: [{ a: 1 }], format: 'JSONEachRow' });
    await session.command({ query: 'SET max_threads = 3' });
    const threads = async (clickhouse_settings = {}) => {
      const query = "SELECT (SELECT count() FROM mine) AS n, value FROM system.settings WHERE name = 'max_threads'";
      return (await session.query({ query, format: 'JSONCompactEachRow', clickhouse_settings })).json();
    };
    expect(await threads({ max_threads: 5 })).toEqual([[1, '5']]);
    expect(await threads()).toEqual([[1, '3']]);
    await expect(client().query({ query: 'SELECT * FROM mine' })).rejects.toMatchObject({ code: '60' });
  });
});

test('a request that is given up is really cancelled', async () => {
  const client = plain();
  const abort = new AbortController();
  const query =
    'SELECT sleepEachRow(0.01) FROM numbers(100000) SETTINGS max_block_size = 1, function_sleep_max_microseconds_per_block = 0';
  const running = client.query({ query, format: 'JSONCompact', abort_signal: abort.signal });
  const active = async () => {
    const found = await client.query({
      query:
        "SELECT count() AS n FROM system.processes WHERE query LIKE '%sleepEachRow(0.01)%' AND query NOT LIKE '%processes%'",
      format: 'JSONEachRow',
    });
    return found.json();
  };
  await vi.waitFor(async () => expect(await active()).toEqual([{ n: 1 }]), 10_000);
  abort.abort();
  await expect(running).rejects.toThrow(/abort/i);
  await vi.waitFor(async () => expect(await active()).toEqual([{ n: 0 }]), 10_000);
});

describe('by hand', () => {
  test('the database comes from the parameter or the header', async () => {
    expect(await (await http('/?database=system&query=SELECT%20currentDatabase()')).text()).toBe('system\n');
    const headers = { 'X-ClickHouse-Database': 'system' };
    expect(await (await http('/?query=SELECT%20currentDatabase()', { headers })).text()).toBe('system\n');
    expect((await http('/?database=nope&query=SELECT%201')).status).toBe(404);
  });

  test('headers tell query id, format, time zone and summary; a failure its code', async () => {
    const good = await http('/?query_id=mine&default_format=JSONEachRow&query=SELECT%201&wait_end_of_query=1');
    expect(good.headers.get('x-clickhouse-query-id')).toBe('mine');
    expect(good.headers.get('x-clickhouse-format')).toBe('JSONEachRow');
    expect(good.headers.get('x-clickhouse-timezone')).toBe('UTC');
    expect(JSON.parse(good.headers.get('x-clickhouse-summary') ?? '')).toMatchObject({ result_rows: '1' });
    const bad = await http('/?query=SELECT%20nope');
    expect(bad.status).toBe(400);
    expect(bad.headers.get('x-clickhouse-exception-code')).toBe('47');
    expect(await bad.text()).toMatch(/^Code: 47\. DB::Exception: /);
  });

  test('the position in a syntax error is that of the text that was sent', async () => {
    const answer = await http('/', { method: 'POST', body: 'SELECT 1 AS a b FROM t' });
    expect(await answer.text()).toMatch(/^Code: 62\. DB::Exception: Syntax error: failed at position 15 \(b\)/);
  });

  test('with wait_end_of_query an error after rows still has its status', async () => {
    const query = encodeURIComponent('SELECT throwIf(number = 300000) FROM numbers(400000) FORMAT CSV');
    expect((await http(`/?wait_end_of_query=1&query=${query}`)).status).toBe(500);
  });

  test('statement and rows in one body, plain or gzip', async () => {
    await http('/', {
      method: 'POST',
      body: 'CREATE OR REPLACE TABLE scratch_h (a UInt8, b String) ENGINE = MergeTree ORDER BY a',
    });
    const body = gzipSync('INSERT INTO scratch_h FORMAT CSV\n1,"x\n\ny"\n');
    await http('/', { method: 'POST', body, headers: { 'Content-Encoding': 'gzip' } });
    await http('/', { method: 'POST', body: "INSERT INTO scratch_h (a, b) VALUES (2, 'it''s'), (3, 'a\\nb')" });
    await http('/?query=INSERT%20INTO%20scratch_h%20SETTINGS%20async_insert%20%3D%200%20FORMAT%20TSV', {
      method: 'POST',
      body: '4\tz\n',
    });
    const answer = await http('/', {
      method: 'POST',
      body: 'SELECT b FROM scratch_h ORDER BY a FORMAT JSONCompactEachRow;',
    });
    expect(await answer.text()).toBe('["x\\n\\ny"]\n["it\'s"]\n["a\\nb"]\n["z"]\n');
  });

  test('an answer is compressed where the client asks for it', async () => {
    const { request } = await import('node:http');
    const raw = await new Promise<Buffer>((resolve, reject) => {
      const headers = {
        'Accept-Encoding': 'gzip',
        'X-ClickHouse-User': store.server.user,
        'X-ClickHouse-Key': store.server.password,
      };
      request(`${store.server.url}/?enable_http_compression=1&query=SELECT%201`, { headers }, (response) => {
        expect(response.headers['content-encoding']).toBe('gzip');
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk)).on('end', () => resolve(Buffer.concat(chunks)));
      })
        .on('error', reject)
        .end();
    });
    expect(gunzipSync(raw).toString()).toBe('1\n');
  });

  test('GET may not write, not even for the pipeline', async () => {
    const answer = await http('/?query=CREATE%20TABLE%20g%20(a%20Int8)%20ENGINE%20%3D%20Memory');
    expect(answer.headers.get('x-clickhouse-exception-code')).toBe('164');
  });

  test('GET in a session leaves the session able to write', async () => {
    const session = 'session_id=get-then-write';
    // To its end: the session stays locked until the last row of its statement was sent.
    expect(await (await http(`/?${session}&query=SELECT%201`)).text()).toBe('1\n');
    const write = await http(`/?${session}`, { method: 'POST', body: 'CREATE TEMPORARY TABLE w (a Int8)' });
    expect(write.status).toBe(200);
  });

  test('a wrong password is refused, whatever way it comes', async () => {
    const wrong: RequestInit[] = [
      { headers: { 'X-ClickHouse-User': store.server.user, 'X-ClickHouse-Key': 'wrong' } },
      { headers: { Authorization: `Basic ${Buffer.from(`${store.server.user}:wrong`).toString('base64')}` } },
      { headers: { Authorization: `Basic ${Buffer.from('admin:').toString('base64')}` } },
    ];
    for (const init of wrong) {
      const answer = await fetch(`${store.server.url}/?query=SELECT%201`, init);
      expect(answer.status).toBe(403);
      expect(answer.headers.get('x-clickhouse-exception-code')).toBe('516');
    }
    const credentials = `user=${store.server.user}&password=${encodeURIComponent(store.server.password)}`;
    expect((await fetch(`${store.server.url}/?query=SELECT%201&${credentials}`)).status).toBe(200);
  });

  test('an unknown encoding and an unknown address are said to be so', async () => {
    const answer = await http('/', { method: 'POST', body: 'SELECT 1', headers: { 'Content-Encoding': 'lz4' } });
    expect(await answer.text()).toMatch(/Content-Encoding lz4 is not supported, use gzip/);
    expect((await http('/nowhere')).status).toBe(400);
    expect(await (await http('/')).text()).toBe('Ok.\n');
    expect(await (await http('/replicas_status')).text()).toBe('Ok.\n');
  });

  test.each([
    'CSV',
    'CSVWithNames',
    'CSVWithNamesAndTypes',
    'TSVWithNames',
    'TabSeparatedWithNamesAndTypes',
    'JSONEachRow',
    'JSONCompactEachRowWithNames',
    'JSONCompactEachRowWithNamesAndTypes',
    'JSONCompactStringsEachRowWithNamesAndTypes',
    'RowBinary',
    'RowBinaryWithNames',
    'RowBinaryWithNamesAndTypes',
    'TSVRaw',
  ])('%s comes out in parts as it does in one piece, with rows and without', async (format) => {
    for (const rows of [150_000, 0]) {
      const sql = `SELECT number, toString(number) AS \`a "b"\nc\` FROM numbers(${rows})`;
      const query = new URLSearchParams({
        query: sql,
        default_format: format,
        max_block_size: '10000',
        max_threads: '1',
      });
      const inParts = Buffer.from(await (await http(`/?${query}`)).arrayBuffer());
      const inOne = Buffer.from(await (await http(`/?${query}&wait_end_of_query=1`)).arrayBuffer());
      expect(inParts.equals(inOne)).toBe(true);
    }
  });

  test('many at once do not mix', async () => {
    const one = async (n: number) => {
      const answer = await http(`/?query=SELECT%20${n}%20FROM%20numbers(1000)`);
      return new Set((await answer.text()).trim().split('\n'));
    };
    const answers = await Promise.all(Array.from({ length: 40 }, (_, n) => one(n)));
    expect(answers).toEqual(answers.map((_, n) => new Set([String(n)])));
  });
});

async function text(stream: AsyncIterable<unknown>): Promise<string> {
  let all = '';
  for await (const chunk of stream) all += String(chunk);
  return all;
}
