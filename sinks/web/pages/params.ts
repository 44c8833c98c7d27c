import { z } from 'zod';
import { signalState } from '../../../infra/contracts/signal.ts';
import { list } from '../api/params.ts';
import { signalFilter } from '../store/signal-filter.ts';
import { MOVER_PERIODS } from './movers.ts';
import { RANGES } from './prices.ts';

const cursor = z.string().max(2000).optional();

/** Query parameters of the pages. Unlike the API's, others are let pass: links are shared with all kinds of tails. */
export const tapeParams = z.object({ ...signalFilter, cursor });
export const pricesParams = z.object({
  q: z.string().max(200).optional(),
  series: list(z.string()).meta({ verbatim: true }),
  scale: z.enum(['linear', 'log']).default('linear'),
  money: z.enum(['native', 'usd']).default('native'),
  range: z.enum(RANGES).default('365'),
});
export const moversParams = z.object({ period: z.enum(MOVER_PERIODS).default('7') });
export const lifecycleParams = z.object({ state: signalState.optional(), cursor });
export const sourcesParams = z.object({ queued: z.string().optional() });
