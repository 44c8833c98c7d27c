import type { Article } from '../analysis.ts';
import { isActor } from '../entities.ts';
import { lastAsked } from '../last-asked.ts';
import type { Reading } from '../reading.ts';

const CARD = /\b(?:rate card|price list|pricing|prices|rates)\b|价目|价格表|刊例/;
/** The head line of a card, and a line of one, are no longer than this. */
const LONGEST = 120;

/** Whose rate card a text is by its first line; null where it is none, or names several. */
const houseOfCard = lastAsked((article: Article): string | null => {
  const { start, end } = article.blocks[0] ?? { start: 0, end: 0 };
  const head = article.folded.slice(start, end);
  if (head.length > LONGEST || !CARD.test(head) || /[.!?。！？]/.test(head.slice(-2))) return null;
  const [only, ...others] = new Set(
    article
      .entitiesOf(0)
      .filter(isActor)
      .map((e) => e.slug),
  );
  return only !== undefined && others.length === 0 ? only : null;
});

/** "Together rate card (US dollars per million tokens)" over short lines of others' models: the house of `sellers` whose card it is; null elsewhere. */
export function sellerOfCard(article: Article, reading: Reading, sellers: ReadonlySet<string>): string | null {
  if (reading.index === 0 || reading.text.length > LONGEST) return null;
  const house = houseOfCard(article);
  return house !== null && sellers.has(house) ? house : null;
}
