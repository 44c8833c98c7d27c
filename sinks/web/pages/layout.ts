import { html } from 'hono/html';
import { LANGUAGES, type MessageKey } from '../i18n/translate.ts';
import { type Html, linkWith, type View } from './view.ts';

const SECTIONS: readonly (readonly [path: string, label: MessageKey])[] = [
  ['/', 'nav_tape'],
  ['/prices', 'nav_prices'],
  ['/movers', 'nav_movers'],
  ['/volumes', 'nav_volumes'],
  ['/announcements', 'nav_announcements'],
  ['/sources', 'nav_sources'],
  ['/api', 'nav_api'],
];

export interface Page {
  readonly title: string;
  readonly body: Html;
  /** Modules of assets/ this page needs besides main.js. */
  readonly modules?: readonly string[];
  readonly styles?: readonly string[];
  /** Classic scripts that must run before the modules (uPlot). */
  readonly scripts?: readonly string[];
  /** Query of the feed that follows what this page shows. */
  readonly feed?: string;
}

const navigation = (view: View): Html =>
  html`<nav aria-label="${view.t('menu')}"><ul>${SECTIONS.map(
    ([path, label]) =>
      html`<li><a href="${path}"${view.url.pathname === path ? html` aria-current="page"` : ''}>${view.t(label)}</a></li>`,
  )}</ul></nav>`;

const languageLink = (view: View): Html => {
  const other = LANGUAGES.find((language) => language !== view.language) ?? 'en';
  const base = linkWith(view, {});
  const href = `${base}${base.includes('?') ? '&' : '?'}lang=${other}`;
  return html`<a class="quiet" href="${href}" hreflang="${other}" lang="${other}">${view.t('other_language')}</a>`;
};

const signOut = (view: View): Html =>
  html`<form method="post" action="/logout"><button class="quiet">${view.t('sign_out')}</button></form>`;

/** The whole document. Everything interpolated is escaped; scripts and styles are files only. */
export const document = (view: View, page: Page): Html => {
  const { t, assets } = view;
  return html`<!doctype html>
<html lang="${view.language === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="description" content="${t('tagline')}">
<title>${page.title} · ${t('brand')}</title>
<link rel="icon" href="${assets}/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="${assets}/style.css">
${(page.styles ?? []).map((file) => html`<link rel="stylesheet" href="${assets}/${file}">`)}
<link rel="alternate" type="application/atom+xml" title="${page.title}" href="/feeds/signals.atom${page.feed ? `?${page.feed}` : ''}">
${(page.scripts ?? []).map((file) => html`<script src="${assets}/${file}" defer></script>`)}
<script type="module" src="${assets}/main.js"></script>
${(page.modules ?? []).map((file) => html`<script type="module" src="${assets}/${file}"></script>`)}
</head>
<body>
<a class="skip" href="#main">${t('skip')}</a>
<header class="masthead">
  <div class="inner">
    <a class="brand" href="/"><span class="spool" aria-hidden="true"></span>${t('brand')}</a>
    ${navigation(view)}
    <div class="tools">${languageLink(view)}${view.signedIn ? signOut(view) : ''}</div>
  </div>
</header>
<main id="main" tabindex="-1">${page.body}</main>
<footer class="inner"><p>${t('tagline')}. ${t('footer')}</p></footer>
</body>
</html>`;
};

/** What stands where there is nothing to show, and what to do about it. */
export const empty = (title: string, help: string, action?: { readonly href: string; readonly text: string }): Html =>
  html`<div class="empty"><p class="empty-title">${title}</p><p>${help}</p>${
    action ? html`<p><a class="button" href="${action.href}">${action.text}</a></p>` : ''
  }</div>`;

export const heading = (title: string, lead: string, aside?: Html): Html =>
  html`<div class="heading"><div><h1>${title}</h1><p class="lead">${lead}</p></div>${aside ?? ''}</div>`;
