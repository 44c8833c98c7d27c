import { findDirections } from '../../normalise/directions.ts';
import { fold } from '../../normalise/fold.ts';

/** What stands behind a name in a list under one condition: "off-peak", "input $1, output $4". */
export interface Clause {
  /** Empty where it is that there is none: "standard price". */
  readonly condition: string;
  readonly rest: string;
}

/**
 * "peak input $2, output $8; off-peak input $1, output $4": the clauses of an item that each say a condition before their first way of tokens, and
 * the same ways behind it. Null where it has none of them.
 */
export function clausesOf(text: string): Clause[] | null {
  const written = text.split(/[;；]\s*/).filter((clause) => clause !== '');
  if (written.length < 2) return null;
  const clauses: Clause[] = [];
  let waysOfFirst = '';
  for (const clause of written) {
    const folded = fold(clause);
    const found = findDirections(folded);
    const [first] = found;
    // Folding moves what stands behind a sign that it takes out.
    if (first === undefined || found.length < 2 || folded.length !== clause.length) return null;
    const ways = found.map(({ direction }) => direction).join();
    waysOfFirst ||= ways;
    const condition = clause.slice(0, first.start).replace(/[\s:：,，]+$/, '');
    if (condition === '' || /\d|\p{Sc}/u.test(condition) || ways !== waysOfFirst) return null;
    clauses.push({ condition: condition.replace(AS_LISTED, ''), rest: clause.slice(first.start) });
  }
  return new Set(clauses.map(({ condition }) => condition)).size === clauses.length ? clauses : null;
}

const AS_LISTED = /^(?:standard|regular|normal|list)(?: prices?| rates?)?$|^(?:标准|常规|正常)(?:价格?)?$|^原价$/i;
