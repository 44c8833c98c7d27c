import type { Reading } from '../reading.ts';
import { hasHan, matches } from '../text.ts';
import { kindOfPrices } from './own-prices.ts';

/** Words before a noun phrase that are no part of it: conjunctions, adverbs of the whole sentence, determiners. */
const LEAD =
  /^(?:(?:and|but|vs\.?|versus|while|whereas|with|plus|meanwhile|also|now|then|today|however|still|instead|overall|separately|additionally|currently|so|as for|both|each|all|the|an?|its|their|our|his|her|this|these|those|that|another|some)(?![\w'-]),? |['"(*_|>~ -]+)+/;
/** A verb that the phrase is the object of: "and cut AI Pro to $19.99", "raised the price of audio". */
const VERB_LEAD =
  /^(?:will |would |has |have |had )?(?:(?:rais|hik|reduc|slash|pric|charg|increas|decreas|introduc|doubl|halv|tripl|announc)(?:e[sd]?|ing)|(?:cut|set|put)(?:s|ting)?|(?:lower|offer|list|lift|bump|trim|drop|launch|add|rent|mark|pushe?|brought|bring|took|tak|hold|kept|keep)(?:s|es|ed|ing|ped|ping|med|ming)?|sells?|selling|sold|keeping|making|made|bringing|taking|holding) (?:down |up )?(?!to\b|by\b|at\b|of\b|for\b|on\b)/;
const PRICE_OF =
  /^(?:(?:list|base|standard|average|on-demand|hourly|monthly|api|token|usage) )*(?:prices?|pricing|costs?|rates?|fees?|charges?|rents?|tariffs?) (?:of|for|on|to (?:use|rent|run)) (?:the |its |their |an? |all |using |running |renting )*/;
/** What ends it: prepositions, auxiliaries, adverbs, and the verbs of this trade; any word in -ed or -s that takes an object. */
const STOP =
  / (?:(?:is|are|was|were|be|been|being|am|will|would|has|have|had|can|could|may|might|must|should|shall|do|does|did|to|from|by|in|into|on|onto|with|without|than|as|at|for|per|via|through|during|after|before|until|since|over|under|about|around|across|within|against|that|which|who|where|when|while|if|because|and (?:will|has|is|was|had|would|[a-z]+ing (?:its|the|their))|instead|meanwhile|almost|nearly|roughly|approximately|only|just|also|already|reportedly|recently|currently|now|still|then|further|again|together|alone|each|both|more|less|up|down|out|off|back|costs?|costing|charges?|goes|go|went|dropped|drops|dropping|falling|rising|climbing|jumping|falls?|fell|rises?|rose|starts?|comes?|came|runs?|sells?|rents?|lists?|gets?|got|moves?|moved|stays?|stayed|remains?|lands?|increased|decreases?|climbs?|climbed|jumps?|jumped|reached|reaches|hits?|grew|grows|surpassed|exceed(?:s|ed)|total(?:s|led|ed)?|brought|brings|contributed|added|adds|made|makes|generated|generates|stood|stands|accounted|accounts|slid|priced|asks?|asked|becomes?|became|gets? (?:cheaper|dearer)|expects?|plans|says?|said|told|posted|reported|recorded|turned|announced|advertised|boasted|boasts|touted|intends?|lost|earned|spent|spends|invested|invests|holds|held|owns|operates|uses|used|process(?:es|ed)|handled|handles|consumed?|consumes|took|takes|puts?|draws|drew|shipped|ships|delivered|delivers|signed|signs|raised|raises|cut|cuts|lifted|lifts|lowered|lowers|doubled|doubles|tripled|halved|booked|narrowed|widened|swung|ended|closed|finished|topped|tops|passed|passes|called|sees|saw|wants?|aims|aimed|sets?|secured|bought|buys|acquired|ordered|inked|offers?|offered|lets|gives|gave|won|pays?|paid|(?:drop|fall|rise|climb|jump|halve)(?<=(?:prices|rates|fees|costs|charges) \w+)|committed|pledged|promised|energi[sz](?:es|ed)|estimates|forecasts|projects|predicts|guided|guides|soared|surged|sank|slipped|expanded|represented|received|bills|billed|averages?|averaged)\b|(?:[a-z]{2,}ed|undertook|undertakes|chose|chooses|foresaw|knew|learnt|knocks|stuck) (?=(?:to|that|of|up|down|off|in|on|by|with|from|for|the)\b)|(?:[a-z]+ed|[a-z]{2,}[^s\W]s) (?=(?:its|the|an?|about|nearly|roughly|almost|some)\b|[~≈]?(?:us)?[$€£¥]))|[,:;(]| (?:us|hk)?[$€£¥]|[$€£¥]| [<>~=≈→|-] | \d+(?:\.\d+)?%/;
/** What is no thing: pronouns, bare modifiers, words for prices and times. */
const NO_THING =
  /^(?:free|it|they|them|we|us|you|he|him|she|i|this|these|those|there|what|who|which|whose|that|one|others?|much|most|none|half|up|down|at|after|before|from|to|by|as|about|over|under|than|or|so|not|just|only|in|on|for|of|during|since|until|per|if|when|because|less|more|next|last|standard|batch|flex|priority|on-demand|reserved|spot|input|output|cached|cache|prompt|completion|blended|inputs?|outputs?|prices?|pricing|costs?|rates?|fees?|tokens?|including|according|compared|starting|(?:[a-z]+day)|(?:january|february|march|april|may|june|july|august|september|october|november|december)|\d[\d.,]*%?)(?: (?:tokens?|prices?|pricing|costs?|rates?|input|output|processing|tier|mode|hour|month|year|quarter|week))*$/;
/** The rest of a predicate: a preposition, a participle ("knocking", "rising later"), a bare verb. */
const NO_START =
  /^(?:up|down|at|after|before|from|to|by|as|about|over|under|than|or|so|not|just|only|on|for|of|during|since|until|per|if|when|because|less|more|next|last|along|including|according|compared|starting|previously|formerly|originally|currently|against|versus|due|thanks|such|again|back|would|will|has|have|is|are|was|were|cut|surpass|exceed|reach|hit|top|rise|fall|grow|climb|pass|cost|run|start|go|come|popular|known|put|take|bring|make|get|set|let|see|spend|invest|pay)(?![\w'-])|^(?:[a-z]+ed|(?!pricing|computing|training|networking|gaming|hosting|advertising|licensing|engineering|streaming|coding|embedding|reasoning|caching|fine-tuning|operating|existing|remaining)[a-z]{2,}ing)(?: (?:later|again|now|just|only|about|it|them|up|down|nearly|roughly|almost|further|back)\b.*)?$/;
const SPEECH =
  /^.*\b(?:(?:says?|said|noted|notes|confirmed|confirms|claims?|wrote|writes|stated|explained|told \w+)(?: on [a-z]+day)?(?: that)? (?=\S)|(?:announced|announces|disclosed|reported|reports|told \w+|[a-z]+ed|[a-z]+s|show|expect) that (?=(?:the|its|their|an?|it|they|from|on|in|starting|effective|beginning|as of)\b))/;
/** "AWS trimmed the rate of p5": who acts, where what is acted on follows. */
export const actsOn = (text: string, from: number, to: number): boolean => {
  const lead = ACTS.exec(text.slice(from, to));
  return lead !== null && VERB_LEAD.test(text.slice(from + lead[0].length + 1, to));
};
const ACTS =
  /^(?: (?:has|have|had|will|would|is|are|also|now|then|just|today|recently|again|quietly|further|to))*(?= )/;
const PRONOUN = /^(?:it|they|we|you|he|she|i)(?:'[a-z]+)?(?: |$)/;

const PRICE_ALONE =
  /^(?:(?:new|list|base|standard|average|hourly|monthly|going|current|old|overall) )?(?:prices?|pricing|rates?|fees?|costs?|tariffs?)$/;

interface Phrase {
  readonly start: number;
  readonly end: number;
  /** False where nothing ended it: the clause is the phrase, as in an apposition. */
  readonly predicate: boolean;
}

function phraseAt(reading: Reading, from: number, to: number): Phrase | 'pronoun' | null {
  const { text } = reading;
  let start = from;
  const skip = (pattern: RegExp): boolean => {
    const match = pattern.exec(text.slice(start, to));
    if (!match || match[0] === '') return false;
    start += match[0].length;
    return true;
  };
  skip(/^\s+/);
  skip(SPEECH);
  // "from April 18, 2026 fees for", "2026 revenue": a date that leads.
  const leading = reading.dates.find((d) => d.start <= start && d.end > start && d.end < to);
  if (leading) {
    start = leading.end;
    skip(/^[\s,]+/);
  }
  // "In the third quarter of 2024 Alibaba Cloud ..."
  const dated =
    /^(?:in|on|during|for|by|since|as of|from|starting|effective|beginning)(?: on| in| from)?(?: the)?(?: (?:late|early|mid))? /.exec(
      text.slice(start, to),
    );
  if (dated) {
    const date = reading.dates.find((d) => d.start >= start && d.start <= start + dated[0].length && d.end < to);
    if (!date && !/^(?:on|from) (?:the same|that) (?:day|date)\b/.test(text.slice(start, to))) return null;
    start = date?.end ?? start;
    skip(/^[\s,]+/);
  }
  skip(/^(?:on|from) (?:the same|that) (?:day|date),? /);
  const pronoun = PRONOUN.exec(text.slice(start, to))?.[0] ?? '';
  if (pronoun !== '') {
    // "We've reduced the price of audio input": what is acted on follows.
    const verb = VERB_LEAD.exec(text.slice(start + pronoun.length, to));
    if (!verb) return 'pronoun';
    start += pronoun.length + verb[0].length;
  }
  skip(LEAD);
  const actor = reading.entities.find((e) => (e.kind === 'organisation' || e.kind === 'product') && e.start === start);
  if (actor) {
    const lead = ACTS.exec(text.slice(actor.end, to));
    const verb = lead && VERB_LEAD.exec(text.slice(actor.end + lead[0].length + 1, to));
    if (lead && verb) start = actor.end + lead[0].length + 1 + verb[0].length;
  } else skip(VERB_LEAD);
  skip(LEAD);
  skip(PRICE_OF);
  const body = text.slice(start, to);
  if (` ${body}`.search(STOP) === 0) return null;
  const stop = body.search(STOP);
  const phrase = (stop < 0 ? body : body.slice(0, stop)).replace(
    /(?:'s)?(?: (?:list |rental |api )?(?:prices?|pricing|costs?|rates?|fees?))?(?: of)?[\s"'*_,(:.-]*$/,
    '',
  );
  // "The rate climbed to": of what was spoken of before.
  if (stop >= 0 && PRICE_ALONE.test(body.slice(0, stop))) return 'pronoun';
  if (/^[^(]*[)]/.test(phrase)) return null;
  if (
    phrase.length < 2 ||
    phrase.length > 60 ||
    NO_THING.test(phrase) ||
    NO_START.test(phrase) ||
    !/[a-z]/.test(phrase)
  )
    return null;
  if (reading.dates.some((d) => d.start <= start && d.end >= start + phrase.length)) return null;
  return { start, end: start + phrase.length, predicate: stop >= 0 };
}

/** "halves | the price of Medium 3": what the verb at the end of a position acts on. */
export function objectBehind(reading: Reading, at: number): string | null {
  const lead =
    /^ (?:off |on |onto |to |from )?(?:the |its |their |that |what it asks )?(?=(?:[a-z-]+ )?(?:prices?|pricing|costs?|rates?|fees?) (?:of|for|on) )/.exec(
      reading.text.slice(at),
    );
  // "a 30% coding plan price hike"
  const hiked =
    /^ ((?:(?!(?:list|api)\b)[a-z][\w-]* ){1,3}?)(?:price|pricing|rate|fee) (?:hike|increase|cut|reduction|rise|discount)\b/.exec(
      reading.text.slice(at),
    );
  if (hiked?.[1]) return reading.original.slice(at + 1, at + 1 + hiked[1].trimEnd().length);
  // "took 67% off Qwen-Max"
  const off = /^ off (?:the |its |their )?/.exec(reading.text.slice(at));
  const ware =
    off && reading.entities.find((e) => (e.kind === 'product' || e.kind === 'chip') && e.start === at + off[0].length);
  if (ware) return reading.original.slice(ware.start, ware.end);
  if (!lead) return null;
  const phrase = phraseAt(reading, at + lead[0].length, reading.text.length);
  return phrase === null || phrase === 'pronoun' ? null : reading.original.slice(phrase.start, phrase.end);
}

const PRICE_WORD = '(?:prices?|pricing|fees?|rates?|charges?|surcharges?|free)';
const MOVED = new RegExp(
  `^(?:[a-z]+|no longer charg\\w+ for) (?:the |its |their |our |his |all |both )*((?:[\\w'.-]+ ){1,6}?)${PRICE_WORD}\\b`,
);
const PRICE_FOR = new RegExp(`^${PRICE_WORD} (?:of|for|on) (?:the |its |their |all )*((?:[\\w'.-]+ ){1,3})`);
const ONLY_PRICES =
  /^(?:(?:list|base|standard|average|existing|current|new|some|several|most|other|public|published|price) ?)+$/;

/**
 * What a change told without a figure is of, where `[at, end)` are the words that tell it: "dropped the surcharge | on fine-tuned
 * endpoints", "adjusted their AI compute pricing upward", "all services | will cost more from May". Null in Chinese, or where it is
 * the house's prices at large.
 */
export function movedNoun(reading: Reading, at: number, end: number): string | null {
  const { text, original } = reading;
  if (hasHan(text)) return null;
  const said = text.slice(at, end);
  // "AlloyDB backups are | no longer free"
  if (said.startsWith('no longer')) return nounPhrase(reading, at);
  // "new orders | pay higher rates", "from July 1 renewals | cost more": who or what it is that pays.
  const pays = /(?:^|.* )(?=(?:cost|pay)s? )/.exec(said);
  if (pays) return nounPhrase(reading, at + pays[0].length);
  // "a surcharge | on fine-tuned endpoints", "will cost more | to order a Hetzner server"
  const behind = said.endsWith('free')
    ? null
    : /^ (?:(?:on|for|of)|to (?:order|rent|buy|use|host|keep|store|run)) (?=\S)/.exec(text.slice(end));
  const phrase = behind ? phraseAt(reading, end + behind[0].length, text.length) : null;
  if (phrase !== null && phrase !== 'pronoun') return original.slice(phrase.start, phrase.end);
  const inside = PRICE_FOR.exec(said) ?? MOVED.exec(said);
  const thing = inside?.[1]?.trimEnd() ?? '';
  if (inside && thing !== '') {
    if (ONLY_PRICES.test(thing) || /^(?:no|the|its|their|a|an|our|own)$/.test(thing)) return null;
    const from = at + inside[0].lastIndexOf(thing);
    return original.slice(from, from + thing.length);
  }
  // "when monthly prices went up"
  const kind = kindOfPrices(text, at);
  if (kind !== undefined) return kind === null ? null : original.slice(kind, at + said.search(/(?![a-z])/));
  return /^(?:fees?|prices?|pricing|rates|costs?|more|is|are|will|becomes?|get(?:s|ting)?|goe?s?)\b/.test(said)
    ? nounPhrase(reading, at)
    : null;
}

const INSTANCE = /(?<![\w.])[a-z]{1,3}\d[a-z\d]*(?:-[a-z\d]+)?\.(?:\d+x?large|x?large|metal(?:-\w+)?|medium|small)\b/g;

/** The last instance type a stretch of a sentence names: p5.48xlarge. */
export function instanceName(reading: Reading, from: number, to: number): string | null {
  const match = matches(INSTANCE, reading.text.slice(from, to)).at(-1);
  return match ? reading.original.slice(from + match.index, from + match.index + match[0].length) : null;
}

/**
 * The English noun phrase a clause begins with, or that its verb acts on; a clause that begins with none takes the one before it,
 * and an apposition the noun it explains ("Sol, its most expensive, costs $5"). Null for pronouns. Original case.
 */
export function nounPhrase(reading: Reading, at: number): string | null {
  const bounds = [0, ...reading.clauses.map((end) => end + 1)].filter((start) => start < at);
  const phrases = bounds.map((start, i) =>
    phraseAt(reading, start, i === bounds.length - 1 ? at : (bounds[i + 1] ?? at) - 1),
  );
  for (let i = phrases.length - 1; i >= 0; i--) {
    const phrase = phrases[i];
    if (phrase === 'pronoun') return null;
    if (!phrase) continue;
    const before = phrases[i - 1];
    const explained =
      i < phrases.length - 1 &&
      before &&
      before !== 'pronoun' &&
      !before.predicate &&
      (!phrase.predicate || /^ (?:the|an?|its|their) /.test(reading.text.slice(bounds[i], phrase.start)));
    const { start, end } = explained ? before : phrase;
    return reading.original.slice(start, end);
  }
  return null;
}
