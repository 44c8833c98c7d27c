import { codesOf, DOUBLE_QUOTE, EQUALS, GREATER_THAN, isSpace, SINGLE_QUOTE, SOLIDUS } from './characters.ts';

interface Tag {
  readonly name: string;
  readonly closes: boolean;
  readonly selfClosing: boolean;
  readonly attributes: Attribute[];
  /** Where its ">" is. */
  readonly end: number;
}

interface Attribute {
  name: string;
  value: string;
}

const LETTER = codesOf(/[a-z]/);
/** Of names that stand as they are. */
const NAME = codesOf(/[a-z\d:_-]/);
/** Of values without quotes. */
const BARE = codesOf(/[\w.:/#%+-]/);

/** The tag whose "<" is at a place; null where anything about it is out of the ordinary. */
export function tagAt(source: string, start: number): Tag | null {
  const closes = source.charCodeAt(start + 1) === SOLIDUS;
  const from = closes ? start + 2 : start + 1;
  if (LETTER[source.charCodeAt(from)] !== true) return null;
  let at = endOf(NAME, source, from);
  const name = source.slice(from, at);
  const attributes: Attribute[] = [];
  for (;;) {
    const behind = at;
    while (isSpace(source.charCodeAt(at))) at++;
    const code = source.charCodeAt(at);
    if (code === GREATER_THAN) return { name, closes, selfClosing: false, attributes, end: at };
    if (code === SOLIDUS)
      return source.charCodeAt(at + 1) === GREATER_THAN
        ? { name, closes, selfClosing: true, attributes, end: at + 1 }
        : null;
    const named = endOf(NAME, source, at);
    if (at === behind || named === at) return null;
    let value = '';
    let end = named;
    if (source.charCodeAt(named) === EQUALS) {
      const quote = source.charCodeAt(named + 1);
      const isQuoted = quote === DOUBLE_QUOTE || quote === SINGLE_QUOTE;
      const begin = isQuoted ? named + 2 : named + 1;
      const close = isQuoted ? source.indexOf(quote === DOUBLE_QUOTE ? '"' : "'", begin) : endOf(BARE, source, begin);
      if (close < begin || (!isQuoted && !endsBare(source, begin, close))) return null;
      value = source.slice(begin, close);
      // A character reference, perhaps.
      if (value.includes('&')) return null;
      end = isQuoted ? close + 1 : close;
    }
    addTo(attributes, source.slice(at, named), value);
    at = end;
  }
}

function endOf(kind: readonly boolean[], source: string, start: number): number {
  let end = start;
  while (kind[source.charCodeAt(end)] === true) end++;
  return end;
}

function endsBare(source: string, begin: number, close: number): boolean {
  const next = source.charCodeAt(close);
  return close > begin && (next === GREATER_THAN || isSpace(next));
}

/** Of attributes with one name the first holds. */
function addTo(attributes: Attribute[], name: string, value: string): void {
  for (const one of attributes) if (one.name === name) return;
  attributes.push({ name, value });
}
