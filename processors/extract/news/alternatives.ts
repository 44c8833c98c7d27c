import { prefixesOf, spread } from './pattern-source.ts';
import { isWordUnit } from './text.ts';

/** Where one of several patterns stands, and which. */
export interface Found<Key> {
  readonly start: number;
  readonly end: number;
  readonly key: Key;
}

/** Alternatives that begin with the same character, as one pattern for that place. */
interface Bucket<Key> {
  readonly pattern: RegExp;
  /** The key of each group; one for all where there are no groups. */
  readonly keys: readonly Key[];
  /** All of them begin a word. */
  readonly atWord: boolean;
}

/** Small enough to stay in the processor's cache: nearly every character of a text is looked up in the first two. */
const ALONE = 0xfff;
const PAIRS = 0x1fff;
const LONGER = 0xffff;
const pairOf = (first: number, second: number): number => ((first * 211) ^ second) & PAIRS;
const longer = (hash: number, next: number): number => ((hash * 131) ^ next) & LONGER;
/** Of so many units: nothing begins so; what does goes on; whatever follows. */
const NONE = 0;
const GOES_ON = 1;
const ENOUGH = 2;

/**
 * A pattern of many alternatives, as `a|b|c` would match, each tried only where the text begins like it: a plain pattern tries
 * all of them at every place. Alternatives have no groups that capture.
 */
export class Alternatives<Key extends string | number> {
  readonly #buckets: Bucket<Key>[] = [];
  /** By first unit, one more than the index of its bucket; 0 for none. */
  readonly #bucketOf = new Uint16Array(65_536);
  /** By the low bits of a unit: one of them may begin with it, whatever follows. */
  readonly #alone = new Uint8Array(ALONE + 1);
  readonly #pairs = new Uint8Array(PAIRS + 1);
  /** By a hash of three units and more. */
  readonly #longer = new Uint8Array(LONGER + 1);

  /** Pairs of a key and a pattern, those ahead preferred. */
  constructor(patterns: readonly (readonly [Key, string])[]) {
    const byFirst = new Map<string, { key: Key; source: string }[]>();
    for (const [key, pattern] of patterns)
      for (const source of spread(pattern)) {
        const firsts = new Set<string>();
        for (const prefix of prefixesOf(source)) {
          if (prefix === '') throw new Error(`The pattern ${source} may begin with anything.`);
          this.#note(prefix);
          firsts.add(prefix[0] ?? '');
        }
        for (const first of firsts) {
          const known = byFirst.get(first);
          if (known) known.push({ key, source });
          else byFirst.set(first, [{ key, source }]);
        }
      }
    const made = new Map<string, number>();
    for (const [first, sources] of byFirst) {
      const atWord = sources.every(({ source }) => beginsWord(source, first));
      const name = `${atWord} ${sources.map(({ source }) => source).join('|')}`;
      let index = made.get(name);
      if (index === undefined) {
        this.#buckets.push(bucketOf(sources, atWord));
        index = this.#buckets.length;
        made.set(name, index);
      }
      this.#bucketOf[first.charCodeAt(0)] = index;
    }
  }

  #note(prefix: string): void {
    if (prefix.length === 1) this.#alone[prefix.charCodeAt(0) & ALONE] = 1;
    if (prefix.length < 2) return;
    let hash = pairOf(prefix.charCodeAt(0), prefix.charCodeAt(1));
    const put = (table: Uint8Array, length: number): void => {
      table[hash] = Math.max(table[hash] ?? NONE, prefix.length === length ? ENOUGH : GOES_ON);
    };
    put(this.#pairs, 2);
    for (let length = 3; length <= prefix.length; length++) {
      hash = longer(hash, prefix.charCodeAt(length - 1));
      put(this.#longer, length);
    }
  }

  /** The next place from one on where one of them may begin; the length of the text where none does. */
  #next(text: string, from: number): number {
    const alone = this.#alone;
    const pairs = this.#pairs;
    const last = text.length;
    if (from >= last) return last;
    let first = text.charCodeAt(from);
    for (let at = from; at < last; at++) {
      const second = at + 1 < last ? text.charCodeAt(at + 1) : 0;
      // One branch for nearly all places, and it goes the same way.
      if (((alone[first & ALONE] ?? 0) | (pairs[pairOf(first, second)] ?? 0)) !== 0 && this.#mayBegin(text, at))
        return at;
      first = second;
    }
    return last;
  }

  #mayBegin(text: string, at: number): boolean {
    const first = text.charCodeAt(at);
    if (this.#alone[first & ALONE] !== 0) return true;
    const pair = pairOf(first, at + 1 < text.length ? text.charCodeAt(at + 1) : 0);
    const known = this.#pairs[pair];
    return known === ENOUGH || (known === GOES_ON && this.#goesOn(text, at + 2, pair));
  }

  /** What begins with two units goes on like one of them. */
  #goesOn(text: string, from: number, pair: number): boolean {
    let hash = pair;
    for (let at = from; at < text.length; at++) {
      hash = longer(hash, text.charCodeAt(at));
      const known = this.#longer[hash];
      if (known === NONE) return false;
      if (known === ENOUGH) return true;
    }
    return false;
  }

  /** The alternatives that may match at a place, ready to be tried there. */
  #bucketAt(text: string, at: number): Bucket<Key> | null {
    const bucket = this.#buckets[(this.#bucketOf[text.charCodeAt(at)] ?? 0) - 1];
    if (!bucket || (bucket.atWord && at > 0 && isWordUnit(text.charCodeAt(at - 1)))) return null;
    bucket.pattern.lastIndex = at;
    return bucket;
  }

  /** Which of them matches at this very place; null for none. */
  at(text: string, at: number): Key | null {
    if (at >= text.length || !this.#mayBegin(text, at)) return null;
    const bucket = this.#bucketAt(text, at);
    return bucket ? (bucket.keys[groupAt(bucket, text)] ?? null) : null;
  }

  test(text: string): boolean {
    for (let at = this.#next(text, 0); at < text.length; at = this.#next(text, at + 1))
      if (this.#bucketAt(text, at)?.pattern.test(text)) return true;
    return false;
  }

  /** Which of them match anywhere, where they overlap as well. */
  keys(text: string): Set<Key> {
    const found = new Set<Key>();
    for (let at = this.#next(text, 0); at < text.length; at = this.#next(text, at + 1)) {
      const bucket = this.#bucketAt(text, at);
      const key = bucket?.keys[groupAt(bucket, text)];
      if (key !== undefined) found.add(key);
    }
    return found;
  }

  /** Every match, none overlapping, as a global pattern finds them; at most so many. */
  all(text: string, most = Number.POSITIVE_INFINITY): Found<Key>[] {
    const found: Found<Key>[] = [];
    let at = this.#next(text, 0);
    while (at < text.length && found.length < most) {
      const bucket = this.#bucketAt(text, at);
      const group = bucket ? groupAt(bucket, text) : -1;
      const key = bucket?.keys[group];
      let end = at + 1;
      if (bucket && key !== undefined) {
        found.push({ start: at, end: bucket.pattern.lastIndex, key });
        end = Math.max(end, bucket.pattern.lastIndex);
      }
      at = this.#next(text, end);
    }
    return found;
  }
}

/** Which group of a bucket matches where its pattern is set to; -1 for none. */
function groupAt({ pattern, keys }: Bucket<unknown>, text: string): number {
  if (keys.length === 1) return pattern.test(text) ? 0 : -1;
  const match = pattern.exec(text);
  if (match) for (let group = 1; group < match.length; group++) if (match[group] !== undefined) return group - 1;
  return -1;
}

/** It stands at the head of a word only: behind a letter or a digit there is none of it. */
const beginsWord = (source: string, first: string): boolean =>
  source.startsWith('(?<![a-z0-9])') || (source.startsWith('\\b') && /\w/.test(first));

function bucketOf<Key extends string | number>(
  sources: readonly { readonly key: Key; readonly source: string }[],
  atWord: boolean,
): Bucket<Key> {
  const groups: { key: Key; sources: string[] }[] = [];
  for (const { key, source } of sources) {
    const last = groups.at(-1);
    if (last && last.key === key) last.sources.push(source);
    else groups.push({ key, sources: [source] });
  }
  const joined = groups.map((group) => group.sources.join('|'));
  return {
    pattern: new RegExp(groups.length === 1 ? (joined[0] ?? '') : joined.map((group) => `(${group})`).join('|'), 'y'),
    keys: groups.map(({ key }) => key),
    atWord,
  };
}
