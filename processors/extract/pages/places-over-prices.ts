import { fold } from '../../normalise/fold.ts';
import { bareAmount } from './amounts.ts';
import type { Label } from './label.ts';
import type { PageContext } from './page-context.ts';
import type { Segment } from './segments.ts';

/** "GOUV", "Sovereign" between "EU-W2" and "US-E2": where most headers are places, what says nothing else is one too. */
export function placesOver(leaves: readonly string[], page: PageContext): (text: string) => Label {
  const others = leaves.filter((leaf) => page.label(leaf).region === null);
  const places = leaves.length - others.length;
  if (places < 2 || others.length === 0 || others.length >= places) return page.label;
  return (text) => {
    const label = page.label(text);
    return text.length <= LONGEST && others.includes(text) && saysNothing(label)
      ? label.with({ region: text, residue: '' })
      : label;
  };
}
const LONGEST = 24;

const saysNothing = (label: Label): boolean =>
  !label.isVocabulary &&
  !label.priced &&
  !label.measure &&
  !label.sum &&
  label.residue.length > 1 &&
  label.directions.length === 0 &&
  label.unit === null &&
  label.currency === null &&
  label.mode === null &&
  label.tier === null;

/** What heads bare numbers, without those that are not near what stands in the same row under places: scores and sizes. */
export function headsOfAlike(
  { rows }: Segment,
  headers: readonly (readonly string[])[],
  page: PageContext,
): readonly string[] {
  const numbers = headers.map((_, column) =>
    rows.map(({ cells }) => Number(bareAmount(fold(cells[column]?.text ?? ''))?.amount)),
  );
  const bare = headers.flatMap((texts, column) => {
    const own = numbers[column] ?? [];
    return own.every(Number.isFinite) ? [{ leaf: texts.at(-1) ?? '', own }] : [];
  });
  const places = bare.filter(({ leaf }) => page.label(leaf).region !== null);
  const isNear = (number: number, row: number) =>
    places.some(({ own }) => number <= (own[row] ?? 0) * FARTHEST && number * FARTHEST >= (own[row] ?? 0));
  return bare.filter((one) => places.includes(one) || one.own.every(isNear)).map(({ leaf }) => leaf);
}
/** So many times as dear another place may be. */
const FARTHEST = 2;
