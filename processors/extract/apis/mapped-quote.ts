import type { ApiMapping, MappingConditions, PriceRule, RestRule } from '../../../infra/contracts/mapping.ts';
import type { Quote } from '../../normalise/price.ts';
import { amountOf } from './amount.ts';
import { holds } from './conditions.ts';
import type { Json } from './json.ts';
import type { Place } from './path.ts';
import type { Problems } from './problems.ts';
import { fill, fillAll, type Named } from './template.ts';

/** The part of a mapping that says what the prices of an entry, or of one of its lists, are. */
export interface QuoteBlock {
  readonly mode?: string | undefined;
  readonly tier?: string | undefined;
  readonly region?: string | undefined;
  readonly currency?: string | undefined;
  readonly when?: MappingConditions | undefined;
  readonly prices: Readonly<Record<string, PriceRule | readonly PriceRule[]>>;
  readonly rest?: RestRule | undefined;
}

/** What holds for every price of an entry, whether it stands in the entry or in one of its lists. */
export interface Entry {
  readonly place: Place;
  readonly mapping: ApiMapping;
  readonly provider: string;
  readonly product: string;
  readonly mode: string | null;
  readonly effective_at: string | null;
  readonly unit: Unit | undefined;
}

type Unit = ApiMapping['units'][string];
type Part = 'mode' | 'tier' | 'region' | 'currency';

/** One amount of an entry. */
export interface Found {
  readonly place: Place;
  /** The entry, or the element of one of its lists, that the amount's rule starts from. */
  readonly at: Place;
  /** The way from there to the amount. */
  readonly path: string;
  readonly rule: PriceRule;
}

/** The quotes of one amount: none where it is no price, one for each of its regions otherwise. */
export function quotesOf(
  { place, at, path, rule }: Found,
  block: QuoteBlock,
  entry: Entry,
  problems: Problems,
): Quote[] {
  const { mapping } = entry;
  const amount = amountOf(place.value);
  if (amount === null) {
    if (isText(place.value))
      problems.count('amounts are no numbers', `${JSON.stringify(place.value)} at ${place.path}`);
    return [];
  }
  if (Number(amount.amount) === 0 && (rule.zero ?? mapping.zero) === 'absent') return [];
  const named: Named = { $path: path, $field: place.key };
  // A template starts from where it is written: the mapping's from the entry, a list's from its element.
  const texts = (part: Part): readonly string[] => {
    const own = rule[part] ?? block[part];
    if (own !== undefined) return fillAll(own, at, named);
    const shared = mapping[part];
    return shared === undefined ? [] : fillAll(shared, entry.place, named);
  };
  const meter = rule.meter ?? entry.unit?.meter;
  const per = perOf(rule, at, named) ?? (mapping.unit === undefined ? 1 : (entry.unit?.per ?? null));
  if (meter === undefined || per === null) return [];
  const currency = amount.currency ?? texts('currency')[0] ?? '';
  if (!/^[A-Z]{3}$/.test(currency)) {
    problems.count('amounts have no ISO 4217 currency', `"${currency}" at ${place.path}`);
    return [];
  }
  const regions = texts('region');
  return (regions.length === 0 ? [null] : regions).map((region) => ({
    provider: entry.provider,
    product: entry.product,
    meter,
    mode: rule.mode === undefined && entry.mode !== null ? entry.mode : (texts('mode')[0] ?? 'standard'),
    tier: texts('tier')[0] ?? null,
    region,
    amount: amount.amount,
    currency,
    per,
    effective_at: entry.effective_at,
    evidence: `${place.path} = ${amount.literal}`,
  }));
}

/** The unit an entry is in, as the mapping's table has it. */
export function unitOf(
  mapping: ApiMapping,
  entry: Place,
  problems: Problems,
  asWritten: ((text: string) => Unit) | undefined,
): Unit | undefined {
  if (mapping.unit === undefined) return undefined;
  const published = fill(mapping.unit, entry) ?? '';
  const known = mapping.units[published] ?? asWritten?.(published);
  if (known === undefined)
    problems.count('entries have a unit the mapping does not know', `"${published}" at ${entry.path}`);
  return known;
}

export function modeOf(mapping: ApiMapping, entry: Place): string | null {
  return mapping.modes.find(({ when }) => holds(when, entry))?.mode ?? null;
}

function perOf(rule: PriceRule, at: Place, named: Named): number | null {
  if (rule.per === undefined || typeof rule.per === 'number') return rule.per ?? null;
  const per = Number(fill(rule.per, at, named) ?? Number.NaN);
  return Number.isFinite(per) && per > 0 ? per : null;
}

/** Text where a number should be, as against "-1" (varies) and nothing. */
function isText(value: Json): boolean {
  return typeof value === 'string' && !/^\s*-?[\d.]*\s*$/.test(value);
}
