import { firstOf } from '../../normalise/may-match.ts';
import { findMode, withoutMode } from '../../normalise/modes.ts';
import { isRegionOnly } from '../../normalise/regions.ts';
import { remembered } from '../../normalise/remembered.ts';
import { findTiers, isTierOnly } from '../../normalise/tiers.ts';
import { unitOnly } from '../../normalise/unit-phrase.ts';
import type { Unit } from '../../normalise/units.ts';
import { withoutHours } from './hours-of-day.ts';
import type { Label } from './label.ts';
import { FAMILY, PLAN_NAME } from './names.ts';

/** What a column of words is for. */
export type Role =
  | 'product'
  | 'version'
  | 'meter'
  | 'unit'
  | 'tier'
  | 'region'
  | 'mode'
  | 'term'
  | 'currency'
  | 'provider'
  | 'spec'
  | 'note';

const HEADS: readonly [Role, RegExp][] = [
  [
    'provider',
    /^(?:provider|vendor|developer|company|creator|publisher|lab|family|model family|series|厂商|供应商|开发商|公司|系列|模型系列|模型厂商|模型类型|模型类别|类别|分类|category|modality|task|capability)s?$/i,
  ],
  [
    'version',
    /^(?:id|slug|version|model version|snapshot|model id|api (?:name|id|model)|model (?:string|code)|endpoint|版本|版本名称?|模型版本|模型id|调用名|model ?code|模型编码|模型code|api模型名|服务版本)s?$/i,
  ],
  [
    'region',
    /\bregions?\b|\blocations?\b|\bdata ?cent(?:er|re)s?\b|^(?:régions?|regi(?:ão|ões|ón|ones|one|oni|o|ony)|регион(?:ы)?|bölge(?:ler)?|地区|リージョン|리전|지역)$|地域|区域|地区|部署范围|服务部署/i,
  ],
  [
    'unit',
    /^(?:(?:billing |pricing |price |charge |usage |rate )?(?:unit|metric)|uom|per|(?:billing )?basis|(?:billed|charged|priced|measured|metered) (?:per|by|in)|unit of (?:measure(?:ment)?|billing|charge))s?$|^(?:(?:abrechnungs|preis|mess)?einheit(?:en)?|(?:unités?|unidade?s?|unità|eenheid|jednostka)(?: (?:d[eio]|d’|d')? ?\p{L}+)?|единиц[аы](?: \p{L}+)?|métriques?|métricas?|metrica|metrik|metryka|показатель|birimi?|enhet)$|单位|计量|単位|단위/iu,
  ],
  ['term', /\bterms?\b|\bdurations?\b|\bcommitments?\b|\bcontract\b|租期|时长|承诺|购买周期/i],
  ['currency', /^(?:currency|币种|货币)$/i],
  [
    'tier',
    /(?<!free |paid )\btiers?\b|tokens? per request|单次请求|阶梯|区间|条件|输入长度|上下文长度范围|\brange\b|\bvolume\b(?! type| name)|^tokens?数|token ?数|长度区间|\bcontext (?:tier|range|band)|\bprompt (?:length|size)|^frame ?rate|\bfps\b|帧率|^aspect ratio|^quality$|^(?:output |video |image )?resolution$|^size$|分辨率|^(?:gpus?(?: ?\([张卡个颗片]\))?|gpu count|gpu quantity|# gpus?|gpu数量?|卡数|quantity|qty|count)$/i,
  ],
  [
    'meter',
    /^(?:计费项|计费项目|子项|计费子项|meter|item|charge(?: type)?|token type|type|types|类型|计费类型|tokens?|usage(?: type)?|billing item|direction|服务内容|计费内容|收费项|price type|价格类型)$/i,
  ],
  [
    'mode',
    /^(?:mode|modes|模式|计费模式|计费方式|付费方式|付费类型|推理方式|调用方式|推理类型|pricing model|billing (?:mode|model|method)|deployment(?: type)?|purchase option|service tier|cloud type|(?:计费|使用|调用)?时段|time (?:of day|slot|window|band)s?)$/i,
  ],
  [
    'product',
    /^(?:models?|models? names?|display names?|ai models?|gpus?|gpu (?:models?|types?|name)|(?:gpu|cpu|compute|bare[- ]metal|virtual) (?:instances?|machines?|servers?|nodes?)|names?|instances?|instance (?:types?|names?|size)|machine types?|machine|sku|(?:[\w.-]+ ){1,3}models?(?: names?)?|products?|product names?|services?|service names?|tools?|agents?|flavou?rs?|shapes?|templates?|configs?|plans?|accelerators?|chips?|hardware|offerings?|features?|api|apis|vm size|vm|size|server|node|node type|cluster|cluster sizes?|queues?|partitions?|droplet|storage class|(?:storage|volume|disk|memory) types?|模型|模型名称?|模型名|(?:基础|调用|支持|适用|对应|底座|所用|使用)(?:模型|服务)(?:名称)?|产品|产品名|产品名称|商品|商品名称|名称|(?:资源包?|实例|机器|产品|服务|GPU|算力|套餐|主机)?规格|规格名称|[一-龥]{1,4}型号|实例|实例规格|实例名称|实例类型|机型|服务|服务名称|资源|(?:资源|套餐|流量)包(?:名称)?|套餐|功能|显卡|gpu型号|gpu卡型|卡型|型号|能力|接口|工具|(?:模型|接口|服务|产品|能力|工具) ?\/ ?(?:模型|接口|服务|产品|能力|工具)|model ?\(.*\)|模型\(.*\)|base models?|foundation models?|(?:base )?model (?:sizes?|parameters?|parameter counts?)|nom|nombre|nome|naam|nazwa|namn|ad[ıi]?|имя|наименование|mod[èe]les?|プラン|(?:sprach|ki-|bild)?modelle?|modell(?:[oi]|en|er)|modelos?|modele|modeller|instanz(?:en)?|instancias?|instâncias?|istanz[ae]|instantie(?:s|type)?|instancj[ae]|instans(?:er)?|инстанс(?:ы)?|speicher|dienste?|servicios?|serviços?|servizi[oi]?|prodott[oi]|produtos?|produkt[yer]*|product(?:en)?|ürün(?:ler)?|produkte?|produits?|productos?|модел[ьи]|услуг[аи]|название|모델(?:명)?|상품(?:명)?|서비스|モデル名?|サービス名?|インスタンス|机种)$/i,
  ],
];
const firstHead = firstOf(HEADS.map(([, pattern]) => pattern));
export interface Column {
  readonly index: number;
  readonly header: string;
  readonly role: Role;
}

export const share = (values: readonly string[], test: (value: string) => boolean) =>
  values.filter(test).length / values.length;
export const isBlank = (text: string) =>
  /^[\s\-–—/\\*]*$|^n\/?a$|^无$|^(?:limited-time )?free(?: of charge)?$|^not (?:available|applicable|supported)$|^(?:限时)?免费$|^(?:contact|talk to).{0,10}$|^联系.{0,6}$/i.test(
    text,
  );
/** The unit a whole cell states, a remark in brackets behind it left out: "Image (1024 x 1024)". */
export const unitOfCell = (folded: string): Unit | null =>
  unitOnly(folded) ?? unitOnly(folded.replace(/^1\s/, '')) ?? unitOnly(folded.replace(/\s*\([^()]*\)$/, ''));

/** "megapixels", "generations", "IOPS" under "Unit": what a vendor counts, each for itself. */
export const isCountedNoun = (folded: string): boolean => /^(?:[a-z]{3,20}s|IOPS|[KMG]?bps)$/.test(folded);

/** "200K", "32": nobody prices by so many, unless he says of what. */
const OTHER_COUNT = /^(?!10*\b ?[km]?b?$|[25]00k$)[\d.,]+ ?[kmb]?$/i;

/** "256 GB": how much, and no unit. */
const SIZE = /^[\d.,]+ ?[kmgt]i?b$/i;

const REMARKS = /^(?:notes?|remarks?|comments?|备注)$/i;

/** The role a header names by itself; null where it names none. */
export const headRole = remembered((header): Role | null => HEADS[firstHead(header)]?.[0] ?? null);

/** The role of a column of labels: its contents decide where they are plain, its header where they are not. */
export function roleOf(header: string, written: readonly string[], label: (text: string) => Label): Role {
  const values = [...new Set(written.filter((value) => !isBlank(value)))];
  const named = headRole(header);
  if (values.length === 0) return named === 'product' ? 'product' : 'note';
  // "5m cache write 18.75" in a remark is no meter of the prices beside it.
  if (REMARKS.test(header)) return 'note';
  if (
    named === 'term' &&
    share(values, (value) => /\d|year|month|week|年|月|no commit|none|on.demand/i.test(value)) >= 0.5
  )
    return 'term';
  if (named === null && values.every((value) => BUTTON.test(value))) return 'note';
  const heading = label(header);
  // "Reserved", "On-demand" over names of cards: how those below are bought.
  if (named === null && heading.mode !== null && !heading.priced && share(values, (value) => FAMILY.test(value)) >= 0.8)
    return 'product';
  if (
    !(named !== 'unit' && areKindsOfOne(values)) &&
    !values.every((value) => SIZE.test(value)) &&
    // "128K", "1M" under "Context window" say how much fits in.
    !(named === null && heading.measure) &&
    !values.some((value) => OTHER_COUNT.test(value)) &&
    share(
      values,
      (value) =>
        (unitOnly(value) !== null && label(value).directions.length === 0) ||
        (label(value).unit !== null &&
          label(value).currency === null &&
          label(value).residue === '' &&
          label(value).directions.length === 0),
    ) >= 0.6
  ) {
    if (named === 'unit' || named === null || named === 'meter' || named === 'note') return 'unit';
  }
  if (
    named === 'unit' &&
    share(values, (value) => label(value).unit !== null || unitOfCell(value) !== null || isCountedNoun(value)) >= 0.5
  )
    return 'unit';
  if (share(values, (value) => /^(?:usd|cny|rmb|eur|gbp|jpy|美元|人民币|\$|¥|€)$/i.test(value)) >= 0.6)
    return 'currency';
  if (named === 'region' || share(values, isRegionOnly) >= 0.6) return 'region';
  const meters = share(values, (value) => label(value).directions.length > 0 && label(value).isVocabulary);
  // A column of meters may hold others beside the ways of tokens: "Output", "Images", "720p".
  if ((meters >= 0.5 || (named === 'meter' && meters > 0)) && named !== 'product') return 'meter';
  if (meters >= 0.8) return 'meter';
  const counts = share(values, (value) => /^\d[\d,]*(?:\/\d+|\s*[-–~]\s*\d[\d,]*)?\s*x?\+?$/i.test(value)) >= 0.6;
  if (/^(?:#\s*)?gpus?$/i.test(header) && !counts)
    return share(values, (value) => COUNTED.test(value)) >= 0.6 ? 'spec' : 'product';
  // "General 2", "Compute 8" under "Size": names of machines.
  if (/^size$/i.test(header) && share(values, (value) => /^\p{L}{3,}[ -]\d/u.test(value)) >= 0.8) return 'product';
  // "Fast SSD", "Cold HDD" under "Volume": kinds of them.
  if (/^volumes?$/i.test(header) && written.length > 1 && values.every((value) => KIND.test(value))) return 'product';
  // "262,144", "-" under "Max input (token 数)": how much fits in.
  if (named === 'tier' && heading.measure && values.every((value) => LENGTH.test(value))) return 'spec';
  // "8 - 12" under "Average time": so long, and no amount of use.
  const measured = named !== 'tier' && (heading.measure || heading.sum) && values.every((value) => COUNTS.test(value));
  if (named === 'tier' || (!measured && share(values, isTierOnly) >= 0.5))
    return named === 'tier' && (share(values, (value) => value.length > 60) > 0.5 || areNoSteps(header, written))
      ? 'note'
      : 'tier';
  const modes = share(values, (value) => findMode(value) !== null && label(withoutHours(value)).residue.length <= 1);
  // "Global PTU", "Regional PTU": all of one mode, each of another name.
  if (
    named === 'mode' &&
    values.length > 1 &&
    findMode(values[0] ?? '') !== null &&
    new Set(values.map((value) => findMode(value))).size === 1 &&
    values.every((value) => withoutMode(value).trim().length > 1)
  )
    return 'product';
  if (
    named === 'mode' ? share(values, (value) => findMode(value) !== null) >= 0.5 : modes >= 0.6 && named !== 'product'
  )
    return 'mode';
  if (named !== 'product' && (heading.measure || heading.sum)) return 'spec';
  if (named === 'product' && share(values, (value) => OPAQUE.test(value)) >= 0.8) return 'version';
  // "Plan" over "Standard": a plan of that name.
  if (named === 'product' && PLAN.test(header) && values.every((value) => PLAN_NAME.test(value))) return 'product';
  if (named === 'product' && share(values, (value) => label(value).isVocabulary) === 1) return 'meter';
  if (named === 'product' && counts && /^(?:#\s*)?gpus?$/i.test(header)) return 'tier';
  if (named === 'product' || named === 'version' || named === 'provider') return named;
  if (named === null && share(values, (value) => DATE.test(value)) >= 0.6) return 'spec';
  if (share(values, (value) => label(value).isVocabulary && !SIZE.test(value)) >= 0.8) return 'meter';
  if (
    named === null &&
    share(values, (value) =>
      /^[\d.,\s]+(?:gb|gib|tb|tib|mb|k|m|b|gbps|mbps|ghz)?(?:\s*(?:ssd|nvme|ram|vram|tokens?))?$/i.test(value),
    ) >= 0.6
  )
    return 'spec';
  return 'note';
}

/** "Write operations", "Read operations": two of one unit in other words tell rows apart, and say nothing of what is counted. */
function areKindsOfOne(values: readonly string[]): boolean {
  const units = values.flatMap((value) => unitOnly(value) ?? []);
  return new Set(units.map(({ dimension, count }) => `${dimension} ${count}`)).size < units.length;
}

/** "音频转码", "图片瘦身" under "阶梯": another name in every row, and no step of anything. */
const areNoSteps = (header: string, written: readonly string[]): boolean =>
  /阶梯|区间/.test(header) &&
  written.length > 2 &&
  tellsRowsApart(written) &&
  written.every((value) => /^\p{L}{2}/u.test(value) && !STEP.test(value) && findTiers(value).length === 0);
const STEP = /阶梯|阶段|[一二三四五六七八九十]档|级|以[上内下]|超[出过]|额度|部分|\b(?:tier|level)/i;

const KIND = /^\p{L}{2,}(?:[ -]\p{L}+)+$/u;
const COUNTS = /^[\d\s.,~-]+$/;
const LENGTH = /^(?:\d{1,3}(?:,\d{3})+|\d{4,}|\d[\d.]* ?[km])$/i;
/** "F977-2280-6F1B", "JRTCKXETXF": what a price list calls it, and nobody else. */
const OPAQUE = /^[\dA-F]{4}(?:-[\dA-F]{4}){2,}$|^(?=[A-Z\d]*\d?)(?![A-Z]{1,5}\d)[A-Z\d]{10,16}$/;

/** What is written on buttons beside prices: no way of buying. */
const BUTTON =
  /^(?:reserve|buy|order|rent|deploy|launch|start|try|get started|sign up|subscribe)(?: (?:it|now|here))?$/i;

/** "2026-03-01", "Mar 2026", "2026年3月": since when. */
const DATE =
  /^(?:20\d\d[-/.年]\d{1,2}(?:[-/.月](?:\d{1,2}日?)?)?|(?:\d{1,2} )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? (?:\d{1,2}, )?20\d\d|q[1-4] 20\d\d)$/i;

/** "8 GPUs", "1/8 GPU": how many, not which. */
const COUNTED = /^\d+(?:\/\d+)?\s*(?:x\s*)?(?:gpus?|cards?|卡)$/i;
/** What is sold of a product, not what it is called. */
export const PLAN = /^(?:(?:subscription )?plans?|(?:plan |pricing |service )?tiers?|editions?|套餐|版本)$/i;

/** Another name in every row: "NVIDIA A100 for PCIE", "Intel Xeon v3". */
export const tellsRowsApart = (values: readonly string[]): boolean =>
  new Set(values).size === values.length && values.every((value) => /\p{L}/u.test(value) && value.length <= 60);
