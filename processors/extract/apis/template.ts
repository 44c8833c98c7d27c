import { isList, type Json, Numeral } from './json.ts';
import { type Place, select } from './path.ts';

/** What `{$path}` and `{$field}` stand for while one amount is read. */
export interface Named {
  readonly $path: string;
  readonly $field: string;
}

/**
 * The text of a template (see infra/contracts/mapping.ts) at an entry; null where one of its paths leads to nothing.
 * A path to a list gives one text for each of its elements.
 */
export function fillAll(template: string, entry: Place, named?: Named): readonly string[] {
  const pieces = template.split(/\{([^{}]*(?:\{[^{}]*\}[^{}]*)*)\}/);
  return pieces
    .reduce<readonly string[]>(
      (made, piece, index) => {
        const found = index % 2 === 0 ? [piece] : lookUp(piece, entry, named);
        return made.flatMap((start) => found.map((text) => start + text));
      },
      [''],
    )
    .map((text) => text.trim())
    .filter((text) => text !== '');
}

export function fill(template: string, entry: Place, named?: Named): string | null {
  return fillAll(template, entry, named)[0] ?? null;
}

/** A string, number or boolean as text; null for anything else and for empty text. */
export function textOf(value: Json | undefined): string | null {
  if (value instanceof Numeral) return value.literal;
  if (typeof value === 'boolean') return String(value);
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}

function lookUp(paths: string, entry: Place, named: Named | undefined): readonly string[] {
  for (const path of paths.split('|')) {
    if (path === '$path' || path === '$field') return named === undefined ? [] : [named[path]];
    const texts = select(entry, path).flatMap((place) =>
      (isList(place.value) ? place.value : [place.value]).flatMap((value) => textOf(value) ?? []),
    );
    if (texts.length > 0) return texts;
  }
  return [];
}
