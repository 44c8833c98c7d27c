import type { Article } from '../analysis.ts';
import { signedDeal } from '../carried-subject.ts';
import { type Entity, isActor } from '../entities.ts';
import type { Quantity } from '../quantity.ts';
import type { Reading } from '../reading.ts';

/** What a house has undertaken, as one item of a list of such things. */
interface Commitment {
  readonly slug: string;
  /** The item's own words behind its figure, in the original case. */
  readonly object: string;
  /** True where the text calls it a deal signed. */
  readonly signed?: true;
}

const LIST_AHEAD =
  /^(?:['’]s)? [^:;]{0,90}(?:commitments?|deals?|agreements?|contracts?|pledges?|partnerships?|obligations|lined up|signed|struck|booked|committed)\b[^:;]{0,60}: /;
const ITEM_BEFORE = /(?:: |, |, and | and )an? (?:further |separate |new )?$/;
const ITEM_BEHIND =
  /^[+-]? ?((?:[\w.'&-]+[ /]){1,4}(?:deals?|build-?outs?|expansions?|commitments?|contracts?|agreements?|campus(?:es)?|orders?|pledges?|leases?|pacts?|partnerships?|projects?|sites?))\b/;

/** "X's commitments are large: a $25B Amazon deal, a 5-gigawatt Google buildout": of X, whoever the items name. Null for any other figure. */
export function commitmentOf(reading: Reading, q: Quantity): Commitment | null {
  const bare = bareItem(reading, q);
  if (bare) return bare;
  const { text, original, entities } = reading;
  const item = ITEM_BEFORE.test(text.slice(Math.max(0, q.start - 24), q.start))
    ? ITEM_BEHIND.exec(text.slice(q.end))
    : null;
  const colon = item ? text.lastIndexOf(': ', q.start) : -1;
  const owner: Entity | undefined =
    colon < 0 ? undefined : entities.find((e) => isActor(e) && e.kind === 'organisation' && e.end <= colon);
  if (!item?.[1] || !owner || !LIST_AHEAD.test(text.slice(owner.end, colon + 2))) return null;
  const at = q.end + item[0].length - item[1].length;
  return { slug: owner.slug, object: original.slice(at, at + item[1].length) };
}

/** Before and behind the figure of an item that is no more than a sum and whom it is with. */
const BARE_BEFORE = /(?:: |, |; | and )(?:about |up to |another |over |roughly )?$/;
const BARE_BEHIND = /^\+? (?:(?:of |for |worth of )(?:[a-z-]+ ){0,3})?(?:with |from |at |to |for |on )?(?:the )?$/;
const ITEM_ENDS = /^(?:['’]s)?(?:[,;.()]|$| and | \()/;

/** "OpenAI's compute commitments: $300B Oracle (4.5 GW), $138B AWS, 10 GW with Nvidia": of OpenAI, each named by the other party. */
function bareItem({ text, original, entities }: Reading, q: Quantity): Commitment | null {
  const colon = text.lastIndexOf(': ', q.start);
  const owner = colon < 0 ? undefined : entities.find((e) => isActor(e) && e.kind === 'organisation' && e.end <= colon);
  if (!owner || !LIST_AHEAD.test(text.slice(owner.end, colon + 2))) return null;
  const inBracket = text[q.start - 1] === '(' && /^\+?\)/.test(text.slice(q.end));
  const partner = inBracket
    ? entities.find((e) => e.end === q.start - 2 && e.start > colon)
    : BARE_BEFORE.test(text.slice(Math.max(0, q.start - 16), q.start))
      ? entities.find(
          (e) => e.start > q.end && BARE_BEHIND.test(text.slice(q.end, e.start)) && ITEM_ENDS.test(text.slice(e.end)),
        )
      : undefined;
  return partner && isActor(partner) && partner.slug !== owner.slug
    ? { slug: owner.slug, object: original.slice(partner.start, partner.end) }
    : null;
}

/** "某某签下的大单：甲——五年3000亿美元；乙——2500亿美元的云合同": of the one who signed, told by what it is, or by the other party. */
export function listedDeal(article: Article, reading: Reading, q: Quantity): Commitment | null {
  const signed = signedDeal(article, reading, q.start);
  if (!signed) return null;
  const thing = DEAL_BEHIND.exec(reading.text.slice(q.end))?.[1];
  const at = thing === undefined ? signed.partner.start : reading.text.indexOf(thing, q.end);
  return {
    slug: signed.signer,
    signed: true,
    object: reading.original.slice(at, thing === undefined ? signed.partner.end : at + thing.length),
  };
}
const DEAL_BEHIND = /^ ?的?([^,，。;；\d]{0,14}(?:合同|协议|订单|大单|合约|云服务|算力|租约))/;
