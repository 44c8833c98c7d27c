import { type Entity, isActor } from './entities.ts';
import { promiserOf } from './exchange.ts';
import type { Reading } from './reading.ts';

const DEAL =
  '(?:deals?|agreements?|contracts?|pacts?|partnerships?|tie-?ups?|commitments?|alliances?|arrangements?|accords?|collaborations?)';
/** Behind an owner's name: the sum stands before the word for the deal ("Meta's existing $20 billion deal"), or behind its partner. */
const SUM_OF_DEAL = new RegExp(`^ ?(?:[\\w-]+ ){0,3}?${DEAL}\\b`);
const IN_DEAL = new RegExp(`^ (?:[^,;.]|\\.\\d){0,50}?\\b${DEAL} (?:with|for|covering) (?:[^,;.]|\\.\\d){0,60}$`);

/** "Meta's", whether the name was read with its ending or without. */
export const owns = (text: string, { end }: Pick<Entity, 'end'>): boolean =>
  text.startsWith("'s ", end) || text.startsWith("'s ", end - 2);

/** Up to a figure behind the colon of what a deal that is signed is for. */
const SIGNS_FOR = new RegExp(
  `\\b(?:sign(?:s|ed)?|str(?:uck|ikes?)|ink(?:s|ed)?|reach(?:es|ed)?|clos(?:es|ed)?) (?:an? |the )?(?:[\\w-]+ ){0,3}?${DEAL} (?:for|to (?:use|take|rent|lease|occupy|buy)) [^:;]{3,90}: [^;]*$`,
);

/** "The Broadcom order builds on Meta's existing $20 billion deal with AMD for six gigawatts", "signed a deal for all of X's cluster: 300 megawatts, 220,000 GPUs": whose deal a figure is of. */
export function dealOwner(reading: Reading, start: number, end: number): Entity | null {
  const { text, entities } = reading;
  const promiser = promiserOf(reading, start);
  if (promiser) return promiser;
  const signs = SIGNS_FOR.exec(text.slice(0, start));
  if (signs) return entities.find((e) => isActor(e) && e.kind === 'organisation' && e.end <= signs.index) ?? null;
  return (
    entities.findLast((e) => {
      if (e.end > start || start - e.end > 140 || !owns(text, e) || !isActor(e)) return false;
      const gap = text.slice(text.startsWith("'s ", e.end) ? e.end + 2 : e.end, start);
      return IN_DEAL.test(gap) || (/^ (?:[\w-]+ ){0,3}$/.test(gap) && SUM_OF_DEAL.test(text.slice(end, end + 40)));
    }) ?? null
  );
}

/** "- Halden Digital: CoreWeave took the last hall, so all 200 MW are let": whose item of a list it is, where another only rents from it; undefined elsewhere. */
export function landlordOf({ text, entities }: Reading, start: number): Entity | undefined {
  const label = entities.find(
    (e) => isActor(e) && /^[ *_•-]*$/.test(text.slice(0, e.start)) && /^[*_]*:/.test(text.slice(e.end)),
  );
  const tenant =
    label && entities.find((e) => isActor(e) && e.start > label.end && e.end <= start && e.slug !== label.slug);
  return tenant && TAKES.test(text.slice(tenant.end, tenant.end + 40)) ? label : undefined;
}
const TAKES =
  /^ (?:has |have |had |will |also |now |is |to )*(?:took|taken|takes?|taking|leas(?:es|ed|ing)|rent(?:s|ed|ing)?|signed (?:up )?(?:for|a lease)|moved in|books?|booked|pays?|will pay)\b/;

const DEAL_WITH = new RegExp(`\\b${DEAL} (?:signed |struck |announced )?with (?:the )?$`);
/** "the $9.7 billion Microsoft agreement", "OpenAI's new Oracle contract", "rents from Google, whose October deal": with whom somebody has it. */
export const isDealOf = (text: string, { start, end }: Pick<Entity, 'start' | 'end'>): boolean =>
  (text.startsWith(', whose ', end) &&
    WHOSE_DEAL.test(text.slice(end + 8, end + 48)) &&
    /\b(?:from|with|at|to|for|by) (?:the )?$/.test(text.slice(Math.max(0, start - 10), start))) ||
  (text[end] === ' ' &&
    (OF_SUM.test(text.slice(Math.max(0, start - 14), start)) ||
      OF_OWNER.test(text.slice(Math.max(0, start - 40), start))) &&
    DEAL_BEHIND.test(text.slice(end, end + 40)));
/** "OpenAI's enlarged Oracle contract": whose it is stands before. */
const OF_OWNER = /[a-z\d]['’]s (?:[a-z\d][a-z\d-]* ){0,3}$/;
const WHOSE_DEAL = new RegExp(`^(?:[\\w$-]+ ){0,4}?(?:${DEAL}|orders?|leases?)\\b`);
const OF_SUM = /(?:\d ?(?:[mb]n|[mbt])?|illion|watts?|[mg]w|-year),? $/;
const DEAL_BEHIND = new RegExp(`^ (?:[\\w-]+ ){0,2}(?:${DEAL}|orders?|leases?|tenancy)\\b`);
/** "The contract with Microsoft is worth": with whom it is, not whose figure it is. */
export const isOtherParty = (text: string, { start, end }: Pick<Entity, 'start' | 'end'>): boolean =>
  DEAL_WITH.test(text.slice(Math.max(0, start - 40), start)) ||
  isDealOf(text, { start, end }) ||
  // 拿下甲270亿美元的五年大单: won from him
  (WON_HAN.test(text.slice(Math.max(0, start - 5), start)) && ORDER_HAN.test(text.slice(end, end + 40))) ||
  // 对甲的追加投资为225亿
  (INTO_HAN.test(text.slice(Math.max(0, start - 3), start)) &&
    (INVESTED_HAN.test(text.slice(end, end + 16)) ||
      ORDERED_HAN.test(text.slice(end, end + 6)) ||
      SOLD_HAN.test(text.slice(end, end + 40)))) ||
  // 最近宣布的与甲、乙和丙的交易
  ((DEAL_HAN.test(text.slice(end, end + 14)) || SIGNED_HAN.test(text.slice(end, end + 12))) &&
    WITH_HAN.test(text.slice(Math.max(0, start - 40), start)));
const INTO_HAN = /[对向在] ?$/;
const INVESTED_HAN = /^ ?的?[^,，。;；\d的]{0,6}(?:投资|出资|注资|持股|投入)(?!者|人|机构)/;
/** 向甲提供算力服务实现收入31亿 */
const SOLD_HAN = /^ ?[^,，。;；\d]{0,10}(?:提供|销售|供应|供货|出售|出租)[^,，。;；\d]{0,14}(?:收入|营收|销售额|回款)/;
/** 向甲追加了5吉瓦的订单 */
const ORDERED_HAN = /^ ?(?:又|再|另)?(?:追加|追购|加订|订购|采购|下单|预订|购买|租用|租下|承租)/;
const WON_HAN = /(?:拿下|拿到|获得|斩获|赢得|中标|承接|接到|揽下|夺得)了? ?$/;
const ORDER_HAN = /^[^,，。;；]{0,30}?(?:订单|大单|合同|协议|合约|长约|采购)/;
const SIGNED_HAN = /^ ?(?:等[^,，。;；\d]{0,6})?(?:签订|签署|签下|签约|签[了的]|续签|达成|敲定|订立|扩大)/;
const DEAL_HAN =
  /^ ?(?:等[^,，。;；\d]{0,6})?(?:之间)?(?:的? ?[\d.,]+ ?[万亿]+(?:美|欧|港)?元)?的?[^,，。;；\d]{0,4}(?:交易|协议|合作|合同|订单)/;
const WITH_HAN = /[与和跟同] ?[^,，。;；]{0,36}$/;

const WITH = /\b(?:with|alongside)(?: the| its| rival| fellow)? $/;
const WITH_OR_FOR = /\b(?:with|alongside|from|for)(?: the| its| rival| fellow)? $/;
/** "A contract expansion with OpenAI", of chips and halls "for Microsoft" too: whoever the text is about has it, where it is about anybody. */
export const isBeside = (text: string, { start, end }: Entity, counts: boolean): boolean =>
  (counts ? WITH_OR_FOR : WITH).test(text.slice(Math.max(0, start - 20), start)) && !owns(text, { end });

const PARTNERS = new RegExp(`\\b${DEAL} with (?:[^;.]|\\.\\d){2,200}\\($`);

const OPENING_LIST =
  /^(?:after|besides|alongside|in addition to|on top of|beyond) (?:(?:deals|contracts|agreements) with )?(?:[^;.]|\.\d){2,120}\($/;
const ACTS_BEHIND =
  /^, (?:the )?(?:[\w.&-]+ ){1,3}?(?:has|have|is|was|will|turned|turns|signed|signs|added|adds|also|now|took|takes)\b/;
const PARTNERS_HAN = /[与和跟同向给](?:[^。;；]|\.\d){2,160}\($/;
const SIGNED_BEHIND = /^(?:[和与及、]?[^,，。;；()]{0,24})?(?:签|达成|敲定|订立|订购|采购|下单|租|合作|续约|长约)/;

/** "tie-ups with Oracle (4 gigawatts) and AMD (6 gigawatts)": where the list of partners begins and ends; null where a figure stands in none. */
export function partnersAround(text: string, start: number): { readonly from: number; readonly to: number } | null {
  if (text[start - 1] !== '(' && text[start - 2] !== '(') return null;
  const open = text.lastIndexOf('(', start) + 1;
  const to = text.lastIndexOf(')');
  const match = PARTNERS.exec(text.slice(0, open));
  if (match) return { from: match.index, to };
  // "After Google (5 GW) and Amazon (5 GW), Anthropic has turned to": of whoever acts behind the list.
  if (OPENING_LIST.test(text.slice(0, open)) && ACTS_BEHIND.test(text.slice(to + 1))) return { from: 0, to };
  // 已与甲(142亿美元)、乙(30亿美元)和丙签约
  const han = SIGNED_BEHIND.test(text.slice(to + 1)) ? PARTNERS_HAN.exec(text.slice(0, open)) : null;
  return han ? { from: han.index, to } : null;
}

/** "half a million chips for Anthropic, which will use": whom a clause that begins with a relative is about; undefined elsewhere. */
export const antecedentOf = ({ text, entities }: Reading, clauseStart: number): Entity | undefined =>
  /^ ?(?:which|who) (?:will|has|have|had|is|are|was|plans?|expects?|wants?|would|now|also|runs?|uses?|says?|said|aims?|operates?)\b/.test(
    text.slice(clauseStart, clauseStart + 20),
  )
    ? entities.findLast((e) => isActor(e) && e.end <= clauseStart && clauseStart - e.end <= 1)
    : GOES_ON_ITSELF.test(text.slice(clauseStart, clauseStart + 8))
      ? entities.findLast((e) => isActor(e) && e.end <= clauseStart && SAYS.test(text.slice(e.end, clauseStart)))
      : undefined;
/** 甲接管乙位于挪威的数据中心，该中心…: who acts in the clause that tells of a site has it, not whom it was from. */
export function ownerOfSiteAbove(text: string, actors: readonly Entity[], clauseStart: number): Entity | undefined {
  const last = actors.findLast((e) => e.end <= clauseStart);
  if (!last || !SITE_AGAIN.test(text.slice(last.end, clauseStart + 12))) return undefined;
  const from = text.slice(0, last.start).search(/[^,，;；。:：|]*$/);
  return actors.find((e) => e.start >= from && e.end <= clauseStart);
}
const SITE_AGAIN =
  /[,，;；:：] ?(?:该|此|这[座一个处])(?:座|个|处)?(?:ai|数据|算力|智算|超算|计算|训练)*(?:中心|园区|集群|基地|项目|设施|站点|机房)/;

/** 甲…，乙在开发者日上说，它的接口…: who speaks right before goes on to speak of itself. */
const GOES_ON_ITSELF = /^ ?(?:它|其|旗下|自家|自己|本公司|该?公司|我们)/;
const SAYS = /^[^,，。;；]{0,24}(?:说|称|表示|透露|披露|指出|介绍|宣布)(?:[,，:：] ?["“「]?)$/;
