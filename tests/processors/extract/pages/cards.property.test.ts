import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPage } from '../../../../processors/extract/pages/read-page.ts';
import { pageOf } from './page-of.ts';
import { textCopy } from './text-copy.ts';

const NAMES = ['Orion Large 2', 'Orion Mini', 'kestrel-7b-instruct', 'Vega 4.5 Flash', 'Nebula Ultra'];
const METERS = [
  ['Input', 'input'],
  ['Output', 'output'],
  ['Cached input', 'cached_input'],
] as const;

/** How a card sets its name, its rows and what stands around them. */
const shape = fc.record({
  title: fc.constantFrom('h3', 'div', 'strong', 'p', 'h2', 'span'),
  label: fc.constantFrom('before', 'after', 'inline', 'colon'),
  unit: fc.constantFrom('value', 'apart', 'label', 'page'),
  splitSign: fc.boolean(),
  description: fc.constantFrom('', 'Fast and capable model for agents.', 'Best for coding and agentic tasks'),
  spec: fc.constantFrom('', '128K context', 'Context window: 256K tokens'),
  specFirst: fc.boolean(),
  button: fc.constantFrom('', 'Try it', 'Get started'),
  row: fc.constantFrom('div', 'li', 'p'),
  inner: fc.constantFrom('span', 'div'),
});
const cards = fc
  .record({ shape, products: fc.integer({ min: 2, max: NAMES.length }), meters: fc.integer({ min: 2, max: 3 }) })
  .chain((given) =>
    fc
      .array(fc.integer({ min: 1, max: 90_000 }), {
        minLength: given.products * given.meters,
        maxLength: given.products * given.meters,
      })
      .map((cents) => ({ ...given, cents })),
  );
type Cards = typeof cards extends fc.Arbitrary<infer T> ? T : never;

function rowOf(given: Cards, label: string, cents: number): string {
  const { shape: at } = given;
  const amount = (cents / 100).toFixed(2);
  const sign = at.splitSign ? `<span>$</span><span>${amount}</span>` : `$${amount}`;
  const value =
    at.unit === 'value' ? `${sign} / 1M tokens` : at.unit === 'apart' ? `${sign}<span>/ 1M tokens</span>` : sign;
  const words = at.unit === 'label' ? `${label} (per 1M tokens)` : label;
  const inner = at.row === 'p' ? 'span' : at.inner;
  const boxed = (text: string) => `<${inner}>${text}</${inner}>`;
  const body = {
    before: boxed(words) + boxed(value),
    after: boxed(value) + boxed(words),
    inline: `${value} ${words.toLowerCase()}`,
    colon: `<b>${words}:</b> ${value}`,
  }[at.label];
  return `<${at.row} class="row">${body}</${at.row}>`;
}

function html(given: Cards): string {
  const { shape: at } = given;
  const all = NAMES.slice(0, given.products).map((name, product) => {
    const rows = METERS.slice(0, given.meters).map(([label], meter) =>
      rowOf(given, label, given.cents[product * given.meters + meter] ?? 0),
    );
    const spec = at.spec === '' ? '' : `<div class="spec">${at.spec}</div>`;
    const list = at.row === 'li' ? `<ul>${rows.join('')}</ul>` : `<div class="rows">${rows.join('')}</div>`;
    return `<div class="card"><${at.title}>${name}</${at.title}>${at.description === '' ? '' : `<p>${at.description}</p>`}${at.specFirst ? spec : ''}${list}${at.specFirst ? '' : spec}${at.button === '' ? '' : `<a class="button">${at.button}</a>`}</div>`;
  });
  return `<html lang="en"><body><main><h1>Pricing</h1><p>Simple pricing.${at.unit === 'page' ? ' All prices per 1M tokens.' : ''}</p><div class="cards">${all.join('')}</div></main></body></html>`;
}

const stated = (given: Cards): string[] =>
  NAMES.slice(0, given.products)
    .flatMap((name, product) =>
      METERS.slice(0, given.meters).map(
        ([, meter], index) => `${name}|${meter}|${(given.cents[product * given.meters + index] ?? 0) / 100}`,
      ),
    )
    .sort();
const read = (body: string, format: 'html' | 'md'): string[] =>
  readPage(pageOf(body, { format, lang: 'en' }))
    .prices.map((price) => `${price.product}|${price.meter}|${Number(price.amount)}`)
    .sort();

describe('cards are read however they set label, amount and unit', () => {
  it('as HTML', () => {
    fc.assert(
      fc.property(cards, (given) => {
        expect(read(html(given), 'html')).toEqual(stated(given));
      }),
      { numRuns: 80 },
    );
  });

  it('as a text copy', () => {
    fc.assert(
      fc.property(cards, (given) => {
        expect(read(textCopy(html(given)), 'md')).toEqual(stated(given));
      }),
      { numRuns: 80 },
    );
  });
});
