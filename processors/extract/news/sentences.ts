import type { Block } from './blocks.ts';
import { matches } from './text.ts';

/** Offsets are into the document's text, `end` exclusive. */
export interface Sentence {
  readonly start: number;
  readonly end: number;
  /** Index of its block. */
  readonly block: number;
}

/**
 * A stop, its closing quotes, the numbers of its notes, and white space before the next sentence; or a Chinese stop with its closing
 * quotes; or, in Chinese digests without stops, the number of a note: "营收19亿元 同比增长10% [1] - 净亏损3亿元 [2]"; or what ends an item
 * before the next: ①招行：…；②工行：….
 */
const STOP =
  /[.!?…]["')\]*]*(?:(?:\[\d{1,3}\])+|(?<=[a-z]{3}[.!?]["')\]]?)\d{1,2})?\s+(?=["'([*~<>≥≤$€£¥@#-]*[a-z0-9\u4e00-\u9fff])|[。！？]+|(?<=[\u4e00-\u9fff%)] ?)(?:\[\d{1,3}\])+ (?=(?:[-*] ?)*[*a-z0-9]*[\u4e00-\u9fff])|[;；，,]\s*(?=[②-⑳] ?[^:：，,。;；①-⑳\n]{2,12}[:：])/g;
const CLOSING = '”’」』）';
const ABBREVIATION =
  /(?:^|[\s("'])(?:[a-z]|u\.s|u\.k|e\.g|i\.e|a\.m|p\.m|inc|corp|co|ltd|vs|no|nos|mr|ms|mrs|dr|st|jr|sr|approx|est|fig|excl|incl|avg|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|cf|al|etc|plc|bros|n\.v|d\.c)\.$/;

/** iFlytek, xAI, o3-mini: names that begin small. */
const SMALL_NAME = /^(?:[a-z]{1,2}[A-Z]|o\d)/;

/**
 * Sentences of one block of the folded text. `original` decides, by the case of the next letter, whether a full stop
 * after an abbreviation or before a lower-case word ends anything.
 */
export function splitSentences(text: string, original: string, block: Block, index: number): Sentence[] {
  if (block.kind === 'row') return [{ start: block.start, end: block.end, block: index }];
  const sentences: Sentence[] = [];
  const add = (from: number, to: number): void => {
    for (const [a, b] of pieces(text, from, to)) sentences.push({ start: a, end: b, block: index });
  };
  let start = block.start;
  const line = text.slice(block.start, block.end);
  for (const match of matches(STOP, line)) {
    const stop = block.start + match.index;
    let next = stop + match[0].length;
    while (next < block.end && CLOSING.includes(original[next] ?? ' ')) next++;
    if (match[0].charCodeAt(0) < 128) {
      const before = text.slice(Math.max(start, stop - 12), stop + 1);
      const following = /[a-zA-Z]/.exec(original.slice(next, next + 3))?.[0] ?? '';
      if (match[0].startsWith('.') && ABBREVIATION.test(before)) continue;
      if (
        match[0].startsWith('.') &&
        following !== '' &&
        following === following.toLowerCase() &&
        /[a-z]/.test(original[next] ?? '') &&
        !SMALL_NAME.test(original.slice(next, next + 4))
      )
        continue;
    }
    add(start, Math.max(stop + match[0].trimEnd().length, match[0].charCodeAt(0) < 128 ? 0 : next));
    start = next;
  }
  if (start < block.end) add(start, block.end);
  return sentences;
}

/** Nobody writes longer sentences; what is longer is a list without stops or no prose at all. */
export const LONGEST = 1200;

/** A stretch in pieces of at most LONGEST units, cut behind a semicolon, a comma or a space where there is one. */
function pieces(text: string, from: number, to: number): [number, number][] {
  const cuts: [number, number][] = [];
  let start = from;
  while (to - start > LONGEST) {
    const window = text.slice(start, start + LONGEST);
    const at = [/[;；](?=[^;；]*$)/, /[,，](?=[^,，]*$)/, / (?=[^ ]*$)/]
      .map((p) => window.search(p))
      .find((i) => i > LONGEST / 2);
    const end = start + (at === undefined ? LONGEST : at + 1);
    cuts.push([start, end]);
    start = end;
  }
  cuts.push([start, to]);
  return cuts;
}

/** Where a clause ends inside a sentence: strong punctuation, or a comma that does not sit inside a number. */
const BREAK = /[;；:：。！？—|]|\?(?= |[^\x20-\x7e])|,(?!\d{3}| (?:19|20)\d\d(?!\d))|，|\s-\s|\.\s/g;

/** Offsets of clause ends in one sentence of folded text, ascending, the sentence's own end last. */
export function clauseEnds(sentence: string): number[] {
  const ends: number[] = [];
  for (const match of matches(BREAK, sentence)) ends.push(match.index);
  ends.push(sentence.length);
  return ends;
}

/** The index of the sentence a position of the text stands in. */
export function sentenceAt(sentences: readonly Sentence[], at: number): number {
  let [low, high] = [0, sentences.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((sentences[middle]?.start ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}
