import type { Suite } from './harness.ts';

/** In the order they run. Loaded one at a time, each in its own process. */
export const SUITES = {
  storage: async () => (await import('./suites/storage.ts')).storage,
  queries: async () => (await import('./suites/queries.ts')).queries,
  sink: async () => (await import('./suites/sink.ts')).sink,
  pipeline: async () => (await import('./suites/pipeline.ts')).pipeline,
  crawl: async () => (await import('./suites/crawl.ts')).crawl,
  extract: async () => (await import('./suites/extract.ts')).extract,
  web: async () => (await import('./suites/web.ts')).web,
  growth: async () => (await import('./suites/growth.ts')).growth,
} satisfies Record<string, () => Promise<Suite>>;

export type SuiteName = keyof typeof SUITES;

export const isSuite = (name: string): name is SuiteName => Object.hasOwn(SUITES, name);
export const SUITE_NAMES: readonly SuiteName[] = Object.keys(SUITES).filter(isSuite);
