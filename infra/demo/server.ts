import { serve } from '@hono/node-server';
import { generateAtomFeed, generateRssFeed } from 'feedsmith';
import { Hono } from 'hono';
import { Market } from './market.ts';
import { articlePage, articles } from './news.ts';
import { vendorPage } from './pages.ts';
import { VENDORS } from './vendors.ts';

export interface DemoMarket {
  readonly url: string;
  /** What pages show now; counts up by itself unless `stepMs` is null. */
  step(): number;
  advance(): void;
  stop(): Promise<void>;
}

/** The market's web sites, all on one loopback address: /VENDOR/pricing, /feeds/en.xml, /feeds/zh.xml, /news/... */
export async function startMarket(options: {
  readonly port: number;
  readonly seed: number;
  /** How long a step lasts; null: only `advance` moves it. */
  readonly stepMs: number | null;
  /** When the story begins, epoch milliseconds: articles are dated from here. Default: now. */
  readonly startedAt?: number;
}): Promise<DemoMarket> {
  const market = new Market(options.seed);
  const startedAt = options.startedAt ?? Date.now();
  let step = 0;
  const stepTime = (at: number) => new Date(startedAt + at * (options.stepMs ?? 1000));
  const timer = options.stepMs === null ? null : setInterval(() => step++, options.stepMs);
  timer?.unref();

  const app = new Hono();
  app.get('/robots.txt', (context) => context.text('User-agent: *\nAllow: /\n'));
  app.get('/:vendor/pricing', async (context) => {
    const vendor = VENDORS.find(({ id }) => id === context.req.param('vendor'));
    if (vendor === undefined) return context.notFound();
    const page = await vendorPage(vendor, market, step);
    return context.body(page.body, 200, { 'content-type': page.contentType });
  });
  app.get('/feeds/:file{(en|zh)\\.xml}', (context) => {
    const lang = context.req.param('file') === 'zh.xml' ? 'zh' : 'en';
    const origin = new URL(context.req.url).origin;
    const written = articles(market, step, lang, stepTime);
    const body =
      lang === 'en'
        ? generateRssFeed({
            title: 'The wire',
            link: origin,
            description: 'News of AI clouds',
            items: written.map((article) => ({
              title: article.title,
              link: origin + article.path,
              pubDate: article.publishedAt,
            })),
          })
        : generateAtomFeed({
            id: `${origin}/feeds/zh.xml`,
            title: { value: '云市快讯' },
            updated: written[0]?.publishedAt ?? new Date(startedAt),
            entries: written.map((article) => ({
              id: origin + article.path,
              title: { value: article.title },
              updated: article.publishedAt,
              links: [{ href: origin + article.path, rel: 'alternate' }],
            })),
          });
    return context.body(body, 200, { 'content-type': 'application/xml; charset=utf-8' });
  });
  app.get('/news/:lang{en|zh}/:slug', async (context) => {
    const lang = context.req.param('lang') === 'zh' ? 'zh' : 'en';
    const found = articles(market, step, lang, stepTime).find(({ path }) => path === new URL(context.req.url).pathname);
    return found === undefined ? context.notFound() : context.html(await articlePage(found, lang));
  });

  const server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: options.port });
  await new Promise<void>((done, failed) => {
    server.once('error', failed);
    if (server.listening) done();
    else server.once('listening', done);
  });
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : options.port;
  return {
    url: `http://127.0.0.1:${port}`,
    step: () => step,
    advance: () => {
      step++;
    },
    stop: () =>
      new Promise((done) => {
        if (timer !== null) clearInterval(timer);
        server.close(() => done());
        if ('closeAllConnections' in server) server.closeAllConnections();
      }),
  };
}
