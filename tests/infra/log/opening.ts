import { z } from 'zod';

/** How to open a log of either adapter, in a form that another process can be told. */
const opening = z.discriminatedUnion('adapter', [
  z.object({ adapter: z.literal('embedded'), path: z.string(), partitions: z.number() }),
  z.object({
    adapter: z.literal('kafka'),
    brokers: z.array(z.string()),
    topicPrefix: z.string(),
    partitions: z.number(),
    times: z.object({ session: z.number(), heartbeat: z.number(), rebalance: z.number() }),
  }),
]);
export type Opening = z.infer<typeof opening>;

export const parseOpening = (json: string): Opening => opening.parse(JSON.parse(json));
