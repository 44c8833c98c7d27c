import type { Article } from './analysis.ts';
import { clauseAt, inRelative, ofAnotherActor, weighty } from './context.ts';
import { lastAsked } from './last-asked.ts';
import type { Quantity } from './quantity.ts';
import type { Reading } from './reading.ts';
import { matches } from './text.ts';

const FORECAST =
  /\b(?:expect(?:s|ed|ing|ations?)?|forecast(?:s|ed|ing)?|predict(?:s|ed|ing|ions?)?|project(?:s(?<!\b(?:capital|ai|new|its|their|of|the|these|those|such|several|many|two|three|other|big|large|energy|power|building|construction|cent(?:er|re)|infrastructure|campus) projects)|ed|ions?)\b|projecting|estimat(?:es|ed)(?= .{0,60}\b(?:will|would|could|by 20))|will|['’]ll|would|could|may(?<!\b(?:in|since|by|from|late|early|mid|of|until|last|this|to|through) may)(?! \d|,|\.)|might|should|likely|anticipat(?:e[sd]?|ing)|ought to|talk(?:s|ed|ing) of|guid(?:e[sd]?|ing|ance)|reaffirm(?:s|ed|ing)?|reiterat(?:es|ed|ing)|outlook|on (?:track|course|pace) (?:to|for)|poised to|set to|consensus|a range of(?= [$€£¥])|in mind|heading for|(?:yet |still )?to come(?= (?:in|by|online|on|before|next|later|this)\b)|tracking (?:to|towards?|for)|look(?:s|ing|ed)? for|(?:pegged|pencill?ed in) (?:at|for)|see(?:s|ing)?(?= (?:(?:about|around|some|only|just|up to|over|more than|between|nearly|roughly) )*(?:us|rmb)?[$€£¥\d])|see(?:s|ing)? (?=(?:the |its |a |fiscal |20\d\d )?(?:[a-z]+[ -]){0,3}(?:total|market|spending|figure|revenue|sales|capex|outlays|expenditures?|income|profit) (?:(?:in|on|for|across) (?:[\w-]+ ){1,5}?)?(?:at|of|reaching|rising|hitting|passing|topping|growing) )|(?:is|are) seen|(?:arriv(?:es?|ed) at|comes? out at|works out at|gets to)(?= (?:about |around |roughly |some )?[$€£¥]\d)|(?:is|are) to (?:be(?! (?:built|deployed))|reach|grow|rise|hit|become|total|climb|account|make up|exceed|pass)|estimates? for|by 20[3-9]\d|by 20\d\d,? (?=(?:the |it |that |this )(?:\w+ )?(?:passes|reaches|hits|tops|exceeds|comes to|amounts to))|potential(?:ly)?|in (?:talks|negotiations|discussions)|talks to|negotiat(?:es|ed|ing)|(?:is|are) (?:considering|weighing|mulling))\b|预计|预测|预估|有望|可望|上看|(?<!(?:不及|低于|高于|超出?|超过|符合|逊于|好于|优于)(?:市场|分析师|华尔街|机构|此前|一致)*的?)预期|预算|或将|料将|将(?:拥有|容纳|获得|拿到|形成|承载|贡献|消耗|处理|生产|出货|装机|提供|运营|接收|迎来|覆盖|占)|可扩(?:展|容|充)?[至到]|未来(?:可|能|会)|会(?=从[^,，。;；]{1,20}[升增涨扩][至到])|会(?=再?(?:进一步)?(?:达到?|[升增涨扩长降跌][至到]|扩大[至到]|膨胀|[迈越跨]过|突破|超过|逼近|接近|来到))|估[在到]|(?<![低高评测概])估(?=营收|资本|今年|全年|明年|第|下[一季]|单季|毛利)|财测|将(?:达|超|增|突破|升|[跳跃攀]升|扩大|翻|至|在|于|会|可|继续|从|由|为|有|突|逼|接)|或达|或超|可能|指引|展望|可达|看好|洽谈|潜在|届时|(?<!\d)20\d\d ?e(?![a-z0-9])/g;
const TARGET =
  /\b(?:target(?:s|ed|ing)?|(?:is|are) planned|mean(?:s|t)? to|plan(?:s|ned|ning)?(?= (?:to|for|on|capital|capex|outlays)\b)|plans?(?= (?:over|about|up|more|at|an?) )|plan(?:s|ning)(?= (?:[$€£¥]\d|[\d.,]+ (?:(?:m|b|tr)illion|[mg]w\b|(?:mega|giga)watts?)))|aim(?:s|ed|ing)?|prepar(?:e[sd]?|ing) to|goal|pledg(?:e[sd]?|ing)|(?<!\b(?:supply|purchase|lease|contractual|customer|rental) )commit(?:s|ted|ting|ments?)?|to (?:put|deploy|build|buy|spend|invest|install|deliver|ship|send|sell|provide|add|rent|order|give|bring|host|double|triple)\b(?<=^[*_#> ]*[a-z][\w.&'’-]*(?: [\w.&'’-]+){0,2} to \w+)|to (?:pay|open|lease|supply)(?<!(?:expect\w*|plan\w*|continue\w*|going|likely|set|forecast\w*|guid\w*|intend\w*|want\w*|had|have|has|need\w*|able|used|track|due) to (?:pay|open|lease|supply))|(?:is|are) (?:spending|investing|building(?! (?:on|with|against|upon) ))|(?:is|are) to (?:go live|come (?:online|on stream)|put|invest|spend|pour|build|pay|buy|install|deploy|order|lease|rent|offer|have|hold|get|house|host|open|run|provide|supply|deliver|receive|bring|cost|own|operate|fill|take|start|add|serve|power|draw)|must (?:hand over|deliver|supply|build|install|pay|spend|bring)|plan of (?:its|their|his) own|under construction|due (?:by|in|to (?:start|open|come|go|begin|be|reach|arrive|finish))|developed by|intend(?:s|ed)?|promis(?:e[sd]?|ing)|ambitions?|vow(?:s|ed)?|hope(?:s|d)?(?: to)?|would (?:invest|supply|build|deploy|buy|spend|install|develop|draw|need|house|host)|wants(?! for\b)|want(?= to\b| (?:more than |at least |up to |another |about |over |some )*[\d$€])|set(?:s|ting)? aside|will (?:be home to|invest|spend|put(?= (?:up|about|in|another|as|[$€£¥]|\d[\d.,]* (?:m|b|tr)illion))|build|deploy|pour|buy|add|install|bring|secure|develop|operate|construct|deliver|house|host|expand)|to (?:deliver|build|deploy|develop|secure)|earmark\w*|(?:broke|breaks?|breaking) ground|production plan|agree[ds]? to|contracted to (?:purchase|buy|spend|rent|lease|take|use)|deal to|sign(?:s|ed) .{0,40}(?:to (?:deliver|buy|deploy|supply))|(?:is|are) (?:costed|budgeted) at|to be (?:built|deployed|installed|delivered|racked)|(?:going|to go) into (?:the|its|their) (?:programm?e|project|site|campus|hall|build-?out))\b|目标|计划|规划|意向书|备忘录|答应|许下|许诺|(?<![虚模])拟|(?<!租赁|采购|租约)承诺|奔着|冲着|瞄准|剑指|力争|力求|希望|争取|打算|预备|想(?:先|再|试|多)*(?:让|把|要|[做建凑囤拿卖增扩加下订买租]到?(?=[^,，。;；]{0,4}\d))|愿意?(?=[^,，。;；\d]{0,6}[投出砸花付买拿])|有意(?=[^,，。;；\d]{0,6}[投出建买购])|共建|拟建|同意(?=[^,，。;；]{0,20}(?:投资|购买|采购|租))|完工后|建成后|落成后|准备|(?<!已)将[^,，。;；\d]{0,16}(?:打造|上线|启用|投运|点亮|装入|布建|布署)|(?<![主需重须想只])要(?:部署|建到|建成|达到|扩到|增至|上线|布建|装(?![修着])|加到|攒|囤|凑|到(?=\d|约|近|超))|(?:后续|随后|接下来)[要还将会]|将(?:(?:在|于|向|对)[^,，。;；]{1,12})?(?:[^,，。;；]{0,6}年[^,，。;；]{0,6})?(?:把|投资|投入|部署|建设|建成|采购|购买|购入|供应|斥资|新增|交付|支付|砸|追加|扩容|扩建|扩至|增建|续建|做到|建到)|还要再[上建添]|[向朝](?=(?:约|近)?\d[^,，。;；]{0,20}(?:推进|迈进|挺进|冲刺))|宣布(?:投资|投入)|未来(?=.{0,4}年.{0,12}(?:投|采购|购买|支付|花|租|砸|订购))|[一二三四五两\d] ?年内(?=[^,，。;；]{0,4}(?:采购|投资|投入|建设|建成|部署|新增))/g;
const ACTUAL =
  /\b(?:was|were|reached|hit(?<!\b(?:to|will|would|could|may|might|should) hit)|reported|posted|grew|rose|fell|climbed|jumped|totall?ed|surpassed|exceeded|delivered|shipped|spent|invested|generated|recorded|came in|stood at|came to|has been|have been|(?:has|have) (?:already |now |since |just |also )?(?:deployed|delivered|shipped|invested|spent|passed|ordered|bought|installed|paid|taken)|earned|made|booked|turned in|brought in|took in|pulled in|logged|notched|rang up|netted)\b|达到了|已达?|(?<!(?:预计|有望|力争|争取|计划|拟|将)[^,，。;；]{0,24})实现|录得|同比|(?<!将[^,，。;；]{0,24})完成|累计|交付了|投入了|已经|目前|(?<!\d)20\d\d ?a(?![a-z0-9])/g;

interface Modal {
  readonly at: number;
  readonly status: 'actual' | 'forecast' | 'target';
}
const modalsOf = lastAsked((reading: Reading): Modal[] => {
  const found: Modal[] = [];
  const collect = (pattern: RegExp, status: Modal['status']): void => {
    for (const match of matches(pattern, reading.text)) found.push({ at: match.index, status });
  };
  collect(FORECAST, 'forecast');
  collect(TARGET, 'target');
  collect(ACTUAL, 'actual');
  found.sort((a, b) => a.at - b.at || (a.status === 'target' ? 1 : -1));
  return found;
});

/** 营收681亿,市场预期662亿;数据中心营收623亿: what others expected governs its own figure only. */
const reaches = (reading: Reading, modal: Modal, q: Quantity): boolean =>
  // "Corvane, which said it would never lose, lost $3 million"
  !inRelative(reading.text, modal.at, q.start) &&
  !guidesAnother(reading, modal, q) &&
  !ofFigureBefore(reading, modal) &&
  !ofAnotherActor(reading, modal.at, q) &&
  (!/(?:市场|分析师|华尔街|机构|一致|此前)$/.test(reading.text.slice(Math.max(0, modal.at - 4), modal.at)) ||
    modal.status !== 'forecast' ||
    !reading.quantities.some(
      (other) => other !== q && weighty(other) && other.start > modal.at && other.end <= q.start,
    ));

/** "versus $1.29 billion expected, with a net loss": a participle right behind a figure is that one's. */
const ofFigureBefore = (reading: Reading, modal: Modal): boolean =>
  /^(?:expected|estimated|forecast|projected|predicted|planned|targeted)(?: [a-z]+)?[,;.)]/.test(
    reading.text.slice(modal.at, modal.at + 24),
  ) && reading.quantities.some((other) => weighty(other) && other.end === modal.at - 1);

/** "资本支出指引上调为310亿美元,一季度营收20.8亿美元": guidance ends where a figure has a name of its own. */
function guidesAnother(reading: Reading, modal: Modal, q: Quantity): boolean {
  // 指引：Q3营收1080亿美元: the label of all behind it.
  if (!/^(?:指引|展望)(?! ?[:：])/.test(reading.text.slice(modal.at, modal.at + 4))) return false;
  const [clause] = clauseAt(reading, q.start);
  return (
    clause > modal.at &&
    reading.cues.some(
      (cue) =>
        (cue.kind === 'revenue' ||
          cue.kind === 'net_income' ||
          cue.kind === 'operating_profit' ||
          cue.kind === 'commerce' ||
          cue.kind === 'capex') &&
        cue.start >= clause &&
        cue.end <= q.start,
    )
  );
}

const ANALYSTS =
  /^ (?:expected|estimated|forecast|projected|predicted)(?=[,.;)]| by (?:analysts|economists|investors|wall street|the street|the market|consensus)\b)|^ (?:analysts?'? |consensus |street |wall street )?(?:estimates?|est\.?(?=[,;)]|$)|consensus|expectations?)(?![a-z])|^[^.;]{0,40}(?:analysts?|wall street|consensus|street)\b[^.;]{0,14}(?:expected|forecast|projected|estimated|anticipated|had in mind|(?:had )?pencill?ed in|counted on|predicted|(?:looked|(?:were|was|had been) (?:looking|hoping)) for|were expecting|had expected|modell?ed)|^(?!.{0,16}\b(?:compared|versus|vs|against|than|above|below|beat\w*|topp\w*|ahead|exceed\w*|miss\w*|short)\b)[^.;]{0,20}(?:consensus|expected by|analysts' )/;
const ANALYSTS_BEFORE =
  /(?:expect(?:ation|ed)s?|estimates?|consensus|forecasts?|(?:分析师|市场|华尔街|机构)?(?:预期|预估|预测))(?: of| for| was| were|的|为| )*(?:revenue|profit|earnings)?(?: of)?[的为约 ]*$|\b(?:pencill?ed in|(?:look|hop|bargain|bank|plan)(?:ed|ing) (?:for|on)|modell?ed)(?: about| around| roughly| nearly| some)* $|\b(?:the street|wall street|(?:the )?consensus|analysts) (?:had|(?:was|were|stood|sat) at)(?: about| around| roughly| nearly| some)* $|(?:分析师|市场|华尔街|机构|业界|外界|投行|券商)[^,，。;；\d]{0,8}(?:猜|估|料|押|盼|指望|想要|给出?|想看到?)(?:[的是在到为约]|中值|均值|一致)*$/;
const LATE_SPEECH =
  /^(?:(?! (?:but|and|while|though|of which) )[^;；。]){0,60}?(?<!(?:analysts?'?|consensus|street|average|beat|beating|topped|topping|missed|missing|all|most|its|market|exceed(?:s|ed|ing)?|surpass(?:es|ed|ing)?|outpac(?:es|ed|ing)|above|below|ahead of|than|versus|vs|against|topp(?:ed|ing)|of|smash(?:ed|ing)|crush(?:ed|ing)) )\b(?:expects?|forecasts?|predicts?|projects(?<!\b(?:capital|ai|new|its|their|of|the|these|such|several|cent(?:er|re)|infrastructure) projects)|estimates|in mind|is expected|are expected)\b/;

const SPENT_AFTER =
  /^ (?:(?:it|they|the company|the group|the firm) )?(?:spent|laid out|invested|earned|reported|recorded|booked|posted|made|generated|paid|lost|shelled out|took in) (?:in|last|a year|the year|during|for|over|on)\b/;
const GUIDED_TO =
  /\b(?:raised|lifted|increased|cut|lowered|narrowed|widened|trimmed|reduced|hiked|bumped|tightened) (?:its|the|their|that) (?:[\w-]+ ){0,4}(?:range|guidance|outlook|forecast|projection|guide)s? (?:for (?:[\w-]+ ){1,3})?(?:again )?(?:up |down )?(?:to|from) (?:a range of |between |about |around )*$|\b(?:guidance|outlook|forecast|projection|capex|capital (?:expenditures?|spending))s? (?:\w+ ){0,3}?(?:was|were|has been|have been|is|being|got)? ?(?:raised|lifted|increased|cut|lowered|narrowed|widened|trimmed|reduced|hiked|bumped)(?: again)? (?:up |down )?(?:to|from) (?:a range of |between |about |around )*$/;

/** "a profit of $2 billion beat projections": what others had guessed makes no guess of it. */
const BEATS =
  /\b(?:beat(?:s|ing)?|tops?|topp(?:ed|ing)|exceed(?:s|ed|ing)?|surpass(?:es|ed|ing)?|miss(?:es|ed|ing)?|short of|ahead of|above|below|outpac\w+|versus|vs\.?|against|than|smash\w+|crush\w+)\b/;

/** "has 40 MW at one site and plans": another predicate. */
const PARTED = / (?:and|but|while|though|whereas|after) (?:it |they |now |then |also |that |there )?$/;

/** 园区将从1.2吉瓦扩到2吉瓦: what there is before it grows; an old guess (指引从10亿上调至12亿) is none. */
const isWhereItStands = ({ text }: Reading, q: Quantity): boolean =>
  /[从由][^,，。;；\d]{0,6}$/.test(text.slice(Math.max(0, q.start - 8), q.start)) &&
  /^[^,，。;；\d]{0,6}(?:扩[建容张充大]?|增[加长]?|提[升高]|升|涨|加|拉)[至到]/.test(text.slice(q.end, q.end + 10)) &&
  !/(?:指引|预期|预测|预估|目标|预算|展望)[^,，。;；]*$/.test(text.slice(0, q.start));

const nextFigure = (reading: Reading, q: Quantity): number =>
  reading.quantities.find((other) => other.start >= q.end && weighty(other))?.start ?? reading.text.length;

/** "$9.3 billion, ahead of the $8.7 billion the Street was looking for": what others had guessed. */
export const isOthersGuess = (reading: Reading, q: Quantity): boolean =>
  ANALYSTS.test(reading.text.slice(q.end, Math.min(q.end + 70, nextFigure(reading, q)))) ||
  ANALYSTS_BEFORE.test(reading.text.slice(Math.max(0, q.start - 40), q.start)) ||
  (reading.text.startsWith(' in mind', q.end) && / had (?:[a-z]+ )*$/.test(reading.text.slice(0, q.start)));

/** Fact, forecast or target: the modal word that governs a quantity, else the tense its date implies. */
export function statusOf(article: Article, reading: Reading, q: Quantity, date: string | null): Modal['status'] {
  if (isOthersGuess(reading, q)) return 'forecast';
  // "more than double the $21.2 billion spent in fiscal 2025": what has been.
  if (SPENT_AFTER.test(reading.text.slice(q.end, q.end + 24))) return 'actual';
  // "guidance was raised to a range of $35 billion to $39 billion"
  if (GUIDED_TO.test(reading.text.slice(Math.max(0, q.start - 70), q.start))) return 'forecast';
  // 未来三年将投入3800亿元，仅本季度就达246亿元: so much of it has been spent.
  if (
    /仅[上本这一二三四第去前今][^,，。;；\d将]{0,14}(?:就|即|便|已)+(?:达到?|高达|投入|花去?|花费|支出|有)了?(?:约|近|逾|超过?)*$/.test(
      reading.text.slice(0, q.start),
    )
  )
    return 'actual';
  if (/(?:由|从|自) ?20\d\d ?年的? ?约? ?$/.test(reading.text.slice(Math.max(0, q.start - 15), q.start)))
    return 'actual';
  if (isWhereItStands(reading, q)) return 'actual';
  const modals = modalsOf(reading);
  let governing: Modal | null = null;
  for (const modal of modals) if (modal.at < q.start && reaches(reading, modal, q)) governing = modal;
  // 指引合计已超过6500亿: guidance stays one, however far it has come.
  if (governing?.status === 'actual' && /指引[^,，。;；]{0,12}$/.test(reading.text.slice(0, q.start)))
    return 'forecast';
  // 按照规划，到2028年…将达到10万张: what a plan says is one.
  if (governing?.status === 'forecast' && PLANNED.test(reading.text.slice(0, governing.at))) return 'target';
  // "$31 billion in 2026, up from $19 billion in 2025": what a later year is compared with has happened.
  if (fromEarlier(reading, q, date)) return 'actual';
  const future = isFuture(article, date);
  if (governing !== null && governing.status !== 'actual') {
    // "... will reach X, up from Y in 2024", 而去年10月是5000亿: what it is compared with has happened.
    if (
      isPast(article, date) &&
      !LOOKED_FOR.test(reading.text.slice(0, q.start)) &&
      (/[,，;；]/.test(reading.text.slice(governing.at, q.start)) ||
        /(?:from|than|against|versus|较|比)(?: the| about| just)? ?$/.test(
          reading.text.slice(Math.max(0, q.start - 14), q.start),
        ))
    )
      return 'actual';
    if (
      governing.status === 'target' &&
      reading.entities.some(
        (e) => e.kind === 'reporter' && e.end <= q.start && !/[;；]/.test(reading.text.slice(e.end, q.start)),
      )
    )
      return 'forecast';
    return governing.status;
  }
  if (LATE_SPEECH.test(reading.text.slice(q.end, q.end + 90))) return isPast(article, date) ? 'actual' : 'forecast';
  if (governing === null) {
    const after = modals.find((modal) => modal.at >= q.end && modal.at < q.end + 60 && modal.status !== 'actual');
    const next = reading.quantities.find((other) => other.start > q.end && weighty(other));
    if (
      after &&
      !PARTED.test(reading.text.slice(q.end, after.at)) &&
      !BEATS.test(reading.text.slice(q.end, after.at)) &&
      (next === undefined || after.at < next.start) &&
      !/[,，;；(]/.test(reading.text.slice(q.end, after.at))
    )
      return after.status;
  }
  return (governing === null ? overList(article, reading) : null) ?? (future ? 'forecast' : 'actual');
}

function fromEarlier({ text, dates }: Reading, q: Quantity, date: string | null): boolean {
  if (
    date === null ||
    !/\b(?:from|against|versus|than|compared (?:with|to)) (?:the |about |just |around |roughly |nearly |some |an estimated )*$/.test(
      text.slice(Math.max(0, q.start - 32), q.start),
    )
  )
    return false;
  const year = Number(/\d{4}/.exec(date)?.[0]);
  return dates.some((d) => d.end <= q.start && Number(/\d{4}/.exec(d.iso)?.[0]) > year);
}

const HAPPENED =
  /达|突破|已|实现|reached|hit\b|\bwas\b|\bwere\b|\blost\b|\bearned\b|\bposted\b|\breported\b|\brose\b|\bfell\b|\bgrew\b|\bcame\b|\bgenerated\b|\brecorded\b|\bclimbed\b|\bjumped\b|\bmade\b|\b(?:has|have|had) (?:now |already |since |just )?[a-z]{2,}(?:ed|own|isen)\b|\b(?:passed|topped|surpassed|exceeded|swelled|doubled|tripled)\b|so far|截至|前/;
/** A full year that still runs can only be guessed at, unless the words before the figure say that it came about. */
export const yearRuns = (article: Article, reading: Reading, q: Quantity, year: string | null): boolean =>
  year !== null &&
  year === article.published?.slice(0, 4) &&
  Number(article.published.slice(5, 7)) < 11 &&
  !HAPPENED.test(reading.text.slice(Math.max(0, q.start - 30), q.start));

/** What was reckoned with before a report is no report. */
const LOOKED_FOR =
  /^(?!.*\b(?:beat\w*|ahead of|above|topp\w*|short of|miss\w*|below|than)\b)[^;]*\b(?:analysts|consensus|wall street|the street)\b(?! had)|^(?!.*(?:高于|超|低于|好于|不及))[^;；]*(?:分析师|市场预期)/;
const PLANNED = /(?:按照?|根据|依照)[^,，。;；]{0,8}(?:规划|计划|目标)[,，]/;

/** The line a list stands under speaks of forecasts or goals: "分项预测（单位：百万美元）", "Its targets for contracted power:". */
function overList(article: Article, reading: Reading): 'forecast' | 'target' | null {
  const isBullet = article.blocks[reading.block]?.kind === 'bullet';
  for (let i = reading.index - 1; i >= 0 && i >= reading.index - 8; i--) {
    const sentence = article.sentences[i];
    const kind = article.blocks[sentence?.block ?? -1]?.kind;
    if (!sentence || (kind === 'bullet' && isBullet)) continue;
    const text = article.folded.slice(sentence.start, sentence.end);
    // "Guidance. Third quarter: revenue of $1.3 billion."
    if (sentence.block === reading.block) {
      if (LEADS.test(text)) return 'forecast';
      continue;
    }
    if (isBullet && text.length < 160 && (text.endsWith(':') || reading.dates[0]?.start === 0)) {
      if (GUIDES.test(text)) return 'forecast';
      if (AIMS.test(text)) return 'target';
    }
    // "Nvidia to put up to 260,000 GPUs into South Korea" over who gets them
    if (isBullet && TO_DO.test(text)) return 'target';
    // 二、公司怎么指引
    if (isBullet && GUIDES_HAN.test(text)) return 'forecast';
    if (kind === 'heading' || /单位|[:：]$|million|billion/.test(text))
      return text.length < 80 && /预测|预计|forecast|outlook|projection/.test(text) ? 'forecast' : null;
  }
  return null;
}
/** What comes is told below. */
const GUIDES =
  /\b(?:(?:plans?|path|road ?map|trajectory|ladder) (?:for|to|of|it|the company)\b|forecasts?\b|outlook\b|projects\b|projections?\b|projected\b|guidance\b|guides\b|expects?\b|estimates? for\b)/;
const GUIDES_HAN =
  /^(?!.*(?:回顾|兑现|达成|[超高低]于|超出?|不及))[^,，。;；\d]{0,14}(?:指引|展望|(?:盈利|业绩|收入|财务)预测)[^,，。;；\d]{0,8}$/;
/** A headline of what somebody is to do. */
const TO_DO =
  /^[*_#> ]*[a-z][\w.&'’-]*(?: [\w.&'’-]+){0,2} to (?:put|deploy|build|buy|spend|invest|install|deliver|ship|send|sell|suppl|provid|add|rent|order|give|bring|host|double|triple)/;
const AIMS = /\b(?:targets?|goals?|aims?|ambitions?|pledges?)\b(?! price)/;

const LEADS = /^[*_#> -]*(?:(?:the |our )?(?:guidance|outlook|forecasts?|projections?|guide))[.:]?[*_ ]*$/;

/** True where a time lies in a year after that of the text. Quarters of a fiscal year may be over before its year begins, the whole of it is not. */
export const isOfLaterYear = (published: string | null, iso: string): boolean =>
  published !== null &&
  Number(/\d{4}/.exec(iso)?.[0]) > Number(published.slice(0, 4)) &&
  !(iso.startsWith('FY') && iso.includes('-'));
const isFuture = (article: Article, date: string | null): boolean =>
  date !== null && (isOfLaterYear(article.published, date) || isLaterThisYear(article.published ?? '', date));
/** 2026-H2 in June: the part of the year has not begun. A month may be that of the year before. */
function isLaterThisYear(published: string, date: string): boolean {
  const [, year, part, size = ''] = /^(\d{4})-([QH])(\d)$/.exec(date) ?? [];
  if (year !== published.slice(0, 4)) return false;
  const begins = part === 'Q' ? Number(size) * 3 - 2 : Number(size) * 6 - 5;
  return begins > Number(published.slice(5, 7));
}
const isPast = (article: Article, date: string | null): boolean => {
  const year = date === null ? null : /\d{4}/.exec(date);
  if (year === null || article.published === null) return false;
  const [thisYear, month] = [Number(article.published.slice(0, 4)), Number(article.published.slice(5, 7))];
  // The second quarter is over in August.
  const quarter = Number(/^\d{4}-Q([1-4])$/.exec(date ?? '')?.[1] ?? Number.NaN);
  return Number(year[0]) < thisYear || (Number(year[0]) === thisYear && month > quarter * 3);
};
