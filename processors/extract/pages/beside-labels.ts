import type { Seen } from './card-records.ts';
import type { Reading } from './cell.ts';
import type { Label } from './label.ts';
import type { PageContext } from './page-context.ts';

/** True where labels stand over their amounts, false where they stand below. */
export function labelsStandBefore(seen: readonly Seen[]): boolean {
  const priced = seen.flatMap((one, index) => (one.kind === 'money' ? [index] : []));
  const labels = (step: 1 | -1, test: (label: Label) => boolean) =>
    priced.filter((index) => {
      for (let at = index + step; ; at += step) {
        const beside = seen[at];
        if (beside?.kind !== 'label') return false;
        if (test(beside.label)) return true;
      }
    }).length;
  const isDirected = (label: Label) => label.directions.length > 0;
  const lead = labels(-1, isDirected) - labels(1, isDirected);
  if (lead !== 0) return lead > 0;
  const [first = 0] = priced;
  return labels(-1, () => true) > labels(1, () => true) || seen[first - 1]?.kind === 'label';
}

/** Label lines that belong to a line of money, and the reading as they place it: labels and amounts may come in two equal runs. */
export function besideLabels(
  seen: readonly Seen[],
  index: number,
  record: readonly Seen[],
  before: boolean,
  page: PageContext,
): { labels: Label[]; reading: (reading: Reading) => Reading } {
  const same = (reading: Reading) => reading;
  const own = page.label(seen[index]?.text ?? '');
  // What stands behind the last amount of a card is of the next.
  const [begin, end] = [record[0]?.at ?? 0, record.at(-1)?.at ?? seen.length];
  const within = ({ at }: Seen): boolean => at >= begin && at <= end;
  if (own.directions.length > 0) return { labels: [], reading: same };
  const step = before ? -1 : 1;
  let first = index;
  let last = index;
  while (index - first < RUN && seen[first - 1]?.kind === 'money') first--;
  while (last - index < RUN && seen[last + 1]?.kind === 'money') last++;
  const labels: Seen[] = [];
  for (let at = before ? first - 1 : last + 1; labels.length < 6; at += step) {
    const one = seen[at];
    if (one?.kind !== 'label' || !within(one)) break;
    labels.push(one);
  }
  if (before) labels.reverse();
  const run = last - first + 1;
  if (run > 1 && labels.length === run) {
    const paired = labels[index - first];
    return { labels: paired === undefined ? [] : [paired.label], reading: same };
  }
  const several = labels.find((one) => one.label.directions.length === run && run > 1);
  if (several !== undefined)
    return {
      labels: labels.map((one) => one.label),
      reading: (reading) => ({ ...reading, index: index - first, of: run }),
    };
  const nearest = before ? [...labels].reverse() : labels;
  const heading =
    before && nearest.every((one) => one.label.directions.length === 0)
      ? headingOver(seen, first - labels.length, labels.length > 0 && labels.every((one) => one.label.tier !== null))
      : null;
  if (heading !== null) return { labels: [...nearest.map((one) => one.label), heading], reading: same };
  // Labels over the first amount of a run are not those of the second.
  if (run > 1 && (before ? index !== first : index !== last))
    return {
      labels: nearest.filter((one) => one.label.directions.length === 0).map((one) => one.label),
      reading: same,
    };
  const directed = nearest.findIndex((one) => one.label.directions.length > 0);
  return { labels: (directed < 0 ? nearest : nearest.slice(0, directed + 1)).map((one) => one.label), reading: same };
}

/** "Input", then "≤ 200K", "$3", "> 200K", "$6": the heading over several pairs of a condition and an amount, or the line of words that is as good as one. */
function headingOver(seen: readonly Seen[], from: number, conditions: boolean): Label | null {
  for (let at = from - 1; at >= 0; at--) {
    const one = seen[at];
    if (one === undefined || (one.kind !== 'label' && one.kind !== 'money')) return null;
    if (one.label.directions.length > 0) return one.line.level > 0 || conditions ? one.label : null;
  }
  return null;
}

/** Amounts in a row that may share a row of labels. */
const RUN = 16;
