import { html } from 'hono/html';
import { type Signal, signalState } from '../../../infra/contracts/signal.ts';
import { providerName } from '../i18n/names.ts';
import type { Translator } from '../i18n/translate.ts';
import { directionMark, timeTag } from './figures.ts';
import { document, empty, heading } from './layout.ts';
import { headline, stateChip } from './signal-row.ts';
import { type Html, linkWith, type View } from './view.ts';

export interface LifecycleData {
  readonly signals: readonly Signal[];
  readonly counts: Readonly<Record<string, number>>;
  /** Median days from effective (or announced) date to the observed change. */
  readonly medianLagDays: number | null;
  readonly state: Signal['state'] | undefined;
  readonly next: string | null;
}

export const lagText = (days: number, t: Translator): string => {
  const whole = Math.round(days);
  if (whole === 0) return t('lag_same');
  if (whole < 0) return t('lag_early', { n: -whole });
  return whole === 1 ? t('lag_one') : t('lag_days', { n: whole });
};

const row = (view: View, signal: Signal): Html => {
  const { t } = view;
  return html`<tr>
<th scope="row"><a href="/signals/${encodeURIComponent(signal.signal_id)}">${directionMark(signal.direction)} ${headline(signal, t)}</a>${signal.subject === null ? '' : html`<small>${providerName(signal.subject, view.language)}</small>`}</th>
<td class="nowrap" data-label="${t('announced_on')}">${timeTag(signal.citations[0]?.published_at ?? signal.first_seen_at, 'day')}</td>
<td class="nowrap" data-label="${t('effective')}">${signal.effective ?? '–'}</td>
<td data-label="${t('outcome')}">${stateChip(signal.state, t)}</td>
<td class="nowrap" data-label="${t('lag')}">${signal.lag_days === null ? '' : lagText(signal.lag_days, t)}</td>
</tr>`;
};

/** Announced price changes and what became of them. */
export const lifecyclePage = (view: View, data: LifecycleData): Html => {
  const { t } = view;
  const states = html`<div class="segments" role="group" aria-label="${t('state')}"><a href="${linkWith(view, { state: null, cursor: null })}"${data.state ? '' : html` aria-current="true"`}>${t('any')}</a>${signalState.options
    .filter((state) => (data.counts[state] ?? 0) > 0)
    .map(
      (state) =>
        html`<a href="${linkWith(view, { state, cursor: null })}"${state === data.state ? html` aria-current="true"` : ''}>${t(`state_${state}`)}&nbsp;<small>${String(data.counts[state] ?? 0)}</small></a>`,
    )}</div>`;
  return document(view, {
    title: t('lifecycle_title'),
    feed: 'kind=price_change&origin=announced,both',
    body: html`<div>${heading(
      t('lifecycle_title'),
      t('lifecycle_lead'),
      data.medianLagDays === null
        ? undefined
        : html`<p class="aside">${t('median_lag')}: <b>${lagText(data.medianLagDays, t)}</b></p>`,
    )}
<div class="controls wide">${states}</div>
${
  data.signals.length === 0
    ? empty(t('lifecycle_empty'), t('lifecycle_empty_help'), { href: '/sources', text: t('nav_sources') })
    : html`<div class="scroll" role="region" tabindex="0" aria-label="${t('lifecycle_title')}"><table class="stacking">
<thead><tr><th scope="col">${t('kind_price_change')}</th><th scope="col">${t('announced_on')}</th><th scope="col">${t('effective')}</th><th scope="col">${t('outcome')}</th><th scope="col">${t('lag')}</th></tr></thead>
<tbody>${data.signals.map((signal) => row(view, signal))}</tbody></table></div>`
}
${data.next === null ? '' : html`<p class="pager"><a rel="next" href="${linkWith(view, { cursor: data.next })}">${t('older')}</a></p>`}</div>`,
  });
};
