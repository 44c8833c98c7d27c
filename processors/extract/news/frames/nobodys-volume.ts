import { clauseAt } from '../context.ts';
import { HYPOTHETICAL } from '../lexicon.ts';
import type { Quantity } from '../quantity.ts';
import type { Reading } from '../reading.ts';

/** "In a typical animated project, ... requires hundreds of millions of tokens": of the kind at large, nobody's. */
const OF_THE_KIND =
  /\b(?:in|for) an? (?:typical|average|ordinary) (?!day|week|month|year|quarter)[^;]*\b(?:requires?|takes?|uses?|needs?|consumes?|burns?)\b[^;]*$/;

/** "the gap is about 1.4T": how far one is from the other. */
const GAP =
  /\b(?:gap|lead|difference|margin|shortfall)(?: between (?:them|the two)| this time| now| then)? (?:is|was|stands at|stood at|comes to|came to|of|(?:has )?(?:grown|grew|widened|narrowed|shrunk|shrank) to) (?:now |still |only |just |about |around |some |over |nearly |roughly |more than )*$/;

const CRYPTO =
  /\b(?:holders?|stak(?:ed|ing)|airdrops?|crypto\w*|blockchain|minted|circulating|traders?|exchange listing|wallets?|defi)\b|质押|流通|代币|锁仓|空投|链上/;

/** "2 trillion tokens ÷ 8 billion people = 250 tokens per person": worked out, not counted. */
const isReckoned = (text: string, q: Quantity): boolean =>
  /^ ?(?:[÷×*=/] ?[$\d]|per (?:person|head|capita|human)\b)/.test(text.slice(q.end)) ||
  (/[÷×]/.test(text) && /[=≈] ?$/.test(text.slice(0, q.start)));

const SUPPOSED = /^say (?:an?|the|your|that|\d[\d,]*)\b|\bsuppose|\bimagine|\bif you|\bif a|\bassum|假设|假如|如果/;
/** 例如，甲的处理量从… : an instance of what is so, where the usage is somebody's. */
const INSTANCE = /例如(?!,?，?[^。;；]{0,60}(?:处理|调用|消耗|使用|吞吐|用)量[从由自为达超突增扩已])/;
const PER_CARD = /单卡|每卡|单台|每台|per (?:gpu|card|chip|server|node)|each (?:gpu|card)/;

/** "Workspaces can now queue up to 2 billion tokens a day", "the free tier keeps 500 million": what somebody may use. */
const ALLOWED =
  /\b(?:pools?|allowances?|budgets?|grants?)\b[^;.]{0,30}\b(?:is|are|of|holds?|gives?|has|have|at) (?:about |around |up to |over |more than |roughly )*$|\b(?:can|(?<!\b(?:in|by|since|from|of) )may|could|lets?|allow(?:s|ed)?|permit(?:s|ted)?|entitle[sd]?)\b[^,;.]{0,50}\bup to $|\b(?:tiers?|plans?|workspaces|accounts|keys)(?: \w+)? (?:keeps?|gets?|ha(?:s|ve)|allows?|can|may|goes?|moves?|stays?)\b[^;.]{0,60}$/;
/** 每天2000万token的免费额度: how much there is of what one may use. */
const ALLOWED_BEHIND_HAN = /^ ?(?:tokens?|词元)?的?(?:免费)?(?:上限|限额|额度|配额)/;
/** Allegretto档每周可用4亿token, 免费用户每天20万: what a plan lets one use. */
const ALLOWED_HAN =
  /(?:可[用领享]|赠送?|额度|上限|限额|配额)(?:约|近|超过?|为|达|共|提升至|提高到)* ?$|[\u4e00-\u9fffa-z] ?(?:档位?|套餐|会员|免费用户|付费用户)(?:每[天日周月])?(?:可用)?(?:约|为|达)? ?$/;
/** "advertised enough capacity for 100 trillion tokens per day": how much there is room for. */
const ROOM =
  /\b(?:enough|spare|sufficient|free) (?:[\w-]+ ){0,2}(?:capacity|room|headroom)\b[^,;.]{0,24}$|\b(?:capacity|room|headroom) (?:for|of) (?:about |around |up to |over |more than |roughly |some )*$/;
/** "teams serving 50 million tokens per month": whom an offer suits, nobody's volume. */
const CUSTOMERS =
  /(?:\b(?:for|if|when|most|many|any|some)|[—–,:-]) (?:[a-z-]+ ){0,3}(?:teams?|developers?|hackers?|founders|customers|users|start-?ups|companies|businesses|enterprises|shops|apps?|applications?|products|workloads?) (?:that |who |which )?(?:are )?(?:serv|process|runn?|consum|handl|generat|us|push|burn|send|do)(?:e|es|ing)? (?:about |around |over |more than |at least |under |fewer than |up to |roughly )?$/;
/** "You would send about 450 million tokens": whoever reads this. */
const READERS_OWN =
  /\byou(?:'d|'ll|'re)? (?:(?:would|will|could|can|might|may|must|also|then|now|end up|are|need to|only) )*(?:send|use|burn|process|need|run|generate|spend|consume|using|sending|processing|burning)\b[^,;.]{0,24}$/;
/** "One large retailer said its volume": somebody who is not named. */
const UNNAMED =
  /^(?:an?|one|another|some|even an?) (?:[a-z-]+ ){0,3}(?:insurer|bank|customer|client|retailer|start-?up|company|developer|user|buyer|enterprise|firm|lender|hospital|team|engineer|agency|studio|manufacturer|publisher|carmaker|airline|law firm|reader|programmer)\b(?! (?:of|like|called|named))[^,]*\b(?:its|their|his|her|told|said|says|went|goes|uses?|used|runs?|burns?|burned|consumes?|consumed|burning|using|processing|consuming|sending|running)\b/;
/** 我一个月用了21亿token，其中19亿是缓存: one person's, and a part of it. */
const MINE_HAN =
  /(?:^|[,，。;；:：])[^,，。;；\d]{0,6}我(?![们国司市省])(?:[^,，。;；\d]{0,14}|[^。;；]{0,30}其中[^,，。;；\d]{0,4})$/;
/** "In March I burned 412 million tokens": one person's. */
const MINE =
  /(?:^|[.,;:(] ?|\b(?:that|and|but|march|april|may|june|july|month|week|year|day) )i(?:'ve| have)? (?:\w+ )?(?:burn|us|sent|send|ran|run|spent|went|consum|process|push|get|got)\w*(?: through)? [^,;]{0,30}$/;

/** "50 of them have each processed over a trillion", "20% off above 5B tokens": customers one by one, and what a discount begins at. */
const EACH_OF_THEM =
  /\b(?:of (?:them|those|these|which|its customers|whom)|customers|developers|users|companies|organi[sz]ations) (?:have |has |had |now )*each (?:have |has |had |now )*(?:\w+ )?(?:process|us|consum|burn|run|ran|generat|push|pass|send|sent)\w*[^,;.]{0,40}$/;
const DISCOUNT_FROM =
  /\b(?:discount|% off|cheaper|rebate|commitment|minimum|price break|tier|pricing|rates?|plan)s?\b[^,;.]{0,24} (?:above|over|beyond|past|from|at|of|for|after) (?:the first |at least |more than )?$/;
/** "Heavy users report burning through 50 million tokens a day": of many without a name. */
const OF_MANY =
  /(?:^|[,;:.] ?|\b(?:that|and|but|while|some) )(?:(?:some|many|most|heavy|power|keen|several|a few|early|other|individual) )*(?:users|developers|people|engineers|subscribers|coders|programmers|readers|testers) (?:(?:report|claim|say|tell of|boast of|complain of|speak of|admit|now|can|have|are|who|that|they|to) )*(?:burn|us|go|run|get|got|consum|chew|spen[dt])\w*(?: up)?(?: through)? (?:about |around |some |over |more than |as many as |up to |nearly |roughly )*$/;

/** "At 10 million tokens a day our bill would have been": so much, if it were so much. */
const IF_SO_MANY =
  /^ (?:a|per|each|every) (?:day|week|month|year),? (?:[\w$'’.-]+ ){0,6}?(?:would|bills?|costs?|comes? to|you|saves?|saving|pays?)\b/;

/** 日均消耗万亿Token的企业已超百家, 烧掉100亿就算大客户: a mark that customers reach. */
const MARK_REACHED =
  /^的(?:有|达|超|共)?(?:约|近|超过?)?\d[\d.,]* ?[万千百]?多?(?:余)?[家个位]|^以?上?的?(?:中国)?(?:企业|公司|客户|用户|开发者|机构|大厂)|^[^,，。;；]{0,4}(?:就|才)?算得?(?:上|是)?/;
/** What somebody shows off is nobody's platform. */
const SHOWN_OFF =
  /有人|另一[家位](?![^,，。;；]{0,4}(?:机构|研究|咨询|平台|大厂|巨头|厂商))|有网友|有用户|(?:有|(?<![a-z\u4e00-\u9fff])某)(?:一[家个位]|家|个|位)?(?:客户|团队|创业公司|公司|企业|程序员|工程师|商家)|网友|博主|up主|称自己|有(?:一位|位|个)?开发者|一[位名](?:独立|资深|全栈|前端|后端|国内|海外)?(?:开发者|程序员|工程师|网友|创业者|站长)|截图|账单/;

/** 因50T Tokens提前发完而结束, “百万亿Token扶持计划”: what is given away. */
const GIVEN_AWAY =
  /(?:激励|扶持|扶助|补贴|创[作造]者|加速|普惠|赠送)[^,，。;；\d]{0,6}计划|[发送领派赠]完|(?:发放|派发|送出|赠出|赠送|派送|领取|可领)[^,，。;；]{0,10}(?:tokens?|$)/;
const USED = /处理|调用|消耗|用量|吞吐|使用/;
/** "users of Spark Max receive 100 million tokens", "gave away", "the welcome package holds": somebody is given them. */
const GIVEN_BEFORE =
  /\b(?:receiv(?:es?|ed|ing)|gets?|getting|got|grant(?:s|ed|ing)?|giv(?:es?|en|ing)(?: away)?|gave(?: away)?|hand(?:s|ed|ing)?(?: out)?|present(?:s|ed|ing)?|credit(?:s|ed|ing)?|award(?:s|ed|ing)?|donat(?:es?|ed|ing)|welcome|sign-?up|joining|starter|migration|bonus|gifts?|vouchers?|coupons?) [^,;.]{0,50}$/;
const RECEIVERS =
  /\b(?:users?|customers?|developers?|accounts?|teams?|newcomers?|winners?|students?|start-?ups|compan(?:y|ies)|firms|whoever|anyone|everyone|everybody|members|subscribers|researchers|universities|schools|participants|applicants|migrants|arrivals|projects|packages?|packs?|gifts?|bonus|vouchers?|coupons?|presents?|awards?|grants?|prizes?)\b/;
const AS_A_GIFT =
  /^[^,;.]{0,40}\b(?:as an? (?:[a-z-]+ )?(?:gift|present|bonus|reward|prize|thank-?you)|for free|free of charge|at no (?:extra )?(?:charge|cost)|gratis|on the house|to (?:get started|start with|play with|try))\b/;
const USED_EN = /\b(?:process|handl|consum|serv|burn|generat|usage|traffic|used\b|us(?:es|ing)\b|push|crunch|volume)/;
/** Given away to people, in a clause that has nobody use them. */
const isGiven = (clause: string, behind: string): boolean =>
  !USED_EN.test(clause) && (AS_A_GIFT.test(behind) || (GIVEN_BEFORE.test(clause) && RECEIVERS.test(clause + behind)));
/** （日均·万亿）: what figures are counted in. */
const isScaleAlone = (text: string, { start, end }: Quantity): boolean =>
  /^[千百]?[万亿]+$/.test(text.slice(start, end)) &&
  /[(（·・/、,，] ?$/.test(text.slice(Math.max(0, start - 2), start)) &&
  /^ ?(?:tokens?|词元)? ?[)）"'|]/.test(text.slice(end));
/** Tokens that no platform, house or market uses: worked out, supposed, allowed, of a card, of somebody without a name. */
export function isNobodysVolume(reading: Reading, q: Quantity): boolean {
  const { text } = reading;
  const [clauseStart, clauseEnd] = clauseAt(reading, q.start);
  const before = text.slice(0, q.start);
  const clause = text.slice(clauseStart, q.start);
  return (
    PER_CARD.test(text.slice(clauseStart, clauseEnd)) ||
    CRYPTO.test(text) ||
    /单位[:：为是]? ?$/.test(before) ||
    isScaleAlone(text, q) ||
    isReckoned(text, q) ||
    GAP.test(text.slice(0, q.start)) ||
    ((SUPPOSED.test(text) || INSTANCE.test(text)) && HYPOTHETICAL.test(text)) ||
    OF_THE_KIND.test(before) ||
    UNNAMED.test(clause) ||
    UNNAMED.test(before) ||
    MINE.test(before) ||
    MINE_HAN.test(before) ||
    EACH_OF_THEM.test(before) ||
    DISCOUNT_FROM.test(before) ||
    READERS_OWN.test(clause) ||
    ALLOWED.test(clause) ||
    ROOM.test(clause) ||
    ALLOWED_HAN.test(clause) ||
    ALLOWED_BEHIND_HAN.test(text.slice(q.end, q.end + 16)) ||
    CUSTOMERS.test(before) ||
    OF_MANY.test(before) ||
    (/(?:^|[,;.:—] ?)at (?:about |around |roughly |just )?$/.test(before) && IF_SO_MANY.test(text.slice(q.end))) ||
    MARK_REACHED.test(text.slice(q.end)) ||
    SHOWN_OFF.test(text) ||
    isGiven(clause, text.slice(q.end, clauseEnd)) ||
    (GIVEN_AWAY.test(text) && !USED.test(text.slice(clauseStart, clauseEnd)))
  );
}
