import { readdirSync, readFileSync } from 'node:fs';
import { load } from 'cheerio';
import type { Document } from '../../../infra/contracts/document.ts';
import { readPage } from '../../../processors/extract/pages/read-page.ts';
import { makeDocument } from '../../support/document.ts';
import { type Bench, sideBySide, timed } from '../harness.ts';
import { lxmlSeconds } from '../support/lxml.ts';
import { pricingDocument } from '../support/pages.ts';

const FIXTURES = new URL('../../processors/extract/pages/fixtures/', import.meta.url);
const ROUNDS = 6;
/** Bytes read per round. */
const BYTES = 6_000_000;

/** Price pages in the shapes of real ones (small, dense in tables), and pages of the weight of real ones. */
export async function benchPages(bench: Bench): Promise<void> {
  const fixtures = readdirSync(FIXTURES)
    .filter((name) => name.endsWith('.html'))
    .map((name) => makeDocument({ body: readFileSync(new URL(name, FIXTURES), 'utf8'), source_id: name }));
  await compare(bench, 'test pages, nothing but tables and cards', repeat(fixtures, bench.size(BYTES)));
  const heavy = Array.from({ length: 40 }, (_, source) => pricingDocument(source, 0));
  await compare(bench, 'pages of 40 KB with one table', repeat(heavy, bench.size(BYTES)));
}

function repeat(documents: readonly Document[], bytes: number): Document[] {
  const each = documents.reduce((sum, { size_bytes }) => sum + size_bytes, 0);
  return Array.from({ length: Math.max(1, Math.round(bytes / each)) }, () => documents).flat();
}

async function compare(bench: Bench, name: string, documents: readonly Document[]): Promise<void> {
  const megabytes = documents.reduce((sum, { size_bytes }) => sum + size_bytes, 0) / 1e6;
  let prices = 0;
  const ms = await sideBySide(ROUNDS, {
    ours: () =>
      timed(() => {
        prices = 0;
        for (const source of documents) prices += readPage(source).prices.length;
      }),
    bare: () =>
      timed(() => {
        for (const { body } of documents) load(body);
      }),
  });
  const lxml = await lxmlSeconds(
    bench,
    documents.map(({ body }) => body),
    ROUNDS - 1,
  );
  const perSecond = (amount: number) => ({
    'cheerio, bare parse': (amount / ms.bare) * 1000,
    ...(lxml === null ? {} : { 'lxml reader of the tables': amount / lxml.seconds }),
  });
  bench.figure(`${name}: pages`, (documents.length / ms.ours) * 1000, 'pages/s', perSecond(documents.length));
  bench.figure(`${name}: bytes`, (megabytes / ms.ours) * 1000, 'MB/s', perSecond(megabytes));
  bench.figure(`${name}: time of a page`, ms.ours / documents.length, 'ms', {
    'bare parse (goal: at most 2 x)': ms.bare / documents.length,
  });
  if (lxml !== null) {
    bench.note(`${name}: ${prices} prices with unit, meter and currency; the lxml reader sees ${lxml.prices} amounts`);
  }
}
