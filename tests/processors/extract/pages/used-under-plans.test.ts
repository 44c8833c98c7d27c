import { expect, test } from 'vitest';
import { read, readInFull } from './read.ts';

test('what is used under plans names its rates, the plans are conditions of them', () => {
  const page =
    '| | Starter | Pro |\n|---|---|---|\n| Requests | $3 per 1M | $2.00 per 1M |\n| Bandwidth | $0.5 per GB | $0.15 per GB |\n';
  expect(readInFull(page, 'md')).toEqual([
    'Requests request standard Starter USD 3/1000000',
    'Requests request standard Pro USD 2/1000000',
    'Bandwidth other standard Starter USD 0.5/1',
    'Bandwidth other standard Pro USD 0.15/1',
  ]);
});

test('where one plan alone has rates, the words under another name nothing', () => {
  const page =
    '| | Hobby | Pro |\n|---|---|---|\n| Edge reads | Limited | $2.00 per 1M |\n| Bandwidth | Limited | $0.15 per GB |\n| Invocations | Limited | $0.60 per 1M |\n';
  expect(read(page, 'md').map((price) => price.split(/ (?:other|request) /)[0]?.replace(/ Pro$/, ''))).toEqual([
    'Edge reads',
    'Bandwidth',
    'Invocations',
  ]);
});

test('ways of tokens are no names, nor is the price of a plan', () => {
  const ways =
    '| | Standard | Pro |\n|---|---|---|\n| Input | $3 per 1M tokens | $2 per 1M tokens |\n| Output | $5 per 1M tokens | $8 per 1M tokens |\n';
  expect(read(ways, 'md')).toEqual([
    'Standard input USD 3/1000000',
    'Pro input USD 2/1000000',
    'Standard output USD 5/1000000',
    'Pro output USD 8/1000000',
  ]);
  const plans = '| | Starter | Pro |\n|---|---|---|\n| Price | $9 / month | $29 / month |\n| Seats | 1 | 5 |\n';
  expect(read(plans, 'md')).toEqual(['Starter month USD 9/1', 'Pro month USD 29/1']);
});

test('rivals under a heading that compares one thing, and credits that are given away', () => {
  const rivals = (heading: string) =>
    `## ${heading}\n\n| Provider | Per GPU-hour |\n|---|---|\n| Orca Cloud H100 | $6.88 |\n| Heron H100 | $7.10 |\n`;
  expect(read(rivals('How our H100 compares'), 'md')).toEqual([]);
  expect(read(rivals('How our cluster stacks up'), 'md')).toEqual([]);
  expect(read('## How our plans compare\n\n| Plan | Price |\n|---|---|\n| Pro | $6 / month |\n', 'md')).toEqual([
    'Pro month USD 6/1',
  ]);
  const bonus =
    '| | Free | Pro | Team |\n|---|---|---|---|\n| Price | ₹0 | ₹900 / month | ₹4,000 / month |\n| Bonus credits | - | ₹1,000 | ₹7,000 |\n';
  expect(read(bonus, 'md')).toEqual(['Free month INR 0/1', 'Pro month INR 900/1', 'Team month INR 4000/1']);
});

test('units of reading and writing under plans are what is sold', () => {
  const plan = (name: string, read: string, write: string): string =>
    `${name}\nFor production applications\n$50/mo minimum usage\nSign up\nRead units\n$${read}/M\nWrite units\n$${write}/M\n`;
  expect(read(`Pricing\n${plan('Standard', '16', '4')}${plan('Enterprise', '24', '6')}`, 'md')).toEqual([
    'Read units other Standard USD 16/1000000',
    'Write units other Standard USD 4/1000000',
    'Read units other Enterprise USD 24/1000000',
    'Write units other Enterprise USD 6/1000000',
  ]);
});
