import type { Article } from './analysis.ts';
import { type Entity, isActor } from './entities.ts';
import type { Reading } from './reading.ts';
import type { Subject } from './source-subject.ts';

/** Who takes, and who gives, as the press calls the two parties of a deal just told. */
const PARTY =
  /.*(?:^|[,;:] ?|\b(?:and|but|that|which|years|year|months|term|first|then) )(?:the|its|that) (?:new |sole |anchor |only |first )?(?:(tenant|customer|client|buyer|lessee|renter)|(landlord|lessor|seller|supplier|vendor|host|operator))(?:['’]s|,(?= (?:owned|backed|which|controlled|funded) ))? /;
/** So many sentences above the deal was told. */
const REACH = 3;

/** "X has let the site to Y", "X's contract with Y": who is the other party. */
const GIVEN_TO =
  /\b(?:let|lets|letting|leas(?:e[sd]?|ing)|rent(?:s|ed|ing)?(?: out)?|sold|sells?|selling|deals?|contracts?|agreements?|leases?|suppl(?:y|ies|ied)|host(?:s|ed|ing)?|hand(?:s|ed)|sign(?:s|ed))\b[^.;]{0,90} (?:to|with|for) (?:the )?$/;
/** "Y has rented the site from X" */
const TAKEN_FROM =
  /\b(?:leas(?:e[sd]?|ing)|rent(?:s|ed|ing)?|bought|buy(?:s|ing)?|orders?|ordered|tak(?:es?|ing|en)|took|purchas\w+|reserv\w+)\b[^.;]{0,90} (?:from|at|of) (?:the )?$/;

/**
 * "IREN has let its campus to Microsoft. The tenant will pay $9.7 billion": which party of the deal told above a sentence
 * calls by its part in it; null where it calls none so, or no such deal was told.
 */
export function partyOfDeal(article: Article, reading: Reading, before: number): Subject | null {
  const said = PARTY.exec(reading.text.slice(0, before));
  if (!said) return null;
  for (const i of article.thread.before(reading.index, REACH)) {
    const above = article.reading(i);
    const houses = above.entities.filter(isActor);
    const first = houses[0];
    const other = houses.find((e) => e.slug !== first?.slug && leadsTo(above, e) !== null);
    if (!first || !other) continue;
    const taker = leadsTo(above, other) === 'taker' ? other : first;
    const giver = taker === other ? first : other;
    return { slugs: [(said[1] === undefined ? giver : taker).slug], names: [], how: 'carried' };
  }
  return null;
}

/** What the words that lead to a name make of it. */
function leadsTo({ text }: Reading, { start }: Entity): 'taker' | 'giver' | null {
  const lead = text.slice(Math.max(0, start - 130), start);
  return TAKEN_FROM.test(lead) ? 'giver' : GIVEN_TO.test(lead) ? 'taker' : null;
}

const MONEY = '(?:us)?[$€£¥][\\d.,]+ ?[a-z]*';
const PUT_INTO = new RegExp(
  `\\b(?:invest(?:s|ed|ing|ment)?|put(?:s|ting)?|pour(?:s|ed|ing)?|inject(?:s|ed|ing)?|plow(?:s|ed|ing)?|plough(?:s|ed|ing)?)(?: (?:of|up to|about|another|a further|as much as|at least|some|over|more than|nearly))* (?:${MONEY})(?: more)?(?: investment| stake)? in(?:to)? (?:the )?$|${MONEY} (?:investment|stake) in (?:the )?$`,
);
const TO_BUILD =
  /^,? (?:(?:[\w-]+ ){0,4}(?:to (?:help (?:it |the \w+ )?)?(?:build|deploy|install|buy|run|add|bring|fund|finance|construct|develop|put up|set up|roll out|speed)|so (?:that )?(?:it|the \w+) (?:can|could|may|will))|(?:to help it|for (?:at least |up to |about )?(?=\d)))\b[^;.]{0,120}$/;

/** "will invest $100 billion in OpenAI to build 10 gigawatts": who builds with what another puts into it; null elsewhere. */
export function investeeOf({ text, entities }: Reading, before: number): Entity | null {
  if (!/ in(?:to)? /.test(text)) return null;
  return (
    entities.findLast(
      (e) =>
        e.kind === 'organisation' &&
        e.end <= before &&
        PUT_INTO.test(text.slice(Math.max(0, e.start - 80), e.start)) &&
        TO_BUILD.test(text.slice(e.end, before)),
    ) ?? null
  );
}

const BUYS =
  '(?:buy|buys|buying|bought|purchas\\w+|spend|spends|spending|spent|order(?:s|ed|ing)?|pay|pays|paid|paying|rent(?:s|ed|ing)?|leas(?:e|es|ed|ing)|taken?|takes|taking|took|commit(?:ted|s)? to|use)';
/** Up to a sum, or past the first of two that "and" joins: what somebody pays for. */
const BUYING = new RegExp(
  `\\b${BUYS}\\b[^;.$€£¥]{0,30}?(?:${MONEY}(?:[^;.$€£¥]|\\.\\d){0,60}? and (?:another |about |some )?)*(?:about |up to |some |another |an? (?:additional |further )?)*$`,
);
const FROM_BEHIND = /^ (?:[\w'-]+ ){0,6}?(?:of|on|from|with|at|to) (?:the )?$/;
/** "promised to buy $250 billion of Azure services from Microsoft": who is named behind the sum sells it. */
export const isBoughtFrom = (text: string, start: number, end: number, behind: Entity): boolean =>
  behind.start >= end && FROM_BEHIND.test(text.slice(end, behind.start)) && BUYING.test(text.slice(0, start));

const BOUGHT = new RegExp(
  `\\b${BUYS}\\b[^;.$€£¥]{0,30}?${MONEY} (?:worth )?(?:of|on|in|for|from|with|at|to)\\b[^;.]{0,60}? and (?:another |about |some )?$`,
);
/** "$250 billion of Azure services from Microsoft and $300 billion of": all who are named before the second sum sell the first. */
export const allSell = (text: string, start: number, named: readonly Entity[]): boolean => {
  const first = named[0];
  if (first === undefined) return false;
  // "Until now it has rented: from Amazon, which is building it a campus, and from Google"
  if (TAKES.test(text.slice(0, first.start))) return true;
  return (
    BOUGHT.test(text.slice(0, start)) &&
    /[$€£¥][\d.,]+ ?[a-z]* (?:worth )?(?:of|on|in|for|from|with|at|to) (?:[\w'-]+ ){0,5}?$/.test(
      text.slice(0, first.start),
    )
  );
};
const TAKES =
  /(?:^|[,;] |\b(?:now|then|today|far|years?) )(?:it|they|the (?:company|firm|group|start-?up|lab)) (?:(?:has|have|had|also|now|still|only|always) )*(?:rent(?:s|ed)?|leas(?:e|es|ed)|b(?:uys?|ought)|t(?:akes?|ook|aken)|orders?|ordered)\b[^;.$€£¥\d]{0,40}\bfrom (?:the )?$/;
