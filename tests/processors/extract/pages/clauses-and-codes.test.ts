import { expect, test } from 'vitest';
import { read, readInFull } from './read.ts';

test('a sentence of several things, each with its verb and its price', () => {
  const page =
    '# Nimbus GPUs\n\nUsage is billed per second. An A100 costs $1.89 per hour, an H100 costs $3.29 per hour, and the B200 is $4.99 per hour.\n';
  expect(read(page, 'md')).toEqual([
    'A100 gpu_hour USD 1.89/1',
    'H100 gpu_hour USD 3.29/1',
    'B200 gpu_hour USD 4.99/1',
  ]);
});

test('two prices of one thing are no two clauses', () => {
  const page =
    '# Nimbus GPUs\n\nStorage is $0.10/GB/month while running and $0.20/GB/month when stopped. There are no egress fees.\n';
  expect(readInFull(page, 'md')).toEqual([
    'Storage storage_gb_month standard - USD 0.1/1',
    'Storage storage_gb_month standard while running USD 0.2/1',
  ]);
});

test('what a seller files a thing under is not what it is called', () => {
  const page = `# Rate card

All rates are in EUR.

| SKU | Description | Unit | Rate |
|---|---|---|---|
| LLM-IN-70 | Curlew 70B input tokens | 1M tokens | 0.55 |
| LLM-OUT-70 | Curlew 70B output tokens | 1M tokens | 1.65 |
| STO-STD | Object storage | GB-month | 0.019 |
`;
  expect(read(page, 'md')).toEqual([
    'Curlew 70B input EUR 0.55/1000000',
    'Curlew 70B output EUR 1.65/1000000',
    'Object storage storage_gb_month EUR 0.019/1',
  ]);
  const codes = `| SKU | Description | Unit | Price |
|---|---|---|---|
| c-7 | Curlew 7B, prompt tokens | 1M tokens | $0.10 |
| c-7o | Curlew 7B, completion tokens | 1M tokens | $0.20 |
`;
  expect(read(codes, 'md')).toEqual(['c-7 input USD 0.1/1000000', 'c-7o output USD 0.2/1000000']);
});

test('a heading says the unit of names and amounts below it; what is not sold is no condition of the next', () => {
  const page =
    '<h3>Heron</h3><h4>GPU PRICES / HR</h4><div><div>B200 - <b>$4.50</b></div><div>L40S - <b>N/A</b></div><div>H100 - <b>$1.95</b></div><div>H100 - <b>$2.05</b></div><div>CPU - <b>$0.02</b></div></div>';
  expect(readInFull(page)).toEqual([
    'B200 gpu_hour standard - USD 4.5/1',
    'H100 gpu_hour standard - USD 1.95/1',
    'H100 gpu_hour standard - USD 2.05/1',
    'CPU other standard - USD 0.02/1',
  ]);
});

test('"Standard tier" between "Free tier" and "Premium tier" is a tier of that name', () => {
  const page =
    '<h1>Clusters</h1><table><tr><th>Cluster tier</th><th>Per hour</th></tr><tr><td>Free tier</td><td>$0.00</td></tr><tr><td>Standard tier</td><td>$0.10</td></tr><tr><td>Premium tier</td><td>$0.60</td></tr></table>';
  expect(read(page)).toEqual([
    'Free tier instance_hour USD 0/1',
    'Standard tier instance_hour USD 0.1/1',
    'Premium tier instance_hour USD 0.6/1',
  ]);
});
