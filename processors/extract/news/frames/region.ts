import type { Article } from '../analysis.ts';
import { isActor } from '../entities.ts';
import { placeSpokenOf } from '../place-spoken-of.ts';
import { longestFirst, SLUGS } from '../places.ts';
import type { Quantity } from '../quantity.ts';
import type { Reading } from '../reading.ts';
import { matches } from '../text.ts';

const REGIONS: readonly (readonly [RegExp, string])[] = [
  [
    /(?<!一家)中国|我国|全国|国产(?! ?(?:ai)? ?(?:算力|加速|智算|芯片|gpu|卡|服务器))|(?<!一家)国内|(?<!新)大陆|china(?:'s)?\b|chinese\b(?!-(?:made|built|designed|developed|owned|backed))|nationwide|national/g,
    'china',
  ],
  [
    /(?<!一家)美国|\bu\.s\.|\bthe us\b(?! (?:dollar|patent))|(?<!latin |north |south )\bamerica(?:n|'s)?\b|united states/g,
    'united-states',
  ],
  [/全球(?!第|领先|首|前)|全世界|\bglobal(?:ly)?\b|worldwide|the world\b/g, 'global'],
];

/** 国产卡出货, 中国本土AI芯片厂商向国内服务器交付, 国内AI芯片出货量: what the makers of the country bring out, or its buyers take. */
export const MADE_AT_HOME =
  /国产(?!汽车|车规|存储|手机|功率|模拟)[^,，。;；]{0,8}(?:出货|销量|产量)|(?:中国|国内|我国|本土)[^,，。;；]{0,14}(?:厂商|企业|制造商)[^,，。;；]{0,12}(?:交付|出货|供应|售出)|(?:中国|国内|我国) ?(?:的|ai|人工智能|智能|算力| )*(?:加速[卡器]|芯片|gpu|算力卡)[^,，。;；]{0,6}(?:出货|销量)/;

const PLACE = new RegExp(`\\b(?:${longestFirst(SLUGS.keys(), false)})\\b|${longestFirst(SLUGS.keys(), true)}`);

/** The first place a text names, be it a country or a continent, as a slug; null where it names none. */
export function placeIn(text: string): string | null {
  const name = PLACE.exec(text)?.[0];
  return name === undefined ? null : (SLUGS.get(name) ?? null);
}

const ALL_SITES =
  /\b(?:every|all(?: of)?(?: the)?|the) (?:[\w-]+ )?data ?cent(?:er|re)s? (?:in|across|of) (?:the )?([a-z][a-z. -]{2,24}?)(?: (?:together|combined|put together|as a whole|all told|taken together))? (?:had|has|have|draws?|drew|uses?|used|consumes?|consumed|held|hold|amount(?:ed)? to|came? to|total(?:s|led|ed)?|adds? up to|reached|stood at)\b[^;.]*$/;
/** "every data center in North America together had": the place whose all of them a figure is; null elsewhere. */
export function allOfPlace(lead: string): string | null {
  const place = ALL_SITES.exec(lead)?.[1];
  return place === undefined ? null : placeIn(place);
}

/** "India's daily consumption", 日本的日均Token: what all of a country uses. */
const OF_PLACE = new RegExp(
  `\\b(?<en>${longestFirst(SLUGS.keys(), false)})'s? (?=(?:[a-z-]+ ){0,3}(?:consumption|usage|tokens?|throughput|volume|token total)\\b)|(?<zh>${longestFirst(SLUGS.keys(), true)})(?=的?(?:全国|每日|日均|每天|月均|总)?的?(?:tokens?|词元|调用量|消耗|用量))`,
  'g',
);

interface Region {
  readonly slug: string;
  readonly start: number;
  readonly end: number;
}

const MULTIPLE_OF =
  /^的 ?(?:约|近|逾|超过?)*(?:[\d.两三四五六七八九十百]+ ?[多余]?倍|一半|[一二三四五六七八九十]分之|[\d.]+ ?%)/;

/** The countries, or the world, named in a stretch of a sentence, in no order. */
function regionsIn(article: Article, reading: Reading, from: number, to: number): Region[] {
  const found: Region[] = [];
  // "The country consumed 9 trillion": the one spoken of.
  for (const { index, 0: name } of matches(/\bthe country(?:'s)?\b/g, reading.text.slice(from, to))) {
    const start = from + index;
    found.push({ slug: placeSpokenOf(article, reading, start) ?? 'china', start, end: start + name.length });
  }
  for (const { index, 0: whole, groups } of matches(OF_PLACE, reading.text.slice(from, to))) {
    const name = groups?.['en'] ?? groups?.['zh'] ?? '';
    const slug = SLUGS.get(name);
    if (slug) found.push({ slug, start: from + index, end: from + index + whole.length });
  }
  for (const [pattern, slug] of REGIONS) {
    for (const match of matches(pattern, reading.text.slice(from, to))) {
      const start = from + match.index;
      // "China Telecom says": a name, no country.
      if (reading.entities.some((e) => e.start <= start && e.end > start + match[0].length)) continue;
      // 已是美国的两倍多: whom somebody is set beside.
      if (MULTIPLE_OF.test(reading.text.slice(start + match[0].length))) continue;
      found.push({ slug, start, end: start + match[0].length });
    }
  }
  return found;
}

/** The country, or the world, last named in a stretch of a sentence; null where none is. */
export const regionBefore = (article: Article, reading: Reading, from: number, to: number): Region | null =>
  regionsIn(article, reading, from, to).reduce<Region | null>(
    (best, r) => (best && best.start >= r.start ? best : r),
    null,
  );

/** "against 3 trillion for American ones": the country named right behind a figure; null where none is. */
function regionBehind(article: Article, reading: Reading, q: Quantity): Region | null {
  const behind = /^(?: tokens?)? (?:for|from|by|through|at) (?:the )?/.exec(reading.text.slice(q.end, q.end + 24));
  if (!behind) return null;
  const at = q.end + behind[0].length;
  const region = regionsIn(article, reading, at, Math.min(reading.text.length, at + 24)).find(
    ({ start }) => start === at,
  );
  return region &&
    /^ (?:ones|models|labs|rivals|developers|companies|firms|houses|makers)\b/.test(reading.text.slice(region.end))
    ? region
    : null;
}

/** 中国反超美国（7.4万亿 vs 5.2万亿）: two figures set against each other belong to the two compared, in their order. */
function headToHead(article: Article, reading: Reading, q: Quantity): Region | null {
  const { text, quantities } = reading;
  const at = quantities.indexOf(q);
  const against = (a: Quantity | undefined, b: Quantity | undefined): boolean =>
    a !== undefined && b !== undefined && /^ ?(?:vs\.?|versus|对|:|比) ?$/.test(text.slice(a.end, b.start));
  const first = against(q, quantities[at + 1]);
  if (!first && !against(quantities[at - 1], q)) return null;
  const [one, other] = regionsIn(article, reading, 0, quantities[first ? at : at - 1]?.start ?? q.start)
    .sort((a, b) => a.start - b.start)
    .slice(-2);
  if (!one || !other) return null;
  return /超|领先|落后|高于|低于|逼近|压过|\bahead|\bbehind|\bpass|\bovert[ao]/.test(text.slice(one.end, other.start))
    ? first
      ? one
      : other
    : null;
}

/** …甲27%、乙17%；整体调用量1.6千万亿: of the market, behind the shares of its houses. */
const WHOLE_MARKET =
  /^ ?(?:而|该)?(?:市场)?(?:整体|总体|全市场|全行业)(?:的|市场|规模|总)*(?:日均|月均)?(?:调用|消耗|用|处理|token|词元)/;

/** Which country, or the world, a count of tokens is of: one set against another, named behind it or before it in its clause, or in the sentence that names no house. */
export const regionOfCount = (article: Article, reading: Reading, q: Quantity, clauseStart: number): Region | null =>
  headToHead(article, reading, q) ??
  regionBehind(article, reading, q) ??
  regionBefore(article, reading, clauseStart, q.start) ??
  (reading.entities.some((e) => isActor(e) && e.end <= q.start) && !WHOLE_MARKET.test(reading.text.slice(clauseStart))
    ? null
    : regionBefore(article, reading, 0, q.start));
