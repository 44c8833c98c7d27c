import type { Article } from './analysis.ts';
import { type Entity, isActor } from './entities.ts';
import { cloudOf } from './families.ts';
import { endsInColon, openingOfList } from './list-opening.ts';
import type { Reading } from './reading.ts';
import { hasHan } from './text.ts';

/** Who the deals of a list are of, and the house that one of its items names. */
export interface Signed {
  readonly signer: string;
  readonly partner: Entity;
}

/** What a Chinese list of deals calls itself: 签下的大单, 采购清单, 手里的合同. */
const DEALS = /单子|大单|订单|合同|合约|协议|签[约下订署了的]|采购|购买|购物|下单|租约|承诺|(?:算力|战略)合作|交易/;
/** 甲骨文——4.5吉瓦, 微软：追加…, 谷歌（100亿美元）: right behind the house that opens an item. */
const BEHIND = /^(?:\([^()]*\))? ?(?:[:：]|[—–-]{1,2}|\(|[,，]|(?=\d|最多|至多|超|约|近|追加|合计|共))/;

/** The house that stands where an item begins, with nothing but marks before it. */
function itemOf({ text, entities }: Reading, from: number, to: number): Entity | undefined {
  const first = entities.find((e) => e.kind === 'organisation' && e.start >= from);
  return first &&
    first.end <= to &&
    /^[\s·•*\-\d.、)(（）]*(?:[与和跟同向])?$/.test(text.slice(from, first.start)) &&
    BEHIND.test(text.slice(first.end))
    ? first
    : undefined;
}

const notOf = (slug: string | undefined, partner: Entity): slug is string =>
  slug !== undefined && cloudOf(slug) !== cloudOf(partner.slug);

/** "某某的采购清单：甲300亿美元；乙2吉瓦": whose deals a sentence lists behind its colon. */
function signedAhead(reading: Reading, at: number): Signed | null {
  const { text, entities } = reading;
  const colon = Math.max(text.lastIndexOf('：', at), text.lastIndexOf(':', at));
  if (colon < 4 || !DEALS.test(text.slice(0, colon))) return null;
  const from = Math.max(colon, text.lastIndexOf('；', at), text.lastIndexOf(';', at)) + 1;
  const partner = itemOf(reading, from, at);
  if (!partner) return null;
  const owner =
    entities.findLast((e) => isActor(e) && e.end <= colon) ??
    entities.findLast((e) => e.kind === 'person' && e.end <= colon);
  return owner && notOf(owner.slug, partner) ? { signer: owner.slug, partner } : null;
}

/**
 * Whose deal a figure of a Chinese text is, where it stands behind the name of the other party in a list of deals: "OpenAI签下的大单：
 * 甲骨文——4.5吉瓦，五年3000亿美元"; null in any other list. `above` tells who is spoken of where the line over the list stands.
 */
export function signedBy(
  article: Article,
  reading: Reading,
  at: number,
  above: (opening: Reading) => string | undefined,
): Signed | null {
  if (!hasHan(article.folded)) return null;
  const ahead = signedAhead(reading, at);
  if (ahead) return ahead;
  if (article.blocks[reading.block]?.kind !== 'bullet') return null;
  const partner = itemOf(reading, 0, at);
  const opening = partner ? openingOfList(article, reading) : null;
  if (!partner || !opening || !(endsInColon(opening) || article.blocks[opening.block]?.kind === 'heading')) return null;
  if (!DEALS.test(opening.text)) return null;
  const named =
    opening.entities.find((e) => e.kind === 'organisation') ?? opening.entities.find((e) => e.kind === 'person');
  const signer = named?.slug ?? above(opening);
  return notOf(signer, partner) ? { signer, partner } : null;
}
