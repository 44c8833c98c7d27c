import type { Article } from './analysis.ts';
import { makesOnly, PURE_MAKERS } from './chip-makers.ts';
import { type Entity, findEntities, isActor } from './entities.ts';
import { cloudOf } from './families.ts';
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
    entity?.slug ??
    (NOTICE.test(article.folded) ? soleOrganisation(article) : soleTopic(article)) ??
    captioned(article) ??
    topicOf(article);
  return slug ? { slugs: [slug], names: [], how: 'source' } : { slugs: [], names: [], how: 'none' };
});

/** "Source: Hetzner" under a picture. */
const CAPTION =
  /^[*_([> ]*(?:image |photo |screenshot |picture )?(?:source|credit|courtesy|screenshot|via|from)s?(?: of)?[:：] ?(?:the |https?:\/\/(?:www\.)?)?$|^[*_([> ]*(?:数据|资料|图表|信息)?(?:来源|出处)[:：] ?$/;
/** The one house a text names, where a line of its own says that a picture or table is from there; null elsewhere. */
function captioned(article: Article): string | null {
  const said = article.sentences.some(({ start, end }, i) =>
    end - start < CAPTION_LENGTH
      ? article
          .entitiesOf(i)
          .some((e) => e.kind === 'organisation' && CAPTION.test(article.folded.slice(start, start + e.start)))
      : false,
  );
  return said ? soleOrganisation(article) : null;
}
const CAPTION_LENGTH = 90;

const REPORT =
  /^(?:集团|控股)?(?:20\d\d年?)?(?:第?[一二三四]季度?|上半年|全年|q[1-4]|h1)?(?:财报|年报|季报|半年报|业绩公告|业绩报告|财务报告)/;
/** 甲2025年财报(2026-02-26发布)|乙网: whose report a text quotes at its foot, where it names nobody else above. */
function reporting(article: Article): string | null {
  if (!/财报|年报|季报|业绩|财务报告/.test(article.folded)) return null;
  let [owner, at]: [string | null, number] = [null, -1];
  for (let i = article.sentences.length - 1; i >= 0 && owner === null; i--) {
    const { start, end } = article.sentences[i] ?? { start: 0, end: 0 };
    const text = article.folded.slice(start, end);
    const named = article.entitiesOf(i).find((e) => e.kind === 'organisation' && REPORT.test(text.slice(e.end)));
    if (named) [owner, at] = [named.slug, i];
  }
  const others = article.sentences.some(
    (_, i) => i !== at && article.entitiesOf(i).some((e) => isActor(e) && cloudOf(e.slug) !== cloudOf(owner ?? '')),
  );
  return others ? null : owner;
}

/** The one organisation an article names, where it names it at once. */
function soleTopic(article: Article): string | null {
  // An outline of headings and items tells all of it of the one house that it names again and again.
  const outlined =
    article.inDomain && article.blocks.some(({ kind }) => kind === 'heading') && timesNamed(article) >= NAMED_AGAIN;
  const opens =
    ((article.strongDomain || outlined) &&
      [0, 1].some((i) => article.entitiesOf(i).some((e) => e.kind === 'organisation'))) ||
    (article.inDomain && itemsName(article));
  return (opens ? soleOrganisation(article) : null) ?? reporting(article);
}

/** Notes in items, of which one of the first names whose they are: "3.5B daily users across Meta apps". */
const itemsName = ({ blocks, sentences, entitiesOf }: Article): boolean =>
  sentences
    .slice(0, FIRST_ITEMS)
    .some(({ block }, i) => blocks[block]?.kind === 'bullet' && entitiesOf(i).some((e) => e.kind === 'organisation'));
const FIRST_ITEMS = 6;

const NAMED_AGAIN = 2;
/** In how many sentences an organisation is named. */
const timesNamed = (article: Article): number =>
  article.sentences.filter((_, i) => article.entitiesOf(i).some((e) => e.kind === 'organisation')).length;

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

/** The one house whose models an article names, where it names those of no other. */
export const soleMaker = lastAsked((article: Article): string | null => {
  const slugs = new Set<string>();
  for (let i = 0; i < article.sentences.length && slugs.size < 2; i++)
    for (const entity of article.entitiesOf(i)) if (isActor(entity)) slugs.add(cloudOf(entity.slug));
  const [only] = slugs;
  return slugs.size === 1 ? (only ?? null) : null;
});
