/** What a text has, or what a pattern needs of it: a bit for each ASCII letter and some signs, and one for others by their code. */
export interface Letters {
  readonly ascii: number;
  readonly other: number;
}

const DIGIT = 1 << 26;
/** Any character beyond ASCII. */
const BEYOND = 1 << 27;
const SIGNS: Readonly<Record<string, number>> = { $: 1 << 28, '/': 1 << 29, '(': 1 << 30 };

/** By code: the bit of an ASCII character, 0 where it has none. Case tells nothing apart. */
const BITS: Int32Array = Int32Array.from({ length: 128 }, (_, code) => {
  const char = String.fromCharCode(code);
  if (/[a-z]/i.test(char)) return 1 << ((code | 32) - 97);
  return /\d/.test(char) ? DIGIT : (SIGNS[char] ?? 0);
});

const NOTHING: Letters = { ascii: 0, other: 0 };
const ALL: Letters = { ascii: -1, other: -1 };

/** The letters of a text. */
export function lettersIn(text: string): Letters {
  let ascii = 0;
  let other = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < 128) ascii |= BITS[code] ?? 0;
    else {
      ascii |= BEYOND;
      other |= 1 << (code & 31);
      // The long s and the sign of Kelvin are an s and a k where case is folded by Unicode.
      if (code === 0x17f || code === 0x212a) ascii |= BITS[code === 0x17f ? 115 : 107] ?? 0;
    }
  }
  return { ascii, other };
}

/** What a text must have for each of the alternatives of a pattern. Nothing where the source is of a kind that is not known. */
export const needsOf = ({ source }: RegExp): Letters[] => new Needs(source).alternatives();

/** More alternatives than this are told apart no further. */
const MOST = 96;

const both = (a: Letters, b: Letters): Letters => ({ ascii: a.ascii | b.ascii, other: a.other | b.other });
const shared = (needs: readonly Letters[]): Letters =>
  needs.reduce((a, b) => ({ ascii: a.ascii & b.ascii, other: a.other & b.other }), ALL);

/** Without those that need all that another needs, and more. */
function fewest(needs: readonly Letters[]): Letters[] {
  const kept: Letters[] = [];
  const covers = (a: Letters, b: Letters) => (a.ascii & ~b.ascii) === 0 && (a.other & ~b.other) === 0;
  for (const need of needs) {
    if (kept.some((one) => covers(one, need))) continue;
    kept.splice(0, kept.length, ...kept.filter((one) => !covers(need, one)), need);
  }
  return kept;
}

/** Reads from the source of a pattern what a text must have for each of its alternatives; what it does not know needs nothing. */
class Needs {
  readonly #source: string;
  #at = 0;

  constructor(source: string) {
    this.#source = source;
  }

  alternatives(): Letters[] {
    let needs: readonly Letters[] = this.#sequence();
    while (this.#take('|')) needs = [...needs, ...this.#sequence()];
    const few = fewest(needs);
    return few.length > MOST ? [shared(few)] : few;
  }

  #sequence(): readonly Letters[] {
    let needs: readonly Letters[] = [NOTHING];
    while (this.#at < this.#source.length && !/[|)]/.test(this.#source.charAt(this.#at))) {
      const part = this.#part();
      if (this.#isOptional()) continue;
      const parts = needs.length * part.length > MOST ? [shared(part)] : part;
      needs = fewest(needs.flatMap((need) => parts.map((one) => both(need, one))));
    }
    return needs;
  }

  /** Reads a quantifier; true where it lets the part be left out. */
  #isOptional(): boolean {
    const [quantifier = ''] = this.#read(/[*+?]\??|\{\d+(?:,\d*)?\}\??/y) ?? [];
    return /^(?:[*?]|\{0)/.test(quantifier);
  }

  #part(): readonly Letters[] {
    if (this.#take('(')) return this.#group();
    if (this.#take('[')) return [this.#charClass()];
    if (this.#take('\\')) return [this.#escape()];
    const char = this.#source.charAt(this.#at++);
    return [/[.^$]/.test(char) ? NOTHING : literal(char)];
  }

  #group(): readonly Letters[] {
    const [opening = ''] = this.#read(/\?(?:<?[=!]|<\w+>|[a-z-]*:)/y) ?? [];
    const needs = this.alternatives();
    this.#take(')');
    return opening.endsWith('!') ? [NOTHING] : needs;
  }

  #charClass(): Letters {
    const negated = this.#take('^');
    const members: Letters[] = [];
    while (this.#at < this.#source.length && !this.#take(']')) {
      const member = this.#take('\\') ? this.#escape() : literal(this.#source.charAt(this.#at++));
      // A range needs what its ends have in common: digits, or characters beyond ASCII.
      if (this.#read(/-(?!\])/y) === null) members.push(member);
      else {
        const end = this.#take('\\') ? this.#escape() : literal(this.#source.charAt(this.#at++));
        const of = member.ascii & end.ascii & (DIGIT | BEYOND);
        members.push({ ascii: of, other: 0 });
      }
    }
    return negated || members.length === 0 ? NOTHING : shared(members);
  }

  #escape(): Letters {
    const [code] = this.#read(/(?<=u)[\da-f]{4}|(?<=x)[\da-f]{2}/iy, 1) ?? [];
    if (code !== undefined) return literal(String.fromCharCode(Number.parseInt(code, 16)));
    // Properties, code points in braces and names of groups: nothing is known of them.
    if (this.#read(/[pPu]\{[^}]*\}|k<\w+>|\d+/y) !== null) return NOTHING;
    const char = this.#source.charAt(this.#at++);
    if (char === 'd') return { ascii: DIGIT, other: 0 };
    return /[a-z]/i.test(char) ? NOTHING : literal(char);
  }

  #take(char: string): boolean {
    const found = this.#source.charAt(this.#at) === char;
    if (found) this.#at++;
    return found;
  }

  #read(pattern: RegExp, skipped = 0): RegExpExecArray | null {
    pattern.lastIndex = this.#at + skipped;
    const found = pattern.exec(this.#source);
    if (found !== null) this.#at += skipped + found[0].length;
    return found;
  }
}

function literal(char: string): Letters {
  const code = char.charCodeAt(0);
  if (code < 128) return { ascii: BITS[code] ?? 0, other: 0 };
  if (code === 0x17f || code === 0x212a) return NOTHING;
  // Halves of characters, and letters that have two cases: one beyond ASCII, whichever.
  const plain = (code < 0xd800 || code > 0xdfff) && char.toLowerCase() === char.toUpperCase();
  return { ascii: BEYOND, other: plain ? 1 << (code & 31) : 0 };
}
