import { expect, test } from 'vitest';
import { read, rows } from './rows.ts';

/** Lists of models as APIs publish them: the names of the keys are all there is to go by. */
const cases: readonly [string, unknown, readonly string[]][] = [
  [
    'a price in dollars and in a coin',
    {
      data: [
        { id: 'egret/egret-5', price: { input: { egt: 0.0033, usd: 0.95 }, output: { egt: 0.0088, usd: 2.55 } } },
        { id: 'egret/egret-4', price: { input: { egt: 0.0013, usd: 0.35 }, output: { egt: 0.0038, usd: 1.15 } } },
      ],
    },
    [
      'egret/egret-5 | input | 0.95 USD/1000000',
      'egret/egret-5 | output | 2.55 USD/1000000',
      'egret/egret-4 | input | 0.35 USD/1000000',
      'egret/egret-4 | output | 1.15 USD/1000000',
    ],
  ],
  [
    'what makes pictures, by the picture',
    {
      models: [
        { id: 'tern-image-2', type: 'Image', base_price: 0.04, currency: 'USD' },
        { id: 'tern-image-mini', type: 'Image', base_price: 0.01, currency: 'USD' },
      ],
    },
    ['tern-image-2 | image | 0.04 USD/1', 'tern-image-mini | image | 0.01 USD/1'],
  ],
  [
    'per token as text, tiers in a list, a search fee, audio at the price of text',
    {
      data: [
        {
          id: 'acme/large-5',
          name: 'Acme: Large 5',
          created: 1785478908,
          description: 'Handles a context of 1M tokens.',
          context_length: 1310720,
          pricing: {
            prompt: '0.000002',
            completion: '0.000012',
            audio: '0.000002',
            internal_reasoning: '0.000012',
            web_search: '0.014',
            input_cache_read: '0.0000002',
            input_cache_write: '0.0000025',
            input_cache_write_1h: '0.000004',
            overrides: [{ min_prompt_tokens: 200000, prompt: '0.000004', completion: '0.000018' }],
          },
          top_provider: { context_length: 1048576, max_completion_tokens: 384000 },
          benchmarks: { arena: { elo: 1257, win_rate: 50.8, rank: 32 } },
        },
        { id: 'acme/small:free', pricing: { prompt: '0', completion: '0', request: '0' } },
      ],
    },
    [
      'acme/large-5 | input | 0.000002 USD/1',
      'acme/large-5 | output | 0.000012 USD/1',
      'acme/large-5 | request [web search] | 0.014 USD/1',
      'acme/large-5 | cached_input | 0.0000002 USD/1',
      'acme/large-5 | cache_write | 0.0000025 USD/1',
      'acme/large-5 | cache_write [1h] | 0.000004 USD/1',
      'acme/large-5 | input [min_prompt_tokens 200000] | 0.000004 USD/1',
      'acme/large-5 | output [min_prompt_tokens 200000] | 0.000018 USD/1',
      'acme/small:free | input | 0 USD/1',
      'acme/small:free | output | 0 USD/1',
    ],
  ],
  [
    'rates in a list, each named by its sku, amounts as money objects, the mode beside them',
    {
      data: [
        {
          id: 'accounts/acme/models/orca-120b',
          serverless_mode: 'default',
          pricing: [
            { sku: 'LLM input tokens (uncached)', amount: '0.15', unit: '1M tokens' },
            { sku: 'LLM input tokens (cached)', amount: '0.015', unit: '1M tokens' },
            { sku: 'LLM output tokens', amount: '0.60', unit: '1M tokens' },
          ],
        },
        {
          id: 'accounts/acme/models/orca-120b',
          serverless_mode: 'priority',
          pricing: [
            {
              sku: 'LLM output tokens',
              amount: { currencyCode: 'USD', units: '1', nanos: 200000000 },
              unit: '1M tokens',
            },
          ],
        },
      ],
    },
    [
      'accounts/acme/models/orca-120b | input | 0.15 USD/1000000',
      'accounts/acme/models/orca-120b | cached_input | 0.015 USD/1000000',
      'accounts/acme/models/orca-120b | output | 0.6 USD/1000000',
      'accounts/acme/models/orca-120b | output priority | 1.2 USD/1000000',
    ],
  ],
  [
    'columns and rows, amounts with signs or codes and units behind them',
    {
      blocks: [
        {
          name: 'llm',
          columns: ['model', 'type', 'context_size', 'input_per_1m_tokens', 'output_per_1m_tokens', 'rpm'],
          rows: [
            ['acme/orca-3', 'chat', 163840, '$0.27', '$ .40', 1000],
            ['acme/orca-embed', 'embedding', 8192, '$0.01', 'n/a', 3000],
          ],
        },
        { name: 'gpu', items: { 'RTX 4090 24GB': { on_demand: '0.35 USD/hour', spot: '0.18 USD/hour', stock: 14 } } },
      ],
    },
    [
      'acme/orca-3 | input | 0.27 USD/1000000',
      'acme/orca-3 | output | 0.4 USD/1000000',
      'acme/orca-embed | input | 0.01 USD/1000000',
      'RTX 4090 24GB | gpu_hour | 0.35 USD/1',
      'RTX 4090 24GB | gpu_hour spot | 0.18 USD/1',
    ],
  ],
  [
    'cents per token, with a type inside the prices',
    [
      {
        model_name: 'deep/seeker-3',
        type: 'text-generation',
        max_tokens: 163840,
        pricing: {
          type: 'tokens',
          cents_per_input_token: 0.000038,
          cents_per_output_token: 0.000089,
          rate_per_input_token_cache_read: null,
        },
      },
      {
        model_name: 'wood/paint-1',
        type: 'text-to-image',
        pricing: { type: 'image_units', cents_per_image_unit: 0.9, default_width: 1024 },
      },
    ],
    [
      'deep/seeker-3 | input | 0.00000038 USD/1',
      'deep/seeker-3 | output | 0.00000089 USD/1',
      'wood/paint-1 | image | 0.009 USD/1',
    ],
  ],
  [
    'providers, then models, per million by size; limits are no prices',
    {
      acme: {
        id: 'acme',
        name: 'Acme',
        models: {
          'large-5': {
            id: 'large-5',
            name: 'Large 5',
            knowledge: '2026-01',
            cost: { input: 1.25, output: 10, cache_read: 0.31, context_over_200k: { input: 2.5, output: 15 } },
            limit: { context: 1048576, output: 64 },
          },
        },
      },
      other: {
        id: 'other',
        models: { tiny: { id: 'tiny', cost: { input: 0.1, output: 0.4 }, limit: { context: 8192, output: 4096 } } },
      },
    },
    [
      'large-5 | input | 1.25 USD/1000000',
      'large-5 | output | 10 USD/1000000',
      'large-5 | cached_input | 0.31 USD/1000000',
      'large-5 | input [context over 200k] | 2.5 USD/1000000',
      'large-5 | output [context over 200k] | 15 USD/1000000',
      'tiny | input | 0.1 USD/1000000',
      'tiny | output | 0.4 USD/1000000',
    ],
  ],
  [
    'a map of models, the unit and the condition in the key',
    {
      'acme-large': {
        max_input_tokens: 128000,
        input_cost_per_token: 2.5e-6,
        input_cost_per_token_above_128k_tokens: 5e-6,
        output_cost_per_token: 1e-5,
        input_cost_per_token_batches: 1.25e-6,
        cache_read_input_token_cost: 1.25e-6,
        input_cost_per_image: 0.0003,
        search_context_cost_per_query: { search_context_size_low: 0.03 },
        litellm_provider: 'acme',
        mode: 'chat',
      },
    },
    [
      'acme-large | input | 0.0000025 USD/1',
      'acme-large | input [above 128k] | 0.000005 USD/1',
      'acme-large | output | 0.00001 USD/1',
      'acme-large | input batch | 0.00000125 USD/1',
      'acme-large | cached_input | 0.00000125 USD/1',
      'acme-large | image [input] | 0.0003 USD/1',
      'acme-large | request [search context size low] | 0.03 USD/1',
    ],
  ],
  [
    'no word for price at all: a pair of directions',
    {
      updated_at: '2026-10-01',
      prices: [{ id: 'large-5', vendor: 'acme', name: 'Large 5', input: 2.5, output: 10, input_cached: 1.25 }],
    },
    [
      'large-5 | input | 2.5 USD/1000000',
      'large-5 | output | 10 USD/1000000',
      'large-5 | cached_input | 1.25 USD/1000000',
    ],
  ],
  [
    'prices as a property, unit and direction in a text',
    {
      result: [
        {
          id: 'f9f2250b-1048-4a52-9910-d0bf976616a1',
          name: '@acme/llama-8b',
          task: { id: 'c329a1f9-323d-4e91-b2aa-582dd4188d34', name: 'Text Generation' },
          properties: [
            {
              property_id: 'price',
              value: [
                { unit: 'per M input tokens', price: 0.28, currency: 'USD' },
                { unit: 'per M output tokens', price: 0.83, currency: 'USD' },
              ],
            },
            { property_id: 'context_window', value: '32000' },
          ],
        },
      ],
    },
    ['@acme/llama-8b | input | 0.28 USD/1000000', '@acme/llama-8b | output | 0.83 USD/1000000'],
  ],
  [
    'a list of prices, each with its type, unit and currency',
    {
      data: [
        {
          name: 'GLM-9',
          prices: [
            { type: 'input', price: '4', unit: '1M tokens', currency: 'CNY' },
            { type: 'output', price: '16', unit: '1M tokens', currency: 'CNY' },
          ],
        },
      ],
    },
    ['GLM-9 | input | 4 CNY/1000000', 'GLM-9 | output | 16 CNY/1000000'],
  ],
  [
    'tiers by start, base beside them',
    {
      id: 'acme',
      models: [
        {
          id: 'pro-2',
          prices: { input_mtok: { base: 1.25, tiers: [{ start: 200000, price: 2.5 }] }, output_mtok: 10 },
        },
      ],
    },
    [
      'pro-2 | input | 1.25 USD/1000000',
      'pro-2 | input [start 200000] | 2.5 USD/1000000',
      'pro-2 | output | 10 USD/1000000',
    ],
  ],
  [
    'tiers by range',
    {
      models: [
        {
          id: 'coder-plus',
          tiered_pricing: [
            { range: [0, 32000], input_cost_per_token: 1e-6 },
            { range: [32000, 128000], input_cost_per_token: 1.8e-6 },
          ],
        },
      ],
    },
    [
      'coder-plus | input [range 0-32000] | 0.000001 USD/1',
      'coder-plus | input [range 32000-128000] | 0.0000018 USD/1',
    ],
  ],
  [
    'unit and currency said once for all',
    {
      currency: 'EUR',
      unit: 'per 1K tokens',
      models: [{ model: 'tiny-4', input: 0.003, cached_input: 0.00075, output: 0.015 }],
    },
    ['tiny-4 | input | 0.003 EUR/1000', 'tiny-4 | cached_input | 0.00075 EUR/1000', 'tiny-4 | output | 0.015 EUR/1000'],
  ],
  [
    'amounts written with their sign and unit',
    {
      models: [
        { name: 'Sonata 4.5', pricing: { input: '$3.00 / 1M tokens', output: '$15.00 / 1M tokens' }, context: '200K' },
      ],
    },
    ['Sonata 4.5 | input | 3 USD/1000000', 'Sonata 4.5 | output | 15 USD/1000000'],
  ],
  [
    'ranges of tokens in a list of prices',
    {
      models: [
        {
          id: 'plus-3',
          pricing: [
            { tokens: '0-128K', input: 0.8, output: 2 },
            { tokens: '128K-256K', input: 2.4, output: 20 },
          ],
        },
      ],
    },
    [
      'plus-3 | input [tokens 0-128K] | 0.8 USD/1000000',
      'plus-3 | output [tokens 0-128K] | 2 USD/1000000',
      'plus-3 | input [tokens 128K-256K] | 2.4 USD/1000000',
      'plus-3 | output [tokens 128K-256K] | 20 USD/1000000',
    ],
  ],
  [
    'ways of buying as maps, cache hit and miss, cache lifetimes',
    {
      models: [
        {
          id: 'chat-4',
          pricing: {
            standard: { input_cache_hit: 0.07, input_cache_miss: 0.27, output: 1.1, cache_write_5m: 0.3 },
            off_peak: { input_cache_miss: 0.135, output: 0.55 },
            batch: { output: 0.5 },
          },
        },
      ],
    },
    [
      'chat-4 | cached_input | 0.07 USD/1000000',
      'chat-4 | input | 0.27 USD/1000000',
      'chat-4 | output | 1.1 USD/1000000',
      'chat-4 | cache_write [5m] | 0.3 USD/1000000',
      'chat-4 | input off_peak | 0.135 USD/1000000',
      'chat-4 | output off_peak | 0.55 USD/1000000',
      'chat-4 | output batch | 0.5 USD/1000000',
    ],
  ],
  [
    'units that are not tokens: pixels, minutes and hours of speech, characters, embeddings',
    [
      { model: 'draw-1', input_cost_per_pixel: 1.9e-8 },
      { model: 'hear-1 (transcription)', price_per_minute: 0.003 },
      { model: 'hear-2 (transcription)', price_per_hour: 0.111 },
      { model: 'hear-3 (transcription)', price_per_minute: 0.006, price_per_hour: 0.3 },
      { model: 'say-1', price_per_1m_characters: 15 },
      { model: 'embed-3', price_per_1m_tokens: 0.02 },
    ],
    [
      'draw-1 | other [input pixel] | 0.000000019 USD/1',
      'hear-1 (transcription) | other | 0.003 USD/1',
      'hear-2 (transcription) | other | 0.111 USD/1',
      'hear-3 (transcription) | other [minute] | 0.006 USD/1',
      'hear-3 (transcription) | other [hour] | 0.3 USD/1',
      'say-1 | other [characters] | 15 USD/1000000',
      'embed-3 | input | 0.02 USD/1000000',
    ],
  ],
  [
    'camel case, a unit in Chinese that names the currency too',
    {
      data: { models: { chat: [{ modelName: 'T1', inputPrice: '1', outputPrice: '4', priceUnit: '元/百万tokens' }] } },
    },
    ['T1 | input | 1 CNY/1000000', 'T1 | output | 4 CNY/1000000'],
  ],
  [
    'column titles of a sheet as keys',
    [
      {
        Model: 'Opus 9',
        'Input (per 1M tokens)': '$5.00',
        'Output (per 1M tokens)': '$25.00',
        'Context Window': '200K',
      },
    ],
    ['Opus 9 | input | 5 USD/1000000', 'Opus 9 | output | 25 USD/1000000'],
  ],
  [
    'pictures by quality and size',
    {
      models: [
        { id: 'draw-9', pricing: { low: { '1024x1024': 0.011 }, high: { '1024x1024': 0.167 } }, unit: 'per image' },
      ],
    },
    ['draw-9 | image [low 1024x1024] | 0.011 USD/1', 'draw-9 | image [high 1024x1024] | 0.167 USD/1'],
  ],
  [
    'Chinese keys',
    { models: [{ name: 'qwen-max', 输入价格: 0.0024, 输出价格: 0.0096, unit: '元/千tokens', currency: 'CNY' }] },
    ['qwen-max | input | 0.0024 CNY/1000', 'qwen-max | output | 0.0096 CNY/1000'],
  ],
];

test.each(cases)('%s', (_name, body, expected) => {
  expect(rows(body)).toEqual(expected);
});

test('what takes or makes no tokens has no price for them', () => {
  const pricing = { hourly: 0, input: 0.02, output: 0 };
  const models = [
    { id: 'vector-1', type: 'embedding', pricing },
    { id: 'draw-1', type: 'image', pricing: { ...pricing, input: 0 } },
    { id: 'talk-1', type: 'chat', pricing: { ...pricing, input: 0.5, output: 1.5 } },
    { id: 'gift-1', type: 'chat', pricing: { ...pricing, input: 0 } },
  ];
  expect(rows(models)).toEqual([
    'vector-1 | input | 0.02 USD/1000000',
    'talk-1 | input | 0.5 USD/1000000',
    'talk-1 | output | 1.5 USD/1000000',
    'gift-1 | input | 0 USD/1000000',
    'gift-1 | output | 0 USD/1000000',
  ]);
});

test('per 1K by size, and yuan where the document is Chinese', () => {
  const models = [1, 2, 3].map((n) => ({ model: `zh-${n}`, input: 0.001 * n, output: 0.002 * n }));
  expect(rows(models, { lang: 'zh' })[0]).toBe('zh-1 | input | 0.001 CNY/1000');
  expect(rows(models, { hints: { unit: 'per 1M tokens', currency: 'USD' } })[0]).toBe(
    'zh-1 | input | 0.001 USD/1000000',
  );
});

test('prices in a unit nobody quotes are refused, not guessed', () => {
  const body = { models: [{ id: 'g-4', prompt_text_token_price: 30000, completion_text_token_price: 150000 }] };
  expect(read(body)).toEqual({
    prices: [],
    problems: [
      '2 prices of tokens are too high to be in the unit they seem to be in, first: models[0].prompt_text_token_price = 30000',
    ],
  });
});

test('an amount without a unit is counted and left out', () => {
  expect(read({ '@type': 'Product', name: 'Acme Plus', offers: { price: '20.00', priceCurrency: 'USD' } })).toEqual({
    prices: [],
    problems: ['1 amounts have no unit, first: offers.price'],
  });
});

test('a price said twice, for one token and for a million, is one', () => {
  const pricing = {
    prompt: '0.0000003',
    completion: '0.0000009',
    input: 0.3,
    output: 0.9,
    input_cache_read: '0.00000006',
  };
  expect(rows({ data: [{ id: 'tern/tern-3-air', pricing }] })).toEqual([
    'tern/tern-3-air | input | 0.0000003 USD/1',
    'tern/tern-3-air | output | 0.0000009 USD/1',
    'tern/tern-3-air | cached_input | 0.00000006 USD/1',
  ]);
});
