import type { Article } from '../analysis.ts';
import type { Draft } from '../draft.ts';
import { isActor } from '../entities.ts';
import type { Quantity } from '../quantity.ts';
import type { Reading } from '../reading.ts';
import { OUR_MARKET } from './market.ts';

/** The claim before was read from the block that this sentence stands in. */
export const sameBlock = (article: Article, reading: Reading, previous: Draft): boolean => {
  const block = article.blocks[reading.block];
  return block !== undefined && previous.quoteStart >= block.start;
};

/** "- AI servers dominated the market at $84 billion", "- AI storage reached $1.8 billion": items of one list of a market's parts. */
export const sameList = (article: Article, reading: Reading, previous: Draft): boolean => {
  const at = article.blocks.findIndex((b) => b.start <= previous.quoteStart && previous.quoteStart < b.end);
  return (
    at >= 0 &&
    reading.block > at &&
    reading.block - at <= 4 &&
    !reading.entities.some(isActor) &&
    OUR_MARKET.test(reading.text) &&
    article.blocks.slice(at, reading.block + 1).every(({ kind }) => kind === 'bullet')
  );
};

/** "..., against $3.5 billion in the whole of 2024": what the market just told was before. */
export const setAgainst = (reading: Reading, q: Quantity, previous: Draft): boolean =>
  previous.unit === q.currency &&
  previous.quoteEnd > reading.start &&
  /,? (?:against|versus|compared (?:with|to)|(?:up|down) from) (?:the |about |just |only |some |around )*$/.test(
    reading.text.slice(0, q.start),
  ) &&
  !reading.entities.some((e) => isActor(e) && e.end <= q.start);
