/** So many UTF-16 units of a beginning are told apart. */
const LENGTH = 4;
/** A class of more characters than this may as well be any. */
const WIDEST = 48;

/** One way in which a match may begin; `closed` where anything may follow, so that nothing is to be put behind it. */
interface Beginning {
  readonly text: string;
  readonly closed: boolean;
}
const NOTHING: readonly Beginning[] = [{ text: '', closed: false }];
const ANYTHING: readonly Beginning[] = [{ text: '', closed: true }];

/**
 * What the matches of a pattern may begin with, up to four UTF-16 units each; behind a shorter one anything may stand. Never
 * too few: what looks around is taken to hold, and what is not understood may be anything.
 */
export function prefixesOf(source: string): Set<string> {
  const read = readAlternation(source, 0);
  if (read.next < source.length) throw new Error(`The pattern ${source} closes a bracket it has not opened.`);
  return new Set(read.beginnings.map(({ text }) => text));
}

interface Read {
  readonly beginnings: readonly Beginning[];
  /** Where the pattern goes on. */
  readonly next: number;
}

function readAlternation(source: string, from: number): Read {
  const beginnings: Beginning[] = [];
  let at = from;
  for (;;) {
    const sequence = readSequence(source, at);
    beginnings.push(...sequence.beginnings);
    at = sequence.next;
    if (source[at] !== '|') return { beginnings, next: at };
    at++;
  }
}

function readSequence(source: string, from: number): Read {
  let beginnings = NOTHING;
  let at = from;
  while (at < source.length && source[at] !== '|' && source[at] !== ')') {
    const term = readTerm(source, at);
    const { least, most, next } = readQuantifier(source, term.next);
    // What may come again may be followed by itself or by what stands behind it.
    const once = most > 1 ? term.beginnings.map(({ text }) => ({ text, closed: true })) : term.beginnings;
    beginnings = followed(beginnings, least === 0 ? [...NOTHING, ...once] : once);
    at = next;
  }
  return { beginnings, next: at };
}

const followed = (heads: readonly Beginning[], tails: readonly Beginning[]): Beginning[] => {
  const seen = new Map<string, Beginning>();
  for (const head of heads) {
    if (head.closed || head.text.length >= LENGTH) seen.set(`${head.text}\n${head.closed}`, head);
    else
      for (const tail of tails) {
        const made = { text: (head.text + tail.text).slice(0, LENGTH), closed: tail.closed };
        seen.set(`${made.text}\n${made.closed}`, made);
      }
  }
  return [...seen.values()];
};

function readTerm(source: string, at: number): Read {
  const char = source[at] ?? '';
  if (char === '(') return readGroup(source, at);
  if (char === '[') return readClass(source, at);
  if (char === '.') return { beginnings: ANYTHING, next: at + 1 };
  if (char === '^' || char === '$') return { beginnings: NOTHING, next: at + 1 };
  if (char !== '\\') return { beginnings: [{ text: char, closed: false }], next: at + 1 };
  const escaped = source[at + 1] ?? '';
  if (escaped === 'b' || escaped === 'B') return { beginnings: NOTHING, next: at + 2 };
  if (escaped === 'd') return { beginnings: oneOf('0123456789'), next: at + 2 };
  return /[a-z0-9]/i.test(escaped)
    ? { beginnings: ANYTHING, next: at + (escaped === 'u' ? 6 : 2) }
    : { beginnings: oneOf(escaped), next: at + 2 };
}

const oneOf = (chars: string): Beginning[] => chars.split('').map((text): Beginning => ({ text, closed: false }));

function readGroup(source: string, at: number): Read {
  const head = /^\((?:\?(?:[:=!]|<[=!]|<\w+>))?/.exec(source.slice(at, at + 40))?.[0] ?? '(';
  const inside = readAlternation(source, at + head.length);
  if (source[inside.next] !== ')') throw new Error(`The pattern ${source} leaves a bracket open.`);
  const looks = /[=!]$/.test(head);
  return { beginnings: looks ? NOTHING : inside.beginnings, next: inside.next + 1 };
}

function readClass(source: string, at: number): Read {
  let end = at + 1;
  while (end < source.length && source[end] !== ']') end += source[end] === '\\' ? 2 : 1;
  const body = source.slice(at + 1, end);
  const chars = body.startsWith('^') ? null : charsOf(body);
  return { beginnings: chars === null ? ANYTHING : oneOf(chars), next: end + 1 };
}

/** The characters of a class; null where they are too many, or told by a name. */
function charsOf(body: string): string | null {
  let chars = '';
  for (const [, name, one = '', last] of body.matchAll(/\\([a-z])|\\?([^\\]|\\)(?:-([^\]]))?/g)) {
    if (name !== undefined && name !== 'd') return null;
    if (name === 'd') chars += '0123456789';
    else
      for (let unit = one.charCodeAt(0); unit <= (last ?? one).charCodeAt(0); unit++)
        chars += String.fromCharCode(unit);
    if (chars.length > WIDEST) return null;
  }
  return chars;
}

function readQuantifier(source: string, at: number): { least: number; most: number; next: number } {
  const [all, sign, low, comma, high] = /^(?:([?*+])|\{(\d+)(,)?(\d+)?\})\??/.exec(source.slice(at, at + 12)) ?? [];
  if (all === undefined) return { least: 1, most: 1, next: at };
  const next = at + all.length;
  if (sign !== undefined) return { least: sign === '+' ? 1 : 0, most: sign === '?' ? 1 : 2, next };
  return { least: Number(low), most: comma === undefined ? Number(low) : Number(high ?? 2), next };
}

/** The alternatives of a pattern that stand outside all brackets. */
export function alternativesOf(source: string): string[] {
  const bars = barsOf(source);
  return bars === null
    ? [source]
    : [...bars, source.length].map((bar, i) => source.slice(i === 0 ? 0 : (bars[i - 1] ?? 0) + 1, bar));
}

/** The same, where `\b(?:a|b)\b` has the alternatives of its bracket: `\ba\b`, `\bb\b`. */
export const spread = (source: string): string[] =>
  alternativesOf(source).flatMap((part) => {
    const [, lead = '', body, tail = ''] = /^(\\b|\(\?<!\[a-z0-9\]\))?\(\?:(.*)\)(\\b)?$/.exec(part) ?? [];
    if (body === undefined || barsOf(body) === null) return [part];
    return alternativesOf(body).map((alternative) => `${lead}${alternative}${tail}`);
  });

/** Where bars stand outside all brackets; null where a bracket is closed that was not opened. */
function barsOf(source: string): number[] | null {
  const bars: number[] = [];
  let depth = 0;
  let inClass = false;
  for (let i = 0; i < source.length; i++) {
    const char = source[i];
    if (char === '\\') i++;
    else if (inClass) inClass = char !== ']';
    else if (char === '[') inClass = true;
    else if (char === '(') depth++;
    else if (char === ')' && --depth < 0) return null;
    else if (char === '|' && depth === 0) bars.push(i);
  }
  return bars;
}
