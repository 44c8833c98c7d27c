import { isPlaceName } from './places.ts';
import { hasHan, matches } from './text.ts';
import { isCommonWord, isOpeningWord } from './unknown-name.ts';

const WORD = '[A-Z][\\w&]*(?:-[A-Z]\\w*)?';
const NAME = `(?<![\\w&'’.-])(${WORD}(?:\\.(?:ai|io|com|dev|cloud))?(?: (?:${WORD}|AI)){0,2})`;
/** What stands between a name and what it does: a remark in brackets, an apposition, when and how. */
const BETWEEN =
  '(?: \\([^()\\n]{2,40}\\))?(?:, (?:[^,.;:\\n]{3,70}|(?:an?|the|one of) [^,.;:\\n]{70,180}),)?(?: (?:also|now|still|then|currently|too|today|quietly|alone|recently|again|meanwhile|already|just|reportedly|separately|this|last|on|week|month|year|quarter|[A-Z][a-z]+day|said|says|it|that|has|have|had|will|would|is|was|to|plans|intends|aims|expects|wants|began|started|announced|claims?|claimed|projects?))*';

const PRICED =
  '(?:pric(?:e|es|ing)|rates|fees?|tariffs?|charges|tokens?|API|GPUs?|instances?|storage|[AHB]\\d00s?|GB\\d00s?|MI\\d{3}\\w?|L40S?|\\d+(?:\\.\\d+)?% (?:less|more)|egress|discount|surcharge|premium|price list)\\b';
const EARNED =
  '(?:revenues?|sales|turnover|profits?|income|loss(?:es)?|earnings|results|EBITDA|ARR|capex|backlog|bookings)\\b';
const MONEY =
  '(?:(?:[A-Z]{1,2})?[$€£¥₹₩] ?\\d|(?:RMB|CNY|SEK|NOK|DKK|CHF|EUR|USD|SGD|INR|Rs|kr) ?\\d|\\d[\\d.,]* (?:billion|million|trillion))';
const BUILT =
  '(?:GPUs?|graphics processors|accelerators?|AI chips|megawatts?|gigawatts?|MW|GW|data cent(?:er|re)s?|clusters?|[HB]\\d00s?|GB\\d00s?|supercomputers?)\\b';
/** What only houses do, and to what: at most so many characters on. */
const deed = (verbs: string, reach: number, thing: string): string =>
  `(?:${verbs})\\b(?:[^.;\\n]|\\.\\d){0,${reach}}?${thing}`;
const DOES = [
  deed(
    '(?:rais|hik|increas|lower|slash|reduc|trimm?|lift|halv|doubl|bump|cutt?|rework|overhaul|revis|updat|chang|adjust|reveal|unveil|publish|cancel|scrap|waiv|extend|introduc|levi|impos)(?:e[sd]?|ed|s|ing)?|levy|no longer (?:adds?|charges)|made|put(?:s|ting)? (?:up|through)|bring(?:s|ing)? down|brought down',
    60,
    `(?:${PRICED}|capex|capital|spending|guidance|outlook|forecast)`,
  ),
  deed(
    'charg(?:es?|ed|ing)|asks?|asked|wants|quotes?|quoted|sells?|selling|rents?|renting|lists?|lets|offers?|offering|bills?|priced|prices|takes|left|holds|held|keeps|kept',
    60,
    `(?:${PRICED}|[$€£¥]\\d|\\d cents)`,
  ),
  deed(
    'lift(?:s|ed)|rais(?:es|ed)|grew|grows|increas(?:es|ed)|doubl(?:es|ed)|tripl(?:es|ed)|report(?:s|ed|ing)?|post(?:s|ed|ing)?|book(?:s|ed|ing)?|record(?:s|ed|ing)|generat(?:es?|ed|ing)|earn(?:s|ed|ing)|deliver(?:s|ed)|announce[sd]?',
    50,
    `(?:${EARNED}|${MONEY})`,
  ),
  deed(
    'sp(?:end|ends|ent)|plow(?:ed|s|ing)|put(?:s|ting)|invest(?:s|ed|ing)?|pour(?:s|ed|ing)?|pledg(?:es|ed|ing)|commit(?:s|ted|ting)?|earmark(?:s|ed)?|set aside|put aside|budget(?:s|ed)?|rais(?:ed|es|ing)|clos(?:ed|es|ing)(?: in)?(?: on)?|promis(?:es|ed)',
    30,
    MONEY,
  ),
  deed(
    'deploy(?:s|ed|ing)?|operat(?:es|ed|ing)|run(?:s|ning)?|built|build(?:s|ing)?|open(?:s|ed)?|install(?:s|ed|ing)?|order(?:s|ed)?|bought|buy(?:s|ing)?|brought|leas(?:es|ed|ing)|add(?:s|ed|ing)?|contracted|secured|ended|closed|counts|counted|owns|manages|hosts?|connected|powers|has',
    60,
    BUILT,
  ),
  deed('reach(?:es|ed)|hit|topped|passed|crossed|surpassed|exceeded', 16, MONEY),
  deed(
    'process(?:es|ed|ing)?|handl(?:es|ed|ing)|serv(?:es|ed|ing)|pass(?:es|ed)|crossed|generat(?:es|ed)|burn(?:s|ed|ing)|consum(?:es|ed|ing)|runs|ran|does',
    40,
    '\\btokens',
  ),
  deed('guid(?:es|ed|ing)', 24, `(?:${MONEY}|${EARNED})`),
  deed('(?:claim|say|tell)(?:s|ed)?|said|told', 30, '(?:trillion|billion|million) tokens'),
  deed(
    'sign(?:s|ed)?|ink(?:s|ed)?|str(?:ikes?|uck)|clos(?:es|ed)|w(?:ins?|on)|land(?:s|ed)|agree(?:s|d) to',
    60,
    '\\b(?:deals?|agreements?|contracts?|leases?|pacts?|collaborations?|partnerships?|orders?|tenancy|supply)\\b',
  ),
  '(?:(?:start|begin)s? )?(?:charg(?:es?|ing)|bill(?:s|ing)?) (?:separately )?for\\b',
  'followed suit',
].join('|');
const OWNS =
  "['’]s? (?!(?:tracked|monitored|watched|surveyed|sampled|listed) )(?:[\\w-]+ ){0,3}?(?:revenues?|sales|turnover|(?:net|operating) (?:income|profit|loss)|profits?|capex|capital (?:expenditures?|spending)|backlog|ARR|run[- ]rate|prices|pricing|rates|price list|rate card|new rates|API|annual report|Form 10-K|adjustments?|(?:price|pricing) (?:increase|cut|hike|change|adjustment|update)s?|[Cc]oding [Pp]lan|outlook|guidance|GPUs?|[HB]\\d00s?|data cent(?:er|re)s?|clusters?|inference|object storage|platform|gateway|endpoints?|router|token (?:calls|volumes?|usage|consumption)|daily (?:average )?tokens?|[A-Z][A-Za-z-]*\\d[\\w.]*)\\b";
/** "Hetzner Price Adjustment", "Quillon price list": what a heading is about. */
const HEADED = ' [Pp]ric(?:e|ing) (?:[Ii]ncrease|[Aa]djustment|[Cc]hange|[Cc]ut|[Hh]ike|[Uu]pdate|[Ll]ist)s?\\b';
const ACTING = new RegExp(`${NAME}(?:(?=${OWNS})|(?<=[a-z][A-Za-z]*)(?=${HEADED})|(?=${BETWEEN},? (?:${DOES})))`, 'g');

/** Who speaks for a house. */
const OFFICER =
  '(?:chief (?:executive|financial|technology|operating)(?: officer)?|CEO|CFO|CTO|COO|co-?founder|founder|(?:vice )?president|chairman|spokes(?:man|woman|person))';
/** "an order from Quillon", "will supply Nimbus9 with 50,000", "run by Tessara", "the chief executive of Solvane": dealt with as only houses are. */
const DEALT = new RegExp(
  `\\b(?:(?:orders?|deals?|contracts?|agreements?|leases?|pacts?)\\b[^.;:\\n]{0,40}? (?:from|with)|shares of|(?:run|owned|operated|leased|rented|ordered|bought|installed|deployed|hosted|processed|handled|served|charged|billed) by|${OFFICER} (?:of|at)|(?:suppl(?:y|ies|ied|ying)|gives?|gave|pays?|paid)(?= (?:${WORD} ?){1,3}(?:with )?(?:about |up to )?(?:[$€£¥\\d]|two|three|four|five|six|seven|eight|nine|ten)\\b)) (${WORD}(?: (?:${WORD}|AI)){0,2})(?![\\w'’-])`,
  'g',
);
const LEADS =
  /^(?:The|And|But|While|When|As|After|Before|Since|Both|Now|Today|Yesterday|Meanwhile|Rival|Amid|For|At|In|On|By|From|To|Of|With|Under|Over|Until|Unlike|Like|Even|If|So|Then|Why|How|What|Only|[A-Z][a-z]+day|January|February|March|April|May|June|July|August|September|October|November|December) (?=[A-Z])/;
/** CoreWeave宣布, Snowflake第二季度产品收入, ElevenLabs ARR突破, Halden 的 H100 每小时: what only houses do and own, in Chinese. */
const ACTING_IN_HAN =
  /(?<![\w&'’.·-])(?<![A-Za-z] )((?:[A-Z][\w&]*[a-z]|[A-Z]{3,})[\w&]*(?: (?:AI|Cloud|Labs?|Networks?|Compute|Data|Digital))?)(?= ?(?:（[^（）]{1,24}）|\([^()]{1,24}\))?(?:公司|集团|方面|官方)?(?:在[^，。]{2,12}中)?(?:也|则|今天|昨天|近日|本周|上周|周[一二三四五]|今日|昨日|目前|现在?|已经?|又|还|再|只|仅|都|全线|全面|再次|同步|大幅)*(?:宣布(?!加[入盟]|离[开职]|辞|退[休出]|入职|跳槽)|公布|披露|表示|透露|预计|计划|計劃|计画|收到|上调|下调|涨价|降价|提价|已?部署|新增|拥有|手上有|手里有|运营|投产|点亮|上线了?[\d]|[收要][约]?\d[\d.]* ?(?:美元|元|欧元|美分|分)|(?:报价|定价|标价|挂出|开出)|(?:年付|月付|季付|包年|包月) ?[$€£¥￥\d]|日均|每天处理|每日处理|月均|处理了|(?:20\d\d年?)?(?:第?[一二三四]季度?|Q[1-4]|上半年|下半年|全年|财年)|20\d\d(?:年|Q[1-4])|的?(?:基础设施|营收|收入|财报|业绩|净亏损|净利润|资本开支|年化|ARR|云收入)|(?:将|把|给|对)[^，。；]{1,20}(?:价|租|费)|的? ?(?:[HBA]\d00|GB\d00|H20|MI3\d\d|L40|[45]090|GPU|TPU|算力|云主机|云服务器|裸金属|实例|机型|对象存储|API|推理|托管|[Tt]oken)[^，。；]{0,14}(?:价|租|每|\d ?(?:美?元|块)|[$€£¥￥]\d)))/g;

/** 并行文件存储PFS上调, 会员Plus将: a thing whose price moves, told by the words it ends. */
const isThing = (body: string, start: number, end: number): boolean =>
  /^(?:[上下]调|[涨降提]价|将|把)/.test(body.slice(end, end + 2)) &&
  (/[\u4e00-\u9fff]/.test(body[start - 1] ?? '') || !/[a-z]/.test(body.slice(start, end)));

/** What a house calls a thing of its own, or a model: no house. */
const OWNED = /(?:['’]s?|\b(?:[Ii]ts|[Tt]heir|[Oo]ur|models?|chips?|called|named|dubbed|in|across|with)|\d|\d[BbTt]) $/;
const OPENS = /(?:^|[.!?:;•|\n]["'”’)]*|(?:^|\n) *[-*•] |#) *["'“‘(]*$/;
/** Words that open sentences and are no names: a plural, an adjective, or a noun made from a verb or an adjective. */
const NOUN =
  /^(?:\w+(?:[^t]ive|tive|[inctu]al|ous|ful|less|able|ible|ular)|Demand|Supply|Some|Many|Most|Few|None|Neither|Either|Such|Much|Even|Only|Then|There|Here|Its?|Their)$|(?:[^aious]s|tion|ment|ity|ness|ing|ism|ance|ence|body|one|ship|hood|age|ly)$/;

/** A period, a variant of a model: no name of a house. */
export const NO_NAME =
  /^(?:(?:FY|[A-Z]{1,3})\d.*|GenAI|AIGC|A?IDC|(?:AI)?(?:IoT|PC|NAS)|A?ICT|DICT|CDN|[A-Z]{1,3}aaS|ERP|CRM|SaaS|OEM|ODM|REITs?|LLMs?|ARR|IPO|RPO|FCF|TCV|ACV|TTM|LTM|PUE|(?:Non-?)?GAAP|(?:Non-?)?IFRS|EPS|EBITDA?|CAGR|YoY|QoQ|Code|Flash|Pro|Max|Mini|Ultra|Nano|Turbo|Lite|Plus|Opus|Sonnet|Haiku|Coder|Plan|Tier|Same|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)|\d{3,4})$/;

/** Names of houses in no list, told by what they do or own: "Quillon raised its GPU prices", "Quillon's revenue"; `things` are what the text calls models. */
export function actingNames(
  body: string,
  things: ReadonlySet<string>,
): { readonly name: string; readonly at: number }[] {
  const found: { name: string; at: number }[] = [];
  const han = hasHan(body)
    ? matches(ACTING_IN_HAN, body).filter((match) => !isThing(body, match.index, match.index + match[0].length))
    : [];
  for (const match of [...matches(ACTING, body), ...matches(DEALT, body), ...han]) {
    const whole = match[1] ?? '';
    let [name, at] = [
      whole,
      match.index + match[0].length - (match[0].startsWith(whole) ? match[0].length : whole.length),
    ];
    const article = LEADS.exec(name);
    if (article) [name, at] = [name.slice(article[0].length), at + article[0].length];
    if (things.has(name)) continue;
    const words = name.split(' ');
    if (
      words.some((word) => isCommonWord(word) || word.split('-').every((part) => NO_NAME.test(part))) ||
      /\d(?:\.\d)?$/.test(words.length > 1 ? (words.at(-1) ?? '') : '')
    )
      continue;
    if (isPlaceName(name.toLowerCase()) || OWNED.test(body.slice(Math.max(0, at - 10), at))) continue;
    if (words.length === 1 && !/[a-z][A-Z]|\d|&/.test(name)) {
      const opens = article !== null || OPENS.test(body.slice(Math.max(0, at - 6), at));
      if (name.length < 3 || (opens && (NOUN.test(name) || isOpeningWord(name) || isWord(body, name)))) continue;
    }
    found.push({ name, at });
  }
  return found;
}

const LABEL = new RegExp(
  `^(?:[-*•|] ?|\\d{1,2}[.)] )?(${WORD}(?: (?:${WORD}|AI)){0,2})(?: ?[\u4e00-\u9fff]{1,8})?(?: ?[|:：]|: | [–—-] (?=(?:about |from |~)?[$€£¥]\\d))`,
  'gm',
);
const LISTED = new RegExp(
  `(?<![\\w&'’.-])((?:(?:${WORD})(?: (?:${WORD}|AI)){0,2}, ){0,5}${WORD}(?: (?:${WORD}|AI)){0,2}),? (?:and|or|&) (${WORD}(?: (?:${WORD}|AI)){0,2})`,
  'g',
);

/**
 * Names that stand where the text otherwise has houses: labels of a list or a table of which at least two, items of an
 * enumeration of which all others are `known`.
 */
export function namesAmong(
  body: string,
  known: (at: number, end: number) => boolean,
): { readonly name: string; readonly at: number }[] {
  const found: { name: string; at: number }[] = [];
  const labels = matches(LABEL, body).flatMap((match) => {
    const name = match[1] ?? '';
    // "| Card | Rate |" over "|---|---|": what heads a column.
    const heads =
      match[0].startsWith('|') && /^[^\n]*\n\|[ :|-]+(?:\n|$)/.test(body.slice(match.index, match.index + 400));
    return heads ? [] : [{ name, at: match.index + match[0].indexOf(name) }];
  });
  found.push(...strangersBeside(labels, known, 2));
  for (const { index, 0: table } of matches(OF_HOUSES, body))
    for (const cell of matches(FIRST_CELL, table)) {
      const name = cell[1] ?? '';
      found.push({ name, at: index + cell.index + cell[0].indexOf(name) });
    }
  for (const { index, 0: row } of matches(SLOTS, body))
    found.push(
      ...strangersBeside(
        matches(SLOT, row).map((slot) => ({ name: slot[1] ?? '', at: index + slot.index })),
        known,
        2,
      ),
    );
  for (const match of matches(LISTED, body)) {
    let at = match.index;
    const items: { name: string; at: number }[] = [];
    for (const part of (match[1] ?? '').split(', ')) {
      const lead = LEADS.exec(part)?.[0].length ?? 0;
      items.push({ name: part.slice(lead), at: at + lead });
      at += part.length + 2;
    }
    const last = match[2] ?? '';
    items.push({ name: last, at: match.index + match[0].length - last.length });
    const others = items.filter((item) => !known(item.at, item.at + item.name.length));
    const only = others[0];
    if (only && others.length === 1 && (items.length > 2 || BOTH.test(body.slice(match.index + match[0].length))))
      found.push(only);
  }
  return found.filter(
    ({ name }) =>
      !isPlaceName(name.toLowerCase()) &&
      !MEMO_LABEL.test(name) &&
      !name.split(' ').some((word) => isCommonWord(word) || NOUN.test(word) || NO_NAME.test(word)),
  );
}
/** "Ticker: NBIS", "Date: 2026-02-04": what a memo labels its lines with. */
const MEMO_LABEL =
  /^(?:Dated?|Ticker|Symbol|Exchange|Rating|Verdict|Thesis|Source|Author|By|Status|Type|Sector|Industry|Category|Tags?|Topic|Published|Updated|Host|Guests?|Episode|Link|Links|Note|Notes|Risks?|Catalysts?|Conviction|Horizon|Timeframe|Tone|Quarter|Period|Q[1-4]|TL;?DR|Summary|Headline|Bottom Line|Key|Why|What|How|When|Where|Who|Bull|Bear|Base|Best|Worst|Winner|Loser|Pros|Cons|Growth|Margins?|Guidance|Outlook|Upside|Downside|Stage|HQ|CEO|Founder|Disclosure|Value|Scale|Capacity|Size|Amount|Cost|Price|Total|Announced|Location|Power|Timeline|Terms?|Duration|Scope|Deal|Investment|Funding|Revenue|Impact|Budget|Target|Details?|Significance|Context|Background|Chips|Partners?|Purpose)(?: [A-Z]\w+)?$/;

/** Of names in like places those that nobody knows, where so many others are known. */
function strangersBeside(
  names: readonly { readonly name: string; readonly at: number }[],
  known: (at: number, end: number) => boolean,
  least: number,
): { readonly name: string; readonly at: number }[] {
  // "Hetzner CX22：": the house, and what it sells.
  const isKnown = (name: string, at: number): boolean =>
    known(at, at + name.length) || known(at, at + (name.split(' ')[0]?.length ?? 0));
  const houses = new Set(names.filter(({ name, at }) => isKnown(name, at)).map(({ name }) => name));
  return houses.size >= least ? names.filter(({ name }) => !houses.has(name)) : [];
}
const FILLED = `(${WORD}(?: (?:${WORD}|AI)){0,2}) (?:at |with |\\()(?:about |around |~|up to )?(?:RMB ?|US)?[$€£¥]?\\d`;
const SLOT = new RegExp(`(?<![\\w&'’.-])${FILLED}`, 'g');
/** "Amazon at $200bn, Quillon at $160bn and Meta at $130bn": a stretch with three such. */
const SLOTS = new RegExp(`(?<![\\w&'’.-])${FILLED}(?:[^;\\n]{0,60}?[ ~—–]${FILLED}){2,}`, 'g');
/** What heads a column of houses. */
const OF_HOUSES =
  /^[|] ?(?:[Cc]loud |GPU )?(?:[Pp]rovider|[Vv]endor|[Cc]ompany|[Cc]loud|[Hh]ost|[Ss]eller|[Ll]ab|[Mm]aker|[Ff]irm|[Oo]perator|[Dd]eveloper|[Oo]wner|[Bb]uilder|[Nn]eocloud|[Hh]yperscaler|[Bb]uyer|[Cc]ustomer|[Tt]enant)s? ?[|].*(?:\n[|].*)+/gm;
const FIRST_CELL = new RegExp(`\\n[|] ?(${WORD}(?:\\.(?:ai|io|com))?(?: (?:${WORD}|AI)){0,2}) ?(?=[|])`, 'g');
/** "A and B have each taken": what is said of two names makes both houses. */
const BOTH =
  /^ (?:have |had |will )?(?:both|each|together|jointly|(?:also |now |recently )?(?:raise|cut|lower|move|hike|announce|increase|reduce|slash|follow|charge|handle|process|sell|plan|spend|spent|operate|rent|build|built|develop|invest|open|launch|construct|set up|sign|agree|form|create|pledge|commit|promise|put)(?:d|ed)?|(?:are|is) (?:building|developing|investing|planning|jointly|together))\b/;

/** The text writes it small as well. */
function isWord(body: string, name: string): boolean {
  const word = name.toLowerCase();
  for (let at = body.indexOf(word); at >= 0; at = body.indexOf(word, at + 1))
    if (!/[\w-]/.test(body[at - 1] ?? ' ') && !/[\w-]/.test(body[at + word.length] ?? ' ')) return true;
  return false;
}
