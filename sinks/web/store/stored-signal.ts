import type { z } from 'zod';
import { timestamp } from '../../../infra/contracts/common.ts';
import { signal } from '../../../infra/contracts/signal.ts';

/** A signal with the moment this revision reached the log: when we learnt it, whatever date its story bears. */
export const storedSignal = signal.extend({ recorded_at: timestamp });
export type StoredSignal = z.infer<typeof storedSignal>;
