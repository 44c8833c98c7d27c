import fc from 'fast-check';
import { expect, test } from 'vitest';
import { price } from '../../../../infra/contracts/price.ts';
import { read } from './rows.ts';

const keys = fc.constantFrom(
  'id',
  'name',
  'model',
  'pricing',
  'prices',
  'cost',
  'input',
  'output',
  'prompt',
  'cache_read',
  'price_per_hour',
  'hourly',
  'unit',
  'currency',
  'tiers',
  'regions',
  'us-east-1',
  'gpt-4o',
  'H100',
  'products',
  'terms',
  'Items',
  'skus',
  'pricingInfo',
  'skuId',
  'units',
  'nanos',
  '__proto__',
  '',
);
const leaf = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.constantFrom(
    '$3 / 1M tokens',
    'USD',
    'per hour',
    '1e400',
    '-1',
    '0.0',
    'H100',
    '¥2',
    'NaN',
    '\u0000',
    '元/千tokens',
  ),
  fc.constant(null),
  fc.boolean(),
  fc.string(),
);
const json = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'medium', withCrossShrink: true },
    leaf,
    fc.array(tie('value'), { maxLength: 4 }),
    fc.array(fc.tuple(keys, tie('value')), { maxLength: 6 }).map((entries) => Object.fromEntries(entries)),
  ),
})).value;

test('whatever the JSON: no crash, every price keeps the contract, and its evidence is in the document', () => {
  fc.assert(
    fc.property(json, (value) => {
      const body = JSON.stringify(value);
      for (const found of read(body).prices) {
        expect(price.parse(found)).toEqual(found);
        const literal = found.evidence.slice(found.evidence.indexOf(' = ') + 3);
        const isWritten = body.includes(JSON.stringify(literal).slice(1, -1)) || /"(?:units|nanos)"/.test(body);
        expect(isWritten, `${found.evidence} in ${body}`).toBe(true);
      }
    }),
    { numRuns: 2_000 },
  );
});

test('deep nesting ends in an answer', () => {
  const deep = `${'{"pricing":['.repeat(3_000)}1${']}'.repeat(3_000)}`;
  expect(read(deep).prices).toEqual([]);
});
