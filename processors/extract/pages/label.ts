import { type CurrencyContext, findCurrency } from '../../normalise/currency.ts';
import { type Direction, findDirections } from '../../normalise/directions.ts';
import { fold } from '../../normalise/fold.ts';
import { mayMatch, tester } from '../../normalise/may-match.ts';
import { findMode, withoutMode } from '../../normalise/modes.ts';
import { bareRegion, isRegionOnly } from '../../normalise/regions.ts';
import { asWritten } from '../../normalise/simplified.ts';
import { findTiers, isTierOnly } from '../../normalise/tiers.ts';
import { findUnit, unitOnly } from '../../normalise/unit-phrase.ts';
import type { Unit } from '../../normalise/units.ts';
import { isMeasure, isSum } from './decoys.ts';

/** What one label (a header, a row label, a tab, a few words beside an amount) says about the prices it stands for. */
export interface Label {
  readonly text: string;
  readonly directions: readonly Direction[];
  readonly unit: Unit | null;
  /** Words of the unit: "per M input tokens" names a direction too. */
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

const PRICED =
  /\b(?:price|prices|pricing|priced|cost|costs|rate|rates|fee|fees|charge|charges|starting (?:at|from)|from|payg|tarif[ae]?s?|tariff[ea]|preise?|kosten|prix|precios?|preços?|prezz[oi]|custos?|costi?|costos?|prij(?:s|zen)|pris(?:er)?|cen[ay]|koszty?|fiyat(?:ı|lar|ları)?|ücreti?|overage)\b|цен[аы]|цін[аи]|стоимость|тариф[аыов]*|가격|요금|料金|价格?|费用|单价|定价|资费|刊例|计费标准|收费/i;
const QUALIFIERS: readonly RegExp[] = [
  // "UTC 16:30-00:30": the hours of a price.
  /(?:(?:UTC|GMT)(?:[+-]\d{1,2}(?::\d{2})?)?|北京时间)?\s*(?<!\d)\d{1,2}:\d{2}\s*(?:-|~|to|至|到)\s*(?:次日|翌日)?\s*\d{1,2}:\d{2}(?!\d)(?:\s*(?:UTC|GMT|PT|ET|CET|JST)\b)?(?!\s*(?:excepted|excluded|除外|以外))/i,
  /\b(?:5|10|15|30|60)\s*-?\s*m(?:in(?:ute)?s?)?\b(?=.{0,12}cach)|\b(?:1|24)\s*-?\s*h(?:(?:ou)?rs?)?\b(?=.{0,12}cach)/i,
  /显式|隐式|\bexplicit\b|\bimplicit\b/i,
  // "Output (including thinking)", "response and reasoning": the price is of both.
  /(?<!includ(?:es|ing)\s|incl\.?\s|含|包括)(?:(?:non-?|un)?thinking(?: mode)?|非思考(?:模式)?|思考(?:模式)?)|(?<!includ(?:es|ing)\s|incl\.?\s|\band\s|\w-)\breasoning\b|\bnon-reasoning\b/i,
  /\b(?:text|image|audio|video|speech)(?:\s*(?:\/|,|and|&)\s*(?:text|image|audio|video|speech))*\b|(?:文本|图片|图像|音频|视频|语音)(?:\s*[/、和]\s*(?:文本|图片|图像|音频|视频|语音))*/i,
  /\b(?:480|512|540|720|768|1080|1440|2160)p\b|\b[248]k\b(?!\s*(?:token|context|<|~))|\b\d{3,4}\s*[x×*]\s*\d{3,4}\b/i,
  /\b(?:hd|standard|premium|low|medium|high)(?:\s*quality)?\b(?=.*(?:image|quality|resolution|search))/i,
];
const FILLER =
  /\b(?:price|prices|pricing|priced|cost|costs|rate|rates|fee|fees|charges?|starting|from|at|per|in|of|for|the|and|or|each|to|with|by|on|usd|cny|rmb|eur|gbp|tokens?|toks?|mtok|text|image|images|audio|video|speech|thinking|including|includes?|incl|reasoning|non|base|list|model|models|usage|unit|units|only|all|approx|approximately|current|effective|regular|normal|default|hit|hits|miss|read|reads|write|writes|explicit|implicit|1m|1k|million|thousand|paid|tier|tiers|api|a|an|multimodal|regional|mode|hour|hourly|hr|month|monthly|year|duration|processed|generation|tarif[ae]?s?|tariff[ea]|preise?|kosten|prix|precios?|preços?|prezz[oi]|custos?|costi?|costos?|prij(?:s|zen)|pris(?:er)?|cen[ay]|koszty?|fiyat(?:ı|lar|ları)?|ücreti?)\b|цен[аы]|цін[аи]|стоимость|тариф[аыов]*|单价|价格|费用|定价|计费|收费|刊例价?|目录价|токен\p{L}*|官网|标准|折后|优惠|原价|现价|元|美元|人民币|百万|千|万|每|按|模型|推理|服务|调用|折合|文本|图片|图像|音频|视频|语音|思维链|回答|非?思考|模式|含|包含|显式|隐式|缓存|命中|项|价|费|的|和|与|及|单位|计量|tokens?|(?<![\p{L}\d])\d[\d.,]*(?![\p{L}\d])|\b\d+[mh]\b|[\s.,:;()[\]{}/\\|*+&$¥€£%<>≤≥~"'“”‘’、，。：；（）【】·_-]/giu;

const isPriced = tester(PRICED);
const qualifiers = QUALIFIERS.map((pattern) => ({ pattern, mayHold: mayMatch(pattern) }));

/** A reader of labels for one page: the same header stands over many cells, so answers are kept. */
export function labelReader(context: CurrencyContext): (text: string) => Label {
  const known = new Map<string, Label>();
  return (text) => {
    const cached = known.get(text);
    if (cached !== undefined) return cached;
    const label = readLabel(text, context);
    known.set(text, label);
    return label;
  };
}

/** "256 MB", "无视频输入": how much of it, or with what; neither a unit nor a name. */
const CONDITION =
  /^(?!1 ?[mgt])[\d.,]+ ?[mgt]i?b$|^(?:(?:不|无)?(?:包?含|带)|有|无)\p{Script=Han}{1,4}输入$|^with(?:out)? (?:an? )?\p{L}+ inputs?$/iu;

const isCondition = tester(CONDITION);

/** What is said in a label is said early; a paragraph is no label. */
const LONGEST = 500;

export function readLabel(written: string, context: CurrencyContext): Label {
  const text = fold(written.length > LONGEST ? written.slice(0, LONGEST) : written);
  const long = text.length > 200;
  const tiers = long ? [] : findTiers(text);
  let rest = text;
  for (const tier of [...tiers].reverse()) rest = `${rest.slice(0, tier.start)} | ${rest.slice(tier.end)}`;
  const condition = isCondition(text) ? asWritten(text, written) : null;
  const phrase = condition === null ? findUnit(rest) : null;
  const priced = isPriced(text);
  const unit = phrase?.unit ?? (priced ? bracketedUnit(rest) : null);
  const found = findDirections(rest);
  const directions = found.map((one) => one.direction).filter((one, index, all) => all.indexOf(one) === index);
  const currency = findCurrency(rest, context);
  const mode = findMode(rest);
  const region = !long && isRegionOnly(text) ? bareRegion(written) : null;
  let left = rest;
  for (const one of [...found].reverse()) left = `${left.slice(0, one.start)} ${left.slice(one.end)}`;
  if (phrase !== null && found.length === 0) left = `${rest.slice(0, phrase.start)} ${rest.slice(phrase.end)}`;
  return {
    text,
    directions,
    unit,
    currency,
    mode,
    tier: tiers.length > 0 ? tiers.map((tier) => asWritten(tier.text, written)).join(', ') : condition,
    region,
    qualifiers: long
      ? []
      : qualifiers.flatMap(({ pattern, mayHold }) => (mayHold(text) ? said(pattern.exec(text)?.[0], written) : [])),
    priced,
    measure: tiers.length === 0 && isMeasure(rest),
    sum: isSum(rest),
    residue:
      region !== null || condition !== null
        ? ''
        : withoutMode(left).replaceAll(FILLER, ' ').replaceAll(/\s+/g, ' ').trim(),
  };
}

const said = (words: string | undefined, written: string): string[] =>
  words === undefined ? [] : [asWritten(words, written)];

/** "Price (hour)", "定价(小时)": what a price is for, in brackets behind the word. */
function bracketedUnit(text: string): Unit | null {
  const written = /\(([^()\d]{1,12})\)$/.exec(text)?.[1];
  const unit = written === undefined ? null : unitOnly(written);
  return unit?.count === 1 && unit.dimension !== 'gb' ? unit : null;
}

/** True where a label is all vocabulary: it says what kind of price stands here, and names no product. */
export function isVocabulary(label: Label): boolean {
  const known = vocabulary.get(label);
  if (known !== undefined) return known;
  const is = saysOnlyKind(label);
  vocabulary.set(label, is);
  return is;
}

const vocabulary = new WeakMap<Label, boolean>();

function saysOnlyKind(label: Label): boolean {
  if (label.text === '' || label.residue.length > 1) return false;
  return (
    label.directions.length > 0 ||
    label.unit !== null ||
    label.mode !== null ||
    label.tier !== null ||
    label.region !== null ||
    label.priced ||
    label.currency !== null ||
    isTierOnly(label.text)
  );
}
