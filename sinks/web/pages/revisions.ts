import type { Signal } from '../../../infra/contracts/signal.ts';
import type { Translator } from '../i18n/translate.ts';
import { headline, valueText } from './signal-row.ts';

const yesNo = (on: boolean): string => (on ? '✓' : '–');

/** What people would call the state of a signal, named and written out. */
const aspects = (signal: Signal, t: Translator): ReadonlyMap<string, string> =>
  new Map([
    [t('signal_headline'), headline(signal, t)],
    [t('state'), signal.state === null ? '–' : t(`state_${signal.state}`)],
    [t('signal_value'), valueText(signal, t) || '–'],
    [t('signal_effective'), signal.effective ?? '–'],
    [t('signal_sources'), String(signal.sources.length)],
    [t('signal_changes'), String(signal.changes.length)],
    [t('suspect'), yesNo(signal.suspect)],
    [t('state_retracted'), yesNo(signal.retracted)],
  ]);

export interface Difference {
  readonly what: string;
  readonly before: string;
  readonly after: string;
}

/** What a revision changed against the one before it. Empty where only details moved. */
export const differences = (before: Signal, after: Signal, t: Translator): Difference[] => {
  const old = aspects(before, t);
  return [...aspects(after, t)]
    .filter(([what, text]) => old.get(what) !== text)
    .map(([what, text]) => ({ what, before: old.get(what) ?? '–', after: text }));
};
