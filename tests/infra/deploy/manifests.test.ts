import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';
import { z } from 'zod';
import { ROLES } from '../../../infra/cli/roles.ts';
import { settings } from '../../../infra/config/reference.ts';

const folder = 'infra/deploy';
const KNOWN = new Set(
  settings().flatMap(({ field }) => (field.secret ? [field.env, `${field.env}_FILE`] : [field.env])),
);
const defaults = new Map(settings().map(({ field, schema }) => [field.env, schema.safeParse(undefined).data]));
const unknownVariables = (names: readonly string[]) => names.filter((name) => !KNOWN.has(name));

const service = z.looseObject({
  command: z.array(z.string()).optional(),
  environment: z.record(z.string(), z.unknown()).optional(),
  secrets: z.array(z.string()).optional(),
});
const composeFile = z.object({ services: z.record(z.string(), service), secrets: z.record(z.string(), z.unknown()) });

describe('compose.yaml', () => {
  const compose = composeFile.parse(parse(readFileSync(join(folder, 'compose.yaml'), 'utf8'), { merge: true }));
  const roles = Object.values(compose.services).filter(({ command }) => command?.[0] === 'run');

  test('runs every role, once', () => {
    expect(roles.map(({ command }) => command?.[1]).toSorted()).toEqual([...ROLES].toSorted());
  });

  test('sets only variables that exist, and mounts every secret it names', () => {
    for (const { environment, secrets } of roles) {
      expect(unknownVariables(Object.keys(environment ?? {}))).toEqual([]);
      const paths = Object.entries(environment ?? {}).filter(([name]) => name.endsWith('_FILE'));
      expect(paths.map(([, path]) => String(path).replace('/run/secrets/', '')).toSorted()).toEqual(
        (secrets ?? []).toSorted(),
      );
      for (const secret of secrets ?? []) expect(compose.secrets).toHaveProperty(secret);
    }
  });
});

const container = z.looseObject({
  args: z.array(z.string()),
  ports: z.array(z.object({ name: z.string(), containerPort: z.number() })),
  livenessProbe: z.looseObject({ httpGet: z.object({ path: z.string(), port: z.string() }) }),
  readinessProbe: z.looseObject({ httpGet: z.object({ path: z.string(), port: z.string() }) }),
  resources: z.object({ requests: z.record(z.string(), z.string()), limits: z.record(z.string(), z.string()) }),
});
const deployment = z.looseObject({
  spec: z.looseObject({ template: z.looseObject({ spec: z.looseObject({ containers: z.tuple([container]) }) }) }),
});

describe('kubernetes', () => {
  const files = readdirSync(join(folder, 'kubernetes'));
  const documents = (file: string) =>
    parseAllDocuments(readFileSync(join(folder, 'kubernetes', file), 'utf8')).map((document) => {
      expect(document.errors).toEqual([]);
      return z.looseObject({ kind: z.string() }).parse(document.toJS());
    });

  test('one deployment per role', () => {
    expect(files.filter((file) => file !== 'config.yaml').toSorted()).toEqual(
      ROLES.map((role) => `${role}.yaml`).toSorted(),
    );
  });

  test.each(ROLES.map((role) => [role]))('%s: its arguments, probes, limits and ports fit the program', (role) => {
    const [found] = documents(`${role}.yaml`).filter(({ kind }) => kind === 'Deployment');
    const [only] = deployment.parse(found).spec.template.spec.containers;
    expect(only.args).toEqual(['run', role]);
    expect(only.livenessProbe.httpGet).toEqual({ path: '/healthz', port: 'health' });
    expect(only.readinessProbe.httpGet).toEqual({ path: '/readyz', port: 'health' });
    expect(only.resources.limits).toHaveProperty('memory');
    const ports = new Map(only.ports.map(({ name, containerPort }) => [name, containerPort]));
    expect(ports.get('health')).toBe(defaults.get('HEALTH_PORT'));
    if (role === 'web') expect(ports.get('http')).toBe(defaults.get('WEB_PORT'));
  });

  test('configuration and secrets name variables that exist', () => {
    for (const entry of documents('config.yaml')) {
      const data = z.record(z.string(), z.string()).parse(entry['data'] ?? entry['stringData']);
      expect(unknownVariables(Object.keys(data))).toEqual([]);
    }
  });
});

test('Dockerfile: not root, without the embedded engine, only variables that exist', () => {
  const text = readFileSync(join(folder, 'Dockerfile'), 'utf8');
  expect(text).toMatch(/^USER node$/m);
  expect(text).toMatch(/--omit=optional/);
  const names =
    /^ENV (.*)$/m
      .exec(text)?.[1]
      ?.split(' ')
      .map((pair) => pair.split('=')[0] ?? '') ?? [];
  expect(unknownVariables(names.filter((name) => name !== 'NODE_ENV'))).toEqual([]);
  for (const port of ['WEB_PORT', 'HEALTH_PORT'])
    expect(text).toMatch(new RegExp(`^EXPOSE .*\\b${defaults.get(port)}\\b`, 'm'));
});
