import { describe, expect, test } from 'vitest';
import { cityHash128 } from '../../../../infra/clickhouse/embedded/http/cityhash.ts';
import { framed, framing } from '../../../../infra/clickhouse/embedded/http/framing.ts';

const sample = (length: number) => Buffer.from(Array.from({ length }, (_, i) => (i * 7 + 13) & 255));

/** As the ClickHouse JDBC driver computes them (com.clickhouse.data.ClickHouseCityHash 0.9.4). */
describe('CityHash128 1.0.2', () => {
  test.each([
    [0, '2b9ac064fc9df03d291ee592c340b53c'],
    [3, '5f3ec9137a7faaad87dea7436b709d12'],
    [5, '71c207010ac028af3ce79065cca2679b'],
    [12, 'c883e67cc88fc240f3386387db4eac26'],
    [16, 'ce57ec902a7a019207db3da237868f6f'],
    [20, '9495ca802368ad97721e0f2d34c33f11'],
    [40, '8da40876d61deedd217353587ba173fc'],
    [100, 'c2e5dca69440dfe24bf7d42baed1d5e2'],
    [144, '3907e77e4c9cc10d5a48df5b37e40e23'],
    [200, '13c9618f4e9571bd090ccd31c97485b0'],
    [333, '72ac38bd69837dfff7a575df06945593'],
    [1000, 'd52f6b70cf7dfeadd7b4c8e1f885c85c'],
  ])('of %i bytes', (length, expected) => {
    expect(cityHash128(sample(length)).toString('hex')).toBe(expected);
  });
});

/** Undoes a block of literals, as any LZ4 decoder would read it. */
function unframed(block: Buffer): Buffer {
  expect(cityHash128(block.subarray(16))).toEqual(block.subarray(0, 16));
  expect(block.readUInt8(16)).toBe(0x82);
  expect(block.readUInt32LE(17)).toBe(block.length - 16);
  const size = block.readUInt32LE(21);
  let at = 26;
  let literals = block.readUInt8(25) >> 4;
  if (literals === 15) {
    let more = 255;
    while (more === 255) {
      more = block.readUInt8(at);
      literals += more;
      at += 1;
    }
  }
  expect(literals).toBe(size);
  return block.subarray(at);
}

test.each([1, 14, 15, 16, 269, 270, 271, 525, 100_000])('a frame of %i bytes holds them', (length) => {
  const bytes = sample(length);
  expect(unframed(framed(bytes))).toEqual(bytes);
});

test('a stream is cut into frames of 256 KiB', async () => {
  const stream = framing();
  stream.end(sample(600_000));
  const all = Buffer.concat(await stream.toArray());
  const sizes: number[] = [];
  for (let at = 0; at < all.length; at += 16 + all.readUInt32LE(at + 17)) sizes.push(all.readUInt32LE(at + 21));
  expect(sizes).toEqual([262_144, 262_144, 75_712]);
});
