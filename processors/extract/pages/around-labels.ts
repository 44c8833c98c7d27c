import { fold } from '../../normalise/fold.ts';
import { findAmounts } from './amounts.ts';
import type { Label } from './label.ts';
import type { Surroundings } from './model.ts';
import type { PageContext } from './page-context.ts';

/** What a block stands under, nearest first: its caption, tabs and headings. */
export function farLabels(caption: string | null, around: Surroundings, page: PageContext): Label[] {
  return [
    ...(caption === null ? [] : [caption]),
    ...[...around.tabs].reverse(),
    ...around.headings.map((heading) => heading.text).reverse(),
  ].map(page.label);
}

/** Text over a block, nearest first. */
export function proseLabels(around: Surroundings, page: PageContext): Label[] {
  const labels = firstOfUnits(around.before)
    .reverse()
    .filter((text) => text.length <= 400)
    .slice(0, 12)
    .map((text, index) => ({ text, near: index < around.own }))
    // A price under a heading further out says nothing of the prices here.
    .filter(({ text, near }) => near || findAmounts(fold(text), page.currencies).length === 0)
    .map(({ text, near }) => (near ? page.label(text) : withoutMode(page.label(text))));
  // "On-demand", "Reserved" on neighbouring lines are a switch: neither holds for what follows.
  return labels.filter((label, index) => !isChoice(label, labels[index - 1]) && !isChoice(label, labels[index + 1]));
}

/** "Price per", "Minute", "Hour": a switch between units, of which the first is what is shown. Each line keeps its place. */
export function firstOfUnits(lines: readonly string[]): string[] {
  const isSwitched = (index: number): boolean => A_TIME.test(lines[index] ?? '');
  return lines.map((text, index) => {
    if (!isSwitched(index)) return text;
    if (isSwitched(index - 1)) return '';
    return isSwitched(index + 1) && !text.endsWith('ly') ? `Price per ${text.replace(/^[^\p{L}]+|^per /iu, '')}` : text;
  });
}
const A_TIME =
  /^(?:(?:[$€£] ?)?(?:\/ ?|per )?(?:second|minute|hour|day|month|year)|hourly|daily|monthly|yearly|annually)$/i;

/** What stands under a heading further out says no way of buying here. */
const withoutMode = (label: Label): Label => (label.mode === null ? label : label.with({ mode: null }));

/** "On-demand" over a column: the price's mode says it already. */
export const isModeOnly = (label: Label): boolean =>
  label.mode !== null && label.tier === null && label.residue.length <= 1;

/** What a header says that tells its prices apart: "Standard" may be a plan as well as the usual way of buying. */
export const tellsApart = (label: Label): boolean => !isModeOnly(label) || /\bstandard\b|标准/i.test(label.text);

const isChoice = (label: Label, other: Label | undefined): boolean =>
  other !== undefined && isModeOnly(label) && isModeOnly(other) && label.mode !== other.mode;
