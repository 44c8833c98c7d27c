import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { QWEN_OUTPUT } from './market/listed.ts';
import { startWeb, type TestWeb } from './support.ts';

let web: TestWeb;
beforeAll(async () => {
  web = await startWeb();
});
afterAll(() => web?.stop());

const object = z.record(z.string(), z.unknown());
const operation = z.object({
  operationId: z.string(),
  parameters: z.array(z.looseObject({ name: z.string(), in: z.string(), required: z.boolean(), schema: object })),
  responses: object,
});
const specification = z.object({
  openapi: z.literal('3.1.0'),
  paths: z.record(z.string(), z.object({ get: operation.optional(), post: operation.optional() })),
  components: z.object({ schemas: z.record(z.string(), object) }),
});

const read = async () => specification.parse(await (await fetch(`${web.url}/api/v1/openapi.json`)).json());

test('every reference leads somewhere, every operation has a name of its own', async () => {
  const document = await read();
  const references = [...JSON.stringify(document).matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(
    ([, name]) => name ?? '',
  );
  expect(references.length).toBeGreaterThan(10);
  for (const name of references) expect(Object.keys(document.components.schemas)).toContain(name);
  const names = Object.values(document.paths).flatMap(({ get, post }) =>
    [get, post].flatMap((one) => (one ? [one.operationId] : [])),
  );
  expect(new Set(names).size).toBe(names.length);
});

const VALUES: Readonly<Record<string, string>> = {
  '/series/history': `?series=${encodeURIComponent(QWEN_OUTPUT)}`,
  '/series/chart': `?series=${encodeURIComponent(QWEN_OUTPUT)}`,
  '/search': '?q=qwen',
};
const ONE: Readonly<Record<string, string>> = { '/signals/{id}': '/signals/qwen-hike' };

test('what the API answers is what the document says', async () => {
  const { paths, components } = await read();
  for (const [path, { get }] of Object.entries(paths)) {
    const type = z
      .looseObject({ content: z.record(z.string(), z.looseObject({ schema: object.optional() })) })
      .parse(get?.responses['200'] ?? { content: {} });
    const schema = type.content['application/json']?.schema;
    if (!schema) continue;
    const answer: unknown = await (await fetch(`${web.url}/api/v1${ONE[path] ?? path}${VALUES[path] ?? ''}`)).json();
    const inlined: unknown = JSON.parse(
      JSON.stringify({ ...schema, $defs: components.schemas }).replaceAll('#/components/schemas/', '#/$defs/'),
    );
    const check = z.fromJSONSchema(object.parse(inlined));
    expect([path, check.safeParse(answer).error?.issues.slice(0, 3)]).toEqual([path, undefined]);
  }
});

test('the parameters the document lists are the ones understood', async () => {
  const { paths } = await read();
  const names = paths['/signals']?.get?.parameters.map(({ name }) => name) ?? [];
  expect(names).toEqual(expect.arrayContaining(['kind', 'subject', 'since', 'q', 'cursor', 'limit', 'format']));
  for (const [path, { get }] of Object.entries(paths)) {
    const required =
      get?.parameters.filter((parameter) => parameter.required && parameter.in === 'query').map(({ name }) => name) ??
      [];
    expect([path, required]).toEqual([
      path,
      { '/series/history': ['series'], '/series/chart': ['series'], '/search': ['q'] }[path] ?? [],
    ]);
  }
});
