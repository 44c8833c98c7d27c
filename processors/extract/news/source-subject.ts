import type { Article } from './analysis.ts';
import { makesOnly, PURE_MAKERS } from './chip-makers.ts';
import { type Entity, findEntities, isActor } from './entities.ts';
import { lastAsked } from './last-asked.ts';
import { speakerOf } from './speaker.ts';
import { fold, hasHan } from './text.ts';

/** Who a figure is about, and how that was found. */
export interface Subject {
  readonly slugs: readonly string[];
  /** The name as it stands, for the object; null where it was carried over. */
  readonly names: readonly string[];
  readonly how: 'clause' | 'sentence' | 'label' | 'carried' | 'heading' | 'title' | 'source' | 'unknown' | 'none';
}

/** The house whose own text this is, unless its title is about another; the title, the address. */
export const sourceSubject = lastAsked((article: Article): Subject => {
  const title = article.titleEntities.find(isActor);
  const speaker = speakerOf(article);
  if (speaker && (title?.kind !== 'organisation' || /\b(?:we|our)\b/.test(article.folded)))
    return { slugs: [speaker], names: [], how: 'source' };
  if (title)
    return { slugs: [title.slug], names: [(article.document.title ?? '').slice(title.start, title.end)], how: 'title' };
  const host = fold(/^https?:\/\/([^/]+)/.exec(article.document.url)?.[1] ?? '').replace(/\./g, ' ');
  const path = fold(article.document.url.replace(/^https?:\/\/[^/]+/, '')).replace(/[/_?=&%.-]+/g, ' ');
  const entity =
    findEntities(host, host, 0, host.length, false).find(isActor) ??
    findEntities(path, path, 0, path.length, false).find(isActor);
  const slug =
    entity?.slug ?? (NOTICE.test(article.folded) ? soleOrganisation(article) : soleTopic(article)) ?? topicOf(article);
  return slug ? { slugs: [slug], names: [], how: 'source' } : { slugs: [], names: [], how: 'none' };
});

/** The one organisation an article names, where it names it at once. */
function soleTopic(article: Article): string | null {
  const opens =
    article.strongDomain && [0, 1].some((i) => article.entitiesOf(i).some((e) => e.kind === 'organisation'));
  return opens ? soleOrganisation(article) : null;
}

/** Whom a Chinese article opens with: 甲骨文公布2026财年第二财季业绩. Null where it opens with nobody. */
function topicOf(article: Article): string | null {
  const first = article.entitiesOf(0)[0];
  const sentence = article.sentences[0];
  if (!first || !sentence || first.start > 2 || first.kind !== 'organisation') return null;
  return hasHan(article.folded.slice(sentence.start, sentence.end)) ? first.slug : null;
}

/** A vendor speaking of itself. */
const NOTICE = /我司|本公司|我们|本平台|尊敬的|\bdear customers?\b|\bwe\b|\bour\b/;

/** 受英伟达H100芯片短缺影响: a maker that a sentence names only for its chips. */
const namedForChips = (article: Article, index: number, entity: Entity): boolean =>
  PURE_MAKERS.has(entity.slug) && makesOnly(article.reading(index), entity);

/** The one organisation an article names, as the signature under a notice does; null where there are several or none. */
export function soleOrganisation(article: Article): string | null {
  const slugs = new Set<string>();
  for (let i = 0; i < article.sentences.length && slugs.size < 2; i++)
    for (const entity of article.entitiesOf(i))
      if (entity.kind === 'organisation' && !namedForChips(article, i, entity)) slugs.add(entity.slug);
  return slugs.size === 1 ? ([...slugs][0] ?? null) : null;
}
