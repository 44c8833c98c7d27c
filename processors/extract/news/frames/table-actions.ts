import type { Draft } from '../draft.ts';
import { NEGATED } from '../lexicon.ts';
import { scanQuantities } from '../quantities.ts';
import { effectiveDate } from './effective.ts';
import type { Place, Table } from './table-model.ts';
import { tableFrame } from './table-prices.ts';

/** "2026 pricing actions", "Price moves": a column that tells by words and signed figures what a vendor did. */
const ACTIONS = /\bpric(?:e|es|ing) (?:actions?|moves?|steps|adjustments?|developments?|news)\b/;
const RAISED =
  /\b(?:price|pricing|fee|rate) (?:increases?|hikes?|rises?)\b|\b(?:raised|hiked|increased) (?:[\w-]+ ){0,3}(?:prices|pricing|rates|fees)\b/;
const CUT =
  /\b(?:price|pricing|fee|rate) (?:cuts?|reductions?|decreases?|drops?)\b|\b(?:cut|slashed|lowered|reduced) (?:[\w-]+ ){0,3}(?:prices|pricing|rates|fees)\b/;

/** What a cell under such a head tells; null in any other column. */
export function actionCell(table: Table, place: Place): Draft[] | null {
  if (!ACTIONS.test(place.head.text)) return null;
  const { text, start } = place.cell;
  const common = {
    ...tableFrame(table, place, 'price.table-action'),
    // What the cell tells is no name of a thing.
    object: table.article.document.body.slice(place.label.start, place.label.end),
    kind: 'price_change' as const,
    effective: effectiveDate(table.article, table.reading, null),
    reasons: ['table cell', 'column of price moves'],
    confidence: 0.85,
  };
  const signed = scanQuantities(text).filter(
    (q) => (q.unit === 'percent' || q.unit === 'times') && /(?:^|[\s(])[+-]$/.test(text.slice(0, q.start)),
  );
  if (signed.length > 0)
    return signed.map((q) => ({
      ...common,
      valueStart: start + q.start,
      valueEnd: start + q.end,
      direction: text[q.start - 1] === '-' ? ('decrease' as const) : ('increase' as const),
      min: q.min,
      max: q.max,
      unit: q.unit,
    }));
  const [up, down] = [RAISED.test(text), CUT.test(text)];
  if (up === down || NEGATED.test(text)) return [];
  return [{ ...common, direction: up ? 'increase' : 'decrease', min: null, max: null, unit: null }];
}
