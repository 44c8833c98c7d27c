import fc from 'fast-check';
import { expect, test } from 'vitest';
import { assign } from '../../../infra/log/assign.ts';
import { partitionOf } from '../../../infra/log/partition.ts';

test('a key lies where the Java client of Kafka puts it', () => {
  // murmur2 of these keys as published in Kafka's own UtilsTest.java.
  const published: [string, number][] = [
    ['21', -973932308],
    ['foobar', -790332482],
    ['a-little-bit-long-string', -985981536],
    ['a-little-bit-longer-string', -1486304829],
    ['lkjh234lh9fiuh90y23oiuhsafujhadof229phr9h19h89h8', -58897971],
    ['abc', 479470107],
  ];
  for (const [key, hash] of published) expect(partitionOf(key, 65_537)).toBe((hash & 0x7fffffff) % 65_537);
});

test('partitions are shared evenly, each has one owner, and no more move than must', () => {
  const arbitrary = fc.record({
    partitions: fc.integer({ min: 1, max: 30 }),
    members: fc.uniqueArray(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 8 }),
    joiner: fc.integer({ min: 10, max: 19 }),
    leaver: fc.nat(),
  });
  fc.assert(
    fc.property(arbitrary, ({ partitions, members, joiner, leaver }) => {
      const none = Array.from({ length: partitions }, () => null);
      const first = assign(members, none);
      const joined = assign([...members, joiner], first);
      const left = assign(members.toSpliced(leaver % members.length, 1), first);
      for (const [owners, group] of [
        [first, members],
        [joined, [...members, joiner]],
      ] as const) {
        const counts = group.map((member) => owners.filter((owner) => owner === member).length);
        expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
        expect(counts.reduce((sum, count) => sum + count, 0)).toBe(partitions);
      }
      const moved = joined.filter((owner, index) => owner !== first[index]);
      expect(moved.every((owner) => owner === joiner)).toBe(true);
      const gone = members[leaver % members.length];
      const forced = first.filter((owner, index) => owner !== gone && left[index] !== owner);
      expect(forced).toEqual([]);
      expect(assign(members, first)).toEqual(first);
    }),
  );
});
