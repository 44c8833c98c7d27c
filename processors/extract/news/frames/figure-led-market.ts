import type { Article } from '../analysis.ts';
import { isActor } from '../entities.ts';
import type { Quantity } from '../quantity.ts';
import type { Reading } from '../reading.ts';
import { OUR_MARKET } from './market.ts';

/** From a sum that leads its line to the words that say what it is. */
const LEADS = /^ ?(?:[-–—:=|]) ?/;
/** "the 2024 bill of", "what goes on": money that all who buy pay. */
const PAID_FOR =
  /^(?:the |an? |its |their |of that |this )*(?:(?:20\d\d|annual|yearly|combined|total|expected) )*(?:bill|tab|part|share|slice|spending|spend|outlays?|sales|revenues?)(?: (?:of|for|on|by|from|in) (?:the )?| that (?:goes on|goes to|falls to) )|^(?:what|how much) (?:[\w'’-]+ ){0,4}?(?:goes|go|pays?|spends?|buys?|costs?|takes?|went|paid|spent)(?: (?:on|to|into|for|in))? /;

/**
 * "$190 billion - the 2024 bill of the three thirstiest industries" in a list of figures that somebody has counted of a market, as its
 * title or the item above says: what the words behind the sum say it is for; null elsewhere.
 */
export function ledByFigure(
  article: Article,
  { text, original, entities, index, block }: Reading,
  q: Quantity,
): string | null {
  if (q.start > 6 || !/^[^a-z\d]*$/.test(text.slice(0, q.start).replace(/[$€£¥]/g, '')) || entities.some(isActor))
    return null;
  const lead = LEADS.exec(text.slice(q.end))?.[0];
  if (lead === undefined || article.sentences[index - 1]?.block === block) return null;
  const from = q.end + lead.length;
  const paid = PAID_FOR.exec(text.slice(from))?.[0];
  if (paid === undefined) return null;
  const above = article.sentences[index - 1];
  const said = `${article.titleText} ${above ? article.folded.slice(above.start, above.end) : ''}`;
  if (!OUR_MARKET.test(said) && !OUR_MARKET.test(text)) return null;
  if (!article.titleEntities.some((e) => e.kind === 'reporter') && article.titleEntities.some(isActor)) return null;
  const at = from + paid.length;
  const length = /^[^.;:(]*/.exec(text.slice(at))?.[0].trimEnd().length ?? 0;
  return original.slice(at, at + length) || original.slice(from, from + paid.length).trim();
}
