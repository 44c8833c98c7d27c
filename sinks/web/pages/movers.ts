import { html } from 'hono/html';
import { providerName } from '../i18n/names.ts';
import type { Mover } from '../store/movers.ts';
import { directionMark, isTokenMeter, meterText, moneyText, percentText, timeTag, unitText } from './figures.ts';
import { document, heading } from './layout.ts';
import { groupMovers, type MoverGroup } from './mover-groups.ts';
import { termsText } from './prices.ts';
import { chartOf, type Html, linkWith, type View } from './view.ts';

export const MOVER_PERIODS = ['1', '7', '30', '90', '365'] as const;

export interface MoversData {
  readonly period: (typeof MOVER_PERIODS)[number];
  readonly hikes: readonly Mover[];
  readonly cuts: readonly Mover[];
}

const step = (view: View, mover: Mover): Html =>
  html`<span>${isTokenMeter(mover.meter) ? `${meterText(mover.meter, view.t)} ` : ''}${moneyText(mover.first_unit_price, mover.currency)} → ${moneyText(mover.last_unit_price, mover.currency)}</span>`;

const line = (view: View, { first, movers }: MoverGroup, largest: number): Html => {
  const { t } = view;
  const width = largest === 0 ? 0 : Math.max(0.5, (Math.abs(first.pct) / largest) * 100);
  const terms = termsText(first);
  return html`<li class="${first.direction}">
<div><a href="${chartOf(movers.map(({ series }) => series))}">${first.product}</a>
<p class="meta"><span class="who">${providerName(first.provider, view.language)}</span>${terms === '' ? '' : html`<span>${terms}</span>`}
<span>${first.steps === 1 ? t('steps_one') : t('steps_many', { n: first.steps })}</span>${timeTag(first.last_changed_at, 'ago')}</p></div>
<p class="figure"><b>${directionMark(first.direction)} ${percentText(first.pct)}</b>${movers.map((mover) => step(view, mover))}<small>${unitText(first.meter, t)}</small></p>
<svg aria-hidden="true" preserveAspectRatio="none" viewBox="0 0 100 1"><rect height="1" width="${width.toFixed(2)}"/></svg>
</li>`;
};

const column = (view: View, id: string, title: string, movers: readonly Mover[]): Html => {
  const largest = Math.max(0, ...movers.map(({ pct }) => Math.abs(pct)));
  return html`<section aria-labelledby="${id}"><h2 id="${id}">${title}</h2>${
    movers.length === 0
      ? html`<p class="empty">${view.t('movers_empty')}</p>`
      : html`<ol class="movers">${groupMovers(movers).map((group) => line(view, group, largest))}</ol>`
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
