import type { Announcement } from '../../../../infra/contracts/announcement.ts';
import type { Article } from '../analysis.ts';
import { attributionOf } from '../attribution.ts';
import { clauseAt } from '../context.ts';
import type { DateMention } from '../dates.ts';
import { dayChecked } from '../day-checked.ts';
import type { Draft } from '../draft.ts';
import { cloudOf } from '../families.ts';
import { HYPOTHETICAL, NEGATED } from '../lexicon.ts';
import { isOnceAsked } from '../old-prices.ts';
import { protagonistOf } from '../protagonist.ts';
import type { Quantity } from '../quantity.ts';
import type { Reading } from '../reading.ts';
import type { Subject } from '../source-subject.ts';
import { hasHan } from '../text.ts';
import { unknownName } from '../unknown-name.ts';
import { dateOf } from '../which-date.ts';
import type { Amount } from './amount.ts';
import { changePercent } from './change-percent.ts';
import { effectiveDate } from './effective.ts';
import { isEveryday } from './everyday.ts';
import { headOfRow } from './head-of-row.ts';
import { MAKERS } from './hosts.ts';
import { houseInTurn } from './houses-in-turn.ts';
import { machinePart } from './machine-part.ts';
import { makersAlike } from './makers-alike.ts';
import { buysMuch } from './money-buys.ts';
import { statusOfMove } from './planned.ts';
import { plansAtLarge } from './plans-at-large.ts';
import { priceObject } from './price-object.ts';
import { priceSubject, severalProviders } from './price-subject.ts';
import { quoteAround } from './quote.ts';
import { isReckoned } from './reckoned.ts';
import { sellersAlike } from './seller-at.ts';
import { sellerOf } from './seller-of.ts';
import { costsSeller } from './sellers-cost.ts';
import { isQuoted, isTraded } from './share-prices.ts';
import { isSomebodysBill } from './somebodys-bill.ts';
import { isPaidIn, isSpentByTime } from './spent.ts';
import { thenAndNow } from './then-and-now.ts';
import { dayOfHead } from './unit-of-head.ts';
import { isSum, isWorkedOut } from './worked-example.ts';

/** "The move saved the firm $40,000 a month" */
const SAVED =
  /\bsav(?:e[sd]?|ing)(?: (?:me|us|them|you|him|her|(?:the|its|their|our|a|each|every) (?:[\w-]+ )?[\w-]+|[\w-]+))? (?:about |around |roughly |some |over |more than |up to |nearly |an estimated |as much as )*$/;
/** "For example, eight cards at that rate imply $40": reckoned from prices told elsewhere. */
const WORKED_OUT =
  /\b(?:impl(?:y|ies)|works? out (?:at|to)|equals?|amounts? to|translates? (?:in)?to|adds? up to|comes? to) (?:about |around |roughly |just |only )?$/;
const WORKED_EXAMPLE =
  /\bsuppose\b|\bimagine\b|\bhypothetical|\billustrative\b|\b(?:take|consider) an (?:\w+ )?example\b|\bassum(?:e|ing) (?:an?|that|you|we|our|your)\b|\bif you\b(?! (?:(?:only|just|really|do|must|still|also|merely|ever) )*(?:wanted|needed|were|had|sign|commit|pay|prepay|reserve|subscribe|opt|choose|book|stay|buy|take|rent|go|come|order|want|need|prefer|insist|like))|would (?:cost|come|pay|be)|(?:increase|rise|saving|surcharge)s?\b[^.;]{0,40} would have been|your bill|\bcomes to\b|works out|for a typical|per (?:request|call) costs?|算下来|相当于|假设|如果你?|费用如下|总费用|也就是说|账单/;

const IMAGINED =
  /^ ?(?:so |and |but |then )?(?:an?|one|any|every|each|someone|anyone|somebody) (?:.*\b)?(?:would|could|might) (?:\w+ ){0,2}(?:pay|cost|spend|save|owe|run|come|see|need|be (?:billed|charged|looking))\b/;

const EARNED =
  /(?:收入|营收|毛利|利润)(?:大?约|近)?(?:[从由为是]|达到?)?(?:大?约|近)? ?(?:[\d.]+[^,，。;；]{0,20}[至到为]约? ?)?$/;

/** True where the words before a sum say that a seller earns it. */
export const isEarned = (text: string, at: number): boolean => EARNED.test(text.slice(0, at));

const SUPPOSED = /(?:要是|如果|假如|假设|倘若|一旦)[^。;；]{0,40}$/;
const OWN_COST = /(?<!使用|租用|调用)成本(?:仅需?|只要|[为约是在 ])*$/;
const SPENT =
  /^ ?的?(?:预算|投入|开[销支]|花费|支出|投资|营收|收入|进账|利润|亏损|损失|补贴|奖金|年?薪|工资|(?:还)?不如)/;

/** 一年掏100万美元以上的客户, 月付5万元的企业: what a customer spends. */
const CUSTOMERS = /^ ?(?:以上|以内|左右)?的?(?:大|企业|付费)?(?:客户|用户|企业|公司|团队|开发者)(?![版级专套])/;
const SPENDS = /(?:掏|[年月]付|花费?|消费|贡献|支出|豪掷|狂花)(?:超过?|逾|约|近|不到)?$/;

/** 单价动辄数百万元: loosely, of things of the kind. */
const LOOSELY = /动辄|动不动就?|少则|多则/;
/** “1.5美元/小时”不能反映市场平均水平: named only to be set aside. */
const SET_ASIDE =
  /^[^。]{0,60}(?:(?:不能|不足以|无法|并不|不|未必)(?:真正|完全|准确)?(?:反映|代表)[^,，。;；]{0,10}(?:市场|平均|真实|整体|普遍|实际|水平|行情|成本)|(?:只是|不过是|纯属)[^,，。;；]{0,14}(?:噱头|幌子))/;

/** 几元, 数十元, 数万元: nobody can say how much. */
const HANDFUL = /^(?:好几|[几数])[十百千万]?/;
/** "(excluding the $5/mo plan)": a plan by its price, to which what is told does not apply. */
const EXCEPTED = /\b(?:excluding|except(?: for)?|apart from|other than|but not) (?:the |our |its )?$/;

/** True where a sentence names an amount without saying that anything costs so much. */
const isLoose = (reading: Reading, q: Quantity): boolean =>
  HANDFUL.test(reading.text.slice(q.start, q.end)) ||
  EXCEPTED.test(reading.text.slice(Math.max(0, q.start - 30), q.start)) ||
  LOOSELY.test(reading.text.slice(clauseAt(reading, q.start)[0], q.start)) ||
  SET_ASIDE.test(reading.text.slice(q.end)) ||
  (SPENDS.test(reading.text.slice(0, q.start)) &&
    CUSTOMERS.test(reading.text.slice(Math.max(q.end, q.rate?.end ?? 0))));

/** Meters that need a subject of the trade: anything may cost so much a month, a picture or a second. */
const OPEN_METERS = new Set<Announcement['meter']>([
  'month',
  'year',
  'image',
  'second',
  'request',
  'other',
  'instance_hour',
  'storage_gb_month',
]);

export const clauseText = (reading: Reading, q: Quantity): string => reading.text.slice(...clauseAt(reading, q.start));

/** 从去年底的5.5万元涨至7.5万元: the date of the old price is none of the new one. */
const datesOfNew = (reading: Reading, old: Quantity, now: Quantity): DateMention[] =>
  reading.dates.filter(
    (d) =>
      !(d.end <= old.start && thenAndNow(reading.text, old, now)) &&
      // "rented for $7 an hour in 2023 and goes for $2 now"
      !(
        d.iso.length === 4 &&
        old.end <= d.start &&
        d.end <= now.start &&
        /^ ?(?:(?:in|at|on|during|back in|of) )?(?:the |early |mid-?|late )*$/.test(
          reading.text.slice(Math.max(old.end, old.rate?.end ?? 0), d.start),
        )
      ) &&
      !(
        d.end <= old.start &&
        /^(?:的|时|,? ?at| at)?(?:约|近|每[^,，。;；\d]{0,10})? ?$/.test(reading.text.slice(d.end, old.start)) &&
        /(?:从|由|自|较|from) ?(?:the )?$/.test(reading.text.slice(Math.max(0, d.start - 10), d.start))
      ),
  );

/** The clause of an amount as far as the next begins: "from $3 to $4 and demand did not change". */
function untilNext(reading: Reading, q: Quantity): string {
  const [start, end] = clauseAt(reading, q.start);
  return reading.text.slice(start, q.start) + reading.text.slice(q.start, end).replace(/ (?:and|but|while) .*/s, '');
}

/** A change of price from one amount to another; nothing where they are equal or the clause denies it. */
export function statePriceChange(
  article: Article,
  reading: Reading,
  before: Amount,
  after: Amount,
  object: string | null = null,
): Draft[] {
  const old = Number(before.q.min ?? before.q.max);
  const now = Number(after.q.min ?? after.q.max);
  if (old === now || NEGATED.test(untilNext(reading, after.q))) return [];
  const meter = after.meter === 'blended' || after.meter === 'other' ? (before.meter ?? after.meter) : after.meter;
  return statePrice(
    article,
    reading,
    { ...after, meter, per: perOf(meter, before, after) },
    'price_change',
    now > old ? 'increase' : 'decrease',
    before,
    object,
  );
}

/** Token prices told without their unit ("from $2.50/$7.50 to $2.00/$6.00 input/output") are per million, as the trade quotes them. */
const perOf = (meter: Amount['meter'], before: Amount, after: Amount): number => {
  const stated = after.per === 1 ? before.per : after.per;
  return stated === 1 && !after.own && !before.own && (meter === 'input' || meter === 'output') ? 1_000_000 : stated;
};

const SO_MUCH =
  /\b(?:so(?: that)?|which means(?: that)?|meaning(?: that)?) (?:an?|one|each|the) [^,;$€£¥]{2,50} (?:comes? to|costs?|works out (?:at|to)|runs? to|is|will cost|would cost) (?:about |around |roughly |just |only )*$/;
const RECKONED_WITH = /\bassum(?:e[sd]?|ing) (?:[\w-]+ ){0,5}$|\bbreak-?even\b/;
const MARK = /^ (?:level|threshold|mark|break-?even|ceiling)\b/;
const HELD = /^ (?:worth )?(?:of|in) (?:[a-z]+ )?(?:usage|credits?)\b/;
const GOES_AWAY =
  /^[^,;.]{0,30}\b(?:goes away|go away|disappears?|no longer appl(?:y|ies)|(?:is|are|was|were|will be|is being|has been|have been|having been) (?:dropped|scrapped|waived|gone|abolished|removed|eliminated))\b/;
const OF_A_TASK = /\b(?:per|an?|each) task\b|\/ ?task\b/;
const BENCHMARK = /\bscor(?:e[sd]?|ing)\b|benchmark|\b[a-z]*bench\b|\barc-?agi|\bhle\b|pass rate|accuracy/;

/** A group's models are sold by the token by its cloud, where the group was named before. */
const sellerOfMeter = (
  article: Article,
  reading: Reading,
  { meter }: Amount,
  slug: string | null,
  { how }: Subject,
): string | null => {
  const seller = sellerOf(article, reading, slug);
  return seller !== null && how === 'carried' && (meter === 'input' || meter === 'output' || meter === 'cached_input')
    ? cloudOf(seller)
    : seller;
};

/** "Input: $0.80 / 1M tokens": in a list under it, "Web search: $8 per 1,000 calls" is of the same model, whatever it is called. */
const PRICES_TOKENS = /[$€£¥]\d[\d.]* ?(?:\/|per) ?(?:1?m|1? ?million|mtok)[a-z ]{0,14}tok|元 ?\/ ?百万 ?tok/;

/** A price that a sentence states, as a quote or as what a change leads to; nothing where it is no offer. */
export function statePrice(
  article: Article,
  reading: Reading,
  amount: Amount,
  kind: 'price_quote' | 'price_change',
  direction: Announcement['direction'],
  before: Amount | null,
  object: string | null = null,
): Draft[] {
  const { q } = amount;
  const { text } = reading;
  if (buysMuch(text, q.end)) return [];
  if (
    /(?:rather than|instead of|而不是|而非)(?: (?:going|rising|moving|go|rise|move)?(?: ?to)?)? ?$/.test(
      text.slice(Math.max(0, q.start - 34), q.start),
    )
  )
    return [];
  // 要是降到1元: only imagined.
  if (kind === 'price_change' && SUPPOSED.test(text.slice(0, q.start))) return [];
  // 按三年折旧，每小时成本42元: what it takes to run.
  if ((amount.meter === 'instance_hour' || amount.meter === 'gpu_hour') && OWN_COST.test(text.slice(0, q.start)))
    return [];
  // 平均收入从1.58元/百万Token降至0.47元: what the seller earns.
  if (isEarned(text, (before ?? amount).q.start)) return [];
  // "rose 12% to $104.20 in New York, its lowest price since spring": of its shares.
  if (amount.meter === 'other' ? isTraded(text) : !amount.own && isQuoted(text)) return [];
  if (SAVED.test(text.slice(0, q.start))) return [];
  if (q.rate?.meter !== 'token' && isEveryday(reading, q)) return [];
  if (isReckoned(article, reading, amount)) return [];
  if (HYPOTHETICAL.test(text) && WORKED_OUT.test(text.slice(0, q.start))) return [];
  // "lists it at $1.19/hr, about $869 a month if you never turn it off": what is only reckoned stands behind the next sum.
  const next = amount.own ? reading.quantities.find((o) => o.unit === 'money' && o.start >= q.end) : undefined;
  const said = next ? text.slice(0, next.start) : text;
  if (HYPOTHETICAL.test(said) && WORKED_EXAMPLE.test(said)) return [];
  if (isSum(text) || isWorkedOut(reading, amount) || isLoose(reading, q) || isSomebodysBill(text, amount)) return [];
  const behind = text.slice(Math.max(q.end, q.rate?.end ?? 0));
  // "roughly $400 a month more", 近百万美元的额外成本: a difference, no price.
  if (
    /^ (?:more|less|(?:up|down)(?! (?:to|from)\b)|higher|lower|dearer|extra|cheaper|in savings|of savings|on top)\b|^ ?的?(?:额外|新增|增量)/.test(
      behind,
    )
  )
    return [];
  // "the $1.60/hr level below which it never pays off": a mark, no offer.
  if (MARK.test(behind)) return [];
  // "assuming $2 per GPU-hour", "Break-even is about $1.40 per GPU-hour": no offers.
  if (RECKONED_WITH.test(text.slice(clauseAt(reading, q.start)[0], q.start))) return [];
  // "At $2.20 per hour, 1,000 cards would cost $19 million a year"
  if (
    /^at (?:about |just )?$/.test(text.slice(0, q.start)) &&
    /^, [^.;]{2,60}\bwould (?:cost|come|run|be)\b/.test(behind)
  )
    return [];
  // "became $20 of usage at API prices", "$15 worth of credits": what an offer holds.
  if (kind === 'price_quote' && HELD.test(behind)) return [];
  // 一年12000美元预算: what is spent, or earned.
  if (SPENT.test(behind)) return [];
  // "A team with 100 TB would pay $900 a month": somebody imagined.
  if (IMAGINED.test(clauseText(reading, q).slice(0, Math.max(0, q.start - clauseAt(reading, q.start)[0])))) return [];
  if (kind === 'price_quote' && (amount.meter === 'month' || amount.meter === 'year') && isSpentByTime(reading, q))
    return [];
  if (kind === 'price_quote' && !amount.own && isPaidIn(reading, q)) return [];
  // "so that a five-second clip comes to 3.67 yuan": what so much of it comes to.
  if (!amount.own && SO_MUCH.test(text.slice(0, q.start))) return [];
  // "made it free for customers who until now paid $0.02": what nobody pays any longer.
  if (
    kind === 'price_quote' &&
    /\buntil now,? (?:[a-z]+ )?(?:paid|cost|charged)(?: [a-z]+)? $/.test(text.slice(0, q.start))
  )
    return [];
  // "..., down from $0.56": of a price that stands elsewhere.
  if (kind === 'price_quote' && /\b(?:down|up) from (?:about |around |the )?$/.test(text.slice(0, q.start))) return [];
  // "If you move 40 TB a month, that is roughly $3,000 a month": what so much use comes to.
  if (
    /^if (?:you|your|an?|the) [^;]*, (?:that|this|it) (?:is|would be|means|costs?) (?:about |around |roughly |approximately |some |just |only )*$/.test(
      text.slice(0, q.start),
    )
  )
    return [];
  // "..., that comes to 0.7 cents": reckoned out of other prices.
  if (
    // "This comes to $0.035 per million tokens for cache hits": a price all the same, by the unit it is told in.
    !(q.rate?.meter === 'token' && q.rate.per === 1_000_000) &&
    /\b(?:(?:that|this|it|which)|(?:the|that|this|a) (?:\w+ )?(?:gap|difference|saving|premium|spread|total)s?) (?:comes?|works?|adds?|amounts?) (?:out )?(?:to|up to|at) (?:about |around |roughly |just |only )*$/.test(
      text.slice(0, q.start),
    )
  )
    return [];
  // "With A at $3/$15 that is $0.15 a task": worked out of the prices before it.
  if (
    kind === 'price_quote' &&
    (amount.meter === 'other' || !amount.own) &&
    /[$€£¥][\d.]+[^;]{0,40}\b(?:that|this|which) (?:is|was|would be|makes|means) (?:[$€£¥][\d.,]+[^;$€£¥]{0,20}, or )?(?:about |around |roughly |just |only )*$/.test(
      text.slice(0, q.start),
    )
  )
    return [];
  // "the same pages would cost about $2.50 and $5, respectively": a piece of work, where no unit is told.
  if (
    kind === 'price_quote' &&
    !amount.own &&
    /\b(?:would|could|might) (?:only |just |then |still )?(?:cost|come to|run to|be)\b[^;]{0,30}$/.test(
      text.slice(0, q.start),
    )
  )
    return [];
  // "scoring 33 percent, at a cost of 27 cents per task against $1.20": what a benchmark took.
  if (
    amount.meter === 'other' &&
    BENCHMARK.test(text) &&
    OF_A_TASK.test(amount.own ? text.slice(q.start, q.rate?.end ?? q.end) : text)
  )
    return [];
  // "A 40 TB archive that cost you $260 a month would be $72": worked out for so much of it.
  if (
    /^(?:an?|your|one|our) [\d.,]+ ?(?:[kmgtp]i?b|hours?)\b[^.;]{0,90}\b(?:would|could|cost you|costs you)\b/.test(text)
  )
    return [];
  // B200单卡总拥有成本约每小时1.9美元: what it takes to own one.
  if (/(?:拥有|持有|自建|折旧)成本[^。;；]{0,60}$|\btco\b[^,，。;；\d]{0,16}$/.test(text.slice(0, q.start))) return [];
  // 处理30万字成本不到2分钱: worked out for so many words.
  if (
    text.includes('字') &&
    /(?<!每[百千万]?)\d ?[百千万]?字[^,，。;；\d]{0,8}(?:成本|花费|费用|[要需花仅])[^,，。;；\d]{0,4}$/.test(
      text.slice(0, q.start),
    )
  )
    return [];
  // "The request fee of $6 per 1,000 searches goes away": what nobody pays any longer.
  if (kind === 'price_quote' && GOES_AWAY.test(behind)) return [];
  if (costsSeller(reading, q)) return [];
  // 由9.9元降为免费: what it no longer costs.
  if (/^[^,，。;；]{0,4}[降调改变转]整?[为成至到](?:全面?|永久|完全|限时|彻底)*免费/.test(behind)) return [];
  // "go up by €5 to €29.99": how far it moved.
  if (/\bby (?:about |another )?$/.test(text.slice(0, q.start)) && /^,? to (?:us)?[$€£¥\d]/.test(behind)) return [];
  // "$500 million per day": what is spent, not what something costs.
  if (q.large && q.rate && q.rate.meter === 'other' && /\b(?:day|week|minute)$/.test(text.slice(q.start, q.rate.end)))
    return [];
  // 若按每小时2美元计: the rate of an estimate, not an offer.
  if (
    /按[^,，;；]{0,20}$/.test(text.slice(Math.max(0, q.start - 26), q.start)) &&
    (/^[^,，;；。]{0,16}(?:来算|计算|估算|测算|折算)/.test(text.slice(q.end)) ||
      (/(?:若|如|假设|假定|均)按[^,，;；]{0,14}$/.test(text.slice(Math.max(0, q.start - 20), q.start)) &&
        /^[^,，;；。]{0,10}计(?![费价])/.test(text.slice(q.end))))
  )
    return [];
  // "Claude Haiku 5 at $1 and $5": one house asks for all sums of a row.
  const head = houseInTurn(reading, q) ? q : headOfRow(reading, q);
  const sold = priceSubject(article, reading, head, amount.meter);
  // "OpenAI wants 30 gigawatts. H100 rents now stand at $2.40": who makes models rents out no cards.
  const found: Subject =
    amount.meter === 'gpu_hour' && sold.how === 'carried' && MAKERS.has(sold.slugs[0] ?? '') && !hasHan(text)
      ? { slugs: [], names: [], how: 'none' }
      : sold;
  const stranger =
    found.how === 'clause' ||
    found.how === 'sentence' ||
    (found.how === 'source' && found.slugs.length > 0) ||
    amount.meter === 'month' ||
    amount.meter === 'year'
      ? null
      : (unknownName(article, reading, q.start, clauseAt(reading, q.start)[0]) ?? protagonistOf(article));
  const subject: Subject = stranger ? { slugs: [stranger.slug], names: [stranger.name], how: 'unknown' } : found;
  if (
    OPEN_METERS.has(amount.meter) &&
    subject.slugs.length === 0 &&
    !(article.inDomain && plansAtLarge(article, reading, q) !== null) &&
    !/\bgpus?\b|算力|显卡|大模型|\bllms?\b/.test(text) &&
    !(amount.meter === 'storage_gb_month' && /存储|storage/.test(text)) &&
    !reading.entities.some((e) => e.kind === 'chip') &&
    !(
      (article.blocks[reading.block]?.kind !== 'paragraph' || /^[^:]{2,40}: ?[$€£¥]/.test(text)) &&
      PRICES_TOKENS.test(article.folded)
    )
  )
    return [];
  if (
    OPEN_METERS.has(amount.meter) &&
    /\b(?:your|our|my|the|an?|monthly|total|their|its|his|her) (?:\w+ )?bills?\b(?! [\d$€£¥])|\bbills? (?:of|came|comes|was|is|would)\b|\bwe (?:paid|spent|spend)\b|账单/.test(
      text,
    )
  )
    return [];
  if (
    /natural gas|btu|barrel|groceries|\bgold\b(?! (?:tier|plan|level|partner|standard|status|support|edition|member))|copper|electricity price|电价|油价/.test(
      text,
    )
  )
    return [];
  const several = severalProviders(reading, q);
  const [quoteStart, quoteEnd] = quoteAround(
    reading,
    Math.min(before?.q.start ?? q.start, q.start),
    Math.max(before?.q.end ?? q.end, q.end),
  );
  const dated = before ? reading.with({ dates: datesOfNew(reading, before.q, q) }) : reading;
  const part = machinePart(reading, q);
  const ofOther = part === null && machinePart(reading, head) !== null;
  const priced =
    object ?? part ?? plansAtLarge(article, reading, q) ?? priceObject(article, reading, ofOther ? q : head, subject);
  // "GPT-6 and Claude Fable both hold at $10": each maker sells its own.
  const made =
    object !== null && subject.how !== 'source'
      ? reading.entities.find((e) => e.kind === 'product' && object.includes(reading.original.slice(e.start, e.end)))
      : undefined;
  const alike = several ? [] : sellersAlike(reading, head);
  const makers = several || alike.length > 0 || subject.how === 'source' ? [] : makersAlike(reading, head);
  const offers: { slug: string | null; thing: string | null }[] =
    makers.length > 0
      ? makers.map((e) => ({ slug: e.slug, thing: reading.original.slice(e.start, e.end) }))
      : alike.length > 0
        ? alike.map((e) => ({ slug: sellerOf(article, reading, e.slug), thing: priced }))
        : [
            {
              slug: several
                ? null
                : sellerOfMeter(article, reading, amount, made?.slug ?? subject.slugs[0] ?? null, subject),
              thing: priced,
            },
          ];
  return offers.map(({ slug, thing }) => ({
    kind,
    rule: kind === 'price_quote' ? 'price.quote' : before ? 'price.from-to' : 'price.to',
    quoteStart,
    quoteEnd,
    subject: slug,
    object: thing,
    namedObject: reading.entities.some(
      (e) => (e.kind === 'product' || e.kind === 'chip') && reading.original.slice(e.start, e.end) === thing,
    ),
    direction,
    valueStart: reading.start + q.start,
    valueEnd: reading.start + q.end,
    min: q.min,
    max: q.max,
    unit: amount.currency,
    oldValue: before?.q.min ?? before?.q.max ?? null,
    onceAsked: kind === 'price_quote' && isOnceAsked(reading, q),
    meter: amount.meter,
    per: amount.per,
    asOf:
      dateOf(dated, q)?.iso ?? (kind === 'price_quote' ? (dayChecked(article) ?? dayOfHead(article, reading)) : null),
    effective: kind === 'price_change' ? effectiveDate(article, dated, q) : null,
    growth: kind === 'price_change' ? changePercent(reading, q, direction, before) : null,
    status: kind === 'price_change' ? statusOfMove(text, q.start) : 'actual',
    attribution: attributionOf(article, reading, slug, q.start),
    reasons: [`subject:${subject.how}`, amount.own ? 'rate with the amount' : 'rate shared'],
    confidence: 0.95 - (amount.own ? 0 : 0.1) - (subject.how === 'clause' || subject.how === 'sentence' ? 0 : 0.1),
  }));
}
