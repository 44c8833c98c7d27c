import type { Document } from '../../../infra/contracts/document.ts';
import { showsMoney } from './shows-money.ts';

/** A document that stands in JSON as a text. */
export type Held = Pick<Document, 'format' | 'body'>;

/** Shorter texts are remarks. */
const SHORTEST = 80;
const DEEPEST = 20;
const MOST = 20;

const MARKUP = /<(?:table|tr|td|div|p|h[1-6]|ul|li)\b[^>]*>/i;
/** A row of dashes under the header of a table, a heading, a list. */
const MARKDOWN = /^\s*\|?\s*:?-{2,}:?\s*\||^#{1,6} \S|^\s*[-*] \S/m;

/** The pages that an answer of a publishing system holds, as HTML or Markdown, each under the title beside it. */
export function documentsIn(json: string): Held[] {
  const found: Held[] = [];
  const visit = (value: unknown, title: string | null, depth: number) => {
    if (depth > DEEPEST || found.length >= MOST) return;
    if (typeof value === 'string') {
      const held = documentOf(value, title);
      if (held !== null) found.push(held);
    } else if (typeof value === 'object' && value !== null) {
      const own = Object.entries(value).find(([key, text]) => /^title$/i.test(key) && typeof text === 'string')?.[1];
      for (const inner of Object.values(value)) visit(inner, typeof own === 'string' ? own : title, depth + 1);
    }
  };
  try {
    visit(JSON.parse(json), null, 0);
  } catch {
    // What is no JSON holds no documents.
    return [];
  }
  return found;
}

function documentOf(text: string, title: string | null): Held | null {
  if (text.length < SHORTEST || !(showsMoney(text) || /[元$€£¥]|pric|\bcosts?\b|价/i.test(text))) return null;
  const heading = title?.replaceAll(/[<>#\n]/g, ' ').trim() ?? '';
  if (MARKDOWN.test(text) && !/^\s*</.test(text))
    return { format: 'md', body: heading === '' ? text : `# ${heading}\n\n${text}` };
  if (!MARKUP.test(text)) return null;
  return { format: 'html', body: heading === '' ? text : `<h1>${heading}</h1>${text}` };
}
