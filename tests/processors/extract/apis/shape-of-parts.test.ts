import { expect, test } from 'vitest';
import { rows } from './rows.ts';

test('an hour of a gigabyte or of a processor is none of the card it comes with', () => {
  expect(
    rows([
      { gpu: 'H100', price_per_hour: 2.6, disk_price_per_gb_hour: 0.0002, vcpu_price_per_hour: 0.01 },
      { gpu: 'A100', price_per_hour: 1.6, disk_price_per_gb_hour: 0.0001, vcpu_price_per_hour: 0.02 },
    ]),
  ).toEqual([
    'H100 | gpu_hour | 2.6 USD/1',
    'H100 | other [disk] | 0.0002 USD/1',
    'H100 | other [vcpu] | 0.01 USD/1',
    'A100 | gpu_hour | 1.6 USD/1',
    'A100 | other [disk] | 0.0001 USD/1',
    'A100 | other [vcpu] | 0.02 USD/1',
  ]);
});

test('a memory-optimized machine is one', () => {
  expect(rows([{ name: 'orca-r4', memory_optimized_price_per_hour: 0.4 }])).toEqual([
    expect.stringContaining('orca-r4 | instance_hour'),
  ]);
});

test('a class of capacity is a way of buying, beside a tier that is everyone’s', () => {
  expect(
    rows([
      { gpu: 'H100', tier: 'on_demand', capacity_class: 'community', price_per_hour: 2.6 },
      { gpu: 'H100', tier: 'on_demand', capacity_class: 'secure', price_per_hour: 3.6 },
      { gpu: 'A100', cloud_type: 'COMMUNITY', price_per_hour: 1.2 },
      { gpu: 'A100', capacity_type: 'spot', price_per_hour: 0.9 },
    ]),
  ).toEqual([
    'H100 | gpu_hour community | 2.6 USD/1',
    'H100 | gpu_hour secure | 3.6 USD/1',
    'A100 | gpu_hour community | 1.2 USD/1',
    'A100 | gpu_hour spot | 0.9 USD/1',
  ]);
});
