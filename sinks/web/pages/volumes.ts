import { html } from 'hono/html';
import { providerName } from '../i18n/names.ts';
import type { Volume } from '../store/volumes.ts';
import { compactText, percentText } from './figures.ts';
import { document, empty, heading } from './layout.ts';
import { valueText } from './signal-row.ts';
import { type Html, outward, type View } from './view.ts';

const MAX_LINES = 8;

export interface VolumesData {
  readonly volumes: readonly Volume[];
}

/** Organisations with the most dated figures first: they get the lines of the chart. */
const charted = (volumes: readonly Volume[]): string[] => {
  const counts = new Map<string, number>();
  for (const { subject, tokens_per_day, status } of volumes)
    if (subject !== null && tokens_per_day !== null && status === 'actual')
      counts.set(subject, (counts.get(subject) ?? 0) + 1);
  return [...counts]
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, MAX_LINES)
    .map(([subject]) => subject);
};

const who = (view: View, { subject, object }: Volume): string =>
  [subject === null ? '–' : providerName(subject, view.language), object].filter((part) => part !== null).join(' · ');

/** "This month" is not over when it is told: such a figure stands where it was told, not at the month's end. */
const momentOf = ({ day, first_seen_at: told }: Volume): string => (day > told.slice(0, 10) ? told : day);

const row = (view: View, volume: Volume): Html => {
  const { t } = view;
  const { citations, tokens_per_day: perDay } = volume;
  const cited = citations[0];
  const drawn = perDay !== null && volume.status === 'actual';
  return html`<tr${drawn ? html` data-at="${momentOf(volume)}" data-value="${String(perDay)}" data-subject="${volume.subject ?? ''}"` : ''}>
<th scope="row"><a href="/signals/${encodeURIComponent(volume.signal_id)}">${who(view, volume)}</a>${volume.status === 'actual' ? '' : html`<small>${t(`status_${volume.status}`)}</small>`}</th>
<td class="nowrap" data-label="${t('when')}">${volume.as_of ?? volume.day}</td>
<td class="num" data-label="${t('as_stated')}">${valueText({ value_min: volume.tokens_min, value_max: volume.tokens_max, unit: 'tokens' }, t)} <small>${volume.period === null ? '' : t(`period_${volume.period}`)}</small></td>
<td class="num" data-label="${t('volumes_per_day')}">${perDay === null ? '' : compactText(perDay, view.language)}</td>
<td class="num" data-label="${t('growth')}">${volume.growth_pct === null ? '' : percentText(volume.growth_pct)}</td>
<td data-label="${t('source')}">${cited ? outward(cited.url, cited.title ?? cited.source_id) : ''}${citations.length > 1 ? html` <small>${t('sources_many', { n: citations.length })}</small>` : ''}</td>
</tr>`;
};

const chart = (view: View, subjects: readonly string[]): Html =>
  subjects.length === 0
    ? html``
    : html`<figure class="chart" data-volumes data-locale="${view.language === 'zh' ? 'zh-CN' : 'en'}">
<div data-plot role="img" tabindex="0" aria-label="${view.t('volumes_chart')}. ${view.t('chart_keys')}"></div>
<figcaption><ul class="legend">${subjects.map(
        (subject, n) =>
          html`<li data-series="${subject}"><svg aria-hidden="true" viewBox="0 0 24 12"><path class="c${String(n)}" d="M0 6h24"/></svg><span>${providerName(subject, view.language)}</span></li>`,
      )}</ul><p class="readout" data-readout aria-live="polite">${view.t('chart_hint')}</p><p class="meta">${view.t('volumes_total_note')}</p></figcaption></figure>`;

/** Token volumes: the chart is drawn from the table, so that no point is without its source. */
export const volumesPage = (view: View, { volumes }: VolumesData): Html => {
  const { t } = view;
  const subjects = charted(volumes);
  return document(view, {
    title: t('volumes_title'),
    feed: 'kind=token_volume',
    modules: ['volumes.js'],
    scripts: subjects.length > 0 ? ['uplot.js'] : [],
    styles: subjects.length > 0 ? ['uplot.css'] : [],
    body: html`<div>${heading(
      t('volumes_title'),
      t('volumes_lead'),
      html`<p class="aside"><a href="/api/v1/token-volumes?format=csv">CSV</a><a href="/api/v1/token-volumes">JSON</a></p>`,
    )}
${chart(view, subjects)}
${
  volumes.length === 0
    ? empty(t('volumes_empty'), t('volumes_empty_help'), { href: '/sources', text: t('nav_sources') })
    : html`<div class="scroll" role="region" tabindex="0" aria-label="${t('data_table')}"><table class="stacking">
<thead><tr><th scope="col">${t('organisation')}</th><th scope="col">${t('when')}</th><th scope="col" class="num">${t('as_stated')}</th><th scope="col" class="num">${t('volumes_per_day')}</th><th scope="col" class="num">${t('growth')}</th><th scope="col">${t('source')}</th></tr></thead>
<tbody>${volumes.map((volume) => row(view, volume))}</tbody></table></div>`
}</div>`,
  });
};
