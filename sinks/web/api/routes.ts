import type { Hono } from 'hono';
import { etag } from 'hono/etag';
import type { AppEnv } from '../access/guard.ts';
import type { Parts } from '../parts.ts';
import { fetchNow } from './fetch-now.ts';
import { LISTINGS } from './listings.ts';
import { openApi } from './openapi.ts';
import { SINGLES } from './singles.ts';

const PREFIX = '/api/v1';

/** Everything under /api/v1, as api/listings.ts and api/singles.ts describe it. */
export const apiRoutes = (app: Hono<AppEnv>, parts: Parts): void => {
  const tagged = etag({ weak: true });
  const specification = openApi();
  app.use(`${PREFIX}/*`, async (c, next) => {
    const json = (): boolean => (c.res.headers.get('content-type') ?? '').startsWith('application/json');
    await next();
    // Files and streams go out as they come; hashing them would hold them in memory.
    if (c.req.method === 'GET' && c.res.ok && json()) await tagged(c, async () => undefined);
  });
  app.get(`${PREFIX}/openapi.json`, (c) => {
    c.header('Cache-Control', 'no-cache');
    return c.json(specification);
  });
  for (const { path, answer } of LISTINGS) app.get(PREFIX + path, (c) => answer(c, parts.store));
  for (const { path, answer } of SINGLES)
    app.get(PREFIX + path.replaceAll(/\{(\w+)\}/g, ':$1'), (c) => {
      c.header('Cache-Control', 'private, no-cache');
      return answer(c, parts);
    });
  app.post(`${PREFIX}/sources/:id/fetch`, (c) => fetchNow(c, parts));
};
