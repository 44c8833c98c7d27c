import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'cheerio';
import { describe, expect, it } from 'vitest';
import { readPage } from '../../../../processors/extract/pages/read-page.ts';
import { parseDecimal, scale } from '../../../../processors/normalise/decimal.ts';
import { fold } from '../../../../processors/normalise/fold.ts';
import { mutate } from './mutate.ts';
import { pageOf } from './page-of.ts';

const FIXTURES = join(import.meta.dirname, 'fixtures');
const pages = readdirSync(FIXTURES).filter((name) => /\.(?:html|md)$/.test(name));
const SEEDS = Number(process.env['FUZZ_SEEDS'] ?? 6);

const SPACED = /\d[\d,]*(?:\s?\.\s?\d+)?(?:e-?\d+)?|\.\d+/gi;
const CLOSED = /\d[\d,]*(?:\.\d+)?(?:e-?\d+)?|\.\d+/gi;

/** The text of a page as a browser shows it: blocks part, inline and unknown tags do not. */
function shown(body: string): string {
  const $ = load(body);
  $('td, th, tr, caption, div, p, li, dt, dd, h1, h2, h3, h4, h5, h6, section, article, button, label, summary')
    .prepend(' ')
    .append(' ');
  return $.root().text();
}

/**
 * Every number a page writes, exact, and what it is in 角, 分 and 厘. Where damage joins or parts digits it is what a browser shows
 * that counts: inline tags join, blocks part.
 */
function numbersOf(body: string): Set<string> {
  const texts = [body.replaceAll(/<[^>]*>/g, ' ').replaceAll('&nbsp;', ' '), shown(body), body].map(fold);
  const found = new Set<string>();
  const literals = texts.flatMap((text) => [SPACED, CLOSED].flatMap((pattern) => text.match(pattern) ?? []));
  for (const literal of new Set(literals)) {
    for (const written of [
      literal.replaceAll(/[\s,]/g, ''),
      literal.replaceAll(/\s/g, '').replace(/,(\d{1,2})$/, '.$1'),
    ]) {
      const number = parseDecimal(written);
      if (number === null) continue;
      for (const part of [1, 10, 100, 1000, 10_000]) found.add(scale(number, part, 1));
      found.add(scale(number, 1, 10_000));
    }
  }
  return found;
}

describe('a damaged page', () => {
  it.each(pages)('%s gives no price that it does not write, and no error', { timeout: 120_000 }, (name) => {
    const body = readFileSync(join(FIXTURES, name), 'utf8');
    for (let seed = 0; seed < SEEDS; seed++) {
      const damaged = mutate(body, seed * 7919 + name.length);
      const { prices } = readPage(pageOf(damaged, { format: name.endsWith('.md') ? 'md' : 'html' }));
      if (prices.length === 0) continue;
      const written = numbersOf(damaged);
      const invented = prices.filter((price) => !written.has(price.amount));
      expect(invented.map((price) => `seed ${seed}: ${price.amount} from ${price.evidence}`)).toEqual([]);
    }
  });
});
