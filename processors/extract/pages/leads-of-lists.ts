import type { Seen } from './card-records.ts';
import { readCell } from './cell.ts';
import { inlineName } from './inline-names.ts';
import type { PageContext } from './page-context.ts';

const FEWEST = 3;

/**
 * What leads the items of a list, "Lip sync: $0.03/sec", "Video agent: $0.04/sec", where most of it are names by themselves: then the others are names too, of
 * whatever words. By the line of the item.
 */
export function leadsOfLists(seen: readonly Seen[], page: PageContext): ReadonlyMap<number, string> {
  const leads = new Map<number, string>();
  for (let start = 0; start < seen.length; start++) {
    const list: { at: number; lead: string; named: boolean }[] = [];
    for (let at = start; isBeside(seen[start], seen[at]); at++) {
      const one = seen[at];
      const lead = /^([^:：]{2,50})[:：]\s/.exec(one?.line.text ?? '')?.[1];
      if (one === undefined || lead === undefined) break;
      list.push({ at, lead, named: isNamed(one, page) });
    }
    if (list.length < FEWEST) continue;
    start += list.length - 1;
    const apart = new Set(list.map(({ lead }) => lead)).size === list.length;
    if (!apart || list.filter(({ named }) => named).length * 2 <= list.length) continue;
    for (const { at, lead, named } of list) if (!named && mayName(lead, page)) leads.set(at, lead);
  }
  return leads;
}

const isBeside = (one: Seen | undefined, other: Seen | undefined): boolean =>
  other?.kind === 'money' &&
  one?.line.path.length === other.line.path.length &&
  one.line.path.slice(0, -1).every((id, depth) => id === other.line.path[depth]);

function isNamed({ line, text }: Seen, page: PageContext): boolean {
  const [first] = readCell([line.text], page.currencies, false);
  return first !== undefined && inlineName(text, first, page) !== null;
}

/** Words that say no way of tokens, no unit and no condition. */
function mayName(lead: string, page: PageContext): boolean {
  const { directions, unit, mode, tier, region, priced, sum } = page.label(lead);
  return (
    directions.length === 0 &&
    [unit, mode, tier, region].every((one) => one === null) &&
    !priced &&
    !sum &&
    !/\d/.test(lead)
  );
}
