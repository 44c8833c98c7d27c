import { NO_NAME } from './acting-names.ts';
import type { Entity } from './entities.ts';
import { matches } from './text.ts';
import { isCommonWord } from './unknown-name.ts';

/** A word with a capital behind a version, or before one: "GPT-6 Vega", "Mistral Saba 2". */
const VERSIONED =
  /(?<=[A-Za-z][ -]?\d{1,2}(?:\.\d{1,2})? )[A-Z][a-z]{2,11}(?![\w-])|(?<=[a-z] )[A-Z][a-z]{2,11}(?= \d{1,2}(?:\.\d{1,2})?(?![\w%]|,\d|\.\d))/g;
/** So far before the word its maker or its model is named, in UTF-16 units. */
const REACH = 40;
const A_WORD = /(?:[^aious]s|tion|ment|ness|ing)$/;
/** What models are called as well, or what is said of them. */
const OF_ANY =
  /^(?:Preview|Release|Launch|Series|Family|Update|Model|Chat|Code|Image|Audio|Video|Voice|Agent|Team|Research|Beta|Alpha|Token|Early|General|Fast|Deep|Live|Instant|Thinking|Reasoning|High|Low|Medium|Small|Large|Base|Next|Vision|Search|Batch|Free|Input|Output|Context|Build|Standard|Priority|Tier|Phase|Chapter|Section|Part|Table|Figure|Step|Day|Week|Quarter|Year|Version|Gen)$/;

/**
 * The last names of models that a text gives in full once, each with whose it is: after "GPT-6 Vega" what "Vega" charges is the maker's.
 * Words of the language, variants that any model may have, and what the text also writes small are none.
 */
export function nicknamesOf(
  body: string,
  namesIn: (from: number, to: number) => readonly Entity[],
): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const { 0: word, index } of matches(VERSIONED, body)) {
    if (found.has(word) || OF_ANY.test(word) || NO_NAME.test(word) || A_WORD.test(word) || isCommonWord(word)) continue;
    if (!standsAlone(body, word)) continue;
    const owner = namesIn(Math.max(0, index - REACH), index + word.length).findLast(
      (e) => (e.kind === 'product' || e.kind === 'organisation') && e.start < index && e.end >= index - 1,
    );
    if (owner) found.set(word, owner.slug);
  }
  return found;
}

/** A text says a word elsewhere with a capital and not behind a version, and nowhere small. */
function standsAlone(body: string, word: string): boolean {
  const alone = new RegExp(`(?<!\\d |[\\w-])${word}(?![\\w-]| \\d)`);
  return alone.test(body) && !new RegExp(`(?<![\\w-])${word.toLowerCase()}(?![\\w-])`).test(body);
}

/** Where a stretch of the text says such a name alone, and no name stands already. */
export function findNicknames(
  body: string,
  from: number,
  to: number,
  nicknames: ReadonlyMap<string, string>,
  known: readonly Entity[],
): Entity[] {
  const found: Entity[] = [];
  // Of a long text only the stretch is searched.
  const stretch = nicknames.size === 0 ? '' : body.slice(from, to);
  for (const [name, slug] of nicknames)
    for (let next = stretch.indexOf(name); next >= 0; next = stretch.indexOf(name, next + 1)) {
      const at = from + next;
      const end = at + name.length;
      if (/[\w-]/.test(body[at - 1] ?? ' ') || /[\w]/.test(body[end] ?? ' ')) continue;
      if (!known.some((e) => e.start < end && at < e.end)) found.push({ start: at, end, slug, kind: 'product' });
    }
  return found;
}
