import { html } from 'hono/html';
import type { Language, Translator } from '../i18n/translate.ts';
import { MAX_SERIES } from '../store/history.ts';

export type Html = ReturnType<typeof html>;

/** What every page knows of the request it answers. */
export interface View {
  readonly t: Translator;
  readonly language: Language;
  /** Path and query of the page, as asked. */
  readonly url: URL;
  /** Where this start's assets lie. */
  readonly assets: string;
  /** True where a session cookie signed the reader in, and there is something to sign out of. */
  readonly signedIn: boolean;
  readonly mayAdmin: boolean;
}

/** The page's address with some of its parameters changed (null takes one out). */
export const linkWith = (view: View, changes: Readonly<Record<string, string | null>>): string => {
  const query = new URLSearchParams(view.url.searchParams);
  for (const [name, value] of Object.entries(changes)) {
    if (value === null) query.delete(name);
    else query.set(name, value);
  }
  query.delete('lang');
  return query.size > 0 ? `${view.url.pathname}?${query}` : view.url.pathname;
};

/** Addresses read from sources may be anything: only web addresses become links. */
export const webAddress = (url: string): string | null => (/^https?:\/\//i.test(url) && URL.canParse(url) ? url : null);

/** A link out to a source, or its text alone. */
export const outward = (url: string, text: string): Html => {
  const href = webAddress(url);
  return href === null
    ? html`<span>${text}</span>`
    : html`<a href="${href}" rel="noopener noreferrer nofollow external" target="_blank">${text}</a>`;
};

/** The explorer with these series on its chart. */
export const chartOf = (series: readonly string[]): string => {
  const query = new URLSearchParams();
  for (const key of series.slice(0, MAX_SERIES)) query.append('series', key);
  return `/prices?${query}`;
};
