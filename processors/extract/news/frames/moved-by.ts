import type { Announcement } from '../../../../infra/contracts/announcement.ts';

/** 0.0005元（直降97%）, "$0.80 per million tokens, down 20%": with nothing that says since when. */
const MOVED_BY =
  /^[*_]* ?[,，(（] ?(?:直|再|又|大幅?|累计|官方)?(?:(降|下[调降跌浮]|跌|减|[-−–](?=\d)|down )|涨|上[调涨浮]|升|\+|up )(?:价|掉|去|了|幅|达|约|近|高达|by |about |roughly |nearly |another )*([\d.]+) ?(?:%|per ?cent)(?= ?(?:[)）,，;；。|]|\.?$))/;
/** "$1.50 (25% lower)": with nothing that it is compared with. */
const SO_MUCH =
  /^[*_]* ?\((?:about |roughly |an? )?([\d.]+) ?(?:%|per ?cent) (?:(lower|less|down|cut|reduction|decrease|drop)|higher|more|up|increase|rise|hike)\)/;
/** "- Feb 2025: $1.10 (+293%)": one of a list of prices through time, each of which is told beside the one before. */
const OF_A_TIME = /\b(?:19|20)\d\d ?[:：] ?$/;

/**
 * How far the price of tokens moved, as what stands right behind it says; null where nothing does. What cards rent for moves with the
 * market: that is told of an index, beside the rent.
 */
export function movedBy(
  lead: string,
  behind: string,
): { readonly direction: NonNullable<Announcement['direction']>; readonly percent: number } | null {
  if (OF_A_TIME.test(lead)) return null;
  const by = MOVED_BY.exec(behind);
  if (by) return { direction: by[1] ? 'decrease' : 'increase', percent: (by[1] ? -1 : 1) * Number(by[2]) };
  const much = SO_MUCH.exec(behind);
  return much && { direction: much[2] ? 'decrease' : 'increase', percent: (much[2] ? -1 : 1) * Number(much[1]) };
}
