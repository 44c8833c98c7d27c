import type { Article } from '../analysis.ts';
import { lastAsked } from '../last-asked.ts';
import type { Quantity } from '../quantity.ts';
import type { Reading } from '../reading.ts';

const ROUNDS =
  /\b(?:series [a-h]\b|(?:funding|financing|seed|growth) rounds?\b|(?:post|pre)-money|valued at|at a valuation|'s rounds\b|funding (?:friday|week|news|roundup))/;
/** The text tells who raised money from investors. */
const tellsRounds = lastAsked(
  (article: Article): boolean => ROUNDS.test(article.folded) || ROUNDS.test(article.titleText),
);

/** "Five deals in all, well over", "Seven rounds this week," */
const ALL_ROUNDS =
  /(?:^|[.;:,] )(?:the )?(?:\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|these|all) (?:\w+ )?(?:deals|rounds|raises|financings|investments)\b[^.;$€£¥]{0,40}$/;
const RAISES =
  /\b(?:took in|takes in|picked up|picks up|closed|closes|closed on|landed|lands|pulled in|collected|bagged|secured|raised|raises) (?:a |an |another |about |over |more than |up to )*$/;
const FROM_INVESTORS = /^,? (?:at (?:an? )?(?:valuation|[$€£¥])|(?:from|led by|with) [a-z])/;
/** "$305 million at" */
const AT_WORTH = /^ at (?:an? |about |over |more than |a valuation of )*$/;

/** "- Debt facility (August 2023): $2.3B from Blackstone": borrowed or raised, as the label of its line says. */
const OF_A_LOAN =
  /^[*_\s•·-]*(?:(?:new|first|second|senior|secured|delayed[- ]draw|revolving|convertible|bridge|asset-backed) )*(?:debt|credit|loan|term loan|notes?|bonds?|facility|seed|pre-seed|series [a-k]|ipo|equity|funding|financing)\b[^:.;]{0,44}:[*_]* ?(?:about |~|up to )?$/;

/** What investors put into start-ups, all told or by the round, in a text about such rounds. */
export function isOfRounds(article: Article, { text, quantities }: Reading, q: Quantity): boolean {
  const lead = text.slice(0, q.start);
  if (OF_A_LOAN.test(lead)) return true;
  const before = quantities[quantities.indexOf(q) - 1];
  return (
    (ALL_ROUNDS.test(lead) ||
      (RAISES.test(lead) && FROM_INVESTORS.test(text.slice(q.end))) ||
      (before?.unit === 'money' && AT_WORTH.test(text.slice(before.end, q.start)))) &&
    tellsRounds(article)
  );
}
