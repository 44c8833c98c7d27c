import { type ApiMapping, apiMapping } from '../../../../infra/contracts/mapping.ts';

/** Azure retail prices API: one item per meter and region. Reservations are priced for their whole term under an hourly unit: left out. */
export const azureRetail: ApiMapping = apiMapping.parse({
  items: 'Items',
  when: { type: '^Consumption$' },
  provider: 'azure',
  product: '{skuName|meterName}',
  product_without:
    '[ -]*\\b(cached|cchd|cache (read|write|hit))?[ -]*(inp(ut)?|outp?(ut)?|opt)\\b|[ -]*\\b(tokens?|spot|low priority)\\b',
  region: '{armRegionName}',
  currency: '{currencyCode}',
  effective_at: '{effectiveStartDate}',
  unit: '{unitOfMeasure}',
  units: {
    '1': { per: 1 },
    '1K': { per: 1_000 },
    '1M': { per: 1_000_000 },
    '1K Tokens': { per: 1_000 },
    '1M Tokens': { per: 1_000_000 },
    '1 Hour': { meter: 'instance_hour' },
    '100 Hours': { meter: 'instance_hour', per: 100 },
    '1/Hour': { meter: 'instance_hour' },
    '1 GB/Month': { meter: 'storage_gb_month' },
    '100 GB/Month': { meter: 'storage_gb_month', per: 100 },
    '1/Month': { meter: 'month' },
    '10K': { per: 10_000 },
    '100': { per: 100 },
  },
  modes: [
    { when: { skuName: '\\bspot\\b' }, mode: 'spot' },
    { when: { skuName: 'low priority' }, mode: 'low_priority' },
    { when: { meterName: '\\bbatch\\b' }, mode: 'batch' },
    { when: { meterName: '\\b(provisioned|ptu)\\b' }, mode: 'provisioned' },
    { when: { meterName: '\\b(ft|fine ?tun\\w*)\\b' }, mode: 'fine_tuned' },
  ],
  zero: 'absent',
  prices: {
    retailPrice: [
      {
        when: {
          meterName: '(cached|cchd|cache (read|hit)).*(token|inp)|inp\\w* (cached|cchd)',
          unitOfMeasure: '^1[KM]',
        },
        meter: 'cached_input',
      },
      { when: { meterName: 'cache write', unitOfMeasure: '^1[KM]' }, meter: 'cache_write' },
      { when: { meterName: '\\b(outp?(ut)?|opt)\\b', unitOfMeasure: '^1[KM]' }, meter: 'output' },
      { when: { meterName: '\\binp(ut)?\\b', unitOfMeasure: '^1[KM]' }, meter: 'input' },
      { when: { meterName: 'image', unitOfMeasure: '^(1|100)$' }, meter: 'image', tier: '{meterName}' },
      { when: { unitOfMeasure: 'Hour' }, tier: '{productName}' },
      { when: { unitOfMeasure: 'Month' }, tier: '{productName} {meterName} from {tierMinimumUnits}' },
      { meter: 'other', tier: '{meterName}' },
    ],
  },
});
