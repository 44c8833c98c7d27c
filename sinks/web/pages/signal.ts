import { html } from 'hono/html';
import type { PriceChange } from '../../../infra/contracts/price-change.ts';
import type { Signal } from '../../../infra/contracts/signal.ts';
import { providerName } from '../i18n/names.ts';
import type { StoredSignal } from '../store/stored-signal.ts';
import { directionMark, meterText, moneyText, percentText, timeTag, unitText } from './figures.ts';
import { document } from './layout.ts';
import { lagText } from './lifecycle.ts';
import { differences } from './revisions.ts';
import { figure, headline, stateChip, valueText } from './signal-row.ts';
import { chartOf, type Html, outward, type View } from './view.ts';

export interface SignalData {
  readonly signal: StoredSignal;
  /** Earlier revisions, newest first. */
  readonly earlier: readonly StoredSignal[];
  readonly related: readonly Signal[];
  /** Where each change was read, by change_id. */
  readonly read: ReadonlyMap<string, PriceChange>;
}

const fact = (term: string, value: Html | string): Html => html`<div><dt>${term}</dt><dd>${value}</dd></div>`;

const facts = (view: View, signal: Signal): Html => {
  const { t } = view;
  const value = valueText(signal, t);
  return html`<dl class="facts">
${fact(t('signal_first_seen'), timeTag(signal.first_seen_at))}
${fact(t('signal_updated'), timeTag(signal.updated_at))}
${fact(t('signal_origin'), t(`origin_${signal.origin}`))}
${value === '' ? '' : fact(t('signal_value'), `${value}${signal.period === null ? '' : ` ${t(`period_${signal.period}`)}`}`)}
${signal.growth_pct === null ? '' : fact(t('growth'), percentText(signal.growth_pct))}
${signal.as_of === null ? '' : fact(t('signal_as_of'), signal.as_of)}
${signal.effective === null ? '' : fact(t('signal_effective'), signal.effective)}
${signal.lag_days === null ? '' : fact(t('lag'), lagText(signal.lag_days, t))}
${fact(t('signal_confidence'), `${String(Math.round(signal.confidence * 100))}%`)}
${signal.suspect_reason === null ? '' : fact(t('suspect'), signal.suspect_reason)}
</dl>`;
};

const changeRow = (view: View, change: Signal['changes'][number], read: PriceChange | undefined): Html => {
  const { t } = view;
  const money = (value: string | null): string => (value === null ? '–' : moneyText(value, change.currency));
  return html`<tr>
<th scope="row"><a href="${chartOf([change.series])}">${change.product}</a><small>${meterText(change.meter, t)}${change.mode === 'standard' ? '' : ` · ${change.mode.replaceAll('_', ' ')}`}, ${unitText(change.meter, t)}</small></th>
<td class="num" data-label="${t('before')}">${money(change.old_unit_price)}</td>
<td class="num" data-label="${t('after')}">${money(change.new_unit_price)}</td>
<td class="num ${change.direction}" data-label="${t('change')}">${directionMark(change.direction)} ${change.pct === null ? t(`direction_${change.direction}`) : percentText(change.pct)}</td>
<td data-label="${t('evidence')}">${read ? html`<span class="mono">${read.evidence ?? ''}</span><small>${outward(read.url, t('read_document'))} · <a href="/documents/${encodeURIComponent(read.document_id)}">${t('kept_copy')}</a></small>` : ''}</td>
</tr>`;
};

const changesTable = (view: View, { signal, read }: SignalData): Html => {
  const { t } = view;
  if (signal.changes.length === 0) return html``;
  return html`<section aria-labelledby="changes"><h2 id="changes">${t('signal_changes')}</h2>
<div class="scroll" role="region" tabindex="0" aria-labelledby="changes"><table class="stacking">
<thead><tr><th scope="col">${t('product')}</th><th scope="col" class="num">${t('before')}</th><th scope="col" class="num">${t('after')}</th><th scope="col" class="num">${t('change')}</th><th scope="col">${t('evidence')}</th></tr></thead>
<tbody>${signal.changes.map((change) => changeRow(view, change, read.get(change.change_id)))}</tbody></table></div>
<p class="pager"><a class="button" href="${chartOf(signal.changes.map(({ series }) => series))}">${t('see_chart')}</a></p></section>`;
};

const quotes = (view: View, signal: Signal): Html => {
  const { t } = view;
  if (signal.citations.length === 0) return html``;
  return html`<section aria-labelledby="quotes"><h2 id="quotes">${t('signal_quotes')}</h2><ul class="quotes">${signal.citations.map(
    (citation) => html`<li><blockquote cite="${citation.url}">${citation.quote}</blockquote>
<p class="meta"><span>${outward(citation.url, citation.title ?? citation.source_id)}</span><span>${timeTag(citation.published_at ?? citation.observed_at)}</span><a href="/documents/${encodeURIComponent(citation.document_id)}">${t('kept_copy')}</a></p></li>`,
  )}</ul></section>`;
};

const history = (view: View, { signal, earlier }: SignalData): Html => {
  const { t } = view;
  const all = [signal, ...earlier];
  return html`<section aria-labelledby="history"><h2 id="history">${t('signal_history')}</h2><ol class="history" reversed>${all.map(
    (revision, n) => {
      const before = all[n + 1];
      const changed = before ? differences(before, revision, t) : [];
      return html`<li>${timeTag(revision.recorded_at)} · ${t('revision')} ${String(revision.revision)}${
        changed.length > 0
          ? html`<ul>${changed.map(({ what, before, after }) => html`<li><span class="soft">${what}:</span> ${before} → ${after}</li>`)}</ul>`
          : html` · <span class="soft">${before ? t('revision_details') : headline(revision, t)}</span>`
      }</li>`;
    },
  )}</ol></section>`;
};

const related = (view: View, { signal, related: others }: SignalData): Html => {
  const { t } = view;
  if (others.length === 0) return html``;
  const relationOf = new Map(signal.related.map(({ signal_id, relation }) => [signal_id, relation]));
  return html`<section aria-labelledby="related"><h2 id="related">${t('signal_related')}</h2><ul>${others.map(
    (other) => {
      const relation = relationOf.get(other.signal_id);
      return html`<li>${relation ? `${t(`relation_${relation}`)}: ` : ''}<a href="/signals/${encodeURIComponent(other.signal_id)}">${headline(other, t)}</a></li>`;
    },
  )}</ul></section>`;
};

/** One signal with everything it rests on. */
export const signalPage = (view: View, data: SignalData): Html => {
  const { t } = view;
  const { signal } = data;
  return document(view, {
    title: headline(signal, t),
    body: html`<article>
<div class="signal-head ${signal.direction ?? 'none'}"><div><p class="meta">${signal.subject === null ? '' : html`<a class="who" href="/?subject=${encodeURIComponent(signal.subject)}">${providerName(signal.subject, view.language)}</a>`}<span>${t(`kind_${signal.kind}`)}</span>${stateChip(signal.state, t)}${signal.suspect ? html`<span class="chip suspect">${t('suspect')}</span>` : ''}${signal.status === 'actual' ? '' : html`<span class="chip">${t(`status_${signal.status}`)}</span>`}</p>
<h1>${headline(signal, t)}</h1></div>
<p class="figure">${figure(signal, t)}</p></div>
${signal.retracted ? html`<p class="note">${t('retracted_note')}</p>` : ''}
${facts(view, signal)}
${changesTable(view, data)}
${quotes(view, signal)}
${related(view, data)}
${history(view, data)}
<p class="pager"><a href="/api/v1/signals/${encodeURIComponent(signal.signal_id)}">${t('as_json')}</a></p>
</article>`,
  });
};
