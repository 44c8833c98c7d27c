import { alert } from '../../../infra/contracts/alert.ts';
import { announcement } from '../../../infra/contracts/announcement.ts';
import { priceChange } from '../../../infra/contracts/price-change.ts';
import { alertFilter, alertsStatement } from '../store/alerts.ts';
import { announcementFilter, announcementsStatement } from '../store/announcements.ts';
import { changeFilter, changesStatement } from '../store/changes.ts';
import { historyFilter, historyStatement, pointId, pricePoint } from '../store/history.ts';
import { latestPrice, latestPricesStatement, priceFilter, priceId } from '../store/prices.ts';
import { signalFilter } from '../store/signal-filter.ts';
import { signalsStatement } from '../store/signals.ts';
import { storedSignal } from '../store/stored-signal.ts';
import { volume, volumeFilter, volumesStatement } from '../store/volumes.ts';
import { type Listing, listing } from './listing.ts';

/** The collections of the API. Everything about one is here: address, filters, rows, order. */
export const LISTINGS: readonly Listing[] = [
  listing({
    path: '/signals',
    id: 'signals',
    summary: 'What happened in the market, newest first: one signal per event, however many sources report it',
    filter: signalFilter,
    row: storedSignal,
    rowName: 'Signal',
    statement: signalsStatement,
    position: (row) => ({ at: row.first_seen_at, id: row.signal_id }),
  }),
  listing({
    path: '/price-changes',
    id: 'price-changes',
    summary: 'Moves of price series between two neighbouring observations, newest first',
    filter: changeFilter,
    row: priceChange,
    rowName: 'PriceChange',
    statement: changesStatement,
    position: (row) => ({ at: row.observed_at, id: row.change_id }),
  }),
  listing({
    path: '/prices',
    id: 'prices',
    summary: 'The latest price of every series and source',
    filter: priceFilter,
    row: latestPrice,
    rowName: 'Price',
    statement: latestPricesStatement,
    position: (row) => ({ at: row.observed_at, id: priceId(row) }),
  }),
  listing({
    path: '/series/history',
    id: 'series-history',
    summary: 'Observed prices of up to eight series, newest first',
    filter: historyFilter,
    row: pricePoint,
    rowName: 'PricePoint',
    statement: historyStatement,
    position: (row) => ({ at: row.observed_at, id: pointId(row) }),
  }),
  listing({
    path: '/announcements',
    id: 'announcements',
    summary: 'Statements found in texts, each with its verbatim quote',
    filter: announcementFilter,
    row: announcement,
    rowName: 'Announcement',
    statement: announcementsStatement,
    position: (row) => ({ at: row.observed_at, id: row.announcement_id }),
  }),
  listing({
    path: '/token-volumes',
    id: 'token-volumes',
    summary: 'Tokens processed as organisations state them, brought to tokens a day',
    filter: volumeFilter,
    row: volume,
    rowName: 'TokenVolume',
    statement: volumesStatement,
    position: (row) => ({ at: row.first_seen_at, id: row.signal_id }),
  }),
  listing({
    path: '/alerts',
    id: 'alerts',
    summary: 'What was told to whom, newest first',
    filter: alertFilter,
    row: alert,
    rowName: 'Alert',
    statement: alertsStatement,
    position: (row) => ({ at: row.created_at, id: row.alert_id }),
  }),
];
