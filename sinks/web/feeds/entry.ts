import { html } from 'hono/html';
import type { Signal } from '../../../infra/contracts/signal.ts';
import { providerName } from '../i18n/names.ts';
import type { Translator } from '../i18n/translate.ts';
import { meterText, moneyText, percentText } from '../pages/figures.ts';
import { headline } from '../pages/signal-row.ts';
import { outward } from '../pages/view.ts';
import type { StoredSignal } from '../store/stored-signal.ts';

/** One signal as a feed item, whatever the feed's format. */
export interface FeedEntry {
  /** A tag URI (RFC 4151): the same for every host, port and revision. */
  readonly id: string;
  readonly url: string;
  readonly title: string;
  readonly text: string;
  readonly html: string;
  readonly published: Date;
  readonly updated: Date;
  readonly tags: readonly string[];
}

const changeLine = (change: Signal['changes'][number], t: Translator): string => {
  const old = change.old_unit_price === null ? '–' : moneyText(change.old_unit_price, change.currency);
  const next = change.new_unit_price === null ? '–' : moneyText(change.new_unit_price, change.currency);
  const pct = change.pct === null ? t(`direction_${change.direction}`) : percentText(change.pct);
  return `${change.product} ${meterText(change.meter, t)}: ${old} → ${next} (${pct})`;
};

export const feedId = (signalId: string): string => `tag:tokentape,2026:signal:${signalId}`;

/** What sources wrote appears as text: escaped here once as markup, and again by the feed's own encoding. */
export const feedEntry = (signal: StoredSignal, base: string, t: Translator): FeedEntry => {
  const lines = signal.changes.slice(0, 50).map((change) => changeLine(change, t));
  const quotes = signal.citations.slice(0, 10);
  const markup = html`${lines.length > 0 ? html`<ul>${lines.map((line) => html`<li>${line}</li>`)}</ul>` : ''}${quotes.map(
    ({ quote, url, title, source_id }) =>
      html`<blockquote>${quote}</blockquote><p>${outward(url, title ?? source_id)}</p>`,
  )}`;
  return {
    id: feedId(signal.signal_id),
    url: `${base}/signals/${encodeURIComponent(signal.signal_id)}`,
    title: headline(signal, t),
    text: [...lines, ...quotes.map(({ quote, url }) => `“${quote}” ${url}`)].join('\n'),
    html: markup.toString(),
    published: new Date(signal.first_seen_at),
    updated: new Date(signal.recorded_at),
    tags: [
      t(`kind_${signal.kind}`),
      ...(signal.subject === null ? [] : [providerName(signal.subject, t.language)]),
      ...(signal.state === null ? [] : [t(`state_${signal.state}`)]),
    ],
  };
};
