import type { Quantity } from '../quantity.ts';
import type { Reading } from '../reading.ts';
import type { Found } from './sums.ts';

const WARE =
  '(?:(?:gpu|cloud|computing|compute|ai|data cent(?:er|re)) )*(?:capacity|compute|computing|gpus|chips|accelerators|servers|systems|clusters?|cloud services|infrastructure)';
/** From the verb to the sum; what is supplied or rented stands between. */
const FOR = new RegExp(
  `\\b(?:suppl(?:y|ies|ied|ying)|provid(?:es?|ed|ing)|sells?|selling|sold|leas(?:es?|ed|ing)|rent(?:s|ed|ing)?|deliver(?:s|ed|ing)?|buy(?:s|ing)?|bought|purchas(?:es?|ed|ing)|tak(?:es?|ing)|took|us(?:es?|ing))\\b[^;.$€£¥]{0,60}?\\b(${WARE})\\b[^;.$€£¥]{0,70} for (?:about |around |some |up to |roughly |nearly |over |more than |as much as |a total of |an estimated )*$`,
);
const LEAST = 100_000_000;

/** "will supply Microsoft with GPU capacity from its new site for $17 billion": what a supply comes to, where no word calls it a deal; null elsewhere. */
export function suppliedFor({ text }: Reading, q: Quantity): Found | null {
  if (
    !q.large ||
    Number(q.min ?? q.max) < LEAST ||
    !/ for [a-z ]*$/.test(text.slice(Math.max(0, q.start - 30), q.start))
  )
    return null;
  const match = FOR.exec(text.slice(0, q.start));
  const ware = match?.[1];
  if (!match || ware === undefined) return null;
  const start = match.index + match[0].lastIndexOf(ware);
  return { cue: { kind: 'commerce', start, end: start + ware.length }, cost: 41 };
}

/** "a contract worth $9.7 billion", "a lease: $6 billion for five years": what a deal comes to, no price of what it is "for". */
export const isWorth = ({ text }: Reading, q: Quantity): boolean =>
  q.large &&
  (WORTH.test(text.slice(Math.max(0, q.start - 30), q.start)) ||
    (Number(q.min ?? q.max) >= LEAST && / years$/.test(text.slice(q.end, q.rate?.end ?? q.end))));
const WORTH = /\bworth (?:about |some |around |up to |more than |over |roughly |nearly |an estimated )*$/;
