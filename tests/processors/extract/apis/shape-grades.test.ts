import { expect, test } from 'vitest';
import { rows } from './rows.ts';

test('which way tokens go, at the end of a key', () => {
  expect(
    rows([
      { id: 'vela-1', cost_per_1m_in: 0.5, cost_per_1m_out: 1.5, cost_per_1m_in_cached: 0.05 },
      { id: 'vela-2', price_per_million_in_tokens: 1, price_per_million_out_tokens: 3 },
    ]),
  ).toEqual([
    'vela-1 | input | 0.5 USD/1000000',
    'vela-1 | output | 1.5 USD/1000000',
    'vela-1 | cached_input | 0.05 USD/1000000',
    'vela-2 | input | 1 USD/1000000',
    'vela-2 | output | 3 USD/1000000',
  ]);
  expect(rows([{ id: 'vela-3', opt_in: 1, opt_out: 0.5, log_in: 2 }])).toEqual([]);
});

test('pictures by their quality and size, where a key or a unit says what the numbers are', () => {
  expect(
    rows({
      image_pricing: {
        'orca-draw': { low: { '1024x1024': 0.011, '1024x1536': 0.016 }, high: { '1024x1024': 0.167 } },
        'orca-sketch': { standard: { '1024x1024': 0.02 } },
      },
    }),
  ).toEqual([
    'orca-draw | image [low 1024x1024] | 0.011 USD/1',
    'orca-draw | image [low 1024x1536] | 0.016 USD/1',
    'orca-draw | image [high 1024x1024] | 0.167 USD/1',
    'orca-sketch | image [1024x1024] | 0.02 USD/1',
  ]);
  expect(rows({ unit: 'USD per image', 'orca-draw': { low: 0.01, medium: 0.04, high: 0.16 } })).toEqual([
    'orca-draw | image [low] | 0.01 USD/1',
    'orca-draw | image [medium] | 0.04 USD/1',
    'orca-draw | image [high] | 0.16 USD/1',
  ]);
});

test('sizes of machines and scores by quality are no prices of pictures', () => {
  expect(rows({ plans: { medium: { price_per_month: 12 }, large: { price_per_month: 24 } } })).toEqual([
    'medium | month | 12 USD/1',
    'large | month | 24 USD/1',
  ]);
  expect(rows({ 'orca-draw': { quality: { low: 0.4, high: 0.9 }, speed: { '1024x1024': 3.5 } } })).toEqual([]);
});

test('what a price per thousand counts stands further out, and kinds of it tell series apart', () => {
  expect(
    rows({
      queue_requests: {
        note: 'kept by hand',
        source: 'docs',
        reviewed: '2026-01-02',
        class_a: { note: 'writes', price_per_1000: 0.005, free_quota: 1000 },
        class_b: { note: 'reads', price_per_1000: 0.0004, free_quota: 9000 },
      },
    }),
  ).toEqual([
    'queue_requests | request [class a] | 0.005 USD/1000',
    'queue_requests | request [class b] | 0.0004 USD/1000',
  ]);
});

test('by the gigabyte, over what is included', () => {
  expect(
    rows({
      disks: { included_gb: 100, overage_per_gb_month: 0.02, iops_per_gb: 3 },
      transfer: { included_gb: 500, overage_per_gb: 0.005, throughput_per_tb: 12 },
    }),
  ).toEqual(['disks | storage_gb_month [overage] | 0.02 USD/1', 'transfer | other [overage] | 0.005 USD/1']);
});
