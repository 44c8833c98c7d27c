import { type CurrencyContext, findCurrency } from '../../normalise/currency.ts';
import { type Direction, type DirectionFound, findDirections } from '../../normalise/directions.ts';
import { fold } from '../../normalise/fold.ts';
import { spelledOut, unglued } from '../../normalise/in-and-out.ts';
import { mayMatch, tester } from '../../normalise/may-match.ts';
import { findMode, withoutMode } from '../../normalise/modes.ts';
import { periodIn } from '../../normalise/periods.ts';
import { regionIn } from '../../normalise/regions.ts';
import { asWritten } from '../../normalise/simplified.ts';
import { findTiers, isTierOnly, type TierFound } from '../../normalise/tiers.ts';
import { findUnit, type UnitPhrase, unitOnly } from '../../normalise/unit-phrase.ts';
import type { Dimension, Unit } from '../../normalise/units.ts';
import { isMeasure, isSum } from './decoys.ts';

/** What one label (a header, a row label, a tab, a few words beside an amount) says about the prices it stands for. */
interface Said {
  readonly directions: readonly Direction[];
  readonly unit: Unit | null;
  readonly currency: string | null;
  readonly mode: string | null;
  readonly tier: string | null;
  readonly region: string | null;
  /** Modality, resolution, cache kind and lifetime: what else tells two prices of one product apart. */
  readonly qualifiers: readonly string[];
  /** Says "price", "cost", "单价" or the like. */
  readonly priced: boolean;
  /** Says that bare numbers here are no prices: context windows, sizes, speeds, counts. */
  readonly measure: boolean;
  /** Says that money here is no price: credits, limits, totals, savings. */
  readonly sum: boolean;
  /** What is left when all of the above is taken out: a name, if anything. */
  readonly residue: string;
}

/** Words for "from" that say nothing but where prices start. */
// "Import from object storage" speaks of no price.
const FROM =
  'from(?! (?!just|only|about|around)[a-z]{3})|(?:bereits|schon) ab|ab(?= monatlich)|à partir de|a partire? d[aei]|vanaf';
/** Words for what is paid, where letters begin and end words. */
const PRICES =
  'prices?|pricing|priced|costs?|rates?|fees?|charges?|tarif[ae]?s?|tariff[ea]|preise?|kosten|prix|precios?|preços?|prezz[oi]|custos?|costi?|costos?|prij(?:s|zen)|pris(?:er)?|cen[ay]|koszty?|fiyat(?:ı|lar|ları)?|ücreti?';
const CYRILLIC_PRICES = 'цен[аы]|цін[аи]|стоимость|тариф[аыов]*';
const PRICED = new RegExp(
  String.raw`\b(?:${PRICES}|starting (?:at|from)|${FROM}|payg|overage)\b|${CYRILLIC_PRICES}|가격|요금|料金|价格?|费用|单价|定价|资费|刊例|计费标准|收费|消耗(?=\(元)`,
  'i',
);
const QUALIFIERS: readonly RegExp[] = [
  // "UTC 16:30-00:30": the hours of a price.
  /(?:(?:UTC|GMT)(?:[+-]\d{1,2}(?::\d{2})?)?|北京时间)?\s*(?<!\d)\d{1,2}:\d{2}\s*(?:-|~|to|至|到)\s*(?:次日|翌日)?\s*\d{1,2}:\d{2}(?!\d)(?:\s*(?:UTC|GMT|PT|ET|CET|JST)\b)?(?!\s*(?:excepted|excluded|除外|以外))/i,
  /\b(?:5|10|15|30|60)\s*-?\s*m(?:in(?:ute)?s?)?\b(?=.{0,12}cach)|\b(?:1|24)\s*-?\s*h(?:(?:ou)?rs?)?\b(?=.{0,12}cach)|(?<=\bcach\w{0,3} (?:creation|writes?)[ (,]{1,2})\d{1,2}\s?(?:m(?:in(?:ute)?s?)?|h(?:(?:ou)?rs?)?)\b/i,
  /显式|隐式|\bexplicit\b|\bimplicit\b/i,
  // "Output (including thinking)", "response and reasoning": the price is of both.
  /(?<!includ(?:es|ing)\s|incl\.?\s|含|包括)(?:(?:non-?|un)?thinking(?: mode)?|非思考(?:模式)?|思考(?:模式)?)|(?<!includ(?:es|ing)\s|incl\.?\s|\band\s|\w-)\breasoning\b|\bnon-reasoning\b/i,
  /\b(?:non-?)?(?:text|image|audio|video|speech)(?:\s*(?:\/|,|and|&)\s*(?:text|image|audio|video|speech))*\b|非?(?:文本|图片|图像|音频|视频|语音)(?:\s*[/、和]\s*(?:文本|图片|图像|音频|视频|语音))*/i,
  /\b(?:480|512|540|720|768|1080|1440|2160)p\b|\b(?:[248]|(?:0\.5|1)(?=k (?:resolution )?image\b))k\b(?!\s*(?:token|context|<|~))|\b\d{3,4}\s*[x×*]\s*\d{3,4}\b/i,
  /\b(?:hd|standard|premium|low|medium|high)(?:\s*quality)?\b(?=.*(?:image|quality|resolution|search))/i,
];
const FILLER = new RegExp(
  String.raw`(?<![\p{L}\d])\d{3,4}\s?[x×*]\s?\d{3,4}(?![\p{L}\d])|\b(?:${PRICES}|${FROM}|starting|at|per|in|of|for|the|and|or|each|to|with|by|on|usd|cny|rmb|eur|gbp|tokens?|toks?|mtok|text|image|images|audio|video|speech|thinking|including|includes?|incl|reasoning|non|base|list|model|models|usage|unit|units|only|all|approx|approximately|current|effective|regular|normal|default|hit|hits|miss|read|reads|write|writes|explicit|implicit|1m|1k|million|thousand|paid|tier|tiers|api|a|an|multimodal|regional|mode|hour|hourly|hr|month|monthly|year|duration|processed|generation)\b|${CYRILLIC_PRICES}|单价|价格|费用|定价|[计收付缴]费|支付|结算|订阅|刊例价?|目录价|токен\p{L}*|官网|标准|折后|优惠|原价|现价|元|美元|人民币|百万|千|万|每|按|模型|推理|服务|调用|折合|文本|图片|图像|音频|视频|语音|思维链|回答|非?思考|模式|含|包含|显式|隐式|缓存|命中|项|价|费|的|和|与|及|单位|计量|tokens?|(?<![\p{L}\d])\d[\d.,]*(?![\p{L}\d])|\b\d+[mh]\b|[\s.,:;()[\]{}/\\|*+&$¥€£%<>≤≥~"'“”‘’、，。：；（）【】·_-]`,
  'giu',
);

/** True for a folded text with a word for price, cost or charge in it. */
export const isPriced = tester(PRICED);
const qualifiers = QUALIFIERS.map((pattern) => ({ pattern, mayHold: mayMatch(pattern) }));

/** A reader of labels for one page: the same header stands over many cells, so answers are kept. */
export function labelReader(context: CurrencyContext): (text: string) => Label {
  const known = new Map<string, Label>();
  return (text) => {
    const cached = known.get(text);
    if (cached !== undefined) return cached;
    const label = new Label(new Reader(text, context));
    known.set(text, label);
    return label;
  };
}

/** "256 MB", "无视频输入": how much of it, or with what; neither a unit nor a name. */
const CONDITION =
  /^(?!1 ?[mgt])[\d.,]+ ?[mgt]i?b$|^(?:(?:不|无)?(?:包?含|带)|有|无)\p{Script=Han}{1,4}输入$|^with(?:out)? (?:an? )?\p{L}+ inputs?$/iu;

const isCondition = tester(CONDITION);

/** "Ab monatlich", "À partir de": where prices start. */
const STARTS = new RegExp(
  String.raw`(?<!\p{L})(?:${FROM}|ab|nur|nu|only|just|seulement|desde|sólo|apenas|da|solo|slechts|(?:już )?od|tylko|всего|от|från|fra)(?!\p{L})`,
  'giu',
);

/** What is said in a label is said early; a paragraph is no label. */
const LONGEST = 500;

/** Reads what a label says piece by piece, each when it is first asked for: of most labels a page wants to know one or two. */
class Reader implements Said {
  readonly text: string;
  readonly #written: string;
  readonly #context: CurrencyContext;
  #tiers: readonly TierFound[] | undefined;
  #rest: string | undefined;
  #condition: string | null | undefined;
  #phrase: UnitPhrase | null | undefined;
  #unit: Unit | null | undefined;
  #found: readonly DirectionFound[] | undefined;
  #directions: readonly Direction[] | undefined;
  #currency: string | null | undefined;
  #mode: string | null | undefined;
  #region: string | null | undefined;
  #qualifiers: readonly string[] | undefined;
  #priced: boolean | undefined;
  #measure: boolean | undefined;
  #sum: boolean | undefined;
  #residue: string | undefined;

  constructor(written: string, context: CurrencyContext) {
    this.#written = written;
    this.#context = context;
    this.text = unglued(spelledOut(fold(written.length > LONGEST ? written.slice(0, LONGEST) : written)));
  }

  get #isLong(): boolean {
    return this.text.length > 200;
  }

  get #ranges(): readonly TierFound[] {
    this.#tiers ??= this.#isLong ? [] : findTiers(this.text);
    return this.#tiers;
  }

  /** The text without its ranges. */
  get #left(): string {
    this.#rest ??= this.#ranges.reduceRight(
      (rest, tier) => `${rest.slice(0, tier.start)} | ${rest.slice(tier.end)}`,
      this.text,
    );
    return this.#rest;
  }

  get #given(): string | null {
    if (this.#condition === undefined)
      this.#condition = isCondition(this.text) ? asWritten(this.text, this.#written) : null;
    return this.#condition;
  }

  get #unitPhrase(): UnitPhrase | null {
    if (this.#phrase === undefined)
      this.#phrase = this.#given === null ? (findUnit(this.#left) ?? this.#period()) : null;
    return this.#phrase;
  }

  /** "Precio mensual", "Weekly" say what a price is for; "Daily requests" says what is counted. */
  #period(): UnitPhrase | null {
    const period = periodIn(this.#left);
    if (period === null || this.priced || period.rents) return period;
    const rest = this.#left.slice(0, period.start) + this.#left.slice(period.end);
    return /\p{L}{2}/u.test(rest.replaceAll(STARTS, ' ')) ? null : period;
  }

  get #ways(): readonly DirectionFound[] {
    this.#found ??= this.#tokensOf(findDirections(this.#left));
    return this.#found;
  }

  /** "Per output image", "Per image output", "Per second of output": which of them, and no tokens of it. */
  #tokensOf(found: readonly DirectionFound[]): readonly DirectionFound[] {
    if (found.length > 0 && TRAFFIC.test(this.#left) && !/tok/i.test(this.#left)) return [];
    const phrase = found.length === 0 ? null : this.#unitPhrase;
    if (phrase === null || (!PIECES.has(phrase.unit.dimension) && phrase.unit.dimension !== 'second')) return found;
    const isOfUnit = OF_UNIT.test(this.#left.slice(phrase.end));
    return found.filter((one) => one.start < phrase.start || (one.end > phrase.end && !isOfUnit));
  }

  get directions(): readonly Direction[] {
    this.#directions ??= this.#ways.map((one) => one.direction).filter((one, index, all) => all.indexOf(one) === index);
    return this.#directions;
  }

  get unit(): Unit | null {
    if (this.#unit === undefined)
      this.#unit = this.#unitPhrase?.unit ?? (this.priced ? bracketedUnit(this.#left) : null);
    return this.#unit;
  }

  get currency(): string | null {
    if (this.#currency === undefined) this.#currency = findCurrency(this.#left, this.#context);
    return this.#currency;
  }

  get mode(): string | null {
    if (this.#mode === undefined) this.#mode = findMode(this.#left);
    return this.#mode;
  }

  get tier(): string | null {
    return this.#ranges.length > 0
      ? this.#ranges.map((tier) => asWritten(tier.text, this.#written)).join(', ')
      : this.#given;
  }

  get region(): string | null {
    if (this.#region === undefined) this.#region = this.#isLong ? null : regionIn(this.text, this.#written);
    return this.#region;
  }

  get qualifiers(): readonly string[] {
    this.#qualifiers ??= this.#isLong
      ? []
      : qualifiers.flatMap(({ pattern, mayHold }) =>
          mayHold(this.text) ? said(pattern.exec(this.text)?.[0], this.#written) : [],
        );
    return this.#qualifiers;
  }

  get priced(): boolean {
    this.#priced ??= isPriced(this.text);
    return this.#priced;
  }

  get measure(): boolean {
    this.#measure ??= this.#ranges.length === 0 && isMeasure(this.#left);
    return this.#measure;
  }

  get sum(): boolean {
    this.#sum ??= isSum(this.#left);
    return this.#sum;
  }

  get residue(): string {
    this.#residue ??= this.region !== null || this.#given !== null ? '' : this.#name();
    return this.#residue;
  }

  #name(): string {
    const [phrase, ways] = [this.#unitPhrase, this.#ways];
    let left = this.#left;
    for (const one of [...ways].reverse()) left = `${left.slice(0, one.start)} ${left.slice(one.end)}`;
    if (phrase !== null && ways.length === 0) left = `${left.slice(0, phrase.start)} ${left.slice(phrase.end)}`;
    return (SIZED.test(this.text) ? left : withoutMode(left)).replaceAll(FILLER, ' ').replaceAll(/\s+/g, ' ').trim();
  }
}

/** "Tráfico de salida", "Traffico in uscita": what goes out of a network, and no tokens. */
const TRAFFIC = /\btraff?i[ck]\b|\btráf(?:ico|ego)\b|\btraffico\b|\bdatenverkehr\b|трафик|流量|트래픽/i;
/** "standard-2": the name of a size of machine. */
const SIZED = /^standard[-_.]\w*\d\w*$/;
const OF_UNIT = /^ (?:of )?(?:output|generated)(?: (?:video|audio|image)s?)?$/i;
const PIECES: ReadonlySet<Dimension> = new Set(['image', 'video', 'page']);

/** What a label says, or is taken to say where its place tells more: see `with`. */
export class Label implements Said {
  readonly text: string;
  readonly #read: Reader;
  readonly #known: Partial<Said>;
  #vocabulary: boolean | undefined;

  constructor(read: Reader, known: Partial<Said> = {}) {
    this.text = read.text;
    this.#read = read;
    this.#known = known;
  }

  /** The same label, some of it known better. A copy by spreading would be empty. */
  with(known: Partial<Said>): Label {
    return new Label(this.#read, { ...this.#known, ...known });
  }

  get directions(): readonly Direction[] {
    return this.#known.directions ?? this.#read.directions;
  }

  get unit(): Unit | null {
    return this.#known.unit === undefined ? this.#read.unit : this.#known.unit;
  }

  get currency(): string | null {
    return this.#known.currency === undefined ? this.#read.currency : this.#known.currency;
  }

  get mode(): string | null {
    return this.#known.mode === undefined ? this.#read.mode : this.#known.mode;
  }

  get tier(): string | null {
    return this.#known.tier === undefined ? this.#read.tier : this.#known.tier;
  }

  get region(): string | null {
    return this.#known.region === undefined ? this.#read.region : this.#known.region;
  }

  get qualifiers(): readonly string[] {
    return this.#known.qualifiers ?? this.#read.qualifiers;
  }

  get priced(): boolean {
    return this.#known.priced ?? this.#read.priced;
  }

  get measure(): boolean {
    return this.#known.measure ?? this.#read.measure;
  }

  get sum(): boolean {
    return this.#known.sum ?? this.#read.sum;
  }

  get residue(): string {
    return this.#known.residue ?? this.#read.residue;
  }

  /** True where it is all vocabulary: it says what kind of price stands here, and names no product. */
  get isVocabulary(): boolean {
    this.#vocabulary ??= this.text !== '' && this.#saysKind() && this.residue.length <= 1;
    return this.#vocabulary;
  }

  #saysKind(): boolean {
    return (
      this.directions.length > 0 ||
      this.priced ||
      this.unit !== null ||
      this.mode !== null ||
      this.tier !== null ||
      this.region !== null ||
      this.currency !== null ||
      isTierOnly(this.text)
    );
  }
}

const said = (words: string | undefined, written: string): string[] =>
  words === undefined ? [] : [asWritten(words, written)];

/** "Price (hour)", "定价(小时)": what a price is for, in brackets behind the word. */
function bracketedUnit(text: string): Unit | null {
  const written = /\(([^()\d]{1,12})\)$/.exec(text)?.[1];
  const unit = written === undefined ? null : unitOnly(written);
  return unit?.count === 1 && unit.dimension !== 'gb' ? unit : null;
}
