import { load } from 'cheerio';
import { type AnyNode, type Element, hasChildren, isTag, isText } from 'domhandler';
import { isLayout, tableRows } from './table-rows.ts';

const BLOCKS = new Set(
  'address article aside blockquote dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);
/** What is not part of the text; struck out words no longer hold. */
const SILENT = new Set('script style noscript template svg iframe button select del s strike'.split(' '));
/** Soft hyphens and marks without width, which stand inside words and figures. */
const INVISIBLE = /[\u00ad\u200b-\u200d\u2060\ufeff]/g;

/**
 * HTML as the text a reader sees: a line per block, "- " before list entries, "# " before headings and table rows as
 * "| a | b |", so that what a table or list says keeps its shape.
 */
export function plainText(html: string): string {
  const $ = load(html, undefined, false);
  const lines: string[] = [];
  let line = '';
  const flush = () => {
    const text = line
      .replaceAll(INVISIBLE, '')
      .replaceAll(/[ \t\r\n\u00a0]+/g, ' ')
      .trim();
    if (text !== '' && text !== '-' && !/^#+$/.test(text)) lines.push(text);
    line = '';
  };
  const visit = (node: AnyNode): void => {
    if (isText(node)) line += node.data;
    if (isTag(node)) visitTag(node);
    else if (hasChildren(node)) for (const child of node.children) visit(child);
  };
  const visitTag = (node: Element): void => {
    const tag = node.name.toLowerCase();
    if (SILENT.has(tag)) return;
    if (tag === 'br') {
      flush();
      return;
    }
    if (tag === 'sup') {
      line += raised(line, $(node).text());
      return;
    }
    if (tag === 'table' && !isLayout($, $(node))) {
      flush();
      for (const caption of $(node).children('caption').toArray()) visit(caption);
      flush();
      lines.push(...tableRows($, $(node), cellText));
      return;
    }
    const isBlock = BLOCKS.has(tag);
    if (isBlock) flush();
    if (tag === 'li') line = '- ';
    const heading = /^h([1-6])$/.exec(tag);
    if (heading !== null) line = `${'#'.repeat(Number(heading[1]))} `;
    for (const child of node.children) visit(child);
    if (isBlock) flush();
  };
  for (const node of $.root().contents().toArray()) visit(node);
  flush();
  return lines.join('\n');
}

/** A cell on one line; blocks in it stand apart. */
const cellText = (cell: Element): string => runOf(cell, '').replaceAll(INVISIBLE, '');

/** The text of a node that follows `before`. */
function runOf(node: AnyNode, before: string): string {
  if (isText(node)) return node.data;
  if (!hasChildren(node) || (isTag(node) && SILENT.has(node.name))) return '';
  if (isTag(node) && node.name === 'br') return ' ';
  const text = node.children.reduce((run, child) => run + runOf(child, before + run), '');
  if (!isTag(node)) return text;
  if (node.name === 'sup') return raised(before, text);
  return BLOCKS.has(node.name) ? ` ${text} ` : text;
}

/** Raised letters belong to the word (1st), raised figures to a power of ten; else they are the mark of a footnote, not of the figure before. */
function raised(before: string, text: string): string {
  if (/[a-z™®]/i.test(text)) return text;
  const power = /^\s*(\d+)\s*$/.exec(text)?.[1];
  return power !== undefined && /(?:^|[^\d.,])10$/.test(before) ? `^${power}` : '';
}
