import { validateDetailed } from 'node-cron';
import { z } from 'zod';
import { authority } from '../../infra/contracts/authority.ts';
import { slug } from '../../infra/contracts/common.ts';
import { documentKind } from '../../infra/contracts/document.ts';
import { extractHints } from '../../infra/contracts/hints.ts';
import { cron } from '../schedule/cron.ts';

/** An object that refuses unknown keys and says which ones it knows. */
const strict = <T extends z.ZodRawShape>(shape: T) =>
  z.strictObject(shape, {
    error: (issue) =>
      issue.code === 'unrecognized_keys'
        ? `unknown key ${issue.keys?.join(', ')}; allowed here: ${Object.keys(shape).join(', ')}`
        : undefined,
  });

const address = z.url({ protocol: /^https?$/, error: 'expected an http or https address' });

const isTimeZone = (zone: string): boolean => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
};

const isEverDue = (expression: string, timezone: string): boolean => {
  try {
    cron(expression, timezone).next(0);
    return true;
  } catch {
    return false;
  }
};

export const scheduleSpec = strict({
  /** Five fields, or six with seconds first; node-cron's syntax. */
  cron: z.string(),
  timezone: z.string().refine(isTimeZone, 'expected an IANA time zone such as Asia/Shanghai').default('UTC'),
  /** Each due time is put off by up to this much, so that a full hour does not start everything at once. */
  jitter_seconds: z.number().min(0).max(3600).default(0),
}).superRefine((spec, context) => {
  const wrong = validateDetailed(spec.cron).errors.map(({ field, message }) => `${field}: ${message}`);
  const message =
    wrong.length > 0
      ? `expected five cron fields, or six with seconds first (${wrong.join('; ')})`
      : 'expected a time that comes; this one is never due';
  if (wrong.length === 0 && (!isTimeZone(spec.timezone) || isEverDue(spec.cron, spec.timezone))) return;
  context.addIssue({ code: 'custom', path: ['cron'], message });
});
export type ScheduleSpec = z.output<typeof scheduleSpec>;

const paginationLimits = { max_pages: z.number().int().min(2).max(1000).default(100) };

/** How the next page of a JSON API is found. Paths are dotted: "meta.next". */
export const pagination = z.discriminatedUnion(
  'by',
  [
    strict({ by: z.literal('next_link'), path: z.string().min(1), items: z.string().default(''), ...paginationLimits }),
    strict({
      by: z.literal('offset'),
      param: z.string().min(1),
      /** What the parameter grows by: the page size, or 1 where it counts pages. */
      step: z.number().int().positive(),
      start: z.number().int().nonnegative().default(0),
      items: z.string().default(''),
      ...paginationLimits,
    }),
    strict({
      by: z.literal('token'),
      param: z.string().min(1),
      path: z.string().min(1),
      items: z.string().default(''),
      ...paginationLimits,
    }),
  ],
  'expected by: next_link, offset or token',
);
export type Pagination = z.output<typeof pagination>;

export const politeness = strict({
  /** Least time between two requests to one host; a larger Crawl-delay in robots.txt wins. */
  delay_seconds: z.number().min(0).max(3600).default(2),
  /** Requests to one host at the same time. */
  concurrency: z.number().int().min(1).max(16).default(1),
  /** `ignore` is for interfaces the provider publishes for programs; pages are always asked for by robots.txt. */
  robots: z.enum(['obey', 'ignore']).default('obey'),
});

export const limits = strict({
  /** After decompression. */
  max_bytes: z
    .number()
    .int()
    .min(1024)
    .max(1 << 30)
    .default(32 << 20),
  /** For the whole of one request, redirects included. */
  timeout_seconds: z.number().positive().max(600).default(30),
  max_redirects: z.number().int().min(0).max(20).default(5),
});

/** One source: one YAML file of the catalog (docs/sources.md). */
export const sourceSchema = strict({
  id: slug,
  name: z.string().min(1),
  /** Whose prices these are, where the source has one provider. */
  provider: slug.optional(),
  kind: documentKind,
  url: address.optional(),
  urls: z.array(address).min(1).optional(),
  pagination: pagination.optional(),
  schedule: scheduleSpec,
  politeness: politeness.prefault({}),
  limits: limits.prefault({}),
  /** Values may hold ${NAME}, read from the environment; a source whose variable is unset is disabled. */
  headers: z.record(z.string().regex(/^[!#$%&'*+.^_`|~\w-]+$/, 'expected a header name'), z.string()).default({}),
  /** The provider's own word, an aggregator's list, or the press. */
  authority: authority.default('own'),
  hints: z
    .strictObject(extractHints.shape, {
      error: (issue) =>
        issue.code === 'unrecognized_keys'
          ? `unknown key ${issue.keys?.join(', ')}; allowed here: ${Object.keys(extractHints.shape).join(', ')}`
          : undefined,
    })
    .prefault({}),
  lang: z.string().optional(),
  render: z.enum(['static', 'browser']).default('static'),
  /** Lets the hosts of its own addresses be private or loopback ones: the demo, an intranet. */
  allow_private: z.boolean().default(false),
  enabled: z.boolean().default(true),
}).superRefine((source, context) => {
  if ((source.url === undefined) === (source.urls === undefined)) {
    context.addIssue({ code: 'custom', path: [], message: 'expected either url or urls' });
  }
  if (source.politeness.robots === 'ignore' && source.kind !== 'api') {
    context.addIssue({
      code: 'custom',
      path: ['politeness', 'robots'],
      message: 'only a source of kind api may ignore robots.txt',
    });
  }
  if (source.pagination !== undefined && source.kind !== 'api') {
    context.addIssue({
      code: 'custom',
      path: ['pagination'],
      message: 'only a source of kind api has pages to follow',
    });
  }
});
