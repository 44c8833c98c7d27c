import { expect, test } from 'vitest';
import { read, rows } from './rows.ts';

const dimension = (unit: string, USD: string, beginRange = '0', endRange = 'Inf') => ({
  unit,
  pricePerUnit: { USD },
  beginRange,
  endRange,
});

/** A file of the AWS price list: what each SKU is, and what it costs on demand. */
function file(
  sold: Readonly<Record<string, { attributes: Record<string, string>; dimensions: ReturnType<typeof dimension>[] }>>,
) {
  return {
    products: Object.fromEntries(Object.entries(sold).map(([sku, { attributes }]) => [sku, { sku, attributes }])),
    terms: {
      OnDemand: Object.fromEntries(
        Object.entries(sold).map(([sku, { dimensions }]) => [
          sku,
          {
            [`${sku}.T`]: { priceDimensions: Object.fromEntries(dimensions.map((one, at) => [`${sku}.T.${at}`, one])) },
          },
        ]),
      ),
    },
  };
}

const machine = {
  instanceType: 'g9.2xlarge',
  operatingSystem: 'Linux',
  tenancy: 'Shared',
  location: 'US East (Ohio)',
  servicename: 'Amazon Elastic Compute Cloud',
};
const machines = file({ M: { attributes: machine, dimensions: [dimension('Hrs', '1.212')] } });
const model = (inferenceType: string, usagetype: string) => ({
  model: 'orla-20b',
  regionCode: 'us-east-1',
  feature: 'On-demand Inference',
  inferenceType,
  usagetype,
  servicename: 'Amazon Bedrock',
});
const models = file({
  A: {
    attributes: model('Output tokens flex', 'USE1-orla-20b-output-tokens-flex'),
    dimensions: [dimension('1K tokens', '0.00015')],
  },
  B: {
    attributes: model('Input tokens priority', 'USE1-orla-20b-input-tokens-priority'),
    dimensions: [dimension('1K tokens', '0.0001225')],
  },
});

test('AWS price lists of several services, each under its name', () => {
  const body = { AmazonEC2: machines, AmazonBedrock: models };
  expect(rows(body)).toEqual([
    'g9.2xlarge | instance_hour [Linux, Shared, OnDemand] @US East (Ohio) | 1.212 USD/1',
    'orla-20b | output flex @us-east-1 | 0.00015 USD/1000',
    'orla-20b | input priority @us-east-1 | 0.0001225 USD/1000',
  ]);
  expect(read(body).prices[0]?.evidence).toBe(
    'AmazonEC2.terms.OnDemand.M["M.T"].priceDimensions["M.T.0"].pricePerUnit.USD = 1.212',
  );
});

test('AWS: services of other units, each as it is written', () => {
  const at = (usagetype: string, more: Record<string, string> = {}) => ({
    regionCode: 'us-east-1',
    usagetype,
    ...more,
  });
  expect(
    rows({
      fetched: '2026-05-01',
      data: file({
        F: {
          attributes: at('Lambda-GB-Second'),
          dimensions: [
            dimension('Lambda-GB-Second', '0.0000166667', '0', '6000000000'),
            dimension('Lambda-GB-Second', '0.000015', '6000000000', 'Inf'),
          ],
        },
        L: { attributes: at('LCUUsage'), dimensions: [dimension('LCU-Hrs', '0.008')] },
        N: { attributes: at('NatGateway-Hours'), dimensions: [dimension('Hrs', '0.045')] },
        P: {
          attributes: at('ProvisionedThroughput-ModelUnits', { model: 'orla-20b', inferenceType: 'Provisioned' }),
          dimensions: [dimension('hour', '21')],
        },
        S: {
          attributes: at('Host:ml.g9.xlarge', { instanceName: 'ml.g9.xlarge', instanceType: 'g9.xlarge-Hosting' }),
          dimensions: [dimension('Hrs', '1.4')],
        },
        V: {
          attributes: at('EBS:VolumeUsage.gp9', { volumeApiName: 'gp9', volumeType: 'General Purpose' }),
          dimensions: [dimension('GB-Mo', '0.08')],
        },
      }),
    }),
  ).toEqual([
    'Lambda-GB-Second | other [Lambda-GB-Second 0 - 6000000000] @us-east-1 | 0.0000166667 USD/1',
    'Lambda-GB-Second | other [Lambda-GB-Second 6000000000 - Inf] @us-east-1 | 0.000015 USD/1',
    'LCUUsage | other [LCUUsage] @us-east-1 | 0.008 USD/1',
    'NatGateway-Hours | other [NatGateway-Hours] @us-east-1 | 0.045 USD/1',
    'orla-20b | other provisioned [ProvisionedThroughput-ModelUnits] @us-east-1 | 21 USD/1',
    'ml.g9.xlarge | instance_hour @us-east-1 | 1.4 USD/1',
    'gp9 | storage_gb_month [EBS:VolumeUsage.gp9 0 - Inf] @us-east-1 | 0.08 USD/1',
  ]);
});

test('AWS: a list of products with their terms, without anything around it', () => {
  expect(
    rows([{ product: { sku: 'M', attributes: machine }, terms: { OnDemand: machines.terms.OnDemand['M'] } }]),
  ).toEqual(['g9.2xlarge | instance_hour [Linux, Shared, OnDemand] @US East (Ohio) | 1.212 USD/1']);
});

test('AWS savings plans: a rate for each machine, for as long as its plan runs', () => {
  const plan = (duration: number, price: string) => ({
    sku: `P${duration}`,
    description: `${duration} year No Upfront`,
    leaseContractLength: { duration, unit: 'year' },
    rates: [
      {
        discountedUsageType: 'USE1-BoxUsage:g9.2xlarge',
        discountedOperation: 'RunInstances',
        discountedRegionCode: 'us-east-1',
        unit: 'Hrs',
        discountedRate: { price, currency: 'USD' },
      },
    ],
  });
  expect(rows({ products: [{ sku: 'P1' }], terms: { savingsPlan: [plan(1, '0.9'), plan(3, '0.6')] } })).toEqual([
    'g9.2xlarge | instance_hour commit_1y [1 year No Upfront, RunInstances] @us-east-1 | 0.9 USD/1',
    'g9.2xlarge | instance_hour commit_3y [3 year No Upfront, RunInstances] @us-east-1 | 0.6 USD/1',
  ]);
});

const item = (meterName: string, unitOfMeasure: string, retailPrice: number, armSkuName = '') => ({
  currencyCode: 'USD',
  armRegionName: 'westus',
  type: 'Consumption',
  serviceName: 'Storage',
  productName: 'Blob Storage',
  skuName: 'Hot LRS',
  armSkuName,
  meterName,
  unitOfMeasure,
  retailPrice,
});
const items = [
  item('Hot LRS Write Operations', '10K', 0.055),
  item('Lookups', '1K Transactions', 1),
  item('Reads', '100K Sessions', 3),
];

test.each([
  ['alone', items],
  ['by page', [{ Items: items.slice(0, 1) }, { Items: items.slice(1) }]],
  ['by place', { westus: { Items: items, Count: 3 } }],
])('Azure retail prices, their items %s', (_how, body) => {
  expect(rows(body)).toEqual([
    'Hot LRS | request [Hot LRS Write Operations] @westus | 0.055 USD/10000',
    'Hot LRS | request [Lookups] @westus | 1 USD/1000',
    'Hot LRS | other [Reads] @westus | 3 USD/100000',
  ]);
});

test('a list of Azure that has kept some of its keys: USD unless it says otherwise, the mode in the name of the meter', () => {
  const sold = (armSkuName: string, meterName: string, retailPrice: number) => ({
    armSkuName,
    armRegionName: 'uksouth',
    retailPrice,
    unitOfMeasure: '1 Hour',
    meterName,
    productName: 'NQads L9 v7 Series Linux',
  });
  expect(
    rows([
      sold('Standard_NQ24ads_L9_v7', 'NQ24ads_L9_v7', 5.1),
      sold('Standard_NQ24ads_L9_v7', 'NQ24ads_L9_v7 Low Priority', 1.2),
      sold('Standard_NQ24ads_L9_v7', 'NQ24ads_L9_v7 Spot', 1.4),
      sold('', 'NQ48ads_L9_v7', 10.2),
    ]),
  ).toEqual([
    'Standard_NQ24ads_L9_v7 | instance_hour [NQads L9 v7 Series Linux] @uksouth | 5.1 USD/1',
    'Standard_NQ24ads_L9_v7 | instance_hour low_priority [NQads L9 v7 Series Linux] @uksouth | 1.2 USD/1',
    'Standard_NQ24ads_L9_v7 | instance_hour spot [NQads L9 v7 Series Linux] @uksouth | 1.4 USD/1',
    'NQ48ads_L9_v7 | instance_hour [NQads L9 v7 Series Linux] @uksouth | 10.2 USD/1',
  ]);
  expect(
    rows([
      {
        armSkuName: 'Standard_NC24ads_A100_v4',
        meterName: 'NC24ads_A100_v4 Low Priority',
        price: 1.2,
        unit: '1 Hour',
        currency: 'EUR',
      },
    ]),
  ).toEqual(['Standard_NC24ads_A100_v4 | instance_hour low_priority | 1.2 EUR/1']);
});

test('what others make of such a list is read by its keys', () => {
  expect(rows({ items: [{ meterName: 'Heron 7 inp Gl 1M Tokens', unitOfMeasure: '1M', retailPrice: 2 }] })).toEqual([
    'Heron 7 inp Gl 1M Tokens | input | 2 USD/1000000',
  ]);
});

const sku = (description: string, usageUnit: string, nanos: number, startUsageAmount = 0) => ({
  skuId: description,
  description,
  category: { resourceGroup: 'RegionalOps', usageType: 'OnDemand' },
  serviceRegions: ['us-central1'],
  pricingInfo: [
    {
      pricingExpression: {
        usageUnit,
        tieredRates: [{ startUsageAmount, unitPrice: { currencyCode: 'USD', units: '0', nanos } }],
      },
    },
  ],
});

test.each([
  ['by service', { Storage: { skus: [sku('Class A Operations', 'count', 5000, 5000)] }, Network: { skus: [] } }],
  ['alone', [sku('Class A Operations', 'count', 5000, 5000)]],
  ['one of them', sku('Class A Operations', 'count', 5000, 5000)],
])('Google Cloud SKUs %s', (_how, body) => {
  expect(rows(body)).toEqual(['Class A Operations | request [from 5000] @us-central1 | 0.000005 USD/1']);
});

test('Oracle: parts without anything around them, and parts in one currency', () => {
  const part = { partNumber: 'B1', displayName: 'Compute - GPU - L9', metricName: 'GPU Per Hour' };
  const prices = [{ model: 'PAY_AS_YOU_GO', value: 3.5 }];
  const expected = ['Compute - GPU - L9 | gpu_hour | 3.5 USD/1'];
  expect(rows([{ ...part, currencyCodeLocalizations: [{ currencyCode: 'USD', prices }] }])).toEqual(expected);
  expect(rows({ data: { items: [{ ...part, currencyCode: 'USD', prices }] } })).toEqual(expected);
});

test('machines by place, and places by machine, are rented by the hour', () => {
  expect(
    rows({
      compute: {
        ec2: { 'g9.2xlarge': { 'us-east-1': 1.212, 'eu-west-1': 1.3 } },
        azure: { standardnc24v9: { eastus: 3.06, westeurope: 3.4 } },
      },
    }),
  ).toEqual([
    'g9.2xlarge | instance_hour @us-east-1 | 1.212 USD/1',
    'g9.2xlarge | instance_hour @eu-west-1 | 1.3 USD/1',
    'standardnc24v9 | instance_hour @eastus | 3.06 USD/1',
    'standardnc24v9 | instance_hour @westeurope | 3.4 USD/1',
  ]);
  expect(rows({ 'us-east-1': { 'g9.2xlarge': 1.212, 'g9.4xlarge': 2 } })).toEqual([
    'g9.2xlarge | instance_hour @us-east-1 | 1.212 USD/1',
    'g9.4xlarge | instance_hour @us-east-1 | 2 USD/1',
  ]);
  // How many of them there are.
  expect(rows({ 'us-east-1': { 'g9.2xlarge': 12, 'g9.4xlarge': 2 } })).toEqual([]);
});
