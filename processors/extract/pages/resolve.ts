import type { Meter } from '../../../infra/contracts/price.ts';
import { cachedInBrackets, type Direction, findDirections } from '../../normalise/directions.ts';
import { findMode } from '../../normalise/modes.ts';
import { type Dimension, meterOfUnit, type Unit } from '../../normalise/units.ts';
import type { Reading } from './cell.ts';
import type { Label } from './label.ts';

/** Labels that stand for one price, nearest first. */
export interface Labels {
  /** Words in its own cell. */
  readonly words: Label;
  /** Headers over it and labels of its row. */
  readonly near: readonly Label[];
  /** The cell that names the product, or the header over the names: for its unit only. */
  readonly name: Label | null;
  /** Section row, caption, tab, headings, prose, nearest first. */
  readonly far: readonly Label[];
  /** Text over the block, nearest first: for units and currencies; for modes where it is short. */
  readonly prose: readonly Label[];
  /** Notes under the block: only for units and currencies. */
  readonly notes: readonly Label[];
}

const TOKEN_LIKE = new Set(['token', 'character', 'word', 'token_hour']);

const OF_DIRECTION = /^(?:input|output|输入|输出)\s*[<>≤≥]/i;

/** Which way the tokens go; a list where the label names several and the price is for all of them. */
export function directionOf(labels: Labels, reading: Reading): Direction | 'blended' | null {
  const own = pick(labels.words.directions, reading);
  const near = labels.near
    .map(({ text, directions }) => pick(waysOfThree(text, directions, reading) ?? directions, reading))
    .filter((one) => one !== null);
  let found: Direction | 'blended' | null = own;
  for (const one of near) found = found === null ? one : joined(found, one);
  if (found === 'cached_input' && reading.uncached === true) return 'input';
  if (found !== null) return found;
  // "Input > 128K": where nothing else says so, the price of input over that length.
  const length = labels.near.find((label) => OF_DIRECTION.test(label.tier ?? ''));
  if (length !== undefined) return findDirections(length.tier ?? '')[0]?.direction ?? null;
  for (const label of labels.far) {
    const one = pick(label.directions, reading);
    // "Cache plans" over plans is what they are for.
    if (one !== null && label.text.length <= 40 && !/^(?:[\w-]+ )?plans?$|套餐$/i.test(label.text)) return one;
  }
  // "Cost / 1MT" over the amounts and "1MT: one million input tokens" below them: the note says what the header means.
  const defined = labels.notes.find((label) => label.directions.length === 1 && definesTerm(label.text, labels.near));
  if (defined !== undefined) return pick(defined.directions, reading);
  // "按输出 token 计费" over amounts that say no way.
  if ([...labels.prose, ...labels.notes].some(({ text }) => BY_OUTPUT.test(text))) return 'output';
  // "Prices per million tokens: input / cached input / output." over cells of three amounts each.
  if (reading.of < 2 || labels.words.qualifiers.length > 0) return null;
  const list = [...labels.far, ...labels.prose, ...labels.notes].find(
    (label) => label.directions.length === reading.of,
  );
  return list?.directions[reading.index] ?? null;
}

/** "Input (cached) / Output", "Input Cached Output" over three amounts: two words of one way, or two ways. */
function waysOfThree(
  text: string,
  directions: readonly Direction[],
  { of, dips }: Reading,
): readonly Direction[] | null {
  if (of !== 3) return null;
  const areCachedAndOut = directions.length === 2 && directions[0] === 'cached_input' && directions[1] === 'output';
  return dips === true && areCachedAndOut ? ['input', 'cached_input', 'output'] : cachedInBrackets(text);
}

const BY_OUTPUT = /按输出 ?(?:tokens?|词元)|\bbilled (?:by|per|on) (?:the )?output tokens?\b/i;

/** True for a note that begins with a word of a header and says what it stands for. */
function definesTerm(note: string, heads: readonly Label[]): boolean {
  const term = /^\W*([\p{L}\d]{2,12})\W{0,4}[:=]/u.exec(note)?.[1]?.toLowerCase();
  return term !== undefined && heads.some(({ text }) => text.toLowerCase().includes(term));
}

/** "SFT and DPO prices are in $ per 1M tokens" below columns of "LoRA SFT" and "LoRA DPO". */
function namesHead({ text }: Label, heads: readonly Label[]): boolean {
  const named =
    OF_HEADS.exec(text)?.[1]
      ?.toLowerCase()
      .split(/, | and | & |\//) ?? [];
  return named.some((word) => heads.some((head) => ` ${head.text.toLowerCase()} `.includes(` ${word} `)));
}
const OF_HEADS = /^((?:\p{L}[\p{L}\d-]+(?:, | and | & |\/))*\p{L}[\p{L}\d-]+) (?:prices|rates|costs|fees) are\b/u;

function pick(directions: readonly Direction[], reading: Reading): Direction | 'blended' | null {
  const first = directions[0];
  if (first === undefined) return null;
  if (directions.length === 1) return first;
  if (directions.length === reading.of) return directions[reading.index] ?? first;
  if (directions.includes('input') && directions.includes('output') && reading.of === 1) return 'blended';
  return reading.of > 1 ? (directions[reading.index] ?? first) : first;
}

/** A row "Cached" under a column "Input" is cached input; elsewhere the nearer label holds. */
function joined(near: Direction | 'blended', far: Direction | 'blended'): Direction | 'blended' {
  const cache: readonly string[] = ['cached_input', 'cache_write', 'storage'];
  if (near === 'input' && cache.includes(far)) return far;
  if (near === 'blended' && far !== 'blended') return far;
  return near;
}

/** The unit of a price: behind the amount, in its words, over it, beside it, then further off. */
export function unitOf(
  labels: Labels,
  reading: Reading,
  direction: Direction | 'blended' | null,
): { unit: Unit | null; far: boolean } {
  const own = reading.amount.unit;
  if (own !== null && !own.implied) return { unit: timed(own.unit, labels), far: false };
  const candidates = [labels.words, ...labels.near, ...(labels.name === null ? [] : [labels.name])].flatMap(
    (label) => label.unit ?? [],
  );
  const fits = (unit: Unit) => direction === null || direction === 'training' || TOKEN_LIKE.has(unit.dimension);
  const near = candidates.find(
    (unit) => unit.dimension !== 'gpu_hour' || direction === null || direction === 'training',
  );
  if (near !== undefined) {
    // "per month" over "per 1M tokens": the counted unit is the unit.
    const better = candidates.find(
      (unit) => direction !== null && direction !== 'training' && TOKEN_LIKE.has(unit.dimension),
    );
    // "Price per billing unit" beside "Calls, per minute": a noun nobody knows says least.
    const known = near.dimension === 'other' ? candidates.find((unit) => unit.dimension !== 'other') : undefined;
    return { unit: better ?? known ?? timed(near, labels), far: false };
  }
  if (own !== null) return { unit: own.unit, far: false };
  // "$0.08*" over "* per second of video": the mark points to its unit.
  const mark = /[*†‡]+/.exec(labels.words.text)?.[0];
  const marked =
    mark === undefined
      ? undefined
      : labels.notes.find(({ text, unit }) => /^[*†‡]+/.exec(text)?.[0] === mark && unit !== null && fits(unit))?.unit;
  if (marked) return { unit: marked, far: false };
  const ofHeads = labels.notes.find(
    (label) => label.unit !== null && fits(label.unit) && namesHead(label, labels.near),
  );
  if (ofHeads !== undefined) return { unit: ofHeads.unit, far: false };
  for (const label of [...labels.far.slice(0, -1), ...labels.prose, ...labels.far.slice(-1), ...labels.notes]) {
    // "Billed per minute" and "5 requests per second" in running text are no unit of the prices below.
    const timed = ['second', 'minute', 'hour', 'day', 'month', 'year'].includes(label.unit?.dimension ?? '');
    if (
      label.unit !== null &&
      label.unit.dimension !== 'other' &&
      fits(label.unit) &&
      (label.priced || (!timed && label.text.length <= 80) || (timed && label.text.length <= 30))
    )
      return { unit: countedIn(label, labels) ?? label.unit, far: true };
  }
  return { unit: null, far: false };
}

/** "Cost per query = tokens + request fee" over amounts, and "Request fees are per 1,000 requests." below them: how many one amount buys. */
function countedIn(over: Label, { far, notes }: Labels): Unit | null {
  const { unit } = over;
  if (unit === null || unit.count > 1 || far.includes(over)) return null;
  const told = notes.find(
    (label) =>
      label.unit?.dimension === unit.dimension && label.unit.count > 1 && label.priced && label.text.length <= 120,
  );
  return told?.unit ?? null;
}

/** "包日", "按月", "Weekly": for how long a card is rented. */
const RENTED_FOR =
  /^\s*(?:(?:连续包|[包按])(日|天|周|月|季|年)|(日|天|周|月|季|年)[付租]|(Annual|Yearly|Monthly|Hourly) (?:prices?|rates?|rents?|fees?|costs?)\b)/i;
const RENTED: Readonly<Record<string, Dimension>> = {
  annual: 'year',
  yearly: 'year',
  monthly: 'month',
  hourly: 'hour',
  日: 'day',
  天: 'day',
  周: 'other',
  月: 'month',
  季: 'other',
  年: 'year',
};

const rentedFor = (labels: readonly Label[]): Dimension | undefined =>
  labels
    .map(({ text }) => RENTED_FOR.exec(text))
    .map((match) => RENTED[match?.[1] ?? match?.[2] ?? match?.[3]?.toLowerCase() ?? ''])
    .find((one) => one !== undefined);

const OTHER_TIME = /\b(?:min(?:ute)?|sec(?:ond)?|day|week)s?\b|[分秒天日周]/i;

/** "$260 per PTU" under "Monthly": the header has the time. A GPU's price without any time is per hour. */
function timed(unit: Unit, labels: Labels): Unit {
  if (unit.dimension !== 'other' || unit.count !== 1 || OTHER_TIME.test(unit.noun)) return unit;
  const time = (list: readonly Label[]) =>
    list.find((label) => label.unit !== null && /^(?:hour|month|year)$/.test(label.unit.dimension))?.unit?.dimension;
  const near = time(labels.near) ?? rentedFor([labels.words, ...labels.near]);
  if (/\b(?:gpu|accelerator|chip|card|tpu)s?\b|卡/i.test(unit.noun)) {
    const found = near ?? time([...labels.far, ...labels.prose, ...labels.notes]) ?? 'hour';
    return { ...unit, dimension: found === 'hour' ? 'gpu_hour' : found };
  }
  if (near === undefined) return unit;
  return /instance|node|vm|server|machine|unit|ptu|台|实例|节点|主机/i.test(unit.noun)
    ? { ...unit, dimension: near === 'hour' ? 'instance_hour' : near }
    : unit;
}

export const MACHINE =
  /instance|machine|\bvm\b|\bv[pd]s\b|virtual machine|\bnode\b|server(?!less)|droplet|flavou?r|shape|hosting|hosted|\bclusters?\b|\bwarehouses?\b|инстанс|(?<!бес)сервер|实例|集群|机型|主机|整机|单机|服务器|서버(?!리스)|인스턴스|サーバー?(?!レス)|インスタンス|serveur|servidor|inst[aâ]ncia|istanz|instanz/i;
export const GPU =
  /\bgpus?\b|\btpus?\b|nvidia|\bh100|\bh200|\bh20\b|\bb200|\bb300|\bgb200|\bgb300|\bgh200|\ba100|\b[ah]800\b|\ba30\b|\bl20\b|\bp100\b|\bgaudi|\bmlu\d|\b910[bc]\b|\bl40s?|\bl4\b|\ba10g?\b|\bt4\b|\bv100|\b[rg]tx|\ba6000|\ba5000|\ba4000|\ba40\b|\bmi\d{3}x?|\b[2-5]0[5-9]0(?: ?ti)?\b(?![.,]\d)|tesla|geforce|显卡|算力卡|昇腾|ascend|accelerator/i;
const AUDIO = /whisper|transcri|speech|audio|\basr\b|\btts\b|voice|语音|音频|转写|识别/i;
/** What is rented by the hour beside machines. */
const NO_MACHINE =
  /\bips?\b|\bipv[46]?\b|\baddress(?:es)?\b|\bload balancers?\b|\bsnapshots?\b|\bvolumes?\b|^(?:\w+ )?licen[cs]es?$|\bgateways?\b|\bvpn\b|公网|弹性ip|负载均衡|快照|带宽/i;
/** "vCPU", "System memory (GB)", "Egret Genoa, RAM GB": what machines are put together from. */
const PART_NAME =
  /^(?:[^,]{2,40}, )?(?:(?:system|extra|additional|dedicated|shared|standard) )?(?:v?cpus?(?: cores?)?|ram|memory)(?: ?\([^()]*\)| per \S+| gi?b)?$/i;
/** "p5.48xlarge", "a3-highgpu-8g", "Standard_ND96isr_H100_v5", "gpu_8x_h100", "H100 (8x)", "n2 (8 vCPU, 1 GPU)": names of whole machines. */
const MACHINE_NAME =
  /^[a-z]\d\w*\.(?:nano|micro|small|medium|large|xlarge)\.\w+$|^[a-z]\w*\.(?!(?:ai|io|com|net|org|dev|cloud)$)\w+(?:-\d+gpu)?$|^[a-z]\d[a-z]*-\w+-\d+[a-z]?$|^standard_|^(?:BM|VM)\.|ecs\.|^[a-z]+\.\w+\.(?:\d*x?large|\d{1,2}x)$|\b(?:[248]|16)\s*[x×]\s*(?:nvidia\s*)?[a-z]+\d|[a-z0-9]\s*[x×*]\s*(?:[248]|16)\b|[(（]\d{1,2}\s*[x×*]\s*(?:[a-z]|[)）])|[(（]\d+\s*vcpus?\b[^()（）]*(?:\bgpus?\b|\d\s*gi?b\b)/i;

/** "h100-2-80", "gpu-l4-1" under "Instances": a name with a number of its own in it, which is not the memory of a card. */
const FLAVOUR = /^[a-z][a-z\d]*(?:-[a-z\d]+)*-(?!(?:16|24|32|40|48|64|80|94|96|141|180|192)$)\d+(?:-[a-z\d]+)*$/i;

export const isMachineName = (text: string): boolean => MACHINE_NAME.test(text.trim());

/** "Instance price (per hour)" and "Spot price (per hour)" of one name: both of the machine. */
export const PER_INSTANCE = /\b(?:instance|node|server) price\b/i;

export interface Machine {
  readonly product: string;
  /** Header of the product column and of the price column, and the caption: do they speak of machines? */
  readonly headers: string;
  /** Heading path and page title. */
  readonly around: string;
  /** A column says how many GPUs the machine has, or what else is in it beside them. */
  readonly counted: boolean;
  /** A column beside the product says which GPU it has. */
  readonly gpuColumn: boolean;
  /** Said over the table: its prices are per machine. */
  readonly whole?: boolean;
  /** Said over the table: its prices are per card. */
  readonly single?: boolean;
  /** Its row says that it is a CPU, memory or the like, to be rented beside cards. */
  readonly part?: boolean;
  /** Columns for CPUs or memory, or prices both by the hour and by the month: the table is of machines. */
  readonly specs: boolean;
}

/** What stands over prices per hour, as far as it tells what is rented: under a heading of CPUs none above speaks of cards. `besides`: the title of the page and the like. */
export function machinesAround(headings: readonly string[], besides: readonly string[]): string {
  const last = headings.findLastIndex((text) => GPU.test(text) || CPU.test(text));
  const ofProcessors = last >= 0 && !GPU.test(headings[last] ?? '');
  return (ofProcessors ? headings.slice(last) : [...headings, ...besides]).join(' ');
}
const CPU = /\bcpus?\b/i;
const NO_CARD = /\bcpus?\b|\bbare[ -]?metal\b/i;

/** The meter of a price per hour: of one GPU, of a machine, or of something else (an hour of audio). */
export function hourMeter(machine: Machine): Meter {
  const ofCards = GPU.test(machine.product.replaceAll('_', ' '));
  if (
    /per\s*(?:gpu|accelerator|chip)\b|\/\s*gpu\b|(?:gpu|accelerator)[\s-]*(?:hour|hr)|\bgpu price\b|卡时|每卡|\/卡/i.test(
      machine.headers,
    )
  )
    return 'gpu_hour';
  if (machine.single === true) return 'gpu_hour';
  if (machine.part === true || (!machine.specs && PART_NAME.test(machine.product))) return 'other';
  if (NO_MACHINE.test(machine.product) && !ofCards) return 'other';
  if (AUDIO.test(machine.product) || (AUDIO.test(machine.headers) && !ofCards)) return 'other';
  if (isMachineName(machine.product) || MACHINE.test(`${machine.product} ${machine.headers}`)) return 'instance_hour';
  if (machine.counted || machine.gpuColumn || machine.whole === true) return 'instance_hour';
  if (MACHINE.test(machine.around) && FLAVOUR.test(machine.product)) return 'instance_hour';
  if (OF_PROCESSORS.test(machine.product) && !ofCards) return 'instance_hour';
  if (machine.specs && MACHINE_CODE.test(machine.product)) return 'instance_hour';
  if (ofCards || GPU.test(machine.headers)) return 'gpu_hour';
  if (GPU.test(machine.around)) return MACHINE.test(machine.around) ? 'instance_hour' : 'gpu_hour';
  return machine.specs || MACHINE.test(machine.around) || NO_CARD.test(machine.around) ? 'instance_hour' : 'other';
}

/** "GC3.H900-16.200GB" with columns of CPUs and memory: a code of its own that has a card in it. "H100-SXM-80GB" is the card. */
const MACHINE_CODE = /^(?!(?:nvidia|amd|rtx|gtx|gh?b?\d{3}|[abhlvt]\d{1,3}|mi\d{3}))(?=\S*\d)[a-z]\w*(?:[.-]\w+){2,}$/i;

/** "s-2vcpu-4gb", "4 vCPU / 16 GB": a machine by what is in it, on a page of cards too. */
const OF_PROCESSORS = /(?:^|[^a-z\d])\d{1,3}[\s-]?v?cpus?(?![a-z])/i;

/** What is made is counted: the tokens of a generated video are output. */
const MADE =
  /(?:video|image) generation|(?:text|image)[- ]to[- ](?:video|image)|(?:视频|图片|图像)生成|[文图]生(?:视频|图)|\b(?:seedance|sora|veo|kling|hailuo|vidu|pixverse)\b|可灵/i;

/** "Per edit", "per generation" under "Image editing": each makes an image. Under "Music" it makes a song. */
function makesImage(unit: Unit, machine: Machine): boolean {
  const about = `${machine.product} ${machine.headers} ${machine.around}`;
  return MAKING.test(unit.noun) && PICTURES.test(about) && !MOVING.test(about);
}
const MAKING = /^(?:edit|generation)s?$/;
const PICTURES = /\bimages?\b|\bpictures?\b|图片|图像|画像/i;
const MOVING = /\bvideos?\b|\bmusic\b|\bsongs?\b|\baudio\b|视频|音乐|音频/i;

/** "训练资源", "a3-highgpu-8g": machines to train on are machines. */
const isMachine = ({ product, headers }: Machine): boolean =>
  MACHINE.test(product) || GPU.test(product) || isMachineName(product) || MACHINE.test(headers);

/** The meter a price has by its direction and unit. */
export function meterOf(direction: Direction | 'blended' | null, unit: Unit, machine: Machine): Meter {
  if (unit.dimension === 'hour')
    return direction === 'storage' || (direction === 'training' && !isMachine(machine)) ? 'other' : hourMeter(machine);
  if (unit.dimension === 'other' && makesImage(unit, machine)) return 'image';
  if (unit.dimension !== 'token') return meterOfUnit(unit);
  if (direction === null) {
    const about = `${machine.product} ${machine.headers} ${machine.around}`;
    return /embed|эмбеддинг|векториз|嵌入|向量|rerank|重排|minilm|mpnet|\b(?:bge|e5|gte)\b/i.test(about)
      ? 'input'
      : MADE.test(about)
        ? 'output'
        : 'other';
  }
  return direction === 'storage' || direction === 'training' ? 'other' : direction;
}

/** The nearest mode; a heading that names several names none. */
export function modeOf(labels: Labels): string | null {
  for (const label of [labels.words, ...labels.near]) if (label.mode !== null) return label.mode;
  const over =
    labels.far.find((label) => headsOneMode(label, 80)) ??
    labels.prose.find((label, index) => headsOneMode(label, index === 0 ? 60 : 30) && !SAVES.test(label.text));
  return over?.mode ?? null;
}

/** "Save 50% with batch processing" over the prices of what is not batched, "Yearly commitment: 10% off" over what is not reserved. */
const SAVES = /\bsav(?:es?|ings?)\b|节省|立省/i;
const DISCOUNT = /\d ?% (?:off|discount|cheaper)\b/i;
/** "FLUX.2 [flex]": the name of a variant. */
const VARIANT = /\S ?\[[a-z ]+\]$/i;

const headsOneMode = ({ mode, text }: Label, longest: number): boolean =>
  mode !== null &&
  text.length <= longest &&
  !SEVERAL_MODES.test(text) &&
  !VARIANT.test(text) &&
  !DISCOUNT.test(text) &&
  modesIn(text).size < 2;
/** "Serverless and dedicated", "On-demand / spot": the ways that the parts of a line name. */
const modesIn = (text: string): ReadonlySet<string | null> =>
  new Set(
    text
      .split(/\s(?:and|or|&|\/|\+)\s|[,、和与及或]/)
      .map((part) => findMode(part))
      .filter((mode) => mode !== null),
  );
/** "Pricing for compute, inference, and fine-tuning" is over all three. */
const SEVERAL_MODES =
  /,.*\b(?:and|or)\b|(?:standard|标准|on[\s-]?demand).{1,30}(?:batch|flex|priority|批量|reserved)|batch.{1,20}(?:flex|priority|standard|real)/i;

export const currencyOf = (labels: Labels, reading: Reading): string | null =>
  reading.amount.currency ??
  [labels.words, ...labels.near, ...labels.far, ...labels.prose, ...labels.notes].find(
    (label) => label.currency !== null,
  )?.currency ??
  null;
