import { BlockBuilder } from './builder.ts';
import { htmlFragment } from './html-page.ts';
import { markdownLines } from './markdown-inline.ts';
import { tableAt } from './markdown-tables.ts';
import type { PageModel } from './model.ts';

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
    const table = tableAt(lines, index);
    const under = /^\s{0,3}(=+|-{3,})\s*$/.exec(lines[index + 1] ?? '');
    if (heading !== null) {
      const text = markdownLines(heading[2] ?? '')
        .join(' ')
        .replace(/\s*\{#.*\}$/, '');
      builder.heading(heading[1]?.length ?? 1, text, []);
      title ??= text;
    } else if (/^\s*<!--/.test(line)) {
      while (index < lines.length && !/-->/.test(lines[index] ?? '')) index++;
    } else if (table !== null) {
      builder.table(table.grid, []);
      index = table.next;
      continue;
    } else if (/<(?:table|div|dl|section|details)\b/i.test(line) && !/^\s*\|/.test(line)) {
      const end = fragmentEnd(lines, index);
      htmlFragment(lines.slice(index, end + 1).join('\n'), builder);
      index = end + 1;
      continue;
    } else if (/^\s*<\/?(?:Tab|TabItem|TabPanel|Accordion|Expandable)\b/.test(line)) {
      tab(line, builder);
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
