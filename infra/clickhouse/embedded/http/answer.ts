import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import type { Writable } from 'node:stream';
import zlib from 'node:zlib';
import { describeFailure } from '../errors.ts';
import { contentType } from './formats.ts';
import { framing } from './framing.ts';
import type { HttpRequest } from './request.ts';

/** A client that takes nothing for this long has hung and loses its turn. */
const STALL_MS = 60_000;

/** What a statement did, as X-ClickHouse-Summary tells it. */
export interface Summary {
  readonly rows: number;
  readonly bytes: number;
  readonly written: boolean;
  readonly resultBytes: number;
  readonly seconds: number;
}

/** Writes one answer: headers at the first byte, then rows, then the end, or an exception wherever it strikes. */
export interface Answer {
  /** Resolves when the client can take more. Rejects once it is gone. */
  write(rows: Uint8Array): Promise<void>;
  end(rows?: Uint8Array): void;
  fail(error: unknown): void;
  begin(format: string, summary: Summary | null): void;
}

export function answer(request: HttpRequest, response: ServerResponse, tag: string): Answer {
  let out: Writable = response;
  let compressor: Writable | null = null;
  const exceptionTag = tag.slice(0, 16);
  response.setHeader('X-ClickHouse-Query-Id', request.queryId);
  response.setHeader('X-ClickHouse-Server-Display-Name', 'tokentape');
  response.setHeader('X-ClickHouse-Timezone', 'UTC');
  response.setHeader('X-ClickHouse-Exception-Tag', exceptionTag);
  const gone = new AbortController();
  response.once('close', () => gone.abort());
  return {
    begin(format, summary) {
      response.setHeader('X-ClickHouse-Format', format);
      response.setHeader('Content-Type', contentType(format));
      if (summary !== null) response.setHeader('X-ClickHouse-Summary', summaryJson(summary));
      if (request.framed) {
        compressor = framing();
      } else if (request.gzip) {
        response.setHeader('Content-Encoding', 'gzip');
        compressor = zlib.createGzip({ level: 3 });
      }
      if (compressor !== null) {
        compressor.pipe(response);
        out = compressor;
      }
    },
    async write(rows) {
      if (response.destroyed) throw new Error('the client went away');
      if (out.write(rows)) return;
      const signal = AbortSignal.any([gone.signal, AbortSignal.timeout(STALL_MS)]);
      await once(out, 'drain', { signal }).catch((error) => {
        response.destroy();
        throw error;
      });
    },
    end(rows) {
      if (rows !== undefined) out.end(rows);
      else out.end();
    },
    fail(error) {
      const { message, code, status } = describeFailure(error);
      if (response.headersSent) {
        const text = `${message}\n`;
        const length = Buffer.byteLength(text);
        const tail = `\r\n__exception__\r\n${exceptionTag}\r\n${text}${length} ${exceptionTag}\r\n__exception__\r\n`;
        out.end(tail);
        return;
      }
      if (compressor !== null) {
        out.destroy();
        response.removeHeader('Content-Encoding');
      }
      response.removeHeader('X-ClickHouse-Format');
      response.writeHead(status, {
        'X-ClickHouse-Exception-Code': String(code),
        'Content-Type': 'text/plain; charset=UTF-8',
      });
      response.end(`${message}\n`);
    },
  };
}

function summaryJson(summary: Summary): string {
  const rows = String(summary.rows);
  const bytes = String(summary.bytes);
  return JSON.stringify({
    read_rows: rows,
    read_bytes: bytes,
    written_rows: summary.written ? rows : '0',
    written_bytes: summary.written ? bytes : '0',
    total_rows_to_read: '0',
    result_rows: rows,
    result_bytes: String(summary.resultBytes),
    elapsed_ns: String(Math.round(summary.seconds * 1e9)),
  });
}
