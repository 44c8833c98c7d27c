import type { Unit } from './quantity.ts';

const BEFORE =
  /((?<![a-z])(?:us ?|hk ?|nt ?|au?|ca?|s)\$|\$|€|£|₩|₹|¥|\brmb|\bcny|\busd|\beur|\bgbp|\bjpy|\bhkd|\btwd|\binr|\brs\.?|\bkrw|\bsgd|\bcad|\baud|\b(?:nok|sek|dkk|chf|rub|brl|pln|czk|myr|thb|idr|php|vnd|zar|aed|sar|ils|mxn|nzd)|₽|人民币|美元|美金|新台币|台币|港币|日元)[ ~]?$/;
const CURRENCY_BEFORE: Readonly<Record<string, string>> = {
  us$: 'USD',
  'us $': 'USD',
  $: 'USD',
  usd: 'USD',
  美元: 'USD',
  美金: 'USD',
  hk$: 'HKD',
  hkd: 'HKD',
  nt$: 'TWD',
  twd: 'TWD',
  a$: 'AUD',
  au$: 'AUD',
  aud: 'AUD',
  c$: 'CAD',
  ca$: 'CAD',
  cad: 'CAD',
  s$: 'SGD',
  sgd: 'SGD',
  '€': 'EUR',
  eur: 'EUR',
  '£': 'GBP',
  gbp: 'GBP',
  '₩': 'KRW',
  krw: 'KRW',
  '₹': 'INR',
  inr: 'INR',
  rs: 'INR',
  'rs.': 'INR',
  '¥': 'CNY',
  rmb: 'CNY',
  cny: 'CNY',
  人民币: 'CNY',
  新台币: 'TWD',
  台币: 'TWD',
  港币: 'HKD',
  日元: 'JPY',
  jpy: 'JPY',
  '₽': 'RUB',
};
const AFTER =
  / ?(?:-)?(u\.?s\.? dollars?|us\$|dollars?|u\.s\. cents?|us cents?|cents?|chinese yuan|yuan(?: renminbi)?|renminbi|rmb|cny|usd|eur|gbp|jpy|hkd|nok|sek|dkk|chf|rub|pln|inr|krw|sgd|euros?|pounds?(?: sterling)?|yen|won|rupees|rou?bles?|swiss francs|norwegian kroner|danish kroner|(?:swedish )?kronor|ringgit|(?:uae )?dirhams?|(?:saudi )?riyals|zloty|reais|baht|rupiah|美元|美金|美刀|美分|刀(?!具)|欧元|澳元|加元|新加坡元|日元|日圆|英镑|港元|港币|韩元|元?新台币|元?台币|卢比|林吉特|令吉|元人民币|元|(?<=[\d百千万亿] ?)人民币(?!\d)|块钱|(?<![万亿千百] ?)块(?=\/|每|一|[,，。;；!?！？、)~]|$|变|出头|左右|不到|起|降|涨|到)|厘钱?(?!米)|毛(?=\/|钱|每|一|[,，。;；!?！？、)]|$)|角(?=\/|钱|每)|分钱|分(?=\/|每)|(?<=(?:收费|[仅只][需要]?|低至|[价费]格?为?|降[至到]|涨[至到]) ?[\d.]+ ?)[分角](?=[,，。;；!！)]|$)|€|円)(?<![a-z](?=[a-z]))/y;
const CURRENCY_AFTER: readonly (readonly [RegExp, string, number])[] = [
  [/^(?:u\.?s\.? |us )?cents?$|^美分$/, 'USD', -2],
  [/dollar|us\$|usd|美元|美金|美刀|刀/, 'USD', 0],
  [/厘/, 'CNY', -3],
  [/^分/, 'CNY', -2],
  [/[角毛]/, 'CNY', -1],
  [/欧元|eur|€/, 'EUR', 0],
  [/日[元圆]|yen|jpy|円/, 'JPY', 0],
  [/英镑|pound|gbp/, 'GBP', 0],
  [/港[元币]|hkd/, 'HKD', 0],
  [/韩元|won/, 'KRW', 0],
  [/台币/, 'TWD', 0],
  [/卢比|rupee|inr/, 'INR', 0],
  [/^nok/, 'NOK', 0],
  [/^sek/, 'SEK', 0],
  [/^dkk/, 'DKK', 0],
  [/^chf/, 'CHF', 0],
  [/^rub$/, 'RUB', 0],
  [/^pln/, 'PLN', 0],
  [/^krw/, 'KRW', 0],
  [/^sgd/, 'SGD', 0],
  [/rou?ble/, 'RUB', 0],
  [/franc/, 'CHF', 0],
  [/norwegian/, 'NOK', 0],
  [/danish/, 'DKK', 0],
  [/kronor/, 'SEK', 0],
  [/ringgit|林吉特|令吉/, 'MYR', 0],
  [/dirham/, 'AED', 0],
  [/riyal/, 'SAR', 0],
  [/zloty/, 'PLN', 0],
  [/reais/, 'BRL', 0],
  [/baht/, 'THB', 0],
  [/rupiah/, 'IDR', 0],
  [/澳元/, 'AUD', 0],
  [/加元/, 'CAD', 0],
  [/新加坡元/, 'SGD', 0],
  [/yuan|renminbi|rmb|cny|元|块|人民币/, 'CNY', 0],
];

/** What words were found to mean; AFTER matches a few dozen. */
const currencies = new Map<string, (typeof CURRENCY_AFTER)[number]>();

/** The currency sign or code that leads up to an amount starting at `at`. */
export function currencyBefore(sentence: string, at: number): { currency: string; start: number } | null {
  const from = Math.max(0, at - 8);
  const match = BEFORE.exec(sentence.slice(from, at));
  const sign = match?.[1];
  const currency =
    sign === undefined
      ? undefined
      : (CURRENCY_BEFORE[sign] ?? (/^[a-z]{3}$/.test(sign) ? sign.toUpperCase() : undefined));
  return match && currency !== undefined ? { currency, start: from + match.index } : null;
}

/** The currency word that follows an amount ending at `at`, with the power of ten of its subunit (cents: -2). */
export function currencyAfter(
  sentence: string,
  at: number,
): { currency: string; end: number; exponent: number } | null {
  AFTER.lastIndex = at;
  const word = AFTER.exec(sentence)?.[1];
  if (word === undefined) return null;
  // 营收新台币1兆元,纯益5724亿元: said once for the sentence.
  if (word === '元' && /新台币|nt\$/.test(sentence.slice(0, at)) && !/人民币/.test(sentence))
    return { currency: 'TWD', end: AFTER.lastIndex, exponent: 0 };
  // 输入一块半美金、输出九块: the money named before.
  if (word === '块' && /美[金元]/.test(sentence.slice(0, at)) && !sentence.includes('人民币'))
    return { currency: 'USD', end: AFTER.lastIndex, exponent: 0 };
  let entry = currencies.get(word);
  if (!entry) {
    entry = CURRENCY_AFTER.find(([pattern]) => pattern.test(word));
    if (entry) currencies.set(word, entry);
  }
  return entry ? { currency: entry[1], end: AFTER.lastIndex, exponent: entry[2] } : null;
}

interface UnitMatch {
  readonly unit: Unit;
  readonly end: number;
  readonly exponent: number;
  readonly noun: readonly [number, number] | null;
}

const PERCENT = / ?(?:%|个百分点|percentage points?\b|per ?cent\b|pct\b|pp\b)(?:age)?/y;
const TOKENS =
  /(?: |-(?=tokens?\b))?(?:个)?(?:的)? ?(?:(?:daily|weekly|monthly|annual|total|input|output|combined|ai|inference|more|text|processed|api|llm|model|of|free|open-source|open-weight|prompt|reasoning|cached|billable|paid|openai|foundry|customer) ){0,3}(?:tokens?|词元)(?![a-z])(?! ?(?:额度|上下文|窗口|context))/y;
const CHIP_WORD =
  '(?:nvidia |amd |amazon |google |huawei |intel )?(?:(?:h|a|b|gb|l|v)\\d{2,3}s?|mi\\d{3}x?|trainium ?\\d?|inferentia ?\\d?|tpu ?v\\d\\w?|ascend(?: ?9\\d\\d?\\w*)?|910[bcd]|950pr|rtx ?\\d{4}|(?:grace )?blackwell(?: ultra)?|hopper|(?:vera )?rubin|昇腾 ?\\d*[bc]?)';
const CHIP_NOUN =
  'gpus?|tpus?|lpus?|xpus?|npus?|asics?|chips?|accelerators?|processors?|superchips?|dies|graphics cards?|graphics processing units?(?: \\(gpus?\\))?|(?:ai|neural|tensor) (?:processing units?|processors?)|accelerator cards?|ai cards?|gpu cards?|cards?';
const NOT_BETWEEN =
  '(?!(?:half|a|an|million|billion|and|or|to|for|in|on|with|per|from|by|that|which|who|than|at|as|is|are|was|were|will|people|users|customers|hours|days|months|years|developers|companies|percent)\\b|\\d+(?:\\.\\d+)?%)';
const CHIPS_EN = new RegExp(
  `(?: |-)(?:${NOT_BETWEEN}[a-z0-9.'/-]+ ){0,5}?(?<noun>${CHIP_NOUN})\\b(?!-|[ -]?hours?\\b)|(?: |-)(?:of (?:(?:the|its|their|(?:nvidia|amd|google|amazon|huawei|intel)['’]s) )?(?:(?:new|newer|newest|older|latest|upgraded|faster) )?)?(?<model>${CHIP_WORD}s?)(?:-equivalents?)?(?: units?)?(?![a-z0-9-])|(?<=[万亿千百+])(?<bare>[gtn]pus?)(?![a-z])`,
  'y',
);
const CHIPS_HAN = new RegExp(
  ` ?(?:多|余)? ?(?:张|片|颗|枚|块|个|卡|件|台(?= ?(?:${CHIP_WORD}(?![a-z0-9])|(?:(?:英伟达|nvidia|ai|高端) ?)?(?:gpu|tpu|加速[器卡])(?! ?(?:云|服务|主机|实例|工作站|机|节点)))))(?! ?(?:[\\u4e00-\\u9fff]{0,4}卫星|图[片像]|照片|海报|门票|机票|电池|屏幕|硬盘|土地|牌照))(?:(?!以[上下内]|左右) ?(?:[\\u4e00-\\u9fff]{0,4}?(?:[a-z0-9-]+ ?){0,4}|[\\u4e00-\\u9fff]{1,6}的 ?)(?:先进)?(?:国产)?(?:自研)?(?:ai|智能|算力|计算|训练|推理)?(?:gpu|tpu|npu|asic|芯片|加速卡|加速器|显卡|算力卡|计算卡|处理器|卡)| ?${CHIP_WORD}(?![a-z0-9]))?`,
  'y',
);
const WATTS =
  / ?-?((?:gw|mw|tw|kw|gigawatts?|megawatts?|kilowatts?|terawatts?)(?!h|时|小时|-hour| hours?|[a-z])|(?:吉瓦|兆瓦|千瓦|瓦)(?!时|小时|特?级))/y;
const WATT_EXPONENT: Readonly<Record<string, number>> = {
  gw: 9,
  gigawatt: 9,
  gigawatts: 9,
  吉瓦: 9,
  mw: 6,
  megawatt: 6,
  megawatts: 6,
  兆瓦: 6,
  tw: 12,
  terawatt: 12,
  terawatts: 12,
  kw: 3,
  kilowatt: 3,
  kilowatts: 3,
  千瓦: 3,
  瓦: 0,
};
const TIMES =
  / ?-?(?:x(?![a-z0-9])(?! ?(?:h|a|b|gb)\d)|×|倍|fold\b|times(?= (?:higher|more|as|the|larger|cheaper|faster|lower|greater|what|its|that|over|increase)\b))/y;
const OTHER =
  /[ -]?(?:gb|tb|pb|mb|kb|gib|tib|gbps|ms|km|nm|kg|cm|mm|fps|flops|pflops|eflops|exaflops|petaflops|teraflops|tflops|tops|hz|ghz|mhz|px|p|b-parameter|kwh|mwh|gwh|twh|g|°c|users?|people|hours?|days?|weeks?|months?|years?|yrs?|minutes?|mins?|seconds?|secs?|employees|customers|developers|companies|enterprises|models?|calls?|requests?|queries|downloads?|times|parameters?|params?|words?|characters?|square|acres|miles|meters|metres|feet|sites|regions|countries|cities|vcpus?|cpus?|cores?|nodes?|servers?|racks?|shares?|points?|basis|bps|members|subscribers|stores|credits?|lines|images?|videos?|btus?|barrels|tons?|tonnes|degrees|stars|pages?|documents?|percentile|dimensions?|layers|experts|steps|samples|questions|tasks|languages|visitors|visits|views|agents?|seats?|searches|prompts?|messages?|sessions|投票|次(?!于)|人(?!民币)|家|款|天|年|月|日|号|小时|分钟|秒|用户|岁|名(?!列)|位(?![居列])|项|种|台|核|条|公里|平方|亩|吨|度电?|千瓦时|参数|个月|个(?!tokens?|词元|百分点)|股|件|座|期|届|轮|代|级|维|层|步|字|行|页|篇|倍速|gb\/s)(?![a-z]|(?<=[a-z])\d)/y;

/** The unit that follows a number ending at `at`; null where nothing recognisable does. Money is `currencyAfter`. */
export function unitAfter(sentence: string, at: number): UnitMatch | null {
  // Most bare numbers end a clause or a bracket.
  if (at >= sentence.length || ',.;)(:"/'.includes(sentence[at] ?? '')) return null;
  PERCENT.lastIndex = at;
  const percent = PERCENT.exec(sentence)?.[0];
  if (percent !== undefined)
    return {
      unit: /point|点|pp/.test(percent) ? 'points' : 'percent',
      end: PERCENT.lastIndex,
      exponent: 0,
      noun: null,
    };
  TOKENS.lastIndex = at;
  if (TOKENS.test(sentence)) return { unit: 'tokens', end: TOKENS.lastIndex, exponent: 0, noun: null };
  WATTS.lastIndex = at;
  const watts = WATTS.exec(sentence)?.[1];
  if (watts !== undefined)
    return { unit: 'watts', end: WATTS.lastIndex, exponent: WATT_EXPONENT[watts] ?? 0, noun: null };
  TIMES.lastIndex = at;
  if (TIMES.test(sentence)) return { unit: 'times', end: TIMES.lastIndex, exponent: 0, noun: null };
  CHIPS_HAN.lastIndex = at;
  const han = CHIPS_HAN.exec(sentence)?.[0];
  if (han !== undefined && isHanChipCount(han)) {
    const noun = han.replace(/^ ?[多余]? ?[张片颗枚块个件台] ?/, '');
    return {
      unit: 'chips',
      end: CHIPS_HAN.lastIndex,
      exponent: 0,
      noun: noun === '' ? null : [CHIPS_HAN.lastIndex - noun.length, CHIPS_HAN.lastIndex],
    };
  }
  OTHER.lastIndex = at;
  if (OTHER.test(sentence)) return { unit: 'other', end: OTHER.lastIndex, exponent: 0, noun: null };
  CHIPS_EN.lastIndex = at;
  const chips = CHIPS_EN.exec(sentence);
  if (chips) {
    const lead = /^[ -](?:of )?/.exec(chips[0])?.[0].length ?? 0;
    return { unit: 'chips', end: CHIPS_EN.lastIndex, exponent: 0, noun: [at + lead, CHIPS_EN.lastIndex] };
  }
  return null;
}

const ENDS_IN_CHIP = new RegExp(`${CHIP_WORD}$`);

/** 个 counts anything, so it counts chips only with the noun; 张 片 颗 卡 may stand alone. */
const isHanChipCount = (text: string): boolean => {
  if (/[个件台]/.test(text)) return /gpu|tpu|npu|芯片|卡|器/.test(text) || ENDS_IN_CHIP.test(text);
  return /[张片颗枚块卡]/.test(text);
};
