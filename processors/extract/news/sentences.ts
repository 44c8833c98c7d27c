import type { Block } from './blocks.ts';

/** Offsets are into the document's text, `end` exclusive. */
export interface Sentence {
  readonly start: number;
  readonly end: number;
  /** Index of its block. */
  readonly block: number;
}

/** A stop, its closing quotes, and white space before the next sentence; or a Chinese stop with its closing quotes. */
const STOP = /[.!?…]["')\]*]*\s+(?=["'([*~<>≥≤$€£¥@#-]*[a-z0-9\u4e00-\u9fff])|[。！？]["'”’」』)]*/g;
const ABBREVIATION =
  /(?:^|[\s("'])(?:[a-z]|u\.s|u\.k|e\.g|i\.e|a\.m|p\.m|inc|corp|co|ltd|vs|no|nos|mr|ms|mrs|dr|st|jr|sr|approx|est|fig|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|cf|al|etc|plc|bros|n\.v|d\.c)\.$/;

/**
 * Sentences of one block of the folded text. `original` decides, by the case of the next letter, whether a full stop
 * after an abbreviation or before a lower-case word ends anything.
 */
export function splitSentences(text: string, original: string, block: Block, index: number): Sentence[] {
  if (block.kind === 'row') return [{ start: block.start, end: block.end, block: index }];
  const sentences: Sentence[] = [];
  let start = block.start;
  const line = text.slice(block.start, block.end);
  for (const match of line.matchAll(STOP)) {
    const stop = block.start + match.index;
    const next = stop + match[0].length;
    if (match[0].charCodeAt(0) < 128) {
      const before = text.slice(Math.max(start, stop - 12), stop + 1);
      const following = /[a-zA-Z]/.exec(original.slice(next, next + 3))?.[0] ?? '';
      if (match[0].startsWith('.') && ABBREVIATION.test(before)) continue;
      if (
        match[0].startsWith('.') &&
        following !== '' &&
        following === following.toLowerCase() &&
        /[a-z]/.test(original[next] ?? '')
      )
        continue;
    }
    sentences.push({ start, end: stop + match[0].trimEnd().length, block: index });
    start = next;
  }
  if (start < block.end) sentences.push({ start, end: block.end, block: index });
  return sentences;
}

/** Where a clause ends inside a sentence: strong punctuation, or a comma that does not sit inside a number. */
const BREAK = /[;；:：。！？—]|,(?!\d{3})|，|\s-\s|\.\s/g;

/** Offsets of clause ends in one sentence of folded text, ascending, the sentence's own end last. */
export function clauseEnds(sentence: string): number[] {
  const ends: number[] = [];
  for (const match of sentence.matchAll(BREAK)) ends.push(match.index);
  ends.push(sentence.length);
  return ends;
}
