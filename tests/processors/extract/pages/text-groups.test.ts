import { expect, test } from 'vitest';
import { read } from './read.ts';

const page = (...lines: readonly (readonly string[])[]) => read(lines.flat().join('\n'), 'md');

test('rows say what each plan includes, and below that what more costs', () => {
  expect(
    page(
      ['Harbor assistant', 'Uploads', '2 GB included', 'Unlimited', '$3/GB/mo', 'Unlimited', '$3/GB/mo'],
      ['Output Tokens', '300k/mo included', '1M/mo included', 'Unlimited', '$15 per million', 'Unlimited'],
      ['$15 per million', 'Seats', 'Up to 2', 'Up to 5', 'Unlimited', 'Unlimited'],
      ['Parsing Units', '1,000/mo included', '$0.0005/parsing unit', '$0.0005/parsing unit'],
      ['Inference', 'fjord-embed-v2', '5M tokens/mo included', 'Unlimited', '$0.16/M tokens', 'Unlimited'],
      ['$0.16/M tokens', 'Ready to start?'],
    ),
  ).toEqual([
    'Uploads storage_gb_month USD 3/1',
    'Harbor assistant output USD 15/1000000',
    'Parsing Units other USD 0.0005/1',
    'fjord-embed-v2 input USD 0.16/1000000',
  ]);
});

test('rows of groups that share a name are paid for by the hour where a text over them says so', () => {
  const groups = [
    ['Intel Granite', 'aws', '1', '2GB', '$0.03', '2', '4GB', '$0.07'],
    ['Intel Xeon', 'azure', '1', '2GB', '$0.06', '2', '4GB', '$0.12'],
    ['GPU', 'Machines', 'NVIDIA L4', 'aws', '1', '24GB', '$0.80', '4', '96GB', '$3.80'],
  ];
  expect(page(['Fjord endpoints', 'Machines of your own, starting at $0.03/hour.'], ...groups)).toEqual([
    'Intel Granite instance_hour 1 USD 0.03/1',
    'Intel Granite instance_hour 2 USD 0.07/1',
    'Intel Xeon instance_hour 1 USD 0.06/1',
    'Intel Xeon instance_hour 2 USD 0.12/1',
    'NVIDIA L4 instance_hour 1 USD 0.8/1',
    'NVIDIA L4 instance_hour 4 USD 3.8/1',
  ]);
});

test('what an estimate comes to is no price', () => {
  expect(
    page(
      [
        'Fjord plans',
        'Team',
        '$20 / mo',
        'For small teams.',
        'How much will it be?',
        'Typical spend:',
        '$',
        '15',
        '/mo',
      ],
      ['Your estimated cost:', '$', '45', '/mo', 'Compute units', '0', '$49', '/ mo', 'Estimate only. Use varies.'],
    ),
  ).toEqual(['Team month USD 20/1']);
});

test('what is counted beside an amount a million is no token', () => {
  expect(
    page(['| Item | Price |', '|---|---|', '| Vector dimensions | $0.004 / 1M |', '| Backup | $0.02 / GiB |']),
  ).toEqual(['Vector dimensions other USD 0.004/1000000', 'Backup storage_gb_month USD 0.02/1']);
});

test('columns that say how one pays name no model, and a number over "vCPUs" no machine', () => {
  const told =
    'The most accurate model for recorded speech, with speakers told apart and names spelled right, in many languages.';
  const cards = ['Heron-3.5 Pro', told, '$0.21', '/hr', 'Contact us', 'Heron-2', told, '$0.15', '/hr'];
  expect(
    page(['Speech', 'Models', 'Pay as you go', 'Custom'], cards, ['Models', 'Pay as you go'], cards, ['Custom']).filter(
      (price) => !/^Heron-/.test(price),
    ),
  ).toEqual([]);
  expect(
    page(
      ['GPUs by the hour', 'H100 SXM', '80 GB VRAM', '20', 'vCPUs', '$', '3.29', '/hr'],
      [
        'B200',
        '180 GB VRAM',
        '28',
        'vCPUs',
        '$',
        '6.79',
        '/hr',
        'A100 SXM',
        '80 GB VRAM',
        '16',
        'vCPUs',
        '$',
        '1.59',
        '/hr',
      ],
    ),
  ).toEqual(['H100 SXM gpu_hour USD 3.29/1', 'B200 gpu_hour USD 6.79/1', 'A100 SXM gpu_hour USD 1.59/1']);
});
