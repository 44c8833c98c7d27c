import type { Article } from '../analysis.ts';
import type { Entity } from '../entities.ts';
import type { Quantity } from '../quantity.ts';
import type { Reading } from '../reading.ts';
import { hasHan } from '../text.ts';
import { labelOf } from './object.ts';

/** Who buys, words that only say that something has a price or moves, and what holds a verb: no thing that is priced. */
const BUYERS =
  /^(?:(?:the|its|new|existing|most|many|all|some|other) )*(?:developers?|users?|customers?|subscribers?|clients?|companies|buyers?|tenants?|anyone|analysts?|founders?|people|teams?|readers?|researchers?|newcomers|teams?)\b/i;
const EMPTY =
  /^(?:(?:models?|works|news|something|anything|everything|(?:a |one |per )?(?:million|thousand) (?:(?:fresh|new|cached|uncached|input|output|prompt|generated) )*tokens?|the|same|old|new|flat|catalogue|second|first|third|latest|other|former|another|further|sharp|steep|rises?|drops?|increases?|cuts?|reductions?|discounts?|hours?|million|prices?|pricing|rates?|fees?|hourly|monthly|list|standard|twice|half|what|how much|that) ?)+$/i;
const SAYS =
  /\b(?:shaved|pointed|asked|answered|lose|loses|lost|has|have|had|said|says|announced|will|would|was|were|is|are|added|took|raised|kept|moved|went|charges?|asks)\b|^20\d\d-|^(?:using|renting|serving|running) /i;

const SAYS_AGAIN =
  /^(?:(?:and|so|in other words,) )?(?:that|this|it) (?:(?:is|was|means|makes|works out|comes|amounts|adds up|equals|translates|represents|marks|would be)\b|['’]s )/;

const isNoThing = (reading: Reading, phrase: string): boolean =>
  BUYERS.test(phrase) ||
  EMPTY.test(phrase) ||
  SAYS.test(phrase) ||
  reading.entities.some(
    (e) =>
      e.kind === 'organisation' &&
      !/\d/.test(phrase) &&
      reading.original.slice(e.start, e.end) === phrase.replace(/['’]s$/, ''),
  );

/**
 * What is priced, where the words found for it name who buys or sells, or nothing: the product behind the price, what the price is
 * "for", the label of the line, the last product named. Else what was found.
 */
export function thingInstead(article: Article, reading: Reading, q: Quantity, found: string | null): string | null {
  if (hasHan(reading.text)) return found;
  // "That works out at 67% off either way": how far, of what the sentence above is about.
  if ((q.unit === 'percent' || q.unit === 'times') && SAYS_AGAIN.test(reading.text)) return null;
  if (found !== null && !isNoThing(reading, found)) return found;
  const end = Math.max(q.end, q.rate?.end ?? 0);
  const next =
    reading.quantities.find((other) => other.unit === q.unit && other.start > q.end)?.start ?? reading.text.length;
  const wares = reading.entities.filter((e) => e.kind === 'product' || e.kind === 'chip');
  const behind = wares.find((e) => e.start >= end && e.end <= next && !/[;.] /.test(reading.text.slice(end, e.start)));
  const left = wares.findLast((e) => e.end <= q.start);
  if (left) return withModifier(reading, left);
  if (behind && behind.start - end < 70) return withModifier(reading, behind);
  return boughtFor(reading, end) ?? labelOf(reading, q.start) ?? wareAbove(article, reading) ?? found;
}

/** "on-demand B200s", "reserved H100" */
function withModifier({ text, original }: Reading, { start, end }: Entity): string {
  const kind = /(?:on-demand|reserved|spot|dedicated|serverless|hosted) $/.exec(
    text.slice(Math.max(0, start - 14), start),
  );
  return original.slice(start - (kind?.[0].length ?? 0), end);
}

/** "$5 per 1,000 requests for its Search API", "5% off its storage rates": the noun phrase that a price or a percentage is for. */
function boughtFor({ text, original }: Reading, end: number): string | null {
  const match =
    /^(?: or (?:more|less))? (?:for|on|of|off|to|onto) (?:the |its |their |an? |all (?:of )?(?:its |the )?)?([a-z][\w.-]*(?: [a-z\d][\w.-]*){0,4}?)(?= (?:prices?|pricing|rates?|rental|fees?|from|until|in|on|at|for|and|by|with|that|which|were|was|is|are|will|as|this|last|since)\b|[,.;:)]|$)/.exec(
      text.slice(end, end + 80),
    );
  const thing = match?.[1];
  if (
    !match ||
    thing === undefined ||
    EMPTY.test(thing) ||
    BUYERS.test(thing) ||
    /^(?:its?|them|this|that|what)\b/.test(thing)
  )
    return null;
  const start = end + match[0].length - thing.length;
  return original.slice(start, start + thing.length);
}

/** The last product or chip of the two sentences above, in the same paragraph. */
function wareAbove(article: Article, reading: Reading): string | null {
  for (
    let i = reading.index - 1;
    i >= 0 && i >= reading.index - 2 && article.sentences[i]?.block === reading.block;
    i--
  ) {
    const above = article.reading(i);
    const ware = above.entities.findLast((e) => e.kind === 'product' || e.kind === 'chip');
    if (ware) return above.original.slice(ware.start, ware.end);
  }
  return null;
}
