import type { Article } from './analysis.ts';
import { type Entity, isActor } from './entities.ts';
import { partnerAt } from './partner.ts';
import type { Reading } from './reading.ts';
import type { Subject } from './source-subject.ts';

/** 向后者支付, 为后者部署, 在后者花了: to whom, for whom or where, is not who acts. */
const TO_WHOM = '[向给为对与和跟替在从]';
const ENDS_TO_WHOM = new RegExp(`${TO_WHOM}$`);
const ONE_OF_TWO = new RegExp(`\\bthe (latter|former)\\b|(?<!${TO_WHOM})(后者|前者)`);

/** "Microsoft and Nebius agreed that the latter would": which of the last two of a kind named before it a clause speaks of; undefined where it says neither word. */
export function oneOfTwo(
  { text, entities }: Pick<Reading, 'text' | 'entities'>,
  isOfKind: (entity: Entity) => boolean,
  from: number,
  to = text.length,
): Entity | undefined {
  const said = ONE_OF_TWO.exec(text.slice(from, to));
  if (!said) return undefined;
  const before = entities.filter((e) => e.end <= from + said.index && isOfKind(e));
  const last = before.at(-1);
  const other = before.findLast((e) => e.slug !== last?.slug);
  if (!last || !other) return undefined;
  return said[1] === 'latter' || said[2] === '后者' ? last : other;
}

/** So many sentences on, 前者 and 后者 still mean the two that were named together. */
const REACH = 2;

/** "甲与乙先后公布财报。前者营收…，后者…": the one of the two houses named in a sentence above that the words before a figure speak of; null elsewhere. */
export function oneOfTwoAbove(article: Article, { text, entities, index, block }: Reading, to: number): Subject | null {
  const lead = text.slice(0, to);
  const at = Math.max(lead.lastIndexOf('前者'), lead.lastIndexOf('后者'));
  if (
    at < 0 ||
    ENDS_TO_WHOM.test(lead.slice(0, at)) ||
    entities.some((e) => isActor(e) && e.end <= to && !(e.start > at && partnerAt(text, e)))
  )
    return null;
  /** The houses of the sentences above, the last one first. */
  const told: { readonly slug: string; readonly name: string }[] = [];
  for (const i of article.thread.before(index, REACH)) {
    if (article.sentences[i]?.block !== block) return null;
    const above = article.reading(i);
    for (const e of above.entities.filter(isActor).toReversed())
      told.push({ slug: e.slug, name: above.original.slice(e.start, e.end) });
    // 百度…。同一天，金山云…。前者…，后者…: each in a sentence of its own.
    const other = told.find(({ slug }) => slug !== told[0]?.slug);
    const meant = other && (lead[at] === '后' ? told[0] : other);
    if (meant) return { slugs: [meant.slug], names: [meant.name], how: 'clause' };
  }
  return null;
}
