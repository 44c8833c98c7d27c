import { isList, isObject, type Json, type JsonObject } from '../json.ts';
import type { Entry, Step } from './entry.ts';
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
    isObject(item) ? { since: dateAt(item, SINCE), until: dateAt(item, UNTIL) } : null,
  );
  const ends = items.some((item) => item?.until != null) && items.some((item) => item?.until === null);
  const latest = items.every((item) => item?.since != null)
    ? items
        .map((item) => item?.since ?? '')
        .sort()
        .at(-1)
    : undefined;
  const found = new Set(
    items.flatMap((item, index) =>
      item !== null && ((ends && item.until !== null) || (latest !== undefined && item.since !== latest))
        ? [index]
        : [],
    ),
  );
  answers.set(list, found);
  return found;
}

const answers = new WeakMap<readonly Json[], ReadonlySet<number>>();

function dateAt(item: JsonObject, keys: RegExp): string | null {
  const value = Object.entries(item).find(([key]) => keys.test(phraseOf(key)))?.[1];
  return typeof value === 'string' && DATE.test(value) ? value : null;
}
