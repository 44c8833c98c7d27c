import { z } from 'zod';
import { strict } from './strict.ts';

const common = {
  items: z
    .string()
    .default('')
    .describe('Path of the list that the pages share, such as `data`. Empty: the body itself.'),
  max_pages: z.number().int().min(2).max(1000).default(100).describe('More pages than this are a failure, not a part.'),
};

/** How the next page of a JSON API is found. Paths are dotted: "meta.next". */
export const pagination = z.discriminatedUnion(
  'by',
  [
    strict({
      by: z.literal('next_link').describe('Each page holds the address of the next.'),
      path: z.string().min(1).describe('Where that address is, such as `meta.next`.'),
      ...common,
    }),
    strict({
      by: z.literal('offset').describe('A parameter counts; the first page without items is the last.'),
      param: z.string().min(1).describe('Its name.'),
      step: z.number().int().positive().describe('What it grows by: the page size, or 1 where it counts pages.'),
      start: z.number().int().nonnegative().default(0).describe('What it begins with.'),
      ...common,
    }),
    strict({
      by: z.literal('token').describe('Each page holds a token for the next.'),
      param: z.string().min(1).describe('The parameter it is sent back in.'),
      path: z.string().min(1).describe('Where the token is, such as `nextPageToken`.'),
      ...common,
    }),
  ],
  'expected by: next_link, offset or token',
);
export type Pagination = z.output<typeof pagination>;
