import { finder } from './may-match.ts';
import { remembered } from './remembered.ts';
import { NOUNS, OF_EACH } from './unit-nouns.ts';
import { combine, type NounKind, type Unit } from './units.ts';

/** A unit found in a text: where it stands and what its adjectives say ("per 1M input tokens"). */
export interface UnitPhrase {
  readonly unit: Unit;
  readonly start: number;
  readonly end: number;
  /** Words between count and noun, and the noun: they may name a direction or a modality. */
  readonly words: string;
  /** True where the noun was left out: "$0.15/M". */
  readonly implied: boolean;
}

const SCALES: Readonly<Record<string, number>> = {
  hundred: 100,
  百: 100,
  k: 1000,
  thousand: 1000,
  千: 1000,
  万: 10_000,
  十万: 100_000,
  m: 1_000_000,
  mm: 1_000_000,
  mn: 1_000_000,
  mil: 1_000_000,
  million: 1_000_000,
  百万: 1_000_000,
  千万: 10_000_000,
  亿: 100_000_000,
  b: 1_000_000_000,
  billion: 1_000_000_000,
  mio: 1_000_000,
  millionen: 1_000_000,
  millions: 1_000_000,
  millones: 1_000_000,
  millón: 1_000_000,
  milhão: 1_000_000,
  milhões: 1_000_000,
  milione: 1_000_000,
  milioni: 1_000_000,
  miljoen: 1_000_000,
  млн: 1_000_000,
  тыс: 1000,
  тысяч: 1000,
  тысячу: 1000,
  тысячи: 1000,
  миллион: 1_000_000,
  миллиона: 1_000_000,
  миллионов: 1_000_000,
  백만: 1_000_000,
  십만: 100_000,
  천만: 10_000_000,
  만: 10_000,
  억: 100_000_000,
  mln: 1_000_000,
  miljon: 1_000_000,
  miljoner: 1_000_000,
  millioner: 1_000_000,
  milyon: 1_000_000,
  triệu: 1_000_000,
  nghìn: 1000,
  juta: 1_000_000,
  ribu: 1000,
  천: 1000,
  十亿: 1_000_000_000,
};

const NOUN = new RegExp(`[\\s-]*(?:${NOUNS.map(([, source]) => `(${source})`).join('|')})`, 'iy');

const COUNT =
  /\s*(\d{1,3}(?:[. ]000)+\b|\d[\d,]*(?:\.\d+)?(?!\d*(?:\s*(?:[x×]|by)\s*\d|[-\s]step\b)))?\s*-?\s*一?(百万|千万|十万|十亿|[百千万亿]|백만|천만|십만|[천만억]|млн|тыс(?:яч[уи]?)?|миллион(?:ов|а)?|(?:thousand|millionen|millions|millones|millón|milhão|milhões|milion[ei]|miljoen|miljon(?:er)?|millioner|milyon|triệu|nghìn|juta|ribu|million|billion|hundred|mio|mil|mln|mn|mm|[kmb])(?=[^a-zà-ɏ]|$|tok|char|(?<=\/\s?m)t(?![a-z])))?(?:(?<=mio|тыс|млн)\.)?/iy;
/** "4K image", "1K/2K image", "0.5K resolution image": how large it is. */
const RESOLUTION =
  /\s*(?:(?:[1248]k\s*\/\s*)+[1248]k|0?\.5k|[1248]k|512\s?px)(?:[\s-]resolution)?(?=\s+(?:image|video)\b(?!\s+[a-z]))/iy;
const INTRODUCER = new RegExp(
  String.raw`\s*(?:\/\s*(?:per\b)?|per\b|p\s?\/(?=\s?(?:h(?:ou)?r?|min|mo|month)\b)|每(?!月|日|天|年|周)|for every\b|an?\b(?=\s+(?:month|hour|year|minute|image|gpu|second))|${OF_EACH})\s*(?:(?:extra|additional|further)\s+)?`,
  'iy',
);
const JOINER =
  /\s+(?:of\s+(?:[a-z]{4,10}\s+)?)?(?:storage|data|ram|memory|disk)(?:\s+capacity)?\s+(?:per|\/)\s*|\s*(?:\/|(?:,\s*(?=per\s+(?:hour|month|year|day)))?per\b|\b(?:par|pro|je|por|al|cada)\b|(?<![а-яё])[вз]а?(?=\s)|每|[-·*×⋅]|\bof\b|\bx\b)\s*|\s+(?:and\s+)?(?=(?:hours?|hrs?|hr|months?|seconds?)\b)|\s+(?:und|et|e|y|en|i|и|and)\s+(?:pro|je|par|por|per|cada|за|в)\s+|\s+(?:und|et|e|y)\s+(?=(?:monat|stunde|mois|mes|mês|mese|heure|hora|30 (?:tage?|days|jours|días|dias))\b)|(?=小时|時間|时(?!长|间)|月|年|卡|钟头)/iy;
const ADJECTIVE =
  /[\s-]*(?:\d+\s*(?:[x×]|by)\s*\d+(?:px)?|\d+[\s-]step(?=\s+image)|input|output|cached?|uncached|prompt|completion|generated|text|ai|audio|video|image(?!s?\s*(?:$|[^a-z\s]|per\b))|speech|reasoning|training|trained|combined|total|processed|billed|billable|api|web|active|compute|transcribed|transcription|recorded|rendered|grounded|grounding|prediction|successful|standard|cache|creation|refresh|write|read|hit|\d{1,2}[\s-]?(?:m|min(?:ute)?s?|h|hours?)(?=[\s-](?:cache|inputs?|writes?|tok(?:en)?s?)\b)|eingabe|ausgabe|of|de|the|english|extra|additional|further|di)(?![a-z])|[\s-]*d['’](?=[a-zà-ɏ])|[\s-]*(?:входн|выходн|входящ|исходящ|текстов|к[еэ]широван|обработанн|сгенерированн)[а-яё]*|[\s-]*(?:输入|输出|缓存|写入|命中|读取|创建|文本|音频|语音|视频(?=[秒分])|调用|个|字节?符)/iy;

const MTOK = /\s*m(?=tok)/iy;
const TELLING = /\s*(?!(?:usd|eur|gbp|cny|and|or|to|with|for|on|if|the)\b)[a-z]{3,14}(?=\s+[a-z])/iy;
const TOLD_APART: ReadonlySet<NounKind> = new Set(['request', 'gb', 'tb', 'image', 'minute', 'second', 'page']);

const at = (pattern: RegExp, text: string, position: number): RegExpExecArray | null => {
  pattern.lastIndex = position;
  return pattern.exec(text);
};

function kindOf(match: RegExpExecArray): NounKind {
  const index = NOUNS.findIndex((_, position) => match[position + 1] !== undefined);
  return NOUNS[index]?.[0] ?? 'other';
}

/** Reads "[count] [scale] [adjectives] noun [/ noun]" at a position; null where none stands there. */
export function unitAt(text: string, position: number, introduced: boolean): UnitPhrase | null {
  const resolution = at(RESOLUTION, text, position);
  const count = resolution === null ? at(COUNT, text, position) : null;
  let end = position + (resolution ?? count ?? [''])[0].length;
  const number = count?.[1] === undefined ? 1 : Number(count[1].replaceAll(/,|[. ](?=000\b)/g, ''));
  let scaled = count?.[2] === undefined ? 1 : (SCALES[count[2].toLowerCase()] ?? 1);
  const counted = count?.[1] !== undefined || count?.[2] !== undefined;
  let words = '';
  let noun = at(NOUN, text, end);
  for (let more = 0; noun === null && more < 5; more++) {
    const adjective = at(ADJECTIVE, text, end);
    if (adjective === null || adjective[0] === '') break;
    words += adjective[0];
    end += adjective[0].length;
    noun = at(NOUN, text, end);
    // "/ input MTok": the way before the count.
    const scale = noun === null && !counted ? at(MTOK, text, end) : null;
    if (scale !== null) {
      scaled = 1_000_000;
      end += scale[0].length;
      noun = at(NOUN, text, end);
    }
  }
  // "per logical GiB", "per fork request": one word more that tells which.
  if (noun === null && introduced && !isInName(text, position)) {
    const word = at(TELLING, text, end);
    const next = word === null ? null : at(NOUN, text, end + word[0].length);
    if (word !== null && next !== null && TOLD_APART.has(kindOf(next))) {
      words += word[0];
      end += word[0].length;
      noun = next;
    }
  }
  // A noun may itself be an adjective of the next one: "image tokens", "video second", "image MP".
  if (noun !== null) {
    const next = at(NOUN, text, end + noun[0].length);
    if (
      next !== null &&
      /^\s/.test(next[0]) &&
      /^(?:image|video|word|page)$/.test(kindOf(noun)) &&
      /^(?:token|second|minute|megapixel)$/.test(kindOf(next))
    ) {
      words += noun[0];
      end += noun[0].length;
      noun = next;
    }
  }
  if (noun === null) return withoutNoun(text, position, end, { number, scaled, counted, introduced, words });
  const first = kindOf(noun);
  // "30 days" of a bill are its month.
  const days = first === 'day' && (number === 30 || number === 31) && scaled === 1;
  const kinds: NounKind[] = [days ? 'month' : first];
  words += noun[0];
  end += noun[0].length;
  for (let more = 0; more < 3; more++) {
    const joiner = at(JOINER, text, end);
    if (joiner === null) break;
    // "GPU / 1 hour" counts once; "month/24" is a quotient, not a unit.
    const after = at(
      /\s*(?:1|3[01](?=[\s-]*(?:days?|tage?n?|jours|d[ií]as)\b))(?=[\s-]*[a-z])|/iy,
      text,
      end + joiner[0].length,
    );
    const next = at(NOUN, text, end + joiner[0].length + (after?.[0].length ?? 0));
    if (next === null) break;
    kinds.push(/3/.test(after?.[0] ?? '') ? 'month' : kindOf(next));
    words += ` ${next[0]}`;
    end += joiner[0].length + (after?.[0].length ?? 0) + next[0].length;
  }
  return {
    unit: combine(kinds, days ? 1 : number * scaled, words.trim().toLowerCase()),
    start: position,
    end,
    words,
    implied: false,
  };
}

interface Parsed {
  readonly number: number;
  readonly scaled: number;
  readonly counted: boolean;
  readonly introduced: boolean;
  readonly words: string;
}

/** "vendor/model-2/fast": the strokes of a name make no rate. */
const isInName = (text: string, position: number): boolean =>
  text[position - 1] === '/' && IN_NAME.test(text.slice(Math.max(0, position - 40), position));
const IN_NAME = /[a-z][\w.-]*(?:[\d.-]|\/[\w.-]+)\/$/i;

/** "$ / step", "price per step"; the slash of "vendor/model" makes no rate. */
const RATE = /(?:(?:^|[\s$¥€£元\d)])\/|\bper)\s*$/i;

/** Up to three words, and the time they are rented for. */
const RENTED =
  /\s*(?!(?:usd|eur|gbp|cny|and|or)\b)([a-z][a-z\d-]*[a-z\d](?:\s(?!per\b)[a-z][a-z\d-]*){0,2})\s*(?:[/-]|\bper\b)\s*(?:(months?|mo|月)|(years?|yr|年)|(?:hours?|hr|小时))(?![a-z])/iy;
/** An hour of what nobody knows is no hour of a machine. */
const dimensionOf = ([, , month, year]: RegExpExecArray): 'month' | 'year' | 'other' =>
  month !== undefined ? 'month' : year !== undefined ? 'year' : 'other';

/** "/M", "/1K": tokens are meant. "per 1,000 Neurons", "/ container": counted, whatever it is. */
function withoutNoun(text: string, position: number, end: number, parsed: Parsed): UnitPhrase | null {
  if (!parsed.introduced) return null;
  const count = parsed.number * parsed.scaled;
  // "/ Mbps / month", "per IPv4 address per month": by the month, whatever is rented.
  const rented = parsed.counted ? null : at(RENTED, text, end);
  if (rented !== null)
    return {
      unit: { dimension: dimensionOf(rented), count: 1, noun: (rented[1] ?? '').toLowerCase() },
      start: position,
      end: end + rented[0].length,
      words: parsed.words + rented[0],
      implied: false,
    };
  const word = at(
    /\s*(?!(?:usd|eur|gbp|cny|and|or|in|out|to|with|for|on|if|model|account|region|the|plus|free|billed|of|at|by|an?|is|as|costs?|prices?|rates?|fees?|charges?)\b)([a-z][a-z-]+)(?![a-z\d./])((?:\s+[a-z]+)?)/iy,
    text,
    end,
  );
  if (
    word !== null &&
    ((word[1] ?? '').length > 2 || count >= 1000) &&
    !isInName(text, position) &&
    (parsed.counted || RATE.test(text.slice(Math.max(0, position - 7), position)))
  ) {
    const noun = (word[1] ?? '').toLowerCase();
    return {
      unit: { dimension: 'other', count, noun },
      start: position,
      end: end + word[0].length,
      words: parsed.words + word[0],
      implied: false,
    };
  }
  const named = at(/\s*(?!(?:元|美元|美金|港元|欧元|日元|万元)(?:$|[^一-龥]))([一-龥]{1,4})(?=$|[^一-龥])/y, text, end);
  if (
    named !== null &&
    /[/每]\s*$/.test(
      text
        .slice(Math.max(0, position - 3), position + 1)
        .trimEnd()
        .slice(0, 3),
    )
  ) {
    return {
      unit: { dimension: 'other', count, noun: named[1] ?? '' },
      start: position,
      end: end + named[0].length,
      words: parsed.words + named[0],
      implied: false,
    };
  }
  // "99 元/个": each of what is named.
  if (parsed.words.trim() === '个' && at(/\s*(?=$|[^\p{L}\d\s])/uy, text, end) !== null)
    return {
      unit: { dimension: 'other', count, noun: '个' },
      start: position,
      end,
      words: parsed.words,
      implied: false,
    };
  // "per 10,000" at the end: of what, the words around it say.
  if (
    (parsed.scaled >= 1000 || PLAIN_THOUSANDS.has(parsed.number)) &&
    at(/(?!元)\s*(?:$|[^a-z0-9\s]|\s[^a-z0-9]|\s*\b(?:for|on|with|after|above|beyond|if|when)\b)/iy, text, end) !== null
  ) {
    return {
      unit: { dimension: 'token', count, noun: 'token' },
      start: position,
      end,
      words: parsed.words,
      implied: true,
    };
  }
  return null;
}

/** The unit phrase that follows an amount: "/ 1M tokens", "per GPU per hour", "(per image)", "1M tokens". */
export function unitAfter(text: string, position: number): UnitPhrase | null {
  if (position >= text.length) return null;
  const lead = at(
    /[\s*)\]]*(?:\+(?=\s*(?:\/|per\b)))?[（(:]?\s*(?:USD|EUR|CNY|HT|TTC|(?:excl?\.?|exkl\.?|incl\.?|inkl\.?|zzgl\.?|plus|\+)\s*(?:VAT|tax|GST|MwSt\.?|USt\.?)\s*\)?|\+\s*[a-z]+(?:\s[a-z]+)?(?=\s*\/))?\s*(?:(?:(?:if|when)\s+)?(?:billed|charged)\s+|起\s*)?/iy,
    text,
    position,
  );
  const from = position + (lead?.[0].length ?? 0);
  const introducer = at(INTRODUCER, text, from);
  if (introducer !== null && introducer[0] !== '') {
    const phrase = unitAt(text, from + introducer[0].length, true);
    return phrase === null ? null : { ...phrase, start: from };
  }
  const bare = at(
    /\s*(?:1\s*)?(?:m(?:illion)?|k|thousand|百万|千|1,000,000|1,000|1000)\s*(?:input |output )?(?:tok|char)/iy,
    text,
    from,
  );
  const clock = at(
    /\s*(?:hourly|monthly|yearly|annually|stündlich|monatlich|monatl|mtl|jährlich|maandelijks|每月|每年|每天)(?![a-zà-ɏ])/iy,
    text,
    from,
  );
  if (bare !== null || clock !== null) {
    const skipped = clock === null ? from : from + (at(/\s*每?/iy, text, from)?.[0].length ?? 0);
    const phrase = unitAt(text, skipped, false);
    return phrase === null ? null : { ...phrase, start: from };
  }
  return null;
}

const leadsIn = finder(/每|\bper\b/gi);

/** The unit phrase that leads up to an amount: "每百万输入 tokens 0.5 元", "per 1M tokens: $5". */
export function unitBefore(text: string, position: number): UnitPhrase | null {
  if (position === 0) return null;
  const lead = text.slice(Math.max(0, position - 48), position);
  for (const match of leadsIn(lead).reverse()) {
    const from = position - lead.length + match.index;
    const phrase = unitAt(text, from + match[0].length, true);
    if (
      phrase !== null &&
      !phrase.implied &&
      phrase.unit.noun !== '' &&
      /^[\s:：,，]*(?:的)?(?:价格|费用|单价)?(?:仅?为|是|仅需|only|costs?|is|at)?[\s:：]*$/i.test(
        text.slice(phrase.end, position),
      ) &&
      phrase.unit.dimension !== 'other'
    )
      return { ...phrase, start: from };
  }
  return null;
}

const PLAIN_THOUSANDS: ReadonlySet<number> = new Set([1000, 10_000, 100_000, 1_000_000]);
const PLAUSIBLE: ReadonlySet<number> = new Set([
  200_000, 250_000, 500_000, 1, 10, 100, 1000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000,
]);
/** Steps of a clock that speech is billed by: "per 15 seconds". */
const STEPS: ReadonlySet<number> = new Set([5, 6, 15, 20, 30, 60]);

/** True where somebody may well price by so many. */
const isPlausible = ({ count, dimension }: Unit): boolean =>
  PLAUSIBLE.has(count) || ((dimension === 'second' || dimension === 'minute') && STEPS.has(count));

const LABEL = new RegExp(
  String.raw`(\/|\bper\b|\beach\b|\ban?\b(?=\s+(?:hour|minute|month|year)\s*$)|每|\bfor every\b|${OF_EACH})\s*|(?=\b1\s?(?:m|k|million|thousand)\b|\b1,000(?:,000)?\b|\b1000(?:000)?\b|\bm?tok(?:en)?s?\b|\b(?:million|thousand)\s|百万|千(?:个)?\s*(?:token|字)|万(?:字|次)|\bgpus?[\s-]*(?:per\b|\/)?\s*h(?:ou)?r?s?\b|\bhourly\b|\bmonthly\b|\byearly\b|\b(?:stündlich|stdl|monatlich|monatl|mtl|maandelijks)(?![a-zà-ɏ])|(?<![a-zà-ɏ])jährl(?:ich)?(?![a-zà-ɏ])|卡时|\b(?:gb|gib|tb|tib|go)\s*(?:[-/·]|\bper\b)\s*(?:month|mo|mese|monat|mois|mes|mês|maand|miesiąc)\b)`,
  'gi',
);
const introducedIn = finder(LABEL);

/** "heron-labs / Orca Image Edit": who made it, and what. */
const MAKER_AND_MODEL =
  /^(?!(?:unit|list|base|total|input|output|cached|monthly|hourly|prices?|pricing|costs?|rates?|fees?|amount|usd|eur|gbp|cny)\b)\p{L}[\p{L}\d.-]{2,30} \/ \p{Lu}[\p{L}\d.]* [\p{L}\d]/u;

/** The unit a label speaks of: "Price per 1M tokens", "元/千Token", "Pricing (1M Tokens)", "Prix/h". */
export function findUnit(text: string): UnitPhrase | null {
  let best: UnitPhrase | null = null;
  let read = 0;
  for (const match of introducedIn(text)) {
    const introduced = match[1] !== undefined;
    const start = match.index;
    // "per GB per hour" is read whole; its hour is no unit of its own.
    if (start < read) continue;
    const from = start + match[0].length;
    // "tokens/s" and "tokens per minute" are speeds; "≤ 200K tokens" is a tier.
    if (
      /(?:billed|charged|metered|invoiced|rounded|计费粒度|按)\s*(?:\w+\s*)?$/i.test(
        text.slice(Math.max(0, start - 20), start),
      )
    )
      continue;
    if (/(?:tokens?|tok|reqs?|requests?|images?|calls?)\s*$/i.test(text.slice(Math.max(0, start - 9), start))) continue;
    if (!introduced && /[<>≤≥~\-\d.,[]\s*$|(?:to|up)\s*$/i.test(text.slice(Math.max(0, start - 4), start))) continue;
    if (introduced && MAKER_AND_MODEL.test(text)) continue;
    const phrase = unitAt(text, from, introduced);
    if (phrase === null || (!introduced && phrase.implied)) continue;
    if (!introduced && phrase.unit.dimension === 'token' && phrase.unit.count === 1) continue;
    if (phrase.unit.dimension === 'other' && phrase.unit.noun !== '' && !introduced) continue;
    if (!isPlausible(phrase.unit)) continue;
    const found = { ...(phrase.implied ? meant(phrase, text) : phrase), start };
    read = phrase.end;
    if (best === null || rank(found) > rank(best)) best = found;
  }
  return best ?? postposed(text);
}

/** "1時間あたり", "100万トークンあたり": a header of nothing else. */
function postposed(text: string): UnitPhrase | null {
  const particle = /(?:あたり|当たり|につき|당)(?=$|[^\p{L}]|料金|요금|の)/u.exec(text);
  if (particle === null) return null;
  const before = text.slice(0, particle.index);
  // "토큰(1K당)": the noun stands before the count.
  const counted = unitAt(before, /\d/.exec(text)?.index ?? 0, /\d[km천만]$/i.test(before));
  if (counted === null || counted.end !== particle.index || !isPlausible(counted.unit)) return null;
  return { ...counted, end: particle.index + particle[0].length };
}

/** "Search queries ($/1K)" counts queries: tokens are meant only where nothing else is named. Nobody sells pictures by the million. */
export function meant(phrase: UnitPhrase, text: string): UnitPhrase {
  // "Read units", as "per million read units": what a request uses up, and some use several.
  if (OTHER_COUNTS.test(text))
    return { ...phrase, unit: { ...phrase.unit, dimension: 'other', noun: 'units' }, implied: false };
  const dimension =
    /quer|search|request|\b(?:calls?|ops|operations?|transactions?|invocations?|executions?|lookups?)\b|次/i.test(text)
      ? 'request'
      : phrase.unit.count < 1_000_000 && /\bimages?\b|图|张/i.test(text)
        ? 'image'
        : /\bpages?\b|页/i.test(text)
          ? 'page'
          : /char|字符/i.test(text)
            ? 'character'
            : null;
  return dimension === null
    ? phrase
    : { ...phrase, unit: { ...phrase.unit, dimension, noun: dimension }, implied: false };
}

/** "Read units", "Vector dimensions", "Rows written". */
const OTHER_COUNTS =
  /\b(?:(?:read|write|compute) units?|dimensions|vectors|rows|events|records|data points|messages|spans|traces)\b/i;

/** A counted token unit says more than "per month"; an unknown noun says least. */
function rank(phrase: UnitPhrase): number {
  if (phrase.unit.dimension === 'other') return 0;
  // "Pay per token. All prices per million tokens."
  const isSingle = phrase.unit.dimension === 'token' && phrase.unit.count === 1;
  return phrase.implied || isSingle ? 1 : 2;
}

/** The unit a whole cell states ("1M tokens", "百万tokens", "GPU-hour", "张"); null where it says more than that. */
export const unitOnly = remembered((text: string): Unit | null => {
  const bare = text
    .replace(/^\s*(?:usd|cny|rmb|eur|jpy|krw|inr|[$¥€£₩₹元円원])?\s*(?:\/|per\b|每|each\b)?\s*/i, '')
    .replace(/[\s*.。)]+$/, '');
  if (bare === '') return null;
  const phrase = unitAt(bare, 0, true);
  if (phrase === null || phrase.end < bare.length || !isPlausible(phrase.unit)) return null;
  // "40 GB" is a size.
  if (phrase.unit.dimension === 'gb' && /\d/.test(bare)) return null;
  return phrase.unit.dimension === 'other' && !/^\d|\//.test(text) && !OF_TWO.test(phrase.unit.noun)
    ? null
    : phrase.unit;
});
/** "Gigabyte storage per hour", "OCPU hour": of something in a time. */
const OF_TWO =
  /^megapixel$|^(?:[mgt]i?b|(?:mega|giga|tera|gibi)bytes?|[voe]?cpus?|cores?)\b.*\b(?:hours?|hrs?|days?|minutes?|seconds?)$/;
