import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readPage } from '../../../../processors/extract/pages/read-page.ts';
import { pageOf } from './page-of.ts';

const FIXTURES = join(import.meta.dirname, 'fixtures');
const pages = readdirSync(FIXTURES).filter((name) => /\.(?:html|md)$/.test(name));

/** Columns of an expectation: product, meter, amount, currency, per, mode, and where they are given tier and region. "*" is any. */
const COLUMNS = ['product', 'meter', 'amount', 'currency', 'per', 'mode', 'tier', 'region'] as const;

describe('pages in the manner of vendors the reader does not know', () => {
  it.each(pages)('%s', (name) => {
    const format = name.endsWith('.html') ? 'html' : 'md';
    const body = readFileSync(join(FIXTURES, name), 'utf8');
    const expected = readFileSync(join(FIXTURES, name.replace(/\.\w+$/, '.expected')), 'utf8')
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => line.split(' | ').map((part) => part.trim()));
    const lang = /<html lang="(\w+)/.exec(body)?.[1] ?? (/[一-龥]{4}/.test(body) ? 'zh' : 'en');
    const { prices } = readPage(pageOf(body, { format, lang }));
    const left = prices.map((price) => COLUMNS.map((column) => String(price[column] ?? '')));
    const missing: string[] = [];
    for (const want of expected) {
      const index = left.findIndex((have) =>
        want.every(
          (part, column) =>
            part === '*' ||
            (column === 6
              ? (have[6] ?? '').includes(part)
              : column === 2
                ? Number(part) === Number(have[2])
                : part === have[column]),
        ),
      );
      if (index < 0) missing.push(want.join(' | '));
      else left.splice(index, 1);
    }
    expect({ missing, unexpected: left.map((have) => have.join(' | ')) }).toEqual({ missing: [], unexpected: [] });
  });
});
