import type { Quantity } from '../quantity.ts';
import type { TokenSide } from '../rates.ts';
import type { Reading } from '../reading.ts';
import { inOrOut, sidesIn } from './meter.ts';

/**
 * A sentence that prices token meters is read as a row of labels (input, output, cached input ...) and sums, whatever the words
 * between them: label and sum in turn, sum and label in turn, all labels and then all sums, or the other way round. Of the ways
 * to cut the row into such groups the one with the least between its parts wins.
 */
type Token = Label | Sum | Barrier;
interface Label {
  readonly kind: 'label';
  readonly side: TokenSide;
  readonly start: number;
  readonly end: number;
  /** Part of a rate: "per million input tokens". */
  readonly inRate: boolean;
}
/** One price, or an old and a new one side by side. */
interface Sum {
  readonly kind: 'sum';
  readonly quantities: readonly Quantity[];
  readonly start: number;
  readonly end: number;
}
/** A sum of something else: labels and prices do not reach past it. */
interface Barrier {
  readonly kind: 'barrier';
  readonly start: number;
  readonly end: number;
}

/** The meters each of these sums of a sentence is for; empty where the sentence is no such row. */
export function scheduleOf(reading: Reading, sums: readonly Quantity[]): ReadonlyMap<Quantity, readonly TokenSide[]> {
  const tokens = row(reading, sums);
  const labels = tokens.filter((token) => token.kind === 'label');
  if (new Set(labels.map(({ side }) => side)).size < 2 || tokens.filter(isSum).length < 2) return NONE;
  const { groups: read, cost } = cut(reading.text, tokens);
  const labelled = read.filter(({ sides }) => sides.length > 0).length;
  if (labelled < 2 || cost / read.length > DEAREST) return NONE;
  const told = likeOthers(reading.text, read).filter(({ sides }) => sides.length > 0);
  return new Map(told.flatMap(({ sum, sides }) => sum.quantities.map((q) => [q, sides] as const)));
}
const NONE: ReadonlyMap<Quantity, readonly TokenSide[]> = new Map();
const DEAREST = 3;

const isSum = (token: Token): token is Sum => token.kind === 'sum';

/** "从0.8元降至0.5元", "$10 to $8", "$4 (was $5)" */
const MOVED =
  /^[^,;，；。]{0,26}(?:\bto|→|->|=>|至|到|为|成)(?: (?:just|only|about))?[ 每百万千个]*$|^[^,;，；。]{0,26}[(,，] ?(?:down |up )?(?:from|was|previously|formerly|原价?|此前|原来)[^\d,;，；。]{0,8}$/;

function row({ text, quantities }: Reading, sums: readonly Quantity[]): Token[] {
  const tokens: Token[] = [];
  const rates = sums.flatMap((q) => (q.rate ? [q.rate] : []));
  const labels: Label[] = [];
  for (const hit of sidesIn(text, 0, text.length)) {
    const inRate = rates.some((rate) => rate.start <= hit.start && rate.end >= hit.end);
    const before = labels.at(-1);
    if (before && narrows(text, before, hit)) labels[labels.length - 1] = { ...before, side: hit.side, end: hit.end };
    else labels.push({ kind: 'label', side: hit.side, start: hit.start, end: hit.end, inRate });
  }
  for (const q of sums) {
    const end = q.rate?.start === q.end ? q.rate.end : q.end;
    // "per 1K generated": a word that is a label only there.
    if (q.rate?.side && !labels.some((label) => label.start < end && label.end > q.end))
      labels.push({ kind: 'label', side: q.rate.side, start: q.rate.start, end: q.rate.end, inRate: true });
    const said = inOrOut(text, end);
    if (said && !labels.some((label) => label.start < said.end && label.end > said.start))
      labels.push({ kind: 'label', side: said.side, start: said.start, end: said.end, inRate: false });
  }
  // 输入0.02元(缓存命中)/1元(缓存未命中): the bracket says which input.
  for (const label of labels.filter(({ side, inRate }) => side === 'input' && !inRate)) {
    const sum = sums.find((q) => q.start >= label.end);
    if (
      sum &&
      /^(?:每|百万|千|万|个|tokens?|词元|[为是约仅 ])*$/.test(text.slice(label.end, sum.start)) &&
      labels.some(
        (l) => l.start > sum.end && /^[(（]$/.test(text.slice(Math.max(sum.end, sum.rate?.end ?? 0), l.start)),
      )
    )
      labels.splice(labels.indexOf(label), 1);
  }
  const barriers = quantities.filter((q) => q.unit === 'money' && !sums.includes(q));
  tokens.push(...labels, ...barriers.map(({ start, end }) => ({ kind: 'barrier' as const, start, end })));
  tokens.push(...sumsOf(text, labels, sums));
  return tokens.sort((a, b) => a.start - b.start);
}

/** 输入(缓存命中), "per million input tokens for cache hits": which input. */
const narrows = (text: string, before: Label, hit: { start: number; end: number }): boolean =>
  before.side === 'input' &&
  (/^ ?[(（]$/.test(text.slice(before.end, hit.start))
    ? /^[)）]/.test(text.slice(hit.end))
    : before.inRate &&
      /^ ?(?:tokens?)? (?:for|on|with|when|if|served from|read from) (?:a |the )?$/.test(
        text.slice(before.end, hit.start),
      ));

/** The sums in order, an old price and the new one beside it as one. */
function sumsOf(text: string, labels: readonly Label[], sums: readonly Quantity[]): Sum[] {
  const made: Sum[] = [];
  for (let i = 0; i < sums.length; ) {
    const n = sumsMoved(text, labels, sums, i);
    for (const q of sums.slice(i, i + Math.max(n, 1))) {
      const now = n > 0 ? sums[sums.indexOf(q) + n] : undefined;
      // Of one price the pair is one thing; of several side by side the labels stand with the first ones.
      const end = now !== undefined && n === 1 ? now.end : q.end;
      made.push({ kind: 'sum', quantities: now ? [q, now] : [q], start: q.start, end });
    }
    i += n > 0 ? 2 * n : 1;
  }
  return made;
}

/** How many sums from here on move to as many behind them: "从2.4元降至1.2元" one, "2.4元、9.6元下调至1.2元、4.8元" two; 0 for none. */
function sumsMoved(text: string, labels: readonly Label[], sums: readonly Quantity[], at: number): number {
  const gap = (i: number): string => text.slice(sums[i]?.end, sums[i + 1]?.start);
  const plain = (i: number): boolean =>
    !labels.some(
      (label) => !label.inRate && label.start >= (sums[i]?.end ?? 0) && label.end <= (sums[i + 1]?.start ?? 0),
    );
  const joined = (from: number, to: number): boolean => {
    for (let i = from; i < to; i++) if (!plain(i) || !isJoint(gap(i))) return false;
    return true;
  };
  for (let n = 3; n > 0; n--) {
    const last = at + n - 1;
    if (at + 2 * n > sums.length || !plain(last) || !MOVED.test(gap(last)) || ofOther(sums[at], sums[at + n])) continue;
    if (joined(at, last) && joined(last + 1, last + n)) return n;
  }
  return 0;
}

/** "$2/m output to $0.60/m input": of two meters, by the rates of the two. */
const ofOther = (one: Quantity | undefined, other: Quantity | undefined): boolean =>
  one?.rate?.side != null && other?.rate?.side != null && one.rate.side !== other.rate.side;

interface Group {
  readonly sum: Sum;
  readonly sides: readonly TokenSide[];
}
interface Cut {
  readonly cost: number;
  readonly groups: readonly Group[];
}

const SKIPPED_LABEL = 2;
const SKIPPED_RATE = 0.8;
const SKIPPED_SUM = 6;
/** One of several side by side without a label: they may be for the meters of others. */
const BARE_SUM = 2;

/** The cheapest way to cut a row into groups, from its end to its beginning. */
function cut(text: string, tokens: readonly Token[]): Cut {
  const best: Cut[] = [];
  best[tokens.length] = { cost: 0, groups: [] };
  for (let i = tokens.length - 1; i >= 0; i--) {
    let least: Cut | null = null;
    for (const { length, cost, groups } of groupsAt(text, tokens, i)) {
      const rest = best[i + length];
      if (rest && (least === null || cost + rest.cost < least.cost))
        least = { cost: cost + rest.cost, groups: [...groups, ...rest.groups] };
    }
    best[i] = least ?? { cost: Number.POSITIVE_INFINITY, groups: [] };
  }
  return best[0] ?? { cost: 0, groups: [] };
}

/**
 * "... down to $2 and $10", "the larger one is $4 and $18": bare sums side by side are for the meters told beside them, in their
 * order: those before, else those behind.
 */
function likeOthers(text: string, groups: readonly Group[]): Group[] {
  const made: Group[] = [];
  for (let i = 0; i < groups.length; ) {
    let last = i + 1;
    while (groups[last]?.sides.length === 0 && isJoint(text.slice(groups[last - 1]?.sum.end, groups[last]?.sum.start)))
      last++;
    const run = groups.slice(i, last);
    const bare = run.length > 1 && run[0]?.sides.length === 0;
    const sides = bare ? (slashed(text, run) ?? sidesLike(made, groups.slice(last), run.length)) : null;
    made.push(...run.map((group, at) => (sides ? { ...group, sides: sides[at] ?? [] } : group)));
    i = last;
  }
  return made;
}

/** "mini版$0.75/$4.5": what goes in, and what comes out. */
const slashed = (text: string, [one, other, ...more]: readonly Group[]): readonly TokenSide[][] | null =>
  one && other && more.length === 0 && /^ ?\/ ?$/.test(text.slice(one.sum.end, other.sum.start))
    ? [['input'], ['output']]
    : null;

function sidesLike(before: readonly Group[], behind: readonly Group[], size: number): readonly TokenSide[][] | null {
  for (const groups of [before.slice(-size), behind.slice(0, size)]) {
    const sides = groups.map((group) => [...group.sides]);
    if (sides.every(({ length }) => length === 1) && new Set(sides.flat()).size === size) return sides;
  }
  return null;
}

interface Option extends Cut {
  /** How many tokens it takes. */
  readonly length: number;
}

/** The groups that may begin at a token. */
function* groupsAt(text: string, tokens: readonly Token[], at: number): Generator<Option> {
  const first = tokens[at];
  if (!first) return;
  if (first.kind === 'barrier') {
    yield { length: 1, cost: 0, groups: [] };
    return;
  }
  if (first.kind === 'label') yield { length: 1, cost: first.inRate ? SKIPPED_RATE : SKIPPED_LABEL, groups: [] };
  else yield { length: 1, cost: SKIPPED_SUM, groups: [{ sum: first, sides: [] }] };
  const run = sameKind(text, tokens, at);
  if (run.length > 1 && run.every(isSum))
    yield {
      length: run.length,
      cost: BARE_SUM * run.length,
      groups: run.filter(isSum).map((sum) => ({ sum, sides: [] })),
    };
  for (let n = 1; n <= run.length; n++) {
    const head = run.slice(0, n);
    const second = sameKind(text, tokens, at + n);
    if (second[0]?.kind === first.kind) continue;
    const tail = second.slice(0, n);
    const gap = text.slice(head.at(-1)?.end, tail[0]?.start);
    const [labels, sums] = first.kind === 'label' ? [head, tail] : [tail, head];
    const cost = first.kind === 'label' ? labelFirst(gap) : sumFirst(gap);
    if (tail.length === n) yield option(2 * n, cost + (n > 1 ? 0.1 : 0), zip(labels, sums));
    // 输入和输出都是0.02元, "$3 for input and output alike"
    if (n === 2 && first.kind === 'label') yield option(3, cost + 1, both(head, second[0]));
    // V3和R1的输入价分别为0.5元和1元: one meter of several models.
    if (n === 1 && first.kind === 'label' && second.length > 1)
      yield option(
        1 + second.length,
        cost + 0.5,
        second.filter(isSum).map((sum) => ({ sum, sides: [first.side] })),
      );
    if (n === 1 && first.kind === 'sum' && second.length > 1)
      yield option(3, cost + 1, both(second.slice(0, 2), first));
  }
}

const option = (length: number, cost: number, groups: readonly Group[]): Option => ({
  length,
  groups,
  cost: groups.reduce((sum, group) => sum + (isAtOdds(group) ? AT_ODDS : 0), cost),
});
const AT_ODDS = 3;

/** The sum's own rate names another meter, and none that the label narrows down. */
const isAtOdds = ({ sum, sides }: Group): boolean =>
  sum.quantities.some(
    ({ rate }) =>
      rate?.side != null &&
      !sides.includes(rate.side) &&
      !(rate.side === 'input' && sides.some((side) => side === 'cached_input' || side === 'cache_write')),
  );

/** The tokens of one kind from here on that only a joint keeps apart. */
function sameKind(text: string, tokens: readonly Token[], at: number): Token[] {
  const run: Token[] = [];
  for (let i = at; i < tokens.length; i++) {
    const token = tokens[i];
    const before = run.at(-1);
    if (!token || token.kind === 'barrier' || (before && before.kind !== token.kind)) break;
    if (before && !atOnce(before, token) && !isJoint(text.slice(before.end, token.start))) break;
    run.push(token);
  }
  return run;
}

/** 输入输出价格分别为: the two sides of a model, said in one. */
const atOnce = (one: Token, other: Token): boolean =>
  one.kind === 'label' &&
  other.kind === 'label' &&
  one.end === other.start &&
  one.side === 'input' &&
  other.side === 'output';

const zip = (labels: readonly Token[], sums: readonly Token[]): Group[] =>
  sums.flatMap((sum, i) => {
    const label = labels[i];
    return isSum(sum) && label?.kind === 'label' ? [{ sum, sides: [label.side] }] : [];
  });

const both = (labels: readonly Token[], sum: Token | undefined): Group[] =>
  sum?.kind === 'sum' ? [{ sum, sides: labels.flatMap((label) => (label.kind === 'label' ? [label.side] : [])) }] : [];

const UNIT =
  '(?:[/每]|per |a |元|美元|each )*(?:1? ?million|1 ?m|百万|千|万|1,000|1k|k)?(?: ?个)? ?(?:tokens?|mtok|词元)?';
const JOINT = new RegExp(`^(?:tokens?|价格?)? ?${UNIT} ?(?:,|，|、|/|\\||and|和|与|及|以及|,? and|&) ?(?:the )?$`);
const isJoint = (gap: string): boolean => JOINT.test(gap.trimStart());

/** Words that say nothing of what is priced. */
const FILLER =
  /tokens?|词元|价格?|定价|单价|费用?|成本|收费|报价|费率|\bpric(?:es?|ed|ing)\b|\brates?\b|\bcosts?\b|\bfees?\b|\bcharged?\b|\b(?:is|are|was|were|at|of|for|to|from|now|just|only|about|around|each|per|a|an|the|will|be|run|runs|goes|sits?|stays?|remains?)\b|million|1m|约|仅|只|需|要|为|是|均|都|则|从|由|每|百万|千|万|个|元|降|涨|上调|下调|调整|至|到|的|即|收取?|卖|低|分别|依次|respectively|[:：=\-–—\s()（）*`"“”]/g;
const STOP = /[,;，；。]/g;

/** What stands between a label and the sum behind it, as a cost. */
function labelFirst(gap: string): number {
  const rest = gap.replace(FILLER, '');
  return 0.06 * Math.min(rest.length, 60) + 4 * (rest.match(STOP)?.length ?? 0);
}

const BEHIND =
  /tokens?|词元|\b(?:for|of|on|in|the|an?|per|every|each|as|million|mtok)\b|1m|百万|千|每|个|元|\/|[\s()（）*`]/g;

/** What stands between a sum and the label behind it: nothing but the unit, or "for". */
function sumFirst(gap: string): number {
  const rest = gap.replace(BEHIND, '');
  return 0.3 + 0.15 * Math.min(rest.length, 40) + 4 * (rest.match(STOP)?.length ?? 0);
}
