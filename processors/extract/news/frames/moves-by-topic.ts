import type { Article } from '../analysis.ts';
import { clauseAt } from '../context.ts';
import { lastAsked } from '../last-asked.ts';
import type { Quantity } from '../quantity.ts';
import type { Reading } from '../reading.ts';
import { hasHan, matches } from '../text.ts';

/** Words of prices, as a text that is about them has again and again. */
const OF_PRICES =
  /\bpric(?:e[sd]?|ing|ier)\b|\brents?\b|\brentals?\b|\btariffs?\b|\bcheaper\b|\b(?:hourly|list|on-demand|spot) rates?\b|\b(?:an|per) (?:gpu-?)?hour\b|\bcharg(?:e[sd]?|ing)\b|\bcosts? (?:[\w%]+ ){0,5}?(?:more|less)\b|\/hr\b|\bper million\b|\bdearer\b|\bcheap\b|[$€£]\d[\d.,]* (?:an?|per) (?:month|gb|tb)\b|\d ?% (?:more|less) for\b|\b(?:list|full) rate\b/g;
const TITLE =
  /\bpric(?:e[sd]?|ing|ier)\b|\brents?\b|\brentals?\b|\btariffs?\b|\bcheap(?:er)?\b|\bdearer\b|\b(?:hourly|list|on-demand|spot) rates?\b/;
/** One such word in so many UTF-16 units. */
const DENSE = 500;

/** True where a text is about prices: its title says so, or its words do again and again. */
export const isAboutPrices = lastAsked((article: Article): boolean => {
  if (TITLE.test(article.titleText)) return true;
  const said = matches(OF_PRICES, article.folded).length;
  return (
    said > 0 && said >= Math.min(3, Math.max(1, article.folded.length / 400)) && said * DENSE >= article.folded.length
  );
});

const ADVERB =
  '(?:by|back|up|down|about|around|nearly|almost|roughly|some|another|a further|over|more than|at least|as much as|up to|between|only|just|an? average(?: of)?|\\w+ly)';
const MOVES_BEFORE = new RegExp(
  `\\b(?:r[io]se[sn]?|rising|climb(?:s|ed|ing)?|jump(?:s|ed|ing)?|surg(?:e[sd]?|ing)|soar(?:s|ed|ing)?|crept|creep(?:s|ing)?|gain(?:s|ed|ing)?|f[ae]ll(?:s|en|ing)?|dropp?(?:s|ed|ing)?|slid(?:es?|ing)?|collaps(?:e[sd]?|ing)|crash(?:es|ed|ing)?|crater(?:s|ed|ing)?|tumbl(?:e[sd]?|ing)|plung(?:e[sd]?|ing)|plummet(?:s|ed|ing)?|s[aiu]nk|declin(?:e[sd]?|ing)|eas(?:e[sd]|ing)|slipp?(?:s|ed|ing)?|rebound(?:s|ed|ing)?|recover(?:s|ed|ing)?|increas(?:e[sd]?|ing)|decreas(?:e[sd]?|ing)|(?:go(?:es|ne|ing)?|went|com(?:e|es|ing)|came|is|are|was|were|has been|have been|mov(?:e[sd]?|ing)) (?:up|down)|(?:t(?:ake[ns]?|aking|ook)|br(?:ings?|ought)|mov(?:e[sd]?|ing)|push(?:es|ed|ing)?|puts?|putting|marks?|marked|nudg(?:e[sd]?|ing)) (?:[\\w'-]+ ){1,5}(?:up|down)|(?:cuts?|cutting|slash(?:e[sd]|ing)?|lower(?:s|ed|ing)?|rais(?:e[sd]?|ing)|hik(?:e[sd]?|ing)|reduc(?:e[sd]?|ing)|trim(?:s|med|ming)?|bump(?:s|ed|ing)?) (?:[\\w'.-]+ ){1,5}?)(?: ${ADVERB})* [~≈]?$`,
);
const WARNS_OF = new RegExp(
  `\\b(?:warn(?:s|ed)?|announc\\w+|signal\\w*|flag(?:s|ged)?|promis\\w+|sp(?:eaks|oke)|talk(?:s|ed)?|brace|prepare)(?: of| for)? (?:price )?(?:rises|increases|hikes|cuts|reductions) of(?: ${ADVERB})* $`,
);
const MOVED_BEHIND = /^ (?:higher|lower|cheaper|dearer|pricier|more expensive)\b(?! (?:\w+ ){0,3}than\b)/;
const NOUN_BEHIND =
  /^ (?:price )?(?:drop|cut|reduction|decline|increase|hike|rise|jump|climb|gain|surge|dip|fall|slump|bump|collapse|decrease|rebound|markdown|slide)s?\b(?: (?:in|on|for|of|to|across|over|since|after|last|this|from)\b|[.,;:)!]|$)/;
/** "Block storage goes up 9 percent and snapshots 20 percent." */
const AND_ANOTHER = /^,? (?:and|while|with) (?:the )?(?:[a-z][\w.-]* ){1,3}(?:by )?$/;

const DOUBLED =
  /^(?:doubl|tripl|trebl|quadrupl|halv)ed\b(?! (?:to (?![$€£¥])|in (?:size|number|count)|the |its |their |our ))/;

/** What is sold, and what tells of its price. */
const WARES =
  /\b(?:instances?|servers?|machines|public cloud|storage|snapshots?|gpus?|cards?|chips?|rates|plans?|catalogue?|line-?up|portfolio|index|market|benchmark|input|output|api|models?|subscriptions?|tiers?|renewals?|clusters?|nodes?|volumes?|backups?|bandwidth|everything|compute|hopper|blackwell|ampere|contracts?|products?|services?|offerings?|theirs|drop|cut|hike|ips?|addresses)\b/;
/** What moves besides prices. */
const OTHER_THINGS =
  /\b(?:usage|use|(?<!on[- ])demand|supply|volumes? of|token volumes?|traffic|adoption|ship(?:s|ped|ments?)|orders?|sales|revenues?|users?|customers|developers|downloads|throughput|speed|latency|performance|accuracy|scores?|benchmarks?|efficien\w+|utili[sz]ation|shares?|stocks?|stake|capacity(?! blocks?)|inventory|(?<!comput(?:e|ing) )power|energy|electricity|memory|dram|hbm|headcount|backlog|bookings?|spend(?:ing)?|capex|invest\w*|valuation|margins?|profits?|income|earnings|workload|bill|context (?:window|length)|availability|uptime|size|faster|slower|hiring|jobs|productivity|growth|cost of capital|production|output tokens? (?:rose|fell|grew)|hours|value)\b/;

const SHARES = /\b(?:shares|stocks?|nasdaq|s&p)\b/;

/** True where the words around a figure of an English sentence tell of something else that moved than a price. */
export function isOfAnother(reading: Reading, q: Quantity): boolean {
  if (hasHan(reading.text)) return false;
  const [start, end] = clauseAt(reading, q.start);
  return OTHER_THINGS.test(around(reading.text, q, start, end));
}

/** The words from `start` to a figure and, up to `end`, the next ones behind it. */
const around = (text: string, q: Quantity, start: number, end: number): string =>
  `${text.slice(start, q.start).replace(TOLD_WHOM, '')}#${text.slice(q.end, Math.min(end, q.end + 40))}`;
/** "told customers that", "a notice to its users said": whom the news is told, and nothing that moves. */
const TOLD_WHOM =
  /\b(?:told|warned|informed|notified|asked|emailed|advised|(?:letter|notice|mail|e-?mail|note|memo) to) (?:(?:its|their|all|some|the|many|existing) )*(?:customers|users|developers|clients|resellers|subscribers)\b|\b(?:customers|users|clients) of [\w .-]{2,30}?(?= (?:learned|heard|were told|found|read|that)\b)/g;

/** True where a figure of an English text about prices tells how far what it sells moved: "Block storage goes up 9 percent". */
export function movedByTopic(article: Article, reading: Reading, q: Quantity): boolean {
  if ((q.unit !== 'percent' && q.unit !== 'times') || hasHan(reading.text) || !isAboutPrices(article)) return false;
  const { text, quantities, entities } = reading;
  if (restatesAbove(article, reading, q)) return false;
  const [inner, end] = clauseAt(reading, q.start);
  // "P5en, which carries H200s, is 25% lower": the predicate of what the sentence begins with.
  const start = /^ ?(?:is|are|was|were|has|have|had|will|each|all|now)\b/.test(text.slice(inner)) ? 0 : inner;
  if (OTHER_THINGS.test(around(text, q, start, end)) || SHARES.test(text)) return false;
  // "a climb in half a year"
  if (/(?:half|third|quarter)$/.test(text.slice(q.start, q.end)) && /^ (?:an?|the|of)\b/.test(text.slice(q.end)))
    return false;
  // "has warned of rises of 5% to 10% over the year"
  if (WARNS_OF.test(text.slice(start, q.start)) && entities.some((e) => e.kind === 'organisation' && e.end <= q.start))
    return true;
  const before = quantities[quantities.indexOf(q) - 1];
  const told =
    MOVES_BEFORE.test(text.slice(start, q.start)) ||
    MOVED_BEHIND.test(text.slice(q.end)) ||
    NOUN_BEHIND.test(text.slice(q.end)) ||
    // "Newer GPUs have doubled since spring"
    (q.unit === 'times' && DOUBLED.test(text.slice(q.start)) && WARES.test(text.slice(start, q.start))) ||
    (before?.unit === q.unit &&
      AND_ANOTHER.test(text.slice(before.end, q.start)) &&
      MOVES_BEFORE.test(text.slice(0, before.start)));
  if (!told) return false;
  const named = reading.entities.some(
    (e) => (e.kind === 'product' || e.kind === 'chip') && e.start >= start && e.end <= Math.min(end, q.end + 60),
  );
  return named || WARES.test(text.slice(start, Math.min(end, q.end + 40)));
}

/** "That is a 38% climb in six months": how far apart the two sums lie that the sentence before tells. */
function restatesAbove(article: Article, reading: Reading, q: Quantity): boolean {
  if (!/^(?:that|this|it|which)(?:'s| is| was| makes| works out| amounts| comes) /.test(reading.text)) return false;
  if (article.thread.above(reading.index) < 0) return false;
  const sums = article
    .reading(article.thread.above(reading.index))
    .quantities.filter((other) => other.unit === 'money')
    .map((other) => Number(other.min ?? other.max));
  const change = Number(q.min ?? q.max) / (q.unit === 'percent' ? 100 : 1);
  return sums.some((a) =>
    sums.some((b) => a !== b && (Math.abs(Math.abs(a / b - 1) - change) < 0.03 || a / b === change)),
  );
}
