import { join } from 'node:path';
import { CheerioCrawler, Configuration, log as crawleeLog, LogLevel } from 'crawlee';
import { CONTRACT_VERSION } from '../../../infra/contracts/common.ts';
import { fetchJobId } from '../../../infra/contracts/ids.ts';
import { openEmbeddedLog } from '../../../infra/log/embedded/log.ts';
import type { Source } from '../../../ingest/catalog/load.ts';
import { sourceSchema } from '../../../ingest/catalog/schema.ts';
import { runFetch } from '../../../ingest/fetch/role.ts';
import { type Bench, sideBySide, timed } from '../harness.ts';
import { drained } from '../support/drained.ts';
import { openSite, type Site } from '../support/site.ts';

const HOSTS = 20;
const PAGES = 2_000;
const ROUNDS = 4;
/** Requests under way at the same time, ours (the default) and the neighbours'. */
const CONCURRENCY = 16;
const DELAY_SECONDS = 0.1;
const PACED_PAGES = 600;

/** Pages per second from a loopback site: with politeness off, beside crawlee and bare fetch; and how much of a given pace is used. */
export async function crawl(bench: Bench): Promise<void> {
  const site = await openSite(HOSTS);
  crawleeLog.setLevel(LogLevel.OFF);
  try {
    const pages = bench.size(PAGES);
    const perSecond = (ms: number, count = pages) => count / (ms / 1000);
    let round = 0;
    const rates = await sideBySide(ROUNDS, {
      ours: async () => perSecond(await ours(bench, site, pages, round++, 0)),
      crawlee: async () => perSecond(await timed(() => theirs(addresses(site, pages, round++)))),
      bare: async () => perSecond(await timed(() => bareFetch(addresses(site, pages, round++)))),
    });
    bench.figure(`pages of 40 KB, no delay, ${CONCURRENCY} at a time`, rates.ours, 'pages/s', {
      'crawlee CheerioCrawler': rates.crawlee,
      'bare fetch, nothing kept': rates.bare,
    });
    const paced = bench.size(PACED_PAGES);
    const ms = await ours(bench, site, paced, round++, DELAY_SECONDS);
    bench.figure(`${HOSTS} hosts, ${DELAY_SECONDS} s between requests to one`, perSecond(ms, paced), 'pages/s', {
      // The first request to a host waits for nothing.
      'what the pace allows': paced / ((paced / HOSTS - 1) * DELAY_SECONDS),
    });
    bench.note(
      'ours obeys robots.txt, paces each host and has every page, attempt and state on disk; crawlee obeys robots.txt and keeps nothing',
    );
  } finally {
    await site.stop();
  }
}

/** New addresses every round, spread over the hosts. */
function addresses(site: Site, pages: number, round: number): string[] {
  return Array.from({ length: pages }, (_, page) => site.page(page % HOSTS, round * 1_000_000 + page));
}

/** From jobs on the log to documents on the log, by the fetch role. */
async function ours(bench: Bench, site: Site, pages: number, round: number, delay_seconds: number): Promise<number> {
  const byHost = Map.groupBy(addresses(site, pages, round), (url) => new URL(url).hostname);
  const sources = new Map(
    [...byHost].map(([host, urls]) => sourceOf(host, urls, delay_seconds)).map((source) => [source.id, source]),
  );
  const log = await openEmbeddedLog({ path: join(bench.folder, `crawl-${round}.sqlite`) });
  try {
    const jobs = [...sources.values()].flatMap((source) => source.urls.map((url) => jobOf(source, url)));
    await log.append('fetch_jobs', jobs);
    const start = performance.now();
    const stage = await runFetch({ log, catalog: { sources, problems: [] }, version: 'bench' });
    await drained(log, 'fetch', ['fetch_jobs']);
    const took = performance.now() - start;
    await stage.stop();
    let documents = 0;
    for await (const _record of log.read('documents')) documents++;
    if (documents !== pages) throw new Error(`${documents} of ${pages} pages were fetched`);
    return took;
  } finally {
    await log.close();
  }
}

function sourceOf(host: string, urls: readonly string[], delay_seconds: number): Source {
  const { url: _one, ...source } = sourceSchema.parse({
    id: `bench-${host.replaceAll('.', '-')}`,
    name: host,
    kind: 'page',
    urls: [...urls],
    schedule: { cron: '0 0 * * *' },
    politeness: { delay_seconds, concurrency: CONCURRENCY },
    allow_private: true,
  });
  return { ...source, urls, disabled: null, file: '(bench)' };
}

function jobOf(source: Source, url: string) {
  const scheduled_at = new Date().toISOString();
  return {
    key: new URL(url).host,
    value: {
      version: CONTRACT_VERSION,
      job_id: fetchJobId(source.id, url, scheduled_at),
      source_id: source.id,
      url,
      kind: source.kind,
      reason: 'manual',
      scheduled_at,
      title: null,
      published_at: null,
    },
  };
}

async function theirs(urls: readonly string[]): Promise<void> {
  let pages = 0;
  const crawler = new CheerioCrawler(
    {
      minConcurrency: CONCURRENCY,
      maxConcurrency: CONCURRENCY,
      respectRobotsTxtFile: true,
      requestHandler: async () => {
        pages++;
      },
    },
    new Configuration({ persistStorage: false }),
  );
  await crawler.run([...urls]);
  if (pages !== urls.length) throw new Error(`crawlee fetched ${pages} of ${urls.length} pages`);
}

async function bareFetch(urls: readonly string[]): Promise<void> {
  const waiting = [...urls];
  const worker = async () => {
    for (let url = waiting.pop(); url !== undefined; url = waiting.pop()) await (await fetch(url)).text();
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, worker));
}
