import { z } from 'zod';
import { decimal } from '../../../infra/contracts/common.ts';
import { signal } from '../../../infra/contracts/signal.ts';
import { list, period } from '../api/params.ts';
import { after, among, between, type Position, type Statement, select } from './statement.ts';
import { TOKEN_VOLUMES } from './tables.ts';

export const volumeFilter = {
  subject: list(z.string()).describe('Organisation or market'),
  status: list(z.enum(['actual', 'forecast', 'target'])),
  ...period,
};
export type VolumeFilter = Partial<z.infer<z.ZodObject<typeof volumeFilter>>>;

/** One stated token volume and where it was stated. */
export const volume = signal
  .pick({
    signal_id: true,
    subject: true,
    object: true,
    as_of: true,
    period: true,
    growth_pct: true,
    status: true,
    headline: true,
    mentions: true,
    citations: true,
    first_seen_at: true,
    confidence: true,
  })
  .extend({
    /** The last day the figure is for: of `as_of`, else the day it was first seen. */
    day: z.iso.date(),
    tokens_min: decimal.nullable(),
    tokens_max: decimal.nullable(),
    /** The stated value (the middle of a range) over the days of its period; null for totals. */
    tokens_per_day: z.number().nullable(),
  });
export type Volume = z.infer<typeof volume>;

export const volumesStatement = (filter: VolumeFilter, position: Position | undefined, limit: number): Statement =>
  select({
    columns: Object.keys(volume.shape).join(', '),
    from: TOKEN_VOLUMES,
    where: [
      ...among('subject', 'subjects', filter.subject),
      ...among('status', 'statuses', filter.status),
      ...between('first_seen_at', filter),
      ...after('first_seen_at', 'signal_id', position),
    ],
    order: 'first_seen_at DESC, signal_id DESC',
    limit,
  });
