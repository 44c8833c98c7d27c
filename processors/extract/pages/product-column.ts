import { fold } from '../../normalise/fold.ts';
import { isTierOnly } from '../../normalise/tiers.ts';
import { type Column, headRole, isBlank, PLAN, type Role, share, tellsRowsApart } from './columns.ts';
import { FAMILY, NOISE } from './names.ts';

/** Which of several product columns names the thing that is priced. */
const STRENGTH: readonly RegExp[] = [
  /machine type|instance (?:type|name|size)|^instances?$|^instanz(?:en)?$|^inst[aâ]ncias?$|^istanz[ae]$|实例规格|机型|\bvm\b|vm size|flavou?r|shape|template|config|droplet|^sku/i,
  /^(?!.*gpu).*(?:model|模型)/i,
  /name|名称|product|产品|service|服务|storage|^nom$|プラン/i,
  /gpu|显卡|卡型|accelerator|型号/i,
  /plan|tool|agent|规格|套餐/i,
];

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
      : columns.find(
          ({ index }) =>
            index < chosen.index && areSpelledBy(written(index), written(chosen.index)) && !areFamilies(written(index)),
        );
  if (shown !== undefined) return shown;
  const described = written(chosen.index).every((text) => FILED_UNDER.test(text))
    ? columns.find(({ index, header }) => DESCRIBES.test(header) && tellsRowsApart(written(index)))
    : undefined;
  if (STOCK_CODE.test(chosen.header) && described !== undefined) return described;
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

/** "LLM-IN-70", "STO-STD", "B108077" beside "Orca 70B input tokens", "Object storage": what a seller files it under, and what it is. */
const FILED_UNDER = /^(?=.*[A-Z])(?:[A-Z\d]+(?:[-_.][A-Z\d]+)+|[A-Z]{1,2}\d{4,})$/;
const DESCRIBES = /^(?:(?:item|product|service) )?(?:description|name|item|product|service)s?$|^描述$/i;

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

/** "Orca 4.5 Turbo" beside "Orca-4.5-Turbo-128K": each row's version is its name and more. */
const goOn = (names: readonly string[], versions: readonly string[]): boolean =>
  versions.some((version) => !isBlank(version)) &&
  versions.every((version, row) => {
    const [name, longer] = [squashed(names[row] ?? ''), squashed(version)];
    return (
      isBlank(version) ||
      (name !== '' && longer.startsWith(name) && /^\p{L}|^\d+[kmb]/u.test(longer.slice(name.length)))
    );
  });
const squashed = (text: string): string => text.toLowerCase().replaceAll(/[^\p{L}\d.]+/gu, '');

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
    // "DeepSeek系列 | DeepSeek-R1" under "模型名称" and "规格名称": whose model it is, and which.
    if (areFamilies(written(best.index))) {
      const model = [...named, ...(version ? [version] : [])].find(
        (column) => column !== best && areNames(written(column.index)),
      );
      if (model !== undefined) return model;
    }
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
    const isFiner = kinds(version) > kinds(best) || goOn(written(best.index), written(version.index));
    return identifiers >= 0.8 && isFiner ? version : best;
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

/** "Qwen系列", "Orca Series": what several models are of. */
const areFamilies = (values: readonly string[]): boolean =>
  values.every((value) => /(?:系列|\b(?:series|family))$/i.test(value));
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
