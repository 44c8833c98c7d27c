import { isActor } from '../entities.ts';
import { lastAsked } from '../last-asked.ts';
import type { Quantity } from '../quantity.ts';
import type { Reading } from '../reading.ts';
import { hasHan } from '../text.ts';
import type { Amount } from './amount.ts';
import { hasDirection } from './direction.ts';
import { inOrOut, sidesIn } from './meter.ts';

/**
 * What was and what is, as two lists of equal length in one English sentence: "$0.07 cached, $0.30 fresh and $1.20 out, down from
 * $0.14, $0.60 and $2.40", "from $3 in and $15 out to $2 and $10". They pair one by one, and the list that says what its prices
 * are for says it for the other.
 */
export interface ParallelLists {
  readonly old: readonly Quantity[];
  readonly now: readonly Quantity[];
  /** The list without words of its own; null where both have theirs. */
  readonly bare: readonly Quantity[] | null;
}

/** Between two sums of a list: what the first one buys, a joint, what the second one is for. */
const NEXT = /^(?:[^,;]|,\d){0,56}?(?:,| and|[/|—–]|&)(?:[^,;]|,\d){0,40}$/;
/** Behind the turn stands what was. */
const WAS =
  /(?:\b(?:down|up|cut|raised|reduced|increased|lowered|slashed|changed|instead of|rather than)?,? ?from(?: the (?:old|previous|current|former) (?:prices?|rates?|list)(?: of)?)?|\b(?:instead of|rather than)|(?:previously|formerly|originally|currently|before|until now|so far|until then|earlier|once|last \w+|then)(?:,? (?:it |they |these |those |that )?(?:was|were|cost|had been|stood at|came to))?|\b(?:was|were|had been|used to (?:be|cost))(?: at)?|(?:compared (?:with|to)|versus|vs\.?|against) (?:the |its |their )?(?:(?:old|previous|former|earlier|current|existing|outgoing) )(?:\w+ ){0,3}(?:of )?)(?: about| around| just)?:? ?$/;
const COMPARED = /\b(?:compared (?:with|to)|versus|vs\.?|against|instead of|rather than) (?:about |around )?$/;
/** What says behind the second list that it is what was. */
const BEFORE = /^[^,;.]{0,24}\b(?:before|previously|until (?:now|then)|earlier|at launch|last (?:week|month|year))\b/;
/** Behind the turn stands what is. */
const BECOMES =
  /(?:→|->|=>|\b(?:to|becomes?|now|today|from (?:now|next|today|then)|will (?:be|cost|become)))(?: just| only| about| around)? ?$/;
/** "used to cost $2 and $6; the new list says $0.40 and $2" */
const NOW_IS =
  /\b(?:the new (?:[a-z]+ )?(?:list|prices?|rates?|tariffs?|one|figures?) (?:says?|reads?|asks?|is|are|has|shows?|charges?)|(?:now|today|since then|from now on)(?: it| they| these)? (?:is|are|costs?|asks?|charges?|pays?|sits?(?: at)?|stands?(?: at)?|goes for|runs?(?: at)?|lists?(?: at)?)|(?:it|they|these) (?:is|are|costs?) now) (?:just |only |about |at )*$/;
const ONCE =
  /\b(?:used to (?:cost|be|ask|charge)|had (?:cost|been|charged)|was|were|cost|(?:launched|debuted|started|opened|came out|arrived|was introduced) at|previously|formerly|until (?:now|then|recently|yesterday)) (?:[\w.$€£¥/-]+ ){0,10}$/;
const MOVES = /\b(?:chang|mov|adjust|revis|reset|switch|updat|go(?:es|ing)?\b|went\b|cut|rais|lower|increas|reduc)/;

const LONGEST = 6;

export const parallelLists = lastAsked((reading: Reading): readonly ParallelLists[] => {
  const { text } = reading;
  if (hasHan(text)) return [];
  const sums = reading.quantities.filter(
    (q) => q.unit === 'money' && !q.large && q.currency !== null && !isConverted(reading, q),
  );
  if (sums.length < 4) return [];
  const found: ParallelLists[] = [];
  let from = 0;
  for (let turn = 1; turn < sums.length; turn++) {
    const side = sideOfTurn(reading, sums, turn);
    if (side === null) continue;
    const [first, second] = [listBefore(reading, sums, turn, from), listBehind(reading, sums, turn)];
    if (first.length < 2 || first.length !== second.length || first.length > LONGEST) continue;
    // "$2.40 (was $2.90), A100 $1.20 (was $1.50)": pairs, not lists.
    if (
      sideOfTurn(reading, sums, turn - first.length) !== null ||
      sideOfTurn(reading, sums, turn + second.length) !== null
    )
      continue;
    const [old, now] = side === 'first' ? [first, second] : [second, first];
    found.push({ old, now, bare: bareOf(reading, first, second) });
    from = turn + second.length;
    turn = from;
  }
  return found;
});

/** "12 yuan ($1.77)": the same sum in other money. */
const isConverted = ({ text, quantities }: Reading, q: Quantity): boolean =>
  /\((?:about |approximately |roughly |or )?$/.test(text.slice(Math.max(0, q.start - 15), q.start)) &&
  quantities.some((o) => o.unit === 'money' && o.currency !== q.currency && o.end < q.start && q.start - o.end < 24);

const gapBefore = ({ text }: Reading, sums: readonly Quantity[], i: number): string => {
  const [q, next] = [sums[i - 1], sums[i]];
  return q && next ? text.slice(q.end, next.start) : '';
};

/** Which of the lists on both sides of a gap is what was; null where the gap is no turn. */
function sideOfTurn(reading: Reading, sums: readonly Quantity[], turn: number): 'first' | 'second' | null {
  const gap = gapBefore(reading, sums, turn);
  const next = sums[turn];
  if (turn < 1 || !next || gap.length > 90) return null;
  if (WAS.test(gap)) return 'second';
  const last = sums.at(-1);
  if (NOW_IS.test(gap) && ONCE.test(reading.text.slice(0, sums[turn - 1]?.start))) return 'first';
  if (COMPARED.test(gap) && last && BEFORE.test(reading.text.slice(last.end))) return 'second';
  if (!BECOMES.test(gap)) return null;
  const before = sums[turn - 1];
  if (reading.entities.some((e) => before && isActor(e) && e.start >= before.end && e.end <= next.start)) return null;
  const lead = reading.text.slice(0, sums[0]?.start);
  if (/[→>]/.test(gap) || /\bfrom\b[^,;]{0,50}$/.test(lead)) return 'first';
  // "$0.75 / $3.75, rising later to $1.50 / $7.50", "$4 / $20 and drops to $2 / $10": what it is at first is a price of its own.
  if (/,| and /.test(gap)) return null;
  return hasDirection(reading.text, sums[0]?.start ?? 0) || MOVES.test(lead) ? 'first' : null;
}

/** True where two neighbouring sums stand in one list: of one money, no turn and no other house between them. */
function goesOn(reading: Reading, sums: readonly Quantity[], i: number): boolean {
  const [q, next] = [sums[i - 1], sums[i]];
  const gap = gapBefore(reading, sums, i);
  return (
    q !== undefined &&
    next !== undefined &&
    q.currency === next.currency &&
    NEXT.test(gap) &&
    sideOfTurn(reading, sums, i) === null &&
    !/\b(?:while|whereas|but|from)\b/.test(gap) &&
    !reading.entities.some((e) => (isActor(e) || e.kind === 'chip') && e.start >= q.end && e.end <= next.start)
  );
}

function listBefore(reading: Reading, sums: readonly Quantity[], turn: number, from: number): Quantity[] {
  let first = turn - 1;
  while (first > from && goesOn(reading, sums, first)) first--;
  return sums.slice(first, turn);
}

function listBehind(reading: Reading, sums: readonly Quantity[], turn: number): Quantity[] {
  let last = turn;
  while (last + 1 < sums.length && goesOn(reading, sums, last + 1)) last++;
  return sums.slice(turn, last + 1);
}

/** The list whose sums are told without what they are for; null where both tell it. */
function bareOf(
  { text }: Reading,
  first: readonly Quantity[],
  second: readonly Quantity[],
): readonly Quantity[] | null {
  const [turn, end] = [second[0]?.start ?? 0, second.at(-1)?.end ?? 0];
  const labels = (list: readonly Quantity[], to: number): number =>
    sidesIn(text, list[0]?.start ?? 0, to).length + list.filter((q) => inOrOut(text, q.end)).length;
  const [inFirst, inSecond] = [labels(first, turn), labels(second, end + 40)];
  if (inFirst >= first.length && inSecond >= second.length) return null;
  // What stands before both lists, or within the first, is said with the first.
  const rated = (list: readonly Quantity[]): number => list.filter((q) => q.rate !== null).length;
  return inSecond > inFirst || (inSecond === inFirst && rated(second) > rated(first)) ? first : second;
}

/** The amounts of a sentence and, in their order, those of its bare lists, each for what the one beside it is for. */
export function withBareLists(reading: Reading, amounts: readonly Amount[]): Amount[] {
  const made = parallelLists(reading).flatMap(({ old, now, bare }) =>
    (bare ?? []).flatMap((q, i) => {
      const told = (bare === old ? now : old)[i];
      return amounts.filter((amount) => amount.q === told).map((amount) => ({ ...amount, q, own: false }));
    }),
  );
  return [...amounts, ...made].sort((a, b) => a.q.start - b.q.start);
}

/** What each price of two lists was and is. */
export function listsMoved(reading: Reading, amounts: readonly Amount[]): [Amount, Amount][] {
  return parallelLists(reading).flatMap(({ old, now, bare }) =>
    old.flatMap((q, i): [Amount, Amount][] => {
      const [was, is] = [q, now[i]].map((sum) => amounts.filter((amount) => amount.q === sum));
      return (was ?? []).flatMap((before): [Amount, Amount][] => {
        const after = is?.find(({ meter }) => meter === before.meter) ?? is?.[0];
        if (!after) return [];
        // The list that tells it has the meter.
        return [
          bare === now ? [before, { ...after, meter: before.meter }] : [{ ...before, meter: after.meter }, after],
        ];
      });
    }),
  );
}
