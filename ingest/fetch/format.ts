import type { z } from 'zod';
import type { documentFormat } from '../../infra/contracts/document.ts';
import { FetchFailure } from './failure.ts';

export type DocumentFormat = z.output<typeof documentFormat>;

/** What the content is, by what it looks like; headers and addresses only break ties. Throws where it is no text or broken JSON. */
export function sniffFormat(text: string, contentType: string | null, url: string): DocumentFormat {
  const type = contentType?.split(';')[0]?.trim().toLowerCase() ?? '';
  const path = pathOf(url);
  if (text.startsWith('%PDF-')) throw new FetchFailure('content', `${url} is a PDF, which is not read`);
  if (/^(image|audio|video|font)\//.test(type) || text.slice(0, 1024).includes('\0')) {
    throw new FetchFailure('content', `${url} is no text (${type || 'no content type'})`);
  }
  const start = text.slice(0, 2048).trimStart();
  const saysJson = /[/+]json$/.test(type) || /\.json$/.test(path);
  if (saysJson || /^[[{]/.test(start)) {
    const error = jsonError(text);
    if (error === null) return 'json';
    if (saysJson && !start.startsWith('<')) throw new FetchFailure('content', `${url} is no valid JSON: ${error}`);
  }
  if (/^<\?xml/i.test(start) || /^<(rss|feed|rdf:RDF|urlset|sitemapindex|gesmes:)/i.test(start)) {
    return /<html[\s>]/i.test(start) ? 'html' : 'xml';
  }
  if (/^<(!doctype html|html|head|body|!--|meta|title|div|table)/i.test(start)) return 'html';
  if (/markdown/.test(type) || /\.(md|mdx|markdown)$/.test(path)) return 'md';
  if (/xml$/.test(type)) return 'xml';
  if (/html/.test(type)) return 'html';
  return looksLikeMarkdown(start) ? 'md' : 'text';
}

function jsonError(text: string): string | null {
  try {
    JSON.parse(text);
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function looksLikeMarkdown(start: string): boolean {
  return /^#{1,6} \S/m.test(start) || /^\|?\s*:?-{3,}:?\s*\|/m.test(start);
}

function pathOf(url: string): string {
  try {
    return new URL(url).pathname.toLowerCase();
  } catch {
    return '';
  }
}
