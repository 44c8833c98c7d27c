import type { Article } from '../analysis.ts';
import { attributionOf, isState } from '../attribution.ts';
import { signedDeal } from '../carried-subject.ts';
import { CHIP_MAKERS, PURE_MAKERS } from '../chip-makers.ts';
import { clauseAt, governingCue } from '../context.ts';
import { coordinated } from '../coordinated.ts';
import { countsAgain } from '../counts-again.ts';
import type { DateMention } from '../dates.ts';
import { investeeOf } from '../deal-parties.ts';
import type { Draft } from '../draft.ts';
import { type Entity, isActor } from '../entities.ts';
import { cloudOf } from '../families.ts';
import { growthOf } from '../growth.ts';
import type { CueKind } from '../lexicon.ts';
import type { Quantity } from '../quantity.ts';
import type { Reading } from '../reading.ts';
import type { Subject } from '../source-subject.ts';
import { statusOf } from '../status.ts';
import { named, subjectOf } from '../subject.ts';
import { hasHan } from '../text.ts';
import { dateOf, openingDate } from '../which-date.ts';
import { BUYS } from './bought-at.ts';
import { capacityThing } from './capacity-thing.ts';
import { chipAbove } from './chip-above.ts';
import { buyerAbove, buyerBefore, recipientOf, servedAbove } from './chips-for.ts';
import { commitmentOf } from './committed.ts';
import { countedHan } from './counted-han.ts';
import { dueBehind } from './due-behind.ts';
import { houseBehind } from './house-behind.ts';
import { hubOf } from './hubs.ts';
import { isNobodysCount, SITE } from './nobodys-count.ts';
import { clauseHead, phraseBehind } from './object.ts';
import { placeGoesOn } from './place-goes-on.ts';
import { placeSupplied } from './place-supplied.ts';
import { quoteAround } from './quote.ts';
import { allOfPlace, MADE_AT_HOME, placeIn, regionBefore } from './region.ts';
import { reportingPeriod } from './reporting-period.ts';
import { severalOf } from './several.ts';
import { stockOfPlace } from './stock-of-place.ts';
import { titlePeriod } from './sums.ts';

const DEPLOY: ReadonlySet<CueKind> = new Set(['deploy']);
/** A verb so far off says nothing of a count. */
const FAR = 110;
const NATION_ACTS =
  /\b(?:chinese|china's|american|u\.s\.) (?:[\w-]+ ){0,2}(?:firms|companies|groups|giants|clouds|providers|buyers|customers|labs|operators|carriers|makers|vendors) (?:[a-z]+ ){1,4}(?:[a-z]+ )*$/;
/** 中国科技公司合计订了超过200万颗: the country's. */
const CHINAS_FIRMS =
  /(?:中国|国内)的?(?:主要|大型|头部|科技|互联网|云|ai|本土)*(?:公司|企业|厂商|大厂|巨头|客户|买家)们?(?!里|中)[^,，。;；、]{0,12}$/;
/** "Active power 470 MW" under "Q2 scorecard": at the end of what the title reports on. */
function ofResults(article: Article, { text }: Reading): string | null {
  if (!STANDS.test(text)) return null;
  const period = titlePeriod(article);
  return period?.grain === 'quarter' || period?.grain === 'half' ? period.iso : endOfYear(article);
}
/** "Nebius at the end of 2025, in numbers": the day of which the figures of a text are, as its head says. */
function endOfYear({ titleText, folded }: Article): string | null {
  const year = AT_YEAR_END.exec(titleText) ?? AT_YEAR_END.exec(/^[^\n]{0,90}/.exec(folded)?.[0] ?? '');
  return year?.[1] === undefined ? null : `${year[1]}-12`;
}
const AT_YEAR_END = /(?:\b(?:at|as of|as at)|[,(:–—-]) ?(?:the )?(?:end of|year-end|end-|close of) ?(20\d\d)\b/;
const STANDS =
  /\b(?:active|contracted|connected|installed|deployed|energi[sz]ed) (?:power|capacity)\b|\b(?:power|capacity|gpus) (?:in use|in service|under contract|switched on|live|online|connected|energi[sz]ed)\b|watts? (?:\w+ ){0,3}(?:in use|under contract)\b|\d [mg]w (?:of (?:active |contracted )?(?:power|capacity) )?(?:in use|under contract)\b/;

/** "Samsung and Hyundai will each get" */
const EACH =
  /\beach (?!of\b)(?:[a-z]+ ){1,5}(?:[a-z]+ )*$|\bboth (?:are|were|have|had|will|now|run|operate|stand|sit|hold|own|passed|top)\b[^,;]*$/;

/** "ByteDance and Tencent: some 230,000 each": one count for each of those named. */
export function readCapacities(article: Article, reading: Reading, q: Quantity, previous: Draft | null): Draft[] {
  const draft = readCapacity(article, reading, q, previous);
  if (!draft) return [];
  if (
    !/^ (?:(?:[\w-]+ ){0,3}?(?:gpus?|chips|cards|accelerators|megawatts|gigawatts|[a-z]{1,3}\d{2,4}\w?s?) )?(?:each|apiece)\b/.test(
      reading.text.slice(q.end, q.end + 40),
    ) &&
    !EACH.test(reading.text.slice(clauseAt(reading, q.start)[0], q.start)) &&
    !/各(?:自|有|为|约|近|超|是|下单|购入|买入|采购|订购|预订|锁定|部署|拿走?|分走|占|领|签|下|分|得|到|买|要|装|了)*$/.test(
      reading.text.slice(Math.max(0, q.start - 8), q.start),
    )
  )
    return [draft];
  const last = reading.entities.findLast((e) => isActor(e) && e.end <= q.start);
  return last
    ? coordinated(reading, last).map((e) => ({
        ...draft,
        subject: e.slug,
        object: reading.original.slice(e.start, e.end),
      }))
    : [draft];
}

const GIVEN_UP =
  /(?:取消|暂停|放弃|终止|搁置|叫停|退出|撤回|砍掉|退租)(?:了|掉|约|近|超过?|逾|部分|最多|至多|合计|共|总计)*$/;
/** "dropped plans to expand it to 2 GW", "cancelled leases on some 2 GW" */
const CALLED_OFF =
  /\b(?:(?:scrap(?:s|ped|ping)?|drop(?:s|ped|ping)?|shelv(?:e[sd]?|ing)|abandon(?:s|ed|ing)?|cancel(?:s|l?ed|l?ing)?|kill(?:s|ed|ing)?|ax(?:e[sd]?|ing)|walk(?:s|ed|ing)? (?:away|back) (?:from|on)|back(?:s|ed|ing)? (?:out of|away from)|pull(?:s|ed|ing)? out of|g(?:ave|iven?|iving) up(?: on)?|paus(?:e[sd]?|ing)|halt(?:s|ed|ing)?|suspend(?:s|ed|ing)?) (?:its |the |their |a |an |all |earlier |some )*(?:plans?|talks|leases?|deals?|agreements?|projects?|options?|letters? of intent|expansions?|about |around |up to |roughly |more than |nearly |over )+)(?!that )[^;,.]{0,60}$|\b(?:(?:scrapp|shelv|abandon|cancell?|axe?)ed|walk(?:s|ed|ing)? away from|back(?:s|ed|ing)? out of|pull(?:s|ed|ing)? out of) (?:(?:an?|its|the|their|another|about|some|up to|roughly|nearly|more than) )*$/;
/** "The extension to 2 GW isn't happening", "Plans for a 1.5 GW campus were shelved" */
const OFF_BEHIND =
  /^(?! [^;.]{0,60}\b(?:but|and|which) )[^;,.]{0,50} (?:(?:isn't|is not|aren't|are not|won't be|will not be|never|no longer) (?:happening|going ahead|being built|built|on the table|moving forward|planned)|(?:is|was|were|are|has been|have been) (?:shelved|scrapped|cancell?ed|abandoned|dropped|called off|axed|put on hold|paused|halted))\b/;

/** How many chips, or how much data-centre power, somebody deploys, ships or orders. */
function readCapacity(article: Article, reading: Reading, q: Quantity, previous: Draft | null): Draft | null {
  const { text } = reading;
  const [clauseStart] = clauseAt(reading, q.start);
  // 取消2GW数据中心租约: what nobody will have.
  if (GIVEN_UP.test(text.slice(Math.max(0, q.start - 14), q.start))) return null;
  if (CALLED_OFF.test(text.slice(0, q.start)) || OFF_BEHIND.test(text.slice(q.end))) return null;
  // 数吉瓦, 这意味着数百万个GPU: how many, nobody says.
  if (
    text[q.start] === '数' &&
    (/^数 ?[吉兆gm]/.test(text.slice(q.start, q.end)) || text.startsWith('意味着', q.start - 3))
  )
    return null;
  const cue = governingCue(reading, q, DEPLOY);
  if (isNobodysCount(article, reading, q, cue !== null && cue.cost <= FAR)) return null;
  const found = subjectOf(article, reading, q.start, q.end, { strangers: true, makers: true, counts: true });
  // 首批4608块已点亮，公司方面说: who is named behind the count, where nobody is before it.
  const behind = houseBehind(reading, q, found);
  const subject = behind && !PURE_MAKERS.has(behind.slug) ? named(reading, [behind], 'sentence') : found;
  // 国内已出现三万卡集群, 十万卡级别: sizes of clusters, told in words, of nobody the sentence names.
  if (subject.how === 'carried' && /^[^\d]+卡$/.test(text.slice(q.start, q.end))) return null;
  const chip = reading.entities.find((e) => e.kind === 'chip' && e.end <= q.start && e.start >= clauseStart);
  // 全年国产卡出货有望达250万片: the country's, not of the maker named last.
  const domestic =
    subject.how !== 'clause' && subject.how !== 'unknown' && MADE_AT_HOME.test(text.slice(clauseStart, q.start));
  // 2025年中国加速服务器市场…，出货超过190万张: the market's, not of the house named above.
  const ofMarket =
    subject.how === 'carried' && /市场(?!份额)/.test(text.slice(0, q.start))
      ? regionBefore(article, reading, 0, q.start)
      : null;
  // "Chinese firms ordered 2 million H200s while Nvidia": the country's, not of a house behind them.
  const national =
    subject.how !== 'clause' &&
    NATION_ACTS.test(text.slice(clauseStart, q.start)) &&
    !reading.entities.some((e) => isActor(e) && e.start >= clauseStart && e.end <= q.start)
      ? regionBefore(article, reading, clauseStart, q.start)
      : null;
  const nation = q.unit === 'chips' && CHINAS_FIRMS.test(text.slice(clauseStart, q.start)) ? 'china' : null;
  const committed = commitmentOf(reading, q);
  const recipient =
    committed?.slug ??
    investeeOf(reading, q.start)?.slug ??
    recipientOf(reading, q) ??
    ownerOfSite(reading, q) ??
    buyerBefore(article, reading, q, subject);
  const several = severalOf(article, reading, q);
  const stock = stockOfPlace(article, reading, q);
  const whole = allOfPlace(text.slice(0, q.start)) ?? stock?.slug ?? null;
  const slug = nation
    ? nation
    : several
      ? several.slug
      : whole !== null
        ? whole
        : ((domestic ? 'china' : (ofMarket?.slug ?? national?.slug ?? null)) ??
          recipient ??
          placeSupplied(reading, q, subject) ??
          ownerOfWhole(reading, q, subject, previous) ??
          buyerAbove(article, reading, subject) ??
          servedAbove(article, reading, clauseStart, q) ??
          armOf(subject.slugs[0], reading) ??
          (subject.how === 'clause' || subject.how === 'sentence' ? subject.slugs[0] : undefined) ??
          (chip && isMadeThere(chip, text, q.start) ? chip.slug : undefined) ??
          subject.slugs[0] ??
          (chip && !CHIP_MAKERS.has(chip.slug) ? chip.slug : null));
  const site = committed?.object ?? siteOf(article, reading, q);
  // "1.8万颗英伟达GB300": the chip named right behind the count.
  const counted = reading.entities.find((e) => e.kind === 'chip' && e.start >= q.end && e.start - q.end <= 8);
  // "1.2吉瓦数据中心": what draws the power.
  const plant =
    q.unit === 'watts'
      ? /^ ?(?:[(][a-z]{1,3}[)] ?)?的?(?:ai|人工智能)?(?:数据中心|算力中心|智算中心|园区|超算|集群|机房)/.exec(
          text.slice(q.end),
        )?.[0]
      : undefined;
  const object =
    stock?.thing ??
    (site
      ? site
      : plant
        ? reading.original.slice(q.end, q.end + plant.length).replace(/^ ?(?:[(（][A-Za-z]{1,3}[)）] ?)?的?/, '')
        : counted && !q.noun
          ? reading.original.slice(counted.start, counted.end)
          : q.noun
            ? reading.original.slice(q.noun[0], q.noun[1])
            : chip
              ? reading.original.slice(chip.start, chip.end)
              : (cardsBefore(reading, q) ??
                phraseBehind(reading, q.end) ??
                countedAbove(reading, q, previous, subject) ??
                chipOfFirst(reading, q) ??
                (BUYS.test(text.slice(clauseStart, q.start)) ? chipAbove(article, reading)?.name : null) ??
                countedHan(reading, q, clauseHead(reading, q.start), subject.names[0] ?? null, previous) ??
                clauseHead(reading, q.start) ??
                subject.names[0] ??
                null));
  // 国金证券预计国内新增装机10GW: the country's, where somebody counts it.
  const counter = slug === null && several === null ? attributionOf(article, reading, null, q.start) : null;
  const region =
    counter === null
      ? null
      : (regionBefore(article, reading, 0, q.start)?.slug ??
        placeAround(article, reading) ??
        (isState(counter) ? 'china' : null));
  const hub = slug === null && several === null && region === null ? hubOf(article, reading, q.start) : null;
  const nobody = slug === null && several === null && region === null && hub === null;
  const there = nobody ? placeGoesOn(article, reading, q, previous) : null;
  // Chips and megawatts of nobody in particular are no news of anybody.
  if (nobody && there === null) return null;
  // 从目前约2000万颗: of today, whatever day is named behind it.
  const today = /(?:目前|当前|现在|如今)的?(?:约|近|超过?|逾| )*$/.test(text.slice(Math.max(0, q.start - 8), q.start));
  const opening = openingDate(article, reading);
  const due = today ? null : dueBehind(reading, q, article.published);
  const date = today
    ? null
    : (due ?? dateOf(reading, q) ?? opening ?? (OF_RESULTS.test(text) ? reportingPeriod(article, reading) : null));
  const [quoteStart, quoteEnd] = quoteAround(reading, q.start, q.end);
  return {
    kind: 'capacity',
    rule: q.unit === 'watts' ? 'capacity.power' : 'capacity.chips',
    quoteStart,
    quoteEnd,
    subject: slug ?? region ?? hub ?? there,
    object:
      chip && q.unit === 'chips' && !q.noun
        ? reading.original.slice(chip.start, chip.end)
        : capacityThing(article, reading, q, object, previous),
    valueStart: reading.start + q.start,
    valueEnd: reading.start + q.end,
    min: q.min,
    max: q.max,
    unit: q.unit,
    asOf:
      (date === null ? ofResults(article, reading) : yearOf(reading, date)) ?? article.published?.slice(0, 7) ?? null,
    growth: growthOf(reading, q),
    status: today
      ? 'actual'
      : isPartOf(reading, q, previous)
        ? (previous?.status ?? 'actual')
        : promised(
            article,
            reading,
            q,
            planned(
              statusOfPlan(article, reading, q, due ? null : (date?.iso ?? null)),
              date !== null && date === opening,
            ),
            due !== null,
          ),
    attribution: attributionOf(article, reading, slug, q.start),
    reasons: [`subject:${subject.how}`, 'deployment word'],
    confidence: 0.9 - (subject.how === 'clause' ? 0 : 0.1) - (cue === null || cue.cost > 40 ? 0.1 : 0),
  };
}

/** Chips that are shipped or put out count as their maker's; 昇腾950下半年交付35万颗: those of makers whose chips others seldom hand over. */
const isMadeThere = (chip: Entity, text: string, at: number): boolean =>
  /出货|ship|量产|产能|目标|output|produc/.test(text) ||
  (chip.slug !== 'nvidia' && chip.slug !== 'amd' && /^[^,，。;；]{0,12}(?:交付|供货)/.test(text.slice(chip.end, at)));

/**
 * What a house says of its own sites and orders is a plan: "will access 3.5 gigawatts from 2027", "a deal with Google for a
 * gigawatt"; only what others expect is a forecast. In English: Chinese tells the two apart by its own words.
 */
function statusOfPlan(article: Article, reading: Reading, q: Quantity, date: string | null): Draft['status'] {
  const said = statusOf(article, reading, q, date);
  const { text } = reading;
  if (said === 'target') return said;
  if (hasHan(text))
    return (said === 'forecast' && !isGuess(reading, q)) ||
      (said === 'actual' &&
        (STILL_TO_COME.test(text.slice(Math.max(0, q.start - 50), q.start)) ||
          SET_FOR.test(text.slice(q.end, q.end + 16))))
      ? 'target'
      : said;
  const [start, end] = clauseAt(reading, q.start);
  if (said === 'actual' && UNDER_WAY.test(text.slice(start, q.start))) return 'target';
  if (said === 'actual')
    return (AGREED.test(text.slice(start, q.start)) || STILL_DUE.test(text.slice(q.end, q.end + 70))) &&
      !/\b(?:is|are|was|were|went|now|already) (?:live|online|running)\b|\b(?:deployed|delivered|installed|already)\b(?<!to be (?:deployed|delivered|installed))/.test(
        text,
      )
      ? 'target'
      : said;
  return EXPECTED.test(text.slice(start, end)) || reading.entities.some((e) => e.kind === 'reporter') ? said : 'target';
}
/** 预计, 有望, 机构测算: what somebody expects of others, none of a house's own plans. */
const isGuess = ({ text, entities }: Reading, { start, end }: Quantity): boolean =>
  GUESS_HAN.test(text.slice(Math.max(0, start - 60), end + 20)) || entities.some((e) => e.kind === 'reporter');
/** 将分批部署6吉瓦, 年底前上架3000张, 谈下的TPU约100万颗: agreed or under way. */
const STILL_TO_COME =
  /(?:(?<!已)将(?:分批|于|在|陆续|使用|租用|采用|导入|引入|新增|部署|建|配备|接入|容纳|采购|拿到|获得)|先建|再建|拟建|待建|(?<![不机社])会(?:用上|新增|部署|升到|增[至到]|达到)|可以?扩[到至]|最终[会将要]|[年月]底?前(?!后|景)|配额|谈下|备下|要买的?|全部(?:交付|建成|完工)(?:以?后)?|扩容后)[^;；。已]{0,36}$/;
/** 首批100MW定于四季度启用, 最后150MW要到2027年 */
const SET_FOR = /^[^,，。;；已]{0,10}(?:定于|定在|排在|排到|要到|要等|将于|计划于|拟于)/;
const GUESS_HAN = /将(?:拥有|容纳)|可扩|预[计测期估]|有望|或将|可能|估[计算]|测算|分析师|机构|业内|传闻|据传|看好/;
/** "a deal with X for", "the letter of intent covers", "has reserved", "is drawn for", "needs" */
const AGREED =
  /(?:\b(?:deals?|agreements?|contracts?|pacts?|partnerships?|commitments?|orders?)\b(?: [\w'.-]+){0,7} for|\b(?:letters? of intent|agreements?|deals?|contracts?|pacts?)(?: [\w'.-]+){0,6} covers?|\b(?:signed up for|reserved|(?:is|was|are) (?:drawn|designed|sized|zoned|permitted) for|(?:has|have|had) asked [\w'.-]+ for|needs|planned total (?:comes|came) to))[ *_]+(?:about |around |over |up to |at least |nearly |as many as |more than |an? (?:additional|further|extra) |another |a total of )*[*_]*$/;
/** "Developers are already working on more than 3 GW" */
const UNDER_WAY =
  /\b(?:(?:is|are|still|now|already) (?:working|at work|busy) on|putting up|breaking ground on) (?:(?:about|around|some|over|more than|nearly|roughly|at least|another|a further) )*$/;
/** "(coming online in 2027)", "to be installed by", "planned by", "in the first phase", "over several years" */
const STILL_DUE =
  /^(?: (?!and\b|while\b|but\b)[\w'’*-]+){0,5}[*_]* ?\(?(?:,? ?(?:coming|due|going) (?:online|on line|live) (?:in|by|from|during) 20\d\d|to be (?:installed|deployed|built|delivered)|to come (?:in|by|online)|planned (?:by|for|in)|over (?:several|the next|the coming|many) (?:\w+ )?years)\b/;
const EXPECTED = /\b(?:expect|forecast|predict|project|estimat|could|may|might|likely|anticipat|analyst)/;
/** "working on 3 GW, 1 GW of it for AI": as far as the whole has come. */
const isPartOf = ({ text, start }: Reading, q: Quantity, previous: Draft | null): boolean =>
  previous?.kind === 'capacity' &&
  (previous.valueStart ?? 0) > start &&
  /^ of (?:it|which|that|this|them)\b(?!.*\b(?:live|online|running|in (?:service|use|operation)|open|built|ready)\b)/.test(
    text.slice(q.end),
  );

/** 2028年底约2亿颗: counted by the year. */
const yearOf = ({ text }: Reading, { iso, start, end }: DateMention): string =>
  /年[底末]$/.test(text.slice(start, end + 1).trim()) || /年[底末]$/.test(text.slice(start, end))
    ? iso.slice(0, 4)
    : iso;

/** What a deal of a list is about, and what is due on a day to come where nobody says that he guesses, is promised. */
function promised(
  article: Article,
  reading: Reading,
  q: Quantity,
  status: Draft['status'],
  isDue: boolean,
): Draft['status'] {
  if (isDue && status === 'actual') return 'target';
  return signedDeal(article, reading, q.start) !== null &&
    !/已/.test(reading.text.slice(clauseAt(reading, q.start)[0], q.start))
    ? 'target'
    : status;
}

/** What a list of goals has under a year to come is one. */
const planned = (status: Draft['status'], ofList: boolean): Draft['status'] =>
  ofList && status === 'forecast' ? 'target' : status;

/** The place a sentence names, or the one before it where this one goes on counting. */
const placeAround = (article: Article, reading: Reading): string | null =>
  placeIn(reading.text) ??
  (countsAgain(reading.text) && reading.index > 0
    ? placeIn(article.reading(Math.max(0, article.thread.above(reading.index))).text)
    : null);

/** "Active power reached 620 MW at the end of the quarter." in a release of results. */
const OF_RESULTS =
  /\b(?:at|by|in|during|as of) (?:the )?(?:end of (?:the )?|close of (?:the )?)?(?:quarter|quarter-end|period)\b/;

/** 新增国产加速卡1.2万张: the cards, named right before their count. */
function cardsBefore(reading: Reading, q: Quantity): string | null {
  const noun = /(?:国产|自研|昇腾|英伟达)?(?:ai|智算|算力)?(?:加速卡|算力卡|显卡|芯片|gpu|卡)$/.exec(
    reading.text.slice(0, q.start).trimEnd(),
  );
  return noun ? reading.original.slice(noun.index, noun.index + noun[0].length) : null;
}

/** "It also has 2,100 on order.": of what was counted before; a house that is named anew is what its count is told of. */
function countedAbove({ start }: Reading, q: Quantity, previous: Draft | null, { how }: Subject): string | null {
  if (!q.elliptic || q.unit !== 'chips' || previous?.kind !== 'capacity' || previous.unit !== q.unit) return null;
  return previous.quoteEnd > start || (how !== 'clause' && how !== 'sentence' && how !== 'label' && how !== 'unknown')
    ? previous.object
    : null;
}

/** "2 gigawatts of MI450 GPUs, with the first gigawatt due in 2027": of what the whole is. */
function chipOfFirst({ text, original, entities }: Reading, q: Quantity): string | null {
  if (!/\bfirst $/.test(text.slice(0, q.start))) return null;
  const chip = entities.findLast((e) => e.kind === 'chip' && e.end <= q.start);
  return chip ? original.slice(chip.start, chip.end) : null;
}

/** Chips of a cloud's own make (Trainium) are run by the cloud arm of the group that is named. */
const armOf = (slug: string | undefined, reading: Reading): string | undefined =>
  slug !== undefined && reading.entities.some((e) => e.kind === 'chip' && e.slug !== slug && cloudOf(slug) === e.slug)
    ? cloudOf(slug)
    : undefined;

/** The site spoken of ("Colossus 1 ... It holds 230,000 GPUs"), where the sentence takes it up by a pronoun. */
function siteOf(article: Article, reading: Reading, q: Quantity): string | null {
  const site = (e: Entity, text: string): boolean => SITE.test(text.slice(e.start, e.end));
  const here = reading.entities.find((e) => e.end <= q.start && site(e, reading.text));
  if (here) return q.noun ? null : reading.original.slice(here.start, here.end);
  if (!/^(?:it|the target|the site|它|其|该)/.test(reading.text.slice(clauseAt(reading, q.start)[0]).trimStart()))
    return null;
  for (const i of article.thread.before(reading.index, 3)) {
    const above = article.reading(i);
    const named = above.entities.find((e) => site(e, above.text));
    if (named) return above.original.slice(named.start, named.end);
  }
  return null;
}

/** "SpaceX's AI division includes the Colossus supercomputer, which provides ...": whose site it is, as the sentence says. */
function ownerOfSite({ text, entities }: Reading, q: Quantity): string | null {
  const site = entities.findLast((e) => e.end <= q.start && SITE.test(text.slice(e.start, e.end)));
  const owner = site && entities.findLast((e) => e.kind === 'organisation' && e.end <= site.start);
  return owner &&
    /^(?:['’]s)? (?:[\w-]+ ){0,4}(?:includes?|owns?|operates?|runs|acquired|bought|took over) (?:[\w-]+ ){0,3}$/.test(
      text.slice(owner.end, site.start),
    )
    ? owner.slug
    : null;
}

/** "at least 6 gigawatts for X. The first gigawatt is due in May": whose the whole is, where this sentence names nobody who acts. */
function ownerOfWhole(reading: Reading, q: Quantity, { how }: Subject, previous: Draft | null): string | null {
  if (previous?.kind !== 'capacity' || previous.unit !== q.unit || reading.start - previous.quoteEnd > 600) return null;
  const lead = reading.text.slice(0, q.start);
  const [clauseStart] = clauseAt(reading, q.start);
  const first =
    FIRST_HAN.test(lead) &&
    previous.quoteEnd > reading.start &&
    !reading.entities.some((e) => isActor(e) && e.start >= clauseStart && e.end <= q.start);
  return (how === 'carried' && PART.test(lead)) || first || SUPPLIED_ON_TOP.test(lead)
    ? (previous.subject ?? null)
    : null;
}
/** "and Dell will deliver another 90,000": to whom it delivers all the others. */
const SUPPLIED_ON_TOP =
  /\b(?:deliver|suppl|ship|provid|send)(?:y|ies|ied|s|ed|e|es|ing)? (?:it |them )?(?:with )?(?:another|a further|the (?:rest|remaining|other)|an additional|(?:about |up to |some )?(?=[\d,]+ more\b)) ?$/;
/** 甲将部署10吉瓦，乙分批入股，首个1吉瓦定在明年: a part of the whole told before. */
const FIRST_HAN = /(?:首[个批期]|第一[个批期]|头一?[个批]|其中首[个批期]?)(?:约|近)?$/;
const PART =
  /\b(?:the|an?|its|this|that|another|of that|of which) (?:first|second|initial|next|final|last|remaining|other|opening)(?: phase| stage| tranche)?(?: of)? (?:about |some )?$/;
