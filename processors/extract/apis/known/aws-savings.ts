import { type ApiMapping, apiMapping } from '../../../../infra/contracts/mapping.ts';

/** AWS savings plans (bulk files): plans, each with the rates of what it covers. The entry is a rate: `^` is its plan. */
export const awsSavingsPlans: ApiMapping = apiMapping.parse({
  items: 'terms.savingsPlan.*.rates.*',
  provider: 'aws',
  product: '{discountedInstanceType|discountedUsageType}',
  // "USE1-BoxUsage:g9.2xlarge"
  product_without: '^[\\w-]+:',
  region: '{discountedRegionCode}',
  currency: '{discountedRate.currency}',
  effective_at: '{^.effectiveDate}',
  unit: '{unit}',
  units: { Hrs: { meter: 'instance_hour' } },
  modes: [
    { when: { '^.leaseContractLength.duration': '^1$' }, mode: 'commit_1y' },
    { when: { '^.leaseContractLength.duration': '^3$' }, mode: 'commit_3y' },
  ],
  zero: 'absent',
  prices: { 'discountedRate.price': { tier: '{^.description}, {discountedOperation}' } },
});
