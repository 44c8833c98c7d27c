import { z } from 'zod';
import type { Document } from '../../../infra/contracts/document.ts';
import { type ArticleLink, canonicalUrl } from './link.ts';
import { isoTime } from './published.ts';

const ADDRESS = /(?:^|_)(?:url|link|href|permalink)$/i;
const CAMEL_ADDRESS = /(?:Url|URL|Link)$/;
const PICTURE = /im(?:g|age)|pic|cover|thumb|logo|avatar|icon|video|author|user/i;
const TITLE = /^(?:title|headline|subject)$/i;
const DATE = /publish|pub_?(?:date|time)|^(?:c|create|created|release|news|show)?_?(?:time|date|at)$|created_?at/i;

/** Epoch seconds between 2001 and 2128; larger numbers are milliseconds. */
const SECONDS = { from: 1e9, to: 5e9 };

/**
 * Articles in the JSON behind a list of news: every object that has an address and a title, wherever it stands. Feeds for
 * programs and the data that pages carry for their scripts have this shape, whatever their fields are called.
 */
export function readJsonList(value: unknown, document: Document): ArticleLink[] {
  if (Array.isArray(value)) return value.flatMap((item) => readJsonList(item, document));
  const object = z.record(z.string(), z.unknown()).safeParse(value);
  if (!object.success) return [];
  const link = linkIn(object.data, document);
  return [
    ...(link === null ? [] : [link]),
    ...Object.values(object.data).flatMap((part) =>
      typeof part === 'object' && part !== null ? readJsonList(part, document) : [],
    ),
  ];
}

function linkIn(object: Readonly<Record<string, unknown>>, document: Document): ArticleLink | null {
  const entries = Object.entries(object);
  const textAt = (isKey: (key: string) => boolean): string[] =>
    entries.flatMap(([key, value]) => (isKey(key) && typeof value === 'string' && value.trim() !== '' ? [value] : []));
  const [title] = textAt((key) => TITLE.test(key));
  const [url] = textAt((key) => (ADDRESS.test(key) || CAMEL_ADDRESS.test(key)) && !PICTURE.test(key)).flatMap(
    (href) => canonicalUrl(href, document.final_url) ?? [],
  );
  if (title === undefined || url === undefined) return null;
  const [time] = entries.flatMap(([key, value]) => (DATE.test(key) ? (timeOf(value, document.lang) ?? []) : []));
  return { url, title: title.replaceAll(/\s+/g, ' ').trim(), published_at: time ?? null };
}

function timeOf(value: unknown, lang: string | null): string | null {
  const number =
    typeof value === 'number' || (typeof value === 'string' && /^\d{10,13}$/.test(value)) ? Number(value) : null;
  if (number === null) return typeof value === 'string' ? isoTime(value, lang) : null;
  if (!Number.isFinite(number) || number < SECONDS.from) return null;
  return new Date(number < SECONDS.to ? number * 1000 : number).toISOString();
}
