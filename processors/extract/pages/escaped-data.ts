import type { Json } from '../apis/json.ts';
import { literalAt } from './literals.ts';

/**
 * The data that are all a page shows, as they stand in a text of a program: `{\"title\":\"GPUs\",\"rows\":[...]},{...}`, value behind value.
 * Null for any other text.
 */
export function dataAlone(text: string): Json | null {
  if (!BEGINS.test(text)) return null;
  const bare = unescaped(text.trim());
  const values: Json[] = [];
  let at = 0;
  while (at < bare.length) {
    // What a copy has cut off has no end.
    const literal = literalAt(bare, at);
    if (literal === null) break;
    values.push(literal.value);
    const [gap] = /^\s*,\s*/.exec(bare.slice(literal.end, literal.end + 10)) ?? [];
    if (gap === undefined) break;
    at = literal.end + gap.length;
  }
  return values.length === 0 ? null : values;
}

const BEGINS = /^\s*[[{]\s*(?:\{\s*)?\\?"/;

function unescaped(text: string): string {
  if (!/[{[,]\s*\\"/.test(text)) return text;
  const whole = literalAt(`"${text.replaceAll(/[\n\r\t]/g, ' ')}"`, 0)?.value;
  return typeof whole === 'string' ? whole : text;
}
