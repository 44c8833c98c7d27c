import type { Article } from '../analysis.ts';
import { clauseAt } from '../context.ts';
import { describedHouse, tradeActing } from '../described-house.ts';
import { isActor } from '../entities.ts';
import { oneOfTwo, oneOfTwoAbove } from '../former-latter.ts';
import { placeActing } from '../place-subject.ts';
import type { Reading } from '../reading.ts';
import { relativeOwner } from '../relative-owner.ts';

/**
 * Whose the figure at [start, end] of a sentence is by words that leave no doubt: what only that one is ("the miner", "the
 * government"), a clause right behind it ("the $68 billion Meta spent"), or one of two named before ("the latter"); null where there
 * are none.
 */
export function beyondDoubt(article: Article, reading: Reading, start: number, end: number): string | null {
  const [clause] = clauseAt(reading, start);
  const house = describedHouse(article, reading, clause) ?? tradeActing(article, reading, start);
  return (
    house?.slugs[0] ??
    relativeOwner(reading, start, end)?.slug ??
    oneOfTwo(reading, isActor, clause, start)?.slug ??
    oneOfTwoAbove(article, reading, start)?.slugs[0] ??
    placeActing(article, reading, clause, start)?.slug ??
    null
  );
}
