import { cloudOf } from '../families.ts';
import { lastAsked } from '../last-asked.ts';
import { both, type Features, least, nameOf, numbered, word } from './features.ts';
import type { Line, Mention, Scene } from './scene.ts';

/** Nobody: a figure that the text gives to no house. */
export const NOBODY = '';

/** One slug for a group and its cloud arm: which of the two a figure is of is asked elsewhere. */
export const familyOf = (slug: string): string => cloudOf(slug);

/** Whom a line names, in its order. */
export const namesOf = ({ mentions, places }: Line): readonly Mention[] =>
  places.length === 0 ? mentions : [...mentions, ...places].sort((a, b) => a.start - b.start);

/** How many houses there are. */
export const SEVERAL = numbered('houses ', 4);
const LEADS = nameOf('leads');
const SHARE = nameOf('share');
const DOCUMENT_FIRST = nameOf('first of all');
const MOST = nameOf('named most');
/** Nobody, as a candidate. */
export const NULL = nameOf('nobody');

interface Told {
  /** Of all names of houses in the text, from 0 to 1. */
  readonly share: number;
  readonly kinds: readonly number[];
  readonly isFirst: boolean;
  readonly isMost: boolean;
}
/** How often a text names each house, and which first, by family. */
export const housesOf: (scene: Scene) => ReadonlyMap<string, Told> = lastAsked((scene) => {
  const counts = new Map<string, { times: number; kinds: Set<number> }>();
  let all = 0;
  let most = 0;
  let first: string | null = null;
  for (const { mentions } of scene.lines)
    for (const { slug, kind } of mentions) {
      if (kind === 'reporter') continue;
      const family = familyOf(slug);
      const told = counts.get(family) ?? { times: 0, kinds: new Set() };
      told.times++;
      told.kinds.add(word(kind));
      counts.set(family, told);
      all++;
      most = Math.max(most, told.times);
      if (kind === 'organisation' || kind === 'product') first ??= family;
    }
  const often = [...counts].find(([, { times }]) => times === most)?.[0];
  return new Map(
    [...counts].map(([family, { times, kinds }]): [string, Told] => [
      family,
      { share: times / all, kinds: [...kinds], isFirst: family === first, isMost: family === often },
    ]),
  );
});

/** What the whole text says of each house it names. */
export function seeWhole(
  scene: Scene,
  kind: number,
  beside: number,
  inside: (slug: string) => number,
  of: (slug: string) => Features,
): void {
  const houses = housesOf(scene);
  for (const [family, { share, kinds, isFirst, isMost }] of houses) {
    const features = of(family);
    const here = both(beside, inside(family));
    features.add(SHARE, share);
    features.add(both(SHARE, here), share);
    features.add(both(LEADS, here));
    for (const sort of kinds) {
      features.add(both(LEADS, sort));
      features.add(both(both(LEADS, sort), kind));
      features.add(both(both(LEADS, sort), here));
    }
    if (isFirst) features.add(both(DOCUMENT_FIRST, here));
    if (isMost) features.add(both(MOST, here));
  }
  of(NOBODY).add(both(both(NULL, kind), least(SEVERAL, houses.size)));
  of(NOBODY).add(both(NULL, least(SEVERAL, houses.size)));
}
