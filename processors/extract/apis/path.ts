import { isList, isObject, type Json } from './json.ts';

/** A place in a document: its value, its key, the way to it, and the entry it was reached through. */
export interface Place {
  readonly value: Json;
  readonly key: string;
  /** JSON path from the document's root: data[3].pricing.prompt */
  readonly path: string;
  /** The entry around this one: one `*` further out. Null at the root. */
  readonly parent: Place | null;
  /** Where this place is a member of an entry: that entry. */
  readonly entry?: Place;
}

/** @param path where the document lies in a larger one */
export function rootOf(document: Json, path = ''): Place {
  return { value: document, key: '', path, parent: null };
}

/** Every place `path` (see infra/contracts/mapping.ts) leads to from `from`; none where it leads nowhere. */
export function select(from: Place, path: string): readonly Place[] {
  return steps(fillSteps(path, from)).reduce<readonly Place[]>(
    (places, step, index) => places.flatMap((place) => take(place, step, index, from)),
    [from],
  );
}

/** The entries at `path`: a list at its end is entered by itself. */
export function entries(from: Place, path: string): readonly Place[] {
  return select(from, path).flatMap((place) => (isList(place.value) ? children(place) : [place]));
}

/** The elements of a list or map, each an entry. */
export function children(place: Place): readonly Place[] {
  const parent = place.entry ?? place;
  if (isList(place.value)) {
    return place.value.map((value, index) => ({ value, key: String(index), path: `${place.path}[${index}]`, parent }));
  }
  if (!isObject(place.value)) return [];
  return Object.entries(place.value).map(([key, value]) => ({ value, key, path: joinPath(place.path, key), parent }));
}

export function joinPath(path: string, key: string): string {
  if (!/^[\p{L}_$][\p{L}\p{N}_$-]*$/u.test(key)) return `${path}[${JSON.stringify(key)}]`;
  return path === '' ? key : `${path}.${key}`;
}

function take(place: Place, step: string, index: number, from: Place): readonly Place[] {
  if (step === '*') return children(place);
  if (step === '^') return place.parent === null ? [] : [place.parent];
  if (step === '$' && index === 0) return [outermost(from)];
  if (step === '$key') return [{ ...place, value: place.key }];
  const { value, parent } = place;
  const entry = place.entry ?? place;
  if (isList(value)) {
    const element = /^\d+$/.test(step) ? value[Number(step)] : undefined;
    return element === undefined ? [] : [{ value: element, key: step, path: `${place.path}[${step}]`, parent, entry }];
  }
  if (!isObject(value) || !Object.hasOwn(value, step)) return [];
  const member = value[step];
  return member === undefined ? [] : [{ value: member, key: step, path: joinPath(place.path, step), parent, entry }];
}

function outermost(place: Place): Place {
  let at = place;
  while (at.parent !== null) at = at.parent;
  return at;
}

const split = new Map<string, readonly string[]>();

/** Mappings come from a few YAML files: their paths are split once. */
function steps(path: string): readonly string[] {
  if (path === '') return [];
  if (path.includes('\u0000')) return path.split('.').map((step) => step.replaceAll('\u0000', '.'));
  const known = split.get(path);
  if (known !== undefined) return known;
  const made = path.split('.');
  split.set(path, made);
  return made;
}

/** "{path}" inside a path becomes the text there; dots in that text are no step borders. */
function fillSteps(path: string, from: Place): string {
  if (!path.includes('{')) return path;
  return path.replaceAll(/\{([^{}]*)\}/g, (_all, inner: string) => {
    const value = select(from, inner)[0]?.value;
    return typeof value === 'string' ? value.replaceAll('.', '\u0000') : '';
  });
}
