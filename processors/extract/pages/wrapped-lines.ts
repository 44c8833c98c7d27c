/** What begins something of its own in Markdown: a heading, an item, a row, a quotation, a fence, a tag, a statement of MDX, a line that is a link. */
const BEGINS =
  /^\s*(?:#{1,6}\s|[-*+]\s|\d+[.)]\s|[|>]|```|~~~|:::|<|-{3,}|={3,}|import |export |\[[^\]]+\]:|\[[^\]]+\]\([^()]*\)\s*$)/;
const ITEM = /^\s*(?:[-*+]|\d+[.)])\s/;
const FENCE = /^\s*(?:```|~~~)/;
/** People wrap a little sooner than they have to. */
const SLACK = 4;
/** Nobody wraps text at less or at more. */
const NARROWEST = 60;
const WIDEST = 130;

/**
 * Paragraphs and items that an editor wrapped at some column, each on one line again: in a README a sentence goes on in the next line. A line
 * is wrapped where the first word of the next would not have fitted; lines that end earlier stand for themselves.
 */
export function withoutWraps(text: string): string {
  const lines = text.split('\n');
  const joined: string[] = [];
  let fenced = false;
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] ?? '';
    if (FENCE.test(line)) fenced = !fenced;
    const end = fenced ? index : endOfRun(lines, index);
    const run = lines.slice(index, end + 1);
    if (isWrapped(run)) joined.push(run.map((one, at) => (at === 0 ? one.trimEnd() : one.trim())).join(' '));
    else joined.push(...run);
    index = end;
  }
  return joined.join('\n');
}

/** The last of the lines that may go on from one. */
function endOfRun(lines: readonly string[], start: number): number {
  const first = lines[start] ?? '';
  if (first.trim() === '' || (BEGINS.test(first) && !ITEM.test(first))) return start;
  let end = start;
  while (isOn(lines[end] ?? '', lines[end + 1] ?? '')) end++;
  return end;
}

/** Two spaces at the end break the line; what is set with bars or tabs is a row. */
const isOn = (line: string, next: string): boolean =>
  next.trim() !== '' && !BEGINS.test(next) && !/ {2}$|\\$|[|\t]/.test(line) && !/[|\t]/.test(next);

function isWrapped(run: readonly string[]): boolean {
  // A link, which nothing breaks, may reach out of the last line.
  const width = Math.max(0, ...run.slice(0, -1).map((line) => line.trimEnd().length));
  if (run.length < 2 || width < NARROWEST || width > WIDEST) return false;
  const fits = run.slice(1).some((line, index) => {
    const before = run[index] ?? '';
    const word = /^\s*(\S+)/.exec(line)?.[1] ?? '';
    return before.trimEnd().length + 1 + word.length <= width - SLACK;
  });
  if (fits || run.filter((line) => PRICED_ITEM.test(line)).length > 1) return false;
  // Two long lines may be two sentences, or a sentence and a price: they are one where the second begins as no sentence does.
  return run.slice(1).every((line, index) => run.length > 2 || GOES_ON.test(line) || IS_CUT.test(run[index] ?? ''));
}

/** "GLM-5：输入 4 元/M，输出 18 元/M", "RTX 4080 with 16 GB $0.31/hr": a name and its prices stand for themselves. */
const PRICED_ITEM =
  /^\s*[^:：，。]{2,40}(?:：|: ).*(?:[$€£¥￥]\s?\d|\d\s?(?:元|usd\b))|[$€£¥￥]\s?\d[\d.,]*(?:\s?\/\s?\p{L}+){1,2}\s*$/iu;

const GOES_ON = /^\s*(?:[\p{Ll}(]|`[\p{L}\d])/u;
const IS_CUT = /\b(?:the|an?|and|or|of|for|to|per|with|at|by|in|on|from|is|are)$|,$/;
