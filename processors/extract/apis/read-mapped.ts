import type { ApiMapping, RestRule } from '../../../infra/contracts/mapping.ts';
import type { Quote } from '../../normalise/price.ts';
import { amountOf } from './amount.ts';
import { compile, holds } from './conditions.ts';
import { isList, isObject, type Json, Numeral } from './json.ts';
import type { SaidByUnit } from './known/unit-as-written.ts';
import { type Entry, type Found, modeOf, type QuoteBlock, quotesOf, unitOf } from './mapped-quote.ts';
import { entries, joinPath, type Place, rootOf, select } from './path.ts';
import type { Problems } from './problems.ts';
import { fill } from './template.ts';

/** What a mapping need not say. */
export interface MappedContext {
  /** Whose prices they are where the mapping is silent. */
  readonly provider: string;
  /** Where the answer lies in its document. */
  readonly path?: string;
  /** Reads a unit that the mapping's table lacks; without it such an entry is left out. */
  readonly unitAsWritten?: (text: string) => SaidByUnit;
}

/** The quotes of a JSON price API, read by the mapping of its source. */
export function readMapped(document: Json, mapping: ApiMapping, context: MappedContext, problems: Problems): Quote[] {
  const found = findEntries(rootOf(document, context.path), mapping);
  if (found.length === 0) {
    const keys = isObject(document) ? Object.keys(document).slice(0, 8).join(', ') : typeof document;
    problems.add(
      `the mapping's items "${[mapping.items].flat().join('" or "')}" lead nowhere; the document has: ${keys}`,
    );
  }
  return found.flatMap((place) => {
    const entry = holds(mapping.when, place) ? readEntry(place, mapping, context, problems) : null;
    if (entry === null) return [];
    const nested = mapping.lists.flatMap((list) =>
      entries(place, list.at).flatMap((inner) =>
        holds(list.when, inner) ? readBlock(list, inner, entry, problems) : [],
      ),
    );
    return [...readBlock(mapping, place, entry, problems), ...nested];
  });
}

function findEntries(root: Place, mapping: ApiMapping): readonly Place[] {
  for (const path of [mapping.items].flat()) {
    const found = entries(root, path);
    if (found.length > 0) return found;
  }
  return [];
}

function readEntry(place: Place, mapping: ApiMapping, context: MappedContext, problems: Problems): Entry | null {
  const written = fill(mapping.product, place);
  const without = mapping.product_without;
  const product = without === undefined ? written : (written?.replaceAll(compile(without, 'giu'), '').trim() ?? null);
  if (product === null || product === '') {
    problems.count('entries have no product', `${mapping.product} at ${place.path}`);
    return null;
  }
  return {
    place,
    mapping,
    product,
    provider: (mapping.provider === undefined ? null : fill(mapping.provider, place)) ?? context.provider,
    mode: modeOf(mapping, place),
    effective_at: mapping.effective_at === undefined ? null : timestamp(fill(mapping.effective_at, place)),
    unit: unitOf(mapping, place, problems, context.unitAsWritten),
  };
}

function readBlock(block: QuoteBlock, at: Place, entry: Entry, problems: Problems): Quote[] {
  const claimed = new Set<string>();
  const found: Found[] = [];
  for (const [path, rules] of Object.entries(block.prices)) {
    const rule = [rules].flat().find((one) => holds(one.when, at));
    for (const place of select(at, path)) {
      claimed.add(place.path);
      if (rule !== undefined) found.push({ place, at, path: within(at, place), rule });
    }
  }
  if (block.rest !== undefined) found.push(...readRest(block.rest, at, claimed));
  return found.flatMap((one) => quotesOf(one, block, entry, problems));
}

function readRest(rest: RestRule, at: Place, claimed: ReadonlySet<string>): Found[] {
  const matching = compile(rest.matching);
  const except = rest.except === undefined ? null : compile(rest.except);
  return select(at, rest.under).flatMap((base) =>
    leaves(base)
      .map((place) => ({ place, at, path: within(base, place), rule: rest }))
      .filter(({ place, path }) => !claimed.has(place.path) && matching.test(path) && except?.test(path) !== true),
  );
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

/** A date or time of an API as the contract's timestamp; null where it is none. */
function timestamp(text: string | null): string | null {
  const time = text === null ? Number.NaN : Date.parse(text);
  return Number.isNaN(time) ? null : new Date(time).toISOString();
}
