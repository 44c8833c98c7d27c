import type { LookupFunction } from 'node:net';
import { bulkhead } from 'cockatiel';
import { createFetcher, type Fetcher } from './fetcher.ts';
import { createHttpClient } from './http-client.ts';
import { type Clock, HostPacer } from './pacing.ts';
import { Robots } from './robots.ts';
import { PRODUCT_TOKEN, userAgent } from './user-agent.ts';

export interface OpenFetcherOptions {
  readonly clock: Clock;
  /** For the User-Agent. */
  readonly version: string;
  readonly contact?: string | undefined;
  /** Requests under way at the same time, all hosts together. Default 16. */
  readonly concurrency?: number | undefined;
  /** Stands in for the system's resolver, in tests. */
  readonly resolve?: LookupFunction | undefined;
}

/** The polite HTTP client with everything it needs. One per process: pacing and robots.txt are remembered in it. */
export function openFetcher({ clock, version, contact, concurrency = 16, resolve }: OpenFetcherOptions): {
  readonly fetcher: Fetcher;
  readonly pacer: HostPacer;
  close(): Promise<void>;
} {
  const client = createHttpClient({
    userAgent: userAgent(version, contact),
    ...(resolve === undefined ? {} : { resolve }),
  });
  const pacer = new HostPacer(clock);
  const robots = new Robots(client, clock, PRODUCT_TOKEN);
  const slots = bulkhead(concurrency, Number.MAX_SAFE_INTEGER);
  return { fetcher: createFetcher({ client, pacer, robots, clock, slots }), pacer, close: () => client.close() };
}
