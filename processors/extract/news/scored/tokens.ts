import { nameOf } from './features.ts';
import type { Line } from './scene.ts';

/** A word, a Chinese character, a mark or a number; a name or a figure counts as one, whichever it is. */
export interface Token {
  readonly start: number;
  /** What it is. */
  readonly name: number;
  /** What sort of word it is: which preposition, one that ends in -ed, a comma ... */
  readonly form: number;
}

/** Where a line begins or ends. */
export const EDGE: Token = { start: 0, name: nameOf('edge'), form: nameOf('edge') };

const same = (words: string): [string, number][] => words.split(' ').map((word) => [word, nameOf(`form ${word}`)]);
const alike = (words: string, form: string): [string, number][] => words.split(' ').map((word) => [word, nameOf(form)]);
const BREAKING = ', ; : — ( ) 、 |';
const FORMS = new Map([
  ...same(
    'of in on at for from to with by into over under than as via through between against behind about around 对 向 给 从 在 与 和 跟 由 被 把 将 让 为',
  ),
  ...same('and or but while whereas after because since when if though which who that where'),
  ...alike('is was are were has have had will would could may plans said says expects also now', 'helping'),
  ...same(BREAKING),
]);
/** The marks that cut a sentence up. */
export const BREAKS: ReadonlySet<number> = new Set(BREAKING.split(' ').map(nameOf));
const LATIN = nameOf('a word');
const HAN = nameOf('a character');
const MARK = nameOf('a mark');
const NUMBER = nameOf('a number');
const ED = nameOf('-ed');
const ING = nameOf('-ing');
const S = nameOf('-s');

const isLower = (unit: number): boolean => unit >= 97 && unit <= 122;
const isDigit = (unit: number): boolean => unit >= 48 && unit <= 57;
const isHan = (unit: number): boolean => unit >= 0x4e00 && unit <= 0x9fff;

function formOf(word: string): number {
  const known = FORMS.get(word);
  if (known !== undefined) return known;
  const unit = word.charCodeAt(0);
  if (isHan(unit)) return HAN;
  if (!isLower(unit)) return MARK;
  return word.endsWith('ed') ? ED : word.endsWith('ing') ? ING : word.endsWith('s') ? S : LATIN;
}

/** The words of a stretch of folded text, added to `tokens`. */
function scan(text: string, from: number, to: number, tokens: Token[]): void {
  let at = from;
  while (at < to) {
    const unit = text.charCodeAt(at);
    const start = at++;
    if (unit <= 32 || unit === 0xa0) continue;
    if (isDigit(unit)) {
      while (at < to && (isDigit(text.charCodeAt(at)) || text[at] === '.' || text[at] === ',')) at++;
      tokens.push({ start, name: NUMBER, form: NUMBER });
      continue;
    }
    if (isLower(unit)) while (at < to && isLower(text.charCodeAt(at))) at++;
    const word = text.slice(start, at);
    tokens.push({ start, name: nameOf(word), form: formOf(word) });
  }
}

/** The words of a text without names or figures marked. */
export function wordsOf(text: string): Token[] {
  const tokens: Token[] = [];
  scan(text, 0, text.length, tokens);
  return tokens;
}

const known = new WeakMap<Line, readonly Token[]>();

/** The words of a line in their order. */
export function tokensOf(text: string, line: Line): readonly Token[] {
  const before = known.get(line);
  if (before) return before;
  const spans = [
    ...[...line.mentions, ...line.places].map(({ start, end, kind }) => ({ start, end, name: nameOf(`a ${kind}`) })),
    ...line.figures.map(({ start, end, unit }) => ({ start, end, name: nameOf(`figure ${unit}`) })),
  ].sort((a, b) => a.start - b.start || b.end - a.end);
  const tokens: Token[] = [];
  let at = line.start;
  for (const { start, end, name } of spans) {
    if (start < at) continue;
    scan(text, at, start, tokens);
    tokens.push({ start, name, form: name });
    at = end;
  }
  scan(text, at, line.end, tokens);
  known.set(line, tokens);
  return tokens;
}
