import { z } from 'zod';

const workerOptions = z.object({
  role: z.enum(['detect', 'clickhouse']),
  kafka: z.object({
    brokers: z.array(z.string()),
    partitions: z.number(),
    times: z.object({ session: z.number(), heartbeat: z.number(), rebalance: z.number(), stall: z.number() }),
  }),
  clickhouse: z.object({ url: z.string(), username: z.string(), password: z.string(), database: z.string() }),
});
export type WorkerOptions = z.infer<typeof workerOptions>;

export const parseWorkerOptions = (json: string): WorkerOptions => workerOptions.parse(JSON.parse(json));
