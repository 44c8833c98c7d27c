import type { Context, Hono } from 'hono';
import { etag } from 'hono/etag';
import type { AppEnv } from '../access/guard.ts';
import { readParams } from '../api/params.ts';
import { translator } from '../i18n/translate.ts';
import type { Parts } from '../parts.ts';
import { signalsForFeed } from '../store/signals.ts';
import { feedEntry } from './entry.ts';
import { FEED_TYPES, type FeedFormat, feedParams } from './params.ts';
import { writeFeed } from './write.ts';

const ENTRIES = 60;
const FORMATS: readonly FeedFormat[] = ['atom', 'rss', 'json'];

/** Signals per filter as Atom, RSS and JSON Feed, last learnt first: a correction comes up again under the same id, loaded history stays out. */
export const feedRoutes = (app: Hono<AppEnv>, { store, options }: Parts): void => {
  const answer = async (c: Context, format: FeedFormat): Promise<Response> => {
    const { lang, ...filter } = readParams(feedParams, c.req.url);
    const t = translator(lang ?? 'en');
    const asked = new URL(c.req.url);
    const base = (options.publicUrl ?? asked.origin).replace(/\/$/, '');
    const signals = await signalsForFeed(store, { backfill: false, ...filter }, ENTRIES);
    const body = writeFeed(format, {
      title: 'tokentape',
      description: t('tagline'),
      language: t.language === 'zh' ? 'zh-CN' : 'en',
      home: `${base}/${asked.search}`,
      self: `${base}${asked.pathname}${asked.search}`,
      entries: signals.map((signal) => feedEntry(signal, base, t)),
    });
    c.header('Cache-Control', 'private, max-age=60');
    return c.body(body, 200, { 'content-type': `${FEED_TYPES[format]}; charset=utf-8` });
  };
  app.use('/feeds/*', etag({ weak: true }));
  for (const format of FORMATS) app.get(`/feeds/signals.${format}`, (c) => answer(c, format));
};
