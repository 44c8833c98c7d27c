import { z } from 'zod';
import { authority } from '../../infra/contracts/authority.ts';
import { slug } from '../../infra/contracts/common.ts';
import { documentKind } from '../../infra/contracts/document.ts';
import { extractHints } from '../../infra/contracts/hints.ts';
import { pagination } from './pagination-spec.ts';
import { scheduleSpec } from './schedule-spec.ts';
import { strict } from './strict.ts';

const address = z.url({ protocol: /^https?$/, error: 'expected an http or https address' });

export const politeness = strict({
  delay_seconds: z
    .number()
    .min(0)
    .max(3600)
    .default(2)
    .describe(
      'Least time between two requests to one host. A larger Crawl-delay in its robots.txt wins, up to a minute.',
    ),
  concurrency: z.number().int().min(1).max(16).default(1).describe('Requests to one host at the same time.'),
  robots: z
    .enum(['obey', 'ignore'])
    .default('obey')
    .describe('`ignore` only for an interface its provider publishes for programs (kind `api`).'),
});

export const limits = strict({
  max_bytes: z
    .number()
    .int()
    .min(1024)
    .max(1 << 30)
    .default(32 << 20)
    .describe('Most bytes of an answer, after decompression.'),
  timeout_seconds: z
    .number()
    .positive()
    .max(600)
    .default(30)
    .describe('For the whole of one request, redirects included; for rendering as much again.'),
  max_redirects: z.number().int().min(0).max(20).default(5).describe('Redirects followed.'),
});

/** One source: one YAML file of the catalog. The descriptions make the reference in docs/sources.md. */
export const sourceSchema = strict({
  id: slug.describe('Name of the source in every record. Never change it: history hangs on it.'),
  name: z.string().min(1).describe('For people.'),
  provider: slug.optional().describe('Whose prices or news these are, where the source has one provider.'),
  kind: documentKind.describe(
    '`page`: prices for people; `api`: prices for programs (JSON, XML); `feed`: RSS, Atom, JSON Feed or a page of links, whose articles are fetched too; `article`: one text.',
  ),
  url: address.optional().describe('The address. Either this or `urls`.'),
  urls: z.array(address).min(1).optional().describe('Several addresses of one source, each with a history of its own.'),
  pagination: pagination.optional().describe('For an API in pages: see below. All pages become one document.'),
  schedule: scheduleSpec.describe('When to look.'),
  politeness: politeness.prefault({}).describe('How gently to ask.'),
  limits: limits.prefault({}).describe('How much to bear.'),
  headers: z
    .record(z.string().regex(/^[!#$%&'*+.^_`|~\w-]+$/, 'expected a header name'), z.string())
    .default({})
    .describe(
      'Sent with every request to the source’s own origin. `$' +
        '{NAME}` is read from the environment; while that is unset, the source is disabled and says so.',
    ),
  authority: authority
    .default('own')
    .describe('`own`: the provider’s own word; `aggregator`: a list kept by others; `press`: a report.'),
  hints: strict(extractHints.shape)
    .prefault({})
    .describe('How to read it, where the page itself does not say. All optional.'),
  lang: z
    .string()
    .optional()
    .describe(
      'Language of the content, such as `zh`; also asked for. Left out, the page’s own (`<html lang>`) is used.',
    ),
  render: z
    .enum(['static', 'browser'])
    .default('static')
    .describe(
      '`browser`: its table is filled by script. A page that turns out an empty shell is rendered without being told.',
    ),
  allow_private: z
    .boolean()
    .default(false)
    .describe('Lets the hosts of its own addresses be private or loopback ones: the demo, an intranet.'),
  enabled: z.boolean().default(true).describe('`false` keeps the file and stops the fetching.'),
}).superRefine((source, context) => {
  const complain = (path: string[], message: string) => context.addIssue({ code: 'custom', path, message });
  if ((source.url === undefined) === (source.urls === undefined)) complain([], 'expected either url or urls');
  if (source.kind === 'api') return;
  if (source.politeness.robots === 'ignore') {
    complain(['politeness', 'robots'], 'only a source of kind api may ignore robots.txt');
  }
  if (source.pagination !== undefined) complain(['pagination'], 'only a source of kind api has pages to follow');
});
