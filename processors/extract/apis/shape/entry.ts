import { isList, isObject, type Json, type JsonObject } from '../json.ts';
import { textOf } from '../template.ts';
import { isCardName } from './cards.ts';
import { isMachineCode, machineByPlace } from './machines-by-place.ts';
import { areMeters } from './meter-name.ts';
import { packedKey } from './packed-key.ts';
import { perObject } from './per-object.ts';
import { isRandomId } from './random-id.ts';
import { isPlace } from './regions.ts';
import type { Entry, Step } from './steps.ts';
import { directionOf, isGrade, isTerm, namesPrice, phraseOf, qualifierOf } from './words.ts';

/** Keys that name an entry, best first. */
const NAMES = [
  'id',
  'instance_type',
  'instance_id',
  'arm_sku_name',
  'model',
  'model_id',
  'model_name',
  'model_code',
  'slug',
  'gpu_name',
  'gpu_type',
  'gpu_model',
  'gpu',
  'name',
  'display_name',
  'full_name',
  'title',
  'invoice_name',
  'product',
  'product_name',
  'sku_name',
  'meter_name',
  'plan_code',
  'sku',
  'hardware',
  'accelerator',
  'key',
  ...['instance', 'machine_type', 'machine', 'flavor', 'shape', 'vm_size', 'server'],
  ...['模型名称', '模型', '产品名称', '实例规格', '规格', '机型', '型号', '名称', 'モデル', '모델'],
];
/** Lists of what is sold under a name of its own, whatever is in it and by whatever identifier. */
const SHOWN = /^(?:plans?|subscriptions?|servers?|machines?|packages?|bundles?)$/;
const SHOWN_NAMES = ['name', 'display_name', 'label', 'title', 'plan_name', 'plan', ...NAMES];
/** Keys under which an object may stand that has the name. */
const NAMED = /^(?:model|gpu|gpu_type|gpu_model|instance_type|product)$/;
/** Keys whose text is a name only where nothing around has a better one. */
const WEAK_NAMES = [
  'plan_name',
  'service_name',
  'instance_name',
  'resource_name',
  'flavor_name',
  'item_name',
  'plan',
  'label',
  'type',
  'description',
  'display',
  'category',
  'meter',
  'api_endpoint',
  'endpoint',
  'api',
];
/** What is under these is a variant of what encloses them: a name inside is a tier's or a meter's. */
const VARIANTS =
  /^(?:.*\bpric(?:es?|ings?)\b.*|tiers?|overrides?|rates?|costs?|variants?|properties|meters?|(?:\w+ )?metrics|breakpoints?|operations|options|actions|resolutions|qualities)$/;
/** Lists of where an entry is sold. */
export const PLACES = /^(?:regions|locations|zones|data ?cent(?:er|re)s)$/;
/** Lists of who sells an entry, where those have no lists of their own. */
const SELLERS = /^(?:providers|vendors|sellers|suppliers|hosts|clouds|marketplaces)$/;
const STRUCTURE =
  /^(?:models?|items|entries|results?|config(?:uration)?s?|catalogs?|products?|plans?|skus?|gpus?|gpu types|instance types|props|page props|regions?|locations?|add ?ons?|backups?|snapshots?|storage|traffic|acf|fields|attributes|node|specs?|specifications?|details|values?|data|rows?|cells|record|budgets?|quotas?|alerts?)$/;
const NO_NAME =
  /^(?:sample\b.*|true|false|object|model|list|llm|chat|text|language|embeddings?|image|audio|video|price|pricing|tokens?|on ?demand|spot|reserved|standard|batch|flex|priority|(?:off ?)?peak|pay as you go|linux|windows|mswin|rhel|suse|ubuntu)$/;

/** The entry that the steps to a value lead through; null where nothing on the way has a name. */
export function entryOf(steps: readonly Step[]): Entry | null {
  const last = steps.at(-1);
  if (last !== undefined && isList(last.within)) {
    // ["orca-embed", "$0.01"]: a row that begins with its name.
    const [first, ...others] = last.within;
    if (typeof first === 'string' && others.length > 0 && !others.some(isObject) && isName(first))
      return { product: first, depth: steps.length, object: null };
  }
  if (isRated(steps) || isPricedCard(steps)) return { product: last?.key ?? '', depth: steps.length, object: null };
  const placed = machineByPlace(steps);
  if (placed !== null) return placed;
  const strong = findEntry(steps, NAMES);
  if (strong !== null) return strong;
  if (last !== undefined && isObject(last.within) && /\d/.test(last.key) && isProductKey(last.key)) {
    return { product: last.key, depth: steps.length, object: null };
  }
  return findEntry(steps, WEAK_NAMES) ?? namedOtherwise(steps);
}

/** Where no key for names is: by the key of another identifier, else by the key it stands under. */
function namedOtherwise(steps: readonly Step[]): Entry | null {
  for (let depth = steps.length - 1; depth >= 0; depth -= 1) {
    const within = steps[depth]?.within;
    const name = isVariant(steps, depth) || !isObject(within) ? null : (lesserName(within) ?? cardWithin(within, 0));
    if (name !== null && isObject(within)) return { product: name, depth, object: within };
  }
  return keyedEntry(steps) ?? worded(steps);
}

/** The one text beside a price that says none of what else there is to say of one, whatever its key: {"resource": "ssd", "currency": "CHF", "price": "0.76"}. */
function worded(steps: readonly Step[]): Entry | null {
  for (let depth = steps.length - 1; depth > 0; depth -= 1) {
    const within = steps[depth]?.within;
    const into = steps[depth - 1];
    if (!isObject(within) || into === undefined || !isList(into.within)) continue;
    const name = onlyText(within);
    return name === null ? null : { product: name, depth, object: within };
  }
  return null;
}

const onlyText = perObject((object): string | null => {
  const texts = Object.entries(object).flatMap(([key, value]) =>
    typeof value === 'string' && value.length <= 60 && isName(value) && !SAYS_ELSE.test(phraseOf(key)) ? [value] : [],
  );
  return texts.length === 1 ? (texts[0] ?? null) : null;
});
const SAYS_ELSE =
  /\b(?:currency|units?|per|regions?|zones?|locations?|country|city|dates?|times?|at|on|since|until|from|to|status|state|urls?|href|link|descriptions?|notes?|comments?|period|interval|duration|billing|billed|meter|mode|tier|term|version|category|family|group|os|operating|image|icon|vendor|provider|company|seller|source|author|types?|kind|class|language|lang|formula|uuid|hash|etag|prices?|cost|rate|amount|value|text|message|reason|error|method|scope|role|event|customer|user|buyer|payer|member|account|owner|email|phone|address|reference)\b/;

/** A step into a map from products to plain numbers under the time they buy: {"hour": {"h100x8": 2392}}. */
function isRated(steps: readonly Step[]): boolean {
  const last = steps.at(-1);
  const outer = steps.at(-2);
  return (
    last !== undefined &&
    outer !== undefined &&
    isObject(last.within) &&
    PERIOD.test(phraseOf(outer.key)) &&
    /\d/.test(last.key) &&
    isProductKey(last.key)
  );
}

/** A step into a map from cards to plain numbers: {"name": "Kite", "usd_per_gpu_hour": {"H100": 2.4, "B200": 4}}. */
function isPricedCard(steps: readonly Step[]): boolean {
  const last = steps.at(-1);
  return last !== undefined && isObject(last.within) && isCardName(last.key) && areCards(last.within) === true;
}

const areCards = perObject((object): true | null => {
  const keys = Object.keys(object);
  return keys.every((key) => isCardName(key) && !isObject(object[key]) && !isList(object[key])) ? true : null;
});

/** A key that is a time and nothing else. */
export const PERIOD = /^(?:per )?(?:(?:hour|day|month|year)(?:ly)?|hours|months|years|annual(?:ly)?)$/;

function findEntry(steps: readonly Step[], keys: readonly string[]): Entry | null {
  for (let depth = steps.length - 1; depth >= 0; depth -= 1) {
    const within = steps[depth]?.within;
    if (!isObject(within)) continue;
    if (isVariant(steps, depth)) continue;
    const name = nameOf(within, keys === NAMES ? namesWithin(within, steps, depth) : keys);
    const outer = steps[depth - 1];
    if (name !== null)
      return { product: PROTOCOL.test(name) ? listed(name, steps[depth - 2]) : name, depth, object: within };
    if (outer !== undefined && isEntryOfMap(outer)) {
      // {"H100": {"acme": {"on_demand": 2.4}}}: a card, and who has it.
      const over = steps[depth - 2];
      const card =
        over !== undefined && isObject(over.within) && isCardName(over.key) && !isCardName(outer.key) ? over : null;
      const object = card === null ? within : outer.within;
      return {
        product: packedKey(outer.key)?.product ?? (card ?? outer).key,
        depth: card === null ? depth : depth - 1,
        object: isObject(object) ? object : null,
      };
    }
  }
  return null;
}

/** {"floating_ips": [{"type": "ipv4"}]}: of what it is one, the key of its list says. */
const listed = (name: string, list: Step | undefined): string =>
  list === undefined || !/\bips?$|\baddress(?:es)?$/.test(phraseOf(list.key)) ? name : `${list.key} ${name}`;
const PROTOCOL = /^ipv[46]$/i;

/** The keys that may name an object, by what it is and what it stands in. */
function namesWithin(object: JsonObject, steps: readonly Step[], depth: number): readonly string[] {
  if (SHOWN.test(phraseOf(steps[depth - 2]?.key ?? '')) || isLabelledMachine(object)) return SHOWN_NAMES;
  const code = codeKey(object);
  if (code !== null) return CODED_NAMES[code];
  const list = steps[depth - 1]?.within;
  if (list === undefined || !isList(list)) return NAMES;
  return areOffers(list) ? OFFER_NAMES : areMeters(list) ? METER_NAMES : NAMES;
}

/** {"id": "s2-mini", "label": "Mini 2GB", "vcpus": 1}, {"gpu_type": "H100", "label": "8 x H100"}: a machine with an identifier or a card, and what it is called. */
function isLabelledMachine({ label, gpu_type: card, ...rest }: JsonObject): boolean {
  if (typeof label !== 'string') return false;
  return Object.keys(rest).some((key) => /^v?cpus?$/.test(key)) || (typeof card === 'string' && label.endsWith(card));
}

/** {"type": "gpu.h100.8", "vcpu": 192}, {"size": "g2.large", "vCPU": 2}: the key whose text says by a code of its own which machine it is. */
function codeKey(object: JsonObject): keyof typeof CODED_NAMES | null {
  const known = machines.get(object);
  if (known !== undefined) return known;
  const has = (key: string) => typeof object[key] === 'string' && /^[a-z]\S*\d/i.test(object[key]);
  const { name } = object;
  // {"name": "a2-highgpu-1g", "gpu": "A100"}
  const named = typeof name === 'string' && isMachineCode(name) ? 'name' : null;
  const key = !Object.keys(object).some((one) => PROCESSORS.test(phraseOf(one)))
    ? named
    : ((['type', 'size', 'sku', 'name'] as const).find(has) ?? null);
  machines.set(object, key);
  return key;
}
const PROCESSORS = /^(?:v ?)?cpus?(?: (?:cores?|count))?$/;
const machines = new WeakMap<JsonObject, keyof typeof CODED_NAMES | null>();
const CODED_NAMES = {
  type: ['instance_type', 'type', ...NAMES],
  size: ['instance_type', 'size', ...NAMES],
  sku: ['instance_type', 'id', 'slug', 'name', 'display_name', 'sku', ...NAMES],
  name: ['instance_type', 'id', 'slug', 'name', ...NAMES],
};

/** Several offers of one card: [{"gpu": "H100", "product": "H100, shared"}, {"gpu": "H100", "product": "H100, alone"}]. */
function areOffers(list: readonly Json[]): boolean {
  const known = offers.get(list);
  if (known !== undefined) return known;
  const products = list.map((one) => (isObject(one) ? textOf(one['product']) : null));
  const cards = list.map((one) => (isObject(one) ? (textOf(one['gpu_type']) ?? textOf(one['gpu'])) : null));
  const are =
    products.every((product) => product !== null) &&
    new Set(products).size > new Set(cards).size &&
    cards.every((card) => card !== null);
  offers.set(list, are);
  return are;
}
const offers = new WeakMap<readonly Json[], boolean>();
const OFFER_NAMES = ['product', ...NAMES];
const METER_NAMES = ['meter_name', 'meter', ...NAMES];

const names = new WeakMap<JsonObject, Map<readonly string[], string | null>>();

/** The text that names an object: no hash, no number, no label of a meter. */
function nameOf(object: JsonObject, wanted: readonly string[]): string | null {
  const known = names.get(object) ?? new Map<readonly string[], string | null>();
  const found = known.get(wanted);
  if (found !== undefined) return found;
  const keys = new Map(
    Object.keys(object).map((key) => [
      // "_id": by what a database knows it, no name where there is another.
      key === '_id'
        ? 'key'
        : phraseOf(key)
            .replace(/^.* (?=instance type$)/, '')
            .replaceAll(' ', '_'),
      key,
    ]),
  );
  const texts = wanted.map((name) => {
    const value = object[keys.get(name) ?? ''];
    // {"slug": "ocr", "name": "Orca OCR 2"}: a word of an address, and the name.
    if (name === 'slug' && typeof value === 'string' && !/\d/.test(value) && isCalled(object, value)) return null;
    // {"gpu": {"name": "H100"}}
    return isObject(value) && NAMED.test(name)
      ? (textOf(value['name']) ?? textOf(value['model']) ?? textOf(value['id']))
      : textOf(value);
  });
  const named = texts.flatMap((text) => (text !== null && isName(text) ? [text] : []));
  // The number of an article names it only where nothing else does.
  const name = named.find((text) => !ARTICLE.test(text) && !RUN.test(text)) ?? named[0] ?? null;
  names.set(object, known.set(wanted, name));
  return name;
}

const isCalled = ({ name, display_name, displayName }: JsonObject, slug: string): boolean =>
  [name, display_name, displayName].some(
    (text) => typeof text === 'string' && isName(text) && (/\d/.test(text) || text.length > slug.length + 2),
  );

/** "STA_SKU_119403", "item-20933": what a register calls it. */
const ARTICLE = /(?:^|[_-])(?:sku|item|offer|article|art|prod(?:uct)?|price|part|ref|no)[_-]?\d{3,}$/i;

/** "c5qmrqolku82tra3vgdixmys": letters and digits in one run, as registers make them up. */
const RUN = /^(?=.*\d)[a-z0-9]{20,}$/i;

function isName(text: string): boolean {
  if (text.length > 120 || !/\p{L}/u.test(text) || isRandomId(text) || /^https?:/i.test(text)) return false;
  const phrase = phraseOf(text);
  return !NO_NAME.test(phrase) && (directionOf(phrase) === null || qualifierOf(phrase) !== null);
}

/** The text of a key that ends as those of names do, "endpoint_id", "offer_name", whatever it is a name of; not of who sells it or where. */
const lesserName = perObject((object): string | null => {
  for (const [key, value] of Object.entries(object)) {
    const phrase = phraseOf(key);
    if (typeof value === 'string' && LESSER.test(phrase) && !OF_OTHERS.test(phrase) && isName(value)) return value;
  }
  return null;
});
const LESSER = /^\p{L}+(?: \p{L}+)? (?:id|name|slug|code|key)$/u;
const OF_OTHERS =
  /\b(?:providers?|vendor|company|owner|org(?:anization)?|account|team|user|tenant|author|region|zone|locations?|country|city|data ?cent(?:er|re)|currency|price|pricing|meter|tier|term|unit|family|group|os|image|cpu|rate|request|trace|parent|source|file|build)\b/;

/** The card that the parts of a machine list: {"price": 199, "specs": {"gpus": [{"count": 8, "model": "H100"}]}}, or {"gpus": {"h100": {"count": 8}}}. */
function cardWithin(object: JsonObject, depth: number): string | null {
  for (const [key, value] of Object.entries(object)) {
    const inner = isList(value) ? (value.length === 1 ? value[0] : null) : value;
    if (!isObject(inner) || depth > 2) continue;
    const card = /^(?:gpus?|accelerators?)$/.test(phraseOf(key))
      ? (textOf(inner['model']) ?? textOf(inner['name']) ?? textOf(inner['type']) ?? onlyCard(inner))
      : cardWithin(inner, depth + 1);
    if (card !== null && isName(card)) return card;
  }
  return null;
}

function onlyCard(object: JsonObject): string | null {
  const [key, ...others] = Object.keys(object);
  return key !== undefined && others.length === 0 && isCardName(key) ? key : null;
}

/** The key of the nearest object that could be a name: {"volume": {"price_per_gb_month": 0.04}}. */
function keyedEntry(steps: readonly Step[]): Entry | null {
  for (let depth = steps.length - 1; depth > 0; depth -= 1) {
    const within = steps[depth]?.within;
    const into = steps[depth - 1];
    if (into === undefined || !isObject(within) || !isObject(into.within)) continue;
    const phrase = phraseOf(into.key);
    const isKept =
      (KEPT.test(phrase) ||
        (phrase === 'image' && Object.keys(within).some((key) => /\bgi?b\b/.test(phraseOf(key))))) &&
      Object.entries(within).every(([key, value]) => !(isObject(value) || isList(value)) || isPriced(key, value));
    if (!(isProductKey(into.key) || isKept) || namesPrice(phrase, '') || SUMMARY.test(phrase)) continue;
    return { product: into.key, depth, object: within };
  }
  return null;
}
/** {"price_per_tb": {"net": "1", "gross": "1.19"}} */
const isPriced = (key: string, value: Json): boolean =>
  namesPrice(phraseOf(key), '') && isObject(value) && !Object.values(value).some((one) => isObject(one) || isList(one));

/** {"storage": {"price_per_gb_month": 0.05}}: named by the key, where it is no group of several. */
const KEPT = /^(?:storage|traffic|backups?|snapshots?)$/;
/** What is reckoned from other prices, or lies around them. */
const SUMMARY =
  /\b(?:summary|stats|statistics|aggregates?|totals?|comparison|range|cheapest|highest|median|example|filters?|facets|offers?|estimates?|usage|quote|order|cart|invoice|metadata|attributes|body|content|payload|root)\b/;

/** Something under a key such as "pricing", inside of something that has a name itself, or a part of a machine; a name of the whole document is none. */
function isVariant(steps: readonly Step[], depth: number): boolean {
  const holder = steps.findLastIndex(
    ({ key }, index) =>
      index < depth &&
      (VARIANTS.test(phraseOf(key)) ||
        (PLACES.test(phraseOf(key)) && isList(steps[index + 1]?.within ?? null)) ||
        (SELLERS.test(phraseOf(key)) &&
          isList(steps[index + 1]?.within) &&
          !steps.slice(index + 2).some(({ within }) => isList(within)))),
  );
  if (steps.slice(0, depth).some(({ within }) => isObject(within) && codeKey(within) !== null)) return true;
  const own = steps[depth]?.within;
  // {"northcloud": {"tiers": [{"sku": "Archive storage"}]}}: a group of products, each with a name for buying it.
  const isSold = isObject(own) && nameOf(own, SOLD_AS) !== null;
  return steps.slice(1, holder + 1).some((step, index) => {
    const into = steps[index];
    return (
      (isObject(step.within) && nameOf(step.within, NAMES) !== null) ||
      (into !== undefined && isEntryOfMap(into) && !(isSold && !/\d/.test(into.key)))
    );
  });
}

const SOLD_AS = ['sku', 'sku_name', 'product', 'product_name', 'instance_type'];

const maps = new WeakMap<JsonObject, boolean>();

/** A step into a map from names to entries. */
function isEntryOfMap({ within, key }: Step): boolean {
  return isObject(within) && isProductKey(key) && isMapOfObjects(within);
}

function isMapOfObjects(object: JsonObject): boolean {
  const known = maps.get(object);
  if (known !== undefined) return known;
  const values = Object.values(object);
  // {"slug": "h100", "title": {...}, "fields": {...}}: an entry, whatever is in it.
  const least = nameOf(object, NAMES) === null ? 0.5 : 0.65;
  // {"low": {"1024x1024": 0.01}, "high": {"1024x1024": 0.1}} are grades of one thing.
  const is =
    values.filter(isObject).length >= values.length * least &&
    !Object.keys(object).every((key) => isGrade(phraseOf(key)));
  maps.set(object, is);
  return is;
}

/** "gpt-4o" or "H100", not "input", "pricing" or "models". */
function isProductKey(key: string): boolean {
  const phrase = phraseOf(key);
  return (
    isName(key) &&
    !STRUCTURE.test(phrase) &&
    !VARIANTS.test(phrase) &&
    !isPlace(key) &&
    !isTerm(phrase) &&
    qualifierOf(phrase) !== null
  );
}
