import { html } from 'hono/html';
import type { Signal } from '../../../infra/contracts/signal.ts';
import { providerName } from '../i18n/names.ts';
import type { Translator } from '../i18n/translate.ts';
import { compactText, decimalText, directionMark, moneyText, percentText, timeTag, unitText } from './figures.ts';
import type { Html } from './view.ts';

export const headline = (signal: Signal, t: Translator): string =>
  (t.language === 'zh' ? signal.headline_zh : null) ?? signal.headline;

const CURRENCY = /^[A-Z]{3}$/;

const amount = (value: string, unit: string | null, t: Translator): string => {
  if (unit === 'percent') return `${decimalText(value).replace(/\.?0+$/, '')}%`;
  if (unit !== null && CURRENCY.test(unit))
    return value.length > 9 ? `${compactText(value, t.language)} ${unit}` : moneyText(value, unit);
  return compactText(value, t.language);
};

/** The stated value: exact, a range, "up to" or "at least". A percentage that says how far something moved carries its sign. */
export const valueText = (
  signal: Pick<Signal, 'value_min' | 'value_max' | 'unit'> & Partial<Pick<Signal, 'direction'>>,
  t: Translator,
): string => {
  const { value_min: low, value_max: high, unit } = signal;
  const sign = unit === 'percent' ? (SIGNS[signal.direction ?? ''] ?? '') : '';
  const write = (value: string): string => sign + amount(value, unit, t);
  if (low !== null && high !== null) return low === high ? write(low) : `${write(low)} – ${write(high)}`;
  if (high !== null) return t('up_to', { value: write(high) });
  return low === null ? '' : t('at_least', { value: write(low) });
};

const SIGNS: Readonly<Record<string, string>> = { increase: '+', decrease: '−' };

const largestChange = (signal: Signal) =>
  signal.changes.reduce<Signal['changes'][number] | undefined>(
    (best, change) => (best === undefined || Math.abs(change.pct ?? 0) > Math.abs(best.pct ?? 0) ? change : best),
    undefined,
  );

/** The number that tells the story: the largest move, or the value as stated. */
export const figure = (signal: Signal, t: Translator): Html => {
  const change = largestChange(signal);
  if (change && change.old_unit_price !== null && change.new_unit_price !== null) {
    const steps = `${moneyText(change.old_unit_price, change.currency)} → ${moneyText(change.new_unit_price, change.currency)}`;
    return html`<b>${change.pct === null ? '' : percentText(change.pct)}</b><span>${steps}<small>${unitText(change.meter, t)}</small></span>`;
  }
  const only = change?.new_unit_price ?? change?.old_unit_price;
  if (change && only)
    return html`<b>${moneyText(only, change.currency)}</b><span><small>${unitText(change.meter, t)}</small></span>`;
  const period = signal.period === null ? '' : t(`period_${signal.period}`);
  const text = valueText(signal, t);
  return text === '' ? html`` : html`<b>${text}</b><span><small>${period}</small></span>`;
};

export const stateChip = (state: Signal['state'], t: Translator): Html =>
  state === null ? html`` : html`<span class="chip state-${state}">${t(`state_${state}`)}</span>`;

const count = (
  n: number,
  one: 'sources_one' | 'changes_one',
  many: 'sources_many' | 'changes_many',
  t: Translator,
): string => (n === 1 ? t(one) : t(many, { n }));

/** One line of the tape. The same markup comes with the page and over the live stream. */
export const signalRow = (signal: Signal, t: Translator): Html => {
  const direction = signal.direction ?? 'none';
  return html`<li class="row ${direction}" id="s-${signal.signal_id}" data-at="${signal.first_seen_at}" data-revision="${String(signal.revision)}">
  ${timeTag(signal.first_seen_at, 'clock')}
  <span class="mark" aria-hidden="true">${directionMark(signal.direction)}</span>
  <div class="what">
    <a class="headline" href="/signals/${encodeURIComponent(signal.signal_id)}">${headline(signal, t)}</a>
    <p class="meta">${signal.subject === null ? '' : html`<span class="who">${providerName(signal.subject, t.language)}</span>`}
      <span>${t(`kind_${signal.kind}`)}</span>
      ${signal.direction === null ? '' : html`<span class="sr">${t(`direction_${signal.direction}`)}</span>`}
      ${stateChip(signal.state, t)}
      ${signal.suspect ? html`<span class="chip suspect">${t('suspect')}</span>` : ''}
      ${signal.status === 'actual' ? '' : html`<span class="chip">${t(`status_${signal.status}`)}</span>`}
      ${signal.changes.length > 0 ? html`<span>${count(signal.changes.length, 'changes_one', 'changes_many', t)}</span>` : ''}
      ${signal.sources.length > 0 ? html`<span>${count(signal.sources.length, 'sources_one', 'sources_many', t)}</span>` : ''}
    </p>
  </div>
  <p class="figure">${figure(signal, t)}</p>
</li>`;
};
