import { isList, isObject, type Json, parseJson } from './json.ts';

/** Shorter texts hold no entry with its price. */
const SHORTEST = 30;

/** Data with its texts that are JSON themselves (`{"content": "{\\"models\\": [...]}"}`) read; the same data where none is. */
export function withTextsRead(data: Json): Json {
  if (typeof data === 'string') return dataIn(data) ?? data;
  if (isList(data)) {
    const read = data.map(withTextsRead);
    return read.some((one, index) => one !== data[index]) ? read : data;
  }
  if (!isObject(data)) return data;
  const read = Object.entries(data).map(([key, inner]) => [key, withTextsRead(inner)] as const);
  return read.some(([key, inner]) => inner !== data[key]) ? Object.fromEntries(read) : data;
}

function dataIn(text: string): Json | null {
  if (text.length < SHORTEST || !/^\s*[{[]/.test(text) || !/[}\]]\s*$/.test(text)) return null;
  try {
    return withTextsRead(parseJson(text));
  } catch {
    // "[see the notes of this release]" is a text after all.
    return null;
  }
}
