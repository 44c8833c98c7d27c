import type { Context, Hono } from 'hono';
import { priceChange } from '../../../infra/contracts/price-change.ts';
import type { AppEnv } from '../access/guard.ts';
import { readCursor, writeCursor } from '../api/cursor.ts';
import { readParams } from '../api/params.ts';
import { notFound } from '../api/problem.ts';
import type { Parts } from '../parts.ts';
import { changesByIdStatement } from '../store/changes.ts';
import { keptDocument } from '../store/documents.ts';
import { MAX_SERIES } from '../store/history.ts';
import { lifecycleSummary } from '../store/lifecycle.ts';
import { mover, moversStatement } from '../store/movers.ts';
import { browsePrices } from '../store/prices.ts';
import { signalRevisions, signalsById, signalsStatement, subjects } from '../store/signals.ts';
import { sourcesHealth } from '../store/sources.ts';
import type { Store } from '../store/store.ts';
import { storedSignal } from '../store/stored-signal.ts';
import { volume, volumesStatement } from '../store/volumes.ts';
import { apiPage } from './api.ts';
import { documentPage } from './document.ts';
import { lifecyclePage } from './lifecycle.ts';
import { moversPage } from './movers.ts';
import { lifecycleParams, moversParams, pricesParams, sourcesParams, tapeParams } from './params.ts';
import { pricesPage } from './prices.ts';
import { signalPage } from './signal.ts';
import { sourcesPage } from './sources.ts';
import { tapePage } from './tape.ts';
import type { Html, View } from './view.ts';
import { volumesPage } from './volumes.ts';

const TAPE_ROWS = 50;
const TICKER = 24;
const MOVERS = 30;
const PRICES_SHOWN = 100;
const VOLUMES_SHOWN = 500;

type Page = (view: View, c: Context, parts: Parts) => Promise<Html>;

/** Rows, and the cursor of the next page if there are more. */
const signalsPage = async (
  store: Store,
  filter: Parameters<typeof signalsStatement>[0],
  cursor: string | undefined,
) => {
  const rows = await store.rows(signalsStatement(filter, readCursor(cursor), TAPE_ROWS + 1), storedSignal);
  const shown = rows.slice(0, TAPE_ROWS);
  const last = shown.at(-1);
  const next = rows.length > TAPE_ROWS && last ? writeCursor({ at: last.first_seen_at, id: last.signal_id }) : null;
  return { shown, next };
};

const tape: Page = async (view, c, { store }) => {
  const { cursor, ...filter } = readParams(tapeParams, c.req.url);
  // Taken before the rows are read: the live stream repeats what came in between, and loses nothing.
  const readAt = new Date().toISOString();
  const [{ shown, next }, known, movers] = await Promise.all([
    signalsPage(store, filter, cursor),
    subjects(store),
    store.rows(moversStatement({ days: 7, limit: TICKER }), mover),
  ]);
  return tapePage(view, { signals: shown, next, filter, subjects: known, movers, readAt });
};

const prices: Page = async (view, c, { store }) => {
  const { q, series = [], scale, money, range } = readParams(pricesParams, c.req.url);
  const wanted = [...new Set(series)].slice(0, MAX_SERIES);
  const [found, chosen] = await Promise.all([
    browsePrices(store, { q, listed: true }, PRICES_SHOWN + 1),
    wanted.length === 0 ? [] : browsePrices(store, { series: wanted }, MAX_SERIES),
  ]);
  const bySeries = new Map(chosen.map((row) => [row.series, row]));
  return pricesPage(view, {
    found: found.slice(0, PRICES_SHOWN),
    more: found.length > PRICES_SHOWN,
    chosen: wanted.flatMap((key) => bySeries.get(key) ?? []),
    q,
    scale,
    money,
    range,
  });
};

const movers: Page = async (view, c, { store }) => {
  const { period } = readParams(moversParams, c.req.url);
  const read = (direction: 'increase' | 'decrease') =>
    store.rows(moversStatement({ days: Number(period), direction, limit: MOVERS }), mover);
  const [hikes, cuts] = await Promise.all([read('increase'), read('decrease')]);
  return moversPage(view, { period, hikes, cuts });
};

const volumes: Page = async (view, _c, { store }) =>
  volumesPage(view, { volumes: await store.rows(volumesStatement({}, undefined, VOLUMES_SHOWN), volume) });

const lifecycle: Page = async (view, c, { store }) => {
  const { state, cursor } = readParams(lifecycleParams, c.req.url);
  const [{ shown, next }, summary] = await Promise.all([
    signalsPage(
      store,
      { kind: ['price_change'], origin: ['announced', 'both'], ...(state ? { state: [state] } : {}) },
      cursor,
    ),
    lifecycleSummary(store),
  ]);
  return lifecyclePage(view, { signals: shown, next, state, ...summary });
};

const sources: Page = async (view, c, { store, options }) =>
  sourcesPage(view, await sourcesHealth(store, options.catalog), readParams(sourcesParams, c.req.url).queued);

const oneSignal: Page = async (view, c, { store }) => {
  const [latest, ...earlier] = await signalRevisions(store, c.req.param('id') ?? '');
  if (!latest) throw notFound('There is no signal with this id.');
  const [related, changes] = await Promise.all([
    signalsById(
      store,
      latest.related.map(({ signal_id }) => signal_id),
    ),
    store.rows(changesByIdStatement(latest.changes.map(({ change_id }) => change_id)), priceChange),
  ]);
  return signalPage(view, {
    signal: latest,
    earlier,
    related,
    read: new Map(changes.map((change) => [change.change_id, change])),
  });
};

const oneDocument: Page = async (view, c, { store }) => {
  const kept = await keptDocument(store, c.req.param('id') ?? '');
  if (!kept) throw notFound('No document with this id is kept.');
  return documentPage(view, kept);
};

/** The dashboard's pages. */
export const pageRoutes = (app: Hono<AppEnv>, parts: Parts, viewOf: (c: Context) => View): void => {
  const pages: readonly (readonly [path: string, page: Page])[] = [
    ['/', tape],
    ['/prices', prices],
    ['/movers', movers],
    ['/volumes', volumes],
    ['/announcements', lifecycle],
    ['/sources', sources],
    ['/signals/:id', oneSignal],
    ['/documents/:id', oneDocument],
    ['/api', async (view) => apiPage(view)],
  ];
  for (const [path, page] of pages)
    app.get(path, async (c) => {
      c.header('Cache-Control', 'private, no-cache');
      c.header('Vary', 'Accept-Language, Cookie');
      return c.html(page(viewOf(c), c, parts).then(String));
    });
};
