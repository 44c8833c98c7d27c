import { createHash } from 'node:crypto';
import { type Document, document } from '../../infra/contracts/document.ts';

/** A document as fetch would make it, with only what a test is about spelled out. */
export function makeDocument(given: Partial<Document> & { body: string }): Document {
  const hash = createHash('sha256').update(given.body).digest('hex');
  const url = given.url ?? 'https://example.com/pricing';
  return document.parse({
    document_id: hash.slice(0, 32),
    source_id: 'example',
    url,
    final_url: url,
    fetched_at: '2026-11-01T00:00:00.000Z',
    kind: 'page',
    format: 'html',
    status: 200,
    content_hash: hash,
    size_bytes: Buffer.byteLength(given.body),
    ...given,
  });
}
