import { CONTRACT_VERSION } from '../../infra/contracts/common.ts';
import type { Document } from '../../infra/contracts/document.ts';
import { fetchJobId } from '../../infra/contracts/ids.ts';
import { announcementKey } from '../../infra/contracts/market.ts';
import type { EventLog } from '../../infra/log/port.ts';
import { type Output, runStage, type Stage, type StageContext, type StageRecord } from '../../infra/log/stage.ts';
import type { StageObserver } from '../../infra/log/stage-status.ts';
import type { Logger } from '../../infra/telemetry/logger.ts';
import type { Extraction } from './extract.ts';
import { startReaders, Unreadable } from './readers.ts';

/** What is read together is appended together: the first page read waits for the last. */
const MAX_DOCUMENTS = 20;

/** Documents become readings, announcements and fetch jobs for the articles they point to. */
export async function runExtract(options: {
  readonly log: EventLog;
  readonly logger: Logger;
  readonly observer: StageObserver;
}): Promise<Stage> {
  const readers = startReaders();
  const read = async (record: StageRecord<'documents'>, context: StageContext<'documents'>): Promise<Output[]> => {
    const source = record.value;
    try {
      const found = await readers.extract(source);
      for (const problem of found.problems) options.logger.warn({ source: source.source_id, url: source.url }, problem);
      return outputs(source, found);
    } catch (thrown) {
      if (!(thrown instanceof Unreadable)) throw thrown;
      context.reject(record, thrown);
      return [];
    }
  };
  const stage = await runStage(options.log, {
    observer: options.observer,
    name: 'extract',
    topics: ['documents'],
    maxRecords: MAX_DOCUMENTS,
    handle: async (records, context) => (await Promise.all(records.map((record) => read(record, context)))).flat(),
  });
  return {
    ...stage,
    stop: async () => {
      await stage.stop();
      await readers.stop();
    },
  };
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
