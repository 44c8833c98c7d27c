import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { BUILTIN_SOURCES, loadCatalog } from '../../../../ingest/catalog/load.ts';
import { FIXTURES, readFixture } from './read-fixture.ts';

const sources = [...loadCatalog([BUILTIN_SOURCES]).sources.values()].filter(
  ({ kind }) => kind === 'page' || kind === 'api',
);
const files = readdirSync(FIXTURES);
const fixtureOf = (id: string) =>
  files.find((name) => /^\.(?:html|md|json|xml)$/.test(name.slice(id.length)) && name.startsWith(id));

describe('every source of prices reads a page in the shape of its own', () => {
  test.each(sources.map((source) => ({ id: source.id, source })))('$id', ({ id, source }) => {
    const fixture = fixtureOf(id);
    const expected = join(FIXTURES, `${id}.expected.json`);
    if (fixture === undefined)
      throw new Error(`Source ${id} has no fixture: write fixtures/${id}.html, .md, .json or .xml.`);
    if (!existsSync(expected))
      throw new Error(`Source ${id} has no expected rows: write fixtures/${id}.expected.json.`);
    const rows = z
      .array(z.string())
      .min(1)
      .parse(JSON.parse(readFileSync(expected, 'utf8')));
    expect(readFixture(source, join(FIXTURES, fixture)).rows).toEqual(rows.sort());
  });

  test('no fixture is without its source', () => {
    const ids = new Set(sources.map(({ id }) => id));
    expect(files.map((name) => name.replace(/(?:\.expected)?\.\w+$/, '')).filter((id) => !ids.has(id))).toEqual([]);
  });
});
