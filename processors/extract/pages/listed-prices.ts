import type { Label } from './label.ts';
import type { DataRow } from './segments.ts';

const LISTED =
  /^(?:previous|old|former|prior|调整前|原先|旧|刊例价|目录价|原价|官网价|标准价|list price|original price|regular price|standard price|was)/i;
/** "单价" beside "限时优惠价": a plain price is the listed one only where a header says the other is cut for a time. */
const PLAIN = /^(?:单价|价格|price)$/i;
const CUT = /^限时|^limited[- ]time\b/i;
const PAID =
  /^(?:折扣价|折后价|(?:限时)?(?:优惠|特惠|折扣|活动)(?:单?价|价格)|现价|促销价|限时价|调整后|新价|new\b|(?:discount(?:ed)?|sale|promo(?:tional)?|your|current) price|now\b)/i;
/** "Provider price" beside "Our price", "官方价格": what the house that makes it asks elsewhere. */
const OF_MAKER =
  /\bofficial\b|\bupstream\b|\b(?:model )?(?:provider|vendor|maker|developer)(?:['’]?s)? (?:list |api )?(?:prices?|costs?|rates?)|官方|原厂|(?:厂商|上游)(?:定价|单价|价)/i;

/** Of two prices in the columns of a row the one that is paid here counts: the discounted, not the listed; the house's own, not its supplier's. */
export function withoutListed<T extends { readonly row: DataRow; readonly column: number }>(
  found: readonly T[],
  labels: readonly (readonly Label[])[],
): T[] {
  const heads = (pattern: RegExp) => (column: number) => {
    const text = labels[column]?.at(-1)?.text ?? '';
    // "Standard price (UTC 00:30-16:30)" is paid at those hours.
    return pattern.test(text) && !/\d:\d\d/.test(text);
  };
  const isListed = heads(LISTED);
  const isPaid = heads(PAID);
  const isCut = labels.some((_, column) => heads(CUT)(column));
  const isPlain = heads(PLAIN);
  const paid = new Set(found.filter(({ column }) => isPaid(column)).map(({ row }) => row));
  const kept = found.filter(({ row, column }) => !(paid.has(row) && (isListed(column) || (isCut && isPlain(column)))));
  const isOfMaker = (column: number) => (labels[column] ?? []).some(({ text }) => OF_MAKER.test(text));
  const makers = new Set(kept.map(({ column }) => column).filter(isOfMaker));
  if (makers.size === 0) return kept;
  const wayOf = (column: number) => (labels[column] ?? []).flatMap(({ directions }) => directions).join(' ');
  const own = kept.filter(({ column }) => !makers.has(column));
  return kept.filter(
    ({ row, column }) =>
      !makers.has(column) || !own.some((other) => other.row === row && wayOf(other.column) === wayOf(column)),
  );
}
