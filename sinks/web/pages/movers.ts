import { html } from 'hono/html';
import { providerName } from '../i18n/names.ts';
import type { Mover } from '../store/movers.ts';
import { directionMark, meterText, moneyText, percentText, timeTag, unitText } from './figures.ts';
import { document, heading } from './layout.ts';
import { termsText } from './prices.ts';
import { type Html, linkWith, type View } from './view.ts';

export const MOVER_PERIODS = ['1', '7', '30', '90', '365'] as const;

export interface MoversData {
  readonly period: (typeof MOVER_PERIODS)[number];
  readonly hikes: readonly Mover[];
  readonly cuts: readonly Mover[];
}

const line = (view: View, mover: Mover, largest: number): Html => {
  const { t } = view;
  const width = largest === 0 ? 0 : Math.max(0.5, (Math.abs(mover.pct) / largest) * 100);
  const terms = termsText(mover);
  return html`<li class="${mover.direction}">
<div><a href="/prices?series=${encodeURIComponent(mover.series)}">${mover.product}</a>
<p class="meta"><span class="who">${providerName(mover.provider, view.language)}</span><span>${meterText(mover.meter, t)}${terms === '' ? '' : ` · ${terms}`}</span>
<span>${mover.steps === 1 ? t('steps_one') : t('steps_many', { n: mover.steps })}</span>${timeTag(mover.last_changed_at, 'ago')}</p></div>
<p class="figure"><b>${directionMark(mover.direction)} ${percentText(mover.pct)}</b><span>${moneyText(mover.first_unit_price, mover.currency)} → ${moneyText(mover.last_unit_price, mover.currency)}<small>${unitText(mover.meter, t)}</small></span></p>
<svg aria-hidden="true" preserveAspectRatio="none" viewBox="0 0 100 1"><rect height="1" width="${width.toFixed(2)}"/></svg>
</li>`;
};

const column = (view: View, id: string, title: string, movers: readonly Mover[]): Html => {
  const largest = Math.max(0, ...movers.map(({ pct }) => Math.abs(pct)));
  return html`<section aria-labelledby="${id}"><h2 id="${id}">${title}</h2>${
    movers.length === 0
      ? html`<p class="empty">${view.t('movers_empty')}</p>`
      : html`<ol class="movers">${movers.map((mover) => line(view, mover, largest))}</ol>`
  }</section>`;
};

export const moversPage = (view: View, data: MoversData): Html => {
  const { t } = view;
  const periods = html`<div class="segments" role="group" aria-label="${t('movers_period')}">${MOVER_PERIODS.map(
    (period) =>
      html`<a href="${linkWith(view, { period })}"${period === data.period ? html` aria-current="true"` : ''}>${t(`period_${period}`)}</a>`,
  )}</div>`;
  return document(view, {
    title: t('movers_title'),
    body: html`<div>${heading(t('movers_title'), t('movers_lead'), periods)}
<div class="pair">${column(view, 'hikes', `${directionMark('increase')} ${t('movers_hikes')}`, data.hikes)}${column(view, 'cuts', `${directionMark('decrease')} ${t('movers_cuts')}`, data.cuts)}</div></div>`,
  });
};
