import { type Letters, lettersIn, needsOf } from './pattern-letters.ts';

/**
 * A look before a pattern is asked. Readers ask hundreds of patterns about every few words of a page, and nearly all answers are no:
 * most of those are plain from which letters the text has, without running the pattern.
 */

/** Longer texts have most letters: their patterns are asked. */
const LONGEST = 120;
const ALL: Letters = { ascii: -1, other: -1 };

let lastText = '';
let last: Letters = { ascii: 0, other: 0 };

function lettersOf(text: string): Letters {
  if (text === lastText) return last;
  lastText = text;
  last = text.length > LONGEST ? ALL : lettersIn(text);
  return last;
}

/** What the alternatives of a pattern need, one after the other. */
interface Needs {
  readonly ascii: Int32Array;
  readonly other: Int32Array;
}

function needed(pattern: RegExp): Needs {
  const needs = needsOf(pattern);
  return { ascii: Int32Array.from(needs, (need) => need.ascii), other: Int32Array.from(needs, (need) => need.other) };
}

function isMet({ ascii, other }: Needs, has: Letters): boolean {
  const [noAscii, noOther] = [~has.ascii, ~has.other];
  for (let at = 0; at < ascii.length; at++)
    if (((ascii[at] ?? 0) & noAscii) === 0 && ((other[at] ?? 0) & noOther) === 0) return true;
  return false;
}

/** A test that is false only where the pattern cannot match: some letter of each of its alternatives is missing. */
export function mayMatch(pattern: RegExp): (text: string) => boolean {
  const needs = needed(pattern);
  return (text) => isMet(needs, lettersOf(text));
}

/** What `pattern.test` says, most often without asking it. Not for patterns that keep their place (flags g and y). */
export function tester(pattern: RegExp): (text: string) => boolean {
  const needs = needed(pattern);
  return (text) => isMet(needs, lettersOf(text)) && pattern.test(text);
}

/** Where in a list the first pattern is that matches; -1 where none does. */
export function firstOf(patterns: readonly RegExp[]): (text: string) => number {
  const asked = patterns.map((pattern) => ({ pattern, needs: needed(pattern) }));
  return (text) => {
    const has = lettersOf(text);
    let at = 0;
    for (const { pattern, needs } of asked) {
      if (isMet(needs, has) && pattern.test(text)) return at;
      at++;
    }
    return -1;
  };
}

/**
 * Finds all matches of a pattern with flag g and without u in a text, as `matchAll` does: that makes the pattern anew for every text,
 * which takes longer than most texts do.
 */
export function finder(pattern: RegExp): (text: string) => RegExpExecArray[] {
  const needs = needed(pattern);
  return (text) => {
    const found: RegExpExecArray[] = [];
    if (!isMet(needs, lettersOf(text))) return found;
    pattern.lastIndex = 0;
    for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
      if (match[0] === '') pattern.lastIndex++;
      found.push(match);
    }
    return found;
  };
}
