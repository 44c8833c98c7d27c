import { expect, test } from 'vitest';
import { read, rows } from './rows.ts';

test('AWS price list: on demand and reserved machines, tokens, storage', () => {
  const attributes = { regionCode: 'us-east-1' };
  const machine = {
    ...attributes,
    instanceType: 'p5.48xlarge',
    operatingSystem: 'Linux',
    tenancy: 'Shared',
    capacitystatus: 'Used',
    preInstalledSw: 'NA',
  };
  const dimension = (unit: string, USD: string, range = ['0', 'Inf']) => ({
    unit,
    pricePerUnit: { USD },
    beginRange: range[0],
    endRange: range[1],
  });
  const body = {
    formatVersion: 'v1.0',
    products: {
      M1: { sku: 'M1', attributes: machine },
      M2: { sku: 'M2', attributes: { ...machine, preInstalledSw: 'SQL Std' } },
      T1: { sku: 'T1', attributes: { ...attributes, model: 'Nova Pro', inferenceType: 'Input tokens' } },
      T2: {
        sku: 'T2',
        attributes: {
          ...attributes,
          model: 'Nova Pro',
          inferenceType: 'Output tokens batch',
          feature: 'Batch Inference',
        },
      },
      T3: {
        sku: 'T3',
        attributes: { ...attributes, model: 'Nova Pro', inferenceType: 'Prompt cache read input tokens' },
      },
      T4: {
        sku: 'T4',
        attributes: { ...attributes, model: 'Nova Pro', inferenceType: 'Cross-region global output tokens priority' },
      },
      S1: { sku: 'S1', attributes: { ...attributes, volumeType: 'Standard', usagetype: 'TimedStorage-ByteHrs' } },
    },
    terms: {
      OnDemand: {
        M1: {
          'M1.T': { effectiveDate: '2026-01-01T00:00:00Z', priceDimensions: { d: dimension('Hrs', '98.3200000000') } },
        },
        M2: { 'M2.T': { priceDimensions: { d: dimension('Hrs', '120') } } },
        T1: { 'T1.T': { priceDimensions: { d: dimension('1K tokens', '0.0008') } } },
        T2: { 'T2.T': { priceDimensions: { d: dimension('1K tokens', '0.0016') } } },
        T3: { 'T3.T': { priceDimensions: { d: dimension('1K tokens', '0.0002') } } },
        T4: { 'T4.T': { priceDimensions: { d: dimension('1M tokens', '3.2') } } },
        S1: { 'S1.T': { priceDimensions: { d: dimension('GB-Mo', '0.0230', ['0', '51200']) } } },
      },
      Reserved: {
        M1: {
          'M1.R': {
            termAttributes: { LeaseContractLength: '3yr', PurchaseOption: 'All Upfront' },
            priceDimensions: { fee: dimension('Quantity', '1000000'), d: dimension('Hrs', '40') },
          },
        },
      },
    },
  };
  expect(rows(body)).toEqual([
    'p5.48xlarge | instance_hour [Linux, Shared, OnDemand] @us-east-1 | 98.32 USD/1',
    'Nova Pro | input @us-east-1 | 0.0008 USD/1000',
    'Nova Pro | output batch @us-east-1 | 0.0016 USD/1000',
    'Nova Pro | cached_input @us-east-1 | 0.0002 USD/1000',
    'Nova Pro | output priority [cross-region] @us-east-1 | 3.2 USD/1000000',
    'Standard | storage_gb_month [TimedStorage-ByteHrs 0 - 51200] @us-east-1 | 0.023 USD/1',
    'p5.48xlarge | instance_hour commit_3y [Linux, Shared, All Upfront] @us-east-1 | 40 USD/1',
  ]);
  expect(read(body).prices[0]).toMatchObject({ provider: 'aws', effective_at: '2026-01-01T00:00:00.000Z' });
});

test('AWS price list of what others sell: the service names the product, the way of counting its meter', () => {
  const sold = (usagetype: string, USD: string) => ({
    attributes: { regionCode: 'us-west-2', usagetype, servicename: 'Orla 2 (Amazon Bedrock Edition)' },
    dimension: { unit: '1M tokens', pricePerUnit: { USD }, beginRange: '0', endRange: 'Inf' },
  });
  const sales = Object.entries({
    A: sold('USW2-MP:USW2_InputTokenCount-Units', '3.3'),
    B: sold('USW2-MP:USW2_OutputTokenCount_Global-Units', '15'),
    C: sold('USW2-MP:USW2_OutputTokenCount_Global_Batch-Units', '7.5'),
    D: sold('USW2-MP:USW2_CacheReadInputTokenCount-Units', '0.33'),
    E: sold('USW2-MP:USW2_CacheWriteInputTokenCount-Units', '4.125'),
    F: sold('USW2-MP:USW2_CacheWrite1hInputTokenCount-Units', '6.6'),
  });
  expect(
    rows({
      products: Object.fromEntries(sales.map(([sku, { attributes }]) => [sku, { sku, attributes }])),
      terms: {
        OnDemand: Object.fromEntries(
          sales.map(([sku, { dimension }]) => [sku, { [`${sku}.T`]: { priceDimensions: { d: dimension } } }]),
        ),
      },
    }),
  ).toEqual([
    'Orla 2 (Amazon Bedrock Edition) | input @us-west-2 | 3.3 USD/1000000',
    'Orla 2 (Amazon Bedrock Edition) | output [cross-region] @us-west-2 | 15 USD/1000000',
    'Orla 2 (Amazon Bedrock Edition) | output batch [cross-region] @us-west-2 | 7.5 USD/1000000',
    'Orla 2 (Amazon Bedrock Edition) | cached_input @us-west-2 | 0.33 USD/1000000',
    'Orla 2 (Amazon Bedrock Edition) | cache_write @us-west-2 | 4.125 USD/1000000',
    'Orla 2 (Amazon Bedrock Edition) | cache_write [1h] @us-west-2 | 6.6 USD/1000000',
  ]);
});

test('Azure retail prices: hours of no machine, seconds of video, tokens in and out for short', () => {
  const sold = (meterName: string, unitOfMeasure: string, retailPrice: number) => ({
    currencyCode: 'USD',
    armRegionName: 'westus',
    type: 'Consumption',
    serviceName: 'Foundry Models',
    productName: 'Models',
    armSkuName: '',
    skuName: meterName.replace(/ (?:Tokens|Unit)$/, ''),
    meterName,
    unitOfMeasure,
    retailPrice,
  });
  const Items = [
    sold('Provisioned Managed Unit', '1 Hour', 1.5),
    sold('Heron video', '1 Second', 0.2),
    sold('Heron aud out glbl Tokens', '1M', 8),
    sold('Heron txt in glbl Tokens', '1M', 2),
  ];
  expect(rows({ Items })).toEqual([
    'Provisioned Managed | other provisioned [Provisioned Managed Unit] @westus | 1.5 USD/1',
    'Heron video | second [Heron video] @westus | 0.2 USD/1',
    'Heron aud | output [global] @westus | 8 USD/1000000',
    'Heron txt | input [global] @westus | 2 USD/1000000',
  ]);
});

test('Azure retail prices: tokens, spot machines, savings plans, reservations by their term, what developers pay', () => {
  const item = {
    currencyCode: 'USD',
    tierMinimumUnits: 0,
    armRegionName: 'eastus',
    effectiveStartDate: '2026-05-01T00:00:00Z',
    type: 'Consumption',
  };
  const model = { ...item, productName: 'Azure OpenAI', unitOfMeasure: '1K' };
  const machine = { ...item, productName: 'Virtual Machines ND Series', unitOfMeasure: '1 Hour', meterName: 'ND96 v5' };
  const body = {
    BillingCurrency: 'USD',
    Items: [
      {
        ...model,
        retailPrice: 0.0025,
        meterName: 'gpt 4o 0513 Input global Tokens',
        skuName: 'gpt-4o-0513-Input-global',
      },
      {
        ...model,
        retailPrice: 0.01,
        meterName: 'gpt 4o 0513 Output global Tokens',
        skuName: 'gpt-4o-0513-Output-global',
      },
      { ...model, retailPrice: 0.00125, meterName: 'gpt 4o cached Inp glbl Tokens', skuName: 'gpt-4o-cached-Inp-glbl' },
      {
        ...model,
        retailPrice: 0.01,
        unitOfMeasure: '1M',
        meterName: '5.4 nano Batch cd Inp Gl 1M Tokens',
        skuName: '5.4 nano Batch cd Inp Gl',
      },
      {
        ...model,
        retailPrice: 0.00013,
        meterName: 'text-embedding-3-large-glbl Tokens',
        skuName: 'text-embedding-3-large-glbl',
      },
      { ...machine, retailPrice: 6.98, skuName: 'ND96 v5 Spot', armSkuName: 'Standard_ND96_v5' },
      {
        ...machine,
        retailPrice: 98,
        skuName: 'ND96 v5',
        armSkuName: 'Standard_ND96_v5',
        savingsPlan: [{ retailPrice: 54.1, term: '3 Years' }],
      },
      { ...machine, retailPrice: 400000, skuName: 'ND96 v5', type: 'Reservation', reservationTerm: '1 Year' },
      { ...machine, retailPrice: 900000, skuName: 'ND96 v5', type: 'Reservation', reservationTerm: '3 Years' },
      { ...machine, retailPrice: 260, skuName: 'Unit', type: 'Reservation', reservationTerm: '1 Month' },
      { ...machine, retailPrice: 80, skuName: 'ND96 v5', type: 'DevTestConsumption' },
      { ...machine, retailPrice: 8, skuName: 'ND96 v5 Low Priority', type: 'DevTestConsumption' },
    ],
    NextPageLink: null,
  };
  expect(rows(body)).toEqual([
    'gpt-4o-0513 | input [global] @eastus | 0.0025 USD/1000',
    'gpt-4o-0513 | output [global] @eastus | 0.01 USD/1000',
    'gpt-4o | cached_input [global] @eastus | 0.00125 USD/1000',
    '5.4 nano | cached_input batch [global] @eastus | 0.01 USD/1000000',
    'text-embedding-3-large | input [global] @eastus | 0.00013 USD/1000',
    'Standard_ND96_v5 | instance_hour spot [Virtual Machines ND Series] @eastus | 6.98 USD/1',
    'Standard_ND96_v5 | instance_hour [Virtual Machines ND Series] @eastus | 98 USD/1',
    'Standard_ND96_v5 | instance_hour commit_3y [Virtual Machines ND Series] @eastus | 54.1 USD/1',
    'ND96 v5 | year commit_1y [Virtual Machines ND Series] @eastus | 400000 USD/1',
    'ND96 v5 | year commit_3y [Virtual Machines ND Series] @eastus | 900000 USD/3',
    'Unit | month commit_1mo [Virtual Machines ND Series] @eastus | 260 USD/1',
    'ND96 v5 | instance_hour dev_test [Virtual Machines ND Series, dev/test] @eastus | 80 USD/1',
    'ND96 v5 | instance_hour low_priority [Virtual Machines ND Series, dev/test] @eastus | 8 USD/1',
  ]);
});

test('Google Cloud SKUs: money objects, regions, commitments, tokens', () => {
  const sku = (
    description: string,
    resourceGroup: string,
    usageType: string,
    usageUnit: string,
    nanos: number,
    units = '0',
  ) => ({
    skuId: description,
    description,
    category: { resourceGroup, usageType },
    serviceRegions: ['us-central1', 'us-east4'],
    pricingInfo: [
      {
        effectiveTime: '2026-01-01T00:00:00Z',
        pricingExpression: {
          usageUnit,
          tieredRates: [{ startUsageAmount: 0, unitPrice: { currencyCode: 'USD', units, nanos } }],
        },
      },
    ],
  });
  const body = {
    skus: [
      sku('Nvidia H100 80GB GPU running in Americas', 'GPU', 'Preemptible', 'h', 796550000, '9'),
      {
        ...sku('Gemini 5 Flash Text Output - Predictions', 'Text', 'OnDemand', 'count', 2500),
        serviceRegions: ['global'],
      },
    ],
    nextPageToken: '',
  };
  expect(rows(body)).toEqual([
    'Nvidia H100 80GB GPU running in Americas | gpu_hour spot @us-central1 | 9.79655 USD/1',
    'Nvidia H100 80GB GPU running in Americas | gpu_hour spot @us-east4 | 9.79655 USD/1',
    'Gemini 5 Flash Text Output - Predictions | output @global | 0.0000025 USD/1',
  ]);
});

test('Oracle: parts, each with currencies and ways of paying', () => {
  const part = (displayName: string, metricName: string, value: number) => ({
    partNumber: displayName,
    displayName,
    metricName,
    currencyCodeLocalizations: [
      { currencyCode: 'USD', prices: [{ model: 'PAY_AS_YOU_GO', value }] },
      { currencyCode: 'EUR', prices: [{ model: 'PAY_AS_YOU_GO', value: value * 0.5 }] },
    ],
  });
  expect(
    rows({ items: [part('Compute - GPU - H100', 'GPU Per Hour', 10), part('Free thing', 'Node Per Hour', 0)] }),
  ).toEqual(['Compute - GPU - H100 | gpu_hour | 10 USD/1', 'Compute - GPU - H100 | gpu_hour | 5 EUR/1']);
});

test('answers of the price list service of AWS are read as its files are', () => {
  const entry = {
    product: {
      sku: 'A9XDC2HN3WFZFY3J',
      attributes: { instanceType: 'g9.xlarge', regionCode: 'us-east-1', operatingSystem: 'Linux', tenancy: 'Shared' },
    },
    terms: {
      OnDemand: { a: { priceDimensions: { b: { unit: 'Hrs', pricePerUnit: { USD: '1.0060000000' } } } } },
    },
  };
  const expected = ['g9.xlarge | instance_hour [Linux, Shared, OnDemand] @us-east-1 | 1.006 USD/1'];
  expect(rows({ FormatVersion: 'aws_v1', PriceList: [JSON.stringify(entry)] })).toEqual(expected);
  expect(rows({ FormatVersion: 'aws_v1', PriceList: [entry] })).toEqual(expected);
  expect(rows({ PriceList: ['no entry'] })).toEqual([]);
});

test('Azure retail prices: a list of models by names that keep the points of versions', () => {
  const item = { currencyCode: 'USD', armRegionName: 'eastus', type: 'Consumption', unitOfMeasure: '1M' };
  const sold = (name: string, retailPrice: number) => ({
    ...item,
    retailPrice,
    meterName: `${name} 1M Tokens`,
    skuName: name,
    armSkuName: name.replace('.', ''),
  });
  expect(rows({ Items: [sold('6.2 nano inp Gl', 0.1), sold('6.2 nano opt Gl', 0.8)] })).toEqual([
    '6.2 nano | input [global] @eastus | 0.1 USD/1000000',
    '6.2 nano | output [global] @eastus | 0.8 USD/1000000',
  ]);
});

test('Google Cloud SKUs: cores and memory of a machine are no machines', () => {
  const sku = (description: string, resourceGroup: string, usageUnit: string) => ({
    skuId: description,
    description,
    category: { resourceGroup, usageType: 'OnDemand' },
    serviceRegions: ['us-central1'],
    pricingInfo: [
      {
        pricingExpression: {
          usageUnit,
          tieredRates: [{ startUsageAmount: 0, unitPrice: { currencyCode: 'USD', units: '0', nanos: 31_000_000 } }],
        },
      },
    ],
  });
  expect(rows({ skus: [sku('A9 Instance Core', 'CPU', 'h'), sku('A9 Instance Ram', 'RAM', 'GiBy.h')] })).toEqual([
    'A9 Instance Core | other @us-central1 | 0.031 USD/1',
    'A9 Instance Ram | other @us-central1 | 0.031 USD/1',
  ]);
});
