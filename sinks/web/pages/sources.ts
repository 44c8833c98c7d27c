import { html } from 'hono/html';
import { providerName } from '../i18n/names.ts';
import type { SourceHealth } from '../store/sources.ts';
import { timeTag } from './figures.ts';
import { document, empty, heading } from './layout.ts';
import { type Html, outward, type View } from './view.ts';

const ORDER = { failing: 0, stale: 1, never: 2, ok: 3 } as const;

const yields = (view: View, source: SourceHealth): string =>
  [
    source.prices > 0 ? view.t('coverage_prices', { n: source.prices }) : null,
    source.announcements > 0 ? view.t('coverage_announcements', { n: source.announcements }) : null,
  ]
    .filter((part) => part !== null)
    .join(' · ') || '–';

const fetchButton = (view: View, source: SourceHealth, queued: boolean): Html => {
  if (queued) return html`<span class="chip ok" role="status">${view.t('fetch_queued')}</span>`;
  return html`<form method="post" action="/api/v1/sources/${encodeURIComponent(source.source_id)}/fetch"><button class="button small">${view.t('fetch_now')}<span class="sr"> ${source.name}</span></button></form>`;
};

const row = (view: View, source: SourceHealth, queued: boolean): Html => {
  const { t } = view;
  return html`<tr>
<th scope="row">${outward(source.url, source.name)}<small>${source.provider === null ? '' : `${providerName(source.provider, view.language)} · `}${source.kind} · <span class="mono">${source.schedule}</span></small></th>
<td data-label="${t('health')}"><span class="chip ${source.health}">${t(`health_${source.health}`)}</span></td>
<td class="nowrap" data-label="${t('last_read')}">${source.last_success_at ? timeTag(source.last_success_at, 'ago') : '–'}</td>
<td class="nowrap" data-label="${t('next_due')}">${source.next_due_at === null ? '–' : timeTag(source.next_due_at, 'ago')}</td>
<td class="num" data-label="${t('success_30d')}">${source.success_ratio === undefined ? '–' : `${Math.floor(source.success_ratio * 100)}%`}</td>
<td data-label="${t('coverage')}">${yields(view, source)}</td>
<td data-label="${t('last_error')}">${source.health === 'failing' ? html`${source.last_error ?? source.last_outcome ?? ''}<small>${source.last_attempt_at ? timeTag(source.last_attempt_at, 'ago') : ''}</small>` : '–'}</td>
${view.mayAdmin ? html`<td>${fetchButton(view, source, queued)}</td>` : ''}
</tr>`;
};

const summary = (view: View, sources: readonly SourceHealth[]): Html => {
  const states = (['ok', 'stale', 'failing', 'never'] as const)
    .map((health) => [health, sources.filter((source) => source.health === health).length] as const)
    .filter(([, n]) => n > 0);
  return html`<p class="aside">${states.map(([health, n]) => html`<span class="chip ${health}">${view.t(`health_${health}`)} ${String(n)}</span>`)}</p>`;
};

/** Every source, the ones in trouble first. */
export const sourcesPage = (view: View, sources: readonly SourceHealth[], queued: string | undefined): Html => {
  const { t } = view;
  const sorted = [...sources].sort((a, b) => ORDER[a.health] - ORDER[b.health] || (a.name < b.name ? -1 : 1));
  return document(view, {
    title: t('sources_title'),
    body: html`<div>${heading(t('sources_title'), t('sources_lead'), summary(view, sources))}
${
  sources.length === 0
    ? empty(t('sources_empty'), t('sources_empty_help'))
    : html`<div class="scroll" role="region" tabindex="0" aria-label="${t('sources_title')}"><table class="stacking">
<thead><tr><th scope="col">${t('source')}</th><th scope="col">${t('health')}</th><th scope="col">${t('last_read')}</th><th scope="col">${t('next_due')}</th><th scope="col" class="num">${t('success_30d')}</th><th scope="col">${t('coverage')}</th><th scope="col">${t('last_error')}</th>${view.mayAdmin ? html`<td></td>` : ''}</tr></thead>
<tbody>${sorted.map((source) => row(view, source, source.source_id === queued))}</tbody></table></div>`
}</div>`,
  });
};
