import type { Draft } from './draft.ts';
import { cloudOf } from './families.ts';
import type { Quantity } from './quantity.ts';
import type { Reading } from './reading.ts';
import { hasHan } from './text.ts';

// Prices that a later sentence says were asked before.

const ONCE =
  /(?:^|[,，。;；:：(（] ?)[而但]?(?:此前|原先|原来|原价|原始(?:价格|费率|定价|报价)|之前|以前|(?:调整|降价|涨价|调价)之?前)([^。;；()（）]{0,60})$/;
const AND_NOW = /现|如今|目前|新价|[降涨升调改][到至为]|[降涨]价|[上下]调|之?后/;

/** "此前输入为1.2元、输出为3元", "原始费率为$5/$30": what was asked before, and nothing of what is asked now. */
export function isOnceAsked({ text }: Pick<Reading, 'text'>, { start }: Quantity): boolean {
  if (!hasHan(text)) return false;
  const said = ONCE.exec(text.slice(Math.max(0, start - 80), start))?.[1];
  return said !== undefined && !AND_NOW.test(said);
}

/** How far above its old price the new one may stand, in UTF-16 units. */
const REACH = 900;

const family = (slug: string | null): string | null => (slug === null ? null : cloudOf(slug));

/** True where one price may be what another has become: asked by the same house, in the same money, told shortly before. */
const mayFollow = (d: Draft, old: Draft): boolean =>
  d.onceAsked !== true &&
  (d.kind === 'price_quote' || (d.kind === 'price_change' && d.oldValue == null)) &&
  d.per === old.per &&
  d.unit === old.unit &&
  d.min !== null &&
  d.min === d.max &&
  (d.valueStart ?? 0) < (old.valueStart ?? 0) &&
  (old.valueStart ?? 0) - (d.valueStart ?? 0) < REACH &&
  (d.quoteStart === old.quoteStart ||
    d.subject === null ||
    old.subject === null ||
    family(d.subject) === family(old.subject));

/** "（原始费率为$3/$15）": two old prices without meters of their own are of the two meters told last, in their order. */
function inTurn(row: readonly Draft[], drafts: readonly Draft[]): readonly Draft[] | null {
  const [first, second] = row;
  if (row.length !== 2 || !first || !second || first.meter !== second.meter) return null;
  const news = drafts.filter((d) => mayFollow(d, first)).slice(-2);
  return news.length === 2 && news[0]?.meter !== news[1]?.meter ? news : null;
}

/** Old prices go to the changes that led away from them, and are no quotes of their own. */
export function withOldPrices(drafts: readonly Draft[]): readonly Draft[] {
  if (!drafts.some((d) => d.onceAsked)) return drafts;
  const olds = new Map<Draft, Draft>();
  for (const old of drafts) {
    if (!old.onceAsked || old.min === null) continue;
    const row = drafts.filter((d) => d.onceAsked && d.quoteStart === old.quoteStart);
    const now =
      inTurn(row, drafts)?.[row.indexOf(old)] ?? drafts.findLast((d) => d.meter === old.meter && mayFollow(d, old));
    if (now && now.min !== old.min && !olds.has(now)) olds.set(now, old);
  }
  const gone = new Set(olds.values());
  return drafts
    .filter((d) => !gone.has(d))
    .map((d) => {
      const old = olds.get(d);
      if (!old) return d;
      const direction = Number(d.min) < Number(old.min) ? 'decrease' : 'increase';
      return { ...d, kind: 'price_change', direction, oldValue: old.min };
    });
}
