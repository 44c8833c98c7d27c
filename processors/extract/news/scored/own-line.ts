import { both, type Features, least, nameOf, numbered, word } from './features.ts';
import { familyOf, namesOf, SEVERAL } from './houses-named.ts';
import type { Claim, Line, Mention, Scene } from './scene.ts';
import { BREAKS, EDGE, type Token, tokensOf } from './tokens.ts';

const FIRSTS = { before: numbered('before ', 4), after: numbered('after ', 4) };
const AGAIN = nameOf('again');
const BREAK_COUNTS = numbered('breaks ', 4);
const FIGURE_COUNTS = numbered('figures ', 3);
const NAME_COUNTS = numbered('names ', 4);
const DISTANCES = [0, 1, 2, 3, 5, 8, 12, 20, 35, 60];
const FAR = numbered('distance ', DISTANCES.length + 1);
const OPENS = nameOf('opens');
const FIRST = nameOf('first');
const LEFT = numbered('left ', 4);
const RIGHT = numbered('right ', 3);
const LEFT_FORM = numbered('left form ', 3);
const RIGHT_FORM = numbered('right form ', 3);
const FORMS_AROUND = nameOf('forms around');
const PATH = nameOf('path');
const WORD = nameOf('word between');
const AHEAD = numbered('ahead of the figure ', 3);
/** So many words from a name to its figure are looked at, at either end. */
const LOOKED_AT = 10;

const distanceOf = (words: number): number => {
  const at = DISTANCES.findIndex((most) => words <= most);
  return FAR[at < 0 ? DISTANCES.length : at] ?? 0;
};

const isFigure = new Set(
  ['money', 'percent', 'points', 'tokens', 'chips', 'watts', 'times', 'number', 'other'].map((unit) =>
    nameOf(`figure ${unit}`),
  ),
);
const isName = new Set(
  ['organisation', 'product', 'reporter', 'person', 'chip', 'place'].map((kind) => nameOf(`a ${kind}`)),
);
const count = (tokens: readonly Token[], names: ReadonlySet<number>): number =>
  tokens.reduce((sum, { name }) => sum + (names.has(name) ? 1 : 0), 0);

/** The names of the figure's own line; answers whom it names. */
export function seeLine(
  scene: Scene,
  line: Line,
  claim: Claim,
  kinds: readonly number[],
  of: (slug: string) => Features,
): ReadonlySet<string> {
  const tokens = tokensOf(scene.text, line);
  const indexOf = (start: number): number => {
    const at = tokens.findIndex((token) => token.start >= start);
    return at < 0 ? tokens.length : at;
  };
  const figure = indexOf(claim.start);
  const named = namesOf(line);
  const before = named.filter(({ end }) => end <= claim.start);
  const after = named.filter(({ start }) => start >= claim.end);
  const several = least(SEVERAL, new Set(before.map(({ slug }) => familyOf(slug))).size);
  const at = (i: number): Token => tokens[i] ?? EDGE;
  const see = (mention: Mention, rank: number, side: 'before' | 'after', again: boolean): void => {
    const features = of(mention.slug);
    const index = indexOf(mention.start);
    const strength = again ? 0.5 : 1;
    const place = again ? both(AGAIN, FIRSTS[side][0] ?? 0) : least(FIRSTS[side], rank);
    const where = FIRSTS[side][0] ?? 0;
    const add = (name: number, by = 1): void => features.add(both(where, name), by * strength);
    const addByKind = (name: number): void => {
      add(name);
      for (const kind of kinds) add(both(name, kind), 0.7);
    };
    const gap = side === 'before' ? tokens.slice(index + 1, figure) : tokens.slice(figure + 1, index);
    const breaks = least(BREAK_COUNTS, count(gap, BREAKS));
    const figures = least(FIGURE_COUNTS, count(gap, isFigure));
    addByKind(place);
    addByKind(both(place, several));
    addByKind(both(place, word(mention.kind)));
    add(distanceOf(gap.length));
    addByKind(breaks);
    add(figures);
    add(least(NAME_COUNTS, count(gap, isName)));
    addByKind(both(both(breaks, figures), place));
    if (index === 0) add(OPENS);
    if (side === 'before' && mention === before[0]) {
      addByKind(FIRST);
      add(both(FIRST, several));
      add(both(FIRST, word(mention.kind)));
    }
    const [one, two, three] = [at(index - 1), at(index - 2), at(index - 3)];
    const [next, second] = [at(index + 1), at(index + 2)];
    addByKind(both(LEFT[0] ?? 0, one.name));
    add(both(LEFT[1] ?? 0, two.name));
    add(both(LEFT[2] ?? 0, three.name));
    add(both(both(LEFT[3] ?? 0, two.name), one.name));
    addByKind(both(RIGHT[0] ?? 0, next.name));
    add(both(RIGHT[1] ?? 0, second.name));
    add(both(both(RIGHT[2] ?? 0, next.name), second.name));
    addByKind(both(LEFT_FORM[0] ?? 0, one.form));
    add(both(both(LEFT_FORM[1] ?? 0, two.form), one.form));
    addByKind(both(RIGHT_FORM[0] ?? 0, next.form));
    add(both(both(RIGHT_FORM[1] ?? 0, next.form), second.form));
    add(both(both(FORMS_AROUND, one.form), next.form));
    add(both(both(both(FORMS_AROUND, one.form), next.form), place));
    if (side === 'after') {
      add(both(both(LEFT_FORM[2] ?? 0, one.form), several));
      add(both(AHEAD[0] ?? 0, at(figure - 1).name));
      add(both(AHEAD[1] ?? 0, at(figure - 2).name));
      add(both(both(AHEAD[2] ?? 0, at(figure - 1).name), one.form));
    }
    if (gap.length <= 5) add(gap.reduce((path, { form }) => both(path, form), PATH));
    const looked = gap.length <= 2 * LOOKED_AT ? gap : [...gap.slice(0, LOOKED_AT), ...gap.slice(-LOOKED_AT)];
    for (const name of new Set(looked.map((token) => token.name))) add(both(WORD, name), 0.4);
  };
  const seen = new Set<string>();
  for (const [side, mentions] of [
    ['before', before.toReversed()],
    ['after', after],
  ] as const) {
    const here = new Set<string>();
    for (const [rank, mention] of mentions.entries()) {
      const family = familyOf(mention.slug);
      see(mention, rank, side, here.has(family));
      here.add(family);
      seen.add(family);
    }
  }
  return seen;
}
