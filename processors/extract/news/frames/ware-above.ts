import type { Article } from '../analysis.ts';
import { isCompared } from '../compared-with.ts';
import type { Entity } from '../entities.ts';
import { openingOfItem } from '../list-opening.ts';
import type { Reading } from '../reading.ts';

/** What is sold: a product or a card. */
export const isWare = (e: Entity): boolean => e.kind === 'product' || e.kind === 'chip';

/** So far above a list may say what its items are of. */
const ABOVE_LIST = 6;

/** "Cloudflare R2: $0.015" over "Wasabi: $0.0049": another item of the same list, and each begins with a name of its own. */
export function isItemBeside(article: Article, reading: Reading, index: number): boolean {
  const begins = (e: Entity): boolean => e.start < 4;
  return (
    reading.entities.some(begins) &&
    article.entitiesOf(index).some(begins) &&
    openingOfItem(article, reading.index) !== undefined &&
    openingOfItem(article, index) !== undefined
  );
}

/** The last product or chip of the two sentences above, in the same paragraph; of the lines above a list; of the title. */
export function wareAbove(article: Article, reading: Reading): string | null {
  const listed = article.blocks[reading.block]?.kind !== 'paragraph';
  for (let i = reading.index - 1; i >= 0 && i >= reading.index - (listed ? ABOVE_LIST : 2); i--) {
    if (!listed && article.sentences[i]?.block !== reading.block) break;
    if (isItemBeside(article, reading, i)) continue;
    const above = article.reading(i);
    const ware = above.entities.findLast((e) => isWare(e) && !isCompared(above.text, above.entities, e));
    if (ware) return above.original.slice(ware.start, ware.end);
  }
  const [ware, other] = article.titleEntities.filter(isWare);
  return ware && !other ? (article.document.title?.slice(ware.start, ware.end) ?? null) : null;
}

/** "### Solo Plan" over "I decided to raise the price": the offer whose heading a sentence stands under; null under any other. */
export function offerOfHeading({ blocks, document }: Article, { block }: Reading): string | null {
  for (let i = block - 1; i >= 0 && i >= block - ABOVE_LIST; i--) {
    const above = blocks[i];
    if (above?.kind === 'heading') return OFFER.exec(document.body.slice(above.start, above.end))?.[0] ?? null;
  }
  return null;
}
const OFFER =
  /^(?:[A-Z][\w+-]*[ -]){1,3}(?:[Pp]lan|[Tt]ier|[Ee]dition|[Pp]ackage|[Ss]ubscription|[Mm]embership)(?=[*_ ]*$)/;
