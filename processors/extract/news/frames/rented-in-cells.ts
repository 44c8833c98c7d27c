import type { Quantity } from '../quantity.ts';
import type { Rate } from '../rates.ts';
import { hasHan } from '../text.ts';
import type { Place, Table } from './table-model.ts';

const CARD =
  /\b(?:gpus?|[abh]\d{2,3}s?|gh200|gb[23]00|l40s?|l4|t4|v100|mi3\d\dx?|rtx ?[a-z]{0,3} ?\d{3,4}|[345]090|tpu|trainium\d?)\b/;
/** What says that cards are told by what they rent for. */
const RENTED =
  /\b(?:hour(?:s|ly)?|hr|rent(?:s|ed|ing|als?)?|on[- ]demand|spot|gpu cloud|cloud gpus?|neoclouds?|marketplaces?)\b/;
/** What else such a table may be of. */
const OTHER = /\b(?:month(?:ly)?|year(?:ly)?|annual(?:ly)?|week(?:ly)?|tokens?|images?|minutes?|purchase|buy|msrp)\b/;
const BY_OTHER =
  /\b(?:prices?|rates?|amounts?|all)\b[^.;$]{0,40}\b(?:monthly|(?:per|a|by the) (?:month|year|week|image|minute)|tokens)\b|\bmonthly (?:prices?|rates?)\b/;
/** "Flex workers bill per second": of so little, by the second. */
const BY_SECOND = /\b(?:per|by the|every|each|a) second\b|\/ ?s(?:ec)?\b/;
const A_SECOND = 0.03;
/** "Rate per instance, hourly | per accelerator": a column of the same hour, for one card. */
const ONE = /^(?:price |rate |cost )?(?:per|each|\/) ?(?:gpu|card|accelerator|chip)\b/;
/** No card rents for less by the hour, nor for more. */
const LEAST = 0.04;
const MOST = 100;
const ALONE = /^[~≈]?(?:from |us)?[$€£][\d.,]+(?: (?:usd|eur|gbp))?(?: ?[-–] ?[$€£]?[\d.,]+)?(?: ?\([^()\d]*\))?\*?$/;

/** "| Hyperstack | $2.40 |" under "| Provider | H100 SXM |", of a text on GPU rents: by the hour, where no line says by what; null elsewhere. */
export function rateOfRent(
  { article, over, caption, header }: Table,
  { cell, head, row }: Place,
  q: Quantity,
): Rate | null {
  const sum = Number(q.max ?? q.min);
  if (q.unit !== 'money' || sum > MOST || !ALONE.test(cell.text)) return null;
  const heads = header.map(({ text }) => text).join(' ');
  const rate = (meter: Rate['meter']): Rate => ({ meter, per: 1, side: null, start: q.end, end: q.end });
  if (ONE.test(head.text) && RENTED.test(heads)) return rate('gpu_hour');
  if (!CARD.test(`${head.text} ${row.map(({ text }) => text).join(' ')}`) || OTHER.test(heads) || heads.includes('%'))
    return null;
  const said = `${article.titleText} ${over} ${caption} ${heads}`;
  if (hasHan(said) || OTHER.test(over) || BY_OTHER.test(caption)) return null;
  if (sum < A_SECOND && BY_SECOND.test(said)) return rate('second');
  return sum >= LEAST && RENTED.test(said) ? rate('hour') : null;
}
