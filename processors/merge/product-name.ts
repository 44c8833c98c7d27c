import { BRAND_WORDS, BRANDS, COMPANIES, GENERIC, GENERIC_ZH, VARIANTS } from './product-vocabulary.ts';

/**
 * What a claim or a price is about, comparable across wordings and languages: "阿里云平头哥真武810E" and "T-Head Zhenwu 810E" are the same
 * card, "AI computing power, storage and other products" is everything the provider sells.
 */
export interface ProductName {
  /** Telling words of each product that is named, lower case: brand, model, version. None where nothing in particular is. */
  readonly products: readonly ReadonlySet<string>[];
}

const MOST_REMEMBERED = 20_000;
const BETWEEN_PRODUCTS = /[、,，;；]|\band\b|\bor\b|和|与|及|以及/i;

export type NameRelation = 'equal' | 'covers' | 'disjoint';

/** The names in an announcement's wording, which may be more of the sentence than names: only what looks like one counts. */
export function announcedName(wording: string | null): ProductName {
  return wording === null ? NOTHING : announced(wording);
}

/** The name on a price list: every word of it counts. */
export const listedName = remembered((product) => named([new Set(wordsOf(product))]));

const NOTHING: ProductName = { products: [] };

const announced = remembered((wording) => named(wording.split(BETWEEN_PRODUCTS).map(tellingWords)));

function named(products: readonly ReadonlySet<string>[]): ProductName {
  return { products: products.filter((words) => words.size > 0) };
}

function tellingWords(wording: string): ReadonlySet<string> {
  const capitals = (wording.normalize('NFKC').match(/[\p{L}\p{N}.]+/gu) ?? []).filter((word) => /\p{Lu}/u.test(word));
  const telling = new Set(wordsOf(capitals.join(' ')));
  const isTelling = (word: string) =>
    telling.has(word) || BRAND_WORDS.has(word) || isVariant(word) || /^\p{Script=Han}{2,}$/u.test(word);
  return new Set(wordsOf(wording).filter(isTelling));
}

/** Price lists and reports repeat the same few thousand names for ever. */
function remembered(read: (text: string) => ProductName): (text: string) => ProductName {
  const known = new Map<string, ProductName>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const name = read(text);
    if (known.size >= MOST_REMEMBERED) known.clear();
    known.set(text, name);
    return name;
  };
}

/** True where the wording names nothing in particular. */
export const isGeneric = (name: ProductName): boolean => name.products.length === 0;

/** equal: the same products; covers: some of them, their family, or everything; disjoint: others. */
export function relate(a: ProductName, b: ProductName): NameRelation {
  if (isGeneric(a) || isGeneric(b)) return isGeneric(a) && isGeneric(b) ? 'equal' : 'covers';
  const isIn = (list: ProductName) => (words: ReadonlySet<string>) =>
    list.products.some((other) => relateWords(words, other) === 'equal');
  if (a.products.every(isIn(b)) && b.products.every(isIn(a))) return 'equal';
  return a.products.some((words) => b.products.some((other) => relateWords(words, other) !== 'disjoint'))
    ? 'covers'
    : 'disjoint';
}

/** True where every product named is among the others, or of their family. */
export function areAllAmong(name: ProductName, others: readonly ProductName[]): boolean {
  return name.products.every((words) => others.some((other) => relate({ products: [words] }, other) !== 'disjoint'));
}

/** "GPT-5" and "GPT-5 mini" are two products, "Claude" covers "Claude Opus 4.5". */
function relateWords(a: ReadonlySet<string>, b: ReadonlySet<string>): NameRelation {
  const [less, more] = a.size <= b.size ? [a, b] : [b, a];
  const shared = [...less].filter((word) => more.has(word));
  if (shared.length === 0) return 'disjoint';
  const differing = [...less, ...more].filter((word) => !(less.has(word) && more.has(word)));
  const isWhole = shared.length === less.size;
  if (!differing.some(isVariant)) return isWhole || shared.some((word) => /\d/.test(word)) ? 'equal' : 'covers';
  return isWhole && ![...less].some(isVariant) ? 'covers' : 'disjoint';
}

/** True where the wording can stand in a headline: a name or a kind of thing, not a piece of a sentence. */
export function isPresentable(wording: string): boolean {
  if (/\p{Script=Han}/u.test(wording))
    return wording.length >= 2 && wording.length <= 24 && !/[，。；！？]/.test(wording);
  const telling = tellingWords(wording);
  const rest = wordsOf(wording).filter((word) => !telling.has(word));
  const isOnlyCompany =
    wording
      .toLowerCase()
      .replaceAll(COMPANIES, '')
      .replaceAll(/[^\p{L}\p{N}]|\bs\b|\bcloud\b|\bai\b|\bintelligent\b/gu, '') === '';
  return wording.length <= 80 && rest.length === 0 && !isOnlyCompany;
}

function wordsOf(text: string): string[] {
  let plain = text.normalize('NFKC').toLowerCase();
  for (const [spelling, brand] of BRANDS) plain = plain.replaceAll(spelling, brand);
  plain = plain
    .replaceAll(COMPANIES, ' ')
    .replaceAll(GENERIC_ZH, ' ')
    // Release dates are no versions; "4-5" in an id is version 4.5; "gpt-5" is gpt 5.
    .replaceAll(/-20\d{6}\b|-20\d{2}-\d{2}-\d{2}\b/g, ' ')
    .replaceAll(/(?<![\d.])(\d)-(\d)(?![\d.])/g, '$1.$2')
    .replaceAll(/([a-z])-(?=\d)|(?<=\d)-(?=[a-z])/g, '$1 ');
  const words = plain.match(/\p{Script=Han}+|[\p{L}\p{N}]+(?:\.\d+(?![\p{L}\p{N}]))*/gu) ?? [];
  return words.flatMap(splitVersion).filter((word) => !GENERIC.has(word));
}

/** "qwen3" is qwen, 3; "810e", "h100" and "4090" stay whole. */
function splitVersion(word: string): string[] {
  const parts = /^([a-z]{3,})(\d+(?:\.\d+)*)$/.exec(word);
  return parts === null ? [word] : [parts[1] ?? '', parts[2] ?? ''];
}

/** Versions and siblings; "8x", "80GB" and "4xlarge" are how much of the same thing. */
function isVariant(word: string): boolean {
  return VARIANTS.has(word) || (/\d/.test(word) && !/^\d+(x|g|gb|gib|xlarge)$/.test(word));
}
