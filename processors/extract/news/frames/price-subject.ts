import type { Announcement } from '../../../../infra/contracts/announcement.ts';
import type { Article } from '../analysis.ts';
import { carriedSubject } from '../carried-subject.ts';
import { makesOnly, PURE_MAKERS } from '../chip-makers.ts';
import { clauseAt } from '../context.ts';
import { type Entity, isActor } from '../entities.ts';
import { cloudOf } from '../families.ts';
import type { Quantity } from '../quantity.ts';
import type { Reading } from '../reading.ts';
import { type Subject, soleMaker, soleOrganisation } from '../source-subject.ts';
import { speakerOf } from '../speaker.ts';
import { subjectOf } from '../subject.ts';
import { hasHan } from '../text.ts';
import { makerBoughtFrom } from './bought-at.ts';
import { nameOnSheet } from './card-of-model.ts';
import { cardAboveSold } from './card-sold-at.ts';
import { hostOf } from './host.ts';
import { houseInTitle } from './host-of-title.ts';
import { HOSTS, MAKERS } from './hosts.ts';
import { houseInTurn } from './houses-in-turn.ts';
import { isMarketsRate } from './market-rate.ts';
import { isNamelessPlan } from './nameless-reseller.ts';
import { instanceName } from './noun-phrase.ts';
import { offerBehind } from './offer-behind.ts';
import { officialOf } from './official-price.ts';
import { ownerBehind } from './owner-behind.ts';
import { ownerOfPlan } from './plan-by-name.ts';
import { plansAtLarge } from './plans-at-large.ts';
import { cloudPriced } from './priced-by-cloud.ts';
import { pricedFor } from './priced-for.ts';
import { sellerOfCard } from './rate-card.ts';
import { resellerOf } from './reseller.ts';
import { makerOfRouted } from './routed.ts';
import { sellerAhead } from './seller-ahead.ts';
import { strangerAt } from './seller-at.ts';
import { ownerOfAntecedent, sellerBehind, sellerBesideIt, sellerRightBehind } from './seller-behind.ts';
import { setBeside } from './set-beside.ts';
import { shelfOfText } from './shelf-of-text.ts';
import { strangeModel } from './strange-model.ts';
import { topicModel } from './topic-model.ts';

/** Who sells at a price. */
export function priceSubject(
  article: Article,
  reading: Reading,
  q: Quantity,
  meter: Announcement['meter'] = null,
): Subject {
  const card = meter === 'other' ? cardAboveSold(article, reading, q) : null;
  if (card) return { slugs: [card.chip.slug], names: [card.name], how: 'carried' };
  const sheet = reading.entities.some(isActor) ? null : nameOnSheet(article, reading);
  if (sheet) {
    const seller = sellerOfCard(article, reading, HOSTS) ?? sheet.entity.slug;
    return { slugs: [seller], names: [sheet.name], how: 'carried' };
  }
  const sold = sellerOfPrice(article, reading, hasHan(reading.text) ? pairOf(reading, q) : q, meter);
  if (isNamelessPlan(article, meter, sold)) return { slugs: [], names: [], how: 'none' };
  const topic = sold.slugs.length === 0 && sold.how === 'none' ? topicModel(article, reading) : null;
  // "The model is a mixture of experts, priced at $0.09": of the one maker that the text names, before or after it.
  const maker =
    !topic && sold.slugs.length === 0 && q.rate?.meter === 'token' && !reading.entities.some(isActor)
      ? soleMaker(article)
      : null;
  const found: Subject = topic
    ? { slugs: [topic.entity.slug], names: [topic.name], how: 'heading' }
    : maker === null
      ? sold
      : { slugs: [maker], names: [], how: 'source' };
  if (q.rate?.meter !== 'token' && !TOKENS.has(meter)) return found;
  const routed = makerOfRouted(article, reading, q, found);
  return (routed.slugs.length === 0 ? strangeModel(reading, q) : null) ?? routed;
}

/** 比甲（$0.75/$4.5）贵一倍: the pair that a sum is the second of, of the one named before it; else the sum alone. */
function pairOf({ text, quantities }: Reading, q: Quantity): Quantity {
  const first = quantities[quantities.indexOf(q) - 1];
  return first?.unit === 'money' && q.unit === 'money' && /^ ?\/ ?$/.test(text.slice(first.end, q.start))
    ? { ...q, start: first.start }
    : q;
}

/** T4云服务器239元/周: rented, whoever made the card. */
const BY_TIME = /[/每](?:天|日|周|月|年)$/;

const TOKENS: ReadonlySet<Announcement['meter']> = new Set(['input', 'output', 'cached_input', 'blended']);

function sellerOfPrice(article: Article, reading: Reading, q: Quantity, meter: Announcement['meter']): Subject {
  // 某某涨价了！从19.99美元涨到22.99美元，另一家的…: whose price the sentence above spoke of.
  const above =
    /^["“]?(?:又|再|已)?[从由](?![^,，。;；]*?[a-z])/.test(reading.text.slice(0, q.start)) &&
    !reading.entities.some((e) => e.end <= q.start)
      ? carriedSubject(article, reading, 1)
      : null;
  if (above && above.slugs.length > 0) return above;
  if (SELLERS_BY_KIND.test(reading.text.slice(Math.max(q.end, q.rate?.end ?? 0))))
    return { slugs: [], names: [], how: 'none' };
  if (isMarketsRate(reading, q) || plansAtLarge(article, reading, q) !== null)
    return { slugs: [], names: [], how: 'none' };
  const maker = makerBoughtFrom(reading, q, meter);
  if (maker) return { slugs: [maker.slug], names: [], how: 'clause' };
  const seller =
    sellerRightBehind(reading, q) ??
    houseInTurn(reading, q) ??
    ownerOfPlan(reading, q) ??
    sellerBesideIt(reading, q) ??
    pricedFor(reading, q) ??
    besideSeller(reading, q) ??
    setBeside(reading, q) ??
    officialOf(reading, q) ??
    ownerBehind(reading, q)?.actor ??
    offerBehind(reading, q)?.actor ??
    sellerAhead(reading, q) ??
    sellerBehind(reading, q) ??
    ownerOfAntecedent(reading, q) ??
    hostOf(reading, q) ??
    companyMeant(reading, q);
  if (seller) return { slugs: [seller.slug], names: [reading.original.slice(seller.start, seller.end)], how: 'clause' };
  const stranger = strangerAt(reading, q, clauseAt(reading, q.start)[0]);
  if (stranger) return { slugs: [stranger.slug], names: [stranger.name], how: 'clause' };
  const platform = platformMeant(article, reading, q);
  if (platform) return platform;
  const theirs = ofTheHost(article, reading, q);
  if (theirs) return theirs;
  const chipFirst = reading.entities.filter((e) => e.end <= q.start).at(-1);
  const subject = subjectOf(article, reading, q.start, q.end, { partners: true });
  const ofTokens = q.rate?.meter === 'token' || TOKENS.has(meter);
  const reseller =
    resellerOf(article, reading, q, subject) ??
    pricedByCloud(article, subject) ??
    (ofTokens ? shelfOfText(article, reading, q, subject.slugs[0]) : null);
  if (reseller !== null && reseller !== subject.slugs[0]) return { slugs: [reseller], names: [], how: 'source' };
  // 英伟达高端卡(H100、B200)涨幅达30%: cards that others rent out.
  const named = reading.entities.findLast(
    (e) => e.kind === 'organisation' && e.slug === subject.slugs[0] && e.end <= q.start,
  );
  if (named && PURE_MAKERS.has(named.slug) && CARDS.test(reading.text.slice(named.end))) {
    // AWS下调英伟达实例的售价: whoever rents them out.
    const acting = reading.entities.findLast(
      (e) => e.kind === 'organisation' && e.end <= named.start && !PURE_MAKERS.has(e.slug),
    );
    return acting
      ? { slugs: [acting.slug], names: [reading.original.slice(acting.start, acting.end)], how: 'sentence' }
      : { slugs: [], names: [], how: 'none' };
  }
  // "摩尔线程MTT S5000每张3.2万元；寒武纪思元690报价8万元": each maker sells its own.
  if (
    meter === 'other' &&
    !BY_TIME.test(reading.text.slice(q.end, q.rate?.end ?? q.end)) &&
    subject.how === 'sentence' &&
    chipFirst?.kind === 'chip' &&
    PURE_MAKERS.has(subject.slugs[0] ?? '') &&
    PURE_MAKERS.has(chipFirst.slug)
  )
    return { slugs: [chipFirst.slug], names: [], how: 'clause' };
  // 甲宣布涨价;乙科技…租赁价格上调: of a house in no list, which has no slug.
  if (subject.how === 'sentence' && opensWithStranger(reading, q)) return { slugs: [], names: [], how: 'none' };
  // "Vultr is one to watch for AMD: an MI300X can be had for $1.90 an hour": whoever rents it out, not its maker.
  if (
    (subject.how === 'sentence' || subject.how === 'carried') &&
    (meter === 'gpu_hour' ||
      meter === 'instance_hour' ||
      BY_TIME.test(reading.text.slice(q.end, q.rate?.end ?? q.end))) &&
    PURE_MAKERS.has(subject.slugs[0] ?? '')
  ) {
    const host = reading.entities.findLast(
      (e) => e.kind === 'organisation' && e.end <= q.start && !PURE_MAKERS.has(e.slug),
    );
    return host
      ? { slugs: [host.slug], names: [reading.original.slice(host.start, host.end)], how: 'sentence' }
      : { slugs: [], names: [], how: 'none' };
  }
  // p5.48xlarge is a name of AWS's.
  if (
    subject.how !== 'clause' &&
    (instanceName(reading, clauseAt(reading, q.start)[0], q.start) ||
      ((subject.slugs.length === 0 || subject.how === 'title') && instanceName(reading, 0, q.start)))
  )
    return subject.how === 'sentence' || subject.how === 'source' || subject.how === 'title'
      ? subject
      : { slugs: ['aws'], names: [], how: 'clause' };
  // TPUs are rented out by their maker alone, whoever was spoken of above.
  const own =
    chipFirst?.kind === 'chip' && (subject.slugs.length === 0 || subject.how === 'carried')
      ? cloudOf(chipFirst.slug)
      : null;
  if (own !== null && OWN_CHIPS.has(own)) return { slugs: [own], names: [], how: 'clause' };
  // 租金走势：H100约7.2万元/月: a topic of its own, with sellers named only in the paragraphs above.
  if (
    subject.how === 'carried' &&
    ((chipFirst?.kind === 'chip' && standsAlone(article, reading) && !namedInBlock(article, reading)) ||
      MARKET_RATE.test(reading.text.slice(0, q.start))) &&
    soleOrganisation(article) === null &&
    houseInTitle(article) !== subject.slugs[0]
  )
    return { slugs: [], names: [], how: 'none' };
  // A chip's maker does not set the rent; nobody named means nobody.
  if (
    chipFirst?.kind === 'chip' &&
    subject.how !== 'clause' &&
    subject.how !== 'heading' &&
    subject.how !== 'carried' &&
    subject.how !== 'sentence'
  )
    return speakerOf(article) !== null || sellsByTitle(article, subject)
      ? subject
      : meter === 'other' && !/租/.test(reading.text.slice(clauseAt(reading, q.start)[0], q.start))
        ? { slugs: [chipFirst.slug], names: [], how: 'clause' }
        : { slugs: [], names: [], how: subject.how };
  return subject;
}

/** "$34/hour (CoreWeave) vs $98/hour (hyperscaler)", "$6.98 at the hyperscalers": of a kind of sellers, none of whom is named. */
const SELLERS_BY_KIND =
  /^ ?(?:\(|(?:at|on|from|with|across) )(?:the |an? |most |major |typical |other |big |large |average |peer-to-peer |p2p |gpu |specialist |cheaper |smaller )*(?:hyperscalers?|neoclouds?|specialists|cloud giants?|marketplaces?|competitors?|rivals|incumbents?|boutique (?:clouds?|providers?))(?! (?:like|such as|including))\b/;

/** Clouds whose own chips nobody else rents out. */
const OWN_CHIPS = new Set(['google-cloud', 'aws']);

/** "Together AI: new rates", "Vultr cuts GPU prices": the one house a title about prices names, which rents chips out. */
const sellsByTitle = (article: Article, subject: Subject): boolean =>
  subject.how === 'title' &&
  houseInTitle(article) === subject.slugs[0] &&
  (HOSTS.has(subject.slugs[0] ?? '') ||
    (RENTS_BY_TITLE.test(article.titleText) && !PURE_MAKERS.has(subject.slugs[0] ?? '')));
/** 智星云GPU租用价格: a card of rents. */
const RENTS_BY_TITLE =
  /租[用赁](?:价|费|收费|计费)|(?:gpu|显卡|算力|云主机|服务器)[^,，。;；]{0,6}(?:价格表|价目|收费标准|计费|价格一览)/;

/** A maker's models in a text about the prices of a cloud that sells them. */
const pricedByCloud = (article: Article, { slugs, how }: Subject): string | null =>
  how === 'none' || MAKERS.has(slugs[0] ?? '') ? cloudPriced(article) : null;

const CARDS =
  /^的? ?(?:[高中低]端|旗舰|主流|消费级|训练|推理|老款|新款)?(?:卡型|算力卡|卡|(?:gpu)?(?:实例|机型|云?服务器|云主机))(?=[的(（、,，价自涨降上下全])/;

const HAN_HOUSE =
  /^ ?[\u4e00-\u9fff]{2,5}(?:科技|股份|集团|信息|数据|智算|数码|网络|控股|电子|通信)(?!上|中|下|租|服务|中心|产品|价|业务|平台|资源)/;

/** Behind a semicolon a house begins that the gazetteer lacks, told by the shape of its name, and the nearest known one stands before it. */
function opensWithStranger({ text, entities }: Reading, q: Quantity): boolean {
  const item = Math.max(text.lastIndexOf('；', q.start), text.lastIndexOf(';', q.start)) + 1;
  return (
    item > 0 &&
    HAN_HOUSE.test(text.slice(item, q.start)) &&
    !entities.some((e) => e.start >= item && e.start < item + 3)
  );
}

/** "The cohort median is now around $2.95": what the market pays. */
const MARKET_RATE =
  /\b(?:median|average|index|going rate|market (?:rate|price)s?)\b[^,;.]{0,40}$|^(?:(?:an?|the|new|used|older) )?(?:nvidia )?[a-z]{1,3}\d{2,4}s (?:now |still |today |currently )*(?:fetch|change hands|trade|go(?=es for| for)|rent(?= for))[a-z]*\b[^,;]{0,24}$/;

/** A paragraph, or an item of a list that no line with a colon opens. */
function standsAlone(article: Article, reading: Reading): boolean {
  if (article.blocks[reading.block]?.kind === 'paragraph') return true;
  for (let i = reading.block; i >= 0; i--) {
    const block = article.blocks[i];
    if (block && block.kind !== 'bullet') return block.kind === 'paragraph' && article.folded[block.end - 1] !== ':';
  }
  return false;
}

function namedInBlock(article: Article, reading: Reading): boolean {
  for (let i = reading.index; i >= 0 && article.sentences[i]?.block === reading.block; i--)
    if (article.entitiesOf(i).some((e) => isActor(e) && !makesOnly(article.reading(i), e))) return true;
  return false;
}

/** "$0.015, versus $0.023 for S3 Standard": whose price it is set beside. */
function besideSeller({ text, entities }: Reading, { start, end, rate }: Quantity): Entity | undefined {
  if (!BESIDE.test(text.slice(Math.max(0, start - 120), start))) return undefined;
  const from = Math.max(end, rate?.end ?? 0);
  return entities.find(
    (e) =>
      isActor(e) && e.start >= from && /^ (?:for|at|on|with|from) (?:the |its |an? )?$/.test(text.slice(from, e.start)),
  );
}
/** "against $3 for Sonnet and ": what others cost, in turn. */
const BESIDE =
  /\b(?:versus|vs\.?|against|compared (?:with|to)) (?:[$€£¥]\d[\d.]*[^;.$€£¥]{0,30}? (?:for|at|on|with|from) [^;.$€£¥]{2,30}?(?:,|,? and|,? or) )*(?:about |around |the )?$/;

/** "...; 公司宣布对GLM-5推理服务提价12%": the company the sentence began with prices another's model. */
function companyMeant(reading: Reading, q: Quantity): Entity | undefined {
  const [start] = clauseAt(reading, q.start);
  if (
    start === 0 ||
    !/^ ?(?:将|对|把|公司|该公司|该平台|平台|其(?![中他余])|the company|it|the platform)/.test(
      reading.text.slice(start, q.start),
    )
  )
    return undefined;
  return reading.entities.find((e) => e.kind === 'organisation' && e.end <= start);
}

/** "Their Llama 5 endpoint lists at $0.85", "the rate for GLM-5 on its API": another's model, of the host spoken of. */
function ofTheHost(article: Article, reading: Reading, q: Quantity): Subject | null {
  const product = reading.entities.find((e) => e.kind === 'product' && e.end <= q.start);
  if (!product) return null;
  const host = reading.entities.find((e) => e.kind === 'organisation' && e.end <= q.start);
  if (ON_ITS_PLATFORM.test(reading.text.slice(product.end, q.start)) && (!host || host.end <= product.start))
    return host
      ? { slugs: [host.slug], names: [reading.original.slice(host.start, host.end)], how: 'sentence' }
      : carriedSubject(article, reading, 4);
  if (host || !/\b(?:their|its) $/.test(reading.text.slice(0, product.start))) return null;
  const carried = carriedSubject(article, reading, 4);
  return carried && HOSTS.has(carried.slugs[0] ?? '') ? carried : null;
}
const ON_ITS_PLATFORM =
  /^[^,;]{0,12} (?:on|in|through|via|over) (?:its|their) (?:own )?(?:[a-z]+ )?(?:apis?|platform|cloud|service|endpoints?|marketplace)\b/;

/** DeepSeek-V3.2在平台上的价格: the platform is the house spoken of. */
function platformMeant(article: Article, reading: Reading, q: Quantity): Subject | null {
  // 移动云宣布，模型服务平台上DeepSeek系列限时5折: of the house whose platform it is.
  const hosted = reading.entities.find(
    (e) =>
      e.kind !== 'chip' &&
      e.end <= q.start &&
      /平台[\w-]{0,12}上(?:架?的)? ?$/.test(reading.text.slice(Math.max(0, e.start - 18), e.start)),
  );
  const host = hosted && reading.entities.find((e) => e.kind === 'organisation' && e.end < hosted.start);
  if (host && host.slug !== hosted.slug)
    return { slugs: [host.slug], names: [reading.original.slice(host.start, host.end)], how: 'clause' };
  if (!/在(?:该|其|本)?平台/.test(reading.text.slice(0, q.start))) return null;
  const carried = carriedSubject(article, reading, 4);
  return carried && HOSTS.has(carried.slugs[0] ?? '') ? carried : null;
}

/** "CoreWeave, Lambda and Crusoe list H100s at $2.49-2.85", "from $1.40 at Vast.ai to $7 on Azure": a range over several sellers belongs to none of them. */
export function severalProviders(reading: Reading, q: Quantity): boolean {
  if (q.min === q.max || q.min === null || q.max === null) return false;
  if (SELLER_AT_END.test(reading.text.slice(q.start, q.end)) || BY_SELLER.test(reading.text.slice(q.end))) return true;
  // "Lambda $2.99, RunPod $1.99-$2.69": those behind the price before.
  const from = reading.quantities.findLast((o) => o.unit === 'money' && o.end <= q.start)?.end ?? 0;
  const orgs = new Set(
    reading.entities.filter((e) => e.kind === 'organisation' && e.start >= from && e.end <= q.start).map((e) => e.slug),
  );
  return orgs.size >= 2;
}

/** A seller's name or kind, told with one end of a range. */
const SELLER_AT_END = /\b(?:on|at|with|from) (?!demand|average|launch|least|most)[a-z]/;
const BY_SELLER = /\b(?:depending on|across|by) (?:the |your )?(?:provider|vendor|seller|host|cloud|marketplace)s?\b/;
