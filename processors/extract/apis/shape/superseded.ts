import { isList, isObject, type Json, type JsonObject } from '../json.ts';
import type { Entry, Step } from './steps.ts';
import { phraseOf } from './words.ts';

const SINCE = /^(?:date|from|since|start|effective|valid from|as of)(?: (?:date|from|at|on))?$/;
const UNTIL = /^(?:to|until|end|ended|valid (?:to|until))(?: (?:date|at|on))?$/;
const DATE = /^\d{4}-\d{2}(?:-\d{2})?/;

/** True for a price of an entry's past: [{"date": "2026-01-01", "input": 2}, {"date": "2026-06-01", "input": 1}] states the later one. */
export const isSuperseded = (steps: readonly Step[], { depth }: Entry): boolean =>
  steps.some(({ within, key }, index) => index > depth && isList(within) && superseded(within).has(Number(key)));

/** The places of those in a list that others in it come after. */
function superseded(list: readonly Json[]): ReadonlySet<number> {
  const known = answers.get(list);
  if (known !== undefined) return known;
  const items = list.map((item) =>
    isObject(item)
      ? { since: dateOf(item, SINCE), until: dateOf(item, UNTIL), isUndated: Object.values(item).every(isObject) }
      : null,
  );
  const ends = items.some((item) => item?.until != null) && items.some((item) => item?.until === null);
  // {"prices": ...} and {"constraint": {"since": "2026-06-01"}, "prices": ...}: what held before has no date.
  const areDated = items.every((item) => item !== null && (item.since !== null || item.isUndated));
  const latest =
    areDated && items.some((item) => item?.since != null)
      ? items
          .map((item) => item?.since ?? '')
          .sort()
          .at(-1)
      : undefined;
  const found = new Set(
    items.flatMap((item, index) =>
      item !== null && ((ends && item.until !== null) || (latest !== undefined && (item.since ?? '') !== latest))
        ? [index]
        : [],
    ),
  );
  answers.set(list, found);
  return found;
}

const answers = new WeakMap<readonly Json[], ReadonlySet<number>>();

/** A date of an object, or of the one that says when it holds: {"constraint": {"start_date": "2026-06-01"}}. */
function dateOf(item: JsonObject, keys: RegExp): string | null {
  const when = Object.entries(item).find(([key, value]) => WHEN.test(phraseOf(key)) && isObject(value))?.[1];
  return dateAt(item, keys) ?? (isObject(when) ? dateAt(when, keys) : null);
}
const WHEN = /^(?:constraints?|valid(?:ity)?|effective|period|when|conditions?)$/;

function dateAt(item: JsonObject, keys: RegExp): string | null {
  const value = Object.entries(item).find(([key]) => keys.test(phraseOf(key)))?.[1];
  return typeof value === 'string' && DATE.test(value) ? value : null;
}
