import type { Article } from '../analysis.ts';
import type { Draft } from '../draft.ts';
import { HOSTS } from '../frames/hosts.ts';
import { sellerOf } from '../frames/seller-of.ts';
import type { Reading } from '../reading.ts';
import { beyondDoubt } from './beyond-doubt.ts';
import { familyOf, housesOf, NOBODY } from './houses-named.ts';
import { judge } from './judge.ts';
import type { Mention, Scene } from './scene.ts';
import { sceneOf } from './scene-of.ts';
import { candidatesOf } from './subject-features.ts';

/** The scores overrule the rules where they are as sure as this of another, and give the rules' own no more than that. */
const SURE = 0.65;
const HARDLY = 0.2;

/**
 * The claims of one sentence, or of one row of a table, each with the house that the scores give it where they are sure of another
 * than the rules found. Where a figure is of several houses and in moves without a figure the rules stand.
 */
export function withScoredSubjects(article: Article, reading: Reading, drafts: readonly Draft[]): readonly Draft[] {
  return drafts.map((draft) => {
    const told = drafts.filter(({ valueStart }) => valueStart === draft.valueStart).length;
    return told === 1 ? withScoredSubject(article, reading, draft) : draft;
  });
}

/** The same for the claims of a table whose rows are the sentences from `first` to `last`. */
export function withScoredRows(
  article: Article,
  first: number,
  last: number,
  drafts: readonly Draft[],
): readonly Draft[] {
  const rows = article.sentences.slice(first, last + 1);
  const rowOf = ({ valueStart = -1 }: Draft): number =>
    rows.findIndex(({ start, end }) => start <= valueStart && valueStart < end);
  return [...Map.groupBy(drafts, rowOf)].flatMap(([row, told]) =>
    row < 0 ? told : withScoredSubjects(article, article.reading(first + row), told),
  );
}

function withScoredSubject(article: Article, reading: Reading, draft: Draft): Draft {
  const { valueStart, valueEnd } = draft;
  if (draft.kind === 'market_size' || valueStart === undefined || valueEnd === undefined) return draft;
  const scene = sceneOf(article);
  // There is nobody else.
  if (housesOf(scene).size < 2) return draft;
  const ruled = draft.subject === null ? NOBODY : familyOf(draft.subject);
  const candidates = candidatesOf(scene, {
    line: reading.index,
    start: valueStart,
    end: valueEnd,
    kind: draft.kind,
    metric: draft.metric,
  });
  const families = [...candidates.keys()];
  const at = families.indexOf(ruled);
  // A house that no name stands for: the rules know more than the scores.
  if (at < 0) return draft;
  const shares = judge('subject', [...candidates.values()]);
  const best = shares.indexOf(Math.max(...shares));
  const [share = 0, other = 0] = [shares[best], shares[at]];
  const family = families[best] ?? NOBODY;
  if (best === at || family === NOBODY || share < SURE || other > HARDLY) return draft;
  const described = beyondDoubt(article, reading, valueStart - reading.start, valueEnd - reading.start);
  if (described !== null && familyOf(described) === ruled) return draft;
  if (isPrice(draft) && rulesKnowSeller(scene.lines[reading.index]?.mentions ?? [], draft, ruled, family)) return draft;
  const slug = nearest(scene, reading.index, valueStart, family);
  return {
    ...draft,
    subject: isPrice(draft) ? sellerOf(article, reading, slug) : slug,
    reasons: [
      ...draft.reasons.filter((reason) => !reason.startsWith('subject:')),
      `subject:scored ${share.toFixed(2)} against ${other.toFixed(2)} for ${draft.subject ?? 'nobody'}`,
    ],
  };
}

const isPrice = ({ kind }: Draft): boolean => kind === 'price_quote' || kind === 'price_change';

/** Who made what a host sells is named with it, and what a chip costs is asked by its maker, whoever buys: the rules know. */
const rulesKnowSeller = (names: readonly Mention[], { meter }: Draft, ruled: string, family: string): boolean =>
  (HOSTS.has(ruled) && names.every(({ slug, kind }) => familyOf(slug) !== family || kind === 'product')) ||
  (meter === 'other' && names.some(({ slug, kind }) => familyOf(slug) === ruled && kind === 'chip'));

/** By which of its names a family is meant: the one nearest before the figure, or else behind it, above it, in the title. */
function nearest(scene: Scene, index: number, figure: number, family: string): string {
  const own = (name: { readonly slug: string }): boolean => familyOf(name.slug) === family;
  for (let i = index; i >= 0; i--) {
    const line = scene.lines[i];
    const names = [...(line?.mentions ?? []), ...(line?.places ?? [])].filter(own);
    const name = names.findLast(({ end }) => end <= figure) ?? names[0];
    if (name) return name.slug;
  }
  return scene.title.find(own)?.slug ?? scene.lines.flatMap(({ mentions }) => mentions).find(own)?.slug ?? family;
}
