import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Price } from '../../../../infra/contracts/price.ts';
import type { Source } from '../../../../ingest/catalog/load.ts';
import { makeDocument } from '../../../../ingest/fetch/document.ts';
import { sniffFormat } from '../../../../ingest/fetch/format.ts';
import { requireObservation } from '../../../../ingest/fetch/observation.ts';
import { extract } from '../../../../processors/extract/extract.ts';

export const FIXTURES = join(import.meta.dirname, 'fixtures');

/** The page of a source and the rows a person reads on it, sorted. Throws where one of the two is missing. */
export function expectationOf(id: string): { file: string; rows: string[] } {
  const page = readdirSync(FIXTURES).find(
    (name) => name.startsWith(id) && /^\.(?:html|md|json|xml)$/.test(name.slice(id.length)),
  );
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

/** What becomes of an answer on its way from the source's YAML through fetch and extract: its prices as sorted rows, and problems. */
export function readFixture(source: Source, file: string): { rows: string[]; problems: readonly string[] } {
  const [url] = source.urls;
  if (url === undefined) throw new Error(`Source ${source.id} has no address.`);
  const { kind } = source;
  const text = readFileSync(file, 'utf8');
  const format = sniffFormat(text, null, url);
  requireObservation({ url, finalUrl: url, format, text, kind });
  const isRendered = source.render === 'browser';
  const content = { finalUrl: url, status: 200, etag: null, lastModified: null, format, text, isRendered };
  const seen = { url, kind, fetchedAt: '2026-11-01T00:00:00.000Z', title: null, publishedAt: null };
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
