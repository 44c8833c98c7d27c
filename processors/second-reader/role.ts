import { announcementKey } from '../../infra/contracts/market.ts';
import type { EventLog } from '../../infra/log/port.ts';
import { runStage, type Stage } from '../../infra/log/stage.ts';
import type { StageObserver } from '../../infra/log/stage-status.ts';
import { readArticle } from '../extract/article/read-article.ts';
import { readNews } from '../extract/news/read-news.ts';
import { acceptClaims, SECOND_READER } from './accept.ts';
import { askEndpoint, type Endpoint } from './endpoint.ts';

/** Articles, read once more by a language model; only what the text bears out becomes an announcement. */
export function runSecondReader(options: {
  readonly log: EventLog;
  readonly endpoint: Endpoint;
  readonly observer?: StageObserver;
}): Promise<Stage> {
  return runStage(options.log, {
    name: SECOND_READER,
    topics: ['documents'],
    // One article, one question, one commit: an answer that was paid for is not asked for again.
    maxRecords: 1,
    ...(options.observer === undefined ? {} : { observer: options.observer }),
    handle: async (records, { signal }) => {
      const found = [];
      for (const { value: source } of records) {
        if (source.kind !== 'article') continue;
        const text = readArticle(source);
        const answers = await askEndpoint(options.endpoint, text.body, signal);
        found.push(...acceptClaims(text, answers, readNews(text)));
      }
      return found.map((value) => ({ topic: 'announcements', key: announcementKey(value), value }) as const);
    },
  });
}
