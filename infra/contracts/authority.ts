import { z } from 'zod';

/** Whose word a source is: the provider's own page or API, a list of other people's prices, or the press. */
export const authority = z.enum(['own', 'aggregator', 'press']);
