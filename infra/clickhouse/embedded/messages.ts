import { z } from 'zod';

const startMessage = z.object({
  kind: z.literal('start'),
  dataDir: z.string(),
  port: z.number().int(),
  database: z.string(),
  pipeline: z.object({ user: z.string(), password: z.string() }),
  memoryBytes: z.number(),
  limits: z.object({
    seconds: z.number(),
    memoryBytes: z.number(),
    resultRows: z.number(),
    resultBytes: z.number(),
    concurrency: z.number(),
  }),
});
export type StartMessage = z.infer<typeof startMessage>;

/** What the parent says to the child. The secret travels here, not in arguments or environment. */
export const parentMessage = z.discriminatedUnion('kind', [
  startMessage,
  z.object({ kind: z.literal('ping') }),
  z.object({ kind: z.literal('stop'), withinMs: z.number() }),
]);
export type ParentMessage = z.infer<typeof parentMessage>;

/** What the child says to the parent. */
export const childMessage = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('listening'), port: z.number().int() }),
  z.object({ kind: z.literal('refused'), reason: z.enum(['busy', 'error']), detail: z.string() }),
  z.object({ kind: z.literal('pong') }),
]);
export type ChildMessage = z.infer<typeof childMessage>;
