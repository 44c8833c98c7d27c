import { type ApiMapping, apiMapping } from '../../../../infra/contracts/mapping.ts';

/** Oracle's list of cloud prices: parts, each with its prices by currency and way of paying. */
export const oraclePrices: ApiMapping = apiMapping.parse({
  items: 'items.*.currencyCodeLocalizations.*.prices.*',
  provider: 'oracle-oci',
  product: '{^.^.displayName}',
  currency: '{^.currencyCode}',
  unit: '{^.^.metricName}',
  units: {
    'GPU Per Hour': { meter: 'gpu_hour' },
    'Node Per Hour': { meter: 'instance_hour' },
    'Unit Per Hour': { meter: 'instance_hour' },
    'AI Unit Per Hour': { meter: 'instance_hour' },
    'OCPU Per Hour': { meter: 'other' },
    'ECPU Per Hour': { meter: 'other' },
    'Gigabyte Per Hour': { meter: 'other' },
    'Gigabyte Storage Capacity Per Month': { meter: 'storage_gb_month' },
    'Gigabytes Storage Capacity Per Month': { meter: 'storage_gb_month' },
    '1,000,000 Tokens': { per: 1_000_000 },
    '1 Million Tokens': { per: 1_000_000 },
    '10,000 Transactions': { meter: 'other', per: 10_000 },
    '10,000 Requests': { meter: 'request', per: 10_000 },
    '1,000 Requests': { meter: 'request', per: 1_000 },
    '1,000 Transactions': { meter: 'other', per: 1_000 },
    Request: { meter: 'request' },
    Requests: { meter: 'request' },
  },
  modes: [
    { when: { model: 'MONTHLY_COMMIT' }, mode: 'reserved' },
    { when: { model: 'ANNUAL' }, mode: 'commit_1y' },
  ],
  zero: 'absent',
  prices: {
    value: [
      { when: { '^.^.displayName': '\\bcached?\\b.*input', '^.^.metricName': 'token' }, meter: 'cached_input' },
      { when: { '^.^.displayName': '\\b(output|response)\\b', '^.^.metricName': 'token' }, meter: 'output' },
      { when: { '^.^.displayName': '\\b(input|prompt)\\b', '^.^.metricName': 'token' }, meter: 'input' },
      { when: { '^.^.metricName': 'token' }, meter: 'blended' },
      { when: { rangeMin: '[1-9]' }, tier: '{rangeMin} - {rangeMax}' },
      {},
    ],
  },
});
