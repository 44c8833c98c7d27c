import { alignedRows } from './aligned.ts';
import { matches } from './text.ts';

/** One line of an article, with its markup set aside. Offsets are into the document's text, `end` exclusive. */
export interface Block {
  readonly kind: 'heading' | 'bullet' | 'row' | 'paragraph';
  readonly start: number;
  readonly end: number;
  /** Heading depth (1 to 6) or bullet indentation in characters. */
  readonly level: number;
}

const LINE = /[^\n]+/g;
const MARKER =
  /^[ >]*(?:(#{1,6}) +|([-*+•·・･‧∙●▪◦‣○■◆►➤✦]|\d{1,2}[.)、](?!\d)|[(]\d{1,2}[)]|\d\ufe0f?\u20e3|[①-⑳]|[(]?[一二三四五六七八九十]{1,3}(?:[)、]|[.] ?(?=[\u4e00-\u9fff]))) ?)?/;
const ENDS_SENTENCE = /[.!?。！？；;,，](?:["')\]」』*]*)$/;
/** A line that ends in two figures with more than a space between them. */
const ALIGNED = / {2,}[$¥€]?\d[^ \n]* {2,}[$¥€]?\d[^ \n]* *(?:\n|$)/;
/** What a line that is part of a text ends in, and a heading does not. */
const STOPS = /[.!?。！？；;,，:：](?:["')\]」』*]*)$/;
const SEPARATOR_ROW = /^[\s|:+-]+$/;

/**
 * Lines of the folded text: headings (marked, short without a stop, or ending in a colon), bullets, table rows
 * (Markdown or tab-separated) and paragraphs. The separator line of a Markdown table is dropped.
 */
export function splitBlocks(text: string): Block[] {
  const blocks: Block[] = [];
  const lines = matches(LINE, text);
  const aligned = text.includes('  ') && ALIGNED.test(text) ? alignedRows(lines.map((match) => match[0])) : null;
  for (const [index, match] of lines.entries()) {
    const line = match[0];
    const marker = MARKER.exec(line);
    const lead = marker?.[0].length ?? 0;
    const start = match.index + lead;
    const end = match.index + line.trimEnd().length;
    if (end <= start) continue;
    const body = line.slice(lead).trimEnd();
    const told = isRow(line.trim()) ? proseOf(line) : null;
    if (told !== null) {
      for (const cell of told)
        blocks.push({ kind: 'paragraph', start: match.index + cell.start, end: match.index + cell.end, level: 0 });
    } else if (aligned?.has(index)) {
      blocks.push({ kind: 'row', start: match.index, end, level: 0 });
    } else if (isRow(line.trim())) {
      if (!SEPARATOR_ROW.test(line)) blocks.push({ kind: 'row', start: match.index, end, level: 0 });
    } else if (isItem(line) && (isItem(lines[index - 1]?.[0]) || isItem(lines[index + 1]?.[0]))) {
      blocks.push({ kind: 'bullet', start, end, level: line.search(/[^ ]/) });
    } else if (marker?.[1]) {
      blocks.push({ kind: 'heading', start, end, level: marker[1].length });
    } else if (marker?.[2] && !(/[一二三四五六七八九十]/.test(marker[2]) && looksLikeHeading(body))) {
      blocks.push({ kind: 'bullet', start, end, level: line.search(/[^ ]/) });
    } else if (looksLikeHeading(body)) {
      blocks.push({ kind: 'heading', start, end, level: 6 });
    } else {
      blocks.push({ kind: 'paragraph', start, end, level: 0 });
    }
  }
  return blocks;
}

/** The cells of a row that tells something in sentences; null where none of them does. */
function proseOf(line: string): { start: number; end: number }[] | null {
  if (line.length < 120 || !SENTENCES.test(line)) return null;
  const cells = [...line.matchAll(/[^|]*[^|\s]/g)].map((cell) => ({
    start: cell.index + (cell[0].length - cell[0].trimStart().length),
    end: cell.index + cell[0].length,
  }));
  return cells.some(({ start, end }) => end - start >= 100 && SENTENCES.test(line.slice(start, end))) ? cells : null;
}
/** A stop with another sentence behind it. */
const SENTENCES = /[a-z\d)%]{2}[.!?] +["(]?[a-z][^|]{20}|[。！？；][^|]{10}/;

/** "FY2027  $32 billion", "Amazon: $200B": a period or a name and its figure on a line of their own, as a list without marks has them. */
const isItem = (line: string | undefined): boolean =>
  line !== undefined && line.length < 80 && (DATED.test(line) || NAMED.test(line));
const NAMED =
  /^ *[a-z][\w .&'’()/+-]{1,36}(?:: ?| [–—] )(?:~|≈|about |around |over |up to |more than |nearly )?(?:[$€£¥]|us\$|rmb )?\d[^.!?;]{0,40}(?:\.\d[^.!?;]{0,30}){0,3}$/;
const DATED =
  /^ *(?:fy ?|cy ?|fiscal )?(?:(?:q[1-4]|h[12]|[1-4]q)[ -]?|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? )?(?:fy ?)?20\d\d(?:-\d\d)?(?: ?(?:q[1-4]|h[12]|e|f))?(?: ?[:：–—-] ?|\t| {2,}| (?=[$€£¥]))(?:~|about |around |over |up to |[$€£¥]|us\$|rmb )*\d/;

const isRow = (line: string): boolean => {
  const first = line.indexOf('|');
  return first >= 0 && (first === 0 || (line.indexOf('|', first + 1) > first && !ITEM.test(line)));
};
/** "• $1.96/hr per GPU | 8 × H200 | 2 TB RAM": an item, whatever keeps its parts apart. */
const ITEM = /^(?:[•●▪◦‣■◆►➤✦]|\p{Extended_Pictographic}\ufe0f?) ?/u;

const looksLikeHeading = (line: string): boolean =>
  line.length <= 90 && (/[:：]$/.test(line) || (!ENDS_SENTENCE.test(line) && !/\d/.test(line)));

/** True where a block ends in a stop, a comma or a colon, as no headline does. */
export const endsInStop = (text: string, { end }: Pick<Block, 'end'>): boolean => STOPS.test(text.slice(end - 3, end));
