import type { Quantity } from './quantity.ts';

/** Between the numbers of a row whose unit ends it. */
const JOINT = /^ ?(?:、|和|与|及|以及|\/) ?$/;
/** 6万涨到6.6万元: a number and the sum it moves to. */
const MOVES_TO =
  /^ ?(?:上|下)?(?:涨|跌|降|升|调|提高|提升|增|减|回落|回升|攀升|下滑|上浮|调整|猛涨|暴跌)(?:至|到|为)了?(?:约|近|如今的?|现在的?|目前的?)* ?$/;
/** 8.60→7.90美元 */
const ARROW = /^ ?(?:→|->|=>|⇒) ?$/;
const COMES_TO = '(?:预计|将|则|可|再|有望|会|进一步|继续|增|升|提高|目标|指引|达到?|至|到|为|约|近|超过?|逾|上看)*';
const YEAR = '(?:(?:20\\d\\d|fy ?\\d{2,4})(?:财?年度?)?|[今明后去前]年|第?[一二三四]财?季度?|q[1-4])';
/** 2027财年1150亿、2028财年达2300亿美元: year by year, in the money of the last. */
const OF_YEAR = new RegExp(`${YEAR}[^,，。;；、\\d]{0,8}$`);
const NEXT_YEAR = new RegExp(`^ ?[、,，;；] ?(?:到|而|至|和)?${YEAR}[^,，。;；、\\d]{0,6}?${COMES_TO} ?$`);
/** 由8.5万: where a move begins. */
const LEAVES =
  /[由从自](?:此前|年初|去年|原来|原先|最初|高点|[^,，。;；\d]{0,8}的)?(?:每[^,，。;；\d]{1,4})?(?:约|近)? ?$/;

/**
 * Bare numbers of a Chinese sentence that stand in a row which a sum ends (10、30和60美元), or at either end of a move from or to
 * one (从6万涨到6.6万元; 由4.3万元跌至2.6万元，另一种由8.5万跌至5.8万): they are in its money.
 */
export function withHanRows(text: string, quantities: readonly Quantity[]): readonly Quantity[] {
  if (!quantities.some(isBare) || !quantities.some(isSum)) return quantities;
  const read = [...quantities];
  for (let i = read.length - 2; i >= 0; i--) {
    const [q, next] = [read[i], read[i + 1]];
    if (!q || !next || !isBare(q) || !isSum(next)) continue;
    const gap = text.slice(q.end, next.start);
    const inRow = JOINT.test(gap) && q.large === next.large && !isLabel(text, q);
    const byYear =
      q.large && next.large && OF_YEAR.test(text.slice(0, q.start)) && NEXT_YEAR.test(gap) && near(q, next);
    if (
      inRow ||
      byYear ||
      (ARROW.test(gap) && near(q, next)) ||
      (MOVES_TO.test(gap) && LEAVES.test(text.slice(0, q.start)) && near(q, next))
    )
      read[i] = {
        ...q,
        unit: 'money',
        currency: next.currency,
        rate: next.rate && { ...next.rate, start: q.end, end: q.end },
      };
  }
  for (let i = 0; i < read.length - 1; i++) {
    const [q, next] = [read[i], read[i + 1]];
    if (!q || !next || !isBare(q) || !isBare(next) || q.large !== next.large) continue;
    const sum = read.slice(0, i).findLast(isSum) ?? (q.large ? read.slice(i + 2).find(isSum) : undefined);
    if (!sum || !near(q, sum) || !MOVES_TO.test(text.slice(q.end, next.start)) || !LEAVES.test(text.slice(0, q.start)))
      continue;
    for (const at of [i, i + 1]) {
      const one = read[at];
      if (one) read[at] = { ...one, unit: 'money', currency: sum.currency };
    }
  }
  return read;
}

const isBare = (q: Quantity): boolean => q.unit === 'number' && q.min !== null && q.min === q.max;
const isSum = (q: Quantity): boolean => q.unit === 'money' && q.min !== null;
const size = (q: Quantity): number => Number(q.min ?? q.max);
const near = (a: Quantity, b: Quantity): boolean => size(a) / size(b) < 20 && size(b) / size(a) < 20;
/** GPT-5、Claude 4和12元: the number of a name is none of the row. */
const isLabel = (text: string, { start }: Quantity): boolean => /[a-z] ?-?$|第$/.test(text.slice(0, start));
