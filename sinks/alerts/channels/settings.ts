import { z } from 'zod';
import { duration } from '../duration.ts';

export const webAddress = z.url({ protocol: /^https?$/, error: 'expected an http or https address' });

/** What every channel that posts to an address may say. */
export const common = {
  name: z.string().regex(/^[a-z0-9][a-z0-9_-]*$/i, 'expected a name of letters, digits, - and _'),
  url: webAddress,
  language: z.enum(['en', 'zh']).default('en'),
  /** Whether the address may be an internal one (loopback, 10.x, ...). */
  allow_private: z.boolean().default(false),
  /** Slower than the service allows, where others share its limit. */
  pace: z
    .strictObject({ messages: z.number().int().positive(), per: duration })
    .transform(({ messages, per }) => ({ messages, perMs: per }))
    .optional(),
};
