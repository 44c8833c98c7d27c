import { expect, test } from 'vitest';
import { read } from './read.ts';

const copy = (...lines: string[]): string[] => read(lines.join('\n'), 'md');

test('a copy of a table whose header says nothing of prices: its columns are counted', () => {
  expect(
    copy(
      'Ternery pricing',
      'Serverless and dedicated',
      'Post-training',
      'Prices are in dollars per 1M tokens.',
      ...['Base model', 'Adapter only', 'All weights'],
      ...['Heron 8B', '$0.50', '$1.00'],
      ...['Heron 70B', '$3.00', '-'],
      ...['Osprey 300B', '$6.00', '$12.00'],
      'Tuning API',
      ...['Base model', 'Context', 'Prefill / 1M', 'Cached prefill / 1M', 'Sample / 1M', 'Train / 1M'],
      ...['Tern 9B', '64k', '$0.60', '$0.12', '$1.80', '$1.50'],
      ...['Tern 90B', '128k', '$10.00', '$2.00', '$27.00', '$32.00'],
    ),
  ).toEqual([
    'Heron 8B other Adapter only USD 0.5/1000000',
    'Heron 8B other All weights USD 1/1000000',
    'Heron 70B other USD 3/1000000',
    'Osprey 300B other Adapter only USD 6/1000000',
    'Osprey 300B other All weights USD 12/1000000',
    'Tern 9B input USD 0.6/1000000',
    'Tern 9B cached_input USD 0.12/1000000',
    'Tern 9B output USD 1.8/1000000',
    'Tern 9B other USD 1.5/1000000',
    'Tern 90B input USD 10/1000000',
    'Tern 90B cached_input USD 2/1000000',
    'Tern 90B output USD 27/1000000',
    'Tern 90B other USD 32/1000000',
  ]);
  expect(
    copy(
      'Kestrel Cloud',
      ...['GPU', 'Memory', 'One card', 'Whole node'],
      ...['H100 SXM', '80 GB', '$2.10/hr', '$16.50/hr'],
      ...['B200', '180 GB', 'Contact us', '$36/hr', 'Contact sales'],
      'Careers',
    ),
  ).toEqual(['H100 SXM gpu_hour USD 2.1/1', 'H100 SXM instance_hour USD 16.5/1', 'B200 instance_hour USD 36/1']);
});

test('links over cards of two amounts are no header', () => {
  expect(
    copy(
      ...['Products', 'Models', 'Docs', 'Blog'],
      ...['Orca 3', '$2 / 1M input tokens', '$8 / 1M output tokens'],
      ...['Orca 3 mini', '$1 / 1M input tokens', '$4 / 1M output tokens'],
    ),
  ).toEqual([
    'Orca 3 input USD 2/1000000',
    'Orca 3 output USD 8/1000000',
    'Orca 3 mini input USD 1/1000000',
    'Orca 3 mini output USD 4/1000000',
  ]);
});

test('the note below a table that names its columns says their unit, whatever was said of others above', () => {
  expect(
    copy(
      'Tuning',
      'Reinforcement jobs are priced per GPU hour.',
      ...['Base model', 'LoRA SFT', 'LoRA DPO'],
      ...['Models up to 20B parameters', '$0.40', '$0.80'],
      ...['Models 20B - 90B', '$2.50', '$5.00'],
      'SFT and DPO prices are shown in $ per 1M training tokens.',
    ).map((price) => price.replace(/^.* other/, 'other')),
  ).toEqual([
    'other LoRA SFT USD 0.4/1000000',
    'other LoRA DPO USD 0.8/1000000',
    'other LoRA SFT USD 2.5/1000000',
    'other LoRA DPO USD 5/1000000',
  ]);
});

test('sizes and names under "Model size" are names', () => {
  expect(
    copy(
      ...['Embeddings', 'Model parameter count', '$ / 1M input tokens'],
      ...['Up to 200M', '$0.008', '200M - 400M', '$0.016', 'Heron embed 8B', '$0.10'],
    ),
  ).toEqual([
    'Up to 200M input USD 0.008/1000000',
    '200M - 400M input USD 0.016/1000000',
    'Heron embed 8B input USD 0.1/1000000',
  ]);
});

test('of a price that is paid and one that was, said on lines of their own, the first; what one column says again is a copy', () => {
  const remark =
    'Hears who speaks and when, in forty languages and dialects, with turns of talk told apart for agents.';
  expect(
    copy(
      'Warble speech',
      ...['Streaming', 'Model', 'Pay as you go', 'Growth'],
      ...['Wren English', 'i', remark, 'Current price', '$0.0060/min', 'Regular price', '$0.0080/min'],
      ...['Current price', '$0.0050/min', 'Regular price', '$0.0070/min'],
      ...['Wren Multilingual', 'i', remark, '$0.0090/min', '$0.0075/min'],
      ...['Custom', 'Contact sales', 'Contact sales'],
      ...['Streaming, one column of the table above', 'Model', 'Pay as you go'],
      ...['Wren English', 'i', remark, 'Current price', '$0.0060/min', 'Regular price', '$0.0080/min'],
      ...['Wren Multilingual', 'i', remark, '$0.0090/min', 'Custom', 'Contact sales'],
    ),
  ).toEqual([
    'Wren English other USD 0.006/1',
    'Wren English other Growth USD 0.005/1',
    'Wren Multilingual other USD 0.009/1',
    'Wren Multilingual other Growth USD 0.0075/1',
  ]);
  expect(
    copy(
      'Kestrel GPUs',
      ...['H100 SXM', 'Was', '$2.90', '/ hour', 'Now', '$2.10', '/ hour'],
      ...['B200 SXM', 'List price', '$5.50/hr', 'Your price', '$4.10/hr'],
      ...['RTX 5090', '$0.69/hr'],
    ),
  ).toEqual(['H100 SXM gpu_hour USD 2.1/1', 'B200 SXM gpu_hour USD 4.1/1', 'RTX 5090 gpu_hour USD 0.69/1']);
});

test('of units to switch between the first is shown, over all tables of one price below', () => {
  expect(
    copy(
      'Perch AI',
      ...['Inference', 'Billed down to the second.', 'Price per', 'Minute', 'Hour', 'GPU instances', 'Price'],
      ...['L4', '24 GiB VRAM', '$0.0141', 'Deploy', 'Deploy', 'H100', '80 GiB VRAM', '$0.1083', 'Deploy', 'Deploy'],
      ...['CPU instances', 'Price', '1x4', '1 vCPU, 4 GiB RAM', '$0.0009', '4x16', '4 vCPUs, 16 GiB RAM', '$0.0035'],
    ),
  ).toEqual(['L4 other USD 0.0141/1', 'H100 other USD 0.1083/1', '1x4 other USD 0.0009/1', '4x16 other USD 0.0035/1']);
  expect(
    copy(
      ...['Perch AI', 'Nodes', 'Hourly', 'Monthly', 'Bare metal servers', 'Memory', 'Price'],
      ...['px-16', '64 GB', '$0.40', 'px-32', '128 GB', '$0.80'],
    ),
  ).toEqual(['px-16 instance_hour USD 0.4/1', 'px-32 instance_hour USD 0.8/1']);
});

test('a remark with a word of headers in it is none; what is priced is not called "Pricing for ..."', () => {
  expect(
    copy(
      ...['Pricing for Claude Desk features', 'Get more out of it.', 'Learn more', 'Hosted agents'],
      ...[
        'Build and run agents with a set of small parts. The rates of tokens apply.',
        'Cost',
        '$0.07 per session-hour',
      ],
      ...['Service tiers', 'Standard', 'Default tier for trying things out and for what you run every day'],
      ...['Batch', 'For jobs without haste that can be processed together at night', 'Older models', 'Learn more'],
      ...['Heron 4.8', 'Input', '$', '5', '/ MTok', 'Output', '$', '25', '/ MTok'],
      ...['Prompt caching', 'Write', '$', '6', '/ MTok', 'Read', '$', '0.50', '/ MTok'],
    ),
  ).toEqual([
    'Hosted agents other USD 0.07/1',
    'Heron 4.8 input USD 5/1000000',
    'Heron 4.8 output USD 25/1000000',
    'Heron 4.8 cache_write USD 6/1000000',
    'Heron 4.8 cached_input USD 0.5/1000000',
  ]);
});

test('cards on one line: a name right before its first label, whatever stands before it, and other prices between them', () => {
  expect(
    read(
      [
        '<p>Prompt caching Read $0.20 / MTok Write $2.50 / MTok Notes on caching. Learn more Job runner Cost $0.05 per hour per container Older models Learn more Heron 5 Input $10 / MTok Output $50 / MTok</p>',
        '<p>Prompt caching Read $1 / MTok Write $12 / MTok Save 50% at night. Learn more Night runs Tern 4.6 Input $3 / MTok Output $15 / MTok</p>',
        '<p>Prompt caching Read $0.30 / MTok Write $3 / MTok</p>',
      ].join(''),
    ).filter((price) => /^(?:Heron|Tern)/.test(price)),
  ).toEqual([
    'Heron 5 input USD 10/1000000',
    'Heron 5 output USD 50/1000000',
    'Heron 5 cached_input USD 1/1000000',
    'Heron 5 cache_write USD 12/1000000',
    'Tern 4.6 input USD 3/1000000',
    'Tern 4.6 output USD 15/1000000',
    'Tern 4.6 cached_input USD 0.3/1000000',
    'Tern 4.6 cache_write USD 3/1000000',
  ]);
});

test('a formula is no price, and no end of its table; what is free at first is a price after that', () => {
  expect(
    copy(
      ...['Images', 'Model', '$ per image', 'Actions'],
      ...['Linnet-2-dev', '$0.01 x (w / 1024) x (h / 1024) x (steps / 28)', 'View more'],
      ...['Linnet-2-max', '$0.07', 'View more', 'Linnet-2-fast', '$0.0005 x (w / 1024) x steps', 'View more'],
      ...['Linnet-1-pro', '$0.04', 'View more'],
    ),
  ).toEqual(['Linnet-2-max image USD 0.07/1', 'Linnet-1-pro image USD 0.04/1']);
  expect(
    copy(
      ...['Heron 3.7 Flash', 'Free Tier', 'Paid Tier, per 1M tokens in USD'],
      ...['Input price', 'Free of charge', '$0.75', 'Output price', 'Free of charge', '$3.75'],
      ...['Web lookup', '*', 'Not available'],
      '5,000 free lookups per month (shared by all models), then $14 per 1,000 requests.',
    ),
  ).toContainEqual(expect.stringMatching(/ request .*USD 14\/1000$/));
});
