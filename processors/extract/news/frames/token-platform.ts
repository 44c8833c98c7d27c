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

/** The platform or service that a volume of tokens went through, with whose it is where that is said; null where the words before the figure name none. */
export function platformOf({ text, original, entities }: Reading, q: Quantity, slug: string | null): string | null {
  const owner = entities.findLast((e) => isActor(e) && e.slug === slug && e.end <= q.start);
  if (owner) {
    const owned = OWNED.exec(text.slice(owner.end, q.start));
    if (owned) return original.slice(owner.start, owner.end + owned[0].length);
    const own = thingIn(text.slice(owner.end, q.start), [WORKS]);
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
