import { Converter } from 'opencc-js/cn2t';

/** A change that a reader would shrug at, and how much of what is read must survive it. */
export interface Paraphrase {
  readonly name: string;
  readonly lang: 'en' | 'zh' | 'both';
  /** 1 where nothing may change; a lower share where rules still know one phrase and not the other: to be raised, never lowered. */
  readonly kept: number;
  /** The text with the change at one place chosen by `pick`, which gives a whole number below its argument; null where it has no such place. */
  readonly apply: (text: string, pick: (below: number) => number) => string | null;
}

type Change = (match: RegExpExecArray, pick: (below: number) => number) => string | null;
const oneOf = <T>(list: readonly T[], pick: (below: number) => number): T | undefined => list[pick(list.length)];

/** One of the places where a pattern matches, changed. */
const at =
  (pattern: RegExp, change: string | Change): Paraphrase['apply'] =>
  (text, pick) => {
    const match = oneOf([...text.matchAll(pattern)], pick);
    if (!match) return null;
    const said = typeof change === 'string' ? change : change(match, pick);
    if (said === null || said === match[0]) return null;
    return text.slice(0, match.index) + said + text.slice(match.index + match[0].length);
  };
/** Words that mean the same, any for any other. */
const among = (words: readonly string[], lookahead = '', han = false): Paraphrase['apply'] => {
  // "turned over $2 billion", "no more than $2", "has crept up to $58": part of another expression.
  const [lead, tail] = han
    ? ['', '']
    : [
        '(?<![\\w-]|\\b(?:no|turn(?:s|ed|ing)?|go(?:es|ing)?|went|gone|crept|creeps?|moves?|moved|climb(?:s|ed)?|back) )',
        '(?![\\w-])',
      ];
  const pattern = new RegExp(
    `${lead}(?:${[...words].sort((a, b) => b.length - a.length).join('|')})${tail}${lookahead}`,
    'g',
  );
  return at(
    pattern,
    (match, pick) =>
      oneOf(
        words.filter((word) => word !== match[0]),
        pick,
      ) ?? null,
  );
};
const everywhere =
  (change: (text: string) => string): Paraphrase['apply'] =>
  (text) => {
    const changed = change(text);
    return changed === text ? null : changed;
  };

const SMALL =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = '- - twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const inWords = (n: number): string =>
  SMALL[n] ?? `${TENS[Math.floor(n / 10)]}${n % 10 === 0 ? '' : `-${SMALL[n % 10]}`}`;
const HAN = '零一二三四五六七八九';
const inHan = (n: number): string =>
  n < 10 ? (HAN[n] ?? '') : `${n < 20 ? '' : HAN[Math.floor(n / 10)]}十${n % 10 === 0 ? '' : HAN[n % 10]}`;
const FIGURE = '(?= (?:RMB ?|US)?[$€£¥]?\\d)';
const HAN_FIGURE = '(?=[\\d.]+[万亿%千元])';
const VERB =
  '(?= (?:has |will |now )?(?:raised|raises|raise|cut|cuts|lowered|reported|processes|charges|deployed|operates|handled|spent|expects|said)\\b)';
const HOUSE =
  '(?:OpenAI|Anthropic|Microsoft|Google Cloud|Alibaba Cloud|Tencent Cloud|CoreWeave|DeepSeek|Zhipu|Nebius|Vultr|Cloudflare)';

/** Sentences that state no figure and name nobody. */
const SAYS_NOTHING = [
  'The news drew wide attention.',
  'Analysts are divided.',
  'The move had been expected for months.',
  'Demand for computing keeps growing.',
  'Customers reacted calmly.',
  'That surprised few people in the market.',
];
const SAYS_NOTHING_HAN = [
  '该消息引发业内关注。',
  '市场对此反应不一。',
  '这一动作并不让人意外。',
  '业内普遍认为，竞争正在加剧。',
  '此举旨在满足快速增长的算力需求。',
  '对开发者而言，这是一个好消息。',
];

const toTraditional = Converter({ from: 'cn', to: 't' });
/** Character for character, so that 里 and its like stay where the converter would make two of one. */
const traditional = (text: string): string =>
  [...text].map((char) => (/[\u4e00-\u9fff]/.test(char) ? toTraditional(char) : char)).join('');

export const PARAPHRASES: readonly Paraphrase[] = [
  // How a text looks.
  {
    name: 'bold figures',
    lang: 'both',
    kept: 1,
    apply: at(/(?<![\w*.,$€£¥-])(?:US)?[$€£¥]?\d[\d.,]*\d%?(?![\w*%.,-])/g, (m) => `**${m[0]}**`),
  },
  {
    name: 'curly quotes',
    lang: 'en',
    kept: 1,
    apply: everywhere((t) =>
      t
        .replace(/'/g, '’')
        .replace(/(^|[\s(])"/g, '$1“')
        .replace(/"/g, '”'),
    ),
  },
  {
    name: 'no-break spaces',
    lang: 'both',
    kept: 1,
    apply: everywhere((t) => t.replace(/(\d) (?=[a-z])/g, '$1\u00a0')),
  },
  {
    name: 'spaces around Latin',
    lang: 'zh',
    kept: 1,
    apply: everywhere((t) =>
      t.replace(/([\u4e00-\u9fff])(?=[A-Za-z0-9])/g, '$1 ').replace(/([A-Za-z0-9%])(?=[\u4e00-\u9fff])/g, '$1 '),
    ),
  },
  {
    name: 'full-width digits',
    lang: 'zh',
    kept: 1,
    apply: at(/(?<![\d.A-Za-z])\d+(?=[%万亿元])/g, (m) =>
      m[0].replace(/\d/g, (d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0)),
    ),
  },
  { name: 'traditional characters', lang: 'zh', kept: 0.98, apply: everywhere(traditional) },
  // How figures are written.
  {
    name: 'forms of percent',
    lang: 'en',
    kept: 1,
    apply: at(
      /(\d)(?:%| percent| per cent)(?![\w-])/g,
      (m, pick) => `${m[1]}${oneOf(['%', ' percent', ' per cent', ' pct'], pick)}`,
    ),
  },
  {
    name: 'percent in words',
    lang: 'en',
    kept: 1,
    apply: at(/(?<![\d.,\-–$€£¥+])(\d{1,2})(?:%| percent)(?![\w-])/g, (m) => `${inWords(Number(m[1]))} percent`),
  },
  {
    name: '百分之',
    lang: 'zh',
    kept: 0.98,
    apply: at(/(?<![\d.\-–—~+至到])(\d{1,2})%(?![-–—~至到])/g, (m) => `百分之${inHan(Number(m[1]))}`),
  },
  {
    name: '成',
    lang: 'zh',
    kept: 0.97,
    apply: at(/(?<![\d.\-–—~+至到])([1-9])0%(?![-–—~至到])/g, (m) => `${HAN[Number(m[1])]}成`),
  },
  {
    name: 'forms of dollars',
    lang: 'en',
    kept: 0.98,
    apply: at(
      /(?<![\w/–-])\$(\d+(?:\.\d+)?(?: (?:billion|million|trillion))?)(?![\w/.,–-])/g,
      (m, pick) => oneOf([`US$${m[1]}`, `USD ${m[1]}`, `${m[1]} dollars`, `$${m[1]} USD`], pick) ?? null,
    ),
  },
  {
    name: 'per million tokens',
    lang: 'en',
    kept: 0.98,
    apply: at(
      / per million tokens/g,
      (_, pick) =>
        oneOf([' per 1M tokens', '/M tokens', ' per one million tokens', ' for a million tokens', ' per MTok'], pick) ??
        null,
    ),
  },
  // Bounds.
  {
    name: 'about',
    lang: 'en',
    kept: 0.97,
    apply: among(['about', 'roughly', 'around', 'approximately', 'close to'], FIGURE),
  },
  {
    name: 'more than',
    lang: 'en',
    kept: 0.95,
    apply: among(['more than', 'over', 'in excess of', 'upwards of', 'north of'], FIGURE),
  },
  { name: 'up to', lang: 'en', kept: 0.9, apply: among(['up to', 'as much as', 'at most', 'no more than'], FIGURE) },
  {
    name: '约',
    lang: 'zh',
    kept: 0.97,
    apply: at(
      new RegExp(`(?<![大节合折契最附将已年])约${HAN_FIGURE}`, 'g'),
      (_, pick) => oneOf(['大约', '大概'], pick) ?? null,
    ),
  },
  {
    name: '超过',
    lang: 'zh',
    kept: 0.95,
    apply: at(
      new RegExp(`(?<![不激])(?:突破|超过|逾)${HAN_FIGURE}`, 'g'),
      (m, pick) =>
        oneOf(
          ['突破', '超过', '逾'].filter((word) => word !== m[0]),
          pick,
        ) ?? null,
    ),
  },
  // What stands beside a statement.
  {
    name: 'stock symbols',
    lang: 'en',
    kept: 1,
    apply: at(
      new RegExp(`\\b${HOUSE}${VERB}`, 'g'),
      (m, pick) => `${m[0]} ${oneOf(['(NASDAQ: ABCD)', '(01234.HK)'], pick)}`,
    ),
  },
  {
    name: 'adverbs',
    lang: 'en',
    kept: 0.95,
    apply: at(
      new RegExp(`\\b${HOUSE}${VERB}`, 'g'),
      (m, pick) => `${m[0]} ${oneOf(['quietly', 'recently', 'also', 'formally'], pick)}`,
    ),
  },
  {
    name: 'asides',
    lang: 'en',
    kept: 0.95,
    apply: at(
      new RegExp(`\\b${HOUSE}${VERB}`, 'g'),
      (m, pick) => `${m[0]}${oneOf([', for its part,', ', meanwhile,', ', which was founded in 2015,'], pick)}`,
    ),
  },
  {
    name: 'joining words',
    lang: 'en',
    kept: 0.98,
    apply: at(
      new RegExp(`(?<=^|\\n|[.] )${HOUSE}${VERB}`, 'g'),
      (m, pick) => `${oneOf(['Separately', 'Meanwhile', 'As expected', 'Notably'], pick)}, ${m[0]}`,
    ),
  },
  {
    name: 'a sentence before',
    lang: 'en',
    kept: 0.98,
    apply: at(/(?<=[a-z]{3}\. )(?=[A-Z][a-z]+ )/g, (_, pick) => `${oneOf(SAYS_NOTHING, pick)} `),
  },
  {
    name: 'a sentence before, in Chinese',
    lang: 'zh',
    kept: 0.98,
    apply: at(/(?<=。)(?=[\u4e00-\u9fff])/g, (_, pick) => oneOf(SAYS_NOTHING_HAN, pick) ?? null),
  },
  // Verbs and nouns.
  {
    name: 'raised prices',
    lang: 'en',
    kept: 1,
    apply: among(
      ['raised', 'increased', 'hiked', 'lifted', 'bumped up', 'pushed up'],
      '(?= (?:[\\w-]+ ){0,4}(?:prices?|rates)\\b)',
    ),
  },
  {
    name: 'cut prices',
    lang: 'en',
    kept: 1,
    apply: among(
      ['lowered', 'cut', 'slashed', 'trimmed', 'reduced', 'brought down'],
      '(?= (?:[\\w-]+ ){0,4}(?:prices?|rates)\\b)',
    ),
  },
  {
    name: 'processed tokens',
    lang: 'en',
    kept: 0.98,
    apply: among(['processes', 'handles', 'serves', 'works through'], '(?=[^.\\n]{0,40} tokens)'),
  },
  {
    name: 'year on year',
    lang: 'en',
    kept: 1,
    apply: among(['year on year', 'year over year', 'from a year earlier', 'compared with a year earlier']),
  },
  {
    name: '上调',
    lang: 'zh',
    kept: 0.97,
    apply: at(
      /(?<![上下])(?:上调|提高|调高)(?=了?[约近]?\d)/g,
      (_, pick) => oneOf(['上调', '调高', '提高'], pick) ?? null,
    ),
  },
  {
    name: '下调',
    lang: 'zh',
    kept: 0.97,
    apply: at(/(?<![上下])(?:下调|调低)(?=了?[约近]?\d)/g, (_, pick) => oneOf(['下调', '调低', '调降'], pick) ?? null),
  },
  { name: '同比增长', lang: 'zh', kept: 1, apply: among(['同比增长', '同比上升', '同比提升', '同比增加'], '', true) },
  {
    name: '日均',
    lang: 'zh',
    kept: 0.95,
    apply: among(['日均', '每天', '每日'], '(?=[^，。]{0,8}(?:[Tt]oken|词元|调用|消耗|处理))', true),
  },
];
