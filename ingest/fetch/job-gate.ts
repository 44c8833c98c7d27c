import type { FetchJob, FetchState } from '../../infra/contracts/fetch.ts';
import type { Source } from '../catalog/load.ts';

export interface Refusal {
  readonly reason: string;
  readonly retryAt: string | null;
}

/** Tries of one article before it is given up. */
export const ARTICLE_TRIES = 6;

/** Why a job is not done now; null where it is. A job that was done before (delivered twice, or overtaken by a later one) is answered. */
export function whyNotNow(
  job: FetchJob,
  source: Source | undefined,
  state: FetchState | null,
  now: number,
): Refusal | null {
  if (source === undefined) return { reason: `source ${job.source_id} is not in the catalog`, retryAt: null };
  if (source.disabled !== null) return { reason: `source ${source.id} is disabled: ${source.disabled}`, retryAt: null };
  if (state === null || job.reason === 'manual') return null;
  if (job.kind === 'article') {
    if (state.document_id !== null) return { reason: 'the article has been fetched before', retryAt: null };
    if (state.failures >= ARTICLE_TRIES) {
      return { reason: `the article is given up after ${state.failures} failures`, retryAt: null };
    }
  }
  if (Date.parse(state.fetched_at) >= Date.parse(job.scheduled_at)) {
    return { reason: `answered by the fetch of ${state.fetched_at}`, retryAt: null };
  }
  if (state.retry_at !== null && Date.parse(state.retry_at) > now) {
    return { reason: `backing off after ${state.failures} failures`, retryAt: state.retry_at };
  }
  return null;
}
