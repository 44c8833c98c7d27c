import { hash } from 'node:crypto';

/** A deterministic id: the same parts, in the same order, always give the same 32 hex digits. */
export function stableId(...parts: readonly (string | number | null)[]): string {
  return hash('sha256', JSON.stringify(parts)).slice(0, 32);
}

/** The id of a fetch job: two schedulers, or a feed read twice, make one job. Articles are due once, whenever found. */
export function fetchJobId(sourceId: string, url: string, due: string): string {
  return stableId('fetch_job', sourceId, url, due);
}
