import { expect, test } from 'vitest';
import { readInFull } from './read.ts';

const card = (name: string, input: string, high: string, low: string) =>
  `<div class="m"><h3>${name}</h3><p>For search</p><div><span>Input tokens ($/1M)</span><span>${input}</span></div><div><span>Price per 1000 requests</span><span>High: $${high} Low: $${low}</span></div></div>`;

test('a number under or behind a label with its currency and unit in brackets, and a unit before several labels', () => {
  const page = `<h1>API pricing</h1>${card('heron-pro', '3', '14', '6')}${card('heron', '1', '12', '5')}`;
  expect(readInFull(page)).toEqual([
    'heron-pro input standard - USD 3/1000000',
    'heron-pro request standard High USD 14/1000',
    'heron-pro request standard Low USD 6/1000',
    'heron input standard - USD 1/1000000',
    'heron request standard High USD 12/1000',
    'heron request standard Low USD 5/1000',
  ]);
});

test('Standard among classes is one of them, in a list of definitions and in a table', () => {
  const page = `<h1>Object storage</h1><dl><dt>Standard</dt><dd>$0.020 per GB per month</dd><dt>Nearline</dt><dd>$0.010 per GB per month</dd><dt>Archive</dt><dd>$0.0012 per GB per month</dd></dl>
<h2>Operations</h2><table><tr><th>Storage class</th><th>Class A (per 1,000)</th></tr><tr><td>Standard</td><td>$0.0050</td></tr><tr><td>Nearline</td><td>$0.0100</td></tr></table>`;
  expect(readInFull(page)).toEqual([
    'Standard storage_gb_month standard - USD 0.02/1',
    'Nearline storage_gb_month standard - USD 0.01/1',
    'Archive storage_gb_month standard - USD 0.0012/1',
    'Standard request standard - USD 0.005/1000',
    'Nearline request standard - USD 0.01/1000',
  ]);
});

test('what is off for a commitment, and the name of a variant, say no way of buying', () => {
  const page = `# Pricing

## Add-ons

- Teams add-on: $300/month
- Yearly commitment: 10% off

## Heron 2 [flex]

$0.06 per image
`;
  expect(readInFull(page, 'md')).toEqual([
    'Teams add-on month standard - USD 300/1',
    'Heron 2 [flex] image standard - USD 0.06/1',
  ]);
});

test('what a plan is used for at least is no price of it', () => {
  const page = `<div class="plan"><h3>Standard</h3><p>$50/month minimum usage</p></div><div class="plan"><h3>Team</h3><p>$70/month</p></div>`;
  expect(readInFull(page)).toEqual(['Team month standard - USD 70/1']);
});

test('with sound or without it is a condition of what the list is about', () => {
  const page = `# Video

## Heron 3 Pro

- Without audio: $0.112 per second
- With audio: $0.168 per second
`;
  expect(readInFull(page, 'md')).toEqual([
    'Heron 3 Pro second standard Without audio USD 0.112/1',
    'Heron 3 Pro second standard With audio USD 0.168/1',
  ]);
});
