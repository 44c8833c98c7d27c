import { z } from 'zod';
import { signalFilter } from '../store/signal-filter.ts';

export const FEED_TYPES = {
  atom: 'application/atom+xml',
  rss: 'application/rss+xml',
  json: 'application/feed+json',
} as const;
export type FeedFormat = keyof typeof FEED_TYPES;

export const feedParams = z.strictObject({ ...signalFilter, lang: z.enum(['en', 'zh']).optional() });
