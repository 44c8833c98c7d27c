import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { BUILTIN_SOURCES, loadCatalog } from '../../../../ingest/catalog/load.ts';
import { expectationOf, FIXTURES, readFixture } from './read-fixture.ts';

const sources = [...loadCatalog([BUILTIN_SOURCES]).sources.values()].filter(
  ({ kind }) => kind === 'page' || kind === 'api',
);

describe('every source of prices reads a page in the shape of its own', () => {
  test.each(sources.map((source) => ({ id: source.id, source })))('$id', ({ id, source }) => {
    const { file, rows } = expectationOf(id);
    expect(readFixture(source, file).rows).toEqual(rows);
  });

  test('one without a page is refused by name', () => {
    expect(() => expectationOf('nobody')).toThrow('Source nobody has no fixture: write fixtures/nobody.html');
  });

  test('no fixture is without its source', () => {
    const ids = new Set(sources.map(({ id }) => id));
    const files = readdirSync(FIXTURES).map((name) => name.replace(/(?:\.expected)?\.\w+$/, ''));
    expect(files.filter((id) => !ids.has(id))).toEqual([]);
  });
});

describe('the catalog covers the market', () => {
  const own = new Set(sources.filter(({ authority }) => authority === 'own').map(({ provider }) => provider));

  test.each([
    ...['alibaba-cloud', 'volcano-engine', 'baidu-ai-cloud', 'tencent-cloud', 'huawei-cloud', 'aws', 'azure'],
    ...['google-cloud', 'oracle-oci', 'openai', 'anthropic', 'deepseek', 'mistral', 'xai', 'cohere', 'moonshot'],
    ...['zhipu', 'minimax', 'stepfun', 'groq', 'together', 'fireworks', 'cerebras', 'coreweave', 'lambda-labs'],
    ...['runpod', 'vast-ai', 'vultr', 'digitalocean', 'scaleway', 'hyperstack', 'cloudflare', 'ecb'],
  ])('%s in its own words', (provider) => {
    expect(own).toContain(provider);
  });

  test('with the lists that others keep', () => {
    const others = sources.filter(({ authority }) => authority === 'aggregator').map(({ id }) => id);
    expect(others).toEqual(expect.arrayContaining(['openrouter', 'litellm', 'models-dev']));
  });
});
