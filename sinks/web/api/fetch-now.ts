import type { Context } from 'hono';
import { CONTRACT_VERSION } from '../../../infra/contracts/common.ts';
import { documentKind } from '../../../infra/contracts/document.ts';
import { fetchJob } from '../../../infra/contracts/fetch.ts';
import { fetchJobId } from '../../../infra/contracts/ids.ts';
import { type AppEnv, demand } from '../access/guard.ts';
import type { Parts } from '../parts.ts';
import { notFound } from './problem.ts';

/** Asks for a source outside its schedule (scope admin). Asked twice within a minute it is one job. */
export const fetchNow = async (c: Context<AppEnv>, { options }: Parts): Promise<Response> => {
  demand(c.get('access'), 'admin');
  const source = options.catalog.find(({ id }) => id === c.req.param('id'));
  if (!source) throw notFound('The catalogue holds no such source; /api/v1/sources lists those there are.');
  const due = new Date();
  due.setUTCSeconds(0, 0);
  const jobs = (source.urls ?? [source.url]).map((url) =>
    fetchJob.parse({
      version: CONTRACT_VERSION,
      job_id: fetchJobId(source.id, url, due.toISOString()),
      source_id: source.id,
      url,
      kind: documentKind.parse(source.kind),
      reason: 'manual',
      scheduled_at: due.toISOString(),
    }),
  );
  await options.log.append(
    'fetch_jobs',
    jobs.map((job) => ({ key: new URL(job.url).host, value: job })),
  );
  options.logger?.info({ source: source.id, by: c.get('access').caller.name }, 'fetch asked for');
  if ((c.req.header('accept') ?? '').includes('text/html'))
    return c.redirect(`/sources?queued=${encodeURIComponent(source.id)}`, 303);
  return c.json({ data: jobs }, 202);
};
