import type { Edit } from './edited.ts';
import { matches } from './text.ts';

const NUMBER = String.raw`(?<![\w$€£¥.,])(\d{1,3}(?:\.\d{1,5})?)`;
/** "15 in", "0.028 on a hit", "0.42 output": a bare figure and the way of its tokens right behind it. */
const WAYS = new RegExp(
  String.raw`${NUMBER}(?= (?:in(?! (?:early|late|mid|spring|summer|autumn|fall|winter)\b)|out|input|output|cached(?: input)?|on (?:an? )?(?:cache )?(?:hit|miss)|cache (?:hits?|reads?|writes?))\b(?! (?:\d(?![\d.]* out\b)|the\b|all\b|of\b|favou?r|tokens? (?:per|\/) (?:second|sec)|[A-Z])))`,
  'g',
);
/** "input 0.45 → 0.40", "output: 1.20": the way of the tokens, and bare figures behind it. */
const LABELLED = new RegExp(
  String.raw`(?<=\b(?:input|output|cached(?: input)?|cache (?:hit|read|write)s?|in|out):? (?:\d[\d.]* ?(?:→|->|=>) ?)?)${NUMBER}(?! ?(?:tokens?|%|x\b|/|out\b|in\b)|[\w%])`,
  'g',
);
const SHORT = /\b(?:in|out)(?=:? \d)/g;
/** "+ novita / MiniMax-M3: input 0.30": an item of a list of prices. */
const ITEM = /^[ \t]*[-*+~•±Δ] |^[^.!?]{2,60}: ?(?:input|in|cached)\b/i;
/** "dollars per million", "USD/MTok", "($ per 1M tokens)": what bare figures of the lines below are in. */
const UNIT =
  /(?:\b(?:US )?[Dd]ollars?|\bUSD|US\$|\$) ?(?:per|\/) ?(?:1 ?)?(?:[Mm]illion|MTok|Mtok|[Mm])\b(?: (?:input |output )?tokens?)?/;
const SUM = /[$€£¥] ?\d/;
/** A list goes on no farther. */
const LINES = 14;

/** "list prices, dollars per million" over "opus: 15 in / 75 out": the figures of such a list with their money. */
function listed(lines: readonly Line[]): Edit[] {
  const edits: Edit[] = [];
  let left = 0;
  for (const { at, text } of lines) {
    const unit = SUM.test(text) || text.includes('|') ? null : UNIT.exec(text);
    const from = unit ? unit.index + unit[0].length : 0;
    if (unit) left = LINES;
    else if (/^#|\|/.test(text) || SUM.test(text)) left = 0;
    else left--;
    if (left <= 0) continue;
    const said = matches(WAYS, text).filter(({ index }) => index >= from);
    // What leads from a figure to its unit ("output 0.60 → 0.48 USD per 1M") has its money.
    const items = said.length === 0 && ITEM.test(text) ? matches(LABELLED, text) : [];
    for (const { index, 0: word } of items.length > 0 ? matches(SHORT, text) : [])
      edits.push({ start: at + index, end: at + index + word.length, text: `${word}put` });
    for (const { index, 0: figure } of [...said, ...items])
      if (!unit || index + figure.length < unit.index - 2 || index >= from)
        edits.push({ start: at + index, end: at + index, text: '$' });
  }
  return edits;
}

/** "- cached input: 0.1 -> 0.02": a meter, what it was and what it is. */
const ROW =
  /^[ \t]*(?:[-*+•] )?\W{0,3}(?<meter>(?:cached? |prompt |uncached )?(?:input|output|completion|cache (?:read|write|hit|miss)))s?(?: tokens?| prices?)?\W{0,3}: ?(?<from>\$?)(?<was>\d{1,3}(?:\.\d{1,5})?) ?(?:→|->|=>|to) ?(?<to>\$?)(?<is>\d{1,3}(?:\.\d{1,5})?)(?![\w%.]| ?(?:per|\/))/i;
const OTHERWISE = /(?:\bper|\/) ?(?:1?[Kk]\b|1,000|thousand)/;
const OF_PRICES =
  /\b(?:token|api|model) (?:pricing|prices?|costs?|rates?)\b|\b(?:update|change|lower|cut|adjust|fix|new)\w* [^\n]{0,30}\b(?:pricing|prices)\b/i;

/** "input: 1.0 -> 0.2" below "updated the token pricing entries": dollars per million tokens, as the trade quotes them. */
function moved(body: string, lines: readonly Line[]): Edit[] {
  const rows = lines.flatMap(({ at, text }) => {
    const row = ROW.exec(text);
    return row ? [{ at, row }] : [];
  });
  if (rows.length < 2 || !OF_PRICES.test(body) || OTHERWISE.test(body)) return [];
  return rows.flatMap(({ at, row }) => {
    const { meter = '', from, was = '', to, is = '' } = row.groups ?? {};
    const [said, end] = [row[0], at + row[0].length];
    const old = at + said.lastIndexOf(was, said.length - is.length - 1);
    return [
      ...(from === '' ? [{ start: old, end: old, text: '$' }] : []),
      ...(to === '' ? [{ start: end - is.length, end: end - is.length, text: '$' }] : []),
      { start: end, end, text: ` per million ${meter.toLowerCase()} tokens` },
    ];
  });
}

interface Line {
  readonly at: number;
  readonly text: string;
}

/** Bare figures of English lists that are prices of tokens by the way they go, with the money their list says or means. */
export function sideEdits(body: string): Edit[] {
  const [mayList, mayMove] = [UNIT.test(body), MOVES.test(body)];
  if (!mayList && !mayMove) return [];
  let at = 0;
  const lines = body.split('\n').map((text): Line => {
    const line = { at, text };
    at += text.length + 1;
    return line;
  });
  return [...(mayList ? listed(lines) : []), ...(mayMove ? moved(body, lines) : [])];
}
const MOVES = /put[^\n:]{0,14}: ?\$?\d[\d.]* ?(?:→|->|=>|to)/;
