import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib';

const PLAIN = 0;
const ZSTD = 1;
/** Below this, compressing costs more than it saves. */
const WORTH_COMPRESSING = 2_048;
const FAST = { params: { [constants.ZSTD_c_compressionLevel]: 1 } };

export interface StoredValue {
  readonly codec: number;
  readonly value: Uint8Array;
}

export function pack(bytes: Buffer): StoredValue {
  if (bytes.length >= WORTH_COMPRESSING) {
    const packed = zstdCompressSync(bytes, FAST);
    if (packed.length < bytes.length) return { codec: ZSTD, value: packed };
  }
  return { codec: PLAIN, value: bytes };
}

export function unpack(codec: number, value: Uint8Array): Buffer {
  if (codec === ZSTD) return zstdDecompressSync(value);
  if (codec === PLAIN) return Buffer.from(value.buffer, value.byteOffset, value.byteLength);
  throw new Error(`the event log holds a record of unknown codec ${codec}: it was written by a newer version`);
}
