import { expect, test } from 'vitest';
import { rows } from './rows.ts';

test('hours in whole numbers too high for any machine are in cents', () => {
  expect(
    rows({
      instance_types: [
        { instance_type: 'A100_80G', configuration: { vcpus: 31 }, hourly_price: 135 },
        { instance_type: 'A6000', configuration: { vcpus: 6 }, hourly_price: 57 },
        { instance_type: 'H100x8', configuration: { vcpus: 176 }, hourly_price: 2780 },
      ],
    }),
  ).toEqual([
    'A100_80G | gpu_hour | 1.35 USD/1',
    'A6000 | gpu_hour | 0.57 USD/1',
    'H100x8 | instance_hour | 27.8 USD/1',
  ]);
});

test('hours with decimals, in a small currency or of whole dollars are what they are', () => {
  expect(rows([{ instance_type: 'p9.48xlarge', hourly_price: 98.32 }])).toEqual([
    'p9.48xlarge | instance_hour | 98.32 USD/1',
  ]);
  expect(rows([{ gpu: 'H100', price_per_hour: 220, currency: 'INR' }])).toEqual(['H100 | gpu_hour | 220 INR/1']);
  expect(
    rows([
      { gpu: 'H100', price_per_hour: 3 },
      { gpu: 'B200', price_per_hour: 6 },
    ]),
  ).toEqual(['H100 | gpu_hour | 3 USD/1', 'B200 | gpu_hour | 6 USD/1']);
});

test('so many times the hour beside it an amount is of a month', () => {
  expect(rows({ DATA: [{ LABEL: 'Node 2048', CORES: 2, PRICE: 20.0, HOURLY: 0.03 }] })).toEqual([
    'Node 2048 | month | 20 USD/1',
    'Node 2048 | instance_hour | 0.03 USD/1',
  ]);
  expect(rows([{ gpu: 'A100', price: 1.2, hourly_price: 1.5 }])[0]).toContain('gpu_hour');
});

test('times with how one buys', () => {
  const cost = { 'us-north1': { hour: 3.6, hour_spot: 1.1, month: 2628, month_1y: 1689.3, month_3y: 938.5 } };
  expect(rows({ currency: 'USD', instance: { 'a9-highgpu-1g': { cpu: 12, cost } } })).toEqual([
    'a9-highgpu-1g | instance_hour @us-north1 | 3.6 USD/1',
    'a9-highgpu-1g | instance_hour spot @us-north1 | 1.1 USD/1',
    'a9-highgpu-1g | month @us-north1 | 2628 USD/1',
    'a9-highgpu-1g | month commit_1y @us-north1 | 1689.3 USD/1',
    'a9-highgpu-1g | month commit_3y @us-north1 | 938.5 USD/1',
  ]);
});
