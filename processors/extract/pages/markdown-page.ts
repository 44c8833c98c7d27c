import { fromAsciidoc } from './asciidoc.ts';
import { withBarredCells } from './barred-cells.ts';
import { withoutBreaks } from './broken-sentences.ts';
import { BlockBuilder } from './builder.ts';
import { withoutCalculatedSums } from './calculated-sums.ts';
import { withDashedColumns } from './dashed-columns.ts';
import { withoutLeaders } from './dot-leaders.ts';
import { withoutGluedLeads } from './glued-leads.ts';
import { htmlFragment } from './html-page.ts';
import { markdownLines } from './markdown-inline.ts';
import { tableAt } from './markdown-tables.ts';
import { boldTitles } from './markdown-titles.ts';
import { programAt } from './mdx.ts';
import type { PageModel } from './model.ts';
import { planCards } from './plan-cards.ts';
import { fromRestructuredText } from './restructured-text.ts';
import { withRowsOverLines } from './rows-over-lines.ts';
import { withoutBorders } from './ruled-tables.ts';
import { withWholeRows } from './stepped-rows.ts';
import { withoutBraces } from './texts-in-braces.ts';
import { titlesOverTables } from './titles-over-tables.ts';
import { withWideRows } from './wide-rows.ts';
import { withoutWraps } from './wrapped-lines.ts';
import { withoutDoubleBars } from './yfm-tables.ts';

/** A Markdown or plain text page as blocks: pipe tables, tables set with tabs, HTML tables and tabs of MDX, headings, lines. */
export function markdownPage(source: string): PageModel {
  const builder = new BlockBuilder();
  const plain = withoutDoubleBars(withoutLeaders(source.replaceAll('\r\n', '\n')));
  const marked = withDashedColumns(fromRestructuredText(fromAsciidoc(plain)));
  const given = withoutCalculatedSums(withBarredCells(withRowsOverLines(withWholeRows(withWideRows(marked)))));
  const text = withoutGluedLeads(withoutBreaks(withoutWraps(withoutBorders(withoutBraces(given)))));
  const lines = text.split('\n');
  const starts = startsOf(lines);
  let title: string | null = null;
  let index = 0;
  if (/^---\s*$/.test(lines[0] ?? '')) {
    const end = lines.findIndex((line, position) => position > 0 && /^---\s*$/.test(line));
    if (end > 0 && areFields(lines.slice(1, end))) {
      title =
        lines
          .slice(1, end)
          .map((line) => /^title\s*:\s*["']?(.*?)["']?\s*$/.exec(line)?.[1])
          .find((one) => one !== undefined) ?? null;
      index = end + 1;
    }
  }
  const titles = boldTitles(lines);
  const overTables = titlesOverTables(lines);
  const cards = planCards(lines);
  let item = 0;
  let card: { id: number; end: number } | null = null;
  let inProgram = false;
  while (index < lines.length) {
    const line = lines[index] ?? '';
    const fence = FENCE.exec(line);
    if (fence !== null) inProgram = !inProgram && PROGRAM.test(fence[1] ?? '');
    // A comment of a program looks like a heading.
    if (inProgram && /^\s*#/.test(line)) {
      index++;
      continue;
    }
    const heading = /^\s{0,3}(?:[-*+]\s+)?(#{1,6})\s+(.*?)\s*#*\s*$/.exec(line);
    const table = tableAt(lines, index);
    const bold = titles.get(index);
    const program = /^\s*(?:<[A-Z]|export\s)/.test(line) ? programAt(text, starts[index] ?? 0, builder) : null;
    const under = underlineOf(lines, index);
    const cardEnd = cards.get(index);
    if (cardEnd !== undefined) card = { id: -++item, end: cardEnd };
    else if (card !== null && index >= card.end) card = null;
    const path = card === null ? [] : [card.id];
    if (cardEnd !== undefined || overTables.has(index)) builder.heading(6, markdownLines(line).join(' '), path);
    else if (heading !== null) {
      const text = markdownLines(heading[2] ?? '')
        .join(' ')
        .replace(/\s*\{#.*\}$/, '');
      builder.heading(heading[1]?.length ?? 1, text, []);
      title ??= text;
    } else if (bold !== undefined) {
      builder.heading(6, markdownLines(bold.title).join(' '), []);
      for (const text of markdownLines(bold.rest)) builder.line(text, []);
    } else if (/^\s*<!--/.test(line)) {
      while (index < lines.length && !/-->/.test(lines[index] ?? '')) index++;
    } else if (program !== null) {
      while (index < lines.length && (starts[index] ?? 0) < program) index++;
      continue;
    } else if (table !== null) {
      builder.table(table.grid, []);
      index = table.next;
      continue;
    } else if (/<(?:table|div|dl|section|details)\b/i.test(line) && !/^\s*\|/.test(line)) {
      const end = wrapperEnd(lines, index) ?? fragmentEnd(lines, index);
      htmlFragment(lines.slice(index, end + 1).join('\n'), builder);
      index = end + 1;
      continue;
    } else if (/^\s*(?:<\/?(?:Tab|TabItem|TabPanel|Accordion|Expandable)|\{% (?:end)?tab)\b/.test(line)) {
      tab(line, builder);
    } else if (CARD.test(line)) {
      builder.heading(6, CARD.exec(line)?.[1] ?? '', []);
    } else if (under !== null) {
      builder.heading(under.level, markdownLines(line).join(' '), []);
      index = under.at;
    } else if (!/^\s*(?:```|:::|import |export |---+\s*$|\*\*\*+\s*$)/.test(line) && !TEMPLATE_TAG.test(line)) {
      const listed = /^\s*(?:[-*+]|\d+[.)])\s+(.*)$/.exec(line);
      const inside = listed === null ? path : [...path, -++item];
      for (const text of markdownLines(listed?.[1] ?? line.replace(/^\s*>\s?/, ''))) builder.line(text, inside);
    }
    index++;
  }
  return builder.done(title);
}

/** True for the fields that stand over a page between two rules; a page may begin with a rule, too. */
const areFields = (lines: readonly string[]): boolean =>
  /^(?:$|["']?[\w.-]+["']?\s*:(?:\s|$))/.test(lines.find((line) => !/^\s*(?:#.*)?$/.test(line)) ?? '');

const FENCE = /^\s*(?:```+|~~~+)\s*([\w+-]*)/;
const PROGRAM =
  /^(?:python|py|bash|sh|shell|zsh|console|curl|ruby|rb|perl|r|ya?ml|toml|ini|env|dockerfile|makefile|elixir|julia|hcl|terraform|nginx|powershell)\d?$/i;

/** The line of "===" or "---" under a title; some converters leave a blank line between. Null where a line has none. */
function underlineOf(lines: readonly string[], index: number): { level: number; at: number } | null {
  const line = lines[index] ?? '';
  if (line.trim() === '' || /^\s*(?:[-*+]\s|[|>]|\d+\.|[-=]+\s*$)/.test(line)) return null;
  const next = lines[index + 1] ?? '';
  if (/^\s{0,3}(?:=+|-{3,})\s*$/.test(next)) return { level: next.includes('=') ? 1 : 2, at: index + 1 };
  return next.trim() === '' && /^={4,}\s*$/.test(lines[index + 2] ?? '') ? { level: 1, at: index + 2 } : null;
}

/** Where each line begins in the text. */
function startsOf(lines: readonly string[]): number[] {
  let at = 0;
  return lines.map((line) => {
    const start = at;
    at += line.length + 1;
    return start;
  });
}

const OUTER = /<(table|div|dl|section|details)\b/i;

/** How many of the tags are open at the end of a line more than at its beginning. */
const opened = (line: string, tag: string): number =>
  (line.match(new RegExp(`<${tag}\\b`, 'gi'))?.length ?? 0) - (line.match(new RegExp(`</${tag}>`, 'gi'))?.length ?? 0);

/** The last line of an HTML fragment: where as many of its outer tags are closed as were opened. */
function fragmentEnd(lines: readonly string[], start: number): number {
  const tag = OUTER.exec(lines[start] ?? '')?.[1] ?? 'div';
  let depth = 0;
  for (let index = start; index < lines.length; index++) {
    depth += opened(lines[index] ?? '', tag);
    if (depth <= 0) return index;
  }
  return lines.length - 1;
}

/** What HTML never writes behind a blank line: a row set with bars, a heading, an item of a list, a component. */
const MARKED = /^\s{0,3}(?:\||#{1,6}\s|[-*+]\s|\d+[.)]\s|<[A-Z]\w*[\s>])/;
/** How far into an element its first line of Markdown is looked for. */
const FARTHEST = 200;

/**
 * The last line of HTML before what its element holds is Markdown: `<div id="prices">`, a blank line, a table set with bars. Null where
 * it holds HTML alone. By CommonMark any blank line ends a block of HTML, but converters leave blank lines in plain HTML too.
 */
function wrapperEnd(lines: readonly string[], start: number): number | null {
  const tag = OUTER.exec(lines[start] ?? '')?.[1] ?? 'div';
  if (/table|dl/i.test(tag)) return null;
  let depth = 0;
  let blank: number | null = null;
  for (let index = start; index < Math.min(lines.length, start + FARTHEST); index++) {
    const line = lines[index] ?? '';
    depth += opened(line, tag);
    if (depth <= 0) return null;
    if (line.trim() === '') blank ??= index;
    else if (blank !== null && (lines[index - 1] ?? '').trim() === '' && MARKED.test(line)) return blank - 1;
  }
  return null;
}

/** A component that opens under a title: a card, a step, a section of its own. */
const CARD = /^\s*<[A-Z]\w*\s(?:[^<>]*\s)?title=["']([^"']{1,80})["'][^<>]*(?<!\/)>\s*$/;

/** "{% hint style="info" %}", "{{< callout >}}": a line that is for a template. */
const TEMPLATE_TAG = /^\s*(?:\{%.*%\}|\{\{[<%].*[>%]\}\})\s*$/;

function tab(line: string, builder: BlockBuilder): void {
  const [label] = ['label', 'title', 'header', 'name', 'value'].flatMap(
    (key) => new RegExp(`\\s${key}=["'{]+([^"'}]+)`).exec(line)?.[1] ?? [],
  );
  if (/^\s*(?:<\/|\{% end)/.test(line)) builder.closeTab();
  else if (label !== undefined && !/\/>\s*$/.test(line)) builder.openTab(label);
}
