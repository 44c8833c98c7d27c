import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Announcement } from '../../../../infra/contracts/announcement.ts';
import type { Source } from '../../../../ingest/catalog/load.ts';
import { decodeText } from '../../../../ingest/fetch/charset.ts';
import { makeDocument } from '../../../../ingest/fetch/document.ts';
import type { DocumentFormat } from '../../../../ingest/fetch/format.ts';
import { extract } from '../../../../processors/extract/extract.ts';
import type { ArticleLink } from '../../../../processors/extract/feeds/link.ts';

export const FIXTURES = join(import.meta.dirname, 'fixtures');

const FORMATS: readonly DocumentFormat[] = ['xml', 'json', 'html'];
const FETCHED_AT = '2026-11-01T00:00:00.000Z';

export interface ReadSource {
  readonly links: readonly ArticleLink[];
  readonly announcements: readonly object[];
}

/**
 * What becomes of a source's feed and of the article it names first, on their way through fetch and extract; `rewrite`
 * changes the article before it is read.
 */
export function readFixture(source: Source, rewrite = (text: string) => text): ReadSource {
  const [url] = source.urls;
  const format = FORMATS.find((each) => existsSync(join(FIXTURES, `${source.id}.feed.${each}`)));
  if (url === undefined || format === undefined) {
    throw new Error(`Source ${source.id} has no fixture: write fixtures/${source.id}.feed.xml, .json or .html.`);
  }
  const content = (text: string, finalUrl: string, as: DocumentFormat) => ({
    finalUrl,
    status: 200,
    etag: null,
    lastModified: null,
    format: as,
    text,
    isRendered: source.render === 'browser',
  });
  const feed = content(readText(source, `${source.id}.feed.${format}`), url, format);
  const seen = { url, kind: source.kind, fetchedAt: FETCHED_AT, title: null, publishedAt: null };
  const links = extract(makeDocument(source, feed, seen)).articles;
  const [first] = links;
  if (first === undefined) throw new Error(`The feed of ${source.id} gives no link.`);
  const article = makeDocument(
    source,
    content(rewrite(readText(source, `${source.id}.article.html`)), first.url, 'html'),
    {
      url: first.url,
      kind: 'article',
      fetchedAt: FETCHED_AT,
      title: first.title,
      publishedAt: first.published_at,
    },
  );
  return { links, announcements: extract(article).announcements.map(claim) };
}

const readText = (source: Source, name: string): string =>
  decodeText(readFileSync(join(FIXTURES, name)), null, source.lang).text;

/** What an announcement claims, without its provenance and without what it leaves open. */
function claim({ kind, subject, direction, status, cancels, ...more }: Announcement): object {
  const { value_min, value_max, unit, old_value, meter, per, period, as_of, effective } = more;
  const said = {
    kind,
    subject,
    direction,
    value_min,
    value_max,
    unit,
    old_value,
    meter,
    per,
    period,
    as_of,
    effective,
  };
  return Object.fromEntries(
    Object.entries({ ...said, status, ...(cancels ? { cancels } : {}) }).filter(([, value]) => value !== null),
  );
}
