import { load } from 'cheerio';

const SKIPPED: ReadonlySet<string> = new Set(['script', 'style', 'head', 'svg', 'noscript', 'del', 's']);

/** A page as a text copy has it: every run of text on a line of its own, all structure lost. */
export function textCopy(html: string): string {
  const $ = load(html);
  const lines: string[] = [];
  const visit = (node: ReturnType<typeof $.root>[number]['children'][number]): void => {
    if (node.type === 'text') {
      const text = node.data.replaceAll(/\s+/g, ' ').trim();
      if (text !== '') lines.push(text);
    }
    if ('children' in node && !('name' in node && SKIPPED.has(node.name))) node.children.forEach(visit);
  };
  for (const root of $.root()) root.children.forEach(visit);
  return `${lines.join('\n')}\n`;
}
