import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { parseAccept } from 'hono/utils/accept';
import type { Access, AppEnv } from './access/guard.ts';
import { LANGUAGES, type Language, translator } from './i18n/translate.ts';
import type { View } from './pages/view.ts';

const LANGUAGE_COOKIE = 'tokentape_lang';

const asLanguage = (text: string | undefined): Language | undefined =>
  LANGUAGES.find((language) => text?.toLowerCase().split('-')[0] === language);

const preferred = (header: string | undefined): Language | undefined =>
  parseAccept(header ?? '')
    .sort((a, b) => b.q - a.q)
    .map(({ type }) => asLanguage(type))
    .find((language) => language !== undefined);

/** ?lang= (and remembered from then on), else the cookie, else what the browser prefers, else English. */
export const languageOf = (c: Context): Language => {
  const asked = asLanguage(c.req.query('lang'));
  if (asked) {
    setCookie(c, LANGUAGE_COOKIE, asked, { path: '/', sameSite: 'Lax', maxAge: 365 * 86_400, httpOnly: true });
    return asked;
  }
  return asLanguage(getCookie(c, LANGUAGE_COOKIE)) ?? preferred(c.req.header('accept-language')) ?? 'en';
};

/** What the pages need to know of this request. */
export const createView = (c: Context<AppEnv>, assets: string): View => {
  const access: Access | undefined = c.get('access');
  const language = languageOf(c);
  return {
    t: translator(language),
    language,
    url: new URL(c.req.url),
    assets,
    signedIn: access?.viaSession ?? false,
    mayAdmin: access?.caller.scope === 'admin',
  };
};
