import type { ApiMapping, MappingConditions, PriceRule, RestRule } from '../../../infra/contracts/mapping.ts';
import type { Quote } from '../../normalise/price.ts';
import { amountOf } from './amount.ts';
import { isList, isObject, type Json, Numeral } from './json.ts';
import { entries, joinPath, type Place, rootOf, select } from './path.ts';
import type { Problems } from './problems.ts';
import { fill, fillAll, type Named, textOf } from './template.ts';

interface QuoteBlock {
  readonly mode?: string | undefined;
  readonly tier?: string | undefined;
  readonly region?: string | undefined;
  readonly currency?: string | undefined;
  readonly when?: MappingConditions | undefined;
  readonly prices: Readonly<Record<string, PriceRule | readonly PriceRule[]>>;
  readonly rest?: RestRule | undefined;
}

/** What holds for every price of an entry, whether it stands in the entry or in one of its lists. */
interface Entry {
  readonly place: Place;
  readonly provider: string;
  readonly product: string;
  readonly effective_at: string | null;
}

/** The quotes of a JSON price API, read by the mapping of its source. `provider` is whose prices they are where the mapping is silent. */
export function readMapped(document: Json, mapping: ApiMapping, provider: string, problems: Problems): Quote[] {
  const found = findEntries(document, mapping);
  if (found.length === 0) {
    const keys = isObject(document) ? Object.keys(document).slice(0, 8).join(', ') : typeof document;
    problems.add(
      `the mapping's items "${[mapping.items].flat().join('" or "')}" lead nowhere; the document has: ${keys}`,
    );
  }
  return found.flatMap((place) => {
    if (!holds(mapping.when, place)) return [];
    const product = fill(mapping.product, place);
    if (product === null) {
      problems.count('entries have no product', `${mapping.product} at ${place.path}`);
      return [];
    }
    const entry: Entry = {
      place,
      product,
      provider: (mapping.provider === undefined ? null : fill(mapping.provider, place)) ?? provider,
      effective_at: mapping.effective_at === undefined ? null : day(fill(mapping.effective_at, place)),
    };
    const own = readBlock(mapping, place, entry, mapping, problems);
    const nested = mapping.lists.flatMap((list) =>
      entries(place, list.at).flatMap((inner) =>
        holds(list.when, inner) ? readBlock(list, inner, entry, mapping, problems) : [],
      ),
    );
    return [...own, ...nested];
  });
}

function findEntries(document: Json, mapping: ApiMapping): readonly Place[] {
  for (const path of [mapping.items].flat()) {
    const found = entries(rootOf(document), path);
    if (found.length > 0) return found;
  }
  return [];
}

function readBlock(block: QuoteBlock, at: Place, entry: Entry, mapping: ApiMapping, problems: Problems): Quote[] {
  const claimed = new Set<string>();
  const named = Object.entries(block.prices).flatMap(([path, rules]) =>
    select(at, path).flatMap((place) => {
      claimed.add(place.path);
      const rule = [rules].flat().find((one) => holds(one.when, at));
      return rule === undefined ? [] : quote(place, rule, block, at, entry, mapping, problems);
    }),
  );
  if (block.rest === undefined) return named;
  const { rest } = block;
  const matching = new RegExp(rest.matching, 'iu');
  const except = rest.except === undefined ? null : new RegExp(rest.except, 'iu');
  const others = select(at, rest.under).flatMap((base) =>
    leaves(base).flatMap((leaf) => {
      const path = within(base, leaf);
      const wanted = !claimed.has(leaf.path) && matching.test(path) && except?.test(path) !== true;
      return wanted ? quote(leaf, { ...rest, zero: mapping.zero }, block, at, entry, mapping, problems, path) : [];
    }),
  );
  return [...named, ...others];
}

function quote(
  place: Place,
  rule: PriceRule,
  block: QuoteBlock,
  at: Place,
  entry: Entry,
  mapping: ApiMapping,
  problems: Problems,
  path = within(at, place),
): Quote[] {
  const found = amountOf(place.value);
  if (found === null) {
    if (unreadable(place.value))
      problems.count('amounts are no numbers', `${JSON.stringify(place.value)} at ${place.path}`);
    return [];
  }
  if (Number(found.amount) === 0 && (rule.zero ?? mapping.zero) === 'absent') return [];
  const named: Named = { $path: path, $field: place.key };
  const text = (part: 'mode' | 'tier' | 'currency'): string | null => {
    const template = rule[part] ?? block[part] ?? mapping[part];
    return template === undefined ? null : fill(template, at, named);
  };
  const unit = unitOf(mapping, at, problems);
  const meter = rule.meter ?? unit?.meter;
  const per =
    perOf(rule, at, named) ?? unit?.per ?? (mapping.unit === undefined || rule.meter !== undefined ? 1 : null);
  const currency = found.currency ?? text('currency');
  if (meter === undefined || per === null) return [];
  if (currency === null || !/^[A-Z]{3}$/.test(currency)) {
    problems.count('amounts have no ISO 4217 currency', `${currency ?? 'nothing'} at ${place.path}`);
    return [];
  }
  const region = rule.region ?? block.region ?? mapping.region;
  const regions = region === undefined ? [] : fillAll(region, at, named);
  return (regions.length === 0 ? [null] : regions).map((where) => ({
    provider: entry.provider,
    product: entry.product,
    meter,
    mode: text('mode') ?? 'standard',
    tier: text('tier'),
    region: where,
    amount: found.amount,
    currency,
    per,
    effective_at: entry.effective_at,
    evidence: `${place.path} = ${found.literal}`,
  }));
}

function unitOf(mapping: ApiMapping, at: Place, problems: Problems): ApiMapping['units'][string] | undefined {
  if (mapping.unit === undefined) return undefined;
  const published = fill(mapping.unit, at);
  const known = published === null ? undefined : mapping.units[published];
  if (known === undefined && Object.keys(mapping.units).length > 0) {
    problems.count('amounts have a unit the mapping does not know', `"${published ?? ''}" at ${at.path}`);
  }
  return known;
}

function perOf(rule: PriceRule, at: Place, named: Named): number | null {
  if (rule.per === undefined || typeof rule.per === 'number') return rule.per ?? null;
  const per = Number(fill(rule.per, at, named) ?? Number.NaN);
  return Number.isFinite(per) && per > 0 ? per : null;
}

const compiled = new Map<string, RegExp>();

function holds(conditions: MappingConditions | undefined, at: Place): boolean {
  return Object.entries(conditions ?? {}).every(([path, pattern]) => {
    const negated = pattern.startsWith('!');
    const source = negated ? pattern.slice(1) : pattern;
    const expression = compiled.get(source) ?? new RegExp(source, 'iu');
    compiled.set(source, expression);
    const texts = select(at, path).map((place) => textOf(place.value) ?? '');
    return (texts.length === 0 ? [''] : texts).some((text) => expression.test(text)) !== negated;
  });
}

/** Every number or numeric text below a place. */
function leaves(place: Place): readonly Place[] {
  const { value, path } = place;
  if (isList(value)) {
    return value.flatMap((inner, index) =>
      leaves({ ...place, value: inner, key: String(index), path: `${path}[${index}]` }),
    );
  }
  if (isObject(value)) {
    return Object.entries(value).flatMap(([key, inner]) =>
      leaves({ ...place, value: inner, key, path: joinPath(path, key) }),
    );
  }
  return value instanceof Numeral || (typeof value === 'string' && amountOf(value) !== null) ? [place] : [];
}

function within(base: Place, place: Place): string {
  return place.path.slice(base.path.length).replace(/^\./, '');
}

function unreadable(value: Json): boolean {
  return typeof value === 'string' && !/^\s*-?[\d.]*\s*$/.test(value);
}

/** API times as the contract's timestamp; null where it is no date. */
function day(text: string | null): string | null {
  const time = text === null ? Number.NaN : Date.parse(text);
  return Number.isNaN(time) ? null : new Date(time).toISOString();
}
