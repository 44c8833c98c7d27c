import { MONEY_BEGINS, MONEY_ENDS } from '../../normalise/currency.ts';
import { fold } from '../../normalise/fold.ts';
import { spelledOut } from '../../normalise/in-and-out.ts';
import { asWritten } from '../../normalise/simplified.ts';
import { findAmounts } from './amounts.ts';
import { farLabels, proseLabels } from './around-labels.ts';
import { askedAbout } from './asked-about.ts';
import { besideLabels, labelsStandBefore } from './beside-labels.ts';
import { comesToMonth, isReckonedUp } from './bills.ts';
import { beginsWithCachePart, cacheOver, isCachePart } from './cache-parts.ts';
import {
  COUNTED,
  headsOver,
  type Kind,
  nameAbove,
  OPERATIONS,
  placeOf,
  planOf,
  recordOf,
  type Seen,
  titleOf,
  titlesOf,
  topicOf,
  underHeads,
} from './card-records.ts';
import { type Reading, readCell } from './cell.ts';
import { creditPrice } from './credit-prices.ts';
import { isCalculation, isReckoned } from './decoys.ts';
import type { Draft } from './draft.ts';
import { draftsOf } from './draft-of.ts';
import { isFreeThenPaid, withoutFreeBefore } from './free-then-paid.ts';
import { cardsBefore, hanLead, inlineName, nameBeforeSize, SO_MANY, sharedLeads } from './inline-names.ts';
import { joined } from './joined-lines.ts';
import type { Label } from './label.ts';
import { leadsOfLists } from './leads-of-lists.ts';
import { isMachine } from './machine-cards.ts';
import type { Line, Surroundings } from './model.ts';
import { CARD_NUMBER, FAMILY, NOISE, OF_HOUSE, PLAN_NAME, STEP } from './names.ts';
import { cardUnder, namesAbove } from './names-above.ts';
import { hasNoPrice, isNoPrice } from './no-price.ts';
import { withClasses } from './one-of-classes.ts';
import { passOf } from './packages.ts';
import { type PageContext, productOfContext } from './page-context.ts';
import { cardsToRent, runOnMachines, saidOfHours } from './per-machine.ts';
import { cleanName } from './product-name.ts';
import { isWay, proseDrafts, startsAt, type Talk } from './prose.ts';
import { machinesAround, PER_INSTANCE } from './resolve.ts';
import { apart } from './run-on.ts';
import { sameInPlans } from './same-in-plans.ts';
import { isSaving, withoutSaved } from './savings.ts';
import { isPaidIn } from './spends.ts';
import { taskBefore } from './task-before.ts';
import { forTerm, termOf } from './terms-to-choose.ts';
import { exampleOver } from './under-examples.ts';
import { withUnitOfAll } from './unit-of-all.ts';
import { asUsed, isPlan, isPlanCard, usedInPlans } from './used-in-plans.ts';
import { withYears } from './years-of-prices.ts';

/** "首购低至 99 元起，立即抢购 >" */
const ADVERTISED = /立即抢购|首购|秒杀|抢购|新客专享|\bshop now\b|\blimited[- ]time offer\b/i;
/** "What is included in the $4 per hour?": a question states no price. */
const ASKED = /^(?:what|how|why|when|which|where|who|is|are|do|does|can|could|will|should)\b.{30,}\?$/i;
/** "原价 ¥40", "Was $9", "Renews at $12": what it cost or will, on a line of its own. */
const OLD_LINE = /^(?:原价|划线价|续费|was\b|(?:original|regular) price\b|renew(?:s|al)\b)/i;
/** What somebody says. */
const QUOTED = /^["“„«「].{20,}/;
/** A remark on the name above it: "(2 vCPU equivalent)". */
const REMARK = /^\([^()]*\)$/;

/** "GPU count 8", "8x GPUs": a machine of several. */
const SEVERAL =
  /(?<!max(?:imum)? |up to )\bgpus?(?: count| quantity)?\W{0,2}(?:[2-9]|1\d)$|^(?:[2-9]|1\d) ?x? ?gpus?$/i;

/** "超出 60GB 免费额度后 ¥0.50": what comes after what is free. */
const BEYOND = /^(?!.*\bfree credits?\b)(?:.*(?:超出|超过|\bbeyond\b|\bexceed|\badditional\b|\boverage))/i;

/** "$6 per month for up to 20 GB of backups.": a price with what it is for, not a sentence about one. */
const STARTS = new RegExp(
  String.raw`^(?:additional |extra |plus |then )?(?:${MONEY_BEGINS}[\d.,]*|[\d.,]*${MONEY_ENDS})\s*(?:\/|\bper\b)\s*[^\s.]+(?: (?:\/|per) \w+)? (?:for|of|with|when|above|over)\b[^.]*(?:\.\d[^.]*)*\.?$`,
  'i',
);

/** "... 청구되지 않습니다." */
const KOREAN_SENTENCE = /\p{Script=Hangul}니다\.?$/u;

/** "... a hold of $1 is placed on your card": what happens to a sum is told by a sentence, whatever it ends in. */
const BEFALLS =
  /\p{L}{3,} [^.]*\d (?:is|are|will be|gets?) \p{L}+ (?:on|onto|to|from|in|by|against|for|until|when|within|as)\b/u;

const TWO_SENTENCES = /^(?:\p{L}[^\s.]* ){3,}\p{L}*\p{Ll}{2}[.。] \p{Lu}/u;

function kindOf(line: Line, text: string, label: Label, page: PageContext): Kind {
  // "Free" over a card is a plan's name.
  if (line.level === 0 && (/^(?:free|免费|限时免费|contact (?:us|sales)|n\/a)$/i.test(text) || hasNoPrice(text)))
    return 'empty';
  // "Launch" over a card is a plan's name.
  if (ADVERTISED.test(text) || ASKED.test(text) || (line.level === 0 && (isReckoned(text) || isPaidIn(text))))
    return 'noise';
  if ((NOISE.test(text) && (line.level === 0 || text.includes(' '))) || QUOTED.test(text)) return 'noise';
  if (findAmounts(text, page.currencies).length > 0)
    return text.length > 140 ||
      KOREAN_SENTENCE.test(text) ||
      (text.length > 40 &&
        !STARTS.test(text) &&
        !isFreeThenPaid(text) &&
        (/\p{L}{3,}.*[.。]$|\b(?:is|are) (?:billed|charged|priced) .*:$/iu.test(text) ||
          TWO_SENTENCES.test(text) ||
          BEFALLS.test(text)))
      ? 'text'
      : 'money';
  // "Input", "Output" set as headings inside a card are labels all the same.
  if (line.level > 2 && line.path.length > 0 && label.directions.length > 0 && label.isVocabulary) return 'label';
  if (line.level > 0) return 'heading';
  if (text.length > 90 || /[.!?。！？;；]$/.test(text)) return 'text';
  if (OF_HOUSE.test(line.text)) return 'title';
  // "Annotated pages (/1000 pages)": a unit in brackets makes a label of any words.
  const bracketed = label.unit !== null && /[(（]\s*(?:\/|per\b|每)[^)）]*[)）]$/i.test(text);
  if (
    (label.isVocabulary || bracketed || (label.unit !== null && label.residue.length <= 12)) &&
    !OPERATIONS.test(text) &&
    !label.measure &&
    !label.sum
  )
    return 'label';
  // "1080p" over a price: a condition of what the card is about.
  if (/^\d/.test(text) && label.qualifiers.some((one) => one.length === text.length)) return 'label';
  if (CARD_NUMBER.test(text)) return 'title';
  if (
    label.measure ||
    label.sum ||
    REMARK.test(text) ||
    COUNTED.test(text) ||
    SO_MANY.test(text) ||
    /^[\d.,~\s]+\s*(?:gb|gib|tb|tib|k|m|b|vcpus?|cores?|tokens?|gbps|mbps|%|x)?\b.{0,24}$/i.test(text)
  )
    return 'spec';
  return 'title';
}

/** "Standard: $0.12/GB, cold: $0.08/GB": names and prices in a row are lines of their own. */
function listed(line: Line, page: PageContext): Line[] {
  const told = line.level > 0 || line.text.length > 300 ? [] : line.text.split(/[，；;]\s*|,\s+/);
  // "..., 购买资源包更优惠。": what is remarked behind the last price.
  const parts = told.slice(0, told.findLastIndex((part) => /\d/.test(part)) + 1);
  if (parts.length < 2) return [line];
  const isItem = (part: string) => {
    if (HAN_ITEM.test(part)) return findAmounts(fold(part), page.currencies).length === 1;
    const [, lead, price = ''] = /^\s*([^:：]{2,30})[:：](.+)$/.exec(part) ?? [];
    if (lead === undefined || findAmounts(fold(price), page.currencies).length !== 1) return false;
    const label = page.label(lead);
    return label.residue.length > 1 && label.directions.length === 0 && !/\d/.test(lead);
  };
  return parts.every(isItem) ? parts.map((text) => ({ ...line, text: text.replace(/[。.]$/, '') })) : [line];
}

/** "语音识别 3.5 元/小时": words of Chinese and their price. */
const HAN_ITEM =
  /^\s*(?!超|其余|其他|额外|另收|输入|输出|缓存|原价|每)[\p{Script=Han}A-Z]{3,16}(?:仅?为|是)?\s*[\d.]+\s*元\s*[/每][^\d]{1,8}[。.]?$/u;

/** Prices of lines that are no table: cards, label and value lists, and sentences that state a price. */
export function readCards(lines: readonly Line[], around: Surroundings, page: PageContext, place: string): Draft[] {
  const said: Seen[] = [];
  let example: Line | null = null;
  const parts = joined(withYears(withoutFreeBefore(lines, page)))
    .map((one) => (one.text.endsWith(')') || one.text.endsWith('）') ? { ...one, text: withoutSaved(one.text) } : one))
    .flatMap((one) => listed(one, page))
    .flatMap((one) => apart(one, page));
  for (const [at, part] of parts.entries()) {
    const credits = creditPrice(fold(part.text));
    const line =
      credits !== null
        ? { ...part, text: credits }
        : beginsWithCachePart(part.text)
          ? { ...part, text: `${cacheOver(said)} ${part.text}`.trim() }
          : part;
    const text = spelledOut(fold(line.text));
    if (isSaving(text)) continue;
    example = exampleOver(parts, at, example, page);
    const over = isCachePart(text)
      ? said.slice(-16).findLast((one) => one.label.directions.includes('cached_input') && !isCachePart(one.text))
      : undefined;
    const label = page.label(over === undefined ? line.text : `${over.text} ${line.text}`);
    const kind =
      (example !== null && line.level === 0) || comesToMonth(text, said)
        ? 'noise'
        : over === undefined
          ? kindOf(line, text, label, page)
          : 'label';
    const name = kind === 'spec' ? nameBeforeSize(text, page) : null;
    const own = { at: said.length, written: part.text };
    said.push(
      name === null
        ? { ...own, line, text, label, kind }
        : { ...own, line: { ...line, text: name }, text: name, label: page.label(name), kind: 'title' },
    );
  }
  const seen = withClasses(said);
  const drafts: Draft[] = [];
  if (!seen.some(({ kind }) => kind === 'money' || kind === 'text')) return drafts;
  const labelsBefore = labelsStandBefore(seen);
  const shared = sharedLeads(seen);
  const titles = titlesOf(seen);
  const namedAbove = new Map([
    ...namesAbove(seen, (index) => titleOf(index, recordOf(seen, index), titles, page)),
    ...sameInPlans(seen),
  ]);
  const used = usedInPlans(seen, page);
  const machines = runOnMachines(seen);
  const leads = leadsOfLists(seen, page);
  const far = farLabels(null, around, page);
  const prose = proseLabels(around, page);
  // What stands over the block says no way of buying under a heading within it.
  const firstHeading = seen.findIndex((one) => one.kind === 'heading');
  const remote = prose.map((label) => (label.mode === null ? label : label.with({ mode: null })));
  const talk: Talk = { subject: null };
  seen.forEach((one, index) => {
    if (one.kind === 'heading' || one.text.endsWith('?')) talk.subject = askedAbout(one.line.text) ?? talk.subject;
    if (one.kind === 'text')
      drafts.push(
        ...proseDrafts(
          one.line.text,
          underHeads(around, headsOver(index, seen)),
          page,
          `prose/${place}/${index}`,
          talk,
        ),
      );
    if (one.kind !== 'money') return;
    const term = termOf(one.text);
    const readings = withUnitOfAll(readCell([one.line.text], page.currencies, false), one.text);
    // "$10 per 1,000 credits" sells what "$10 of credits" gives.
    if (
      one.label.sum &&
      !BEYOND.test(one.text) &&
      !readings.every(({ amount }) => /credit|积分/i.test(amount.unit?.unit.noun ?? ''))
    )
      return;
    if (
      OLD_LINE.test(one.text) &&
      recordOf(seen, index).some((other) => other.kind === 'money' && !OLD_LINE.test(other.text))
    )
      return;
    const below = seen[index + 1]?.text ?? '';
    if (isCalculation(below) || isReckonedUp(seen[index - 1]?.text ?? '', below)) return;
    if (/\bwas\s*$/i.test(one.text.slice(0, readings[0]?.amount.start ?? 0))) return;
    const nameLine = namedAbove.get(index);
    const record = nameLine === undefined ? recordOf(seen, index) : cardUnder(nameLine, seen, namedAbove);
    const beside = besideLabels(seen, index, record, labelsBefore, page);
    for (const read of readings) {
      const ofUse = used.get(index);
      const isTold = term === null || (term.tier === null && read.amount.unit !== null);
      const reading = isTold ? asUsed(read, ofUse) : forTerm(read, term);
      const lead = isTold ? (inlineName(one.text, reading, page) ?? leads.get(index) ?? null) : null;
      const inline = lead === null || shared.has(lead) ? null : asWritten(lead, one.line.text);
      const title = ofUse?.item ?? nameLine?.line.text ?? titleOf(index, record, titles, page);
      const over = headsOver(index, seen);
      const named =
        (ofUse?.unit ? ofUse.item : null) ??
        inline ??
        (title === null || !(FAMILY.test(title) || /\d/.test(title)) ? hanLead(one, reading, page) : null) ??
        title ??
        nameAbove(over) ??
        productOfContext({ ...around, headings: around.headings.filter(({ level }) => level > 1) }, [], null, {
          ...page,
          title: null,
        }) ??
        planOf(index, record) ??
        keptIn(over) ??
        productOfContext(around, [], null, page);
      const topic =
        reading.amount.unit === null ? null : (taskBefore(one.text, reading, page) ?? topicOf(index, record));
      // "Inference" over a rate says more than the name of the house.
      const isNamed = named !== null && !page.isOwnName(named) && (inline !== null || !isWay(named));
      const name = isNamed ? named : (topic ?? named);
      if (name === null || STEP.test(fold(name))) continue;
      const product = ofUse?.unit ? name : cleanName(name);
      const above = seen[index - 1]?.text ?? '';
      const cards = cardsBefore(one.text, reading) ?? (SO_MANY.test(above) && isOneOf(record) ? above : null);
      const region = placeOf(index, record);
      const others = record
        .filter(
          (other) =>
            other !== one &&
            (other.label.region === null || other === region) &&
            other.kind !== 'money' &&
            other.kind !== 'empty' &&
            // "input / output, per 1M tokens" over lines of two amounts each.
            (other.label.directions.length === 0 ||
              (other.kind === 'heading' && reading.of > 1 && other.label.directions.length === reading.of)) &&
            other.text.length <= 120,
        )
        // The place over a card is none of the next.
        .filter((other) => other.kind !== 'heading' || other.label.region === null || over.includes(other))
        // "Commercial use, unlimited fine-tunes": a feature, no way of buying.
        .map((other) =>
          other.label.residue.length > 20 ||
          isOfAnother(other, index, record, labelsBefore) ||
          // "Dedicated deployment" among what a plan comes with.
          (other.at > index && other.kind !== 'label' && isPlan(over[0])) ||
          // "Dedicated Plus" over the price of a plan is its name.
          (other === over[0] && isPlanCard(other)) ||
          // Among what a plan comes with it is its support.
          /^community(?: support| forum)?$/i.test(other.text)
            ? other.label.with({ mode: null })
            : other.label,
        );
      const stated = draftsOf(
        {
          reading: beside.reading(reading),
          names: product,
          head: beside.labels,
          rowLabels: [],
          productLabel: cards === null ? null : page.label(cards).with({ tier: cards, unit: null }),
          nameLabel: null,
          nameTier: ofUse?.plan ?? term?.tier ?? null,
          sections: others
            .filter(
              (label) => label.unit !== null || label.mode !== null || label.currency !== null || label.region !== null,
            )
            .slice(0, 4),
          far,
          prose: firstHeading >= 0 && firstHeading < index ? remote : prose,
          notes: notesBelow(seen, index).map(({ label }) => label),
          machine: {
            product,
            headers: [one.text, ...beside.labels.map((label) => label.text)].join(' '),
            around: machinesAround(
              around.headings.map((heading) => heading.text),
              [...record.flatMap(({ kind, text }) => (kind === 'spec' ? [text] : cardsToRent(text))), page.title ?? ''],
            ),
            ...saidOfHours([...prose.slice(0, 4).map(({ text: over }) => over), ...textsOver(seen, index)]),
            ...(record.some((other) => PER_INSTANCE.test(other.text)) || (machines && PLAN_NAME.test(product))
              ? { whole: true }
              : {}),
            counted: cards !== null || record.some((other) => SEVERAL.test(other.text)),
            gpuColumn: false,
            specs: isMachine(record),
          },
          discriminators: [
            ...beside.labels.filter((label) => label.residue.length > 1).map((label) => label.text),
            ...record
              .filter((other) => other.kind === 'spec' || other.kind === 'title')
              .map((other) => other.line.text)
              .filter((text) => cleanName(text) !== product)
              .slice(0, 3),
            ...over
              .slice(0, 1)
              .map((heading) => heading.line.text)
              .filter((text) => cleanName(text) !== product),
            ...around.headings.slice(-1).map((heading) => heading.text),
          ],
          evidence: `${product} → ${[...beside.labels.map((label) => label.text), one.written].join(' ').slice(0, 200)}`,
          place: `${place}/${index}`,
        },
        page,
      );
      drafts.push(
        ...stated
          .filter(
            (draft) =>
              (Number(draft.amount) > 0 || isFreePlan(draft)) &&
              (isStated(draft, reading, beside.labels, page) ||
                passOf(product) !== null ||
                (inline !== null &&
                  (others.some(isUnitOver) || saysUnitOfAll(over[0]?.label ?? far[0])) &&
                  !/\bonce\b|\bone[- ]time\b/i.test(one.text))),
          )
          .map(
            (draft): Draft => ({
              ...draft,
              ...(named === null ? { plainlyNamed: true } : {}),
              ...(startsAt(one.text, reading) ? { starting: true } : {}),
            }),
          ),
      );
    }
  });
  return drafts;
}

/** "Spot price (per hour)" over the second amount of a card is no mode of the first, nor is "Batch price" over "not available". */
const isOfAnother = (other: Seen, index: number, record: readonly Seen[], before: boolean): boolean =>
  other.kind === 'label' &&
  (record.some(({ at, text }) => at === other.at + 1 && isNoPrice(text)) ||
    (before && other.at > index && record.some(({ kind, at }) => kind === 'money' && at > other.at)));

/** "Storage" over a card beside those of "Writes" and "Queries": what is sold there, more than what the page is about. */
const keptIn = ([nearest]: readonly Seen[]): string | null =>
  nearest !== undefined && nearest.line.path.length > 0 && KEPT.test(nearest.text) ? nearest.line.text : null;
const KEPT = /^(?:\p{L}+ )?(?:storage|backups?|snapshots?)$/iu;

/** True where a record says several times how many cards a price is of. */
const isOneOf = (record: readonly Seen[]): boolean => record.filter(({ text }) => SO_MANY.test(text)).length > 1;

/** Texts below the last price of a list: "Prices are input / output, per 1M tokens." */
function notesBelow(seen: readonly Seen[], index: number): Seen[] {
  const rest = seen.slice(index + 1);
  const end = rest.findIndex(({ kind }) => kind === 'text' || kind === 'heading');
  const note = rest[end];
  return note?.kind === 'text' && note.text.length <= 200 && note.label.priced ? [note] : [];
}

/** Texts between a line and the nearest heading over its card. */
function textsOver(seen: readonly Seen[], index: number): string[] {
  const texts: string[] = [];
  const depth = seen[index]?.line.path.length ?? 0;
  for (let at = index - 1; at >= 0; at--) {
    const one = seen[at];
    if (one === undefined || (one.kind === 'heading' && one.line.path.length < depth)) break;
    if (one.kind === 'text') texts.push(one.text);
  }
  return texts;
}

/** "$0/month": a plan may cost nothing; of what is counted that says that it is not offered. */
const isFreePlan = ({ meter, amount, unit }: Draft): boolean =>
  Number(amount) === 0 && meter === 'month' && /month|seat/.test(unit.dimension);

/** "Language models (per 1M tokens)" over a list of names and amounts. */
const isUnitOver = ({ unit, text }: Label): boolean =>
  unit !== null && unit.dimension !== 'other' && /[(（]\s*(?:per\b|\/|每)[^()（）]*[)）]$/i.test(text);

/** "GPU prices / hr", "Hourly rates" right over names and amounts. */
const saysUnitOfAll = (head: Label | undefined): boolean =>
  head?.priced === true && head.unit !== null && head.unit.dimension !== 'other' && head.text.length <= 40;

/** Outside a table a price needs a unit or a direction of its own: a lone "$5" may be anything. */
function isStated(draft: Draft, reading: Reading, beside: readonly Label[], page: PageContext): boolean {
  if (reading.amount.unit !== null) return true;
  if (beside.some((label) => label.directions.length > 0 || label.unit !== null)) return true;
  return (
    page.label(reading.words).directions.length > 0 ||
    page.label(reading.words).unit !== null ||
    /per|每|\/|\bone[- ]?time\b|一次性/i.test(reading.words) ||
    draft.meter === 'gpu_hour' ||
    draft.meter === 'instance_hour' ||
    (reading.of > 1 && (draft.meter === 'input' || draft.meter === 'output' || draft.meter === 'cached_input'))
  );
}
