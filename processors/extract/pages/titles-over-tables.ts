import { showsMoney } from './shows-money.ts';

/** How far below its title a list of prices begins. */
const NEAR = 6;

const TITLE = /^(?=.{2,45}$)\p{Lu}[^\t.!?:;,]*$/u;
const SENTENCE = /^\p{Lu}.{38,}[.!]$/u;
const HEADING = /^\s{0,3}#{1,6}\s/;

/**
 * Titles in a copy that keeps the tabs between the cells of its tables, and has lost what set its headings apart: "Audio models", a sentence about them, and
 * prices close below. By their place; none where there is only one, or a heading of Markdown.
 */
export function titlesOverTables(lines: readonly string[]): ReadonlySet<number> {
  const none: ReadonlySet<number> = new Set();
  if (!lines.some((line) => line.includes('\t')) || lines.some((line) => HEADING.test(line))) return none;
  const filled = lines.flatMap((line, at) => (line.trim() === '' ? [] : [at]));
  const textAt = (place: number): string => lines[filled[place] ?? -1]?.trim() ?? '';
  const titles = filled.filter((_, place) => {
    if (!TITLE.test(textAt(place)) || showsMoney(textAt(place)) || !SENTENCE.test(textAt(place + 1))) return false;
    const below = Array.from({ length: NEAR }, (_unused, step) => textAt(place + 2 + step));
    const next = below.findIndex((text, step) => TITLE.test(text) && SENTENCE.test(below[step + 1] ?? ''));
    return below.slice(0, next < 0 ? NEAR : next).some(showsMoney);
  });
  return titles.length > 1 ? new Set(titles) : none;
}
