import type { Meter } from '../../../infra/contracts/price.ts';
import { findDirections } from '../../normalise/directions.ts';
import { fold } from '../../normalise/fold.ts';
import { findMode } from '../../normalise/modes.ts';
import { findRegion } from '../../normalise/regions.ts';
import { findUnit, meant, unitOnly } from '../../normalise/unit-phrase.ts';
import type { Unit } from '../../normalise/units.ts';
import type { Reading } from './cell.ts';
import { type Column, unitOfCell } from './columns.ts';
import type { Draft } from './draft.ts';
import type { Label } from './label.ts';
import { PLAN_NAME } from './names.ts';
import { A_PACKAGE, isPackageStep } from './packages.ts';
import type { PageContext } from './page-context.ts';
import {
  currencyOf,
  directionOf,
  GPU,
  type Labels,
  MACHINE,
  type Machine,
  meterOf,
  modeOf,
  unitOf,
} from './resolve.ts';

/** One reading with everything that stands for it. */
export interface Found {
  readonly reading: Reading;
  readonly names: string;
  /** Headers over it, nearest first. */
  readonly head: readonly Label[];
  readonly rowLabels: readonly { readonly column: Pick<Column, 'role' | 'header'>; readonly text: string }[];
  /** The label in the product column where it names a meter, not a product. */
  readonly productLabel: Label | null;
  /** The label of the cell that names the product, or the header over the names: it may state the unit. */
  readonly nameLabel: Label | null;
  /** The table sells packages: a price without a unit is for all that is in one. */
  readonly packages?: boolean;
  /** The names are those of endpoints or tools: a price without a unit is that of a call. */
  readonly calls?: boolean;
  /** The condition that the cell of the name states with it. */
  readonly nameTier?: string | null;
  readonly sections: readonly Label[];
  readonly far: readonly Label[];
  /** Text over the block, nearest first. */
  readonly prose: readonly Label[];
  /** Notes under the block. */
  readonly notes: readonly Label[];
  readonly machine: Machine;
  readonly discriminators: readonly string[];
  readonly evidence: string;
  readonly place: string;
}

/** The prices of a reading: one, or one a direction where it is for both ("Input and output"); none where its labels leave open what it is of. */
export function draftsOf(found: Found, page: PageContext): Draft[] {
  const draft = draftOf(found, page);
  if (draft === null) return [];
  return draft.meter === 'blended'
    ? [
        { ...draft, meter: 'input' },
        { ...draft, meter: 'output' },
      ]
    : [draft];
}

/** Puts the labels of a reading together; null where they leave open what the price is of. */
function draftOf(found: Found, page: PageContext): Draft | null {
  const { reading } = found;
  const words = page.label(reading.words);
  const of = (role: Column['role']) => found.rowLabels.filter((one) => one.column.role === role);
  const meterLabels = [
    ...of('meter').map((one) => page.label(one.text)),
    ...(found.productLabel === null ? [] : [found.productLabel]),
  ];
  const unitLabels = of('unit').map((one) =>
    unitLabel(one.text, [found.names, ...found.rowLabels.map(({ text }) => text)].join(' '), page),
  );
  const modeLabels = of('mode').map((one) => page.label(one.text));
  const labels: Labels = {
    words,
    near: [
      ...(unitLabels.length > 0 ? found.head.map(withoutPlaceholder) : found.head),
      ...unitLabels,
      ...meterLabels,
      ...modeLabels,
    ],
    name: found.nameLabel,
    far: [...found.sections, ...found.far],
    prose: found.prose,
    notes: found.notes,
  };
  const direction = directionOf(labels, reading);
  const implied = reading.amount.unit?.implied && direction === null ? reading.amount.unit : null;
  // "Requests: $0.30 per additional million" counts requests.
  const counted =
    implied === null
      ? reading
      : {
          ...reading,
          amount: {
            ...reading.amount,
            unit: meant(
              implied,
              [found.names, ...[...meterLabels, ...unitLabels].map((label) => label.text)].join(' '),
            ),
          },
        };
  const stated = unitOf(labels, counted, direction);
  const hinted =
    page.hints.unit === undefined || (stated.unit !== null && !stated.far)
      ? null
      : (unitOnly(fold(page.hints.unit)) ?? findUnit(fold(page.hints.unit))?.unit ?? null);
  const clip = direction === null ? CLIP.exec(words.text)?.[1] : undefined;
  const near = isOfPackage(found, direction) ? A_PACKAGE : stated.far ? null : stated.unit;
  const settledUnit =
    hinted ?? near ?? (clip === undefined ? (stated.unit ?? assumed(direction, found, page)) : A_CLIP);
  if (settledUnit === null) return null;
  const currency = currencyOf(labels, reading) ?? page.currency ?? page.creditCurrency;
  if (currency === null) {
    page.problems.add(`"${found.evidence}" is a price without a currency; give the source a currency hint`);
    return null;
  }
  const unit = stored(settledUnit, found, words);
  const meter: Meter = meterOf(direction ?? wayOf(unit) ?? embedded(found, unit), unit, found.machine);
  const term = of('term')
    .map((one) => findMode(one.text, true))
    .find((mode) => mode !== null);
  const conditions = [
    ...(reading.bound === null ? [] : [reading.bound]),
    ...(clip === undefined ? [] : [clip]),
    ...of('tier').map((one) => one.text),
    ...[words, ...found.head, ...meterLabels]
      .flatMap((label) => label.tier ?? [])
      .filter((tier) => !isQuota(tier, meter)),
    ...(found.nameTier ? [found.nameTier] : []).filter((tier) => !isQuota(tier, meter)),
    ...found.sections
      .slice(0, 1)
      .flatMap((label) => label.tier ?? [])
      .filter((tier) => !isQuota(tier, meter)),
    ...[words, ...found.head, ...meterLabels].flatMap((label) =>
      direction === null && meter !== 'image' ? [] : label.qualifiers.filter((text) => !saysUnit(text, meter)),
    ),
    ...of('term').map((one) => one.text),
  ].filter((text) => !/^[\s\-–—/\\]*$|^(?:不限|无限制|any|all|unlimited)$/i.test(text));
  return {
    product: found.names,
    meter,
    mode: term ?? unlessPeriod(modeOf(labels), labels, meter) ?? page.hints.mode ?? 'standard',
    region: regionOf(found, page),
    conditions: [...new Set(conditions)],
    discriminators: [...new Set([...found.discriminators, ...wordsApart(reading)])],
    amount: reading.amount.amount,
    currency,
    unit,
    evidence: found.evidence,
    place: found.place,
  };
}

/** "包月", "包年" over a price by the month or the year: the period it is for, which its meter says, and no way of buying. */
function unlessPeriod(mode: string | null, labels: Labels, meter: Meter): string | null {
  if (mode !== 'reserved' || (meter !== 'month' && meter !== 'year')) return mode;
  const said = [labels.words, ...labels.near, ...labels.far, ...labels.prose].find((label) => label.mode === mode);
  return said !== undefined && findMode(said.text.replaceAll(/包[年月]/g, '')) === null ? null : mode;
}

/** "60s: $0.03, 90s: $0.04": what is sold is a clip of that length, or a video where its header says so. */
const CLIP =
  /^[^\p{L}\d]*((?:\d{3,4}p\W+)?\d+\s?-?(?:s|secs?|seconds?|min|minutes?|秒|分钟)(?:\W+\d{3,4}p)?)[^\p{L}\d]*$/iu;

const A_CLIP: Unit = { dimension: 'other', count: 1, noun: 'clip' };

/** "Embedding", "Rerank" beside a model: its tokens go in. */
const embedded = (found: Found, unit: Unit): 'input' | null =>
  unit.dimension === 'token' &&
  found.rowLabels.some(({ text }) =>
    /^(?:text )?(?:embeddings?|rerank(?:er|ing)?|向量(?:化|模型)?|嵌入|重排序?)$/i.test(text),
  )
    ? 'input'
    : null;

/** "Per 1M input tokens": the unit alone says which way they go. */
function wayOf(unit: Unit): ReturnType<typeof directionOf> {
  const found = unit.dimension === 'token' ? findDirections(unit.noun) : [];
  return found.length === 1 ? (found[0]?.direction ?? null) : null;
}

/** "Price per unit" beside a column of units: the column says which. */
const withoutPlaceholder = (label: Label): Label =>
  label.unit !== null && /^units?$/.test(label.unit.noun) ? { ...label, unit: null } : label;

/** "$0.035 / image" is no price of another kind for the word image, nor "/ second of output video" for the word video. */
function saysUnit(qualifier: string, meter: Meter): boolean {
  if (meter === 'image') return /^(?:images?|图片|图像|text)$/i.test(qualifier);
  return meter === 'second' && /^(?:videos?|视频)$/i.test(qualifier);
}

/** What a plan contains is no condition of its price: "$200 / month, up to 120M tokens a day". */
const isQuota = (tier: string, meter: Meter): boolean =>
  (meter === 'month' || meter === 'year') && /tok|request|message|call|credit|次|条/i.test(tier);

const MOVED =
  /transfer|egress|ingress|retriev|restor|import|export|download|upload|traffic|bandwidth|outbound|inbound|process|scann|流量|传输|取回|回源|读取|転送/i;

/** Memory is rented, not stored. */
const MEMORY = /\bv?ram\b|\bmemory\b|内存|记忆体/i;
const STORED = /storage|volume|disk|存储|云盘|ストレージ/i;

/** Nouns of units, alone or counted: "min", "1k characters". */
const PLAIN =
  /^(?:1\s?)?(?:[mk]\s|1,?000\s)?(?:tokens?|images?|requests?|calls?|searches|queries|seconds?|min(?:ute)?s?|h(?:ou)?rs?|days?|char(?:acter)?s?|words?|pages?|sessions?|gbs?|gibs?|字符|分钟|小时|次|张|秒)$/i;

/** What the words beside an amount say beyond its unit: "image", "1080P". */
function wordsApart(reading: Reading): string[] {
  const unit = reading.amount.unit;
  const bare = (unit === null ? reading.words : reading.words.replace(/(?:\/|\bper\b|每)[^,;，；()（）]*/gi, ' '))
    .replaceAll(/[\s:：,，;；()（）/]+|\b(?:starting )?(?:from|at)\b|\bas low as\b/gi, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
  if (/\p{L}{2}|\d\s?p\b/iu.test(bare)) return PLAIN.test(bare) ? [] : [bare];
  // "image tokens" and "tokens" differ in the image; the noun alone tells nothing.
  return unit === null || PLAIN.test(unit.words.trim()) ? [] : [unit.words.trim()];
}

/** "$0.023 per GB" under "Storage" or beside "First 50 TB / Month" is a price per GB-month. */
function stored(unit: Unit, found: Found, words: Label): Unit {
  if (unit.dimension === 'gb_month' && MEMORY.test(found.names)) return { ...unit, dimension: 'month' };
  if (unit.dimension !== 'gb') return unit;
  const near = [
    words.text,
    found.machine.headers,
    found.names,
    ...found.rowLabels.map((one) => one.text),
    ...found.sections.map((label) => label.text),
  ].join(' ');
  const meters = found.rowLabels.filter((one) => one.column.role === 'meter').map((one) => one.text);
  const own = [words.text, found.head[0]?.text ?? '', ...meters].join(' ');
  if (STORED.test(own) && !MOVED.test(own)) return { ...unit, dimension: 'gb_month' };
  // Under "Data retrieval" a storage class is what is retrieved from.
  if (MOVED.test(near) || found.far.slice(0, 2).some(({ text }) => MOVED.test(text) && !STORED.test(text))) return unit;
  return /month|\bmo\b|月/i.test(near) || STORED.test(`${near} ${found.machine.around}`)
    ? { ...unit, dimension: 'gb_month' }
    : unit;
}

/** A unit column may hold the bare unit: "1M tokens", "张", "GPU-hour", "1 GiB". "Per 10,000" beside "Write operations" counts those. */
function unitLabel(text: string, of: string, page: PageContext): Label {
  const label = page.label(text);
  const phrase = findUnit(fold(text));
  if (phrase?.implied === true) return { ...label, unit: meant(phrase, of).unit };
  return { ...label, unit: unitOfCell(fold(text)) ?? label.unit };
}

function regionOf(found: Found, page: PageContext): string | null {
  const column = found.rowLabels
    .filter((one) => one.column.role === 'region' && !/^[\s\-–—/]*$/.test(one.text))
    .map((one) => one.text)[0];
  if (column !== undefined) return column;
  const head = found.head.find((label) => label.region !== null)?.region;
  if (head !== undefined && head !== null) return head;
  if (found.productLabel?.region) return found.productLabel.region;
  for (const label of [...found.sections, ...found.far, ...found.prose.filter((one) => one.text.length <= 80)]) {
    if (label.region !== null) return label.region;
    if (label.text.length <= 60) {
      const named = findRegion(label.text);
      if (named !== null) return named;
    }
  }
  return page.hints.region ?? null;
}

/** "Text-to-image", "Image editing" over amounts: they are of pictures. */
const IMAGE_MADE =
  /(?:text|image)[- ]to[- ]image|image (?:generation|editing)|文生图|图生图|图像(?:生成|编辑)|画像生成/i;

/** "Image models", "Video": what is sold by the piece and not by its tokens; a picture where it says so. Null for anything else. */
function madeOf(text: string): Unit | null {
  if (/embed|嵌入|向量/i.test(text)) return null;
  if (/\bvideos?\b|\bmusic\b|\b3d\b|视频|音乐/i.test(text)) return { dimension: 'other', count: 1, noun: 'unit' };
  return /\bimages?\b|图像|图片/i.test(text) ? { dimension: 'image', count: 1, noun: 'image' } : null;
}

/** The price of a package is of all that is in it. */
const PACKAGE = /套餐价|包价|总价|(?:package|bundle|pack|total) price/i;

/** "Price | 135 | 365" under plans that are subscribed to. */
function isPlanPrice(found: Found, page: PageContext): boolean {
  const plan = found.head[0]?.text ?? '';
  if (!PLAN_NAME.test(plan) && !/^\p{Script=Han}{2,4}版$/u.test(plan)) return false;
  const row = [found.nameLabel, found.productLabel, ...found.rowLabels.map(({ text }) => page.label(text))];
  return (
    row.some((label) => label?.priced === true && label.unit === null) &&
    [...found.far, ...found.prose].some(({ text }) => /\bsubscri|\bmonthly\b|per month|订阅|包月|按月/i.test(text))
  );
}

const PASS = /^(日|周|月|季|年)卡|^(day|week|month|year)(?:ly)? pass\b/i;
const PASSES: Readonly<Record<string, Unit['dimension']>> = { 月: 'month', month: 'month', 年: 'year', year: 'year' };

/** "月卡 Pro", "Week pass": a name that says for how long. Null for any other. */
export function passOf(name: string): Unit | null {
  const [, han, word] = PASS.exec(name) ?? [];
  const time = han ?? word?.toLowerCase();
  return time === undefined ? null : { dimension: PASSES[time] ?? 'other', count: 1, noun: 'pass' };
}

/** "Billed per hour" over endpoints, "包年", plans: not by the call. */
const saysTime = ({ head, prose }: Found): boolean =>
  PLAN_NAME.test(head[0]?.text ?? '') ||
  [...head, ...prose.slice(0, 3)].some(({ text }) => /[包按][日月年]|\b(?:hour|month|year)(?:ly|s)?\b/i.test(text));

/** A price of a package: neither the amount nor its header says what else it is for. */
const isOfPackage = (found: Found, direction: ReturnType<typeof directionOf>): boolean =>
  found.packages === true &&
  direction === null &&
  found.reading.amount.unit === null &&
  found.head.every((label) => label.unit === null || label.unit.dimension === 'other');

/** "Submission fee", "提交费" over amounts: of each request; "Setup fee" of what it says. Null for any other header. */
function feeOf(header: string): Unit | null {
  const [, what = ''] = /^(.{2,30}?)\s*(?:\bfees?|费用?)$/i.exec(header) ?? [];
  if (what === '') return null;
  return /submi|request|\bcall|提交|请求|调用/i.test(what)
    ? { dimension: 'request', count: 1, noun: 'request' }
    : /setup|set-up|activation|one-time|开通|初装|一次性/i.test(what)
      ? { dimension: 'other', count: 1, noun: 'fee' }
      : null;
}

/** What custom says where the page does not: token prices are per 1M, machines are by the hour. */
function assumed(direction: ReturnType<typeof directionOf>, found: Found, page: PageContext): Unit | null {
  if (direction !== null) {
    if (!page.tokenUnitStated)
      page.problems.add('no unit is stated for token prices; per 1M tokens is assumed, a unit hint settles it');
    return page.tokenUnit;
  }
  if ([found.head[0], ...found.far.slice(0, 2)].some((label) => IMAGE_MADE.test(label?.text ?? '')))
    return { dimension: 'image', count: 1, noun: 'image' };
  if (PACKAGE.test(found.head[0]?.text ?? '') || isPackageStep(found.head[0]?.text ?? '')) return A_PACKAGE;
  const fee = found.reading.amount.currency === null ? null : feeOf(found.head[0]?.text ?? '');
  if (fee !== null) return fee;
  const pass = passOf(found.names);
  if (pass !== null) return pass;
  const machine = `${found.machine.product} ${found.machine.headers} ${found.machine.around}`;
  if (/包年|按年|annual|yearly|per year/i.test(found.machine.headers))
    return { dimension: 'year', count: 1, noun: 'year' };
  if (/monthly|\/mo\b|per month|月/i.test(found.machine.headers))
    return { dimension: 'month', count: 1, noun: 'month' };
  if (/hourly|\bhr\b|hour|小时/i.test(machine) || GPU.test(machine) || MACHINE.test(found.machine.headers))
    return { dimension: 'hour', count: 1, noun: 'hour' };
  if (found.reading.amount.currency !== null && found.calls === true && !saysTime(found))
    return { dimension: 'request', count: 1, noun: 'call' };
  if (isPlanPrice(found, page)) return { dimension: 'month', count: 1, noun: 'month' };
  // "Agent step | $0.005 | $0.005" under plans: each of what its row names.
  if (found.reading.amount.currency !== null && PLAN_NAME.test(found.head[0]?.text ?? ''))
    return { dimension: 'other', count: 1, noun: 'unit' };
  if (!found.head.some((label) => label.priced)) return null;
  // "Qwen Image" may be sold by the megapixel, a video never by its tokens.
  const kinds = found.rowLabels.filter(({ text }) => /^\S+$/.test(text));
  const about = [...found.far.slice(0, 2), ...kinds].map(({ text }) => madeOf(text));
  const made = [...about, madeOf(found.names.replace(/image/gi, ''))].find((unit) => unit !== null);
  if (made === undefined && page.tokenUnitStated) return page.tokenUnit;
  if (found.reading.amount.currency === null && found.head.every((label) => label.currency === null)) return null;
  if (made?.dimension === 'image') return made;
  page.problems.add(`"${found.evidence}" is a price without a unit; a unit hint settles it`);
  return { dimension: 'other', count: 1, noun: 'unit' };
}
