import type { z } from 'zod';
import { CONTRACT_VERSION } from '../../infra/contracts/common.ts';
import type { Document, documentKind } from '../../infra/contracts/document.ts';
import { stableId } from '../../infra/contracts/ids.ts';
import type { Source } from '../catalog/load.ts';
import { contentHash } from './content-hash.ts';
import type { DocumentFormat } from './format.ts';

/** What was seen at an address, before it becomes a document of a source. */
export interface Content {
  readonly finalUrl: string;
  readonly status: number;
  readonly etag: string | null;
  readonly lastModified: string | null;
  readonly format: DocumentFormat;
  readonly text: string;
  /** A browser has run its scripts. */
  readonly isRendered?: boolean;
}

interface Seen {
  readonly url: string;
  readonly kind: z.output<typeof documentKind>;
  readonly fetchedAt: string;
  readonly title: string | null;
  readonly publishedAt: string | null;
  readonly backfill?: boolean;
}

/** The same content of the same source has the same id. */
export function makeDocument(source: Source, content: Content, seen: Seen): Document {
  const hash = contentHash(content.text, content.format, content.isRendered);
  return {
    version: CONTRACT_VERSION,
    document_id: stableId('document', source.id, hash),
    source_id: source.id,
    provider: source.provider ?? null,
    authority: source.authority,
    url: seen.url,
    final_url: content.finalUrl,
    fetched_at: seen.fetchedAt,
    published_at: seen.publishedAt,
    kind: seen.kind,
    format: content.format,
    lang: source.lang ?? null,
    title: seen.title,
    status: content.status,
    etag: content.etag,
    last_modified: content.lastModified,
    content_hash: hash,
    size_bytes: Buffer.byteLength(content.text),
    body: content.text,
    hints: source.hints,
    backfill: seen.backfill ?? false,
  };
}
