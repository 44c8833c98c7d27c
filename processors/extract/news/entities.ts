import data from './gazetteer.json' with { type: 'json' };
import { isHan, isWordUnit } from './text.ts';

export type EntityKind = 'organisation' | 'product' | 'reporter' | 'person' | 'chip';

/** A name of the gazetteer where a text uses it. Offsets are into the scanned text. */
export interface Entity {
  readonly start: number;
  readonly end: number;
  readonly slug: string;
  readonly kind: EntityKind;
}

/** A house or a product of one: what may act or be priced. */
export const isActor = (entity: Entity): boolean => entity.kind === 'organisation' || entity.kind === 'product';

interface Alias {
  readonly name: string;
  /** Its last UTF-16 unit: of the names that begin alike few end alike. */
  readonly last: number;
  readonly slug: string;
  readonly kind: EntityKind;
  readonly weak: boolean;
  /** Ours only with a capital in front: "Copilot", not "copilot"; "Scale AI", not "to scale AI". */
  readonly cased: boolean;
  /** A common noun as well: a house only where no modifier stands before it. */
  readonly noun: boolean;
  /** Short for a house only where it stands by itself: 移动1512亿元, 电信给移动网的投资. */
  readonly alone: boolean;
  /** What else the text must speak of; null where the name alone will do. */
  readonly context: RegExp | null;
}

export const GAZETTEER_VERSION: string = data.version;

const weak = new Set(data.weak);
const cased = new Set(data.cased);
const nouns = new Set(data.nouns);
const alone = new Set(data.alone);
/** Names that another house means where a text speaks of it: Copilot, beside GitHub. */
const instead = new Map(
  Object.entries(data.instead).map(([name, { slug, where, unless }]) => [
    name,
    { slug, where: new RegExp(where), unless: new RegExp(unless) },
  ]),
);
const contexts = new Map(Object.entries(data.contexts).map(([name, source]) => [name, new RegExp(source)]));
/** Evidence that a text is about AI or cloud at all, so that ambiguous names may be read as ours. */
export const DOMAIN =
  /\b(?:ai|cloud|gpus?|llms?|tokens?|apis?|inference|data[- ]?cent(?:er|re)s?|accelerators?|chatbots?|large language model|openai|nvidia|hyperscalers?|neoclouds?|[imps]aas|agents?|compute)\b|人工智能|云计算|云服务|云端(?:业|服|运算|供应|部门|分部|营收|收入|平台)|算力|大模型|智能体|词元|数据中心|芯片|智能云|公有云|云厂商|云巨头|加速卡|万卡|超集群|计费|云服务器|云市场|模型/;

/**
 * Aliases by a hash of their first four UTF-16 units, those of three and of two units by a hash of all: the names that begin
 * alike (中国, cloud) are then few at any place.
 */
const index: (Alias[] | undefined)[] = new Array(24_576);
/** Where the index has any; small enough to stay in the processor's cache, as nearly every word of a text is looked up. */
const taken = new Uint8Array(24_576);
const keyOf = (text: string, at: number): number => (text.charCodeAt(at) * 251 + text.charCodeAt(at + 1)) & 8191;
const longer = (key: number, text: string, at: number): number => ((key & 8191) * 31 + text.charCodeAt(at)) & 8191;
const threeOf = (two: number, text: string, at: number): number => 8192 + longer(two, text, at + 2);
const fourOf = (three: number, text: string, at: number): number => 16_384 + longer(three, text, at + 3);
const add = (name: string, slug: string, kind: EntityKind, context = contexts.get(name) ?? null): void => {
  const two = keyOf(name, 0);
  const three = threeOf(two, name, 0);
  const key = name.length > 3 ? fourOf(three, name, 0) : name.length > 2 ? three : two;
  taken[key] = 1;
  const list = index[key] ?? [];
  list.push({
    name,
    last: name.charCodeAt(name.length - 1),
    slug,
    kind,
    weak: weak.has(name),
    cased: cased.has(name),
    noun: nouns.has(name),
    alone: alone.has(name),
    context,
  });
  index[key] = list;
};
for (const entry of data.organisations) {
  for (const name of entry.names) add(name, entry.slug, 'organisation');
  for (const name of entry.products ?? []) {
    add(name, entry.slug, 'product');
    // "command-r", "nova-micro": the id of a model that is written with spaces.
    if (/^[a-z][ a-z\d.]* [a-z\d.]+$/.test(name)) add(name.replaceAll(' ', '-'), entry.slug, 'product', DOMAIN);
  }
}
for (const entry of data.reporters) for (const name of entry.names) add(name, entry.slug, 'reporter');
for (const entry of data.people) for (const name of entry.names) add(name, entry.slug, 'person');
for (const entry of data.chips) for (const name of entry.names) add(name, entry.slug, 'chip');
for (const list of index) list?.sort((a, b) => b.name.length - a.name.length);

const surnames = new Set(
  data.people.flatMap(({ names }) =>
    names.flatMap((name) => (/^[a-z]+ .*[a-z]+$/.test(name) ? [name.split(' ').at(-1)] : [])),
  ),
);
/** "Hood", of Amy Hood: the last name of a person of the gazetteer. */
export const isSurname = (word: string): boolean => surnames.has(word.toLowerCase());

/** Version and variant words that belong to a model's or chip's name: "GPT-5.4 mini", "Qwen3.8-Max", "昇腾 910". */
const VERSION =
  /(?:\.\d{1,2}(?![\d%]))?(?:(?! ?\d{1,3}(?:[.-]\d+)*(?:w\/|t(?![a-z\d])))[ -]?(?:v|k|m|r|x|gen ?)?\d{1,3}(?:\.\d{1,2}){0,2}[a-z]?(?![\d%.]|[.,]\d| ?(?:%|percent|million|billion|trillion|thousand|万|亿|千|百|倍|元|美元|年|月|日|个|家|款|折|卡|台|块|枚|核|tokens?|张|片|颗|gw|mw))|-[a-z0-9]+(?:\.\d+)?(?![a-z])|[ -](?:pro|max|mini|flash|flash-lite|turbo|lite|plus|ultra|nano|preview|exp|coder|vl|chat|instruct|thinking|opus|sonnet|haiku|fast|air|long|omni|realtime|highspeed|speciale|code|image|audio|video|sol|luna|terra|large|small|medium|ti|sxm5?|pcie|nvl|80gb|40gb|141gb|chips?|系列|大模型|模型|加速卡|芯片)(?![a-z0-9]))*/y;

/**
 * Known names in the folded text, longest match first, none overlapping. `original` has the case; ambiguous names
 * (Gemini, Claude, 豆包) count only where `inDomain`, and Latin ones only with a capital. `about` is what else the text
 * speaks of where that is more than `text`: a title is read in the light of what stands under it.
 */
export function findEntities(
  text: string,
  original: string,
  from: number,
  to: number,
  inDomain: boolean,
  about = text,
): Entity[] {
  const look: Look = { text, original, to, inDomain, about };
  const found: Entity[] = [];
  let i = from;
  while (i < to) {
    const unit = text.charCodeAt(i);
    const word = isWordUnit(unit);
    if (!word && !isHan(unit)) {
      i++;
      continue;
    }
    const entity = word && i > 0 && isWordUnit(text.charCodeAt(i - 1)) ? null : matchAt(look, i);
    if (entity) {
      // 用于Nvidia(英伟达)采购: said twice.
      const last = found.at(-1);
      const twice =
        last?.slug === entity.slug &&
        last.kind === entity.kind &&
        / ?[(（]/y.test(text.slice(last.end, entity.start)) &&
        text.slice(last.end, entity.start).trim().length === 1 &&
        isHan(text.charCodeAt(entity.start)) !== isHan(text.charCodeAt(last.start));
      if (!twice) found.push(entity);
      i = entity.end;
    } else if (word) {
      do i++;
      while (i < to && isWordUnit(text.charCodeAt(i)));
    } else i++;
  }
  return found;
}

/** "OpenAI-compatible", "Nvidia-backed": what something else is like or has, not the house. */
const COMPOUND = /^-(?:compatible|compliant|like|styled?|grade|class|sized|scale|backed|owned|based|powered|funded)\b/;

/** Where names are looked for, and in the light of what. */
interface Look {
  readonly text: string;
  readonly original: string;
  readonly to: number;
  readonly inDomain: boolean;
  readonly about: string;
}

const IDC_TRADE =
  /^ ?(?:业务|行业|需求|机房|产业|圈|企业|厂商|项目|机柜|建设|租赁|托管|收入|营收|毛利|服务(?!器)|上架|园区|运营|资产|板块|市场(?!研究|调研|分析|数据))/;

function matchAt(look: Look, at: number): Entity | null {
  const { text } = look;
  const two = keyOf(text, at);
  const three = threeOf(two, text, at);
  const four = fourOf(three, text, at);
  return (
    (taken[four] === 1 ? matchOf(index[four] ?? [], look, at) : null) ??
    (taken[three] === 1 ? matchOf(index[three] ?? [], look, at) : null) ??
    (taken[two] === 1 ? matchOf(index[two] ?? [], look, at) : null)
  );
}

/** The first of several aliases, the longest ahead, that stands at a place. */
function matchOf(candidates: readonly Alias[], look: Look, at: number): Entity | null {
  const { text, original, to, inDomain, about } = look;
  for (const alias of candidates) {
    let end = at + alias.name.length;
    if (end > to || text.charCodeAt(end - 1) !== alias.last || !text.startsWith(alias.name, at)) continue;
    const latin = isWordUnit(alias.last);
    const next = text.charCodeAt(end);
    const id = isIdOf(alias, look, at, end);
    const versioned = id || alias.kind === 'product' || alias.kind === 'chip' || VERSIONED_ORGS.has(alias.slug);
    if (
      latin &&
      isWordUnit(next) &&
      !(versioned && /^(?:\d|[vkrm]\d)/.test(text.slice(end, end + 2))) &&
      !/^\d{1,4} ?[年月]/.test(text.slice(end, end + 6))
    ) {
      // Plural of a chip: "H100s".
      if (!(alias.kind === 'chip' && next === 115 && !isWordUnit(text.charCodeAt(end + 1)))) continue;
      end++;
    }
    if (next === 45 && COMPOUND.test(text.slice(end, end + 12)) && alias.kind !== 'chip') return null;
    if (alias.weak && !id && !(inDomain && (!latin || /[A-Z0-9]/.test(original.slice(at, end))))) continue;
    if (alias.cased && !id && !/[A-Z]/.test(original[at] ?? '')) continue;
    if (alias.noun && isModified(text, at, end)) continue;
    if (alias.alone && !standsAlone(text, at, end)) continue;
    // kling-image-o1: the tail of another's name.
    if (end - at < 3 && text[at - 1] === '-' && isWordUnit(text.charCodeAt(at - 2))) continue;
    // 中国IDC业务市场规模: the trade, not the house that counts it.
    if (alias.name === 'idc' && IDC_TRADE.test(text.slice(end, end + 6))) continue;
    if (alias.context && !id && !alias.context.test(about)) continue;
    let kind = alias.kind;
    if (versioned) {
      const name = end;
      VERSION.lastIndex = end;
      if (VERSION.test(text)) end = Math.min(VERSION.lastIndex, to);
      if (kind === 'organisation' && end > name) kind = 'product';
      if (kind === 'product') {
        const maker = makerAround(text, at, end);
        if (maker) return { ...maker, slug: alias.slug, kind: 'organisation' };
      }
    }
    const other = alias.weak || alias.cased ? instead.get(alias.name) : undefined;
    const slug = other?.where.test(about) && !other.unless.test(about) ? other.slug : alias.slug;
    return { start: at, end, slug, kind };
  }
  return null;
}

const MAKER = '(?:maker|developer|creator|owner|parent|operator)';
const MAKER_AHEAD = new RegExp(
  `\\b(?:${MAKER} of|(?:company|firm|start-?up|lab|group|house|developer|team) behind) (?:the )?$`,
);
const MAKER_BEHIND = new RegExp(`^(?:['’]s)?[- ](?:${MAKER}|parent company)(?![a-z-])`);
/** "the maker of Claude", "the company behind Grok", "the ChatGPT developer": where the house is told by its product. */
function makerAround(text: string, at: number, end: number): { readonly start: number; readonly end: number } | null {
  const ahead = /[fde] $/.test(text.slice(at - 2, at)) ? MAKER_AHEAD.exec(text.slice(Math.max(0, at - 32), at)) : null;
  if (ahead) return { start: at - ahead[0].length, end };
  return MAKER_BEHIND.test(text.slice(end, end + 24)) ? { start: at, end } : null;
}

const NUMBERED_ID = /^-(?:[a-z]{1,12}-){0,3}v?\d{1,2}(?:[.-]\d{1,2})*(?![\d%])/;
const MODEL_ID = new RegExp(
  `${NUMBERED_ID.source}|^-(?:[a-z]{1,2}-)?(?:pro|max|mini|micro|nano|lite|plus|turbo|large|small|medium|instruct|embed|reasoning)(?![a-z])`,
);
const VERSION_BEHIND = /^ \d{1,2}(?:\.\d{1,2}(?![\d%])| (?:pro|flash|mini|nano|lite|fast|ultra|max)\b)/;

/** "claude-opus-4.6", "veo-3", "recraft-v3", "opus 4.5": the id of a model, or its version, needs no capital. */
function isIdOf(alias: Alias, { text, inDomain }: Look, at: number, end: number): boolean {
  if (!(alias.weak || alias.cased)) return false;
  const next = text.charCodeAt(end);
  if (alias.kind === 'product' && alias.weak && next === 32)
    return inDomain && VERSION_BEHIND.test(text.slice(end, end + 12));
  if (next !== 45 || text[at - 1] === '/') return false;
  const behind = text.slice(end, end + 24);
  return alias.kind === 'product' ? MODEL_ID.test(behind) : alias.kind === 'organisation' && NUMBERED_ID.test(behind);
}

/** 提价浪潮, AI 浪潮, 这一浪潮: the noun, not the house; 采购浪潮服务器 is the house. */
const isModified = (text: string, at: number, end: number): boolean =>
  /[\u4e00-\u9fffa-z0-9”"」》] ?$/.test(text.slice(Math.max(0, at - 2), at)) &&
  !/[和与及或由向对从给被把让比] ?$/.test(text.slice(Math.max(0, at - 2), at)) &&
  !/^ ?(?:的? ?(?:ai|通用)? ?(?:服务器|智算|计算机)|集团)/.test(text.slice(end, end + 8));

/** 移动1512亿元, 电信、联通没给金额, 移动还计划: no part of another word. */
const standsAlone = (text: string, at: number, end: number): boolean =>
  !/[\u4e00-\u9fffa-z0-9]$/.test(text.slice(0, at).replace(/[而和与及由但]$/, '')) &&
  /^(?: ?[\d约近超逾、/,，:：(（]| ?(?:[则也还单都把将给拿只]|计划|打算|宣布|新建|今年|去年|明年|全年|dict|天翼云|的?(?:资本开支|预算|投资|智算|算力)|的[^,，。;；]{0,6}(?:收入|营收|开支|投资)))/.test(
    text.slice(end, end + 12),
  );

/** Makers whose models carry the maker's own name: "DeepSeek V3.2", "MiniMax M2.5". */
const VERSIONED_ORGS = new Set(['deepseek', 'minimax', 'mistral']);
