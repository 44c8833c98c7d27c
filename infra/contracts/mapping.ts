import { z } from 'zod';

/** Declarative mapping of one JSON price API to prices. */
export const apiMapping = z.strictObject({
  /** Where the price entries are: a path such as "data", "data.gpuTypes" or "*" for a map's values. */
  items: z.string().default(''),
});
export type ApiMapping = z.infer<typeof apiMapping>;
