import type { Document } from '../../../../infra/contracts/document.ts';
import { document } from '../../../../infra/contracts/document.ts';

/** A document that holds this page; the rest is as ingest would fill it. */
export function pageOf(
  body: string,
  given: Partial<Pick<Document, 'format' | 'lang' | 'url' | 'provider' | 'hints'>> = {},
): Document {
  const url = given.url ?? 'https://pricing.vendor.example/pricing';
  return document.parse({
    document_id: 'd1',
    source_id: 'vendor-pricing',
    provider: given.provider ?? 'vendor',
    url,
    final_url: url,
    fetched_at: '2026-11-01T00:00:00.000Z',
    kind: 'page',
    format: given.format ?? 'html',
    lang: given.lang ?? null,
    status: 200,
    content_hash: 'h',
    size_bytes: body.length,
    body,
    hints: given.hints ?? {},
  });
}
