import type { Announcement } from '../../infra/contracts/announcement.ts';
import { CONTRACT_VERSION } from '../../infra/contracts/common.ts';
import type { Document } from '../../infra/contracts/document.ts';
import type { Price, Reading } from '../../infra/contracts/price.ts';
import { readApi } from './apis/read-api.ts';
import { readArticle } from './article/read-article.ts';
import type { ArticleLink } from './feeds/link.ts';
import { readFeed } from './feeds/read-feed.ts';
import { readNews } from './news/read-news.ts';
import { readJson, readPage } from './pages/read-page.ts';

export interface Extraction {
  /** Null where the document is of a kind that has no prices. */
  readonly reading: Reading | null;
  readonly announcements: readonly Announcement[];
  readonly articles: readonly ArticleLink[];
  /** What a person should know: cells that look like prices and could not be read, a shell, a mapping that fits nothing. */
  readonly problems: readonly string[];
}

const NOTHING: Extraction = { reading: null, announcements: [], articles: [], problems: [] };

/** Everything one document says. Pure: the same document gives the same records. */
export function extract(source: Document): Extraction {
  switch (source.kind) {
    case 'feed':
      return { ...NOTHING, articles: readFeed(source) };
    case 'article':
      return { ...NOTHING, announcements: readNews(readArticle(source)) };
    case 'api':
      return prices(
        source,
        source.format === 'json' && source.hints.mapping === undefined ? readJson(source) : readApi(source),
      );
    case 'page':
      return prices(source, source.format === 'json' ? readJson(source) : readPage(source));
  }
}

function prices(source: Document, read: { prices: readonly Price[]; problems: readonly string[] }): Extraction {
  const reading: Reading = {
    version: CONTRACT_VERSION,
    document_id: source.document_id,
    source_id: source.source_id,
    url: source.url,
    authority: source.authority,
    observed_at: source.fetched_at,
    prices: [...read.prices],
    backfill: source.backfill,
  };
  return { ...NOTHING, reading, problems: read.problems };
}
