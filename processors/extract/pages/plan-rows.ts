import type { Unit } from '../../normalise/units.ts';
import type { Column } from './columns.ts';
import { PLAN_NAME } from './names.ts';
import type { PageContext } from './page-context.ts';
import type { PricedCell } from './priced-cells.ts';
import { isOpaque } from './turned-tables.ts';

/** "Pay as you go", "Team plan", "商业版": what a plan is called. */
const isPlanName = (text: string): boolean => PLAN_NAME.test(text.trim()) || /版$/.test(text.trim());

/**
 * Columns of what is used under each of the plans that name the rows, by the hour, the gigabyte, the call. Each with the item that its header
 * names ("Base model cost (per 1K chars)" beside "Advanced model cost ..."); null where the prices are of what the table is about.
 * A price by the month is that of the plan.
 */
export function usedUnderPlans(
  priced: readonly PricedCell[],
  headers: readonly (readonly string[])[],
  plans: { readonly names: readonly string[]; readonly areTiers: boolean },
  page: PageContext,
): Map<number, string | null> {
  const columns = Map.groupBy(priced, (one) => one.column);
  const used = [...columns]
    .filter(([column, cells]) => isUsed(cells, page.label(headers[column]?.at(-1) ?? '').unit))
    .map(([column]) => column);
  const arePlans = plans.names.every(isPlanName);
  const items = new Map(
    used.map((column) => {
      const head = headers[column]?.at(-1) ?? '';
      return [column, itemOf(head, page) ?? (arePlans && isOpaque(page.label(head)) ? head : null)];
    }),
  );
  const named = [...items.values()].filter((item) => item !== null);
  if (named.length === items.size && named.length > 1 && new Set(named).size === named.length) return items;
  const namesMode = (text: string) => page.label(text).mode !== null && page.label(text).isVocabulary;
  const ofPlans = used.length === columns.size && (plans.areTiers || plans.names.some(namesMode) || arePlans);
  return ofPlans ? new Map(used.map((column) => [column, null])) : new Map();
}

/** Prices of what is used, each with its unit or under a header that says it. */
const isUsed = (cells: readonly PricedCell[], over: Unit | null): boolean =>
  cells.every(({ readings }) =>
    readings.every(({ amount }) => {
      const unit = amount.unit?.unit ?? over;
      return unit !== null && isOfUse(unit);
    }),
  );

/** True for a unit of what is used; by the month it is that of a plan. */
export const isOfUse = ({ dimension, noun }: Unit): boolean =>
  !/^(?:seat_)?month$|^year$|^day$/.test(dimension) && !/^weeks?$/.test(noun);

/**
 * "Requests", "Bandwidth" on the left of plans and their rates: what is used, however plain the words. Null where a price is by the month, which is that of
 * the plan, or where a row says which way tokens go or what its prices are in.
 */
export function usesColumn(
  columns: readonly Column[],
  written: (column: number) => readonly string[],
  priced: readonly PricedCell[],
  page: PageContext,
): Column | null {
  const left = columns.find(({ index }) => index === 0);
  if (left === undefined || left.header !== '' || !isUsed(priced, null)) return null;
  const rows = written(0);
  const isUse = (text: string): boolean => {
    const { directions, priced: ofPrices, sum } = page.label(text);
    return /\p{L}/u.test(text) && !/\bper\b|每/i.test(text) && directions.length === 0 && !ofPrices && !sum;
  };
  return rows.length > 1 && new Set(rows).size === rows.length && rows.every(isUse)
    ? { ...left, role: 'product' }
    : null;
}

const ITEM =
  /^(.*\p{L}.*?)\s*(?:\b(?:costs?|prices?|pricing|rates?|fees?)|价格|单价|费用|定价)\s*[(（][^()（）]+[)）]$/iu;

/** "Base model" of "Base model cost (per 1K chars)"; null where the words before the price are of its kind. */
function itemOf(header: string, page: PageContext): string | null {
  const name = ITEM.exec(header)?.[1]?.trim() ?? '';
  if (name === '' || page.label(header).unit === null) return null;
  const { directions, mode, tier, region, currency, unit, measure, sum } = page.label(name);
  const ofKind = [mode, tier, region, currency, unit].some((one) => one !== null);
  return directions.length > 0 || ofKind || measure || sum ? null : name;
}
