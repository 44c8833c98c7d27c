import { Alternatives } from '../alternatives.ts';
import type { Article } from '../analysis.ts';
import { attributionOf } from '../attribution.ts';
import { carriedSubject } from '../carried-subject.ts';
import { makesOnly } from '../chip-makers.ts';
import { coordinated } from '../coordinated.ts';
import type { Draft } from '../draft.ts';
import { type Entity, isActor } from '../entities.ts';
import { cloudOf } from '../families.ts';
import { groupMeant } from '../group-meant.ts';
import { DENIED, HYPOTHETICAL, NEGATED, OTHER_RATES } from '../lexicon.ts';
import { openingOfItem } from '../list-opening.ts';
import { explainsAnother, isAside, isModifier } from '../named-aside.ts';
import type { Reading } from '../reading.ts';
import { sourceSubject } from '../source-subject.ts';
import { speakerOf } from '../speaker.ts';
import { matches } from '../text.ts';
import { effectiveDate } from './effective.ts';
import { hostLabel } from './host.ts';
import { HOSTS, MAKERS } from './hosts.ts';
import { DOWN_ENGLISH, UP_ENGLISH } from './moves-english.ts';
import { DOWN_HAN, UP_HAN } from './moves-han.ts';
import { isNotice } from './notice.ts';
import { movedNoun } from './noun-phrase.ts';
import { ownPrices, ownWares } from './own-prices.ts';
import { statusOfMove } from './planned.ts';
import { quoteAround } from './quote.ts';
import { strangerAt } from './seller-at.ts';
import { sellerOf } from './seller-of.ts';
import { inSupposedList } from './supposed-list.ts';

const UP_SAID =
  /\b(?:rais|hik|increas|lift|bump)(?:e[sd]?|ing|ed|s)?\b (?!(?:is|was|are|were|has|had|will|would|may|might) )(?:[\w'.-]+ ){0,6}?(?:prices?|pricing|fees|rates|tariffs|(?<!(?:it|they|we|you|that|which|who) )charges|rents|rentals)\b|\b(?:price|pricing) (?:\w+ )?(?:hikes?|increases?|rises?)\b|\b(?:prices?|pricing|fees|rates|tariffs|(?<!(?:it|they|we|you|that|which|who) )charges|rents|rentals) (?:\w+ ){0,3}?(?:going up|go up|went up|rose|risen|rising|increas(?:ed|ing)|climb(?:ed|ing))\b|\b(?:increase|rise|hike)s? (?:in|of|to) (?:the |its |their |our |all )?(?:[\w-]+ ){0,2}?(?:prices?|pricing|fees?|rates?|tariffs|rents?) (?:of|for|on)\b|\bput(?:s|ting)? up (?:\w+ ){0,4}(?:prices?|rates|fees|rents|charges|tariffs)\b|more expensive from|\badjust(?:s|ed|ing)? (?:[\w'-]+ ){0,5}(?:prices?|pricing|rates) (?:up(?:wards?)?|higher)\b|\b(?:will cost|it (?:now )?costs) more\b(?! than (?:about |around |an? |some )?[$€£¥\d])|\b(?:begun|began|begins?|start(?:s|ed|ing)?|will begin|about) (?:to charge\b|charging\b|(?:to bill|billing)(?= (?:separately )?for\b))|\b(?:introduc|impos|lev[iy])(?:e[sd]?|es|ed|ing)? (?:an? |new )+(?:[\w-]+ ){0,3}(?:fees?|surcharges?|charges?)\b(?! of [$€£¥\d])|\bget(?:s|ting)? (?:dearer|pricier|more expensive)\b|涨[过了]?价|提[过了]?价(?!降)|调涨|(?:上调|提高|调高|抬高)[^,，。;；低降]{0,26}(?:价|费|租金)|(?:取消|终止|停止|不再提供|收回|下线|关闭)[^,，。;；]{0,20}(?:优惠|折扣|特价|免费(?!试用期?到))|(?:开始|恢复|免费[^,，。;；]{0,6}[转改]为)(?:正式|单独|按[^,，。;；\d]{1,8})?(?:收费|计费)|[转改]为(?:正式|单独)?(?:收费|计费)|免费的?(?:公测|内测|测试|预览)(?:期|阶段|活动)?[^,，。;；]{0,10}(?:结束|截止|终止|告终|收官)|(?:价格|定价|费用|收费|租金|售价|资费|刊例价|报价|单价|(?:调用|使用|接入)成本)[^,，。;；降]{0,10}(?:上调|上涨|提高|上浮|调高|走高|攀升)/;
const DOWN_SAID =
  /\b(?:cut|slash|lower|reduc|drop|trim)(?:s|e[sd]?|ting|ing|ed|ped|ping|med)?\b (?!than )(?:[\w'.-]+ ){0,6}?(?:prices?|pricing|fees|rates|tariffs|(?<!(?:it|they|we|you|that|which|who) )charges|rents|rentals)\b|\b(?:price|pricing) (?:\w+ )?(?:cuts?|reductions?|decreases?|drops?)\b|\b(?:prices?|pricing|fees|rates|tariffs|(?<!(?:it|they|we|you|that|which|who) )charges|rents|rentals) (?:\w+ ){0,3}?(?:going down|went down|fell|fallen|falling|dropp(?:ed|ing)|declin(?:ed|ing)|slid|cut|reduced|lowered)\b|\b(?:fees?|surcharges?) (?:[\w'$€£¥.,-]+ ){0,8}?(?:disappears?|goes away|go away|(?:is|are|will be|is being|are being|has been|have been) (?:gone|dropped|scrapped|waived|abolished|removed|eliminated))\b|\b(?:now|becomes?|became|becoming|become|goes|going)(?: (?:permanently|entirely|completely|fully))? free\b|\b(?:is|are|was|were|been|being|be) made free\b|\b(?:ma[dk](?:e|es|ing)|declar(?:e[sd]?|ing)) (?:(?!(?:is|are|was|were|be|with|by|from|in|for)\b)[\w'.-]+ ){1,7}free(?= (?:until|through|for|from|to|of|on|as well|too|and|while)\b|[,.;]|$)|\badjust(?:s|ed|ing)? (?:[\w'-]+ ){0,5}(?:prices?|pricing|rates) (?:down(?:wards?)?|lower)\b|\b(?:is|are|be) free from (?:now|here|today)\b|\bno longer costs? (?:anything|a cent|extra)\b|\b(?:no longer|stop(?:s|ped)?|ceas(?:e[sd]?|ing)) (?:charg(?:e|es|ed|ing)|billing|bills?(?= for\b| [a-z]+ (?:input|output|requests?|calls|tokens|traffic|egress)))\b|free of charge from|\bno longer (?:adds?|levies|levy|applies|apply|imposes?|bills?) (?:[\w'$.-]+ ){0,4}(?:fees?|charges?|surcharges?|premiums?)\b|\b(?:abolition|removal|elimination|scrapping|waiver|waiving|end) of (?:[\w'$.-]+ ){0,5}(?:fees?|charges?|surcharges?)\b|\b(?:reduction|decrease|cut|drop)s? (?:in|of|to) (?:the |its |their |our |all )?(?:[\w-]+ ){0,2}?(?:prices?|pricing|fees?|rates?|tariffs|rents?) (?:of|for|on)\b|\bgone(?:, too,)? (?:is|are) (?:the |its )(?:[\w'$.-]+ ){0,4}(?:fees?|charges?|surcharges?)\b|\b(?:scrapp?|dropp?|waiv|remov|abolish|eliminat|ax|ditch|struck|(?:do(?:es|ne|ing)?|did) away with)(?:ed|ing|es|e|s)?:? (?:[\w'$.-]+ ){0,4}(?:fees?|charges?|surcharges?)\b|降价|(?<![如以])(?:下调|降低|调低|压低)[^,，。;；]{0,26}(?:价|费|租金)|(?:价格|定价|费用|收费|租金|售价|资费|报价|单价)[^,，。;；涨]{0,10}(?:(?<![如以])下调|下降|[降调]低|下跌|回落|下滑|走低|退回|回调|滑落)|(?:调用|使用|接入)成本[^,，。;；涨]{0,8}(?:下降|降低|下调|大降|骤降)|(?:价格|定价|费用|收费|售价|资费|单价|价)[^,，。;；涨]{0,4}[降砍压调][到至]了?(?:更|历史新?|新|[^,，。;；\d]{0,6}最)低|降费|全面免费|永久免费|(?<!继续|仍然?|依[旧然]|一直|长期)免费开放|(?:即日起|今起|今日起|从此|此后|往后|今后|以后)[^,，。;；]{0,12}(?:免费(?!额度|体验|试用|赠|[公内]测)|(?:不要|不收|不再要|不再收|不用花|分文不[取收])(?:钱|费)?)|(?:不要钱|不收钱)了|宣布[^,，。;；]{0,24}(?:模型|产品|服务|接口|api|lite|版)[^,，。;；]{0,14}免费(?:调用|使用|开放|提供)?(?=[、,，。;；]|$)|取消[^,，。;；]{0,14}(?:加价|溢价)|(?:把|将)(?!继续|仍|于|在|会|长期|一直|免费)[^,，。;；]{2,40}?免费(?:了|开放|提供)?(?=[、,，。;；]|$)|(?:调整|改|变|转)[为成](?:全面|永久|完全|限时)?免费|(?:全部|完全|彻底|全线)免费(?!额度|体验|试用|赠|领|送)|不再对[^,，。;；]{2,16}(?:收费|计费|加收)|(?:取消|免除|免收|不再(?:另行?|额外|单独)?(?:收取?|加收|计收?|征收))[^,，。;；]{0,22}(?:(?<![续自消免])费(?!率|者|用户)|溢价|加价)|(?<![续自消免])费用?[^,，。;；]{0,6}(?:不再(?:单独|另行|额外)?(?:收取|计收|加收)|(?:全部|一律|全额)?(?:免除|免收|取消))/;
const UP = new RegExp(`${UP_SAID.source}|${UP_ENGLISH}|${UP_HAN}`);
const DOWN = new RegExp(`${DOWN_SAID.source}|${DOWN_ENGLISH}|${DOWN_HAN}`);
const SKIP =
  /(?:cpu|处理器|硬盘|ssd)(?:产品|芯片)?[^,，。;；]{0,6}[涨提降]价|机器人|手机|笔记本|平板|汽车|电动|车型|轿车|(?<![a-z])suv(?![a-z])|晶圆|代工|封测|起步价|playstation|xbox|ps5|任天堂|\bconsoles?\b|\bcars?\b|\bvehicles?\b|\bsmartphones?\b|\blaptops?\b|\biphones?\b|\?|？|\bhistory of\b|股[」』”"'’]?的?价|期权|行权|stock price|share price|电价|油价|房价|(?<!\b(?:cit(?:es?|ed|ing)|blam(?:es?|ed|ing)|because of|due to|owing to|thanks to|amid|given|on) (?:[a-z-]+ ){0,3})(?:(?<!\b(?:more|less|extra|enough|much|of|gb|gpu|unified|onboard|fast|faster|bigger|larger) |\bhigh[- ]|\blarge-)memory(?![- ](?:bandwidth|per\b|footprint|capacity|optimi[sz]ed|and (?:compute|bandwidth)))|dram)|内存(?!型|优化)|猪肉|impairment|restructuring|import tariffs?|tariffs? on (?:imports?|chips|semiconductors)|price target|目标价|rate cut|interest rate|降息|加息/;
const PRICE_WAR = /price war|价格战/;
/** An announced change taken back. */
const CANCELLED =
  /\b(?:cancel(?:s|led|ed|ling|ing)?|withdr(?:aw|ew|awn|awing)|revers(?:e[sd]?|ing)|scrap(?:s|ped|ping)?|abandon(?:s|ed|ing)?|walk(?:s|ed|ing)? back|call(?:s|ed|ing)? off|shelv(?:e[sd]?|ing)|roll(?:s|ed|ing)? back|drop(?:s|ped|ping)?) (?:\w+ ){0,4}?(?:(?:price|pricing) (?:\w+ )?(?:increases?|hikes?|rises?|cuts?)|(?:increase|hike))|(?:取消|撤回|撤销|收回|暂缓|叫停|放弃)(?:了|此前|原定|的|本次|计划)*(?:涨价|提价|调价|降价|上调)/;
const RENTED = /gpu|算力|云服务器|云主机/;
const TIGHT = /\bapi\b|\bgpus?\b|\btokens?\b|cloud|compute|\bai\b|算力|模型|云|显卡|token|芯片/;

/** 旗下九款模型, 三款主力模型: so many products at once. */
const COUNTED = /(?:[两二三四五六七八九十]|\d{1,2}|十几) ?款([^,，。;；]{0,16}?(?:模型|产品|实例|服务|套餐|接口))?/;
/** A fee of its own goes or comes, whatever else moves: "we no longer charge for cached prompts". */
const OF_ITS_OWN =
  /取消|免除|免收|不再|免费|收费|计费|[要收]钱|分文不|分钱[都也]?不|全免|\bfree\b|charg(?:e|es|ing)\b(?! (?:\w+ ){0,2}(?:more|less)\b)|\bfees?\b|no longer/;

/** "new orders pay higher rates", "renewals will cost more": what the house spoken of asks. */
const ASKED = /^pay|^(?:new|from|as of|since|starting|beginning|will) .*(?:pay|cost)|^(?:will|it) (?:now )?cost/;

const CANDIDATE =
  /charg|bill(?:ing|able)|fee-based|cost|\bmark(?:s|ed|ing)? |pric|rates|fee|tariff|discount|rent|expensive|free|dearer|cheaper|premium|for nothing|to zero|away|pays? (?:more|less)|cre(?:pt|ep)|inched|inching|edged|edging|ticked|ticking|drift|up (?:again|too)|(?:up|down) once more|down again|up as well|价|费|租|优惠|折扣|溢价|[用入]成本|[要收]钱|分文不|分钱[都也]?不|全免|限免/;

/** Either of them, where only that is asked. */
const MOVE = new Alternatives([
  ['up', UP.source],
  ['down', DOWN.source],
]);

export const speaksOfPriceMove = (text: string): boolean => CANDIDATE.test(text) && MOVE.test(text);

/** A change of price told without a figure: "AWS and Google Cloud announced price hikes", 价格均有所上调. */
export function readPriceMoves(article: Article, reading: Reading, figured: readonly Draft[]): Draft[] {
  if (!article.inDomain || !CANDIDATE.test(reading.text) || SKIP.test(reading.text) || DENIED.test(reading.text))
    return [];
  if (inSupposedList(article, reading)) return [];
  const drafts: Draft[] = [];
  let start = 0;
  for (const segment of segmentsOf(reading)) {
    const end = start + segment.length;
    const told = figured.some(
      (d) =>
        (d.kind === 'price_change' || (d.kind === 'price_quote' && CHARGES.test(segment))) &&
        d.valueStart !== undefined &&
        d.valueStart >= reading.start + start &&
        d.valueStart < reading.start + end,
    );
    if (!told && (segment.length < reading.text.length || figured.every((d) => d.kind !== 'price_change')))
      drafts.push(...readMove(article, reading, segment, start));
    start = end;
  }
  return drafts;
}

/** 开始收费：每百万次查询6元: what it costs now says it all. */
const CHARGES = /[始为复](?:正式|单独|按量)?收费/;

/** "OpenAI's rivals cut prices" */
const WHOSE_RIVALS =
  /^(?:'s|s') (?:\w+ )?(?:rivals?|competitors?|peers|challengers?|customers|investors|partners|suppliers)\b/;

/** Between a move and its house. */
const SELLER_BEHIND =
  /^(?: [\w-]+){0,6} (?:at|by|from|on|with) (?:the )?$|^ to (?:order|rent|buy|use|host|keep|store|run) (?:an? |the |any |your )?$/;

/** Where another move may begin: 同时取消…费用, "..., and it scrapped its fee". */
const NEXT_MOVE =
  /(?<=^(?:after|since|once|now that) [^,.;]{12,120},)(?= )|(?<=\b(?:dropp|scrapp|waiv|abolish|remov|eliminat|ax|ditch)(?:ing|ed|es|e|s) [^,.;]{3,60}(?:fee|charge|surcharge)s?\b[^,.;]{0,40} and)(?= (?:lower|rais|cut|reduc|increas|slash|trim))|(?<=[;；]|免费了?[、,，]|全免了?[,，]|[降涨提]价[^,，。;；]{0,10}后[,，]|[,，](?=(?:其中|结果|不料|谁知|紧接着|此次|此番|这次|本次|同时|此外|另外|另|并将|而|作为(?:补偿|交换|回报|配套)))|,(?= and (?:it|they|we|he|she|the company)\b)|,(?= and (?:[\w'-]+ ){1,4}(?:becomes?|became|goes?|turns?|(?:is|are|will be) (?:now )?)(?: entirely| completely)? ?free\b)|,(?= (?:and|while|but) (?:[\w'-]+ ){1,4}(?:becomes?|gets?) (?:dearer|pricier|cheaper|more expensive|less expensive)\b))/;

/** 其余模型价格也有不同程度的下调: of what was priced above. */
const THE_OTHERS = /其[他余它][^,，。;；]{0,16}(?:版|模型|套餐|产品|规格|实例|型号|机型|服务|档)/;

/** The house that the line over a list names. */
function houseOverList(article: Article, reading: Reading): string | undefined {
  const opening = openingOfItem(article, reading.index);
  return opening ? article.entitiesOf(opening.index).find(isActor)?.slug : undefined;
}

/** What a house does right behind its name. */
const MOVES =
  /^ ?等?(?:[也则却均都已]|反而|纷纷|先后|相继|接连|同步|同日|集体|双双|逆势|跟进|再[度次]|全线|大幅|宣布|随后|此前|早前|之前|日前|[上本][周月]|[今昨当]天)*(?:对[^,，。;；]{2,20})?(?:涨价|提价|调涨|降价|调降|减价)/;

/** Before the next house that moves, and when it does. */
const JOINED =
  /[,，、] ?(?:[而但]|(?:另?一边|反观)是?|[^,，。;；、]{0,3}(?:[次隔当同翌今昨前]日|天|晚|午|周|月|后|即|接着|同样|同时)[,，]?)?$/;
/** "…下调20%，次日智谱也将价格降到低点": where a name opens a clause that tells of a move in words of its own. */
const movesToo = ({ text }: Reading, at: number): boolean =>
  speaksOfPriceMove(/^[^,，。;；]*/.exec(text.slice(at))?.[0] ?? '');

/** The parts of a sentence that may each tell of a move: "A made X free, and B scrapped its fee". */
function segmentsOf(reading: Reading): string[] {
  return reading.text.split(NEXT_MOVE).flatMap((segment, i, all) => {
    const from = all.slice(0, i).join('').length;
    const other = reading.entities.find(
      (e) =>
        isActor(e) &&
        e.start > from &&
        e.end < from + segment.length &&
        (e.kind === 'organisation' && /, (?:and|while|but)(?: [a-z]+){0,4} $/.test(reading.text.slice(from, e.start))
          ? true
          : // "OpenAI、Anthropic降价，DeepSeek、智谱涨价"
            JOINED.test(reading.text.slice(from, e.start)) &&
            (MOVES.test(reading.text.slice(coordinated(reading, e).at(-1)?.end ?? e.end)) ||
              movesToo(reading, e.start))) &&
        (speaksOfPriceMove(reading.text.slice(from, e.start)) ||
          (e.kind === 'organisation' && /\bprices? of\b/.test(reading.text.slice(from, e.start)))),
    );
    return other ? [segment.slice(0, other.start - from), segment.slice(other.start - from)] : [segment];
  });
}

/** On the page of a host another maker's model is the host's to price. */
const resold = (article: Article, e: Entity): string | null => {
  const house = e.kind === 'product' ? speakerOf(article) : null;
  return house !== null && !MAKERS.has(house) ? house : null;
};

/** The house in the title: whose fees a text under it speaks of. */
const ofTitle = (article: Article): string | undefined =>
  (article.titleEntities.find((e) => e.kind === 'organisation') ?? article.titleEntities.find(isActor))?.slug;

const UP_AGAIN = new RegExp(UP, 'g');
const DOWN_AGAIN = new RegExp(DOWN, 'g');

const AFTER_ANOTHER = /(?:^|[,，]) ?(?:在?继|自从?)[^,，。;；]{1,40}之?后(?=[,，])/g;

/** "算力涨价：阿里、百度同步调涨": where the first word of a move has nobody before it, the one that has. */
function toldOf(
  reading: Reading,
  text: string,
  offset: number,
  pattern: RegExp,
  first: RegExpExecArray,
): RegExpExecArray | undefined {
  const actor = (m: RegExpExecArray): boolean =>
    reading.entities.some((e) => isActor(e) && e.start >= offset && e.start <= offset + m.index + m[0].length);
  return actor(first) ? first : matches(pattern, text).find(actor);
}

function readMove(article: Article, reading: Reading, text: string, offset: number): Draft[] {
  if (!article.inDomain || NEGATED.test(text) || HYPOTHETICAL.test(text)) return [];
  // 继上月降价之后，…: an earlier move, named on the way to this one.
  const told = text.replace(AFTER_ANOTHER, (said) => ' '.repeat(said.length));
  const up = UP.exec(told);
  const down = DOWN.exec(told);
  const first = up && down ? (up.index <= down.index ? up : down) : (up ?? down);
  const match = first && (toldOf(reading, told, offset, first === up ? UP_AGAIN : DOWN_AGAIN, first) ?? first);
  if (!match || OTHER_RATES.test(match[0])) return [];
  // "happy to pay the increased prices": what they are, spoken of.
  if (
    /^(?:increased|raised|hiked|reduced|lowered|cut) (?:[\w-]+ ){0,2}(?:prices|pricing|rates|fees)/.test(match[0]) &&
    /\b(?:the|these|those|such|any|pay|paying|for|at|with|of|despite|to) $/.test(text.slice(0, match.index))
  )
    return [];
  // "flex may shrink when models get dearer": should it ever be so.
  if (
    /^(?:get|become)s? /.test(match[0]) &&
    /\b(?:when|whenever|as|once|until|should) [^,;]{1,40}$/.test(text.slice(0, match.index))
  )
    return [];
  // "it embedded the price increase into a launch": known of, not told.
  if (
    /^(?:price|pricing) /.test(match[0]) &&
    /\b(?:the|this|that|these|those) (?:[a-z]+ ){0,2}$/.test(text.slice(0, match.index)) &&
    !/announc|confirm|introduc|implement|impos|appl(?:y|ies|ied)|effect|follow|unveil|reveal|said|says/.test(text)
  )
    return [];
  // 成本上涨: what the seller pays.
  const clause = /[^,，。;；|]*$/.exec(text.slice(0, match.index))?.[0] ?? '';
  if (besideAnother(reading, offset + match.index + match[0].length)) return [];
  if (/(?<!调用|使用|接入)成本|[较比](?:上一?|前)[代版作款]/.test(clause + match[0])) return [];
  // 使用成本较1.5 pro降低: beside another's.
  if (
    /[较比](?!去年|上年|上[个一]?[月周季]|此前|之前|年初|原|以往|过去|发布|同期)[^,，。;；]{1,12}$/.test(
      match[0].replace(/.{2}$/, ''),
    )
  )
    return [];
  const rest = text.slice(match.index + match[0].length);
  // "A cut prices, and the trade enters a price war": only what the clause itself says of the war is no move.
  if (PRICE_WAR.test(clause + match[0] + (/^[^,，。;；|]*/.exec(rest)?.[0] ?? ''))) return [];
  // "Straight price increases have been rare": how often, and no one of them.
  if (
    /^s? (?:have|has|had|are|were|is|was|remain) (?:been |always |usually |historically )*(?:rare|unusual|uncommon|common|frequent|routine|typical|the exception|the norm)\b/.test(
      rest,
    )
  )
    return [];
  // 有趣的不是"降价": named to be set aside; 降价前: before it.
  if (
    /(?:不是|并非|不只是|不在于|谈不上|算不上|不等于)[^,，。;；]{0,14}$|没有(?:任何|公开|什么|所谓|一次|出现|直接|看到|一家|[^,，。;；]{0,4}的?)?[^,，。;；]{0,4}$/.test(
      clause,
    ) ||
    /^[”"」』]?(?:之?前|以前)/.test(rest)
  )
    return [];
  // GLM-4.7-Flash继续免费开放: as it was.
  if (/免费/.test(match[0]) && /(?:继续|仍[然旧]?|依[然旧]|保持|一直|长期|始终|照旧)[^,，。;；]{0,4}$/.test(clause))
    return [];
  // 价格下降也符合这一趋势: spoken about, not told; 算力涨价一览: the title of what tells it.
  if (
    /^[^,，。;；:：]{0,8}(?:一览|时间[表线]|汇总|盘点|清单|梳理|速览|名单|大事记|全记录)|^(?:将|也|就|必然|往往)?(?:会|能|可以?|有助于|有望|不会)(?:直接|间接|进一步|显著|大幅|明显|有效)*(?:降低|减少|利好|刺激|加大|推动|带动|带来|提高|提升|影响|压缩|缓解|吸引|促进|倒逼)|^[,，] ?(?:也|都|正|更|就)?意味着|^的?(?:也|都|正|均|一个|最|重要|主要|关键|核心|深层)*(?:趋势|背后|原因|因素|动力|符合|意味|预期|源于|是因|压力|空间)/.test(
      rest,
    )
  )
    return [];
  const at = offset + match.index;
  // 相比GPT-5价格下降: beside another's.
  if (BESIDE_HAN.test(clause) && reading.entities.some((e) => e.start >= at - clause.length && e.end <= at)) return [];
  const end = at + match[0].length;
  const direction = first === up ? 'increase' : 'decrease';
  const acting = reading.entities.filter(
    (e) =>
      isActor(e) &&
      !isModifier(reading, e) &&
      !isAside(reading, e) &&
      !explainsAnother(reading.text, reading.entities, e) &&
      !makesOnly(reading, e) &&
      !WHOSE_RIVALS.test(reading.text.slice(e.end)),
  );
  const before = acting.filter((e) => e.start >= offset && e.start <= end);
  const above = reading.entities.filter((e) => e.kind === 'chip' && e.end <= at);
  const here = above.filter((e) => e.start >= offset);
  const chips = here.length > 0 ? here : above;
  // 同时取消…费用: a later clause without a subject has that of the sentence.
  // 算力涨价：阿里/百度同步调涨: what happened, then who did it.
  const behind = /^[:：]/.test(reading.text.slice(end))
    ? reading.entities.find((e) => isActor(e) && e.start > end)
    : reading.entities.find(
        // "a price rise at OVHcloud", "higher prices for cloud GPUs were announced by Vultr"
        (e) =>
          e.start > end &&
          (e.kind === 'organisation'
            ? SELLER_BEHIND.test(reading.text.slice(end, e.start))
            : // "no more context premium for Opus"
              e.kind === 'product' && /^ (?:for|on|with) (?:the |its )?$/.test(reading.text.slice(end, e.start))),
      );
  const nearest = hostLabel(reading, end) ?? before.at(-1) ?? acting.findLast((e) => e.end <= offset) ?? behind;
  // "Together made its Llama 5 endpoint free": the host acts, not the maker of what it hosts.
  const host =
    nearest?.kind === 'product' && !before.some((e) => e.kind === 'organisation' && e.slug === nearest.slug)
      ? before.find((e) => e.kind === 'organisation' && HOSTS.has(e.slug) && e.slug !== nearest.slug)
      : undefined;
  const actors = nearest ? coordinated(reading, host ?? nearest) : [];
  const followers = followedBy(reading, end);
  // Each with the name it is told by.
  const names = new Map<string | null, string>();
  const shelf = shelfOf(article, reading, actors, rest);
  if (shelf !== null) names.set(shelf, reading.original.slice(actors[0]?.start, actors.at(-1)?.end));
  for (const e of shelf === null ? [...actors, ...followers] : []) {
    const slug = resold(article, e) ?? sellerOf(article, reading, e.slug);
    if (!names.has(slug)) names.set(slug, reading.original.slice(e.start, e.end));
  }
  const slugs = [...names.keys()];
  // 三大云厂商同日宣布涨价: of those named above.
  const group = slugs.length === 0 ? groupMeant(article, reading) : null;
  for (const [i, slug] of (group?.slugs ?? []).entries()) {
    slugs.push(slug);
    names.set(slug, group?.names[i] ?? slug);
  }
  const house =
    slugs.length === 0 && chips.length === 0
      ? (speakerOf(article) ?? (isNotice(article) ? (sourceSubject(article).slugs[0] ?? null) : null))
      : null;
  if (house) slugs.push(house);
  // "The management fee is being scrapped altogether.": a fee is somebody's, who was named above.
  const others = THE_OTHERS.test(clause);
  const owned = OF_ITS_OWN.test(match[0]) || ASKED.test(match[0]);
  const carried = slugs.length === 0 && (owned || others) ? carriedSubject(article, reading, 4) : null;
  const owner =
    carried?.slugs[0] ??
    (slugs.length === 0 && others ? houseOverList(article, reading) : undefined) ??
    (slugs.length === 0 && owned
      ? (ofTitle(article) ?? speakerOf(article) ?? undefined)
      : slugs.length === 0 && chips.length === 0
        ? (ownPrices(article, reading, told, match.index) ?? ownWares(article, told, match.index))
        : undefined);
  if (owner !== undefined) slugs.push(sellerOf(article, reading, owner));
  const stranger = slugs.length === 0 ? strangerAt(reading, { start: at, end, rate: null }, offset) : null;
  if (stranger) slugs.push(stranger.slug);
  if (slugs.length === 0) {
    // 涨价浪潮正在蔓延: nobody's.
    if (/^的?[浪热大风狂]?潮/.test(rest)) return [];
    // "Prices for L40S cards are firming up": of what stands among the words of the move.
    const card =
      chips.length === 0 &&
      (reading.entities.some((e) => e.kind === 'chip' && e.start >= at && e.end <= end) ||
        (THE_CARD.test(text) && chipAbove(article, reading)));
    if (owned || (chips.length === 0 && !card && !RENTED.test(reading.text))) return [];
    if (chips.length === 0 && !card && !TIGHT.test(reading.text + article.folded.slice(0, 300))) return [];
    slugs.push(null);
  }
  const [quoteStart, quoteEnd] = quoteAround(reading, at, end);
  const fee = /(?:取消|免除|免收|不再(?:另行|额外)?(?:收取?|加收|计收|征收))了?([^,，。;；]{2,20}费用?)/.exec(
    match[0],
  )?.[1];
  const thing = fee ? reading.original.slice(end - fee.length, end) : movedNoun(reading, at, end);
  const counted = COUNTED.exec(clause + match[0]);
  const from = at - clause.length + (counted?.index ?? 0);
  const several = counted?.[1] ? reading.original.slice(from, from + counted[0].length) : null;
  const object =
    several ?? thing ?? (chips.length > 0 ? reading.original.slice(chips[0]?.start, chips.at(-1)?.end) : null);
  const fallback = nearest ? reading.original.slice(nearest.start, nearest.end) : null;
  // 将降价归因于推理优化: of nothing and of nobody.
  // 算力涨价、巨头抢人、IPO竞赛: topics in a row.
  const ware = /^、/.test(rest) || clause.includes('、') ? null : rentedWare(reading, clause, at, end);
  if (slugs.every((slug) => slug === null) && object === null && fallback === null && ware === null) return [];
  return slugs.map((slug) => ({
    kind: 'price_change' as const,
    // 下调部分计费项: prices of all kinds, no fee that comes or goes.
    rule:
      OF_ITS_OWN.test(match[0]) && !/^[上下]调|\bwhat (?:it|they|we) /.test(match[0])
        ? 'price.fee'
        : others
          ? 'price.others'
          : 'price.move',
    quoteStart,
    quoteEnd,
    subject: slug,
    object: object ?? (slugs.length > 1 ? names.get(slug) : null) ?? fallback ?? ware,
    direction,
    cancels: CANCELLED.test(text),
    counted: counted !== null,
    min: null,
    max: null,
    unit: null,
    effective: effectiveDate(article, reading, null),
    asOf: reading.dates.filter((d) => !d.comparison && d.start >= offset && d.start < end)[0]?.iso ?? null,
    status: statusOfMove(reading.text, at, end),
    attribution: attributionOf(article, reading, slug),
    reasons: ['no figure', `words "${match[0]}"`],
    confidence: 0.7,
  }));
}

/** "GLM 6 and Kimi K3 became billable on its agent platform": the host spoken of, which sells what others make; null elsewhere. */
function shelfOf(article: Article, reading: Reading, wares: readonly Entity[], rest: string): string | null {
  if (!ON_ITS_SHELF.test(rest) || !wares.every((e) => e.kind === 'product' || MAKERS.has(e.slug))) return null;
  const host = carriedSubject(article, reading, 4)?.slugs[0];
  return host !== undefined && HOSTS.has(host) ? host : null;
}
const ON_ITS_SHELF = /^[^,.;]{0,24} (?:on|in|through|via|across) (?:its|their) /;

/** "The chip had been getting cheaper": the one that the sentences right above name. */
const chipAbove = (article: Article, reading: Reading): boolean =>
  article.thread
    .before(reading.index, 2)
    .some((i) => article.sentences[i]?.block === reading.block && article.entitiesOf(i).some((e) => e.kind === 'chip'));
const THE_CARD = /\bthe (?:chip|card|part|accelerator|gpu)s?\b/;

/** AI算力供不应求，租赁价格持续攀升: what the rents are of that move, said in their clause or at the head of the sentence; null elsewhere. */
function rentedWare({ text, original }: Reading, clause: string, at: number, end: number): string | null {
  const said = text.slice(at - clause.length, end);
  const own = WARE.exec(said);
  if (own) return original.slice(at - clause.length + own.index, at - clause.length + own.index + own[0].length);
  const head = /租/.test(said) ? WARE.exec(text.slice(0, 24)) : null;
  return head && original.slice(head.index, head.index + head[0].length);
}
const WARE = /(?:ai ?|智能)?算力(?:租赁|资源|服务)?|gpu(?: ?(?:租赁|算力|实例|云?服务器))?|云服务器|云主机/;

const BESIDE_HAN = /(?:相比(?:于|之)?|相较于?|对比|比起|较)[^,，。;；]{2,24}$/;

/** "a price hike of more than 3x compared to GPT-5.5": what one model costs beside another's, no price that moved. */
function besideAnother(reading: Reading, from: number): boolean {
  const match = /^[^,;.]{0,40}?\b(?:compared (?:with|to)|versus|vs\.?|relative to|over) (?:the )?/.exec(
    reading.text.slice(from),
  );
  if (!match) return false;
  const other = reading.entities.find((e) => e.start === from + match[0].length);
  return (
    other?.kind === 'product' &&
    reading.entities.some((e) => isActor(e) && e.end <= from && cloudOf(e.slug) !== cloudOf(other.slug))
  );
}

/** "..., followed by Alibaba Cloud and Baidu": those who did the same. */
function followedBy(reading: Reading, from: number) {
  const match = /followed by|joined by|随后|(?<![不未没无否])跟进|跟涨|跟随/.exec(reading.text.slice(from));
  if (!match) return [];
  return reading.entities.filter((e) => isActor(e) && e.start >= from + match.index);
}
