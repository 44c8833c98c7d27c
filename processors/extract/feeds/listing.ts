import { type Cheerio, type CheerioAPI, load } from 'cheerio';
import type { Element } from 'domhandler';
import type { Document } from '../../../infra/contracts/document.ts';
import { plainText } from '../article/plain-text.ts';
import { readJsonList } from './json-list.ts';
import { type ArticleLink, canonicalUrl } from './link.ts';
import { dateIn, isoTime } from './published.ts';

/** A headline says something; "More", "Next" and menu entries do not. In Chinese a few characters suffice. */
const SHORTEST_HEADLINE = { latin: 18, han: 8 };
/** How far up the entry around a link is looked for. */
const HIGHEST_ENTRY = 6;

/**
 * Articles of an HTML page that lists them: links of the same site that read like headlines, or that the source follows;
 * where it has none, those in the data it carries for its scripts.
 */
export function readListing(document: Document): ArticleLink[] {
  const $ = load(document.body);
  const data = $('script[type="application/json"]')
    .toArray()
    .map((element) => $(element).text());
  const links = readLinks($, document);
  return links.length > 0 ? links : data.flatMap((text) => readJsonList(parsed(text), document));
}

function readLinks($: CheerioAPI, document: Document): ArticleLink[] {
  $('nav, aside, script, style, body > header, body > footer, header:has(nav), footer:has(nav)').remove();
  $('header, footer').not('article *, li *, main *').remove();
  const host = new URL(document.final_url).hostname;
  const follow = document.hints.follow === undefined ? null : new RegExp(document.hints.follow);
  const articleOf = (element: Element): string | null => {
    const url = canonicalUrl($(element).attr('href') ?? '', document.final_url);
    if (url === null || new URL(url).hostname !== host) return null;
    if (follow !== null) return follow.test(url) ? url : null;
    return isHeadline(textOf($(element))) || $(element).find('h1, h2, h3, h4').length > 0 ? url : null;
  };
  const scope = document.hints.scope === undefined ? $('body') : $(document.hints.scope);
  return scope
    .find('a[href]')
    .toArray()
    .flatMap((element) => {
      const url = articleOf(element);
      if (url === null) return [];
      const entry = entryOf($, element, url, articleOf);
      const title = titleOf($(element), entry, follow !== null);
      if (title === null && follow === null) return [];
      const time = entry.find('time[datetime]').first().attr('datetime');
      return [
        { url, title, published_at: isoTime(time, document.lang) ?? dateIn(spacedText($, entry), document.lang) },
      ];
    });
}

/** The largest surrounding that speaks of this article alone. */
function entryOf(
  $: CheerioAPI,
  link: Element,
  url: string,
  articleOf: (element: Element) => string | null,
): Cheerio<Element> {
  let entry = $(link);
  for (let level = 0; level < HIGHEST_ENTRY; level++) {
    const parent = entry.parent();
    if (parent.length === 0 || parent.is('body, main')) break;
    const others = parent
      .find('a[href]')
      .toArray()
      .some((element) => (articleOf(element) ?? url) !== url);
    if (others) break;
    entry = parent;
  }
  return entry;
}

/**
 * What the entry calls itself: a heading or an element named as its title, whole where it is shown cut short; else a line
 * of the link that reads like a headline. Where the address says that it is an article, a heading may be short ("Tokyo").
 */
function titleOf(link: Cheerio<Element>, entry: Cheerio<Element>, isArticle: boolean): string | null {
  const whole = link.attr('title')?.trim() ?? '';
  const named = [link, entry].map((part) => textOf(part.find(NAMED_TITLE).first())).filter((text) => text !== '');
  const lines = plainText(link.html() ?? '')
    .split('\n')
    .map((line) => line.replace(/^(?:#+|-) /, ''));
  const found = isArticle
    ? (named[0] ?? lines.find((line) => isHeadline(line) && dateIn(line, null) === null))
    : [...named, ...lines.filter((line) => dateIn(line, null) === null)].find(isHeadline);
  if (found === undefined) return isHeadline(whole) ? whole : null;
  return whole !== '' && /(?:…|\.\.\.)$/.test(found) ? whole : found;
}

const NAMED_TITLE = 'h1, h2, h3, h4, h5, [class*="title" i], [class*="headline" i]';

/** Articles of a sitemap, newest first. */
export function readSitemap(document: Document): ArticleLink[] {
  const $ = load(document.body, { xml: true });
  const links = $('url')
    .toArray()
    .flatMap((element): ArticleLink[] => {
      const url = canonicalUrl($(element).children('loc').text(), document.final_url);
      if (url === null) return [];
      const title = $(element).find('news\\:title').text().trim();
      const date = $(element).find('news\\:publication_date').text() || $(element).children('lastmod').text();
      return [{ url, title: title === '' ? null : title, published_at: isoTime(date, document.lang) }];
    });
  return links.toSorted((a, b) => (b.published_at ?? '').localeCompare(a.published_at ?? ''));
}

const textOf = (part: Cheerio<Element>): string => part.text().replaceAll(/\s+/g, ' ').trim();

/** Text with a gap between elements, so that a date does not run into its neighbour. */
function spacedText($: CheerioAPI, entry: Cheerio<Element>): string {
  const parts = [
    entry,
    ...entry
      .find('*')
      .toArray()
      .map((element) => $(element)),
  ];
  return parts
    .flatMap((part) => part.contents().toArray())
    .flatMap((node) => (node.type === 'text' ? [node.data.trim()] : []))
    .join('\n');
}

function isHeadline(text: string): boolean {
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  return han > 0 ? han >= SHORTEST_HEADLINE.han : text.length >= SHORTEST_HEADLINE.latin;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
