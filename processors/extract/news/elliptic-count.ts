import { isBareCount, isStrong, type Line } from './bare-count.ts';
import type { Block } from './blocks.ts';
import { countOfTopic } from './count-of-topic.ts';
import {
  type Counted,
  type CountUnit,
  chipsBefore,
  figureFirst,
  isLabelled,
  isStateLabelled,
  meantBy,
  namedAs,
  namesWho,
  openingNames,
  unitsOf,
} from './counted-noun.ts';
import { shift } from './numbers.ts';
import type { Quantity } from './quantity.ts';
import type { Reading } from './reading.ts';
import type { Sentence } from './sentences.ts';
import type { Thread } from './thread.ts';

/** The text around a sentence, as far as counts need it. */
interface Surroundings {
  readonly folded: string;
  readonly blocks: readonly Block[];
  readonly sentences: readonly Sentence[];
  readonly titleText: string;
  readonly thread: Thread;
  reading(index: number): Reading;
}

/** "from 12,000 to 40,000 GPUs", 从2000亿到4.6万亿tokens */
const MOVES_TO =
  /^ ?(?:to|→|and then(?: to)?|一?路?(?:增|涨|升|扩|跳|提)?[加长高大]?[到至]了?) ?(?:about |around |over |nearly |some |如今的?|现在的?|约|近|超过?)*$/;
/** So many sentences back somebody still knows what is counted. */
const REACH = 3;
/** So many lines a list may have above the one that is read. */
const LINES = 16;
/** Who counts on stays within these of what was counted last. */
const FEWEST: Readonly<Record<CountUnit, number>> = { chips: 1 / 2000, tokens: 1 / 20_000, watts: 1 / 60 };
const MOST: Readonly<Record<CountUnit, number>> = { chips: 300, tokens: 20_000, watts: 60 };
const SMALLEST: Readonly<Record<CountUnit, number>> = { chips: 100, tokens: 1e8, watts: 1e6 };
/** Nobody counts megawatts by the thousand where gigawatts would do. */
const THOUSANDS = 1000;
/** Something else that is counted in such numbers may be meant as well. */
const ALIKE = 20;
/** "180 billion pages and adds 2 billion": told in millions and billions both. */
const ALIKE_LARGE = 1000;

const sizeOf = (q: Quantity): number => Number(q.min ?? q.max);

/**
 * "It will have 19,000 GPUs by June. Today it runs 9,500": a number that has no noun of its own, and that says neither money nor
 * anything else, counts what was counted last: before it in its sentence, in the sentences above, in the head of its list.
 */
export function withEllipticCounts(
  article: Surroundings,
  line: Line,
  quantities: readonly Quantity[],
): readonly Quantity[] {
  const power = quantities.some((q) => q.unit === 'watts');
  if (!quantities.some((q) => (q.unit === 'number' && (sizeOf(q) >= 10 || q.large || power)) || inPieces(line.text, q)))
    return quantities;
  const made = [...quantities];
  for (const [i, q] of made.entries()) {
    if (inPieces(line.text, q)) {
      const counted = namedInClause(line.text, q);
      made[i] = (counted && asCounted(line.text, q, counted)) ?? q;
      continue;
    }
    if (q.unit !== 'number') continue;
    const next = quantities[i + 1];
    const to = next && isCounted(next) && MOVES_TO.test(line.text.slice(q.end, next.start)) ? next : null;
    const units = unitsOf(line, q);
    const bare = to !== null || units !== undefined || isBareCount(line, q);
    const told = to ? countedOf(line.text, to) : bare ? (units ?? meantIn(line, made, i)) : undefined;
    // "800 million users, up from 400 million": the sentence says that it is something else.
    const counted =
      to || (told === null && bare)
        ? told
        : (told ?? (bare ? aboveOf(article, line, q) : null) ?? countOfTopic(article, line, q, bare));
    const taken = counted ? asCounted(line.text, q, counted) : null;
    if (taken) made[i] = taken;
  }
  return made;
}

/** 100万个: pieces of whatever was named. */
const inPieces = (text: string, q: Quantity): boolean => q.unit === 'other' && text[q.end - 1] === '个';

/** 部署的GPU数量将远超100万个: where the clause of the number says what is counted. */
const namedInClause = (text: string, q: Quantity): Counted | undefined => {
  const lead = /[^,，。;；]*$/.exec(text.slice(0, q.start))?.[0] ?? '';
  return namedAs(lead, { ...q, start: lead.length });
};

/** What a number of a sentence counts, as the sentence itself tells; undefined where it does not tell. */
function meantIn({ text, entities }: Line, quantities: readonly Quantity[], at: number): Counted | null | undefined {
  const q = quantities[at];
  if (!q) return undefined;
  const first = figureFirst(text, q);
  if (first) return first;
  // "200k (50k H200s)": so many of them are of one kind.
  const next = quantities[at + 1];
  if (next && isCounted(next) && /^ ?\($/.test(text.slice(q.end, next.start))) return countedOf(text, next);
  const last = lastCounted(text, quantities.slice(0, at), q);
  return (
    // "500 megawatts, and it puts the number of GPUs at 120,000": what its own clause names, after power.
    (last?.unit === 'watts' ? namedInClause(text, q) : undefined) ??
    last ??
    namedAs(text, q) ??
    // "the hall is all GB300, about 24,000 of them"
    (isStrong(text, q) ? chipsBefore(text, entities, q) : undefined) ??
    last
  );
}

/** The last thing that was counted; null where it is something else that numbers like this one count. */
function lastCounted(text: string, quantities: readonly Quantity[], q: Quantity): Counted | null | undefined {
  for (const other of quantities.toReversed()) {
    // "104,000 chips go into a 240-megawatt campus. Sines gets 12,600": thousands are of chips, where both were told.
    const chips =
      other.unit === 'watts' &&
      sizeOf(q) >= THOUSANDS &&
      quantities.findLast((o) => o.unit === 'chips' && sizeOf(o) >= THOUSANDS);
    if (chips) return countedOf(text, chips);
    // "(8卡H800)": how large one machine is.
    if (isCounted(other))
      return other.unit === 'chips' && sizeOf(other) < SMALLEST.chips ? null : countedOf(text, other);
    if (other.unit === 'money' && q.large) return null;
    if (other.unit !== 'other' && other.unit !== 'number') continue;
    if (other.unit === 'number' && !/^ [a-z]{3,}|^ ?[\u4e00-\u9fff]/.test(text.slice(other.end))) continue;
    const ratio = sizeOf(q) / sizeOf(other);
    const alike = q.large && other.large ? ALIKE_LARGE : ALIKE;
    if (ratio < alike && ratio > 1 / alike && sizeOf(other) >= 100) return null;
  }
  return undefined;
}

/** What the sentences above count; null where they do not tell. */
function aboveOf(article: Surroundings, line: Line, q: Quantity): Counted | null {
  const { index, text } = line;
  const block = article.sentences[index]?.block ?? -1;
  // "Meta: 224,000", an item of a tally; "Max output: 100K" names what it counts itself.
  if (isLabelled(text, q) && !isStateLabelled(text, q)) return namesWho(line, q) ? listAbove(article, index, q) : null;
  if (isStateLabelled(text, q)) return listAbove(article, index, q);
  for (const i of article.thread.before(index, REACH)) {
    const other = article.sentences[i]?.block ?? -1;
    if (other !== block && !(isItemBelow(article, other, block) && TAKES_UP.test(around(text, q)))) break;
    const above = article.reading(i);
    const counted = lastCounted(above.text, above.quantities, q) ?? meantBy(above, isStrong(text, q));
    if (counted !== undefined) return counted;
  }
  return null;
}

/** True where one block is an item of the list that the other stands above in. */
const isItemBelow = ({ blocks }: Surroundings, above: number, below: number): boolean =>
  blocks.slice(above, below + 1).every(({ kind }) => kind === 'bullet');
/** "Some 10,000 of them", "The other 4,000", "4,000 more", "Biggest slice: Yotta with 9,216, of which 8,192": a part of what the item above counts. */
const TAKES_UP =
  /^.*# of (?:them|these|those|which|the total)\b|\b(?:the (?:other|remaining|rest,?|last|first)|another|a further|of (?:them|these|those|which)) (?:some |about |around )?#|^.*# more\b|\b(?:slice|share|part|portion|holder|lot|chunk|block)s?: [\w .&'-]{2,30} (?:with|at|has|gets|takes) #/;
/** A sentence with a mark in place of the number. */
const around = (text: string, q: Quantity): string => `${text.slice(0, q.start)}#${text.slice(q.end)}`;

/** What the items of a list count: those above, or the line that opens it. */
function listAbove(article: Surroundings, index: number, q: Quantity): Counted | null {
  for (let i = index - 1; i >= 0 && i >= index - LINES; i--) {
    const { block } = article.sentences[i] ?? { block: -1 };
    const above = article.reading(i);
    const isItem = article.blocks[block]?.kind === 'bullet' || above.quantities.some((o) => isLabelled(above.text, o));
    const counted = lastCounted(above.text, above.quantities, q);
    if (counted !== undefined) return counted;
    if (isItem) continue;
    const told = openingNames(above.text);
    // "Who got the H100s? Omdia's count:" is told in one line.
    if (told || article.sentences[i - 1]?.block !== block) return told ?? null;
  }
  return (index <= LINES && openingNames(article.titleText)) || null;
}

const isCounted = (q: Quantity): boolean => q.unit === 'chips' || q.unit === 'tokens' || q.unit === 'watts';

function countedOf(text: string, q: Quantity): Counted | null {
  if (q.unit !== 'chips' && q.unit !== 'tokens' && q.unit !== 'watts') return null;
  const steps =
    q.unit === 'watts' ? /([kmgt])w|(千|兆|吉)瓦|(kilo|mega|giga|tera)watt/.exec(text.slice(q.start, q.end)) : null;
  const step = steps?.[1] ?? steps?.[2] ?? steps?.[3]?.[0] ?? '';
  return { unit: q.unit, size: sizeOf(q), exponent: STEPS[step] ?? 0 };
}
const STEPS: Readonly<Record<string, number>> = { k: 3, 千: 3, m: 6, 兆: 6, g: 9, 吉: 9, t: 12 };

/** The number in the unit of what was counted; null where it would be too many or too few of them. */
function asCounted(text: string, q: Quantity, { unit, size, exponent }: Counted): Quantity | null {
  const scaled = (value: string | null): string | null => (value === null ? null : shift(value, exponent));
  const value = sizeOf(q) * 10 ** exponent;
  if (value < SMALLEST[unit] || (unit === 'chips' && !Number.isInteger(value))) return null;
  if (unit === 'tokens' && !q.large) return null;
  // "2.4 GW, of which 900 ...": not in the same steps.
  if (unit === 'watts' && q.large) return null;
  if (size !== null && (value / size < FEWEST[unit] || value / size > MOST[unit])) return null;
  if (unit === 'chips' && /^\d+\.\d+$/.test(text.slice(q.start, q.end))) return null;
  return { ...q, unit, min: scaled(q.min), max: scaled(q.max), noun: null, elliptic: true };
}
