import { z } from 'zod';
import { authority } from './authority.ts';
import { orNull, timestamp, version } from './common.ts';
import { extractHints } from './hints.ts';

export const documentKind = z.enum(['page', 'feed', 'article', 'api']);
export const documentFormat = z.enum(['html', 'md', 'json', 'xml', 'text', 'pdf']);

/** This source held this content at this time. Carries its own time, so that history can be backfilled. */
export const document = z.object({
  version,
  /** Hash of source and content: the same content of the same source has the same id. */
  document_id: z.string(),
  source_id: z.string(),
  /** Whose prices or news these are, where the source has one provider. */
  provider: orNull(z.string()),
  authority: orNull(authority),
  url: z.string(),
  final_url: z.string(),
  fetched_at: timestamp,
  published_at: orNull(timestamp),
  kind: documentKind,
  format: documentFormat,
  lang: orNull(z.string()),
  title: orNull(z.string()),
  status: z.number().int(),
  etag: orNull(z.string()),
  last_modified: orNull(z.string()),
  content_hash: z.string(),
  size_bytes: z.number().int().nonnegative(),
  /** Decoded text. Compressed by the log and by the documents table. */
  body: z.string(),
  /** What the source's YAML says about reading it, so that extraction needs nothing but the document. */
  hints: extractHints.prefault({}),
  /** True for dated snapshots that were loaded later: alerts stay quiet. */
  backfill: z.boolean().default(false),
});
export type Document = z.infer<typeof document>;
