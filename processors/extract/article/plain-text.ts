import { load } from 'cheerio';
import { type AnyNode, hasChildren, isTag, isText } from 'domhandler';

const BLOCKS = new Set(
  'address article aside blockquote dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);
const SILENT = new Set(['script', 'style', 'noscript', 'template', 'svg', 'iframe', 'button', 'select']);

/**
 * HTML as the text a reader sees: a line per block, "- " before list entries, "# " before headings and table rows as
 * "| a | b |", so that what a table or list says keeps its shape.
 */
export function plainText(html: string): string {
  const $ = load(html, undefined, false);
  const lines: string[] = [];
  let line = '';
  const flush = () => {
    const text = line.replaceAll(/[ \t\r\n\u00a0]+/g, ' ').trim();
    if (text !== '' && text !== '-' && !/^#+$/.test(text)) lines.push(text);
    line = '';
  };
  const visit = (node: AnyNode): void => {
    if (isText(node)) {
      line += node.data;
      return;
    }
    if (isTag(node)) {
      const tag = node.name.toLowerCase();
      if (SILENT.has(tag)) return;
      if (tag === 'br') {
        flush();
        return;
      }
      if (tag === 'tr') {
        flush();
        const cells = $(node).children('td, th').toArray();
        const row = cells.map((cell) => $(cell).text().replaceAll(/\s+/g, ' ').trim().replaceAll('|', '/'));
        if (row.some((cell) => cell !== '')) lines.push(`| ${row.join(' | ')} |`);
        return;
      }
      const isBlock = BLOCKS.has(tag);
      if (isBlock) flush();
      if (tag === 'li') line = '- ';
      const heading = /^h([1-6])$/.exec(tag);
      if (heading !== null) line = `${'#'.repeat(Number(heading[1]))} `;
      for (const child of node.children) visit(child);
      if (isBlock) flush();
      return;
    }
    if (hasChildren(node)) for (const child of node.children) visit(child);
  };
  for (const node of $.root().contents().toArray()) visit(node);
  flush();
  return lines.join('\n');
}
