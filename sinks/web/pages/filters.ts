import { html } from 'hono/html';
import { announcementKind } from '../../../infra/contracts/announcement.ts';
import { signalState } from '../../../infra/contracts/signal.ts';
import { providerName } from '../i18n/names.ts';
import type { SignalFilter } from '../store/signal-filter.ts';
import type { Html, View } from './view.ts';

interface Option {
  readonly value: string;
  readonly text: string;
}

export const selectField = (
  name: string,
  label: string,
  options: readonly Option[],
  chosen: string | undefined,
  any: string | null,
): Html =>
  html`<div><label for="f-${name}">${label}</label><select id="f-${name}" name="${name}">${
    any === null ? '' : html`<option value="">${any}</option>`
  }${options.map(
    ({ value, text }) => html`<option value="${value}"${value === chosen ? html` selected` : ''}>${text}</option>`,
  )}</select></div>`;

export const textField = (name: string, label: string, value: string | undefined): Html =>
  html`<div class="grow"><label for="f-${name}">${label}</label><input id="f-${name}" name="${name}" type="search" value="${value ?? ''}"></div>`;

const DIRECTIONS = ['increase', 'decrease', 'mixed', 'new', 'removed'] as const;

/** The tape's filter bar. A plain GET form: the filtered view has an address, works without scripts and can be followed as a feed. */
export const tapeFilters = (view: View, filter: SignalFilter, subjects: readonly string[]): Html => {
  const { t } = view;
  const active = ['kind', 'subject', 'direction', 'state', 'q'].some((name) => view.url.searchParams.get(name));
  return html`<details class="filter-box" open data-filters="${active ? 'active' : 'none'}"><summary>${t('filter')}</summary>
<form class="filters" method="get" action="/" role="search" aria-label="${t('filter')}">
${textField('q', t('text'), filter.q)}
${selectField(
  'kind',
  t('kind'),
  announcementKind.options.map((value) => ({ value, text: t(`kind_${value}`) })),
  filter.kind?.[0],
  t('any'),
)}
${selectField(
  'subject',
  t('provider'),
  subjects.map((value) => ({ value, text: providerName(value, view.language) })),
  filter.subject?.[0],
  t('any'),
)}
${selectField(
  'direction',
  t('direction'),
  DIRECTIONS.map((value) => ({ value, text: t(`direction_${value}`) })),
  filter.direction?.[0],
  t('any'),
)}
${selectField(
  'state',
  t('state'),
  signalState.options.map((value) => ({ value, text: t(`state_${value}`) })),
  filter.state?.[0],
  t('any'),
)}
<button class="button">${t('apply')}</button>
${active ? html`<a class="quiet" href="/">${t('clear')}</a>` : ''}
</form></details>`;
};
