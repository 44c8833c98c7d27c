import { load } from 'cheerio';
import { tidy } from '../../normalise/fold.ts';
import { STRUCK_OUT, withoutStruck } from './struck-brackets.ts';

/** The lines a Markdown text shows: links as their text, emphasis and code without marks, struck text and images left out. */
export function markdownLines(source: string): string[] {
  return source
    .split(/<br\s*\/?>|<\/p>\s*<p>|<\/li>/i)
    .map(inline)
    .filter((line) => line !== '');
}

/** What marks, tags and character references are written with. */
const MARKED = /[[~<`*_\\&]/;

const inline = (source: string): string => unglued(tidy(MARKED.test(source) ? withoutMarks(source) : source));

/** "$2.40/hrSecure cloud": what a copy has set without a blank behind a unit. */
const unglued = (text: string): string => (text.includes('/') ? text.replace(BEHIND_UNIT, '$& ') : text);
const BEHIND_UNIT = /(?<=\d)\s?\/\s?(?:(?:GPU|card)\/)?(?:hr|h|hour|mo|month|sec|min|[1M]*\s?tokens)(?=\p{Lu}\p{Ll})/u;

function withoutMarks(source: string): string {
  const text = source
    .replaceAll(/!\[[^\]]*\]\([^)]*\)/g, '')
    .replaceAll(/~~.*?~~|<(?:del|s|strike)>.*?<\/(?:del|s|strike)>/gi, STRUCK_OUT)
    .replaceAll(/<sup>\s*[[(]?\d{0,2}[*†]?[\])]?\s*<\/sup>/gi, '')
    .replaceAll(/\[\^[^\]]+\]/g, '')
    .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replaceAll(/\[([^\]]+)\]\[[^\]]*\]/g, '$1')
    .replaceAll(/`([^`]*)`/g, '$1')
    .replaceAll(/(\*\*|__)(.+?)\1/g, '$2')
    // The name of an icon.
    .replaceAll(/_(?:info|help)(?:_outline)?_/g, '')
    .replaceAll(/(?<![\w*])\*(?!\s)([^*]+?)(?<!\s)\*(?![\w*])/g, '$1')
    .replaceAll(/<\/?[a-z][^>]*>/gi, ' ')
    .replaceAll(/\\([\\`*_{}[\]()#+.!|$<>~-])/g, '$1');
  return decoded(withoutStruck(text));
}

/** Character references resolved; most texts have none. */
function decoded(text: string): string {
  return /&(?:#\w+|[a-z]+\w*);/i.test(text) ? load(text.replaceAll('<', '&lt;'), null, false).text() : text;
}
