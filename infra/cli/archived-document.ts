import { z } from 'zod';
import { type Document, document } from '../contracts/document.ts';

/** Columns hold the hints as JSON text and 64-bit sizes as strings. */
const archivedRow = z.looseObject({ hints: z.string(), size_bytes: z.coerce.number() });

/** The document a row of the `documents` table was made of. */
export function documentOfRow(row: unknown): Document {
  const { hints, ...rest } = archivedRow.parse(row);
  return document.parse({ ...rest, hints: JSON.parse(hints) });
}
