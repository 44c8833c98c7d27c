import { matches } from './text.ts';
import type { Wording } from './wording-rule.ts';

/** What the line over a list, or the clause before its colon, says of the prices below it. */
const PRICES = '(?:[Pp]ric(?:es?|ing)|[Rr]ates?|[Ff]ees|[Rr]ents?)';
const RISES =
  '(?:[Rr]ais(?:es?|ed|ing)|[Rr]is(?:es?|en|ing)|rose|[Hh]ik(?:es?|ed|ing)|[Ii]ncreas(?:es?|ed|ing)|(?:go(?:es|ing)?|went|moved?|moves|moving) up|[Ll]ift(?:s|ed|ing)?|[Uu]p(?= ?[:.(]| (?:from|as|on|in|by)\\b))';
const OPENING = new RegExp(
  `\\b(?:${PRICES}\\b[^.:;\\n$€£]{0,60}\\b${RISES}|${RISES}\\b[^.:;\\n$€£]{0,60}\\b${PRICES})(?![a-z])(?:[^.:\\n$€£]|\\.\\d){0,90}(?:[:.]|(?=\\n))`,
  'g',
);
const SUM = '(?:US)?[$€£]\\d[\\d,]*(?:\\.\\d+)?';
const UNIT = '(?: ?/ ?[\\w-]+(?: [\\w-]+)?| (?:per|an?|each) [\\w-]+(?: [\\w-]+){0,2})?';
const NAME = '(?:(?:the|its|and) )?[\\w.+-]+(?: [\\w.+()-]+){0,4}?';
const LEAD = `^[\\s*_•–-]*${NAME}[*_]*(?::[*_]*)? (?:(?:goes|went|moves) )?${SUM}`;
/** An item told in full: "H100 $3.85 to $4.50 an hour". */
const ITEM = new RegExp(`${LEAD}${UNIT},? (?:to|→|->) ${SUM}${UNIT}(?: \\([^()]*\\))?[ .]*$`);
/** An item up to what its price comes to. */
const BEGUN = new RegExp(`${LEAD}${UNIT},?$`);
/** Words that stand before a price, and name nothing. */
const NO_NAME =
  /(?:^|\s)(?:now|at|from|costs?|between|about|around|for|is|are|was|were|of|by|ranges?)[:*]* (?:US)?[$€£]\d/;
const REACH = 900;

/** True where nothing but items that moved stands between the line that says so and a price. */
function isItemBelow(lead: string): boolean {
  const opening = ENDS_IN_PRICE.test(lead.slice(-SHORT)) ? matches(OPENING, lead).at(-1) : undefined;
  const items = opening && lead.slice(opening.index + opening[0].length).split(BETWEEN);
  const last = items?.pop() ?? '';
  return (
    BEGUN.test(last) && !NO_NAME.test(last) && (items ?? []).every((item) => item.trim() === '' || ITEM.test(item))
  );
}
const BETWEEN = /[,;\n](?!\d)|\.(?= |$)|(?<=[\w)]) and (?=[A-Z])/;
const ENDS_IN_PRICE = new RegExp(`[\\w)*:] (?:(?:goes|went|moves) )?${SUM}${UNIT},?$`);
const SHORT = 60;

/** "List prices rise on May 1: H100 $3.85 to $4.50, H200 $4.50 to $5.40": what each of a list moves from and to, no range. */
export const LISTED_MOVES: Wording = {
  pattern: / to (?=(?:US)?[$€£]\d)/g,
  edit: (match, body) =>
    isItemBelow(body.slice(Math.max(0, match.index - REACH), match.index))
      ? { start: match.index, end: match.index + match[0].length, text: ' → ' }
      : null,
};
