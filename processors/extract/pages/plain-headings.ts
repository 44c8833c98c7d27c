import { fold } from '../../normalise/fold.ts';
import { findMode } from '../../normalise/modes.ts';
import type { Element, Parent } from './dom.ts';
import { type Ancestor, BOLD, mayHead, PLAIN, type Shown, survey } from './heading-survey.ts';

interface Candidate {
  readonly element: Element;
  readonly text: string;
  /** Its place in what the page shows. */
  readonly at: number;
}

/** How far a section is read for what it holds. */
const FARTHEST = 400;
/** The lowest heading made here. */
const LOWEST = 5;

/**
 * Makes headings of blocks that are headings in all but their tag: short lines of one kind (a class of their own, or all in bold),
 * each over what comes as far as the next one of its kind, with a table or a list or prices in it. Badges beside names are hidden.
 */
export function markHeadings(document: Parent): void {
  const { shown, badges, mixed } = survey(document);
  for (const badge of badges) badge.attribs['hidden'] = '';
  const kinds = new Map<string, Candidate[]>();
  shown.forEach((one, at) => {
    if (one.is !== 'candidate' || (mixed.has(one.kind) && one.kind !== PLAIN && !one.kind.endsWith(BOLD))) return;
    const members = kinds.get(one.kind);
    if (members === undefined) kinds.set(one.kind, [{ ...one, at }]);
    else members.push({ ...one, at });
  });
  if (kinds.size === 0) return;
  const open = openLevels(shown);
  const headings = new Set(shown.flatMap((one, at) => (one.is === 'heading' ? [at] : [])));
  const found = [...kinds].flatMap(([kind, members]) => {
    if (!headsSections(kind, members, { shown, open, headings })) return [];
    for (const { at } of members) headings.add(at);
    return [members];
  });
  let level = 0;
  for (const members of outermostFirst(found, shown)) {
    level = Math.max(level, median(members.map(({ at }) => open[at] ?? 0))) + 1;
    const depths = depthsOf(members);
    members.forEach(({ element }, index) => {
      element.name = `h${Math.min(LOWEST, level + (depths[index] ?? 0))}`;
    });
    level += depths.reduce((most, depth) => Math.max(most, depth), 0);
  }
}

/** How deep each heading of one kind stands: right over another of the kind is higher, what comes again under one after another is lower. */
function depthsOf(members: readonly Candidate[]): number[] {
  const counts = new Map<string, number>();
  for (const { text } of members) counts.set(text, (counts.get(text) ?? 0) + 1);
  const recurs = ({ text }: Candidate) => (counts.get(text) ?? 0) > 1;
  const parts = members.filter(recurs).length * 2 > members.length && !members.every(recurs);
  const stacked = members.map(({ at }, index) => members[index + 1]?.at === at + 1);
  const depths = members.map(
    (member, index) => (stacked[index] === true || !stacked.includes(true) ? 0 : 1) + (parts && recurs(member) ? 1 : 0),
  );
  const least = depths.reduce((one, depth) => Math.min(one, depth), 2);
  return depths.map((depth) => depth - least);
}

const median = (numbers: readonly number[]): number =>
  [...numbers].sort((a, b) => a - b)[Math.floor((numbers.length - 1) / 2)] ?? 0;

/** Kinds in the order of their levels: one that is followed by another before any table, list or price stands over it. */
function outermostFirst(found: readonly Candidate[][], shown: readonly Shown[]): Candidate[][] {
  const kindAt = new Map(found.flatMap((members, kind) => members.map(({ at }) => [at, kind] as const)));
  const leads = new Map<string, number>();
  for (const [at, kind] of kindAt) {
    let next = at + 1;
    while (shown[next]?.is === 'text' || (shown[next]?.is === 'candidate' && !kindAt.has(next))) next++;
    const other = kindAt.get(next);
    if (other !== undefined && other !== kind) leads.set(`${kind} ${other}`, (leads.get(`${kind} ${other}`) ?? 0) + 1);
  }
  const isOver = (one: number, other: number) =>
    (leads.get(`${one} ${other}`) ?? 0) > (leads.get(`${other} ${one}`) ?? 0);
  const order: number[] = [];
  found.forEach((_, kind) => {
    const under = order.findIndex((placed) => isOver(kind, placed));
    if (under < 0) order.push(kind);
    else order.splice(under, 0, kind);
  });
  return order.flatMap((kind) => found.slice(kind, kind + 1));
}

/** The level of the heading by its tag that is open at each place. */
function openLevels(shown: readonly Shown[]): number[] {
  let level = 0;
  return shown.map((one) => {
    if (one.is === 'heading' && one.level <= LOWEST) level = one.level;
    return level;
  });
}

/** A page as read so far: what it shows, the level open at each place, and where its headings are. */
interface Outline {
  readonly shown: readonly Shown[];
  readonly open: readonly number[];
  readonly headings: ReadonlySet<number>;
}

function headsSections(kind: string, members: readonly Candidate[], outline: Outline): boolean {
  const share = (test: (section: Section) => boolean): number => sections.filter(test).length / sections.length;
  const [only, ...others] = members;
  if (only === undefined) return false;
  if (others.length === 0) return beginsBlock(outline.shown[only.at + 1]) && (kind.endsWith(BOLD) || TITLED.test(kind));
  const cards = new Set(members.map(({ element }) => element.parent)).size === members.length;
  const sections = members.map((member, index) =>
    sectionOf(member, members[index + 1]?.at ?? outline.shown.length, outline, cards),
  );
  const tables = outline.shown.filter(({ is }) => is === 'table').length;
  const distinct = new Set(members.map(({ text }) => text)).size / members.length;
  // "On-demand", "Reserved (12-month)" over an amount each: how it is bought, and no title of a card.
  const ways = members.filter(
    ({ text, at }) =>
      text.length <= 30 && findMode(fold(text)) !== null && isOverAmount(outline.shown.slice(at + 1, at + 3)),
  ).length;
  if (ways * 2 > members.length) return false;
  return (
    share(({ afterPrice }) => afterPrice) <= 0.2 &&
    share(({ subtitle }) => subtitle) < 0.8 &&
    share(({ empty }) => empty) <= 0.4 &&
    share(({ structured }) => structured) >= (kind.endsWith(BOLD) ? 0.05 : 0.2) &&
    (distinct > 0.5 || share(({ direct }) => direct) >= 0.8) &&
    // Lines that nothing sets apart are headings where every table has one of its own.
    (kind !== PLAIN || (distinct === 1 && members.length === tables))
  );
}

/** True where the next that is shown, a remark aside, is an amount that no label of its own stands before. */
function isOverAmount(next: readonly Shown[]): boolean {
  const money = next.find(({ is }) => is !== 'text');
  return money?.is === 'money' && !LABELLED.test(money.text);
}

interface Section {
  /** Nothing comes before the next of its kind. */
  readonly empty: boolean;
  /** A table, a list or a group of lines with prices stands in it. */
  readonly structured: boolean;
  /** It begins with a table or a list. */
  readonly direct: boolean;
  /** What is said of a price right before it, no heading. */
  readonly afterPrice: boolean;
  /** It stands right under a heading, or a line that may be one. */
  readonly subtitle: boolean;
}

function sectionOf(
  { element, at }: Candidate,
  end: number,
  { shown, open, headings }: Outline,
  cards: boolean,
): Section {
  const around = ancestorsOf(element);
  const groups = new Map<unknown, { lines: number; priced: boolean }>();
  let structured = false;
  let labelled = 0;
  let last = at + 1;
  for (; last < Math.min(end, at + FARTHEST) && !structured; last++) {
    const one = shown[last];
    if (one === undefined || (one.is === 'heading' && one.level <= (open[at] ?? 0))) break;
    if (one.is === 'table' || one.is === 'list') structured = true;
    if (one.is !== 'text' && one.is !== 'money') continue;
    const key = outermost(one.block, around);
    const group = groups.get(key) ?? { lines: 0, priced: false };
    groups.set(key, { lines: group.lines + 1, priced: group.priced || one.is === 'money' });
    if (one.is === 'money' && LABELLED.test(one.text)) labelled++;
    structured = labelled > 1 || (group.lines > 0 && (group.priced || one.is === 'money') && key !== null);
  }
  const before = shown[at - 1];
  return {
    empty: last === at + 1,
    structured,
    direct: last > at + 1 && beginsBlock(shown[at + 1]),
    afterPrice: isUnderPrice(element, around, before, shown[at - 2]),
    subtitle: headings.has(at - 1) || (before !== undefined && standsOver(before, element, cards)),
  };
}

const beginsBlock = (next: Shown | undefined): boolean => next?.is === 'table' || next?.is === 'list';

/** True right under a price that stands alone beside it. */
function isUnderPrice(
  { parent }: Element,
  around: ReadonlySet<Ancestor>,
  before: Shown | undefined,
  above: Shown | undefined,
): boolean {
  if (before?.is !== 'money' || before.text.length > 40) return false;
  const group = outermost(before.block, around);
  const isAlone = above === undefined || !('block' in above) || outermost(above.block, around) !== group;
  return group !== null && group.parent === parent && isAlone;
}

/** True for a line beside an element that may be its title; in a card for anything, which makes the element none. */
function standsOver(before: Shown, { parent }: Element, cards: boolean): boolean {
  if (before.is === 'candidate' || before.is === 'heading') return before.element.parent === parent;
  if (before.is !== 'text' || (before.block !== parent && before.block?.parent !== parent)) return false;
  return cards || mayHead(before.text);
}

function ancestorsOf(element: Element): ReadonlySet<Ancestor> {
  const found = new Set<Ancestor>();
  for (let up: Ancestor = element.parent; up !== null; up = up.parent) found.add(up);
  return found;
}

/** The outermost element around a block that does not hold the heading too; null where the block itself does. */
function outermost(block: Ancestor, around: ReadonlySet<Ancestor>): Ancestor {
  let found: Ancestor = null;
  for (let up = block; up !== null && !around.has(up); up = up.parent) found = up;
  return found;
}

/** "Input $2.00", and no "$2.00" or "from $2.00" of a cell. */
const LABELLED = /^(?!from\b|starting\b|up to\b|as low as\b|[A-Z]{2,3}\s?\$|[A-Z]{3} )\p{L}/iu;

/** A class that calls itself a heading. */
const TITLED = /\bhead(?:ing|line)?\b|title/i;
