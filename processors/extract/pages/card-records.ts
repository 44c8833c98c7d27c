import type { Label } from './label.ts';
import { machineOver } from './machine-cards.ts';
import type { Line, Surroundings } from './model.ts';
import { CARD_NUMBER, FAMILY, PLAN_NAME, PRICE_WORDS, PRICING_OF, STEP, WAY_TO_PAY } from './names.ts';
import { type PageContext, productOfHeading, topicIn } from './page-context.ts';

export type Kind = 'heading' | 'empty' | 'money' | 'label' | 'title' | 'spec' | 'noise' | 'text';

/** A line with what it is. */
export interface Seen {
  /** Its place among the lines seen. */
  readonly at: number;
  readonly line: Line;
  /** As the page writes it, whatever it is read as. */
  readonly written: string;
  readonly text: string;
  readonly label: Label;
  readonly kind: Kind;
}

/** Lines of the innermost card that holds the line and has a title; all lines where the markup does not group. */
export function recordOf(seen: readonly Seen[], index: number): readonly Seen[] {
  const path = seen[index]?.line.path ?? [];
  for (let depth = path.length; depth > 0; depth--) {
    const inside = (one: Seen | undefined) =>
      one !== undefined && one.line.path[depth - 1] === path[depth - 1] && one.line.path.length >= depth;
    let first = index;
    let last = index;
    while (last - first <= LONGEST && inside(seen[first - 1])) first--;
    while (last - first <= LONGEST && inside(seen[last + 1])) last++;
    if (last - first > LONGEST) break;
    const record = seen.slice(first, last + 1);
    if (
      isNamedRow(record) ||
      record.some(
        (one) =>
          (one.kind === 'title' && !isModality(one.text)) || (one.kind === 'heading' && one.label.region === null),
      )
    )
      return record;
  }
  return flatRecord(seen, index);
}

/** "Volume disk", "$0.10/GB/month": words, measure as they may elsewhere, and nothing but prices behind them. */
const isNamedRow = ([first, ...others]: readonly Seen[]): boolean =>
  first !== undefined &&
  mayName(first) &&
  !isModality(first.text) &&
  others.length > 0 &&
  others.every(({ kind }) => kind === 'money');

/** Where a price of a record holds: the nearest heading over it that is a place, else a place in its own card. */
export function placeOf(index: number, record: readonly Seen[]): Seen | undefined {
  const over = openHeadings(record.filter((one) => one.at < index && one.kind === 'heading'));
  const path = record.find(({ at }) => at === index)?.line.path ?? [];
  return (
    over.find(({ label }) => label.region !== null) ??
    record.findLast(
      ({ at, kind, label, line }) =>
        at < index && kind === 'label' && label.region !== null && line.path.every((id, depth) => id === path[depth]),
    )
  );
}

/** "Read units", "Write operations": what a database counts. */
export const OPERATIONS = /^(?:reads?|writes?) (?:units?|operations?|ops|requests?)$/i;

/** Beyond this a name is no longer that of a price, and a group of lines no longer a card. */
const FARTHEST = 60;
const LONGEST = 300;

/** Without markup a record begins at the first name after the last price before it. */
function flatRecord(seen: readonly Seen[], index: number): readonly Seen[] {
  let first = index;
  let named = false;
  while (first > 0 && index - first < FARTHEST) {
    const above = seen[first - 1];
    if (above === undefined) break;
    if ((above.kind === 'money' || above.kind === 'empty') && named) break;
    // "Cache storage", "Free" within a card: one of its labels has no price.
    if (above.kind === 'empty' && (named || seen[first - 2]?.kind !== 'label')) break;
    if (above.kind === 'title' || above.kind === 'heading') named = true;
    first--;
  }
  let last = index;
  while (
    last + 1 < seen.length &&
    last - index < FARTHEST &&
    seen[last + 1]?.kind !== 'title' &&
    seen[last + 1]?.kind !== 'heading'
  )
    last++;
  return seen.slice(first, last + 1);
}

/** What the cards of a page tell of their names together. */
export interface Titles {
  /** Headings that are plans. */
  readonly plans: ReadonlySet<number>;
  /** How often each title comes. */
  readonly times: ReadonlyMap<string, number>;
  /** "RS 1000 G12" and "RS 2000 G12" under one heading: titles that differ by their numbers. */
  readonly series: ReadonlySet<number>;
  /** Something sets headings or cards apart: no text copy. */
  readonly isMarkedUp: boolean;
}

export function titlesOf(seen: readonly Seen[]): Titles {
  const times = new Map<string, number>();
  const forms = new Map<string, Seen[]>();
  let heading = -1;
  for (const one of seen) {
    if (one.kind === 'heading') heading = one.at;
    if (one.kind !== 'title') continue;
    times.set(one.text, (times.get(one.text) ?? 0) + 1);
    if (!/\p{L}.*\d/u.test(one.text)) continue;
    const form = `${heading} ${one.text.replaceAll(/\d+/g, '0')}`;
    forms.set(form, [...(forms.get(form) ?? []), one]);
  }
  const series = [...forms.values()].filter((group) => new Set(group.map(({ text }) => text)).size > 1);
  const isMarkedUp = seen.some(({ line }) => (line.level > 0 && line.level < 6) || (line.path[0] ?? -1) >= 0);
  return { plans: plansOf(seen), times, series: new Set(series.flat().map(({ at }) => at)), isMarkedUp };
}

/** Headings that are plans by what stands beside them, "Standard", "Go", "Serverless" beside "Free": at least one of them is no word for a way of buying as well. */
function plansOf(seen: readonly Seen[]): ReadonlySet<number> {
  const headings = seen.filter(({ kind }) => kind === 'heading');
  const plain = headings.filter(({ text, label }) => PLAN_NAME.test(text) && label.mode === null);
  return new Set(
    headings
      .filter(
        ({ text, label, line }) =>
          (PLAN_NAME.test(text)
            ? label.mode === 'standard' || productOfHeading(line.text) === null
            : WAY_AS_PLAN.test(text)) &&
          plain.some((other) => other.line.level === line.level && other.line.path.length === line.path.length),
      )
      .map(({ at }) => at),
  );
}
const WAY_AS_PLAN = /^(?:serverless|dedicated|on[- ]demand|reserved|provisioned)$/i;

/** The name of a record: its heading, else the line that looks most like a product, the first of equals. */
export function titleOf(
  index: number,
  record: readonly Seen[],
  { plans, times, series, isMarkedUp }: Titles,
  page: PageContext,
): string | null {
  const before = record.filter((one) => one.at < index);
  const headings = openHeadings(before.filter((one) => one.kind === 'heading'));
  // "Standard" beside "Enterprise" is a plan, and no way of buying.
  if (headings[0] !== undefined && plans.has(headings[0].at)) return headings[0].line.text;
  const heading = overTagline(
    headings.filter((one) => productOfHeading(one.line.text) !== null && !one.label.isVocabulary),
  );
  const floor = heading ?? headings[0];
  const after = floor === undefined ? before : before.filter((one) => one.at > floor.at);
  const [first] = record;
  if (first?.kind === 'spec' && isNamedRow(record)) return first.line.text;
  const told = nameOverTexts(index, record, { plans, times, series, isMarkedUp });
  if (told !== null) return told;
  const paired =
    pairName(index, floor, record) ?? nameBelow(index, record, page) ?? onlyItem(index, floor, record, page);
  if (paired !== null) return paired;
  const timesOf = (one: Seen) => times.get(one.text) ?? 1;
  const score = (one: Seen) =>
    // "AMD EPYC 9645" in the card of every server
    (timesOf(one) >= 2 * rarest ? -5 : 0) +
    (FAMILY.test(one.text) || CARD_NUMBER.test(one.text) || CODED.test(one.line.text)
      ? 4
      : PLAN_NAME.test(one.text)
        ? WAY_TO_PAY.test(one.text)
          ? 1
          : 3
        : 0) +
    (/\d/.test(one.text) ? 2 : 0) -
    (REMARK.test(one.line.text) ? 6 : 0) -
    (PRICING_OF.test(one.text) ? 5 : 0) +
    (one.text.length <= 40 ? 1 : 0) +
    (page.label(one.text).residue.length > 1 ? 1 : -3) -
    (/\b(?:series|family|models|collection)$|系列$/i.test(one.text) ? 2 : 0) -
    (/^[a-z0-9]+(?:[-_.][a-z0-9]+)+$/.test(one.line.text) ? 0.5 : 0);
  const candidates = after.filter(
    (one) =>
      one.kind === 'title' &&
      !STEP.test(one.text) &&
      !TOLD.test(one.line.text) &&
      productOfHeading(one.line.text) !== null,
  );
  const rarest = Math.min(...candidates.map(timesOf));
  let best: Seen | null = null;
  for (const one of candidates) if (best === null || score(one) > score(best)) best = one;
  if (best !== null) {
    const machine = machineOver(best, record);
    if (machine !== null && heading === undefined) return machine;
    // "SwarmForge" over "RTX PRO 6000", "3 epochs" and one price: what is in it.
    const alone = heading !== undefined && isOwnTitle(heading, record);
    const isName = (FAMILY.test(best.text) && !alone) || series.has(best.at);
    if (heading === undefined || (isName && !FAMILY.test(heading.text))) return best.line.text;
  }
  if (heading !== undefined) return productOfHeading(heading.line.text);
  // A name and a price are all there is: the name may be of plain words.
  const titles = record.filter(mayName);
  const [only] = titles;
  return record.length <= 4 && titles.length === 1 && only !== undefined && only.at < index ? only.line.text : null;
}

/** "Let Orca read what stands on the web": words of small letters, most of them, are said of a thing. */
const REMARK = /^\p{Lu}\S*(?: \S+)*?(?: \p{Ll}[\p{Ll}'’-]*,?){4}/u;

/** "Search-Std": a name by its hyphens and large letters. */
const CODED = /^[A-Z][A-Za-z\d.]*(?:-[A-Z\d][A-Za-z\d.]*)+$/;

/** True for the heading a card begins with, where the card has one price. */
const isOwnTitle = (heading: Seen, record: readonly Seen[]): boolean =>
  heading === record[0] && heading.line.path.length > 0 && record.filter(({ kind }) => kind === 'money').length === 1;

/** "新一代旗舰模型，代码能力全面提升，…": what is said of a thing, clause by clause. */
const TOLD = /，.*，|,\s.*,\s.*\s/;

/**
 * "Pilot", "Runs tasks in the cloud. Billed by how long it runs.", "$0.25 per minute": in a text copy the name over the sentences right over a price.
 * Null for any other price.
 */
function nameOverTexts(index: number, record: readonly Seen[], { times, isMarkedUp }: Titles): string | null {
  const place = record.findIndex(({ at }) => at === index);
  // A plan is what is paid by the month.
  const isOfPlan = BY_TIME.test(record[place]?.text ?? '') && record.some(({ kind }) => kind === 'heading');
  // What is said over several prices is of them all.
  const isOneOfSeveral = record.some(({ kind, at, text }) => kind === 'money' && at > index && !/^[+≈~]/.test(text));
  if (isMarkedUp || isOfPlan || isOneOfSeveral || !BY_CLOCK.test(record[place]?.text ?? '')) return null;
  let at = place - 1;
  while (record[at]?.kind === 'noise') at--;
  const last = at;
  while (record[at]?.kind === 'text' && last - at < MOST_TEXTS) at--;
  const name = record[at];
  const isModel = record.some((one) => one.at < index && FAMILY.test(one.text));
  if (name === undefined || (times.get(name.text) ?? 1) > OFTEN || (isModel && !FAMILY.test(name.text))) return null;
  return name.kind === 'title' && at < last && SHORT_NAME.test(name.line.text) && !PRICE_WORDS.test(name.text)
    ? name.line.text
    : null;
}
const MOST_TEXTS = 3;
/** What stands so often is a switch or a badge. */
const OFTEN = 3;
const SHORT_NAME = /^(?=.{2,40}$)\p{Lu}[^\s:]*(?: (?:[\p{Lu}\d(&][^\s:]*|of|for|and|in|to)){0,4}$/u;
/** What runs is told of in sentences; pieces and tokens are in tables. */
const BY_CLOCK = /(?:\/|\bper )[^/]*\b(?:mo|month|yr|year|day|hr|hour|min|minute|sec|second|seat)\b/i;
const BY_TIME = /(?:\/|\bper ) ?(?:mo|month|yr|year)\b/i;

/** "Document parsing", "Leaf Parse", "$0.01/page": the one item of a list under a heading of plain words that only says what it does. Null for any other record. */
function onlyItem(index: number, heading: Seen | undefined, record: readonly Seen[], page: PageContext): string | null {
  if (heading === undefined || !TOPIC.test(heading.text) || FAMILY.test(heading.text)) return null;
  const below = record.filter(({ at }) => at > heading.at);
  const [item, price] = below;
  const alone =
    item?.kind === 'title' &&
    price?.at === index &&
    below.filter(({ kind }) => kind === 'money' || kind === 'title').length === 2;
  return alone && ITEM.test(item.text) && page.label(item.text).residue.length > 1 ? item.line.text : null;
}
/** "Document parsing", "Speech to text": words of which only the first is large. */
const TOPIC = /^\p{Lu}\p{Ll}+(?: \p{Ll}+)+$/u;
/** "Leaf Parse", "Ear-2": a name by its letters. */
const ITEM = /^(?=.{3,40}$)\p{Lu}[\p{L}\d.-]*(?: [\p{Lu}\d][\p{L}\d.-]*)+$/u;

/** "$0.004", "per minute", "Orca Speech": the name of a card that begins with its price, the first line of words below it. Null for any other card. */
function nameBelow(index: number, record: readonly Seen[], page: PageContext): string | null {
  const names = (one: Seen): boolean => one.kind === 'title' || one.kind === 'heading';
  const [first] = record;
  if (first?.kind !== 'money' || record.length > 10) return null;
  const name = record.find(names);
  if (name === undefined || name.at < index || record.some(({ kind, at }) => kind === 'money' && at > name.at))
    return null;
  return page.label(name.line.text).residue.length > 1 ? productOfHeading(name.line.text) : null;
}

/** The plan that the nearest heading names in plain words, "Standard plan": for prices that nothing else names. */
export function planOf(index: number, record: readonly Seen[]): string | null {
  const [nearest] = openHeadings(record.filter((one) => one.at < index && one.kind === 'heading'));
  const isPlan =
    nearest !== undefined && (nearest.label.mode !== null || /\b(?:plan|edition)$|版$|套餐$/i.test(nearest.text));
  return isPlan && nearest.text.length <= 40 ? nearest.line.text : null;
}

/** "Speech to Text" over a rate that nothing else names: the nearest heading, however plain, that speaks of more than prices. */
export function topicOf(index: number, record: readonly Seen[]): string | null {
  const [nearest] = openHeadings(record.filter((one) => one.at < index && one.kind === 'heading'));
  return nearest === undefined ? null : topicIn(nearest.line.text);
}

/** Headings over a line that hold for it, nearest first: of its card, or of what its card is in. */
export function headsOver(index: number, seen: readonly Seen[]): Seen[] {
  const path = seen[index]?.line.path ?? [];
  const holds = (one: Seen) =>
    one.at < index && one.kind === 'heading' && one.line.path.every((id, depth) => id === path[depth]);
  return openHeadings(seen.filter(holds));
}

/** A sentence stands under the headings of its own card as well. */
export const underHeads = (around: Surroundings, heads: readonly Seen[]): Surroundings => ({
  ...around,
  headings: [...around.headings, ...heads.map(({ line }) => line).reverse()],
});

/** "Heron S2", and right below it in a card "For small teams, fast and simple": the name and what is said of it, each a heading. */
function overTagline([nearest, outer]: readonly Seen[]): Seen | undefined {
  if (nearest === undefined || outer === undefined || outer.at !== nearest.at - 1) return nearest;
  const path = outer.line.path;
  const inCard = path.length > 0 && path.join() === nearest.line.path.join();
  const isNamed = (one: Seen) => /\d/.test(one.text) || FAMILY.test(one.text);
  return inCard && !isNamed(nearest) && (isNamed(outer) || TAGLINE.test(nearest.text)) ? outer : nearest;
}
const TAGLINE = /[，,、]|^(?:for|perfect|ideal|best|great)\b|(?:\S+ ){4}/i;

/** "Core Network" over cards of "Europe" and "Asia": what the nearest heading, of places or conditions, is one of. */
export function nameAbove([nearest, ...others]: readonly Seen[]): string | null {
  if (nearest === undefined || PLAN_NAME.test(nearest.text)) return null;
  if (!nearest.label.isVocabulary && !MODALITY.test(nearest.text)) return null;
  const named = others.find((one) => productOfHeading(one.line.text) !== null && !one.label.isVocabulary);
  return named === undefined ? null : productOfHeading(named.line.text);
}

/** "Text", "Audio" over the prices of what takes both. */
const MODALITY = /^(?:text|audio|images?|videos?|speech|文本|音频|图[像片]|视频|语音)$/i;
const isModality = (name: string): boolean => MODALITY.test(name);

/** Headings that still hold, nearest first: one of the same or a higher level closes those before it, "Pricing" closes none. */
function openHeadings(headings: readonly Seen[]): Seen[] {
  const open: Seen[] = [];
  let level = Number.POSITIVE_INFINITY;
  for (const one of [...headings].reverse()) {
    if (one.line.level >= level) continue;
    open.push(one);
    if (!PRICE_WORDS.test(one.text)) level = one.line.level;
  }
  return open;
}

/**
 * The name of a price in a list of names and prices, each right before its price: "Public IP", "$3/month", "Load balancer",
 * "$10/month". Null where the lines are not all such pairs, or share their card with its heading.
 */
function pairName(index: number, heading: Seen | undefined, record: readonly Seen[]): string | null {
  const from = heading?.at ?? -1;
  const names = new Map<number, string>();
  let named: Seen | null = null;
  for (const one of record) {
    if (one.at <= from) continue;
    if (one.kind === 'heading') break;
    if (mayName(one)) named = one;
    if (one.kind === 'label' && (one.label.unit === null || one.label.mode !== null)) named = null;
    if (one.kind !== 'money') continue;
    if (named === null || !isSetApart(named, heading)) return null;
    names.set(one.at, named.line.text);
    named = null;
  }
  // "Text", "$0.12", "Image", "$0.47" under "Orca Embed 4": what it takes.
  const areTaken = heading !== undefined && /\d/.test(heading.text) && [...names.values()].every(isModality);
  return names.size >= 2 && !areTaken && new Set(names.values()).size === names.size
    ? (names.get(index) ?? null)
    : null;
}

/** "GPU count 8": how many, not which. */
export const COUNTED = /\b(?:count|quantity|qty)\W{0,2}\d+$/i;

/** "Fast disk" measures nothing beside a price. */
const mayName = (one: Seen): boolean =>
  !STEP.test(one.text) &&
  (one.kind === 'title' || (one.kind === 'spec' && /^\p{L}[^:]*$/u.test(one.text) && !COUNTED.test(one.text)));

const isSetApart = (one: Seen, heading: Seen | undefined): boolean =>
  heading === undefined ||
  productOfHeading(heading.line.text) === null ||
  one.line.path.length > heading.line.path.length;
