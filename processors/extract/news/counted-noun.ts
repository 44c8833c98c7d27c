import type { Quantity } from './quantity.ts';
import type { Reading } from './reading.ts';

export type CountUnit = 'chips' | 'tokens' | 'watts';

/** What was counted before: how much of it, where that was told, and in what steps ("MW": a million). */
export interface Counted {
  readonly unit: CountUnit;
  readonly size: number | null;
  readonly exponent: number;
}

const CHIP =
  '(?:gpu|tpu|lpu|npu|xpu|trainium\\d?|blackwell|hopper|maia(?: chip)?|accelerator(?: card)?|superchip|(?:ai |gpu |graphics )card|(?:graphics|tensor|neural) processing unit|(?:ai |nvidia |inference |training |h\\d00 )?chip|(?:ai|nvidia|amd|graphics|accelerator|tensor) processor|[abh]\\d00|g?b\\d00|mi\\d{3}x?)';
const HAN_CHIP = '(?:(?<![a-z])[gtnlx]pu(?![a-z])|(?:ai)?芯片|加速卡|加速器|算力卡|智算卡|显卡)';
const COUNT_OF_CHIPS = new RegExp(
  `\\b(?:numbers?|count|tally|total|fleet|stock|inventory|installed base|supply) of (?:[\\w.'-]+ ){0,4}${CHIP}s\\b|\\bhow many (?:[\\w.'-]+ ){0,3}${CHIP}s\\b|\\b${CHIP}s? (?:count|fleet|pool|tally|total|stock|base|inventory|orders?|deployments?|shipments?|deliveries|purchases|capacity)\\b|${HAN_CHIP}的?(?:总|保有|存|装机|部署|出货|采购|交付|在网|上架|累计)*(?:数量|总数|规模|总量|存量|量|数)|\\b(?:deliver(?:y|ies)|shipments?|orders?|purchases?|output) of (?:[\\w.'-]+ ){0,3}${CHIP}s\\b|${HAN_CHIP}[^,，。;；]{0,6}多少|多少[张块颗片枚个]?(?:[\\w\\u4e00-\\u9fff]{0,6})?${HAN_CHIP}`,
);
const CHIPS = new RegExp(`\\b${CHIP}s\\b|\\b(?:each|every) (?:[\\w.'-]+ ){0,3}?${CHIP}\\b|${HAN_CHIP}`);
/** "Of the accelerators delivered in 2025, 2.2 million were": a part of them. */
const OF_ALL_CHIPS = new RegExp(
  `^of (?:all |some |about )?(?:the |those |its |their )?(?:[\\w.,'-]+ ){0,6}?${CHIP}s\\b`,
);
export const TOKENS = /\btokens?\b|词元/;
const TOKENS_ASKED =
  /[?？]["”]?$|\b(?:usage|volumes?|consum\w+|process\w*|handl\w+|serv\w+|throughput|traffic|count\w*)\b|用量|消耗|调用|处理|吞吐/;
const CHIPS_ASKED = new RegExp(
  `(?:\\b(?:how many|who|whose)\\b|多少|几|谁)[^.。]*(?:${CHIP}s\\b|${HAN_CHIP}|(?<![a-z])[abh]\\d0{1,2}(?![a-z\\d]))[^.。]*[?？]["”]?$`,
);
const TOKENS_PRICED =
  /(?:per|\/|每) ?(?:1 ?m|1k|million|thousand|百万|千|万)? ?(?:input |output )?(?:tokens?|词元)|pric|\$|价|(?<!词)元/;
const CHIPS_PRICED = /pric|\$|€|¥|per (?:gpu[- ])?hour|\/ ?hr|hourly|rent(?!ed:)|价|元|租/;

const CHIP_COUNT: Counted = { unit: 'chips', size: null, exponent: 0 };
export const TOKEN_COUNT: Counted = { unit: 'tokens', size: null, exponent: 0 };

/** "the number of GPUs in service rose to 40,000": a count whose noun leads up to it. */
export const namedAs = (text: string, q: Quantity): Counted | undefined =>
  COUNT_OF_CHIPS.test(text.slice(0, q.start)) || OF_ALL_CHIPS.test(text.slice(0, q.start)) || isLabelOf(text, q)
    ? CHIP_COUNT
    : undefined;

/** A name of chips, or of one kind of them, stands before a number. */
export const chipsBefore = (text: string, entities: Reading['entities'], q: Quantity): Counted | undefined =>
  CHIPS.test(text.slice(0, q.start)) || entities.some((e) => e.kind === 'chip' && e.end <= q.start)
    ? CHIP_COUNT
    : undefined;

/** "Nvidia shipped 6 million units": of the chips that the sentence speaks of; undefined where a number counts something else. */
export const unitsOf = ({ text, entities }: Pick<Reading, 'text' | 'entities'>, q: Quantity): Counted | undefined =>
  /^ units\b/.test(text.slice(q.end, q.end + 7)) &&
  (/\b(?:chips?|[gt]pus?|cards?)\b|accelerator|processor/.test(text.slice(0, q.start)) ||
    entities.some((e) => e.kind === 'chip'))
    ? CHIP_COUNT
    : undefined;

/** "GPUs in service: 12,400" */
const isLabelOf = (text: string, q: Quantity): boolean => {
  const label =
    /^([^:：]{2,60})[:：][*_]* ?(?:about |around |some |over |more than |nearly |roughly |up to |at least |~|约|近|超过?)*$/.exec(
      text.slice(0, q.start),
    )?.[1];
  return label !== undefined && CHIPS.test(label) && !CHIPS_PRICED.test(text);
};

/** What a sentence above speaks of counting; `strong` where its mere name will do. */
export function meantBy({ text, entities }: Reading, strong: boolean): Counted | undefined {
  if (COUNT_OF_CHIPS.test(text)) return CHIP_COUNT;
  if (TOKENS_ASKED.test(text) && TOKENS.test(text) && !TOKENS_PRICED.test(text)) return TOKEN_COUNT;
  if (CHIPS_ASKED.test(text) && !CHIPS_PRICED.test(text)) return CHIP_COUNT;
  return strong && (CHIPS.test(text) || entities.some((e) => e.kind === 'chip')) ? CHIP_COUNT : undefined;
}

/** "GPUs in service, end of October", "Who is buying Blackwell?": what the line above a list says that its items count. */
export const openingNames = (text: string): Counted | undefined =>
  (CHIPS.test(text) || COUNT_OF_CHIPS.test(text) || FAMILY_COUNTED.test(text)) && !CHIPS_PRICED.test(text)
    ? CHIP_COUNT
    : TOKENS.test(text) && !TOKENS_PRICED.test(text)
      ? TOKEN_COUNT
      : undefined;

/** Who has, gets or makes how many of a family of chips. */
const FAMILY_COUNTED =
  /\b(?:who|whose|where|buyers?|owners?|orders?|ordered|deliver\w*|shipments?|tally)\b.*\b(?:blackwell|hopper|rubin|trainium|[abh]\d00|g?b\d00)\b/;

/** "Meta: 224,000", "Google: 3.2 quadrillion a month across", an item of a tally. */
export const isLabelled = (text: string, q: Quantity): boolean =>
  /^[^:：\d][^:：]{1,60}?(?:[:：]| [–—-]{1,2}) ?[*_]{0,2} ?(?:some |about |around |roughly |over |nearly |more than |up to |as many as |约|近|超过?|~)*$/.test(
    text.slice(0, q.start),
  ) &&
  (/^(?: each| apiece)?[*_ ]{0,4}(?:$|[.;,。；，]? ?$|[ ]?[(（]|, (?:for|to|all|most|with|by|due|of which|through)\b)/.test(
    text.slice(q.end),
  ) ||
    (q.large && GOES_ON.test(text.slice(q.end, q.end + 12))));
/** "Available today: 14,000, bookable", "Installed: 9,000 at two sites": a label that says how far the things of a list have come. */
export const isStateLabelled = (text: string, q: Quantity): boolean => STATE_LABEL.test(text.slice(0, q.start));
const STATE_LABEL =
  /^[*_ ]*(?:now |already |currently )?(?:available|online|live|installed|deployed|delivered|allocated|allotted|ordered|bookable|running|shipped|in (?:use|service|operation|stock|production)|on order|up and running)(?: (?:now|today|so far|already|to date|at present|by [\w ]{3,16}))?:[*_]* ?(?:some |about |around |roughly |over |nearly |more than |up to |~)*$/;
const GOES_ON =
  /^[*_]{0,2}(?:,| [–—-]| ?\/ ?| (?:an?|per|each|every|daily|weekly|monthly|in|across|through|over|via|on|by|against|up|down|as of|at)\b)/;

/** "Meta", "Core Scientific", "Rest of the world", 甲公司: a label that says whose the count is, not what it counts. */
export const namesWho = ({ original, entities }: Pick<Reading, 'original' | 'entities'>, q: Quantity): boolean => {
  if (entities.some((e) => e.end <= q.start)) return true;
  const label = original.slice(0, q.start).replace(/[:：].*$/s, '');
  // "Customers", "Sites": things.
  if (/^[A-Z][a-z]+s$/.test(label) || OTHER_THINGS.test(label)) return false;
  return HAN.test(label)
    ? label.length <= 12
    : label.split(/[ /-]+/).every((word) => !/^[a-z]{3,}/.test(word) || SMALL.test(word));
};
/** "Active Research Teams", "Registered Developers" */
const OTHER_THINGS =
  /\b(?:users|customers|teams|developers|employees|sign-?ups|sites|partners|countries|downloads|clients|subscribers|members|start-?ups|models|jobs|people|engineers|researchers|organi[sz]ations|companies|enterprises|accounts|seats|projects|visitors|headcount|staff)$/i;
const HAN = /[\u4e00-\u9fff]/;
const SMALL = /^(?:and|the|of|others?|rest|total|world)$/;

const FIRST = /^[*_ ]{0,4} ?(?:[:：—–]|-{1,2} |—|[.。,，][”"]? ?(?=th(?:is|at)|it|which|so|[这那])) ?/;

/** What may stand before a figure that leads its line: 约, 每天, about. */
const LEADING = /^(?:[*_"“ ~约近超over abutmn]|每[天日周月]|[日周月]均|一[天周]|一个月|累计|单日)*$/;

/** "62,000: the GPUs that the firm will have by May": a figure that leads its line, and what it counts behind it. */
export function figureFirst(text: string, q: Quantity): Counted | undefined {
  if (q.start > 12 || !LEADING.test(text.slice(0, q.start))) return undefined;
  const stop = FIRST.exec(text.slice(q.end, q.end + 8))?.[0];
  if (stop === undefined) return undefined;
  const behind = text.slice(q.end + stop.length, q.end + stop.length + 70);
  const [chips, tokens] = [CHIPS.exec(behind), TOKENS.exec(behind)];
  if (tokens && (!chips || tokens.index < chips.index)) return TOKENS_PRICED.test(behind) ? undefined : TOKEN_COUNT;
  return chips && !CHIPS_PRICED.test(text) ? CHIP_COUNT : undefined;
}
