import type { Article } from '../analysis.ts';
import { attributionOf } from '../attribution.ts';
import { carriedSubject } from '../carried-subject.ts';
import { clauseAt, weighty } from '../context.ts';
import type { Draft } from '../draft.ts';
import { isActor } from '../entities.ts';
import { DENIED, HYPOTHETICAL, NEGATED, OTHER_RATES } from '../lexicon.ts';
import type { Quantity } from '../quantity.ts';
import type { Reading } from '../reading.ts';
import type { Subject } from '../source-subject.ts';
import { speakerOf } from '../speaker.ts';
import { hasHan } from '../text.ts';
import { unknownName } from '../unknown-name.ts';
import { dateOf } from '../which-date.ts';
import { isAtLarge } from './at-large.ts';
import { cardMoves } from './card-rents.ts';
import { asMultiple, besideMove, isRange, ofAnother as ofAnotherThing } from './change-percent.ts';
import {
  asMuchAsAnother,
  besideAnotherOffer,
  besideTheOther,
  betweenTwoWays,
  comparedBefore,
  fromPredecessor,
  paidOver,
} from './compared.ts';
import { countsThings } from './counts-things.ts';
import { cutByName } from './cut-by-name.ts';
import { directionNear, fromOwnPast, signedItem } from './direction.ts';
import { effectiveDate } from './effective.ts';
import { isEveryday } from './everyday.ts';
import { growsWithSums } from './growing-sums.ts';
import { movedByName } from './moved-by-name.ts';
import { isOfAnother, movedByTopic } from './moves-by-topic.ts';
import { behindBy, clauseHead } from './object.ts';
import { ownerOfBracket } from './owner-of-bracket.ts';
import { goesOnAsListed, inTurn, itemOfPrices } from './percents-listed.ts';
import { statusOfMove } from './planned.ts';
import { priceObject } from './price-object.ts';
import { priceSubject } from './price-subject.ts';
import { NOT_PRICE, PRICE } from './price-words.ts';
import { contextOfPrices, titleOfPrices } from './prices-spoken-of.ts';
import { namesWares, productBehind } from './product-behind.ts';
import { quoteAround } from './quote.ts';
import { isOwnCost } from './reckoned.ts';
import { sellerOf } from './seller-of.ts';
import { isShare } from './share-prices.ts';
import { spelledOutBelow } from './spelled-out.ts';
import { isStanding } from './standing-offer.ts';
import { LONGER_CONTEXT } from './tiers.ts';
import { toldOutright } from './told-outright.ts';
import { followsQuote, leadsToQuote } from './told-with-price.ts';
import { wareMoves } from './ware-moves.ts';
import { fractionOfOld } from './what-is-left.ts';
import { housesOfMove } from './whose-move.ts';
import { isSum } from './worked-example.ts';

const COMPARED_AFTER =
  /^ ?(?:or more )?(?:cheaper|less|lower|more|higher|dearer|pricier|costlier|more expensive)(?: to \w+| per \w+(?: of \w+)?)? than (?!(?:in|at|last|a (?:year|month|week)|the (?:prior|previous|same)|before|january|february|march|april|may|june|july|august|september|october|november|december|it was|it did|they did|they were)\b)|^ ?(?:below|above|under|over) (?!\d|(?:the|this) (?:past|last|next|coming|weekend|day|week|month|quarter|year|summer|winter|course)\b|(?:two|three|several) (?:days|weeks|months|years))|^ ?(?:of (?:the|its|what|list)|off (?:the |its |your )?(?:list|what|standard|retail|public|on-demand|hourly|regular|normal))\b|^ ?(?:premium|discount) (?:to|over|from|versus)/;
const COMPARISON =
  /溢价(?!率)|\bundercut(?:s|ting)?\b|相当于[^,，。;；原]{1,12}的|compared (?:with|to) (?!last|a year|(?:the|its|their) (?:prior|previous|same|preview|launch|old|former)\b)|\b(?:versus|vs\.?)(?! (?:the |its )?(?:end|start|beginning|close|prior|previous|last|year|month|january|december|20\d\d))\b|(?<!与[上去前此][一个]?[周月年季度次前]{1,2})相比|低于|高于|比(?!上一?个?[周月季]|去年|上年|前一[年季月]|[年月季]初|此前|之前|原来|20\d\d年|[一二三四]季度|\d{1,2}月)[^例如较重]{1,20}(?:低|高|便宜|贵)|较[^,，。;；上去前]{1,16}(?:便宜|贵)|价格?为[^,，。;；原]{2,14}的 ?[\d.一二三四五六七八九]+折|较[^,，。;；上去前年月季]{1,12}高出|[较比](?:上一?|前)[代版作款][^,，。;；]{0,10}(?:便宜|贵|低|高|降|省)|仅为|价格是|(?<!分)之一|性价比/;
const DOMAIN_TIGHT =
  /\btokens?\b|\bapi\b|\b(?:input|output|prompt|inference) (?:pric|cost|rate|fee)|\b(?:audio|image|text|video|cached) (?:input|output)\b|\bmodels?\b|\bgpus?\b|\bcloud\b|\bcompute\b|\bai\b|\binstances?\b|\b(?:egress|ingress|traffic|bandwidth|data transfers?|peering|gateways?|load balancers?|snapshots?|virtual machines|databases?|serverless)\b|\bstorage\b|\bvps\b|\bservers?\b|\bh\d00|\ba100|算力|模型|云|智算|api|词元|token|gpu|(?:显|推理|训练|加速|国产)卡|实例|存储|芯片|带宽|\bcdn/;

const CAUSE =
  /(?:因|由于|受)[^,，。;；]{1,14}?(?:短缺|紧缺|紧张|不足|涨价|上涨|影响|拖累|拖[慢低]|带动|推动|提振|刺激)/g;
const withoutCause = (text: string): string => (/[因由受]/.test(text) ? text.replace(CAUSE, '') : text);

/** 英特尔计划对CPU产品涨价，高端型号涨幅15%: of parts, none of what clouds sell. */
const HARDWARE = /(?:cpu|处理器|内存|闪存|硬盘|ssd|dram|nand|hbm)(?:产品|芯片)?[^,，。;；]{0,6}[涨提降]价/;

/** 价格一季度上涨15%，二季度回调5%: the same price, later. */
const LATER =
  /^ ?(?:[\d一二三四上下]{1,2}(?:季度?|月|半年)|随后|之后|其后|此后|[又再则])+(?:又|再|则|已|小幅|大幅)*(?:上涨|下跌|回调|回落|上升|下降|涨|跌|降)(?:了|约|近|超过?|逾)*$/;

/** "It blames memory, whose price has trebled": of what goes into the machines. */
const PARTS_PRICE =
  /\b(?:memory|dram|hbm|nand|flash|ram|electricity|copper|gas|steel|energy),? whose (?:prices?|costs?) [^,;]*$/;

const AFTER_WHICH =
  /^ ?(?:and |but )?(?:after|from|upon) (?:which|then|that|this)(?: point)? (?:it|they|both|that|the (?:price|cost|rate|fee|bill)s?)(?: will| would)? (?=doubl|tripl|quadrupl|halv)/;
/** "..., with some configurations seeing up to a 3x rise": part of what the clause before said of prices. */
const SOME_SEE =
  /^ ?(?:with|and|though|while) (?:[\w-]+ ){1,4}(?:see(?:s|ing)?|fac(?:e|es|ing)|get(?:s|ting)?|tak(?:e|es|ing)|go(?:es|ing)? up|ris(?:e|es|ing)|jump(?:s|ing)?|climb(?:s|ing)?)\b/;

/** "imposed a 20% premium on renewals while booking more revenue": what is done meanwhile is no part of the move. */
const upToWhile = (clause: string, behind: number): string => {
  const at = clause.indexOf(' while ', behind);
  return at < 0 ? clause : clause.slice(0, at);
};

/** Speaks of the price of whatever the text is about. */
const DEARER =
  /\b(?:more|less) expensive\b|\b(?:dear|pric|costli|cheap)er\b(?! than)|\bin price\b|(?<!^ ?[a-z]+ing [^,;]{0,40})\bcosts? (?:about |up to |roughly |around )?[\d.]+ ?(?:%|per ?cent) (?:more|less)\b(?! (?:than|to (?:build|train|make|run)))/;

/** "GPU rents, by contrast, are up 20%": the clause goes on behind it. */
const ASIDE =
  /, (?:by contrast|however|meanwhile|for (?:its|their) part|in turn|on the other hand|though|by comparison),$/;
/** 价格上调约30%: told outright. */
const PRICE_MOVED =
  /(?:价格?|费用|收费|资费|定价|月费)(?:整体|全线|平均|统一|普遍)?(?:上调|下调|上涨|下降|提高|降低)了?(?:大?约|近|超过?|至少)? ?$/;

/** 降价20% → 用量×5: what came of it. */
const LED_TO = /(?<=[%倍折]) ?(?:→|->|=>|⇒) ?[^\d$€£¥].*$/;

const PRICES_FOR = /\b(?:prices?|pricing|rates?|fees?|tariffs?) (?:for|on|of) [^,;.]*$/;

/** "prices for egress over A, B and C roughly double": of all that commas part. */
const PRICES_OF_LIST =
  /\b(?:prices?|pricing|rates?|fees?|tariffs?|charges?) (?:for|on|of) (?:[^,;.:\d]{2,60}, ){1,6}(?:[^,;.:]{2,60},? )?(?:and|or|as well as|plus) [^,;.:]{2,60}$/;

/** "Storage slipped 1% to $3.9 billion": what a business comes to is no price. */
const leadsToSum = ({ text, quantities }: Reading, q: Quantity): boolean => {
  const next = quantities[quantities.indexOf(q) + 1];
  return (
    next?.unit === 'money' &&
    Number(next.min ?? next.max) >= 10_000_000 &&
    /^,? (?:to|at) (?:about |some |nearly |over |just )?$/.test(text.slice(q.end, next.start))
  );
};

/** Price changes in percent or multiples. */
export function readPricePercent(article: Article, reading: Reading, q: Quantity): Draft[] {
  const { text } = reading;
  if (!article.inDomain || leadsToSum(reading, q)) return [];
  // 上涨100%（翻倍）: the same again.
  if (q.unit === 'times' && /\d ?%[*_ ]*[(（](?:即|约|翻|涨|about |i\.e\.,? )?$/.test(text.slice(0, q.start)))
    return [];
  const [inner, end] = clauseAt(reading, q.start);
  const aside = ASIDE.exec(text.slice(0, inner));
  const start = aside ? clauseAt(reading, aside.index - 1)[0] : inner;
  const clause = text.slice(start, end);
  const wide = withoutCause(text.slice(Math.max(0, start - 70), end));
  // "Rents for B200s, which had peaked in June, have since eased by 18%": the predicate of the sentence's subject.
  const predicate =
    /^ ?(?:has|have|had|is|are|was|were|will)\b/.test(clause) &&
    /, (?:which|who|that|once|long)\b/.test(text.slice(0, start));
  const beside = besideMove(reading, q);
  const byTopic = movedByTopic(article, reading, q);
  const listed = goesOnAsListed(reading, q);
  const here =
    beside ||
    byTopic ||
    listed ||
    wareMoves(reading, q, () => PRICE.test(text) || contextOfPrices(article, reading)) ||
    (start > 0 && !hasHan(text) && PRICES_OF_LIST.test(text.slice(0, q.start))) ||
    PRICE.test(predicate ? text.slice(0, end) : clause);
  const moved = movedByName(reading, q);
  const predecessor = fromPredecessor(reading, q, start);
  const cutHan =
    predecessor ||
    cardMoves(article, reading, q) ||
    cutByName(reading, q, () => PRICE.test(text) || PAIR_HAN.test(text) || contextOfPrices(article, reading));
  const near =
    here || moved || cutHan || itemOfPrices(text, q) || PRICE.test(wide) || (PRICE.test(text) && text.length < 200);
  const quoted = followsQuote(article, reading, q) || leadsToQuote(reading, q);
  if (!near && !quoted && (growsWithSums(article, reading) || !contextOfPrices(article, reading))) return [];
  // 月薪4.5万元，最高涨幅20%: by how much, of what the clause before told.
  const sized = /^ ?(?:平均|整体|最高|最大|综合|总体)(?:降幅|涨幅)/.test(clause);
  // 很多服务商官宣调价,涨幅普遍达20%; 中端卡(A10、A800)涨幅15%: the clause says by how much, the one before that it is a price.
  const tier = /[涨降跌]幅/.test(text.slice(start, q.start)) && PRICE.test(wide);
  // AI服务器因内存短缺要涨价15%: why, not what.
  const outright = toldOutright(text, q);
  const said = outright
    ? text.slice(start, q.start)
    : withoutCause(upToWhile(clause.replace(LED_TO, ''), q.end - start));
  if (
    NOT_PRICE.test(said) ||
    (!outright && (!here || sized) && !quoted && !cutHan && NOT_PRICE.test(wide) && !/price|价/.test(wide))
  )
    return [];
  if (
    (!outright && !predecessor && COMPARISON.test(clause)) ||
    (!outright && comparedBefore(text, q)) ||
    (COMPARED_AFTER.test(text.slice(q.end, q.end + 44)) &&
      fractionOfOld(text, q) === null &&
      fromOwnPast(text, q.end) === null &&
      !/\b(?:los(?:es?|t|ing)|took|takes?|taking|knock\w*|shav\w*|cut\w*) (?:about |nearly |roughly )?$/.test(
        text.slice(0, q.start),
      ))
  )
    return [];
  if (isSum(text) || isShare(reading, start, q) || isEveryday(reading, q) || isOwnCost(text, start, q)) return [];
  if (spelledOutBelow(article, reading, q)) return [];
  if (HARDWARE.test(withoutCause(text)) && !/云|实例/.test(clause)) return [];
  if (PARTS_PRICE.test(text.slice(0, q.start))) return [];
  if (countsThings(text, q) || OTHER_RATES.test(text.slice(start, q.start))) return [];
  if (besideAnotherOffer(text, q) || besideTheOther(reading, q) || paidOver(reading, q) || asMuchAsAnother(text, q))
    return [];
  if (!outright && betweenTwoWays(reading, q)) return [];
  // "Shipments of B200 cards rose 20%" in a text about their prices.
  if (!here && !quoted && !moved && isOfAnother(reading, q)) return [];
  // "推理成本下降37.5%，建设周期延长23%": where prices were only spoken of before, what has a name of its own.
  if (!here && OWN_NAME.test(text.slice(start, q.start))) return [];
  // 将降价归因于推理效率提升超15%, 3倍价差: of another thing, or how far apart two prices are.
  if (DRAGGED.test(text.slice(0, q.start))) return [];
  if (OF_ANOTHER_HAN.test(text.slice(start, q.start)) || APART.test(text.slice(q.end, q.end + 6))) return [];
  // "H100 to $3.20 and H200 to $3.90 per GPU-hour, up roughly 12% to 18%": how far, all told, what was listed moved.
  const summed =
    isRange(q) &&
    PRICE.test(text) &&
    /^ ?(?:all |both |each )?(?:up|down|increases? of|rises? of|hikes? of|cuts? of|reductions? of|drops? of)(?: by| of| roughly| about| around| between| from)* $/.test(
      text.slice(start, q.start),
    );
  // "$0.75 input and $3.75 output through 31 December, after which it doubles"
  const afterwards = AFTER_WHICH.test(clause) && reading.quantities.some((o) => o.unit === 'money' && o.end < q.start);
  const sinceThen =
    /^ ?(?:more|less|higher|lower|cheaper) than/.test(text.slice(q.end, q.end + 16)) ||
    fromOwnPast(text, q.end) !== null;
  if (
    !here &&
    !moved &&
    !sinceThen &&
    !quoted &&
    !summed &&
    !afterwards &&
    !cutHan &&
    !(tier && /[;；]/.test(text.slice(0, start))) &&
    reading.quantities.some(
      (other) => weighty(other) && other.end <= q.start && !ofAnotherThing(text, other.end, q.start),
    )
  )
    return [];
  // "Batch API: 50% discount": the label says of what.
  const labelled = /[:：]/.test(text[start - 1] ?? '') && start < 40 ? text.slice(0, end) : clause;
  if (!listed && isStanding(text, labelled, q) && fractionOfOld(text, q) === null) return [];
  // 优先处理为标准价格的2.5倍, 2倍价格的快速模式: what one grade costs beside another.
  if (
    q.unit === 'times' &&
    (/(?:标准|普通|常规|基础)版?(?:价格?|费率|定价|单价)?的 ?$/.test(text.slice(start, q.start)) ||
      // "priced at 2.5x the standard rate"
      (BESIDE_STANDARD.test(text.slice(q.end, q.end + 60)) &&
        !/\b(?:rais|hik|increas|jump|rise|rose|go(?:es|ing)? (?:up|to)|now)/.test(clause)) ||
      // 6倍价换8倍速
      /^ ?(?:的?(?:价格?|费用|费率|单价)的|价[换买得]|速(?!度?[上下涨降]))/.test(text.slice(q.end, q.end + 6)))
  )
    return [];
  // "(≈30% cheaper)": a comparison, where nothing says that it became so.
  if (
    /^ cheaper\b(?! than (?:(?:it|they) (?:was|were|used|had)|in|at|before|last)\b)/.test(text.slice(q.end)) &&
    !/\b(?:now|today|from|bec[oa]m\w+|to be|g[eo]t\w*|ma[dk]e\w*|since|start\w*|pric\w*|will|launch\w*|cut|this|through|until|till|as of)\b/.test(
      clause,
    ) &&
    // "Effective June 1, reserved instances are 18% cheaper"
    !/^(?:effective|starting|beginning|from|as of|since) [^,;]{2,30}, /.test(text)
  )
    return [];
  // "moving from rented to owned (~30% cheaper, better margins)": what one way costs beside another.
  if (
    /^ cheaper\b(?! (?:now|today|since|from|than (?:before|in|last)|after))/.test(text.slice(q.end)) &&
    /\((?:[≈~]|about |roughly |around |some )* ?$/.test(text.slice(0, q.start))
  )
    return [];
  // "cuts the same text into 32% more pieces": so much more of something else.
  if (MORE_THINGS.test(text.slice(q.end, q.end + 24))) return [];
  // "Regional endpoints are priced 10% higher": they always are.
  if (
    /\b(?:is|are|was|were) (?:priced|billed|charged)(?: at)?(?: about| roughly)? $/.test(text.slice(0, q.start)) &&
    /^ (?:higher|lower|more|less|above|below)\b/.test(text.slice(q.end))
  )
    return [];
  if (NEGATED.test(clause) || DENIED.test(text) || imagined(text, q)) return [];
  // 2.5折优惠期结束后, 夜间不再五折: an old offer ends.
  if (/不再(?:享受?|有|打|提供|按)?[^,，。;；\d]{0,6}$/.test(text.slice(start, q.start))) return [];
  if (
    /^的?(?:限时)?(?:优惠|折扣)?(?:期|活动|价)?(?:即将|将|已|(?<=优惠|折扣|活动|期)将?于[^,，。;；]{2,18}?)?(?:结束|到期|截止|终止)/.test(
      text.slice(q.end),
    )
  )
    return [];
  // 折扣从55%降至45%: a share that moves is no change of price.
  if (
    /(?:从|由) ?$/.test(text.slice(Math.max(0, q.start - 3), q.start)) ||
    /(?:从|由) ?[\d.]+ ?% ?(?:[下上]?[调降升涨]|收窄|提高|提升|回落|扩大)[至到为] ?$/.test(
      text.slice(Math.max(0, q.start - 20), q.start),
    )
  )
    return [];
  // "cut its fee from 5.5% to 5%": a share that moves.
  const lead = text.slice(Math.max(0, q.start - 30), q.start);
  if (
    !isRange(q) &&
    ((/\bfrom (?:about )?$/.test(lead) && /^ to (?:about )?[\d.]+ ?%/.test(text.slice(q.end))) ||
      /\bfrom (?:about )?[\d.]+ ?% to (?:about )?$/.test(lead) ||
      // "raising the caching discount to 75%, from 50%"
      /\bto (?:about )?[\d.]+ ?%,? (?:up |down )?from (?:about )?$/.test(lead))
  )
    return [];
  // "search calls double in price"
  const off = /^ ?(?:off|in price)\b/.test(text.slice(q.end, q.end + 10));
  if (
    !off &&
    !beside &&
    !byTopic &&
    !outright &&
    reading.cues.some(
      (cue) =>
        ['revenue', 'net_income', 'operating_profit', 'capex', 'market', 'usage'].includes(cue.kind) &&
        cue.start >= start &&
        cue.end <= q.start &&
        q.start - cue.end < 30 &&
        // 调用成本降低50%: what a call costs.
        !text.startsWith('成本', cue.end) &&
        !/\b(?:prices|pricing|rates|costs) (?:\w+ )?(?:across|throughout|in|on|for) (?:the )?(?:\w+ )?$/.test(
          text.slice(start, cue.start),
        ) &&
        // "raising prices for blocks using its own chips by 20%"
        !(
          PRICES_FOR.test(text.slice(start, cue.start)) &&
          /^[^,;.]* by (?:about |around |roughly |up to )?$/.test(text.slice(cue.end, behindBy(text, q)))
        ) &&
        !PRICE.test(text.slice(cue.end, q.end + 6)),
    )
  )
    return [];
  if (
    q.unit === 'times' &&
    !here &&
    !cutHan &&
    !afterwards &&
    !(near && SOME_SEE.test(clause)) &&
    signedItem(reading, q) === null &&
    !/\bhikes?\b|价|费|租/.test(clause)
  )
    return [];
  // "rates double for prompts over 128k": the next tier.
  if (
    /^ (?:for|on|above|beyond|past|over) (?:\w+ )?(?:prompts?|inputs?|requests?|contexts?|long|longer)\b/.test(
      text.slice(q.end),
    ) &&
    /\b(?:over|above|longer|beyond|exceed\w*|past|more than|in excess)\b/.test(text.slice(q.end, q.end + 50))
  )
    return [];
  if (LONGER_CONTEXT.test(text.slice(Math.max(0, q.start - 60), q.start))) return [];
  if (q.unit === 'times' && /^ ?(?:every|each|per|a) year|^ ?annually|^每年/.test(text.slice(q.end, q.end + 14)))
    return [];
  const fraction = q.unit === 'percent' ? fractionOfOld(text, q) : null;
  // 降至豆包1.5的三分之一: a part of something else's price.
  if (fraction === null && /分之|一半/.test(text.slice(q.start, q.end)) && text[q.start - 1] === '的') return [];
  const first = listed ? reading.quantities[reading.quantities.indexOf(q) - 1] : undefined;
  const direction =
    fraction === null ? (directionNear(reading, q) ?? (first ? directionNear(reading, first) : null)) : 'decrease';
  if (direction === null) return [];
  const chip = reading.entities.some((e) => e.kind === 'chip');
  if (
    !reading.entities.some(isActor) &&
    !chip &&
    !byTopic &&
    !DOMAIN_TIGHT.test(text) &&
    !(here && titleOfPrices(article)) &&
    !contextOfPrices(article, reading) &&
    speakerOf(article) === null &&
    !quoted &&
    // "### 3. 某模型 / - 价格上调约30%": of what the heading names.
    !(PRICE_MOVED.test(text.slice(start, q.start)) && carriedSubject(article, reading, 4)?.how === 'heading') &&
    !(outright && PRICE.test(article.titleText) && article.titleEntities.some(isActor)) &&
    !((DEARER.test(clause) || (near && hasHan(clause))) && carriedSubject(article, reading, 4) !== null)
  )
    return [];
  const known = productBehind(reading, q, ownerOfBracket(reading, q) ?? priceSubject(article, reading, q));
  const strange =
    known.slugs.length === 0
      ? (unknownName(article, reading, q.start, start) ?? unknownName(article, reading, q.start))
      : null;
  // "Newer GPUs have doubled": what is sold, not who sells it.
  const stranger = strange && !namesWares(strange.name) ? strange : null;
  const subject: Subject = stranger ? { slugs: [stranger.slug], names: [stranger.name], how: 'unknown' } : known;
  const atLarge = isAtLarge(article, reading, clause, subject);
  const subjects = atLarge ? [] : housesOfMove(article, reading, subject, q);
  const goesOn = (): boolean => PRICE.test(wide) && LATER.test(text.slice(start, q.start));
  if (subjects.length === 0 && !chip && !byTopic && !((here || tier || goesOn()) && DOMAIN_TIGHT.test(text))) return [];
  const [quoteStart, quoteEnd] = quoteAround(reading, q.start, q.end);
  const effective = effectiveDate(article, reading, q);
  const percents = reading.quantities.filter((other) => other.unit === q.unit);
  const own =
    /respectively|分别/.test(text) && percents.length === subjects.length ? subjects[percents.indexOf(q)] : undefined;
  const slugs: (string | null)[] =
    own !== undefined ? [own] : subjects.length > 0 ? subjects.map((s) => sellerOf(article, reading, s)) : [null];
  return slugs.map((slug) => ({
    kind: 'price_change' as const,
    rule: q.unit === 'times' ? 'price.multiple' : here ? 'price.percent' : 'price.percent-in-context',
    quoteStart,
    quoteEnd,
    subject: slug,
    object:
      (atLarge ? clauseHead(reading, q.start) : null) ??
      inTurn(reading, percents, q) ??
      priceObject(article, reading, q, subject),
    direction,
    valueStart: reading.start + q.start,
    valueEnd: reading.start + q.end,
    min: fraction ?? asMultiple(q).min,
    max: fraction ?? asMultiple(q).max,
    unit: q.unit === 'times' ? 'times' : 'percent',
    effective,
    asOf: dateOf(reading, q)?.iso ?? null,
    status: statusOfMove(text, q.start),
    attribution: attributionOf(article, reading, slug, q.start),
    reasons: [`subject:${subject.how}`, here ? 'price word in the clause' : 'price word above'],
    confidence: 0.92 - (here ? 0 : 0.12) - (subject.how === 'clause' || subject.how === 'sentence' ? 0 : 0.1),
  }));
}

const BESIDE_STANDARD =
  /^ (?:of )?(?:the |its |their |our )?(?:standard|base|normal|regular|default|usual|ordinary|synchronous|on-demand|list|non-priority) (?:[\w-]+ ){0,3}?(?:rates?|prices?|pricing|costs?|tier|fees?)\b/;

/** Only imagined; an example given behind a figure makes none of it. */
const imagined = (text: string, q: Quantity): boolean =>
  HYPOTHETICAL.test(text.replace(EXAMPLE, (word, at: number) => (at > q.end ? ' '.repeat(word.length) : word))) &&
  !text.includes('whether');
const EXAMPLE = /\bfor (?:example|instance)\b|\be\.g\.|例如|比如/g;

/** 安全业务受计费方式切换拖累，下滑2%: a business, whatever drags on it. */
const DRAGGED = /拖累[,，]?[^,，。;；价费租]{0,10}$/;
const OF_ANOTHER_HAN =
  /(?:效率|(?<!高)性能(?!型|版)|速度|吞吐量?|准确率|利用率|用量|调用量|需求|供[给应]|销量|出货量?|时延)(?![^,，。;；]*[价费租])[^,，。;；]{0,10}$/;
/** 从4元降到2元: the old price and the new one. */
const PAIR_HAN = /[从由][^,，。;；]{0,16}[元分刀$¥][^,，。;；]{0,8}[降涨调升提][^,，。;；\d]{0,3}[到至为]/;
const MORE_THINGS = /^ (?:more|fewer|less) (?!dollars|cents|euros|pounds|times|this|across|versus|unless)[a-z]{4,}s\b/;
const APART = /^ ?的?(?:价差|差价|差距|价格差|悬殊)/;
const OWN_NAME =
  /(?<!调用|使用|接入|api)成本|周期|工期|耗电|用电|能耗|功耗|时长|速度|延迟|吞吐|效率|(?<!高)性能|[份占]比/;
