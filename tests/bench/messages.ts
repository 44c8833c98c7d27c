import { z } from 'zod';
import { figure } from './harness.ts';

/** What a suite's process tells the main one. */
export const message = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('figure'), figure }),
  z.object({ kind: z.literal('note'), text: z.string() }),
]);
export type Message = z.infer<typeof message>;
