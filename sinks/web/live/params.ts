import { z } from 'zod';
import { signalFilter } from '../store/signal-filter.ts';

export const streamParams = z.strictObject({
  ...signalFilter,
  last_event_id: z.string().max(200).optional().describe('Instead of the Last-Event-ID header'),
});
