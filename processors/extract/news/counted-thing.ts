import type { Quantity } from './quantity.ts';
import type { Reading } from './reading.ts';

/** What processes tokens, or the figure that is spoken of. */
const COUNTED =
  '(?:figures?|counts?|totals?|volumes?|pace|throughput|usage|consumption|traffic|tools|platforms?|services?|router|engineers|staff|customers|gateway|assistants?|agents?|apps?)';
const NO_WORD = '(?!(?:the|its|their|our|a|an|of|in|that|this|said|says|and|from|with|to|whose|as|at|by)\\b)';
/** "the daily figure stood at", "Internal AI developer tools were processing": a noun and its verb right before a count of tokens. */
const PROCESSES = new RegExp(
  `(?:^|[,;:—–] ?|\\b(?:the|its|their|our|and|when|that|as|with|january|february|march|april|may|june|july|august|september|october|november|december|20\\d\\d) )((?:${NO_WORD}[a-z][\\w'’-]* ){0,3}?${COUNTED})(?: as a whole| today| alone| itself| at [a-z]+)?(?:(?: (?:now|today|already|was|were|is|are|had|has|have|been|being|stood|stands|put|came|comes|reach(?:es|ed)?|hit|process(?:es|ed|ing)?|handle[sd]?|handling|served?|moved|burned|burnt|through|consumed?|used?|carried|exceed(?:s|ed|ing)?|averag(?:es|ed)|called|for|to|at|about|around|roughly|approximately|some|nearly|over|more|than))+|:)[ "“*~]*$`,
);

/** What a count of tokens is told of in its own clause, where that is no house; null where none is. */
export function processing({ text, original }: Reading, { start }: Quantity): string | null {
  const match = PROCESSES.exec(text.slice(Math.max(0, start - REACH), start));
  const thing = match?.[1];
  if (!match || thing === undefined) return null;
  const at = Math.max(0, start - REACH) + match.index + match[0].indexOf(thing);
  // "Lambda puts its weekly traffic at": who does is told of.
  if (/\b(?:puts?|gave|gives|reports?|reported) (?:its|their|our) (?:own )?$/.test(text.slice(0, at))) return null;
  return original.slice(at, at + thing.length);
}
const REACH = 120;

/** "a 103 MW AI data center", "its 750-megawatt campus": the site that a figure of power is an adjective of. */
export function siteBehind({ text, original }: Reading, { end }: Quantity): string | null {
  const match = SITE.exec(text.slice(end, end + 60));
  return match?.[1] === undefined
    ? null
    : original.slice(end + match[0].length - match[1].length, end + match[0].length);
}
const SITE =
  /^[- ]((?:(?!(?:of|in|at|by|for|to|and|or|the|with|from|on|as|under|more)\b)[a-z][\w-]* ){0,3}(?:campus(?:es)?|data[- ]?cent(?:er|re)s?|sites?|hubs?|clusters?|facilit(?:y|ies)|supercomputer|complex|park))\b(?!['’]s| (?:capacity|operator|power))/;
