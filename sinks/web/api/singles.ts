import type { Context } from 'hono';
import { z } from 'zod';
import type { Parts } from '../parts.ts';
import { priceChart, readChart } from '../store/chart.ts';
import { MAX_SERIES } from '../store/history.ts';
import { mover, moversStatement } from '../store/movers.ts';
import { search, searchResult } from '../store/search.ts';
import { signalRevisions } from '../store/signals.ts';
import { sourceHealth, sourcesHealth } from '../store/sources.ts';
import { storedSignal } from '../store/stored-signal.ts';
import { list, readParams } from './params.ts';
import { notFound } from './problem.ts';

/** An answer that is one thing rather than pages of rows. */
export interface Single {
  readonly path: string;
  readonly id: string;
  readonly summary: string;
  readonly params: z.ZodObject;
  readonly result: z.ZodType;
  readonly resultName: string;
  readonly answer: (c: Context, parts: Parts) => Promise<Response>;
}

const none = z.strictObject({});
const searchParams = z.strictObject({
  q: z.string().min(1).max(200),
  limit: z.coerce.number().int().min(1).max(100).default(20),
});
const moversParams = z.strictObject({
  days: z.coerce.number().int().min(1).max(3650).default(7),
  direction: z.enum(['increase', 'decrease']).optional(),
  provider: list(z.string()),
  limit: z.coerce.number().int().min(1).max(500).default(50),
});

const chartParams = z.strictObject({
  series: z
    .array(z.string())
    .min(1)
    .max(MAX_SERIES)
    .meta({ verbatim: true })
    .describe('Keys of price series; repeat the parameter'),
  days: z.coerce.number().int().min(1).max(36_500).optional().describe('Back from now; all of history where left out'),
});

export const SINGLES: readonly Single[] = [
  {
    path: '/signals/{id}',
    id: 'signal',
    summary: 'One signal at its latest revision, and every revision before it',
    params: none,
    result: storedSignal.extend({ history: z.array(storedSignal) }),
    resultName: 'SignalWithHistory',
    answer: async (c, { store }) => {
      readParams(none, c.req.url);
      const [latest, ...history] = await signalRevisions(store, c.req.param('id') ?? '');
      if (!latest) throw notFound('There is no signal with this id; /api/v1/signals lists those there are.');
      return c.json({ ...latest, history });
    },
  },
  {
    path: '/series/chart',
    id: 'series-chart',
    summary: 'Up to eight series as lines: the moments their price moved, and what was announced about their providers',
    params: chartParams,
    result: priceChart,
    resultName: 'PriceChart',
    answer: async (c, { store }) =>
      c.json(await readChart(store, readParams(chartParams, c.req.url), c.req.raw.signal)),
  },
  {
    path: '/movers',
    id: 'movers',
    summary: 'Series that stand elsewhere than at the beginning of the period, largest move first',
    params: moversParams,
    result: z.object({ data: z.array(mover) }),
    resultName: 'Movers',
    answer: async (c, { store }) => {
      const given = readParams(moversParams, c.req.url);
      return c.json({ data: await store.rows(moversStatement(given), mover, c.req.raw.signal) });
    },
  },
  {
    path: '/sources',
    id: 'sources',
    summary: 'Every source: when it was last read, what came of it, what it yields',
    params: none,
    result: z.object({ data: z.array(sourceHealth) }),
    resultName: 'Sources',
    answer: async (c, { store, options }) => {
      readParams(none, c.req.url);
      return c.json({ data: await sourcesHealth(store, options.catalog) });
    },
  },
  {
    path: '/search',
    id: 'search',
    summary: 'Signals and price series that match a text',
    params: searchParams,
    result: searchResult,
    resultName: 'SearchResult',
    answer: async (c, { store }) => {
      const { q, limit } = readParams(searchParams, c.req.url);
      return c.json(await search(store, q, limit, c.req.raw.signal));
    },
  },
];
