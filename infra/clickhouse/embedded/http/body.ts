import { createWriteStream } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import zlib from 'node:zlib';
import { ClickHouseFailure, readOnly } from '../errors.ts';
import { firstKeyword, type InsertHead, splitInsert } from '../statement.ts';

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
  const begun = await readHead(request, query);
  if (begun.kind === 'sql') return begun;
  return { kind: 'insert', head: begun.head, bytes: await spool(file, begun.first, begun.rest) };
}

/** The same for who may not insert: nothing of an INSERT's rows is kept. */
export async function readQuery(request: IncomingMessage, query: string): Promise<string> {
  if (firstKeyword(query) === 'INSERT') throw readOnly();
  const begun = await readHead(request, query);
  if (begun.kind === 'data') throw readOnly();
  return begun.sql;
}

type Begun =
  | { readonly kind: 'sql'; readonly sql: string }
  | {
      readonly kind: 'data';
      readonly head: InsertHead;
      readonly first: Buffer;
      /** Null where everything has come already. */
      readonly rest: AsyncIterator<unknown> | null;
    };

async function readHead(request: IncomingMessage, query: string): Promise<Begun> {
  const chunks: Buffer[] = query === '' ? [] : [Buffer.from(`${query}\n`)];
  let size = 0;
  let searched = false;
  const iterator = decompressed(request)[Symbol.asyncIterator]();
  for (;;) {
    const step = await iterator.next();
    if (!step.done) {
      chunks.push(Buffer.from(step.value));
      size += step.value.length;
    }
    // The head is sought once enough has come: a head split over two chunks would look like another statement.
    if (!searched && (step.done || size >= MAX_HEAD || query !== '')) {
      searched = true;
      const all = Buffer.concat(chunks);
      const head = headOf(all);
      if (head !== null) {
        return { kind: 'data', head, first: all.subarray(head.dataStart), rest: step.done ? null : iterator };
      }
    }
    if (step.done) return { kind: 'sql', sql: withoutSemicolon(Buffer.concat(chunks).toString()) };
    if (searched && size > MAX_STATEMENT) {
      throw new ClickHouseFailure(62, 'SYNTAX_ERROR', 'Max query size exceeded: a statement may have 16 MiB');
    }
  }
}

/** Offsets in the head are bytes: latin1 keeps them while the lexer runs. */
function headOf(bytes: Buffer): InsertHead | null {
  const head = splitInsert(bytes.subarray(0, MAX_HEAD).toString('latin1'));
  if (head === null) return null;
  const utf8 = (text: string): string => Buffer.from(text, 'latin1').toString();
  return { ...head, target: utf8(head.target), settings: utf8(head.settings) };
}

const withoutSemicolon = (sql: string): string => sql.trim().replace(/;\s*$/, '');

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
