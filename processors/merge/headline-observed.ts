import type { PriceChange } from '../../infra/contracts/price-change.ts';
import { meterName, meterNameZh, money, percentText, perUnit, perUnitZh } from '../../infra/format/amounts.ts';
import { chineseActor, englishName } from '../../infra/format/provider-names.ts';

export interface Headline {
  readonly en: string;
  readonly zh: string;
}

/** One line about prices seen to move: the change itself when it is one, else how many and how far. */
export function observedHeadline(subject: string, changes: readonly PriceChange[]): Headline {
  const [only] = changes;
  if (changes.length === 1 && only !== undefined) return singleChange(subject, only);
  const count = (direction: PriceChange['direction']) =>
    changes.filter((change) => change.direction === direction).length;
  const [up, down, added, removed] = [count('increase'), count('decrease'), count('new'), count('removed')];
  const parts: Headline[] = [];
  if (up > 0)
    parts.push({
      en: `raises ${prices(up)}${spread(changes, 'increase', ', ', ' to ', ' percent')}`,
      zh: `上调 ${up} 项价格${spread(changes, 'increase', '，涨幅 ', '% 至 ', '%')}`,
    });
  if (down > 0)
    parts.push({
      en: `cuts ${prices(down)}${spread(changes, 'decrease', ', ', ' to ', ' percent')}`,
      zh: `下调 ${down} 项价格${spread(changes, 'decrease', '，降幅 ', '% 至 ', '%')}`,
    });
  if (added > 0)
    parts.push({ en: `lists ${added} new ${added === 1 ? 'price' : 'prices'}`, zh: `新增 ${added} 项价格` });
  if (removed > 0) parts.push({ en: `drops ${prices(removed)}`, zh: `移除 ${removed} 项价格` });
  const product = sharedProduct(changes);
  return {
    en: `${englishName(subject)} ${sentence(parts.map((part) => part.en))}${product === null ? '' : ` (${product})`}`,
    zh: `${chineseActor(subject)}${parts.map((part) => part.zh).join('，')}${product === null ? '' : `（${product}）`}`,
  };
}

/** The product all changes are of, or null. */
export function sharedProduct(changes: readonly PriceChange[]): string | null {
  const [first] = changes;
  return first !== undefined && changes.every((change) => change.product_key === first.product_key)
    ? first.product
    : null;
}

function singleChange(subject: string, change: PriceChange): Headline {
  const { direction, old_unit_price: before, new_unit_price: after, currency, meter, pct } = change;
  const mode = change.mode === 'standard' ? '' : ` (${change.mode.replaceAll('_', ' ')})`;
  const what = {
    en: `${change.product} ${meterName(meter)}${mode}`,
    zh: `${change.product} ${meterNameZh(meter)}${mode}`,
  };
  const per = {
    en: perUnit(meter) === '' ? '' : ` ${perUnit(meter)}`,
    zh: perUnitZh(meter) === '' ? '' : `/${perUnitZh(meter)}`,
  };
  const [name, nameZh] = [englishName(subject), chineseActor(subject)];
  if (before !== null && after !== null) {
    const percent = pct === null ? null : `${pct > 0 ? '+' : '−'}${percentText(pct)}%`;
    return {
      en: `${name} ${direction === 'increase' ? 'raises' : 'cuts'} ${what.en} from ${money(before, currency)} to ${money(after, currency)}${per.en}${percent === null ? '' : ` (${percent})`}`,
      zh: `${nameZh}${direction === 'increase' ? '上调' : '下调'} ${what.zh}价格：${money(before, currency)} → ${money(after, currency)}${per.zh}${percent === null ? '' : `（${percent}）`}`,
    };
  }
  if (after !== null)
    return {
      en: `${name} lists ${what.en} at ${money(after, currency)}${per.en}`,
      zh: `${nameZh}新增 ${what.zh}价格：${money(after, currency)}${per.zh}`,
    };
  return {
    en: `${name} drops ${what.en}${before === null ? '' : `, last ${money(before, currency)}${per.en}`}`,
    zh: `${nameZh}移除 ${what.zh}价格`,
  };
}

/** ", 5 to 34 percent"; nothing when no percentage is known. */
function spread(
  changes: readonly PriceChange[],
  direction: PriceChange['direction'],
  lead: string,
  to: string,
  end: string,
): string {
  const percents = changes.flatMap((change) =>
    change.direction === direction && change.pct !== null ? [Math.abs(change.pct)] : [],
  );
  if (percents.length === 0) return '';
  const low = percentText(Math.min(...percents));
  const high = percentText(Math.max(...percents));
  return low === high ? `${lead}${low}${end}` : `${lead}${low}${to}${high}${end}`;
}

function prices(count: number): string {
  return count === 1 ? '1 price' : `${count} prices`;
}

function sentence(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}
