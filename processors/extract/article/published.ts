import type { CheerioAPI } from 'cheerio';
import { dateIn, isoTime } from '../feeds/published.ts';
import { plainText } from './plain-text.ts';

/** Names under which sites keep the publication date in a meta element. */
const META = new Set(
  'article:published_time og:published_time og:article:published_time datepublished publishdate publish-date publish_date publicationdate pubdate pub_date dc.date dc.date.issued dcterms.created dcterms.issued date sailthru.date article.published parsely-pub-date weibo:article:create_at'.split(
    ' ',
  ),
);

/** How many lines above and below the headline may hold the date, and how many of those below as entries of a list. */
const AROUND = { above: 3, below: 8, listed: 2 };
/** Longer lines are prose, where the text begins and its dates are those of events; a Han character takes the room of two. */
const LONGEST_LINE = 100;

/**
 * When an article was published by its own page: metadata, a time element, then the line of the date at its headline.
 * Dates in lists, sidebars and footers are those of other stories.
 */
export function publishedIn($: CheerioAPI, lang: string | null): string | null {
  for (const element of $('meta[content]').toArray()) {
    const meta = $(element);
    const name = meta.attr('property') ?? meta.attr('name') ?? meta.attr('itemprop') ?? '';
    const time = META.has(name.toLowerCase()) ? isoTime(meta.attr('content'), lang) : null;
    if (time !== null) return time;
  }
  const marked = $('article time[datetime], main time[datetime], time[datetime]').not('aside *, nav *, li *').first();
  return isoTime(marked.attr('datetime'), lang) ?? dateLine($, lang);
}

/** A short line with a full date in it: "发布时间：2026-05-20 10:30 来源：…", "By A. Writer | May 20, 2026". */
function dateLine($: CheerioAPI, lang: string | null): string | null {
  const lines = plainText($('body').html() ?? '').split('\n');
  const headline = lines.findIndex((line) => line.startsWith('# '));
  if (headline < 0) return null;
  const below = lines.slice(headline + 1, headline + 1 + AROUND.below);
  const text = below.findIndex(isProse);
  const near = [
    ...(text < 0 ? below : below.slice(0, text)).filter((line, i) => i < AROUND.listed || !isListed(line)),
    ...lines.slice(Math.max(0, headline - AROUND.above), headline).filter((line) => !isListed(line) && !isProse(line)),
  ];
  for (const line of near) {
    const found = dateIn(line, lang);
    if (found !== null) return found;
  }
  return null;
}

const isProse = (line: string): boolean => line.length + (line.match(/\p{Script=Han}/gu)?.length ?? 0) > LONGEST_LINE;
const isListed = (line: string): boolean => line.startsWith('- ');
