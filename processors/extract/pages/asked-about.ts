import { fold } from '../../normalise/fold.ts';

const NAME = String.raw`(?:the |an? |your |our |each |every )?(?<name>[\p{L}\d@][^?]{1,48}?)`;
const QUESTIONS = [
  `how much (?:do|does|is|are|will|would) (?:it cost to use |i pay for |you charge for )?${NAME}(?: costs?)?`,
  `what(?:'s| is| are| does| do) (?:the )?(?:(?:price|cost|pricing|rate|fee|charge)s?(?: (?:model|structure))? (?:of|for|to use) )?${NAME}(?: costs?)?`,
  `how (?:is|are|do you (?:charge|bill) for|am i (?:charged|billed) for) ${NAME}(?: (?:priced|billed|charged|metered))?`,
  `(?<asked>[^?,]{2,20}?)(?:是)?(?:如何|怎么|怎样)(?:收费|计费|计价|收取)`,
  `(?<worth>[^?,]{2,20}?)的?(?:价格|费用|单价)(?:是多少|如何|怎么算)`,
].map((source) => new RegExp(`^(?:${source})$`, 'iu'));
/** A question about what something costs, and about nothing else. */
const ABOUT_PRICES = /\b(?:price|pric(?:ed|ing)|costs?|rate|fee|charged?s?|bill(?:ed)?|metered|pay|how much)\b|费|价/i;
/** "How much does it cost?", "What is the billing period?": of no thing in particular. */
const NOTHING =
  /^(?:it|this|that|they|these|you|i|we|my|all|usage|pricing|price|prices?|costs?|billing)\b|\b(?:prices?|rates?|fees?|costs?|billing|period|model|structure|account|subscription|plan)$/i;

/** What a question asks the price of: "How much does a load balancer cost?", "图像审核如何计费？". Null for any other text. */
export function askedAbout(written: string): string | null {
  const text = fold(written).trim();
  if (text.length > 90 || !text.endsWith('?') || !ABOUT_PRICES.test(text)) return null;
  for (const question of QUESTIONS) {
    const { name, asked, worth } = question.exec(text.slice(0, -1).trim())?.groups ?? {};
    const found = name ?? asked ?? worth;
    if (found !== undefined) return NOTHING.test(found) ? null : found;
  }
  return null;
}
