import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { BUILTIN_SOURCES, loadCatalog } from '../../../ingest/catalog/load.ts';

let dir: string;

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'tokentape-catalog-'));
  return () => rmSync(dir, { recursive: true });
});

const good = (id: string) => `id: ${id}
name: Good
provider: openai
kind: page
url: https://example.com/pricing
schedule: { cron: "0 * * * *" }
`;
const write = (name: string, text: string) => writeFileSync(join(dir, name), text);

/** Problems without the folder, which differs from run to run. */
const problemsOf = (text: string) => {
  write('a.yaml', text);
  return loadCatalog([dir]).problems.map((problem) => problem.replace(`${dir}/`, ''));
};

describe('the built-in catalog', () => {
  const { sources, problems } = loadCatalog([BUILTIN_SOURCES]);

  test('has no mistake', () => {
    expect(problems).toEqual([]);
  });

  test('holds the sources that histories are loaded into', () => {
    expect(sources.get('openrouter')?.urls).toEqual(['https://openrouter.ai/api/v1/models']);
    expect(sources.get('litellm')?.authority).toBe('aggregator');
  });

  test('names every file by its id and lets nobody onto private addresses', () => {
    for (const source of sources.values()) {
      expect(source.file).toBe(join(BUILTIN_SOURCES, `${source.id}.yaml`));
      expect(source.allow_private).toBe(false);
    }
  });
});

test('a source gets the defaults of docs/sources.md', () => {
  write('a.yaml', good('a'));
  expect(loadCatalog([dir]).sources.get('a')).toMatchObject({
    urls: ['https://example.com/pricing'],
    politeness: { delay_seconds: 2, concurrency: 1, robots: 'obey' },
    limits: { max_bytes: 33_554_432, timeout_seconds: 30, max_redirects: 5 },
    schedule: { timezone: 'UTC', jitter_seconds: 0 },
    authority: 'own',
    render: 'static',
    allow_private: false,
    disabled: null,
  });
});

describe('a mistake is told with its place, its key and what is allowed', () => {
  test.each([
    ['not YAML', 'id: [a\nname: x\n', /^a\.yaml:\d+:\d+: /],
    ['a list', '- a\n', /^a\.yaml:1:1: expected a source/],
    ['an unknown key', `${good('a')}shedule: 1\n`, /^a\.yaml:7:1: unknown key shedule; allowed here: id, name, /],
    [
      'an unknown key further in',
      `${good('a')}politeness:\n  delay: 3\n`,
      /^a\.yaml:8:3: politeness: unknown key delay; allowed here: delay_seconds, concurrency, robots\.$/,
    ],
    ['an unknown hint', `${good('a')}hints: { curency: USD }\n`, /^a\.yaml:7:10: hints: unknown key curency; allowed/],
    [
      'a bad cron',
      good('a').replace('0 * * * *', '61 * * * *'),
      /^a\.yaml:6:13: schedule\.cron is "61 \* \* \* \*": expected five cron fields/,
    ],
    [
      'a cron that is never due',
      good('a').replace('0 * * * *', '0 0 31 * 1#1'),
      /^a\.yaml:6:13: schedule\.cron is "0 0 31 \* 1#1": .*never due/,
    ],
    [
      'a bad time zone',
      good('a').replace('"0 * * * *"', '"0 * * * *", timezone: Mars'),
      /^a\.yaml:6:32: schedule\.timezone is "Mars": expected an IANA time zone/,
    ],
    ['a bad kind', good('a').replace('page', 'pages'), /^a\.yaml:4:1: kind is "pages": .*"page"\|"feed"/],
    ['a missing key', good('a').replace('name: Good\n', ''), /^a\.yaml:1:1: name is missing: expected string/],
    ['a bad address', good('a').replace('https:', 'ftp:'), /^a\.yaml:5:1: url is "ftp:.*": expected an http or https/],
    ['both url and urls', `${good('a')}urls: [https://example.com/b]\n`, /^a\.yaml:1:1: expected either url or urls/],
    [
      'robots ignored for a page',
      `${good('a')}politeness: { robots: ignore }\n`,
      /^a\.yaml:7:15: politeness\.robots is "ignore": only a source of kind api/,
    ],
    ['a second mistake', good('a').replace('page', 'x').replace('Good', '""'), /^a\.yaml:2:1: name is "": /],
  ])('%s', (_what, text, expected) => {
    const problems = problemsOf(text);
    expect(
      problems.some((problem) => expected.test(problem)),
      problems.join('\n'),
    ).toBe(true);
  });

  test('an id used twice', () => {
    write('a.yaml', good('a'));
    write('b.yaml', good('a'));
    expect(loadCatalog([dir]).problems).toEqual([
      `${dir}/b.yaml:1:1: id a is already used by ${dir}/a.yaml; every source needs its own.`,
    ]);
  });

  test('a folder that does not exist', () => {
    expect(loadCatalog([join(dir, 'none')]).problems).toEqual([expect.stringMatching(/none: cannot be read: ENOENT/)]);
  });
});

test('a bad file stops no other', () => {
  write('a.yaml', 'id: [');
  write('b.yaml', good('b'));
  mkdirSync(join(dir, 'c.yaml'));
  const { sources, problems } = loadCatalog([dir]);
  expect([...sources.keys()]).toEqual(['b']);
  expect(problems).toHaveLength(2);
});

test('a later folder replaces a source of an earlier one', () => {
  const second = mkdtempSync(join(tmpdir(), 'tokentape-catalog-'));
  onTestFinished(() => rmSync(second, { recursive: true }));
  write('a.yaml', good('a'));
  writeFileSync(join(second, 'mine.yaml'), good('a').replace('Good', 'Mine'));
  const { sources, problems } = loadCatalog([dir, second]);
  expect(problems).toEqual([]);
  expect(sources.get('a')?.name).toBe('Mine');
});

describe('headers from the environment', () => {
  const text = `${good('a')}headers:\n  Authorization: Bearer $\{A_KEY}\n`;

  test('are filled in', () => {
    write('a.yaml', text);
    expect(loadCatalog([dir], { A_KEY: 'k' }).sources.get('a')).toMatchObject({
      headers: { Authorization: 'Bearer k' },
      disabled: null,
    });
  });

  test('disable their source where the variable is unset', () => {
    write('a.yaml', text);
    write('b.yaml', good('b'));
    const { sources } = loadCatalog([dir], { A_KEY: '' });
    expect(sources.get('a')?.disabled).toBe('its headers need A_KEY in the environment');
    expect(sources.get('b')?.disabled).toBeNull();
  });
});

test('enabled: false says so', () => {
  write('a.yaml', `${good('a')}enabled: false\n`);
  expect(loadCatalog([dir]).sources.get('a')?.disabled).toBe('enabled: false in its YAML');
});
