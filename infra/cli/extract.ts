import { createHash } from 'node:crypto';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import type { Command } from 'commander';
import { z } from 'zod';
import { extract } from '../../processors/extract/extract.ts';
import { type Document, document, documentFormat } from '../contracts/document.ts';
import { extractHints } from '../contracts/hints.ts';

/** One line of input. `news` is text to read for announcements, the others are read for prices. */
const inputLine = z.object({
  id: z.string(),
  kind: z.enum(['news', 'page', 'api']).default('page'),
  lang: z.string().nullish(),
  url: z.string().nullish(),
  provider: z.string().nullish(),
  format: documentFormat.nullish(),
  title: z.string().nullish(),
  /** YYYY-MM-DD or ISO. */
  published: z.string().nullish(),
  content: z.string(),
  hints: extractHints.nullish(),
});

export function addExtract(program: Command): void {
  program
    .command('extract')
    .description(
      'Read documents (JSON Lines on stdin), write the prices and announcements found in them (JSON Lines on stdout)',
    )
    .addHelpText(
      'after',
      `
Input, one object a line: {"id", "kind": "page" | "api" | "news", "content", "format"?: "html" | "md" | "json" | "text",
  "url"?, "provider"?, "lang"?, "title"?, "published"?, "hints"?}
Output, one record a line, each with "document_id" = the id given and the fields of docs/records.md.`,
    )
    .action(async () => {
      process.exitCode = await extractLines(process.stdin, process.stdout);
    });
}

/** A bad line is named on stderr and passed over; the exit code then is 1. */
export async function extractLines(input: Readable, output: Writable): Promise<0 | 1> {
  let status: 0 | 1 = 0;
  let number = 0;
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    number++;
    if (line.trim() === '') continue;
    try {
      const source = toDocument(inputLine.parse(JSON.parse(line)));
      const found = extract(source);
      for (const problem of found.problems) console.error(`line ${number} (${source.document_id}): ${problem}`);
      for (const record of [...(found.reading?.prices ?? []), ...found.announcements]) {
        if (!output.write(`${JSON.stringify(record)}\n`)) await new Promise((done) => output.once('drain', done));
      }
    } catch (cause) {
      status = 1;
      console.error(`line ${number}: ${cause instanceof z.ZodError ? z.prettifyError(cause) : String(cause)}`);
    }
  }
  return status;
}

function toDocument(line: z.infer<typeof inputLine>): Document {
  const url = line.url ?? 'https://unknown.invalid/';
  return document.parse({
    document_id: line.id,
    source_id: line.id,
    provider: line.provider ?? null,
    url,
    final_url: url,
    fetched_at: new Date().toISOString(),
    published_at: line.published == null ? null : new Date(line.published).toISOString(),
    kind: line.kind === 'news' ? 'article' : line.kind,
    format: line.format ?? (line.kind === 'news' ? 'text' : line.kind === 'api' ? 'json' : 'html'),
    lang: line.lang ?? null,
    title: line.title ?? null,
    status: 200,
    content_hash: createHash('sha256').update(line.content).digest('hex'),
    size_bytes: Buffer.byteLength(line.content),
    body: line.content,
    hints: line.hints ?? {},
  });
}
