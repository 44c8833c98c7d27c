import { prefixesOf } from './pattern-source.ts';

/** A beginning of a match, and the pattern it is of. */
interface Beginning {
  readonly text: string;
  readonly pattern: number;
}

const PAIRS = 0x1fff;
const pairOf = (first: number, second: number): number => ((first * 211) ^ second) & PAIRS;

/** Where figures stand first, there are too many ways to begin: two units of each tell enough. */
const MANY = 64;
function beginningsOf(source: string): readonly string[] {
  const all = [...prefixesOf(source)];
  return all.length <= MANY ? all : [...new Set(all.map((text) => text.slice(0, 2)))];
}

/**
 * Which of many patterns may match anywhere in a text: one look at every place of it instead of a search for each. What looks
 * around, and what stands behind the first four units, is left to the patterns.
 */
export class MayBegin {
  readonly #count: number;
  /** Those of which nothing is known, which may always match. */
  readonly #always: readonly number[];
  /** By a hash of two units, the beginnings that have them. */
  readonly #pairs: readonly (readonly Beginning[] | undefined)[];
  /** By its unit, the patterns that begin with it, whatever follows. */
  readonly #alone: ReadonlyMap<number, readonly number[]>;

  constructor(patterns: readonly RegExp[]) {
    this.#count = patterns.length;
    const always: number[] = [];
    const pairs = new Map<number, Beginning[]>();
    const alone = new Map<number, number[]>();
    for (const [pattern, { source, ignoreCase }] of patterns.entries()) {
      const beginnings = ignoreCase ? [''] : beginningsOf(source);
      if (beginnings.includes('')) {
        always.push(pattern);
        continue;
      }
      for (const text of beginnings) {
        const first = text.charCodeAt(0);
        if (text.length === 1) alone.set(first, [...(alone.get(first) ?? []), pattern]);
        else {
          const pair = pairOf(first, text.charCodeAt(1));
          pairs.set(pair, [...(pairs.get(pair) ?? []), { text, pattern }]);
        }
      }
    }
    this.#always = always;
    this.#pairs = Array.from({ length: PAIRS + 1 }, (_, pair) => pairs.get(pair));
    this.#alone = alone;
  }

  /** By the place of each pattern, 1 where it may match. */
  in(text: string): Uint8Array {
    const may = new Uint8Array(this.#count);
    for (const pattern of this.#always) may[pattern] = 1;
    const last = text.length;
    let first = last === 0 ? 0 : text.charCodeAt(0);
    for (let at = 0; at < last; at++) {
      const second = at + 1 < last ? text.charCodeAt(at + 1) : 0;
      const beginnings = this.#pairs[pairOf(first, second)];
      if (beginnings !== undefined)
        for (const beginning of beginnings)
          if (may[beginning.pattern] === 0 && text.startsWith(beginning.text, at)) may[beginning.pattern] = 1;
      const patterns = this.#alone.get(first);
      if (patterns !== undefined) for (const pattern of patterns) may[pattern] = 1;
      first = second;
    }
    return may;
  }
}
