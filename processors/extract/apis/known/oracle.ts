import { type ApiMapping, apiMapping } from '../../../../infra/contracts/mapping.ts';

/** @param part the way from a price to the part it is of */
const pricesOf = (items: string, part: string): ApiMapping =>
  apiMapping.parse({
    items,
    provider: 'oracle-oci',
    product: `{${part}.displayName|${part}.shortDisplayName}`,
    currency: '{^.currencyCode|currencyCode}',
    unit: `{${part}.metricName|${part}.metricDisplayName}`,
    units: {
      'GPU Per Hour': { meter: 'gpu_hour' },
      'Node Per Hour': { meter: 'instance_hour' },
      'Unit Per Hour': { meter: 'instance_hour' },
      'AI Unit Per Hour': { meter: 'instance_hour' },
      'OCPU Per Hour': { meter: 'other' },
      'ECPU Per Hour': { meter: 'other' },
      'Gigabyte Per Hour': { meter: 'other' },
      'Gigabyte Outbound Data Transfer Per Month': { meter: 'other' },
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
        {
          when: { [`${part}.displayName`]: '\\bcached?\\b.*input', [`${part}.metricName`]: 'token' },
          meter: 'cached_input',
        },
        {
          when: { [`${part}.displayName`]: '\\b(output|response)\\b', [`${part}.metricName`]: 'token' },
          meter: 'output',
        },
        { when: { [`${part}.displayName`]: '\\b(input|prompt)\\b', [`${part}.metricName`]: 'token' }, meter: 'input' },
        { when: { [`${part}.metricName`]: 'token' }, meter: 'blended' },
        { when: { rangeMin: '[1-9]' }, tier: '{rangeMin} - {rangeMax}' },
        {},
      ],
    },
  });

/** Oracle's list of cloud prices: parts, each with its prices by currency and way of paying. */
export const oraclePrices: ApiMapping = pricesOf('*.currencyCodeLocalizations.*.prices.*', '^.^');
/** The same in one currency. */
export const oraclePricesAlone: ApiMapping = pricesOf('*.prices.*', '^');
