import { type Json, Numeral, parseJson } from '../apis/json.ts';

/** What a script writes as a value, and one past its end. */
interface Literal {
  readonly value: Json;
  readonly end: number;
}

const DEEPEST = 60;
const NAME = /[\p{L}$_][\p{L}\p{N}$_.]*/uy;
const NUMBER = /0x[\da-f]+|[-+]?(?:\d[\d_]*(?:\.[\d_]*)?(?:e[-+]?\d+)?|\.\d+(?:e[-+]?\d+)?)/iy;
const GAP = /(?:\s|\/\/[^\n]*|\/\*[\s\S]*?\*\/)*/y;
/** Behind a whole value nothing stands but the end of its list, object or statement. */
const ENDS = /[,;\])}:]|$/y;

/**
 * The literal that begins at a place of a script or of MDX: keys without quotes, texts in any quotes, commas and comments where JSON has
 * none. What is computed (calls, functions, sums) is null in its place; a name in `names` is the value it is given there. Null where no list,
 * object, text or number begins there.
 */
export function literalAt(source: string, start: number, names: ReadonlyMap<string, Json> = NO_NAMES): Literal | null {
  const scan = new Scan(source, start, names);
  const value = scan.top();
  return value === COMPUTED || scan.failed ? null : { value, end: scan.at };
}

const NO_NAMES: ReadonlyMap<string, Json> = new Map();
const BACKSLASH = 0x5c;
/** Behind a backslash. */
const CODE = /^(?:u([\da-f]{4})|x([\da-f]{2}))/i;

const COMPUTED = Symbol('computed');
type Value = Json | typeof COMPUTED;

class Scan {
  readonly #source: string;
  readonly #names: ReadonlyMap<string, Json>;
  at: number;
  failed = false;

  constructor(source: string, at: number, names: ReadonlyMap<string, Json>) {
    this.#source = source;
    this.#names = names;
    this.at = at;
  }

  top(): Value {
    this.#gap();
    return this.#literal(0);
  }

  /** What stands within another value; null where it is computed. */
  #inner(depth: number): Json {
    this.#gap();
    const from = this.at;
    const found = this.#literal(depth);
    if (this.failed) return null;
    this.#gap();
    if (found !== COMPUTED && this.#is(ENDS)) return found;
    this.at = from;
    this.#passOver();
    return null;
  }

  #literal(depth: number): Value {
    const letter = this.#source[this.at] ?? '';
    if (depth > DEEPEST) return this.#fail();
    if (letter === '{') return this.#object(depth);
    if (letter === '[') return this.#list(depth);
    if (letter === '"' || letter === "'" || letter === '`') return this.#text(letter);
    if (letter === '<') return this.#markup();
    const number = this.#match(NUMBER);
    if (number !== null) return numeral(number);
    const name = this.#match(NAME);
    if (name === 'true' || name === 'false') return name === 'true';
    if (name === 'null' || name === 'undefined') return null;
    const given = name === null ? undefined : this.#names.get(name);
    return name === 'JSON.parse' ? this.#parsed() : given === undefined ? COMPUTED : given;
  }

  #object(depth: number): Json {
    const entries: [string, Json][] = [];
    this.#parts('}', () => {
      const letter = this.#source[this.at] ?? '';
      const key = letter === '"' || letter === "'" ? this.#text(letter) : (this.#match(NUMBER) ?? this.#match(NAME));
      this.#gap();
      if (key === null || this.#source[this.at] !== ':') this.#passOver();
      else {
        this.at++;
        entries.push([key, this.#inner(depth + 1)]);
      }
    });
    return Object.fromEntries(entries);
  }

  #list(depth: number): Json {
    const values: Json[] = [];
    this.#parts(']', () => values.push(this.#inner(depth + 1)));
    return values;
  }

  /** From the bracket that opens a list or an object past the one that closes it; `read` takes a part each time. */
  #parts(close: string, read: () => void): void {
    this.at++;
    while (!this.failed) {
      this.#gap();
      const letter = this.#source[this.at] ?? '';
      if (letter === ',') this.at++;
      else if (letter === close) {
        this.at++;
        return;
      } else if (letter === '' || ')]}'.includes(letter)) this.#fail();
      else read();
    }
  }

  #text(quote: string): string | null {
    const end = quote.charCodeAt(0);
    let text = '';
    let from = this.at + 1;
    for (this.at = from; this.at < this.#source.length; this.at++) {
      const code = this.#source.charCodeAt(this.at);
      if (code !== end && code !== BACKSLASH) continue;
      text += this.#source.slice(from, this.at);
      if (code === end) {
        this.at++;
        return text;
      }
      text += this.#escaped();
      from = this.at + 1;
    }
    return this.#fail();
  }

  #escaped(): string {
    const letter = this.#source[++this.at] ?? '';
    const code = 'uUxX'.includes(letter) ? CODE.exec(this.#source.slice(this.at, this.at + 5)) : null;
    if (code !== null) {
      this.at += code[0].length - 1;
      return String.fromCharCode(Number.parseInt(code[1] ?? code[2] ?? '', 16));
    }
    return letter === 'n' ? '\n' : letter === 't' ? '\t' : letter === '\n' ? '' : letter;
  }

  /** `<b>$3</b> / hour`: the words of markup that stands as a value. */
  #markup(): string | null {
    const tag = /<(\/?)[\w.]*(?:[^<>"'{}]|"[^"]*"|'[^']*'|\{[^{}]*\})*?(\/?)>/y;
    let text = '';
    let open = 0;
    while (this.at < this.#source.length) {
      const found = this.#source[this.at] === '<' ? this.#match(tag) : null;
      if (found === null) text += this.#source[this.at++] ?? '';
      else {
        open += found.startsWith('</') ? -1 : found.endsWith('/>') ? 0 : 1;
        text += ' ';
        if (open <= 0) return text.replaceAll(/\s+/g, ' ').trim();
      }
    }
    return this.#fail();
  }

  /** `JSON.parse("[...]")`: what the text holds. */
  #parsed(): Value {
    const quote = this.#match(/\s*\(\s*(?=["'`])/y) === null ? '' : (this.#source[this.at] ?? '');
    const text = quote === '' ? null : this.#text(quote);
    if (typeof text !== 'string' || this.#match(/\s*\)/y) === null) return COMPUTED;
    try {
      return parseJson(text);
    } catch {
      return COMPUTED;
    }
  }

  /** Past a value that is computed: to the comma or bracket that ends it. */
  #passOver(): void {
    let open = 0;
    for (; this.at < this.#source.length; this.at++) {
      const letter = this.#source[this.at] ?? '';
      if (letter === '"' || letter === "'" || letter === '`') {
        this.#text(letter);
        this.at--;
      } else if ('([{'.includes(letter)) open++;
      else if (')]}'.includes(letter)) {
        if (open === 0) return;
        open--;
      } else if (letter === ',' && open === 0) return;
    }
    this.#fail();
  }

  #fail(): null {
    this.failed = true;
    return null;
  }

  #gap(): void {
    this.#match(GAP);
  }

  #is(pattern: RegExp): boolean {
    pattern.lastIndex = this.at;
    return pattern.test(this.#source);
  }

  #match(pattern: RegExp): string | null {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.#source)?.[0] ?? null;
    if (found !== null) this.at += found.length;
    return found;
  }
}

/** A number of a script as JSON writes it: without `_`, with a digit on both sides of its point. */
function numeral(written: string): Numeral {
  const digits = written.replaceAll('_', '').replace(/^\+/, '');
  return new Numeral(
    /x/i.test(digits)
      ? String(Number(digits))
      : digits
          .replace(/^(-?)0*(?=\d)/, '$1')
          .replace(/^(-?)(?=\.)/, '$10')
          .replace(/\.(?!\d)/, ''),
  );
}
