import { isActor } from '../entities.ts';
import type { Quantity } from '../quantity.ts';
import type { Reading } from '../reading.ts';

/** What runs on tokens: words that end the name of a thing a house offers. */
const THING =
  '(?:platforms?|services?|apis?|gateway|apps?|assistants?|chatbots?|models?|products?|suite|cloud|engine|workspace|studio)';
/** Behind a house: "'s Spark platform", 官方API的, 旗下开放平台. */
const OWNED = new RegExp(
  `^(?:'s? (?:[\\w.-]+ ){0,4}?${THING}\\b|的?(?:旗下|自家|官方|公有云上?)?的?[\\w一-龥-]{0,6}?(?:平台|api|大模型|模型|服务|应用|助手))(?!['’]s)`,
);
/** A thing of the house spoken of: "its MaaS platform", 平台 at the head of a clause. */
const ITS = new RegExp(`\\b(?:its|their|our|the) ((?:[\\w.-]+ ){0,3}?${THING})\\b`);
/** "its search engine handles", "their gateways now process" */
const WORKS =
  /\b(?:its|their|our) ((?:[\w.-]+ ){0,3}?[\w.-]+) (?:(?:now|already|currently|alone|together|is|are|was|were|had|has|have) )*(?:process|handl|serv|consum|generat|run|crunch|near|account|produc)/;
/** "across its apps and services", "through the API by itself" */
const ACROSS =
  /^[^,;.]{0,40}?\b(?:across|through|via|over|from) (?:all (?:of )?)?(?:its |their |our |the )?((?:(?!(?:a|an|all|last|this|that|year|month|week|day|quarter|time|january|february|march|april|may|june|july|august|september|october|november|december)\b)[a-z][\w&'-]*(?:\.\w+)*(?: and | (?!(?:alone|each|per|every|in|by|as|at|on|up|down|compared|this|last|than|over|while|which|that|and|a|an|or|is|are|was|were|since|from|to|for|with)\b)|(?=[,.;:)"]|$| ))){1,5})/;
const HEAD =
  /(?:^|[,，:：“"]) ?(?:它的|其|该|我们的|公司的?|旗下的?)?([\w一-龥-]{0,6}?(?:平台|api))(?=[的日月周每一]|单|累|去|今|年|处|消|调|在|已|现|\d)/;

/** 谷歌说全线产品每月处理, 其开放平台2025年9月: what of a house a Chinese sentence says runs on them, between its name and the figure. */
const RUNS_HAN =
  /(?:^|[,，:：“"说称的给在、 ]|其中?|它的?)(?:[去今本上][年月周季]|全年|上半年)*(?:(?:内部|旗下|自家)的?)?([\w一-龥-]{0,8}?(?:平台|api|产品|大模型|模型|应用|助手|请求|大装置))(?=(?<=平台|api)[,，]|[日月周每一单累去今上全已现定消调处在共耗 \d]|的[日月每用t]|内)/;

/** The platform or service that a volume of tokens went through, with whose it is where that is said; null where the words before the figure name none. */
export function platformOf({ text, original, entities }: Reading, q: Quantity, slug: string | null): string | null {
  const owner = entities.findLast((e) => isActor(e) && e.slug === slug && e.end <= q.start);
  if (owner) {
    const owned = OWNED.exec(text.slice(owner.end, q.start));
    if (owned) return original.slice(owner.start, owner.end + owned[0].length);
    const own = thingIn(text.slice(owner.end, q.start), [WORKS, RUNS_HAN]) ?? named(original.slice(owner.end, q.start));
    if (own) return original.slice(owner.end + own[0], owner.end + own[1]);
    const over = thingIn(text.slice(q.end, q.end + 110), [ACROSS]);
    return over && original.slice(q.end + over[0], q.end + over[1]);
  }
  const before = thingIn(text.slice(0, q.start), [ITS, HEAD]);
  if (before) return original.slice(before[0], before[1]);
  const behind = thingIn(text.slice(q.end), [ITS]);
  return behind && original.slice(q.end + behind[0], q.end + behind[1]);
}

/** Where a stretch names such a thing by one of these patterns. */
function thingIn(stretch: string, patterns: readonly RegExp[]): [number, number] | null {
  for (const pattern of patterns) {
    const match = pattern.exec(stretch);
    const thing = match?.[1];
    if (!match || !thing) continue;
    const start = match.index + match[0].lastIndexOf(thing);
    return [start, start + thing.length];
  }
  return null;
}

const USAGE_EN =
  /^['’]?s? ((?:[\w-]+ ){0,4}?(?:volumes?|usage|consumption|calls|traffic|throughput)(?: of (?:ai )?tokens)?)\b/;
/** 日均Token消耗量, AI推理Token年消耗量, 日均词元(Token)调用量 */
const USAGE_HAN =
  /(?:日均|每日|单日|月均|全年)?(?:ai|人工智能|推理|大模型)*(?:tokens?|词元)(?:[(（](?:tokens?|词元)[)）])?的?(?:日均|年均|月均|[日周月年])?(?:总?(?:调用|消耗|使用|处理|消费|生成|吞吐)总?量|用量|流量)/;

/** "daily consumption of AI tokens", 日均Token消耗量: what of a country is counted, said behind its name; null where no such noun is. */
export function usageOf({ text, original }: Reading, end: number, to: number): string | null {
  const match = USAGE_EN.exec(text.slice(end)) ?? USAGE_HAN.exec(text.slice(end, to));
  const noun = match?.[1] ?? match?.[0];
  if (!match || noun === undefined) return null;
  const start = end + match.index + match[0].length - noun.length;
  return original.slice(start, start + noun.length);
}

/** How far the models of a country reach in the words that name them, and the noun of their use: 全国大模型调用总量. */
export const modelsUsage = (phrase: string): number => MODELS_USAGE.exec(phrase)?.[0].length ?? 0;
const MODELS_USAGE = /^.*?(?:大?模型|models?)(?:(?:日均|[日周月年])?(?:tokens?|词元)?(?:总?调用|总?消耗|使用)总?量)?/;

/** 自动路由Auto Router每天经手120亿: a name in Latin letters with what it handles behind it. */
function named(stretch: string): [number, number] | null {
  const match = NAMED.exec(stretch);
  const name = match?.[1];
  return match && name !== undefined ? [match.index, match.index + name.length] : null;
}
const NAMED =
  /(?<![A-Za-z\d.-] ?)([A-Z][A-Za-z\d.-]+(?: [A-Z][A-Za-z\d.-]*){0,3})(?= ?(?:的?(?:日均|每[天日月周]|单日|一天|月均|周均)|处理|消耗|经手|眼看|的?日?调用量))(?<!Tokens?)/;
