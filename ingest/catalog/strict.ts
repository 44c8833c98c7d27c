import { z } from 'zod';

/** An object that refuses unknown keys and says which ones it knows. */
export const strict = <T extends z.ZodRawShape>(shape: T) =>
  z.strictObject(shape, {
    error: (issue) =>
      issue.code === 'unrecognized_keys'
        ? `unknown key ${issue.keys?.join(', ')}; allowed here: ${Object.keys(shape).join(', ')}`
        : undefined,
  });
