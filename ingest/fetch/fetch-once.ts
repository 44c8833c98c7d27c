import { CONTRACT_VERSION } from '../../infra/contracts/common.ts';
import { fetchJobId } from '../../infra/contracts/ids.ts';
import type { Source } from '../catalog/load.ts';
import { systemClock } from './clock.ts';
import { type FetchResult, fetchAddress } from './fetch-address.ts';
import { type OpenFetcherOptions, openFetcher } from './open-fetcher.ts';

/**
 * Fetches one address of a source now, remembering nothing: what `tokentape fetch` prints.
 * The result's `document` is the content; null where `failure` says why there is none.
 */
export async function fetchOnce(
  source: Source,
  url: string,
  options: Omit<OpenFetcherOptions, 'clock'> & { readonly signal?: AbortSignal },
): Promise<FetchResult> {
  const opened = openFetcher({ ...options, clock: systemClock });
  const due = new Date(systemClock.now()).toISOString();
  try {
    return await fetchAddress(
      { fetcher: opened.fetcher, clock: systemClock, random: Math.random },
      source,
      {
        version: CONTRACT_VERSION,
        job_id: fetchJobId(source.id, url, due),
        source_id: source.id,
        url,
        kind: source.kind,
        reason: 'manual',
        scheduled_at: due,
        title: null,
        published_at: null,
      },
      null,
      options.signal,
    );
  } finally {
    await opened.close();
  }
}
