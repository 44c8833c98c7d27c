import type { LookupFunction } from 'node:net';
import { bulkhead } from 'cockatiel';
import { createRenderer } from './browser.ts';
import { createFetcher, type Fetcher } from './fetcher.ts';
import { createHttpClient } from './http-client.ts';
import { type Clock, HostPacer } from './pacing.ts';
import { createPoliteClient } from './polite-client.ts';
import { Robots } from './robots.ts';
import { PRODUCT_TOKEN, userAgent } from './user-agent.ts';

export interface OpenFetcherOptions {
  readonly clock: Clock;
  /** For the User-Agent. */
  readonly version: string;
  readonly contact?: string | undefined;
  /** Requests under way at the same time, all hosts together. Default 16. */
  readonly concurrency?: number | undefined;
  /** Chromium, for pages that a script fills. */
  readonly chromiumPath?: string | undefined;
  /** Stands in for the system's resolver, in tests. */
  readonly resolve?: LookupFunction | undefined;
}

/** The polite HTTP client with everything it needs. One per process: pacing and robots.txt are remembered in it. */
export function openFetcher(options: OpenFetcherOptions): {
  readonly fetcher: Fetcher;
  readonly pacer: HostPacer;
  close(): Promise<void>;
} {
  const { clock, version, contact, concurrency = 16, chromiumPath, resolve } = options;
  const agent = userAgent(version, contact);
  const http = createHttpClient({ userAgent: agent, ...(resolve === undefined ? {} : { resolve }) });
  const pacer = new HostPacer(clock);
  const robots = new Robots(http, clock, PRODUCT_TOKEN);
  const slots = bulkhead(concurrency, Number.MAX_SAFE_INTEGER);
  const client = createPoliteClient({ client: http, pacer, robots, slots });
  const renderer = chromiumPath === undefined ? null : createRenderer(chromiumPath);
  return {
    fetcher: createFetcher({ client, clock, userAgent: agent, renderer }),
    pacer,
    close: async () => {
      await Promise.all([http.close(), renderer?.close()]);
    },
  };
}
