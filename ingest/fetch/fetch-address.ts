import { CONTRACT_VERSION } from '../../infra/contracts/common.ts';
import type { Document } from '../../infra/contracts/document.ts';
import type { FetchAttempt, FetchJob, FetchState } from '../../infra/contracts/fetch.ts';
import { stableId } from '../../infra/contracts/ids.ts';
import { TOPICS } from '../../infra/contracts/topics.ts';
import type { Source } from '../catalog/load.ts';
import { type Content, makeDocument } from './document.ts';
import { FAILURES, FetchFailure, retryAt } from './failure.ts';
import type { Fetcher } from './fetcher.ts';
import type { Clock } from './pacing.ts';

export interface FetchResult {
  /** Every attempt, the last one being what came of it. */
  readonly attempts: readonly FetchAttempt[];
  /** The content seen, where it is new. */
  readonly document: Document | null;
  readonly state: FetchState;
  readonly failure: FetchFailure | null;
}

export interface FetchAddressDeps {
  readonly fetcher: Fetcher;
  readonly clock: Clock;
  readonly random: () => number;
}

/**
 * Does one job: asks, tries again as the failure's class allows, compares with what is remembered of the address.
 * No effect but the requests themselves; the caller records the result.
 */
export async function fetchAddress(
  { fetcher, clock, random }: FetchAddressDeps,
  source: Source,
  job: FetchJob,
  state: FetchState | null,
  signal?: AbortSignal,
): Promise<FetchResult> {
  const attempts: FetchAttempt[] = [];
  // A second look must see the content itself, whatever the validators say.
  const unconditional = job.reason === 'recheck' || job.reason === 'manual' || state?.content_hash == null;
  for (;;) {
    const startedAt = clock.now();
    const started = new Date(startedAt).toISOString();
    const record = (part: Pick<FetchAttempt, 'outcome'> & Partial<FetchAttempt>) => {
      attempts.push({
        version: CONTRACT_VERSION,
        fetch_id: stableId('fetch', job.job_id, attempts.length),
        job_id: job.job_id,
        source_id: job.source_id,
        url: job.url,
        final_url: null,
        started_at: started,
        duration_ms: clock.now() - startedAt,
        status: null,
        size_bytes: null,
        document_id: null,
        error: null,
        retry_at: null,
        ...part,
      });
    };
    try {
      const validators = unconditional ? null : state;
      const content = await fetcher(source, { url: job.url, kind: job.kind, validators, signal });
      if (content === 'not_modified') {
        record({ outcome: 'not_modified', status: 304, document_id: state?.document_id ?? null });
        return { attempts, document: null, state: { ...remembered(job, state, started), ...WELL }, failure: null };
      }
      const document = documentOf(source, remembered(job, state, started), content, job.kind);
      const isNew = document.content_hash !== state?.content_hash;
      record({
        outcome: isNew ? 'new_content' : 'unchanged',
        status: content.status,
        final_url: content.finalUrl,
        size_bytes: document.size_bytes,
        document_id: document.document_id,
      });
      return {
        attempts,
        document: isNew ? document : null,
        state: {
          ...remembered(job, state, started),
          ...WELL,
          etag: content.etag,
          last_modified: content.lastModified,
          content_hash: document.content_hash,
          document_id: document.document_id,
        },
        failure: null,
      };
    } catch (error) {
      if (!(error instanceof FetchFailure)) throw error;
      const { outcome, retries } = FAILURES[error.kind];
      const seen = { outcome, status: error.status, error: error.message };
      const soon = error.retryAfter === null || error.retryAfter - clock.now() <= LONGEST_WAIT_MS;
      if (attempts.length < retries && soon) {
        record(seen);
        const pause = 1000 * 2 ** (attempts.length - 1) * (0.75 + random() / 2);
        await clock.sleep(Math.max(pause, (error.retryAfter ?? 0) - clock.now()), signal);
        continue;
      }
      const failures = (state?.failures ?? 0) + 1;
      const retry_at = new Date(retryAt(error, failures, clock.now(), random)).toISOString();
      record({ ...seen, retry_at });
      return {
        attempts,
        document: null,
        state: { ...remembered(job, state, started), failures, retry_at },
        failure: error,
      };
    }
  }
}

/** A pause longer than this is the scheduler's to wait out, not a worker's. */
const LONGEST_WAIT_MS = 10_000;
const WELL = { failures: 0, retry_at: null };

function documentOf(source: Source, known: FetchState, content: Content, kind: FetchJob['kind']): Document {
  const { url, title, published_at: publishedAt, fetched_at: fetchedAt } = known;
  const document = makeDocument(source, content, { kind, url, title, publishedAt, fetchedAt });
  const most = TOPICS.documents.maxMessageBytes;
  // Quoting can make a body longer than it was read; only bodies near the limit are worth measuring.
  if (document.size_bytes > most / 8 && Buffer.byteLength(JSON.stringify(document)) > most - 4096) {
    throw new FetchFailure(
      'too_large',
      `${url} holds ${document.size_bytes} bytes, more than a message of ${most} can carry`,
    );
  }
  return document;
}

function remembered(job: FetchJob, state: FetchState | null, fetchedAt: string): FetchState {
  return {
    version: CONTRACT_VERSION,
    source_id: job.source_id,
    url: job.url,
    etag: state?.etag ?? null,
    last_modified: state?.last_modified ?? null,
    content_hash: state?.content_hash ?? null,
    document_id: state?.document_id ?? null,
    fetched_at: fetchedAt,
    failures: state?.failures ?? 0,
    retry_at: state?.retry_at ?? null,
    kind: job.kind,
    title: job.title ?? state?.title ?? null,
    published_at: job.published_at ?? state?.published_at ?? null,
  };
}
