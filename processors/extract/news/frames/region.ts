import type { Reading } from '../reading.ts';
import { matches } from '../text.ts';

const REGIONS: readonly (readonly [RegExp, string])[] = [
  [/中国|我国|全国|国产|国内|china(?:'s)?\b|chinese\b|the country(?:'s)?\b|nationwide|national/g, 'china'],
  [/美国|\bu\.s\.|\bamerican\b|united states/g, 'united-states'],
  [/全球|全世界|\bglobal(?:ly)?\b|worldwide|the world\b/g, 'global'],
];

/** Countries and continents whose own figures somebody may count. */
const PLACES =
  /\b(japan|india|europe|germany|france|britain|italy|spain|canada|australia|brazil|singapore|malaysia|indonesia|thailand|vietnam|israel|switzerland|sweden|norway|finland|denmark|ireland|poland|latin america|north america|south korea|saudi arabia|asia[ -]pacific|southeast asia|middle east|western europe|africa|taiwan|hong kong|uae|uk|eu)\b|日本|韩国|印度|欧洲|欧盟|德国|法国|英国|加拿大|澳大利亚|新加坡|马来西亚|印尼|泰国|越南|以色列|沙特|阿联酋|台湾|香港|亚太|东南亚|北美|拉美|中东|非洲/;
const PLACE_SLUGS: Readonly<Record<string, string>> = {
  日本: 'japan',
  韩国: 'south-korea',
  印度: 'india',
  欧洲: 'europe',
  欧盟: 'eu',
  德国: 'germany',
  法国: 'france',
  英国: 'uk',
  加拿大: 'canada',
  澳大利亚: 'australia',
  新加坡: 'singapore',
  马来西亚: 'malaysia',
  印尼: 'indonesia',
  泰国: 'thailand',
  越南: 'vietnam',
  以色列: 'israel',
  沙特: 'saudi-arabia',
  阿联酋: 'uae',
  台湾: 'taiwan',
  香港: 'hong-kong',
  亚太: 'asia-pacific',
  东南亚: 'southeast-asia',
  北美: 'north-america',
  拉美: 'latin-america',
  中东: 'middle-east',
  非洲: 'africa',
};

/** The first place a text names, be it a country or a continent, as a slug; null where it names none. */
export function placeIn(text: string): string | null {
  const name = PLACES.exec(text)?.[0];
  return name === undefined ? null : (PLACE_SLUGS[name] ?? name.replace(/ /g, '-'));
}

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
