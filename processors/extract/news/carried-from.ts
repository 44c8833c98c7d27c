import type { Article } from './analysis.ts';
import { endsInStop } from './blocks.ts';
import { coordinated } from './coordinated.ts';
import { owns } from './deals.ts';
import { type Entity, isActor } from './entities.ts';
import { cloudOf, groupOf, operatorOf } from './families.ts';
import { partnerAt } from './partner.ts';
import type { Reading } from './reading.ts';
import type { Subject } from './source-subject.ts';
import { hasHan } from './text.ts';

/** All rows of the table that ends at a sentence are about one house. */
export function oneHouse(article: Article, last: number): boolean {
  const slugs = new Set<string>();
  for (let i = last; i >= 0; i--) {
    if (article.blocks[article.sentences[i]?.block ?? -1]?.kind !== 'row') break;
    for (const entity of article.entitiesOf(i)) if (isActor(entity)) slugs.add(entity.slug);
    const { start, end } = article.sentences[i] ?? { start: 0, end: 0 };
    if (OF_ALL.test(article.folded.slice(start, end))) return false;
  }
  return slugs.size === 1;
}

/** "| Whole platform |", "| All providers |": a row of all, beside which one house has a row. */
const OF_ALL =
  /^\|? ?\**(?:(?:the )?(?:whole|entire|overall)\b|total\b|all (?:of|providers|models|labs|houses|vendors)\b)/;

/** A new paragraph that names nobody goes on about the one house that the title names, not about another that the paragraph before ended with; null where the title names none or several. */
export function houseOver(article: Article, before: Entity): Subject | null {
  const line = article.document.title === null ? headLine(article) : null;
  const titled = (line ?? article.titleEntities).filter((e) => e.kind === 'organisation');
  const [house] = titled;
  // A carrier's accounts are its own, whatever was said of its cloud.
  const other =
    house &&
    (cloudOf(house.slug) !== cloudOf(before.slug) ||
      (house.slug !== before.slug && operatorOf(house.slug) === before.slug));
  return house && other && titled.every((e) => e.slug === house.slug)
    ? {
        slugs: [house.slug],
        names: [(article.document.title ?? article.document.body).slice(house.start, house.end)],
        how: 'carried',
      }
    : null;
}

/** The names in the first line of a text without a title, where it is none of its sentences; null elsewhere. */
function headLine({ blocks, sentences, folded, entitiesOf }: Article): readonly Entity[] | null {
  const [block, next] = blocks;
  if (!block || !next || block.kind === 'bullet' || block.kind === 'row' || block.start > 0) return null;
  if (block.end - block.start > 60 || sentences[0]?.start !== 0 || sentences[1]?.block === 0) return null;
  return endsInStop(folded, block) ? null : entitiesOf(0);
}

/** 调价方：甲, - 厂商：甲: the item of a Chinese list that says whom its items are of. */
const OWNER_ITEM =
  /^[ *_•·-]*(?:\d[.、)] ?)?(?:调价(?:方|厂商|主体|公司|平台)|厂商|云厂商|公司(?:名称)?|企业|平台|供应商|服务商|提供商|提供方|发布方|发布者|主体|品牌|标的|来源厂商|运营商|机构名称)[*_]*[:：][*_ ]*$/;
function ownerOfItems(article: Article, reading: Reading): Subject | null {
  const level = article.blocks[reading.block]?.level;
  for (let i = reading.index - 1; i >= 0 && reading.index - i < ITEMS; i--) {
    const sentence = article.sentences[i];
    const other = article.blocks[sentence?.block ?? -1];
    if (!sentence || other?.kind !== 'bullet' || other.level !== level) return null;
    const owner = article.entitiesOf(i).find(isActor);
    if (!owner || !OWNER_ITEM.test(article.folded.slice(sentence.start, sentence.start + owner.start))) continue;
    const name = article.document.body.slice(sentence.start + owner.start, sentence.start + owner.end);
    return { slugs: [owner.slug], names: [name], how: 'carried' };
  }
  return null;
}
/** Of no more items are such lists. */
const ITEMS = 8;

/** What an item of a list begins with. */
const LABELLED = /^[ *_•-]*[a-z][\w &/-]{2,30}[*_]*:/;
/** "- AWS revenue: $37 billion", "- Backlog: $362 billion": the one house that the items above one name, where it names none and begins with a label. */
export function houseOfList(article: Article, reading: Reading): Subject | null {
  const block = article.blocks[reading.block];
  if (block?.kind !== 'bullet') return null;
  if (hasHan(reading.text)) return ownerOfItems(article, reading);
  if (!LABELLED.test(reading.text)) return null;
  let house: Subject | null = null;
  for (let i = reading.index - 1; i >= 0; i--) {
    const sentence = article.sentences[i];
    const other = article.blocks[sentence?.block ?? -1];
    if (!sentence || other?.kind !== 'bullet' || other.level !== block.level) break;
    const named = article.entitiesOf(i).find(isActor);
    if (!named) continue;
    if (house && cloudOf(house.slugs[0] ?? '') !== cloudOf(named.slug)) return null;
    const name = article.document.body.slice(sentence.start + named.start, sentence.start + named.end);
    house ??= { slugs: [named.slug], names: [name], how: 'carried' };
  }
  return house;
}

/** So many sentences below a list whoever it is of is told. */
const BELOW = 3;
/**
 * "- Revenue: $14.9 billion" over "Safra Catz called it a record": the house of whoever speaks right below a list that nobody is
 * named above. Null where several are named there, or nobody.
 */
export function houseBelow(article: Article, reading: Reading): Subject | null {
  if (hasHan(reading.text)) return null;
  if (article.blocks[reading.block]?.kind === 'paragraph') return namedLater(article, reading);
  if (article.blocks[reading.block]?.kind !== 'bullet') return null;
  let i = reading.index + 1;
  while (article.blocks[article.sentences[i]?.block ?? -1]?.kind === 'bullet') i++;
  for (let below = i; below < i + BELOW; below++) {
    const sentence = article.sentences[below];
    if (!sentence || article.blocks[sentence.block]?.kind !== 'paragraph') return null;
    const named = article.entitiesOf(below).filter((e) => isActor(e) || e.kind === 'person');
    const [slug, ...others] = new Set(named.map((e) => groupOf(e.slug)));
    if (others.length > 0) return null;
    if (slug !== undefined) return { slugs: [slug], names: [], how: 'carried' };
  }
  return null;
}

/** "The company expects $70 billion … Unlike its rivals, Meta rents": whom an excerpt that opens with a pronoun names later in its first paragraph; null where it names several at once. */
function namedLater(article: Article, { index, block }: Reading): Subject | null {
  const first = article.sentences[0];
  if (!first || first.block !== block || !OPENS_WITHOUT.test(article.folded.slice(first.start, first.end))) return null;
  for (let i = index + 1; article.sentences[i]?.block === block; i++) {
    const houses = new Set(article.entitiesOf(i).flatMap((e) => (e.kind === 'organisation' ? [groupOf(e.slug)] : [])));
    const [slug, ...others] = houses;
    if (others.length > 0) return null;
    if (slug !== undefined) return { slugs: [slug], names: [], how: 'carried' };
  }
  return null;
}
const OPENS_WITHOUT =
  /^(?:it|its|the (?:company|firm|group|chip ?maker|neocloud|operator|carrier|hyperscaler|start-?up|provider|cloud giant|tech giant|search giant|lab|retailer|software maker))(?:['’]s)? /;

/** Every name of an English sentence stands beside somebody, who is named in its paragraph before. */
export function allBeside(article: Article, index: number, actors: readonly Entity[]): boolean {
  const { start, end, block } = article.sentences[index] ?? { start: 0, end: 0, block: -1 };
  const text = article.folded.slice(start, end);
  if (hasHan(text)) return false;
  const beside = actors.every(
    (e) => partnerAt(text, coordinated({ text, entities: actors }, e)[0] ?? e) && !owns(text, e),
  );
  for (let i = index - 1; beside && article.sentences[i]?.block === block; i--)
    if (article.entitiesOf(i).some(isActor)) return true;
  return false;
}
