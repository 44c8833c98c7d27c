import { html } from 'hono/html';
import type { Signal } from '../../../infra/contracts/signal.ts';
import { providerName } from '../i18n/names.ts';
import type { Mover } from '../store/movers.ts';
import type { SignalFilter } from '../store/signal-filter.ts';
import { directionMark, meterText, percentText } from './figures.ts';
import { tapeFilters } from './filters.ts';
import { document, empty, heading } from './layout.ts';
import { groupMovers } from './mover-groups.ts';
import { signalRow } from './signal-row.ts';
import { chartOf, type Html, linkWith, type View } from './view.ts';

export interface TapeData {
  readonly signals: readonly Signal[];
  /** Cursor of the older page, if there is one. */
  readonly next: string | null;
  readonly filter: SignalFilter;
  readonly subjects: readonly string[];
  readonly movers: readonly Mover[];
  /** The moment the rows were read: the live stream goes on from here. */
  readonly readAt: string;
}

const FEEDS = [
  ['atom', 'Atom'],
  ['rss', 'RSS'],
  ['json', 'JSON Feed'],
] as const;

const ticker = (view: View, movers: readonly Mover[]): Html =>
  movers.length === 0
    ? html``
    : html`<ul class="ticker" tabindex="0" aria-label="${view.t('ticker_label')}">${groupMovers(movers).map(
        ({ first: mover, movers: all }) =>
          html`<li><a href="${chartOf(all.map(({ series }) => series))}">${providerName(mover.provider, view.language)} ${mover.product} ${all.map(({ meter }) => meterText(meter, view.t)).join(', ')}<b>${directionMark(mover.direction)} ${percentText(mover.pct)}</b></a></li>`,
      )}</ul>`;

const filterQuery = (view: View): URLSearchParams => {
  const query = new URLSearchParams(view.url.searchParams);
  for (const name of ['cursor', 'lang', 'limit']) query.delete(name);
  for (const [name, value] of [...query]) if (value === '') query.delete(name);
  return query;
};

const streamAddress = (view: View, readAt: string): string => {
  const query = filterQuery(view);
  query.set('lang', view.language);
  query.set('last_event_id', `${readAt}/0/page`);
  return `/tape/stream?${query}`;
};

const liveStatus = (view: View): Html =>
  html`<p class="live" data-live data-connecting="${view.t('live_connecting')}" data-open="${view.t('live')}" data-lost="${view.t('live_lost')}">${view.t('live_off')}</p>`;

const nothing = (view: View): Html => {
  const filtered = filterQuery(view).size > 0;
  return html`<div data-tape-empty>${
    filtered
      ? empty(view.t('filtered_empty'), view.t('filtered_empty_help'), { href: '/', text: view.t('clear') })
      : empty(view.t('tape_empty'), view.t('tape_empty_help'), { href: '/sources', text: view.t('nav_sources') })
  }</div>`;
};

/** Signals, newest first, live on the first page. */
export const tapePage = (view: View, data: TapeData): Html => {
  const { t } = view;
  const isFirst = !view.url.searchParams.has('cursor');
  const feed = filterQuery(view).toString();
  return document(view, {
    title: t('tape_title'),
    feed,
    modules: ['tape.js'],
    body: html`${ticker(view, data.movers)}
<div>
${heading(t('tape_title'), t('tape_lead'), isFirst ? liveStatus(view) : undefined)}
${tapeFilters(view, data.filter, data.subjects)}
<p class="sr" role="status" aria-live="polite" data-announce></p>
${data.signals.length === 0 ? nothing(view) : ''}
<ul class="tape" data-tape data-last="${String(data.next === null)}"${isFirst ? html` data-stream="${streamAddress(view, data.readAt)}"` : ''}>
${data.signals.map((signal) => signalRow(signal, t))}
</ul>
<div class="pager">
<p>${isFirst ? '' : html`<a href="${linkWith(view, { cursor: null })}">${t('newest')}</a>`}${
      data.next === null ? '' : html`<a rel="next" href="${linkWith(view, { cursor: data.next })}">${t('older')}</a>`
    }</p>
<p><span>${t('follow')}</span>${FEEDS.map(([ext, name]) => html`<a href="/feeds/signals.${ext}${feed ? `?${feed}` : ''}">${name}</a>`)}</p>
</div>
</div>`,
  });
};
