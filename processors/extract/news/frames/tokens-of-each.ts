import type { Article } from '../analysis.ts';
import { coordinated } from '../coordinated.ts';
import type { Draft } from '../draft.ts';
import { isActor } from '../entities.ts';
import type { Quantity } from '../quantity.ts';
import type { Reading } from '../reading.ts';
import { readVolume } from './tokens.ts';

/** How many tokens an organisation, product or market uses in a period; one each for "A、B和C均超过10万亿". */
export function readTokenVolume(article: Article, reading: Reading, q: Quantity, previous: Draft | null): Draft[] {
  const draft = DEFINES.test(reading.text.slice(q.end)) ? null : readVolume(article, reading, q, previous);
  if (!draft) return [];
  const last = reading.entities.findLast((e) => isActor(e) && e.slug === draft.subject && e.end <= q.start);
  const between = last ? reading.text.slice(last.end, q.start) : '';
  // 日均 is no 均.
  if (!last || !/(?<![日周月年人平])[均都]|\beach\b|\bboth\b/.test(between) || between.includes('分别')) return [draft];
  return coordinated(reading, last).map((e) => ({
    ...draft,
    subject: e.slug,
    object: reading.original.slice(e.start, e.end),
  }));
}

/** "A quadrillion is 10¹⁵": what a number is, and no count. */
const DEFINES =
  /^ (?:is|equals|means) (?:10 ?[\u2070-\u2079\u00b2\u00b3\u00b9^]|1 followed|(?:a|one|1,?000) (?:thousand|million|billion|trillion)\b)/;
