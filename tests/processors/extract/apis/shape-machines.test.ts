import { expect, test } from 'vitest';
import { read, rows } from './rows.ts';

/** Lists of cards and machines for rent. */
const cases: readonly [string, unknown, readonly string[]][] = [
  [
    'a machine that begins with the name of its card, its processors deep within; cards with their memory',
    {
      plans: [
        {
          code: 'l40s-120.hourly',
          title: 'l40s-120',
          price: 1.4,
          currency: 'EUR',
          unit: 'hour',
          specs: { hardware: { cpu: { cores: 12 }, gpu: { model: 'L40S', number: 1 }, memory: { size: 120 } } },
        },
      ],
      cards: [
        { gpu: 'A100-80', hourly_price: 1.9, host: { cpu: { cores: 12 } } },
        { gpu: 'RTX-4090', hourly_price: 0.5, host: { cpu: { cores: 8 } } },
      ],
    },
    ['l40s-120 | instance_hour | 1.4 EUR/1', 'A100-80 | gpu_hour | 1.9 USD/1', 'RTX-4090 | gpu_hour | 0.5 USD/1'],
  ],
  [
    'a machine by what it is called, and not by its identifier',
    {
      data: [
        { id: 'e2-mini', label: 'Egret 2GB', vcpus: 1, memory: 2048, price: { hourly: 0.012, monthly: 8 } },
        { id: 'e2-max', label: 'Egret 64GB', vcpus: 16, memory: 65536, price: { hourly: 0.38, monthly: 250 } },
      ],
    },
    [
      'Egret 2GB | instance_hour | 0.012 USD/1',
      'Egret 2GB | month | 8 USD/1',
      'Egret 64GB | instance_hour | 0.38 USD/1',
      'Egret 64GB | month | 250 USD/1',
    ],
  ],
  [
    'several offers of one card by what each is called; other lists by the card',
    {
      offers: [
        { gpu_type: 'H100-80GB', product: 'H100 SXM, shared hosts', usd_per_gpu_hour: 2.1 },
        { gpu_type: 'H100-80GB', product: 'H100 SXM, own hosts', usd_per_gpu_hour: 3.1 },
      ],
      cards: [
        { gpu_type: 'A100-80GB', product: 'pods', usd_per_gpu_hour: 1.2 },
        { gpu_type: 'L40S-48GB', product: 'pods', usd_per_gpu_hour: 0.8 },
      ],
    },
    [
      'H100 SXM, shared hosts | gpu_hour | 2.1 USD/1',
      'H100 SXM, own hosts | gpu_hour | 3.1 USD/1',
      'A100-80GB | gpu_hour | 1.2 USD/1',
      'L40S-48GB | gpu_hour | 0.8 USD/1',
    ],
  ],
  [
    'the currency and the time in the key, months bought ahead, and how many cards in the label',
    [
      {
        gpu_type: 'L40S',
        gpu_count: 1,
        label: '1 x L40S',
        on_demand_inr_hr: 172,
        monthly_inr: { '1mo': 83000, '12mo': 72500 },
      },
      {
        gpu_type: 'H100',
        gpu_count: 2,
        label: '2 x H100',
        on_demand_inr_hr: null,
        monthly_inr: { '1mo': 351000, '12mo': 302000 },
      },
    ],
    [
      '1 x L40S | instance_hour | 172 INR/1',
      '1 x L40S | month commit_1mo | 83000 INR/1',
      '1 x L40S | month commit_1y | 72500 INR/1',
      '2 x H100 | month commit_1mo | 351000 INR/1',
      '2 x H100 | month commit_1y | 302000 INR/1',
    ],
  ],
  [
    'a machine by a code that begins as the name of a card would, beside cards with processors of their own',
    {
      gpus: [
        { name: 'a4-ultragpu-2g', vcpus: 112, price_per_hour: 9.1 },
        { name: 'RTX 4090', vcpus: 12, price_per_hour: 0.44 },
        { name: 'h100nvl', vcpus: 24, price_per_hour: 2.35 },
        { name: '4x A100', vcpus: 96, price_per_hour: 5.2 },
      ],
    },
    [
      'a4-ultragpu-2g | instance_hour | 9.1 USD/1',
      'RTX 4090 | gpu_hour | 0.44 USD/1',
      'h100nvl | gpu_hour | 2.35 USD/1',
      '4x A100 | instance_hour | 5.2 USD/1',
    ],
  ],
  [
    'parts of a machine, each by the hour',
    { plans: [{ name: 'flex-a', pricing: { per_vcpu_hr: 0.003, per_gb_ram_hr: 0.0015 } }] },
    ['flex-a | other [vcpu] | 0.003 USD/1', 'flex-a | other [ram] | 0.0015 USD/1'],
  ],
  [
    'the unit of each price under the key of the price',
    {
      currency: 'CNY',
      cards: [
        {
          gpuName: 'Egret 4090',
          price: {
            onDemand: '1.68',
            monthly: '1015.00',
            unit: { onDemand: '元/卡/小时', monthly: '元/卡/月' },
          },
        },
      ],
    },
    ['Egret 4090 | gpu_hour | 1.68 CNY/1', 'Egret 4090 | month | 1015 CNY/1'],
  ],
  [
    'a plan in several regions and currencies',
    {
      data: [
        {
          attributes: {
            name: 'egret.small',
            regions: [
              { name: 'Brazil', pricing: { USD: { hour: 0.23, month: 168 }, BRL: { hour: 1.27, month: 928 } } },
            ],
          },
        },
      ],
    },
    [
      'egret.small | instance_hour @Brazil | 0.23 USD/1',
      'egret.small | month @Brazil | 168 USD/1',
      'egret.small | instance_hour @Brazil | 1.27 BRL/1',
      'egret.small | month @Brazil | 928 BRL/1',
    ],
  ],
  [
    'the price before a discount is none',
    { skus: [{ name: 'H200 SXM', origin_price: 4.2, price: 3.1, unit: 'gpu_hour', currency: 'USD' }] },
    ['H200 SXM | gpu_hour | 3.1 USD/1'],
  ],
  [
    'cards with a price for each kind of cloud; 0 is not offered',
    {
      data: {
        gpuTypes: [
          {
            id: 'NVIDIA H100 80GB HBM3',
            displayName: 'H100 SXM',
            memoryInGb: 80,
            securePrice: 3.49,
            communityPrice: 2.69,
          },
          { id: 'Tesla V100', displayName: 'V100', memoryInGb: 16, securePrice: 0, communityPrice: 0.19 },
          { id: 'unknown', displayName: 'unknown', memoryInGb: 0, securePrice: 0, communityPrice: 0 },
        ],
      },
    },
    [
      'NVIDIA H100 80GB HBM3 | gpu_hour secure | 3.49 USD/1',
      'NVIDIA H100 80GB HBM3 | gpu_hour community | 2.69 USD/1',
      'Tesla V100 | gpu_hour community | 0.19 USD/1',
    ],
  ],
  [
    'machines in cents per hour, named by key and field',
    {
      data: {
        gpu_8x_h100: {
          instance_type: {
            name: 'gpu_8x_h100',
            description: '8x H100 (80 GB)',
            price_cents_per_hour: 2392,
            specs: { vcpus: 208, gpus: 8 },
          },
          regions_with_capacity_available: [{ name: 'us-west-1', description: 'California' }],
        },
      },
    },
    ['gpu_8x_h100 | instance_hour | 23.92 USD/1'],
  ],
  [
    'plans by the month and by the hour',
    {
      plans: [
        {
          id: 'vc2-1c-1gb',
          vcpu_count: 1,
          ram: 1024,
          disk: 25,
          bandwidth: 1024,
          monthly_cost: 5,
          hourly_cost: 0.007,
          type: 'vc2',
        },
      ],
    },
    ['vc2-1c-1gb | month | 5 USD/1', 'vc2-1c-1gb | instance_hour | 0.007 USD/1'],
  ],
  [
    'offers of a marketplace, for several cards at once',
    {
      offers: [
        {
          id: 4711,
          gpu_name: 'RTX 4090',
          num_gpus: 2,
          cpu_cores: 32,
          disk_space: 500,
          dph_base: 0.58,
          dph_total: 0.6,
          min_bid: 0.3,
          score: 200,
          geolocation: 'Sweden, SE',
        },
      ],
    },
    ['RTX 4090 | gpu_hour @Sweden, SE | 0.6 USD/2', 'RTX 4090 | gpu_hour spot @Sweden, SE | 0.3 USD/2'],
  ],
  [
    'a money object and a unit object',
    {
      products: [
        {
          sku: '/compute/h100_1_80g/run_par2',
          product: 'H100-1-80G',
          locality: { zone: 'fr-par-2' },
          price: { retail_price: { currency_code: 'EUR', units: 2, nanos: 730000000 } },
          unit_of_measure: { unit: 'hour', size: 1 },
        },
      ],
      total_count: 1,
    },
    ['H100-1-80G | gpu_hour @fr-par-2 | 2.73 EUR/1'],
  ],
  [
    'an instance type beside the card in it, on demand and spot',
    [
      {
        id: 'c01dd00d-0000-480b-ae4e-d429115d055b',
        instance_type: '4A100.88V',
        model: 'A100 80GB',
        cpu: { description: '80 CPU', number_of_cores: 80 },
        price_per_hour: '5.16',
        spot_price: '1.80',
        currency: 'usd',
      },
    ],
    ['4A100.88V | instance_hour | 5.16 USD/1', '4A100.88V | instance_hour spot | 1.8 USD/1'],
  ],
  [
    'regions, then machines',
    {
      'us-east-1': { 'p5.48xlarge': { ondemand: '98.32', spot: '30.1' } },
      'eu-west-1': { 'p5.48xlarge': { ondemand: '110.1' } },
    },
    [
      'p5.48xlarge | instance_hour @us-east-1 | 98.32 USD/1',
      'p5.48xlarge | instance_hour spot @us-east-1 | 30.1 USD/1',
      'p5.48xlarge | instance_hour @eu-west-1 | 110.1 USD/1',
    ],
  ],
  [
    'machines, with regions and systems inside the prices',
    [
      {
        instance_type: 'p5.48xlarge',
        vCPU: 192,
        memory: 2048,
        pricing: { 'us-east-1': { linux: { ondemand: '98.32', spot_avg: '30.1' } } },
      },
    ],
    [
      'p5.48xlarge | instance_hour [linux] @us-east-1 | 98.32 USD/1',
      'p5.48xlarge | instance_hour spot [linux] @us-east-1 | 30.1 USD/1',
    ],
  ],
  [
    'terms of commitment beside on demand',
    {
      currency: 'USD',
      gpus: [{ name: 'H100 SXM', vram: 80, price: { on_demand: 2.99, reserved_1y: 2.2, spot: 1.5 } }],
    },
    [
      'H100 SXM | gpu_hour | 2.99 USD/1',
      'H100 SXM | gpu_hour commit_1y | 2.2 USD/1',
      'H100 SXM | gpu_hour spot | 1.5 USD/1',
    ],
  ],
  [
    'what is sold beside the machine is of another meter; other regions have prices of their own',
    {
      data: [
        {
          id: 'nano-1',
          price: { hourly: 0.0075, monthly: 5 },
          region_prices: [{ id: 'id-cgk', hourly: 0.009 }],
          addons: { backups: { price: { hourly: 0.003 } } },
          vcpus: 1,
        },
      ],
    },
    [
      'nano-1 | instance_hour | 0.0075 USD/1',
      'nano-1 | month | 5 USD/1',
      'nano-1 | instance_hour [id-cgk] | 0.009 USD/1',
      'nano-1 | other [addons backups] | 0.003 USD/1',
    ],
  ],
  [
    'variants told apart by a plan, in words of their own',
    {
      currency: 'EUR',
      products: [
        {
          sku: 'gpu-h100-sxm',
          display_name: 'H100 SXM 80GB',
          billing_unit: 'gpu_hour',
          prices: [
            { plan: 'on_demand', amount: '2.4900' },
            { plan: 'reserved_12m', amount: '1.9900' },
            { plan: 'spot', amount: '0.9900' },
          ],
        },
      ],
    },
    [
      'H100 SXM 80GB | gpu_hour | 2.49 EUR/1',
      'H100 SXM 80GB | gpu_hour commit_1y | 1.99 EUR/1',
      'H100 SXM 80GB | gpu_hour spot | 0.99 EUR/1',
    ],
  ],
  [
    'an object that has the name, beside the prices',
    { gpus: [{ gpu: { name: 'H100 PCIe' }, hourly: { on_demand: { value: 2.1, currency: 'USD' }, spot: null } }] },
    ['H100 PCIe | gpu_hour | 2.1 USD/1'],
  ],
  [
    'a field that says how much an amount buys',
    { models: { 'aurora-xl': { prices: [{ kind: 'prompt_tokens', price: '1.10', per: 1000000 }] } } },
    ['aurora-xl | input | 1.1 USD/1000000'],
  ],
  [
    'a map from cards to numbers under a key that says what they are',
    { gpu_hourly_prices: { H100: 2.49, 'RTX 4090': 0.34 } },
    ['H100 | gpu_hour | 2.49 USD/1', 'RTX 4090 | gpu_hour | 0.34 USD/1'],
  ],
  [
    'machines that their names count the cards of, in cents',
    {
      data: {
        gpu_2x_h900: { instance_type: { name: 'gpu_2x_h900', price_cents_per_hour: 838, specs: { gpus: 2 } } },
      },
    },
    ['gpu_2x_h900 | instance_hour | 8.38 USD/1'],
  ],
];

test.each(cases)('%s', (_name, body, expected) => {
  expect(rows(body)).toEqual(expected);
});

test('what a list of cards prices besides them needs a unit', () => {
  const { problems } = read([{ gpu_name: 'H100', dph_total: 2, storage_cost: 0.15 }]);
  expect(problems).toEqual(['1 amounts have no unit, first: [0].storage_cost']);
});

test('how many cards are free is no price of them', () => {
  const free = { num_free_devices: 3, spot_num_free_devices: 2 };
  expect(
    rows({ servers: [{ gpu_type: 'RTX-PRO6000', region: 'north-1', ...free, price_per_hour: 1.7, spot_price: 1.1 }] }),
  ).toEqual(['RTX-PRO6000 | gpu_hour @north-1 | 1.7 USD/1', 'RTX-PRO6000 | gpu_hour spot @north-1 | 1.1 USD/1']);
});

test('the code of a machine names it, whatever card is in it', () => {
  expect(
    rows([
      {
        name: 'a2-highgpu-1g',
        gpu: 'A100 40GB',
        gpu_count: 1,
        regions: { 'us-central1': { ondemand: 3.67, spot: 1.47 } },
      },
    ]),
  ).toEqual([
    'a2-highgpu-1g | instance_hour @us-central1 | 3.67 USD/1',
    'a2-highgpu-1g | instance_hour spot @us-central1 | 1.47 USD/1',
  ]);
});

test('what is made of processors and a map of cards is a machine, by the name and the number of its cards', () => {
  const offer = (id: string, count: number, price: string) => ({
    id,
    resources: { accelerators: { mi300x: { count } }, vcpus: 16 * count },
    operating_system: 'Ubuntu 24 Everything',
    price_hourly: price,
  });
  const one = '0f6253aa-cbb6-4ea8-a20c-47644b431f1c';
  const eight = '404645e3-4677-4f48-b023-15baaa6621e1';
  expect(rows([offer(one, 1, '2.6'), offer(eight, 8, '20.5')])).toEqual([
    'mi300x | instance_hour | 2.6 USD/1',
    '8x mi300x | instance_hour | 20.5 USD/1',
  ]);
});

test('an offer that is called an instance is a machine', () => {
  expect(
    rows([
      { name: 'Kite H100 cloud instance', price_per_hour: '2.40', currency: 'EUR' },
      { name: 'Kite L40S', price_per_hour: '0.90', currency: 'EUR' },
    ]),
  ).toEqual(['Kite H100 cloud instance | instance_hour | 2.4 EUR/1', 'Kite L40S | gpu_hour | 0.9 EUR/1']);
});

test('an offer that says how it is deployed is a machine, by an identifier that says its cards', () => {
  const offer = (id: string, gpuCount: number, hourlyPrice: number) => ({
    gpuName: id.replace(/x\d$/, ''),
    gpuCount,
    hourlyPrice,
    deploymentType: 'vm',
    cloud: { name: 'Heron' },
    instanceId: id,
  });
  expect(rows([offer('A100_80Gx8', 8, 11.2), offer('L40S', 1, 0.99)])).toEqual([
    'A100_80Gx8 | instance_hour | 11.2 USD/1',
    'L40S | instance_hour | 0.99 USD/1',
  ]);
});

test('so much of each for so many cents, in a place', () => {
  expect(
    rows({
      currency: 'EUR',
      unit: 'cents/hour',
      prices: {
        zone: [
          {
            name: 'fi-hel2',
            gpu_1xL40S_8x64: { amount: 1, price: 118.75 },
            storage_fast: { amount: 1, price: 0.031 },
            ipv4_address: { amount: 1, price: 0.447 },
          },
        ],
      },
    }),
  ).toEqual([
    'gpu_1xL40S_8x64 | instance_hour | 1.1875 EUR/1',
    'storage_fast | other | 0.00031 EUR/1',
    'ipv4_address | other | 0.00447 EUR/1',
  ]);
});
