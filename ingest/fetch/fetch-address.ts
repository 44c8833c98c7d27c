import { CONTRACT_VERSION } from '../../infra/contracts/common.ts';
import type { Document } from '../../infra/contracts/document.ts';
import type { FetchAttempt, FetchJob, FetchState } from '../../infra/contracts/fetch.ts';
import { TOPICS } from '../../infra/contracts/topics.ts';
import type { Source } from '../catalog/load.ts';
import { Attempt, type AttemptEnd } from './attempt.ts';
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
  const earlier: FetchAttempt[] = [];
  // A second look must see the content itself, whatever the validators say.
  const sees = job.reason === 'recheck' || job.reason === 'manual' || state?.content_hash == null;
  for (;;) {
    const attempt = new Attempt(job, earlier.length, clock);
    const onTurn = () => attempt.begin();
    try {
      const asked = { url: job.url, kind: job.kind, validators: sees ? null : state, signal, onTurn };
      const content = await fetcher(source, asked);
      return content === 'not_modified'
        ? stillStands(attempt, earlier, job, state)
        : observed(attempt, earlier, source, job, state, content);
    } catch (error) {
      if (!(error instanceof FetchFailure)) throw error;
      const wish = error.retryAfter === null ? 0 : error.retryAfter - clock.now();
      if (earlier.length === FAILURES[error.kind].retries || wish > LONGEST_WAIT_MS) {
        const failures = (state?.failures ?? 0) + 1;
        const retry_at = new Date(retryAt(error, failures, clock.now(), random)).toISOString();
        const ended = attempt.record({ ...whatFailed(error), retry_at });
        const next = { ...remembered(job, state, ended.started_at), failures, retry_at };
        return { attempts: [...earlier, ended], document: null, state: next, failure: error };
      }
      const pause = 1000 * 2 ** earlier.length * (0.75 + random() / 2);
      earlier.push(attempt.record(whatFailed(error)));
      await clock.sleep(Math.max(pause, wish), signal);
    }
  }
}

function stillStands(attempt: Attempt, earlier: FetchAttempt[], job: FetchJob, state: FetchState | null): FetchResult {
  const ended = attempt.record({
    outcome: 'not_modified',
    status: 304,
    document_id: state?.document_id ?? null,
  });
  const next = { ...remembered(job, state, ended.started_at), ...WELL };
  return { attempts: [...earlier, ended], document: null, state: next, failure: null };
}

function observed(
  attempt: Attempt,
  earlier: FetchAttempt[],
  source: Source,
  job: FetchJob,
  state: FetchState | null,
  content: Content,
): FetchResult {
  const known = remembered(job, state, attempt.startedAt);
  const document = documentOf(source, known, content, job.kind);
  const { document_id, content_hash, size_bytes } = document;
  const isNew = content_hash !== state?.content_hash;
  const { finalUrl: final_url, status, etag, lastModified: last_modified } = content;
  const outcome = isNew ? 'new_content' : 'unchanged';
  return {
    attempts: [...earlier, attempt.record({ outcome, status, final_url, size_bytes, document_id })],
    document: isNew ? document : null,
    state: { ...known, ...WELL, etag, last_modified, content_hash, document_id },
    failure: null,
  };
}

function whatFailed({ outcome, status, message }: FetchFailure): AttemptEnd {
  return { outcome, status, error: message };
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
