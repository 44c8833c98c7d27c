import type { Article } from '../analysis.ts';
import { clauseAt } from '../context.ts';
import { describedHouse, tradeActing } from '../described-house.ts';
import { placeActing } from '../place-subject.ts';
import type { Reading } from '../reading.ts';

/** Whom the clause of a figure means by what only that one is ("the miner", "the government"); null where it means none. */
export function describedAt(article: Article, reading: Reading, at: number): string | null {
  const [clause] = clauseAt(reading, at);
  const house = describedHouse(article, reading, clause) ?? tradeActing(article, reading, at);
  return house?.slugs[0] ?? placeActing(article, reading, clause, at)?.slug ?? null;
}
