import type { Draft } from '../draft.ts';
import { cloudOf } from '../families.ts';
import { HOSTS } from '../frames/hosts.ts';
import { lastAsked } from '../last-asked.ts';
import { both, Features, nameOf, numbered } from './features.ts';
import type { Line, Mention, Scene } from './scene.ts';
import { BREAKS, type Token, tokensOf } from './tokens.ts';

/** A figure whose owner is asked for. */
export interface Claim {
  /** The number of its line. */
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly kind: Draft['kind'];
  readonly metric: Draft['metric'];
}

/** Nobody: a figure that the text gives to no house. */
export const NOBODY = '';

/** One slug for a group and its cloud arm: which of the two a figure is of is asked elsewhere. */
export const familyOf = (slug: string): string => cloudOf(slug);

/** Whom a line names, in its order. */
const namesOf = ({ mentions, places }: Line): readonly Mention[] =>
  places.length === 0 ? mentions : [...mentions, ...places].sort((a, b) => a.start - b.start);

const KIND_NAMES = new Map<string, number>();
/** The name of one of few words, which are asked for again and again. */
function word(text: string): number {
  let name = KIND_NAMES.get(text);
  if (name === undefined) {
    name = nameOf(text);
    KIND_NAMES.set(text, name);
  }
  return name;
}

const FIRSTS = { before: numbered('before ', 4), after: numbered('after ', 4) };
const SEVERAL = numbered('houses ', 4);
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
const EDGE: Token = { start: 0, name: nameOf('edge'), form: nameOf('edge') };
/** So many words from a name to its figure are looked at, at either end. */
const LOOKED_AT = 10;

const distanceOf = (words: number): number => {
  const at = DISTANCES.findIndex((most) => words <= most);
  return FAR[at < 0 ? DISTANCES.length : at] ?? 0;
};
const least = (names: readonly number[], count: number): number => names[Math.min(count, names.length - 1)] ?? 0;

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

/** Features of every house that may own a figure, by family; of NOBODY too. */
export function candidatesOf(scene: Scene, claim: Claim): Map<string, Features> {
  const candidates = new Map<string, Features>();
  const of = (slug: string): Features => {
    const family = familyOf(slug);
    let features = candidates.get(family);
    if (!features) {
      features = new Features();
      candidates.set(family, features);
    }
    return features;
  };
  const line = scene.lines[claim.line];
  if (!line) return candidates;
  const kind = word(claim.kind);
  const kinds = claim.kind === 'financial' ? [kind, both(kind, word(claim.metric ?? 'null'))] : [kind];
  const own = seeLine(scene, line, claim, kinds, of);
  seeAround(scene, claim, kind, own, candidates, of);
  return candidates;
}

/** The names of the figure's own line; answers whom it names. */
function seeLine(
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

const ABOVE = numbered('above ', 3);
const HEAD = numbered('head ', 3);
const LEADS = nameOf('leads');
const TITLE = nameOf('title');
const SPEAKER = nameOf('speaker');
const OPENING = nameOf('opening');
const HOST = nameOf('host');
const QUESTION = nameOf('question');
const ROLE = nameOf('role');
const ROLE_LEFT = nameOf('role left');
const ROLE_RIGHT = nameOf('role right');
const SHARE = nameOf('share');
const INSIDE = nameOf('inside');
const OUTSIDE = nameOf('outside');
const DOCUMENT_FIRST = nameOf('first of all');
const MOST = nameOf('named most');
const CELL = nameOf('first cell');
const NULL = nameOf('nobody');
const HOUSES_OWN = numbered('own houses ', 3);
const ORDER = numbered('order ', 3);
/** So many lines back names are looked for, and of so many that name somebody. */
const LINES_BACK = 8;
const NAMING = 3;
const HEADS = 4;

/** The names of the lines above, of headings and the title, and how often the text names each. */
function seeAround(
  scene: Scene,
  claim: Claim,
  kind: number,
  own: ReadonlySet<string>,
  candidates: ReadonlyMap<string, Features>,
  of: (slug: string) => Features,
): void {
  const line = scene.lines[claim.line];
  if (!line) return;
  const houses = new Set(
    line.mentions.filter((m) => m.kind === 'organisation' || m.kind === 'product').map((m) => familyOf(m.slug)),
  );
  const beside = least(HOUSES_OWN, houses.size);
  const sort = word(line.kind);
  const [opens = EDGE, second = EDGE] = tokensOf(scene.text, line);
  const opening = both(both(OPENING, opens.name), second.name);
  const inside = (slug: string): number => (own.has(familyOf(slug)) ? INSIDE : OUTSIDE);
  const see = (where: number, mentions: readonly Mention[]): void => {
    const order: string[] = [];
    for (const mention of mentions) {
      const family = familyOf(mention.slug);
      if (order.includes(family)) continue;
      const place = both(where, least(ORDER, order.length));
      const here = both(beside, inside(mention.slug));
      order.push(family);
      const features = of(mention.slug);
      features.add(place);
      features.add(both(place, here));
      features.add(both(both(where, here), kind));
      features.add(both(both(where, here), word(mention.kind)));
      features.add(both(place, opens.name));
      features.add(both(both(where, inside(mention.slug)), opening));
    }
  };
  let naming = 0;
  for (let i = claim.line - 1; i >= 0 && i >= claim.line - LINES_BACK && naming < NAMING; i--) {
    const above = scene.lines[i];
    if (!above || above.kind === 'heading') continue;
    const names = namesOf(above);
    if (names.length === 0) continue;
    const where = both(least(ABOVE, naming), isQuestion(scene.text, above) ? QUESTION : 0);
    see(where, names);
    seeRoles(tokensOf(scene.text, above), names, both(where, beside), opens, of);
    see(both(both(where, above.block === line.block ? INSIDE : OUTSIDE), sort), names.slice(0, 1));
    naming++;
  }
  let heads = 0;
  for (let i = claim.line - 1; i >= 0 && heads < HEADS; i--) {
    const above = scene.lines[i];
    const isHead =
      above?.kind === 'heading' ||
      (heads === 0 && above?.kind === 'paragraph' && (line.kind === 'bullet' || line.kind === 'row'));
    if (!above || !isHead || above.mentions.length === 0) continue;
    see(both(least(HEAD, heads), sort), above.mentions);
    seeRoles(tokensOf(scene.text, above), above.mentions, both(HEAD[0] ?? 0, beside), opens, of);
    heads++;
  }
  see(TITLE, scene.title);
  if (scene.speaker !== null) {
    const speaker = of(scene.speaker);
    const here = both(SPEAKER, inside(scene.speaker));
    for (const name of [SPEAKER, here, both(here, beside), both(both(here, beside), kind)]) speaker.add(name);
  }
  seeWhole(scene, kind, beside, inside, of);
  for (const [family, features] of candidates)
    if (HOSTS.has(family))
      for (const name of [HOST, both(HOST, inside(family)), both(both(HOST, inside(family)), kind)]) features.add(name);
  const nobody = of(NOBODY);
  for (const name of [NULL, both(NULL, beside), both(NULL, kind), both(both(NULL, beside), kind)]) nobody.add(name);
  for (const { name } of tokensOf(scene.text, line)) nobody.add(both(NULL, name), 0.3);
  if (line.kind === 'row') {
    const cell = line.mentions.find(({ end }) => end <= claim.start);
    if (cell) of(cell.slug).add(CELL);
  }
}

/** True for a line that asks: whom it names, the answer is about. */
const isQuestion = (text: string, { start, end }: Line): boolean =>
  /[?？]["”」』)）*_ ]*$/.test(text.slice(start, end));

/** What stands around each name of a line above, and how this line begins: whether it takes up who acted there. */
function seeRoles(
  tokens: readonly Token[],
  names: readonly Mention[],
  where: number,
  opens: Token,
  of: (slug: string) => Features,
): void {
  const seen = new Set<string>();
  for (const { slug, start } of names) {
    const family = familyOf(slug);
    if (seen.has(family)) continue;
    seen.add(family);
    const index = tokens.findIndex((token) => token.start >= start);
    const [left, right] = [tokens[index - 1] ?? EDGE, tokens[index + 1] ?? EDGE];
    const features = of(slug);
    for (const role of [
      both(ROLE_LEFT, left.form),
      both(ROLE_RIGHT, right.form),
      both(ROLE_RIGHT, right.name),
      both(both(ROLE, left.form), right.form),
    ]) {
      features.add(both(where, role), 0.7);
      features.add(both(both(where, role), opens.form), 0.7);
    }
  }
}

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

function seeWhole(
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
