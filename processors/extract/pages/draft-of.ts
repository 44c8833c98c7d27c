import type { Meter } from '../../../infra/contracts/price.ts';
import { findDirections } from '../../normalise/directions.ts';
import { fold } from '../../normalise/fold.ts';
import { findMode, withoutMode } from '../../normalise/modes.ts';
import { bareRegion, findRegion, isRegionOnly } from '../../normalise/regions.ts';
import { remembered } from '../../normalise/remembered.ts';
import { findUnit, meant, unitOnly } from '../../normalise/unit-phrase.ts';
import type { Unit } from '../../normalise/units.ts';
import { assumedUnit, isOfPackage, isOfPicture, ofTokens } from './assumed-unit.ts';
import { writtenOrRead } from './cache-parts.ts';
import type { Reading } from './cell.ts';
import { type Column, isCountedNoun, unitOfCell } from './columns.ts';
import type { Draft } from './draft.ts';
import type { Found } from './found.ts';
import type { Label } from './label.ts';
import { A_PACKAGE } from './packages.ts';
import type { PageContext } from './page-context.ts';
import { withPart } from './parts-of-cells.ts';
import { currencyOf, directionOf, type Labels, meterOf, modeOf, unitOf } from './resolve.ts';
import { waySideBySide } from './ways-side-by-side.ts';

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
function draftOf(given: Found, page: PageContext): Draft | null {
  const found = withPart(given, page);
  const { reading } = found;
  const words = page.label(reading.words);
  const of = (role: Column['role']) => found.rowLabels.filter((one) => roleIn(one) === role);
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
  const direction = writtenOrRead(
    directionOf(labels, reading) ?? wayInNotes(found, page) ?? waySideBySide(found, labels, page),
    found,
  );
  const own = reading.amount.unit;
  const implied = own !== null && ((own.implied && direction === null) || isCount(own.unit)) ? own : null;
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
              [
                found.names,
                ...[...meterLabels, ...unitLabels, ...found.head].map((label) => label.text),
                // "After that, requests are charged at $0.40 per million."
                found.place.startsWith('prose/') ? words.text : '',
              ].join(' '),
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
  // "Prices are per million tokens unless noted", far above pictures of a size each.
  const far = direction === null && isOfPicture(found) ? null : stated.unit;
  const settledUnit = hinted ?? near ?? (clip === undefined ? (far ?? assumedUnit(direction, found, page)) : A_CLIP);
  if (settledUnit === null) return null;
  const currency = currencyOf(labels, reading) ?? page.currency ?? page.creditCurrency;
  if (currency === null) {
    page.problems.add(`"${found.evidence}" is a price without a currency; give the source a currency hint`);
    return null;
  }
  const ofCalls = direction === null ? callsCounted(settledUnit, found, labels) : settledUnit;
  const unit = stored(ofTokens(ofCalls, reading, page), found, words);
  const goesIn = page.tokensGoIn && unit.dimension === 'token' ? 'input' : null;
  const meter: Meter = meterOf(direction ?? wayOf(unit) ?? embedded(found, unit) ?? goesIn, unit, found.machine);
  const term = of('term')
    .map((one) => findMode(one.text, true))
    .find((mode) => mode !== null);
  const conditions = [
    ...(reading.bound === null ? [] : [reading.bound]),
    ...(clip === undefined ? [] : [clip]),
    ...of('tier').map((one) => one.text),
    ...[words, ...found.head, ...meterLabels, ...modeLabels]
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
    discriminators: [
      ...new Set([...found.discriminators, ...wordsApart(reading, found.names), ...wayApart(direction, unit, meter)]),
    ],
    ...(found.ofRow === undefined ? {} : { ofRow: found.ofRow }),
    amount: reading.amount.amount,
    currency,
    unit,
    evidence: found.evidence,
    place: found.place,
  };
}

/** Minutes that go in and minutes that come out are of one meter. */
const wayApart = (direction: ReturnType<typeof directionOf>, unit: Unit, meter: Meter): string[] =>
  meter === 'other' && /^(?:minute|second|other)$/.test(unit.dimension) && /^(?:in|out)put$/.test(direction ?? '')
    ? [direction ?? '']
    : [];

/** "Peak hours" in a column of tiers says when one buys. */
const roleIn = ({ column, text }: Found['rowLabels'][number]): Column['role'] =>
  column.role === 'tier' && /\p{L}/u.test(text) && saysOnlyMode(fold(text)) ? 'mode' : column.role;

const saysOnlyMode = (text: string): boolean =>
  !/\d/.test(text) && (findMode(text) ?? 'standard') !== 'standard' && !/[\p{L}\d]/u.test(withoutMode(text));

/** "Class A (per 1,000)" under "Operations": thousands of what is called, where nothing near speaks of tokens. */
function callsCounted(unit: Unit, { names, sections, far }: Found, { words, near }: Labels): Unit {
  if (unit.dimension !== 'token' || unit.count >= 1_000_000) return unit;
  const own = [words, ...near].map(({ text }) => text);
  const over = [...sections, ...far.slice(0, 1)].map(({ text }) => text);
  if ([names, ...own, ...over].some((text) => /tok|词元/i.test(text))) return unit;
  const phrase = { unit, start: 0, end: 0, words: '', implied: true };
  const counted = meant(phrase, [names, ...own, ...over].join(' ')).unit;
  return counted.dimension === 'request' ? counted : unit;
}

/** "$0.02 / 10,000 count": of what, its name says. */
const isCount = ({ dimension, noun }: Unit): boolean => dimension === 'other' && /^counts?$/.test(noun);

/** "orca-3-pro, output audio tokens" in a column of remarks: the way of its tokens, where nothing else says it. */
function wayInNotes({ rowLabels }: Found, page: PageContext): ReturnType<typeof directionOf> {
  const ways = rowLabels
    .filter(({ column }) => column.role === 'note' || /^description|^描述/i.test(column.header))
    .flatMap(({ text }) => (text.length <= 80 ? page.label(text).directions : []));
  return ways.length === 1 ? (ways[0] ?? null) : null;
}

/** "包月", "包年" over a price by the month or the year: the period it is for, which its meter says, and no way of buying. */
function unlessPeriod(mode: string | null, labels: Labels, meter: Meter): string | null {
  if (mode === 'annual' && meter === 'year') return null;
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
  label.unit !== null && /^units?$/.test(label.unit.noun) ? label.with({ unit: null }) : label;

/** "$0.035 / image" is no price of another kind for the word image, nor "/ second of output video" for the word video. */
function saysUnit(qualifier: string, meter: Meter): boolean {
  if (meter === 'image') return /^(?:images?|图片|图像|text)$/i.test(qualifier);
  return meter === 'second' && /^(?:videos?|视频)$/i.test(qualifier);
}

/** What a plan contains is no condition of its price: "$200 / month, up to 120M tokens a day". */
const isQuota = (tier: string, meter: Meter): boolean =>
  (meter === 'month' || meter === 'year') && /tok|request|message|call|credit|seat|user|次|条/i.test(tier);

const MOVED =
  /transfer|egress|ingress|ingest|retriev|restor|import|export|download|upload|traffic|bandwidth|\bcdn\b|\bnetwork(?:ing)?\b(?!(?:[- ]attached)? (?:volume|storage|disk|file|block))|outbound|inbound|process|scann|流量|传输|取回|回源|读取|転送|traf(?:f?ic|ego)\b|tráf(?:ico|ego)|трафик|트래픽|전송|トラフィック|transfert|übertrag|datenverkehr|verkeer/i;

/** Memory is rented, not stored. */
const MEMORY = /\bv?ram\b|\bmemory\b|内存|记忆体/i;
const STORED =
  /storage|\bstored\b|\bbackups?\b|\bsnapshots?\b|volume|disk|存储|云盘|硬盘|ストレージ|保存|저장|스토리지|stockage|speicher|almacena|armazena|archiviazione|opslag|хранени|хранилищ/i;

/** Nouns of units, alone or counted: "min", "1k characters". */
const PLAIN =
  /^(?:1\s?)?(?:[mk]\s|1,?000\s)?(?:tokens?|images?|requests?|calls?|searches|queries|seconds?|min(?:ute)?s?|h(?:ou)?rs?|days?|char(?:acter)?s?|words?|pages?|sessions?|[gt]i?bs?(?:[ /-]month)?|字符|分钟|小时|次|张|秒)$/i;

/** What the words beside an amount say beyond its unit and the name they lead with: "image", "1080P". */
function wordsApart({ words, amount: { unit } }: Reading, name: string): string[] {
  if (words === '') return unit === null || PLAIN.test(unit.words.trim()) ? [] : [unit.words.trim()];
  const named = words.startsWith(name)
    ? words.slice(name.length).replace(/^(?::| (?:is|are|costs?)(?= |$))/, '')
    : words;
  const bare = (unit === null ? named : withoutUnit(named, unit.words.trim()))
    .replaceAll(/[\s:：,，;；()（）·•|]+|(?<!\w)\/|\/(?!\w)|\b(?:starting )?(?:from|at)\b|\bas low as\b/gi, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
    // "for Plus", "on HD", "while running and".
    .replace(/^(?:for|on) (?=\p{Lu})| (?:and|or)$/gu, '');
  if (/\p{L}{2}|\d\s?[pk]\b/iu.test(bare)) return PLAIN.test(bare) ? [] : [bare];
  // "image tokens" and "tokens" differ in the image; the noun alone tells nothing.
  return unit === null || PLAIN.test(unit.words.trim()) ? [] : [unit.words.trim()];
}

/** "/sec fast" without its unit; where it is written otherwise than it is read, or much stands behind it, without all up to the next mark. */
function withoutUnit(words: string, unit: string): string {
  const found = perUnit(unit).exec(words);
  const rest = found === null ? '' : words.slice(found.index + found[0].length);
  return found === null || rest.length > 40 || /\p{Sc}\s?\d/u.test(rest)
    ? words.replaceAll(/(?:\/|\bper\b|每)(?:[^,;，；()（）]|,(?=\d{3}))*/gi, ' ')
    : `${words.slice(0, found.index)} ${rest}`;
}

const perUnit = remembered((unit) => {
  const written = unit.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?:/|\\bper\\b|每)\\s*(?:\\d[\\d.,]*\\s?(?:[km]\\b|thousand|million)?\\s*)?${written}`, 'i');
});

/** "$0.023 per GB" under "Storage" or beside "First 50 TB / Month" is a price per GB-month. */
function stored(unit: Unit, found: Found, words: Label): Unit {
  if (unit.dimension === 'gb_month' && MEMORY.test(found.names)) return { ...unit, dimension: 'month' };
  if (unit.dimension === 'month' && keepsOneGigabyte(found)) return { ...unit, dimension: 'gb_month' };
  if (unit.dimension !== 'gb') return unit;
  const near = [
    words.text,
    found.machine.headers,
    found.names,
    ...found.rowLabels.map((one) => `${one.column.header} ${one.text}`),
    ...found.sections.map((label) => label.text),
  ].join(' ');
  const meters = found.rowLabels.filter((one) => one.column.role === 'meter').map((one) => one.text);
  const [head] = found.head;
  // "Archive storage" over a column names a class, and not what is done with it.
  const isClass = head === undefined || head.text === fold(found.names) || MOVED.test(found.names);
  const own = [words.text, isClass ? '' : head.text, ...meters].join(' ');
  if (STORED.test(own) && !MOVED.test(own)) return { ...unit, dimension: 'gb_month' };
  // Under "Data retrieval" a storage class is what is retrieved from.
  if (MOVED.test(near) || found.far.slice(0, 2).some(({ text }) => MOVED.test(text) && !STORED.test(text))) return unit;
  return /month|\bmo\b|月/i.test(near) || STORED.test(`${near} ${found.machine.around}`)
    ? { ...unit, dimension: 'gb_month' }
    : unit;
}

/** "Disk", "1 GB", "$0.10 / month": what is kept, and how much of it is paid for by the month. */
const keepsOneGigabyte = ({ names, rowLabels }: Found): boolean =>
  (STORED.test(names) || DRIVE.test(names)) &&
  !MOVED.test(names) &&
  rowLabels.some(({ text }) => /^(?:(?:1|per|each) ?)?gi?b$/i.test(text.trim()));
const DRIVE = /\b(?:ssd|hdd|nvme)\b/i;

/** A unit column may hold the bare unit: "1M tokens", "张", "GPU-hour", "1 GiB". "Per 10,000" beside "Write operations" counts those. */
function unitLabel(text: string, of: string, page: PageContext): Label {
  const label = page.label(text);
  const phrase = findUnit(fold(text));
  if (phrase?.implied === true) return label.with({ unit: meant(phrase, of).unit });
  const folded = fold(text);
  const unit = unitOfCell(folded) ?? (isCountedNoun(folded) ? { dimension: 'other', count: 1, noun: folded } : null);
  return unit === null ? label : label.with({ unit });
}

/** "Asia & Oceania $0.03/GB": a place before an amount and its unit. */
function regionBeside({ words }: Reading): string | null {
  const before = words.replace(/\s*[:：]?\s*(?:[/每]|\bper\b).*$/i, '').trim();
  return before !== '' && isRegionOnly(before) ? bareRegion(before) : null;
}

function regionOf(found: Found, page: PageContext): string | null {
  const column = found.rowLabels
    .filter((one) => one.column.role === 'region' && !/^[\s\-–—/]*$/.test(one.text))
    .map((one) => one.text)[0];
  if (column !== undefined) return column;
  const head = found.head.find((label) => label.region !== null)?.region;
  if (head !== undefined && head !== null) return head;
  if (found.productLabel?.region) return found.productLabel.region;
  const beside = regionBeside(found.reading);
  if (beside !== null) return beside;
  for (const label of [...found.sections, ...found.far, ...found.prose.filter((one) => one.text.length <= 80)]) {
    if (label.region !== null) return label.region;
    if (label.text.length <= 60) {
      const named = findRegion(label.text);
      if (named !== null) return named;
    }
  }
  return page.hints.region ?? null;
}
