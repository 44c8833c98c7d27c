import type { Article } from '../analysis.ts';
import { clauseAt } from '../context.ts';
import type { Draft } from '../draft.ts';
import { isActor } from '../entities.ts';
import { openingOfList } from '../list-opening.ts';
import type { Quantity } from '../quantity.ts';
import type { Reading } from '../reading.ts';
import type { Subject } from '../source-subject.ts';
import { type Found, titlePeriod } from './sums.ts';

// What a sum is where no word for a metric says so.

/** "Google Cloud grew 63 percent to $20 billion": what a business grows to is its revenue. */
export function grewTo(article: Article, reading: Reading, q: Quantity): Found | null {
  const percent = reading.quantities.filter((other) => other.unit === 'percent' && other.end <= q.start).at(-1);
  if (
    !percent ||
    !/^(?: year[- ](?:on|over)[- ]year| (?:from|on|compared (?:with|to)) (?:a|the) year (?:ago|earlier|before))?,? (?:to|to reach|to hit|at) (?:about |some |nearly |over )?$/.test(
      reading.text.slice(percent.end, q.start),
    )
  )
    return null;
  const [start] = clauseAt(reading, percent.start);
  const from = Math.max(0, Math.min(start, percent.start - 40));
  const verb =
    /\b(?:grew|rose|jumped|climbed|surged|added|up|gained|expanded|increased|fell|dropped|declined|soared|slipped|slid|shrank|sank|eased|edged)\b/.exec(
      reading.text.slice(from, percent.start),
    );
  const actor = reading.entities.some(
    (e) => e.kind === 'organisation' && e.end <= percent.start && percent.start - e.end < 60,
  );
  const taken =
    /^(?:it|that business|the (?:unit|segment|business|division)) /.test(reading.text) ||
    (verb !== null && SEGMENT.test(reading.text.slice(0, from + verb.index)) && isOfResults(article, reading));
  if (!verb || !(actor || taken)) return null;
  // "Capital expenditure at Kingsoft Cloud fell by 18%, to": of what the clause names.
  const metric = reading.cues.some(
    ({ kind, start: at, end }) =>
      at >= start && end <= percent.start && (kind === 'capex' || kind === 'net_income' || kind === 'operating_profit'),
  );
  if (metric) return null;
  return { cue: { kind: 'revenue', start: from + verb.index, end: from + verb.index + verb[0].length }, cost: 41 };
}

/** What a house calls a part of its business. */
const SEGMENT =
  /^(?:and |while |but )?(?:the |its )?(?:[\w&'’/-]+ ){0,3}?(?:cloud|software|hardware|services|consulting|infrastructure|storage|servers?|networking|security|advertising|ads|search|subscriptions?|devices|gaming|data cent(?:er|re)s?|compute|licen[cs]es|maintenance|platforms?|products|segment|unit|division|systems|mainframes?|semiconductors?|memory|chips|commerce|stores)(?: (?:was|were|is|are))? $/;
/** The sentences above tell of a house's quarter or what it took in. */
const isOfResults = (article: Article, reading: Reading): boolean =>
  [reading.index - 1, reading.index - 2].some(
    (i) => i >= 0 && article.sentences[i] && RESULTS.test(article.reading(i).text),
  ) || RESULTS.test(article.titleText);
const RESULTS =
  /\b(?:revenues?|sales|results|earnings|turnover|(?:first|second|third|fourth|its|the|this|last|ai|fiscal) (?:\w+ )?quarter|half[- ]year|q[1-4])\b/;

const THE_COMPANY =
  /^(?:[^:.;]{3,60}: )?(?:it|the (?:[\w-]+ )?(?:company|group|firm|start-?up|cloud|unit|business|division|arm|segment)) /;

/** "CoreWeave now takes more than a billion dollars a quarter": what a house makes of its business. */
export function earnsByPeriod(reading: Reading, q: Quantity): Found | null {
  const called = calledByItsSum(reading, q);
  if (called) return called;
  const { text, entities } = reading;
  if (
    !/^ (?:(?:a|an|per|each|every) (?:year|quarter|month)\b(?! (?:ago|earlier|before))|in (?:the |its )?(?:first|second|third|fourth|last|final|latest) (?:fiscal )?(?:quarter|half|three months))/.test(
      text.slice(q.end),
    )
  )
    return null;
  const verb =
    /\b(?:(?:takes|took|makes|earns|earned|grosses|grossed|pulls|turns|rakes)(?: (?:in|over))?|(?:business|unit|division|arm|it|service|segment) (?:now |already |is )*(?:runs|running) at|(?:business|services|unit|division|arm|service|segment|franchise|products) (?:(?:has|have|now|already|just) )*(?:passed|topped|crossed|exceeded|surpassed|reached|hit|passes|tops|exceeds)) (?:about |around |nearly |over |more than |some |roughly |just |only |close to )*$/.exec(
      text.slice(0, q.start),
    );
  return verb && (entities.some((e) => isActor(e) && e.end <= verb.index) || THE_COMPANY.test(text))
    ? { cue: { kind: 'revenue', start: verb.index, end: verb.index + 5 }, cost: 20 }
    : null;
}

/** "our first-ever $100 billion quarter": what a house took in, by which it calls a quarter or a year. */
function calledByItsSum({ text, entities }: Reading, q: Quantity): Found | null {
  const said = q.large ? SUM_OF_PERIOD.exec(text.slice(q.end)) : null;
  return said && A_PERIOD.test(text.slice(0, q.start)) && (entities.some(isActor) || SPEAKS_OF.test(text))
    ? { cue: { kind: 'revenue', start: q.end, end: q.end + said[0].length }, cost: 20 }
    : null;
}
const SUM_OF_PERIOD =
  /^\+?(?:[- ]plus)?(?:[- ]dollar)?(?:[- ]plus)?[- ](?:revenue )?(?:quarter|year)\b(?![- ](?:on|over|ago|earlier|before|to|end|plan|deal|contract|lease|agreement|commitment))/;
const A_PERIOD =
  /\b(?:an?|the|its|our|their|first|first-ever|second|third|fourth|ever|another|record|straight|consecutive)(?: (?:first|ever|over|more than|roughly|nearly|almost))* $/;
const SPEAKS_OF = /(?:^|[ ,;])(?:we|we've|our|it|its|the (?:company|group|firm|business)) /;

/** "she arrives at $3 billion a year for Azure's model business": what somebody reckons a part of a house takes in, and whose. */
export function reckonedAt(
  { text, original, entities }: Reading,
  q: Quantity,
): { found: Found; owner: Subject } | null {
  if (!q.large || !REACHED.test(text.slice(0, q.start))) return null;
  const said = FOR_BUSINESS.exec(text.slice(q.end));
  const to = q.end + (said?.[0].length ?? 0);
  const house = entities.find((e) => isActor(e) && e.start >= q.end && e.end <= to);
  if (!said || !house) return null;
  return {
    found: { cue: { kind: 'revenue', start: q.end, end: to }, cost: 20 },
    owner: { slugs: [house.slug], names: [original.slice(house.start, to)], how: 'clause' },
  };
}
const REACHED =
  /\b(?:arriv(?:es?|ed|ing) at|g[eo]ts? to|com(?:es?|ing) (?:out|up|in) (?:at|with)|came (?:out|up) (?:at|with)|lands? (?:at|on)|landed (?:at|on)|puts? (?:it|that|the (?:figure|total|number)) at|reckons(?: with| on)?|calculates|estimates|works out at|ends? up (?:at|with)) (?:about |around |roughly |some |between |from |over |nearly )*$/;
const FOR_BUSINESS =
  /^ (?:(?:a|per) (?:year|quarter|month) |annually |in 20\d\d )?(?:for|from|at|in) (?:the )?(?:[\w.&'’-]+ ){1,5}?(?:business|unit|arm|division|sales|revenues?|operation|platform|service|franchise)\b/;

/** "Azure is now a $75 billion business": so much a year, of the house named before. */
export function businessWorth({ text, entities }: Reading, q: Quantity): Found | null {
  const lead = text.slice(0, q.start);
  if (!/^(?:-a-year)?[ -](?:a[ -]year |annual )?(?:business|operation|franchise)\b/.test(text.slice(q.end)))
    return null;
  if (!entities.some((e) => isActor(e) && e.end <= q.start && q.start - e.end < 60)) return null;
  return /\b(?:is|was|became|become|into|as|built|runs) (?:now |already |today )?(?:an? )?(?:about |roughly |more than )?$/.test(
    lead,
  )
    ? { cue: { kind: 'revenue', start: q.start, end: q.start }, cost: 41 }
    : null;
}

/** "ended March $40 million in the red": what is left at the end. */
export function inTheRed({ text, entities }: Reading, q: Quantity): Found | null {
  const said = /^,? (?:in|into) the (?:red|black)\b/.exec(text.slice(q.end));
  if (!said || !(entities.some(isActor) || /\b(?:company|group|firm|start-?up|business|operator)\b/.test(text)))
    return null;
  return { cue: { kind: 'net_income', start: q.end, end: q.end + said[0].length }, cost: 2 };
}

/** "- $33.0B, +20% y/y" under "AWS": what an item of a house's list begins with, and how it grew, is what the house took in. */
export function topLine(article: Article, reading: Reading, q: Quantity): Found | null {
  const { text } = reading;
  if (!q.large) return null;
  // "AWS: $39.9B (+31%), op income $14.1B": ahead of figures that are named.
  if (
    LED_BY_HOUSE.test(text.slice(0, q.start)) &&
    MOVED_BY.test(text.slice(q.end, q.end + 12)) &&
    OTHERS_NAMED.test(text.slice(q.end)) &&
    reading.entities.some((e) => isActor(e) && e.end <= q.start)
  )
    return { cue: { kind: 'revenue', start: q.start, end: q.start }, cost: 20 };
  if (!TOP.test(text.slice(0, q.start)) || !GREW.test(text.slice(q.end))) return null;
  const above = openingOfList(article, reading);
  const named = above && above.text.length < 40 && above.entities.some(isActor);
  return named ? { cue: { kind: 'revenue', start: q.start, end: q.start }, cost: 20 } : null;
}
const LED_BY_HOUSE = /^[ *_•·-]*[a-z][\w&. ]{1,24}[*_]*: ?[*_]*(?:about |~)?$/;
const OTHERS_NAMED =
  /^[^.;|]*[,;] (?:an? |its |with )?(?:op(?:erating|s?\.?) |gross |net |free |adj(?:usted|\.)? )?(?:income|profit|margin|ebitd?a|backlog|rpo|cash flow|fcf|capex|loss)\b/;
const TOP = /^[ *_-]*(?:about |~)?$/;
const GREW =
  /^,? ?\(?(?:[+−–-]|up |down )[\d.]+ ?%,? ?(?:y\/y|yoy|y-o-y|year[- ](?:over|on)[- ]year|on the year|from a year)\b/;

/** "- Embedded: $0.9B (+23%)" below what a house took in: what a line of the list calls is a part of it. */
export function partInList(article: Article, reading: Reading, q: Quantity, previous: Draft | null): Found | null {
  const { text, block, cues } = reading;
  const alone = ENDS.test(text.slice(q.end)) && LINE_OF_BUSINESS.test(text.slice(0, q.start));
  if (!MOVED_BY.test(text.slice(q.end, q.end + 12)) && !alone) return null;
  if (!alone && houseGrew(article, reading, q))
    return { cue: { kind: 'revenue', start: q.start, end: q.start }, cost: 41 };
  const below = previous?.metric === 'revenue' && previous.unit === q.currency;
  if (article.blocks[block]?.kind !== 'bullet' || !(below || reportsOnHouse(article))) return null;
  if (!PART_LABEL.test(text.slice(0, q.start))) return null;
  if (cues.some((cue) => cue.end <= q.start && cue.kind !== 'price' && cue.kind !== 'deploy')) return null;
  return { cue: { kind: 'revenue', start: q.start, end: q.start }, cost: 41 };
}
const PART_LABEL = /^[*_\s•·-]*[a-z][\w&/ +'’-]{2,40}(?: \([^()]{2,8}\))?[*_]*: ?[*_]*$/;

const ENDS = /^[*_]*[ .]*$/;
/** "- Networking: $14.8B": what a house sells. */
const LINE_OF_BUSINESS =
  /^[*_\s•·-]*(?:[\w&'’/-]+ ){0,2}?(?:cloud|software|hardware|services|consulting|infrastructure|storage|servers?|networking|security|advertising|ads|search|subscriptions?|devices|gaming|data ?cent(?:er|re)s?|compute|automotive|visuali[sz]ation|semiconductors?|memory|commerce|stores)[*_]*: ?[*_]*$/;

/** The title names a house, and the period that the text reports on, or its report. */
const reportsOnHouse = (article: Article): boolean =>
  article.titleEntities.some(isActor) && (titlePeriod(article) !== null || REPORT.test(article.titleText));
const REPORT = /\b(?:earnings|results|quarter|call|print|scorecard|numbers)\b/;

/** "Q2: AWS $39.2B (+29%)": a house, a sum and how it grew, in a line about a quarter. */
function houseGrew(article: Article, { text, entities, cues }: Reading, q: Quantity): boolean {
  if (!q.large || !(OF_A_QUARTER.test(text) || reportsOnHouse(article))) return false;
  const house = entities.findLast((e) => isActor(e) && e.end <= q.start);
  return (
    house !== undefined &&
    BESIDE.test(text.slice(house.end, q.start)) &&
    !cues.some(
      (cue) => cue.end <= q.start && cue.end >= house.start - 24 && cue.kind !== 'price' && cue.kind !== 'deploy',
    )
  );
}
const BESIDE = /^[*_]*:? (?:at |with |about |~)*[*_]*$/;
const OF_A_QUARTER = /\b(?:q[1-4]|[1-4]q(?:\d\d)?|h[12]|fy ?\d\d|quarter|half-year)\b/;
const MOVED_BY = /^[*_]*,? ?\(?(?:[+−–-]|up |down )[\d.]+ ?%/;

/** "compute by the hour is a $9 billion market": a market that is called by its size. */
export function marketBehind({ text, entities }: Reading, q: Quantity): Found | null {
  const said =
    /^(?:-a-(?:year|quarter))?[ -](?:a[ -](?:year|quarter) |annual |global )?(?:[\w-]+ ){0,3}?market\b(?! (?:cap|val|share|leader|debut))/.exec(
      text.slice(q.end),
    );
  if (!said) return spentByAll(text, q);
  return CALLED.test(text.slice(0, q.start)) &&
    !entities.some((e) => isActor(e) && OWNS.test(text.slice(e.end, q.start)))
    ? { cue: { kind: 'market', start: q.end, end: q.end + said[0].length }, cost: 41 }
    : null;
}
/** "predicts $3-4T in AI infra spending by 2030": more than any house spends, foreseen of all. */
function spentByAll(text: string, q: Quantity): Found | null {
  if (Number(q.min ?? q.max) < ALL_OF_THEM || !FORESEES.test(text.slice(0, q.start))) return null;
  const said = IN_SPENDING.exec(text.slice(q.end));
  return said ? { cue: { kind: 'market', start: q.end, end: q.end + said[0].length }, cost: 41 } : null;
}
const ALL_OF_THEM = 500_000_000_000;
const FORESEES =
  /\b(?:predict|forecast|foresee|see|expect|project|estimate|envision|anticipate)(?:s|ed|ing)? (?:about |around |roughly |some |up to |as much as |between |more than |over )*$/;
const IN_SPENDING =
  /^ (?:in|of) (?:[a-z]+ )?(?:ai|cloud|data[- ]cent(?:er|re)|gpu|compute|accelerated computing)(?: [\w-]+){0,2}? (?:spending|outlays|expenditures?|investments?|capex|build-?outs?)\b/;
const CALLED = /\b(?:an?|this|that|already|now) (?:about |roughly |nearly |almost |estimated |more than )?$/;
const OWNS = /^['’]s (?:[\w-]+ ){0,3}$/;

/** "For the second quarter management sees $2.5 billion", "guides to $700 million for the third quarter": what a house looks for in a period, where no word says of what, it is to take in. */
export function guidesTo({ text, entities }: Reading, q: Quantity): Found | null {
  if (!q.large) return null;
  if (GUIDE_LABEL.test(text.slice(0, q.start)))
    return { cue: { kind: 'revenue', start: q.start, end: q.start }, cost: 41 };
  const said = GUIDES.exec(text.slice(0, q.start));
  if (!said || !(PERIOD.test(text.slice(0, said.index)) || PERIOD_BEHIND.test(text.slice(q.end)))) return null;
  const who = said[0].startsWith('guid') ? text.slice(0, said.index) : said[0];
  return SPEAKS.test(who) || entities.some((e) => isActor(e) && e.end <= q.start && q.start - e.end < 60)
    ? { cue: { kind: 'revenue', start: q.start, end: q.start }, cost: 41 }
    : null;
}
/** "Q2 guide: $91B ± 2%" */
const GUIDE_LABEL =
  /^[*_\s•·-]*(?:q[1-4]|h[12]|fy ?\d{2,4}|20\d\d|next quarter|full[- ]year)(?: \w+)? (?:guide|guidance|outlook)[*_]*: ?[*_]*(?:about |~|≈)?$/;
const GUIDES =
  /\b(?:(?:it|management|the (?:[\w-]+ )?(?:company|group|firm|cloud|house|board)|executives|bosses|the finance chief|the cfo|[a-z][\w&.-]+) (?:now |still |itself )*(?:sees|expects|forecasts?|guid(?:es|ed) (?:to|for)|is guiding (?:to|for)|looks for|is looking for|projects|points to|promises|counts on|reckons with)|guid(?:es|ed|ing) (?:to|for)) (?:sales of |revenue of |about |around |roughly |between |some |only |just |a range of )*$/;
const SPEAKS = /\b(?:it|management|company|group|firm|cloud|house|board|executives|bosses|chief|cfo)\b/;
const QUARTER =
  '(?:(?:the |its |this |next )?(?:(?:current|coming|running|next|first|second|third|fourth|final|june|september|december|march|fiscal|\\w+ fiscal) )*quarter|the (?:three months|half|second half|full year|year|whole of 20\\d\\d)|(?:fiscal |all of )?20\\d\\d|q[1-4])';
const PERIOD = new RegExp(`\\b(?:for|in) ${QUARTER}\\b[^;:$€£¥]{0,24}$`);
const PERIOD_BEHIND = new RegExp(`^ (?:for|in) ${QUARTER}\\b`);

/** "The cloud business is to grow to $34 billion": what a part of a house is to grow to is what it takes in. */
export function isToGrow({ text }: Reading, q: Quantity): Found | null {
  return q.large && TO_GROW.test(text.slice(Math.max(0, q.start - 110), q.start))
    ? { cue: { kind: 'revenue', start: q.start, end: q.start }, cost: 41 }
    : null;
}
const TO_GROW =
  /\b(?:business|unit|segment|division|arm|cloud|operation) (?:(?:is|was) (?:(?:expected|set|forecast|projected|due|planned|meant) )?to|should|will|would|could|may|might) (?:(?:grow|rise|climb|swell|jump|double|triple|expand|increase)(?: [\w%-]+){0,4} to|reach|hit|pass|top) (?:about |around |roughly |nearly |over |more than |some )*$/;

/** "Google went first, with $15 billion for a hub", "Amazon answered with $35 billion by 2030": what a house comes with, where no word calls it an investment. */
export function cameWith({ text, entities }: Reading, q: Quantity): Found | null {
  if (!q.large || !FOR_YEARS.test(text.slice(q.end))) return null;
  const said = CAME.exec(text.slice(0, q.start));
  return said && entities.some((e) => isActor(e) && e.end <= said.index && said.index - e.end < 30)
    ? { cue: { kind: 'investment', start: q.start, end: q.start }, cost: 41 }
    : null;
}
export const CAME =
  /\b(?:went|goes|came|comes|followed|follows|answered|answers|replied|responded|matched|countered|joined|weighed|stepped|entered|arrived|opened|led|leads|began|started|topped|trumped)(?: (?:first|second|next|last|then|in|up|it|that|them|him|suit|later|back|again|out|to [\w-]+|in [\w-]+ \d{4}|in [a-z]+|on [a-z]+day))*,? with (?:about |another |a further |up to |more than |over |some |nearly |as much as |at least )*$/;
const FOR_YEARS =
  /^ (?:for (?:an?|the|its|new|ai|cloud|data|two|three|four|five|several)|over (?:the |an? )?(?:next |coming )?(?:\w+ )?years|in (?:ai|cloud|data|new)|by 20\d\d|through 20\d\d|until 20\d\d|between|from 20\d\d|to build|towards?|to be (?:spent|invested))\b/;
