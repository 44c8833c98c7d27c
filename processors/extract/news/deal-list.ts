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
/** The same in English: "Its commitments", "OpenAI's deals so far", "What Meta has promised"; what others have signed with a house is theirs. */
const DEALS_ENGLISH =
  /\b(?:commitments?|deals?|contracts?|agreements?|obligations|purchases|shopping list|compute bill|(?:has|have) (?:signed|promised|pledged|committed|ordered))\b/;
const OF_OTHERS =
  /\b(?:customers?|clients?|tenants?|backlog|orders from|won|landed|investors?|funding|revenue|sales)\b/;
const ITS = /\b(?:its|their)\b|^(?:it|the company|the lab|the start-?up) /;
/** "Recent contracts:", a label and no more: of whomever the text is about. */
const LABEL =
  /^[*_# ]*(?:(?:recent|key|major|big|signed|announced|notable|new|other|large|largest|main|anchor|compute|cloud|infrastructure|supply|purchase) )*(?:commitments|deals|contracts|agreements|obligations|purchases)(?: (?:so far|to date|signed|announced))?[*_]*:?[*_ ]*$/;
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

/** "Its commitments read like a phone book: Microsoft $250B, Oracle $300B": the house an English item names, and the line that leads to it. */
function itemInEnglish(
  article: Article,
  reading: Reading,
  at: number,
): { partner: Entity; line: Reading; end: number } | null {
  const { text, entities } = reading;
  const bullet = article.blocks[reading.block]?.kind === 'bullet';
  const partner = bullet ? itemOf(reading, 0, at) : undefined;
  const colon = partner ? -1 : text.lastIndexOf(': ', at);
  if (colon > 6) {
    const from =
      Math.max(colon, text.lastIndexOf(', ', at), text.lastIndexOf('; ', at), text.lastIndexOf(' and ', at)) + 1;
    const lead = text.slice(from, at).trimStart().replace(/^and /, '');
    const first = entities.find((e) => e.kind === 'organisation' && e.start >= from && e.end <= at);
    return first &&
      /^(?:the )?$/.test(lead.slice(0, Math.max(0, lead.length - (at - first.start)))) &&
      SUM_BEHIND.test(text.slice(first.end, at))
      ? { partner: first, line: reading, end: colon }
      : null;
  }
  const line = partner ? openingOfList(article, reading) : null;
  return partner && line && (endsInColon(line) || article.blocks[line.block]?.kind === 'heading')
    ? { partner, line, end: line.text.length }
    : null;
}
/** Between a house and what it gets nothing else is told. */
const SUM_BEHIND = /^(?:['’]s)?,? ?(?:\(|about |up to |at least |over |some |for |gets? |[—–:-] )*$/;

/** Whose deals an English line lists, where it names him or takes him up; null where a figure stands in none. */
function signedInEnglish(
  article: Article,
  reading: Reading,
  at: number,
  above: (opening: Reading) => string | undefined,
): Signed | null {
  if (article.blocks[reading.block]?.kind !== 'bullet' && !reading.text.includes(': ')) return null;
  const item = itemInEnglish(article, reading, at);
  const lead = item?.line.text.slice(0, item.end);
  if (!item || !lead || !DEALS_ENGLISH.test(lead) || OF_OTHERS.test(lead)) return null;
  const named = item.line.entities.filter((e) => e.kind === 'organisation' && e.end <= item.end);
  const [owner, ...others] = new Set(named.map((e) => e.slug));
  const signer = owner ?? (ITS.test(lead) || LABEL.test(lead) ? above(item.line) : undefined);
  return others.length === 0 && notOf(signer, item.partner) ? { signer, partner: item.partner } : null;
}

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
 * Whose deal a figure is, where it stands behind the name of the other party in a list of deals: "OpenAI签下的大单：
 * 甲骨文——4.5吉瓦，五年3000亿美元"; null in any other list. `above` tells who is spoken of where the line over the list stands.
 */
export function signedBy(
  article: Article,
  reading: Reading,
  at: number,
  above: (opening: Reading) => string | undefined,
): Signed | null {
  if (!hasHan(article.folded)) return signedInEnglish(article, reading, at, above);
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
