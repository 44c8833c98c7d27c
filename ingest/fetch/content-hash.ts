import { createHash } from 'node:crypto';
import type { DocumentFormat } from './format.ts';
import { pageOutline } from './page-outline.ts';

/**
 * SHA-256 of the content, in hex. Two answers that differ only in noise are the same content.
 * Of a page that a browser has rendered, only the text counts: scripts number their elements anew each time.
 */
export function contentHash(text: string, format: DocumentFormat, isRendered = false): string {
  const said = isRendered ? pageOutline(text).visible : withoutNoise(text, format);
  return createHash('sha256').update(said).digest('hex');
}

function withoutNoise(text: string, format: DocumentFormat): string {
  if (format === 'html') return pageWithoutNoise(text);
  return format === 'xml' ? feedWithoutNoise(text) : text;
}

/** Feeds stamp themselves with the time they were asked; what counts is in their items. */
function feedWithoutNoise(xml: string): string {
  const first = xml.search(/<(?:item|entry)[\s>]/);
  if (first === -1) return xml;
  const stamps = /<(lastBuildDate|pubDate|updated|dc:date|ttl|generator)\b[^>]{0,200}>[^<]{0,200}<\/\1>/g;
  return xml.slice(0, first).replace(stamps, '') + xml.slice(first);
}

/** Attributes and fields that a web page fills anew with every answer though nothing has changed. Bounded, to stay linear on any input. */
const NOISE: readonly RegExp[] = [
  /\snonce=("[^"]{0,200}"|'[^']{0,200}'|[^\s>"']{1,200})/gi,
  /<(?:meta|input)\b[^>]{0,200}?\bname=["']?[\w-]{0,40}(?:csrf|xsrf|authenticity|requestverification)[^>]{0,2000}>/gi,
  /\sdata-(?:cfemail|request-id|rid|trace-id|timestamp|server-time)=("[^"]{0,200}"|'[^']{0,200}')/gi,
];

function pageWithoutNoise(html: string): string {
  const plain = cut(html, '<!--', '<!--', '-->');
  const own = cut(plain, '__CF$cv$params', '<script', '</script>');
  return NOISE.reduce((rest, noise) => rest.replace(noise, ''), own);
}

/** Cuts out every piece around `mark`, from the nearest `start` before it to the next `end` after it. */
function cut(text: string, mark: string, start: string, end: string): string {
  const kept: string[] = [];
  let from = 0;
  for (let at = text.indexOf(mark); at !== -1; at = text.indexOf(mark, from)) {
    const first = text.lastIndexOf(start, at);
    const last = text.indexOf(end, at);
    if (first < from || last === -1) break;
    kept.push(text.slice(from, first));
    from = last + end.length;
  }
  kept.push(text.slice(from));
  return kept.join('');
}
