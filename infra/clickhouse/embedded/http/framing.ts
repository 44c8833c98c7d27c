import { Transform } from 'node:stream';
import { cityHash128 } from './cityhash.ts';

const LZ4 = 0x82;
const BLOCK = 1 << 18;
/** Method, compressed and uncompressed size. */
const HEADER = 9;

/**
 * ClickHouse's block framing (`compress=1`, the default of JDBC and Go drivers): checksum, method, sizes, LZ4 block.
 * The blocks are valid LZ4 of literals only: this is loopback, compressing would only cost time.
 */
export function framing(): Transform {
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      for (let at = 0; at < chunk.length; at += BLOCK) this.push(framed(chunk.subarray(at, at + BLOCK)));
      done();
    },
  });
}

export function framed(bytes: Buffer): Buffer {
  const body = literals(bytes);
  const head = Buffer.alloc(HEADER);
  head.writeUInt8(LZ4, 0);
  head.writeUInt32LE(HEADER + body.length, 1);
  head.writeUInt32LE(bytes.length, 5);
  const block = Buffer.concat([head, body]);
  return Buffer.concat([cityHash128(block), block]);
}

/** One LZ4 sequence without a match: its length, in the format's run of 255s, and the bytes themselves. */
function literals(bytes: Buffer): Buffer {
  if (bytes.length < 15) return Buffer.concat([Buffer.of(bytes.length << 4), bytes]);
  const rest = bytes.length - 15;
  const run = Buffer.alloc(Math.floor(rest / 255) + 1, 255);
  run.writeUInt8(rest % 255, run.length - 1);
  return Buffer.concat([Buffer.of(0xf0), run, bytes]);
}
