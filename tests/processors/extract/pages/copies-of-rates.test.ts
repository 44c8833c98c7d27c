import { expect, test } from 'vitest';
import { read } from './read.ts';

/** Text copies of price lists of what is used: models, cards, disks. What is told of plans must leave them alone. */
const COPIES: readonly (readonly [string, string, readonly string[]])[] = [
  [
    'models in a table, row by row, with a menu over it and questions below it',
    `Skip to content
Docs
Log in
Pricing
Pay only for the tokens you use.
Model
Context
Input / 1M tokens
Output / 1M tokens
Heron 4 Large
200K
$2.50
$10.00
Heron 4 Mini
128K
$0.15
$0.60
Heron 4 Nano
128K
$0.05
$0.20
Frequently asked questions
Do I get credits?
New accounts get $5 in free credits.`,
    [
      'Heron 4 Large input USD 2.5/1000000',
      'Heron 4 Large output USD 10/1000000',
      'Heron 4 Mini input USD 0.15/1000000',
      'Heron 4 Mini output USD 0.6/1000000',
      'Heron 4 Nano input USD 0.05/1000000',
      'Heron 4 Nano output USD 0.2/1000000',
    ],
  ],
  [
    'cards by the hour, each with its memory and a button',
    `GPU cloud
Rent by the second
H100 SXM
80 GB VRAM
26 vCPUs
$2.79
/hr
Deploy
A100 PCIe
80 GB VRAM
12 vCPUs
$1.39
/hr
Deploy
L40S
48 GB VRAM
16 vCPUs
$0.89
/hr
Deploy
Save up to 30% with a reserved cluster`,
    ['H100 SXM gpu_hour USD 2.79/1', 'A100 PCIe gpu_hour USD 1.39/1', 'L40S gpu_hour USD 0.89/1'],
  ],
  [
    'plans beside the models they run',
    `Plans
Free
$0
/month
Get started
100 requests per day
Pro
$18
/month
Get started
Everything in Free
Faster answers for your whole day
Business
$42
per seat / month
Get started
Everything in Pro
Audit logs and single sign-on
API
Model
Input
Output
Osprey 2
$3 / 1M tokens
$9 / 1M tokens
Osprey 2 Fast
$0.50 / 1M tokens
$1.50 / 1M tokens`,
    [
      'Free month USD 0/1',
      'Pro month USD 18/1',
      'Business month USD 42/1',
      'Osprey 2 input USD 3/1000000',
      'Osprey 2 output USD 9/1000000',
      'Osprey 2 Fast input USD 0.5/1000000',
      'Osprey 2 Fast output USD 1.5/1000000',
    ],
  ],
  [
    'what is kept and what is sent, under plain words',
    `Object storage
Simple prices
Storage
$0.015
/ GB / month
Egress
$0.01
/ GB
Class A operations
$4.50
per million
No minimum. The first 10 GB are free.`,
    ['Storage storage_gb_month USD 0.015/1', 'Egress other USD 0.01/1', 'Class A operations request USD 4.5/1000000'],
  ],
];

test.each(COPIES)('%s', (_, text, expected) => {
  expect(read(text, 'md')).toEqual(expected);
});

test('a word for a kind of things over several of it names none', () => {
  expect(
    read(
      'Storage\nShared filesystem\n$0.07\n/ GiB / month\nObject storage\n$0.025\n/ GiB / month\nNetworking\nPublic IPv4\n$0.004\n/ hour\nEgress\nFree',
      'md',
    ),
  ).toEqual([
    'Shared filesystem storage_gb_month USD 0.07/1',
    'Object storage storage_gb_month USD 0.025/1',
    'Public IPv4 other USD 0.004/1',
  ]);
});
