import { before, say, type Wording } from './wording-rule.ts';

const ONES =
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const VALUE = new Map([
  ...ONES.map((word, i): [string, number] => [word, i + 1]),
  ...TENS.map((word, i): [string, number] => [word, 20 + 10 * i]),
]);
const IN_WORDS = new RegExp(
  `(?<![\\w-]|point )((?:${TENS.join('|')})(?:[ -](?:${ONES.slice(0, 9).join('|')}))?|${ONES.join('|')})[ -]$`,
  'i',
);
const numberOf = (words: string): number =>
  words
    .toLowerCase()
    .split(/[ -]/)
    .reduce((sum, word) => sum + (VALUE.get(word) ?? 0), 0);

/** "34 percent", "34 per cent", "thirty-four pct" */
const PERCENT: Wording = {
  pattern: /p(?:ercent|er cent|ct)\b(?! points?\b)/g,
  edit: (match, body) => {
    const end = match.index + match[0].length;
    const lead = before(body, match.index, 24);
    const digit = /\d([ \u00a0-]?)$/.exec(lead);
    if (digit) return { start: match.index - (digit[1] ?? '').length, end, text: '%' };
    const words = IN_WORDS.exec(lead);
    return words ? { start: match.index - words[0].length, end, text: `${numberOf(words[1] ?? '')}%` } : null;
  },
};

const SUM = '\\d+(?:[.,]\\d+)*(?: ?(?:thousand|million|billion|trillion|bn|m|k|tn))?';
/** A sum that has its sign already. */
const SIGNED = new RegExp(`\\$${SUM}( )$`, 'i');
const UNSIGNED = new RegExp(`(?<![\\w$€£¥.,/-])(${SUM}) (?:US |U\\.S\\. )?$`, 'i');
/** "US$5", "USD 5 billion", "5 billion US dollars", "$5 billion USD" */
const DOLLARS: Wording = {
  pattern: /US(?:\$|D(?![a-zA-Z]) ?\$?)(?:(?=\d)|(?=[^\d]|$))|dollars\b(?! and\b)/g,
  edit: (match, body) => {
    const [start, end] = [match.index, match.index + match[0].length];
    const lead = before(body, start, 40);
    if (match[0] === 'dollars') {
      const sum = UNSIGNED.exec(lead);
      return sum ? { start: start - sum[0].length, end, text: `$${sum[1]}` } : null;
    }
    if (/\w$/.test(lead)) return null;
    if (/\d/.test(body[end] ?? '')) return { start, end, text: '$' };
    return match[0].startsWith('USD') && SIGNED.test(lead) ? { start: start - 1, end: start + 3, text: '' } : null;
  },
};

const SIGN_OF: ReadonlyMap<string, string> = new Map([
  ['euros', '€'],
  ['pounds', '£'],
]);
/** "5.5 billion euros": the sign ahead, as most write it. */
const EUROS: Wording = {
  pattern: /(?:euros|pounds)\b(?! (?:of (?:thrust|pressure|force)|per square))/g,
  edit: (match, body) => {
    const sum = LARGE_UNSIGNED.exec(before(body, match.index, 40));
    return sum
      ? {
          start: match.index - sum[0].length,
          end: match.index + match[0].length,
          text: `${SIGN_OF.get(match[0])}${sum[1]}`,
        }
      : null;
  },
};
const LARGE_UNSIGNED =
  /(?<![\w$€£¥.,/-]|\d ?(?:to|and|or|-|–|—) )(\d+(?:[.,]\d+)*(?: ?(?:million|billion|trillion|bn|tn))) $/i;

const BARE = new RegExp(`(?<![\\w$€£¥.,/-])(${SUM}) ?$`, 'i');
/** "4$", "2.50$ per million tokens"; what a sign opens ("$x = 6$") is none. */
const SIGN_BEHIND: Wording = {
  pattern: /(?<=\d ?|[kKmMbBnN])\$(?![\w$({\\])/g,
  edit: (match, body) => {
    const lead = before(body, match.index, 60);
    const sum = BARE.exec(lead);
    return sum && !lead.replace(/\d ?\$/g, '').includes('$')
      ? { start: match.index - sum[0].length, end: match.index + 1, text: `$${sum[1]}` }
      : null;
  },
};

/** "$33 B", "1.2 M cards", $4.5 B+: the letter of a sum or a count behind a space. */
const LETTER_APART: Wording = {
  pattern: / [BMTK](?=[+＋]?(?:[^\w+＋-]|$))/g,
  edit: (match, body) =>
    /[$€£¥￥]\d[\d.,]*$/.test(before(body, match.index, 12)) ||
    (/(?<![\w.-])\d[\d.,]*$/.test(before(body, match.index, 12)) &&
      COUNTED.test(body.slice(match.index + 2, match.index + 14)))
      ? { start: match.index, end: match.index + 1, text: '' }
      : null,
};
const COUNTED = /^\+? ?(?:[个個张張片颗顆块塊枚卡]|tokens?|gpus?|tpus?|词元|詞元)/i;

const BOUNDS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    'more than': 'in excess of|upward of|upwards of|north of|greater than',
    about:
      'approximately|circa|close to|roughly|around|in the neighborhood of|in the neighbourhood of|in the region of|in the vicinity of|on the order of|in the order of',
    'at least': 'no less than|not less than|a minimum of',
    'up to': 'at most|a maximum of|no more than|not more than',
  }).flatMap(([to, from]) => from.split('|').map((words): [string, string] => [words, to])),
);
const BOUNDING = new RegExp(`(?<!\\w)(${[...BOUNDS.keys()].join('|')})$`, 'i');
/** What bounds a figure. */
const BOUND: Wording = {
  pattern: /[fnyaodt] (?=(?:RMB ?|USD? ?|CNY ?|C|A|HK)?[$€£¥]?\d)/g,
  edit: (match, body) => {
    const end = match.index + 1;
    const words = BOUNDING.exec(before(body, end, 16))?.[1];
    const text = words && BOUNDS.get(words.toLowerCase());
    return words && text ? { start: end - words.length, end, text } : null;
  },
};

const KIND = '(?:(?:(?:un)?cached|cache|input|output|prompt|completion|text) ){0,2}';
const A_MILLION = new RegExp(`((?: per| for every| for an?| /|/) ?(?:(?:1|one) ?)?(?:million|M|mn)) ${KIND}$`, 'i');
/** "for every 1M input tokens", "$3/M tokens" */
const PER_MILLION: Wording = {
  pattern: /[Tt]okens?\b/g,
  edit: (match, body) => {
    const unit = A_MILLION.exec(before(body, match.index, 60));
    if (!unit || unit[1] === ' per million') return null;
    const start = match.index - unit[0].length;
    return { start, end: start + (unit[1] ?? '').length, text: ' per million' };
  },
};

/** "- $0.15 — price per 1M input tokens": a figure that leads its line, and what it is. */
const PRICE_FIRST: Wording = {
  pattern: / ?[—–:-] (?:the )?(?:(?:new|list|current|api) )?(?:price|cost|rate)(?= per )/g,
  edit: (match, body) =>
    /(?:^|\n)[-*•]? ?(?:US)?[$€£¥][\d.]+$/.test(before(body, match.index, 16))
      ? { start: match.index, end: match.index + match[0].length, text: '' }
      : null,
};

/** "between $70bn (£53bn) and $72bn": what the lower end comes to in other money stands in its way. */
const SPREAD_CONVERTED: Wording = {
  pattern: / \([$€£¥][\d.,]+ ?(?:[mbt]n|m|b|million|billion|trillion)?\)(?= (?:to|and|-|–|—) (?:US?|C|A)?[$€£¥]\d)/g,
  edit: (match, body) =>
    /\b(?:between|from|range of|at|be|of|to) (?:about )?(?:US?|C|A)?[$€£¥][\d.,]+ ?(?:[mbt]n|m|b|million|billion|trillion)?$/i.test(
      before(body, match.index, 48),
    )
      ? { start: match.index, end: match.index + match[0].length, text: '' }
      : null,
};

/** "another gigawatt", "more than a gigawatt": one, where the words before it measure. */
const A_GIGAWATT: Wording = {
  pattern: /gigawatt\b(?!-)/g,
  edit: (match, body) => {
    const said =
      /\b(another|a further|an additional|an extra|(?:more than|over|nearly|almost|about|roughly|up to|at least) a) $/i.exec(
        before(body, match.index, 24),
      )?.[1];
    if (said === undefined) return null;
    const lead = said.endsWith(' a') ? said.slice(0, -2) : said;
    return { start: match.index - said.length - 1, end: match.index, text: `${lead} 1 ` };
  },
};

/** "$0.20 per million words in": as some explain tokens to everybody. */
const PER_MILLION_WORDS: Wording = {
  pattern: /\bwords\b(?:-(?=(?:in|out)\b))?/g,
  edit: (match, body) =>
    /(?:per|\/|for every|for an?) ?(?:(?:1|one) ?)?(?:million|M) $/i.test(before(body, match.index, 24))
      ? { start: match.index, end: match.index + match[0].length, text: match[0] === 'words' ? 'tokens' : 'tokens ' }
      : null,
};

/** "$3/MTok" */
const PER_MTOK: Wording = {
  pattern: /M ?[Tt]oks?\b/g,
  edit: (match, body) => {
    const per = /(?: per |\/ ?)$/.exec(before(body, match.index, 5));
    return per
      ? { start: match.index - per[0].length, end: match.index + match[0].length, text: ' per million tokens' }
      : null;
  },
};

/** The same form of another verb. */
const inflected = (ending: string | undefined, [base, past, third, gerund]: readonly string[]): string =>
  (ending === undefined || ending === 'e' ? base : ending === 'ing' ? gerund : /s$/.test(ending) ? third : past) ?? '';
const RAISE = ['raise', 'raised', 'raises', 'raising'] as const;
const LOWER = ['lower', 'lowered', 'lowers', 'lowering'] as const;
const TIMES_AS_DEAR: ReadonlyMap<string, readonly string[]> = new Map([
  ['twice', ['double', 'doubled', 'doubles', 'doubling']],
  ['half', ['halve', 'halved', 'halves', 'halving']],
  ['three times', ['triple', 'tripled', 'triples', 'tripling']],
  ['four times', ['quadruple', 'quadrupled', 'quadruples', 'quadrupling']],
]);
const COME_DOWN: ReadonlyMap<string, string> = new Map([
  ['came', 'fell'],
  ['come', 'fall'],
  ['comes', 'falls'],
  ['coming', 'falling'],
]);
const UP = /\b(?:push|bump|jack|ratchet|crank|nudg)(e[ds]?|s|ing)?$/;
const DOWN = /\b(?:knock(ed|s|ing)?|br(?:ing(s|ing)?|(ought)))$/;
const COME = /\b((?:(?:has|have|had) (?:\w+ )?)?)(came|comes?|coming)$/;
/** "pushed up prices", "brought down the price", "has come down": how a price moves. */
const MOVED: Wording = {
  pattern: / (?:up|down)\b/g,
  edit: (match, body) => {
    const end = match.index + match[0].length;
    const lead = before(body, match.index, 24);
    const verb = (match[0] === ' up' ? UP : DOWN).exec(lead);
    if (verb) {
      const text = inflected(verb[1] ?? verb[2] ?? verb[3], match[0] === ' up' ? RAISE : LOWER);
      return { start: match.index - verb[0].length, end, text };
    }
    const come = match[0] === ' down' ? COME.exec(lead) : null;
    if (!come || /^ to (?:an?|the|who|how|whether|what|earth)\b/.test(body.slice(end, end + 12))) return null;
    const text = come[1] !== '' && come[2] === 'come' ? 'fallen' : (COME_DOWN.get(come[2] ?? '') ?? '');
    return { start: match.index - (come[2] ?? '').length, end, text };
  },
};
const COSTS = /\b(?:(asks|bills|wants)|retails (?:at|for)|goes for|(?:is|are) (?:offered|billed|sold) (?:at|for))$/;
/** "retails at $20", "wants $5": what it costs, what a house charges. */
const COSTING: Wording = {
  pattern: /[str] (?=(?:about |just |only )?[$€£¥]\d)/g,
  edit: (match, body) => {
    const end = match.index + 1;
    const words = COSTS.exec(before(body, end, 20));
    return words ? { start: end - words[0].length, end, text: words[1] ? 'charges' : 'costs' } : null;
  },
};

/** What English writers say in several ways, in one. */
export const ENGLISH: readonly Wording[] = [
  PERCENT,
  DOLLARS,
  EUROS,
  SIGN_BEHIND,
  LETTER_APART,
  BOUND,
  PER_MILLION,
  PER_MILLION_WORDS,
  SPREAD_CONVERTED,
  PRICE_FIRST,
  A_GIGAWATT,
  PER_MTOK,
  MOVED,
  COSTING,
  say(/\b([Dd])ata-(?=[Cc]ent(?:er|re))/g, (match) => `${match[1]}ata `),
  // "renting graphics processors over the network"; those of consoles and phones stay what they are.
  say(
    /[Gg]raphics (?:processors|processing units|chips)(?: \(GPUs\))?(?! (?:for|of|in) (?:consoles|phones|laptops|games))/g,
    'GPUs',
  ),
  say(/pric(?:e|ing) (?:markdown|drop|reduction|decrease)(s?)\b/g, (match) => `price cut${match[1]}`),
  say(/pric(?:e|ing) (?:uplift|bump|jump|rise)(s?)\b/g, (match) => `price increase${match[1]}`),
  // "2 yuan for what comes in and 8 for what goes out"
  say(/for what (?:comes|goes|is sent|is fed|you send) in\b/g, 'for input'),
  say(/for what (?:(?:comes|goes) out|(?:comes|is sent|you get) back)\b/g, 'for output'),
  // "becomes twice as expensive": its price doubles.
  say(
    /\b(?:(became|got(?:ten)?)|(?:becom|gett?)(es?|ing|s)?) (twice|half|three times|four times) as (?:expensive|costly|dear|pricey)(?! (?:as|to)\b)/g,
    (match) => {
      const forms = TIMES_AS_DEAR.get(match[3] ?? '');
      return forms ? `${inflected(match[1] ? 'ed' : match[2], forms)} in price` : null;
    },
  ),
  // A word that joins the sentence to the one before, or sets its subject against another.
  say(
    /(?:Meanwhile|Separately|Notably|However|Moreover|Additionally|In addition|Furthermore|Likewise|As expected|For now|Indeed|In fact|Specifically|Importantly|Unsurprisingly|Interestingly), ([a-zA-Z])/g,
    (match, body) =>
      /(?:^|[.!?]["”)]? |\n)$/.test(before(body, match.index, 3)) ? (match[1] ?? '').toUpperCase() : null,
  ),
  // "US$−46 million": a loss, whichever way the signs stand.
  say(/(?<![\d$€£¥])(?:US)?([$€£¥])[-−](?=\d)/g, (match) => `-${match[1]}`),
  // "from $0.01/GB (previous fee) to $0.005/GB (new fee)": from and to say so.
  say(
    /(?<=\d|[a-zA-Z]) \((?:the )?(?:previous|old|former|prior|original|current|new|now|before|after)(?: (?:fee|price|rate|cost|charge|tariff)s?)?\)/g,
    (match, body) =>
      /\b(?:from|to) (?:US)?[$€£¥]\d[\d.,]*(?:[ /][\w /-]{1,24})?$/.test(before(body, match.index, 48)) ? '' : null,
  ),
  // "$0.0005 per (1K tokens)"
  say(
    /(?<=\/ ?|per )\((\d{0,4} ?[KkMm]? ?(?:million |thousand )?(?:input |output )?tokens)\)/g,
    (match) => match[1] ?? null,
  ),
  // "8 IT-GW", "40 MWe": power, of the machines or of the plant.
  say(/(?<=\d)[ -]?IT[ -]?(?=[GM]W\b)/g, ' '),
  say(/(?<=\d[ -]?)([GM]W)e\b/g, (match) => match[1] ?? null),
  // "a 380-billion-yuan build-out", "a $600-billion programme"
  say(
    /(\d)-(trillion|billion|million)(?:-(?=(?:yuan|renminbi|dollars?|euros?|pounds?|yen|won|rupees?|riyals?|tokens?)\b)|(?= [a-z]))/g,
    (match, body) =>
      match[0].endsWith('-') || /[$€£¥]\d[\d.,]*$/.test(before(body, match.index + 1, 16))
        ? `${match[1]} ${match[2]}${match[0].endsWith('-') ? ' ' : ''}`
        : null,
  ),
  // "400 MW-IT"
  say(/(?<=\d ?[GM]W)-IT\b/g, ''),
  // "an up-to-$2.4B agreement"
  say(/\bup-to-(?=[$€£¥\d])/g, 'up to '),
  say(/(?<=\d ?(?:[MB]|million|billion)? )(?:year[- ]to[- ]date|YTD)\b/g, 'to date'),
  say(
    /, (?:for (?:its|their) part|meanwhile|however|by contrast|by comparison|too|as expected|in turn|of course), (?=[a-z])/g,
    ' ',
  ),
];
