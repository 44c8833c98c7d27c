import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { LISTINGS } from '../../../sinks/web/api/listings.ts';
import { SINGLES } from '../../../sinks/web/api/singles.ts';
import { startWeb, type TestWeb } from './support.ts';

const GUIDE = readFileSync(new URL('../../../docs/api.md', import.meta.url), 'utf8');
const EXAMPLES = [...GUIDE.matchAll(/^curl .+$/gm)].map(([line]) => line);

let web: TestWeb;
beforeAll(async () => {
  web = await startWeb();
});
afterAll(() => web?.stop());

/** The one request of a curl line; anything curl could do and this does not know is an error. */
const requestOf = (line: string): { url: string; init: RequestInit } => {
  const words = [...line.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');
  const headers: Record<string, string> = {};
  let [url, method] = ['', 'GET'];
  for (let n = 1; n < words.length; n++) {
    const word = words[n] ?? '';
    const value = words[n + 1] ?? '';
    if (word === '-s' || word === '-sN') continue;
    if (word.startsWith('http://127.0.0.1:8080')) {
      url = word.replace('http://127.0.0.1:8080', web.url);
      continue;
    }
    if (word === '-H') headers[value.slice(0, value.indexOf(':'))] = value.slice(value.indexOf(':') + 2);
    else if (word === '-X') method = value;
    else if (word !== '-o') throw new Error(`the test does not know ${word} in: ${line}`);
    n++;
  }
  return { url, init: { method, headers } };
};

test.each(EXAMPLES)('%s', async (line) => {
  const stop = new AbortController();
  const { url, init } = requestOf(line);
  const response = await fetch(url, { ...init, signal: stop.signal });
  expect(response.ok).toBe(true);
  if (url.includes('/stream')) return stop.abort();
  const body = await response.text();
  expect(body.length).toBeGreaterThan(0);
  // Examples that find nothing explain nothing.
  expect(body).not.toContain('{"data":[],');
});

test('the guide names every address, and none that is not there', () => {
  const named = [...GUIDE.matchAll(/`\/api\/v1(\/[^`?]*)`/g)].map(([, path]) => path ?? '');
  const known = [...LISTINGS, ...SINGLES].map(({ path }) => path);
  expect(new Set(named)).toEqual(new Set([...known, '/stream']));
});
