import type { ClickHouseClient } from '@clickhouse/client';
import type { Price } from '../../../infra/contracts/price.ts';
import { decodeRecord } from '../../../infra/log/decode.ts';
import { encode } from '../../../infra/log/encode.ts';
import type { RecordTopic } from '../../../sinks/clickhouse/tables.ts';
import { aChange, aDocument, aFetch, aReading, aSignal } from '../../sinks/clickhouse/samples.ts';
import { storeRecords } from '../../support/store-records.ts';

const DAY = 86_400_000;
const daysAgo = (days: number): string => new Date(Date.now() - days * DAY).toISOString();
const WINTER = ['2026-01-05T08:00:00.000Z', '2026-02-05T08:00:00.000Z'];

/** A small market with something in it for every question: prices of two winters' days and of the last weeks. */
export async function loadSampleMarket(client: ClickHouseClient): Promise<void> {
  let offset = 0;
  const store = async (topic: RecordTopic, value: unknown, learnt: string) => {
    offset += 1;
    const bytes = encode(topic, { key: 'k', value });
    const arrivedAt = Date.parse(learnt) + 2_000;
    await storeRecords(client, [decodeRecord(topic, { topic, partition: 0, offset, key: 'k', bytes, arrivedAt })]);
  };
  const page = async (provider: string, at: string, prices: Partial<Price>[], learnt = at, version = '1') => {
    const value = aReading({
      source_id: `${provider}-pricing`,
      url: `https://${provider}.example/pricing`,
      document_id: `${provider}-${at.slice(0, 10)}`,
      observed_at: at,
      authority: 'own',
      prices: prices.map((price) => ({ provider, extractor_version: version, ...price })),
    });
    await store('prices', value, learnt);
  };
  const times = [...WINTER, daysAgo(20), daysAgo(3)];
  for (const [index, at] of times.entries()) {
    await page('acme', at, [
      { meter: 'input', amount: '2.5' },
      { meter: 'output', amount: `${10 + index}` },
      {
        meter: 'output',
        mode: 'batch',
        amount: `${5 + index / 2}`,
        series: 'acme/large-2/output/batch/-/-/USD/1000000',
      },
      { meter: 'cached_input', amount: '0.25' },
    ]);
    await page('bailian', at, [
      { product: 'Qwen Large', meter: 'input', currency: 'CNY', amount: '4' },
      { product: 'Qwen Large', meter: 'output', currency: 'CNY', amount: '12' },
    ]);
    await page('gpus', at, [{ product: 'H100', meter: 'gpu_hour', per: 1, amount: '2.49', region: 'eu' }]);
    await page('ecb', at, [
      { product: 'EUR/USD', meter: 'other', currency: 'USD', per: 1, amount: '1.0834' },
      { product: 'EUR/CNY', meter: 'other', currency: 'CNY', per: 1, amount: '7.8' },
    ]);
  }
  // A better extractor read the page of February again today, and found another price.
  await page('acme', WINTER[1] ?? '', [{ meter: 'output', amount: '11.5' }], daysAgo(0), '2');
  await store(
    'documents',
    aDocument({ source_id: 'acme-pricing', document_id: `acme-${daysAgo(3).slice(0, 10)}`, fetched_at: daysAgo(3) }),
    daysAgo(3),
  );
  const recent = { observed_at: daysAgo(3), previous_observed_at: daysAgo(20) };
  await store('price_changes', aChange({ ...recent, meter: 'output' }), daysAgo(3));
  await store(
    'price_changes',
    aChange({ ...recent, change_id: 'change-2', direction: 'new', old_unit_price: null, pct: null }),
    daysAgo(3),
  );
  await store(
    'price_changes',
    aChange({ ...recent, change_id: 'change-3', provider: 'bailian', direction: 'decrease', pct: -5 }),
    daysAgo(3),
  );
  const seen = { first_seen_at: daysAgo(4), updated_at: daysAgo(3) };
  await store('signals', aSignal({ ...seen, lag_days: 3 }), daysAgo(3));
  await store(
    'signals',
    aSignal({ ...seen, signal_id: 'signal-2', state: 'announced', origin: 'announced', effective: '2099-01' }),
    daysAgo(3),
  );
  await store(
    'signals',
    aSignal({ ...seen, signal_id: 'signal-3', state: 'unannounced', origin: 'observed' }),
    daysAgo(3),
  );
  const volumes = [
    { as_of: '2026-03', period: 'day', tokens: '140000000000000' },
    { as_of: '2026-Q1', period: 'quarter', tokens: '9000000000000000' },
    { as_of: 'FY2025', period: 'year', tokens: '20000000000000000' },
  ] as const;
  for (const { as_of, period, tokens } of volumes) {
    const stated = {
      as_of,
      period,
      value_min: tokens,
      value_max: tokens,
      unit: 'tokens',
      kind: 'token_volume',
    } as const;
    const value = aSignal({
      ...seen,
      ...stated,
      signal_id: `volume-${as_of}`,
      direction: null,
      state: null,
      changes: [],
    });
    await store('signals', value, daysAgo(3));
  }
  await store('fetches', aFetch({ started_at: daysAgo(1) }), daysAgo(1));
  await store(
    'fetches',
    aFetch({
      fetch_id: 'fetch-2',
      started_at: daysAgo(0.1),
      outcome: 'timeout',
      error: 'no answer within 20 s',
      status: null,
      document_id: null,
    }),
    daysAgo(0.1),
  );
}
