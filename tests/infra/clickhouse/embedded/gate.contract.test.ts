import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aReading } from '../../../sinks/clickhouse/samples.ts';
import { type TestClickHouse, withClickHouse } from '../../../support/clickhouse.ts';

let store: TestClickHouse;
let trap: Server;
let visits = 0;
let tables: unknown[];
const TABLES =
  "SELECT database, name FROM system.tables WHERE database NOT ILIKE '%_schema' AND database != 'system' ORDER BY ALL";
const scratch = mkdtempSync(join(tmpdir(), 'tokentape-gate-'));
const secret = join(scratch, 'secret.csv');
const SECRET = 'the-secret-of-this-machine';

beforeAll(async () => {
  writeFileSync(secret, `${SECRET},1\n`);
  trap = createServer((_request, response) => {
    visits += 1;
    response.end('1\n');
  });
  await new Promise<void>((resolve) => trap.listen(0, '127.0.0.1', resolve));
  store = await withClickHouse({
    readerLimits: { seconds: 1, memoryBytes: 200_000_000, resultRows: 100_000, concurrency: 2 },
  });
  const {
    prices: [price],
  } = aReading();
  await store.client.insert({
    table: 'prices',
    values: [{ ...price, url: 'x', backfill: false, recorded_at: '2026-03-01T00:00:00Z' }],
    format: 'JSONEachRow',
  });
  await store.client.command({
    query: `CREATE TABLE pets (name String, file String) ENGINE = MergeTree ORDER BY name`,
  });
  await store.client.command({ query: `INSERT INTO pets VALUES ('rex', 'x')` });
  tables = await store.rows(TABLES);
});
afterAll(async () => {
  await store.stop();
  trap.close();
  rmSync(scratch, { recursive: true, force: true });
});

async function ask(sql: string, parameters: Record<string, string> = {}, init: RequestInit = {}) {
  const query = new URLSearchParams(parameters);
  const answer = await fetch(`${store.server.url}/?${query}`, { method: 'POST', body: sql, ...init });
  return {
    status: answer.status,
    code: Number(answer.headers.get('x-clickhouse-exception-code')),
    text: await answer.text(),
  };
}

describe('what a data team asks is open', () => {
  test.each([
    'SELECT 1',
    'SELECT version(), timezone(), currentUser(), currentDatabase(), hostName(), uptime(), displayName()',
    'SELECT count() FROM prices',
    'SELECT count() FROM tokentape.prices FINAL WHERE provider IN (SELECT provider FROM latest_prices)',
    "SELECT * FROM price_at(at = '2027-01-01 00:00:00')",
    "SELECT * FROM tokentape.price_at(at = '2027-01-01 00:00:00')",
    'WITH t AS (SELECT series, unit_price FROM prices) SELECT series, avg(unit_price) OVER (PARTITION BY series ORDER BY unit_price ROWS BETWEEN 1 PRECEDING AND CURRENT ROW) FROM t',
    'SELECT sumIf(per, per > 1), quantileExactIf(0.9)(per, 1), countDistinctIf(series, 1), uniqStateIf(series, 1) FROM prices FORMAT Null',
    'SELECT argMaxOrNull(unit_price, observed_at), groupArraySorted(3)(series), anyLast(series) FROM prices',
    'SELECT toStartOfInterval(observed_at, INTERVAL 1 DAY) AS t, max(unit_price) FROM prices WHERE observed_at > now() - INTERVAL 5 YEAR GROUP BY t ORDER BY t WITH FILL STEP INTERVAL 1 DAY LIMIT 5',
    'SELECT p.series FROM prices AS p ASOF LEFT JOIN readings AS r ON p.source_id = r.source_id AND p.observed_at >= r.observed_at',
    'SELECT arrayMap(x -> x * 2, [1, 2]), arrayMap(toString, [1]), CASE WHEN 1 THEN 2 ELSE 3 END, [1, 2][1], (1, 2).1, 1::Decimal(9, 2)',
    "SELECT JSONExtractString('{\"a\": \"b\"}', 'a'), extractAll('a1b2', '\\\\d'), splitByChar(',', 'a,b')",
    'SELECT * EXCEPT (evidence), * REPLACE (upper(series) AS series) FROM prices',
    "SELECT COLUMNS('^unit') APPLY(toString) FROM prices",
    "SELECT 'file(''x''); DROP TABLE prices', `series` AS `a (b)` FROM prices /* url('x') */ -- remote",
    'SELECT name FROM pets',
    "SELECT number FROM numbers(3) UNION ALL SELECT * FROM generateSeries(1, 3) UNION ALL SELECT * FROM values('a UInt64', 1)",
    'SHOW TABLES',
    "SHOW TABLES FROM tokentape LIKE 'pri%'",
    'SHOW DATABASES',
    'SHOW CREATE TABLE prices',
    'SHOW COLUMNS FROM prices',
    "SHOW SETTINGS LIKE 'max_threads'",
    'SHOW FUNCTIONS',
    'DESCRIBE TABLE prices',
    'DESCRIBE (SELECT series FROM prices)',
    'EXISTS TABLE prices',
    'EXPLAIN SELECT * FROM prices',
    "EXPLAIN indexes = 1 SELECT * FROM prices WHERE series = 'x'",
    'SELECT name, value, changed, description, type, readonly FROM system.settings LIMIT 10',
    'SELECT database, name, engine, total_rows FROM system.tables',
    "SELECT name, type FROM system.columns WHERE table = 'prices'",
    'SELECT name FROM system.databases',
    'SELECT name FROM system.functions LIMIT 1',
    'SELECT table, sum(bytes_on_disk) FROM system.parts GROUP BY table',
    'SELECT * FROM information_schema.tables LIMIT 1',
    'SELECT * FROM INFORMATION_SCHEMA.COLUMNS LIMIT 1',
    'SELECT 1 SETTINGS max_threads = 1, output_format_json_quote_64bit_integers = 0',
    'SELECT * FROM (SELECT 1 SETTINGS max_threads = 1) SETTINGS join_use_nulls = 1',
    'SELECT {name:String}, {n:UInt8} + 1 FROM {t:Identifier} LIMIT 1',
  ])('%s', async (sql) => {
    const answer = await ask(sql, { param_name: "x' OR 1", param_n: '4', param_t: 'prices' });
    expect(answer.text).not.toMatch(/^Code:/);
    expect(answer.status).toBe(200);
  });

  test("settings that only change the answer may be sent along, and drivers' habits do no harm", async () => {
    const answer = await ask('SELECT toUInt64(1) AS a, sleep(0) AS b FORMAT JSONEachRow', {
      output_format_json_quote_64bit_integers: '1',
    });
    expect(answer.code).toBe(497);
    const quoted = await ask('SELECT toUInt64(1) AS a FORMAT JSONEachRow', {
      output_format_json_quote_64bit_integers: '1',
      max_execution_time: '30',
      session_id: 'mine',
      readonly: '2',
      async_insert: '1',
      log_queries: '1',
      database: 'default',
    });
    expect(quoted.text).toBe('{"a":"1"}\n');
  });
});

const port = () => {
  const address = trap.address();
  return address !== null && typeof address === 'object' ? address.port : 0;
};

describe('everything else is not', () => {
  const attacks: [string, () => string][] = [
    ['a file as a table', () => `SELECT * FROM file('${secret}', 'CSV', 'a String, b String')`],
    ['a file as a value', () => `SELECT file('${secret}')`],
    ['a file through a higher-order function', () => `SELECT arrayMap(file, ['${secret}'])`],
    ['a file through a lambda', () => `SELECT arrayMap(x -> file(x), ['${secret}'])`],
    ['a file through APPLY', () => `SELECT * APPLY(file) FROM (SELECT '${secret}' AS x)`],
    ['a file through APPLY with a lambda', () => `SELECT * APPLY(x -> file(x)) FROM (SELECT '${secret}' AS x)`],
    ['a file through a quoted function name', () => `SELECT \`file\`('${secret}'), "file"('${secret}')`],
    ['a file with comments between', () => `SELECT file/**/ -- x\n('${secret}')`],
    ['a file behind an alias', () => `WITH file('${secret}') AS x SELECT x`],
    [
      'a file in a nested query that lifts readonly',
      () => `SELECT * FROM (SELECT * FROM file('${secret}', 'CSV', 'a String, b String') SETTINGS readonly = 0)`,
    ],
    ['a file in a view', () => `SELECT * FROM view(SELECT * FROM file('${secret}', 'CSV', 'a String, b String'))`],
    [
      'a file in a scalar subquery',
      () => `SELECT (SELECT a FROM file('${secret}', 'CSV', 'a String, b String') LIMIT 1)`,
    ],
    ['a file in LIMIT BY', () => `SELECT 1 LIMIT 1 BY file('${secret}')`],
    ['a file in WITH FILL', () => `SELECT 1 AS a ORDER BY a WITH FILL FROM length(file('${secret}')) TO 99`],
    [
      'a file in INTERPOLATE',
      () => `SELECT 1 AS n, 'x' AS s ORDER BY n WITH FILL TO 3 INTERPOLATE (s AS file('${secret}'))`,
    ],
    ['a file in a window', () => `SELECT count() OVER (PARTITION BY file('${secret}'))`],
    ['a file as a table name', () => `SELECT * FROM \`${secret}\``],
    ['a file as a table name of the default database', () => `SELECT * FROM default.\`${secret}\``],
    ['a file as a string table name', () => `SELECT * FROM '${secret}'`],
    ['a file in DESCRIBE', () => `DESCRIBE TABLE file('${secret}')`],
    ['a file in EXPLAIN', () => `EXPLAIN SELECT * FROM file('${secret}', 'CSV', 'a String, b String')`],
    ['a file in the condition of SHOW TABLES', () => `SHOW TABLES WHERE name IN (SELECT file('${secret}'))`],
    ['a file in the condition of SHOW COLUMNS', () => `SHOW COLUMNS FROM prices WHERE field = file('${secret}')`],
    ['a file in EXISTS', () => `SELECT exists(SELECT * FROM file('${secret}', 'CSV', 'a String, b String'))`],
    ['a file by INSERT', () => `INSERT INTO FUNCTION file('${scratch}/out.csv', 'CSV', 'a String') SELECT 'x'`],
    ['INTO OUTFILE', () => `SELECT 1 INTO OUTFILE '${scratch}/out.csv'`],
    ['INTO OUTFILE in lower case with a comment', () => `select 1 into/**/outfile '${scratch}/out.csv'`],
    ['the web', () => `SELECT * FROM url('http://127.0.0.1:${port()}/', 'CSV', 'a String')`],
    ['the web in DESCRIBE', () => `DESCRIBE TABLE url('http://127.0.0.1:${port()}/', 'CSV')`],
    ['object storage', () => `SELECT * FROM s3('http://127.0.0.1:${port()}/b/k', 'CSV', 'a String')`],
    ['another server', () => `SELECT * FROM remote('127.0.0.1:${port()}', system.one)`],
    [
      'another server by a schema question',
      () => `SELECT hasColumnInTable('127.0.0.1:${port()}', 'system', 'one', 'dummy')`,
    ],
    ['another database', () => `SELECT * FROM mysql('127.0.0.1:${port()}', 'd', 't', 'u', 'p')`],
    ['a program', () => "SELECT * FROM executable('id', 'CSV', 'a String')"],
    ['merge() over system tables', () => "SELECT * FROM merge('system', 'processes')"],
    ['eval()', () => `SELECT * FROM eval('SELECT file(''${secret}'')')`],
    ['viewExplain()', () => "SELECT * FROM viewExplain('EXPLAIN', '', (SELECT 1))"],
    ['dictionaries', () => "SELECT dictGet('d', 'a', 1)"],
    ['dictionaries through APPLY', () => "SELECT * APPLY(dictGetString) FROM (SELECT 'd')"],
    ['join engines', () => "SELECT joinGet('t', 'a', 1)"],
    ['names by reverse lookup', () => "SELECT reverseDNSQuery('127.0.0.1')"],
    ['sleeping', () => 'SELECT sleep(3), sleepEachRow(1)'],
    ['introspection', () => "SELECT addressToLine(1), demangle('x'), filesystemAvailable()"],
    ['language models', () => "SELECT aiGenerate('x')"],
    ["other people's queries", () => 'SELECT query FROM system.processes'],
    ["other people's queries, quoted", () => 'SELECT query FROM "system"."processes"'],
    ["other people's queries by IN", () => "SELECT 'x' IN system.processes"],
    ["other people's queries by SHOW", () => 'SHOW PROCESSLIST'],
    ['users', () => 'SELECT * FROM system.users'],
    ['named collections', () => 'SELECT * FROM system.named_collections'],
    ['disks and paths', () => 'SELECT * FROM system.disks'],
    ['server settings', () => 'SELECT * FROM system.server_settings'],
    ['stack traces', () => 'SELECT * FROM system.stack_trace'],
    ['DROP', () => 'DROP TABLE tokentape.prices'],
    ['CREATE', () => 'CREATE TABLE tokentape.x (a Int8) ENGINE = Memory'],
    ['CREATE a view', () => `CREATE VIEW tokentape.v AS SELECT file('${secret}')`],
    ['CREATE a function', () => `CREATE FUNCTION f AS (x) -> file(x)`],
    ['a temporary table', () => 'CREATE TEMPORARY TABLE x (a Int8)'],
    ['INSERT rows', () => "INSERT INTO tokentape.prices (series) VALUES ('x')"],
    ['INSERT a selection', () => "INSERT INTO tokentape.prices (series) SELECT 'x'"],
    ['ALTER', () => 'ALTER TABLE tokentape.prices DELETE WHERE 1'],
    ['DELETE', () => 'DELETE FROM tokentape.prices WHERE 1'],
    ['UPDATE', () => "UPDATE tokentape.prices SET series = 'x' WHERE 1"],
    ['TRUNCATE', () => 'TRUNCATE TABLE tokentape.prices'],
    ['OPTIMIZE', () => 'OPTIMIZE TABLE tokentape.prices FINAL'],
    ['SYSTEM', () => 'SYSTEM SHUTDOWN'],
    ['KILL', () => 'KILL QUERY WHERE 1'],
    ['SET', () => 'SET readonly = 0'],
    ['USE', () => 'USE system'],
    ['BACKUP', () => `BACKUP TABLE tokentape.prices TO File('${scratch}/b')`],
    ['ATTACH', () => "ATTACH TABLE x FROM '/tmp' (a Int8) ENGINE = MergeTree ORDER BY a"],
    ['two statements', () => 'SELECT 1; DROP TABLE tokentape.prices'],
    ['PARALLEL WITH', () => 'SELECT 1 PARALLEL WITH DROP TABLE tokentape.prices'],
    ['a setting that lifts the limits', () => 'SELECT 1 SETTINGS max_execution_time = 0'],
    [
      'a setting that reads schemas from files',
      () => `SELECT 1 FORMAT Protobuf SETTINGS format_schema = '${secret}:X'`,
    ],
    [
      'a setting that writes schemas to files',
      () => `SELECT 1 FORMAT Protobuf SETTINGS output_format_schema = '${scratch}/out.proto'`,
    ],
    ['a template from a file', () => `SELECT 1 FORMAT Template SETTINGS format_template_resultset = '${secret}'`],
    ['a forbidden setting behind an allowed one', () => 'SELECT 1 SETTINGS max_threads = 1, readonly = 0'],
    ['a forbidden setting behind an odd value', () => "SELECT 1 SETTINGS max_threads = {'a': 'b'}, readonly = 0"],
    [
      'a forbidden setting at depth',
      () => `SELECT * FROM (SELECT 1 SETTINGS max_threads = 1, max_memory_usage = 0) SETTINGS max_threads = 1`,
    ],
    [
      'an allowed setting around a file',
      () => `SELECT * FROM file('${secret}', 'CSV', 'a String, b String') SETTINGS max_threads = 1`,
    ],
    ['another dialect', () => "SELECT 1 SETTINGS dialect = 'kusto'"],
    ['COPY', () => `COPY tokentape.prices TO '${scratch}/out.csv'`],
    ['DESCRIBE of the cache', () => "DESCRIBE FILESYSTEM CACHE 'x'"],
    ['CHECK', () => 'CHECK TABLE tokentape.prices'],
    ['EXECUTE AS', () => 'EXECUTE AS tokentape SELECT 1'],
  ];
  test.each(attacks)('%s', async (_name, sql) => {
    const answer = await ask(sql());
    expect(answer.text).toMatch(/^Code: \d+\. DB::Exception/);
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.text).not.toContain(SECRET);
    expect(existsSync(`${scratch}/out.csv`) || existsSync(`${scratch}/b`) || existsSync(`${scratch}/out.proto`)).toBe(
      false,
    );
    expect(visits).toBe(0);
  });

  test.each([
    ['the system database as the current one', { database: 'system' }, 'SELECT query FROM processes'],
    [
      'an identifier parameter that names a system table',
      { param_d: 'system', param_t: 'processes' },
      'SELECT * FROM {d:Identifier}.{t:Identifier}',
    ],
    ['an identifier parameter that names a file', { param_t: '/etc/passwd' }, 'SELECT * FROM {t:Identifier}'],
    ['readonly lifted by a parameter', { readonly: '0' }, 'CREATE TABLE tokentape.x (a Int8) ENGINE = Memory'],
    ['a dialect by a parameter', { dialect: 'kusto' }, 'SELECT 1'],
    ['introspection by a parameter', { allow_introspection_functions: '1' }, "SELECT demangle('x')"],
    ['a schema file by a parameter', { format_schema: '/etc/passwd:X' }, 'SELECT 1'],
    ['a setting name that is SQL', { 'a = 1; DROP TABLE prices': '1' }, 'SELECT 1'],
    ['an insert whose rows come in the body', { query: 'INSERT INTO tokentape.prices FORMAT CSV' }, 'x'],
  ])('%s', async (_name, parameters: Record<string, string>, sql) => {
    const answer = await ask(sql, parameters);
    expect(answer.text).toMatch(/^Code: \d+\. DB::Exception/);
    expect(answer.text).not.toMatch(/root:/);
  });

  test('nothing was changed by all that', async () => {
    expect(await store.rows('SELECT count() AS n FROM prices')).toEqual([{ n: '1' }]);
    expect(await store.rows(TABLES)).toEqual(tables);
    expect(visits).toBe(0);
  });
});

describe('limits', () => {
  test('time', async () => {
    const answer = await ask('SELECT count() FROM numbers(100000000000) WHERE cityHash64(number) = 1', {
      max_execution_time: '3600',
    });
    expect(answer.code).toBe(159);
  });
  test('memory', async () => {
    const answer = await ask('SELECT length(groupArray(toString(number))) FROM numbers(100000000)', {
      max_memory_usage: '0',
    });
    expect([241, 159]).toContain(answer.code);
  });
  test('rows', async () => {
    const answer = await ask('SELECT * FROM numbers(200000) FORMAT JSON');
    expect(answer.code).toBe(396);
  });
  test('readers who hog their turns do not keep the pipeline waiting', async () => {
    const hogs = Array.from({ length: 4 }, () =>
      ask('SELECT count() FROM numbers(100000000000) WHERE cityHash64(number) = 1'),
    );
    expect(await store.rows('SELECT 1 AS a')).toEqual([{ a: 1 }]);
    await Promise.all(hogs);
  });
});

describe('a page open in a browser may not ask', () => {
  test.each([
    ['from another site', { 'Sec-Fetch-Site': 'cross-site' }],
    ['from a site next to it', { 'Sec-Fetch-Site': 'same-site' }],
  ])('%s', async (_name, headers) => {
    const { request } = await import('node:http');
    const answer = await new Promise<{ status: number | undefined }>((resolve, reject) => {
      request(`${store.server.url}/?query=SELECT%201`, { headers }, (response) => {
        response.resume();
        resolve({ status: response.statusCode });
      })
        .on('error', reject)
        .end();
    });
    expect(answer.status).toBe(403);
  });
  test.each([
    ['evil.example', 403],
    ['localhost:8123', 200],
    ['[::1]:8123', 200],
    ['127.0.0.1', 200],
  ])('under the name %s: %s', async (host, status) => {
    const { request } = await import('node:http');
    const answer = await new Promise<number | undefined>((resolve, reject) => {
      request(`${store.server.url}/?query=SELECT%201`, { headers: { Host: host } }, (response) => {
        response.resume();
        resolve(response.statusCode);
      })
        .on('error', reject)
        .end();
    });
    expect(answer).toBe(status);
  });
});
