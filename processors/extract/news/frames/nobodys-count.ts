import type { Article } from '../analysis.ts';
import { CHIP_MAKERS, PURE_MAKERS } from '../chip-makers.ts';
import { clauseAt } from '../context.ts';
import { isActor } from '../entities.ts';
import type { Quantity } from '../quantity.ts';
import type { Reading } from '../reading.ts';
import { subjectOf } from '../subject.ts';
import { BUYS } from './bought-at.ts';
import { chipAbove } from './chip-above.ts';
import { commitmentOf } from './committed.ts';
import { isGloss, isScenario, isSizeOfRun, isUnitCost, NOBODYS } from './of-the-kind.ts';
import { isPowerMade } from './power-made.ts';

const AI_POWER =
  /watts? of (?:new |additional |extra )?(?:power|capacity)\b|\b(?:contracted|active|connected|energi[sz]ed|critical|installed) (?:power|capacity)\b|加速器|加速卡|机柜|机架|自研芯片|\bai\b|gpus?\b|data[- ]?cent(?:er|re)s?|compute|chips?|tpus?|accelerators?|cluster|campus|supercomputer|training|inference|\bhalls?\b|\bsites?\b.{0,40}\b(?:online|live|energi[sz]ed|on stream)\b|算力|园区|数据中心|智算|芯片|gpu|机房|集群|服务器|星际之门|stargate/;
/** Sites that are known by their names. */
export const SITE = /colossus|rainier|雷尼尔|stargate|星际之门|hyperion|fairwater|prometheus/;

const AI_CHIPS =
  /\bai\b|gpu|graphics processor|accelerat|trainium|tpu|ascend|人工智能|算力|ai|昇腾|昆仑|真武|训练|推理|blackwell|[abh]\d00|mi\d\d\d|nvidia/;
const NOT_AI = /credit|sim|memory|gift|graphics-card|手机|汽车|车规|存储芯片|信用卡|贺卡|银行卡|流量卡/;
/** What a piece of work needs. */
const NEEDS =
  /\b(?:train\w*|models?|runs?|inference|workloads?|serving) (?:[\w-]+ ){0,4}(?:takes?|requires?|needs?|demands?|calls? for) (?:about |around |over |some |at least |more than |up to |roughly )*$|(?:需要?|要用到)(?:约|大约|近|至少|超过?|逾)*$/;
/** What is left over, allowed, supported or only supposed. */
const NOT_HELD =
  /\b(?:inventor(?:y|ies)|licen[cs]es?|permits?|room|space|supports?|scal(?:es?|ing) (?:up )?to|if|rumou?r\w*)\b[^;.]{0,40}$|(?:库存|支持|最[大多](?=可|支持|能|容纳|扩)|可扩展[至到]|扩展[至到]|若|如果|倘若|传闻)[^。;；]{0,24}$/;
const CAN_BE_JOINED =
  /\b(?:can|could|may) (?:now |also )?be (?:clustered|linked|joined|scaled|wired|connected|networked|combined|strung)\b[^;,]{0,30}$|\b(?:can|could|may) (?:now |also )?(?:link|join|connect|scale|cluster|support|network|combine|tie|string|lash|wire|bind|fuse|knit|stitch)\b[^;,]{0,40}$|\bclusters? of up to $|(?:可|能|支持)(?:互[联连]|组网|组成|扩展|级联|集群)[^,，。;；\d]{0,10}$/;
/** 若获放行，还想先下2万块: what is wanted, on a condition. */
const IF_SO = /(?:若|如果|倘若|一旦)[^,，。;；]{1,30}[,，](?=[^,，。;；]{0,8}(?:想|打算|计划|拟|准备))/;
/** "18 MW live", "60 MW under construction": how far it has come. */
const BUILT_BEHIND =
  /^ (?:is |are )?(?:now )?(?:live|online|in (?:service|operation|use)|operational|under construction|being built|energi[sz]ed|built|contracted|leased|planned)\b/;
/** "India has 38,000 GPUs, rented out at 65 rupees an hour", "serves it on 9,000 GPUs, at $0.20 per million": had, whatever they cost. */
const HAS =
  /\b(?:has|have|had|owns?|owned|runs?|ran|operates?|(?:runs?|ran|running|serv(?:es?|ed|ing)|handl(?:es?|ed|ing)|process(?:es|ed|ing)?) [^;:.$€£¥]{0,60}\b(?:on|across|over|with)) (?:now |about |around |over |more than |some |nearly |almost |at least |up to |roughly )*$/;
/** "A cluster of 1,024 H100s costs $2.20 an hour": the size of what is priced. */
const ANY_CLUSTER =
  /(?:^|[,;:] )(?:an?|each|every|one) (?:[\w-]+ )?(?:cluster|node|pod|reservation|block|run) of (?:about )?$/;
const ASKED_FOR =
  /\b(?:costs?|costing|charges?|asks?|asking|quotes?)\b[^;]*[$€£¥][\d.,]+ ?(?:million|billion|[mbk])? for (?:about |around |some )?$/;
const FEWEST_CHIPS = 100;
/** A count that no verb says anything of is news from here on. */
const MANY_CHIPS = 1000;
const SMALLEST_POWER = 1e6;
/** So much power is a site of its own. */
const CAMPUS = 1e7;

/** The size of a thing, what something needs, what is asked of the grid: a count of chips or power that is nobody's. `told` where a verb says what is done with them. */
export function isNobodysCount(article: Article, reading: Reading, q: Quantity, told: boolean): boolean {
  const { text } = reading;
  const [start] = clauseAt(reading, q.start);
  if (NOBODYS.test(text.slice(start, q.start)) || isScenario(text, q) || isSizeOfRun(text, q)) return true;
  // "several gigawatts", "several hundred thousand GPUs": nobody can say how many.
  if (text.startsWith('several', q.start)) return true;
  // "a gigawatt-scale site": of what order, no count.
  if (q.unit === 'watts' && OF_THE_ORDER.test(text.slice(q.end)) && !/\d/.test(text.slice(q.start, q.end))) return true;
  // "for context, a nuclear plant produces 1 GW"; "3.5 GW is an enormous commitment": what such a size means.
  if (forContext(reading, q) || (OPENS.test(text.slice(0, q.start)) && IS_SUCH.test(text.slice(q.end)))) return true;
  // "(though a gigawatt is staggering)": said of the size, which is told elsewhere.
  if (REMARKED_LEAD.test(text.slice(0, q.start)) && REMARKED.test(text.slice(q.end))) return true;
  // "up by 600 MW to 2.9 GW": how far, and where to.
  if (BY.test(text.slice(0, q.start)) && TO_COUNT.test(text.slice(q.end))) return true;
  return q.unit === 'watts' ? isNobodysPower(article, reading, q, told) : areNobodysChips(article, reading, q, told);
}

const OF_THE_ORDER = /^[ -](?:scale|class|sized?|plus|level)\b/;

/** 1吉瓦的电力可供应约75万户家庭: how much that is. */
const FOR_HOUSEHOLDS =
  /^的?[^,，。;；\d]{0,8}(?:可|能|够|足以|相当于|约为)[^,，。;；]{0,16}(?:户|家庭|住宅|居民|核电|核反应)/;

/** "For comparison, xAI's sites draw 200 megawatts" tells what somebody has. */
function forContext({ text, entities }: Reading, q: Quantity): boolean {
  const said = FOR_CONTEXT.exec(text.slice(0, q.start));
  return said !== null && !entities.some((e) => isActor(e) && e.start > said.index && e.end <= q.start);
}
const FOR_CONTEXT = /\bfor (?:context|comparison|reference|scale|perspective)\b[^.;]*$/;
const OPENS = /^(?:[*_ ]*[a-z][a-z ]{0,24}:[*_ ]*)?(?:about |around |roughly |~)*$/;
const IS_SUCH = /^ (?:is|would be|equals|means) (?:an?|the|roughly|about|enough|more|equivalent|as much)\b/;
const REMARKED_LEAD = /(?:^|[(,;:—–] ?|\b(?:though|although|while|whereas|and|but|even|yes,?) )$/;
const REMARKED =
  /^(?:,[^,.;]{2,24},)?(?: (?:alone|itself|by itself))? (?:is|are|was|would be|remains?) (?:(?:an?|no|not|truly|simply|still|quite|already|just|really|itself|almost) )*(?:staggering|enormous|huge|massive|immense|vast|gigantic|mind-boggling|unheard of|unprecedented|small|big|large|impressive|remarkable|colossal|tremendous|extraordinary|trivial|trifle|lot)\b/;
const BY = /\bby (?:(?:about|around|roughly|nearly|almost|some|over|another|at least|more than) )*$/;
const TO_COUNT = /^ to (?:(?:about|around|roughly|nearly|almost|some|over|more than|a total of) )*\d/;

const IS_UNIT = /^ ?(?:[=＝]|(?:等于|就是|即) ?\d)/;
const UNIT_IS = /(?:[a-z瓦] ?[=＝]|1 ?(?:[吉兆千]瓦|[gm]w)(?:等于|就是|即)) ?$/;

function isNobodysPower(article: Article, reading: Reading, q: Quantity, told: boolean): boolean {
  const { text } = reading;
  const [start, end] = clauseAt(reading, q.start);
  const clause = text.slice(start, end);
  const size = Number(q.min ?? q.max);
  const built = told || BUILT_BEHIND.test(text.slice(q.end, q.end + 24));
  if (FOR_HOUSEHOLDS.test(text.slice(q.end)) && q.start < 4) return true;
  if (size < SMALLEST_POWER || (size < CAMPUS && !built) || isGloss(reading, q) || isUnitCost(text, q)) return true;
  // 1吉瓦=10亿瓦: what the unit is.
  if (IS_UNIT.test(text.slice(q.end)) || UNIT_IS.test(text.slice(0, q.start))) return true;
  // "A gigawatt is roughly the output of a nuclear power plant": how much that is.
  if (
    (/^(?:an?|one|each|every|1|the) ?$/.test(text.slice(0, q.start)) || q.start === 0) &&
    /^ (?:is|equals|would be|can power|could power|powers|costs?|is enough) (?:roughly|about|enough|the|as|around|equivalent|nearly|up|some|approximately|\d)/.test(
      text.slice(q.end),
    )
  )
    return true;
  if (
    /^(?:(?:building|running|powering|filling) )?(?:an?|one|each|every) ?$/.test(
      text.slice(start, q.start).trimStart(),
    ) &&
    /^[ -]?(?:ai )?(?:data ?cent(?:er|re)|facility|campus|site|plant|cluster) (?:costs?|takes|needs|requires|houses|holds|would|can|could|typically|uses|consumes|may|might)\b/.test(
      text.slice(q.end),
    )
  )
    return true;
  // "people in the trade reckon a one-gigawatt site costs $50 billion"
  if (
    (/\b(?:an?|each|every|any) (?:typical |new |single |standard )?$/.test(text.slice(0, q.start)) ||
      text.startsWith('a ', q.start)) &&
    /^[ -](?:ai )?(?:data ?cent(?:er|re)|facility|campus|site|plant|cluster)s? (?:costs?|takes|needs|requires|uses|consumes)\b/.test(
      text.slice(q.end),
    )
  )
    return true;
  // "a permit application for a further 290 megawatts"
  if (
    /\b(?:applications?|requests?|permits?|appl(?:y|ied|ies)) (?:for|of) (?:\w+ ){0,3}$/.test(
      text.slice(start, q.start),
    )
  )
    return true;
  // "200 megawatts of cooling capacity": heat taken away, not load.
  if (/^ (?:of )?(?:[a-z-]+ )?(?:cooling|chillers?|heat rejection)\b/.test(text.slice(q.end, q.end + 40))) return true;
  // 每月几十吉瓦的用电申请, 电网仅能审批1吉瓦: what is asked of the grid.
  if (/用电申请|并网申请|电网[^,，。;；]{0,6}(?:审批|批准)/.test(clause)) return true;
  // "一个1GW数据中心因涨价将多花50亿": one of the kind, nobody's.
  if (
    /(?:每个|单个) ?$/.test(text.slice(Math.max(0, q.start - 3), q.start)) ||
    (/一个 ?$/.test(text.slice(Math.max(0, q.start - 3), q.start)) &&
      !reading.cues.some((cue) => cue.kind === 'deploy' && cue.end <= q.start) &&
      !TAKEN.test(text.slice(start, q.start)))
  )
    return true;
  if (size < 1e8 && /per (?:rack|chip|gpu|card|server)|每(?:机柜|卡|张)|\btdp\b|功耗|单(?:卡|机柜)/.test(clause))
    return true;
  if (isPowerMade(article, reading, q, AI_POWER)) return true;
  return !(
    AI_POWER.test(text) ||
    (article.inDomain &&
      (AI_POWER.test(article.folded) || subjectOf(article, reading, q.start, q.end).slugs.length > 0)) ||
    SITE.test(text) ||
    reading.entities.some((e) => e.kind === 'chip' || isActor(e)) ||
    (article.titleEntities.some(isActor) && AI_POWER.test(article.titleText)) ||
    commitmentOf(reading, q) !== null
  );
}

/** 正在洽谈租赁俄亥俄州一个: which one, by what is done with it. */
const TAKEN = /(?:租赁|租下|租来|承租|包下|收购|接手|接管|买下|改造|拍下|竞得)[^,，。;；]{0,20}$/;

const UNIT = '(?:super)?(?:pods?|racks?|nodes?|cabinets?|trays?)(?![\\w-])';
const IN_CABINETS =
  /^(?: [\w-]+){0,2} (?:in|across|over|spread (?:over|across)) (?:about )?\d+ (?:cabinets|racks|trays|frames)\b/;
const A_SYSTEM = /\bsuper ?(?:pods?|nodes?|clusters?)\b|\brack-scale\b|\bcloudmatrix\b|\bnvl ?\d{2,3}\b/;
/** "9,600 TPUs per pod", "72 dies in a single rack": how many one of the kind holds. */
const IN_ONE_BEHIND = new RegExp(
  `^(?: [\\w-]+){0,2} (?:per|in(?:to)? (?:an?|one|each|every)|to (?:an?|the|each)) (?:[\\w-]+ )?${UNIT}`,
);
/** "A pod of the training version holds 9,600 chips" */
const ONE_HOLDS = new RegExp(
  `(?:^ ?|[,;:] |\\b(?:says?|said|that|while|and|but|where) )(?:an?|each|every|one) (?:(?:[\\w.-]+ ){0,3})${UNIT}(?: of [^,;]{2,40}?)? (?:now |can |will )?(?:holds?|links?|packs?|has|have|contains?|houses?|connects?|carr(?:y|ies)|joins?|takes?|counts?|comprises?|consists? of|scales? to)(?: up to| about)* $`,
);

function areNobodysChips(article: Article, reading: Reading, q: Quantity, told: boolean): boolean {
  const { text } = reading;
  const [start] = clauseAt(reading, q.start);
  const size = Number(q.min ?? q.max);
  if (size < FEWEST_CHIPS || /^的?(?:企业|公司|机构|厂商|算力门槛|门槛)/.test(text.slice(q.end, q.end + 6)))
    return true;
  if (
    size < 2000 &&
    /\beach\b|\b(?:a|per|one) (?:\w+ )?(?:rack|pod|node|server|system|cabinet)\b|每(?:台|个|机柜|套)|单(?:机柜|台|节点|柜)/.test(
      text.slice(start, q.start),
    )
  )
    return true;
  // "The SuperPoD makes one computer of a hall: 8,192 processors in 160 cabinets"
  if (IN_CABINETS.test(text.slice(q.end, q.end + 60)) && contextHas(article, reading, A_SYSTEM)) return true;
  if (IN_ONE_BEHIND.test(text.slice(q.end, q.end + 60)) || ONE_HOLDS.test(text.slice(start, q.start))) return true;
  // "a ten-thousand-card cluster" (万卡集群) names a class where an exact count stands beside it.
  if (
    /^[十百]?[万千]卡/.test(text.slice(q.start, q.end)) &&
    ((/^[万千]/.test(text.slice(q.start)) &&
      reading.quantities.some((other) => other !== q && other.unit === 'chips')) ||
      HOW_MANY_BEHIND.test(text.slice(q.end)) ||
      (/^[万千]/.test(text.slice(q.start)) && A_PLATFORM.test(text.slice(q.end))) ||
      HOW_MANY_BEFORE.test(text.slice(0, q.start)))
  )
    return true;
  // 超节点由8192张卡组成, 单机柜容纳640张: the size of a product.
  if (OF_A_PRODUCT.test(text.slice(start, q.start)) && !IN_NUMBER.test(text.slice(0, q.start))) return true;
  // 每家上限7.5万颗: what one may have.
  if (/(?:上限|限额|配额)(?:为|是|约)*$/.test(text.slice(Math.max(0, q.start - 6), q.start))) return true;
  // 每外售50万颗可带来约130亿美元
  if (/每(?:外售|出售|卖出|售出|出货|交付|租出|新增|增加) ?$/.test(text.slice(Math.max(0, q.start - 5), q.start)))
    return true;
  // 使用数百万块GPU训练下一代模型: what a model takes.
  if (
    /(?<!正在|目前|已经?|现)(?:使用|利用|动用|(?<![使利动])用)了?(?:约|近|超过?|逾)*$/.test(text.slice(0, q.start)) &&
    /^[^,，。;；\d]{0,14}(?:来|去)?训练/.test(text.slice(q.end))
  )
    return true;
  // "new 1,000-GPU orders quote the second quarter": the size of such things, nobody's.
  if (
    text.slice(q.start, q.end).includes('-') &&
    /^ (?:orders|clusters|jobs|runs|deployments|reservations|contracts|nodes)\b/.test(text.slice(q.end, q.end + 14))
  )
    return true;
  // "training a frontier model takes 10,000 GPUs": what something asks for, nobody's.
  if (
    NEEDS.test(text.slice(start, q.start)) &&
    !reading.entities.some((e) => isActor(e) && e.start >= start && e.end <= q.start)
  )
    return true;
  if (
    /^ ?(?:晶圆|wafers?|(?:[/每] ?月))/.test(text.slice(q.end)) ||
    /(?:cowos|晶圆|封装)[^,，。;；]{0,24}$/.test(text.slice(start, q.start))
  )
    return true;
  const noun = q.noun ? text.slice(q.noun[0], q.noun[1]) : '';
  if (NOT_AI.test(noun) || !(q.elliptic || areChips(article, reading, noun))) return true;
  // "can be clustered up to 500,000 cards": how many go together.
  if (CAN_BE_JOINED.test(text.slice(start, q.start))) return true;
  if (NOT_HELD.test(text.slice(0, q.start).replace(IF_SO, '')) && (!told || q.elliptic)) return true;
  if (reading.quantities.some((other) => other.rate !== null) && ANY_CLUSTER.test(text.slice(0, q.start))) return true;
  // "a year upfront, which costs $25 million for 1,024 H100s": what somebody asks for so many.
  if (ASKED_FOR.test(text.slice(start, q.start))) return true;
  if (told) return false;
  if (size < MANY_CHIPS && !q.elliptic) return true;
  // "offered 1,024 H100s at $2.10 an hour": what the price is for.
  if (
    reading.quantities.some((other) => other.rate !== null && !other.large) &&
    !HAS.test(text.slice(0, q.start)) &&
    !BUYS.test(text.slice(start, q.start))
  )
    return true;
  return /train(?:ed|ing)? (?:\w+ ){0,3}(?:on|with|using)|训练(?:了|用|使用)|用了[^,，。;；]{0,24}训练/.test(
    text.slice(Math.max(0, q.start - 40), q.end + 24),
  );
}

/** 万卡智算集群42个, 6个万卡集群: so many of a class. */
const HOW_MANY_BEHIND = /^[^,，。;；\d]{0,10}(?:集群|中心|资源池)[^,，。;；\d]{0,6}\d+ ?[个座套]/;
/** 万卡公共算力服务平台: what it is called. */
const A_PLATFORM = /^[^,，。;；\d]{0,12}(?:平台|资源池)/;
const HOW_MANY_BEFORE = /\d+ ?[多余]?[个座套] ?$/;
const OF_A_PRODUCT =
  /(?:超节点|super ?pod|整?机柜|一体机|服务器|计算节点)[^,，。;；]{0,24}?(?:由|搭载|集成|内置|内含|配备|容纳|装[了有下]?|包含|扩[展大]?[至到]|支持|互联|组成|连接)[^,，。;；\d]{0,8}$/;
/** 100套超节点，共3.84万张 */
const IN_NUMBER =
  /(?<![a-z\d.] ?)\d[\d,.]* ?[万千百]?[多余]?[套台组座架] ?[^,，。;；\d]{0,16}(?:\d{2,4} ?)?(?:超节点|super ?pod|机柜|服务器|一体机|节点)/;

/** The cards and chips counted are those that AI runs on. */
function areChips(article: Article, reading: Reading, noun: string): boolean {
  const { text } = reading;
  if (/chips?$|芯片$|processors?$/.test(noun))
    return (
      AI_CHIPS.test(noun + text) ||
      reading.entities.some((e) => e.kind === 'chip' || PURE_MAKERS.has(e.slug)) ||
      contextHas(article, reading, AI_CHIPS)
    );
  return (
    /gpu|tpu|npu|lpu|xpu|chip|accelerator|processor|card|die|superchip|芯片|卡|处理器|加速/.test(noun) ||
    /gpu|芯片|加速[卡器]|智算卡|国产卡|显卡|算力|[万千]卡(?:级|规模)?集群/.test(text) ||
    reading.entities.some((e) => e.kind === 'chip' || CHIP_MAKERS.has(e.slug)) ||
    contextHas(article, reading, /芯片|加速卡|算力|gpu|国产卡|accelerator|chips/) ||
    chipAbove(article, reading) !== null
  );
}

function contextHas(article: Article, reading: Reading, pattern: RegExp): boolean {
  const first = article.sentences[Math.max(0, reading.index - 3)];
  return first !== undefined && pattern.test(article.folded.slice(first.start, reading.start));
}
