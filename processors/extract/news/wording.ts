import { type Edit, type Edited, edited } from './edited.ts';
import { EXCHANGE } from './listed-houses.ts';
import { MayBegin } from './may-begin.ts';
import { hasHan, matches } from './text.ts';
import { ENGLISH } from './wording-english.ts';
import { CHINESE } from './wording-han.ts';
import { listEdits } from './wording-lists.ts';
import { LISTED_MOVES } from './wording-moves.ts';
import { planEdits } from './wording-plans.ts';
import { ROWS } from './wording-rows.ts';
import type { Wording } from './wording-rule.ts';
import { sideEdits } from './wording-sides.ts';
import { unitEdits } from './wording-units.ts';

const SYMBOL = `(?:${EXCHANGE}(?: ?: ?|：)[A-Z0-9.]{1,8}|\\d{4,6}[.-](?:HK|SH|SZ|SS|TW|hk|sh|sz)|[A-Z]{1,5}[.-](?:US|NYSE|NASDAQ|O|N))`;
/** `(NASDAQ: ABCD)`, （01234.HK）: how a house is called on an exchange, where no share price follows. */
const TICKER: Wording = {
  pattern: new RegExp(`[(（]${SYMBOL}[)）](?! ?(?:[涨跌升挫报]|股|高开|低开|早盘|早段|午后|盘|收|现[涨跌报]))`, 'g'),
  edit: (match, body) => ({
    start: body[match.index - 1] === ' ' ? match.index - 1 : match.index,
    end: match.index + match[0].length,
    text: '',
  }),
};

/** Wordings, and which of them a text may have. */
const searched = (wordings: readonly Wording[]): { wordings: readonly Wording[]; mayBegin: MayBegin } => ({
  wordings,
  mayBegin: new MayBegin(wordings.map(({ pattern }) => pattern)),
});
const HAN = searched([TICKER, ...ENGLISH, ...CHINESE, ...ROWS]);
const LATIN = searched([TICKER, ...ENGLISH, LISTED_MOVES]);

/** A space at which no line may break is a space to those who look for names. */
const NO_BREAK = /[\u00a0\u202f]/g;

/** A text in the words the rules know; null where it has no others. */
export function reworded(body: string, title: string | null = null): Edited | null {
  const edits: Edit[] = [];
  // As long as the text: ３５ is 35, and a space at which no line may break is one for the other rules.
  const narrow = body
    .replace(/[０-９]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(NO_BREAK, ' ');
  const { wordings, mayBegin } = hasHan(body) ? HAN : LATIN;
  const may = mayBegin.in(narrow);
  for (const [i, { pattern, edit }] of wordings.entries())
    if (may[i] === 1)
      for (const match of matches(pattern, narrow)) {
        const made = edit(match, narrow);
        if (made) edits.push(made);
      }
  edits.push(
    ...(hasHan(body)
      ? [...listEdits(narrow, title ?? ''), ...planEdits(narrow)]
      : [...sideEdits(narrow), ...unitEdits(narrow)]),
  );
  // The last, so that an edit of more that begins with one stands.
  for (const { index } of matches(NO_BREAK, body)) edits.push({ start: index, end: index + 1, text: ' ' });
  return edits.length === 0
    ? null
    : edited(
        body,
        edits.sort((a, b) => a.start - b.start),
      );
}
