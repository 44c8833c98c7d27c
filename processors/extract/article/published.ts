import type { CheerioAPI } from 'cheerio';
import { dateIn, isoTime } from '../feeds/published.ts';

/** Names under which sites keep the publication date in a meta element. */
const META = new Set(
  'article:published_time og:published_time og:article:published_time datepublished publishdate publish-date publish_date publicationdate pubdate pub_date dc.date dc.date.issued dcterms.created dcterms.issued date sailthru.date article.published parsely-pub-date weibo:article:create_at'.split(
    ' ',
  ),
);

/**
 * When an article was published by its own page: metadata, a time element, then the date line under its headline. The date of
 * a related story never counts: lists, sidebars and footers are passed over.
 */
export function publishedIn($: CheerioAPI, lang: string | null): string | null {
  for (const element of $('meta[content]').toArray()) {
    const meta = $(element);
    const name = meta.attr('property') ?? meta.attr('name') ?? meta.attr('itemprop') ?? '';
    if (!META.has(name.toLowerCase())) continue;
    const time = isoTime(meta.attr('content'), lang);
    if (time !== null) return time;
  }
  const marked = $('[itemprop="datePublished"], article time[datetime], main time[datetime], time[datetime]').not(
    'aside *, nav *, footer *',
  );
  const time = isoTime(marked.first().attr('datetime') ?? marked.first().attr('content'), lang);
  return time ?? dateLine($, lang);
}

/** A short line with a full date in it: "发布时间：2026-05-20 10:30 来源：…", "By A. Writer | May 20, 2026". */
function dateLine($: CheerioAPI, lang: string | null): string | null {
  const LONGEST = 120;
  const lines = $(
    '[class*=date i], [class*=time i], [class*=publish i], [class*=source i], [class*=info i], [class*=meta i], [class*=byline i], [id*=date i], [id*=time i], [id*=source i]',
  ).not('aside *, nav *, footer *, header nav *, li *, script, style');
  for (const element of lines.toArray()) {
    const text = $(element).text().replaceAll(/\s+/g, ' ').trim();
    if (text === '' || text.length > LONGEST) continue;
    const found = dateIn(text, lang);
    if (found !== null) return found;
  }
  return null;
}
