import type { ClickHouseClient } from '@clickhouse/client';
import type { CatalogSource } from '../../../../sinks/web/options.ts';
import { changes, daysAgo, documentId, LISTED, prices } from './listed.ts';
import { alerts, announcements, signals } from './signals.ts';

const providers = [...new Set(LISTED.map(({ provider }) => provider))];

export const CATALOG: readonly CatalogSource[] = [
  ...providers.map((provider) => ({
    id: `${provider}-pricing`,
    name: `${provider} prices`,
    provider,
    kind: 'page',
    url: `https://${provider}.example/pricing`,
    schedule: '0 * * * *',
  })),
  {
    id: 'market-news',
    name: 'Market news',
    provider: null,
    kind: 'feed',
    url: 'https://news.example/feed',
    schedule: '*/30 * * * *',
  },
  {
    id: 'broken-page',
    name: 'Broken page',
    provider: 'zhipu',
    kind: 'page',
    url: 'https://broken.example/',
    schedule: '0 * * * *',
  },
  {
    id: 'new-page',
    name: 'New page',
    provider: 'minimax',
    kind: 'page',
    url: 'https://new.example/',
    schedule: '0 6 * * *',
  },
];

const fetches = () =>
  CATALOG.filter(({ id }) => id !== 'new-page').flatMap((source) =>
    [0.01, 0.05, 0.5, 2].map((days, n) => {
      const failed = source.id === 'broken-page';
      return {
        fetch_id: `${source.id}-${n}`,
        job_id: `job-${source.id}-${n}`,
        source_id: source.id,
        url: source.url,
        final_url: source.url,
        started_at: daysAgo(days),
        duration_ms: 120 + n,
        outcome: failed ? 'http_error' : n === 3 ? 'new_content' : 'not_modified',
        status: failed ? 503 : 200,
        size_bytes: 1000,
        document_id: null,
        error: failed ? 'answered 503 Service Unavailable' : null,
        retry_at: null,
        version: 1,
        recorded_at: daysAgo(days),
      };
    }),
  );

const documents = () =>
  [
    ...providers.map((provider) => ({
      id: documentId(provider, 0),
      source: `${provider}-pricing`,
      url: `https://${provider}.example/pricing`,
      at: daysAgo(0),
      title: `${provider} pricing`,
      body: '<table><tr><td>Price</td></tr></table>',
    })),
    {
      id: 'doc-news-1',
      source: 'market-news',
      url: 'https://news.example/story',
      at: daysAgo(12),
      title: 'Cloud price watch',
      body: '<p>From the 20th, list prices of Qwen Max rise.</p>',
    },
  ].map(({ id, source, url, at, title, body }) => ({
    document_id: id,
    source_id: source,
    provider: null,
    url,
    final_url: url,
    fetched_at: at,
    published_at: null,
    kind: 'page',
    format: 'html',
    lang: 'en',
    title,
    status: 200,
    etag: null,
    last_modified: null,
    content_hash: id,
    size_bytes: body.length,
    body,
    hints: '{}',
    backfill: false,
    version: 1,
    recorded_at: at,
  }));

const readings = () =>
  providers.map((provider) => ({
    document_id: documentId(provider, 0),
    source_id: `${provider}-pricing`,
    url: `https://${provider}.example/pricing`,
    observed_at: daysAgo(0),
    prices: LISTED.filter((listed) => listed.provider === provider).length,
    extractor: 'pages',
    extractor_version: '1',
    backfill: false,
    version: 1,
    recorded_at: daysAgo(0),
  }));

const recorded = <T extends object>(rows: readonly T[], time: (row: T) => string) =>
  rows.map((row) => ({ ...row, recorded_at: time(row) }));

/** One euro is 7.8 yuan and 1.2 dollars, so a yuan is 0.153846… dollars. */
const rates = () =>
  (['CNY', 'USD'] as const).map((currency) => ({
    ...prices()[0],
    series: `ecb/eur/other/standard/-/-/${currency}/1`,
    provider: 'ecb',
    product: 'EUR',
    product_key: 'eur',
    meter: 'other',
    currency,
    per: 1,
    amount: currency === 'CNY' ? '7.8' : '1.2',
    unit_price: currency === 'CNY' ? '7.8' : '1.2',
    unit_price_usd: null,
    source_id: 'ecb',
    url: 'https://ecb.example/',
    observed_at: daysAgo(200),
    recorded_at: daysAgo(200),
  }));

/** Fills every table the web reads from, as the ClickHouse sink would. */
export const seed = async (client: ClickHouseClient): Promise<void> => {
  const insert = (table: string, values: readonly object[]) =>
    client.insert({ table, values: [...values], format: 'JSONEachRow' });
  await insert('prices', [...prices(), ...rates()]);
  await insert('readings', readings());
  await insert(
    'price_changes',
    recorded(changes(), ({ observed_at }) => observed_at),
  );
  await insert(
    'announcements',
    recorded(announcements(), ({ observed_at }) => observed_at),
  );
  await insert(
    'signals',
    recorded(signals(), ({ updated_at }) => updated_at),
  );
  await insert(
    'alerts',
    recorded(alerts(), ({ updated_at }) => updated_at),
  );
  await insert('fetches', fetches());
  await insert('documents', documents());
};
