import { type Readable, type Transform, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress, createGunzip, createInflate, createZstdDecompress } from 'node:zlib';
import { FetchFailure } from './failure.ts';

const DECODERS: Readonly<Record<string, () => Transform>> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
  zstd: createZstdDecompress,
};

export const ACCEPT_ENCODING = 'gzip, br, zstd';

/**
 * The decompressed body. Stops reading at the limit, so that neither a huge page nor a compressed bomb is ever held.
 * `overflow: 'truncate'` keeps what fits instead of failing.
 */
export async function readBody(
  body: Readable,
  encoding: string | null,
  maxBytes: number,
  overflow: 'fail' | 'truncate' = 'fail',
): Promise<Buffer> {
  const decoders = (encoding ?? '')
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && name !== 'identity')
    .reverse()
    .map((name) => {
      const make = DECODERS[name];
      if (make === undefined)
        throw new FetchFailure('content', `the answer is encoded as ${name}, which was not asked for`);
      return make();
    });
  const chunks: Buffer[] = [];
  let size = 0;
  const stop = new FetchFailure(
    'too_large',
    `more than ${maxBytes} bytes; raise limits.max_bytes in the source's YAML if that is right`,
  );
  const collect = new Writable({
    write(chunk: Buffer, _encoding, done) {
      const room = maxBytes - size;
      chunks.push(chunk.length > room ? chunk.subarray(0, room) : chunk);
      size += chunk.length;
      done(chunk.length > room ? stop : null);
    },
  });
  try {
    await pipeline([body, ...decoders, collect]);
  } catch (error) {
    if (error === stop && overflow === 'truncate') return Buffer.concat(chunks);
    if (isZlibError(error))
      throw new FetchFailure('content', `the answer's ${encoding} compression is broken: ${error.message}`);
    throw error;
  } finally {
    // A body that is not read to its end must not go on arriving.
    if (!body.destroyed) body.destroy();
  }
  return Buffer.concat(chunks);
}

/** zlib's errors carry the engine's own number; a socket's carry a system call. */
function isZlibError(error: unknown): error is Error {
  return error instanceof Error && 'errno' in error && !('syscall' in error);
}
