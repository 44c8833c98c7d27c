import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';
import { ask, eventually, spawnTokentape, temporaryFolder, tokentape } from '../support/tokentape.ts';

const folder = temporaryFolder();
afterAll(() => folder.remove());
const inFolder = (name: string) => {
  const path = join(folder.path, name);
  mkdirSync(path, { recursive: true });
  return path;
};

/** One clear message on stderr, nothing on stdout, no stack. */
const saysOnly = (run: { code: number | null; stderr: string; stdout: string }, code: number, message: RegExp) => {
  expect(run.stderr).toMatch(message);
  expect(run.stderr).not.toMatch(/\n\s+at .*\.ts:\d+/);
  expect(run).toMatchObject({ code, stdout: '' });
};

describe('a mistake of the user is one clear message', () => {
  test('a setting that is none', async () => {
    saysOnly(
      await tokentape(['start'], { WEB_PORT: 'eighty' }),
      1,
      /^WEB_PORT in the environment is "eighty": expected a whole number/,
    );
  });

  test('a role that is none', async () => {
    saysOnly(await tokentape(['run', 'fetsch'], {}), 1, /^No role fetsch\. Roles: .*fetch/);
  });

  test('a command that is none', async () => {
    const run = await tokentape(['tape'], {});
    expect(run.code).toBe(2);
    expect(run.stderr).toMatch(/unknown command 'tape'/);
  });

  test('a source that is none', async () => {
    saysOnly(await tokentape(['fetch', 'opemrouter'], {}), 1, /^No source opemrouter in the catalog/);
  });

  test('SQL that is none: code, name and place', async () => {
    const run = await tokentape(['sql', 'SELEKT 1'], { TOKENTAPE_DATA_DIR: inFolder('sql') });
    saysOnly(run, 1, /^SQL error 62: Syntax error/);
  });

  test('a backfill of a folder without index', async () => {
    const run = await tokentape(['backfill', folder.path, '--source', 'openrouter'], {
      CATALOG_BUILTIN: 'true',
      TOKENTAPE_DATA_DIR: inFolder('none'),
    });
    saysOnly(run, 1, /index\.json cannot be read/);
  });

  test('a Kafka that is not there', async () => {
    const run = await tokentape(['dlq', 'list'], { KAFKA_BROKERS: '127.0.0.1:1' });
    saysOnly(run, 1, /127\.0\.0\.1:1/);
  });

  test('a busy port', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    const port = String(typeof address === 'object' ? address?.port : 0);
    const run = await tokentape(['start'], { TOKENTAPE_DATA_DIR: inFolder('busy'), WEB_PORT: port });
    server.close();
    expect(run.code).toBe(1);
    expect(run.stderr).toMatch(new RegExp(`Port ${port}`));
    expect(run.stderr).not.toMatch(/\n\s+at .*\.ts:\d+/);
  });
});

test('a catalog with a broken file: it is named by line, the others run', async () => {
  const sources = inFolder('broken-sources');
  const good = 'id: good\nname: Good\nkind: page\nurl: https://example.com/pricing\nschedule: { cron: "0 * * * *" }\n';
  writeFileSync(join(sources, 'good.yaml'), good);
  writeFileSync(join(sources, 'bad.yaml'), good.replace('id: good', 'id: bad').replace('kind: page', 'knid: page'));
  writeFileSync(join(sources, 'worse.yaml'), 'id: worse\nname: [\n');
  const run = await tokentape(['sources', 'check'], { CATALOG_DIRS: sources });
  expect(run.code).toBe(1);
  expect(run.stdout).toMatch(/^1 sources, \d problems/);
  expect(run.stderr).toMatch(/bad\.yaml:3:\d+: .*unknown key knid.*allowed here: .*kind/);
  expect(run.stderr).toMatch(/worse\.yaml:\d+:\d+: /);
});

test('extract: a bad line is named and passed over', async () => {
  const page =
    '<table><tr><th>Model</th><th>Input ($ / 1M tokens)</th></tr><tr><td>tape-1</td><td>$2.50</td></tr></table>';
  const good = JSON.stringify({ id: 'a', kind: 'page', provider: 'acme', format: 'html', content: page });
  const run = await tokentape(['extract'], {}, `not json\n${good}\n{"id": 3}\n`);
  expect(run.code).toBe(1);
  expect(run.stderr).toMatch(/^line 1: /m);
  expect(run.stderr).toMatch(/^line 3: /m);
  const prices = run.stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(prices).toHaveLength(1);
  expect(prices[0]).toMatchObject({
    document_id: 'a',
    product: 'tape-1',
    meter: 'input',
    amount: '2.5',
    currency: 'USD',
    per: 1_000_000,
  });
});

describe('backfill and reprocess', () => {
  const dataDir = inFolder('backfill');
  const env = { TOKENTAPE_DATA_DIR: dataDir, CATALOG_BUILTIN: 'true' };
  const snapshots = inFolder('snapshots');
  const models = (price: string, also: object[] = []) =>
    gzipSync(
      JSON.stringify({ data: [{ id: 'acme/one', pricing: { prompt: price, completion: '0.000004' } }, ...also] }),
    );
  const dates = ['2026-01-01T00:00:00Z', '2026-01-02T00:00:00Z', '2026-01-03T00:00:00Z'];
  const bodies = [
    models('0.000001'),
    models('0.0000015'),
    models('0.0000015', [{ id: 'acme/two', pricing: { prompt: '0.000002', completion: '0' } }]),
  ];
  for (const [index, body] of bodies.entries()) writeFileSync(join(snapshots, `${index}.json.gz`), body);
  writeFileSync(
    join(snapshots, 'index.json'),
    JSON.stringify(dates.map((time, index) => ({ file: `${index}.json.gz`, time }))),
  );
  const query = `SELECT product, meter, direction, toString(old_unit_price) AS old, toString(new_unit_price) AS new, observed_at
    FROM current_price_changes ORDER BY observed_at, product, meter FORMAT TSV`;

  test('snapshots take their place in history; a second load and a reprocess change nothing', async () => {
    expect(await tokentape(['backfill', snapshots, '--source', 'openrouter'], env)).toMatchObject({ code: 0 });
    const before = await tokentape(['sql', query], env);
    expect(before.stdout).toBe(
      'acme/one\tinput\tincrease\t1\t1.5\t2026-01-02T00:00:00.000Z\n' +
        'acme/two\tinput\tnew\t\\N\t2\t2026-01-03T00:00:00.000Z\n' +
        'acme/two\toutput\tnew\t\\N\t0\t2026-01-03T00:00:00.000Z\n',
    );
    expect(await tokentape(['backfill', snapshots, '--source', 'openrouter'], env)).toMatchObject({ code: 0 });
    expect(await tokentape(['reprocess', '--source', 'openrouter'], env)).toMatchObject({
      code: 0,
      stdout: '3 documents reprocessed\n',
    });
    expect((await tokentape(['sql', query], env)).stdout).toBe(before.stdout);
    const rows = await tokentape(['sql', 'SELECT count() FROM prices FINAL FORMAT TSV'], env);
    expect(rows.stdout).toBe('8\n');
    const [id = ''] = (
      await tokentape(
        ['sql', 'SELECT change_id FROM current_price_changes ORDER BY observed_at LIMIT 1 FORMAT TSV'],
        env,
      )
    ).stdout.split('\n');
    const told = await tokentape(['explain', id.slice(0, 12)], env);
    expect(told.stdout).toMatch(/read from +\S+/);
    expect(told.stdout).toMatch(/new_unit_price +1\.5/);
  });
});

test('two processes on one data folder: the second says so and goes', async () => {
  const dataDir = inFolder('twice');
  const first = spawnTokentape(['start'], { TOKENTAPE_DATA_DIR: dataDir });
  try {
    await eventually('the first process', () => ask(dataDir, 'SELECT 1'));
    const second = await tokentape(['start'], { TOKENTAPE_DATA_DIR: dataDir });
    expect(second.code).toBe(1);
    expect(second.stderr).toMatch(/[Aa]nother process|already/);
    expect(await ask(dataDir, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  } finally {
    first.kill('SIGTERM');
    await once(first, 'exit');
  }
});

test('without network every source reports its failure, and a signal ends the process cleanly within five seconds', async () => {
  const dataDir = inFolder('offline');
  const sources = inFolder('offline-sources');
  writeFileSync(
    join(sources, 'gone.yaml'),
    'id: gone\nname: Gone\nkind: page\nurl: https://gone.invalid/pricing\nschedule: { cron: "* * * * * *" }\n',
  );
  const child = spawnTokentape(['start'], { TOKENTAPE_DATA_DIR: dataDir, CATALOG_DIRS: sources });
  const [failure] = await eventually('a recorded failure', async () => {
    const rows = await ask(
      dataDir,
      "SELECT outcome, error FROM fetches WHERE source_id = 'gone' AND error IS NOT NULL LIMIT 1",
    );
    return rows !== null && rows.length > 0 ? rows : null;
  });
  expect(failure).toMatchObject({ outcome: 'network_error' });
  child.kill('SIGINT');
  const end = AbortSignal.timeout(5_000);
  const [code] = await once(child, 'exit', { signal: end });
  expect(code).toBe(0);
});
