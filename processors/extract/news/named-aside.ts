import { isBackerBefore, isClientHan } from './client-han.ts';
import { type Entity, isActor } from './entities.ts';
import { cloudOf } from './families.ts';
import type { Reading } from './reading.ts';
import { isClientOf, isOrderOf, tellsTime } from './roles.ts';
import { hasHan, isHan, isWordUnit } from './text.ts';

/** What an apposition calls the house it explains, or says it is to another. */
const HOUSE_NOUN =
  /\b(?:company|firm|start-?up|cloud|provider|operator|lab|maker|host|hoster|vendor|platform|group|developer|chipmaker|builder|landlord|neocloud|business|carrier|supplier|reseller|unit|subsidiary|arm|division|affiliate|venture|marketplace|spin-?(?:off|out)|rival|partner|client|customer|backer|brand)s?\b/;

/** "backed by Nvidia", "which competes with AWS": what is said of a house between commas, where no figure stands. */
const ATTACHED =
  /^(?:(?:now |part-|half-|majority-|largely |jointly |partly |long |once |formerly |recently )?(?:backed|owned|funded|led|run|founded|financed|supported|advised|controlled|bought|acquired|hosted|supplied|used|loved|favou?red|built|based|started|staffed|courted|listed|chaired|valued|known|best known) |which |who |whose |like |unlike |not )[^\d$€£¥]*$/;
/** What opens a sentence and is a house, or stands for one. */
const OPENS =
  /^(?!(?:in|on|at|for|from|by|with|after|before|since|last|this|next|as|when|if|though|while|under) )[\w.&'’-]+(?: [\w.&'’-]+){0,2}$/;
const GOES_ON =
  /^(?:has|have|had|is|are|was|were|will|would|said|says|plans?|expects?|now|also|then|today|again|aims?|wants?|intends?|goes|costs?|lists?|comes?|starts?|charges?|raised|raises|cuts?|lowers?|lowered|slashed|pays?|runs?|operates?|spent|spends|reported|signed|announced|put|bills?|sells?|rents?|handles?|serves?|processes|processed|w[io]ns?|holds?|held|makes?|made|builds?|built|owns?|takes?|took|gets?|got|buys?|bought|brings?|brought|leads?|led|grew|rose|fell|earned|lost|posted|booked|adds?|added|hosts?|needs?|leas(?:es|ed)|ordered|orders|suppl(?:ies|ied)|deploy(?:s|ed)|install(?:s|ed)|uses|used|pledged|committed|agreed|paid|reach(?:es|ed)|hit|topped|passed|generated|delivered)\b/;

/** "Anthropic, which Amazon has backed, expects": who goes on behind a clause between commas that is said of it; undefined elsewhere. */
export function resumedBy(text: string, entities: readonly Entity[], clause: number): Entity | undefined {
  if (text[clause - 1] !== ',' || !GOES_ON.test(text.slice(clause + 1, clause + 20))) return undefined;
  const open = text.lastIndexOf(', ', clause - 2);
  return open > 1 && /^(?:which|who|whose) /.test(text.slice(open + 2, open + 8))
    ? entities.find((e) => isActor(e) && e.end === open)
    : undefined;
}

/** "Scaleway, the cloud arm of France's Iliad group, charges": named between commas to explain the house right before them. */
export function explainsAnother(text: string, entities: readonly Entity[], entity: Entity): boolean {
  // "Doubao (ByteDance)": whose the product is.
  if (text[entity.start - 1] === '(' && text[entity.end] === ')') {
    const owned = entities.find((e) => e.kind === 'product' && e.end === entity.start - 2);
    if (owned && cloudOf(owned.slug) === cloudOf(entity.slug)) return true;
  }
  const open = text.lastIndexOf(', ', entity.start);
  if (open < 2 || entity.start - open > 80) return false;
  const close = text.indexOf(', ', entity.end);
  if (close < 0 || close - open > 140) return false;
  const phrase = text.slice(open + 2, close);
  const apposed = /^(?:an?|the|one of|its|[\w .&-]+'s?) /.test(phrase);
  // "o1, the obvious yardstick for R1, sells at": what the verb behind the comma goes on about.
  const told =
    (apposed && HOUSE_NOUN.test(phrase)) ||
    (((apposed && !/[\d$€£¥%]/.test(phrase.replace(/[a-z][\w.-]*\d[\w.-]*/g, ''))) || ATTACHED.test(phrase)) &&
      GOES_ON.test(text.slice(close + 2, close + 20)));
  if (!told) return false;
  if (/^, (?:and|or|as well as|plus) /.test(text.slice(close, close + 13))) return false;
  // "Etched, which wants to take on Nvidia, has", "The landlord, owned by BlackRock, has": of whoever opens the sentence, known or not.
  if (ATTACHED.test(phrase) && OPENS.test(text.slice(0, open))) return true;
  return entities.some(
    (e) => isActor(e) && e !== entity && e.end <= open && /^(?: \([^()]*\))?$/.test(text.slice(e.end, open)),
  );
}

/** "the company signed", "its stake in", "which it rents from": of a house spoken of already, up to the name of another. */
const BESIDE_COMPANY =
  /\b(?:the (?:company|group|firm|start-?up|chipmaker|operator|provider|carrier)|it|its)(?:'s)? (?:(?!(?:said|says|that|expects?|thinks?|believes?|reckons?)\b)[a-z'-]+ ){1,9}$/;

/** "after the company signed Meta", "a charge for the company's stake in OpenAI": another than the company that the text is about. */
export const isBesideCompany = (text: string, { start }: Entity): boolean =>
  BESIDE_COMPANY.test(text.slice(Math.max(0, start - 80), start));

const CONDITION =
  /(?:\b(?:if|should|unless|once|when|provided(?: that)?) (?:the )?|(?:如果?|若|假如|倘若?|一旦|要是|只要) ?)$/;

/** "$14 billion, and if Microsoft takes the option $24 billion": who must act first, in a clause before that of the figure. */
export const isCondition = (text: string, { start, end }: Entity, figure: number): boolean =>
  isBackerBefore(text, { start, end }, figure) ||
  (CONDITION.test(text.slice(Math.max(0, start - 16), start)) &&
    (/[,，]/.test(text.slice(end, figure)) ||
      /^[^,.;]{3,60}? (?:it|that|this) (?:rises|goes|grows|becomes|comes|is|will|would|could)\b/.test(
        text.slice(end, figure),
      )));

const ORIGIN =
  /\b(?:(?:spun (?:out|off)|split(?: off)?|carved(?: out)?|born|descended|broken? away|emerged|separated|hived off|cut loose|divested|rebranded|renamed) (?:of|out of|from) (?:[\w'’-]+ ){0,4}|(?:what (?:remains|is left|was left)|remnants?|rump|offshoot|spin-?off|spin-?out|heir|successor) (?:of|to|from) (?:the )?|(?:former|formerly|once|previously|ex)[ -](?:(?:a |the )?(?:[\w-]+ )?(?:part|arm|half|unit|business|division|subsidiary|parent) of |known as |called |owned by )?)$/;
/** "Nebius, spun out of Yandex", "formerly part of Yandex": named to say where another comes from. */
export const isOrigin = (text: string, start: number): boolean =>
  ORIGIN.test(text.slice(Math.max(0, start - 64), start));

const SPEAKS = /\b(?:said|says|told|added|adds|explained|wrote|replied|noted)\b|说|表示|称|透露|告诉|指出|坦言|介绍/;

/** “明年会有12万张卡，”一位华为云工程师说; "… by Christmas," an Oracle engineer told visitors: whose words a figure in a quotation is; undefined outside. */
export function speakerBehind(text: string, entities: readonly Entity[], figure: number): Entity | undefined {
  const close = text.slice(figure).search(/["”」](?! ?[,，]? ?["“「])/);
  if (close < 0) return undefined;
  const end = figure + close + 1;
  if (!/["“「]/.test(text.slice(0, figure)) || !SPEAKS.test(text.slice(end, end + 80))) return undefined;
  return entities.find((e) => e.kind !== 'chip' && e.kind !== 'reporter' && e.start >= end && e.start - end < 70);
}

const MOVED_BY =
  /^['’]s (?:[a-z]+ ){0,2}?(?:loss(?:es)?|results?|stake|write-?downs?|troubles?|decline|gains?) (?:had |has |have )?(?:knocked|shaved|took|cut|dragged|weighed|lopped|wiped|reduced|cost|hit|hurt|added|contributed|lifted|boosted)\b/;
/** "OpenAI's losses knocked $3 billion off", "受Anthropic等股权收益带动，净利润…": what moved a figure, not whose it is. */
export const isCause = ({ text }: Pick<Reading, 'text'>, entity: Entity): boolean =>
  MOVED_BY.test(text.slice(entity.end, entity.end + 60)) ||
  (/(?:^|[,，。;；]) ?[但而]?(?:受|因)(?:益于)?[^,，。;；]{0,24}$/.test(
    text.slice(Math.max(0, entity.start - 28), entity.start),
  ) &&
    /^[^,，。;；]{0,24}(?:带动|推动|影响|拖累|提振|驱动|拉动|波及|刺激)/.test(text.slice(entity.end, entity.end + 30)));

/** "a developer's delay (likely OpenAI or Meta)": whom the writer guesses at in a bracket. */
const GUESSED =
  /\((?:most |very )?(?:likely|probably|possibly|presumably|reportedly|rumou?red to be|perhaps|e\.g\.,?|such as|including|like|think) [^()]*$/;
const REMARK =
  /, (?:an? (?:[\w-]+ )?(?:venture|partnership|project|collaboration) (?:with|of|between)|popular (?:with|among)|(?:best )?known (?:for|to)|based on|built on|modell?ed on|similar to|compatible with|aimed at|pitched at|used by|loved by|familiar (?:to|from)|forked from|trained on) [^,;]*$/;
/** "its Coding Plan, popular with people who run Claude Code, now costs": named in a remark between commas. */
const isRemark = (text: string, start: number, end: number): boolean =>
  /^[^,;.]{0,60}, /.test(text.slice(end, end + 64)) && REMARK.test(text.slice(Math.max(0, start - 90), start));
const COMPANIONS =
  /^[^,;]{2,50}, (?:together with|along with|alongside|with) (?:[\w.&'’ -]{2,40}(?:, and |, | and ))*(?:the )?$/;
/** "OpenAI, with SB Energy and Nvidia, is building": those at the side of whoever acts. */
const isCompanion = (text: string, start: number, end: number): boolean =>
  /^[^;]{0,100}?, (?:is|are|was|were|will|has|have|had|plans?|announced|expects?|aims?|intends?)\b/.test(
    text.slice(end, end + 120),
  ) &&
  COMPANIONS.test(/(?:(?! [—–-] )[^.;]|\.(?! [a-z]))*$/.exec(text.slice(Math.max(0, start - 160), start))?.[0] ?? '');
/** "In September it was the turn of Nvidia", "AMD was signed up for": the other party of the one spoken of. */
const isNext = (text: string, start: number, end: number): boolean =>
  /^(?:['’]s turn\b| (?:was|is|has been|had been) (?:signed up|brought in|roped in|lined up|enlisted|called in)\b)/.test(
    text.slice(end, end + 24),
  ) || /\bthe turn of (?:the )?$/.test(text.slice(Math.max(0, start - 16), start));
const TURN_HAN = /(?:轮到了?|接[着下来]*是|随后是|然后是|再来是) ?$/;
/** "New orders came in from Meta and Nvidia, among others": whose orders another has. */
const CAME_FROM =
  /\b(?:orders?|contracts?|bookings|commitments?|deals?|business|customers?|clients?|demand|money|investment|backing|cheques?|checks?)\b[^.;]{0,70}\bfrom (?:[A-Za-z][\w.]* ?(?:, |,? and )){0,3}(?:the )?$/i;
/** ", with Meta and Nvidia among the new signatories": whom another has. */
const AMONG =
  /^(?:(?:, | and |, and )[A-Za-z][\w.]*(?: [\w.]+)?){0,4} (?:among|as (?:the |its )?(?:[a-z]+ )?(?:customers?|clients?|tenants?|partners?|buyers?))\b/;
const isAmong = (text: string, start: number, end: number): boolean =>
  // "Its AI customers, Character.AI among them, brought"
  (text.startsWith(' among them', end) && text.startsWith(', ', start - 2)) || namedAmong(text, start, end);
const namedAmong = (text: string, start: number, end: number): boolean =>
  AMONG.test(text.slice(end, end + 90)) &&
  /\b(?:with|counts?|counting|names?|naming|lists?) [^;.]*$/.test(text.slice(Math.max(0, start - 80), start));
const LEANS_ON = /(?:(?:凭借|依托|借助|得益于|仰仗)[与和跟同]?|紧[接随跟][^,，。;；]{0,14}) ?$/;
/** "英伟达竞争者Etched", "摆脱对英伟达等芯片依赖", "凭借与字节的十年长约": named to say what another is, does without or has. */
export function isAside({ text }: Pick<Reading, 'text'>, entity: Entity): boolean {
  if (text !== asked) {
    asked = text;
    asides.clear();
  }
  const known = asides.get(entity);
  if (known !== undefined) return known;
  const aside = isAsideOfAnyLanguage(text, entity) || (hasHan(text) && isAsideInChinese(text, entity));
  asides.set(entity, aside);
  return aside;
}
/** The names of the sentence asked about last: each is asked about for every figure of it. */
let asked = '';
const asides = new Map<Entity, boolean>();

/** A clause can only begin behind a comma: asked ahead of what it may begin with. */
const hasComma = (text: string, start: number, reach: number): boolean => {
  const at = text.lastIndexOf(', ', start);
  return at >= 0 && at >= start - reach;
};
const IN_WHICH =
  /, (?:in|from|for|to|with|by|behind|at|through|against|on|under|of) (?:which|whom) (?:the )?(?:[\w.&'’-]+(?: [\w.&-]+)?(?:, | and |, and )){0,3}$/;
/** "Corvane, in which Nvidia holds a stake, had revenue of": who acts in a clause on the one that is spoken of. */
const isInRelative = (text: string, start: number, end: number): boolean =>
  hasComma(text, start, 70) &&
  IN_WHICH.test(text.slice(Math.max(0, start - 70), start)) &&
  /^[^;.\d]{0,80}?[^;.]{0,20}, /.test(text.slice(end, end + 104));
/** "Nebius, which Meta pays $3 billion a year, ended the quarter with 230 MW": who acts in a clause on another that has closed before the figure. */
export const isInClosedRelative = (
  { text }: Pick<Reading, 'text'>,
  { start, end }: Entity,
  figure: number,
): boolean => {
  if (!/, (?:which|whom|that|whose [a-z]+) (?:the )?$/.test(text.slice(Math.max(0, start - 24), start))) return false;
  const close = /^[^;,]*(?:,\d[^;,]*)*, (?!which\b|who\b)/.exec(text.slice(end, figure));
  return (
    close !== null &&
    /^(?:(?:has|have|had|will|is|was|also|now)\b|[a-z]+(?:s|ed)\b|r[ua]n|made|took|put|spent|built)/.test(
      text.slice(end + close[0].length),
    )
  );
};
/** "OpenAI accounts for most of its backlog, which stands at": who has a part of what the one spoken of has. */
const hasPartOfIts = (text: string, end: number): boolean =>
  text[end] === ' ' && PART_OF_ITS.test(text.slice(end, end + 90));
const PART_OF_ITS =
  /^ (?:alone |now |still |also |itself )*(?:accounts? for|accounted for|makes? up|made up|represents?|represented|is behind|stands behind|stood behind|provides?|provided|contributes?|contributed) [^.;$€£¥]{0,40} of (?:its|their|the (?:company|group|firm|operator)['’]s) /;
/** "Meta accounts for $35 billion of its $99.4 billion backlog": who has a part, where the figure is the whole of the one that speaks. */
export const hasPartBefore = ({ text }: Pick<Reading, 'text'>, { end }: Entity, figure: number): boolean =>
  / (?:its|their) (?:about |roughly |total |record )*(?:us)?[$€£¥]?$/.test(
    text.slice(Math.max(end, figure - 26), figure),
  ) && PART_OF.test(text.slice(end, figure));
const PART_OF =
  /^ (?:alone |now |still |also )*(?:accounts? for|accounted for|makes? up|made up|represents?|represented|is|provides?|contributes?) [^.;]{0,50} of (?:its|their) (?:about |roughly |total |record )*(?:us)?[$€£¥]?$/;
/** "in Portugal, where Start Campus owns the halls, another 12,600 are": who acts in a clause on the place. */
const IN_PLACE = /, where (?:the )?$/;
/** "Amazon's, not counting Anthropic's pledge, was": whose part is left out or put in. */
const WITHOUT =
  /, (?:not (?:counting|including)|excluding|including|without|leaving out|even without|net of|apart from|aside from|before) (?:the |its |all )?(?:[\w.&-]+ and )?$/;
const isLeftAside = (text: string, start: number, end: number): boolean =>
  hasComma(text, start, 40) &&
  WITHOUT.test(text.slice(Math.max(0, start - 40), start)) &&
  /^[^;,.]{0,50}, /.test(text.slice(end, end + 54));
const isInPlace = (text: string, start: number, end: number): boolean =>
  hasComma(text, start, 12) &&
  IN_PLACE.test(text.slice(Math.max(0, start - 12), start)) &&
  /^[^;,.\d]{0,80}, /.test(text.slice(end, end + 84));
/** "Firmus, in which Nvidia invested A$330 million, will": who acts in a clause on another, as far as that clause goes; undefined elsewhere. */
export const actorInRelative = ({ text, entities }: Reading, figure: number): Entity | undefined =>
  text.includes('which ') || text.includes('whom ')
    ? entities.findLast(
        (e) =>
          isActor(e) &&
          e.end <= figure &&
          figure - e.end < 70 &&
          IN_WHICH.test(text.slice(Math.max(0, e.start - 70), e.start)) &&
          !/, of (?:which|whom) (?:the )?$/.test(text.slice(Math.max(0, e.start - 20), e.start)) &&
          /^ (?:(?!and\b|or\b)[^,;.]){3,60}$/.test(text.slice(e.end, figure)),
      )
    : undefined;
/** "Micron and SK hynix aside, the biggest line in Meta's report": said not to be spoken of. */
const SET_ASIDE = /^(?:(?:,| and|, and) [a-z][\w.&-]*(?: [\w.&-]+)?){0,3} aside, /;
/** "Asked about AMD, Oracle said" */
const ASKED_ABOUT = /^(?:asked|pressed|quizzed|questioned) (?:about|on) (?:the |its )?$/;
const AS_WHAT =
  /^ as (?:an? |the |its |their )?(?:[a-z-]+ ){0,2}(?:customer|client|tenant|partner|supplier|backer|investor|buyer|anchor)\b/;
const AMONG_THEM = /\bamong them:? (?:[\w.&'’-]+(?: [\w.&'’-]+)?(?:, and |, | and )){0,5}(?:the )?$/;
/** "won Apple as a customer", "six customers, among them Google and Meta": named for what it is to another. */
export const isInRole = (text: string, { start, end }: Pick<Entity, 'start' | 'end'>): boolean =>
  (text.startsWith(' as ', end) && AS_WHAT.test(text.slice(end, end + 50))) ||
  AMONG_THEM.test(text.slice(Math.max(0, start - 90), start)) ||
  (IS.test(text.slice(Math.max(0, start - 14), start)) && ROLE_IS.test(text.slice(Math.max(0, start - 90), start)));
const IS = /\b(?:is|are|was|were|be|remains?|still|now|again|probably|presumably|likely)(?: the)? $/;
/** "Its biggest customer is still Microsoft", "its largest client, thought to be Foxconn" */
const ROLE_IS =
  /\b(?:customers?|clients?|tenants?|suppliers?|partners?|backers?|investors?|shareholders?|landlords?|lenders?|owners?)(?: (?:of|in|for) [\w.&' -]{2,30})?,? (?:(?:is|are|was|were|remains?) )?(?:(?:thought|believed|said|known) to be |(?:still|now|again|probably|presumably|likely|reportedly) )*(?:the )?$/;

/** What stands beside a name, past marks and spaces, is a Chinese character or the end of the text. */
const isHanBeside = (text: string, at: number, step: 1 | -1): boolean => {
  let i = at;
  while (i >= 0 && i < text.length && !isWordUnit(text.charCodeAt(i)) && !isHan(text.charCodeAt(i))) i += step;
  return i < 0 || i >= text.length || isHan(text.charCodeAt(i));
};

const isAsideOfAnyLanguage = (text: string, { start, end }: Entity): boolean =>
  tellsTime(text, start) ||
  isClientOf(text, start) ||
  (!(isHanBeside(text, start - 1, -1) && isHanBeside(text, end, 1)) && isAsideInEnglish(text, start, end));

const isAsideInEnglish = (text: string, start: number, end: number): boolean =>
  (start < 26 && ASKED_ABOUT.test(text.slice(0, start))) ||
  (start < 40 && SET_ASIDE.test(text.slice(end, end + 70))) ||
  isOrigin(text, start) ||
  isNext(text, start, end) ||
  isCompanion(text, start, end) ||
  isInRelative(text, start, end) ||
  isInPlace(text, start, end) ||
  hasPartOfIts(text, end) ||
  isLeftAside(text, start, end) ||
  isRemark(text, start, end) ||
  isAmong(text, start, end) ||
  isInRole(text, { start, end }) ||
  CAME_FROM.test(text.slice(Math.max(0, start - 110), start)) ||
  GUESSED.test(text.slice(Math.max(0, start - 60), start));

const RIVAL = /^ ?的?(?:最大|主要)?(?:竞争者|竞争对手|劲敌|挑战者)/;
const BUILT_IN = /(?:采用|搭载|使用|基于|配备)[^,，。;；:：]{0,48}$/;
const EFFECT = /^[^,，。;；]{0,10}(?:影响|收益|亏损|损益)/;
/** 新签的大单来自Meta: whose orders another has. */
const ORDERS_FROM = /(?:订单|大单|单子|合同|协议|合约|租约)(?:则|主要|都|均|也|全)*(?:来自|出自) ?$/;
const RIVALRY = /^[^,，。;；]{0,10}(?:竞争|抗衡|较量|对垒|掰手腕|一较高下|争夺)/;
const RELIANCE = /^[^,，。;；]{0,12}(?:依赖|制裁|管制|限制)/;

function isAsideInChinese(text: string, entity: Entity): boolean {
  const { start, end } = entity;
  const last = lastBefore(text, start);
  return (
    isOrderOf(text, entity) ||
    isClientHan(text, entity) ||
    isPressure(text, start, end) ||
    // 轮到甲, 随后是甲
    TURN_HAN.test(text.slice(Math.max(0, start - 16), start)) ||
    (('为给替'.includes(last) || (last === '的' && SERVED_OF.test(text.slice(Math.max(0, start - 12), start)))) &&
      isServed(text, end)) ||
    isShelf(text, start, end) ||
    (CONTRACT_HAN.test(text.slice(end, end + 6)) && SIGNED_OFF.test(text.slice(Math.max(0, start - 8), start))) ||
    isContractor(text, start, end) ||
    isPutInto(text, start, end) ||
    RENTED_FROM.test(text.slice(Math.max(0, start - 44), start)) ||
    isHeld(text, start, end) ||
    RIVAL.test(text.slice(end, end + 10)) ||
    isFormerLife(text, start, end) ||
    LEANS_ON.test(text.slice(Math.max(0, start - 20), start)) ||
    isClient(text, start, end) ||
    // 采用Cisco Silicon One与800G光学互连: whose part is built in.
    (BUILT_IN.test(text.slice(Math.max(0, start - 56), start)) && /^ [a-z]+ [a-z\d]/.test(text.slice(end, end + 24))) ||
    // 调整OpenAI投资影响后
    ('整除计'.includes(last) &&
      /(?:调整|剔除|扣除|不计|排除|撇除) ?$/.test(text.slice(Math.max(0, start - 3), start)) &&
      EFFECT.test(text.slice(end, end + 16))) ||
    (last === '自' && ORDERS_FROM.test(text.slice(Math.max(0, start - 12), start))) ||
    // 直接与英伟达GPU竞争
    ('与和跟同'.includes(last) && RIVALRY.test(text.slice(end, end + 16))) ||
    (last === '对' && RELIANCE.test(text.slice(end, end + 18))) ||
    isLeftOut(text, start, end) ||
    isOwnerInBracket(text, start, end) ||
    isJoinedBy(text, start, end)
  );
}

/** 除英伟达外也…: whom the one spoken of has or does beside. */
const isLeftOut = (text: string, start: number, end: number): boolean =>
  /除(?:了|去|开)?[^,，。;；]{0,16}$/.test(text.slice(Math.max(0, start - 20), start)) &&
  /^[^,，。;；]{0,16}?[之以]?外/.test(text.slice(end, end + 20));

/** 泰和数算（润泽科技旗下）: whose the house right before the bracket is. */
const isOwnerInBracket = (text: string, start: number, end: number): boolean =>
  /[\u4e00-\u9fffa-z\d] ?[(（](?:系|为|是|隶?属于?|原)?$/.test(text.slice(Math.max(0, start - 6), start)) &&
  /^ ?(?:集团)?的?(?:旗下|全资|控股|参股|子公司|孙公司|关联)[^()（）]{0,8}[)）]/.test(text.slice(end, end + 18));

/** 打进Meta供应链, 卡进AMD阵营: whose supplier somebody has become. */
const isJoinedBy = (text: string, start: number, end: number): boolean =>
  /[打切卡挤杀跻迈][进入身]了?$|进入了?$/.test(text.slice(Math.max(0, start - 4), start)) &&
  /^ ?的?[^,，。;；]{0,4}(?:供应链|阵营|体系|供应商|名单|生态)/.test(text.slice(end, end + 10));

const JOINED = /(?:加入|并入|归入|划归|归于|加盟|投奔|脱离|离开|告别|卖给|出售给|卖身|独立于) ?了?$/;
const SINCE_JOINED = /^ ?(?:旗下|麾下|集团|阵营|体系)?(?:之?[后前]|以[后来前]|至今|期间)/;
const PARTED =
  /^ ?(?:集团|旗下|体系)?(?:全资|整体|正式|战略)?(?:收购|并购|买下|收归|纳入|入主|控股|剥离|分拆|拆分|独立)(?:出来)?(?:之?[后前]|以[后来前]|至今)/;
/** 加入甲之后我们…, 被甲收购以来, 从甲分拆后: named to say when the one spoken of changed hands. */
const isFormerLife = (text: string, start: number, end: number): boolean =>
  (SINCE_JOINED.test(text.slice(end, end + 8)) && JOINED.test(text.slice(Math.max(0, start - 5), start))) ||
  ('被由从自'.includes(lastBefore(text, start)) && PARTED.test(text.slice(end, end + 14)));

/** What stands right before a place, past a space; a line end at the head of a text. */
const lastBefore = (text: string, at: number): string => text[text[at - 1] === ' ' ? at - 2 : at - 1] ?? '\n';

/** 其中英伟达贡献70亿美元, 小米生态带来6.9亿元: who buys; a cloud arm is part of the house it earns for. */
const isClient = (text: string, start: number, end: number): boolean =>
  (/^(?:(?!云|的)[^,，。;；\d]){0,14}(?:带来|贡献)了?(?:大?约|近|超过?|逾|的|其中)* ?[$¥]?\d/.test(
    text.slice(end, end + 26),
  ) ||
    // 其中甲贡献142亿，乙合计224亿
    (CLIENTS_GO_ON.test(text.slice(Math.max(0, start - 70), start)) &&
      /^[^,，。;；\d]{0,6}\d/.test(text.slice(end, end + 12)))) &&
  /[元亿万]/.test(text.slice(end, end + 40)) &&
  !/云$|^(?:aws|azure)$|cloud/.test(text.slice(start, end));
const CLIENTS_GO_ON = /其中[^;；。]{1,30}(?:带来|贡献)了?[^;；。,，]{1,24}[,，、和] ?$/;

/** 在甲、乙竞争下, 面对甲的冲击: whoever presses the one spoken of. */
const isPressure = (text: string, start: number, end: number): boolean =>
  /^[^,，。;；]{0,14}(?:竞争|夹击|挤压|围攻|冲击|压力|挑战|追赶|分流|影响)(?:之?下|中|[,，])/.test(
    text.slice(end, end + 20),
  ) &&
  /(?:在|面对|面临|受|遭|顶着|应对)(?:到|了|来自)?[^,，。;；]{0,16}$/.test(text.slice(Math.max(0, start - 20), start));

/** 为微软提供300MW，全年目标2.5GW: for whom another works, not of whom the sentence goes on. */
const isServed = (text: string, end: number): boolean =>
  /^ ?(?:提供|打造|兴建|新建|建造|建设|建置|建[一的成了出起好在]|盖[的了一起]|搭建|代工|供应|供货|供电|托管|代建|定制|运营|生产)/.test(
    text.slice(end, end + 4),
  );

/** 新签的甲合同五年值30亿: whose orders another has. */
const CONTRACT_HAN = /^ ?的?(?:那份|这份|五年|多年)?(?:合同|订单|大单|合约|长约|单子|协议)/;
const SIGNED_OFF = /(?:新签|签下|签了|拿下|新增|新接|手[里上中]|已签|在手|续签|首[份单]|最大)的? ?$/;
/** 为马斯克的xAI兴建 */
const SERVED_OF = /[为给替][^,，。;；为给替]{1,8}的 ?$/;
/** 模型权重已在甲与乙平台开源: where a thing lies for all to take. */
const isShelf = (text: string, start: number, end: number): boolean =>
  ON_SHELF.test(text.slice(end, end + 40)) && /在[^,，。;；]{0,30}$/.test(text.slice(Math.max(0, start - 32), start));
const ON_SHELF =
  /^(?: ?[、与和及] ?[a-z\u4e00-\u9fff ]{2,16})* ?(?:平台|社区|上|等|同步|正式|完整|全面|同时|双|首发)*(?:开源|开放(?:权重|下载)|发布权重|提供下载|可(?:免费)?下载)/;

const CONTRACTED = /^ ?(?:负责)?(?:承建|承包|施工|代建|供电|供货|代工|制造|设计)[的、]/;
/** 由甲承建、乙供电的园区: who builds or feeds what is another's. */
const isContractor = (text: string, start: number, end: number): boolean =>
  CONTRACTED.test(text.slice(end, end + 7)) && /由[^,，。;；]{0,24}$/.test(text.slice(Math.max(0, start - 26), start));

/** 租自甲、乙等新云的1.8吉瓦: from whom another has it. */
const RENTED_FROM = /(?:租自|购自|采购自|租用自|转租自)[^,，。;；]{0,40}$/;

/** 含入股甲的15亿，明年再投79亿: whom the money of another goes into. */
const isPutInto = (text: string, start: number, end: number): boolean =>
  text[text[end] === ' ' ? end + 1 : end] === '的' &&
  /^ ?的(?:约|近|超|逾| )*\d/.test(text.slice(end, end + 6)) &&
  /(?:入股|参股|注资|投资|投给|押注)了? ?$/.test(text.slice(Math.max(0, start - 5), start));

const HOLDS = /(?:持有|参股|控股(?!投资的))了?[^,，。;；\d]{0,6}$/;
const SHARES = /^ ?的?(?:全部|部分|剩余)?(?:股份|股票|股权|持股|持仓)/;
const TRADES = /(?:卖光|卖出|卖掉|售出|出售|抛售|减持|增持|清仓|套现|转让|买入)了?[^,，。;；]{0,8}$/;
const USES_SITE = /(?:使用|动用|租用|租下|用上|接入|入驻|包下|承租|其|它的) ?[^,，。;；\d]{0,14}$/;
const KNOWN_SITE = /^(?:colossus|(?:project )?rainier|雷尼尔|stargate|星际之门|hyperion|fairwater|prometheus)/;
/** 同时持有甲、乙相关收益, 使用SpaceX Colossus 1数据中心, 其Colossus 2: what another has or uses. */
const isHeld = (text: string, start: number, end: number): boolean =>
  /^ ?(?:相关|关联)/.test(text.slice(end, end + 4)) ||
  HOLDS.test(text.slice(Math.max(0, start - 12), start)) ||
  // 卖光了甲的股份
  (SHARES.test(text.slice(end, end + 8)) && TRADES.test(text.slice(Math.max(0, start - 14), start))) ||
  (KNOWN_SITE.test(text.slice(start, end)) && USES_SITE.test(text.slice(Math.max(0, start - 20), start)));

/** 它和甲骨文签的合约, 公司已向甲采购, 公司向甲采购…，向乙提供…: the other party of the one spoken of. */
export const isWithIt = (text: string, { start }: Entity): boolean =>
  WITH_IT.test(text.slice(0, start)) ||
  (TO_ANOTHER.test(text.slice(0, start)) && COMPANY_DOES.test(text.slice(0, start)));
const WITH_IT =
  /(?:^|[,，、]) ?(?:它|公司|该公司|本公司|我司|双方)(?:已|将|拟|还|正|也|又|主要)*[和与跟同向从给对为] ?$/;
const TO_ANOTHER = /[,，;；] ?(?:并|同时|还|又|再)?[向从给与和为] ?$/;
const COMPANY_DOES = /(?:^|[,，]) ?(?:公司|本公司|我司|该公司)(?!债|法|类|间)/;

/** 管理层还称，甲…；乙…，并预计收入将达1150亿: whoever began to speak goes on in a later clause. */
export const goesOnSaying = (text: string, clause: number): boolean =>
  /^ ?(?:并且?|同时|还|也)+(?:预[计期测]|重申|维持|给出|上调|下调)/.test(text.slice(clause)) &&
  /^ ?(?:管理层|(?:该)?公司|集团|它|他|她)/.test(text);

/** "For Oracle the price is steep: the company will": whom the sentence begins with. */
export const opensFor = (text: string, entity: Entity | undefined): boolean =>
  entity !== undefined && /^(?:for|at|over at) $/.test(text.slice(0, entity.start));

/** What others do for the one spoken of, and who of them comes next. */
export const SERVED =
  /[给为替帮让]它(?!们)|\bhelp(?:s|ed)? it (?:to )?[a-z]|['’]s turn\b|\bthe turn of\b|\b(?:was|is|has been|had been) (?:signed up|brought in|roped in|lined up|enlisted)\b/;

/** 同级模型里，甲报价5美元: whom the topic is set beside. */
export const RIVALS = /^ ?(?:在?(?:同级|同类|同档|竞品|友商|同行)|相比之下|相较之下|作为(?:对比|对照|参照)|横向对比)/;

/** "为微软、谷歌等代工服务器的企业": whom somebody works for, named only to say who he is. */
export function isModifier({ text }: Pick<Reading, 'text'>, entity: Entity): boolean {
  return (
    isCustomer(text, entity) ||
    (/^[^,，。;；]{0,30}的(?:企业|公司|厂商|供应商|服务商|代工厂|业者|伙伴)/.test(
      text.slice(entity.end, entity.end + 34),
    ) &&
      /(?:^|[,，。;；]) ?(?:为|给|替|向)[^,，。;；]{0,24}$/.test(
        text.slice(Math.max(0, entity.start - 28), entity.start),
      ))
  );
}

/** "针对阿里等大客户的涨价": who pays. */
const isCustomer = (text: string, { start, end }: Entity): boolean =>
  /^(?:等[^,，。;；]{0,6}客户|这样的[^,，。;；]{0,4}客户|(?:这一|这个)?大客户)/.test(text.slice(end, end + 12)) &&
  /(?:针对|面向|[对向给])[^,，。;；]{0,16}$/.test(text.slice(Math.max(0, start - 20), start));
