import { readHanNumeral, shift } from './numbers.ts';
import type { Quantity } from './quantity.ts';
import { matches } from './text.ts';

const FORMS =
  /(?<double>\bdoubl(?:e[sd]?|ing)\b|翻倍|翻番|翻(?:了)?一番|翻一倍|涨一倍)|(?<triple>\btripl(?:e[sd]?|ing)\b|\btreble[sd]?\b|翻两倍)|(?<quadruple>\bquadrupl(?:e[sd]?|ing)\b|翻两番)|(?<half>\bhalv(?:e[sd]?|ing)\b|\bin half\b|(?<=\b(?:cut|slashed|split|slices?|chopped) )in two\b|\bby (?:(?:nearly|almost|about|roughly|around|some|more than|over|well over|at least) )?half\b|\bhalf (?:the )?price\b|\bhalf off\b|\bhalf (?:of )?(?:what (?:[\w.'-]+ ){1,3}(?:used to (?:charge|cost|ask|be|bill|take)|charged|cost|asked)\b|that|as much|its (?:old|former|previous) (?:price|rate))(?![a-z'])(?! (?:as|for|of|when|in|on|at|number|amount|size|time|many)\b)|腰斩|减半|半价|对折|降一半|砍半|(?<=的|[降砍便]|[降砍减]了|砍掉|便宜了?|打了?|下[调降]了?|降低了?|调低了?|降价|减少了?|[降砍削跌]去了?|[跌降砍]掉了?|跌了)(?:近|超|超过|逾|约|至少)?一(?:大|多)?半多?(?![的天年月路]))|\b(?<en>one|two|three|four|a) ?-?(?<part>thirds?|quarters?|fifths?|sixths?|eighths?|tenths?)\b(?! of (?:the |its )?(?:revenue|fiscal|20))(?!(?<=\ba ?-?\w+) (?:increase|hike|cut|rise|round|time|price|year|data|generation|party|phase|site|campus|wave|raise|reduction|quarter|straight|consecutive)\b)|(?<den>[二三四五六七八九十])分之(?<num>[一二三四五六七八九])|(?<=(?:原(?:定价|价|来)?|(?:首发|发布|上线|初始)价|此前|之前)的? ?)1\/(?<part1>\d{1,2})(?![\d/])|(?<zhe>[一二三四五六七八九]{1,2}|(?<!\d)[1-9]\d|\d(?:\.\d)?) ?折(?![算合旧叠])|(?<cheng>[一二两三四五六七八九])(?<half2>半)?成(?<cheng2>[一二三四五六七八九半](?![分之成个倍]))?|(?<gigawatt>(?<=\b(?:first|initial) )gigawatt\b(?!-))/g;
const CANDIDATE =
  /in two|gigawatt|doubl|tripl|trebl|quadrupl|hal[fv]|third|quarter|fifth|sixth|eighth|tenth|[翻折成砍腰减对半涨降]|分之|1\//;
const PARTS: Readonly<Record<string, number>> = { third: 3, quarter: 4, fifth: 5, sixth: 6, eighth: 8, tenth: 10 };
const COUNTS: Readonly<Record<string, number>> = { a: 1, one: 1, two: 2, three: 3, four: 4 };

/** Changes told without a unit: doubled, halved, by a third, 三分之二, 七折 (30 percent off), 三成, 翻倍. */
export function scanRelative(sentence: string): Quantity[] {
  const found: Quantity[] = [];
  if (!CANDIDATE.test(sentence)) return found;
  for (const match of matches(FORMS, sentence)) {
    const g = match.groups ?? {};
    const value = relativeValue(g, sentence, match.index);
    if (value === null) continue;
    const end = match.index + match[0].length;
    const { min, max } = boundOf(g, sentence, match.index, end, value.literal);
    found.push({
      start: match.index,
      end,
      unit: value.unit,
      currency: null,
      min,
      max,
      rate: null,
      noun: null,
      large: false,
    });
  }
  return rangesOf(found, sentence);
}

/** 六成到八成: one range. */
function rangesOf(found: readonly Quantity[], sentence: string): Quantity[] {
  const merged: Quantity[] = [];
  for (const q of found) {
    const last = merged.at(-1);
    if (
      last?.unit === 'percent' &&
      q.unit === 'percent' &&
      /^(?:到|至|-|~|—)$/.test(sentence.slice(last.end, q.start)) &&
      Number(last.min) < Number(q.max)
    )
      merged.splice(-1, 1, { ...last, end: q.end, max: q.max });
    else merged.push(q);
  }
  return merged;
}

/** 低至6折 is the deepest cut of several, 超三成 at least 30 percent, 不到两成 less than 20. */
function boundOf(
  g: Record<string, string | undefined>,
  sentence: string,
  start: number,
  end: number,
  value: string,
): { min: string | null; max: string | null } {
  const lead = sentence.slice(Math.max(0, start - 8), start);
  if (/^by (?:more than|over|well over|at least) /.test(g['half'] ?? '')) return { min: value, max: null };
  if (
    /半多|[大多]半/.test(g['half'] ?? '') ||
    (g['half']?.endsWith('一半') && (/[超逾]|至少/.test(g['half']) || sentence.startsWith('以上', end)))
  )
    return { min: value, max: null };
  if (g['zhe']) return { min: /(?:低至|最低) ?$/.test(lead) ? null : value, max: value };
  const share = g['cheng'] !== undefined || g['den'] !== undefined;
  if (share && (/(?:超过?|逾|突破|不止|不低于)了?$/.test(lead) || sentence.startsWith('以上', end)))
    return { min: value, max: null };
  if (share && /(?:不到|不足|低于|不超过|(?:最高|最多|至多)(?:上?[涨调]|下?[降跌]|可?达|涨幅|降幅)?)$/.test(lead))
    return { min: null, max: value };
  return { min: value, max: value };
}

function relativeValue(
  g: Record<string, string | undefined>,
  sentence: string,
  at: number,
): { unit: 'times' | 'percent' | 'watts'; literal: string } | null {
  // "with the first gigawatt due in 2027"
  if (g['gigawatt']) return { unit: 'watts', literal: '1000000000' };
  if (g['double']) return { unit: 'times', literal: '2' };
  if (g['triple']) return { unit: 'times', literal: '3' };
  if (g['quadruple']) return { unit: 'times', literal: '4' };
  if (g['half']) return { unit: 'percent', literal: '50' };
  if (g['part']) {
    const quarter = g['part'].startsWith('quarter');
    if (quarter && /(?:in|the|last|this|first|per|for|of) $/.test(sentence.slice(Math.max(0, at - 6), at))) return null;
    if (
      /^(?:quarter|sixth|eighth|tenth)/.test(g['part']) &&
      g['en'] === 'a' &&
      !/^a ?-?\w+ (?:less|more|cheaper|dearer|lower|higher|off)\b/.test(sentence.slice(at, at + 22)) &&
      !/(?:by|up|down|about|nearly|over|off|than) $/.test(sentence.slice(Math.max(0, at - 7), at)) &&
      !/^a ?-?\w+ (?:of )?(?:(?:its|their|the) (?:\w+ )?(?:price|rate|fee|cost)|what (?:it|they|he|she|we|you|that|one|an?|the) )/.test(
        sentence.slice(at, at + 44),
      )
    )
      return null;
    return fraction(COUNTS[g['en'] ?? ''] ?? 1, PARTS[g['part'].replace(/s$/, '')] ?? 1);
  }
  if (g['den']) return fraction(Number(readHanNumeral(g['num'] ?? '')), Number(readHanNumeral(g['den'])));
  if (g['part1']) return fraction(1, Number(g['part1']));
  if (g['zhe']) {
    const tenths = tenthsOf(g['zhe']);
    return { unit: 'percent', literal: String(Math.round((100 - tenths * 10) * 100) / 100) };
  }
  if (g['cheng'])
    return {
      unit: 'percent',
      literal: shift(
        `${readHanNumeral(g['cheng'])}${g['half2'] || g['cheng2'] === '半' ? '5' : (readHanNumeral(g['cheng2'] ?? '') ?? '0')}`,
        0,
      ),
    };
  return null;
}

/** 七折, 七五折, 75折, 7.5折 */
function tenthsOf(said: string): number {
  if (/^\d\d$/.test(said)) return Number(said) / 10;
  if (/^\d/.test(said)) return Number(said);
  return [...said].reduce((sum, digit, i) => sum + Number(readHanNumeral(digit)) / 10 ** i, 0);
}

const fraction = (part: number, whole: number): { unit: 'percent'; literal: string } => ({
  unit: 'percent',
  literal: String(Math.round((10_000 * part) / whole) / 100),
});
