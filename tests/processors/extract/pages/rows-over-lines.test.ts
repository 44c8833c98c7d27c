import { expect, test } from 'vitest';
import { read } from './read.ts';

test('rows that a bar opens, their cells over lines; what a cell above reaches down to is empty; text behind the table', () => {
  const page = `GPU machines
|
Machine |
Zone |
On demand
(per hour) |
Spot (per hour)
|
kw2.small |
North | $0.70 | $0.21
| |
South | $0.80 |
-
|
kw2.large |
North |
$5.60 | $1.70
Storage is $0.05 per GB per month.
|
Model |
Input
per 1M tokens |
Output
per 1M tokens
|
[Orla 2](https://example.com/orla) |
$2.00 | $8.00
|
Orla 2 Mini |
$0.40 |
$1.60

Prices of 2026`;
  expect(read(page, 'md')).toEqual([
    'kw2.small instance_hour North USD 0.7/1',
    'kw2.small instance_hour South USD 0.8/1',
    'kw2.small instance_hour spot USD 0.21/1',
    'kw2.large instance_hour USD 5.6/1',
    'kw2.large instance_hour spot USD 1.7/1',
    'Storage storage_gb_month USD 0.05/1',
    'Orla 2 input USD 2/1000000',
    'Orla 2 output USD 8/1000000',
    'Orla 2 Mini input USD 0.4/1000000',
    'Orla 2 Mini output USD 1.6/1000000',
  ]);
});

test('a header on one line over rows that go over lines; a table set as Markdown sets it stays', () => {
  const page = `| Model | Input per 1M tokens | Output per 1M tokens
|
Orla 2 |
$2.00 | $8.00
| Orla 2 Mini |
$0.40 |
$1.60

| GPU | Price per hour |
|---|---|
| L4 | $0.60 |`;
  expect(read(page, 'md')).toEqual([
    'Orla 2 input USD 2/1000000',
    'Orla 2 output USD 8/1000000',
    'Orla 2 Mini input USD 0.4/1000000',
    'Orla 2 Mini output USD 1.6/1000000',
    'L4 gpu_hour USD 0.6/1',
  ]);
});

test('last cells of several lines, that of the last row too; empty ones', () => {
  const page = `Token prices
|
Model |
Price (per 1M tokens)
|
Orla 2 |
Input: $2
Output: $8
|
Orla 2 Free |

|
Orla 2 Mini |
Input: $0.4
Output: $1.6
Billing
Charged by the day.`;
  expect(read(page, 'md')).toEqual([
    'Orla 2 input USD 2/1000000',
    'Orla 2 output USD 8/1000000',
    'Orla 2 Mini input USD 0.4/1000000',
    'Orla 2 Mini output USD 1.6/1000000',
  ]);
});
