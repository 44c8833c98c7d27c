import { firstOf, mayMatch, tester } from './may-match.ts';

/** Ways of buying and running, as the contract writes them, each with the words that name it. The first match wins. */
const MODES: readonly [string, RegExp][] = [
  ['dws_flex_start', /\bdws\b.{0,12}flex|flex[\s-]*start/i],
  ['dws_calendar', /\bdws\b.{0,12}calendar|calendar mode/i],
  [
    'off_peak',
    /off[\s-]?peak(?:[\s-](?:hours?|times?|periods?))?|discount(?:ed)?\s+(?:price|rate|period|hours?)\b.{0,20}\d{1,2}:\d{2}|\bidle (?:hours?|times?|periods?)\b|heures creuses|nebenzeit(?:en)?|horas valle|オフピーク|비피크|непиков[а-яё]*|(?:优惠|折扣|空闲)时段|(?:错峰|闲时|低谷|谷时|夜间)(?:时?段)?/i,
  ],
  [
    'peak',
    /\bpeak\b(?:[\s-](?:hours?|times?|periods?))?|\bbusy (?:hours?|times?|periods?)\b|heures (?:pleines|de pointe)|(?:haupt|spitzen)zeit(?:en)?|horas punta|ピーク|피크|пиков[а-яё]*|(?:高峰|峰时|忙时|繁忙时段)(?:时?段)?/i,
  ],
  [
    'low_latency',
    /\blow[\s-]latency (?:inference|mode|tier)\b|推理\s*\(?低(?:延迟|时延)|低(?:延迟|时延)(?:推理|模式)/i,
  ],
  ['batch', /\bbatch(?:es|ed|ing)?\b|\boffline inference\b|批量|批处理|离线推理/i],
  ['flex', /\bflex\b(?!\s*gpu)|^flexible$|\bflexible (?:tier|processing|inference|rate)/i],
  ['low_priority', /\blow[\s-]priority (?:vms?|machines?|nodes?|instances?)\b|\blow[\s-]priority$/i],
  [
    'priority',
    /\bpriority\b(?! (?:access|support|e-?mail|help|queue|routing to|customer)\b)|优先(?:推理|级|处理)?(?!于|用于|抵扣|扣|使用|消耗|支付|考虑|选择|支持)/i,
  ],
  // Set anew each day by what is asked for, and kept until one stops.
  ['dynamic', /\bdynamic (?:pric(?:es?|ing)|rates?)\b/i],
  [
    'spot',
    /\bspots?\b|preemptible|pre-emptible|interruptible|прерываем[а-яё]*|unterbrechbar[a-z]*|préemptible|preemptivel|interrumpible|抢占|竞价/i,
  ],
  // "Fine-tuning & inference rates" speaks of both.
  [
    'fine_tuned',
    /fine[\s-]?tune[ds]?\b|(?<!inference\s?(?:&|and|,|\/|\+)\s?)fine[\s-]?tuning(?!\s?(?:&|and|,|\/|\+)\s?(?:\w+ )?inference)|finetun|微调|精调/i,
  ],
  ['provisioned', /provisioned|\bptus?\b|预置吞吐|tpm保障包|专属算力/i],
  ['community', /\bcommunity\b(?:\s*cloud)?/i],
  ['secure', /\bsecure\s*cloud\b|^secure$/i],
  ['fast', /\bfast (?:mode|tier)\b|\bturbo mode\b|高速模式|极速模式/i],
  [
    'dedicated',
    /(?<!\d )\bdedicated\b(?! (?:static )?(?:ips?|ipv4|support|account|engineers?|managers?|slack)\b)|独占|专属(?:部署|实例)?/i,
  ],
  [
    'annual',
    /\b(?:billed|paid) (?:annually|yearly)\b|\bannual(?:ly)? (?:bill(?:ed|ing)|payments?)\b|按年付|\bpaiements? annuels?\b|\bpagos? anual(?:es)?\b|\bjährliche zahlung\b/i,
  ],
  [
    'standard',
    /\bon[\s-]?demand\b|\bstandard\b|pay[\s-]as[\s-]you[\s-]go|\bpaygo\b|serverless|real[\s-]?time(?! (?:api|voice|audio|models?)\b)|按(?:调用|使用|实际)?(?:用?量|时长|次数?|页数?|字符数?|张数?|分钟数?|小时数?)(?:后付费|付费|计费)|按量|按需|后付费|在线推理|实时推理|^推理服务$|(?:标准|常规|普通|正常|平)时段|标准/i,
  ],
];
const TERM =
  /(\d+|one|two|three|six|twelve|一|两|二|三|五|六)\s*[-\s]?\s*(?:(years?|yrs?|y|年)|(months?|mos?|mo|m(?![a-z])|个月|月)|(weeks?|周))(?![a-z])/i;
const COMMITTED =
  /\bcuds?\b|commit(?:ment|ted|s)?\b|\breserv(?:ed|ation|ations|e)\b|savings? plans?|预留|包年|包月|预付费?|上年期|\bterm\b|租期|\bup[\s-]?front\b|(?:months?|mo|years?|yrs?)[\s-]+pre-?paid\b/i;
const NUMBERS: Readonly<Record<string, string>> = {
  one: '1',
  six: '6',
  六: '6',
  twelve: '12',
  一: '1',
  two: '2',
  两: '2',
  二: '2',
  three: '3',
  三: '3',
  五: '5',
};

const firstNamed = firstOf(MODES.map(([, pattern]) => pattern));
const isCommitted = tester(COMMITTED);

/** The mode a folded label names; null where it names none. `term` says whether bare durations ("1 year") are commitments here. */
export function findMode(text: string, term = false): string | null {
  const committed = isCommitted(text) && !/no (?:\w+ ?)?commit|without commit|no upfront$|无需?承诺/i.test(text);
  if (committed || term) {
    const duration = TERM.exec(text);
    const number = duration?.[1]?.toLowerCase();
    const several = /\d\s*(?:weeks?|months?|years?|y|mo)?\s*(?:-|~|to|\+)\s*\d|\d\s*[a-z]+\+/i.test(text);
    if (duration !== null && number !== undefined && !several) {
      const count = NUMBERS[number] ?? number;
      if (duration[2] !== undefined) return `commit_${count}y`;
      if (duration[3] !== undefined)
        return count === '12' ? 'commit_1y' : count === '36' ? 'commit_3y' : `commit_${count}mo`;
    }
    if (/\b(?:annual|yearly|one-year)\b/i.test(text)) return 'commit_1y';
    if (committed || duration !== null) return 'reserved';
  }
  return MODES[firstNamed(text)]?.[0] ?? null;
}

const EVERY = [...MODES.map(([, pattern]) => pattern), COMMITTED, TERM].map((pattern) => ({
  mayHold: mayMatch(pattern),
  pattern: new RegExp(pattern.source, 'gi'),
}));

/** The words of a label that name a mode, taken out: what remains is of something else. */
export function withoutMode(text: string): string {
  let rest = text;
  for (const { mayHold, pattern } of EVERY) if (mayHold(rest)) rest = rest.replace(pattern, ' ');
  return rest;
}
