import type { Cue } from '../lexicon.ts';
import { both, Features, least, nameOf, numbered, word } from './features.ts';
import type { Line, Scene, ToldBefore } from './scene.ts';
import { type Token, tokensOf } from './tokens.ts';

/** A sum of money that is to be told what it is. */
export interface Sum {
  /** The number of its line. */
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly currency: string | null;
  /** In units of its currency. */
  readonly value: number;
  /** Words that say what figures are, in the same line. */
  readonly cues: readonly Cue[];
  readonly told: ToldBefore;
}

const SIDES = { before: nameOf('before'), after: nameOf('after') };
const PLACES = numbered('place ', 3);
const PAIR = nameOf('pair');
const ANY = nameOf('in the line');
const ANY_PAIR = nameOf('pair in the line');
const CUE = nameOf('cue');
const TITLE = nameOf('in the title');
const HEADING = nameOf('in the heading');
const ABOVE = nameOf('in the line above');
const SIZE = nameOf('size');
const SORT = nameOf('sort of line');
const ALWAYS = nameOf('always');
const NOTHING_TOLD = nameOf('nothing told');
const TOLD = nameOf('told');
const TOLD_HERE = nameOf('told in the line');
const TOLD_ABOVE = nameOf('told above');
const SAME_UNIT = nameOf('of the same unit');
const LINES_OFF = numbered('lines off ', 4);
const TIMES_OFF = numbered('times off ', 5);
/** So many words on either side are looked at. */
const REACH = 10;

/** What is seen of a sum: the words around it, the line's own, those of the heading, the title and the line above. */
export function featuresOf(scene: Scene, title: readonly Token[], sum: Sum): Features {
  const features = new Features();
  const line = scene.lines[sum.line];
  if (!line) return features;
  const tokens = tokensOf(scene.text, line);
  const found = tokens.findIndex((token) => token.start >= sum.start);
  const at = found < 0 ? tokens.length : found;
  features.add(ALWAYS);
  features.add(both(SIZE, Math.floor(Math.log10(Math.max(1, Math.abs(sum.value))))));
  features.add(both(SORT, nameOf(line.kind)));
  for (const side of ['before', 'after'] as const) {
    const near =
      side === 'before' ? tokens.slice(Math.max(0, at - REACH), at).toReversed() : tokens.slice(at + 1, at + REACH);
    const seen = new Set<number>();
    for (const [i, { name }] of near.entries()) {
      const here = both(SIDES[side], name);
      if (!seen.has(name)) features.add(here, 1 / (1 + i * 0.15));
      seen.add(name);
      if (i < 3) features.add(both(here, PLACES[i] ?? 0));
      const next = near[i + 1];
      if (next && i < 7) features.add(both(both(both(SIDES[side], PAIR), name), next.name));
    }
  }
  const words = new Set(tokens.map(({ name }) => name));
  for (const name of words) features.add(both(ANY, name), 0.5);
  const pairs = new Set(tokens.slice(1).map(({ name }, i) => both(tokens[i]?.name ?? 0, name)));
  for (const pair of pairs) features.add(both(ANY_PAIR, pair), 0.3);
  for (const side of ['before', 'after'] as const) {
    const nearest = new Map<string, number>();
    for (const cue of sum.cues) {
      const start = line.start + cue.start;
      if (start < sum.start !== (side === 'before')) continue;
      const far = 1 / (1 + Math.abs(start - sum.start) / 20);
      nearest.set(cue.kind, Math.max(nearest.get(cue.kind) ?? 0, far));
    }
    for (const [kind, near] of nearest) features.add(both(both(CUE, SIDES[side]), nameOf(kind)), near);
  }
  for (const name of new Set(title.map((token) => token.name))) features.add(both(TITLE, name), 0.3);
  const heading = scene.lines.slice(0, sum.line).findLast(({ kind }) => kind === 'heading');
  seeTold(features, scene, line, sum);
  addAll(features, scene, heading, HEADING, 0.5);
  addAll(features, scene, scene.lines[sum.line - 1], ABOVE, 0.3);
  return features;
}

/** What the text has told so far: sums stand among sums of their kind. */
function seeTold(features: Features, scene: Scene, line: Line, { line: index, currency, value, told }: Sum): void {
  if (told.kinds.size === 0) features.add(NOTHING_TOLD);
  for (const kind of told.kinds) features.add(both(TOLD, word(kind)));
  for (const [where, last] of [
    [TOLD_HERE, told.here],
    [TOLD_ABOVE, told.above],
  ] as const) {
    if (last === null) {
      features.add(both(where, NOTHING_TOLD));
      continue;
    }
    const above = scene.lines[last.line];
    const isSame = last.unit === currency;
    const kind = both(where, word(last.kind));
    const here = isSame ? both(kind, SAME_UNIT) : kind;
    for (const name of [kind, here, both(here, word(last.metric ?? 'null'))]) features.add(name);
    features.add(both(here, least(LINES_OFF, index - last.line)));
    features.add(
      both(both(here, word(line.kind)), above?.block === line.block ? SAME_BLOCK : word(above?.kind ?? 'null')),
    );
    if (isSame)
      features.add(both(kind, least(TIMES_OFF, Math.floor(2 * Math.abs(Math.log10(Math.abs(last.value / value)))))));
  }
}
const SAME_BLOCK = nameOf('of the same block');

function addAll(features: Features, scene: Scene, line: Line | undefined, where: number, strength: number): void {
  if (!line) return;
  for (const name of new Set(tokensOf(scene.text, line).map((token) => token.name)))
    features.add(both(where, name), strength);
}

/** What a sum may be; the first is none of ours. */
export const MEANINGS = [
  'none',
  'price',
  'market_size',
  'revenue',
  'capex',
  'investment',
  'net_income',
  'operating_profit',
  'other',
] as const;
export type Meaning = (typeof MEANINGS)[number];
const NAMES = MEANINGS.map((meaning) => nameOf(`means ${meaning}`));

/** What is seen of a sum, once for each thing that it may be. */
export function meaningsOf(features: Features): Features[] {
  return NAMES.map((meaning) => {
    const here = new Features();
    for (const [i, name] of features.names.entries()) here.add(both(name, meaning), features.strengths[i]);
    return here;
  });
}
