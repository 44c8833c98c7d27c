import type { Meter } from '../../../infra/contracts/price.ts';

/** What an amount may buy. `token` stands for any token meter until its side (input, output ...) is known. */
export type RateMeter = Meter | 'token' | 'hour';

const COUNT =
  '(1,000,000|1 ?000 ?000|1000000|1,000|1000|10,000|10000|100|1 ?million|one million|a million|million|1 ?mn?|mm|m|1 ?k|k|one thousand|thousand|1 ?billion|billion|1 ?b|10k|百万|一百万|100 ?万|千|一千|万|一万|1 ?万|亿|1 ?亿|十万|千万)?';
const COUNTED = '(1,000,000|1000000|10,000|10000|1,000|1000|1 ?million|one million|million|1 ?m|1 ?k|10k|thousand)';
const SIDE =
  '(cached[ -](?:input|prompt|read)s?|cache[ -](?:reads?|hits?|writes?|storage)|(?:un)?cached|input|output|prompt|completion|generated|blended|缓存命中|缓存读取|缓存写入|缓存输入|命中缓存|缓存|输入|输出|混合)?';
const JOIN_EN = '(?: ?\\/ ?| ?\\bper | ?\\bfor (?:every |each |an? |one )?| ?\\ba | ?\\ban | ?\\beach | ?\\bevery )';
/** What a machine is put together of beside its cards; a gigabyte alone may be kept on a disk. */
const PART =
  '(?:v?cpus?(?: cores?)?|cores?|(?:gi?b|gigabytes?)(?: of| -)? ?(?:ram|memory|system memory)|(?:ram|memory)[ -](?:gi?b|gigabytes?))(?![a-z])';
/** 2元/小时, 每小时, 2元一小时. */
const JOIN_ZH =
  '(?: ?\\/ ?| ?每| ?一(?=个?小时|百?[千万]个?(?:token|输|词)|百?[千万]?张|[百千万]*次(?!性)|秒|[gt](?:i?b)?(?![a-z])))';

/** How an amount may say what it buys, and the meter that is. */
interface RateForm {
  readonly re: RegExp;
  readonly meter: RateMeter;
}
const sticky = (source: string): RegExp => new RegExp(source, 'y');

/** "a $20-a-month plan", "its $3-per-hour H100s": the rate as part of an adjective. */
const HYPHENED = (unit: string): string => `-(?:an?|per)-${unit}(?![a-z])`;

/** Tried in order at the end of an amount ("$2.50 per million input tokens", "0.0008元/千tokens"). */
export const AFTER: readonly RateForm[] = [
  {
    re: sticky(
      `(?:${JOIN_EN}|${JOIN_ZH})${COUNT} ?(?:个|of )? ?(?:tokens?|toks?|词元|mtoks?) ?(?:\\/|per|每|(?:for )?(?:each|every)|for an?) ?(?:分钟|小时|min(?:ute)?|hour|hr|h)(?![a-z])`,
    ),
    meter: 'other',
  },
  {
    re: sticky(
      `(?:,? for ${SIDE}(?: tokens?)?)?(?:${JOIN_EN}|${JOIN_ZH})${COUNT} ?(?:个|of )? ?(?:text |audio |image |video )?${SIDE} ?(?:文本|text |audio |image )?(?:tokens?|toks?|词元|mtoks?)(?![a-z])`,
    ),
    meter: 'token',
  },
  {
    // "$0.04 for a standard image"
    re: sticky(
      `(?: per | for (?:an?|each|every|one) )(?!month|year|hour|second|minute|token|million)(?:(?:[a-z-]+|\\d(?:\\.\\d)?k|\\d{3,4}p|\\d{3,4}(?:x\\d{3,4})?) ){1,2}(?:images?(?<!k images)|pictures?)(?![a-z]| (?:input|output|tokens?)\\b)`,
    ),
    meter: 'image',
  },
  // 公网带宽25元/M/月
  { re: sticky(`(?: ?\\/ ?m(?:bps?)?|每兆) ?[\\/每] ?月`), meter: 'month' },
  // 一块钱百万token, 8厘千token
  { re: sticky(` ?(百万|千)(?!万) ?个? ?(?:tokens?|词元)(?![a-z])`), meter: 'token' },
  { re: sticky(` ?[,，] ?(?:都|均|全)是?按月(?=[,，。;；]|$)`), meter: 'month' },
  { re: sticky(` ?[(](?:每|元? ?\\/ ?)?${COUNT} ?个? ?(?:tokens?|词元)[)]`), meter: 'token' },
  {
    re: sticky(
      `(?:${JOIN_EN}|${JOIN_ZH})${COUNT} ?(?:api |search |web |of )?(?:requests?|calls?|queries|query|searches|invocations?|grounded prompts|prompts(?! (?:up to|under|over|above|below|beyond|longer|shorter|of (?:up|more|less|fewer)|that)\\b)|operations|次(?:调用|请求|搜索)?|transactions|messages?|writes|reads)(?![a-z])`,
    ),
    meter: 'request',
  },
  {
    // "$5 per 1,000 grounded search queries", "$0.40 per million GET requests"
    re: sticky(
      `(?: ?\\/ ?| per | for (?:every|each|an?) )${COUNTED}(?: (?!tokens?\\b|inputs?\\b|outputs?\\b)[a-z-]+){1,3} (?:requests?|calls?|queries|searches|lookups|operations|transactions|invocations)(?![a-z])`,
    ),
    meter: 'request',
  },
  {
    // "premium requests beyond the allowance are 4 cents each"
    re: sticky(
      ` (?:each|apiece)(?![a-z])(?<=\\b(?:requests?|calls|queries|searches|messages|prompts)\\b[^,;$€£¥]{0,40}[$€£¥]?[\\d.]{1,6}(?: ?(?:cents?|dollars?|euros?|yuan))? (?:each|apiece))`,
    ),
    meter: 'request',
  },
  {
    // "PUT requests are $0.005 per 1,000": what is counted stands ahead of the sum.
    re: sticky(
      `(?: ?\\/ ?| per | a (?=thousand)| for (?:every|each|an?) )${COUNTED}(?![a-z0-9%-]| ?(?:tokens?|input|output|cached|images?|characters?|[bg]b)\\b)(?<=(?:\\b(?:requests?|calls|queries|searches|lookups|operations|transactions|invocations)|(?:^|[,;:] )(?:puts|gets|lists))\\b[^,;$€£¥]{0,32}(?:[$€£¥][\\d.]{1,7}(?:,|,? or|,? and| to| down from| up from) ){0,4}[$€£¥][\\d.,]{1,8}(?: ?\\/ ?| per | for (?:every|each|an?) )[\\w ,]{1,12})`,
    ),
    meter: 'request',
  },
  {
    re: sticky(
      `(?:${JOIN_EN}|${JOIN_ZH})${COUNT} ?(?:(?:generated|output) )?(?:images?|pictures?|张图片|张图|幅|张(?!卡))(?![a-z]| (?:input|output|tokens?)\\b)`,
    ),
    meter: 'image',
  },
  { re: sticky(`(?:${JOIN_EN}|${JOIN_ZH})${COUNT} ?(?:characters?|chars?|字符|个字符|字)(?![a-z])`), meter: 'other' },
  {
    re: sticky(
      `${JOIN_EN}(?:(?:[abhl]\\d{2,3}s? )?(?:gpu|card|chip|accelerator)|[abhl]\\d{2,3}s?|mi\\d{3}x?|tpu)[ -]?(?:(?:and )?per |and |/)?(?:hour|hr|h)s?\\b`,
    ),
    meter: 'gpu_hour',
  },
  {
    re: sticky(
      `${JOIN_EN}(?:hour|hr|h)(?:ly)?(?: ?(?:\\/|per) ?| for (?:the |each |every |one |an? ))(?:gpu|card|chip|accelerator)\\b`,
    ),
    meter: 'gpu_hour',
  },
  {
    re: sticky(
      `${JOIN_EN}(?:hour|hr|h)(?:ly)?(?: ?(?:\\/|per) ?| for (?:each |every |one |an? ))(?:[248]-gpu |[248]x |whole |full )?(?:node|server|machine|instance|box|vm|host)(?![a-z])`,
    ),
    meter: 'instance_hour',
  },
  {
    // "$0.012 an hour for each vCPU", "$0.004 per GB of RAM per hour", "$4 per GB of memory a month": what a machine is put together of.
    re: sticky(
      `${JOIN_EN}(?:hour|hr|h|month|mo)(?:ly)?(?: ?\\/ ?| per | for (?:each |every |an? |the |one ))${PART}|${JOIN_EN}${PART}(?:${JOIN_EN}|-)(?:hours?|hr|h|month|mo)(?![a-z])`,
    ),
    meter: 'other',
  },
  {
    re: sticky(
      `${JOIN_ZH}(?:张|个)?(?:gpu|卡|芯片)(?:·| |\\/|每)*(?:小时|时)|${JOIN_ZH}小时 ?\\/ ?(?:卡|gpu)|${JOIN_ZH}卡时`,
    ),
    meter: 'gpu_hour',
  },
  {
    re: sticky(
      `${JOIN_EN}(?:container|session|sandbox|vcpu|cpu|core|worker|cluster|endpoint|ptu|(?:model|scale|throughput) unit)[ -](?:(?:an|per|each) )?(?:hours?|hr|h)\\b`,
    ),
    meter: 'other',
  },
  {
    // "$0.04 per hour of audio"
    re: sticky(
      `${JOIN_EN}(?:hours?|hr|minutes?|min) of (?:[a-z-]+ )?(?:audio|video|speech|footage|recordings?|transcri[a-z]+)(?![a-z])`,
    ),
    meter: 'other',
  },
  {
    re: sticky(
      `${JOIN_EN}(?:instance|node|vm|server)?[ -]?(?:hours?|hr|h)\\b(?! of (?:audio|video|speech|footage|transcri))|${JOIN_ZH}(?:个)?(?:小时|时(?!间))| hourly\\b| by the hour\\b`,
    ),
    meter: 'hour',
  },
  {
    re: sticky(
      `${JOIN_EN}(?:gi?b|tb|gigabytes?|terabytes?)(?:[ -](?:per |and |an? |and per |each |every )?| ?\\/ ?|-)(?:month|mo)\\b|${JOIN_ZH}(?:g(?:i?b)?|tb?)(?:\\/|·|-|每|一| )*个?月|${JOIN_EN}(?:gi?b|gigabytes?)(?: of)? (?:stored|storage)`,
    ),
    meter: 'storage_gb_month',
  },
  {
    re: sticky(`(?:${JOIN_EN}|${JOIN_ZH})(?:gi?b|tb|gigabytes?|terabytes?|(?<=[每一] ?)[gt])(?![a-z])`),
    meter: 'other',
  },
  { re: sticky(HYPHENED('(?:(?:user|seat|person|head)(?:-(?:an?-|per-)?month)?|month)')), meter: 'month' },
  { re: sticky(HYPHENED('(?:year|annum)')), meter: 'year' },
  // "$75 for two years"
  { re: sticky(`(?:${JOIN_EN})${COUNT} ?(?:ai |usage |api )?credits?(?![a-z])`), meter: 'other' },
  { re: sticky(` (?:for|per|every) (?:two|three|five|2|3|5) years(?![a-z])`), meter: 'other' },
  { re: sticky(HYPHENED('(?:gpu|card|chip)-hour')), meter: 'gpu_hour' },
  { re: sticky(HYPHENED('hour')), meter: 'hour' },
  { re: sticky(HYPHENED('image')), meter: 'image' },
  { re: sticky(HYPHENED('second')), meter: 'second' },
  { re: sticky(`-(?:an?|per)-${COUNT}(?:-${SIDE})?-tokens?(?![a-z])`), meter: 'token' },
  {
    re: sticky(
      `(?: ?\\/ ?| per | a )(?:user|seat|person|developer|license|member|人|席位?)(?: ?\\/ ?| per | a |,? billed |每)(?:month|mo|月)(?![a-z])| ?包(?:一个|整)月| for (?:the |your |a )?(?:first|initial|introductory) month| for (?:a|one|each|every|a single) month(?![a-z-])|(?: ?\\/ ?| per | a | each | every )(?:calendar )?(?:month|mo)(?![a-z])(?! (?:ago|earlier|before|prior|later))| monthly(?![a-z])| (?:(?:paid|billed) )?month[- ]to[- ]month(?![a-z])| ?(?:不等)?的? ?(?:月费|月租|包月)| ?(?:\\/|每)(?:人|席|账号|用户|个|张|卡|台|节点|套|柜)?[\\/每]?(?:个)?月| ?[一1]个月(?![内后前来里多])`,
    ),
    meter: 'month',
  },
  {
    re: sticky(
      `(?: ?\\/ ?| per | a | each )(?:user ?(?:\\/|per) ?)?(?:year|yr|annum)(?![a-z])(?! (?:ago|earlier|before|prior|later))| annually\\b| (?:for|in) (?:the |your |its )?(?:first|initial|introductory|second|third) year(?![a-z])| (?:from|for|in|as of) year (?:\\d|one|two|three)(?: on(?:wards?)?)?(?![a-z\\d])| (?:each|every|per) (?:subsequent|following|additional|later|further) year(?![a-z])| (?:if |when |for (?:those|customers|users|people|anyone|anybody|subscribers) )?(?:you |they |who )?(?:pay|pays|paying|paid|billed) (?:yearly|annually|by the year|for a (?:full |whole )?year)(?![a-z])| ?(?:\\/|每)年| ?[一1]年(?![内后前来里多期间])`,
    ),
    meter: 'year',
  },
  {
    re: sticky(
      `(?: ?\\/ ?| per | a | each | every | for (?:an?|each|every|one) )(?:seconds?|sec|s)(?![a-z])| ?(?:\\/秒|每秒(?! ?\\d))`,
    ),
    meter: 'second',
  },
  {
    re: sticky(
      `(?: ?\\/ ?| per | a )(?:user|seat|person|developer)(?![a-z])(?! (?:session|request|task))| ?(?:\\/|每)(?:人|席位?)(?!年|月)`,
    ),
    meter: 'month',
  },
  {
    re: sticky(
      `(?: ?\\/ ?| per | a | each | every | for (?:an?|each|every|one) )(?:minute|min|page|video|song|clip|day|unit|card|chip|gpu|server|piece|watt|mw|kwh|session|task|(?:[a-z]+ )?credit|(?:compute|capacity|processing|search) unit|neuron|dbu|acu)(?![a-z])| ?(?:\\/ ?|每)(?:分钟|页|片|颗|块|台|天|日|周|卡|条|个|篇|段|首|支|部|视频|(?:短)?片子|度|p|(?:算力)?积分|点数?(?![\\d钟])|(?:[a-z]+ ?)?credits?)(?!月)`,
    ),
    meter: 'other',
  },
  {
    re: sticky(
      '(?: ?\\/ ?| per )(1 ?million|million|1 ?m|thousand|1,000) (?!tokens?|inputs?|outputs?|cached|prompts?|btus?|(?:versus|plus|less|this|across|always|whereas|unless|thanks|as|is|was|has|does|costs|goes|stays|remains|rises|falls|drops)\\b)[a-z]{3,}s(?![a-z])',
    ),
    meter: 'other',
  },
  // "30 cents for a million out"
  {
    re: sticky(
      ` (?:per|for an?|for one|a|for every) (million|thousand) (in|out)(?=[.,;:)]|$| (?:and|but|while|or|plus)\\b(?! (?:out|in)\\b))`,
    ),
    meter: 'token',
  },
  {
    re: sticky(
      `(?: ?\\/ ?| per | for )(?:1 ?million|one million|million|1 ?m|m|1 ?k|k|百万|千)(?![a-z0-9%])(?: ${SIDE}(?![a-z]))?(?! ?(?:btu|units?|impressions|users|people|views|downloads|barrels|parts|gallons|tonnes|cars))`,
    ),
    meter: 'token',
  },
  // "prompts have halved, to $0.001 per thousand", "output tokens cost $10 a million": of tokens, where their way is told before.
  {
    re: sticky(
      ' (?:per|a) (thousand|1,000|million)(?=[.,;)]|$| (?:and|in|for|at|on|with|from)(?![a-z]))(?<=(?<![a-z])(?:tokens?|prompts?|inputs?|outputs?|completions?)(?![a-z])[^;]*)',
    ),
    meter: 'token',
  },
];

/** Between what is counted and its price. */
const PRICED_AT =
  '\\b(?:,? (?:with|on|at|from|in|of|through) [^,;$€£¥]{2,40})?(?: (?:now|will|would|still|currently))* (?:costs?|are|is|at|for|goes? for|sells? for|comes? to|runs? to|sets? you back)(?: about| around| just| only)? ?$';

/** What may stand between 每张, 每千次 and the sum: the price, and how it is said. */
const HAN_SUM =
  '的?(?:价格?|费用|收费|单价|定价|计费|租金|成本)?(?:原[来先本]|此前|之前|现在|目前|如今|眼下|均|都|则|也|[定订标]在?|还要?|还得|仅需?|只需|只要|只|已|才|就|要|得|收取?|卖|报|花|付|掏|开价|标价|挂牌?|分别?为?|[订定]为|为|是|大?约|近|低至|从|由|在|:|：| |[下上]?[降涨调升跌提]?[至到为成]了?|[上下]调[至到为]|回[落升][至到]|反弹[至到]|需要?|[~≈])*$';

/** 万, 1,000, 1万, 10万: how many are priced at once. */
const HAN_COUNT = '(?:[十百]?[千万]|百|\\d[\\d,]{2,}|\\d{1,4} ?[千万])';

/** 每小时开到, 一小时炒到: an hour of a thing and a sum are its price, however it is said; none where somebody earns, saves or does so much in it. */
const ASKED_BY_THE_HOUR =
  '(?:(?![省赚挣亏损耗烧产存]|收[入益]|处理|消费|节约|贡献|创造|支持|可以?买)[\u4e00-\u9fff ]){0,6}$';

/** Tried just before an amount ("每百万tokens输入2元", "per million tokens: $3", "月费39.9元"). */
export const BEFORE: readonly RateForm[] = [
  {
    // "1M tokens input (cache hit): $0.03"
    re: /^[-*• ]*(1 ?million|1 ?m|1,000,000|1 ?k|1,000) (?:tokens? (?:input|output)|(?:input|output|cached input) tokens?)(?: ?\([^()]{2,20}\))?[:=|]? ?$/,
    meter: 'token',
  },
  {
    re: new RegExp(
      `(?:per |每|\\/ ?|^(?=\\d{0,2} ?百万)|(?<=[的,，、;；至到仅为约])(?=百万 ?个? ?(?:tokens?|词元))|(?=一(?:百万|千|万) ?tokens?))${COUNT} ?(?:个)? ?${SIDE} ?(?:tokens?|词元)(?:的)?(?:${SIDE})(?:\\((?:缓存)?未?命中(?:缓存)?\\))?(?:的)?(?:价格|费用|成本|定价|单价|收费|price|cost)?(?:从|由|自|原[来先本价]?|此前|之前|现[在价]?|目前|如今|则|均|都|也|仅需?|只需|只要|[仅只]|为|是|大?约|低至|:|：|,|，| |[下上]?[降涨调升跌提][至为到]了?|[上下]调[至到为]|至|到|要|得|收取?|卖|报|花|付|开价|标价|[定订]在|costs?|is|at|需要?|[~≈])*$`,
    ),
    meter: 'token',
  },
  {
    re: new RegExp(
      `\\b(?:a|one|every|each) (million|thousand)(?: (?!cached\\b)[\\w.-]+)? ?${SIDE} ?tokens?(?: (?:now|will|would|had|has|have))*(?: (?:costs?|is|was|were|been|at|for|to|from|moved from|went from|rose from|fell from|goes for|sells for|comes to|sets you back|cost you))*(?: about| around| just| only)? ?$`,
    ),
    meter: 'token',
  },
  {
    // "A million tokens in cost $1.25, a million out $2.50"
    re: /\b(?:an?|one|every|each|per) (million|thousand)(?: tokens?)? (in|out)(?: (?:now|will|would|costs?|is|was|are|at|for|comes to|sets you back))*:?(?: about| around| just| only)? ?$/,
    meter: 'token',
  },
  {
    // "a thousand grounded prompts cost $35"
    re: /\b(?:an?|one|per|every|each|1,?000) ?(thousand|million|hundred|(?<=1,?000 ?)(?=[a-z])) ?(?:[a-z-]+ ){0,3}(?:requests|calls|queries|searches|lookups|(?:grounded |search )prompts|operations|invocations|messages)\b(?:,? (?:with|on|at|from|in|of|through) [^,;$€£¥]{2,40})?(?: (?:now|will|would))* (?:costs?|are|is|at|for|goes? for|sells? for|comes? to|runs? to|sets? you back)(?: about| around| just| only)? ?$/,
    meter: 'request',
  },
  {
    re: new RegExp(
      `\\b(?:an?|one|each|every|a single) (thousand |hundred )?(?:generated )?(?:image|picture)s?${PRICED_AT}`,
    ),
    meter: 'image',
  },
  {
    // "a thousand neurons cost $0.011": whatever is counted.
    re: new RegExp(
      `\\b(?:an?|one|per|every|each) (thousand|million|hundred) (?!(?:[\\w.-]+ ){0,3}tokens\\b)(?:[a-z-]+ ){0,2}[a-z]{3,}s${PRICED_AT}`,
    ),
    meter: 'other',
  },
  {
    // "neurons: 1,000 of them cost $0.009"
    re: new RegExp(`\\b(1,?000|1 ?million|thousand|million) of (?:them|these|those)${PRICED_AT}`),
    meter: 'other',
  },
  {
    re: /\b(?:a|one|each|every|per) (?:gigabyte|gi?b|terabyte|ti?b)\b[^.;$€£¥]{0,50} (?:a|per|each|for a|for one) month (?:costs?|is|comes to|at|for|runs to)(?: about| around| just| only)? ?$/,
    meter: 'storage_gb_month',
  },
  {
    // "moving a gigabyte to another region costs $0.02": what is not kept.
    re: /\b(?:a|one|each|every|per) (?:gigabyte|gi?b|terabyte|ti?b)\b(?![^.;$€£¥]{0,50}\b(?:stored|storage|kept|held|sits|sitting|at rest|month|year|ram|memory|hour)\b)[^.;$€£¥]{0,50} (?:costs?|is|comes to|at|for|runs to)(?: about| around| just| only| still)? ?$/,
    meter: 'other',
  },
  {
    re: new RegExp(
      `\\b(?:an?|one|each|every|a single) (?:[a-z-]+ )?(?:request|query|search|api call|message)${PRICED_AT}`,
    ),
    meter: 'request',
  },
  {
    re: new RegExp(
      `\\b(?:an?|one|each|every|a single) (?:[a-z-]+ )?(?:credit|unit|neuron|point|page|minute|character|dbu|lookup|transaction)${PRICED_AT}`,
    ),
    meter: 'other',
  },
  {
    re: /\b(?:price|cost|rate|rent|going rate) (?:of|for) an? (?:[\w.-]+ ){1,3}hour\b[^,;$€£¥]{0,60}$/,
    meter: 'hour',
  },
  {
    re: /\b(?:a|one) year of [\w .+-]{2,32}? (?:costs?|is|for|at|comes to|goes for)(?: about| around| just| only)? ?$/,
    meter: 'year',
  },
  {
    re: /\b(?:a|one) month of [\w .+-]{2,32}? (?:costs?|is|for|at|comes to|goes for)(?: about| around| just| only)? ?$/,
    meter: 'month',
  },
  { re: /\bby the second (?:for|at|costs?|is|comes to)(?: about| around| just| only)? ?$/, meter: 'second' },
  { re: /\bby the month (?:for|at|costs?|is|comes to)(?: about| around| just| only)? ?$/, meter: 'month' },
  {
    re: /\bby the hour (?:for|at|costs?|is|comes to|runs to|goes for)(?: about| around| just| only)? ?$/,
    meter: 'hour',
  },
  {
    re: /\b(?:an|one) hour (?:on|of|with) (?:an? |the )?[\w .-]{2,24}? (?:now )?(?:costs?|is|was|at|for|goes for|went for|sells for|changed hands at|changes hands at|will cost you|sets you back)(?: about| around| just| only)? ?$/,
    meter: 'hour',
  },
  {
    re: new RegExp(`每 ?(?:gi?b|tb)(?:每|\\/|·|-| )?(?:个)?月${HAN_SUM}`),
    meter: 'storage_gb_month',
  },
  {
    re: new RegExp(`(?:每(?:张|颗|块)?(?:gpu|卡|芯片)(?:每)?小?时|(?:单卡|gpu|卡|芯片)时)${HAN_SUM}`),
    meter: 'gpu_hour',
  },
  {
    re: new RegExp(
      `(?:时租|每小时租金)[^,，;；。]{0,12}$|按小?时(?:计[费价]?|算|租|付费?)?${HAN_SUM}|(?:(?<![一二三四五六七八九十])一|(?<!\\d)1 ?)个?小时(?:就|能|可以?|租[到得]?)*${HAN_SUM}|(?:每|(?<![一二三四五六七八九十])一个?)小时${ASKED_BY_THE_HOUR}`,
    ),
    meter: 'hour',
  },
  {
    re: new RegExp(
      `(?:月费|月[售价]|月租(?:费|金)?(?:报价?)?|每个?月|(?<![\\d一二两三四五六七八九十几])[一1]个月|月付|包月|按月[付租计]?|月价|月卡|monthly (?:price|fee|plan|cost|rate|subscription)(?: (?:of|is|at|for|to))*|a monthly)${HAN_SUM}`,
    ),
    meter: 'month',
  },
  {
    re: /(?:(?:first|initial|second|introductory|subsequent|each|following) month(?: at| for| costs?| is)*|首月|(?:次|第二个?)月起?(?:恢复|每月)?)(?:的?(?:费用|价格|售价|优惠价|特惠))?(?:仅需?|只需|只要|为|约|低至|:|：| )*$/,
    meter: 'month',
  },
  {
    // 每月约1.8万次请求，价格40元; 9万次请求/月，售200元: a plan, by what it lets you do in a month
    re: /(?:每月 ?(?:[\u4e00-\u9fff]{0,5}) ?[\d,.]+ ?万?(?:次|条|个)[^,，。;；\d]{0,10}|次[^,，。;；\d]{0,8}[/每] ?月)[)）]?[,，、:：] ?(?:限时|优惠|活动|仅|只|现)*(?:价格?|[定售]价|售|卖|收费?|需|要|月费)?[为是约仅需只要:： ]*$/,
    meter: 'month',
  },
  // 月租年初还在, 月费已从原来的
  { re: /(?:月租|月费)[^,，;；。\d]{0,14}$/, meter: 'month' },
  // H100的8卡节点年租赁价格在12万至18万元, 年租金也从年初的1.3万元
  {
    re: /年(?:度)?租(?:赁|金|费|用|价|格|目前|现|如今|普遍|大?约|[已也还为是])*(?:[从由自在][^,，;；。\d]{0,8})?$/,
    meter: 'year',
  },
  { re: /(?:包月|月租|按月)[^;；。]{0,24}(?:租金|价格|费用|报价)[在为约是仅 ]*$/, meter: 'month' },
  {
    // "An annual Max subscription to the faster version now costs $800"
    re: /\b(?:annual|yearly) (?:[\w.+-]+ ){0,3}(?:subscription|plan|membership|licen[cs]e|tier|fee|price|pass|cost)s?\b[^,;.$€£¥]{0,48}\b(?:costs?|is|at|for|of|to|was|runs|goes for|sells for|priced at)(?: about| around| just| only)? ?$/,
    meter: 'year',
  },
  { re: /年卡(?:会员)?(?:售价|定价|价格|仅售|卖|为)+$/, meter: 'year' },
  {
    re: new RegExp(`(?:年费|每年|(?<![\\d一二两三四五六七八九十几]|预留|承诺|签|约|租)[一1首]年|年付|包年)${HAN_SUM}`),
    meter: 'year',
  },
  {
    // 词元包：1000万Token仅需9.9元，1亿Token 79元
    re: /(?<![\d.,$¥€每/])(\d[\d,]{0,5} ?[百千]?[万亿]) ?个? ?(?:tokens?|词元)(?:[(][^()]{1,12}[)])?(?:套餐|包)?的?(?:价格?|售价|定价)?(?:[仅只]需?要?|[卖售需收为是约:])* ?$/,
    meter: 'token',
  },
  {
    re: new RegExp(`每(百万|千|万)?(?:个)?(?:字符|汉字|字)${HAN_SUM}`),
    meter: 'other',
  },
  {
    re: new RegExp(`每 ?(${HAN_COUNT}) ?次(?:(?:(?!补贴|奖励|投|拨|赚)[\u4e00-\u9fff]){1,5}?)?${HAN_SUM}`),
    meter: 'request',
  },
  {
    re: new RegExp(`(?:每次(?:调用|请求|生成)?|一次(?:调用|请求|生成|查询|检索|搜索|(?=[收要扣])))${HAN_SUM}`),
    meter: 'request',
  },
  {
    re: new RegExp(`每 ?[gt]i?b(?:的?[\u4e00-\u9fff]{1,4}?)?${HAN_SUM}`),
    meter: 'other',
  },
  {
    // 每1,000个对象0.2美元, 每万条消息3元
    re: new RegExp(
      `每 ?(${HAN_COUNT}) ?(?:个|条|份|页|篇|封|行|项|笔|分钟)(?:(?:(?!补贴|奖励|投|拨|赚)[\u4e00-\u9fff]){1,5}?)?${HAN_SUM}`,
    ),
    meter: 'other',
  },
  {
    re: new RegExp(`(?:包[天日周]|[日周]租(?!户)|按[天日周](?:租|计费?|付)|每 ?(?:credit|积分|acu))${HAN_SUM}`),
    meter: 'other',
  },
  {
    re: new RegExp(`每(?:个|条|部|首|页|篇|分钟|天|台|片|颗)${HAN_SUM}`),
    meter: 'other',
  },
  { re: new RegExp(`(?:每张|一张)(?:图片|图)?${HAN_SUM}`), meter: 'image' },
  {
    re: new RegExp(`(?:每(?:生成)?(?:一|1)? ?|(?<![\\d一二两三四五六七八九十几])[一1])秒(?:钟)?(?:的?视频)?${HAN_SUM}`),
    meter: 'second',
  },
];
