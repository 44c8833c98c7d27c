import { type ApiMapping, apiMapping } from '../../../../infra/contracts/mapping.ts';

const PRODUCT = '$.products.{^.^.$key}.attributes';
const INFERENCE = `${PRODUCT}.inferenceType`;
const USAGE = `${PRODUCT}.usagetype`;

const NO_MACHINE = {
  [`${PRODUCT}.instanceType`]: '^$',
  [`${PRODUCT}.instanceName`]: '^$',
  [USAGE]: '!instance|host|node|box|server',
};

/** "Input tokens", "Cross-region global output tokens", "Prompt cache read input tokens batch": the meter by its words. */
const TOKENS = [
  ['cache_write', 'cache.*write'],
  ['cached_input', 'cache'],
  ['output', 'output|response'],
  ['input', 'input|prompt'],
] as const;

/** How a marketplace's models count: "MP:USE1_CacheWrite1hInputTokenCount_Global". */
const COUNTED = [
  { tier: 'cross-region, 1h', with: '(?=.*global)(?=.*write_?1h)' },
  { tier: 'cross-region', with: '(?=.*(cross.?region|global))' },
  { tier: '1h', with: '(?=.*write_?1h)' },
  { with: '' },
];

/**
 * AWS price list (bulk files of one offer and region): products by SKU, and terms -> SKU -> offer -> price dimensions. The entry is a
 * dimension: `^` is its offer, `^.^` its SKU, `^.^.^` the kind of term.
 */
const priceList = (product: string): ApiMapping =>
  apiMapping.parse({
    items: 'terms.*.*.*.priceDimensions.*',
    when: {
      // The fee at the start of a reservation is no rate; other software and unused reservations have rates of their own.
      unit: '!^Quantity$',
      [`${PRODUCT}.capacitystatus`]: '^(Used)?$',
      [`${PRODUCT}.preInstalledSw`]: '^(NA)?$',
    },
    provider: 'aws',
    product: `{${PRODUCT}.model|${PRODUCT}.titanModel|${PRODUCT}.instanceName|${PRODUCT}.instanceType|${PRODUCT}.volumeApiName|${PRODUCT}.volumeType|${PRODUCT}.storageClass|${PRODUCT}.${product}}`,
    region: `{${PRODUCT}.regionCode|${PRODUCT}.location}`,
    effective_at: '{^.effectiveDate}',
    unit: '{unit}',
    units: {
      Hrs: { meter: 'instance_hour' },
      Hours: { meter: 'instance_hour' },
      hours: { meter: 'instance_hour' },
      hour: { meter: 'instance_hour' },
      '1K tokens': { per: 1_000 },
      '1k tokens': { per: 1_000 },
      '1000 tokens': { per: 1_000 },
      '1M tokens': { per: 1_000_000 },
      Tokens: { per: 1 },
      tokens: { per: 1 },
      'GB-Mo': { meter: 'storage_gb_month' },
      'GB-month': { meter: 'storage_gb_month' },
      Requests: { meter: 'request' },
      Request: { meter: 'request' },
      'API Requests': { meter: 'request' },
      image: { meter: 'image' },
      Image: { meter: 'image' },
      Images: { meter: 'image' },
      seconds: { meter: 'second' },
      Seconds: { meter: 'second' },
      Second: { meter: 'second' },
    },
    modes: [
      { when: { '^.termAttributes.LeaseContractLength': '^1 ?yr' }, mode: 'commit_1y' },
      { when: { '^.termAttributes.LeaseContractLength': '^3 ?yr' }, mode: 'commit_3y' },
      { when: { '^.^.^.$key': '^Reserved$' }, mode: 'reserved' },
      { when: { [INFERENCE]: 'provisioned' }, mode: 'provisioned' },
      { when: { [USAGE]: 'provisioned' }, mode: 'provisioned' },
      { when: { [`${PRODUCT}.feature`]: 'customization' }, mode: 'fine_tuned' },
      { when: { [`${PRODUCT}.feature`]: 'batch' }, mode: 'batch' },
      { when: { [INFERENCE]: 'batch' }, mode: 'batch' },
      { when: { [INFERENCE]: 'flex' }, mode: 'flex' },
      { when: { [INFERENCE]: 'priority' }, mode: 'priority' },
      { when: { [INFERENCE]: 'latency.optimi' }, mode: 'fast' },
      { when: { [USAGE]: 'token.*[_-]batch' }, mode: 'batch' },
    ],
    prices: {
      'pricePerUnit.*': [
        ...TOKENS.map(([meter, words]) => ({
          when: { [INFERENCE]: `^(?=.*(cross.region|global))(?=.*(${words}))`, unit: 'token' },
          meter,
          currency: '{$field}',
          tier: 'cross-region',
        })),
        ...TOKENS.map(([meter, words]) => ({
          when: { [INFERENCE]: words, unit: 'token' },
          meter,
          currency: '{$field}',
        })),
        ...COUNTED.flatMap(({ tier, with: and }) =>
          TOKENS.map(([meter, words]) => ({
            when: { [USAGE]: `^${and}(?=.*(${words}))`, unit: 'token' },
            meter,
            currency: '{$field}',
            tier,
          })),
        ),
        // Hours of throughput, of an address, of a gateway are hours of no machine.
        ...[{ [INFERENCE]: '.' }, NO_MACHINE].map((when) => ({
          when: { unit: '^h', ...when },
          meter: 'other',
          currency: '{$field}',
          zero: 'absent',
          tier: `{${USAGE}}`,
        })),
        {
          when: { unit: '^h' },
          currency: '{$field}',
          zero: 'absent',
          tier: `{${PRODUCT}.operatingSystem}, {${PRODUCT}.tenancy}, {^.termAttributes.PurchaseOption|^.^.^.$key}`,
        },
        {
          when: { unit: '^GB' },
          currency: '{$field}',
          zero: 'absent',
          tier: `{${USAGE}} {beginRange} - {endRange}`,
        },
        ...[{ beginRange: '[1-9]' }, { endRange: '^\\d' }].map((when) => ({
          when,
          currency: '{$field}',
          zero: 'absent',
          tier: `{${USAGE}} {beginRange} - {endRange}`,
        })),
        { currency: '{$field}', zero: 'absent', tier: `{${USAGE}}` },
      ],
    },
  });

export const awsPriceList: ApiMapping = priceList('usagetype');
/** The same of what others sell there, every product a service of its own: "Orla 2 (Amazon Bedrock Edition)". */
export const awsMarketplace: ApiMapping = priceList('servicename');
