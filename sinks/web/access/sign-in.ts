import type { Context, Hono } from 'hono';
import { deleteCookie, setCookie } from 'hono/cookie';
import { HttpProblem } from '../api/problem.ts';
import { loginPage } from '../pages/login.ts';
import type { View } from '../pages/view.ts';
import { type AppEnv, SESSION_COOKIE } from './guard.ts';
import type { Tokens } from './tokens.ts';

/** Only a path of this server: never an address elsewhere. */
const safeReturn = (to: string | undefined): string =>
  to !== undefined && /^\/(?![/\\])/.test(to) && new URL(to, 'http://here').origin === 'http://here' ? to : '/';

const field = async (c: Context, name: string): Promise<string> => {
  const value = (await c.req.parseBody())[name];
  if (typeof value !== 'string')
    throw new HttpProblem({ status: 400, title: 'Form not understood', detail: `The form lacks ${name}.` });
  return value;
};

/** Sign in with a token, once; the browser then holds a session that scripts cannot read. */
export const signInRoutes = (
  app: Hono<AppEnv>,
  tokens: Tokens,
  viewOf: (c: Context) => View,
  secure: boolean,
): void => {
  app.get('/login', (c) => c.html(loginPage(viewOf(c), safeReturn(c.req.query('to')), false)));

  app.post('/login', async (c) => {
    const token = await field(c, 'token');
    const to = safeReturn(await field(c, 'to'));
    if (tokens.byToken(token) === null) return c.html(loginPage(viewOf(c), to, true), 401);
    const { value, maxAgeSeconds } = tokens.startSession(token, Date.now());
    setCookie(c, SESSION_COOKIE, value, {
      httpOnly: true,
      sameSite: 'Strict',
      path: '/',
      secure,
      maxAge: maxAgeSeconds,
    });
    return c.redirect(to, 303);
  });

  app.post('/logout', (c) => {
    deleteCookie(c, SESSION_COOKIE, { path: '/', secure });
    return c.redirect('/login', 303);
  });
};
