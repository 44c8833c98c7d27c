/**
 * CityHash128 in its version 1.0.2, which ClickHouse keeps for the checksums of its block framing and no npm package has.
 * Written after the algorithm of Geoff Pike and Jyrki Alakuijala (Google, MIT licence).
 */
const K0 = 0xc3a5c85c97cb3127n;
const K1 = 0xb492b66fbe98f273n;
const K2 = 0x9ae16a3b2f90404fn;
const K3 = 0xc949d7c7509e6557n;
const MUL = 0x9ddfea08eb382d69n;

type Pair = readonly [bigint, bigint];

const u64 = (value: bigint): bigint => BigInt.asUintN(64, value);
const rotate = (value: bigint, by: bigint): bigint => (value >> by) | u64(value << (64n - by));
const shiftMix = (value: bigint): bigint => value ^ (value >> 47n);

function hash16(u: bigint, v: bigint): bigint {
  const a = shiftMix(u64((u ^ v) * MUL));
  const b = shiftMix(u64((v ^ a) * MUL));
  return u64(b * MUL);
}

function hash0to16(bytes: DataView, at: number, length: number): bigint {
  const size = BigInt(length);
  if (length > 8) {
    const a = bytes.getBigUint64(at, true);
    const b = bytes.getBigUint64(at + length - 8, true);
    return hash16(a, rotate(u64(b + size), size)) ^ b;
  }
  if (length >= 4) {
    const a = BigInt(bytes.getUint32(at, true));
    return hash16(size + (a << 3n), BigInt(bytes.getUint32(at + length - 4, true)));
  }
  if (length === 0) return K2;
  const y = BigInt(bytes.getUint8(at) + (bytes.getUint8(at + (length >> 1)) << 8));
  const z = BigInt(length + (bytes.getUint8(at + length - 1) << 2));
  return u64(shiftMix(u64(y * K2) ^ u64(z * K3)) * K2);
}

function weakHash32(bytes: DataView, at: number, seedA: bigint, seedB: bigint): Pair {
  const z = bytes.getBigUint64(at + 24, true);
  const first = u64(seedA + bytes.getBigUint64(at, true));
  const b = rotate(u64(seedB + first + z), 21n);
  const a = u64(first + bytes.getBigUint64(at + 8, true) + bytes.getBigUint64(at + 16, true));
  return [u64(a + z), u64(b + rotate(a, 44n) + first)];
}

function murmur(bytes: DataView, at: number, length: number, [low, high]: Pair): Pair {
  let [a, b, c, d] = [low, high, 0n, 0n];
  if (length <= 16) {
    a = u64(shiftMix(u64(a * K1)) * K1);
    c = u64(b * K1 + hash0to16(bytes, at, length));
    d = shiftMix(u64(a + (length >= 8 ? bytes.getBigUint64(at, true) : c)));
  } else {
    c = hash16(u64(bytes.getBigUint64(at + length - 8, true) + K1), a);
    d = hash16(u64(b + BigInt(length)), u64(c + bytes.getBigUint64(at + length - 16, true)));
    a = u64(a + d);
    for (let from = at, left = length - 16; left > 0; from += 16, left -= 16) {
      a = u64((a ^ u64(shiftMix(u64(bytes.getBigUint64(from, true) * K1)) * K1)) * K1);
      b ^= a;
      c = u64((c ^ u64(shiftMix(u64(bytes.getBigUint64(from + 8, true) * K1)) * K1)) * K1);
      d ^= c;
    }
  }
  a = hash16(a, c);
  b = hash16(d, b);
  return [a ^ b, hash16(b, a)];
}

function hashLong(bytes: DataView, start: number, length: number, seed: Pair): Pair {
  let at = start;
  let left = length;
  let [x, y] = seed;
  let z = u64(BigInt(length) * K1);
  const v0 = u64(rotate(y ^ K1, 49n) * K1 + bytes.getBigUint64(at, true));
  let v: Pair = [v0, u64(rotate(v0, 42n) * K1 + bytes.getBigUint64(at + 8, true))];
  let w: Pair = [
    u64(rotate(u64(y + z), 35n) * K1 + x),
    u64(rotate(u64(x + bytes.getBigUint64(at + 88, true)), 53n) * K1),
  ];
  while (left >= 128) {
    for (let round = 0; round < 2; round += 1) {
      x = u64(rotate(u64(x + y + v[0] + bytes.getBigUint64(at + 16, true)), 37n) * K1) ^ w[1];
      y = u64(rotate(u64(y + v[1] + bytes.getBigUint64(at + 48, true)), 42n) * K1) ^ v[0];
      z = rotate(z ^ w[0], 33n);
      v = weakHash32(bytes, at, u64(v[1] * K1), u64(x + w[0]));
      w = weakHash32(bytes, at + 32, u64(z + w[1]), y);
      [z, x] = [x, z];
      at += 64;
    }
    left -= 128;
  }
  y = u64(y + rotate(w[0], 37n) * K0 + z);
  x = u64(x + rotate(u64(v[0] + z), 49n) * K0);
  // The rest, in chunks of 32 bytes from the end; the first of them may reach back into what was hashed already.
  for (let done = 32; done < left + 32; done += 32) {
    y = u64(rotate(u64(y - x), 42n) * K0 + v[1]);
    w = [u64(w[0] + bytes.getBigUint64(at + left - done + 16, true)), w[1]];
    x = u64(rotate(x, 49n) * K0 + w[0]);
    w = [u64(w[0] + v[0]), w[1]];
    v = weakHash32(bytes, at + left - done, v[0], v[1]);
  }
  x = hash16(x, v[0]);
  y = hash16(y, w[0]);
  return [u64(hash16(u64(x + v[1]), w[1]) + y), hash16(u64(x + w[1]), u64(y + v[1]))];
}

/** 16 bytes, as they stand in front of a block. */
export function cityHash128(input: Buffer): Buffer {
  const bytes = new DataView(input.buffer, input.byteOffset, input.byteLength);
  const length = input.byteLength;
  const hash = (at: number, size: number, seed: Pair): Pair =>
    size < 128 ? murmur(bytes, at, size, seed) : hashLong(bytes, at, size, seed);
  let result: Pair;
  if (length >= 16) {
    result = hash(16, length - 16, [bytes.getBigUint64(0, true) ^ K3, bytes.getBigUint64(8, true)]);
  } else if (length >= 8) {
    const seed: Pair = [
      bytes.getBigUint64(0, true) ^ u64(BigInt(length) * K0),
      bytes.getBigUint64(length - 8, true) ^ K1,
    ];
    result = hash(0, 0, seed);
  } else {
    result = hash(0, length, [K0, K1]);
  }
  const out = Buffer.alloc(16);
  out.writeBigUInt64LE(result[0], 0);
  out.writeBigUInt64LE(result[1], 8);
  return out;
}
