import { expect, test } from 'vitest';
import { rows } from './rows.ts';

test('the one word beside a price names it, whatever its key; currencies apart', () => {
  expect(
    rows({
      objects: [
        { currency: 'CHF', id: '7', level: 1, price: '0.06000', resource: 'block', unit: 'GB/month' },
        { currency: 'EUR', id: '8', level: 1, price: '0.05000', resource: 'block', unit: 'GB/month' },
        { currency: 'EUR', id: '9', level: 1, price: '0.00400', resource: 'clock', unit: 'GHz/hour' },
      ],
    }),
  ).toEqual([
    'block | storage_gb_month | 0.06 CHF/1',
    'block | storage_gb_month | 0.05 EUR/1',
    'clock | other | 0.004 EUR/1',
  ]);
  expect(
    rows({ data: [{ thing: 'snapshots', unit: 'GB per month', since: 'May 2026', price: { chf: 0.1, usd: 0.11 } }] }),
  ).toEqual(['snapshots | storage_gb_month | 0.1 CHF/1', 'snapshots | storage_gb_month | 0.11 USD/1']);
  expect(rows({ list: [{ feature: 'Load balancer', chf: 12.5, eur: 12, unit: 'month' }] })).toEqual([
    'Load balancer | month | 12.5 CHF/1',
    'Load balancer | month | 12 EUR/1',
  ]);
});

test('who buys, and two words of which either could be it, name nothing', () => {
  expect(rows({ invoices: [{ customer: 'Marta', currency: 'EUR', price: '12.00', unit: 'month' }] })).toEqual([]);
  expect(rows({ data: [{ left: 'amber', right: 'birch', currency: 'EUR', price: '12.00', unit: 'month' }] })).toEqual(
    [],
  );
});
