import { html } from 'hono/html';
import { providerName } from '../i18n/names.ts';
import { MAX_SERIES } from '../store/history.ts';
import type { LatestPrice } from '../store/prices.ts';
import { convertedText, meterText, moneyText, timeTag, unitText } from './figures.ts';
import { textField } from './filters.ts';
import { document, empty, heading } from './layout.ts';
import { chartOf, type Html, linkWith, type View } from './view.ts';

export const RANGES = ['30', '90', '365', 'all'] as const;

export interface PricesData {
  readonly found: readonly LatestPrice[];
  /** The series on the chart, in the order chosen, as far as they exist. */
  readonly chosen: readonly LatestPrice[];
  readonly q: string | undefined;
  readonly scale: 'linear' | 'log';
  readonly money: 'native' | 'usd';
  readonly range: (typeof RANGES)[number];
  /** More were found than are listed. */
  readonly more: boolean;
}

export const termsText = (row: Pick<LatestPrice, 'mode' | 'tier' | 'region'>): string =>
  [row.mode === 'standard' ? null : row.mode.replaceAll('_', ' '), row.tier, row.region]
    .filter((part) => part !== null)
    .join(' · ');

export const seriesName = (row: LatestPrice, view: View): string =>
  [providerName(row.provider, view.language), row.product, meterText(row.meter, view.t), termsText(row)]
    .filter((part) => part !== '')
    .join(' · ');

const segment = (
  view: View,
  label: string,
  name: string,
  options: readonly (readonly [string, string])[],
  chosen: string,
): Html =>
  html`<div><span class="label" id="c-${name}">${label}</span><div class="segments" role="group" aria-labelledby="c-${name}">${options.map(
    ([value, text]) =>
      html`<a href="${linkWith(view, { [name]: value })}"${value === chosen ? html` aria-current="true"` : ''}>${text}</a>`,
  )}</div></div>`;

const without = (view: View, series: string): string => {
  const url = new URL(view.url);
  const rest = url.searchParams.getAll('series').filter((key) => key !== series);
  url.searchParams.delete('series');
  for (const key of rest) url.searchParams.append('series', key);
  url.searchParams.delete('lang');
  return `${url.pathname}${url.search}`;
};

const chartAddress = (data: PricesData): string => {
  const query = new URLSearchParams();
  for (const { series } of data.chosen) query.append('series', series);
  if (data.range !== 'all') query.set('days', data.range);
  return `/api/v1/series/chart?${query}`;
};

const chart = (view: View, data: PricesData): Html => {
  const { t } = view;
  if (data.chosen.length === 0) return html``;
  return html`<section aria-labelledby="compare">
<h2 id="compare">${t('compare')}</h2>
<div class="controls">
${segment(
  view,
  t('scale'),
  'scale',
  [
    ['linear', t('scale_linear')],
    ['log', t('scale_log')],
  ],
  data.scale,
)}
${segment(
  view,
  t('money'),
  'money',
  [
    ['native', t('money_native')],
    ['usd', t('money_usd')],
  ],
  data.money,
)}
${segment(
  view,
  t('range'),
  'range',
  RANGES.map((range) => [range, t(`range_${range}`)] as const),
  data.range,
)}
</div>
<figure class="chart" data-chart="${chartAddress(data)}" data-scale="${data.scale}" data-money="${data.money}"
  data-failed="${t('chart_failed')}" data-empty="${t('chart_empty')}" data-usd-missing="${t('usd_missing')}"
  data-announced="${t('mark_announced')}" data-observed="${t('mark_observed')}">
<div data-plot role="img" tabindex="0" aria-label="${t('chart_label')}. ${t('chart_keys')}"><p class="status" role="status">${t('chart_loading')}</p></div>
<figcaption>
<ul class="legend">${data.chosen.map(
    (row, n) =>
      html`<li data-series="${row.series}" data-unit="${unitText(row.meter, t)}"><svg aria-hidden="true" viewBox="0 0 24 12"><path class="c${String(n)}" d="M0 6h24"/></svg><span>${seriesName(row, view)} <b class="mono">${moneyText(row.unit_price, row.currency)}</b> <small>${unitText(row.meter, t)}</small></span><a href="${without(view, row.series)}" aria-label="${t('remove', { name: row.product })}">✕</a></li>`,
  )}
<li><svg aria-hidden="true" viewBox="0 0 24 12"><path class="mark-announced" d="M12 0v12"/></svg><span>${t('mark_announced')}</span></li>
<li><svg aria-hidden="true" viewBox="0 0 24 12"><circle class="mark-observed" cx="12" cy="6" r="4"/></svg><span>${t('mark_observed')}</span></li>
</ul>
<p class="readout" data-readout aria-live="polite">${t('chart_hint')}</p>
<ul class="announced" data-announcements aria-label="${t('mark_announced')}"></ul>
<details><summary>${t('data_table')}</summary><div class="scroll" data-figures data-columns="${t('observed')}|${t('product')}|${t('price')}"></div></details>
</figcaption>
</figure>
</section>`;
};

const row = (view: View, price: LatestPrice, checked: boolean): Html => {
  const { t } = view;
  const name = seriesName(price, view);
  return html`<tr>
<td class="tick"><input type="checkbox" name="series" value="${price.series}" aria-label="${t('compare')}: ${name}"${checked ? html` checked` : ''}></td>
<th scope="row"><a href="${chartOf([price.series])}">${price.product}</a><small>${providerName(price.provider, view.language)}</small></th>
<td data-label="${t('meter')}">${meterText(price.meter, t)}</td>
<td data-label="${t('terms')}">${termsText(price)}</td>
<td class="num" data-label="${t('price')}">${moneyText(price.unit_price, price.currency)}<small>${unitText(price.meter, t)}</small></td>
<td class="num" data-label="${t('as_usd')}">${price.unit_price_usd === null || price.currency === 'USD' ? '' : convertedText(price.unit_price_usd)}</td>
<td class="nowrap" data-label="${t('observed')}">${timeTag(price.observed_at, 'ago')}</td>
</tr>`;
};

const table = (view: View, data: PricesData): Html => {
  const { t } = view;
  if (data.found.length === 0)
    return data.q
      ? empty(t('filtered_empty'), t('filtered_empty_help'), { href: '/prices', text: t('clear') })
      : empty(t('prices_empty'), t('prices_empty_help'), { href: '/sources', text: t('nav_sources') });
  const chosen = new Set(data.chosen.map(({ series }) => series));
  const listed = new Set(data.found.map(({ series }) => series));
  return html`<form method="get" action="/prices" data-compare="${String(MAX_SERIES)}">
${[...chosen].filter((series) => !listed.has(series)).map((series) => html`<input type="hidden" name="series" value="${series}">`)}
${data.q ? html`<input type="hidden" name="q" value="${data.q}">` : ''}
<div class="scroll" role="region" tabindex="0" aria-label="${t('prices_title')}"><table class="stacking">
<thead><tr><td class="tick"></td><th scope="col">${t('product')}</th><th scope="col">${t('meter')}</th><th scope="col">${t('terms')}</th><th scope="col" class="num">${t('price')}</th><th scope="col" class="num">${t('as_usd')}</th><th scope="col">${t('observed')}</th></tr></thead>
<tbody>${data.found.map((price) => row(view, price, chosen.has(price.series)))}</tbody>
</table></div>
<div class="pager sticky"><button class="button strong">${t('compare_count')}</button>${
    data.more ? html`<span>${t('more_prices', { n: data.found.length })}</span>` : ''
  }</div>
</form>`;
};

/** Search, choose and compare price series. What is shown is all in the address. */
export const pricesPage = (view: View, data: PricesData): Html => {
  const { t } = view;
  return document(view, {
    title: t('prices_title'),
    modules: ['prices.js'],
    scripts: data.chosen.length > 0 ? ['uplot.js'] : [],
    styles: data.chosen.length > 0 ? ['uplot.css'] : [],
    body: html`<div>
${heading(t('prices_title'), t('prices_lead'))}
${chart(view, data)}
<form class="filters" method="get" action="/prices" role="search">
${data.chosen.map(({ series }) => html`<input type="hidden" name="series" value="${series}">`)}
${textField('q', t('prices_search'), data.q)}
<button class="button">${t('search')}</button>
</form>
${table(view, data)}
</div>`,
  });
};
