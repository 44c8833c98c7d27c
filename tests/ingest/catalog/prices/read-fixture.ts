import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { z } from 'zod';
import type { Price } from '../../../../infra/contracts/price.ts';
import type { Source } from '../../../../ingest/catalog/load.ts';
import { makeDocument } from '../../../../ingest/fetch/document.ts';
import type { DocumentFormat } from '../../../../ingest/fetch/format.ts';
import { extract } from '../../../../processors/extract/extract.ts';

export const FIXTURES = join(import.meta.dirname, 'fixtures');

const FORMATS: ReadonlyMap<string, DocumentFormat> = new Map([
  ['.html', 'html'],
  ['.md', 'md'],
  ['.json', 'json'],
  ['.xml', 'xml'],
]);

/** The page of a source and the rows a person reads on it, sorted. Throws where one of the two is missing. */
export function expectationOf(id: string): { file: string; rows: string[] } {
  const page = readdirSync(FIXTURES).find((name) => FORMATS.has(name.slice(id.length)) && name.startsWith(id));
  if (page === undefined)
    throw new Error(`Source ${id} has no fixture: write fixtures/${id}.html, .md, .json or .xml.`);
  const expected = join(FIXTURES, `${id}.expected.json`);
  if (!existsSync(expected)) throw new Error(`Source ${id} has no expected rows: write fixtures/${id}.expected.json.`);
  const rows = z
    .array(z.string())
    .min(1)
    .parse(JSON.parse(readFileSync(expected, 'utf8')));
  return { file: join(FIXTURES, page), rows: rows.sort() };
}

/** The rows of a fixture, sorted: what becomes of the page on its way from the source's YAML through fetch and extract. */
export function readFixture(source: Source, file: string): { rows: string[]; problems: readonly string[] } {
  const [url] = source.urls;
  const format = FORMATS.get(extname(file));
  if (url === undefined || format === undefined) {
    throw new Error(`${basename(file)} is no fixture of ${source.id}: expected .html, .md, .json or .xml.`);
  }
  const content = {
    finalUrl: url,
    status: 200,
    etag: null,
    lastModified: null,
    format,
    text: readFileSync(file, 'utf8'),
    isRendered: source.render === 'browser',
  };
  const seen = { url, kind: source.kind, fetchedAt: '2026-11-01T00:00:00.000Z', title: null, publishedAt: null };
  const { reading, problems } = extract(makeDocument(source, content, seen));
  return { rows: (reading?.prices ?? []).map(row).sort(), problems };
}

/** "product | meter mode [tier] @region | amount currency/per", without what is the usual. */
function row({ product, meter, mode, tier, region, amount, currency, per }: Price): string {
  const what = [
    meter,
    mode === 'standard' ? null : mode,
    tier === null ? null : `[${tier}]`,
    region === null ? null : `@${region}`,
  ];
  return `${product} | ${what.filter((part) => part !== null).join(' ')} | ${amount} ${currency}/${per}`;
}
