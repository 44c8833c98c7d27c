/** What begins something of its own: Markdown, a bullet, a quotation. */
const BEGINS = /^\s*(?:#{1,6}\s|[-*+•]\s|\d+[.)]\s|[|><]|```|~~~|:::|---)/;
/** A sentence goes on behind its link: ", inter-region egress", ".", "). See". */
const GOES_ON = /^\s*(?:[,;)]|[.:](?:\s|$))/;
/** A sentence stops before its link: "the first 200 million tokens for", "see the". */
const IS_OPEN =
  /^.{12,}(?:[,(]|(?<!\p{L})(?:an?|the|and|or|of|for|to|in|on|at|by|with|from|see|our|your|is|are|as|than|per|via|that|which))\s*$/u;
/** "Prices starting at" stands over a price. */
const LEADS_PRICE = /^\s*(?:(?:prices? |plans? |usage-based )?(?:starting|starts?)|as low|from|billed|only)\b/i;
/** "(2 vCPU", "equivalent", ")". */
const IS_BRACKETED = /\([^()]{1,40}$/;
/** "$0.04", "/", "output image": a stroke with a line of its own. */
const STROKE = /^\s*\/\s*$/;
const ENDS = /[.!?。:]\s*$/;
const LONGEST = 1200;

/**
 * Sentences of a text copy on one line again: it breaks them wherever a word was a link, or set apart otherwise. Lines that are no part of a sentence stay
 * as they are.
 */
export function withoutBreaks(text: string): string {
  const joined: string[] = [];
  let inSentence = false;
  for (const line of text.split('\n')) {
    const last = joined.at(-1) ?? '';
    const goesOn = GOES_ON.test(line) && last.trim() !== '';
    const isOpen = (IS_OPEN.test(last) && !LEADS_PRICE.test(last)) || IS_BRACKETED.test(last);
    const isStroke = STROKE.test(line) ? last.trim() !== '' : / \/$/.test(last) && !/\/ \/$/.test(last);
    const isMore = inSentence && !ENDS.test(last) && /^\s*\p{Ll}/u.test(line);
    if (
      line.trim() === '' ||
      BEGINS.test(line) ||
      BEGINS.test(last) ||
      last.length > LONGEST ||
      !(goesOn || isOpen || isMore || isStroke)
    ) {
      joined.push(line);
      inSentence = false;
    } else {
      joined[joined.length - 1] = goesOn
        ? `${last.trimEnd()}${line.trimStart()}`
        : `${last.trimEnd()} ${line.trimStart()}`;
      // "$0.03", "/", "image": what comes below is no more of it.
      inSentence = !isStroke;
    }
  }
  return joined.join('\n');
}
