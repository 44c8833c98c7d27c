import { expect, test } from 'vitest';
import { read } from './read.ts';

const machine = (cards: string, ram: string, cpus: string, price: string) =>
  [`**${cards}**`, `**${ram}** GB GPU RAM`, `**${cpus}** vCPUs`, `**10** TB Bandwidth`, `**${price}** /hr`].join('\n');
const head = ['GPU', 'GPU RAM', 'vCPUs', 'Bandwidth', 'Hourly Price'].join('\n');

test('a table that a text copy repeats with its header is the same table again', () => {
  const table = [head, machine('1/2', '24', '8', '$0.835'), machine('1', '48', '16', '$1.671')].join('\n');
  expect(
    read(
      [
        '## Cloud GPU',
        '### NVIDIA L9S',
        'On demand. 36-month prepaid pricing for the NVIDIA L9S starts at $0.848/GPU/hr.',
        table,
        'Pricing',
        table,
      ].join('\n'),
      'md',
    ),
  ).toEqual([
    'NVIDIA L9S gpu_hour commit_3y USD 0.848/1',
    'NVIDIA L9S instance_hour 1/2 USD 0.835/1',
    'NVIDIA L9S instance_hour 1 USD 1.671/1',
  ]);
});

test('up to which size of picture a price holds is a tier', () => {
  expect(
    read(
      [
        '| Item | Resolution | Price per minute |',
        '|---|---|---|',
        '| Transcoding H.264 | HD (1280x720) and below | $0.01 |',
        '| Transcoding H.264 | 4K（3840×2160）及以下 | $0.04 |',
      ].join('\n'),
      'md',
    ),
  ).toEqual([
    'Transcoding H.264 other HD (1280x720) and below USD 0.01/1',
    'Transcoding H.264 other 4K（3840×2160）及以下 USD 0.04/1',
  ]);
});

test('a name with a line for its stroke goes on no further than the unit of the price over it', () => {
  expect(
    read(
      [
        ['fjord-labs', '/', 'heron-draw-2', 'Draws what is asked for.', '$0.03', '/', 'output image'],
        ['fjord-labs', '/', 'heron-draw-mini', 'Draws faster.', '$0.01', '/', 'output image'],
      ]
        .flat()
        .join('\n'),
      'md',
    ),
  ).toEqual(['fjord-labs / heron-draw-2 image USD 0.03/1', 'fjord-labs / heron-draw-mini image USD 0.01/1']);
});

test('the clouds that a table may be switched between name none of its prices, nor those of the next', () => {
  expect(
    read(
      [
        ['AWS', 'Azure', 'Google Cloud', 'Cluster Tier', 'RAM', 'Base Price'],
        ['C10', '2 GB', '$0.09/hr', 'C20', '4 GB', '$0.18/hr', 'C30', '8 GB', '$0.44/hr'],
        ['Heron Lake', 'Heron Lake is a storage service for analytics that you query in place.', 'Lake Regions'],
        ['Regions', 'Price per GB per Month', 'Per 1,000 Partition Accesses'],
        ['Ireland', 'eu-west-1', '0.043', '0.0012', 'Singapore', 'ap-southeast-1', '0.052', '0.0013'],
        ['Oregon, USA', 'us-west-2', '0.041', '0.0011'],
      ]
        .flat()
        .join('\n'),
      'md',
    ).slice(3, 5),
  ).toEqual(['Heron Lake storage_gb_month Ireland USD 0.043/1', 'Heron Lake request Ireland USD 0.0012/1000']);
});
