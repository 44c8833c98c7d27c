import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPage } from '../../../../processors/extract/pages/read-page.ts';
import { pageOf } from './page-of.ts';
import { type AbstractTable, LAYOUTS, markdown, type UnitPlace } from './render.ts';

const name = fc
  .tuple(
    fc.constantFrom('Orion', 'Nebula', 'Quasar', 'Altair', 'Vega', 'kestrel', 'heron'),
    fc.integer({ min: 1, max: 9 }),
    fc.constantFrom('', '-mini', '-pro', '-32k', '.5-flash', ' Large', '-vl-72b'),
  )
  .map(([family, version, suffix]) => `${family}-${version}${suffix}`);
const amount = fc
  .tuple(fc.integer({ min: 1, max: 99_999 }), fc.integer({ min: 0, max: 4 }))
  .map(([digits, scale]) => (digits / 10 ** scale).toFixed(scale));

const table: fc.Arbitrary<AbstractTable> = fc
  .record({
    products: fc.uniqueArray(name, { minLength: 2, maxLength: 6 }),
    meters: fc.constantFrom<AbstractTable['meters']>(
      ['input', 'output'],
      ['input', 'cached_input', 'output'],
      ['cached_input', 'input', 'output'],
    ),
    currency: fc.constantFrom<AbstractTable['currency']>('USD', 'CNY', 'EUR'),
    per: fc.constantFrom<AbstractTable['per']>(1000, 1_000_000),
    zh: fc.boolean(),
  })
  .chain((shape) =>
    fc
      .array(fc.array(amount, { minLength: shape.meters.length, maxLength: shape.meters.length }), {
        minLength: shape.products.length,
        maxLength: shape.products.length,
      })
      .map((amounts) => ({
        ...shape,
        currency: shape.zh || shape.currency !== 'CNY' ? shape.currency : 'USD',
        amounts,
      })),
  );
const place = fc.constantFrom<UnitPlace>('cell', 'header', 'caption', 'prose');

const stated = (given: AbstractTable): string[] =>
  given.products
    .flatMap((product, row) =>
      given.meters.map(
        (meter, column) => `${product}|${meter}|${Number(given.amounts[row]?.[column])}|${given.currency}|${given.per}`,
      ),
    )
    .sort();

function read(given: AbstractTable, body: string, format: 'html' | 'md'): string[] {
  const { prices } = readPage(pageOf(body, { format, lang: given.zh ? 'zh' : 'en' }));
  return prices
    .map((price) => `${price.product}|${price.meter}|${Number(price.amount)}|${price.currency}|${price.per}`)
    .sort();
}

describe('an abstract price table is read back exactly', () => {
  it.each(Object.keys(LAYOUTS) as (keyof typeof LAYOUTS)[])('set as %s', (layout) => {
    fc.assert(
      fc.property(table, place, (given, at) => {
        expect(read(given, LAYOUTS[layout](given, at), 'html')).toEqual(stated(given));
      }),
      { numRuns: 60 },
    );
  });

  it('set in Markdown', () => {
    fc.assert(
      fc.property(table, place, (given, at) => {
        expect(read(given, markdown(given, at), 'md')).toEqual(stated(given));
      }),
      { numRuns: 60 },
    );
  });
});
