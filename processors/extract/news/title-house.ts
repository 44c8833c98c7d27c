import { isPlaceName } from './places.ts';
import { fold } from './text.ts';
import { actsIn, isCommonWord } from './unknown-name.ts';

const WORD = '[A-Z][\\w&]*(?:-[A-Z]\\w*)?';
const NAME = `(${WORD}(?:\\.(?:ai|io|com|dev|cloud))?(?: (?:${WORD}|AI)){0,2}?)`;
const ACTS =
  'Announces|Reports|Posts|Releases|Delivers|Launches|Cuts|Raises|Lowers|Opens|Ends|Adds|Doubles|Triples|Secures|Signs|Expands|Plans|Lifts|Slashes|Hits|Tops|Passes|Crosses';
/** "Norrland Compute: half-year report", "Tarvos ends year with", "Why we raise prices at Copperline". */
const LEADS = new RegExp(
  `^["“]?${NAME}(?=:|,? (?:Inc|Corp|Corporation|Ltd|Limited|LLC|plc|PLC|AG|ASA|GmbH)\\b|['’]s? | ?[—–|·(]| (?:Q[1-4]|[1-4]Q|H[12]|FY ?\\d|20\\d\\d|[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Hh]alf|[Ff]ull|[Aa]nnual|[Qq]uarterly|[Mm]onthly|[Ii]nterim|[Ee]arnings|[Rr]esults|[Cc]apacity|[Pp]ricing|[Pp]rices?|[Rr]ate card|[Cc]hangelog|[Bb]log|[Uu]pdate)\\b| (?:${ACTS}) | (?!and\\b|or\\b|in\\b|of\\b|for\\b|on\\b|at\\b|from\\b|with\\b)[a-z]{3,}(?:s|ed|to)? )`,
);
/** 对话Quantvale创始人, Lanefold公布中报: in a title in Chinese, by what stands behind the name. */
const IN_HAN =
  /^(?:独家|對話|对话|專訪|专访|訪談|访谈|对谈|快讯|快訊|[｜|：: ])*([A-Z][\w.&-]*[A-Za-z0-9](?: [A-Z][\w&-]*){0,2}) ?(?=[\u4e00-\u9fff：:])/;
const BEHIND_IN_HAN =
  /^ ?(?:(?:联合)?创始人|ceo|cfo|首席|董事长|总裁|:|发布|公布|宣布|上调|下调|涨价|降价|提价|调价|将|拟|第[一二三四]季|20\d\d|q[1-4]|财报|中报|年报|业绩|价格|产品|更新)/;
const AT = new RegExp(`\\b(?:at|from|by|with) ${NAME}(?=$|[:,.]| (?:in|for|from|on|and)\\b)`);
/** "Transcript: Norrland Q3 results", "Price update: Copperline, spring edition": the kind of text it is, then whose. */
const KIND_AHEAD = new RegExp(
  `^(?:[Pp]ric(?:e|ing) (?:[Uu]pdates?|[Nn]otice|[Ll]ist|[Cc]hanges?)|[Pp]roduct [Uu]pdates?|[Cc]hange ?log|[Rr]elease [Nn]otes|[Tt]ranscript|[Ee]arnings [Cc]all|[Qq]&A|[Nn]ewsletter|[Ll]etter to (?:[Ss]hareholders|[Cc]ustomers)): ${NAME}(?=$|[,:(]| ?[—–|·]| (?:Q[1-4]|[1-4]Q|H[12]|FY ?\\d|20\\d\\d|Results|Earnings|[a-z]+))`,
);
/** Behind a name: what it reports on, and when. */
const REPORTS_ON =
  /^['’]?s?,? (?:(?:Q[1-4]|[1-4]Q|H[12]|FY ?\d+|20\d\d|first|second|third|fourth|half|full|quarter|year|interim|annual)[ -]?)*(?:earnings|results|conference call|report|shareholder letter|transcript)\b/i;
/** A period, no part of a name. */
const PERIOD = /(?: (?:Q[1-4]|[1-4]Q|H[12]|FY ?\d*|20\d\d|Results|Earnings|Quarter))+$/i;
/** What the names of houses end in, or have within them. */
const SHAPE =
  / (?:AI|Cloud|Labs?|Comput(?:e|ing)|Data|Digital|Networks?|Systems|Technolog(?:y|ies)|Telecom|Software|Semiconductors?|Energy|Power|Infrastructure|Group|Holdings|Robotics|Hosting|Grid|Datacent(?:er|re)s?)$|[a-z][A-Z]|\.(?:ai|io|com|dev|cloud)$/;
/** Adjectives and nouns that lead titles and no names of houses. */
const NO_NAME =
  /^(?:AI|Ask|Show|Tell|Big|Cheap|Cheaper|Open|Public|Private|Sovereign|Green|Dirty|Hybrid|Global|National|Local|New|Old|Next|Free|Edge|Smart|Fast|Faster|Slow|Dear|Dearer|Why|How|What|Who|When|Where|Notes?|Notice|News|Three|Five|Ten|Two|Four|Our|The|A|An|In|On|At|For|After|From|More|Most|Less|Cloud|Compute|Data|Power|Energy|Inside|Behind|Beyond|Daily|Weekly|Monthly|Report|Update|Exclusive|Breaking|Analysis|Opinion|Interview|Transcript|Results|Chips?|Models?|Agents?|Tokens?|Prices?|Rents?|Storage|Inference|Training|Serverless|Batch)$/;

/** What only the own page of a house is called. */
const OWN_PAGE =
  /^:? (?:[Pp]ricing|[Pp]rices?|[Pp]rice list|[Rr]ate card|[Cc]hangelog|(?:[Cc]apacity|[Ss]tatus|[Nn]etwork|[Ss]ervice|[Pp]roduct|[Mm]onthly|[Qq]uarterly|[Ii]nvestor) (?:update|report|notes?|letter))\b/;
/** The text speaks of the house as one that needs no name. */
const SPOKEN_OF =
  /\b(?:we|our|we've|we're|your (?:account|reservations?|invoices?|bills?|contracts?|orders?)|the (?:company|firm|group|start-?up|operator|provider|neocloud|hosting company|cloud|developer|lab|host|chipmaker))\b|公司|集团|我们|我司/;

/**
 * The house that a title leads with though nobody knows it, as the title writes it: told by the shape of its name over a text
 * that speaks of "the company" or "we", or by what it does or owns there. Null elsewhere.
 */
export function houseOfTitle(title: string, body: string, folded: string): string | null {
  for (const pattern of [KIND_AHEAD, LEADS, AT, IN_HAN]) {
    const name = pattern.exec(title)?.[1]?.replace(PERIOD, '');
    if (name === undefined) continue;
    if (pattern === IN_HAN && !BEHIND_IN_HAN.test(fold(title).slice(title.indexOf(name) + name.length))) continue;
    const words = name.split(' ');
    if (words.some((word) => NO_NAME.test(word)) && !SHAPE.test(name) && pattern !== KIND_AHEAD) continue;
    if (NO_NAME.test(words[0] ?? '') || isCommonWord(words[0] ?? '') || isPlaceName(name.toLowerCase())) continue;
    const behind = title.slice(title.indexOf(name) + name.length);
    const whose = pattern === IN_HAN || pattern === KIND_AHEAD || SHAPE.test(name) || REPORTS_ON.test(behind);
    if ((whose && SPOKEN_OF.test(folded)) || (words.length > 1 && OWN_PAGE.test(behind)) || actsIn(body, name))
      return name;
  }
  return null;
}
