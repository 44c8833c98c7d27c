import type { Meter } from '../../../../infra/contracts/price.ts';
import { findMode, withoutMode } from '../../../normalise/modes.ts';
import { isObject, type Json, type JsonObject, Numeral } from '../json.ts';
import type { Candidate } from './candidates.ts';
import { gpuCount, hasSeveralCards, isSaidToBeMachine } from './card-count.ts';
import { isCardName } from './cards.ts';
import { wayOf } from './kind.ts';
import { directionOfMeter, labelOf } from './label-beside.ts';
import { isMachineCode } from './machines-by-place.ts';
import { isMeterKey, meterPhrase } from './meter-name.ts';
import { isOfEachCard } from './of-each-card.ts';
import type { FoundUnit } from './parse-unit.ts';
import { perObject } from './per-object.ts';
import { COUNT_KEY, type Direction, directionOf, isExtra, isTerm, phraseOf, qualifierOf } from './words.ts';

export interface Metered {
  readonly meter: Meter;
  /** Null: by size, see `tokensBySize`. */
  readonly per: number | null;
}

const GPU =
  /\b(?:gpus?|tpus?|nvidia|geforce|tesla|quadro|radeon|instinct|gaudi|[abh][12]00|h20|h800|a800|gb[23]00|b300|l40s?|l4|t4|v100|p100|a10g?|a30|a40|a16|mi\d{3}x?|rtx|a[456]000|ascend|910[bc])\b/i;
const SPEECH = /whisper|transcri|speech|\btts\b|\basr\b|\bstt\b|voice/i;
/** A price of less than this is of no picture: it is of a token or a pixel of one. */
const LEAST_PER_IMAGE = 1e-4;

/** What a price is charged for, from its keys and unit; null where nothing says it. */
export function meterOf(candidate: Candidate, found: FoundUnit | null): Metered | null {
  const words = `${candidate.around} ${candidate.phrase}`;
  if (isExtra(words) || isPaidOnce(candidate.steps.at(-1)?.within)) return { meter: 'other', per: 1 };
  const unit = found?.unit;
  const direction =
    wayOf(candidate, candidate.phrase) ??
    wayOf(candidate, words) ??
    directionOf(phraseOf(found?.text ?? '')) ??
    labelled(candidate);
  const count = unit?.count ?? 1;
  if (/hour$/.test(unit?.dimension ?? '') && OF_A_PART.test(candidate.phrase)) return { meter: 'other', per: count };
  switch (unit?.dimension) {
    case 'instance_hour':
      return { meter: 'instance_hour', per: count };
    case 'hour':
    case 'gpu_hour':
      return hours(candidate, unit.dimension === 'gpu_hour' || /\bper gpu\b/.test(words), count);
    case 'month':
    case 'seat_month':
      return { meter: 'month', per: count };
    case 'year':
      return { meter: 'year', per: count };
    case 'gb_month':
      return { meter: 'storage_gb_month', per: count };
    case 'second':
      return { meter: 'second', per: count };
    case 'image':
      return { meter: 'image', per: count };
    case 'request':
      return { meter: 'request', per: count };
    case 'token':
      return { meter: direction ?? directionless(candidate, found?.text ?? ''), per: count };
    case undefined:
      return unitless(candidate, words, direction);
    default:
      return { meter: 'other', per: count };
  }
}

/** "disk price per gb hour", "vcpu price per hour": of a part of a machine, and "4 vcpu", "memory optimized" of the whole. */
const OF_A_PART =
  /(?<!\d ?)\b(?:disks?|storage|volumes?|ssd|nvme|ram|memory|v ?cpus?|cores?)\b(?! optimi[sz]ed)|\bper [gt]i?b\b/;

/** {"description": "installation", "price": 99}, {"interval": "once"}: no rent, whatever it is of. */
const isPaidOnce = perObject((object): true | null =>
  Object.entries(object).some(
    ([key, value]) => typeof value === 'string' && ONCE.test(value) && ONCE_KEY.test(phraseOf(key)),
  )
    ? true
    : null,
);
const ONCE = /^(?:once|one[-_ ]?time|installation|set[-_ ]?up|activation)(?: (?:fee|charge|cost))?$/i;
const ONCE_KEY = /^(?:description|(?:\w+ )?(?:interval|period|type|cycle|frequency|recurrence))$/;

function unitless(candidate: Candidate, words: string, direction: Direction | null): Metered | null {
  // Per pixel, per character, per step: a unit of its own, whatever else the key says.
  if (/\bper (?!gpu\b|model\b|[mk]\b|\d|million|thousand)\p{L}+/u.test(candidate.phrase))
    return { meter: 'other', per: 1 };
  if (direction !== null) return { meter: direction, per: counted(candidate) };
  if (/\b(?:requests?|search|query|queries|calls?)\b/.test(words))
    return { meter: 'request', per: isOfManySearches(words, candidate.amount.amount) ? 1000 : 1 };
  if (/\b(?:images?|pictures?)\b/.test(candidate.phrase)) {
    return { meter: Number(candidate.amount.amount) < LEAST_PER_IMAGE ? 'other' : 'image', per: 1 };
  }
  if (/^audio$/.test(candidate.phrase)) return { meter: 'input', per: null };
  // Cards are rented by the hour; what else a list of them prices (disk, traffic) it has to name a unit for.
  const isRent = /\bdph\b|\bbid\b/.test(words) || qualifierOf(candidate.phrase) === null || modeOf(candidate) !== null;
  return isRent && isGpu(candidate) ? hours(candidate, false, 1) : null;
}

/** {"web_search": "10"}: a search costs cents, a thousand of them dollars. */
const isOfManySearches = (words: string, amount: string): boolean =>
  /\bsearch\b/.test(words) && Number(amount) >= 1 && Number(amount) <= 100;

/** How many tokens a field beside the price says it buys; null where none does. */
function counted({ steps }: Candidate): number | null {
  const within = steps.at(-1)?.within;
  if (!isObject(within)) return null;
  for (const [key, value] of Object.entries(within)) {
    const count = value instanceof Numeral && COUNT_KEY.test(phraseOf(key)) ? Number(value.literal) : 0;
    if (count === 1 || count === 1000 || count === 1_000_000) return count;
  }
  return null;
}

/** A direction named by a field beside the price: {"type": "input", "price": 0.6}. */
function labelled({ steps, entry }: Candidate): Direction | null {
  for (let index = steps.length - 1; index >= entry.depth; index -= 1) {
    const within = steps[index]?.within;
    const label = index > entry.depth ? labelOf(within) : null;
    const direction = label === null ? directionOfMeter(within) : directionOf(phraseOf(label));
    if (direction !== null) return direction;
  }
  return null;
}

function hours(candidate: Candidate, perGpu: boolean, count: number): Metered {
  // An hour of speech, not of a machine: as minutes of it, of the meter `other`.
  if (SPEECH.test(candidate.entry.product)) return { meter: 'other', per: count };
  if (perGpu) return { meter: 'gpu_hour', per: count };
  const { object, product } = candidate.entry;
  // {"per_minute": 0.004, "per_hour": 0.24}: of what is heard, not of what hears it.
  if (!isGpu(candidate) && isSoldByMinute(candidate.steps.at(-1)?.within)) return { meter: 'other', per: count };
  if (isAddress(candidate) || KEPT.test(phraseOf(product))) return { meter: 'other', per: count };
  if (COUNTED_CARDS.test(product) || isMachineCode(product) || CALLED_MACHINE.test(product))
    return { meter: 'instance_hour', per: count };
  // {"servers": [{"name": "GX11", "gpu": "RTX 4000"}]}
  if (!GPU.test(product.replaceAll('_', ' ')) && candidate.steps.some(({ key }) => MACHINES.test(phraseOf(key))))
    return { meter: 'instance_hour', per: count };
  if (!isGpu(candidate) || (object !== null && isWhole(product, object))) return { meter: 'instance_hour', per: count };
  const cards = gpuCount(object) * cardsOfKey(candidate);
  const ofEach = isOfEachCard(candidate, cards, count, (one) => (isObject(one) ? gpuCount(one) : 1));
  return { meter: 'gpu_hour', per: ofEach ? count : count * cards };
}

const isSoldByMinute = perObject((object): true | null =>
  Object.keys(object).some((key) => /\bper min(?:ute)?\b/.test(phraseOf(key))) ? true : null,
);

/** {"H100": {"1x": 2.5, "8x": 20}} */
const cardsOfKey = ({ around, phrase }: Candidate): number =>
  Number(
    /(?:^| )(?:x ?(\d{1,2})|(\d{1,2}) ?x)$/
      .exec(`${around} ${phrase}`)
      ?.slice(1)
      .find((count) => count !== undefined) ?? 1,
  );

/** {"floating_ips": [{"type": "ipv4", "price_hourly": 0.001}]}: an hour of an address is none of a machine. */
const isAddress = ({ entry, steps }: Candidate): boolean =>
  [entry.product, ...steps.map(({ key }) => key)].some((text) => ADDRESS.test(phraseOf(text)));
const ADDRESS = /(?:^| )(?:ips|ip(?: ?v[46])?(?: address(?:es)?)?)$/;

/** "storage_maxiops", "Block volume": an hour of what is kept is none of a machine. */
const KEPT = /^(?:(?:block|object|file) )?(?:storage|volumes?|disks?)\b/;

const MACHINES = /^(?:servers?|machines?|vms?|instances?|instance types|flavou?rs?)$/;

/** "gpu-h100x8-640gb", "gpu_8x_h100_sxm5", "8 x H100", "H100-2-80G": a machine of so many cards. */
const COUNTED_CARDS =
  /[a-z]-?\d+[a-z]*x\d{1,2}(?![\da-z])|(?:^|[_-])\d{1,2}x(?:[_-]|[a-z]{1,3}\d)|^\d{1,2} ?[x×] ?[a-z]|[._-]\d{1,2}x$|^[a-z]+\d+[a-z]*(?:-[a-z]+)?-(?:[2-9]|1\d)-\d+gb?$/i;

/** "H100 GPU cloud instance", "A100 server": called a machine. */
const CALLED_MACHINE = /\b(?:instance|server|machine|vm)s?$/i;

/** A list of GPUs, as against one of machines that may have some. */
function isGpu({ entry, steps, path }: Candidate): boolean {
  const keys = entry.object === null ? '' : Object.keys(entry.object).map(phraseOf).join(' ');
  return (
    GPU.test(entry.product.replaceAll('_', ' ')) ||
    /\bgpu\b/.test(`${phraseOf(path)} ${keys}`) ||
    steps.some(({ key }) => GPU.test(phraseOf(key)))
  );
}

const isWhole = (product: string, object: JsonObject): boolean =>
  isMachine(product, object) || hasSeveralCards(product, object) || isSaidToBeMachine(object) === true;

/** A machine has processors of its own, however deep it says so ({"technical": {"cpu": {"cores": 15}}}), and its name is not just that of a card. */
const isMachine = (product: string, object: JsonObject): boolean => !isCardName(product) && hasProcessors(object, 0);

const hasProcessors = (object: JsonObject, depth: number): boolean =>
  Object.entries(object).some(
    ([key, value]) =>
      /\b(?:[nv] ?cpus?|cpus?|cpu count|cores)\b/.test(phraseOf(key)) ||
      (isObject(value) && depth < DEEPEST && hasProcessors(value, depth + 1)),
  );
const DEEPEST = 2;

const TRAINING = /\bfine ?tun|\btraining\b/;

/** "price per 1000" of "queue_requests", {"class_a_operations": {"price_per_10k": 0.05}}: what is counted stands further out. */
const CALLS = /\b(?:requests|queries|searches|calls|operations|invocations|lookups|transactions|executions)$/;

function directionless({ entry, steps }: Candidate, unit: string): Meter {
  if (!/tok/i.test(unit) && [entry.product, ...steps.map(({ key }) => key)].some((text) => CALLS.test(phraseOf(text))))
    return 'request';
  if (steps.some(({ key }) => TRAINING.test(phraseOf(key)))) return 'other';
  return takesOnly(entry.product) ? 'input' : 'other';
}

/** A model that is given tokens and makes none. */
export const takesOnly = (product: string): boolean => /embed|rerank|moderation|bge|e5-/i.test(product);

/** The way of buying that the keys name: spot, batch, secure ... */
export function modeOf(candidate: Candidate): string | null {
  const words = `${candidate.around} ${candidate.phrase}`
    .replaceAll(/\b(?:prices?|pricing|costs?|hourly|per|hour)\b/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
  if (/\b(?:bid|interruptible)\b/.test(words)) return 'spot';
  // "month_1y": the price of a month, bought for a year.
  const bought = candidate.phrase.replace(/^(?:hour|day|month|year) | price$/g, '');
  const found = isTerm(bought) ? findMode(bought, true) : findMode(words);
  if (found === 'standard' && /\breserved\b/.test(words)) return 'reserved';
  return (
    found ??
    fieldMode(candidate) ??
    modeOver(candidate) ??
    (candidate.steps.some(({ key }) => /\bfine ?tun/.test(phraseOf(key))) ? 'fine_tuned' : null)
  );
}

/** {"batch": {"vela-1": {"input": 1}}}: lists by how one buys, further out; "standard" needs no telling. */
function modeOver({ steps, entry }: Candidate): string | null {
  for (const { key } of steps.slice(0, entry.depth).reverse()) {
    const words = phraseOf(key);
    const mode = findMode(words);
    if (mode !== null && withoutMode(words).trim() === '') return mode;
  }
  return null;
}

const MODE_KEY =
  /^(?:(?:\w+ )?mode|purchase (?:option|type)|(?:capacity|cloud) (?:class|type)|usage type|price type|pricing (?:model|type|tier)|service tier|commitment|offer(?:ing)? type|term|billing type)$/;
const TERM_KEY = /^(?:(?:\w+ )?(?:term|commitment|duration|contract)(?: length)?|term length)$/;
const BARE_TERM = /^\s*\d+[ -]?(?:m|mo|months?|y|yrs?|years?)\s*$/i;
/** What tells the variants of one entry apart: {"plan": "spot"}, {"type": "reserved_12m"}. */
const VARIANT_KEY = /^(?:plan|type|kind|option|name|label|tier|billing(?: mode| plan| model)?|contract|pricing plan)$/;

/** {"model": "vela-1", "tier": "batch"}: a field of the entry itself that says a mode and nothing else. */
const isModeAlone = (key: string, text: string): boolean =>
  /^(?:tier|plan|billing|option|contract)/.test(phraseOf(key)) && withoutMode(phraseOf(text)).trim() === '';

/** The mode that the nearest object says; {"tier": "on_demand", "capacity_class": "community"}: of two the one that is not everyone's. */
function fieldMode({ steps, entry }: Candidate): string | null {
  for (let index = steps.length - 1; index >= entry.depth; index -= 1) {
    const within = steps[index]?.within;
    if (!isObject(within)) continue;
    const modes = Object.entries(within)
      .map(([key, value]) => modeOfField(key, value, index > entry.depth))
      .filter((mode) => mode !== null);
    const found = modes.find((mode) => mode !== 'standard') ?? modes[0];
    if (found !== undefined) return found;
  }
  return null;
}

function modeOfField(key: string, value: Json, below: boolean): string | null {
  if (typeof value !== 'string' || value.length >= 60) return null;
  // {"term": "12 months", "price": 1.2}
  if (TERM_KEY.test(phraseOf(key)) && BARE_TERM.test(value)) return findMode(phraseOf(value), true);
  const says = MODE_KEY.test(phraseOf(key)) || (VARIANT_KEY.test(phraseOf(key)) && (below || isModeAlone(key, value)));
  return says ? findMode(phraseOf(value)) : isMeterKey(key) ? findMode(meterPhrase(value)) : null;
}
