import { type ApiMapping, apiMapping } from '../../../../infra/contracts/mapping.ts';

const GPU = { '^.category.resourceGroup': 'GPU|TPU' };
const RATES = { tier: 'from {startUsageAmount}' };

/** Google Cloud Billing catalog (services.skus.list), its list of SKUs: each with rates by amount used, in Google's money object. */
export const googleCloudSkus: ApiMapping = apiMapping.parse({
  provider: 'google-cloud',
  product: '{description}',
  region: '{serviceRegions}',
  effective_at: '{pricingInfo.0.effectiveTime}',
  unit: '{pricingInfo.0.pricingExpression.usageUnit}',
  units: {
    h: { meter: 'instance_hour' },
    s: { meter: 'second' },
    min: { meter: 'second', per: 60 },
    'GiBy.h': { meter: 'other' },
    'GiBy.mo': { meter: 'storage_gb_month' },
    'GBy.mo': { meter: 'storage_gb_month' },
    mo: { meter: 'month' },
    count: { per: 1 },
    '1': { per: 1 },
  },
  modes: [
    { when: { 'category.usageType': '^Preemptible$' }, mode: 'spot' },
    { when: { 'category.usageType': '^Commit1' }, mode: 'commit_1y' },
    { when: { 'category.usageType': '^Commit3' }, mode: 'commit_3y' },
    { when: { description: '\\bbatch\\b' }, mode: 'batch' },
  ],
  zero: 'absent',
  lists: [
    {
      at: 'pricingInfo.0.pricingExpression.tieredRates',
      prices: {
        unitPrice: [
          { when: { ...GPU, startUsageAmount: '^0?$' }, meter: 'gpu_hour' },
          { when: { '^.description': 'cach\\w*.*(storage|hour)' }, meter: 'other', ...RATES },
          { when: { '^.description': 'cach.*(token|input|text)' }, meter: 'cached_input' },
          { when: { '^.description': 'output.*(token|text|count|prediction)|(token|text).*output' }, meter: 'output' },
          { when: { '^.description': 'input.*(token|text|count|prediction)|(token|text).*input' }, meter: 'input' },
          { when: { '^.description': '^(?!.*token).*image generation', startUsageAmount: '^0?$' }, meter: 'image' },
          {
            when: {
              '^.pricingInfo.0.pricingExpression.usageUnit': '^(count|1)$',
              '^.description': '\\boperations?\\b',
            },
            meter: 'request',
            ...RATES,
          },
          { when: { '^.pricingInfo.0.pricingExpression.usageUnit': '^(count|1)$' }, meter: 'other', ...RATES },
          // A core or a gigabyte of a machine is no machine.
          { when: { '^.category.resourceGroup': '^(CPU|RAM)$', startUsageAmount: '^0?$' }, meter: 'other' },
          { when: { startUsageAmount: '!^0?$' }, ...RATES },
          {},
        ],
      },
    },
  ],
});
