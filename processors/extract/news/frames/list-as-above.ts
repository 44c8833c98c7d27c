import type { Article } from '../analysis.ts';
import { isActor } from '../entities.ts';
import type { Quantity } from '../quantity.ts';
import type { Reading } from '../reading.ts';
import { hasHan } from '../text.ts';
import type { Amount } from './amount.ts';
import { priceAmounts } from './amounts.ts';
import { tame } from './borrowed.ts';
import { parallelLists } from './parallel-lists.ts';

/** How many sentences above may hold the list that says what the sums are for. */
const REACH = 4;
/** How far a price may be from the one in its place above. */
const ALIKE = 60;
const JOINT = /^ ?(?:,|\/|\||—|–|-|,? and|&) ?$/;
/** The sums above are what was. */
const NEW =
  /\bnew (?:[\w-]+ )?(?:rates?|prices?|pricing|fees?|tariffs?|costs?)\b|\b(?:will|would|to) (?:now |then |instead )?(?:be|become|cost|go|rise|increase|fall|drop|change|move|pay)\b|\b(?:go|goes|going|went|rise|rises|rising|rose|increas(?:e[sd]?|ing)|fall|falls|fell|drop(?:s|ped)?|chang(?:e[sd]?|ing)|mov(?:e[sd]?|ing)) (?:up |down |back )?to\b|\b(?:become|becomes|became)\b/;

/**
 * "V5 Lite stays at $0.02, $0.10 and $0.40", "The new rate is $6 / $60": bare sums in a row, as many as the sentence above priced, are
 * for what those are for, in their order. Adds them to the amounts; gives what they were where they are called new.
 */
export function listAsAbove(article: Article, reading: Reading, amounts: Amount[]): [Amount, Amount][] {
  const row = rowOf(reading, amounts);
  if (row.length < 2) return [];
  const above = listAbove(article, reading, row);
  if (above === null) return [];
  const made = row.flatMap((q, i): Amount[] => {
    const like = above.amounts[i];
    return like ? [{ ...like, q, own: false }] : [];
  });
  amounts.splice(0, amounts.length, ...made);
  if (!NEW.test(reading.text.slice(0, row[0]?.start)) || !above.ofTheSame) return [];
  return made.flatMap((after, i): [Amount, Amount][] => {
    const before = above.amounts[i];
    // The old price of another sentence stands where the new one does.
    return before ? [[{ ...before, q: { ...before.q, start: after.q.start, end: after.q.start } }, after]] : [];
  });
}

/** All sums of a sentence, where they stand in a row and none says what it buys. */
function rowOf(reading: Reading, amounts: readonly Amount[]): readonly Quantity[] {
  const sums = reading.quantities.filter((q) => q.unit === 'money');
  if (sums.length < 2 || hasHan(reading.text) || amounts.some(({ own }) => own)) return [];
  const inRow = sums.every((q, i) => {
    const next = sums[i + 1];
    return (
      tame(q) &&
      q.rate === null &&
      (next === undefined || (next.currency === q.currency && JOINT.test(reading.text.slice(q.end, next.start))))
    );
  });
  return inRow ? sums : [];
}

interface Above {
  readonly amounts: readonly Amount[];
  /** This sentence names nothing that the one above does not. */
  readonly ofTheSame: boolean;
}

/** As many prices as a row has sums, told in the nearest sentence above that has sums; null where it has not as many. */
function listAbove(article: Article, reading: Reading, row: readonly Quantity[]): Above | null {
  for (const i of article.thread.before(reading.index, REACH)) {
    const sentence = article.sentences[i];
    if (!sentence || reading.block - sentence.block > 1) return null;
    const above = article.reading(i);
    if (!above.quantities.some((q) => q.unit === 'money')) continue;
    const lists = parallelLists(above);
    const now = lists.length === 1 ? lists[0]?.now : undefined;
    const all = priceAmounts(article, above);
    const told = now ? all.filter(({ q }) => now.includes(q)) : all;
    const alike =
      told.length === row.length &&
      told.every(({ q, currency }, at) => {
        const ratio = Number(q.min ?? q.max) / Number(row[at]?.min ?? row[at]?.max);
        return currency === row[at]?.currency && ratio < ALIKE && ratio > 1 / ALIKE;
      });
    if (!alike) return null;
    const ofTheSame = reading.entities.every(
      (e) => !(isActor(e) || e.kind === 'chip') || above.text.includes(reading.text.slice(e.start, e.end)),
    );
    return { amounts: told, ofTheSame };
  }
  return null;
}
