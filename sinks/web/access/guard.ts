import type { HttpBindings } from '@hono/node-server';
import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context, MiddlewareHandler } from 'hono';
import { getCookie } from 'hono/cookie';
import { HttpProblem } from '../api/problem.ts';
import type { Scope } from '../options.ts';
import { allows, type Caller, type Tokens } from './tokens.ts';

export const SESSION_COOKIE = 'tokentape_session';

/** Who asks, as far as later handlers need to know. */
export interface Access {
  readonly caller: Caller;
  readonly viaSession: boolean;
}

export interface AppEnv {
  Bindings: HttpBindings;
  Variables: { access: Access };
}

const bearer = (c: Context): string | null => /^Bearer (.+)$/i.exec(c.req.header('authorization') ?? '')?.[1] ?? null;

/** Refuses requests whose Host is none of this server's names (DNS rebinding). */
export const hostGuard =
  (isKnown: (host: string | undefined) => boolean): MiddlewareHandler =>
  async (c, next) => {
    if (!isKnown(c.req.header('host') ?? new URL(c.req.url).host))
      throw new HttpProblem({
        status: 421,
        title: 'Unknown host name',
        detail: 'This server does not answer to that name; add it to the configured host names or use its address.',
      });
    await next();
  };

/** Lets in whoever holds a token or a session; without tokens (loopback only) everyone is admin. */
export const tokenGuard =
  (tokens: Tokens | null): MiddlewareHandler<AppEnv> =>
  async (c, next) => {
    const access = identify(c, tokens);
    if (access) {
      c.set('access', access);
      return next();
    }
    const wantsPage = (c.req.header('accept') ?? '').includes('text/html') && !c.req.path.startsWith('/api/');
    if (wantsPage && c.req.method === 'GET') {
      const back = new URL(c.req.url);
      return c.redirect(`/login?to=${encodeURIComponent(back.pathname + back.search)}`, 303);
    }
    throw new HttpProblem(
      { status: 401, title: 'Token needed', detail: 'Send an access token as "Authorization: Bearer <token>".' },
      { 'WWW-Authenticate': 'Bearer realm="tokentape"' },
    );
  };

const identify = (c: Context, tokens: Tokens | null): Access | null => {
  if (tokens === null) return { caller: { name: 'local', scope: 'admin' }, viaSession: false };
  const secret = bearer(c);
  if (secret !== null) {
    const caller = tokens.byToken(secret);
    return caller && { caller, viaSession: false };
  }
  const session = getCookie(c, SESSION_COOKIE);
  const caller = session === undefined ? null : tokens.bySession(session, Date.now());
  return caller && { caller, viaSession: true };
};

export const demand = (access: Access, scope: Scope): void => {
  if (!allows(access.caller, scope))
    throw new HttpProblem({ status: 403, title: 'Not allowed', detail: `This needs a token of scope ${scope}.` });
};

/** The address the connection comes from. */
export const peer = (c: Context): string => getConnInfo(c).remote.address ?? 'unknown';

/** Refuses a client that asks too often, and says when to come back. */
export const rateGuard =
  (wait: (client: string, now: number) => number): MiddlewareHandler =>
  async (c, next) => {
    const seconds = wait(peer(c), Date.now());
    if (seconds > 0)
      throw new HttpProblem(
        { status: 429, title: 'Too many requests', detail: `Wait ${seconds} s and try again.` },
        { 'Retry-After': String(seconds) },
      );
    await next();
  };
