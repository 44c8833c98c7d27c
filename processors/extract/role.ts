import { CONTRACT_VERSION } from '../../infra/contracts/common.ts';
import type { Document } from '../../infra/contracts/document.ts';
import { fetchJobId } from '../../infra/contracts/ids.ts';
import { announcementKey } from '../../infra/contracts/market.ts';
import type { EventLog } from '../../infra/log/port.ts';
import { type Output, runStage, type Stage } from '../../infra/log/stage.ts';
import type { StageObserver } from '../../infra/log/stage-status.ts';
import type { Logger } from '../../infra/telemetry/logger.ts';
import { type Extraction, extract } from './extract.ts';

/** Documents become readings, announcements and fetch jobs for the articles they point to. */
export function runExtract(options: {
  readonly log: EventLog;
  readonly logger: Logger;
  readonly observer: StageObserver;
}): Promise<Stage> {
  return runStage(options.log, {
    observer: options.observer,
    name: 'extract',
    topics: ['documents'],
    handle: async (records) =>
      records.flatMap(({ value: source }) => {
        const found = extract(source);
        for (const problem of found.problems)
          options.logger.warn({ source: source.source_id, url: source.url }, problem);
        return outputs(source, found);
      }),
  });
}

function outputs(source: Document, found: Extraction): Output[] {
  const made: Output[] = [];
  if (found.reading !== null) made.push({ topic: 'prices', key: source.source_id, value: found.reading });
  for (const announcement of found.announcements) {
    made.push({ topic: 'announcements', key: announcementKey(announcement), value: announcement });
  }
  for (const article of found.articles) {
    made.push({
      topic: 'fetch_jobs',
      key: new URL(article.url).host,
      value: {
        version: CONTRACT_VERSION,
        job_id: fetchJobId(source.source_id, article.url, 'article'),
        source_id: source.source_id,
        url: article.url,
        kind: 'article',
        reason: 'article',
        scheduled_at: source.fetched_at,
        title: article.title,
        published_at: article.published_at,
      },
    });
  }
  return made;
}
