import type { Quantity } from '../quantity.ts';
import type { Reading } from '../reading.ts';

const OFFICE =
  '(?:chief \\w+(?: officer)?|ceo|cfo|cto|coo|(?:co-?)?founder|president|chair(?:man|woman)?|director|executive|boss|head)s?';
const PAID =
  '(?:earn(?:s|ed)?|ma(?:de|kes?)|received|got|collected|was paid|were paid|took home|takes home|pocket(?:s|ed)) (?:about |around |nearly |over |more than |some |roughly |a total of |just )*$';
/** "he earned", "chief executive Mira Solberg made", "Daniela Amodei, his sister, earned" */
const PERSON_EARNS = new RegExp(
  `(?:\\b(?:he|she)|\\b${OFFICE}(?: [a-z.'’-]+){1,3}|, (?:his|her) [a-z ]{3,20},|, (?:the |its |an? )?(?:[\\w-]+ ){0,3}${OFFICE}(?: of [\\w ]{2,20})?,)(?: (?:also|alone|himself|herself))? ${PAID}`,
);
const EARNS = new RegExp(`^(?:[\\w.'’-]+)? ${PAID}`);
/** "$5 million in pay", "in total compensation" */
const AS_PAY = /^ (?:in|of) (?:[\w-]+ ){0,3}(?:pay|compensation|remuneration|salary|bonus(?:es)?|stock awards?)\b/;
const TAKEN_HOME = /\b(?:took|takes|taking|take) home (?:about |around |nearly |over |more than |some |roughly )*$/;

/** "AI lobbying hit a record: Anthropic $1.97M, OpenAI $1.2M" */
const OF_LOBBYING =
  /\b(?:lobbying|donations?|fines|penalties)\b(?:(?!revenue|sales|profit|capex|capital|invest)[^.;]|\.\d)*$/;

/** "floated a $38 billion bond issue that drew $95 billion of bids" */
const BONDS_BEHIND =
  /^ (?:[\w-]+ ){0,3}(?:bond|debt|note|share|stock|equity)s? (?:issues?|issuance|offerings?|sales?|placements?)\b/;
const BIDS_BEHIND = /^ (?:in|of) (?:investor )?(?:demand|orders|bids|interest)\b/;
const OF_BONDS = /\b(?:bonds?|debt|notes|offering)\b[^.;]*$/;
/** "Interest is another matter: CoreWeave alone paid $1.6 billion of it" */
const OF_INTEREST = /^(?:net |the )?interest\b(?! in\b)[^.;]*\b(?:paid|pays|cost|costs|came to|was|were|of)\b[^.;]*$/;
/** "more than Germany's GDP (~$5.1 trillion)" */
const OF_A_LAND = /\bgdp\b[^.;\w]{0,6}(?:of |at |is )?(?:about |around |roughly |some |~)*$/;

/** What somebody is paid for his work, what goes into lobbying: no figure of the trade, whoever pays it. */
export function isBesideTrade({ text, entities }: Reading, { start, end }: Quantity): boolean {
  const lead = text.slice(0, start);
  if (BONDS_BEHIND.test(text.slice(end)) || (BIDS_BEHIND.test(text.slice(end)) && OF_BONDS.test(lead))) return true;
  if (
    OF_A_LAND.test(lead) ||
    OF_INTEREST.test(lead) ||
    OF_LOBBYING.test(lead) ||
    AS_PAY.test(text.slice(end)) ||
    TAKEN_HOME.test(lead) ||
    PERSON_EARNS.test(lead)
  )
    return true;
  return entities.some((e) => e.kind === 'person' && e.end <= start && EARNS.test(lead.slice(e.end)));
}
