import { createWriteStream } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import zlib from 'node:zlib';
import { ClickHouseFailure } from '../errors.ts';
import { type InsertHead, splitInsert } from '../statement.ts';

/** Longest statement text; data of an INSERT are not part of it. */
const MAX_STATEMENT = 16 << 20;
/** An INSERT's head is looked for in this many first bytes. */
const MAX_HEAD = 1 << 20;

export type Statement =
  | { readonly kind: 'sql'; readonly sql: string }
  /** Rows were put into `file`. Foreign bytes never become part of a statement: blank lines in them would end it. */
  | { readonly kind: 'insert'; readonly head: InsertHead; readonly bytes: number };

function decompressed(request: IncomingMessage): Readable {
  const encoding = request.headers['content-encoding'] ?? 'identity';
  const stream =
    encoding === 'gzip'
      ? zlib.createGunzip()
      : encoding === 'deflate'
        ? zlib.createInflate()
        : encoding === 'br'
          ? zlib.createBrotliDecompress()
          : encoding === 'zstd'
            ? zlib.createZstdDecompress()
            : null;
  if (stream === null) {
    if (encoding === 'identity') return request;
    throw new ClickHouseFailure(48, 'NOT_IMPLEMENTED', `Content-Encoding ${encoding} is not supported, use gzip`);
  }
  request.on('error', (error) => stream.destroy(error));
  request.on('close', () => {
    if (!request.complete) stream.destroy(new Error('the client went away'));
  });
  return request.pipe(stream);
}

/** Reads the statement out of parameter and body; the rows an INSERT brings along are spooled to `file`. */
export async function readStatement(request: IncomingMessage, query: string, file: string): Promise<Statement> {
  const prefix = query === '' ? Buffer.alloc(0) : Buffer.from(`${query}\n`);
  const chunks: Buffer[] = [prefix];
  let size = prefix.length;
  let searched = false;
  const source = decompressed(request);
  const iterator = source[Symbol.asyncIterator]();
  for (;;) {
    const step = await iterator.next();
    if (!step.done) {
      const chunk = Buffer.from(step.value);
      chunks.push(chunk);
      size += chunk.length;
    }
    // The head is sought once enough has come: a head split over two chunks would look like another statement.
    if (!searched && (step.done || size >= MAX_HEAD || query !== '')) {
      searched = true;
      const all = Buffer.concat(chunks);
      // latin1 keeps byte offsets.
      const head = splitInsert(all.subarray(0, MAX_HEAD).toString('latin1'));
      if (head !== null) {
        const rest = all.subarray(query === '' ? head.dataStart : Math.min(head.dataStart, all.length));
        const utf8: InsertHead = {
          ...head,
          target: Buffer.from(head.target, 'latin1').toString(),
          settings: Buffer.from(head.settings, 'latin1').toString(),
        };
        return { kind: 'insert', head: utf8, bytes: await spool(file, rest, step.done ? null : iterator) };
      }
    }
    if (step.done) return { kind: 'sql', sql: Buffer.concat(chunks).toString() };
    if (searched && size > MAX_STATEMENT) {
      throw new ClickHouseFailure(62, 'SYNTAX_ERROR', 'Max query size exceeded: a statement may have 16 MiB');
    }
  }
}

async function spool(file: string, first: Buffer, rest: AsyncIterator<unknown> | null): Promise<number> {
  let bytes = 0;
  async function* data() {
    bytes += first.length;
    if (first.length > 0) yield first;
    for (let step = await rest?.next(); step !== undefined && !step.done; step = await rest?.next()) {
      const chunk = Buffer.from(step.value instanceof Uint8Array ? step.value : String(step.value));
      bytes += chunk.length;
      yield chunk;
    }
  }
  await pipeline(data, createWriteStream(file, { mode: 0o600 }));
  return bytes;
}
