import { matches } from './text.ts';

/** A line of a paragraph that was broken to fit a page. */
interface Line {
  readonly start: number;
  readonly end: number;
  /** Where its words begin, behind indentation and quote marks. */
  readonly body: number;
}

/** A line ends in a word and the next begins with one in lower case. */
const BROKEN = /[a-zA-Z0-9,)'"%-]\n[ >]*[a-z]|[ ,](?:and|or|of|the|an?|to|in|for|with|per|at|by|from|is|are|than)\n/;
const LINE = /[^\n]+/g;
/** Headings, table rows and fences are lines of their own; a bullet begins a paragraph. */
const ALONE = /^[ >]*(?:#{1,6} |```|~~~|[|]|[-=*_]{3,} *$)|[|].*[|]| {2}$/;
const ITEM = /^[ >]*(?:[-*+•·●▪◦‣○■◆►➤✦] |[・･‧∙] ?|\d{1,2}[.)] |[(]\d{1,2}[)] )/;
const ENDS = /[.!?:;。！？：；…]["')\]*]*$/;
const ASKS =
  /[ ,](?:and|or|of|the|an?|to|in|for|with|per|at|by|from|that|which|is|are|was|were|than|its|on|about|over|under|costs?)$|,$/;
const LABEL = /^[A-Z][^.:;!?]{1,40}: ?[~≈+-]?(?:US)?[$€£¥\d]/;
/** Nobody wraps narrower or wider. */
const NARROWEST = 50;
const WIDEST = 120;

/**
 * Positions of the line ends that only fit a paragraph to a page, and of the indentation and quote marks behind them: a space
 * may stand there instead. Empty where lines are paragraphs, as in most texts, and in Chinese.
 */
export function wrapsOf(text: string): number[] {
  const han = breaksAs(HAN_BROKEN, text) ? hanWrapsOf(text) : [];
  if (!breaksAs(BROKEN, text)) return han;
  const wraps: number[] = [...han];
  let paragraph: Line[] = [];
  let last = -1;
  const close = (): void => {
    if (paragraph.length > 1) wraps.push(...wrapsIn(text, paragraph));
    paragraph = [];
  };
  for (const match of matches(LINE, text)) {
    const line = match[0];
    const lead = /^[ >]*/.exec(line)?.[0].length ?? 0;
    if (match.index !== last + 1 || ITEM.test(line)) close();
    last = match.index + line.length;
    if (ALONE.test(line) || lead === line.length) close();
    else paragraph.push({ start: match.index, end: last, body: match.index + lead });
  }
  close();
  return han.length === 0 ? wraps : [...new Set(wraps)].sort((a, b) => a - b);
}

/** What a line may end in, as far as it is looked at, in UTF-16 units. */
const END = 6;

/** Cheap way out: some line end of a text is like that. Only what stands around line ends is looked at. */
function breaksAs(pattern: RegExp, text: string): boolean {
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
    let from = at - END;
    while (from > 0 && text[from] === ' ') from--;
    let to = at + 1;
    while (text[to] === ' ' || text[to] === '>') to++;
    if (pattern.test(text.slice(Math.max(0, from), to + 1))) return true;
  }
  return false;
}

/** A page that set a span of a sentence apart, and its text came out on a line of its own: "输入只要\n0.6元\n，输出…". */
const HAN_BROKEN = /\n *[，。；、]|[，、] *\n|\d *\n *[元美万萬亿億千百%％块塊张張颗顆卡个個片吉兆t]/;
/** 每百万输出tokens 8\n元: a figure that its unit follows on the next line, as where lines fit a page. */
const ENDS_IN_FIGURE = /\d *$/;
const OPENS_WITH_UNIT =
  /^ *(?:(?:[万萬亿億千百]+|美)?元(?![宝寶旦首年])|[万萬亿億千百]+ ?(?:[颗顆张張块塊卡个個片台臺]|美元|元|tokens?)|美金|[%％](?=[，。；、的])|[块塊张張颗顆卡片](?![\u4e00-\u9fff])|吉瓦|兆瓦|tokens?\b)/;
const LEADS = /^[ ]*[，。；、）”]/;
const HANGS = /[，、] *$/;
const STOPS = /[。！？；：:.!?|] *$/;
/** A span set apart is a few words. */
const SPAN = 60;

function hanWrapsOf(text: string): number[] {
  const lines = text.split('\n');
  const wraps: number[] = [];
  let end = 0;
  for (const [i, line] of lines.entries()) {
    end += line.length;
    const next = lines[i + 1];
    if (next === undefined) break;
    const alone = [line, next].some((one) => one.trim() === '' || ALONE.test(one)) || ITEM.test(next);
    // The span itself, where the line behind it begins with its comma.
    const span = next.length <= SPAN && !STOPS.test(line) && LEADS.test(lines[i + 2] ?? '');
    if (!alone && (LEADS.test(next) || HANGS.test(line) || span)) wraps.push(end);
    end += 1;
  }
  return [...new Set([...wraps, ...hanPageWraps(lines)])].sort((a, b) => a - b);
}

/** The line ends of paragraphs that were broken to fit a page: some figure stands apart from its unit there. */
function hanPageWraps(lines: readonly string[]): number[] {
  const wraps: number[] = [];
  let [end, first] = [0, 0];
  let paragraph: number[] = [];
  const close = (next: number): void => {
    const own = lines.slice(first, next);
    const apart = own.some((line, i) => ENDS_IN_FIGURE.test(line) && OPENS_WITH_UNIT.test(own[i + 1] ?? ''));
    if (apart && own.every((line) => line.length <= WIDEST))
      wraps.push(...paragraph.slice(0, own.length - 1).filter((_, i) => !STOPS.test(own[i] ?? '')));
    [first, paragraph] = [next, []];
  };
  for (const [i, line] of lines.entries()) {
    if (line.trim() === '' || ALONE.test(line)) {
      close(i);
      first = i + 1;
    } else if (ITEM.test(line)) close(i);
    end += line.length;
    if (first <= i) paragraph.push(end);
    end += 1;
  }
  close(lines.length);
  return wraps;
}

function wrapsIn(text: string, lines: readonly Line[]): number[] {
  const width = Math.max(...lines.map((line) => line.end - line.start));
  if (width < NARROWEST || width > WIDEST) return [];
  // A word that asks for another, or a next line that begins small.
  const runsOn = (a: Line, b: Line): boolean =>
    a.end - a.start >= 0.6 * width &&
    !ENDS.test(text.slice(a.start, a.end)) &&
    (/[a-z]/.test(text[b.body] ?? '') || ASKS.test(text.slice(a.start, a.end)));
  const pairs = lines.slice(1).map((line, i): [Line, Line] => [lines[i] ?? line, line]);
  if (!pairs.some(([a, b]) => runsOn(a, b))) return [];
  return pairs.flatMap(([a, b]) => {
    const word = /^\S+/.exec(text.slice(b.body, b.end))?.[0].length ?? 0;
    // The next word had no room on the line before it.
    const full = a.end - a.start + 1 + word >= width;
    // "Data Center: $4.3bn" is a line of its own, whatever the one above ends in.
    return (full || runsOn(a, b)) && !LABEL.test(text.slice(b.body, b.end))
      ? Array.from({ length: b.body - a.end }, (_, i) => a.end + i)
      : [];
  });
}

/** The text with a space at each of these positions; as long as before. */
export function unwrapped(text: string, wraps: readonly number[]): string {
  if (wraps.length === 0) return text;
  const parts: string[] = [];
  let from = 0;
  for (const at of wraps) {
    parts.push(text.slice(from, at));
    from = at + 1;
  }
  return `${parts.join(' ')} ${text.slice(from)}`;
}
