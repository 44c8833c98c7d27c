import { expect, test } from 'vitest';
import { rows } from './rows.ts';

test('what a program made up names nothing where a name stands beside it', () => {
  const prices = { input: 2e-6, output: 8e-6 };
  expect(
    rows([
      {
        id: 'k3v9q2mrs7tplw4xzb8ndyga',
        modelName: 'orca-1',
        tiers: [{ id: 'k3v9q2mrs7tplw4xzb8ndyga_default', prices }],
      },
      { id: '8f2c7b1e9d3a4506b7c8d9e0', modelName: 'orca-2', prices },
      { id: 'orca3instruct20260115', modelName: 'Orca 3', prices },
    ]).filter((row) => row.includes('input')),
  ).toEqual(['orca-1 | input | 0.000002 USD/1', 'orca-2 | input | 0.000002 USD/1', 'Orca 3 | input | 0.000002 USD/1']);
});

test('any identifier names an entry that has nothing better, but not who sells it', () => {
  expect(
    rows({
      prices: [
        { endpoint_id: 'kite/draw', unit_price: 0.025, unit: 'images', currency: 'USD' },
        { endpoint_id: 'kite/film', unit_price: 0.3, unit: 'seconds', currency: 'USD' },
      ],
    }),
  ).toEqual(['kite/draw | image | 0.025 USD/1', 'kite/film | second | 0.3 USD/1']);
  expect(rows([{ router_key: 'kite-2', vendor_name: 'Kite', input_per_1m_usd: 1, output_per_1m_usd: 3 }])).toEqual([
    'kite-2 | input | 1 USD/1000000',
    'kite-2 | output | 3 USD/1000000',
  ]);
  expect(rows([{ vendor_name: 'Kite', region_code: 'north', price_per_hour: 3 }])).toEqual([]);
});

test('the key over an object names it where nothing in it does', () => {
  expect(rows({ pricing: { currency: 'EUR', volume: { price_per_gb_month: 0.04 }, servers: [] } })).toEqual([
    'volume | storage_gb_month | 0.04 EUR/1',
  ]);
  expect(rows({ data: { price_summary: { lowest_price_per_hour: 0.2 } } })).toEqual([]);
});

test('a machine by the name it is bought under, not by the card in it', () => {
  expect(
    rows({
      region: 'north-1',
      instances: [
        { sku: 'g9.xlarge', vcpus: 8, gpu: 'L4', gpu_count: 1, hourly_usd: 0.9, spot_hourly_usd: 0.3 },
        { sku: 'p9.16xlarge', vcpus: 96, gpu: 'H100', gpu_count: 8, hourly_usd: 31.5 },
      ],
    }),
  ).toEqual([
    'g9.xlarge | instance_hour @north-1 | 0.9 USD/1',
    'g9.xlarge | instance_hour spot @north-1 | 0.3 USD/1',
    'p9.16xlarge | instance_hour @north-1 | 31.5 USD/1',
  ]);
});

test('products under tiers of a house that has no other name for them', () => {
  expect(
    rows({
      currency: 'USD',
      northcloud: {
        region: 'north-1',
        tiers: [
          { sku: 'Object store', tier: 'hot', price_per_gb_month_usd: 0.021 },
          { sku: 'Deep archive', tier: 'archive', price_per_gb_month_usd: 0.001 },
        ],
      },
    }),
  ).toEqual([
    'Object store | storage_gb_month @north-1 | 0.021 USD/1',
    'Deep archive | storage_gb_month @north-1 | 0.001 USD/1',
  ]);
});

test('cards and machines by the many ways of writing them', () => {
  const resources = { max_vcpus: 64, max_ram_gb: 256 };
  expect(
    rows({
      gpus: [
        { displayName: 'NVIDIA GeForce RTX 5090 PCIe 32GB', price_per_hr: 0.6, resources },
        { displayName: 'h100-80gb-sxm.8x', price_per_hr: 20.5, resources },
        { displayName: 'L40S-4-192G', price_per_hr: 6.4, resources },
      ],
    }),
  ).toEqual([
    'NVIDIA GeForce RTX 5090 PCIe 32GB | gpu_hour | 0.6 USD/1',
    'h100-80gb-sxm.8x | instance_hour | 20.5 USD/1',
    'L40S-4-192G | instance_hour | 6.4 USD/1',
  ]);
});

test('a key beside values names them, and a range behind a name is its tier', () => {
  expect(
    rows({
      title: 'Prices of the relay',
      rows: [
        { key: 'Tern 4 (≤ 128K)', values: { input: 1.25, output: 7.5, provider: 'seabird' } },
        { key: 'Tern 4 (> 128K)', values: { input: 2.5, output: 11.25, provider: 'seabird' } },
      ],
    }),
  ).toEqual([
    'Tern 4 | input [(≤ 128K)] | 1.25 USD/1000000',
    'Tern 4 | output [(≤ 128K)] | 7.5 USD/1000000',
    'Tern 4 | input [(> 128K)] | 2.5 USD/1000000',
    'Tern 4 | output [(> 128K)] | 11.25 USD/1000000',
  ]);
});

test('storage is named by its key, where it holds a price and no list', () => {
  expect(rows({ storage: { pricePerGbMonth: 0.05 }, egress: { pricePerGb: 0.01 } })).toEqual([
    'storage | storage_gb_month | 0.05 USD/1',
    'egress | other | 0.01 USD/1',
  ]);
});

test('what is metered names its price, and the number of a build nothing', () => {
  expect(
    rows({
      props: {
        usage: [
          { meter: 'GPU time (A10G)', price: '$1.10', unit: 'hour' },
          { meter: 'Kept data', price: '$0.15', unit: 'GB-month' },
        ],
      },
      buildId: 'x1',
    }),
  ).toEqual(['GPU time (A10G) | gpu_hour | 1.1 USD/1', 'Kept data | storage_gb_month | 0.15 USD/1']);
});
