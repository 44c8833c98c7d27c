import type { Reading } from '../reading.ts';
import { matches } from '../text.ts';

const REGIONS: readonly (readonly [RegExp, string])[] = [
  [/中国|我国|全国|国产|国内|china(?:'s)?\b|chinese\b|the country(?:'s)?\b|nationwide|national/g, 'china'],
  [/美国|\bu\.s\.|\bamerican\b|united states/g, 'united-states'],
  [/全球|全世界|\bglobal(?:ly)?\b|worldwide|the world\b/g, 'global'],
];

/** The country, or the world, last named in a stretch of a sentence; null where none is. */
export function regionBefore(
  reading: Reading,
  from: number,
  to: number,
): { slug: string; start: number; end: number } | null {
  let best: { slug: string; start: number; end: number } | null = null;
  for (const [pattern, slug] of REGIONS) {
    for (const match of matches(pattern, reading.text.slice(from, to))) {
      const start = from + match.index;
      // "China Telecom says": a name, no country.
      if (reading.entities.some((e) => e.start <= start && e.end > start + match[0].length)) continue;
      if (best === null || start > best.start) best = { slug, start, end: start + match[0].length };
    }
  }
  return best;
}
