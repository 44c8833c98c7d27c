import type { Meter } from '../../../../infra/contracts/price.ts';
import { clauseAt } from '../context.ts';
import type { Quantity } from '../quantity.ts';
import { type Rate, readSide, type TokenSide } from '../rates.ts';
import type { Reading } from '../reading.ts';
import { hasHan, matches } from '../text.ts';
import type { Amount } from './amount.ts';

const SIDE_WORD =
  /\b(?:writing |written )?(?:an? |the )?(?:prompts?|inputs?|context) (?:written |saved |put )?(?:in)?to (?:the |a )?cache\b|\bcache[ -](?:hits?|miss(?:es)?) (?:inputs?|prompts?)\b|\bcached (?:part|portion|share) of (?:the |a |each |every )?(?:prompts?|inputs?|context)\b|\b(?:prompts?|inputs?|context) (?:that )?(?:(?:is|are|was|were|comes?) )?(?:already |also )?(?:(?:found|held|kept|stored|sitting|read|served)(?: back)? (?:in|from|out of) (?:the |a )?cache|cached|in (?:the |a )?cache|from (?:the |a )?cache)\b|\b(?:found|held|served) (?:in|from) (?:the |a )?cache\b|\b(?:prompt |context )?caching,? (?:writes?|reads?)\b|\b(?:writing|written|writes?)(?: in)?(?: to)? (?:the |a )?(?:[\w.-]+ ){0,3}?cache\b|\b(?:reading|reads?)(?: back)? from (?:the |a )?(?:[\w.-]+ ){0,3}?cache\b|(?:创建|写入) ?cache|cache ?(?:创建|写入|creation)|命中的? ?cache|cache ?命中|cache[ -](?:writes?|storage)|cache[d]?[ -](?:(?:audio|text|image|video) )?(?:input|reads?|hits?|prompt)s?(?: tokens)?|without (?:an? )?cache hits?|not in (?:the )?cache|(?:with )?cache (?:hit|misse?)s?|(?<=(?:^|[,;:|(*] ?))(?:writes?|reads?|answers?)\b(?=(?: \([^)]{1,20}\))? ?:? ?$)|\bcached\b|\b(?:context|prompt) caching\b(?! (?:writ|stor))|\buncached\b|\bfresh(?= (?:ones|tokens|inputs?)\b|[,;)]|$)|\bgenerated (?=tokens?\b)|\b(?:going|coming) in\b|\b(?:coming|going) out\b|\binputs?\b|\boutputs?\b|(?<!\b(?:long|short|larg|bigg|small)(?:er)? )\bprompts?\b(?! (?:up to|over|above|under|below|longer|shorter|beyond|exceeding|greater|larger|≤|<|>))|\bcompletions?\b|\bblended\b|\bblends? (?:of|at)\b|(?:缓存未命中|未命中缓存)的?(?:输入)?|(?:缓存命中|命中缓存|缓存)(?:部分|侧)?的?[,，]?输入|命中的?(?:那?部分)的?输入|输入(?:侧|端|的)?(?:缓存未命中|未命中缓存|缓存命中|命中缓存|缓存(?!写入|创建|存储))|未命中|(?<=[(] ?)命中(?= ?[)])|缓存命中|缓存未命中|未命中缓存|命中缓存|缓存写入|缓存读取|缓存输入|缓存|输入|输出|混合|综合(?=(?:均|单)?价|成本|费用|[大约计为]|下来|折算)|(?:写入|读取)(?<=(?:缓存|cache)[^。;；]{0,40}..)|(?<=[:：,，;；、] ?)[进出](?= ?(?:[\d$¥]|$))/g;
const INSTANCE =
  /\b(?:[a-z]\d+[a-z]*|[a-z]{2,3}\d?)\.(?:\d+x?large|metal|\w*large)|\b(?:bm|vm)\.gpu\d*\.|\b(?:instances?|nodes?|servers?|machines?|vms?|8x|8-gpu|8 gpu|(?:two|four|eight|sixteen)-(?:gpu|[hab]\d00|gb?[23]00|l40s?|mi3\d\dx?)|racks?(?!-scale)|(?:super)?pods?|ultraservers?|nvl\d+)\b|\b[acgn]\d[a-z]?-(?:high|mega|ultra|edge)gpu-\d|\bn[cdv] ?[a-z\d]+ v\d\b|\bfor (?:its |all |the )?(?:eight|four|8|4|16) (?:[a-z]+\d+ )?(?:gpus|cards|chips)\b|实例|云主机|服务器|整机|节点|八卡|8卡|裸金属|[×x*] ?8(?![\d.])|(?<![\d.])(?:2|4|8|16|32|36|64|72|144) ?[×x*] ?(?:nvidia |amd )?(?:[habgl]|gb|mi)\d/;
const CHIP =
  /\b(?:gpus?|[hab]\d00s?|h20|h800|a800|gb?[23]00|l40s?|mi3\d\dx?|tpus?|trainium\d?|rtx ?\d{4}|\d{2}90|accelerators?|cards?|chips?|v100|t4|a10g?|l4)\b|卡|显卡|昇腾|芯片/;

export const namesMachine = (text: string): boolean => INSTANCE.test(text);
export const namesCard = (text: string): boolean => CHIP.test(text);

interface SideHit {
  readonly side: TokenSide;
  readonly start: number;
  readonly end: number;
}

const sideAt = (word: string): TokenSide | null =>
  /未命中|cache[ -]miss|without|not in/.test(word)
    ? 'input'
    : word === '读取' || /^reads?$/.test(word)
      ? 'cached_input'
      : /^answers?$/.test(word)
        ? 'output'
        : /\bto (?:the |a )?(?:[\w.-]+ ){0,3}?cache$/.test(word)
          ? 'cache_write'
          : readSide(word);

/** Words for token meters in a stretch of a sentence. */
export function sidesIn(text: string, from: number, to: number): SideHit[] {
  const hits: SideHit[] = [];
  for (const match of matches(SIDE_WORD, text.slice(from, to))) {
    const side = sideAt(match[0]);
    if (side) hits.push({ side, start: from + match.index, end: from + match.index + match[0].length });
  }
  return hits;
}

/** "$0.15 in, $0.60 out", "$3/M in", 3美元进、15美元出: the short word for a meter right behind an amount that ends at `at`; null where none stands there. */
export function inOrOut(text: string, at: number): SideHit | null {
  const cache = HIT_OR_MISS.exec(text.slice(at, at + 34));
  if (cache) return { side: cache[1] === 'm' ? 'input' : 'cached_input', start: at, end: at + cache[0].length };
  const said = IN_OUT.exec(text.slice(at, at + 34));
  return (
    said && { side: said[1] === 'in' || said[2] === '进' ? 'input' : 'output', start: at, end: at + said[0].length }
  );
}
const IN_OUT =
  /^(?:\/m(?:tok)?|(?: for| per) (?:a |every |each |one )?million)? ?[(]?(in|out)(?:put)?\b(?! and (?:out(?:put)?|in(?:put)?)\b)(?=(?<=out) (?!of\b|the\b|for\b)[a-z]| ?[,;.()/|&，。；、]| (?:and|per|when|if|with|for|on|at) | (?:appl(?:y|ies|ied)|each|again|now|today|holds?|stands?|returns?)\b|$)|^ ?(进|出)(?=[、,，。;；/)\d$¥]| ?\/|$)/;
/** "$0.56 on a miss", "$0.07 for cache hits", "$0.30 when it hits" */
const HIT_OR_MISS =
  /^ ?[(]?(?:on |for |per |with |in case of |when |if |where )?(?:an? |the |it |they )?(?:cache |prompt )?(?:(m)iss(?:es)?|hits?)\b/;

/**
 * The token meters an amount is for: the rate's own word; the word right behind it ("$3 for input", "$2 (input)"); the
 * nearest word before it, or several joined by "and" ("输入和输出都是 0.02"); blended where there is none.
 */
export function tokenSides(reading: Reading, q: Quantity, rate: Rate, from: number, to: number): readonly TokenSide[] {
  if (rate.side) return [rate.side];
  const { text } = reading;
  const end = Math.max(q.end, rate.end);
  const behind = sidesIn(text, end, Math.min(to, end + 34))[0];
  // "for both input and output"
  if (BOTH.test(text.slice(end, to))) return ['input', 'output'];
  if (
    behind &&
    // "1元(缓存命中0.1元)": what the bracket prices itself.
    !/^ ?[:为是]? ?[$¥€£]?\d/.test(text.slice(behind.end)) &&
    /^ ?(?:tokens? )?(?:\(|for |of |on |in |as |with (?:an? )?|when |if |的|per |- ?)?(?:the |an? |all |every |each |standard )?(?:1m |million )?$/.test(
      text.slice(end, behind.start),
    )
  )
    return [behind.side];
  const inside = sidesIn(text, Math.min(rate.start, q.start), q.start).at(-1);
  if (rate.start < q.start && inside) return [inside.side];
  const own = inTurn(text, q, from, to);
  if (own) return [own];
  const before = sidesIn(text, from, q.start);
  const last = before.at(-1);
  if (!last)
    return [
      behind && !/[,，;；]/.test(text.slice(end, behind.start))
        ? behind.side
        : (labelled(text) ?? embedded(text.slice(from, q.start)) ?? allOf(text, end)),
    ];
  const second = before.at(-2);
  if (
    second &&
    second.side !== last.side &&
    JOINED.test(text.slice(second.end, last.start)) &&
    !/respectively|分别/.test(text)
  )
    return [second.side, last.side];
  return [last.side];
}

const JOINED = /^ ?(?:tokens?)?(?: and | & |和|与|及|\/|、| or |或|)(?:the )?$/;

/** "Input and output are billed at $0.80 and $3.20, respectively": two meters and two sums, in their order; null elsewhere. */
function inTurn(text: string, q: Quantity, from: number, to: number): TokenSide | null {
  if (!text.includes('respectively')) return null;
  const [first, second, ...more] = sidesIn(text, 0, q.start);
  if (!first || !second || more.length > 0 || !JOINED.test(text.slice(first.end, second.start))) return null;
  if (from === 0) return to < text.length ? first.side : null;
  return to === text.length && / and $/.test(text.slice(from, q.start)) ? second.side : null;
}

/** "Input: $0.40 / 1M tokens (text), $1.00 / 1M tokens (audio)": the one meter that the label of a line names; null elsewhere. */
function labelled(text: string): TokenSide | null {
  const label = /^[*_ -]{0,4}[a-z][a-z ]{2,24}[*_]{0,2}:/.exec(text)?.[0];
  const sides = label ? sidesIn(text, 0, label.length) : [];
  return sides.length === 1 && sidesIn(text, label?.length ?? 0, text.length).length === 0
    ? (sides[0]?.side ?? null)
    : null;
}

/** "Embed 5 costs $0.10 per million tokens": what makes vectors gives no tokens back. */
const embedded = (lead: string): TokenSide | null =>
  /\bembed(?:s|der|dings?)?(?![a-z])(?!ded)|向量(?:化)?模型/.test(lead) ? 'input' : null;

const BOTH =
  /^ ?(?:tokens? )?(?:\(|for |of |on |across )?(?:both |the )?(?:input and output|output and input)\b|^,? (?:(?:both )?in and out|both ways|(?:in )?either (?:way|direction)|each way|whichever way)\b/;

/** "…0.8元/百万tokens,lite版0.3元,均为输入价格": what all the prices of a list are for; blended where nothing says so. */
const allOf = (text: string, from: number): TokenSide =>
  readSide(/[均都]为?是?(缓存命中|输入|输出)(?:侧|端)?(?:价格?|定价|单价|报价)/.exec(text.slice(from))?.[1]) ??
  'blended';

export const saysBothWays = (behind: string): boolean => BOTH.test(behind);

const ONE_CARD = /\b(?:per|an?|each|every) (?:gpu|card|chip)\b|[-/]gpu\b|单卡|每卡/;
/** "$21.96/hour on demand and roughly $13.92/hour reserved": an hour of the same, where nothing else is named between. */
export function hoursAlike({ text, entities }: Reading, amounts: readonly Amount[]): Amount[] {
  const alike: Amount[] = [];
  for (const amount of amounts) {
    const before = alike.at(-1);
    const same =
      before !== undefined &&
      HOURS.has(before.meter) &&
      HOURS.has(amount.meter) &&
      /^[^;.]{0,60}$/.test(text.slice(Math.max(before.q.end, before.q.rate?.end ?? 0), amount.q.start)) &&
      !entities.some((e) => e.start >= before.q.end && e.end <= amount.q.start) &&
      !CHIP.test(text.slice(before.q.end, amount.q.start)) &&
      !INSTANCE.test(text.slice(before.q.end, amount.q.start)) &&
      !ONE_CARD.test(text.slice(before.q.end, amount.q.end + 24));
    alike.push(same ? { ...amount, meter: before.meter } : amount);
  }
  return alike;
}
const HOURS: ReadonlySet<Meter> = new Set(['gpu_hour', 'instance_hour']);

const RECKONED =
  /(?:服务器|整机|节点|实例|机器)[^。;；]{0,16}(?:换算|折算|折合|均摊|平摊)|(?:换算|折算|折合|均摊|平摊)[^。;；]{0,6}(?:单卡|单张|每卡|每张)/;

/** "Machines with eight cards cost $15.92 per hour with MI300Xs and $23.92 per hour with H100s": an hour of the whole, up to where one card is spoken of. */
const MACHINE_OF =
  /\b(?:machines?|servers?|nodes?|boxes|box|hosts?|systems?|instances?|droplets?|vms?|bare[- ]metal) (?:with|of|holding|carrying|packing|housing|that (?:hold|carry)s?) (?:(?:all|up to) )?(?:two|four|eight|ten|sixteen|2|4|8|10|16)\b/;
const SINGLE =
  /\b(?:single|one|an?|each|every|per) (?:[a-z'’]+ )?(?:gpu|card|chip|accelerator|[hab]\d00|gb?[23]00|l40s?|mi3\d\dx?)\b/;
function ofMachine(text: string, q: Quantity): boolean {
  const machine = MACHINE_OF.exec(text.slice(0, q.start));
  return machine !== null && !SINGLE.test(text.slice(machine.index + machine[0].length, q.end + 24));
}

/** "Four L4s come to $3.80": an hour of all of them. */
const SO_MANY_CARDS =
  /\b(?:two|four|eight|sixteen|2|4|8|16) (?:nvidia |amd )?(?:[abhlt]\d{1,3}0?s|gb?[23]00s|mi3\d\dxs?|[abhl]\d{2,3} (?:gpus|cards))(?: (?:at|on|with) [^,;.$€£¥]{2,24}?)? (?:come to|costs?|are|go for|run|to|for|at) (?:about |around |just |only )?$/;

const NAMED_INSTANCE = /(?<![\w.])[a-z]{1,3}\d[a-z\d]*(?:-[a-z\d]+)?\.\d+x?large\b[^;]*$/;

const CARD_AT =
  /(?:[a-z]{3,}|[,:;(]) (?:nvidia |amd )?(?:[abh]\d00s|gb?[23]00s|l40s|mi3\d\dxs?|[abh]\d00 (?:gpus|cards)) (?:at|for|from|averag(?:e|ing)|running|renting (?:at|for)) (?:about |around |just |only |as little as |~)*$/;

/** "$31.92 an hour ($3.99 per GPU)": what the next sum is per is none of this one's. */
const upToNext = ({ text, quantities }: Reading, { start, rate, end }: Quantity, to: number): number => {
  const next = quantities.find((o) => o.unit === 'money' && o.start > start);
  const own = (rate !== null && rate.end > end) || (next !== undefined && /\($/.test(text.slice(end, next.start)));
  return own ? Math.min(to, next?.start ?? to) : to;
};

const BESIDE_MACHINES =
  /\b(?:(?:public |floating |reserved )?(?:ipv[46]|ip) ?(?:address(?:es)?)?|load balancers?|nat gateways?|(?:kubernetes )?control planes?|vpn (?:connections?|gateways?))\b[^,;$€£¥]{0,30}$/;
/** What stands around a sum, from a whole word on ("Runpod" is no pod); "L40S $3.51/hr, 8x H100 $43.92/hr": of a list, no more than its own item. */
function itemOf(reading: Reading, q: Quantity): string {
  const { text } = reading;
  const { start, end } = q;
  const lead = text.slice(Math.max(0, start - 50), start).replace(/^[a-z]+/, '');
  const item = lead.slice(ITEM_BEFORE.exec(lead)?.[0].length ?? 0);
  return (CHIP.test(item) ? item : lead) + text.slice(start, upToNext(reading, q, end + 24)).replace(ITEM_BEHIND, '');
}
const ITEM_BEFORE = /^.*[$€£¥]\d[^,;]*[,;] (?:and )?/;
const ITEM_BEHIND = /[,;] (?=(?:and )?(?:an? )?(?:\d{1,2}[x×] ?)?[a-z]{1,3}\d).*$/;

/** GPU hour or instance hour, by the words of the clause, then of the sentence, its surroundings and what the text opens with. */
export function hourMeter(reading: Reading, q: Quantity, around: string, opening = ''): Meter {
  const [start, end] = clauseAt(reading, q.start);
  // "Public IPv4: €0.005/hour": neither a card nor a machine.
  if (BESIDE_MACHINES.test(reading.text.slice(Math.max(0, q.start - 60), q.start))) return 'other';
  // "p5.48xlarge = $20.70/hr = $2.59/GPU-hr": its own unit says so.
  if (q.rate && /\b(?:gpu|card|chip)\b/.test(reading.text.slice(q.rate.start, q.rate.end))) return 'gpu_hour';
  if (
    /单卡|每卡|per[ -](?:gpu|card|chip|accelerator)|each (?:gpu|card)/.test(
      reading.text.slice(start, upToNext(reading, q, end)),
    ) ||
    /\bper[ -](?:gpu|card|chip|accelerator)[*_]*: ?[*_]*$/.test(
      reading.text.slice(Math.max(0, q.start - 24), q.start),
    ) ||
    reading.text.includes('按卡时')
  )
    return 'gpu_hour';
  // 以一台8卡服务器折算到单张: the server is what was reckoned from.
  if (RECKONED.test(reading.text.slice(0, q.start)) || RECKONED.test(around)) return 'gpu_hour';
  if (ofMachine(reading.text, q) || SO_MANY_CARDS.test(reading.text.slice(0, q.start))) return 'instance_hour';
  // "a p5.48xlarge for $55, while Quillon has H100s at $2.65/hr": cards that stand right before their price, and not so many of them.
  if (CARD_AT.test(reading.text.slice(Math.max(0, q.start - 60), q.start)) && Number(q.max ?? q.min) < 20)
    return 'gpu_hour';
  // "a p5e.48xlarge, which holds eight of the cards"
  if (NAMED_INSTANCE.test(reading.text.slice(0, q.start))) return 'instance_hour';
  // H100整机月租7.5万元，5090每小时2.6元: a card that its own clause names, and no machine.
  if (
    hasHan(reading.text) &&
    CHIP.test(reading.text.slice(start, q.end)) &&
    !INSTANCE.test(reading.text.slice(start, end)) &&
    /月租[^,，;；。]{0,24}[,，;；]$/.test(reading.text.slice(0, start))
  )
    return 'gpu_hour';
  for (const text of [itemOf(reading, q), reading.text.slice(start, end), reading.text, around, opening]) {
    const instance = INSTANCE.test(text);
    const chip =
      CHIP.test(text) ||
      reading.entities.some((e) => e.kind === 'chip' && text.includes(reading.text.slice(e.start, e.end)));
    if (instance) return 'instance_hour';
    if (chip) return 'gpu_hour';
  }
  return 'instance_hour';
}
