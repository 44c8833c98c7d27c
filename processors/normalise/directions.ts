import { finder } from './may-match.ts';

/** Which way tokens go, as a label says it. `storage` and `training` are meters of their own: `other` in the contract. */
export type Direction = 'input' | 'output' | 'cached_input' | 'cache_write' | 'storage' | 'training';

/** "不含视频输入", "without audio input": whether something is given is a condition, and no way the tokens go. */
const GIVEN = String.raw`(?:(?:不|无)?(?:包?含|带)|有|无)(?:视频|图片|图像|音频|媒体|参考\S{1,2})输入|输入(?:不|仅|只)?(?:包?含|带|为)(?:纯?文本|视频|图片|图像|音频|媒体)|\bwith(?:out)?\s+(?:an?\s+)?(?:video|image|audio|reference)\s+inputs?\b|\binputs?\s+with(?:out)?\s+(?:an?\s+)?(?:video|image|audio|reference)\b`;
/** "Output resolution": of what form a thing is, and no way the tokens go. */
const OF_SHAPE = ' (?:resolution|format|dimension|aspect)';
/** Alternatives in order: the first that matches at a place wins, so that "cache miss" is not read as "cache". */
const WORDS: readonly [Direction, string][] = [
  [
    'input',
    String.raw`cache[\s_-]*miss(?:es)?(?:\s*input)?|(?:un|non[\s_-]?)cached?(?:\s*inputs?)?|not cached|without cach(?:e|ing)|no cache|(?:输入\s*[((]?\s*)?(?:缓存未命中|未命中缓存|未命中|无缓存|非缓存|不命中)(?:\s*[))])?(?:输入)?`,
  ],
  [
    'storage',
    String.raw`(?:(?:context|input|prompt)\s*)?cach(?:e|ed|ing)\s*(?:inputs?\s*|context\s*)?(?:\(?storage\)?|storing|per hour)|storage\s*(?:price|cost)?(?=[^a-z]*(?:cach|context))|缓存(?:内容)?存储|存储缓存`,
  ],
  [
    'cache_write',
    String.raw`(?:\d+\s*-?\s*(?:min(?:ute)?s?|m|h|hours?|hrs?)\s+)?(?:(?:prompt|context|input)\s*)?cach(?:e|ed|ing)[\s_-]*(?:inputs?\s*)?(?:writes?|writing|creat(?:e|ion|ing)|written|writ)|(?:write|create)s?\s+(?:to\s+)?(?:the\s+)?cache|(?:显式|隐式)?(?:缓存)(?:写入|创建|存入|生成)|(?:写入|创建)缓存|写缓存|キャッシュ(?:の|へ?の)?(?:書き?込み?|作成|ライト|保存時)|캐시\s*(?:쓰기|생성|저장)`,
  ],
  [
    'cached_input',
    String.raw`(?:cached?|cache[\s_-]*(?:hits?|reads?|refresh(?:es)?))(?:\s*(?:&|and|/)\s*refresh(?:es)?)?(?:\s*(?:inputs?|prompts?))?(?:\s*\(?(?:hits?|reads?)\)?)?|(?:context|prompt|input|implicit|explicit)\s*cach(?:e|ing|ed)(?:\s*(?:hits?|reads?|inputs?|read))?|\bcaching\b|캐시(?:\s*입력)?|\b(?:en|em|nella|in|im) cach[eé](?![a-z])|\bcaché|\bcach[ée]e?s? lu|memorizzat[aeio] (?:nella |in )?cache|\bgecach(?:e?d|te?)|zwischengespeichert\S{0,2}|z pamięci podręcznej|к[еэ]ш[а-яё]*|önbelle[a-zçğıöşü]*(?:\s+al[ıi]n[a-zçğıöşü]*)?|キャッシュ(?:の)?(?:読み?(?:取り?|込み?)|ヒット|リード|済み?)?(?:の?入力)?|(?:输入\s*[((]?\s*)?(?:显式|隐式)?(?:缓存命中|命中缓存|缓存输入|缓存读取|读取缓存|读缓存|输入缓存|上下文缓存|命中)(?:\s*[))])?(?:输入)?|输入\s*[((]缓存[))]|缓存`,
  ],
  [
    'output',
    String.raw`\boutputs?(?![a-z]|${OF_SHAPE})|\bcompletions?(?![a-z])|\bgenerated\b|\bresponses?\b|(?<=\bin\s*[/|]\s*)out\b|\bsortie|\bausgabe|\bsalida|\bsaídas?|\buscita|\buitvoer|\butdata|\buddata|wyj[sś]ci(?:e|a|owe|owy(?:ch)?)|\bvýstup|çıktı|çıkış|вывод[а-яё]*|вихід[а-яіїє]*|вихідн[а-яіїє]*|đầu ra|(?<=入\s*[/、]\s*)出|出力|출력|выход(?:н\S{1,3})?|исходящ(?:и[ехй]|его|ая)?|输出|补全|生成(?=价|费|单|t)`,
  ],
  [
    'input',
    String.raw`(?:base\s+)?\binputs?(?![a-z]|${OF_SHAPE})|\bprompts?(?![a-z]| to (?:video|image|speech|music|audio|3d|app|code)\b)|\bpre-?fill(?![a-z])|\bin(?=\s*[/|]\s*out\b)|\bentr[ée]e|\beingabe|\bentrada|\bingresso|\binvoer|\bindata|\binddata|wej[sś]ci(?:e|a|owe|owy(?:ch)?)|\bvstup|girdi|giriş|(?<![а-я])ввод[а-яё]*|(?<![а-я])вхідн[а-яіїє]*|đầu vào|入(?=\s*[/、]\s*出)|入力|입력|входящ(?:и[ехй]|его|ая)?|вход(?!ит)(?:н\S{1,3})?|输入|提示词?(?=价|费|单|t)`,
  ],
  ['training', String.raw`\btrain(?:ing|ed)?\b(?!\s*(?:data|set))|训练|精调训练`],
];
const SCAN = new RegExp([GIVEN, ...WORDS.map(([, source]) => `(${source})`)].join('|'), 'gi');
const namedIn = finder(SCAN);

export interface DirectionFound {
  readonly direction: Direction;
  readonly start: number;
  readonly end: number;
}

/** Directions a folded label names, in order: "Input / Output" names two, "输入（缓存命中）" one. */
export function findDirections(text: string): DirectionFound[] {
  const found: DirectionFound[] = [];
  for (const match of namedIn(text)) {
    const index = WORDS.findIndex((_, position) => match[position + 1] !== undefined);
    const direction = WORDS[index]?.[0];
    if (direction === undefined) continue;
    const here = { direction, start: match.index, end: match.index + match[0].length };
    const last = found.at(-1);
    if (last !== undefined && mergeable(last, here, text.slice(last.end, here.start))) {
      found[found.length - 1] = { direction: merged(last.direction, here.direction), start: last.start, end: here.end };
    } else found.push(here);
  }
  return found;
}

const isCache = (direction: Direction) =>
  direction === 'cached_input' || direction === 'cache_write' || direction === 'storage';

/** "Input (cached)", "Cache hit input", "Input - batch cache write" are one meter said in two words; "Input / Output" are two. */
function mergeable(a: DirectionFound, b: DirectionFound, between: string): boolean {
  if (a.direction === b.direction) return true;
  if (/[/,;，、&+|]|\band\b|和|与|及|\n/.test(between)) return false;
  const pair = new Set([a.direction, b.direction]);
  return (
    (pair.has('input') && (isCache(a.direction) || isCache(b.direction))) ||
    (isCache(a.direction) && isCache(b.direction)) ||
    pair.has('training')
  );
}

function merged(a: Direction, b: Direction): Direction {
  if (a === 'input') return b;
  if (b === 'input') return a;
  if (a === 'training' || b === 'training') return 'training';
  if (a === 'storage' || b === 'storage') return 'storage';
  return a === 'cache_write' || b === 'cache_write' ? 'cache_write' : b;
}

const CACHED_IN_BRACKETS =
  /(?<![a-z])in(?:puts?)?\s*[((]\s*cached?(?:[ -](?:in(?:put)?s?|reads?|hits?))?\s*[))]\s*[/|,]\s*out(?:puts?)?(?![a-z])/i;

/** "in (cached in) / out" over "$2.00 ($0.20) / $6.00": the ways of three amounts, in their order; null for any other label. */
export const cachedInBrackets = (label: string): readonly Direction[] | null =>
  CACHED_IN_BRACKETS.test(label) ? ['input', 'cached_input', 'output'] : null;
