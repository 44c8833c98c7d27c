import type { Edit } from './edited.ts';

/**
 * One way to say a thing where writers have many and mean no more by it, so that the rules need to know but one: how figures,
 * bounds and units are written, words that only join sentences, and verbs that say the same of a price. The pattern finds the
 * place by letters of its own, `edit` looks around it: that is quicker than a pattern that looks back everywhere.
 */
export interface Wording {
  readonly pattern: RegExp;
  readonly edit: (match: RegExpExecArray, body: string) => Edit | null;
}

/** All that a pattern matches, in these words. */
export const say = (
  pattern: RegExp,
  to: string | ((match: RegExpExecArray, body: string) => string | null),
): Wording => ({
  pattern,
  edit: (match, body) => {
    const text = typeof to === 'string' ? to : to(match, body);
    return text === null ? null : { start: match.index, end: match.index + match[0].length, text };
  },
});

/** The words that lead to a place of a text. */
export const before = (body: string, at: number, reach: number): string => body.slice(Math.max(0, at - reach), at);
