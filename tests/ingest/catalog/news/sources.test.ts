import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { BUILTIN_SOURCES, loadCatalog } from '../../../../ingest/catalog/load.ts';
import { FIXTURES, readFixture } from './read-fixture.ts';

const catalog = [...loadCatalog([BUILTIN_SOURCES]).sources.values()];
const sources = catalog.filter(({ kind }) => kind === 'feed');
const expected = z.strictObject({
  links: z
    .array(z.strictObject({ url: z.url(), title: z.string().nullable(), published_at: z.string().nullable() }))
    .min(1),
  /** May be empty: most news is none of ours. */
  announcements: z.array(z.looseObject({ kind: z.string(), status: z.string() })),
});

describe('every source of news gives its articles, and they the announcements a reader finds in them', () => {
  test.each(sources.map((source) => ({ id: source.id, source })))('$id', ({ id, source }) => {
    for (const name of [`${id}.article.html`, `${id}.expected.json`]) {
      if (!existsSync(join(FIXTURES, name))) throw new Error(`Source ${id} lacks a fixture: write fixtures/${name}.`);
    }
    const file = readFileSync(join(FIXTURES, `${id}.expected.json`), 'utf8');
    expect(readFixture(source)).toEqual(expected.parse(JSON.parse(file)));
  });

  test('no fixture is without its source', () => {
    const ids = new Set(sources.map(({ id }) => id));
    const named = readdirSync(FIXTURES).map((file) => file.replace(/\.(?:feed|article|expected)\.\w+$/, ''));
    expect(named.filter((id) => !ids.has(id))).toEqual([]);
  });
});

test('thirty sources of news and more, and nearly every vendor whose prices are watched speaks in one', () => {
  /** Publishes rates of exchange, sells nothing. */
  const noVendors = new Set(['ecb']);
  const withNews = new Set(sources.flatMap(({ provider }) => provider ?? []));
  const watched = catalog.filter(({ kind, authority }) => kind !== 'feed' && authority === 'own');
  const vendors = new Set(watched.flatMap(({ provider }) => provider ?? [])).difference(noVendors);
  const silent = [...vendors.difference(withNews)];
  expect(sources.length).toBeGreaterThanOrEqual(30);
  expect(silent.length, `without a feed: ${silent.join(', ')}`).toBeLessThan(vendors.size / 10);
});
