import { BlockBuilder } from './builder.ts';
import { resolveSpans } from './grid.ts';
import { htmlFragment } from './html-page.ts';
import { markdownLines } from './markdown-inline.ts';
import type { PageModel } from './model.ts';

const RULE = /^\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?\s*$/;

/** A Markdown or plain text page as blocks: pipe tables, tables set with tabs, HTML tables and tabs of MDX, headings, lines. */
export function markdownPage(source: string): PageModel {
  const builder = new BlockBuilder();
  const lines = source.replaceAll('\r\n', '\n').split('\n');
  let title: string | null = null;
  let index = 0;
  if (/^---\s*$/.test(lines[0] ?? '')) {
    const end = lines.findIndex((line, position) => position > 0 && /^---\s*$/.test(line));
    if (end > 0) {
      title =
        lines
          .slice(1, end)
          .map((line) => /^title\s*:\s*["']?(.*?)["']?\s*$/.exec(line)?.[1])
          .find((one) => one !== undefined) ?? null;
      index = end + 1;
    }
  }
  let item = 0;
  while (index < lines.length) {
    const line = lines[index] ?? '';
    const heading = /^\s{0,3}(#{1,6})\s+(.*?)\s*#*\s*$/.exec(line);
    const under = /^\s{0,3}(=+|-{3,})\s*$/.exec(lines[index + 1] ?? '');
    if (heading !== null) {
      const text = markdownLines(heading[2] ?? '')
        .join(' ')
        .replace(/\s*\{#.*\}$/, '');
      builder.heading(heading[1]?.length ?? 1, text, []);
      title ??= text;
    } else if (/^\s*<!--/.test(line)) {
      while (index < lines.length && !/-->/.test(lines[index] ?? '')) index++;
    } else if (line.includes('|') && ruleAfter(lines, index) !== null) {
      index = pipeTable(lines, index, builder);
      continue;
    } else if (/<(?:table|div|dl|section|details)\b/i.test(line) && !/^\s*\|/.test(line)) {
      const end = fragmentEnd(lines, index);
      htmlFragment(lines.slice(index, end + 1).join('\n'), builder);
      index = end + 1;
      continue;
    } else if (/^\s*<\/?(?:Tab|TabItem|TabPanel|Accordion|Expandable)\b/.test(line)) {
      tab(line, builder);
    } else if (line.includes('\t') && (lines[index + 1] ?? '').includes('\t')) {
      index = tabTable(lines, index, builder);
      continue;
    } else if (under !== null && line.trim() !== '' && !/^\s*(?:[-*+|>]|\d+\.)/.test(line)) {
      builder.heading(under[1]?.startsWith('=') ? 1 : 2, markdownLines(line).join(' '), []);
      index++;
    } else if (!/^\s*(?:```|:::|import |export |---+\s*$|\*\*\*+\s*$)/.test(line)) {
      const listed = /^\s*(?:[-*+]|\d+[.)])\s+(.*)$/.exec(line);
      const path = listed === null ? [] : [-++item];
      for (const text of markdownLines(listed?.[1] ?? line.replace(/^\s*>\s?/, ''))) builder.line(text, path);
    }
    index++;
  }
  return builder.done(title);
}

/** Cells of a pipe row; escaped pipes stay in their cell. */
function pipeCells(line: string): string[] {
  const bare = line
    .trim()
    .replace(/^\|/, '')
    .replace(/(?<!\\)\|$/, '');
  return bare.split(/(?<!\\)\|/).map((cell) => cell.replaceAll('\\|', '|').trim());
}

/** How many lines a row may be broken over. */
const LONGEST_ROW = 5;

/** Where the rule under a header stands that begins at `at`: a converter may have broken the header over lines. Null where none is. */
function ruleAfter(lines: readonly string[], at: number): number | null {
  if (RULE.test(lines[at + 1] ?? '')) return at + 1;
  if (!/^\s*\|/.test(lines[at] ?? '')) return null;
  for (let next = at + 1; next < at + LONGEST_ROW; next++) {
    const line = lines[next] ?? '';
    if (RULE.test(line)) return line.includes('|') ? next : null;
    if (line.trim() !== '' && !/\|\s*$/.test(line)) return null;
  }
  return null;
}

function pipeTable(lines: readonly string[], start: number, builder: BlockBuilder): number {
  const cell = (text: string, header: boolean) => ({ lines: markdownLines(text), header, colspan: 1, rowspan: 1 });
  const rule = ruleAfter(lines, start) ?? start + 1;
  const header = pipeCells(lines.slice(start, rule).join(' '));
  const blank = header.every((text) => text === '');
  const rows = blank ? [] : [header.map((text) => cell(text, true))];
  let index = rule + 1;
  while (index < lines.length && (lines[index] ?? '').includes('|')) {
    const next = rowEnd(lines, index, header.length);
    const row = lines.slice(index, next).join(' ');
    if (!RULE.test(row)) rows.push(pipeCells(row).map((text) => cell(text, false)));
    index = next;
  }
  builder.table({ rows: resolveSpans(rows), caption: null }, []);
  return index;
}

/** One past the last line of a row: what is opened with a bar and lacks cells may go on below, past blank lines. */
function rowEnd(lines: readonly string[], start: number, width: number): number {
  const line = lines[start] ?? '';
  if (!/^\s*\|/.test(line) || /\|\s*$/.test(line) || pipeCells(line).length >= width) return start + 1;
  for (let next = start + 1; next < start + LONGEST_ROW; next++) {
    const more = lines[next] ?? '';
    if (/\|\s*$/.test(more)) {
      const whole = pipeCells(lines.slice(start, next + 1).join(' '));
      return whole.length <= width ? next + 1 : start + 1;
    }
    if (more.includes('|')) break;
  }
  return start + 1;
}

/** Rows of one line each, their cells set apart by tabs: what a browser's text copy of a table looks like. */
function tabTable(lines: readonly string[], start: number, builder: BlockBuilder): number {
  let index = start;
  const rows: string[][] = [];
  for (; index < lines.length && (lines[index] ?? '').includes('\t'); index++)
    rows.push((lines[index] ?? '').split('\t'));
  builder.table(
    {
      rows: resolveSpans(
        rows.map((row) => row.map((text) => ({ lines: markdownLines(text), header: false, colspan: 1, rowspan: 1 }))),
      ),
      caption: null,
    },
    [],
  );
  return index;
}

/** The last line of an HTML fragment: where as many of its outer tags are closed as were opened. */
function fragmentEnd(lines: readonly string[], start: number): number {
  const tag = /<(table|div|dl|section|details)\b/i.exec(lines[start] ?? '')?.[1] ?? 'div';
  const open = new RegExp(`<${tag}\\b`, 'gi');
  const close = new RegExp(`</${tag}>`, 'gi');
  let depth = 0;
  for (let index = start; index < lines.length; index++) {
    depth += (lines[index]?.match(open)?.length ?? 0) - (lines[index]?.match(close)?.length ?? 0);
    if (depth <= 0) return index;
  }
  return lines.length - 1;
}

function tab(line: string, builder: BlockBuilder): void {
  const label = /\b(?:label|title|header|value)=["'{]+([^"'}]+)/.exec(line)?.[1];
  if (/^\s*<\//.test(line)) builder.closeTab();
  else if (label !== undefined && !/\/>\s*$/.test(line)) builder.openTab(label);
}
