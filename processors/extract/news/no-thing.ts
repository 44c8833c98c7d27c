import type { Draft } from './draft.ts';
import type { Reading } from './reading.ts';
import { fold, hasHan } from './text.ts';

/** Who buys, speaks or is paid: nobody's wares, sums or chips. */
const PEOPLE =
  /['’]s (?:founder|co-founder|chief|boss|chairman|president|ceo|cfo)$|^(?:(?:the|its|new|existing|most|many|some|other|frontline|top|chief|two|three|four) )*(?:developers?|users?|customers?|subscribers?|clients?|buyers?|workers?|tenants?|anyone|analysts?|founders?|people|teams?|readers?|researchers?|newcomers|everyone|everybody|executives?|officials?|investors?|shareholders|partners?|chief executive|chief financial officer|ceo|cfo)(?: (?!plans?\b|tier|licen[cs]es?\b|agreements?\b|contracts?\b|data\b|and\b)|$)/i;
/** What cannot begin a noun phrase: an adverb, a preposition, a pronoun, a verb. */
const LEADING =
  /^(?:however|once|long|leave|pay|put|placed|made|approaching|of|in|for|from|by|to|at|on|with|within|into|under|beyond|between|than|as|is|are|was|were|be|it|he|she|they|we|you|this|that|there|there['’]s|here|what|which|whose|who|how|when|while|if|because|although|up|down|over|about|around|only|just|also|yet|still|now|then|bring|make|sell|lay out|laid out|shell out|reads?|shows?|told|says?|said|yuan|dollars|euros|\d+ (?:yuan|dollars|euros))(?= |$)/i;
/** What cannot end one: a verb in a form of its own, a preposition, a determiner. */
const ENDING =
  / (?:new|latest|commits?|committed|begins?|starts?|moving|seeing|drawing|attributes?|repeats?|calls|paid|invested|expects?|plans to|brought(?: in)?|bring in|foresaw|foresees|says?|said|told|spent|spends|draws?|runs|takes?|took|has|have|had|is|are|was|were|will|would|of|in|for|on|to|at|by|with|from|the|an?|its|their|it|they|he|she|we|and|or|after|before|out|up|aiming|today|partly|between|than|earlier)$/;
/** A clause of its own: "company said its products", "yuan they spent on cloud", "Sites drawing power". */
const CLAUSE =
  / (?:they|it|he|she|we) |\b(?:said|says|told|expects?|believes?|opened?|open|seeing|drawing|aiming|having) |^(?:b|m|bn|mn|yuan|\.\d+[bm]) /i;
/** Labels, parts, moves and times: what only tells how, which or when. */
const LABEL =
  /^(?:(?:the|its|their|a|an|our|this|that|these|those|same|whole|new|old|next|last|remaining|respective|cheapest|cheaper|faster|slower|longer|shorter|smaller|larger|lowest|highest|first|second|third|latest|current|former|approximate|initial|full|total|audited|posted|specialist) )*(?:new|higher|lower|removed|changed|added|gone|updated|unchanged|direct|routes?|prompts?|(?:sub-)?stor(?:y|ies)|results?|median|average|flat|way|gap|record|beat|option|news|mind|minimum|maximum|worth|half|rest|remainder|remaining|latter|former|here|work|works|bill|scale|spend|movement|forecast|pledge|promise|plan|target|goal|deadline|commit|beyond|up|red|black|gain|loss|total|totals|figure|number|sum|amount|amounts|count|catalyst|highlights?|what happened|key (?:numbers?|figures?|facts?)|pricing|price|prices|rates?|cost|costs|fees?|category|segment|image|video|data|venture|one|ones|others?|hike|rises?|increases?|cuts?|drops?|reductions?|variant|version|product|offer|tier|launch|update|notes?|summary|overview|thing|months?|years?|quarters?|weeks?|days?|hours?|(?:two|three|four|five|six|nine|twelve) (?:months?|years?|quarters?|weeks?|days?)(?: (?:after|before|earlier|later))?|first half|second half|fiscal \d{4}|q[1-4](?: (?:guide|guidance))?|january|february|march|april|may|june|july|august|september|october|november|december|early|mid|late|20\d\d|[-–—:~,.()*]| )+$/i;

/** "Gold tier: CoreWeave ($2.95)", "Specific example: $34", "Per H100-hour:": what leads a list, and is none of its things. */
const OF_A_LIST =
  /^(?:(?:gold|silver|bronze|platinum|top|mid|budget|premium|cheapest)[- ]tier|(?:specific |worked |real |recent )?(?:examples?|samples?)|per [\w-]+[- ]hour|silver|bronze)$/i;

/** "≤128K", "128K-256K": for how long a context. */
const TIER = /^[≤<≥>~]? ?\d+ ?k?(?: ?[-–—~] ?\d+ ?[km])?$/i;
/** Chinese: labels, parts, moves, times and who speaks; nothing that is sold, earned or counted. */
const NO_THING_HAN =
  /^(?!.*[两三四五六七八九十几][大家])(?:的|这|该|其|此|同|一|单|双|多|数|每|各|前|后|最|首|两|三|四|几|批|个|份|次|条|档|项|家|天|笔|月|年|季|度|期|时|段|日|周|内|间|里|关键|核心|主要|数字|数据|指标|价格|定价|报价|标准|常规|正式|计费|请求|累计|合计|总计|总数|平均|均价|峰值|中位数|单体|单卡|单机|整机|剩余|其余|其他|上述|同样|同类|同期|现金|市场|市場|预期|預期|目标|计划中|要点|亮点|结论|说明|续费|新购|存放|写入|读取|查询|生成|提供|交付|部署|价|正式版|延迟处理|优先级|路由|优先|批量|批处理|答|问|答案|用户|客户|开发者|个人|调用|成本|供应|缓和|分别|依次|预算|大|小|高|低|中|北美|欧洲|亚洲|美东|美西|国内|海外|地区|区域|全年|全财年|半年|上半年|下半年|财年|展望|指引|[ 、，,：:0-9.（）()])+$/;
const VERB_HAN =
  /^(?:一边|随后|对照|对比|再看|紧接|[高低][过過於于]|最多投|先投|再追|[两三四五六七八九十几]天[前后]|可能|即将|据称|据说|预计|有望|被|以每|按每|更长的|面向.*提供$|今日|昨日|本周)|(?:大幅|同时|又|再|再加|还|已花|[将会]投资|砸|交付|提供|他报|报出|也发|上调|下调|宣布|公布|发布|着走|腰斩|告急|缺货|亮眼|分开记|口径更[宽窄]|落在|来到|越过|超过|达到|不变)$|\d[\d.]* ?[亿万]?(?:美元|元)/;

const isNoThingHan = (phrase: string): boolean => {
  const folded = fold(phrase);
  return folded.length < 2 || NO_THING_HAN.test(folded) || VERB_HAN.test(folded);
};

/** "some 30 gigawatts": another figure. */
const SIZE =
  /^(?:(?:some|about|around|nearly|over|roughly|another|a|an) )*\d[\d.,]* ?-?(?:gigawatts?|megawatts?|[gm]w|chips|gpus|percent|%|x|times|people|countries)?(?: |$)/i;
const PLAIN_WORD = /^[a-z]+$|^[^a-z]?[a-z]["']/;
/** What a single word may say that a sum is of. */
const EARNS_OR_IS_SPENT =
  /^(?:consensus|capex|revenues?|sales|turnover|income|earnings|profits?|loss|losses|backlog|bookings|billings|orders?|spending|outlays?|expenses|expenditures?|investments?|funding|financing|debt|notes|equity|capital|cash|budget|contracts?|deals?|agreements?|commitments?|leases?|purchases|obligations|ebitda\w*|operations|group|cloud|storage|networking|compute|computing|infrastructure|services?|software|hardware|chips|servers|systems|equipment|processors|accelerators|memory|gaming|advertising|ads|subscriptions?|licen[cs]es?|inference|training|research|platforms?|applications|ecosystem|fintech|commerce|search|automotive|robotics|semiconductors?|energy|power|capacity|buildings?|plants?|land|campus|venture|unit|division|segment|business|company|start-up|startup|lost|earned|guidance|property|agents?|models?|data|api|royalties|consulting|support|maintenance|enterprise|consumer|government|customers)$/;

/** True where a phrase can be no thing: a person, a verb and what belongs to it, a bare label, a time. */
export function isNoThing(reading: Reading, phrase: string, kind: Draft['kind']): boolean {
  if (hasHan(phrase)) {
    if (isNoThingHan(phrase)) return true;
  } else if (
    phrase.length < 2 ||
    TIER.test(phrase) ||
    PEOPLE.test(phrase) ||
    LEADING.test(phrase) ||
    ENDING.test(phrase) ||
    CLAUSE.test(phrase) ||
    LABEL.test(phrase.replace(/ ?\([^()]*\)$/, '')) ||
    OF_A_LIST.test(phrase)
  )
    return true;
  if (
    (kind === 'price_change' || kind === 'price_quote') &&
    /^(?:the )?(?:company|firm|group|lab|house|start-?up|vendor|maker|operator)$/i.test(phrase)
  )
    return true;
  if (
    kind === 'capacity' &&
    /^(?:the )?(?:company|firm|group|management|[a-z]+ engineer|[a-z]\.[a-z]\.?)$/i.test(phrase)
  )
    return true;
  if (kind === 'financial' && (SIZE.test(phrase) || (PLAIN_WORD.test(phrase) && !EARNS_OR_IS_SPENT.test(phrase))))
    return true;
  if (kind === 'token_volume' && /^(?:models?|service|platform)$/i.test(phrase)) return true;
  const at = reading.original.indexOf(phrase);
  if (at < 0) return false;
  const end = at + phrase.length;
  // "Google Cloud charges", "Together sits between them": who asks for it, and how.
  if (
    reading.entities.some(
      (e) => e.kind === 'organisation' && e.start === at && ASKS_BEHIND.test(reading.text.slice(e.end, end)),
    )
  )
    return true;
  return (
    reading.dates.some((d) => d.start <= at && d.end >= end) ||
    reading.entities.some(
      (e) =>
        e.start <= at + 4 &&
        e.end >= end &&
        (e.kind === 'person' || e.kind === 'reporter' || (kind === 'capacity' && e.kind === 'organisation')),
    )
  );
}

const ASKS_BEHIND =
  /^(?: (?:now|still|also|itself|currently|usually))* (?:charges?|wants?|asks?|lists?|sells?|sits?|offers?|bills?|quotes?|takes?|goes|comes?|stays?|works?|rents?|puts?|demands?|starts?|begins?|follows?)\b/;

const LEAD =
  /^(?:(?:however|once|yet|meanwhile|reporting|posting|booking|also|of|for|to|now|and|but|although|though|that|which|all|of which)(?:,? )|(?:b|m|bn|mn|yuan|dollars|euros|\.\d+[bm]) (?:worth of |(?:they |it |we )?spent on |of |in )?|last (?=revenue|price|figure))+/i;
const TAIL =
  /(?: (?:commits?|committed|begins?|starts?|moving|seeing|drawing|attributes|repeats|paid|invested|expects|brought(?: in)?|bring in|foresees|said|told|spent|spends|has|have|had|is|are|was|were|will|would|of|for|on|to|at|by|with|from|the|its|their|and|or|after|before|aiming|today|partly|than|earlier|in))+$/i;

const LEAD_HAN =
  /^(?:[a-z]{0,2} ?与.{2,12}就(?=..)|而|但|惟|且|并(?!行)|均为|时的|出的|领域的|内的|年(?=全球)|家(?= ))+(?=..)/;
const TAIL_HAN =
  /(?<=..)(?:大幅|同时|分别|依次|最终|至少|却|(?<![社不机大协年])[会會]|(?<![大名悍主])[将將]|也|就|已经?)+$/;

/** A phrase without what leads to its noun, and cut off at its verb. */
export const trimmed = (phrase: string): string =>
  (hasHan(phrase)
    ? phrase.replace(LEAD_HAN, '').replace(TAIL_HAN, '')
    : phrase.replace(LEAD, '').replace(TAIL, '')
  ).replace(/[ ,:;(]+$/, '');
