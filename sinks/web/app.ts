import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { compress } from 'hono/compress';
import { csrf } from 'hono/csrf';
import { HTTPException } from 'hono/http-exception';
import { type AppEnv, demand, hostGuard, rateGuard, tokenGuard } from './access/guard.ts';
import { securityHeaders } from './access/headers.ts';
import { hostCheck } from './access/hosts.ts';
import { createRateLimit } from './access/rate-limit.ts';
import { signInRoutes } from './access/sign-in.ts';
import { createTokens } from './access/tokens.ts';
import { HttpProblem, notFound, toProblem } from './api/problem.ts';
import { apiRoutes } from './api/routes.ts';
import { feedRoutes } from './feeds/routes.ts';
import { streamRoutes } from './live/routes.ts';
import { problemPage } from './pages/problem.ts';
import { pageRoutes } from './pages/routes.ts';
import type { Parts } from './parts.ts';
import { createView } from './request-view.ts';

const PROGRAM_PATHS = /^\/(api\/v1|feeds|assets)(\/|$)/;
const REQUESTS_PER_MINUTE = 600;

/** The whole HTTP surface, outermost first: headers, names, open mounts, rates, forgery, tokens, then the rooms' answers. */
export const createApp = (parts: Parts): Hono<AppEnv> => {
  const { options, assets } = parts;
  const app = new Hono<AppEnv>();
  // Whether browsers reach us over TLS, ours or that of a proxy in front.
  const tls = options.tls !== undefined || options.publicUrl?.startsWith('https:') === true;
  const tokens = options.tokens?.length ? createTokens(options.tokens) : null;
  const viewOf = (c: Context) => createView(c, assets.base);

  app.onError((error, c) => answerError(c, error, parts));
  app.notFound((c) => answerError(c, notFound('Nothing lives at this address; /api lists what does.'), parts));

  app.use(securityHeaders(tls));
  // With tokens a foreign name gains nothing by pointing here, so names are only checked where they are known.
  if (tokens === null || options.hosts?.length) app.use(hostGuard(hostCheck(options.hosts ?? [])));
  for (const mount of options.mounts ?? [])
    if (mount.access === 'open') app.all(mount.path, (c) => mount.handle(c.req.raw));
  app.get('/assets/:version/:file', (c) => assets.serve(c));
  app.use(rateGuard(createRateLimit(options.requestsPerMinute ?? REQUESTS_PER_MINUTE)));
  app.use(csrf(), bodyLimit({ maxSize: 64 * 1024 }));
  app.use(compress());
  if (tokens) signInRoutes(app, tokens, viewOf, tls);
  app.use(tokenGuard(tokens));
  for (const { path, access, handle } of options.mounts ?? []) {
    if (access === 'open') continue;
    app.all(path, (c) => {
      demand(c.get('access'), access);
      return handle(c.req.raw);
    });
  }

  apiRoutes(app, parts);
  streamRoutes(app, parts);
  feedRoutes(app, parts);
  pageRoutes(app, parts, viewOf);
  return app;
};

const answerError = async (c: Context, error: unknown, { options, assets }: Parts): Promise<Response> => {
  const failure =
    error instanceof HTTPException
      ? new HttpProblem({
          status: error.status,
          title: error.status === 403 ? 'Refused' : 'Not accepted',
          detail:
            error.status === 403
              ? 'Forms are only taken from pages of this server; programs send JSON.'
              : 'The request is larger than allowed.',
        })
      : toProblem(error);
  const { problem, headers } = failure;
  if (problem.status >= 500) options.logger?.error({ err: error, path: c.req.path }, 'request failed');
  for (const [name, value] of Object.entries(headers)) c.header(name, value);
  c.header('Cache-Control', 'no-store');
  const isPage = !PROGRAM_PATHS.test(c.req.path) && (c.req.header('accept') ?? '').includes('text/html');
  c.header('Content-Type', isPage ? 'text/html; charset=utf-8' : 'application/problem+json');
  const body = isPage ? (await problemPage(createView(c, assets.base), problem)).toString() : JSON.stringify(problem);
  return new Response(body, { status: problem.status, headers: c.res.headers });
};
