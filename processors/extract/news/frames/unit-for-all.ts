import type { Article } from '../analysis.ts';
import { isActor } from '../entities.ts';
import { lastAsked } from '../last-asked.ts';
import type { Quantity } from '../quantity.ts';
import { type Rate, rateAfter, type TokenSide } from '../rates.ts';
import type { Reading } from '../reading.ts';
import { hasHan } from '../text.ts';
import { isStep } from './as-above.ts';
import { shareOf, tame } from './borrowed.ts';
import { houseInTitle } from './host-of-title.ts';
import { sidesIn } from './meter.ts';
import { ENDS_IN_UNIT, unitIn, unitOfLine } from './unit-ahead.ts';

/** What is priced, that it is all of it, and up to the unit: 单价全部折成每…, 下文价格都按每…, 以上均以每…, 单位：元/… */
const DECLARES =
  /(?:单价|价格|报价|售价|定价|费用|资费|租金|时租|(以上|上述|上面|前述|前面)|以下|下文|下列|下面|文中|本文)[^,，。;；\d]{0,10}(?:[都均皆]|全部?|一律|统一|一概)[^,，。;；\d]{0,8}?(?:换算|折算?|折合|按照?|以|算|单位|口径)?[成为到至是按以]?(?:(?:美元|欧元|元|\$) ?(?=\/|每)|(?=每))|(?:计价|价格)?单位(?:[:：]|[均都]?[为是])? ?(?:(?:人民币)?(?:美元|欧元|元|\$) ?(?=\/|每)|(?=每))/g;
const MAY_DECLARE = /每|\//;
/** "All amounts are per million tokens.", "Prices here are quoted per GPU-hour" */
const DECLARES_ENGLISH =
  /\b(?:amounts|prices|rates|figures)\b[^.;:\d$€£]{0,30}?\b(?:are|is)(?: (?:all|always|given|quoted|stated|listed|shown|in|us|dollars|and|for))*(?= per )/;

/** "Rates as of May, per million tokens, input then output.", "Prices (USD per million tokens):": a line that says no more than what its prices are per. */
const LABELS_ENGLISH =
  /^(?:(?:all|list|current|the|these|api|published|public|on-demand|standard|official) )*(?:prices|rates|pricing|(?<=^all )figures|(?<=^)all(?= (?:$|in |us)))\b(?: (?:(?:as )?(?:of|in|at|for|from|on) )[\w ,]{1,30}?)?[,:(]{0,2} ?\(?(?:(?:all|always|quoted|given|stated|in|us|usd|us\$|dollars|euros)[, ]{0,2})*$/;
/** "(input / output, USD per 1M tokens)": such a line in brackets. */
const LABELS_IN_BRACKETS =
  /^\((?:(?:all|in|input|output|us|usd|us\$|dollars|eur|euros|then|and|on-demand|list|prices?|rates?|figures|\/|,)[ ,]{0,2})*$/;
/** Behind the unit of such a line. */
const LABEL_ENDS = /^ ?(?:$|[,.:;()/]| ?and (?:on[- ]demand|excl|before|without|in )\b)/;
/** "All hourly.", "Prices hourly, US dollars." */
const HOURLY =
  /^(?:all |prices |rates |everything )+(?:are |is |listed |quoted )*(hourly|monthly|by the (?:hour|month))\b(?=[,.;]|$| and| in| per)/;

/** "Hyperstack bills its machines per GPU-hour", "prices pods by the hour": by what a house bills, in a sentence without a sum. */
const BILLS =
  /\b(?:quotes?|quoted|bills?|billed|charges?|charged|priced|prices (?:its |the )?[a-z-]+s|sells|sold|rents|rented|meters|metered) (?:(?!(?:per|by|at|for|than|to)\b)[a-z&'-]+ ){0,6}(?=per |by the )/;

interface Declared {
  readonly index: number;
  readonly block: number;
  /** True where only the way a house bills is told: it holds for what is plainly so priced below it. */
  readonly billed: boolean;
  /** True where it is said of what stands above: 以上均以每… */
  readonly behind: boolean;
  readonly rate: Rate;
  /** The sentence that no longer stands under the heading it is said in. */
  readonly until: number;
  /** "input then output": of what the sums of a line are, in turn; empty where that is not told. */
  readonly order: readonly TokenSide[];
}

/** What holds for one sentence; `ofTitle` where that is an item under a title that names the house. */
interface DeclaredFor extends Declared {
  readonly ofTitle: boolean;
}

/** The units that sentences of a text state for all its prices. */
const declaredIn = lastAsked((article: Article): readonly Declared[] => {
  const { folded, sentences } = article;
  if (!hasHan(folded)) {
    const may = DECLARES_ENGLISH.test(folded) || BILLS.test(folded) || MAY_LABEL.test(folded) || MAY_HEAD.test(folded);
    return [...declaredInTitle(article), ...(may ? declaredInEnglish(article) : [])];
  }
  return sentences.flatMap(({ start, end, block }, index) => {
    const text = folded.slice(start, end);
    if (!MAY_DECLARE.test(text)) return [];
    const said = [...text.matchAll(DECLARES)].at(-1);
    const rate = said && rateAfter(text, said.index + said[0].length);
    return said && rate
      ? [{ index, block, billed: false, behind: said[1] !== undefined, rate, order: orderIn(text, rate), until: ALL }]
      : [];
  });
});

/** "Object storage, cheapest last (list prices, per GB and month)": a title that ends in a unit and tells no sum. */
function declaredInTitle({ titleText }: Article): readonly Declared[] {
  const rate = !SUM.test(titleText) && ENDS_IN_UNIT.test(titleText) ? unitOfLine(titleText) : null;
  return rate
    ? [{ index: -1, block: -1, billed: false, behind: false, rate, order: orderIn(titleText, rate), until: ALL }]
    : [];
}

/** In English wherever it is said it holds for what stands above and below. */
const declaredInEnglish = (article: Article): readonly Declared[] =>
  article.sentences.flatMap(({ start, end, block }, index): Declared[] => {
    const text = article.folded.slice(start, end);
    const until = ALL;
    const said = DECLARES_ENGLISH.exec(text);
    const rate = said && rateAfter(text, said.index + said[0].length);
    if (rate)
      return [false, true].map((behind) => ({
        index,
        block,
        billed: false,
        behind,
        rate,
        order: orderIn(text, rate),
        until,
      }));
    if (SUM.test(text)) return [];
    const label = labelIn(text);
    if (label) {
      const declared = { index, block, billed: false, behind: false, rate: label, order: orderIn(text, label), until };
      // "All per GPU hour.", below the last sum: of what stands above.
      const above = !SUM.test(article.folded.slice(end)) || /^all\b/.test(text);
      return above ? [declared, { ...declared, behind: true }] : [declared];
    }
    const headed =
      article.blocks[block]?.kind === 'heading' && ENDS_IN_UNIT.test(text.trimEnd()) ? unitOfLine(text) : null;
    if (headed)
      return [
        {
          index,
          block,
          billed: false,
          behind: false,
          rate: headed,
          order: orderIn(text, headed),
          until: endOfSection(article, index),
        },
      ];
    const bills = BILLS.exec(text);
    const billed = bills && unitIn(text.slice(bills.index));
    return billed ? [{ index, block, billed: true, behind: false, rate: billed, order: [], until }] : [];
  });

/** The first sentence under another heading of the same depth or above it. */
function endOfSection({ blocks, sentences }: Article, index: number): number {
  const level = blocks[sentences[index]?.block ?? -1]?.level ?? 0;
  const end = sentences.findIndex(({ block }, i) => {
    const other = blocks[block];
    return i > index && other?.kind === 'heading' && other.level <= level;
  });
  return end < 0 ? ALL : end;
}
const ALL = Number.POSITIVE_INFINITY;

/** The unit of a line that labels the prices below it; null in any other. */
function labelIn(text: string): Rate | null {
  const often = HOURLY.exec(text)?.[1];
  if (often) return { start: 0, end: 0, meter: often.includes('hour') ? 'hour' : 'month', per: 1, side: null };
  for (let at = text.indexOf('per '); at >= 0; at = text.indexOf('per ', at + 1)) {
    // "Per GPU-hour.", a line of no more.
    if (at > 0 && !LABELS_ENGLISH.test(text.slice(0, at)) && !LABELS_IN_BRACKETS.test(text.slice(0, at))) continue;
    // A rate begins with a space, which a bracket may stand for.
    const rate = rateAfter(` ${text.slice(at)}`, 0);
    if (rate && LABEL_ENDS.test(text.slice(at + rate.end - 1))) return { ...rate, start: at, end: at + rate.end - 1 };
  }
  return null;
}

/** In which order a sentence that states a unit names what goes in and what comes out. */
function orderIn(text: string, { meter }: Rate): readonly TokenSide[] {
  const sides = meter === 'token' ? sidesIn(text, 0, text.length).map(({ side }) => side) : [];
  return new Set(sides).size === sides.length && sides.length > 1 ? sides : [];
}

/** The unit stated for all prices of a text, as far as it holds for a sentence: the last one stated before it, or behind it for what stands above. */
export function unitForAll(article: Article, { index, block }: Reading): DeclaredFor | null {
  const declared = declaredIn(article);
  if (declared.length === 0) return null;
  const found =
    declared.findLast(
      (one) => !one.behind && one.index <= index && one.until > index && (!one.billed || one.block === block),
    ) ??
    declared.find((one) => one.behind && one.index >= index) ??
    null;
  return found && { ...found, ofTitle: LABELLED.test(article.reading(index).text) && houseInTitle(article) !== null };
}
/** "Medium 3.1: $0.40 / $2.00" */
const LABELLED = /^[*_ -]*[a-z][\w .+-]{1,30}: /;

const SUM = /[$€£¥] ?\d/;
const MAY_LABEL =
  /\nper [a-z\d]|(?:^|\n|[.?!] )(?:\w+ ){0,2}(?:prices|rates|pricing|figures|all)\b[^\n.$€£¥]{0,60}\b(?:per |hourly|monthly|by the )|(?:^|\n)\([^\n()$€£¥]{0,40}\bper /;

/** "## Models (per 1M tokens)" */
const MAY_HEAD = /\n?#{1,6} [^\n]{2,60}\bper [^\n]{2,28}(?:\n|$)/;

/** Money that was paid, saved or planned, no price: 上月花了12美元. */
const PAID =
  /(?:花|付|交|充|省|烧|赚|亏|收入|营收|账单|总共|合计|总计|一共|共计|预算|余额|差额|补贴|额度)[掉去出下了]*[^,，。;；\d]{0,6}$/;
const PAID_BEHIND = /^ ?(?:的?(?:账单|预算|余额|额度|代金|优惠券|补贴|差价|收入|营收)|多?[万亿])/;

/** "单价一律按每GB每月算。… 甲的标准层是0.02美元", "Prices are per GB-month. ... R2 is $0.015": bare sums of a text that states the unit of its prices once are per that unit. */
export function rateForAll(
  declared: DeclaredFor | null,
  { text, entities }: Reading,
  money: readonly Quantity[],
  rates: Map<Quantity, { rate: Rate; own: boolean }>,
): void {
  if (!declared) return;
  const { rate, billed, order, ofTitle } = declared;
  // "was $0.50 / $2.00, now $0.40 / $1.60": in that order as often as there are sums for it.
  const inTurn = order.length > 0 && money.length % order.length === 0 ? order : [];
  for (const [i, q] of money.entries()) {
    const known = rates.get(q);
    const side = inTurn[i % inTurn.length];
    // Its unit stands in the line above; in which order, there as well.
    if (known && side && known.rate.meter === 'token' && known.rate.side === null)
      rates.set(q, { ...known, rate: { ...known.rate, side } });
    if (rates.has(q) || q.rate !== null || !tame(q) || isStep(text, q)) continue;
    if (PAID.test(text.slice(Math.max(0, q.start - 16), q.start)) || PAID_BEHIND.test(text.slice(q.end, q.end + 8)))
      continue;
    // "Input read back from the cache is billed at $0.05": the way of tokens is all that is named.
    const named =
      (ofTitle && !billed) ||
      entities.some(
        (e) =>
          ((isActor(e) && !billed) || (e.kind === 'chip' && !(billed && rate.meter === 'token'))) && e.end <= q.start,
      ) ||
      (rate.meter === 'token' && (!hasHan(text) || declared.behind) && sidesIn(text, 0, q.start).length > 0);
    if (!named) continue;
    rates.set(q, { rate: { ...shareOf(rate, q), side: side ?? rate.side }, own: false });
  }
}
