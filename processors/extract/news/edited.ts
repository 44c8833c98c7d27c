import type { Draft } from './draft.ts';

/** A stretch of a text and what stands in its place. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A text that was written anew for reading, and the way back to the original. */
export interface Edited {
  readonly text: string;
  /** The claim read in `text`, with its offsets and its object as they stand in the original. */
  restore(draft: Draft): Draft;
}

/** A run of the new text: of `length` units from `at`; kept ones stood at `from`, others in the place of `from` to `until`. */
interface Run {
  readonly at: number;
  readonly from: number;
  readonly until: number;
  readonly kept: boolean;
}

/** The text with its edits made, in order; one that overlaps the one before it is left out. */
export function edited(body: string, edits: readonly Edit[]): Edited {
  const runs: Run[] = [];
  const parts: string[] = [];
  let [from, length] = [0, 0];
  const add = (text: string, start: number, until: number, kept: boolean): void => {
    if (text === '') return;
    runs.push({ at: length, from: start, until, kept });
    parts.push(text);
    length += text.length;
  };
  for (const { start, end, text } of edits) {
    if (start < from) continue;
    add(body.slice(from, start), from, start, true);
    add(text, start, end, false);
    from = end;
  }
  add(body.slice(from), from, body.length, true);
  const text = parts.join('');
  const runAt = (at: number): Run | undefined => {
    let [low, high] = [0, runs.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((runs[middle]?.at ?? 0) <= at) low = middle;
      else high = middle - 1;
    }
    return runs[low];
  };
  /** Where the character at `at` stood, or what it stands for began. */
  const placeOf = (at: number): number => {
    const run = runAt(at);
    return run ? (run.kept ? run.from + at - run.at : run.from) : at;
  };
  const endOf = (end: number): number => {
    const run = end === 0 ? undefined : runAt(end - 1);
    return run ? (run.kept ? run.from + end - run.at : run.until) : end;
  };
  /** The words as the original writes them, where it has them: nearest behind the beginning of the quote, else before it. */
  const verbatim = (words: string, near: number): string => {
    if (body.includes(words)) return words;
    const at = [text.indexOf(words, near), text.lastIndexOf(words, near)].find((i) => i >= 0);
    return at === undefined ? words : body.slice(placeOf(at), endOf(at + words.length));
  };
  const restore = (draft: Draft): Draft => {
    const { quoteStart, quoteEnd, valueStart, valueEnd, object } = draft;
    const [start, end] = withItsMarks(body, placeOf(quoteStart), endOf(quoteEnd));
    return {
      ...draft,
      quoteStart: start,
      quoteEnd: end,
      ...(valueStart === undefined ? {} : { valueStart: placeOf(valueStart) }),
      ...(valueEnd === undefined ? {} : { valueEnd: endOf(valueEnd) }),
      // Words that only the edits put there are nobody's.
      object: object === null ? null : verbatim(object, quoteStart) || null,
    };
  };
  return { text, restore };
}

/** A quote takes in the marks around its first and its last word. */
function withItsMarks(body: string, start: number, end: number): [number, number] {
  const within = (at: number): boolean =>
    body.slice(body.lastIndexOf('\n', at - 1) + 1, at).split('**').length % 2 === 0;
  return [
    body.startsWith('**', start - 2) && within(start) ? start - 2 : start,
    body.startsWith('**', end) && within(end) ? end + 2 : end,
  ];
}
