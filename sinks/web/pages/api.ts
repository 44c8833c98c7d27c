import { html } from 'hono/html';
import { LISTINGS } from '../api/listings.ts';
import { SINGLES } from '../api/singles.ts';
import { FEED_TYPES } from '../feeds/params.ts';
import { document, heading } from './layout.ts';
import type { Html, View } from './view.ts';

const operation = (view: View, path: string, summary: string, names: readonly string[]): Html =>
  html`<section class="operation"><h2>GET /api/v1${path}</h2><p>${summary}.</p>${
    names.length === 0
      ? ''
      : html`<p class="meta"><span>${view.t('api_parameters')}:</span>${names.map((name) => html`<code>${name}</code>`)}</p>`
  }</section>`;

/** What the API offers, from the same descriptions that answer it. */
export const apiPage = (view: View): Html => {
  const { t } = view;
  return document(view, {
    title: t('api_title'),
    body: html`<div>${heading(t('api_title'), t('api_lead'), html`<p class="aside"><a class="button" href="/api/v1/openapi.json">${t('api_openapi')}</a></p>`)}
${[...LISTINGS, ...SINGLES].map(({ path, summary, params }) => operation(view, path, summary, Object.keys(params.shape)))}
<section class="operation"><h2>GET /api/v1/stream</h2><p>${t('api_stream')}</p></section>
<section class="operation"><h2>${t('api_feeds')}</h2><p class="meta">${Object.keys(FEED_TYPES).map((ext) => html`<a href="/feeds/signals.${ext}">/feeds/signals.${ext}</a>`)}</p></section></div>`,
  });
};
