import { describe, expect, it } from 'vitest';
import { readPage } from '../../../../processors/extract/pages/read-page.ts';
import { pageOf } from './page-of.ts';

const many = (text: string, times: number) => text.repeat(times);

/** Inputs on which a pattern or a search that is not linear would take minutes: the test's own time limit catches it. */
describe('a page made to hang the reader is read in passing', () => {
  it.each<[string, string, 'html' | 'md']>([
    ['a hundred thousand digits', many('1', 100_000), 'md'],
    ['nothing but brackets', `${many('(', 50_000)}$1`, 'md'],
    ['all prices in one line', many('$1 / 1M tokens ', 15_000), 'md'],
    ['a price on every line', many('$1.00 / 1M tokens\n', 8000), 'md'],
    ['a header on every line', many('Input\n', 20_000), 'md'],
    ['pairs of label and price', many('Input\n$1.00\n', 5000), 'md'],
    ['a very wide row', `${many('|', 50_000)}\n${many('|---', 50_000)}`, 'md'],
    [
      'spans that reach everywhere',
      `<table>${many('<tr><td rowspan="9999" colspan="9999">$1</td></tr>', 500)}</table>`,
      'html',
    ],
    ['three thousand nested elements', `${many('<div>', 3000)}$1 / hour${many('</div>', 3000)}`, 'html'],
    ['nested tables', `${many('<table><tr><td>', 200)}$1${many('</td></tr></table>', 200)}`, 'html'],
    ['one card without a name', `<div>${many('<p>$1 / 1M tokens</p>', 4000)}</div>`, 'html'],
  ])('%s', (_, body, format) => {
    expect(readPage(pageOf(body, { format })).prices.length).toBeLessThan(20_000);
  });
});
