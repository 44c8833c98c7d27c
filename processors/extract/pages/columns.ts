import { fold } from '../../normalise/fold.ts';
import { firstOf } from '../../normalise/may-match.ts';
import { findMode, withoutMode } from '../../normalise/modes.ts';
import { isRegionOnly } from '../../normalise/regions.ts';
import { remembered } from '../../normalise/remembered.ts';
import { findTiers, isTierOnly } from '../../normalise/tiers.ts';
import { unitOnly } from '../../normalise/unit-phrase.ts';
import type { Unit } from '../../normalise/units.ts';
import { withoutHours } from './hours-of-day.ts';
import type { Label } from './label.ts';
import { FAMILY, NOISE, PLAN_NAME } from './names.ts';

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
    /^(?:(?:billing |pricing |price |charge |usage |rate )?(?:unit|metric)|uom|per|(?:billing )?basis|(?:billed|charged|priced|measured|metered) (?:per|by|in)|unit of (?:measure(?:ment)?|billing|charge))s?$|^(?:(?:abrechnungs|preis|mess)?einheit(?:en)?|(?:unités?|unidade?s?|unità|eenheid|jednostka)(?: (?:d[eio]|d’|d')? ?\p{L}+)?|единиц[аы](?: \p{L}+)?|birimi?|enhet)$|单位|计量|単位|단위/iu,
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
    /^(?:models?|models? names?|display names?|ai models?|gpus?|gpu (?:models?|types?|instances?|name)|names?|instances?|instance (?:types?|names?|size)|machine types?|machine|sku|(?:[\w.-]+ ){1,3}models?(?: names?)?|products?|product names?|services?|service names?|tools?|agents?|flavou?rs?|shapes?|templates?|configs?|plans?|accelerators?|chips?|hardware|offerings?|features?|api|apis|vm size|vm|size|server|node|node type|droplet|storage class|(?:storage|volume|disk|memory) types?|模型|模型名称?|模型名|(?:基础|调用|支持|适用|对应|底座|所用|使用)(?:模型|服务)(?:名称)?|产品|产品名|产品名称|商品|商品名称|名称|(?:资源|实例|机器|产品|服务|GPU|算力|套餐|主机)?规格|规格名称|[一-龥]{1,4}型号|实例|实例规格|实例名称|实例类型|机型|服务|服务名称|资源|套餐|功能|显卡|gpu型号|gpu卡型|卡型|型号|能力|接口|工具|(?:模型|接口|服务|产品|能力|工具) ?\/ ?(?:模型|接口|服务|产品|能力|工具)|model ?\(.*\)|模型\(.*\)|base models?|foundation models?|(?:base )?model (?:sizes?|parameters?|parameter counts?)|nom|nombre|nome|naam|nazwa|namn|ad[ıi]?|имя|наименование|mod[èe]les?|プラン|(?:sprach|ki-|bild)?modelle?|modell(?:[oi]|en|er)|modelos?|modele|modeller|instanz(?:en)?|instancias?|instâncias?|istanz[ae]|instantie(?:s|type)?|instancj[ae]|instans(?:er)?|инстанс(?:ы)?|speicher|dienste?|servicios?|serviços?|servizi[oi]?|prodott[oi]|produtos?|produkt[yer]*|product(?:en)?|ürün(?:ler)?|produkte?|produits?|productos?|модел[ьи]|услуг[аи]|название|모델(?:명)?|상품(?:명)?|서비스|モデル名?|サービス名?|インスタンス|机种)$/i,
  ],
];
const firstHead = firstOf(HEADS.map(([, pattern]) => pattern));
/** Which of several product columns names the thing that is priced. */
const STRENGTH: readonly RegExp[] = [
  /machine type|instance (?:type|name|size)|^instances?$|^instanz(?:en)?$|^inst[aâ]ncias?$|^istanz[ae]$|实例规格|机型|\bvm\b|vm size|flavou?r|shape|template|config|droplet|^sku/i,
  /^(?!.*gpu).*(?:model|模型)/i,
  /name|名称|product|产品|service|服务|storage|^nom$|プラン/i,
  /gpu|显卡|卡型|accelerator|型号/i,
  /plan|tool|agent|规格|套餐/i,
];

export interface Column {
  readonly index: number;
  readonly header: string;
  readonly role: Role;
}

export const share = (values: readonly string[], test: (value: string) => boolean) =>
  values.filter(test).length / values.length;
const isBlank = (text: string) =>
  /^[\s\-–—/\\*]*$|^n\/?a$|^无$|^(?:limited-time )?free(?: of charge)?$|^not (?:available|applicable|supported)$|^(?:限时)?免费$|^(?:contact|talk to).{0,10}$|^联系.{0,6}$/i.test(
    text,
  );
/** The unit a whole cell states, a remark in brackets behind it left out: "Image (1024 x 1024)". */
export const unitOfCell = (folded: string): Unit | null =>
  unitOnly(folded) ?? unitOnly(folded.replace(/^1\s/, '')) ?? unitOnly(folded.replace(/\s*\([^()]*\)$/, ''));

/** "200K", "32": nobody prices by so many, unless he says of what. */
const OTHER_COUNT = /^(?!10*\b ?[km]?b?$|[25]00k$)[\d.,]+ ?[kmb]?$/i;

/** "256 GB": how much, and no unit. */
const SIZE = /^[\d.,]+ ?[kmgt]i?b$/i;

/** The role a header names by itself; null where it names none. */
export const headRole = remembered((header): Role | null => HEADS[firstHead(header)]?.[0] ?? null);

/** The role of a column of labels: its contents decide where they are plain, its header where they are not. */
export function roleOf(header: string, written: readonly string[], label: (text: string) => Label): Role {
  const values = [...new Set(written.filter((value) => !isBlank(value)))];
  const named = headRole(header);
  if (values.length === 0) return named === 'product' ? 'product' : 'note';
  if (
    named === 'term' &&
    share(values, (value) => /\d|year|month|week|年|月|no commit|none|on.demand/i.test(value)) >= 0.5
  )
    return 'term';
  if (named === null && values.every((value) => BUTTON.test(value))) return 'note';
  const heading = label(header);
  if (
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
  if (named === 'unit' && share(values, (value) => label(value).unit !== null || unitOfCell(value) !== null) >= 0.5)
    return 'unit';
  if (share(values, (value) => /^(?:usd|cny|rmb|eur|gbp|jpy|美元|人民币|\$|¥|€)$/i.test(value)) >= 0.6)
    return 'currency';
  if (named === 'region' || share(values, isRegionOnly) >= 0.6) return 'region';
  const meters = share(values, (value) => label(value).directions.length > 0 && label(value).isVocabulary);
  // A column of meters may hold others beside the ways of tokens: "Output", "Images", "720p".
  if ((meters >= 0.5 || (named === 'meter' && meters > 0)) && named !== 'product') return 'meter';
  if (meters >= 0.8) return 'meter';
  const counts = share(values, (value) => /^\d+(?:\/\d+)?\s*x?\+?$/i.test(value)) >= 0.6;
  if (/^(?:#\s*)?gpus?$/i.test(header) && !counts)
    return share(values, (value) => COUNTED.test(value)) >= 0.6 ? 'spec' : 'product';
  // "General 2", "Compute 8" under "Size": names of machines.
  if (/^size$/i.test(header) && share(values, (value) => /^\p{L}{3,}[ -]\d/u.test(value)) >= 0.8) return 'product';
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

/** "音频转码", "图片瘦身" under "阶梯": another name in every row, and no step of anything. */
const areNoSteps = (header: string, written: readonly string[]): boolean =>
  /阶梯|区间/.test(header) &&
  written.length > 2 &&
  tellsRowsApart(written) &&
  written.every((value) => /^\p{L}{2}/u.test(value) && !STEP.test(value) && findTiers(value).length === 0);
const STEP = /阶梯|阶段|[一二三四五六七八九十]档|级|以[上内下]|超[出过]|额度|部分|\b(?:tier|level)/i;

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
const IDENTIFIER = /[a-z].*\d|\d.*[a-z]/i;

const DOES = /^(?:功能|能力|features?|capabilit(?:y|ies)|tasks?)$/i;

export const CODE = /^[a-z][\w-]*[._-][\w.-]*\d[\w.-]*$/i;

/** "GPU", "GPU", "CPU": the kind of each row, no name. */
const isKind = (values: readonly string[]): boolean =>
  values.length > 2 &&
  new Set(values).size * 3 <= values.length &&
  values.every((value) => !/\d/.test(value) && (value.length <= 5 || !FAMILY.test(value)));

/** Few names, without a number of their own, for many rows. */
const isGroup = (values: readonly string[]): boolean =>
  values.length > 3 && new Set(values).size * 4 <= values.length && values.every((value) => !/\d/.test(value));

/** "orca-3-mini, output tokens": the identifier of a model, and what more is said of it. */
const beginWithCodes = (values: readonly string[]): boolean =>
  values.length > 3 && values.every((value) => CODE.test(/^[^\s,]+/.exec(value)?.[0] ?? ''));

const NAMING: ReadonlySet<Role> = new Set(['product', 'provider', 'note', 'meter']);

/** Another name in every row: "NVIDIA A100 for PCIE", "Intel Xeon v3". */
const tellsRowsApart = (values: readonly string[]): boolean =>
  new Set(values).size === values.length && values.every((value) => /\p{L}/u.test(value) && value.length <= 60);

/** The column whose cells name the products; null where no column does. `named`: what stands over the table names one. */
export function productColumn(
  columns: readonly Column[],
  written: (index: number) => readonly string[],
  named: boolean,
): Column | null {
  const chosen = namedColumn(columns, written, named);
  if (chosen === null) return null;
  const shown =
    chosen.role === 'product' && !STOCK_CODE.test(chosen.header)
      ? undefined
      : columns.find(({ index }) => index < chosen.index && areSpelledBy(written(index), written(chosen.index)));
  if (shown !== undefined) return shown;
  // "/images/search | Image search": the action, not where it is called.
  const called = written(chosen.index).every((text) => ROUTE.test(text))
    ? columns.find((column) => column !== chosen && !isRoute(column, written) && tellsRowsApart(written(column.index)))
    : undefined;
  if (called !== undefined) return called;
  // "Billed item" over two columns: of what kind, and which.
  const finer = columns.find(
    ({ index, header }) => index === chosen.index + 1 && header === chosen.header && header !== '',
  );
  if (finer !== undefined && new Set(written(finer.index)).size > new Set(written(chosen.index)).size) return finer;
  // "Transcription, with logging | General" under "Category" and "Models": what comes again and is no name says which kind each is of.
  const plain = written(chosen.index);
  const apart = columns.find(
    ({ index, role }) => index === chosen.index - 1 && NAMING.has(role) && tellsRowsApart(written(index)),
  );
  if (apart !== undefined && !tellsApart(plain) && !plain.some((value) => /\d/.test(value) || FAMILY.test(value)))
    return apart;
  const models = columns.find(({ index }) => beginWithCodes(written(index)));
  // "Orca | orca-3-mini, output tokens" under "API" and "Specs": whose model it is, and which.
  if (models !== undefined && !beginWithCodes(written(chosen.index)) && isGroup(written(chosen.index))) return models;
  if (!isKind(written(chosen.index))) return chosen;
  // One product in steps: "Traffic", and "0 - 2 TB", "2 - 50 TB" beside it.
  if (columns.some(({ index, role }) => role === 'tier' && tellsApart(written(index)))) return chosen;
  const names = columns.filter(
    ({ role, header }) => /^(?:note|version|product)$/.test(role) || /^(?:description|描述)$/i.test(header),
  );
  return names.find((column) => column !== chosen && tellsRowsApart(written(column.index))) ?? chosen;
}

/** Over what the seller calls a thing, not its buyers. */
const STOCK_CODE = /^(?:(?:product|item|plan|resource) )?(?:skus?|codes?)$/i;

/** "/images/search", "POST /v1/tags": where an API is called. */
const ROUTE = /^(?:(?:GET|POST|PUT|PATCH|DELETE) )?\/[a-z][\w/{}:.-]*$/i;
const isRoute = ({ index }: Column, written: (index: number) => readonly string[]): boolean =>
  written(index).every((text) => ROUTE.test(text));

/** The column before the names whose words belong to them: "音视频转码 | 音频转码", "网页托管 | 流量". Null where the names stand for themselves. */
export function kindColumn(
  columns: readonly Column[],
  product: Column | null,
  written: (index: number) => readonly string[],
): Column | null {
  const kind = columns.find(({ index }) => index === (product?.index ?? 0) - 1);
  if (product === null || kind === undefined || !isKind(written(kind.index))) return null;
  const isPlain = (value: string) => /\p{Script=Han}/u.test(value) && value.length <= 20 && !FAMILY.test(value);
  const names = written(product.index);
  const arePlain = [...written(kind.index), ...names.map((name) => name.slice(0, 20))].every(isPlain);
  return arePlain && tellsRowsApart(names) ? kind : null;
}

/** True for a column of plain words behind one that tells the rows apart: of each row, and the name of none. */
const isRemark = (column: Column, columns: readonly Column[], written: (index: number) => readonly string[]): boolean =>
  !areNames(written(column.index)) &&
  columns.some((one) => one.index < column.index && labelsRows(one, written(one.index)));

/** A range, a size or another condition in every row, and in no two the same; the number of a row says nothing of it. */
const labelsRows = ({ role }: Column, values: readonly string[]): boolean =>
  LABELS.has(role) && tellsApart(values) && !values.every((value) => /^\d*$/.test(value));
const LABELS: ReadonlySet<Role> = new Set(['tier', 'meter', 'mode', 'term', 'unit', 'spec']);
const tellsApart = (values: readonly string[]): boolean => new Set(values).size === values.length;

/** "GPU3 Small" beside "1x NVIDIA A40": a name for each row before what its machine has so many of. */
const namesMachines = (names: readonly string[], parts: readonly string[]): boolean =>
  tellsApart(names) &&
  names.every((name) => /\p{L}{2}/u.test(name)) &&
  share(parts, (part) => /^\d+ ?[x×*] ?\p{L}/u.test(part)) >= 0.8;

/** "Compute C2 | C2.8XLARGE96": where names are of families that come again, the column with the code of a machine in every row. */
function machinesOfFamilies(
  columns: readonly Column[],
  families: Column,
  written: (index: number) => readonly string[],
): Column | null {
  const kinds = new Set(written(families.index)).size;
  if (kinds * 2 > written(families.index).length) return null;
  const isMachines = ({ index }: Column): boolean =>
    tellsApart(written(index)) && written(index).every((value) => MACHINE_CODE.test(value));
  return columns.find((column) => column !== families && isMachines(column)) ?? null;
}
/** A family, a point, a size: "C2.LARGE16", "ecs.r5.2xlarge". */
const MACHINE_CODE = /^(?=\S*\d)[a-z][\w-]*(?:\.[\w-]+)+$/i;

/** Most are of a family known, or letters with a number. */
const areNames = (values: readonly string[]): boolean =>
  share(values, (value) => FAMILY.test(value) || IDENTIFIER.test(value)) > 0.5;

/** "MIT", "Apache", "MIT": what comes again after something else names no rows of its own. */
function recurs(values: readonly string[]): boolean {
  const runs = values.filter((value, at) => value !== values[at - 1]);
  return new Set(runs).size < runs.length;
}

/** "H100 SXM (80 GB)" beside "H100_SXM", "NVIDIA L4" beside "gpu-l4": names, and as what a program asks for them. */
const areSpelledBy = (names: readonly string[], codes: readonly string[]): boolean =>
  tellsRowsApart(names) &&
  names.every((name, row) => {
    const [first = '', ...others] = fold(name)
      .toLowerCase()
      .split(/[\s_(-]/);
    const parts = fold(codes[row] ?? '')
      .toLowerCase()
      .split(/[^\p{L}\d]+/u);
    return (
      /\p{L}/u.test(first) &&
      (parts.includes(first) || others.some((word) => MODEL.test(word) && parts.some((part) => part.startsWith(word))))
    );
  });

/** "h100", "a40": letters and a number. */
const MODEL = /^\p{L}{1,3}\d/u;

function namedColumn(
  columns: readonly Column[],
  written: (index: number) => readonly string[],
  contextNames: boolean,
): Column | null {
  const named = columns
    .filter((column) => column.role === 'product')
    .sort((a, b) => strength(a) - strength(b) || a.index - b.index);
  const best = named[0];
  const version = columns.find((column) => column.role === 'version');
  if (best !== undefined) {
    // "P3IN.14C58G1 | 1*T4": where machines have names of their own, the cards in them are what they are made of.
    const coded = columns.find(
      (column) =>
        column !== best &&
        (column.role === 'product' || (column.index < best.index && /^(?:note|meter|version)$/.test(column.role))) &&
        (share(written(column.index), (value) => CODE.test(value)) >= 0.8 ||
          (column.index < best.index && namesMachines(written(column.index), written(best.index)))),
    );
    if (coded !== undefined && /gpu|accelerator|显卡|卡型/i.test(best.header)) return coded;
    const machine = machinesOfFamilies(columns, best, written);
    if (machine !== null) return machine;
    // "Orca 3 | Fast" under "Model" and "Flavor": what comes again and is no name is how each model is run.
    const plain = written(best.index);
    const model = named.find(({ index, header }) => /model|模型/i.test(header) && areNames(written(index)));
    if (model !== undefined && !areNames(plain) && !tellsApart(plain)) return model;
    // "ERNIE 4.5 | ERNIE-4.5-Turbo-128K": the version is what is priced where it is a name of its own.
    const kinds = (column: Column) => new Set(written(column.index).filter((value) => !isBlank(value))).size;
    if (version === undefined) return best;
    const names = share(written(version.index), (value) => /[a-z]{3}/i.test(value));
    const identifiers = share(written(version.index), (value) => IDENTIFIER.test(value) && /[a-z]{3}/i.test(value));
    if (PLAN.test(best.header)) return names >= 0.8 ? version : best;
    // "模型版本 | 功能": what a model does is none of its name.
    if (DOES.test(best.header) && /model|模型/i.test(version.header)) return version;
    return identifiers >= 0.8 && kinds(version) > kinds(best) ? version : best;
  }
  const coded = columns.find(
    (column) =>
      (column.role === 'note' || column.role === 'version') &&
      share(written(column.index), (value) => CODE.test(value)) >= 0.8,
  );
  if (coded !== undefined && version === undefined) return coded;
  if (version !== undefined) return version;
  const short = (column: Column) =>
    share(
      written(column.index).filter((value) => !isBlank(value)),
      (value) => value.length <= 80,
    ) >= 0.7;
  // "Specs" over "8 GB", "2 x 64 GB": sizes, no names.
  const measuresOnly = (column: Column) =>
    /\bspecs?\b|规格/i.test(column.header) && !written(column.index).some((value) => /\p{L}{3}/u.test(value));
  const wordy = columns.filter(
    (column) =>
      column.role === 'note' &&
      column.index <= 2 &&
      written(column.index).some((value) => !isBlank(value) && /\p{L}/u.test(value) && !NOISE.test(value)) &&
      !measuresOnly(column),
  );
  // Numbers of rows and makers aside, what a table of things begins with.
  const first =
    columns.find(({ index, role }) => role !== 'provider' && written(index).some((value) => !/^\d*\.?$/.test(value)))
      ?.index ?? 0;
  // "Networking | Price" over names: what measures elsewhere is the title of the first column here. "Tier" may head names of two words.
  const titled = columns.find(
    (column) =>
      column.index === first &&
      (column.role === 'spec' || column.role === 'tier') &&
      share(
        written(first).filter((value) => !isBlank(value)),
        (value) => (column.role === 'spec' ? /^\p{L}[^\d]*\p{L}{2}/u : /^\p{L}{3,} \p{L}{3,} \p{L}{3,}/u).test(value),
      ) === 1,
  );
  // "up to 150M", "150M - 350M", "Qwen3 8B": a range or a model, each row is one.
  const mixed = columns.find(
    ({ index, role }) =>
      index === first && role === 'tier' && written(first).some((value) => FAMILY.test(value) && !isTierOnly(value)),
  );
  if (mixed !== undefined) return mixed;
  // "Tier | Price" over "Starter", "Developer": plans.
  const plans = columns.find(
    ({ index, role, header }) =>
      index === first &&
      role === 'tier' &&
      /^(?:\p{L}+ )?tiers?$/iu.test(header) &&
      new Set(written(first)).size === written(first).length &&
      written(first).every((value) => /^\p{L}/u.test(value) && !isTierOnly(value)),
  );
  if (plans !== undefined) return plans;
  if (titled?.role === 'tier') return titled;
  const ofRows = (column: Column) =>
    !isRemark(column, columns, written) || (!contextNames && titled === undefined && !recurs(written(column.index)));
  const names = wordy.filter((column) => ofRows(column) && short(column));
  // Who made it, where the rows are told apart otherwise and what stands over them says what it is.
  const isMaker = (column: Column) =>
    contextNames && MAKER.test(column.header) && columns.some((one) => labelsRows(one, written(one.index)));
  const makers = columns.filter((column) => column.role === 'provider' && ofRows(column) && !isMaker(column));
  // "Up to 16B", "17B - 69B" under "Model size": sizes are all there is to name.
  const sizes = columns.find(
    ({ index, role, header }) => index === first && role === 'tier' && headRole(header) === 'product' && !contextNames,
  );
  return (
    names.find((column) => areNames(written(column.index)) || !recurs(written(column.index))) ??
    makers.find((column) => tellsApart(written(column.index))) ??
    names[0] ??
    makers[0] ??
    titled ??
    sizes ??
    null
  );
}

const MAKER = /^(?:provider|vendor|developer|company|creator|publisher|lab|厂商|供应商|开发商|公司|模型厂商)s?$/i;

/** Columns that may stand in for the product column, nearest first. */
export const nameColumns = (columns: readonly Column[], product: Column | null): Column[] =>
  product === null
    ? []
    : columns
        .filter((column) => column !== product && ['product', 'version', 'provider', 'note'].includes(column.role))
        .sort((a, b) => strength(a) - strength(b));

function strength(column: Column): number {
  const found = STRENGTH.findIndex((pattern) => pattern.test(column.header));
  return found < 0 ? STRENGTH.length : found;
}
