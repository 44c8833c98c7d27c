import { namesProvider } from '../../normalise/providers.ts';
import { asWritten } from '../../normalise/simplified.ts';
import { findAmounts } from './amounts.ts';
import type { Reading } from './cell.ts';
import { isOfCredits } from './credit-prices.ts';
import type { Label } from './label.ts';
import type { Line, Surroundings } from './model.ts';
import { CARD_NUMBER, FAMILY, NOISE, PLAN_NAME, PRICE_WORDS, PRICING_OF, WAY_TO_PAY } from './names.ts';
import { type PageContext, productOfHeading, topicIn } from './page-context.ts';
import { NO_SUBJECT } from './prose.ts';
import { GRADE } from './turned-tables.ts';

export type Kind = 'heading' | 'empty' | 'money' | 'label' | 'title' | 'spec' | 'noise' | 'text';

/** A line with what it is. */
export interface Seen {
  /** Its place among the lines seen. */
  readonly at: number;
  readonly line: Line;
  readonly text: string;
  readonly label: Label;
  readonly kind: Kind;
}

const MEASURED =
  /^(\p{L}.*?)\s+(?:up to\s+|sub-)?\(?\d[\d.,]*\s*(?:[kmgt]i?b?)?\s*(?:tokens?\s+)?(?:context|ctx|v?ram|memory|params?|parameters|ms latency)\b.{0,20}$/iu;

/** "RTX 5090 32 GB VRAM 92 GB RAM • 15 vCPUs": a machine and several of its parts, as a link around a whole card has them. */
const OF_PARTS =
  /^(\p{L}.*?)\s+(?:\d[\d.,]*\s?[gt]i?b\s+(?:of\s+)?(?:v?ram|memory|nvme|ssd|storage|disk)|\d+\s?v?cpus?)\b.*\d\s?(?:[gt]i?b\s+)?(?:v?ram|memory|v?cpus?|v?cores?|ssd|nvme|storage|disk)\b/iu;
const PART = /\d\s?(?:[gt]i?b|v?cpus?)\b/i;

/** The name in a line that also says its size, as two elements of one line do: "Orca 3 Mini 128k context". Null where there is none. */
export function nameBeforeSize(text: string, page: PageContext): string | null {
  const parts = PART.test(text) ? OF_PARTS.exec(text)?.[1] : undefined;
  const name = (parts ?? MEASURED.exec(text)?.[1])?.replace(/[\s(|·,-]+$/, '');
  if (name === undefined || name.length > 60 || !(/\p{L}{3}/u.test(name) || FAMILY.test(name))) return null;
  const label = page.label(name);
  return label.measure || label.sum || label.isVocabulary || label.residue.length < 2 ? null : name;
}

/**
 * What leads prices under several headings, "Async: $0.61/hour" in the card of every plan: labels, no names. Where others stand beside it that
 * lead under one heading only, it is a name that comes twice, among those who hear and among those who speak.
 */
export function sharedLeads(seen: readonly Seen[]): ReadonlySet<string> {
  const under = new Map<number, Set<string>>();
  let heading = -1;
  for (const one of seen) {
    if (one.kind === 'heading') heading = one.at;
    const lead = one.kind === 'money' ? /^([^:]{2,40}):/.exec(one.text)?.[1] : undefined;
    if (lead === undefined || FAMILY.test(lead) || /\d/.test(lead) || namesProvider(lead)) continue;
    under.set(heading, (under.get(heading) ?? new Set()).add(lead));
  }
  const groups = [...under.values()];
  const again = (lead: string) => groups.filter((leads) => leads.has(lead)).length > 1;
  const alike = groups.filter((leads) => [...leads].filter(again).length * 2 >= leads.size);
  return new Set(
    groups
      .flatMap((leads) => [...leads])
      .filter((lead) => again(lead) && groups.every((leads) => !leads.has(lead) || alike.includes(leads))),
  );
}

/** Where a price begins: with its unit, where that leads. */
const startOf = ({ amount }: Reading): number =>
  amount.lead && amount.unit !== null ? Math.min(amount.start, amount.unit.start) : amount.start;

/** "8 GPUs", "2x GPU", "4卡": how many, not which. */
export const SO_MANY = /^\d{1,3} ?[x×]? ?(?:gpus?|cards?|accelerators?|张?卡)$/i;

/** "8 GPUs $19.92/hr": how many cards the amount is of, where that is all that stands before it. */
export function cardsBefore(text: string, reading: Reading): string | null {
  const lead = text
    .slice(0, startOf(reading))
    .replace(/[\s:|(-]+$/, '')
    .trim();
  return SO_MANY.test(lead) ? lead : null;
}

/** "H100 SXM: $2.49/hr" names its product in the line. */
export function inlineName(text: string, reading: Reading, page: PageContext): string | null {
  const first = reading.of > 1 ? findAmounts(text, page.currencies)[0] : undefined;
  const lead = text.slice(0, first === undefined ? startOf(reading) : Math.min(first.start, startOf(reading)));
  // "orca-embed-3 - 1536 dimensions, $0.02/1M tokens"
  const coded = CODE_AND_REMARK.exec(lead)?.[1];
  if (coded !== undefined && page.label(coded).directions.length === 0 && !page.label(coded).isVocabulary) return coded;
  // "系统盘:免费 50GB,超出部分 0.01 元/GB/天": the name ends at the colon.
  const named = /^\s*([\p{Script=Han}][^:,，]{1,19}):/u.exec(lead)?.[1] ?? INCLUDING.exec(lead)?.[1];
  const name = (named ?? lead)
    .replace(
      /\s*[-:|,(]*\s*(?:(?<!\p{L})(?:(?:is|are|was|for) )?(?:starting|starts?|as (?:low|little) as|from|up to|at|just|only|for|is|are|costs?|priced|charged|billed|input|output|cached input)|输入|输出|低至|仅需|仅)?\s*(?:(?<!\p{L})(?:at|from))?\s*[-:|,(=]*\s*$/iu,
      '',
    )
    .trim();
  const sized = nameBeforeSize(name, page);
  if (sized !== null) return sized;
  if (isOfCredits(text)) return name;
  // "会员享 95 折 ¥2.88": how far it is cut.
  if (
    STEP.test(name) ||
    OF_TIER.test(name) ||
    SO_MANY.test(name) ||
    LENGTH.test(name) ||
    /\d\s?折|%\s?off\b/i.test(name)
  )
    return null;
  if (name.length < 2 || name.length > 60 || !/\p{L}/u.test(name) || MORE.test(name)) return null;
  if (NO_SUBJECT.test(name) && !SERVICE.test(name)) return null;
  const label = page.label(name);
  if (
    label.isVocabulary ||
    (label.residue.length < 2 && !SERVICE.test(name)) ||
    label.sum ||
    (label.measure && /\d/.test(name)) ||
    /^\d[\d.,]*\s*[kmgt]?b?\s+(?:context|tokens?|v?ram|params?)/i.test(name) ||
    label.directions.length > 0 ||
    label.unit !== null ||
    isCondition(label) ||
    NOISE.test(name)
  )
    return null;
  const introduced = /:\s*$/.test(lead);
  return named !== undefined || introduced || FAMILY.test(name) || /\d/.test(name) || /^[A-Z]/.test(name) ? name : null;
}

/** "Text to Speech", "Audio Deepfake Detection": what is done to it. */
const SERVICE =
  /^(?:Text|Speech|Voice|Audio|Images?|Videos?) (?:to \p{L}|\p{Lu}\p{Ll}{3}|(?:generation|editing|analysis|understanding|recognition|search|upscaling|moderation|translation|detection)$)/u;

/** "1080p", "Low 1024×1024": what kind of picture is priced, and of which grade. */
const isCondition = ({ text, qualifiers }: Label): boolean => {
  if (qualifiers.length === 0) return false;
  const rest = qualifiers.reduce((left, one) => left.replace(one, ' '), text).trim();
  return rest === '' || GRADE.test(rest) || WITH.test(rest);
};
/** "Without audio" */
const WITH = /^(?:with(?:out)?|no|including|excluding)(?: native)?$/i;

/** "实时语音识别 3.5 元/小时" in a list under "其他服务": words of Chinese and their price are all there is. Null for any other line. */
export function hanLead({ line, text }: Seen, { amount, of }: Reading, page: PageContext): string | null {
  const lead = text.slice(0, amount.start);
  if (of > 1 || !/\s$/.test(lead) || text.slice(amount.end).trim() !== '') return null;
  const label = page.label(lead.trim());
  const isName =
    HAN_NAME.test(lead.trim()) && label.residue.length > 1 && !label.priced && !label.measure && !label.sum;
  return isName && label.directions.length === 0 && label.tier === null && label.mode === null
    ? asWritten(lead.trim(), line.text)
    : null;
}

const HAN_NAME =
  /^(?!(?:超出|超额|其余|其他|额外|另收)(?:部分|费用|用量|金额|的)?$)\p{Script=Han}[\p{Script=Han}\w ·、-]{2,20}$/u;

/** "Tier 1", "层级 1": a step of what the card is about. */
export const STEP = /^(?:tier|level|层级|阶梯|梯度|档位?) ?\d+$/i;

/** "High performance tier": a tier of what the card is about. */
const OF_TIER = /^(?:\p{L}[\p{L}-]* ){1,3}tier$/iu;

/** The code of a model before a dash and a remark. */
const CODE_AND_REMARK = /^\s*((?=[^\s]*(?:\d|\/|-[^\s]*-))[A-Za-z][\w.@/-]{4,59})\s+[-–—]\s/;

/** "Archive region: 100 GB included; $0.02/GB additional": the name is followed by what it comes with. */
const INCLUDING =
  /^\s*(\p{L}[^:;]{1,39}):\s[^:$€£¥]*(?<!\p{L})(?:included|free|inklusive|kostenlos|inclus|gratuits?|incluid[oa]s?|gratis)(?!\p{L})[^:;,]*[;,]\s*(?:then|plus|danach|puis)?\s*$/iu;

/** "5s: $0.12 per clip": how long. */
const LENGTH = /^\d+(?:-\d+)?\s?(?:s|secs?|seconds?|min(?:ute)?s?|秒|分钟)$/i;

/** "Additional $0.30 / GB": more of what the lines around it are about. */
const MORE =
  /^(?:additional|extra|plus|then|thereafter|after that|beyond that|overage|(?:all|everything|unlimited)(?: \p{Ll}+){1,3})$/iu;

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
      record.some((one) => one.kind === 'title' || (one.kind === 'heading' && one.label.region === null))
    )
      return record;
  }
  return flatRecord(seen, index);
}

/** "Volume disk", "$0.10/GB/month": words, measure as they may elsewhere, and nothing but prices behind them. */
const isNamedRow = ([first, ...others]: readonly Seen[]): boolean =>
  first !== undefined && mayName(first) && others.length > 0 && others.every(({ kind }) => kind === 'money');

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
    if (above.kind === 'empty') break;
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
  return { plans: plansOf(seen), times, series: new Set(series.flat().map(({ at }) => at)) };
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
  { plans, times, series }: Titles,
  page: PageContext,
): string | null {
  const before = record.filter((one) => one.at < index);
  const headings = openHeadings(before.filter((one) => one.kind === 'heading'));
  // "Standard" beside "Enterprise" is a plan, and no way of buying.
  if (headings[0] !== undefined && plans.has(headings[0].at)) return headings[0].line.text;
  const heading = headings.find((one) => productOfHeading(one.line.text) !== null && !one.label.isVocabulary);
  const floor = heading ?? headings[0];
  const after = floor === undefined ? before : before.filter((one) => one.at > floor.at);
  const [first] = record;
  if (first?.kind === 'spec' && isNamedRow(record)) return first.line.text;
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

/** "Core Network" over cards of "Europe" and "Asia": what the nearest heading, of places or conditions, is one of. */
export function nameAbove([nearest, ...others]: readonly Seen[]): string | null {
  if (nearest === undefined || PLAN_NAME.test(nearest.text)) return null;
  if (!nearest.label.isVocabulary && !MODALITY.test(nearest.text)) return null;
  const named = others.find((one) => productOfHeading(one.line.text) !== null && !one.label.isVocabulary);
  return named === undefined ? null : productOfHeading(named.line.text);
}

/** "Text", "Audio" over the prices of what takes both. */
const MODALITY = /^(?:text|audio|images?|videos?|speech|文本|音频|图[像片]|视频|语音)$/i;

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
  return names.size >= 2 && new Set(names.values()).size === names.size ? (names.get(index) ?? null) : null;
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
